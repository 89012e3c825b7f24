/* The trial as an iCalendar file (RFC 5545): its weeks, and the days on which people look at it. Not a
 * format for documents, since it shows dates alone. */
#include "rtopitch/render.h"

enum { LINE_OCTETS = 75, HASH_DIGITS = 16 };

typedef struct calendar {
    const rtp_facts *facts;
    rtp_arena *arena;
    rtp_buf *out;
    rtp_str stamp;   /* of all entries: the day of the document, as a time */
    rtp_str subject; /* who and what the trial is about, in digits; the same for every version of a plan */
} calendar;

/* ---- lines ---- */

/* Folded behind 75 octets at most, and never inside a character. */
static void put_line(calendar *c, rtp_str line)
{
    size_t room = LINE_OCTETS;
    for (size_t at = 0; at < line.len;) {
        size_t length = rtp_utf8_length(line.ptr + at, line.len - at);
        length = length > 0 ? length : 1;
        if (length > room) {
            rtp_buf_puts(c->out, "\r\n ");
            room = LINE_OCTETS - 1;
        }
        rtp_buf_put(c->out, (rtp_str){line.ptr + at, length});
        room -= length;
        at += length;
    }
    rtp_buf_puts(c->out, "\r\n");
}

/* A text value: backslash, semicolon and comma escaped, a line end as \n, other controls left out. */
static rtp_str escaped(rtp_str text, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(4 * text.len + 16);
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = 0;
        size_t length = rtp_utf8_decode(text.ptr + at, text.len - at, &code_point);
        char c = text.ptr[at];
        if (c == '\n') {
            rtp_buf_puts(&out, "\\n");
        } else if (c == '\\' || c == ';' || c == ',') {
            rtp_buf_put_char(&out, '\\');
            rtp_buf_put_char(&out, c);
        } else if (c == '\t') {
            rtp_buf_put_char(&out, ' ');
        } else if (length > 0 && !rtp_utf8_is_unsafe(code_point)) {
            rtp_buf_put(&out, (rtp_str){text.ptr + at, length});
        }
        at += length > 0 ? length : 1;
    }
    rtp_str made = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return made;
}

static void put_property(calendar *c, const char *name, rtp_str value)
{
    put_line(c, rtp_arena_format(c->arena, "%s:%.*s", name, RTP_FMT(value)));
}

/* "20270111" */
static rtp_str compact(rtp_date date, rtp_arena *arena)
{
    rtp_str iso = rtp_date_iso(arena, date);
    return rtp_arena_format(arena, "%.4s%.2s%.2s", iso.ptr, iso.ptr + 5, iso.ptr + 8);
}

/* ---- entries ---- */

typedef struct entry {
    const char *kind; /* with `index` unlike every other, and the same whenever the plan is written again */
    size_t index;
    rtp_date from, to; /* both belong to it */
    rtp_str summary, description;
} entry;

static void put_entry(calendar *c, const entry *made)
{
    put_line(c, rtp_lit("BEGIN:VEVENT"));
    put_property(c, "UID",
                 rtp_arena_format(c->arena, "%.*s-%s-%zu@trial.invalid", RTP_FMT(c->subject), made->kind, made->index));
    put_property(c, "DTSTAMP", c->stamp);
    put_property(c, "DTSTART;VALUE=DATE", compact(made->from, c->arena));
    put_property(c, "DTEND;VALUE=DATE", compact(made->to + 1, c->arena)); /* the first day behind it */
    put_property(c, "SUMMARY", escaped(made->summary, c->arena));
    if (made->description.len > 0) {
        put_property(c, "DESCRIPTION", escaped(made->description, c->arena));
    }
    put_line(c, rtp_lit("TRANSP:TRANSPARENT"));
    put_line(c, rtp_lit("END:VEVENT"));
}

static const rtp_value *fact_of(const calendar *c, const char *name, size_t item)
{
    int number = rtp_fact_find(rtp_str_from(name));
    return rtp_facts_get(c->facts, number < 0 ? SIZE_MAX : (size_t)number, item);
}

