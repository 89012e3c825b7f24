/* Days in the office from a calendar, as history.modes. Only counts leave this file: what events are called is
 * compared with the words and forgotten. */
#include "import/ics.h"

#include <stdlib.h>
#include <string.h>

enum { DAY_FIRST = 7305 /* 1990-01-01 */, OFFICE_FROM = 75, REMOTE_TO = 10, SPAN_MOST = 400 };

typedef enum mark { MARK_OFFICE = 1, MARK_HOME = 2 } mark;

typedef struct ics_options {
    rtp_import_texts office, home;
    int office_from, remote_to;
} ics_options;

typedef struct ics_reader {
    rtp_import *run;
    const ics_options *given;
    rtp_ics_events events;
    unsigned char *days; /* marks, from DAY_FIRST to today */
    const rtp_ics_event *event;
    mark mark;
    size_t matched[3], utc, unfollowed;
} ics_reader;

static const rtp_import_option options[] = {
    {.name = "office",
     .value = "WORDS",
     .kind = RTP_IMPORT_TEXTS,
     .offset = offsetof(ics_options, office),
     .help = "what events of days in the office are called; may be repeated (default: office, in office, on site, "
             "büro, bureau …)"},
    {.name = "home",
     .value = "WORDS",
     .kind = RTP_IMPORT_TEXTS,
     .offset = offsetof(ics_options, home),
     .help = "what events of days at home are called; may be repeated (default: home, home office, wfh, remote …)"},
    {.name = "office-from",
     .value = "PERCENT",
     .kind = RTP_IMPORT_COUNT,
     .offset = offsetof(ics_options, office_from),
     .least = 51,
     .most = 100,
     .help = "a month with this share of its days in the office counts as office (default: 75)"},
    {.name = "remote-to",
     .value = "PERCENT",
     .kind = RTP_IMPORT_COUNT,
     .offset = offsetof(ics_options, remote_to),
     .least = 1,
     .most = 49,
     .help = "a month with this share or less counts as remote; what is between is hybrid (default: 10)"},
};

/* ---- which events ---- */

static const rtp_str home_words[] = {RTP_STR("home"),        RTP_STR("home office"),      RTP_STR("homeoffice"),
                                     RTP_STR("wfh"),         RTP_STR("work from home"),   RTP_STR("working from home"),
                                     RTP_STR("remote"),      RTP_STR("working remotely"), RTP_STR("mobile arbeit"),
                                     RTP_STR("télétravail"), RTP_STR("teletrabajo")};
static const rtp_str office_words[] = {
    RTP_STR("office"),  RTP_STR("in office"), RTP_STR("in the office"), RTP_STR("at office"),  RTP_STR("at the office"),
    RTP_STR("on site"), RTP_STR("on-site"),   RTP_STR("onsite"),        RTP_STR("office day"), RTP_STR("büro"),
    RTP_STR("im büro"), RTP_STR("bürotag"),   RTP_STR("vor ort"),       RTP_STR("bureau"),     RTP_STR("au bureau"),
    RTP_STR("oficina"), RTP_STR("ufficio")};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* As whole words, anywhere. */
static bool has_word(rtp_str text, rtp_str word)
{
    bool found = false;
    for (size_t at = 0; word.len > 0 && at + word.len <= text.len && !found; at++) {
        bool starts = at == 0 || !is_letter(text.ptr[at - 1]);
        bool ends = at + word.len == text.len || !is_letter(text.ptr[at + word.len]);
        found = starts && ends && rtp_str_equal_any_case((rtp_str){text.ptr + at, word.len}, word);
    }
    return found;
}

/* Words that were given may stand anywhere in title, category and place. Our own must be the whole title or the whole
 * category: "Office 365 training" and "Out of office" are no day in the office. */
static bool matches(const rtp_ics_event *event, const rtp_import_texts *given, rtp_texts usual)
{
    bool found = false;
    for (size_t i = 0; i < given->len && !found; i++) {
        found = has_word(event->title, given->items[i]) || has_word(event->words, given->items[i]);
    }
    for (size_t i = 0; i < usual.len && given->len == 0 && !found; i++) {
        found = rtp_str_equal_any_case(rtp_str_trim(event->title), usual.items[i]);
    }
    return found;
}

/* Home first: "home office" is no office. */
static int mark_of(const ics_reader *r, const rtp_ics_event *event)
{
    bool home = matches(event, &r->given->home, (rtp_texts){home_words, RTP_COUNT(home_words)});
    bool office = matches(event, &r->given->office, (rtp_texts){office_words, RTP_COUNT(office_words)});
    return home ? MARK_HOME : office ? MARK_OFFICE : 0;
}

