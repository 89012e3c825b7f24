/* The catalogue: every fact that a rule may name, numbered topic after topic. It is searched when
 * packs are built and when people ask, never at start-up, so no index is kept. */
#include "facts/catalogue.h"

#define TOPICS(ENTRY)                                                                                                  \
    ENTRY(document)                                                                                                    \
    ENTRY(person)                                                                                                      \
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
    ENTRY(metrics)                                                                                                     \
    ENTRY(metrics_once)                                                                                                \
    ENTRY(deliverables)                                                                                                \
    ENTRY(reviews)                                                                                                     \
    ENTRY(work_once)                                                                                                   \
    ENTRY(tasks)                                                                                                       \
    ENTRY(tasks_once)                                                                                                  \
    ENTRY(team)                                                                                                        \
    ENTRY(practices)                                                                                                   \
    ENTRY(costs)                                                                                                       \
    ENTRY(commute)                                                                                                     \
    ENTRY(cover)                                                                                                       \
    ENTRY(pilot)                                                                                                       \
    ENTRY(guardrails)                                                                                                  \
    ENTRY(earn)                                                                                                        \
    ENTRY(experiments)                                                                                                 \
    ENTRY(experiments_once)                                                                                            \
    ENTRY(conversations)                                                                                               \
    ENTRY(conversations_once)                                                                                          \
    ENTRY(private)                                                                                                     \
    ENTRY(strategy)                                                                                                    \
    ENTRY(factors)                                                                                                     \
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

int rtp_fact_find(rtp_str name)
{
    int number = 0;
    for (size_t i = 0; i < rtp_topic_count; i++) {
        for (size_t place = 0; place < rtp_topics[i]->count; place++, number++) {
            if (rtp_str_equal(rtp_str_from(rtp_topics[i]->rows[place].fact.name), name)) {
                return number;
            }
        }
    }
    return -1;
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

int rtp_scope_find(rtp_str name)
{
    for (size_t i = 0; i < RTP_SCOPE_COUNT; i++) {
        if (rtp_str_equal(name, scope_names[i])) {
            return (int)i;
        }
    }
    return -1;
}
