/* Tries the rules on a text, sentence by sentence: the words of a sentence say which patterns could start
 * there, and only those are tried. One finding a rule and sentence; what is quoted or denied is none. */
#include "lint/anchor.h"

#include <string.h>

enum {
    NEGATION_REACH = 4, /* words before a match in which a negation excuses it */
    OPENING_WORDS = 8   /* a title or a greeting is shorter, and the opening comes behind it */
};

typedef struct run {
    rtp_linter *linter;
    rtp_str text;
    rtp_lint_set wanted; /* in this paragraph */
    rtp_lint_set done;   /* spoke, or are excused, in this sentence */
    rtp_lint_set seen;   /* rules about what comes late that have seen it */
    bool urgent;         /* none are wanted but errors in profiles */
    size_t words;        /* in the sentences before */
} run;

/* ---- sets ---- */

rtp_lint_set rtp_lint_bit(const rtp_lint_rule *rule)
{
    return UINT64_C(1) << rule->code;
}

rtp_lint_set rtp_lint_all(const rtp_lint_pack *pack)
{
    rtp_lint_set set = 0;
    for (size_t i = 0; i < pack->rule_count; i++) {
        set |= rtp_lint_bit(&pack->rules[i]);
    }
    return set;
}

rtp_lint_set rtp_lint_in_profile(const rtp_lint_pack *pack, rtp_severity least)
{
    rtp_lint_set set = 0;
    for (size_t i = 0; i < pack->rule_count; i++) {
        const rtp_lint_rule *rule = &pack->rules[i];
        bool speaks = rule->profile > 0 && rule->profile - 1 >= (int)least;
        set |= speaks ? rtp_lint_bit(rule) : 0;
    }
    return set;
}

/* ---- findings ---- */

static void put_finding(run *r, const rtp_lint_rule *rule, size_t first, size_t end)
{
    rtp_linter *linter = r->linter;
    const rtp_lint_token *last = &linter->tokens[end - 1];
    size_t from = linter->tokens[first].from;
    linter->items = rtp_array_grow(linter->arena, linter->items, linter->len, &linter->cap, sizeof *linter->items);
    linter->items[linter->len++] = (rtp_lint_finding){rule, from, last->from + last->len - from};
}

static bool is_quoted(const rtp_linter *linter, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (linter->tokens[i].flags & RTP_TOKEN_QUOTED) {
            return true;
        }
    }
    return false;
}

static bool is_negated(const rtp_sentence *sentence, size_t first)
{
    for (size_t n = 0; n < NEGATION_REACH && first > sentence->from; n++, first--) {
        if (sentence->tokens[first].flags & RTP_TOKEN_PAUSE) {
            return false;
        }
        if (rtp_sentence_denies(sentence, first - 1)) {
            return true;
        }
    }
    return false;
}

static bool is_excused(const rtp_linter *linter, const rtp_sentence *sentence, const rtp_lint_rule *rule)
{
    const rtp_lint_pack *pack = linter->pack;
    for (unsigned p = rule->unless; p < rule->unless_end; p++) {
        for (size_t at = sentence->from; at < sentence->to; at++) {
            size_t end = 0;
            if (rtp_lint_match(pack->programs + pack->patterns[p].program, sentence, at, &end)) {
                return true;
            }
        }
    }
    return false;
}

/* What comes late is told once, at its first sight. */
static bool is_late(run *r, const rtp_lint_rule *rule)
{
    bool seen = (r->seen & rtp_lint_bit(rule)) != 0;
    r->seen |= rtp_lint_bit(rule);
    return !seen && r->words > rule->limit;
}

static void take_match(run *r, const rtp_sentence *sentence, const rtp_lint_rule *rule, size_t first, size_t end)
{
    r->done |= rtp_lint_bit(rule);
    if (!is_excused(r->linter, sentence, rule) && (rule->test != RTP_LINT_LATE || is_late(r, rule))) {
        put_finding(r, rule, first, end);
    }
}

