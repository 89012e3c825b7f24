/* Cuts a paragraph into tokens, one look at each byte: a build passes here with every text of a profile.
 * Letters beyond ASCII are letters, and a few signs are known; nothing depends on a locale. */
#include "lint/anchor.h"

#include <string.h>

enum {
    WORD_ROOM = 32,
    TOKEN_LENGTH_MOST = UINT16_MAX,
    HASH_START = 0x811c9dc5,
    HASH_STEP = 0x01000193,
    HASH_FOLD = 15,
    CLOSERS_MOST = 8
};

typedef enum sign {
    SIGN_OTHER, /* no more than a gap between words */
    SIGN_LETTER,
    SIGN_DIGIT,
    SIGN_PAUSE,
    SIGN_DASH, /* a pause when blanks stand around it */
    SIGN_STOP,
    SIGN_QUOTE, /* straight */
    SIGN_OPEN,  /* quotation marks that show their side */
    SIGN_CLOSE,
    SIGN_APOSTROPHE,
    SIGN_MONEY,
    SIGN_WORD, /* a sign that patterns know as a word */
    SIGN_CODE, /* a backtick */
    SIGN_LESS,
    SIGN_BAR
} sign;

typedef struct reader {
    rtp_linter *linter;
    rtp_str text;
    size_t at, to;
    size_t quote_start; /* first token inside the quotation under way */
    char quote;         /* how it began; 0: none is under way */
    uint8_t next;       /* flags of the token to come */
    uint32_t hopeless;  /* closing marks of which the rest of the paragraph has none */
} reader;

/* Letters and digits as words are compared, in lower case; 0 for what is neither. Bytes that may begin one of
 * the wide signs below are looked at more closely. */
#define SMALL(c) [c] = (c), [(c) - 'a' + 'A'] = (c)
static const uint8_t folded_bytes[256] = {
    SMALL('a'), SMALL('b'), SMALL('c'), SMALL('d'), SMALL('e'), SMALL('f'), SMALL('g'), SMALL('h'), SMALL('i'),
    SMALL('j'), SMALL('k'), SMALL('l'), SMALL('m'), SMALL('n'), SMALL('o'), SMALL('p'), SMALL('q'), SMALL('r'),
    SMALL('s'), SMALL('t'), SMALL('u'), SMALL('v'), SMALL('w'), SMALL('x'), SMALL('y'), SMALL('z'),
};
#undef SMALL

static const uint8_t signs[128] = {
    [','] = SIGN_PAUSE, [';'] = SIGN_PAUSE, [':'] = SIGN_PAUSE,       ['('] = SIGN_PAUSE, [')'] = SIGN_PAUSE,
    ['['] = SIGN_PAUSE, [']'] = SIGN_PAUSE, ['-'] = SIGN_DASH,        ['.'] = SIGN_STOP,  ['!'] = SIGN_STOP,
    ['?'] = SIGN_STOP,  ['"'] = SIGN_QUOTE, ['\''] = SIGN_APOSTROPHE, ['$'] = SIGN_MONEY, ['%'] = SIGN_WORD,
    ['&'] = SIGN_WORD,  ['`'] = SIGN_CODE,  ['<'] = SIGN_LESS,        ['|'] = SIGN_BAR,   ['0'] = SIGN_DIGIT,
    ['1'] = SIGN_DIGIT, ['2'] = SIGN_DIGIT, ['3'] = SIGN_DIGIT,       ['4'] = SIGN_DIGIT, ['5'] = SIGN_DIGIT,
    ['6'] = SIGN_DIGIT, ['7'] = SIGN_DIGIT, ['8'] = SIGN_DIGIT,       ['9'] = SIGN_DIGIT,
};

typedef struct wide_sign {
    char bytes[4];
    uint8_t len, sign;
} wide_sign;

