/* Margins and limits against the numbers they are for. A margin as large as the whole result lets
 * everything pass, and a limit that is broken already would end a trial on its first day. */
#include "profile/check.h"
#include "profile/fields.h"

enum {
    RECENT = 6, /* of values by month, so many last ones are how things are now */
    PERIOD_MOST = 600
};

/* ---- medians ---- */

static double median_of(double *numbers, size_t len)
{
    for (size_t i = 1; i < len; i++) {
        double number = numbers[i];
        size_t at = i;
        for (; at > 0 && numbers[at - 1] > number; at--) {
            numbers[at] = numbers[at - 1];
        }
        numbers[at] = number;
    }
    return len % 2 == 1 ? numbers[len / 2] : (numbers[len / 2 - 1] + numbers[len / 2]) / 2;
}

/* ---- the numbers that are meant ---- */

static size_t collect_sample(const rtp_metric *metric, int mode, double *numbers)
{
    const rtp_sample *sample = &metric->samples.mode[mode - 1];
    size_t len = sample->len < VALUE_LIMIT ? sample->len : VALUE_LIMIT;
    for (size_t i = 0; i < len; i++) {
        numbers[i] = sample->items[i];
    }
    return len;
}

static bool is_office(const rtp_check *check, rtp_month month)
{
    const rtp_objects *modes = &check->profile->history.modes;
    bool office = false;
    for (size_t i = 0; !office && i < modes->len; i++) {
        const rtp_period *period = rtp_item(modes, rtp_period, i);
        office = period->mode == RTP_MODE_OFFICE && period->from <= month &&
                 (period->to == RTP_DATE_UNKNOWN || month <= period->to);
    }
    return office;
}

/* What margins are agreed against. */
static size_t collect_office(const rtp_check *check, const rtp_metric *metric, double *numbers)
{
    size_t len = collect_sample(metric, RTP_MODE_OFFICE, numbers);
    bool few = check->profile->history.modes.len <= PERIOD_MOST; /* else each value would take long */
    for (size_t i = 0; few && i < metric->values.len && len < VALUE_LIMIT; i++) {
        if (is_office(check, metric->values.items[i].month)) {
            numbers[len++] = metric->values.items[i].value;
        }
    }
    return len;
}

/* The last of those before `before`, or NULL. */
static const rtp_month_value *last_before(const rtp_month_series *values, rtp_month before)
{
    const rtp_month_value *last = NULL;
    for (size_t i = 0; i < values->len; i++) {
        const rtp_month_value *item = &values->items[i];
        last = item->month < before && (last == NULL || item->month > last->month) ? item : last;
    }
    return last;
}

/* How things are now: the last months, or the numbers of the way of working that is furthest from the office. */
static size_t collect_current(const rtp_metric *metric, double *numbers)
{
    size_t len = 0;
    const rtp_month_value *item = last_before(&metric->values, INT32_MAX);
    while (item != NULL && len < RECENT) {
        numbers[len++] = item->value;
        item = last_before(&metric->values, item->month);
    }
    for (int mode = RTP_MODE_COUNT; len == 0 && mode > 0; mode--) {
        len = collect_sample(metric, mode, numbers);
    }
    return len;
}

/* ---- margins ---- */

static void put_margin(const rtp_check *check, rtp_str pointer, double margin, double baseline)
{
    rtp_str most = rtp_number_text(check->arena, baseline, rtp_number_decimals(baseline));
    rtp_finding finding = {
        .code = "P0219",
        .pointer = pointer,
        .message = rtp_check_say(check, "the margin is more than the whole result at the office, %.*s", RTP_FMT(most)),
        .found = rtp_number_text(check->arena, margin, rtp_number_decimals(margin)),
        .expected = rtp_check_say(check, "%.*s or less", RTP_FMT(most)),
        .hint = rtp_lit("the margin is the largest unfavourable change that nobody would mind"),
    };
    rtp_check_put(check, finding);
}

/* The median at the office when the margin is larger; else 0. */
static double baseline_passed(const rtp_check *check, const rtp_metric *metric, double margin)
{
    double numbers[VALUE_LIMIT];
    size_t len = collect_office(check, metric, numbers);
    double baseline = len > 0 ? median_of(numbers, len) : 0;
    return margin > baseline && baseline > 0 ? baseline : 0;
}

static void check_metric_margins(const rtp_check *check)
{
    const rtp_objects *metrics = &check->profile->history.metrics;
    for (size_t i = 0; i < metrics->len && i < METRIC_LIMIT; i++) {
        const rtp_metric *metric = rtp_item(metrics, rtp_metric, i);
        double margin = metric->margin.value,
               baseline = metric->margin.known ? baseline_passed(check, metric, margin) : 0;
        if (baseline > 0) {
            put_margin(check, rtp_check_say(check, "/history/metrics/%zu/margin", i), margin, baseline);
        }
    }
}

/* ---- what the pilot names ---- */

static const rtp_metric *find_metric(const rtp_check *check, rtp_str name)
{
    const rtp_objects *metrics = &check->profile->history.metrics;
    for (size_t i = 0; name.len > 0 && i < metrics->len && i < METRIC_LIMIT; i++) {
        const rtp_metric *metric = rtp_item(metrics, rtp_metric, i);
        if (rtp_str_equal(metric->name, name)) {
            return metric;
        }
    }
    return NULL;
}

static void put_broken(const rtp_check *check, const rtp_metric *metric, size_t i, double limit, double now)
{
    rtp_str name = rtp_check_quote(check, metric->name);
    rtp_str current = rtp_number_text(check->arena, now, rtp_number_decimals(now));
    rtp_finding finding = {
        .code = "P0220",
        .pointer = rtp_check_say(check, "/pilot/guardrails/%zu/limit", i),
        .message =
            rtp_check_say(check, "%.*s is past this limit already: %.*s of late", RTP_FMT(name), RTP_FMT(current)),
        .found = rtp_number_text(check->arena, limit, rtp_number_decimals(limit)),
        .expected =
            rtp_check_say(check, "%.*s or %s", RTP_FMT(current), metric->better == RTP_BETTER_LOWER ? "more" : "less"),
        .hint = rtp_lit("a limit that is broken from the start ends the trial on its first day"),
    };
    rtp_check_put(check, finding);
}

static void check_guardrail(const rtp_check *check, const rtp_guardrail *guardrail, size_t i)
{
    const rtp_metric *metric = find_metric(check, guardrail->metric);
    if (metric == NULL || !guardrail->limit.known || metric->better == RTP_BETTER_UNKNOWN) {
        return;
    }
    double numbers[VALUE_LIMIT], limit = guardrail->limit.value;
    size_t len = collect_current(metric, numbers);
    double now = len > 0 ? median_of(numbers, len) : limit;
    if (metric->better == RTP_BETTER_LOWER ? now > limit : now < limit) {
        put_broken(check, metric, i, limit, now);
    }
}

void rtp_check_margins(const rtp_check *check)
{
    const rtp_pilot *pilot = &check->profile->pilot;
    const rtp_metric *primary = find_metric(check, pilot->primary);
    check_metric_margins(check);
    double baseline = primary != NULL && pilot->margin.known ? baseline_passed(check, primary, pilot->margin.value) : 0;
    if (baseline > 0) {
        put_margin(check, rtp_lit("/pilot/margin"), pilot->margin.value, baseline);
    }
    for (size_t i = 0; i < pilot->guardrails.len && i < METRIC_LIMIT; i++) {
        check_guardrail(check, rtp_item(&pilot->guardrails, rtp_guardrail, i), i);
    }
}
