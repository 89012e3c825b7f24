/* Signs that mean something only in pairs: emphasis, strikethrough, code. A run is escaped when it could
 * find a partner, by CommonMark's flanking rules; "3 * 4", "a_b" and "~5" find none and stay as typed. */
#include "render/escape.h"

#include <string.h>

/* What a neighbour may be, for the flanking rules; several bits when renderers do not agree. */
enum { SPACE = 1, PUNCTUATION = 2, WORD = 4, ANYTHING = 7 };

typedef struct range {
    uint32_t first, last;
} range;

static const range spaces[] = {{0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
                               {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
/* Letters without doubt; elsewhere it depends on the renderer's Unicode tables. */
static const range letters[] = {{0xC0, 0xD6},   {0xD8, 0xF6},     {0xF8, 0x2C1},    {0x386, 0x386},   {0x388, 0x3FF},
                                {0x400, 0x481}, {0x3041, 0x3096}, {0x30A1, 0x30FA}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}};

static bool is_among(uint32_t code_point, const range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static int class_of(const rtp_escape *e, size_t i)
{
    unsigned char c = (unsigned char)e->text[i];
    if (e->marks[i] & RTP_MARK_ENTITY) {
        return PUNCTUATION;
    }
    if (c == '~') {
        return ANYTHING; /* cmark-gfm looks through it at what stands behind */
    }
    if (c < 0x80) {
        return rtp_escape_is_punctuation((char)c) ? PUNCTUATION : c <= ' ' ? SPACE : WORD;
    }
    uint32_t code_point = 0;
    rtp_utf8_decode(e->text + i, e->len - i, &code_point);
    if (is_among(code_point, spaces, RTP_COUNT(spaces))) {
        return SPACE;
    }
    return is_among(code_point, letters, RTP_COUNT(letters)) ? WORD : WORD | PUNCTUATION;
}

/* Where the character before i starts; i > 0. */
static size_t before(const rtp_escape *e, size_t i)
{
    do {
        i--;
    } while (i > 0 && ((unsigned char)e->text[i] & 0xC0) == 0x80);
    return i;
}

typedef struct run { /* of one sign, all ours or all text */
    size_t from, to;
    char sign;
    int prev, next; /* classes of the neighbours */
} run;

/* A line break is written as a backslash and a line end: a punctuation mark to what stands before it. */
static int class_behind(const rtp_escape *e, size_t i)
{
    return i >= e->len ? SPACE : e->text[i] == '\n' ? SPACE | PUNCTUATION : class_of(e, i);
}

static void run_measure(const rtp_escape *e, run *r)
{
    r->prev = r->from > 0 ? class_of(e, before(e, r->from)) : SPACE;
    r->next = class_behind(e, r->to);
}

/* Left-flanking: a run that stands against the word behind it. Seen from the other side it is right-flanking. */
static bool may_flank(int outside, int inside)
{
    return (inside & ~SPACE) != 0 && ((inside & WORD) != 0 || (outside & (SPACE | PUNCTUATION)) != 0);
}

static bool must_flank(int outside, int inside)
{
    return (inside & SPACE) == 0 && ((inside & PUNCTUATION) == 0 || (outside & WORD) == 0);
}

/* An underscore inside a word is neither; the other signs may be both. */
static bool may_open(const run *r)
{
    bool inside_word = r->sign == '_' && must_flank(r->next, r->prev) && (r->prev & PUNCTUATION) == 0;
    return may_flank(r->prev, r->next) && !inside_word;
}

static bool may_close(const run *r)
{
    bool inside_word = r->sign == '_' && must_flank(r->prev, r->next) && (r->next & PUNCTUATION) == 0;
    return may_flank(r->next, r->prev) && !inside_word;
}

/* ---- our own markers ---- */

/* A neighbour that keeps our marker from working is written as a character reference: that begins and ends
 * with a punctuation mark. Needed only where strong text meets a letter without a blank between. */
static void marker_free(rtp_escape *e, const run *r, bool opens)
{
    size_t prev = r->from > 0 ? before(e, r->from) : e->len;
    size_t inside = opens ? r->to : prev, outside = opens ? prev : r->to;
    int inside_class = opens ? r->next : r->prev, outside_class = opens ? r->prev : r->next;
    if ((inside_class & SPACE) != 0 && rtp_escape_is_words(e, inside)) {
        rtp_escape_mark(e, inside, RTP_MARK_ENTITY);
        inside_class = PUNCTUATION;
    }
    if (!must_flank(outside_class, inside_class) && rtp_escape_is_words(e, outside)) {
        rtp_escape_mark(e, outside, RTP_MARK_ENTITY);
    }
}

void rtp_escape_own_markers(rtp_escape *e)
{
    enum { EMPHASIS = RTP_MARK_OPENS | RTP_MARK_CLOSES };
    const char *next = e->text;
    while ((next = memchr(next, '*', e->len - (size_t)(next - e->text)))) {
        size_t i = (size_t)(next - e->text);
        run r = {.from = i, .to = i + 1, .sign = '*'};
        unsigned kind = e->marks[i] & EMPHASIS;
        while (kind != 0 && r.to < e->len && (e->marks[r.to] & EMPHASIS) == kind) {
            r.to++;
        }
        if (kind != 0) {
            run_measure(e, &r);
            marker_free(e, &r, kind == RTP_MARK_OPENS);
        }
        next = e->text + r.to;
    }
}

/* ---- emphasis and strikethrough ---- */

static bool is_same(const rtp_escape *e, size_t i, size_t k)
{
    enum { KIND = RTP_MARK_OWN | RTP_MARK_ESCAPE | RTP_MARK_ENTITY };
    return e->text[i] == e->text[k] && (e->marks[i] & KIND) == (e->marks[k] & KIND);
}

/* Signs of ours beside it would become part of the run. */
static bool touches_own(const rtp_escape *e, const run *r)
{
    return (r->from > 0 && e->text[r->from - 1] == r->sign && !rtp_escape_is_words(e, r->from - 1)) ||
           (r->to < e->len && e->text[r->to] == r->sign && !rtp_escape_is_words(e, r->to));
}

static bool run_pairs(const rtp_escape *e, const run *r, bool closer_follows)
{
    return (closer_follows && may_open(r)) || ((e->marks[r->from] & RTP_MARK_INSIDE) != 0 && may_close(r)) ||
           touches_own(e, r);
}

static void run_escape(rtp_escape *e, const run *r)
{
    for (size_t i = r->from; i < r->to; i++) {
        rtp_escape_mark(e, i, RTP_MARK_ESCAPE);
    }
}

/* From the end to the start, so that each run knows whether one behind it could close. An escaped run
 * closes nothing, which is why the closing half of a pair mostly needs no backslash. */
static void sign_escape(rtp_escape *e, char sign)
{
    bool closer_follows = false;
    for (size_t to = e->len; to > 0;) {
        run r = {.from = to - 1, .to = to, .sign = sign};
        while (e->text[r.from] == sign && r.from > 0 && is_same(e, r.from - 1, r.from)) {
            r.from--;
        }
        to = r.from;
        if (e->text[r.from] != sign || (e->marks[r.from] & (RTP_MARK_ESCAPE | RTP_MARK_ENTITY)) != 0) {
            continue;
        }
        run_measure(e, &r);
        if (rtp_escape_is_words(e, r.from) && run_pairs(e, &r, closer_follows)) {
            run_escape(e, &r);
        } else {
            closer_follows = closer_follows || !rtp_escape_is_words(e, r.from) || may_close(&r);
        }
    }
}

/* ---- code ---- */

/* Inside code a backslash means nothing, so an escaped backtick can still end what another began: with two
 * runs or more, all are escaped, and a lonely one is left as typed. */
static void ticks_escape(rtp_escape *e)
{
    size_t runs = 0;
    for (size_t i = 0; i < e->len; i++) {
        runs += e->text[i] == '`' && rtp_escape_at(e, i + 1) != '`';
    }
    for (size_t i = 0; i < e->len && (runs > 1 || e->ticks); i++) {
        if (e->text[i] == '`') {
            rtp_escape_mark(e, i, RTP_MARK_ESCAPE);
        }
    }
}

/* Most blocks with asterisks have only those of our own markers. */
static bool has_typed(const rtp_escape *e, char sign)
{
    const char *at = e->text, *end = e->text + e->len;
    while ((at = memchr(at, sign, (size_t)(end - at)))) {
        if (rtp_escape_is_words(e, (size_t)(at++ - e->text))) {
            return true;
        }
    }
    return false;
}

void rtp_escape_delimiters(rtp_escape *e)
{
    static const char signs[] = {'*', '_', '~'};
    for (size_t i = 0; i < RTP_COUNT(signs); i++) {
        if (has_typed(e, signs[i])) {
            sign_escape(e, signs[i]);
        }
    }
    if (memchr(e->text, '`', e->len)) {
        ticks_escape(e);
    }
}
