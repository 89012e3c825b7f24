/* The pilot against the metrics it names and against the calendar. Without a start of its own it
 * starts with the ask, else with the mandate, as the document will say. */
#include "profile/check.h"
#include "profile/fields.h"

/* The names of all metrics, read from the tree: a metric with another fault still has its name.
 * False when one of them cannot be told, so that nothing can be said about a missing one. */
static bool metric_names(const rtp_check *check, rtp_texts *names)
{
    const rtp_json *history = rtp_check_member(check->root, "history");
    const rtp_json *metrics = rtp_check_member(history, "metrics");
    if (metrics == NULL) {
        *names = (rtp_texts){NULL, 0};
        return history == NULL || rtp_json_kind_of(history) == RTP_JSON_OBJECT;
    }
    if (rtp_json_kind_of(metrics) != RTP_JSON_ARRAY) {
        return false;
    }
    rtp_str *items = RTP_NEW_ARRAY(check->arena, rtp_str, rtp_json_count(metrics));
    size_t len = 0;
    for (const rtp_json *metric = rtp_json_first(metrics); metric != NULL; metric = rtp_json_next(metric)) {
        items[len] = rtp_check_text(rtp_check_member(metric, "name"));
        if (items[len++].ptr == NULL) {
            return false;
        }
    }
    *names = (rtp_texts){items, len};
    return true;
}

static bool is_missing(const rtp_texts *names, rtp_str name)
{
    bool missing = rtp_str_trim(name).len > 0;
    for (size_t i = 0; missing && i < names->len; i++) {
        missing = !rtp_str_equal(names->items[i], name);
    }
    return missing;
}

static rtp_str name_hint(const rtp_check *check, const rtp_texts *names, rtp_str name)
{
    rtp_str nearest = rtp_str_nearest(name, names->items, names->len);
    if (nearest.len > 0) {
        rtp_str quoted = rtp_check_quote(check, nearest);
        return rtp_check_say(check, "did you mean %.*s?", RTP_FMT(quoted));
    }
    return names->len == 0 ? rtp_lit("history.metrics is empty; add the metric there")
                           : rtp_lit("write a name that stands in history.metrics, or add the metric there");
}

static void put_unnamed(const rtp_check *check, const rtp_texts *names, rtp_str name, rtp_str pointer)
{
    rtp_finding finding = {.code = "P0108", .pointer = pointer};
    if (!rtp_check_is_full(check)) {
        rtp_str quoted = rtp_check_quote(check, name);
        finding.message = rtp_check_say(check, "no metric is named %.*s", RTP_FMT(quoted));
        finding.found = name;
        finding.expected = rtp_lit("the name of a metric in history.metrics");
        finding.hint = name_hint(check, names, name);
    }
    rtp_check_put(check, finding);
}

static void check_secondary(const rtp_check *check, const rtp_texts *names)
{
    const rtp_json *item = rtp_check_first(rtp_check_member(rtp_check_member(check->root, "pilot"), "secondary"));
    for (size_t i = 0; item != NULL; item = rtp_json_next(item), i++) {
        rtp_str name = rtp_check_text(item);
        if (is_missing(names, name)) {
            put_unnamed(check, names, name, rtp_check_say(check, "/pilot/secondary/%zu", i));
        }
    }
}

static void check_names(const rtp_check *check)
{
    const rtp_pilot *pilot = &check->profile->pilot;
    rtp_texts names;
    if (!metric_names(check, &names)) {
        return;
    }
    if (is_missing(&names, pilot->primary)) {
        put_unnamed(check, &names, pilot->primary, rtp_lit("/pilot/primary"));
    }
    check_secondary(check, &names);
    for (size_t i = 0; i < pilot->guardrails.len; i++) {
        rtp_str name = rtp_item(&pilot->guardrails, rtp_guardrail, i)->metric;
        if (is_missing(&names, name)) {
            put_unnamed(check, &names, name, rtp_check_say(check, "/pilot/guardrails/%zu/metric", i));
        }
    }
}

typedef struct pilot_start {
    rtp_date date;
    const char *name;
} pilot_start;

static pilot_start start_of(const rtp_profile *profile)
{
    const pilot_start starts[] = {{profile->pilot.start, "pilot.start"},
                                  {profile->ask.start, "ask.start"},
                                  {profile->mandate.start, "mandate.start"}};
    size_t i = 0;
    while (i + 1 < RTP_COUNT(starts) && starts[i].date == RTP_DATE_UNKNOWN) {
        i++;
    }
    return starts[i];
}

static void put_review(const rtp_check *check, const char *code, rtp_str message, rtp_date least, rtp_str hint)
{
    rtp_str date = rtp_date_iso(check->arena, least);
    rtp_finding finding = {
        .code = code,
        .pointer = rtp_lit("/pilot/review"),
        .message = message,
        .found = rtp_date_iso(check->arena, check->profile->pilot.review),
        .expected = rtp_check_say(check, "%.*s or later", RTP_FMT(date)),
        .hint = hint,
    };
    rtp_check_put(check, finding);
}

static void put_early(const rtp_check *check, pilot_start start)
{
    rtp_str date = rtp_date_iso(check->arena, start.date);
    if (check->profile->pilot.start != RTP_DATE_UNKNOWN) {
        rtp_str message = rtp_check_say(check, "the review is before the pilot starts on %.*s", RTP_FMT(date));
        put_review(check, "P0109", message, start.date, rtp_lit("correct review or start"));
    } else {
        rtp_str message =
            rtp_check_say(check, "the review is before the start on %.*s, taken from %s", RTP_FMT(date), start.name);
        put_review(check, "P0210", message, start.date, rtp_lit("say in pilot.start when the pilot starts"));
    }
}

static rtp_date last_day(rtp_date start, rtp_count weeks)
{
    bool is_told = weeks.known && weeks.value > 0 && weeks.value <= WEEK_LIMIT;
    return is_told ? start + 7 * weeks.value - 1 : start;
}

static void check_review(const rtp_check *check)
{
    const rtp_pilot *pilot = &check->profile->pilot;
    pilot_start start = start_of(check->profile);
    if (pilot->review == RTP_DATE_UNKNOWN || start.date == RTP_DATE_UNKNOWN) {
        return;
    }
    if (pilot->review < start.date) {
        put_early(check, start);
        return;
    }
    rtp_date last = last_day(start.date, pilot->weeks);
    if (pilot->review < last) {
        rtp_str date = rtp_date_iso(check->arena, last);
        rtp_str message = rtp_check_say(check, "the review is before the pilot's last day, %.*s", RTP_FMT(date));
        put_review(check, "P0209", message, last, rtp_lit("review after the last day, or make the pilot shorter"));
    }
}

void rtp_check_pilot(const rtp_check *check)
{
    if (check->profile->pilot.known) {
        check_names(check);
        check_review(check);
    }
}
