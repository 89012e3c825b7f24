/* Dates by the shape of their parts: numbers and names of months, whatever stands between them. A time behind
 * a date is left out: the month is that of the day as written, which is the month the person worked in. */
#include "import/when.h"

#include <string.h>

enum { PARTS_MOST = 3, WORD_MOST = 16, TIME_MOST = 40, YEAR_FIRST = 1990, YEAR_LAST = 2100 };

/* English, German, French, Spanish, Italian, Portuguese, Dutch; in small letters, as exports shorten them. */
static const char *const month_words[12] = {
    " january jan januar jän jänner janvier janv enero ene gennaio gen janeiro januari ",
    " february feb februar feber février févr fevr fév fevrier febrero febbraio fevereiro fev februari ",
    " march mar märz mär mrz maerz mars marzo março marco maart mrt ",
    " april apr avril avr abril abr aprile ",
    " may mai mayo maggio mag maio mei ",
    " june jun juni juin junio giugno giu junho ",
    " july jul juli juillet juil julio luglio lug julho ",
    " august aug août aout agosto ago augustus ",
    " september sep sept septembre septiembre settembre set setembro ",
    " october oct oktober okt octobre octubre ottobre ott outubro out ",
    " november nov novembre noviembre novembro ",
    " december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro ",
};
/* Stand between the parts of a date and say nothing. */
static const char skipped_words[] = " of the de st nd rd th m mon monday tue tues tuesday wed wednesday thu thur thurs "
                                    "thursday fri friday sat saturday sun sunday mo di mi do fr sa so montag dienstag "
                                    "mittwoch donnerstag freitag samstag sonntag ";

typedef struct part {
    char kind; /* 'n' number, 'w' month */
    int value, digits;
    char before; /* what stands in front of it */
} part;

typedef struct parts {
    part items[PARTS_MOST];
    size_t len;
} parts;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* " word " in small letters of ASCII; é and its like differ in both cases, and programs write small ones. */
static bool is_in(rtp_str word, const char *words)
{
    char key[WORD_MOST + 3] = " ";
    if (word.len > WORD_MOST) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        key[i + 1] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    key[word.len + 1] = ' ';
    return strstr(words, key) != NULL;
}

static int month_of(rtp_str word)
{
    int month = 0;
    for (int i = 0; i < 12 && month == 0; i++) {
        month = is_in(word, month_words[i]) ? i + 1 : 0;
    }
    return month;
}

/* ---- parts ---- */

static size_t take_number(rtp_str text, size_t at, part *out)
{
    size_t end = at;
    for (out->value = 0; end < text.len && is_digit(text.ptr[end]) && end - at < 9; end++) {
        out->value = out->value * 10 + (text.ptr[end] - '0');
    }
    out->kind = 'n';
    out->digits = (int)(end - at);
    return end;
}

/* 0 when it is no word of a date. */
static size_t take_word(rtp_str text, size_t at, part *out)
{
    size_t end = at;
    while (end < text.len && is_letter(text.ptr[end])) {
        end++;
    }
    rtp_str word = {text.ptr + at, end - at};
    out->value = month_of(word);
    out->kind = out->value > 0 ? 'w' : ' ';
    return out->value > 0 || is_in(word, skipped_words) ? end : 0;
}

/* A time begins with hours and a colon, or with the T of ISO 8601. */
static bool is_time(rtp_str text, size_t at)
{
    size_t from = at;
    at += at < text.len && text.ptr[at] == 'T';
    size_t digits = at;
    while (at < text.len && is_digit(text.ptr[at])) {
        at++;
    }
    bool hours = at > digits && at - digits <= 2;
    return hours && ((at < text.len && text.ptr[at] == ':') || digits > from);
}

static bool is_time_all(rtp_str text)
{
    static const char allowed[] = "0123456789:.,+-/() TZ";
    bool good = text.len <= TIME_MOST;
    for (size_t i = 0; i < text.len && good; i++) {
        good = strchr(allowed, text.ptr[i]) != NULL || is_letter(text.ptr[i]);
    }
    return good;
}

static bool split(rtp_str text, parts *out)
{
    char before = ' ';
    for (size_t at = 0; at < text.len;) {
        char c = text.ptr[at];
        part next = {.before = before};
        size_t end = 0;
        if (out->len > 0 && (before == ' ' || c == 'T') && is_time(text, at)) {
            return is_time_all((rtp_str){text.ptr + at, text.len - at});
        }
        if (strchr(" -/.,'", c) && c != '\0') {
            before = before == ' ' || c != ' ' ? c : before;
            before = c == ' ' && (out->len > 0 && text.ptr[at - 1] == ',') ? ' ' : before;
            at++;
            continue;
        }
        end = is_digit(c) ? take_number(text, at, &next) : is_letter(c) ? take_word(text, at, &next) : 0;
        if (end == 0 || (next.kind != ' ' && out->len == PARTS_MOST)) {
            return false;
        }
        if (next.kind != ' ') {
            out->items[out->len++] = next;
            before = ' ';
        }
        at = end;
    }
    return out->len > 0;
}