/* ---- days ---- */

static int by_series(const void *left, const void *right)
{
    const rtp_ics_event *a = *(const rtp_ics_event *const *)left, *b = *(const rtp_ics_event *const *)right;
    int order = rtp_str_compare(a->uid, b->uid);
    return order != 0 ? order : (a->instead > b->instead) - (a->instead < b->instead);
}

/* Days of a series that another event takes the place of fall out of it. */
static void add_exceptions(ics_reader *r)
{
    rtp_ics_events *all = &r->events;
    const rtp_ics_event **changed = RTP_NEW_ARRAY(r->run->arena, const rtp_ics_event *, all->len + 1);
    size_t n = 0;
    for (size_t i = 0; i < all->len; i++) {
        if (all->items[i].instead != RTP_DATE_UNKNOWN && all->items[i].uid.len > 0) {
            changed[n++] = &all->items[i];
        }
    }
    qsort(changed, n, sizeof *changed, by_series);
    for (size_t i = 0; i < all->len && n > 0; i++) {
        rtp_ics_event *event = &all->items[i];
        size_t from = 0, to = n;
        while (from < to) {
            size_t middle = from + (to - from) / 2;
            bool less = rtp_str_compare(changed[middle]->uid, event->uid) < 0;
            from = less ? middle + 1 : from;
            to = less ? to : middle;
        }
        for (; event->instead == RTP_DATE_UNKNOWN && event->rule.step > 0 && from < n &&
               rtp_str_equal(changed[from]->uid, event->uid);
             from++) {
            event->except = rtp_array_grow(r->run->arena, event->except, event->except_count, &event->except_cap,
                                           sizeof *event->except);
            event->except[event->except_count++] = changed[from]->instead;
        }
    }
}

static void visit(void *state, rtp_date day)
{
    ics_reader *r = state;
    rtp_date length = r->event->last - r->event->first;
    for (rtp_date i = 0; i <= length && i < SPAN_MOST; i++) {
        rtp_date at = day + i;
        if (at >= DAY_FIRST && at <= r->run->today && rtp_date_weekday(at) < 5) {
            r->days[at - DAY_FIRST] |= (unsigned char)r->mark;
        }
    }
}

static void take_events(ics_reader *r)
{
    for (size_t i = 0; i < r->events.len; i++) {
        const rtp_ics_event *event = &r->events.items[i];
        int found = event->cancelled ? 0 : mark_of(r, event);
        if (found == 0) {
            continue;
        }
        r->matched[found]++;
        r->utc += event->utc;
        r->unfollowed += event->rule.other;
        rtp_ics_sort(&r->events.items[i]);
        r->event = event;
        r->mark = found == MARK_HOME ? MARK_HOME : MARK_OFFICE;
        rtp_ics_each(event, r->run->today, visit, r);
    }
}

/* ---- months ---- */

typedef struct tally {
    size_t weekdays, office, home;
} tally;

static tally count_month(const ics_reader *r, rtp_month month)
{
    tally made = {0, 0, 0};
    rtp_date end = rtp_month_first(month + 1);
    for (rtp_date day = rtp_month_first(month); day < end && day <= r->run->today; day++) {
        unsigned char marks = day >= DAY_FIRST ? r->days[day - DAY_FIRST] : 0;
        made.weekdays += rtp_date_weekday(day) < 5;
        made.office += (marks & MARK_OFFICE) != 0;
        made.home += marks == MARK_HOME;
    }
    return made;
}

/* Where both are marked, of the days that are; else of all working days. */
static rtp_str mode_of(const ics_reader *r, const tally *days)
{
    bool both = r->matched[MARK_OFFICE] > 0 && r->matched[MARK_HOME] > 0;
    size_t known = both ? days->office + days->home : days->weekdays;
    size_t office = r->matched[MARK_OFFICE] > 0 ? days->office : days->weekdays - days->home;
    size_t share = known > 0 ? office * 100 / known : 0;
    size_t from = r->given->office_from > 0 ? (size_t)r->given->office_from : OFFICE_FROM;
    size_t to = r->given->remote_to > 0 ? (size_t)r->given->remote_to : REMOTE_TO;
    return known == 0      ? (rtp_str){NULL, 0}
           : share >= from ? rtp_lit("office")
           : share <= to   ? rtp_lit("remote")
                           : rtp_lit("hybrid");
}

