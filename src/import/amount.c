/* Numbers of exports. Groups are checked, so that a list of digits with marks in odd places is refused rather
 * than read as some number. */
#include "import/amount.h"

#include <stdlib.h>
#include <string.h>

enum { UNIT_MOST = 16 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Blanks between groups: an ordinary one, one that does not break, a narrow one. */
static size_t blank_at(rtp_str text, size_t at)
{
    static const rtp_str blanks[] = {RTP_STR(" "), RTP_STR("\xC2\xA0"), RTP_STR("\xE2\x80\xAF"),
                                     RTP_STR("\xE2\x80\x89")};
    for (size_t i = 0; i < RTP_COUNT(blanks); i++) {
        if (rtp_str_starts((rtp_str){text.ptr + at, text.len - at}, blanks[i])) {
            return blanks[i].len;
        }
    }
    return 0;
}

static rtp_str trim(rtp_str text)
{
    for (size_t len; text.len > 0 && (len = blank_at(text, 0)) > 0;) {
        text = (rtp_str){text.ptr + len, text.len - len};
    }
    static const rtp_str blanks[] = {RTP_STR(" "), RTP_STR("\xC2\xA0"), RTP_STR("\xE2\x80\xAF")};
    for (size_t i = 0; i < RTP_COUNT(blanks); i++) {
        if (rtp_str_ends(text, blanks[i])) {
            text.len -= blanks[i].len;
            i = (size_t)-1;
        }
    }
    return text;
}

static bool is_nothing(rtp_str text)
{
    static const rtp_str words[] = {RTP_STR(""),     RTP_STR("-"),    RTP_STR("--"),  RTP_STR("–"),   RTP_STR("—"),
                                    RTP_STR("n/a"),  RTP_STR("#n/a"), RTP_STR("na"),  RTP_STR("nan"), RTP_STR("null"),
                                    RTP_STR("none"), RTP_STR("nil"),  RTP_STR("k.a.")};
    bool nothing = false;
    for (size_t i = 0; i < RTP_COUNT(words) && !nothing; i++) {
        nothing = rtp_str_equal_any_case(text, words[i]);
    }
    return nothing;
}

/* ---- around the number ---- */

static bool cut(rtp_str *text, rtp_str piece, bool front)
{
    if (!(front ? rtp_str_starts(*text, piece) : rtp_str_ends(*text, piece))) {
        return false;
    }
    text->ptr += front ? piece.len : 0;
    text->len -= piece.len;
    *text = trim(*text);
    return true;
}

/* -5, −5, 5- and (5) are the same. */
static bool take_sign(rtp_str *text)
{
    rtp_str before = *text;
    if (cut(text, rtp_lit("("), true)) {
        if (cut(text, rtp_lit(")"), false)) {
            return true;
        }
        *text = before;
    }
    (void)cut(text, rtp_lit("+"), true);
    return cut(text, rtp_lit("-"), true) || cut(text, rtp_lit("\xE2\x88\x92"), true) || cut(text, rtp_lit("-"), false);
}

static bool is_unit(rtp_str text)
{
    bool good = text.len <= UNIT_MOST;
    for (size_t i = 0; i < text.len && good; i++) {
        good = !strchr("0123456789=+-:;,\"'()@<>", text.ptr[i]) && (unsigned char)text.ptr[i] >= ' ';
    }
    return good;
}

/* In front of a number stands a currency or nothing: "S1" and "INV-1" are names. */
static bool is_currency(rtp_str text)
{
    static const rtp_str words[] = {RTP_STR(""),    RTP_STR("$"),   RTP_STR("€"),   RTP_STR("£"),   RTP_STR("¥"),
                                    RTP_STR("US$"), RTP_STR("R$"),  RTP_STR("CHF"), RTP_STR("EUR"), RTP_STR("USD"),
                                    RTP_STR("GBP"), RTP_STR("Fr."), RTP_STR("kr"),  RTP_STR("₹"),   RTP_STR("zł")};
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(words) && !found; i++) {
        found = rtp_str_equal(text, words[i]);
    }
    return found;
}

/* The digits from the first to the last; what is around them must be a unit on one side at most. */
static bool take_core(rtp_str text, rtp_amount *out)
{
    size_t from = 0, to = text.len;
    while (from < to && !is_digit(text.ptr[from])) {
        from++;
    }
    while (to > from && !is_digit(text.ptr[to - 1])) {
        to--;
    }
    /* ".5" begins with its mark */
    from -= from > 0 && from < to && (text.ptr[from - 1] == '.' || text.ptr[from - 1] == ',') && from == 1;
    out->number = (rtp_str){text.ptr + from, to - from};
    rtp_str before = trim((rtp_str){text.ptr, from}), after = trim((rtp_str){text.ptr + to, text.len - to});
    out->negative = out->negative || take_sign(&before);
    out->percent = rtp_str_equal(after, rtp_lit("%"));
    out->unit = before.len > 0 ? before : after;
    return out->number.len > 0 && (before.len == 0 || after.len == 0) && is_currency(before) && is_unit(after);
}

/* ---- the number ---- */

static bool is_clock(rtp_str text)
{
    size_t colons = 0, run = 0;
    bool good = true;
    for (size_t i = 0; i < text.len && good; i++) {
        bool colon = text.ptr[i] == ':';
        good = (colon && run > 0 && (colons == 0 || run == 2)) || is_digit(text.ptr[i]);
        colons += colon;
        run = colon ? 0 : run + 1;
    }
    return good && (colons == 1 || colons == 2) && run == 2 && text.len <= 12;
}