static const wide_sign wide_signs[] = {
    {"\xE2\x80\x99", 3, SIGN_APOSTROPHE}, {"\xE2\x80\x9C", 3, SIGN_OPEN},  {"\xE2\x80\x9D", 3, SIGN_CLOSE},
    {"\xE2\x80\x98", 3, SIGN_OPEN},       {"\xE2\x80\x9E", 3, SIGN_OPEN},  {"\xC2\xAB", 2, SIGN_OPEN},
    {"\xC2\xBB", 2, SIGN_CLOSE},          {"\xE2\x80\x93", 3, SIGN_DASH},  {"\xE2\x80\x94", 3, SIGN_PAUSE},
    {"\xE2\x80\xA6", 3, SIGN_STOP},       {"\xC2\xA3", 2, SIGN_MONEY},     {"\xE2\x82\xAC", 3, SIGN_MONEY},
    {"\xC2\xA0", 2, SIGN_OTHER},          {"\xE2\x80\xAF", 3, SIGN_OTHER}, {"\xE2\x80\x89", 3, SIGN_OTHER},
    {"\xE2\x80\xA2", 3, SIGN_BAR},        {"\xEF\xBB\xBF", 3, SIGN_OTHER}, {"\xE2\x80\x8B", 3, SIGN_OTHER},
};

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static char byte_at(const reader *r, size_t at)
{
    return at < r->to ? r->text.ptr[at] : ' ';
}

/* What stands at `at`, and how many bytes it takes. */
static sign sign_at(const reader *r, size_t at, size_t *len)
{
    char c = r->text.ptr[at];
    *len = 1;
    if (folded_bytes[(unsigned char)c] != 0) {
        return SIGN_LETTER;
    }
    if ((unsigned char)c < RTP_COUNT(signs)) {
        return (sign)signs[(unsigned char)c];
    }
    for (size_t i = 0; i < RTP_COUNT(wide_signs); i++) {
        const wide_sign *row = &wide_signs[i];
        if (row->bytes[0] == c && r->to - at >= row->len && memcmp(row->bytes, r->text.ptr + at, row->len) == 0) {
            *len = row->len;
            return (sign)row->sign;
        }
    }
    return SIGN_LETTER;
}

/* ---- words of the pack ---- */

static uint32_t hash_step(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * HASH_STEP;
}

static uint32_t hash_end(uint32_t hash)
{
    return hash ^ hash >> HASH_FOLD;
}

uint32_t rtp_lint_hash(rtp_str word)
{
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < word.len; i++) {
        hash = hash_step(hash, word.ptr[i]);
    }
    return hash_end(hash);
}

static unsigned find_word(const rtp_lint_pack *pack, rtp_str word, uint32_t hash)
{
    for (uint32_t slot = hash;; slot++) {
        unsigned number = pack->slots[slot & pack->slot_mask];
        if (number == RTP_LINT_NONE) {
            return RTP_LINT_NONE;
        }
        uint32_t start = pack->words[number], len = pack->words[number + 1] - start;
        if (len == word.len && memcmp(pack->letters + start, word.ptr, len) == 0) {
            return number;
        }
    }
}

/* Where a token starts no plain letter stands before it, so none is missed. */
bool rtp_anchors_meet(const rtp_lint_pack *pack, rtp_str text)
{
    bool met = !pack->anchored;
    for (size_t at = 0; at < text.len && !met; at++) {
        uint32_t hash = HASH_START;
        uint8_t c = folded_bytes[(unsigned char)text.ptr[at]];
        while (c != 0) {
            hash = hash_step(hash, (char)c);
            at++;
            c = at < text.len ? folded_bytes[(unsigned char)text.ptr[at]] : 0;
        }
        uint32_t bit = hash_end(hash) % RTP_ANCHOR_BITS;
        met = (pack->anchors[bit / 8] >> bit % 8 & 1) != 0;
    }
    return met;
}

/* ---- tokens ---- */

static rtp_lint_token *last_token(const reader *r)
{
    return r->linter->token_len > 0 ? &r->linter->tokens[r->linter->token_len - 1] : NULL;
}

typedef struct folded { /* a word as it is compared */
    char bytes[WORD_ROOM];
    size_t len; /* more than there is room for: no word of a pattern */
    uint32_t hash;
} folded;

static void fold(folded *word, char c)
{
    if (word->len < WORD_ROOM) {
        word->bytes[word->len] = c;
    }
    word->hash = hash_step(word->hash, c);
    word->len++;
}

