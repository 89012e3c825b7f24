/* Facts about the document and the person who asks. The role family may be inferred from the job
 * title, and the value then says so. */
#include "facts/value.h"
#include "facts/wording.h"

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

enum { MONTHS_A_YEAR = 12, NEW_MONTHS = 6 };

static rtp_value tenure_years(const rtp_site *at)
{
    rtp_value months = tenure_months(at);
    return months.known ? computed(whole_value(at, (int64_t)months.number / MONTHS_A_YEAR),
                                   rtp_lit("whole years from the start to the document's date"))
                        : unknown_value(at);
}

/* "eight months", "four years": whole years are what people say. */
static rtp_value tenure_text(const rtp_site *at)
{
    rtp_value value = tenure_months(at);
    size_t months = value.known ? (size_t)value.number : 0, years = months / MONTHS_A_YEAR;
    if (months == 0) {
        return unknown_value(at);
    }
    size_t number = years > 0 ? years : months;
    rtp_str word = rtp_number_word(at->from->arena, number);
    rtp_str text = rtp_arena_format(at->from->arena, "%.*s %s%s", RTP_FMT(word), years > 0 ? "year" : "month",
                                    number == 1 ? "" : "s");
    return computed(text_value(at, text), rtp_lit("whole years, or months in the first of them"));
}

static rtp_value is_new(const rtp_site *at)
{
    rtp_value months = tenure_months(at);
    return months.known ? computed(flag_value(at, months.number < NEW_MONTHS), rtp_lit("under 6 months in the role"))
                        : unknown_value(at);
}

static rtp_value person_called(const rtp_site *at)
{
    return computed(text_value(at, rtp_name_called(at->from->profile->person.name)), rtp_lit("the first name"));
}

/* Many are called manager who lead accounts or products; the others by what the title says. */
static rtp_value leads(const rtp_site *at)
{
    static const rtp_str families[] = {RTP_STR("team_lead"), RTP_STR("project_manager")};
    static const rtp_str titles[] = {RTP_STR("lead"), RTP_STR("head"), RTP_STR("director"), RTP_STR("manager")};
    int family = rtp_role_family(at->from);
    rtp_str word = rtp_word(&rtp_words_role_family, family);
    size_t telling = family > 0 ? RTP_COUNT(titles) - 1 : RTP_COUNT(titles);
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(families); i++) {
        found = found || rtp_str_equal(word, families[i]);
    }
    for (size_t i = 0; i < telling; i++) {
        found = found || rtp_text_has(at->from->profile->person.role, titles[i]);
    }
    return computed(flag_value(at, found), rtp_lit("the kind of work, or a title that says so"));
}

#define PERSON(read, member, pointer) MEMBER(read, rtp_profile, person.member, "/person/" pointer)

static const rtp_row person_rows[] = {
    FACT("person.name", RTP_TEXT, "Your name.", PERSON(text, name, "name")),
    FACT("person.called", RTP_TEXT, "Your first name.", COMPUTED(person_called), FROM("/person/name")),
    FACT("person.leads", RTP_FLAG, "Whether you lead people or projects.", COMPUTED(leads), FROM("/person/role")),
    FACT("person.role", RTP_TEXT, "Your job title.", PERSON(text, role, "role")),
    FACT("person.role_family", RTP_WORD, "The kind of work you do, as given or inferred from your job title.",
         COMPUTED(role_family), AT(rtp_profile, person.role_family, "/person/role_family"), WORDS(role_family)),
    FACT("person.role_inferred", RTP_FLAG, "Whether the kind of work was inferred from your job title.", STEERING,
         COMPUTED(role_inferred), FROM("/person/role")),
    FACT("person.team", RTP_TEXT, "The team you work in.", PERSON(text, team, "team")),
    FACT("person.started", RTP_MONTH, "The month you started in this role.", PERSON(month, started, "started")),
    QUANTITY("person.tenure_months", "months", "How many whole months you have been in this role.",
             COMPUTED(tenure_months), FROM("/person/started")),
    QUANTITY("person.tenure_years", "years", "How many whole years you have been in this role.", COMPUTED(tenure_years),
             FROM("/person/started")),
    FACT("person.tenure_text", RTP_TEXT, "How long you have been in this role, such as \"four years\".",
         COMPUTED(tenure_text), FROM("/person/started")),
    FACT("person.is_new", RTP_FLAG, "Whether you have been in this role for less than half a year.", COMPUTED(is_new),
         FROM("/person/started")),
    FACT("person.goals", RTP_LIST, "Your goals.", PERSON(texts, goals, "goals")),
    FACT("person.goal", RTP_TEXT, "The first of your goals.", PERSON(first, goals, "goals/0")),
    QUANTITY("person.goal_count", "goals", "How many goals you listed.", PERSON(length, goals, "goals")),
};

TOPIC(person, RTP_ONCE, person_rows);
