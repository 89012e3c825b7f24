/* Rows of the results file. The loader, the schema and the diagnostics read them, as they read the
 * profile's; a spreadsheet's columns fill the same structs. */
#include "profile/fields.h"

static const rtp_field sample_fields[] = {
    FIELD(rtp_result_samples, office, NUMBERS, .most = VALUE_LIMIT, .doc = "What was measured in the office.",
          .example = "[31.5, 29.8]"),
    FIELD(rtp_result_samples, home, NUMBERS, .most = VALUE_LIMIT, .doc = "What was measured with days at home.",
          .example = "[27.3, 25.9]"),
};
static SHAPE(samples_shape, "result_samples", rtp_result_samples, sample_fields, true);

static const rtp_field result_fields[] = {
    FIELD(rtp_result, name, TEXT, .required = true, .doc = "The name of a metric of the profile.",
          .example = "\"Pull-request cycle time\""),
    FIELD(rtp_result, values, DAYS, .most = VALUE_LIMIT,
          .doc = "One value a week, under the first day of the week; a week without a value is left out.",
          .example = "{\"2027-01-11\": 24.1}"),
    FIELD(rtp_result, samples, OBJECT, .shape = &samples_shape,
          .doc = "Single values by way of working, where nobody noted the week.",
          .example = "{\"office\": [31.5, 29.8], \"home\": [27.3, 25.9]}"),
};
static SHAPE(result_shape, "result", rtp_result, result_fields, false);

static const rtp_field exclusion_fields[] = {
    FIELD(rtp_exclusion, week, DATE, .required = true, .doc = "The first day of the week that is left out.",
          .example = "\"2027-02-15\""),
    FIELD(rtp_exclusion, why, TEXT, .required = true, .doc = "Why it is left out.", .example = "\"annual leave\""),
};
static SHAPE(exclusion_shape, "exclusion", rtp_exclusion, exclusion_fields, false);

static const rtp_field week_fields[] = {
    FIELD(rtp_plan_week, week, DATE, .required = true, .doc = "The first day of the week.",
          .example = "\"2027-01-18\""),
    FIELD(rtp_plan_week, at, CHOICE, .required = true, .words = &rtp_words_place, .doc = "Where it was really worked.",
          .example = "\"office\""),
};
static SHAPE(week_shape, "result_week", rtp_plan_week, week_fields, false);

static const rtp_field results_fields[] = {
    FIELD(rtp_results, metrics, OBJECTS, .required = true, .shape = &result_shape, .least = 1, .most = METRIC_LIMIT,
          .doc = "What was measured; the metric that decides must be among them.",
          .example = "[{\"name\": \"Pull-request cycle time\", \"values\": {\"2027-01-11\": 24.1}}]"),
    FIELD(rtp_results, exclude, OBJECTS, .shape = &exclusion_shape, .most = WEEK_LIMIT,
          .doc = "Weeks that do not count, as declared.",
          .example = "[{\"week\": \"2027-02-15\", \"why\": \"annual leave\"}]"),
    FIELD(rtp_results, weeks, OBJECTS, .shape = &week_shape, .most = WEEK_LIMIT,
          .doc = "Weeks that were worked another way than planned.",
          .example = "[{\"week\": \"2027-01-18\", \"at\": \"office\"}]"),
    FIELD(rtp_results, notes, TEXT, .doc = "What else the reader of the review should know.",
          .example = "\"The build servers moved in the fourth week.\""),
};
SHAPE(rtp_results_shape, "results", rtp_results, results_fields, false);
