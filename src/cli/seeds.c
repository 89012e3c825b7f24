/* The advice that the rules come from: each piece with what applies it, or with the reason why nothing does.
 * Rules, concerns and rules of language name the seeds; this turns the table round. */
#include "cli/seeds.h"

#include "cli/provenance.h"
#include "cli/terminal.h"

enum { INDENT = 5 };

static bool has_seed(rtp_str seeds, rtp_str id)
{
    for (rtp_str seed; rtp_packed_next(&seeds, &seed);) {
        if (rtp_str_equal(seed, id)) {
            return true;
        }
    }
    return false;
}

/* ---- what applies a seed: walked the same way for both forms ---- */

typedef struct applied {
    const rtp_pack *pack;
    const rtp_seed *seed;
    size_t i; /* of the next to look at */
} applied;

static applied start(const rtp_pack *pack, const rtp_seed *seed)
{
    return (applied){pack, seed, 0};
}

static bool next_rule(applied *a, rtp_str *id)
{
    while (a->i < a->pack->rule_count) {
        const rtp_rule *rule = &a->pack->rules[a->i++];
        if (has_seed(rtp_packed_items(rule->seeds), a->seed->id)) {
            *id = rule->id;
            return true;
        }
    }
    return false;
}

static bool next_concern(applied *a, rtp_str *id)
{
    while (a->i < a->pack->concern_count) {
        const rtp_concern_entry *entry = &a->pack->concerns[a->i++];
        if (has_seed(rtp_concern_words(entry, RTP_CONCERN_SEEDS), a->seed->id)) {
            *id = entry->id;
            return true;
        }
    }
    return false;
}

static bool next_code(applied *a, rtp_str *code)
{
    rtp_str codes = {a->seed->lint.ptr + a->i, a->seed->lint.len - a->i};
    bool found = rtp_packed_next(&codes, code);
    a->i = a->seed->lint.len - codes.len;
    return found;
}

typedef struct kind {
    const char *name, *before; /* of the member in JSON; before each in text */
    bool (*next)(applied *a, rtp_str *id);
} kind;

static const kind kinds[] = {{"rules", "", next_rule}, {"concerns", "concern ", next_concern}, {"lint", "", next_code}};

/* ---- as text ---- */

/* "rule.one, rule.two, concern culture" in lines that fit; a name and what stands before it stay together. */
static void put_applied(const rtp_pack *pack, const rtp_seed *seed, rtp_buf *out)
{
    size_t column = 0;
    for (size_t k = 0; k < RTP_COUNT(kinds); k++) {
        applied a = start(pack, seed);
        for (rtp_str id; kinds[k].next(&a, &id);) {
            rtp_str before = rtp_str_from(kinds[k].before);
            size_t width = before.len + id.len;
            bool fits = column > 0 && column + 2 + width < RTP_TERMINAL_WIDTH; /* room for a comma behind it */
            rtp_buf_puts(out, column == 0 ? "" : fits ? ", " : ",\n");
            rtp_buf_fill(out, ' ', fits ? 0 : INDENT);
            rtp_buf_put(out, before);
            rtp_terminal_put(out, id);
            column = (fits ? column + 2 : INDENT) + width;
        }
    }
    rtp_buf_puts(out, column > 0 ? "\n" : "");
}

void rtp_seeds_put_text(const rtp_pack *pack, rtp_buf *out)
{
    rtp_str items = rtp_packed_items(pack->seeds);
    for (rtp_seed seed; rtp_seed_next(&items, &seed);) {
        rtp_terminal_put(out, seed.id);
        rtp_buf_puts(out, "  ");
        rtp_terminal_wrap(out, seed.gist, INDENT, INDENT, RTP_TERMINAL_WIDTH);
        rtp_buf_put_char(out, '\n');
        if (seed.not_emitted.len > 0) {
            rtp_buf_puts(out, "     Not emitted: ");
            rtp_terminal_wrap(out, seed.not_emitted, INDENT + sizeof "Not emitted: " - 1, INDENT, RTP_TERMINAL_WIDTH);
            rtp_buf_put_char(out, '\n');
        }
        put_applied(pack, &seed, out);
    }
}

/* ---- as JSON ---- */

static void put_seed_json(const rtp_pack *pack, const rtp_seed *seed, rtp_json_writer *w)
{
    rtp_json_open(w, '{');
    rtp_json_put_member(w, "id", seed->id);
    rtp_json_put_member(w, "gist", seed->gist);
    for (size_t k = 0; k < RTP_COUNT(kinds); k++) {
        rtp_json_put_key(w, kinds[k].name);
        rtp_json_open(w, '[');
        applied a = start(pack, seed);
        for (rtp_str id; kinds[k].next(&a, &id);) {
            rtp_json_put_text(w, id);
        }
        rtp_json_close(w, ']');
    }
    rtp_json_put_member(w, "not_emitted", seed->not_emitted.len > 0 ? seed->not_emitted : (rtp_str){NULL, 0});
    rtp_json_close(w, '}');
}

void rtp_seeds_put_json(const rtp_pack *pack, rtp_json_writer *w)
{
    rtp_json_open(w, '[');
    rtp_str items = rtp_packed_items(pack->seeds);
    for (rtp_seed seed; rtp_seed_next(&items, &seed);) {
        put_seed_json(pack, &seed, w);
    }
    rtp_json_close(w, ']');
}