/* The power of ten in 1.5E3, so that it is taken off before marks are looked at. */
static rtp_str without_power(rtp_str text)
{
    for (size_t i = text.len; i-- > 1;) {
        if ((text.ptr[i] == 'e' || text.ptr[i] == 'E') && text.len - i <= 4) {
            return (rtp_str){text.ptr, i};
        }
    }
    return text;
}

static void look_at_marks(rtp_amount *out)
{
    rtp_str text = without_power(out->number);
    size_t points = 0, commas = 0, last = 0, first = text.len;
    for (size_t i = 0; i < text.len; i++) {
        bool mark = text.ptr[i] == '.' || text.ptr[i] == ',';
        points += text.ptr[i] == '.';
        commas += text.ptr[i] == ',';
        last = mark ? i : last;
        first = mark && first == text.len ? i : first;
    }
    char mark = points + commas > 0 ? text.ptr[last] : 0, other = mark == '.' ? ',' : '.';
    size_t of_mark = mark == '.' ? points : commas;
    bool three = text.len - last - 1 == 3;
    if (mark == 0) {
        return;
    }
    if (points > 0 && commas > 0) {
        out->told = of_mark == 1 ? mark : 0;
    } else if (of_mark > 1) {
        out->told = other; /* 1,234,567 */
    } else if (three && first >= 1 && first <= 3 && text.ptr[0] != '0' && text.len == out->number.len) {
        out->doubt = mark;
    } else {
        out->told = mark;
    }
}

static bool is_number(rtp_str text)
{
    bool good = text.len > 0 && text.len <= RTP_AMOUNT_DIGITS;
    for (size_t i = 0; i < text.len && good;) {
        size_t blank = blank_at(text, i);
        bool power = (text.ptr[i] == 'e' || text.ptr[i] == 'E') && i > 0 && i + 1 < text.len;
        bool sign = (text.ptr[i] == '-' || text.ptr[i] == '+') && i > 0 && (text.ptr[i - 1] | 0x20) == 'e';
        bool apostrophe = rtp_str_starts((rtp_str){text.ptr + i, text.len - i}, rtp_lit("\xE2\x80\x99"));
        good = blank > 0 || power || sign || apostrophe || is_digit(text.ptr[i]) || strchr(".,'", text.ptr[i]);
        i += blank > 0 ? blank : apostrophe ? 3 : 1;
    }
    return good;
}

rtp_amount rtp_amount_read(rtp_str text)
{
    rtp_amount made = {.kind = RTP_AMOUNT_OTHER};
    text = trim(text);
    if (is_nothing(text)) {
        return (rtp_amount){.kind = RTP_AMOUNT_EMPTY};
    }
    made.negative = take_sign(&text);
    if (!take_core(text, &made)) {
        return made;
    }
    if (is_clock(made.number)) {
        made.kind = made.unit.len == 0 ? RTP_AMOUNT_CLOCK : RTP_AMOUNT_OTHER;
    } else if (is_number(made.number)) {
        made.kind = RTP_AMOUNT_NUMBER;
        look_at_marks(&made);
    }
    return made;
}

/* ---- its value ---- */

static double clock_hours(rtp_str text)
{
    double parts[3] = {0, 0, 0};
    size_t n = 0;
    for (size_t i = 0; i < text.len && n < 3; i++) {
        if (text.ptr[i] == ':') {
            n++;
        } else {
            parts[n] = parts[n] * 10 + (text.ptr[i] - '0');
        }
    }
    return parts[0] + parts[1] / 60 + parts[2] / 3600;
}

/* Two or three digits between marks, three before the end: 1,234,567 and 12,34,567. */
static bool takes_group(size_t run, bool first, bool last)
{
    return first ? run >= 1 && run <= 3 : run == 3 || (run == 2 && !last);
}

/* Digits, the decimal mark as a point, the power; groups checked and closed up. 0: not well made. */
static size_t plain(rtp_str text, char decimal, char *out)
{
    size_t len = 0, run = 0;
    bool grouped = false, fraction = false;
    for (size_t i = 0; i < text.len;) {
        char c = text.ptr[i];
        size_t blank = blank_at(text, i);
        bool power = c == 'e' || c == 'E' || c == '+' || c == '-';
        if (is_digit(c) || power) {
            bool ends = power && grouped && !fraction;
            if (ends && !takes_group(run, false, true)) {
                return 0;
            }
            fraction = fraction || power; /* nothing is grouped behind it */
            out[len++] = c;
            run++;
            i++;
        } else if (c == decimal && blank == 0) {
            if (fraction || (grouped && !takes_group(run, false, true))) {
                return 0;
            }
            fraction = true;
            out[len++] = '.';
            i++;
        } else {
            if (fraction || !takes_group(run, !grouped, false)) {
                return 0;
            }
            grouped = true;
            run = 0;
            i += blank > 0 ? blank : c == '\xE2' ? 3 : 1;
        }
    }
    out[len] = '\0';
    return !fraction && grouped && !takes_group(run, false, true) ? 0 : len;
}

bool rtp_amount_value(const rtp_amount *amount, char decimal, double *value)
{
    char text[RTP_AMOUNT_DIGITS + 1];
    double made = 0;
    if (amount->kind == RTP_AMOUNT_CLOCK) {
        made = clock_hours(amount->number);
    } else {
        char *end = text;
        size_t len = plain(amount->number, decimal, text);
        made = len > 0 ? strtod(text, &end) : 0;
        if (len == 0 || end != text + len || !(made < 1e15)) {
            return false;
        }
    }
    *value = amount->negative && made > 0 ? -made : made;
    return true;
}
