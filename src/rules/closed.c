/* The bytes of closed rules: of a run its section and its rules; of a rule its numbers, one byte each, then its texts
 * and lists behind their lengths, the cells last. The program starts with hundreds of rules and opens a fifth of them.
 */
#include "rules/closed.h"

#include "rules/packed.h"

/* Numbers of a rule that fit a byte, in this order. */
enum { SCOPE, PERSONAL, STRENGTH, CELL_COUNT, WANT_MOST, WANT_CONCERN, WANT_DIRECTION, WANT_ALL, NUMBER_COUNT };

/* ---- closing ---- */

static void put_list(rtp_packed list, rtp_buf *out)
{
    rtp_packed_put(rtp_packed_items(list), out);
}

static void put_numbers(const rtp_rule *rule, rtp_buf *out)
{
    const unsigned numbers[NUMBER_COUNT] = {
        [SCOPE] = rule->scope,
        [PERSONAL] = rule->personal,
        [STRENGTH] = rule->strength,
        [CELL_COUNT] = rule->cell_count,
        [WANT_MOST] = rule->evidence.most,
        [WANT_CONCERN] = rule->evidence.concern,
        [WANT_DIRECTION] = rule->evidence.direction,
        [WANT_ALL] = rule->evidence.all_concerns,
    };
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        rtp_buf_put_char(out, (char)numbers[i]);
    }
}

static void put_rule(const rtp_rule *rule, rtp_buf *out)
{
    rtp_buf bytes = rtp_buf_make(SIZE_MAX);
    put_numbers(rule, &bytes);
    const rtp_str texts[] = {rule->id, rule->slot, rule->argues};
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        rtp_packed_put(texts[i], &bytes);
    }
    const rtp_packed lists[] = {rule->add, rule->seeds, rule->when, rule->lead, rule->text};
    for (size_t i = 0; i < RTP_COUNT(lists); i++) {
        put_list(lists[i], &bytes);
    }
    for (size_t i = 0; i < rule->cell_count; i++) {
        put_list(rule->cells[i], &bytes);
    }
    rtp_packed_put(rtp_buf_text(&bytes), out);
    rtp_buf_free(&bytes);
}

static size_t run_length(const rtp_rule *rules, size_t count)
{
    size_t len = 1;
    while (len < count && rtp_str_equal(rules[len].section, rules[0].section)) {
        len++;
    }
    return len;
}

void rtp_rules_close(const rtp_rule *rules, size_t count, rtp_buf *out)
{
    rtp_buf run = rtp_buf_make(SIZE_MAX);
    while (count > 0) {
        size_t len = run_length(rules, count);
        rtp_buf_cut(&run, 0);
        rtp_packed_put(rules->section, &run);
        for (size_t i = 0; i < len; i++) {
            put_rule(&rules[i], &run);
        }
        rtp_packed_put(rtp_buf_text(&run), out);
        rules += len;
        count -= len;
    }
    rtp_buf_free(&run);
}

/* ---- opening ---- */

/* Empty is absent: no rule has an empty text or list. */
static rtp_str cut_text(rtp_str *bytes)
{
    rtp_str text = packed_item(bytes);
    return text.len > 0 ? text : (rtp_str){NULL, 0};
}

/* A list begins at its length. */
static rtp_packed cut_list(rtp_str *bytes)
{
    const char *start = bytes->ptr;
    return (rtp_packed){packed_item(bytes).len > 0 ? start : NULL};
}

bool rtp_closed_run_next(rtp_str *runs, rtp_closed_run *run)
{
    if (runs->len == 0) {
        return false;
    }
    run->rules = packed_item(runs);
    run->section = cut_text(&run->rules);
    return true;
}

bool rtp_closed_next(rtp_closed_run *run, rtp_closed_rule *rule)
{
    if (run->rules.len == 0) {
        return false;
    }
    rule->rest = packed_item(&run->rules);
    rule->section = run->section;
    rule->scope = (rtp_scope)rule->rest.ptr[SCOPE];
    return true;
}

void rtp_rule_open(const rtp_closed_rule *closed, rtp_arena *arena, rtp_rule *rule)
{
    const unsigned char *numbers = (const unsigned char *)closed->rest.ptr;
    rtp_str rest = {closed->rest.ptr + NUMBER_COUNT, closed->rest.len - NUMBER_COUNT};
    rule->section = closed->section;
    rule->scope = closed->scope;
    rule->personal = numbers[PERSONAL] != 0;
    rule->strength = numbers[STRENGTH];
    rule->cell_count = numbers[CELL_COUNT];
    rule->evidence =
        (rtp_evidence_want){numbers[WANT_MOST], numbers[WANT_CONCERN], numbers[WANT_DIRECTION], numbers[WANT_ALL] != 0};
    rule->id = cut_text(&rest);
    rule->slot = cut_text(&rest);
    rule->argues = cut_text(&rest);
    rule->add = cut_list(&rest);
    rule->seeds = cut_list(&rest);
    rule->when = cut_list(&rest);
    rule->lead = cut_list(&rest);
    rule->text = cut_list(&rest);
    rtp_phrases *cells = rule->cell_count ? RTP_NEW_ARRAY(arena, rtp_phrases, rule->cell_count) : NULL;
    for (size_t i = 0; i < rule->cell_count; i++) {
        cells[i] = cut_list(&rest);
    }
    rule->cells = cells;
}

bool rtp_texts_hold(const rtp_texts *texts, rtp_str wanted)
{
    for (size_t i = 0; i < texts->len; i++) {
        rtp_str here = texts->items[i];
        if (here.len == wanted.len && (here.ptr == wanted.ptr || rtp_str_equal(here, wanted))) {
            return true;
        }
    }
    return false;
}

static size_t open_run(rtp_closed_run run, rtp_arena *arena, rtp_rule *rules)
{
    rtp_closed_rule closed;
    size_t count = 0;
    while (rtp_closed_next(&run, &closed)) {
        rtp_rule_open(&closed, arena, &rules[count++]);
    }
    return count;
}

const rtp_pack *rtp_pack_open(const rtp_pack *pack, const rtp_texts *sections, rtp_arena *arena)
{
    if (pack->closed_count == 0) {
        return pack;
    }
    rtp_pack *open = RTP_NEW(arena, rtp_pack);
    *open = *pack;
    rtp_rule *rules = RTP_NEW_ARRAY(arena, rtp_rule, pack->closed_count + pack->rule_count);
    rtp_str runs = rtp_packed_items(pack->closed);
    rtp_closed_run run;
    size_t count = 0;
    while (rtp_closed_run_next(&runs, &run)) {
        if (!sections || rtp_texts_hold(sections, run.section)) {
            count += open_run(run, arena, &rules[count]);
        }
    }
    for (size_t i = 0; i < pack->rule_count; i++) {
        rules[count++] = pack->rules[i];
    }
    open->rules = rules;
    open->rule_count = count;
    open->closed = (rtp_packed){NULL};
    open->closed_count = 0;
    return open;
}
