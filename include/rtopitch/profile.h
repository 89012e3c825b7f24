/* The profile, version 1: what a user tells about role, work, manager and ask.
 *
 * After rtp_profile_load succeeded every value here is valid by construction; what the file does
 * not say is absent ({NULL, 0}, known == false, 0 or RTP_DATE_UNKNOWN), never zero. */
#ifndef RTOPITCH_PROFILE_H
#define RTOPITCH_PROFILE_H

#include "rtopitch/json.h"

/* Choices hold the index into their words + 1; 0 is "not said". */
enum rtp_mode { RTP_MODE_UNKNOWN, RTP_MODE_OFFICE, RTP_MODE_HYBRID, RTP_MODE_REMOTE };
enum rtp_better { RTP_BETTER_UNKNOWN, RTP_BETTER_HIGHER, RTP_BETTER_LOWER };
enum rtp_from { RTP_FROM_UNKNOWN, RTP_FROM_MANAGER, RTP_FROM_SENIOR, RTP_FROM_COMPANY };
enum rtp_best { RTP_BEST_UNKNOWN, RTP_BEST_HOME, RTP_BEST_OFFICE, RTP_BEST_EITHER };

extern const rtp_texts rtp_words_mode, rtp_words_weekday, rtp_words_stance, rtp_words_relationship, rtp_words_prefers,
    rtp_words_enforcement, rtp_words_from, rtp_words_better, rtp_words_best, rtp_words_design, rtp_words_kind,
    rtp_words_stage, rtp_words_rating, rtp_words_strategy, rtp_words_place, rtp_words_role_family, rtp_words_concern;
/* The word of a choice, or {NULL, 0} for 0. */
rtp_str rtp_word(const rtp_texts *words, int choice);

