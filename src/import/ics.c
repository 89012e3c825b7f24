/* Reads events. Times stay as written, whatever their zone: a day in the office is a day where the person was. */
#include "import/ics.h"

#include <stdlib.h>
#include <string.h>

enum { EVENTS_MOST = 200000 };

typedef struct line { /* unfolded */
    rtp_str name, value;
    size_t offset, length; /* of its first piece in the text */
} line;

typedef struct reader {
    rtp_import *run;
    const rtp_source *source;
    size_t at;
    rtp_ics_events *events;
    rtp_ics_event event; /* that is open */
    bool ended;          /* has DTEND */
    bool all_day;
    int64_t duration; /* days of DURATION; -1: none */
    size_t inside;    /* components within the event, an alarm for one */
} reader;

static bool refuse(reader *r, const line *at, rtp_str message, rtp_str hint)
{
    return rtp_export_refuse(r->run, "I0508", r->source,
                             (rtp_diag){.offset = at->offset, .length = at->length, .message = message, .hint = hint});
}

/* ---- lines ---- */

static size_t line_end(rtp_str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r') {
        at++;
    }
    return at;
}

static size_t next_line(rtp_str text, size_t end)
{
    end += end < text.len && text.ptr[end] == '\r';
    return end + (end < text.len && text.ptr[end] == '\n');
}

static bool is_folded(rtp_str text, size_t at)
{
    return at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t');
}

/* The content of a line and of those that begin with a blank behind it. */
static rtp_str unfold(reader *r)
{
    rtp_str text = r->source->text;
    size_t from = r->at, end = line_end(text, from), last = end;
    for (r->at = next_line(text, end); is_folded(text, r->at); r->at = next_line(text, last)) {
        last = line_end(text, r->at);
    }
    if (last == end) {
        return (rtp_str){text.ptr + from, end - from};
    }
    char *made = rtp_array_make(r->run->arena, last - from + 1, 1);
    size_t len = end - from;
    memcpy(made, text.ptr + from, len);
    for (size_t at = next_line(text, end); at < r->at; at = next_line(text, end)) {
        end = line_end(text, at);
        size_t n = end > at ? end - at - 1 : 0; /* without the blank */
        memcpy(made + len, text.ptr + at + 1, n);
        len += n;
    }
    return (rtp_str){made, len};
}

/* NAME;PARAMETERS:value, where a parameter in quotes may hold a colon. */
static bool read_line(reader *r, line *out)
{
    if (r->at >= r->source->text.len) {
        return false;
    }
    size_t from = r->at, end = line_end(r->source->text, from);
    rtp_str text = unfold(r);
    size_t name = 0, colon;
    while (name < text.len && text.ptr[name] != ';' && text.ptr[name] != ':') {
        name++;
    }
    bool quoted = false;
    for (colon = name; colon < text.len && (quoted || text.ptr[colon] != ':'); colon++) {
        quoted = quoted != (text.ptr[colon] == '"');
    }
    size_t value = colon < text.len ? colon + 1 : text.len;
    *out = (line){{text.ptr, name}, {text.ptr + value, text.len - value}, from, end > from ? end - from : 1};
    return true;
}

/* ---- values ---- */

static bool read_day(rtp_str value, rtp_date *day, bool *all_day, bool *utc)
{
    char iso[10] = "0000-00-00";
    if (value.len < 8) {
        return false;
    }
    memcpy(iso, value.ptr, 4);
    memcpy(iso + 5, value.ptr + 4, 2);
    memcpy(iso + 8, value.ptr + 6, 2);
    *all_day = value.len == 8;
    *utc = value.len == 16 && value.ptr[15] == 'Z';
    return (value.len == 8 || (value.len >= 15 && value.ptr[8] == 'T')) && rtp_date_parse((rtp_str){iso, 10}, day);
}