static void put_token(reader *r, size_t from, const folded *word, uint8_t flags)
{
    rtp_linter *linter = r->linter;
    size_t len = r->at - from;
    if (linter->token_len == linter->token_cap) {
        linter->tokens = rtp_array_grow(linter->arena, linter->tokens, linter->token_len, &linter->token_cap,
                                        sizeof(rtp_lint_token));
    }
    rtp_lint_token *token = &linter->tokens[linter->token_len++];
    bool fits = word->len <= WORD_ROOM;
    token->from = (uint32_t)from;
    token->len = (uint16_t)(len < TOKEN_LENGTH_MOST ? len : TOKEN_LENGTH_MOST);
    token->word = RTP_LINT_NONE;
    if (fits) {
        token->word = (uint16_t)find_word(linter->pack, (rtp_str){word->bytes, word->len}, hash_end(word->hash));
    }
    token->flags = (uint8_t)(flags | r->next);
    r->next = 0;
}

/* An apostrophe belongs to a word when letters stand on both sides. */
static size_t apostrophe_inside(const reader *r, size_t at)
{
    size_t len = 0, next = 0;
    bool maybe = at < r->to && (r->text.ptr[at] == '\'' || (r->text.ptr[at] & 0x80) != 0);
    if (!maybe || sign_at(r, at, &len) != SIGN_APOSTROPHE || at + len >= r->to) {
        return 0;
    }
    return sign_at(r, at + len, &next) == SIGN_LETTER ? len : 0;
}

static bool is_address(const reader *r)
{
    return r->to - r->at >= 3 && memcmp(r->text.ptr + r->at, "://", 3) == 0;
}

static void skip_to_blank(reader *r)
{
    while (r->at < r->to && !is_blank(r->text.ptr[r->at])) {
        r->at++;
    }
}

/* The plain letters from here on; what else belongs to words is rare. */
static void fold_letters(reader *r, folded *word)
{
    uint8_t c;
    while (r->at < r->to && (c = folded_bytes[(unsigned char)r->text.ptr[r->at]]) != 0) {
        fold(word, (char)c);
        r->at++;
    }
}

static void read_word(reader *r)
{
    folded word = {.hash = HASH_START};
    size_t from = r->at;
    for (;;) {
        fold_letters(r, &word);
        size_t inside = apostrophe_inside(r, r->at), len = 0;
        if (inside > 0) {
            fold(&word, '\'');
            r->at += inside;
        } else if (r->at < r->to && sign_at(r, r->at, &len) == SIGN_LETTER) {
            fold(&word, r->text.ptr[r->at]);
            r->at += len;
        } else {
            break;
        }
    }
    if (is_address(r)) {
        skip_to_blank(r);
        return;
    }
    uint8_t flags = 0;
    if (is_capital(r->text.ptr[from]) && word.len > 1 && word.bytes[1] != '\'') {
        bool owner = word.len <= WORD_ROOM && word.bytes[word.len - 2] == '\'' && word.bytes[word.len - 1] == 's';
        flags |= r->next & RTP_TOKEN_FIRST ? 0 : RTP_TOKEN_NAME;
        flags |= owner ? RTP_TOKEN_OWNER : 0;
    }
    put_token(r, from, &word, flags);
}

/* "5.1", "10,000", "16:00", "40k" */
static void read_number(reader *r)
{
    folded word = {.hash = HASH_START};
    size_t from = r->at;
    for (; r->at < r->to; r->at++) {
        char c = r->text.ptr[r->at];
        bool inner = (c == '.' || c == ',' || c == ':') && is_digit(byte_at(r, r->at + 1));
        if (!is_digit(c) && !inner && !is_small(c) && !is_capital(c)) {
            break;
        }
        fold(&word, c);
    }
    put_token(r, from, &word, RTP_TOKEN_NUMBER);
}

/* ---- sentences ---- */

/* "vs. last year", "e.g. five", "J. Reyes" */
static bool is_short_form(const reader *r, const rtp_lint_token *token)
{
    static const char *const forms[] = {"vs", "approx", "mr", "mrs", "ms", "dr", "st", "incl", "max", "min", "ca"};
    const char *ptr = r->text.ptr + token->from;
    if (token->len == 1 && !is_digit(*ptr)) {
        return *ptr != 'I';
    }
    for (size_t i = 0; i < RTP_COUNT(forms); i++) {
        size_t len = strlen(forms[i]);
        if (token->len == len && (ptr[0] | 0x20) == forms[i][0] && memcmp(ptr + 1, forms[i] + 1, len - 1) == 0) {
            return true;
        }
    }
    return false;
}

