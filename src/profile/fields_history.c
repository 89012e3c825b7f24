/* Rows about the past: where the person worked when, what was measured, and how they were reviewed.
 * They carry the own results that an argument stands on. */
#include "profile/fields.h"

static const rtp_field period_fields[] = {
    FIELD(rtp_period, mode, CHOICE, .required = true, .words = &rtp_words_mode,
          .doc = "Where you worked in these months.", .example = "\"remote\""),
    FIELD(rtp_period, from, MONTH, .required = true, .doc = "The first month.", .example = "\"2025-01\""),
    FIELD(rtp_period, to, MONTH, .doc = "The last month; leave it out when it goes on.", .example = "\"2025-12\""),
};
static SHAPE(period_shape, "period", rtp_period, period_fields, false);

static const rtp_field metric_fields[] = {
    FIELD(rtp_metric, name, TEXT, .voice = RTP_VOICE_OTHERS, .required = true, .doc = "What is measured.",
          .example = "\"Pull-request cycle time\""),
    FIELD(rtp_metric, unit, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The unit of its values.", .example = "\"h\""),
    FIELD(rtp_metric, better, CHOICE, .required = true, .words = &rtp_words_better,
          .doc = "Whether a higher or a lower value is good.", .example = "\"lower\""),
    FIELD(rtp_metric, source, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "Where the values come from and how they were taken.", .example = "\"GitHub, median a month\""),
    FIELD(rtp_metric, about, CHOICES, .words = &rtp_words_concern, .doc = "The worries on which it throws light.",
          .example = "[\"productivity\", \"responsiveness\"]"),
    FIELD(rtp_metric, headline, FLAG, .doc = "Whether it leads; for one metric only.", .example = "true"),
    FIELD(rtp_metric, margin, NUMBER, .most = INFINITY,
          .doc = "The largest change for the worse that nobody would mind, in the metric's unit.", .example = "3"),
    FIELD(rtp_metric, values, SERIES, .most = VALUE_LIMIT,
          .doc = "One value a month; history.modes says where you worked in it.",
          .example = "{\"2025-01\": 27.3, \"2025-02\": 25.9}"),
    FIELD(rtp_metric, samples, SAMPLES, .most = VALUE_LIMIT,
          .doc = "Values without a month, sorted by where you worked; instead of values.",
          .example = "{\"office\": [91, 92, 90], \"remote\": [92, 91, 93]}"),
    FIELD(rtp_metric, note, TEXT, .doc = "What one should know to read it.",
          .example = "\"a new tool counts since May 2025\""),
};
static SHAPE(metric_shape, "metric", rtp_metric, metric_fields, false);

static const rtp_field review_fields[] = {
    FIELD(rtp_review, date, DATE, .required = true, .doc = "The day of the review.", .example = "\"2025-12-12\""),
    FIELD(rtp_review, mode, CHOICE, .words = &rtp_words_mode, .doc = "Where you mostly worked in the time it covers.",
          .example = "\"remote\""),
    FIELD(rtp_review, rating, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The rating, in the words of the form.",
          .example = "\"exceeds expectations\""),
    FIELD(rtp_review, said, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "A sentence from it, word for word.",
          .example = "\"Reliable owner of the hardest part of the system.\""),
    FIELD(rtp_review, by, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Who wrote it.", .example = "\"Maya Chen\""),
};
static SHAPE(review_shape, "review", rtp_review, review_fields, false);

static const rtp_field history_fields[] = {
    FIELD(rtp_history, modes, OBJECTS, .shape = &period_shape,
          .doc = "Where you worked from which month to which; the periods must not overlap.",
          .example = "[{\"mode\": \"office\", \"from\": \"2024-01\", \"to\": \"2024-12\"}]"),
    FIELD(rtp_history, metrics, OBJECTS, .shape = &metric_shape, .most = METRIC_LIMIT,
          .doc = "What was measured about your work.",
          .example = "[{\"name\": \"Reopened tickets\", \"unit\": \"%\", \"better\": \"lower\","
                     " \"samples\": {\"office\": [6, 5], \"hybrid\": [4, 5]}}]"),
    FIELD(rtp_history, reviews, OBJECTS, .shape = &review_shape, .doc = "Your performance reviews.",
          .example = "[{\"date\": \"2025-12-12\", \"rating\": \"exceeds expectations\"}]"),
};
SHAPE(rtp_shape_history, "history", rtp_history, history_fields, false);
