/* The facts of one profile: a cell for each fact and item, computed when it is first read. Rules
 * read a part of the catalogue only, and a metric nobody asks about costs nothing. */
#include "facts/catalogue.h"
#include "facts/names.h"
#include "facts/review.h"
#include "facts/summary.h"
#include "facts/trial.h"

#include <string.h>

typedef struct shelf { /* where the facts of one topic stand */
    uint16_t first;    /* number of its first fact */
    uint16_t places;   /* facts of its scope in the topics before */
    uint8_t scope;
} shelf;

typedef struct room {        /* of one scope */
    size_t items, width;     /* width: facts of the scope */
    const rtp_value **cells; /* by item and place; NULL until the fact is read */
} room;

struct rtp_facts {
    rtp_derive *from;
    size_t count;
    uint8_t *topics; /* by number of the fact */
    shelf *shelves;  /* by topic */
    room rooms[RTP_SCOPE_COUNT];
};

static const rtp_value unknown;

/* ---- the lists of the profile ---- */

typedef struct member_list {
    size_t offset, size; /* of the rtp_objects in the profile; of one struct. 0: not such a list */
} member_list;

#define LIST(member, type)                                                                                             \
    {                                                                                                                  \
        offsetof(rtp_profile, member), sizeof(type)                                                                    \
    }

static const member_list lists[RTP_SCOPE_COUNT] = {
    [RTP_CONCERNS] = LIST(concerns, rtp_concern),
    [RTP_MITIGATIONS] = LIST(mitigations, rtp_mitigation),
    [RTP_METRICS] = LIST(history.metrics, rtp_metric),
    [RTP_DELIVERABLES] = LIST(deliverables, rtp_deliverable),
    [RTP_REVIEWS] = LIST(history.reviews, rtp_review),
    [RTP_NEEDS] = LIST(needs, rtp_need),
    [RTP_TASKS] = LIST(tasks, rtp_task),
    [RTP_COSTS] = LIST(costs, rtp_cost),
    [RTP_GUARDRAILS] = LIST(pilot.guardrails, rtp_guardrail),
    [RTP_EXPERIMENTS] = LIST(experiments, rtp_experiment),
    [RTP_CONVERSATIONS] = LIST(conversations, rtp_conversation),
};

static const rtp_objects *list_of(const rtp_profile *profile, rtp_scope scope)
{
    return (const void *)((const char *)profile + lists[scope].offset);
}

static size_t count_judged(rtp_derive *from, rtp_scope scope)
{
    const rtp_judgement *judged = rtp_judgement_derive(from);
    const size_t counts[RTP_SCOPE_COUNT] = {
        [RTP_OUTCOMES] = judged ? judged->metric_count : 0,
        [RTP_LIMITS] = judged ? judged->limit_count : 0,
        [RTP_OMISSIONS] = judged ? judged->omission_count : 0,
        [RTP_CHANGES] = judged ? judged->change_count : 0,
    };
    return counts[scope];
}

static size_t count_tallied(const rtp_derive *from, rtp_scope scope)
{
    const rtp_tally *tally = from->profile->tally;
    const size_t counts[RTP_SCOPE_COUNT] = {
        [RTP_DAYS] = RTP_SITE_DAYS,
        [RTP_ASKED] = RTP_ASKED_DAYS,
        [RTP_GROUPS] = tally ? tally->group_count : 0,
        [RTP_LACKS] = tally ? tally->lack_count : 0,
    };
    return tally ? counts[scope] : 0;
}

static size_t count_items(rtp_derive *from, rtp_scope scope)
{
    if (scope >= RTP_DAYS && scope <= RTP_LACKS) {
        return count_tallied(from, scope);
    }
    if (scope >= RTP_OUTCOMES && scope <= RTP_CHANGES) {
        return count_judged(from, scope);
    }
    const rtp_practices *practices = &from->profile->practices;
    const size_t others[RTP_SCOPE_COUNT] = {
        [RTP_ONCE] = 1,
        [RTP_RUNGS] = from->ladder.len,
        [RTP_PRACTICES] = practices->already.len + practices->proposed.len,
        [RTP_WEEKS] = rtp_schedule_most(from->profile),
        [RTP_FACTORS] = RTP_FACTOR_COUNT,
    };
    return lists[scope].size > 0 ? list_of(from->profile, scope)->len : others[scope];
}

