/* What was measured: one name, one kind of values, one headline. What stands here decides which
 * comparisons can be made at all, so a metric that cannot be compared is told at once. */
#include "profile/check.h"
#include "profile/fields.h"

static size_t sample_total(const rtp_metric *metric)
{
    size_t total = 0;
    for (size_t mode = 0; mode < RTP_MODE_COUNT; mode++) {
        total += metric->samples.mode[mode].len;
    }
    return total;
}

static void check_both(const rtp_check *check, const rtp_metric *metric, size_t i)
{
    if (!metric->values.known || !metric->samples.known) {
        return;
    }
    rtp_finding finding = {
        .code = "P0106",
        .pointer = rtp_check_say(check, "/history/metrics/%zu/samples", i),
        .at_key = true,
        .message = rtp_lit("a metric has values or samples, not both"),
        .found = rtp_lit("values and samples"),
        .expected = rtp_lit("values or samples"),
        .hint = rtp_lit("keep values when you know the month of each number, else samples"),
    };
    rtp_check_put(check, finding);
}

static void check_empty(const rtp_check *check, const rtp_metric *metric, size_t i)
{
    if (metric->values.len > 0 || sample_total(metric) > 0) {
        return;
    }
    rtp_str pointer = rtp_check_say(check, "/history/metrics/%zu", i);
    if (!rtp_check_is_sound(check, pointer.ptr)) {
        return;
    }
    rtp_str name = rtp_check_quote(check, metric->name);
    rtp_finding finding = {
        .code = "P0204",
        .pointer = pointer,
        .message = rtp_check_say(check, "the metric %.*s has no values", RTP_FMT(name)),
        .expected = rtp_lit("values or samples with at least one number"),
        .hint = rtp_lit("add values by month, or samples by mode, or take it out"),
    };
    rtp_check_put(check, finding);
}

static void put_same_name(const rtp_check *check, const rtp_metric *metric, size_t i, size_t first)
{
    rtp_str name = rtp_check_quote(check, metric->name);
    rtp_finding finding = {
        .code = "P0107",
        .pointer = rtp_check_say(check, "/history/metrics/%zu/name", i),
        .message = rtp_check_say(check, "item %zu of \"metrics\" is named %.*s too", first + 1, RTP_FMT(name)),
        .found = metric->name,
        .hint = rtp_lit("give each metric a name of its own"),
    };
    rtp_check_put(check, finding);
}

static void check_name(const rtp_check *check, const rtp_metric *metric, size_t i)
{
    for (size_t first = 0; metric->name.len > 0 && first < i; first++) {
        const rtp_metric *other = rtp_item(&check->profile->history.metrics, rtp_metric, first);
        if (rtp_str_equal(other->name, metric->name)) {
            put_same_name(check, metric, i, first);
            return;
        }
    }
}

static void put_headline(const rtp_check *check, size_t i, size_t first)
{
    rtp_str leads = rtp_check_quote(check, rtp_item(&check->profile->history.metrics, rtp_metric, first)->name);
    rtp_finding finding = {
        .code = "P0208",
        .pointer = rtp_check_say(check, "/history/metrics/%zu/headline", i),
        .message = rtp_lit("more than one metric is the headline"),
        .found = rtp_lit("true"),
        .hint = rtp_check_say(check, "%.*s stands first and leads; take headline out here", RTP_FMT(leads)),
    };
    rtp_check_put(check, finding);
}

static void check_headlines(const rtp_check *check)
{
    const rtp_objects *metrics = &check->profile->history.metrics;
    size_t first = metrics->len;
    for (size_t i = 0; i < metrics->len; i++) {
        if (rtp_item(metrics, rtp_metric, i)->headline != RTP_FLAG_YES) {
            continue;
        }
        if (first < metrics->len) {
            put_headline(check, i, first);
        } else {
            first = i;
        }
    }
}

void rtp_check_metrics(const rtp_check *check)
{
    const rtp_objects *metrics = &check->profile->history.metrics;
    /* Past the limit is an error already; comparing all names would take time for nothing. */
    size_t len = metrics->len < METRIC_LIMIT ? metrics->len : METRIC_LIMIT;
    for (size_t i = 0; i < len; i++) {
        const rtp_metric *metric = rtp_item(metrics, rtp_metric, i);
        check_name(check, metric, i);
        check_both(check, metric, i);
        check_empty(check, metric, i);
    }
    check_headlines(check);
}
