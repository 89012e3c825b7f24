/* Prints compiled rules as C tables of numbers, so that the program starts with them in place. The bytes
 * depend on the rules alone. */
#include "lint/anchor.h"

enum { NUMBERS_A_LINE = 24 };

static void put_number(rtp_buf *out, size_t i, unsigned long number)
{
    rtp_buf_puts(out, i % NUMBERS_A_LINE == 0 ? "\n    " : " ");
    rtp_buf_format(out, "%lu,", number);
}

static void open_table(rtp_buf *out, const char *type, const char *name, const char *table)
{
    rtp_buf_format(out, "static const %s %s_%s[] = {", type, name, table);
}

static void close_table(rtp_buf *out)
{
    rtp_buf_puts(out, "\n};\n");
}

static void print_bytes(rtp_buf *out, const char *name, const char *table, const void *bytes, size_t len)
{
    const unsigned char *items = bytes;
    open_table(out, "uint8_t", name, table);
    for (size_t i = 0; i < len; i++) {
        put_number(out, i, items[i]);
    }
    put_number(out, len, 0);
    close_table(out);
}

static void print_shorts(rtp_buf *out, const char *name, const char *table, const uint16_t *items, size_t len)
{
    open_table(out, "uint16_t", name, table);
    for (size_t i = 0; i < len; i++) {
        put_number(out, i, items[i]);
    }
    put_number(out, len, 0);
    close_table(out);
}

static void print_words(rtp_buf *out, const char *name, const rtp_lint_pack *pack)
{
    open_table(out, "uint32_t", name, "words");
    for (size_t i = 0; i <= pack->word_count; i++) {
        put_number(out, i, pack->words[i]);
    }
    close_table(out);
}

static void print_rules(rtp_buf *out, const char *name, const rtp_lint_pack *pack)
{
    open_table(out, "rtp_lint_rule", name, "rules");
    for (size_t i = 0; i < pack->rule_count; i++) {
        const rtp_lint_rule *rule = &pack->rules[i];
        rtp_buf_format(out, "\n    {%u, %u, %u, %u, %s, %u, %u, %u, %luUL},", rule->code, rule->severity, rule->profile,
                       rule->test, rule->opening ? "true" : "false", rule->limit, rule->unless, rule->unless_end,
                       (unsigned long)rule->texts);
    }
    close_table(out);
}

static void print_patterns(rtp_buf *out, const char *name, const rtp_lint_pack *pack)
{
    open_table(out, "rtp_lint_pattern", name, "patterns");
    for (size_t i = 0; i < pack->pattern_count; i++) {
        const rtp_lint_pattern *pattern = &pack->patterns[i];
        rtp_buf_format(out, "\n    {%luUL, %u, %s},", (unsigned long)pattern->program, pattern->rule,
                       pattern->stubborn ? "true" : "false");
    }
    close_table(out);
}

static void print_pack(rtp_buf *out, const char *name, const rtp_lint_pack *pack)
{
    static const char *const tables[] = {"rules",  "patterns", "programs", "words",  "slots",
                                         "firsts", "starts",   "urgents",  "anchors"};
    rtp_buf_format(out, "static const rtp_lint_pack %s = {\n", name);
    for (size_t i = 0; i < RTP_COUNT(tables); i++) {
        rtp_buf_format(out, "    .%s = %s_%s,\n", tables[i], name, tables[i]);
    }
    rtp_buf_format(out, "    .texts = (const char *)%s_texts,\n    .letters = (const char *)%s_letters,\n", name, name);
    rtp_buf_format(
        out, "    .slot_mask = %luUL, .rule_count = %u, .pattern_count = %u, .word_count = %u, .negations = %u,\n",
        (unsigned long)pack->slot_mask, pack->rule_count, pack->pattern_count, pack->word_count, pack->negations);
    rtp_buf_format(out, "    .anchored = %s,\n", pack->anchored ? "true" : "false");
    rtp_buf_format(out, "    .urgent = %lluU, .opening = %lluU, .lengthy = %lluU,\n", (unsigned long long)pack->urgent,
                   (unsigned long long)pack->opening, (unsigned long long)pack->lengthy);
    rtp_buf_format(out, "    .program_len = %luUL, .text_len = %luUL, .letter_len = %luUL, .start_count = %luUL,\n};\n",
                   (unsigned long)pack->program_len, (unsigned long)pack->text_len, (unsigned long)pack->letter_len,
                   (unsigned long)pack->start_count);
}

void rtp_lint_print(const rtp_lint_pack *pack, const char *name, rtp_buf *out)
{
    print_rules(out, name, pack);
    print_patterns(out, name, pack);
    print_bytes(out, name, "programs", pack->programs, pack->program_len);
    print_bytes(out, name, "texts", pack->texts, pack->text_len);
    print_bytes(out, name, "letters", pack->letters, pack->letter_len);
    print_words(out, name, pack);
    print_shorts(out, name, "slots", pack->slots, (size_t)pack->slot_mask + 1);
    print_shorts(out, name, "firsts", pack->firsts, (size_t)pack->word_count + 1);
    print_shorts(out, name, "starts", pack->starts, pack->start_count);
    print_shorts(out, name, "urgents", pack->urgents, pack->word_count);
    print_bytes(out, name, "anchors", pack->anchors, RTP_ANCHOR_BITS / 8);
    print_pack(out, name, pack);
}