/* One shape a line or two, in the order of the field tables, so that both can be read side by side. */
/* clang-format off */
typedef struct rtp_person {
    rtp_str name, role; int role_family; rtp_str team; rtp_month started; rtp_texts goals;
} rtp_person;
typedef struct rtp_manager {
    rtp_str name, role; rtp_flag decides; int stance, relationship; rtp_texts priorities; int prefers;
} rtp_manager;
typedef struct rtp_senior { rtp_str name, role; rtp_texts priorities; } rtp_senior;
typedef struct rtp_mandate {
    rtp_count office_days; rtp_date start; rtp_str reason, policy, exception_process; int enforcement; rtp_str contract;
} rtp_mandate;
typedef struct rtp_rung {
    bool known; rtp_count office_days; rtp_choices weekdays; rtp_count weeks; rtp_str note;
} rtp_rung;
typedef struct rtp_ask { rtp_rung preferred, acceptable, starter; rtp_date start, decide_by; rtp_flag fixed; } rtp_ask;
typedef struct rtp_need { rtp_str need, why, expectation; } rtp_need;
typedef struct rtp_concern { int about; rtp_str said; int from; } rtp_concern;
typedef struct rtp_mitigation { int concern; rtp_str action, measure, target; } rtp_mitigation;
typedef struct rtp_figure { bool known; rtp_str name; rtp_number value, before; rtp_str unit; int better; } rtp_figure;
typedef struct rtp_quote { bool known; rtp_str by, text; } rtp_quote;
typedef struct rtp_deliverable {
    rtp_str title, expectation; rtp_date due, done; int mode; rtp_str outcome;
    rtp_figure figure; rtp_str link; rtp_quote said;
} rtp_deliverable;
typedef struct rtp_period { int mode; rtp_month from, to; } rtp_period; /* to: RTP_DATE_UNKNOWN = still */
typedef struct rtp_metric {
    rtp_str name, unit; int better; rtp_str source; rtp_choices about; rtp_flag headline; rtp_number margin;
    rtp_month_series values; rtp_samples samples; rtp_str note;
} rtp_metric;
typedef struct rtp_review { rtp_date date; int mode; rtp_str rating, said, by; } rtp_review;
typedef struct rtp_history { rtp_objects modes, metrics, reviews; } rtp_history; /* period, metric, review */
typedef struct rtp_task { rtp_str name; rtp_number share; int best; rtp_str why; } rtp_task;
typedef struct rtp_team {
    rtp_count size; rtp_texts sites; rtp_count same_site; rtp_flag creative_rut; rtp_count new_hires, mentees;
} rtp_team;
typedef struct rtp_practices { rtp_texts already, proposed; } rtp_practices;
typedef struct rtp_commute { rtp_number minutes; rtp_str reinvest; rtp_number share; } rtp_commute;
typedef struct rtp_cost { rtp_str cost, borne_by, mitigation; } rtp_cost;
typedef struct rtp_cover {
    rtp_str core_hours; rtp_number response_minutes; rtp_str onsite_backup; rtp_number onsite_minutes;
    rtp_texts security;
} rtp_cover;
typedef struct rtp_guardrail { rtp_str metric; rtp_number limit; } rtp_guardrail;
typedef struct rtp_plan_week { rtp_date week; int at; } rtp_plan_week; /* its first day; RTP_BEST_HOME or RTP_BEST_OFFICE */
typedef struct rtp_plan { /* "x-plan": what was written down before the start, for the review to hold the pilot to */
    bool known; rtp_count version; rtp_date recorded; rtp_count seed; int design; rtp_date start; rtp_count weeks;
    rtp_date review; rtp_str primary; rtp_number margin; rtp_objects guardrails, calendar; /* guardrail, plan_week */
} rtp_plan;
typedef struct rtp_pilot {
    bool known; rtp_count weeks; rtp_date start; rtp_str primary; rtp_number margin; rtp_texts secondary;
    rtp_objects guardrails; /* guardrail */
    rtp_str decider; rtp_date review; rtp_count notice_days; int design;
    rtp_count baseline_weeks, baseline_days, trial_days; rtp_plan plan;
} rtp_pilot;
typedef struct rtp_experiment {
    int kind; rtp_str question, second_question; rtp_texts people; rtp_date date; rtp_str document;
} rtp_experiment;
typedef struct rtp_conversation {
    rtp_date date; rtp_str with; int stage; rtp_str said; rtp_texts agreed; rtp_date next;
} rtp_conversation;
typedef struct rtp_floor { rtp_count office_days; } rtp_floor; /* the most office days this person would accept */
typedef struct rtp_private {
    rtp_floor floor; rtp_texts alternatives; int hired_as, rating; rtp_flag layoff_signals;
    rtp_texts reasons, allies, notes;
} rtp_private;
typedef struct rtp_jurisdiction {
    rtp_str country, region; rtp_count employer_size; rtp_date service_start; rtp_dates previous_requests;
} rtp_jurisdiction;
typedef struct rtp_meta { rtp_count version; rtp_texts ignore; } rtp_meta;

typedef struct rtp_results rtp_results;
typedef struct rtp_tally rtp_tally;
typedef struct rtp_profile {
    rtp_person person; rtp_manager manager; rtp_senior senior; rtp_mandate mandate; rtp_ask ask;
    rtp_objects needs; rtp_texts wants; rtp_objects concerns, mitigations, deliverables;
    rtp_history history; rtp_objects tasks; rtp_team team; rtp_practices practices; rtp_commute commute;
    rtp_objects costs; rtp_cover cover; rtp_pilot pilot; rtp_objects experiments, conversations;
    rtp_private personal; /* the key "private" */
    int strategy; rtp_jurisdiction jurisdiction; rtp_meta meta;
    rtp_str written; /* the whole, as the user wrote it */
    const rtp_results *results; /* of the pilot, when a review judges them; see below */
    const rtp_tally *tally;     /* of many profiles, when this one speaks for them all; see below */
} rtp_profile;
/* clang-format on */