static void try_pattern(run *r, const rtp_sentence *sentence, const rtp_lint_pattern *pattern, size_t at)
{
    const rtp_lint_pack *pack = r->linter->pack;
    const rtp_lint_rule *rule = &pack->rules[pattern->rule];
    rtp_lint_set bit = rtp_lint_bit(rule);
    size_t end = 0;
    if (!(r->wanted & bit) || (r->done & bit) ||
        !rtp_lint_match(pack->programs + pattern->program, sentence, at, &end) || is_quoted(r->linter, at, end) ||
        (!pattern->stubborn && is_negated(sentence, at))) {
        return;
    }
    take_match(r, sentence, rule, at, end);
}

static void try_starts(run *r, const rtp_sentence *sentence, unsigned word, size_t at)
{
    const rtp_lint_pack *pack = r->linter->pack;
    unsigned start = pack->firsts[word];
    unsigned end = r->urgent ? start + pack->urgents[word] : pack->firsts[word + 1];
    for (unsigned s = start; s < end; s++) {
        try_pattern(r, sentence, &pack->patterns[pack->starts[s]], at);
    }
}

static void try_token(run *r, const rtp_sentence *sentence, size_t at)
{
    const rtp_lint_token *token = &sentence->tokens[at];
    if (token->word != RTP_LINT_NONE) {
        try_starts(r, sentence, token->word, at);
    }
    if (token->flags & RTP_TOKEN_NUMBER) {
        try_starts(r, sentence, RTP_LINT_NUMBER, at);
    }
    if (token->flags & RTP_TOKEN_MONEY) {
        try_starts(r, sentence, RTP_LINT_MONEY, at);
    }
    if (token->flags & RTP_TOKEN_NAME) {
        try_starts(r, sentence, RTP_LINT_NAME, at);
    }
    if (token->flags & RTP_TOKEN_OWNER) {
        try_starts(r, sentence, RTP_LINT_OWNER, at);
    }
}

static void try_length(run *r, const rtp_sentence *sentence)
{
    const rtp_lint_pack *pack = r->linter->pack;
    for (size_t i = 0; i < pack->rule_count; i++) {
        const rtp_lint_rule *rule = &pack->rules[i];
        size_t len = sentence->to - sentence->from;
        bool tried = rule->test == RTP_LINT_LONG && (r->wanted & rtp_lint_bit(rule));
        if (tried && len > rule->limit && !is_quoted(r->linter, sentence->from, sentence->to)) {
            put_finding(r, rule, sentence->from, sentence->to);
        }
    }
}

static void try_sentence(run *r, const rtp_sentence *sentence)
{
    r->done = 0;
    for (size_t at = sentence->from; at < sentence->to; at++) {
        const uint8_t kinds = RTP_TOKEN_NUMBER | RTP_TOKEN_MONEY | RTP_TOKEN_NAME | RTP_TOKEN_OWNER;
        if (sentence->tokens[at].word != RTP_LINT_NONE || (sentence->tokens[at].flags & kinds)) {
            try_token(r, sentence, at);
        }
    }
    if (r->wanted & r->linter->pack->lengthy) {
        try_length(r, sentence);
    }
    r->words += sentence->to - sentence->from;
}

static void try_paragraph(run *r)
{
    const rtp_linter *linter = r->linter;
    for (size_t from = 0; from < linter->token_len;) {
        size_t to = from + 1;
        while (to < linter->token_len && !(linter->tokens[to].flags & RTP_TOKEN_FIRST)) {
            to++;
        }
        try_sentence(r, &(rtp_sentence){linter->tokens, from, to, RTP_LINT_WORDS + linter->pack->negations});
        from = to;
    }
}

/* ---- "rtopitch: allow L09 L10", for its line and the next line with words ---- */

typedef struct permit {
    size_t from, own_end, to;
    rtp_lint_set codes;
} permit;

