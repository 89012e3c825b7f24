/* Compiles patterns when a pack is loaded, which for the program's own is when it is built. A name in angle
 * brackets is replaced by its alternatives, as if they had been written out. */
#include "lint/pattern.h"

#include <string.h>

enum {
    DEPTH_MOST = 8,
    GAP_MOST = 20,
    GAPS_MOST = 4,
    CHOICES_MOST = 250, /* an instruction counts them in a byte */
    PROGRAM_MOST = UINT16_MAX,
    BYTE_BITS = 8,
    BYTE_MASK = 0xFF
};

typedef struct parser {
    rtp_vocabulary *vocabulary;
    rtp_str text;
    size_t at;
    size_t gaps, depth;
    rtp_pattern_fault *fault;
} parser;

unsigned rtp_vocabulary_take(rtp_vocabulary *v, rtp_str word)
{
    for (size_t i = 0; i < v->len; i++) {
        if (rtp_str_equal(v->words[i], word)) {
            return (unsigned)(RTP_LINT_WORDS + i);
        }
    }
    v->words = rtp_array_grow(v->arena, v->words, v->len, &v->cap, sizeof *v->words);
    v->words[v->len++] = rtp_arena_copy(v->arena, word);
    return (unsigned)(RTP_LINT_WORDS + v->len - 1);
}

static rtp_str refuse(parser *p, size_t from, size_t len, const char *message)
{
    if (!p->fault->message.ptr) {
        *p->fault = (rtp_pattern_fault){rtp_str_from(message), from, len};
    }
    p->at = p->text.len;
    return (rtp_str){NULL, 0};
}

static char peek(const parser *p)
{
    return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static void skip_blanks(parser *p)
{
    while (peek(p) == ' ') {
        p->at++;
    }
}

/* ---- pieces of programs ---- */

static void put_number(rtp_buf *out, size_t number)
{
    rtp_buf_put_char(out, (char)(number & BYTE_MASK));
    rtp_buf_put_char(out, (char)(number >> BYTE_BITS & BYTE_MASK));
}

/* What was cut must not be run: its offsets lead out of it. */
static rtp_str keep(parser *p, rtp_buf *out)
{
    if (out->failed) {
        refuse(p, 0, p->text.len, "this pattern is too large");
    }
    rtp_str program = rtp_arena_copy(p->vocabulary->arena, rtp_buf_text(out));
    rtp_buf_free(out);
    return program;
}

static rtp_str code_of(parser *p, unsigned code)
{
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    rtp_buf_put_char(&out, (char)code);
    return keep(p, &out);
}

static rtp_str word_code(parser *p, unsigned number)
{
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    rtp_buf_put_char(&out, RTP_CODE_WORD);
    put_number(&out, number);
    return keep(p, &out);
}

static rtp_str optional(parser *p, rtp_str item)
{
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    rtp_buf_put_char(&out, RTP_CODE_SPLIT);
    put_number(&out, item.len);
    rtp_buf_put(&out, item);
    return keep(p, &out);
}

static bool is_one_word(rtp_str program)
{
    return program.len == 3 && program.ptr[0] == RTP_CODE_WORD;
}

/* Alternatives of one word each become one instruction; they come first, since that changes nothing. */
static rtp_str choice(parser *p, const rtp_str *options, size_t count)
{
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    size_t single = 0, left = 0;
    for (size_t i = 0; i < count; i++) {
        single += is_one_word(options[i]);
    }
    rtp_buf any = rtp_buf_make(PROGRAM_MOST);
    rtp_buf_put_char(&any, RTP_CODE_ANY);
    rtp_buf_put_char(&any, (char)single);
    for (size_t i = 0; i < count; i++) {
        if (is_one_word(options[i])) {
            rtp_buf_put(&any, (rtp_str){options[i].ptr + 1, 2});
        } else {
            left += options[i].len + 6;
        }
    }
    if (single > 0 && left > 0) {
        rtp_buf_put_char(&out, RTP_CODE_SPLIT);
        put_number(&out, any.len + 3);
    }
    if (single > 0) {
        rtp_buf_put(&out, rtp_buf_text(&any));
    }
    size_t others = count - single;
    size_t end = out.len + (single > 0 && left > 0 ? 3 : 0) + (others > 0 ? left - 6 : 0);
    if (single > 0 && left > 0) {
        rtp_buf_put_char(&out, RTP_CODE_JUMP);
        put_number(&out, end - out.len - 2);
    }
    for (size_t i = 0; i < count; i++) {
        if (is_one_word(options[i])) {
            continue;
        }
        others--;
        if (others > 0) {
            rtp_buf_put_char(&out, RTP_CODE_SPLIT);
            put_number(&out, options[i].len + 3);
        }
        rtp_buf_put(&out, options[i]);
        if (others > 0) {
            rtp_buf_put_char(&out, RTP_CODE_JUMP);
            put_number(&out, end - out.len - 2);
        }
    }
    rtp_buf_free(&any);
    return keep(p, &out);
}

/* ---- items ---- */

static rtp_str parse_choice(parser *p, char closing);

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '%' || c == '&' ||
           (unsigned char)c >= 0x80;
}

