/* Prepares how documents are made, once a run: what cannot be is refused before any profile is read. Making
 * itself uses nothing but its arguments. */
#include "cli/making.h"
#include "cli/updates.h"

#include "cli/output.h"

enum { STYLE_MOST = 256 * 1024 };

static bool complain(rtp_cli *cli, const char *code, rtp_str message, rtp_str hint)
{
    rtp_usage_complain(cli->diags, code, message, hint);
    return false;
}

/* ---- choices ---- */

static size_t paper_count(void)
{
    return 2;
}

static rtp_str paper_name(size_t i)
{
    static const rtp_str names[] = {[RTP_PAPER_A4] = RTP_STR("a4"), [RTP_PAPER_LETTER] = RTP_STR("letter")};
    return names[i];
}

static size_t citations_count(void)
{
    return RTP_CITATIONS_INLINE;
}

/* The usual way has no name: it is what a format does when nothing is said. */
static rtp_str citations_name(size_t i)
{
    static const rtp_str names[] = {[RTP_CITATIONS_FOOTNOTES - 1] = RTP_STR("footnotes"),
                                    [RTP_CITATIONS_ENDNOTES - 1] = RTP_STR("endnotes"),
                                    [RTP_CITATIONS_INLINE - 1] = RTP_STR("inline")};
    return names[i];
}

const rtp_choices_of rtp_paper_choices = {paper_count, paper_name, NULL};
const rtp_choices_of rtp_citations_choices = {citations_count, citations_name, NULL};

/* ---- options that a format has no use for ---- */

static rtp_str names_of(const rtp_format *const *formats, size_t count, unsigned takes, rtp_arena *arena)
{
    rtp_str *names = RTP_NEW_ARRAY(arena, rtp_str, count);
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        if ((formats[i]->takes & takes) == takes) {
            names[len++] = rtp_str_from(formats[i]->name);
        }
    }
    return rtp_arena_join(arena, names, len, rtp_lit(", "));
}

static bool is_taken(const rtp_making_wanted *wanted, unsigned takes)
{
    for (size_t i = 0; i < wanted->format_count; i++) {
        if (wanted->formats[i]->takes & takes) {
            return true;
        }
    }
    return false;
}

static bool check_options(rtp_cli *cli, const rtp_making_options *given, const rtp_making_wanted *wanted)
{
    const struct {
        bool given;
        rtp_takes takes;
        const char *name;
    } options[] = {{given->width > 0, RTP_TAKES_WIDTH, "--width"},
                   {given->citations > 0, RTP_TAKES_CITATIONS, "--citations"},
                   {given->front_matter, RTP_TAKES_FRONT_MATTER, "--front-matter"},
                   {given->paper > 0, RTP_TAKES_PAPER, "--paper"},
                   {given->language.ptr, RTP_TAKES_LANGUAGE, "--language"}};
    for (size_t i = 0; i < RTP_COUNT(options); i++) {
        if (options[i].given && !is_taken(wanted, options[i].takes)) {
            rtp_str chosen = names_of(wanted->formats, wanted->format_count, 0, cli->arena);
            rtp_str fit = names_of(rtp_formats, rtp_format_count, options[i].takes, cli->arena);
            return complain(
                cli, "U0017",
                rtp_arena_format(cli->arena, "%s makes no difference to %.*s", options[i].name, RTP_FMT(chosen)),
                fit.len > 0 ? rtp_arena_format(cli->arena,
                                               "leave it out, or choose with -f a format that has a use "
                                               "for it: %.*s",
                                               RTP_FMT(fit))
                            : rtp_lit("leave it out"));
        }
    }
    return true;
}

/* ---- language ---- */

static bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The outer form of RFC 5646: a language of two or three letters, then parts of one to eight characters. */
static bool is_language(rtp_str tag)
{
    enum { LANGUAGE_LEAST = 2, LANGUAGE_MOST = 3, PART_MOST = 8 };
    size_t part = 0, len = 0;
    for (size_t i = 0; i <= tag.len; i++) {
        if (i < tag.len && is_letter_or_digit(tag.ptr[i]) && (part > 0 || tag.ptr[i] > '9')) {
            len++;
        } else if ((i < tag.len && tag.ptr[i] != '-') || len == 0 || len > PART_MOST ||
                   (part == 0 && (len < LANGUAGE_LEAST || len > LANGUAGE_MOST))) {
            return false;
        } else {
            part++;
            len = 0;
        }
    }
    return true;
}

static bool check_language(rtp_cli *cli, rtp_str tag)
{
    return !tag.ptr || is_language(tag) ||
           complain(cli, "U0018", rtp_arena_format(cli->arena, "--language does not take \"%.*s\"", RTP_FMT(tag)),
                    rtp_lit("give a language tag: en, en-GB, en-US"));
}