extern const rtp_shape rtp_profile_shape;
/* What the floor's diagnostics mean; P01.. are errors, P02.. are warnings. */
extern const rtp_code_doc rtp_profile_codes[];
extern const size_t rtp_profile_code_count;

/* Item i of a list of shape structs: rtp_item(&profile->needs, rtp_need, i)->why */
#define rtp_item(list, type, i) ((const type *)(list)->items + (i))

/* Reads, binds and cross-checks; lists every problem but the warnings that the profile's own
 * meta.ignore names. NULL when there is an error. */
const rtp_profile *rtp_profile_load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags);
/* Warns of days that do not fit the day of the document, but for what meta.ignore names. */
void rtp_profile_check_days(const rtp_profile *profile, const rtp_source *source, rtp_date today, rtp_diags *diags);

/* ---- the results of a pilot: what was measured in its weeks, read from JSON or from a spreadsheet's CSV; after
 * loading, values are finite, in order of time, and belong to metrics of the profile ---- */

/* As above: one shape a line, in the order of the field tables. */
/* clang-format off */
typedef struct rtp_result_samples { bool known; rtp_sample office, home; } rtp_result_samples;
typedef struct rtp_result { rtp_str name; rtp_day_series values; rtp_result_samples samples; } rtp_result;
typedef struct rtp_exclusion { rtp_date week; rtp_str why; } rtp_exclusion;
typedef struct rtp_sheet rtp_sheet;
struct rtp_results {
    rtp_objects metrics, exclude, weeks; /* result; exclusion; plan_week: how it was, where it was not as planned */
    rtp_str notes;
    const rtp_sheet *sheet; /* of CSV; else NULL */
};
/* clang-format on */

extern const rtp_shape rtp_results_shape;

/* Lists every problem (codes P…). NULL when there is an error. */
const rtp_results *rtp_results_load(const rtp_source *source, const rtp_profile *profile, rtp_arena *arena,
                                    rtp_diags *diags);

typedef enum rtp_result_part {
    RTP_RESULT_WHOLE, /* the file */
    RTP_RESULT_NAME,  /* of metric `item` */
    RTP_RESULT_WEEK,  /* `week` of metric `item` */
    RTP_RESULT_EXCLUDED,
    RTP_RESULT_LIVED
} rtp_result_part;

typedef struct rtp_result_spot {
    rtp_result_part part;
    size_t item; /* of the part's list */
    rtp_date week;
} rtp_result_spot;

/* An error with its place, for whoever checks results further; code and words are missing. */
rtp_diag rtp_results_diag(const rtp_results *results, const rtp_source *source, rtp_result_spot spot, rtp_arena *arena);

/* ---- what many profiles have in common: counts alone, so that a group can be told of without its people ---- */

enum { RTP_SITE_DAYS = 5, RTP_ASKED_DAYS = 6, RTP_SMALLEST_GROUP = 4 /* a smaller one is not told of by itself */ };
typedef struct rtp_crowd {
    rtp_str name; /* of the team; absent: all */
    int64_t people;
    int64_t on_site[RTP_SITE_DAYS]; /* Monday to Friday, if each preferred ask is granted */
    int64_t floating;               /* people with office days and no weekdays named for them */
    int64_t asked[RTP_ASKED_DAYS];  /* people by the office days that they ask for */
} rtp_crowd;
typedef struct rtp_lack { /* what a profile could still say */
    rtp_str text;
    int64_t people;
} rtp_lack;
struct rtp_tally {
    rtp_crowd all;
    int64_t failed;
    const rtp_crowd *groups; /* teams; smaller ones are counted in the last, which has no name */
    size_t group_count;
    const int64_t *concerns; /* people who named each, by the place in rtp_words_concern */
    uint32_t given;          /* of those, a bit for each that the team's own file names */
    const rtp_lack *lacks;   /* what most people lack comes first */
    size_t lack_count;
};

#endif
