/* Rows that only the preparation sheet may show, and what the profile says about itself. They stand
 * apart so that a reader sees at one glance what must never reach the other side. */
#include "profile/fields.h"

static const rtp_field floor_fields[] = {
    FIELD(rtp_floor, office_days, COUNT, .most = OFFICE_DAY_LIMIT,
          .doc = "The most office days a week that you would accept before you walk away.", .example = "4"),
};
static SHAPE(floor_shape, "floor", rtp_floor, floor_fields, false);

static const rtp_field private_fields[] = {
    FIELD(rtp_private, floor, OBJECT, .shape = &floor_shape, .doc = "Where your limit is.",
          .example = "{\"office_days\": 4}"),
    FIELD(rtp_private, alternatives, TEXTS, .doc = "What you could do if the answer stays no.",
          .example = "[\"transfer to the platform team\"]"),
    FIELD(rtp_private, hired_as, CHOICE, .words = &rtp_words_mode, .doc = "Where you were hired to work.",
          .example = "\"hybrid\""),
    FIELD(rtp_private, rating, CHOICE, .words = &rtp_words_rating,
          .doc = "How your last rating stands to what was expected.", .example = "\"above\""),
    FIELD(rtp_private, layoff_signals, FLAG, .doc = "Whether there are signs that jobs will be cut.",
          .example = "false"),
    FIELD(rtp_private, reasons, TEXTS, .doc = "Personal reasons you would rather not name.",
          .example = "[\"school pick-up at 15:30 on two days\"]"),
    FIELD(rtp_private, allies, TEXTS, .doc = "People who would speak for you.", .example = "[\"Head of Operations\"]"),
    FIELD(rtp_private, notes, TEXTS, .doc = "Anything else you want to have in mind.",
          .example = "[\"the budget round ends in March\"]"),
};
SHAPE(rtp_shape_private, "private", rtp_private, private_fields, false);

static const rtp_field meta_fields[] = {
    FIELD(rtp_meta, version, COUNT, .doc = "The version of this format: 1.", .example = "1"),
    FIELD(rtp_meta, ignore, TEXTS, .voice = RTP_VOICE_OTHERS,
          .doc = "Codes of warnings that you have read and do not want to see again.", .example = "[\"P0206\"]"),
};
SHAPE(rtp_shape_meta, "meta", rtp_meta, meta_fields, false);
