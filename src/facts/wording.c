/* Puts amounts, changes, limits and periods into words. One table of units says which words go
 * with which unit; a unit it does not know is counted when it looks like a plural noun. */
#include "facts/wording.h"

#include <math.h>
#include <string.h>

typedef enum unit_kind { UNIT_PLAIN, UNIT_TIME, UNIT_PERCENT, UNIT_SCALE, UNIT_COUNTED } unit_kind;

typedef struct unit_row {
    rtp_str spelling;
    unit_kind kind;
    rtp_str one, many;
} unit_row;

#define UNIT(spelling, kind, one, many)                                                                                \
    {                                                                                                                  \
        RTP_STR(spelling), kind, RTP_STR(one), RTP_STR(many)                                                           \
    }
#define SHORT(spelling)  UNIT(spelling, UNIT_TIME, spelling, spelling)
#define LONG(one)        UNIT(one, UNIT_TIME, one, one "s"), UNIT(one "s", UNIT_TIME, one, one "s")
#define POINTS(spelling) UNIT(spelling, UNIT_PERCENT, "point", "points")
#define SCALE(one)       UNIT(one, UNIT_SCALE, one, one "s"), UNIT(one "s", UNIT_SCALE, one, one "s")

static const unit_row units[] = {
    SHORT("ms"),          SHORT("s"),           SHORT("sec"),
    SHORT("secs"),        SHORT("min"),         SHORT("mins"),
    SHORT("h"),           SHORT("hr"),          SHORT("hrs"),
    SHORT("d"),           SHORT("wk"),          SHORT("wks"),
    LONG("second"),       LONG("minute"),       LONG("hour"),
    LONG("day"),          LONG("week"),         LONG("month"),
    LONG("year"),         LONG("working day"),  LONG("business day"),
    LONG("calendar day"), LONG("working hour"), LONG("business hour"),
    LONG("quarter"),      POINTS("%"),          POINTS("percent"),
    POINTS("per cent"),   POINTS("pct"),        POINTS("percentage points"),
    SCALE("point"),       SCALE("star"),        SCALE("euro"),
    SCALE("dollar"),      SCALE("pound"),
};

char rtp_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool equal_ignoring_case(rtp_str a, rtp_str b)
{
    bool equal = a.len == b.len;
    for (size_t i = 0; i < a.len && equal; i++) {
        equal = rtp_ascii_lower(a.ptr[i]) == rtp_ascii_lower(b.ptr[i]);
    }
    return equal;
}

