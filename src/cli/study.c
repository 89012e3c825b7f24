/* A study of the library for people and for programs: an entry of a list, a page of its own, an object.
 * The rows below say what a page shows and in which order; what a study does not have is left out. */
#include "cli/study.h"

#include "cli/provenance.h"
#include "cli/terminal.h"

enum { LABEL_WIDTH = 12, ENTRY_INDENT = 3 };

typedef struct figure { /* a number as it was read */
    rtp_str name, number, unit;
} figure;

static bool next_figure(rtp_str *figures, figure *next)
{
    return rtp_packed_next(figures, &next->name) && rtp_packed_next(figures, &next->number) &&
           rtp_packed_next(figures, &next->unit);
}

static rtp_str words_of(rtp_set set, const rtp_texts *words, rtp_arena *arena)
{
    rtp_str *items = RTP_NEW_ARRAY(arena, rtp_str, words->len);
    size_t n = 0;
    for (size_t i = 0; i < words->len; i++) {
        if (set >> i & 1U) {
            items[n++] = words->items[i];
        }
    }
    return rtp_arena_join(arena, items, n, rtp_lit(", "));
}

static rtp_str direction_of(const rtp_evidence *study)
{
    return study->direction > 0 ? rtp_pack_directions.items[study->direction - 1] : (rtp_str){NULL, 0};
}

static rtp_str address_of(const rtp_evidence *study, rtp_arena *arena)
{
    rtp_str doi = rtp_evidence_text(study, RTP_STUDY_DOI);
    return doi.len > 0 ? rtp_arena_format(arena, "https://doi.org/%.*s", RTP_FMT(doi))
                       : rtp_evidence_text(study, RTP_STUDY_URL);
}

/* ---- in a list ---- */

void rtp_study_put_entry(const rtp_evidence *study, rtp_arena *arena, rtp_buf *out)
{
    rtp_str kind = rtp_arena_format(arena, "%.*s, %.*s, %.*s, %d", RTP_FMT(direction_of(study)),
                                    RTP_FMT(words_of(study->arrangements, &rtp_pack_arrangements, arena)),
                                    RTP_FMT(rtp_evidence_design(study)), study->year);
    rtp_buf_format(out, "%c  ", study->strength);
    rtp_terminal_put(out, study->id);
    rtp_buf_puts(out, "\n   ");
    rtp_terminal_wrap(out, kind, ENTRY_INDENT, ENTRY_INDENT, RTP_TERMINAL_WIDTH);
    rtp_buf_puts(out, "\n   ");
    rtp_terminal_wrap(out, rtp_evidence_text(study, RTP_STUDY_CLAIM), ENTRY_INDENT, ENTRY_INDENT, RTP_TERMINAL_WIDTH);
    rtp_buf_puts(out, "\n\n");
}

/* ---- on a page ---- */

