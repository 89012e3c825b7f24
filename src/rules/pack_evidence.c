/* Evidence files: research in our own words, with what it may be used for. The library is kept as
 * its authors keep it, so members that only they need are accepted and let go. */
#include "rules/pack.h"
#include "rules/pack_words.h"
#include "rules/packed.h"

enum { YEAR_LEAST = 1900, YEAR_MOST = 2199 };

typedef struct item_form {
    rtp_str id, claim;
    int direction, design, strength;
    rtp_str sample, title, venue;
    const rtp_json *doi, *url; /* "" says that there is none */
    rtp_str caveat, answer, verified;
    rtp_choices arrangement, concerns;
    rtp_texts roles, authors;
    rtp_count year;
    rtp_objects figures;
    rtp_str use_note, figure_source;
    const rtp_json *url_checked, *doi_checked;
} item_form;

typedef struct figure_form {
    rtp_str name, unit;
    rtp_number value;
} figure_form;

typedef struct file_form {
    rtp_objects items;
    const rtp_json *unverified;
} file_form;

static const rtp_field figure_fields[] = {
    RTP_ROW(figure_form, name, "name", TEXT, .required = true),
    RTP_ROW(figure_form, value, "value", NUMBER, .required = true),
    RTP_ROW(figure_form, unit, "unit", TEXT, .required = true),
};
static const rtp_shape figure_shape = {"figure", figure_fields, RTP_COUNT(figure_fields), sizeof(figure_form), false};

static const rtp_field item_fields[] = {
    RTP_ROW(item_form, id, "id", TEXT, .required = true),
    RTP_ROW(item_form, claim, "claim", TEXT, .required = true),
    RTP_ROW(item_form, figures, "figures", OBJECTS, .shape = &figure_shape),
    RTP_ROW(item_form, direction, "direction", CHOICE, .required = true, .words = &rtp_pack_directions),
    RTP_ROW(item_form, arrangement, "arrangement", CHOICES, .required = true, .words = &rtp_pack_arrangements),
    RTP_ROW(item_form, concerns, "concerns", CHOICES, .required = true, .words = &rtp_pack_topics),
    RTP_ROW(item_form, roles, "roles", TEXTS, .required = true),
    RTP_ROW(item_form, design, "design", CHOICE, .required = true, .words = &rtp_pack_designs),
    RTP_ROW(item_form, sample, "sample", TEXT, .required = true),
    RTP_ROW(item_form, year, "year", COUNT, .required = true, .least = YEAR_LEAST, .most = YEAR_MOST),
    RTP_ROW(item_form, authors, "authors", TEXTS, .required = true),
    RTP_ROW(item_form, title, "title", TEXT, .required = true),
    RTP_ROW(item_form, venue, "venue", TEXT),
    RTP_ROW(item_form, doi, "doi", RAW),
    RTP_ROW(item_form, url, "url", RAW),
    RTP_ROW(item_form, strength, "strength", CHOICE, .required = true, .words = &rtp_pack_strengths),
    RTP_ROW(item_form, caveat, "caveat", TEXT, .required = true),
    RTP_ROW(item_form, answer, "answer", TEXT),
    RTP_ROW(item_form, verified, "verified", TEXT),
    RTP_ROW(item_form, use_note, "use_note", TEXT),
    RTP_ROW(item_form, figure_source, "figure_source", TEXT),
    RTP_ROW(item_form, url_checked, "url_checked", RAW),
    RTP_ROW(item_form, doi_checked, "doi_checked", RAW),
};
static const rtp_shape item_shape = {"evidence", item_fields, RTP_COUNT(item_fields), sizeof(item_form), false};

static const rtp_field file_fields[] = {
    RTP_ROW(file_form, items, "items", OBJECTS, .required = true, .shape = &item_shape),
    RTP_ROW(file_form, unverified, "unverified", RAW),
};
static const rtp_shape file_shape = {"library", file_fields, RTP_COUNT(file_fields), sizeof(file_form), false};

static bool report_address(const rtp_context *context, rtp_str pointer, const char *hint)
{
    rtp_context_report(
        context, (rtp_spot){.pointer = pointer},
        (rtp_fault){.code = "R0050", .message = rtp_lit("this is no address of a source"), .hint = rtp_str_from(hint)});
    return false;
}

