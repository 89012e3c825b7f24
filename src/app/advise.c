/* Rules about wording that only a whole profile can keep or break. Each gives a place and a reason; what is
 * missing altogether is told by the points of readiness, and not here. */
#include "app/lint.h"

#include <string.h>

enum { UNEQUAL = 3 /* one side has this many times the values of the other */ };

typedef struct adviser {
    const rtp_profile *profile;
    const rtp_source *source;
    rtp_lint_set rules;
    rtp_diags *diags;
} adviser;

static void note(const adviser *a, const char *code, rtp_str pointer, const char *message)
{
    const rtp_lint_rule *rule = rtp_lint_rule_find(rtp_embedded_lint(), rtp_str_from(code));
    if (!rule || !(rtp_lint_bit(rule) & a->rules)) {
        return;
    }
    rtp_diag diag = rtp_lint_diag(rule, RTP_NOTE, a->diags->arena);
    diag.source = a->source;
    diag.pointer = pointer;
    diag.message = rtp_str_from(message);
    rtp_json_locate(a->source->text, pointer, false, &diag.offset, &diag.length);
    diag.length = a->source->text.ptr[diag.offset] == '{' ? 1 : diag.length;
    rtp_diags_put(a->diags, diag);
}

static void advise_mitigations(const adviser *a)
{
    const rtp_objects *list = &a->profile->mitigations;
    for (size_t i = 0; i < list->len; i++) {
        if (rtp_item(list, rtp_mitigation, i)->measure.len == 0) {
            note(a, "L14", rtp_arena_format(a->diags->arena, "/mitigations/%zu", i),
                 "a promise without a measure: nobody can see whether it was kept");
        }
    }
}

/* Who decides is told elsewhere too, and the documents name them. */
static bool has_decider(const rtp_profile *profile)
{
    bool senior = profile->manager.decides == RTP_FLAG_NO && profile->senior.name.len > 0;
    return profile->pilot.decider.len > 0 || profile->manager.decides == RTP_FLAG_YES || senior;
}

static void advise_pilot(const adviser *a)
{
    const rtp_pilot *pilot = &a->profile->pilot;
    if (!pilot->known) {
        return;
    }
    if (!has_decider(a->profile)) {
        note(a, "L16", rtp_lit("/pilot"), "a trial without \"decider\": nobody is named who says whether it went well");
    }
    if (!pilot->notice_days.known) {
        note(a, "L18", rtp_lit("/pilot"), "a trial without \"notice_days\": neither side can end it early");
    }
}

enum { MONDAY = 1, FRIDAY = 5 };

static bool has_day(const rtp_choices *days, int day)
{
    for (size_t i = 0; i < days->len; i++) {
        if (days->items[i] == day) {
            return true;
        }
    }
    return false;
}

/* The office days are those from Tuesday to Thursday. */
static void advise_days(const adviser *a)
{
    const rtp_choices *days = &a->profile->ask.preferred.weekdays;
    bool middle = days->len == FRIDAY - MONDAY - 1 && !has_day(days, MONDAY) && !has_day(days, FRIDAY);
    if (middle) {
        note(a, "L34", rtp_lit("/ask/preferred/weekdays"),
             "the home days are Monday and Friday: they look like a long weekend, whatever the reason");
    }
}

static size_t values_in(const adviser *a, const rtp_metric *metric, int mode)
{
    size_t n = 0;
    if (metric->samples.known) {
        return metric->samples.mode[mode - 1].len;
    }
    for (size_t i = 0; i < metric->values.len; i++) {
        for (size_t k = 0; k < a->profile->history.modes.len; k++) {
            const rtp_period *period = rtp_item(&a->profile->history.modes, rtp_period, k);
            rtp_month month = metric->values.items[i].month;
            bool within = month >= period->from && (period->to == RTP_DATE_UNKNOWN || month <= period->to);
            n += within && period->mode == mode;
        }
    }
    return n;
}

static void advise_metrics(const adviser *a)
{
    const rtp_objects *list = &a->profile->history.metrics;
    for (size_t i = 0; i < list->len; i++) {
        const rtp_metric *metric = rtp_item(list, rtp_metric, i);
        size_t office = values_in(a, metric, RTP_MODE_OFFICE);
        size_t away = values_in(a, metric, RTP_MODE_HYBRID);
        away = away > 0 ? away : values_in(a, metric, RTP_MODE_REMOTE);
        if (office > 0 && away > 0 && (office >= UNEQUAL * away || away >= UNEQUAL * office)) {
            note(a, "L39", rtp_arena_format(a->diags->arena, "/history/metrics/%zu", i),
                 "an unfair comparison: one side has at least three times as many values as the other");
        }
    }
}

void rtp_advise(const rtp_profile *profile, const rtp_source *source, rtp_lint_set rules, rtp_diags *diags)
{
    adviser a = {profile, source, rules, diags};
    advise_mitigations(&a);
    advise_pilot(&a);
    advise_days(&a);
    advise_metrics(&a);
}
