/* Rows about the request itself: the ladder of three rungs, the needs behind it, and the worries of
 * the other side with what the person offers against them. */
#include "profile/fields.h"

static const rtp_field rung_fields[] = {
    FIELD(rtp_rung, office_days, COUNT, .required = true, .most = OFFICE_DAY_LIMIT,
          .doc = "Days a week in the office; 0 is fully remote.", .example = "2"),
    FIELD(rtp_rung, weekdays, CHOICES, .words = &rtp_words_weekday, .most = OFFICE_DAY_LIMIT,
          .doc = "Which days those are.", .example = "[\"tue\", \"thu\"]"),
    FIELD(rtp_rung, weeks, COUNT, .least = 1, .most = WEEK_LIMIT,
          .doc = "For how many weeks, when it is for a limited time.", .example = "4"),
    FIELD(rtp_rung, note, TEXT, .doc = "What a number of days cannot say.",
          .example = "\"release weeks in the office\""),
};
static SHAPE(rung_shape, "rung", rtp_rung, rung_fields, true);

static const rtp_field ask_fields[] = {
    FIELD(rtp_ask, preferred, OBJECT, .required = true, .shape = &rung_shape,
          .doc = "What you would like best, with the fewest office days.",
          .example = "{\"office_days\": 2, \"weekdays\": [\"tue\", \"thu\"]}"),
    FIELD(rtp_ask, acceptable, OBJECT, .shape = &rung_shape, .doc = "What you could live with.",
          .example = "{\"office_days\": 3}"),
    FIELD(rtp_ask, starter, OBJECT, .shape = &rung_shape, .doc = "A first step that is easy to say yes to.",
          .example = "{\"office_days\": 4, \"weeks\": 4}"),
    FIELD(rtp_ask, start, DATE, .doc = "The day on which it should begin.", .example = "\"2027-01-11\""),
    FIELD(rtp_ask, decide_by, DATE, .doc = "The day by which you need an answer.", .example = "\"2026-12-18\""),
    FIELD(rtp_ask, fixed, FLAG, .doc = "Whether no other steps may be proposed beside those given here.",
          .example = "false"),
};
SHAPE(rtp_shape_ask, "ask", rtp_ask, ask_fields, false);

static const rtp_field need_fields[] = {
    FIELD(rtp_need, need, TEXT, .required = true, .doc = "What you need to do your best work.",
          .example = "\"two uninterrupted mornings a week\""),
    FIELD(rtp_need, why, TEXT, .doc = "Why the work needs it.",
          .example = "\"schema changes need long, quiet stretches\""),
    FIELD(rtp_need, expectation, TEXT, .doc = "Which expectation of your employer it serves.",
          .example = "\"finish the ledger migration by 30 June\""),
};
SHAPE(rtp_shape_need, "need", rtp_need, need_fields, false);

static const rtp_field concern_fields[] = {
    FIELD(rtp_concern, about, CHOICE, .required = true, .words = &rtp_words_concern, .doc = "What the worry is about.",
          .example = "\"new_staff\""),
    FIELD(rtp_concern, said, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The words in which it was said.",
          .example = "\"The two new hires need someone next to them.\""),
    FIELD(rtp_concern, from, CHOICE, .words = &rtp_words_from, .doc = "Who said it; the manager when left out.",
          .example = "\"manager\""),
};
SHAPE(rtp_shape_concern, "concern", rtp_concern, concern_fields, false);

static const rtp_field mitigation_fields[] = {
    FIELD(rtp_mitigation, concern, CHOICE, .required = true, .words = &rtp_words_concern,
          .doc = "The worry that it answers.", .example = "\"visibility\""),
    FIELD(rtp_mitigation, action, TEXT, .required = true, .doc = "What you will do.",
          .example = "\"post a written update by 16:00 on Friday\""),
    FIELD(rtp_mitigation, measure, TEXT, .doc = "How the other side will see that it works.",
          .example = "\"updates on time, as counted by Maya\""),
    FIELD(rtp_mitigation, target, TEXT, .doc = "The result that counts as good.", .example = "\"9 of 10\""),
};
SHAPE(rtp_shape_mitigation, "mitigation", rtp_mitigation, mitigation_fields, false);
