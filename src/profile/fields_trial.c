/* Rows about what comes next: the pilot with its measures, the team's experiments, and the
 * conversations so far, on which later documents build. */
#include "profile/fields.h"

static const rtp_field guardrail_fields[] = {
    FIELD(rtp_guardrail, metric, TEXT, .voice = RTP_VOICE_OTHERS, .required = true,
          .doc = "The name of a metric that must not get much worse.", .example = "\"Escaped defects\""),
    FIELD(rtp_guardrail, limit, NUMBER, .required = true, .doc = "The value at which the pilot is stopped or changed.",
          .example = "5"),
};
static SHAPE(guardrail_shape, "guardrail", rtp_guardrail, guardrail_fields, false);

/* What `pilot plan --into` records. A key of its own kind, since nobody writes it by hand. */
enum { PLAN_VERSION = 1, SEED_LIMIT = 999999 };

static const rtp_field plan_week_fields[] = {
    FIELD(rtp_plan_week, week, DATE, .required = true, .doc = "The first day of the week.",
          .example = "\"2027-01-11\""),
    FIELD(rtp_plan_week, at, CHOICE, .required = true, .words = &rtp_words_place,
          .doc = "Whether it follows the pattern with days at home, or the office's.", .example = "\"home\""),
};
static SHAPE(plan_week_shape, "plan_week", rtp_plan_week, plan_week_fields, false);

static const rtp_field plan_fields[] = {
    FIELD(rtp_plan, version, COUNT, .most = PLAN_VERSION, .doc = "The version of the rule that judges the pilot.",
          .example = "1"),
    FIELD(rtp_plan, recorded, DATE, .doc = "The day on which the terms were written down.",
          .example = "\"2026-11-21\""),
    FIELD(rtp_plan, seed, COUNT, .least = 1, .most = SEED_LIMIT, .doc = "What the order of weeks was drawn from.",
          .example = "482913"),
    FIELD(rtp_plan, design, CHOICE, .words = &rtp_words_design, .doc = "The design on that day.",
          .example = "\"alternating_weeks\""),
    FIELD(rtp_plan, start, DATE, .doc = "The first day as planned then.", .example = "\"2027-01-11\""),
    FIELD(rtp_plan, weeks, COUNT, .least = 1, .most = WEEK_LIMIT, .doc = "The weeks as planned then.", .example = "12"),
    FIELD(rtp_plan, review, DATE, .doc = "The day of the review as planned then.", .example = "\"2027-04-08\""),
    FIELD(rtp_plan, primary, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The metric that was to decide.",
          .example = "\"Pull-request cycle time\""),
    FIELD(rtp_plan, margin, NUMBER, .most = INFINITY, .doc = "The margin as agreed then.", .example = "3"),
    FIELD(rtp_plan, guardrails, OBJECTS, .shape = &guardrail_shape, .doc = "The limits as agreed then.",
          .example = "[{\"metric\": \"Escaped defects\", \"limit\": 5}]"),
    FIELD(rtp_plan, calendar, OBJECTS, .shape = &plan_week_shape, .most = WEEK_LIMIT,
          .doc = "The weeks and their pattern, as drawn.", .example = "[{\"week\": \"2027-01-11\", \"at\": \"home\"}]"),
};
static SHAPE(plan_shape, "plan", rtp_plan, plan_fields, true);

