/* Rows about people and place: who asks, whom, under which rule, in which team and country. They are
 * the least that makes a document sound like it was written for one person. */
#include "profile/fields.h"

static const rtp_field person_fields[] = {
    FIELD(rtp_person, name, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Your name, as it should stand in the document.",
          .example = "\"Sam Rivera\""),
    FIELD(rtp_person, role, TEXT, .voice = RTP_VOICE_OTHERS, .required = true, .doc = "Your job title.",
          .example = "\"Senior Backend Engineer\""),
    FIELD(rtp_person, role_family, CHOICE, .words = &rtp_words_role_family,
          .doc = "The kind of work you do; taken from the job title when left out.",
          .example = "\"software_engineer\""),
    FIELD(rtp_person, team, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The team you belong to.",
          .example = "\"Payments\""),
    FIELD(rtp_person, started, MONTH, .doc = "The month you started in this job.", .example = "\"2022-03\""),
    FIELD(rtp_person, goals, TEXTS, .doc = "What you are expected to achieve, the most important first.",
          .example = "[\"finish the ledger migration by 30 June\"]"),
};
SHAPE(rtp_shape_person, "person", rtp_person, person_fields, false);

static const rtp_field manager_fields[] = {
    FIELD(rtp_manager, name, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Your manager's name.",
          .example = "\"Maya Chen\""),
    FIELD(rtp_manager, role, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "Your manager's job title.",
          .example = "\"Engineering Manager\""),
    FIELD(rtp_manager, decides, FLAG, .doc = "Whether your manager may decide about your request alone.",
          .example = "false"),
    FIELD(rtp_manager, stance, CHOICE, .words = &rtp_words_stance,
          .doc = "What your manager thinks of working from home; never printed in a document you share.",
          .example = "\"sceptical\""),
    FIELD(rtp_manager, relationship, CHOICE, .words = &rtp_words_relationship,
          .doc = "How well the two of you work together; never printed in a document you share.",
          .example = "\"good\""),
    FIELD(rtp_manager, priorities, TEXTS, .doc = "What your manager wants to get done, the most important first.",
          .example = "[\"fewer failed settlement runs\"]"),
    FIELD(rtp_manager, prefers, CHOICE, .words = &rtp_words_prefers,
          .doc = "The form in which your manager likes to receive a proposal.", .example = "\"one_page\""),
};
SHAPE(rtp_shape_manager, "manager", rtp_manager, manager_fields, false);

static const rtp_field senior_fields[] = {
    FIELD(rtp_senior, name, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The name of your manager's manager.",
          .example = "\"Dana Okafor\""),
    FIELD(rtp_senior, role, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The job title of your manager's manager.",
          .example = "\"Director of Engineering\""),
    FIELD(rtp_senior, priorities, TEXTS, .doc = "What your manager's manager cares about, the most important first.",
          .example = "[\"one standard for every team\"]"),
};
SHAPE(rtp_shape_senior, "senior", rtp_senior, senior_fields, false);

static const rtp_field mandate_fields[] = {
    FIELD(rtp_mandate, office_days, COUNT, .most = OFFICE_DAY_LIMIT,
          .doc = "How many days a week everyone is told to be in the office.", .example = "5"),
    FIELD(rtp_mandate, start, DATE, .doc = "The day from which that counts.", .example = "\"2027-01-11\""),
    FIELD(rtp_mandate, reason, TEXT, .voice = RTP_VOICE_OTHERS, .doc = "The reason the company gave, word for word.",
          .example = "\"We build better products when we are together.\""),
    FIELD(rtp_mandate, policy, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "The title of the policy, or the section that says it.",
          .example = "\"Workplace Policy 2027, section 4\""),
    FIELD(rtp_mandate, exception_process, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "How one asks for an exception, as the policy puts it.",
          .example = "\"written request to the department director\""),
    FIELD(rtp_mandate, enforcement, CHOICE, .words = &rtp_words_enforcement,
          .doc = "How strictly the rule is applied so far; never printed in a document you share.",
          .example = "\"moderate\""),
    FIELD(rtp_mandate, contract, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "What your offer letter or contract says about the place of work, if you are free to mention it.",
          .example = "\"place of work: home, with visits to the office by agreement\""),
};
SHAPE(rtp_shape_mandate, "mandate", rtp_mandate, mandate_fields, false);

static const rtp_field team_fields[] = {
    FIELD(rtp_team, size, COUNT, .least = 1, .most = HEAD_LIMIT, .doc = "How many people the team has, counting you.",
          .example = "8"),
    FIELD(rtp_team, sites, TEXTS, .voice = RTP_VOICE_OTHERS, .doc = "The places where the team's people work.",
          .example = "[\"Seattle\", \"Austin\", \"Lisbon\"]"),
    FIELD(rtp_team, same_site, COUNT, .most = HEAD_LIMIT,
          .doc = "How many of these colleagues work at your site, not counting you.", .example = "3"),
    FIELD(rtp_team, creative_rut, FLAG,
          .doc = "Whether the team has been short of new ideas; never printed in a document you share.",
          .example = "false"),
    FIELD(rtp_team, new_hires, COUNT, .most = HEAD_LIMIT, .doc = "How many people joined the team in the last months.",
          .example = "2"),
    FIELD(rtp_team, mentees, COUNT, .most = HEAD_LIMIT, .doc = "How many people you mentor.", .example = "2"),
};
SHAPE(rtp_shape_team, "team", rtp_team, team_fields, false);

static const rtp_field jurisdiction_fields[] = {
    FIELD(rtp_jurisdiction, country, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "The country you work in, as two capital letters (ISO 3166 alpha-2).", .example = "\"GB\""),
    FIELD(rtp_jurisdiction, region, TEXT, .voice = RTP_VOICE_OTHERS,
          .doc = "The state, province or part of the country.", .example = "\"Scotland\""),
    FIELD(rtp_jurisdiction, employer_size, COUNT, .least = 1, .most = 100.0 * HEAD_LIMIT,
          .doc = "How many people your employer has.", .example = "250"),
    FIELD(rtp_jurisdiction, service_start, DATE, .doc = "The day your employment began.", .example = "\"2022-03-01\""),
    FIELD(rtp_jurisdiction, previous_requests, DATES, .doc = "The days on which you already made a formal request.",
          .example = "[\"2026-02-03\"]"),
};
SHAPE(rtp_shape_jurisdiction, "jurisdiction", rtp_jurisdiction, jurisdiction_fields, false);