static void tell_period(ics_reader *r, const rtp_import_period *period, const tally *days)
{
    rtp_import *run = r->run;
    rtp_str from = rtp_month_iso(run->arena, period->from), to = rtp_month_iso(run->arena, period->to);
    rtp_export_note(run, rtp_arena_format(run->arena,
                                          "%.*s from %.*s to %.*s: %zu days in the office, %zu at home, of %zu "
                                          "working days",
                                          RTP_FMT(period->mode), RTP_FMT(from), RTP_FMT(to), days->office, days->home,
                                          days->weekdays));
}

static void put_period(ics_reader *r, rtp_import_period period, const tally *days)
{
    if (period.mode.ptr) {
        tell_period(r, &period, days);
        period.to = period.to == rtp_date_month(r->run->today) ? RTP_DATE_UNKNOWN : period.to;
        rtp_history_add_period(&r->run->history, period, r->run->arena);
    }
}

/* The first and last month with a marked day. */
static bool find_months(const ics_reader *r, rtp_month *first, rtp_month *last)
{
    bool found = false;
    for (rtp_date day = DAY_FIRST; day <= r->run->today; day++) {
        if (r->days[day - DAY_FIRST]) {
            *first = found ? *first : rtp_date_month(day);
            *last = rtp_date_month(day);
            found = true;
        }
    }
    return found;
}

static void put_periods(ics_reader *r)
{
    rtp_month first = 0, last = 0;
    if (!find_months(r, &first, &last)) {
        return;
    }
    rtp_import_period period = {{NULL, 0}, first, first};
    tally sum = {0, 0, 0};
    for (rtp_month month = first; month <= last; month++) {
        tally days = count_month(r, month);
        rtp_str mode = mode_of(r, &days);
        if (month > first && !(mode.ptr && period.mode.ptr && rtp_str_equal(mode, period.mode))) {
            put_period(r, period, &sum);
            period.from = month;
            sum = (tally){0, 0, 0};
        }
        period.mode = mode;
        period.to = month;
        sum = (tally){sum.weekdays + days.weekdays, sum.office + days.office, sum.home + days.home};
    }
    put_period(r, period, &sum);
}

static void tell_events(ics_reader *r)
{
    rtp_import *run = r->run;
    rtp_export_note(run, rtp_arena_format(run->arena,
                                          "of %zu events, %zu name the office and %zu the home; nothing else of "
                                          "the calendar is kept",
                                          r->events.len, r->matched[MARK_OFFICE], r->matched[MARK_HOME]));
    if (r->utc > 0) {
        rtp_export_note(
            run,
            rtp_arena_format(run->arena, "%zu of them have times in UTC, and their days were taken in UTC", r->utc));
    }
    if (r->unfollowed > 0) {
        rtp_export_note(run, rtp_arena_format(run->arena,
                                              "%zu of them repeat by month or year; only the first day of each "
                                              "was counted",
                                              r->unfollowed));
    }
}

static bool read(rtp_import *run, const rtp_source *file)
{
    ics_reader r = {.run = run, .given = run->options};
    rtp_source *text = RTP_NEW(run->arena, rtp_source); /* diagnostics point into it */
    if (!rtp_export_text(run, file, text) || !rtp_ics_read(run, text, &r.events)) {
        return false;
    }
    size_t days = run->today >= DAY_FIRST ? (size_t)(run->today - DAY_FIRST) + 1 : 1;
    r.days = rtp_array_make(run->arena, days, 1);
    add_exceptions(&r);
    take_events(&r);
    tell_events(&r);
    if (r.matched[MARK_OFFICE] + r.matched[MARK_HOME] == 0) {
        return rtp_import_refuse(run, "I0102", rtp_lit("no event of the calendar names the office or the home"),
                                 rtp_lit("say what such events are called: --office \"Berlin\", --home \"WFH\""));
    }
    put_periods(&r);
    return true;
}

static bool finish(rtp_import *run)
{
    (void)run;
    return true;
}

const rtp_importer rtp_importer_ics = {
    .name = "ics",
    .operands = "[FILE]",
    .summary = "months in the office and at home, from a calendar",
    .detail =
        "Finds the days that a calendar marks as in the office or at home, and labels each month from the first to the "
        "last of them: office from 75 % of its days in the office, remote up to 10 %, hybrid between. Where both "
        "are marked, it is the share of the days that are; else of all days from Monday to Friday. Keeps nothing of "
        "the calendar but these labels.",
    .examples = "  rtopitch import ics calendar.ics\n"
                "  rtopitch import ics calendar.ics --office Berlin --into profile.json\n",
    .options = options,
    .option_count = RTP_COUNT(options),
    .options_size = sizeof(ics_options),
    .state_size = 1,
    .read = read,
    .finish = finish,
};