static void read_stop(reader *r, size_t len)
{
    const rtp_lint_token *last = last_token(r);
    size_t end = r->at + len, most = end + CLOSERS_MOST;
    while (end < most && strchr(".!?\"')]*_", byte_at(r, end))) {
        end++;
    }
    size_t close = 0;
    bool closed = end < r->to && (sign_at(r, end, &close) == SIGN_CLOSE || sign_at(r, end, &close) == SIGN_APOSTROPHE);
    bool ends = is_blank(byte_at(r, closed ? end + close : end));
    bool is_short = r->text.ptr[r->at] == '.' && last && last->from + last->len == r->at && is_short_form(r, last);
    if (ends && !is_short) {
        r->next |= RTP_TOKEN_FIRST;
    }
    r->at += len;
}

/* ---- quotations ---- */

static void close_quote(reader *r)
{
    for (size_t i = r->quote_start; i < r->linter->token_len; i++) {
        r->linter->tokens[i].flags |= RTP_TOKEN_QUOTED;
    }
    r->quote = 0;
}

static void open_quote(reader *r, char kind)
{
    r->quote = kind;
    r->quote_start = r->linter->token_len;
}

/* Which closing mark ends a quotation that began like this: 1 straight, 2 “, 3 ‘, 4 „, 5 «, 6 '. */
enum { QUOTE_STRAIGHT = 1, QUOTE_DOUBLE, QUOTE_SINGLE, QUOTE_LOW, QUOTE_ANGLE, QUOTE_PLAIN };

static char quote_kind(const char *ptr, size_t len)
{
    if (len == 2) {
        return QUOTE_ANGLE;
    }
    unsigned char last = (unsigned char)ptr[2];
    return last == 0x9E ? QUOTE_LOW : last == 0x98 || last == 0x99 ? QUOTE_SINGLE : QUOTE_DOUBLE;
}

static void read_quote(reader *r, sign what, size_t len)
{
    char kind = what == SIGN_QUOTE ? QUOTE_STRAIGHT : quote_kind(r->text.ptr + r->at, len);
    bool ends = r->quote && (kind == r->quote || (r->quote == QUOTE_LOW && kind == QUOTE_DOUBLE));
    if (ends) {
        close_quote(r);
    } else if (!r->quote && what != SIGN_CLOSE) {
        open_quote(r, kind);
    }
    r->at += len;
}

/* An apostrophe outside of a word may be a single quotation mark. */
static void read_apostrophe(reader *r, size_t len)
{
    bool curly = len > 1;
    char before = r->at > 0 ? r->text.ptr[r->at - 1] : ' ', after = byte_at(r, r->at + len);
    bool opens = !curly && (is_blank(before) || before == '(') && !is_blank(after);
    if (r->quote == (curly ? QUOTE_SINGLE : QUOTE_PLAIN)) {
        close_quote(r);
    } else if (!r->quote && opens) {
        open_quote(r, QUOTE_PLAIN);
    }
    r->at += len;
}

/* ---- what Markdown hides ---- */

/* Marks that close something. A search that failed is not made again, so that no text takes long. */
enum { MARK_COMMENT, MARK_TAG, MARK_LINK, MARK_CODE, CODE_RUNS = 24 };

static const rtp_str marks[] = {RTP_STR("-->"), RTP_STR(">"), RTP_STR(")")};

static bool is_hopeless(const reader *r, size_t mark)
{
    return !r->linter->markdown || (r->hopeless >> mark & 1) != 0;
}

/* Behind the next such mark in the paragraph, or 0. */
static size_t behind(reader *r, size_t at, size_t mark)
{
    rtp_str closing = marks[mark];
    for (; !is_hopeless(r, mark) && at + closing.len <= r->to; at++) {
        if (memcmp(r->text.ptr + at, closing.ptr, closing.len) == 0) {
            return at + closing.len;
        }
    }
    r->hopeless |= UINT32_C(1) << mark;
    return 0;
}

