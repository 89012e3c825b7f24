/* Whether rules and outlines suit each other. A rule that speaks where no outline listens would be lost
 * without a word, so packs are held against the outlines when they are built or checked. */
#include "rtopitch/document.h"

/* The slot that a rule fills in an outline, or NULL. */
static const rtp_slot *slot_of(const rtp_outline *outline, const rtp_rule *rule)
{
    for (size_t i = 0; i < outline->section_count; i++) {
        const rtp_section *section = &outline->sections[i];
        for (size_t k = 0; rtp_str_equal(section->id, rule->section) && k < section->slot_count; k++) {
            if (rule->slot.len == 0 || rtp_str_equal(section->slots[k].name, rule->slot)) {
                return &section->slots[k];
            }
        }
    }
    return NULL;
}

typedef struct misfit {
    const char *code, *problem, *hint;
} misfit;

static const misfit misfits[] = {
    {"R0210", "no outline has the section and slot it names", "check \"section\" and \"slot\" of its point"},
    {"R0211", "it has text, and its slot is a table", "give the point \"cells\""},
    {"R0212", "it has cells, and its slot is no table", "give the point \"text\""},
    {"R0213", "it has more cells than its table has columns", "remove cells, or add columns to the outline"},
    {"R0216", "its slot is a chart, and it is not about a metric", "add \"for_each\": \"metrics\""},
    {"R0214", "its slot is the list of sources, which takes no points", "name another slot"},
};
enum { LOST, NO_CELLS, NO_TABLE, MANY_CELLS, NO_METRIC, TO_SOURCES, FITS };

static int slot_fit(const rtp_slot *slot, const rtp_rule *rule)
{
    if (slot->form == RTP_FORM_SOURCES) {
        return TO_SOURCES;
    }
    if (slot->form == RTP_FORM_CHART && rule->scope != RTP_METRICS) {
        return NO_METRIC;
    }
    if (slot->form != RTP_FORM_TABLE) {
        return rule->cell_count > 0 ? NO_TABLE : FITS;
    }
    return rule->cell_count == 0 ? NO_CELLS : rule->cell_count > slot->column_count ? MANY_CELLS : FITS;
}

/* What is held against what, and where a rule of the pack stands. */
typedef struct fitting {
    const rtp_outline *outlines;
    size_t count;
    const rtp_source *source; /* or NULL */
    rtp_diags *diags;
} fitting;

static bool misfit_report(const fitting *f, const misfit *problem, const rtp_rule *rule, rtp_str outline, size_t index)
{
    rtp_arena *arena = f->diags->arena;
    rtp_str where = outline.len > 0 ? rtp_arena_format(arena, " (outline \"%.*s\")", RTP_FMT(outline)) : rtp_lit("");
    rtp_diag diag = {.severity = RTP_ERROR, .code = problem->code, .hint = rtp_str_from(problem->hint)};
    diag.message = rtp_arena_format(arena, "rule %.*s: %s%.*s", RTP_FMT(rule->id), problem->problem, RTP_FMT(where));
    if (f->source) {
        diag.source = f->source;
        diag.pointer = rtp_arena_format(arena, "/rules/%zu/point", index);
        rtp_json_locate(f->source->text, diag.pointer, false, &diag.offset, &diag.length);
    }
    rtp_diags_put(f->diags, diag);
    return false;
}

static bool rule_fit(const fitting *f, const rtp_rule *rule, size_t index)
{
    bool good = true, lost = true;
    for (size_t i = 0; i < f->count; i++) {
        const rtp_outline *outline = &f->outlines[i];
        const rtp_slot *slot = rule->personal && !outline->personal ? NULL : slot_of(outline, rule);
        int fit = slot ? slot_fit(slot, rule) : FITS;
        lost &= slot == NULL;
        good &= fit == FITS || misfit_report(f, &misfits[fit], rule, outline->name, index);
    }
    return lost ? misfit_report(f, &misfits[LOST], rule, (rtp_str){NULL, 0}, index) : good;
}

bool rtp_outlines_fit(const rtp_outline *outlines, size_t count, const rtp_pack *pack, const rtp_source *source,
                      rtp_diags *diags)
{
    fitting f = {outlines, count, source, diags};
    bool good = true;
    for (size_t i = 0; i < pack->rule_count; i++) {
        good &= rule_fit(&f, &pack->rules[i], i);
    }
    return good;
}

/* ---- slots ---- */

static bool is_filled(const rtp_outline *outline, const rtp_slot *slot, const rtp_pack *pack)
{
    for (size_t i = 0; i < pack->rule_count; i++) {
        const rtp_rule *rule = &pack->rules[i];
        if ((outline->personal || !rule->personal) && slot_of(outline, rule) == slot) {
            return true;
        }
    }
    return slot->form == RTP_FORM_SOURCES;
}

static bool slot_filled(const rtp_outline *outline, const rtp_section *section, const rtp_slot *slot,
                        const rtp_pack *pack, rtp_diags *diags)
{
    if (is_filled(outline, slot, pack)) {
        return true;
    }
    rtp_diag diag = {.severity = RTP_ERROR,
                     .code = "R0215",
                     .hint = rtp_lit("remove the slot, or let a rule name it with \"section\" and \"slot\"")};
    diag.message =
        rtp_arena_format(diags->arena, "outline %.*s: no rule fills the slot \"%.*s\" of its section \"%.*s\"",
                         RTP_FMT(outline->name), RTP_FMT(slot->name), RTP_FMT(section->id));
    rtp_diags_put(diags, diag);
    return false;
}

bool rtp_outlines_filled(const rtp_outline *outlines, size_t count, const rtp_pack *pack, rtp_diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < outlines[i].section_count; k++) {
            const rtp_section *section = &outlines[i].sections[k];
            for (size_t n = 0; n < section->slot_count; n++) {
                good &= slot_filled(&outlines[i], section, &section->slots[n], pack, diags);
            }
        }
    }
    return good;
}