/* ---- sections ---- */

static bool complain_section(rtp_cli *cli, const char *option, rtp_str id, const rtp_outline *outline)
{
    rtp_texts ids = rtp_outline_sections(outline, cli->arena);
    rtp_str meant = rtp_str_nearest(id, ids.items, ids.len);
    rtp_str list = rtp_arena_join(cli->arena, ids.items, ids.len, rtp_lit(", "));
    return complain(
        cli, "U0019",
        rtp_arena_format(cli->arena, "%s: %.*s has no section \"%.*s\"", option, RTP_FMT(outline->name), RTP_FMT(id)),
        meant.ptr
            ? rtp_arena_format(cli->arena, "did you mean %.*s? Its sections are %.*s", RTP_FMT(meant), RTP_FMT(list))
            : rtp_arena_format(cli->arena, "its sections are %.*s", RTP_FMT(list)));
}

/* Of several outlines one that knows the section is enough: documents differ in what they have. */
static bool check_sections(rtp_cli *cli, const char *option, const rtp_text_list *ids, const rtp_making_wanted *wanted)
{
    for (size_t i = 0; i < ids->len; i++) {
        size_t k = 0;
        while (k < wanted->outline_count && !rtp_outline_knows(wanted->outlines[k], ids->items[i])) {
            k++;
        }
        if (k == wanted->outline_count) {
            return complain_section(cli, option, ids->items[i], wanted->outlines[0]);
        }
    }
    return true;
}

static bool says_anything(const rtp_outline *part)
{
    for (size_t i = 0; i < part->section_count; i++) {
        rtp_form form = part->sections[i].slots[0].form;
        if (form != RTP_FORM_TITLE && form != RTP_FORM_SOURCES) {
            return true;
        }
    }
    return false;
}

static const rtp_outline *part_make(rtp_cli *cli, const rtp_making_options *given, const rtp_outline *outline)
{
    if (given->only.len == 0 && given->skip.len == 0) {
        return outline;
    }
    const rtp_outline *part = rtp_outline_part(outline, (rtp_texts){given->only.items, given->only.len},
                                               (rtp_texts){given->skip.items, given->skip.len}, cli->arena);
    if (says_anything(part)) {
        return part;
    }
    complain(cli, "U0020", rtp_arena_format(cli->arena, "nothing of %.*s is left to say", RTP_FMT(outline->name)),
             rtp_lit("name other sections in --only and --skip; the list of sources follows the sections that cite"));
    return NULL;
}

/* ---- styles ---- */

static bool has_suffix(rtp_str path, const char *suffix)
{
    size_t len = suffix ? rtp_str_from(suffix).len : 0;
    return len > 0 && path.len > len && path.ptr[path.len - len - 1] == '.' && rtp_str_ends(path, rtp_str_from(suffix));
}

/* A name without a suffix that says more is meant for whatever has a style. */
static bool is_style_of(rtp_str path, const rtp_format *format)
{
    for (size_t i = 0; i < rtp_format_count; i++) {
        if (has_suffix(path, rtp_formats[i]->style)) {
            return has_suffix(path, format->style);
        }
    }
    return format->style;
}

static bool complain_style(rtp_cli *cli, rtp_str path, const rtp_making_wanted *wanted)
{
    rtp_str *kinds = RTP_NEW_ARRAY(cli->arena, rtp_str, rtp_format_count);
    size_t len = 0;
    for (size_t i = 0; i < rtp_format_count; i++) {
        if (rtp_formats[i]->style) {
            kinds[len++] = rtp_arena_format(cli->arena, ".%s for %s", rtp_formats[i]->style, rtp_formats[i]->name);
        }
    }
    rtp_str list = rtp_arena_join(cli->arena, kinds, len, rtp_lit(", "));
    rtp_str chosen = names_of(wanted->formats, wanted->format_count, 0, cli->arena);
    return complain(cli, "U0021",
                    rtp_arena_format(cli->arena, "%.*s is no style for %.*s", RTP_FMT(path), RTP_FMT(chosen)),
                    len > 0 ? rtp_arena_format(cli->arena, "formats with styles: %.*s", RTP_FMT(list))
                            : rtp_lit("leave --style out"));
}

/* Of several for one format the last one counts, as with any option. */
static bool style_read(rtp_cli *cli, rtp_str path, const rtp_making_wanted *wanted, rtp_str *styles)
{
    rtp_source *source = RTP_NEW(cli->arena, rtp_source); /* diagnostics point at it */
    bool read = false;
    for (size_t i = 0; i < wanted->format_count; i++) {
        const rtp_format *format = wanted->formats[i];
        if (!is_style_of(path, format)) {
            continue;
        }
        if ((!read && !rtp_file_read(path, STYLE_MOST, cli->arena, cli->diags, source)) ||
            (format->style_check && !format->style_check(source, cli->arena, cli->diags))) {
            return false;
        }
        read = true;
        styles[i] = source->text;
    }
    return read || complain_style(cli, path, wanted);
}