static size_t run_at(const reader *r, size_t at)
{
    size_t len = 0;
    while (byte_at(r, at + len) == '`') {
        len++;
    }
    return len;
}

/* A run of backticks ends at a run of the same length. */
static void read_code(reader *r)
{
    size_t len = run_at(r, r->at), at = r->at + len;
    size_t mark = MARK_CODE + (len < CODE_RUNS ? len : CODE_RUNS);
    r->at = at;
    while (!is_hopeless(r, mark) && at < r->to) {
        size_t run = run_at(r, at);
        at += run > 0 ? run : 1;
        if (run == len) {
            r->at = at;
            return;
        }
    }
    r->hopeless |= UINT32_C(1) << mark;
}

static void read_less(reader *r)
{
    size_t end = 0;
    char next = byte_at(r, r->at + 1);
    if (next == '!') {
        end = behind(r, r->at, MARK_COMMENT);
    } else if (is_small(next) || is_capital(next) || next == '/') {
        end = behind(r, r->at, MARK_TAG);
    }
    r->at = end ? end : r->at + 1;
}

/* The address behind a link's words. */
static bool skip_target(reader *r)
{
    bool link = byte_at(r, r->at) == ']' && byte_at(r, r->at + 1) == '(';
    size_t end = link ? behind(r, r->at, MARK_LINK) : 0;
    r->at = end ? end : r->at;
    return end > 0;
}

/* ---- the loop ---- */

static void read_money(reader *r, size_t len)
{
    rtp_lint_token *last = last_token(r);
    bool behind_number = last && (last->flags & RTP_TOKEN_NUMBER) && r->at - last->from - last->len <= 1;
    if (is_digit(byte_at(r, r->at + len))) {
        r->next |= RTP_TOKEN_MONEY;
    } else if (behind_number) {
        last->flags |= RTP_TOKEN_MONEY;
    }
    r->at += len;
}

static void read_dash(reader *r, size_t len)
{
    bool apart = r->at > 0 && is_blank(r->text.ptr[r->at - 1]) && is_blank(byte_at(r, r->at + len));
    r->next |= apart ? RTP_TOKEN_PAUSE : 0;
    r->at += len;
}

static void read_sign_word(reader *r)
{
    folded word = {.hash = HASH_START};
    size_t from = r->at++;
    fold(&word, r->text.ptr[from]);
    put_token(r, from, &word, 0);
}

static void read_next(reader *r)
{
    size_t len = 1;
    sign what = sign_at(r, r->at, &len);
    switch (what) {
    case SIGN_LETTER:
        read_word(r);
        break;
    case SIGN_DIGIT:
        read_number(r);
        break;
    case SIGN_PAUSE:
        if (!skip_target(r)) {
            r->next |= RTP_TOKEN_PAUSE;
            r->at += len;
        }
        break;
    case SIGN_DASH:
        read_dash(r, len);
        break;
    case SIGN_STOP:
        read_stop(r, len);
        break;
    case SIGN_QUOTE:
    case SIGN_OPEN:
    case SIGN_CLOSE:
        read_quote(r, what, len);
        break;
    case SIGN_APOSTROPHE:
        read_apostrophe(r, len);
        break;
    case SIGN_MONEY:
        read_money(r, len);
        break;
    case SIGN_WORD:
        read_sign_word(r);
        break;
    case SIGN_CODE:
        read_code(r);
        break;
    case SIGN_LESS:
        read_less(r);
        break;
    case SIGN_BAR:
        r->next |= RTP_TOKEN_FIRST;
        r->at += len;
        break;
    case SIGN_OTHER:
        r->at += len;
        break;
    }
}

void rtp_tokens_read(rtp_linter *linter, rtp_str text, size_t from, size_t to)
{
    reader r = {.linter = linter, .text = text, .at = from, .to = to, .next = RTP_TOKEN_FIRST};
    linter->token_len = 0;
    while (r.at < to) {
        if (text.ptr[r.at] == ' ') {
            r.at++;
        } else {
            read_next(&r);
        }
    }
}
