/* The catalogue: every fact that a rule may name, numbered topic after topic. It is searched when
 * packs are built and when people ask, never at start-up, so no index is kept. */
#include "facts/catalogue.h"

#include <string.h>

#define TOPICS(ENTRY)                                                                                                  \
    ENTRY(document)                                                                                                    \
    ENTRY(person)                                                                                                      \
    ENTRY(role)                                                                                                        \
    ENTRY(manager)                                                                                                     \
    ENTRY(senior)                                                                                                      \
    ENTRY(mandate)                                                                                                     \
    ENTRY(ask)                                                                                                         \
    ENTRY(rungs)                                                                                                       \
    ENTRY(needs)                                                                                                       \
    ENTRY(needs_once)                                                                                                  \
    ENTRY(concerns)                                                                                                    \
    ENTRY(concerns_once)                                                                                               \
    ENTRY(mitigations)                                                                                                 \
    ENTRY(projection)                                                                                                  \
    ENTRY(history)                                                                                                     \
    ENTRY(metrics)                                                                                                     \
    ENTRY(metrics_once)                                                                                                \
    ENTRY(metrics_claim)                                                                                               \
    ENTRY(lead_claim)                                                                                                  \
    ENTRY(metrics_role)                                                                                                \
    ENTRY(lead_role)                                                                                                   \
    ENTRY(left_out)                                                                                                    \
    ENTRY(left_out_once)                                                                                               \
    ENTRY(deliverables)                                                                                                \
    ENTRY(reviews)                                                                                                     \
    ENTRY(work_once)                                                                                                   \
    ENTRY(results)                                                                                                     \
    ENTRY(tasks)                                                                                                       \
    ENTRY(tasks_once)                                                                                                  \
    ENTRY(team)                                                                                                        \
    ENTRY(practices)                                                                                                   \
    ENTRY(costs)                                                                                                       \
    ENTRY(commute)                                                                                                     \
    ENTRY(cover)                                                                                                       \
    ENTRY(pilot)                                                                                                       \
    ENTRY(trial)                                                                                                       \
    ENTRY(power)                                                                                                       \
    ENTRY(weeks)                                                                                                       \
    ENTRY(review)                                                                                                      \
    ENTRY(outcomes)                                                                                                    \
    ENTRY(limits)                                                                                                      \
    ENTRY(omissions)                                                                                                   \
    ENTRY(changes)                                                                                                     \
    ENTRY(guardrails)                                                                                                  \
    ENTRY(earn)                                                                                                        \
    ENTRY(experiments)                                                                                                 \
    ENTRY(experiments_once)                                                                                            \
    ENTRY(conversations)                                                                                               \
    ENTRY(conversations_once)                                                                                          \
    ENTRY(private)                                                                                                     \
    ENTRY(plan)                                                                                                        \
    ENTRY(signs)                                                                                                       \
    ENTRY(strategy)                                                                                                    \
    ENTRY(factors)                                                                                                     \
    ENTRY(tally)                                                                                                       \
    ENTRY(tally_concerns)                                                                                              \
    ENTRY(days)                                                                                                        \
    ENTRY(asked)                                                                                                       \
    ENTRY(groups)                                                                                                      \
    ENTRY(lacks)                                                                                                       \
    ENTRY(pack)

#define DECLARE(name) extern const rtp_topic rtp_topic_##name;
#define ADDRESS(name) &rtp_topic_##name,

TOPICS(DECLARE)

const rtp_topic *const rtp_topics[] = {TOPICS(ADDRESS)};
/* An array of pointers is what is counted here. */
const size_t rtp_topic_count = RTP_COUNT(rtp_topics); /* NOLINT(bugprone-sizeof-expression) */

