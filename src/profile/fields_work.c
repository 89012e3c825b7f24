/* Rows about the work: what was delivered, which tasks there are and where they go best, how the
 * team works, and what working from home costs or saves. */
#include "profile/fields.h"

static const rtp_field figure_fields[] = {
    FIELD(rtp_figure, name, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "What was counted.",
          .example = "\"manual retries a month\""),
    FIELD(rtp_figure, value, NUMBER, .doc = "The number afterwards.", .example = "6"),
    FIELD(rtp_figure, before, NUMBER, .doc = "The number before.", .example = "41"),
    FIELD(rtp_figure, unit, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The unit of both numbers.",
          .example = "\"retries\""),
    FIELD(rtp_figure, better, CHOICE, .words = &rtp_words_better,
          .doc = "Which direction is good; without it the figure is told without praise.", .example = "\"lower\""),
};
static SHAPE(figure_shape, "figure", rtp_figure, figure_fields, true);

static const rtp_field quote_fields[] = {
    FIELD(rtp_quote, by, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Who said it.", .example = "\"Head of Operations\""),
    FIELD(rtp_quote, text, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The words that were said.",
          .example = "\"This gave us our evenings back.\""),
};
static SHAPE(quote_shape, "quote", rtp_quote, quote_fields, true);

static const rtp_field deliverable_fields[] = {
    FIELD(rtp_deliverable, title, TEXT, .required = true, .doc = "What you delivered.",
          .example = "\"Settlement retry service\""),
    FIELD(rtp_deliverable, expectation, TEXT, .doc = "What was expected of it.", .example = "\"cut manual retries\""),
    FIELD(rtp_deliverable, due, DATE, .doc = "The day it was due.", .example = "\"2026-03-31\""),
    FIELD(rtp_deliverable, done, DATE, .doc = "The day it was done.", .example = "\"2026-03-20\""),
    FIELD(rtp_deliverable, mode, CHOICE, .words = &rtp_words_mode, .doc = "Where you mostly worked while making it.",
          .example = "\"remote\""),
    FIELD(rtp_deliverable, outcome, TEXT, .doc = "What came of it.", .example = "\"manual retries fell\""),
    FIELD(rtp_deliverable, figure, OBJECT, .shape = &figure_shape, .doc = "One number that shows the outcome.",
          .example = "{\"name\": \"manual retries a month\", \"before\": 41, \"value\": 6, \"better\": \"lower\"}"),
    FIELD(rtp_deliverable, link, LINK, .doc = "An https address where it can be seen.",
          .example = "\"https://wiki.example.com/settlement-retry\""),
    FIELD(rtp_deliverable, said, OBJECT, .shape = &quote_shape, .doc = "What somebody said about it.",
          .example = "{\"by\": \"Head of Operations\", \"text\": \"This gave us our evenings back.\"}"),
};
SHAPE(rtp_shape_deliverable, "deliverable", rtp_deliverable, deliverable_fields, false);

static const rtp_field task_fields[] = {
    FIELD(rtp_task, name, TEXT, .required = true, .doc = "A regular part of your work.",
          .example = "\"Pairing with new hires\""),
    FIELD(rtp_task, share, NUMBER, .most = 100, .doc = "Its part of your time in percent; all tasks together make 100.",
          .example = "15"),
    FIELD(rtp_task, best, CHOICE, .words = &rtp_words_best, .doc = "Where it is done best.", .example = "\"office\""),
    FIELD(rtp_task, why, TEXT, .doc = "Why there.", .example = "\"questions come up beside the screen\""),
};
SHAPE(rtp_shape_task, "task", rtp_task, task_fields, false);

static const rtp_field practices_fields[] = {
    FIELD(rtp_practices, already, TEXTS, .doc = "Ways of working the team already has.",
          .example = "[\"design notes are written before a meeting is called\"]"),
    FIELD(rtp_practices, proposed, TEXTS, .doc = "Ways of working you propose to add.",
          .example = "[\"a written stand-up on home days\"]"),
};
SHAPE(rtp_shape_practices, "practices", rtp_practices, practices_fields, false);

static const rtp_field commute_fields[] = {
    FIELD(rtp_commute, minutes, NUMBER, .most = DAY_MINUTES, .doc = "Minutes from door to door, one way.",
          .example = "45"),
    FIELD(rtp_commute, reinvest, TEXT, .doc = "The work into which you would put some of that time.",
          .example = "\"the ledger migration\""),
    FIELD(rtp_commute, share, NUMBER, .most = 1, .doc = "How much of the time goes into it: 0.5 is half.",
          .example = "0.5"),
};
SHAPE(rtp_shape_commute, "commute", rtp_commute, commute_fields, false);

static const rtp_field cost_fields[] = {
    FIELD(rtp_cost, cost, TEXT, .required = true, .doc = "Something that gets harder when you work from home.",
          .example = "\"ad-hoc questions wait longer on home days\""),
    FIELD(rtp_cost, borne_by, TEXT, .doc = "Who feels it.", .example = "\"the team\""),
    FIELD(rtp_cost, mitigation, TEXT, .doc = "What makes it smaller.",
          .example = "\"answered within 30 minutes in core hours\""),
};
SHAPE(rtp_shape_cost, "cost", rtp_cost, cost_fields, false);

static const rtp_field cover_fields[] = {
    FIELD(rtp_cover, core_hours, TEXT, .doc = "The hours in which you can always be reached.",
          .example = "\"10:00-15:00\""),
    FIELD(rtp_cover, response_minutes, NUMBER, .most = WEEK_MINUTES,
          .doc = "Within how many minutes you answer in these hours.", .example = "30"),
    FIELD(rtp_cover, onsite_backup, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "Who steps in when somebody must be on site.", .example = "\"Jon Reyes\""),
    FIELD(rtp_cover, onsite_minutes, NUMBER, .most = WEEK_MINUTES,
          .doc = "Within how many minutes you can be on site yourself.", .example = "60"),
    FIELD(rtp_cover, security, TEXTS, .doc = "How company data stays safe at home.",
          .example = "[\"managed laptop\", \"VPN\"]"),
};
SHAPE(rtp_shape_cover, "cover", rtp_cover, cover_fields, false);
