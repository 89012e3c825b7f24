/* A rule, a condition or a code on its own: what it says without any profile.
 * Phrases are shown with their facts in braces, as a pack writes them. */
#include "cli/explain.h"
#include "rtopitch/import.h"

typedef struct code_table {
    const rtp_code_doc *rows;
    const size_t *count;
} code_table;

static const code_table code_tables[] = {
    {rtp_base_codes, &rtp_base_code_count},         {rtp_json_codes, &rtp_json_code_count},
    {rtp_profile_codes, &rtp_profile_code_count},   {rtp_rules_codes, &rtp_rules_code_count},
    {rtp_document_codes, &rtp_document_code_count}, {rtp_cli_codes, &rtp_cli_code_count},
    {rtp_lint_codes, &rtp_lint_code_count},         {rtp_import_codes, &rtp_import_code_count},
    {rtp_render_codes, &rtp_render_code_count},
};

const rtp_code_doc *rtp_code_find(rtp_str code)
{
    for (size_t i = 0; i < RTP_COUNT(code_tables); i++) {
        for (size_t k = 0; k < *code_tables[i].count; k++) {
            if (rtp_str_equal(rtp_str_from(code_tables[i].rows[k].code), code)) {
                return &code_tables[i].rows[k];
            }
        }
    }
    return NULL;
}

const rtp_rule *rtp_rule_find(const rtp_pack *pack, rtp_str id)
{
    for (size_t i = 0; i < pack->rule_count; i++) {
        if (rtp_str_equal(pack->rules[i].id, id)) {
            return &pack->rules[i];
        }
    }
    return NULL;
}

rtp_str rtp_rule_nearest(const rtp_pack *pack, rtp_str id, rtp_arena *arena)
{
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, pack->rule_count);
    for (size_t i = 0; i < pack->rule_count; i++) {
        ids[i] = pack->rules[i].id;
    }
    return rtp_str_nearest(id, ids, pack->rule_count);
}

/* ---- conditions ---- */

static void put_operand(rtp_type type, const rtp_operand *operand, rtp_buf *out)
{
    if (type == RTP_FLAG) {
        rtp_buf_puts(out, operand->number > 0 ? "yes" : "no");
    } else if (operand->text.ptr) {
        rtp_terminal_put(out, operand->text);
    } else {
        rtp_buf_format(out, "%g", operand->number);
    }
}

static void put_parts(const rtp_condition *condition, rtp_buf *out)
{
    static const char *const words[] = {[RTP_ALL] = "all of (", [RTP_ANY] = "any of (", [RTP_NOT] = "not ("};
    rtp_buf_puts(out, words[condition->test]);
    rtp_str rest = condition->items;
    rtp_condition part;
    for (size_t i = 0; rtp_condition_next(&rest, &part); i++) {
        rtp_buf_puts(out, i > 0 ? ", " : "");
        rtp_condition_put(&part, out);
    }
    rtp_buf_put_char(out, ')');
}

void rtp_condition_put(const rtp_condition *condition, rtp_buf *out)
{
    static const char *const words[] = {
        [RTP_IS] = "is",    [RTP_IN] = "is one of", [RTP_LT] = "below",     [RTP_LE] = "at most",
        [RTP_GT] = "above", [RTP_GE] = "at least",  [RTP_BETWEEN] = "from", [RTP_KNOWN] = "is known:",
    };
    if (condition->test <= RTP_NOT) {
        put_parts(condition, out);
        return;
    }
    const rtp_fact *fact = rtp_fact_at(condition->fact);
    rtp_buf_format(out, "%s %s ", fact->name, words[condition->test]);
    rtp_type type = condition->test == RTP_KNOWN ? RTP_FLAG : fact->type;
    rtp_str rest = condition->items;
    rtp_operand operand;
    for (size_t i = 0; rtp_operand_next(&rest, &operand); i++) {
        rtp_buf_puts(out, i == 0 ? "" : condition->test == RTP_BETWEEN ? " to " : " or ");
        put_operand(type, &operand, out);
    }
}

/* ---- rules ---- */

static void put_phrase(rtp_str phrase, const char *name, rtp_buf *out)
{
    rtp_buf text = rtp_buf_make(1 << 20);
    rtp_packed when;
    if (rtp_phrase_when(&phrase, &when)) {
        rtp_condition condition = rtp_condition_read(when);
        rtp_buf_puts(&text, "when ");
        rtp_condition_put(&condition, &text);
        rtp_buf_puts(&text, ": ");
    }
    rtp_segment segment;
    while (rtp_segment_next(&phrase, &segment)) {
        if (segment.fact == RTP_LITERAL) {
            rtp_buf_put(&text, segment.text);
        } else {
            rtp_buf_format(&text, "{%s}", rtp_fact_at(segment.fact)->name);
        }
    }
    rtp_buf_format(out, "%-10s", name);
    rtp_terminal_wrap(out, rtp_buf_text(&text), 10, 10, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(out, '\n');
    rtp_buf_free(&text);
}

static void put_phrases(const rtp_phrases *phrases, const char *name, rtp_buf *out)
{
    rtp_str rest = rtp_packed_items(*phrases), phrase;
    for (size_t i = 0; rtp_packed_next(&rest, &phrase); i++) {
        put_phrase(phrase, i == 0 ? name : "or", out);
    }
}

static void put_line(const char *name, rtp_str text, rtp_buf *out)
{
    if (text.len > 0) {
        rtp_buf_format(out, "%-10s", name);
        rtp_terminal_wrap(out, text, 10, 10, RTP_TERMINAL_WIDTH);
        rtp_buf_put_char(out, '\n');
    }
}

void rtp_rule_put(const rtp_rule *rule, rtp_buf *out)
{
    put_line("rule", rule->id, out);
    put_line("for each", rtp_str_from(rtp_scope_name(rule->scope)), out);
    if (rule->when.bytes) {
        rtp_buf text = rtp_buf_make(1 << 20);
        rtp_condition condition = rtp_condition_read(rule->when);
        rtp_condition_put(&condition, &text);
        put_line("when", rtp_buf_text(&text), out);
        rtp_buf_free(&text);
    }
    put_line("section", rule->section, out);
    put_line("slot", rule->slot, out);
    rtp_buf_format(out, "%-10s%d\n", "strength", rule->strength);
    put_line("private", rule->personal ? rtp_lit("only in documents for yourself") : (rtp_str){NULL, 0}, out);
    put_line("argues", rule->argues, out);
    put_phrases(&rule->lead, "lead", out);
    put_phrases(&rule->text, "text", out);
    for (size_t i = 0; i < rule->cell_count; i++) {
        put_phrases(&rule->cells[i], i == 0 ? "cells" : "", out);
    }
    if (rule->evidence.most > 0) {
        rtp_str concern = rtp_want_concern(&rule->evidence);
        rtp_str all = rule->evidence.all_concerns ? rtp_lit("on any concern") : rtp_lit("on the concern it answers");
        put_line("research", concern.len > 0 ? concern : all, out);
    }
    put_phrases(&rule->add, "add", out);
}
