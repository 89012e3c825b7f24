/* Facts about the document and the person who asks. The role family may be inferred from the job
 * title, and the value then says so. */
#include "facts/value.h"

static rtp_value document_date(const rtp_site *at)
{
    rtp_value value = date_value(at, at->from->today);
    value.origin = (rtp_origin){.kind = RTP_FROM_ARGUMENT, .formula = RTP_STR("the date of the document")};
    return value;
}

static const rtp_row document_rows[] = {
    FACT("document.date", RTP_DATE, "The date of the document, as given on the command line.", COMPUTED(document_date)),
};

TOPIC(document, RTP_ONCE, document_rows);

int rtp_role_family(rtp_derive *from)
{
    const rtp_person *person = &from->profile->person;
    if (from->family == 0) {
        from->family = 1 + (person->role_family > 0 ? person->role_family : rtp_role_infer(person->role, from->arena));
    }
    return from->family - 1;
}

static rtp_value role_family(const rtp_site *at)
{
    if (at->from->profile->person.role_family > 0) {
        return rtp_read_word(at);
    }
    rtp_value value = text_value(at, rtp_word(&rtp_words_role_family, rtp_role_family(at->from)));
    return computed(found_at(value, "/person/role", 0), rtp_lit("inferred from the job title"));
}

static rtp_value role_inferred(const rtp_site *at)
{
    bool inferred = at->from->profile->person.role_family == 0 && rtp_role_family(at->from) > 0;
    return computed(flag_value(at, inferred),
                    rtp_lit("the profile gives no role family and the job title speaks of one"));
}

static rtp_value tenure_months(const rtp_site *at)
{
    rtp_month started = at->from->profile->person.started;
    rtp_date today = at->from->today;
    if (started == RTP_DATE_UNKNOWN || today == RTP_DATE_UNKNOWN || rtp_date_month(today) < started) {
        return unknown_value(at);
    }
    return computed(whole_value(at, rtp_date_month(today) - started),
                    rtp_lit("months from the start to the document's date"));
}

#define PERSON(read, member, pointer) MEMBER(read, rtp_profile, person.member, "/person/" pointer)

static const rtp_row person_rows[] = {
    FACT("person.name", RTP_TEXT, "Your name.", PERSON(text, name, "name")),
    FACT("person.role", RTP_TEXT, "Your job title.", PERSON(text, role, "role")),
    FACT("person.role_family", RTP_WORD, "The kind of work you do, as given or inferred from your job title.",
         COMPUTED(role_family), AT(rtp_profile, person.role_family, "/person/role_family"), WORDS(role_family)),
    FACT("person.role_inferred", RTP_FLAG, "Whether the kind of work was inferred from your job title.", STEERING,
         COMPUTED(role_inferred), FROM("/person/role")),
    FACT("person.team", RTP_TEXT, "The team you work in.", PERSON(text, team, "team")),
    FACT("person.started", RTP_MONTH, "The month you started in this role.", PERSON(month, started, "started")),
    QUANTITY("person.tenure_months", "months", "How many whole months you have been in this role.",
             COMPUTED(tenure_months), FROM("/person/started")),
    FACT("person.goals", RTP_LIST, "Your goals.", PERSON(texts, goals, "goals")),
    FACT("person.goal", RTP_TEXT, "The first of your goals.", PERSON(first, goals, "goals/0")),
    QUANTITY("person.goal_count", "goals", "How many goals you listed.", PERSON(length, goals, "goals")),
};

TOPIC(person, RTP_ONCE, person_rows);