static const void *object_at(const rtp_derive *from, rtp_scope scope, size_t item)
{
    if (scope == RTP_RUNGS) {
        return &from->ladder.steps[item];
    }
    if (lists[scope].size == 0) {
        return from->profile;
    }
    return (const char *)list_of(from->profile, scope)->items + item * lists[scope].size;
}

/* ---- chosen items ---- */

static ptrdiff_t preferred_rung(rtp_derive *from)
{
    (void)from;
    return 0;
}

static ptrdiff_t concern_after(const rtp_derive *from, size_t skip)
{
    const rtp_objects *concerns = &from->profile->concerns;
    for (size_t i = 0; i < concerns->len; i++) {
        if (!rtp_concern_is_sensitive(rtp_item(concerns, rtp_concern, i)) && skip-- == 0) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

static ptrdiff_t first_concern(rtp_derive *from)
{
    return concern_after(from, 0);
}

static ptrdiff_t second_concern(rtp_derive *from)
{
    return concern_after(from, 1);
}

/* The last talk with the manager: what anyone else said is nobody's to pass on. */
static ptrdiff_t last_conversation(rtp_derive *from)
{
    ptrdiff_t i = (ptrdiff_t)from->profile->conversations.len - 1;
    while (i >= 0 && !rtp_conversation_is_with_manager(from, (size_t)i)) {
        i--;
    }
    return i;
}

static ptrdiff_t last_review_in(const rtp_derive *from, int mode)
{
    const rtp_objects *reviews = &from->profile->history.reviews;
    ptrdiff_t last = RTP_NO_ITEM;
    for (size_t i = 0; i < reviews->len; i++) {
        const rtp_review *review = rtp_item(reviews, rtp_review, i);
        bool later = last < 0 || review->date >= rtp_item(reviews, rtp_review, last)->date;
        last = review->mode == mode && later ? (ptrdiff_t)i : last;
    }
    return last;
}

/* Of a remote time, else of a hybrid one. */
static ptrdiff_t remote_review(rtp_derive *from)
{
    ptrdiff_t remote = last_review_in(from, RTP_MODE_REMOTE);
    return remote >= 0 ? remote : last_review_in(from, RTP_MODE_HYBRID);
}

static const struct {
    rtp_scope scope;
    ptrdiff_t (*choose)(rtp_derive *from);
} subjects[RTP_SUBJECT_COUNT] = {
    [RTP_SUBJECT_LEAD] = {RTP_METRICS, rtp_metric_lead},
    [RTP_SUBJECT_WEAK] = {RTP_METRICS, rtp_metric_weak},
    [RTP_SUBJECT_PRIMARY] = {RTP_METRICS, rtp_metric_primary},
    [RTP_SUBJECT_PREFERRED] = {RTP_RUNGS, preferred_rung},
    [RTP_SUBJECT_STARTER] = {RTP_RUNGS, rtp_ladder_smallest},
    [RTP_SUBJECT_FIRST_CONCERN] = {RTP_CONCERNS, first_concern},
    [RTP_SUBJECT_SECOND_CONCERN] = {RTP_CONCERNS, second_concern},
    [RTP_SUBJECT_LAST_CONVERSATION] = {RTP_CONVERSATIONS, last_conversation},
    [RTP_SUBJECT_REMOTE_REVIEW] = {RTP_REVIEWS, remote_review},
};

static rtp_value derive_value(rtp_derive *from, const rtp_row *row, rtp_scope scope, size_t item)
{
    if (row->subject != RTP_SUBJECT_ITEM) {
        ptrdiff_t chosen = subjects[row->subject].choose(from);
        if (chosen < 0) {
            return (rtp_value){.known = false, .type = row->fact.type};
        }
        scope = subjects[row->subject].scope;
        item = (size_t)chosen;
    }
    return row->read(&(rtp_site){from, row, item, object_at(from, scope, item)});
}

/* ---- reading ---- */

/* Values stand one behind the other as they are read, so a fact that nobody asks for touches no memory. */
__attribute__((noinline)) static const rtp_value *derive(const rtp_facts *facts, size_t number, size_t item)
{
    size_t topic = facts->topics[number];
    const rtp_row *row = &rtp_topics[topic]->rows[number - facts->shelves[topic].first];
    rtp_value value = derive_value(facts->from, row, (rtp_scope)facts->shelves[topic].scope, item);
    rtp_value *kept = RTP_NEW(facts->from->arena, rtp_value);
    *kept = value;
    return kept;
}

/* Rules ask for the same facts again and again: those are found without a call. */
const rtp_value *rtp_facts_get(const rtp_facts *facts, size_t number, size_t item)
{
    if (number >= facts->count) {
        return &unknown;
    }
    const shelf *on = &facts->shelves[facts->topics[number]];
    const room *in = &facts->rooms[on->scope];
    size_t index = on->scope == RTP_ONCE ? 0 : item;
    if (index >= in->items) {
        return &unknown;
    }
    const rtp_value **cell = &in->cells[index * in->width + on->places + number - on->first];
    if (!*cell) {
        *cell = derive(facts, number, index);
    }
    return *cell;
}

size_t rtp_facts_items(const rtp_facts *facts, rtp_scope scope)
{
    return scope < RTP_SCOPE_COUNT ? facts->rooms[scope].items : 0;
}

const rtp_chart *rtp_facts_chart(const rtp_facts *facts, size_t metric)
{
    return metric < facts->rooms[RTP_METRICS].items ? rtp_chart_make(facts->from, metric) : NULL;
}

bool rtp_facts_is_name(const rtp_facts *facts, rtp_str word)
{
    rtp_derive *from = facts->from;
    if (!from->names) {
        from->names = rtp_names_make(from->profile, from->arena);
    }
    return rtp_profile_names(from->profile, from->names, word);
}

rtp_frame rtp_facts_frame(const rtp_facts *facts)
{
    rtp_derive *from = facts->from;
    rtp_judgement judgement = {.terms = rtp_review_terms_of(from)};
    rtp_review_lay_weeks(from, &judgement);
    rtp_date *weeks = RTP_NEW_ARRAY(from->arena, rtp_date, judgement.week_count);
    for (size_t i = 0; i < judgement.week_count; i++) {
        weeks[i] = judgement.weeks[i].from;
    }
    ptrdiff_t primary = judgement.terms.primary;
    rtp_str name =
        primary < 0 ? (rtp_str){NULL, 0} : rtp_item(&from->profile->history.metrics, rtp_metric, primary)->name;
    return (rtp_frame){{weeks, judgement.week_count}, name};
}

bool rtp_facts_is_over(const rtp_facts *facts, rtp_date week)
{
    return rtp_review_is_over(facts->from, week);
}

rtp_scope rtp_facts_scope(const rtp_facts *facts, size_t number)
{
    return number < facts->count ? (rtp_scope)facts->shelves[facts->topics[number]].scope : RTP_SCOPE_COUNT;
}

const rtp_fact *rtp_facts_fact(const rtp_facts *facts, size_t number)
{
    if (number >= facts->count) {
        return NULL;
    }
    size_t topic = facts->topics[number];
    return &rtp_topics[topic]->rows[number - facts->shelves[topic].first].fact;
}

static void number_facts(rtp_facts *facts)
{
    size_t next = 0;
    for (size_t i = 0; i < rtp_topic_count; i++) {
        const rtp_topic *topic = rtp_topics[i];
        room *in = &facts->rooms[topic->scope];
        facts->shelves[i] = (shelf){(uint16_t)next, (uint16_t)in->width, (uint8_t)topic->scope};
        in->width += topic->count;
        memset(facts->topics + next, (int)i, topic->count);
        next += topic->count;
    }
}

const rtp_facts *rtp_facts_derive(const rtp_profile *profile, rtp_date today, rtp_roles roles, rtp_arena *arena)
{
    rtp_facts *facts = RTP_NEW(arena, rtp_facts);
    facts->from = RTP_NEW(arena, rtp_derive);
    *facts->from = (rtp_derive){.profile = profile, .today = today, .roles = roles, .arena = arena};
    facts->from->ladder = rtp_ladder_derive(profile);
    facts->count = rtp_fact_count();
    facts->topics = RTP_NEW_ARRAY(arena, uint8_t, facts->count);
    facts->shelves = RTP_NEW_ARRAY(arena, shelf, rtp_topic_count);
    number_facts(facts);
    for (size_t i = 0; i < RTP_SCOPE_COUNT; i++) {
        room *in = &facts->rooms[i];
        in->items = count_items(facts->from, (rtp_scope)i);
        in->cells = RTP_NEW_ARRAY(arena, const rtp_value *, in->items * in->width);
    }
    return facts;
}
