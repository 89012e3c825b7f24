/* Where the person worked when: periods that end before they start, periods that overlap, and months
 * of a metric that no period covers. */
#include "profile/calendar.h"
#include "profile/check.h"

enum { SPAN_LIMIT = 4 }; /* runs of months named in a message */

static void put_backwards(const rtp_check *check, const rtp_period *period, size_t i)
{
    rtp_str from = rtp_month_iso(check->arena, period->from);
    rtp_finding finding = {
        .code = "P0104",
        .pointer = rtp_check_say(check, "/history/modes/%zu/to", i),
        .message = rtp_check_say(check, "the period ends before it starts in %.*s", RTP_FMT(from)),
        .found = rtp_month_iso(check->arena, period->to),
        .expected = rtp_check_say(check, "%.*s or later", RTP_FMT(from)),
        .hint = rtp_lit("swap from and to, or correct the year"),
    };
    rtp_check_put(check, finding);
}

static void put_overlap(const rtp_check *check, rtp_month month, size_t i, size_t other)
{
    rtp_str text = rtp_month_iso(check->arena, month);
    rtp_finding finding = {
        .code = "P0105",
        .pointer = rtp_check_say(check, "/history/modes/%zu/from", i),
        .message = rtp_check_say(check, "%.*s is in item %zu of \"modes\" too", RTP_FMT(text), other + 1),
        .found = text,
        .expected = rtp_lit("a month that no other period holds"),
        .hint = rtp_lit("both months, from and to, belong to a period; one without \"to\" goes on without end"),
    };
    rtp_check_put(check, finding);
}

static void check_period(const rtp_check *check, size_t i, rtp_calendar *calendar)
{
    const rtp_period *period = rtp_item(&check->profile->history.modes, rtp_period, i);
    if (period->from == RTP_DATE_UNKNOWN) {
        return;
    }
    if (period->to != RTP_DATE_UNKNOWN && period->to < period->from) {
        put_backwards(check, period, i);
        return;
    }
    rtp_month taken = rtp_calendar_put(calendar, period, (uint32_t)i + 1);
    if (taken != RTP_DATE_UNKNOWN) {
        put_overlap(check, taken, i, rtp_calendar_owner(calendar, taken) - 1U);
    }
}

/* The months that a metric has and no period covers. */
typedef struct gap_months {
    bool month[RTP_CALENDAR_END - RTP_CALENDAR_FIRST];
} gap_months;

static bool is_gap(const rtp_calendar *calendar, rtp_month month)
{
    return rtp_calendar_holds(month) && rtp_calendar_owner(calendar, month) == RTP_CALENDAR_NOBODY;
}

static int32_t gaps_count(const rtp_month_series *values, const rtp_calendar *calendar)
{
    int32_t count = 0;
    for (size_t i = 0; i < values->len; i++) {
        count += is_gap(calendar, values->items[i].month);
    }
    return count;
}

static void gaps_collect(gap_months *gaps, const rtp_month_series *values, const rtp_calendar *calendar)
{
    for (size_t i = 0; i < values->len; i++) {
        rtp_month month = values->items[i].month;
        if (is_gap(calendar, month)) {
            gaps->month[month - RTP_CALENDAR_FIRST] = true;
        }
    }
}

/* The next run of months from *month on as "2025-01 to 2025-06"; *month moves behind it. */
static rtp_str gaps_span(const gap_months *gaps, rtp_arena *arena, size_t *month)
{
    while (*month < RTP_COUNT(gaps->month) && !gaps->month[*month]) {
        ++*month;
    }
    size_t first = *month;
    while (*month < RTP_COUNT(gaps->month) && gaps->month[*month]) {
        ++*month;
    }
    if (first == *month) {
        return (rtp_str){NULL, 0};
    }
    rtp_str from = rtp_month_iso(arena, RTP_CALENDAR_FIRST + (rtp_month)first);
    rtp_str to = rtp_month_iso(arena, RTP_CALENDAR_FIRST + (rtp_month)*month - 1);
    return *month - first == 1 ? from : rtp_arena_format(arena, "%.*s to %.*s", RTP_FMT(from), RTP_FMT(to));
}

static rtp_str gaps_text(const gap_months *gaps, rtp_arena *arena)
{
    rtp_str spans[SPAN_LIMIT + 1];
    size_t n = 0;
    size_t month = 0;
    for (; n <= SPAN_LIMIT; n++) {
        spans[n] = gaps_span(gaps, arena, &month);
        if (spans[n].ptr == NULL) {
            break;
        }
    }
    if (n > SPAN_LIMIT) {
        spans[SPAN_LIMIT] = rtp_lit("and more");
    }
    return rtp_arena_join(arena, spans, n, rtp_lit(", "));
}

static void put_gaps(const rtp_check *check, size_t i, int32_t count, const rtp_calendar *calendar)
{
    gap_months gaps = {.month = {false}};
    gaps_collect(&gaps, &rtp_item(&check->profile->history.metrics, rtp_metric, i)->values, calendar);
    rtp_str months = gaps_text(&gaps, check->arena);
    rtp_finding finding = {
        .code = "P0201",
        .pointer = rtp_check_say(check, "/history/metrics/%zu/values", i),
        .at_key = true,
        .message =
            rtp_check_say(check, "no mode covers %d month%s: %.*s", count, rtp_check_plural(count), RTP_FMT(months)),
        .found = months,
        .expected = rtp_lit("months within the periods of history.modes"),
        .hint = rtp_lit(
            "say in history.modes where you worked then; these months are left out of comparisons until you do"),
    };
    rtp_check_put(check, finding);
}

void rtp_check_periods(const rtp_check *check)
{
    const rtp_history *history = &check->profile->history;
    if (history->modes.len == 0 && history->metrics.len == 0) {
        return;
    }
    rtp_calendar *calendar = RTP_NEW(check->arena, rtp_calendar);
    for (size_t i = 0; i < history->modes.len; i++) {
        check_period(check, i, calendar);
    }
    bool sound = rtp_check_is_sound(check, "/history/modes");
    for (size_t i = 0; sound && i < history->metrics.len; i++) {
        int32_t count = gaps_count(&rtp_item(&history->metrics, rtp_metric, i)->values, calendar);
        if (count > 0) {
            put_gaps(check, i, count, calendar);
        }
    }
}