static bool is_word_byte(rtp_str text, size_t at)
{
    if (at >= text.len) {
        return false;
    }
    char c = rtp_ascii_lower(text.ptr[at]);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

bool rtp_text_has(rtp_str text, rtp_str part)
{
    char first = part.len > 0 ? rtp_ascii_lower(part.ptr[0]) : '\0';
    for (size_t i = 0; part.len > 0 && i + part.len <= text.len; i++) {
        if (rtp_ascii_lower(text.ptr[i]) != first) {
            continue;
        }
        bool starts = i == 0 || !is_word_byte(text, i - 1);
        bool ends = !is_word_byte(text, i + part.len);
        if (starts && ends && equal_ignoring_case((rtp_str){text.ptr + i, part.len}, part)) {
            return true;
        }
    }
    return false;
}

static uint64_t start_bit(char c)
{
    return UINT64_C(1) << ((unsigned char)rtp_ascii_lower(c) % 64);
}

uint64_t rtp_text_starts(rtp_str text)
{
    uint64_t starts = 0;
    for (size_t i = 0; i < text.len; i++) {
        starts |= i == 0 || !is_word_byte(text, i - 1) ? start_bit(text.ptr[i]) : 0;
    }
    return starts;
}

bool rtp_text_may_have(uint64_t starts, rtp_str part)
{
    return part.len > 0 && (starts & start_bit(part.ptr[0])) != 0;
}

/* "comments a week" counts comments: what follows says how often. */
static rtp_str without_rate(rtp_str text)
{
    static const rtp_str rates[] = {RTP_STR(" per "), RTP_STR(" a "), RTP_STR(" an "), RTP_STR(" each "), RTP_STR("/")};
    for (size_t i = 0; i < text.len; i++) {
        bool possible = text.ptr[i] == ' ' || text.ptr[i] == '/';
        for (size_t k = 0; possible && k < RTP_COUNT(rates); k++) {
            if (rtp_str_starts((rtp_str){text.ptr + i, text.len - i}, rates[k])) {
                return rtp_str_trim((rtp_str){text.ptr, i});
            }
        }
    }
    return rtp_str_trim(text);
}

static bool is_plural_noun(rtp_str text)
{
    bool letters = text.len > 2 && rtp_str_ends(text, rtp_lit("s")) && !rtp_str_ends(text, rtp_lit("ss"));
    for (size_t i = 0; i < text.len && letters; i++) {
        char c = rtp_ascii_lower(text.ptr[i]);
        letters = (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || (unsigned char)c >= 0x80;
    }
    return letters;
}

static unit_row unit_of(rtp_str text)
{
    rtp_str bare = without_rate(text);
    for (size_t i = 0; i < RTP_COUNT(units); i++) {
        if (bare.len == units[i].spelling.len && equal_ignoring_case(bare, units[i].spelling)) {
            return units[i];
        }
    }
    return (unit_row){.kind = is_plural_noun(bare) ? UNIT_COUNTED : UNIT_PLAIN};
}

static rtp_str number_of(rtp_arena *arena, rtp_amount amount)
{
    return rtp_number_text(arena, fabs(amount.number), amount.decimals);
}

static rtp_str join_words(rtp_arena *arena, rtp_str number, rtp_str word)
{
    return word.len > 0 ? rtp_arena_join(arena, (rtp_str[]){number, word}, 2, rtp_lit(" ")) : number;
}

/* The difference of two values: "6.2 h", "0.5 points", "20.5". */
static rtp_str difference_text(rtp_arena *arena, rtp_amount amount, const unit_row *unit)
{
    bool one = fabs(amount.number) >= 1 && fabs(amount.number) <= 1;
    return join_words(arena, number_of(arena, amount), one ? unit->one : unit->many);
}

rtp_str rtp_change_text(rtp_arena *arena, rtp_amount change)
{
    static const struct {
        rtp_str less, more;
    } words[] = {
        [UNIT_PLAIN] = {RTP_STR("lower"), RTP_STR("higher")},   [UNIT_TIME] = {RTP_STR("shorter"), RTP_STR("longer")},
        [UNIT_PERCENT] = {RTP_STR("lower"), RTP_STR("higher")}, [UNIT_SCALE] = {RTP_STR("lower"), RTP_STR("higher")},
        [UNIT_COUNTED] = {RTP_STR("fewer"), RTP_STR("more")},
    };
    unit_row unit = unit_of(change.unit);
    bool less = change.number < 0;
    if (!less && !(change.number > 0)) {
        return rtp_lit("unchanged");
    }
    return join_words(arena, difference_text(arena, change, &unit),
                      less ? words[unit.kind].less : words[unit.kind].more);
}

rtp_str rtp_interval_text(rtp_arena *arena, double low, double high, rtp_amount change)
{
    bool falls = high <= 0, plain = falls ? change.number < 0 : low >= 0 && change.number > 0;
    rtp_amount near = change, far = change;
    near.number = falls ? high : low;
    far.number = falls ? low : high;
    if (!(low < high)) {
        return (rtp_str){NULL, 0};
    }
    rtp_str first = low < 0 && high > 0 ? rtp_change_text(arena, near) : number_of(arena, near);
    rtp_str last = plain ? number_of(arena, far) : rtp_change_text(arena, far);
    return rtp_arena_join(arena, (rtp_str[]){first, last}, 2, rtp_lit(" to "));
}

bool rtp_unit_is_percent(rtp_str unit)
{
    return unit_of(unit).kind == UNIT_PERCENT;
}

rtp_str rtp_difference_text(rtp_arena *arena, rtp_amount difference)
{
    unit_row unit = unit_of(difference.unit);
    return difference_text(arena, difference, &unit);
}

bool rtp_unit_adds_up(rtp_str unit)
{
    return unit_of(unit).kind == UNIT_COUNTED && without_rate(unit).len == rtp_str_trim(unit).len;
}

static rtp_str margin_word(const unit_row *unit, int better)
{
    if (better == RTP_BETTER_HIGHER) {
        return rtp_lit("below");
    }
    return unit->kind == UNIT_TIME ? rtp_lit("longer than") : rtp_lit("above");
}

rtp_str rtp_margin_text(rtp_arena *arena, rtp_amount margin, int better)
{
    unit_row unit = unit_of(margin.unit);
    rtp_str word = margin_word(&unit, better);
    if (!(margin.number > 0)) {
        bool above = rtp_str_equal(word, rtp_lit("above"));
        word = better == RTP_BETTER_HIGHER ? rtp_lit("lower than") : above ? rtp_lit("higher than") : word;
        return rtp_arena_format(arena, "no %.*s the baseline", RTP_FMT(word));
    }
    rtp_str amount = difference_text(arena, margin, &unit);
    return rtp_arena_format(arena, "no more than %.*s %.*s the baseline", RTP_FMT(amount), RTP_FMT(word));
}

enum { SYMBOL_BYTES = 3 }; /* "kg", "USD", "€": longer units read as words that the metric's name repeats */

rtp_str rtp_amount_text(rtp_arena *arena, rtp_amount amount)
{
    unit_row unit = unit_of(amount.unit);
    rtp_str bare = without_rate(amount.unit);
    const rtp_str words[] = {
        [UNIT_PLAIN] = bare.len <= SYMBOL_BYTES ? bare : (rtp_str){NULL, 0},
        [UNIT_TIME] = unit.many,
        [UNIT_PERCENT] = RTP_STR("%"),
        [UNIT_SCALE] = unit.many,
        [UNIT_COUNTED] = {NULL, 0},
    };
    return join_words(arena, rtp_number_text(arena, amount.number, amount.decimals), words[unit.kind]);
}

rtp_str rtp_limit_text(rtp_arena *arena, rtp_str metric, rtp_amount limit, int better)
{
    rtp_str side = better == RTP_BETTER_HIGHER ? rtp_lit("below") : rtp_lit("above");
    return rtp_arena_join(arena, (rtp_str[]){metric, side, rtp_amount_text(arena, limit)}, 3, rtp_lit(" "));
}

/* ---- periods ---- */

enum { MONTHS_A_YEAR = 12 };

/* "January" of "January 2025". */
static rtp_str month_name(rtp_arena *arena, rtp_month month)
{
    rtp_str text = rtp_month_long(arena, month);
    const char *blank = memchr(text.ptr, ' ', text.len);
    return blank ? (rtp_str){text.ptr, (size_t)(blank - text.ptr)} : text;
}

rtp_str rtp_period_text(rtp_arena *arena, rtp_month first, rtp_month last)
{
    int from = first / MONTHS_A_YEAR;
    int to = last / MONTHS_A_YEAR;
    bool whole = first % MONTHS_A_YEAR == 0 && last % MONTHS_A_YEAR == MONTHS_A_YEAR - 1;
    if (first == last) {
        return rtp_month_long(arena, first);
    }
    if (whole) {
        return from == to ? rtp_arena_format(arena, "%d", from) : rtp_arena_format(arena, "%d to %d", from, to);
    }
    rtp_str start = from == to ? month_name(arena, first) : rtp_month_long(arena, first);
    return rtp_arena_join(arena, (rtp_str[]){start, rtp_month_long(arena, last)}, 2, rtp_lit(" to "));
}

/* ---- numbers ---- */

rtp_str rtp_number_word(rtp_arena *arena, size_t number)
{
    static const rtp_str words[] = {
        RTP_STR("zero"), RTP_STR("one"),    RTP_STR("two"),    RTP_STR("three"), RTP_STR("four"),
        RTP_STR("five"), RTP_STR("six"),    RTP_STR("seven"),  RTP_STR("eight"), RTP_STR("nine"),
        RTP_STR("ten"),  RTP_STR("eleven"), RTP_STR("twelve"),
    };
    return number < RTP_COUNT(words) ? words[number] : rtp_number_text(arena, (double)number, 0);
}