static void put_row(rtp_buf *out, const char *label, rtp_str text)
{
    if (text.len == 0) {
        return;
    }
    size_t start = out->len;
    rtp_buf_puts(out, label);
    rtp_buf_fill(out, ' ', LABEL_WIDTH - (out->len - start));
    rtp_terminal_wrap(out, text, LABEL_WIDTH, LABEL_WIDTH, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(out, '\n');
}

static void put_figures(const rtp_evidence *study, rtp_arena *arena, rtp_buf *out)
{
    rtp_str figures = rtp_evidence_text(study, RTP_STUDY_FIGURES);
    const char *label = "Figures";
    for (figure next; next_figure(&figures, &next); label = "") {
        put_row(
            out, label,
            rtp_arena_format(arena, "%.*s: %.*s %.*s", RTP_FMT(next.name), RTP_FMT(next.number), RTP_FMT(next.unit)));
    }
    rtp_str source = rtp_evidence_text(study, RTP_STUDY_FIGURE_SOURCE);
    put_row(out, "", source.len > 0 ? rtp_arena_format(arena, "(%.*s)", RTP_FMT(source)) : source);
}

static const char *strength_words(char strength)
{
    static const char *const words[] = {
        "strong design", "sound, with limits", "weak design, or read second hand",
        "a statement or a weak survey: for your preparation, cited in no document that others read"};
    return strength >= 'A' && strength <= 'D' ? words[strength - 'A'] : "";
}

/* How far somebody looked before this entry was written. */
static rtp_str read_words(rtp_str verified)
{
    static const struct {
        rtp_str word, meaning;
    } words[] = {
        {RTP_STR("full text"), RTP_STR("the full text")},
        {RTP_STR("abstract"), RTP_STR("the abstract, not the full text")},
        {RTP_STR("secondary"), RTP_STR("an account of it by others, not the work itself")},
    };
    for (size_t i = 0; i < RTP_COUNT(words); i++) {
        if (rtp_str_equal(words[i].word, verified)) {
            return words[i].meaning;
        }
    }
    return verified;
}

static rtp_str who_of(const rtp_evidence *study, rtp_arena *arena)
{
    rtp_texts authors = rtp_evidence_authors(study, arena);
    rtp_str all = rtp_arena_join(arena, authors.items, authors.len, rtp_lit(", "));
    return rtp_arena_format(arena, "%.*s (%d)", RTP_FMT(all), study->year);
}

static rtp_str roles_of(const rtp_evidence *study, rtp_arena *arena)
{
    rtp_str rest = rtp_evidence_text(study, RTP_STUDY_ROLES), roles = {NULL, 0}, role;
    while (rtp_packed_next(&rest, &role)) {
        roles = roles.len > 0 ? rtp_arena_join(arena, (rtp_str[2]){roles, role}, 2, rtp_lit(", ")) : role;
    }
    return roles;
}

void rtp_study_put_page(const rtp_evidence *study, rtp_arena *arena, rtp_buf *out)
{
    rtp_terminal_put(out, study->id);
    rtp_buf_puts(out, "\n\n");
    put_row(out, "Claim", rtp_evidence_text(study, RTP_STUDY_CLAIM));
    put_figures(study, arena, out);
    put_row(out, "Direction", direction_of(study));
    put_row(out, "Arrangement", words_of(study->arrangements, &rtp_pack_arrangements, arena));
    put_row(out, "Concerns", words_of(study->concerns, &rtp_pack_topics, arena));
    put_row(out, "Work", roles_of(study, arena));
    put_row(out, "Design", rtp_evidence_design(study));
    put_row(out, "Sample", rtp_evidence_text(study, RTP_STUDY_SAMPLE));
    put_row(out, "Strength", rtp_arena_format(arena, "%c: %s", study->strength, strength_words(study->strength)));
    put_row(out, "Caveat", rtp_evidence_text(study, RTP_STUDY_CAVEAT));
    put_row(out, "Answer", rtp_evidence_text(study, RTP_STUDY_ANSWER));
    put_row(out, "Use", rtp_evidence_text(study, RTP_STUDY_USE));
    put_row(out, "Read", read_words(rtp_evidence_text(study, RTP_STUDY_READ)));
    put_row(out, "Source", who_of(study, arena));
    put_row(out, "", rtp_evidence_text(study, RTP_STUDY_TITLE));
    put_row(out, "", rtp_evidence_text(study, RTP_STUDY_VENUE));
    put_row(out, "", address_of(study, arena));
}

/* ---- as an object ---- */

static void put_set(rtp_json_writer *w, const char *key, rtp_set set, const rtp_texts *words)
{
    rtp_json_put_key(w, key);
    rtp_json_open(w, '[');
    for (size_t i = 0; i < words->len; i++) {
        if (set >> i & 1U) {
            rtp_json_put_text(w, words->items[i]);
        }
    }
    rtp_json_close(w, ']');
}

static void put_list(rtp_json_writer *w, const char *key, rtp_str packed)
{
    rtp_json_put_key(w, key);
    rtp_json_open(w, '[');
    for (rtp_str item; rtp_packed_next(&packed, &item);) {
        rtp_json_put_text(w, item);
    }
    rtp_json_close(w, ']');
}

static void put_figures_json(rtp_json_writer *w, rtp_str figures)
{
    rtp_json_put_key(w, "figures");
    rtp_json_open(w, '[');
    for (figure next; next_figure(&figures, &next);) {
        rtp_json_open(w, '{');
        rtp_json_put_member(w, "name", next.name);
        rtp_json_put_key(w, "value");
        rtp_json_put_raw(w, next.number);
        rtp_json_put_member(w, "unit", next.unit);
        rtp_json_close(w, '}');
    }
    rtp_json_close(w, ']');
}

static void put_text(rtp_json_writer *w, const char *key, const rtp_evidence *study, rtp_study_text text)
{
    rtp_json_put_member(w, key, rtp_evidence_text(study, text));
}

void rtp_study_put_json(const rtp_evidence *study, rtp_arena *arena, rtp_json_writer *w)
{
    rtp_json_open(w, '{');
    rtp_json_put_member(w, "id", study->id);
    put_text(w, "claim", study, RTP_STUDY_CLAIM);
    put_figures_json(w, rtp_evidence_text(study, RTP_STUDY_FIGURES));
    put_text(w, "figure_source", study, RTP_STUDY_FIGURE_SOURCE);
    rtp_json_put_member(w, "direction", direction_of(study));
    put_set(w, "arrangement", study->arrangements, &rtp_pack_arrangements);
    put_set(w, "concerns", study->concerns, &rtp_pack_topics);
    put_list(w, "roles", rtp_evidence_text(study, RTP_STUDY_ROLES));
    rtp_json_put_member(w, "design", rtp_evidence_design(study));
    put_text(w, "sample", study, RTP_STUDY_SAMPLE);
    rtp_json_put_member(w, "strength", (rtp_str){&study->strength, 1});
    rtp_json_put_key(w, "year");
    rtp_json_put_number(w, study->year);
    put_list(w, "authors", rtp_evidence_text(study, RTP_STUDY_AUTHORS));
    put_text(w, "title", study, RTP_STUDY_TITLE);
    put_text(w, "venue", study, RTP_STUDY_VENUE);
    put_text(w, "doi", study, RTP_STUDY_DOI);
    rtp_json_put_member(w, "url", address_of(study, arena));
    put_text(w, "caveat", study, RTP_STUDY_CAVEAT);
    put_text(w, "answer", study, RTP_STUDY_ANSWER);
    put_text(w, "use_note", study, RTP_STUDY_USE);
    put_text(w, "verified", study, RTP_STUDY_READ);
    rtp_json_close(w, '}');
}
