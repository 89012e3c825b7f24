/* What a rule says about itself: its code and its texts; and whether it keeps what its examples promise. */
#include "lint/pack.h"

#include <string.h>

const char *rtp_lint_code(const rtp_lint_rule *rule)
{
    /* clang-format off: one row a ten */
    static const char codes[][4] = {
        "L00", "L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12", "L13", "L14", "L15",
        "L16", "L17", "L18", "L19", "L20", "L21", "L22", "L23", "L24", "L25", "L26", "L27", "L28", "L29", "L30", "L31",
        "L32", "L33", "L34", "L35", "L36", "L37", "L38", "L39", "L40", "L41", "L42", "L43", "L44", "L45", "L46", "L47",
        "L48", "L49", "L50", "L51", "L52", "L53", "L54", "L55", "L56", "L57", "L58", "L59", "L60", "L61", "L62", "L63",
    };
    /* clang-format on */
    return codes[rule->code];
}

const rtp_lint_rule *rtp_lint_rule_find(const rtp_lint_pack *pack, rtp_str code)
{
    unsigned number = rtp_lint_code_number(code);
    for (size_t i = 0; i < pack->rule_count && number > 0; i++) {
        if (pack->rules[i].code == number) {
            return &pack->rules[i];
        }
    }
    return NULL;
}

rtp_lint_words rtp_lint_words_of(const rtp_lint_pack *pack, const rtp_lint_rule *rule)
{
    rtp_lint_words words;
    words.title = rtp_str_from(pack->texts + rule->texts);
    words.why = rtp_str_from(words.title.ptr + words.title.len + 1);
    words.better = rtp_str_from(words.why.ptr + words.why.len + 1);
    return words;
}

/* ---- examples ---- */

static bool speaks(rtp_linter *linter, const rtp_lint_rule *rule, rtp_str text)
{
    linter->rules = rtp_lint_bit(rule);
    rtp_lint_text(linter, text);
    return linter->len > 0;
}

typedef struct trial {
    rtp_linter linter;
    const rtp_source *source;
    rtp_diags *diags;
    size_t run;
    bool good;
} trial;

static void try_examples(trial *t, const rtp_lint_rule *rule, const rtp_texts *texts, const char *key, size_t number)
{
    bool wanted = strcmp(key, "hits") == 0;
    for (size_t i = 0; i < texts->len; i++, t->run++) {
        if (speaks(&t->linter, rule, texts->items[i]) == wanted) {
            continue;
        }
        rtp_lint_spot spot = {
            .source = t->source,
            .code = "L1002",
            .pointer = rtp_arena_format(t->diags->arena, "/lint/%zu/%s/%zu", number, key, i),
            .message = rtp_arena_format(t->diags->arena, "%s %s here", rtp_lint_code(rule),
                                        wanted ? "should speak, and does not" : "should be silent, and speaks"),
            .hint = rtp_lit("change the patterns or the example"),
        };
        rtp_lint_report(&spot, t->diags);
        t->good = false;
    }
}

bool rtp_lint_examples(const rtp_lint_pack *pack, const rtp_source *source, rtp_arena *arena, rtp_diags *diags,
                       size_t *run)
{
    rtp_lint_file file = {0};
    if (!rtp_lint_file_read(source, arena, diags, &file)) {
        return false;
    }
    trial t = {
        .linter = {.pack = pack, .arena = arena, .markdown = true}, .source = source, .diags = diags, .good = true};
    const rtp_rule_source *items = file.lint.items;
    for (size_t i = 0; i < file.lint.len; i++) {
        const rtp_lint_rule *rule = rtp_lint_rule_find(pack, items[i].code);
        if (rule) {
            try_examples(&t, rule, &items[i].hits, "hits", i);
            try_examples(&t, rule, &items[i].misses, "misses", i);
        }
    }
    *run = t.run;
    return t.good;
}