/* ---- shapes ---- */

static bool is_day(int year, int month, int day)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && leap);
}

/* Two digits are of this century. 0: no year. */
static int year_of(const part *from)
{
    int year = from->digits == 4 ? from->value : from->digits == 2 ? 2000 + from->value : 0;
    return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

static bool tell(rtp_when *when, int year, int month, int day)
{
    *when = (rtp_when){.kind = RTP_WHEN_TOLD, .year = year, .month = month, .day = day};
    return is_day(year, month, day > 0 ? day : 1);
}

static bool read_one(const part *p, rtp_when *when)
{
    if (p->kind == 'w' || (p->digits <= 2 && p->value >= 1 && p->value <= 12)) {
        *when = (rtp_when){.kind = RTP_WHEN_MONTH, .month = p->value};
        return true;
    }
    if (p->digits == 8) {
        return tell(when, p->value / 10000, p->value / 100 % 100, p->value % 100) && p->value % 100 > 0;
    }
    if (p->digits == 6) {
        return tell(when, p->value / 100, p->value % 100, 0);
    }
    bool year = p->digits == 4 && year_of(p) > 0;
    *when = (rtp_when){.kind = year ? RTP_WHEN_YEAR : RTP_WHEN_SERIAL, .year = p->value};
    return year || (p->digits == 5 && p->value >= 32874 && p->value <= 73415);
}

static bool read_two(const parts *from, rtp_when *when)
{
    const part *a = &from->items[0], *b = &from->items[1];
    bool year_first = a->kind == 'n' && a->digits == 4;
    const part *year = year_first ? a : b, *month = year_first ? b : a;
    bool short_year = b->digits == 2 && a->kind == 'w' && (b->before == '-' || b->before == '\'');
    if (year->kind != 'n' || (year->digits != 4 && !short_year) || (month->kind == 'n' && month->digits > 2)) {
        return false;
    }
    return tell(when, year_of(year), month->value, 0);
}

static bool read_pair(const parts *from, rtp_when *when)
{
    const part *a = &from->items[0], *b = &from->items[1], *c = &from->items[2];
    int year = year_of(c);
    bool numbers = a->digits <= 2 && b->digits <= 2 && year > 0 && b->before == c->before;
    if (!numbers || !strchr("./-", b->before) || (b->before == '-' && c->digits == 2)) {
        return false;
    }
    if (b->before == '.') {
        bool good = tell(when, year, b->value, a->value);
        when->dotted = true;
        return good && a->value > 0;
    }
    *when = (rtp_when){.kind = RTP_WHEN_PAIR, .year = year, .first = a->value, .second = b->value};
    return is_day(year, a->value, b->value) || is_day(year, b->value, a->value);
}

static bool read_three(const parts *from, rtp_when *when)
{
    const part *a = &from->items[0], *b = &from->items[1], *c = &from->items[2];
    bool all = a->kind == 'n' && b->kind == 'n' && c->kind == 'n';
    if (a->kind == 'n' && a->digits == 4 && c->kind == 'n' && c->digits <= 2) {
        return (b->kind == 'w' || b->digits <= 2) && c->value > 0 && tell(when, a->value, b->value, c->value);
    }
    if (all) {
        return read_pair(from, when);
    }
    bool day_first = a->kind == 'n' && b->kind == 'w', month_first = a->kind == 'w' && b->kind == 'n';
    const part *day = day_first ? a : b, *month = day_first ? b : a;
    return (day_first || month_first) && c->kind == 'n' && day->digits <= 2 && day->value > 0 &&
           tell(when, year_of(c), month->value, day->value);
}

bool rtp_when_read(rtp_str text, rtp_when *when)
{
    parts found = {.len = 0};
    rtp_when made = {.kind = RTP_WHEN_TOLD};
    if (text.len > WORD_MOST * 6 || !split(text, &found)) {
        return false;
    }
    bool good = found.len == 1   ? read_one(&found.items[0], &made)
                : found.len == 2 ? read_two(&found, &made)
                                 : read_three(&found, &made);
    if (good) {
        *when = made;
    }
    return good;
}

bool rtp_when_settle(rtp_when *when, bool day_first)
{
    int day = day_first ? when->first : when->second, month = day_first ? when->second : when->first;
    return tell(when, when->year, month, day);
}

rtp_month rtp_when_month(const rtp_when *when)
{
    return when->year * 12 + when->month - 1;
}