/* \n, \, and \; are a line end, a comma and a semicolon. */
static rtp_str unescape(rtp_arena *arena, rtp_str value)
{
    if (value.len == 0 || !memchr(value.ptr, '\\', value.len)) {
        return value;
    }
    char *made = rtp_array_make(arena, value.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < value.len; i++) {
        bool escape = value.ptr[i] == '\\' && i + 1 < value.len;
        i += escape;
        made[len++] = escape && (value.ptr[i] | 0x20) == 'n' ? ' ' : value.ptr[i];
    }
    return (rtp_str){made, len};
}

/* A whole number of up to six digits at the start; -1: none. */
static int64_t number(rtp_str text)
{
    int64_t value = text.len > 0 && text.len <= 6 ? 0 : -1;
    for (size_t i = 0; i < text.len && value >= 0; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        value = digit ? value * 10 + (text.ptr[i] - '0') : -1;
    }
    return value;
}

/* The part before `mark`, which with the mark is taken off the text. */
static rtp_str take_part(rtp_str *text, char mark)
{
    size_t end = 0;
    while (end < text->len && text->ptr[end] != mark) {
        end++;
    }
    rtp_str part = {text->ptr, end};
    size_t next = end < text->len ? end + 1 : end;
    *text = (rtp_str){text->ptr + next, text->len - next};
    return part;
}

/* Whole days of P1D, P2W and PT8H, which is none. */
static int64_t read_duration(rtp_str value)
{
    if (value.len < 3 || value.ptr[0] != 'P') {
        return 0;
    }
    size_t end = 1;
    while (end < value.len && value.ptr[end] >= '0' && value.ptr[end] <= '9') {
        end++;
    }
    int64_t n = number((rtp_str){value.ptr + 1, end - 1});
    char unit = end < value.len ? value.ptr[end] : ' ';
    return n < 0 ? 0 : unit == 'W' ? n * 7 : unit == 'D' ? n : 0;
}

/* ---- rules ---- */

static bool read_weekdays(rtp_str value, unsigned *bits)
{
    static const char names[] = "MOTUWETHFRSASU";
    bool good = value.len > 0;
    for (*bits = 0; value.len > 0 && good;) {
        rtp_str day = take_part(&value, ',');
        unsigned i = 0;
        while (i < 7 && !(day.len == 2 && memcmp(day.ptr, names + 2 * (size_t)i, 2) == 0)) {
            i++;
        }
        good = i < 7;
        *bits |= good ? 1U << i : 0;
    }
    return good;
}

static bool read_rule_part(rtp_ics_rule *rule, rtp_str name, rtp_str value)
{
    bool all_day, utc;
    if (rtp_str_equal(name, rtp_lit("FREQ"))) {
        rule->weekly = rtp_str_equal(value, rtp_lit("WEEKLY"));
        rule->other = rule->other || (!rule->weekly && !rtp_str_equal(value, rtp_lit("DAILY")));
        return true;
    }
    if (rtp_str_equal(name, rtp_lit("INTERVAL"))) {
        rule->step = (int)number(value);
        return rule->step >= 1;
    }
    if (rtp_str_equal(name, rtp_lit("COUNT"))) {
        rule->count = number(value);
        return rule->count >= 1;
    }
    if (rtp_str_equal(name, rtp_lit("UNTIL"))) {
        return read_day(value, &rule->until, &all_day, &utc);
    }
    if (rtp_str_equal(name, rtp_lit("BYDAY"))) {
        return read_weekdays(value, &rule->weekdays) || rule->other;
    }
    rule->other = rule->other || rtp_str_starts(name, rtp_lit("BY"));
    return true;
}

static bool take_rule(reader *r, const line *at)
{
    rtp_ics_rule rule = {.step = 1, .until = RTP_DATE_UNKNOWN};
    rtp_str rest = at->value;
    bool good = rest.len > 0;
    while (rest.len > 0 && good) {
        rtp_str value = take_part(&rest, ';'), name = take_part(&value, '=');
        good = read_rule_part(&rule, name, value) || rule.other;
    }
    r->event.rule = rule;
    return good || refuse(r, at, rtp_lit("this rule of repetition cannot be read"),
                          rtp_lit("a rule is written as FREQ=WEEKLY;BYDAY=MO,TU"));
}