static const rtp_str scope_names[RTP_SCOPE_COUNT] = {
    [RTP_ONCE] = RTP_STR(""),
    [RTP_CONCERNS] = RTP_STR("concerns"),
    [RTP_MITIGATIONS] = RTP_STR("mitigations"),
    [RTP_METRICS] = RTP_STR("metrics"),
    [RTP_DELIVERABLES] = RTP_STR("deliverables"),
    [RTP_REVIEWS] = RTP_STR("reviews"),
    [RTP_NEEDS] = RTP_STR("needs"),
    [RTP_RUNGS] = RTP_STR("rungs"),
    [RTP_TASKS] = RTP_STR("tasks"),
    [RTP_PRACTICES] = RTP_STR("practices"),
    [RTP_COSTS] = RTP_STR("costs"),
    [RTP_GUARDRAILS] = RTP_STR("guardrails"),
    [RTP_EXPERIMENTS] = RTP_STR("experiments"),
    [RTP_CONVERSATIONS] = RTP_STR("conversations"),
    [RTP_WEEKS] = RTP_STR("weeks"),
    [RTP_OUTCOMES] = RTP_STR("outcomes"),
    [RTP_LIMITS] = RTP_STR("limits"),
    [RTP_OMISSIONS] = RTP_STR("omissions"),
    [RTP_CHANGES] = RTP_STR("changes"),
    [RTP_DAYS] = RTP_STR("days"),
    [RTP_ASKED] = RTP_STR("asked"),
    [RTP_GROUPS] = RTP_STR("groups"),
    [RTP_LACKS] = RTP_STR("lacks"),
    [RTP_FACTORS] = RTP_STR("factors"),
    [RTP_PACK] = RTP_STR("pack"),
};

size_t rtp_fact_count(void)
{
    size_t count = 0;
    for (size_t i = 0; i < rtp_topic_count; i++) {
        count += rtp_topics[i]->count;
    }
    return count;
}

/* The topic of a fact, and the fact's place in it; NULL for a number too large. */
static const rtp_topic *topic_of(size_t number, size_t *place)
{
    for (size_t i = 0; i < rtp_topic_count; i++) {
        if (number < rtp_topics[i]->count) {
            *place = number;
            return rtp_topics[i];
        }
        number -= rtp_topics[i]->count;
    }
    return NULL;
}

const rtp_fact *rtp_fact_at(size_t number)
{
    size_t place = 0;
    const rtp_topic *topic = topic_of(number, &place);
    return topic ? &topic->rows[place].fact : NULL;
}

rtp_scope rtp_fact_scope(size_t number)
{
    size_t place = 0;
    const rtp_topic *topic = topic_of(number, &place);
    return topic ? topic->scope : RTP_SCOPE_COUNT;
}

static bool is_named(const rtp_row *row, rtp_str name)
{
    return row->fact.name[0] == name.ptr[0] && rtp_str_equal(rtp_str_from(row->fact.name), name);
}

/* The place of the fact in the topic, or its count. */
static size_t find_place(const rtp_topic *topic, rtp_str name)
{
    size_t place = 0;
    while (place < topic->count && !is_named(&topic->rows[place], name)) {
        place++;
    }
    return place;
}

/* "concern." of "concern.title". */
static size_t subject_len(rtp_str name)
{
    const char *dot = memchr(name.ptr, '.', name.len);
    return dot ? (size_t)(dot - name.ptr) + 1 : 0;
}

/* Of the topics whose first fact is about the same subject, or of the others. */
static int find_among(rtp_str name, bool same_subject)
{
    size_t subject = subject_len(name), number = 0;
    for (size_t i = 0; i < rtp_topic_count; i++) {
        const rtp_topic *topic = rtp_topics[i];
        bool same = strncmp(topic->rows[0].fact.name, name.ptr, subject) == 0;
        size_t place = same == same_subject ? find_place(topic, name) : topic->count;
        if (place < topic->count) {
            return (int)(number + place);
        }
        number += topic->count;
    }
    return -1;
}

/* A name that is there mostly stands among facts of its subject, so a few topics are looked at. */
int rtp_fact_find(rtp_str name)
{
    if (name.len == 0) {
        return -1;
    }
    int found = find_among(name, true);
    return found < 0 ? find_among(name, false) : found;
}

enum { FACTS_MOST = 1024 };

rtp_str rtp_fact_nearest(rtp_str name)
{
    rtp_str names[FACTS_MOST];
    size_t count = 0;
    for (size_t i = 0; i < rtp_topic_count; i++) {
        for (size_t place = 0; place < rtp_topics[i]->count && count < FACTS_MOST; place++) {
            names[count++] = rtp_str_from(rtp_topics[i]->rows[place].fact.name);
        }
    }
    return rtp_str_nearest(name, names, count);
}

const char *rtp_scope_name(rtp_scope scope)
{
    return scope < RTP_SCOPE_COUNT ? scope_names[scope].ptr : "";
}