static rtp_str parse_word(parser *p)
{
    size_t from = p->at;
    while (is_word_char(peek(p))) {
        p->at++;
    }
    rtp_str word = {p->text.ptr + from, p->at - from};
    if (word.len == 0) {
        return refuse(p, from, 1, "this is no part of a pattern; words are in lower case");
    }
    unsigned number = rtp_str_equal(word, rtp_lit("money")) ? RTP_LINT_MONEY : rtp_vocabulary_take(p->vocabulary, word);
    return word_code(p, number);
}

static rtp_str parse_gap(parser *p)
{
    size_t from = p->at, most = 0;
    bool reach = p->at + 2 < p->text.len && p->text.ptr[p->at + 2] == '.';
    for (p->at += reach ? 3 : 2; peek(p) >= '0' && peek(p) <= '9' && most <= GAP_MOST; p->at++) {
        most = most * 10 + (size_t)(peek(p) - '0');
    }
    if (most == 0 || most > GAP_MOST) {
        return refuse(p, from, p->at - from, "a gap is written ..3, for at most three words; it may be 1 to 20");
    }
    if (++p->gaps > GAPS_MOST) {
        return refuse(p, from, p->at - from, "a pattern has at most four gaps");
    }
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    rtp_buf_put_char(&out, reach ? RTP_CODE_REACH : RTP_CODE_GAP);
    rtp_buf_put_char(&out, (char)most);
    return keep(p, &out);
}

static rtp_str parse_list_items(parser *p, const rtp_word_list *list)
{
    rtp_str *options = RTP_NEW_ARRAY(p->vocabulary->arena, rtp_str, list->any.len);
    for (size_t i = 0; i < list->any.len && !p->fault->message.ptr; i++) {
        parser inner = {
            .vocabulary = p->vocabulary, .text = list->any.items[i], .fault = p->fault, .depth = p->depth + 1};
        options[i] = parse_choice(&inner, '\0');
    }
    return choice(p, options, list->any.len);
}

/* What is wrong inside a list has its place in the pattern that names it. */
static rtp_str refuse_list(parser *p, size_t from)
{
    p->fault->from = from;
    p->fault->len = p->at - from;
    p->at = p->text.len;
    return (rtp_str){NULL, 0};
}

static rtp_str parse_name(parser *p)
{
    size_t from = p->at++, start = p->at;
    while (peek(p) != '>' && peek(p) != '\0') {
        p->at++;
    }
    rtp_str name = {p->text.ptr + start, p->at - start};
    p->at += peek(p) == '>';
    if (p->depth >= DEPTH_MOST) {
        return refuse(p, from, p->at - from, "lists of words name each other too deep");
    }
    for (size_t i = 0; i < p->vocabulary->list_count; i++) {
        const rtp_word_list *list = &p->vocabulary->lists[i];
        if (rtp_str_equal(list->name, name)) {
            rtp_str items = parse_list_items(p, list);
            return p->fault->message.ptr ? refuse_list(p, from) : items;
        }
    }
    return refuse(p, from, p->at - from, "no list of words has this name");
}

static rtp_str parse_group(parser *p)
{
    size_t from = p->at++;
    if (++p->depth > DEPTH_MOST) {
        return refuse(p, from, 1, "the brackets are too deep");
    }
    rtp_str items = parse_choice(p, ')');
    p->depth--;
    if (peek(p) != ')') {
        return refuse(p, from, 1, "this bracket is not closed");
    }
    p->at++;
    return items;
}