/* ---- events ---- */

static bool take_except(reader *r, const line *at)
{
    rtp_ics_event *event = &r->event;
    rtp_str rest = at->value;
    while (rest.len > 0) {
        rtp_date day;
        bool all_day, utc;
        if (!read_day(take_part(&rest, ','), &day, &all_day, &utc)) {
            return refuse(r, at, rtp_lit("a day here cannot be read"), rtp_lit("days are written as 20250131"));
        }
        event->except = rtp_array_grow(r->run->arena, event->except, event->except_count, &event->except_cap,
                                       sizeof *event->except);
        event->except[event->except_count++] = day;
    }
    return true;
}

static bool take_day(reader *r, const line *at, rtp_date *day)
{
    bool all_day, utc;
    if (!read_day(at->value, day, &all_day, &utc)) {
        return refuse(r, at, rtp_lit("this day cannot be read"),
                      rtp_lit("days are written as 20250131, times as 20250131T090000"));
    }
    if (day == &r->event.first) {
        r->all_day = all_day;
        r->event.utc = utc;
    }
    return true;
}

/* The end of an event that ends with a day, or at midnight, is not one of its days. */
static bool take_end(reader *r, const line *at)
{
    r->ended = true;
    if (!take_day(r, at, &r->event.last)) {
        return false;
    }
    bool midnight = at->value.len >= 15 && memcmp(at->value.ptr + 9, "000000", 6) == 0;
    r->event.last -= at->value.len == 8 || midnight;
    return true;
}

static void add_words(reader *r, rtp_str value)
{
    rtp_str parts[] = {r->event.words, unescape(r->run->arena, value)};
    r->event.words = r->event.words.len > 0 ? rtp_arena_join(r->run->arena, parts, 2, rtp_lit(", ")) : parts[1];
}

static bool take_property(reader *r, const line *at)
{
    static const rtp_str names[] = {RTP_STR("DTSTART"),  RTP_STR("DTEND"),        RTP_STR("DURATION"),
                                    RTP_STR("RRULE"),    RTP_STR("EXDATE"),       RTP_STR("SUMMARY"),
                                    RTP_STR("LOCATION"), RTP_STR("CATEGORIES"),   RTP_STR("UID"),
                                    RTP_STR("STATUS"),   RTP_STR("RECURRENCE-ID")};
    size_t i = 0;
    while (i < RTP_COUNT(names) && !rtp_str_equal_any_case(at->name, names[i])) {
        i++;
    }
    switch (i) {
    case 0:
        return take_day(r, at, &r->event.first);
    case 1:
        return take_end(r, at);
    case 2:
        r->duration = read_duration(at->value);
        return true;
    case 3:
        return take_rule(r, at);
    case 4:
        return take_except(r, at);
    case 5:
        r->event.title = unescape(r->run->arena, at->value);
        return true;
    case 6:
    case 7:
        add_words(r, at->value);
        return true;
    case 8:
        r->event.uid = at->value;
        return true;
    case 9:
        r->event.cancelled = rtp_str_equal_any_case(at->value, rtp_lit("CANCELLED"));
        return true;
    case 10:
        return take_day(r, at, &r->event.instead);
    default:
        return true;
    }
}

static void begin_event(reader *r)
{
    r->event =
        (rtp_ics_event){.first = RTP_DATE_UNKNOWN, .instead = RTP_DATE_UNKNOWN, .rule = {.until = RTP_DATE_UNKNOWN}};
    r->ended = false;
    r->all_day = false;
    r->duration = -1;
    r->inside = 0;
}