static size_t find(rtp_str text, size_t at, rtp_str word)
{
    while (at + word.len <= text.len) {
        const char *next = memchr(text.ptr + at, word.ptr[0], text.len - at - word.len + 1);
        if (!next) {
            return SIZE_MAX;
        }
        at = (size_t)(next - text.ptr);
        if (memcmp(next, word.ptr, word.len) == 0) {
            return at;
        }
        at++;
    }
    return SIZE_MAX;
}

static size_t line_end(rtp_str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n') {
        at++;
    }
    return at;
}

static size_t line_start(rtp_str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n') {
        at--;
    }
    return at;
}

/* "L09", "l9" is none. */
static rtp_lint_set code_at(rtp_str text, size_t at)
{
    bool code = at + 3 <= text.len && text.ptr[at] == 'L' && text.ptr[at + 1] >= '0' && text.ptr[at + 1] <= '6' &&
                text.ptr[at + 2] >= '0' && text.ptr[at + 2] <= '9';
    unsigned number = code ? (unsigned)(text.ptr[at + 1] - '0') * 10 + (unsigned)(text.ptr[at + 2] - '0') : 64;
    return number < 64 ? UINT64_C(1) << number : 0;
}

/* All codes on the rest of the line count, so that a line has one permit. */
static permit read_permit(rtp_str text, size_t at, size_t behind)
{
    permit p = {.from = line_start(text, at)};
    size_t end = line_end(text, behind);
    for (; behind < end; behind++) {
        p.codes |= code_at(text, behind);
    }
    size_t next = end;
    while (next < text.len &&
           (text.ptr[next] == ' ' || text.ptr[next] == '\t' || text.ptr[next] == '\r' || text.ptr[next] == '\n')) {
        next++;
    }
    p.own_end = end;
    p.to = line_end(text, next);
    return p;
}

typedef struct permits {
    permit *items;
    size_t len, cap;
} permits;

static permits read_permits(rtp_str text, rtp_arena *arena)
{
    static const rtp_str word = RTP_STR("rtopitch: allow ");
    permits list = {0};
    for (size_t at = find(text, 0, word); at != SIZE_MAX;) {
        list.items = rtp_array_grow(arena, list.items, list.len, &list.cap, sizeof *list.items);
        permit *p = &list.items[list.len++];
        *p = read_permit(text, at, at + word.len);
        at = find(text, p->own_end, word);
    }
    return list;
}

/* The last two that start before it are the only ones that can reach it. */
static bool is_permitted(const permits *list, const rtp_lint_finding *finding)
{
    size_t low = 0, high = list->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].from <= finding->from) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (size_t n = 0; n < 2 && low > n; n++) {
        const permit *p = &list->items[low - 1 - n];
        if (finding->from <= p->to && (p->codes & rtp_lint_bit(finding->rule))) {
            return true;
        }
    }
    return false;
}

static void drop_permitted(rtp_linter *linter, rtp_str text)
{
    permits list = read_permits(text, linter->arena);
    size_t kept = 0;
    for (size_t i = 0; i < linter->len; i++) {
        if (!is_permitted(&list, &linter->items[i])) {
            linter->items[kept++] = linter->items[i];
        }
    }
    linter->len = kept;
}

/* ---- a text ---- */

void rtp_lint_text(rtp_linter *linter, rtp_str text)
{
    run r = {.linter = linter, .text = text, .wanted = linter->rules};
    r.urgent = (linter->rules & ~linter->pack->urgent) == 0;
    rtp_paragraphs paragraphs = {.text = text, .markdown = linter->markdown};
    size_t from = 0, to = 0;
    linter->len = 0;
    if (r.urgent && !rtp_anchors_meet(linter->pack, text)) {
        return;
    }
    while (rtp_paragraph_next(&paragraphs, &from, &to)) {
        rtp_tokens_read(linter, text, from, to);
        try_paragraph(&r);
        if (r.words >= OPENING_WORDS) {
            r.wanted &= ~linter->pack->opening;
        }
    }
    if (linter->markdown && linter->len > 0) {
        drop_permitted(linter, text);
    }
}