static rtp_str text_of(const calendar *c, const char *name)
{
    const rtp_value *value = fact_of(c, name, 0);
    return value->known ? rtp_value_text(value, c->arena) : (rtp_str){NULL, 0};
}

typedef struct milestone {
    const char *kind, *fact, *summary;
    const char *about; /* the fact that its description tells */
} milestone;

static const milestone milestones[] = {
    {"start", "pilot.start", "Trial starts", "pilot.primary"},
    {"midpoint", "pilot.midpoint", "Trial: a first look", "pilot.primary"},
    {"review", "pilot.review", "Trial: review and decision", "pilot.primary"},
};

static void put_milestones(calendar *c)
{
    for (size_t i = 0; i < RTP_COUNT(milestones); i++) {
        const milestone *row = &milestones[i];
        const rtp_value *date = fact_of(c, row->fact, 0);
        if (date->known) {
            put_entry(
                c, &(entry){row->kind, 0, date->date, date->date, rtp_str_from(row->summary), text_of(c, row->about)});
        }
    }
}

static rtp_str week_summary(calendar *c, size_t item, size_t count)
{
    const rtp_value *at = fact_of(c, "week.at", item);
    bool home = at->known && rtp_str_equal(at->text, rtp_lit("home"));
    return rtp_arena_format(c->arena, "Trial week %zu of %zu: %s", item + 1, count,
                            home ? "days at home" : "at the office");
}

static bool earns(const calendar *c)
{
    return rtp_str_equal(text_of(c, "strategy.chosen"), rtp_lit("earn_back"));
}

/* The days at home of a home week, as the terms name them. */
static rtp_str week_days(calendar *c, size_t item)
{
    const rtp_value *at = fact_of(c, "week.at", item);
    if (!at->known || !rtp_str_equal(at->text, rtp_lit("home"))) {
        return (rtp_str){NULL, 0};
    }
    rtp_str days = text_of(c, earns(c) ? "starter.home_weekdays" : "ask.home_weekdays");
    return days.len > 0 ? rtp_arena_format(c->arena, "At home: %.*s", RTP_FMT(days)) : days;
}

static size_t count_weeks(const calendar *c)
{
    size_t count = 0;
    while (fact_of(c, "week.from", count)->known) {
        count++;
    }
    return count;
}

static void put_weeks(calendar *c)
{
    size_t count = count_weeks(c);
    for (size_t i = 0; i < count; i++) {
        put_entry(c, &(entry){"week", i + 1, fact_of(c, "week.from", i)->date, fact_of(c, "week.to", i)->date,
                              week_summary(c, i, count), week_days(c, i)});
    }
}

/* Names, not dates: a plan that moves keeps its entries. FNV-1a with 64 bits. */
static rtp_str subject_of(const calendar *c)
{
    static const char *const facts[] = {"person.name", "person.role", "manager.name", "pilot.primary"};
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < RTP_COUNT(facts); i++) {
        rtp_str text = text_of(c, facts[i]);
        for (size_t k = 0; k <= text.len; k++) { /* the NUL behind it parts it from the next */
            hash = (hash ^ (unsigned char)(k < text.len ? text.ptr[k] : '\0')) * UINT64_C(1099511628211);
        }
    }
    return rtp_arena_format(c->arena, "%0*llx", HASH_DIGITS, (unsigned long long)hash);
}

void rtp_ics_put(const rtp_facts *facts, rtp_date date, rtp_arena *arena, rtp_buf *out)
{
    calendar c = {.facts = facts, .arena = arena, .out = out};
    c.stamp = rtp_arena_format(arena, "%.*sT000000Z", RTP_FMT(compact(date, arena)));
    c.subject = subject_of(&c);
    put_line(&c, rtp_lit("BEGIN:VCALENDAR"));
    put_line(&c, rtp_lit("VERSION:2.0"));
    put_line(&c, rtp_lit("PRODID:-//trial plan//1//EN"));
    put_line(&c, rtp_lit("CALSCALE:GREGORIAN"));
    put_line(&c, rtp_lit("METHOD:PUBLISH"));
    put_milestones(&c);
    put_weeks(&c);
    put_line(&c, rtp_lit("END:VCALENDAR"));
}