static void end_event(reader *r)
{
    rtp_ics_event *event = &r->event;
    rtp_ics_events *events = r->events;
    if (event->first == RTP_DATE_UNKNOWN) {
        return;
    }
    if (!r->ended) {
        event->last = event->first + (rtp_date)(r->duration > 1 ? r->duration - 1 : 0);
    }
    event->last = event->last < event->first ? event->first : event->last;
    events->items = rtp_array_grow(r->run->arena, events->items, events->len, &events->cap, sizeof *events->items);
    events->items[events->len++] = *event;
}

static bool is_line(const line *at, const char *name, const char *value)
{
    return rtp_str_equal_any_case(at->name, rtp_str_from(name)) &&
           (!value || rtp_str_equal_any_case(rtp_str_trim(at->value), rtp_str_from(value)));
}

static bool read_event(reader *r, const line *begin)
{
    line at;
    begin_event(r);
    while (read_line(r, &at)) {
        if (r->inside == 0 && is_line(&at, "END", "VEVENT")) {
            end_event(r);
            return true;
        }
        r->inside += is_line(&at, "BEGIN", NULL);
        if (is_line(&at, "END", NULL) && r->inside > 0) {
            r->inside--;
        } else if (r->inside == 0 && !take_property(r, &at)) {
            return false;
        }
    }
    return refuse(r, begin, rtp_lit("this event does not end"), rtp_lit("the file may be cut off; export it again"));
}

bool rtp_ics_read(rtp_import *run, const rtp_source *text, rtp_ics_events *events)
{
    reader r = {.run = run, .source = text, .events = events};
    line at = {.offset = 0, .length = 1};
    while (read_line(&r, &at) && at.name.len == 0 && at.value.len == 0) {
    }
    if (!is_line(&at, "BEGIN", "VCALENDAR")) {
        return refuse(&r, &at, rtp_lit("this is no calendar"), rtp_lit("export it as iCalendar, .ics"));
    }
    while (read_line(&r, &at)) {
        if (is_line(&at, "BEGIN", "VEVENT") && !read_event(&r, &at)) {
            return false;
        }
        if (events->len > EVENTS_MOST) {
            return refuse(&r, &at, rtp_lit("the calendar has more than 200,000 events"), rtp_lit("export fewer years"));
        }
    }
    return true;
}

/* ---- repetition ---- */

static bool is_except(const rtp_ics_event *event, rtp_date day)
{
    size_t from = 0, to = event->except_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        bool less = event->except[middle] < day;
        from = less ? middle + 1 : from;
        to = less ? to : middle;
    }
    return from < event->except_count && event->except[from] == day;
}

static int by_day(const void *left, const void *right)
{
    const rtp_date *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

void rtp_ics_sort(rtp_ics_event *event)
{
    if (event->except_count > 0) {
        qsort(event->except, event->except_count, sizeof *event->except, by_day);
    }
}

static bool is_on(const rtp_ics_event *event, rtp_date day)
{
    const rtp_ics_rule *rule = &event->rule;
    int weekday = rtp_date_weekday(day), first = rtp_date_weekday(event->first);
    if (rule->weekly) {
        unsigned days = rule->weekdays ? rule->weekdays : 1U << first;
        int week = (day - weekday - (event->first - first)) / 7;
        return week % rule->step == 0 && (days >> weekday & 1U);
    }
    return (day - event->first) % rule->step == 0 && (!rule->weekdays || (rule->weekdays >> weekday & 1U));
}

void rtp_ics_each(const rtp_ics_event *event, rtp_date end, void (*visit)(void *state, rtp_date day), void *state)
{
    const rtp_ics_rule *rule = &event->rule;
    bool repeats = rule->step > 0 && !rule->other;
    rtp_date last = !repeats ? event->first : rule->until != RTP_DATE_UNKNOWN && rule->until < end ? rule->until : end;
    int64_t count = 0;
    for (rtp_date day = event->first; day <= last && day <= end; day++) {
        if (repeats && !is_on(event, day) && day != event->first) {
            continue;
        }
        if (rule->count > 0 && ++count > rule->count) {
            return;
        }
        if (!is_except(event, day)) {
            visit(state, day);
        }
    }
}