static rtp_str parse_at(parser *p)
{
    p->at++;
    bool owner = p->text.len - p->at >= 2 && memcmp(p->text.ptr + p->at, "'s", 2) == 0;
    p->at += owner ? 2 : 0;
    return word_code(p, owner ? RTP_LINT_OWNER : RTP_LINT_NAME);
}

static rtp_str parse_item(parser *p)
{
    char c = peek(p), after = p->at + 1 < p->text.len ? p->text.ptr[p->at + 1] : '\0';
    if (c == '.' && after == '.') {
        return parse_gap(p);
    }
    switch (c) {
    case '(':
        return parse_group(p);
    case '<':
        return parse_name(p);
    case '@':
        return parse_at(p);
    case '#':
        p->at++;
        return word_code(p, RTP_LINT_NUMBER);
    case ',':
        p->at++;
        return code_of(p, RTP_CODE_PAUSE);
    case '^':
        p->at++;
        return code_of(p, RTP_CODE_FIRST);
    case '$':
        p->at++;
        return code_of(p, RTP_CODE_LAST);
    default:
        return parse_word(p);
    }
}

static rtp_str parse_items(parser *p, char closing)
{
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    for (skip_blanks(p); p->at < p->text.len && peek(p) != '|' && peek(p) != closing; skip_blanks(p)) {
        rtp_str item = parse_item(p);
        if (peek(p) == '?') {
            p->at++;
            item = optional(p, item);
        }
        rtp_buf_put(&out, item);
    }
    if (out.len == 0 && !p->fault->message.ptr) {
        refuse(p, p->at > 0 ? p->at - 1 : 0, 1, "here is nothing to match");
    }
    return keep(p, &out);
}

static rtp_str parse_choice(parser *p, char closing)
{
    rtp_str *options = NULL;
    size_t count = 0, cap = 0, from = p->at;
    for (;;) {
        options = rtp_array_grow(p->vocabulary->arena, options, count, &cap, sizeof *options);
        options[count++] = parse_items(p, closing);
        if (peek(p) != '|') {
            break;
        }
        p->at++;
    }
    if (count > CHOICES_MOST) {
        return refuse(p, from, p->at - from, "a group has at most 250 alternatives");
    }
    return count == 1 ? options[0] : choice(p, options, count);
}

rtp_str rtp_pattern_compile(rtp_vocabulary *vocabulary, rtp_str pattern, rtp_pattern_fault *fault)
{
    parser p = {.vocabulary = vocabulary, .text = pattern, .fault = fault};
    *fault = (rtp_pattern_fault){{NULL, 0}, 0, 0};
    rtp_str items = parse_choice(&p, '\0');
    if (!fault->message.ptr && p.at < pattern.len) {
        refuse(&p, p.at, 1, "this bracket was not opened");
    }
    rtp_buf out = rtp_buf_make(PROGRAM_MOST);
    rtp_buf_put(&out, items);
    rtp_buf_put_char(&out, RTP_CODE_END);
    return keep(&p, &out);
}

/* ---- what a program can start with ---- */

bool rtp_program_firsts(const uint8_t *code, uint8_t *first)
{
    for (;;) {
        switch ((enum rtp_lint_code) * code) {
        case RTP_CODE_WORD:
            first[rtp_code_number(code + 1)] = 1;
            return true;
        case RTP_CODE_ANY:
            for (size_t i = 0; i < code[1]; i++) {
                first[rtp_code_number(code + 2 + 2 * i)] = 1;
            }
            return true;
        case RTP_CODE_END:
        case RTP_CODE_GAP:
        case RTP_CODE_REACH:
        case RTP_CODE_LAST:
            return false;
        case RTP_CODE_PAUSE:
        case RTP_CODE_FIRST:
            code++;
            break;
        case RTP_CODE_SPLIT:
            if (!rtp_program_firsts(code + 3, first)) {
                return false;
            }
            code += 3 + rtp_code_number(code + 1);
            break;
        case RTP_CODE_JUMP:
            code += 3 + rtp_code_number(code + 1);
            break;
        }
    }
}