/* ---- preparing ---- */

static rtp_way way_make(const rtp_making_options *given, const rtp_outline *whole, const rtp_outline *part)
{
    return (rtp_way){.outline = part,
                     .how = {.width = given->width,
                             .citations = (rtp_citations)given->citations,
                             .front_matter = given->front_matter,
                             .paper = given->paper > 0 ? (rtp_paper)(given->paper - 1) : RTP_PAPER_A4,
                             .language = given->language},
                     .paper_given = given->paper > 0,
                     .is_part = part != whole};
}

static bool ways_make(rtp_cli *cli, const rtp_making_options *given, const rtp_making_wanted *wanted,
                      rtp_making *making)
{
    rtp_str *styles = RTP_NEW_ARRAY(cli->arena, rtp_str, wanted->format_count);
    for (size_t i = 0; i < given->styles.len; i++) {
        if (!style_read(cli, given->styles.items[i], wanted, styles)) {
            return false;
        }
    }
    rtp_way *ways = RTP_NEW_ARRAY(cli->arena, rtp_way, wanted->outline_count * wanted->format_count);
    making->ways = ways;
    for (size_t i = 0; i < wanted->outline_count; i++) {
        const rtp_outline *part = part_make(cli, given, wanted->outlines[i]);
        if (!part) {
            return false;
        }
        for (size_t k = 0; k < wanted->format_count; k++) {
            rtp_way *way = &ways[making->way_count++];
            *way = way_make(given, wanted->outlines[i], part);
            way->format = wanted->formats[k];
            way->how.style = styles[k];
        }
    }
    return true;
}

static void open_packs(rtp_making *making, rtp_arena *arena)
{
    for (size_t i = 0; i < making->way_count; i++) {
        rtp_way *way = &making->ways[i];
        bool again = i > 0 && way[-1].outline == way->outline; /* in another format */
        way->pack = again ? way[-1].pack : rtp_pack_for(making->pack, way->outline, arena);
    }
}

bool rtp_making_prepare(rtp_cli *cli, const rtp_making_options *given, const rtp_making_wanted *wanted,
                        rtp_making *making)
{
    rtp_making made = {.way_count = 0};
    if (!check_options(cli, given, wanted) || !check_language(cli, given->language) ||
        !check_sections(cli, "--only", &given->only, wanted) || !check_sections(cli, "--skip", &given->skip, wanted) ||
        !rtp_cli_today(cli, given->date, &made.today) || !ways_make(cli, given, wanted, &made)) {
        return false;
    }
    made.pack = rtp_cli_pack(cli, &given->rules);
    if (given->team.ptr) {
        made.shared = rtp_shared_load(given->team, cli->arena, cli->diags);
    }
    if (!made.pack || (given->team.ptr && !made.shared)) {
        return false;
    }
    if (wanted->many) {
        open_packs(&made, cli->arena);
    }
    *making = made;
    return true;
}

/* ---- making ---- */

bool rtp_way_ready(const rtp_way *way, rtp_job *job, rtp_arena *arena, rtp_diags *diags)
{
    return rtp_job_share(job, way->outline, arena, diags) &&
           rtp_outline_ready(way->outline, job->facts, &job->source, diags);
}

static void tell_empty(const rtp_way *way, const rtp_job *job, const rtp_document *document, rtp_diags *diags)
{
    if (way->is_part && document->root->first == document->root->last) {
        rtp_diags_put(diags,
                      (rtp_diag){.severity = RTP_WARNING,
                                 .code = "U0022",
                                 .message = rtp_arena_format(diags->arena, "%.*s gives the sections nothing to say",
                                                             RTP_FMT(job->source.name)),
                                 .hint = rtp_arena_format(diags->arena, "see what is missing: rtopitch check %.*s",
                                                          RTP_FMT(job->source.name))});
    }
}

void rtp_way_put(const rtp_way *way, rtp_job *job, rtp_arena *arena, rtp_diags *diags, rtp_buf *out)
{
    job->pack = way->pack ? way->pack : job->pack;
    const rtp_document *document = rtp_job_compose(job, way->outline, arena);
    rtp_country country = rtp_country_find(job->profile->jurisdiction.country);
    rtp_render_options how = way->how;
    how.paper = way->paper_given ? how.paper : country.paper;
    how.language = how.language.ptr ? how.language : country.language;
    how.facts = job->facts;
    how.source = &job->source;
    how.arena = arena;
    way->format->render(document, &how, out);
    tell_empty(way, job, document, diags);
}