/* An address is printed as a link, so it has to be one. */
static bool load_address(const rtp_json *node, const char *start, rtp_str pointer, const rtp_context *context,
                         rtp_str *out)
{
    if (!node) {
        return true;
    }
    bool text = rtp_json_kind_of(node) == RTP_JSON_STRING;
    rtp_str address = text ? rtp_json_text(node) : rtp_lit("");
    bool plain = text;
    for (size_t i = 0; i < address.len; i++) {
        plain =
            plain && address.ptr[i] > ' ' && address.ptr[i] < 0x7F && address.ptr[i] != '<' && address.ptr[i] != '>';
    }
    if (!plain || (address.len && !rtp_str_starts(address, rtp_str_from(start)))) {
        return report_address(context, pointer,
                              *start == 'h' ? "it starts with https:// and holds no blanks; \"\" for none"
                                            : "it starts with 10. and holds no blanks; \"\" for none");
    }
    if (address.len) {
        *out = address;
    }
    return true;
}

enum { FIGURE_PARTS = 3 };

static rtp_str join_figures(const rtp_objects *figures, rtp_arena *arena)
{
    rtp_str *parts = RTP_NEW_ARRAY(arena, rtp_str, figures->len * FIGURE_PARTS);
    for (size_t i = 0; i < figures->len; i++) {
        const figure_form *figure = (const figure_form *)figures->items + i;
        parts[i * FIGURE_PARTS] = figure->name;
        parts[i * FIGURE_PARTS + 1] = rtp_number_json(arena, figure->value.value);
        parts[i * FIGURE_PARTS + 2] = figure->unit;
    }
    return rtp_packed_join(parts, figures->len * FIGURE_PARTS, arena);
}

static rtp_packed pack_texts(const item_form *form, const rtp_str *addresses, rtp_arena *arena)
{
    const rtp_str texts[RTP_STUDY_TEXT_COUNT] = {
        [RTP_STUDY_DOI] = addresses[RTP_STUDY_DOI],
        [RTP_STUDY_URL] = addresses[RTP_STUDY_URL],
        [RTP_STUDY_CLAIM] = form->claim,
        [RTP_STUDY_SAMPLE] = form->sample,
        [RTP_STUDY_TITLE] = form->title,
        [RTP_STUDY_VENUE] = form->venue,
        [RTP_STUDY_CAVEAT] = form->caveat,
        [RTP_STUDY_ANSWER] = form->answer,
        [RTP_STUDY_AUTHORS] = rtp_packed_join(form->authors.items, form->authors.len, arena),
        [RTP_STUDY_ROLES] = rtp_packed_join(form->roles.items, form->roles.len, arena),
        [RTP_STUDY_USE] = form->use_note,
        [RTP_STUDY_FIGURES] = join_figures(&form->figures, arena),
        [RTP_STUDY_READ] = form->verified,
        [RTP_STUDY_FIGURE_SOURCE] = form->figure_source,
    };
    return rtp_packed_make(rtp_packed_join(texts, RTP_STUDY_TEXT_COUNT, arena), arena);
}

static bool compile(const void *item, rtp_str pointer, const rtp_context *context, void *entry)
{
    const item_form *form = item;
    rtp_arena *arena = context->arena;
    rtp_str addresses[RTP_STUDY_TEXT_COUNT] = {{NULL, 0}}, *doi = &addresses[RTP_STUDY_DOI];
    bool ok = load_address(form->doi, "10.", rtp_pointer_key(arena, pointer, rtp_lit("doi")), context, doi);
    ok = load_address(form->url, "https://", rtp_pointer_key(arena, pointer, rtp_lit("url")), context,
                      &addresses[RTP_STUDY_URL]) &&
         ok;
    *(rtp_evidence *)entry = (rtp_evidence){.id = form->id,
                                            .texts = pack_texts(form, addresses, arena),
                                            .concerns = rtp_choices_set(form->concerns),
                                            .arrangements = rtp_choices_set(form->arrangement),
                                            .year = (uint16_t)form->year.value,
                                            .direction = (uint8_t)form->direction,
                                            .design = (uint8_t)form->design,
                                            .strength = (char)(form->strength > 0 ? 'A' + form->strength - 1 : 0)};
    return ok;
}

static const rtp_entry_kind kind = {RTP_STR("/items"), sizeof(item_form), sizeof(rtp_evidence), compile};

bool rtp_evidence_bind(rtp_pack_file *file)
{
    const rtp_context *context = &file->context;
    file_form form = {0};
    rtp_entries studies = {file->pack->evidence, file->pack->evidence_count};
    bool bound = rtp_bind(file->root, &file_shape, context->source, context->arena, context->diags, &form);
    bool good = rtp_entries_add(&kind, &form.items, context, &studies);
    file->pack->evidence = studies.items;
    file->pack->evidence_count = studies.len;
    return good && bound;
}