static const rtp_field pilot_fields[] = {
    FIELD(rtp_pilot, weeks, COUNT, .least = 1, .most = WEEK_LIMIT, .doc = "How many weeks the pilot runs.",
          .example = "12"),
    FIELD(rtp_pilot, start, DATE, .doc = "Its first day.", .example = "\"2027-01-11\""),
    FIELD(rtp_pilot, primary, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The name of the metric that decides.",
          .example = "\"Pull-request cycle time\""),
    FIELD(rtp_pilot, margin, NUMBER, .most = INFINITY,
          .doc = "How much worse the deciding metric may get; goes before the metric's own margin.", .example = "3"),
    FIELD(rtp_pilot, secondary, TEXTS, .voice = RTP_VOICE_OTHERS, .doc = "Names of metrics that are watched as well.",
          .example = "[\"Escaped defects\"]"),
    FIELD(rtp_pilot, guardrails, OBJECTS, .shape = &guardrail_shape,
          .doc = "Metrics with a limit that ends or changes the pilot.",
          .example = "[{\"metric\": \"Escaped defects\", \"limit\": 5}]"),
    FIELD(rtp_pilot, decider, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Who decides at the end.",
          .example = "\"Dana Okafor\""),
    FIELD(rtp_pilot, review, DATE, .doc = "The day on which the decision is made.", .example = "\"2027-04-08\""),
    FIELD(rtp_pilot, notice_days, COUNT, .most = DAY_LIMIT,
          .doc = "How many days ahead either side says that it wants to stop.", .example = "7"),
    FIELD(rtp_pilot, design, CHOICE, .words = &rtp_words_design,
          .doc = "What is compared: before with after, or weeks that take turns.", .example = "\"before_after\""),
    FIELD(rtp_pilot, baseline_weeks, COUNT, .least = 1, .most = WEEK_LIMIT,
          .doc = "How many weeks before the pilot count as the baseline.", .example = "12"),
    FIELD(rtp_pilot, baseline_days, COUNT, .least = 1, .most = DAY_LIMIT,
          .doc = "How many days you work in the office before a starter trial; 30 when left out.", .example = "30"),
    FIELD(rtp_pilot, trial_days, COUNT, .least = 1, .most = DAY_LIMIT,
          .doc = "How many days a starter trial takes; 30 when left out.", .example = "30"),
    FIELD_AS("x-plan", rtp_pilot, plan, OBJECT, .voice = RTP_VOICE_OTHERS, .shape = &plan_shape,
             .doc = "What pilot plan --into recorded before the start.", .example = "{\"version\": 1}"),
};
SHAPE(rtp_shape_pilot, "pilot", rtp_pilot, pilot_fields, true);

static const rtp_field experiment_fields[] = {
    FIELD(rtp_experiment, kind, CHOICE, .words = &rtp_words_kind, .doc = "What the team tries out.",
          .example = "\"problem_solving\""),
    FIELD(rtp_experiment, question, TEXT, .required = true, .doc = "The question on which the groups work.",
          .example = "\"How do we cut failed settlement runs by half?\""),
    FIELD(rtp_experiment, second_question, TEXT, .doc = "A question as hard as the first, for the second round.",
          .example = "\"How do we cut reconciliation breaks by half?\""),
    FIELD(rtp_experiment, people, TEXTS, .voice = RTP_VOICE_OTHERS, .doc = "Who takes part.",
          .example = "[\"Sam\", \"Priya\", \"Tom\", \"Jon\", \"Lena\", \"Ana\", \"Rui\"]"),
    FIELD(rtp_experiment, date, DATE, .doc = "The day of the first round.", .example = "\"2027-02-02\""),
    FIELD(rtp_experiment, document, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Where the groups write down their ideas.",
          .example = "\"the team's shared notebook\""),
};
SHAPE(rtp_shape_experiment, "experiment", rtp_experiment, experiment_fields, false);

static const rtp_field conversation_fields[] = {
    FIELD(rtp_conversation, date, DATE, .required = true, .doc = "The day of the talk.", .example = "\"2026-11-12\""),
    FIELD(rtp_conversation, with, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "With whom you talked.",
          .example = "\"Maya Chen\""),
    FIELD(rtp_conversation, stage, CHOICE, .words = &rtp_words_stage, .doc = "How far the matter was.",
          .example = "\"sound_out\""),
    FIELD(rtp_conversation, said, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "The most important thing the other side said, word for word.",
          .example = "\"Show me how the new hires would not lose out.\""),
    FIELD(rtp_conversation, agreed, TEXTS, .voice = RTP_VOICE_OTHERS, .doc = "What you agreed on.",
          .example = "[\"I bring a written proposal\"]"),
    FIELD(rtp_conversation, next, DATE, .doc = "The day on which you talk again.", .example = "\"2026-12-01\""),
};
SHAPE(rtp_shape_conversation, "conversation", rtp_conversation, conversation_fields, false);
