/* Applies every rule to every item of its scope. Nothing here can fail: a rule whose condition does
 * not hold, or whose words want a fact that nobody knows, is silent, and the trace says why. */
#include "rules/closed.h"
#include "rules/condition.h"
#include "rules/evidence.h"
#include "rules/pack_words.h"
#include "rules/packed.h"
#include "rules/phrase.h"

typedef struct subject { /* what an item of a concern scope is about */
    const rtp_concern_entry *entry;
    int rank;
    bool hidden; /* from every document that others read */
    bool closed; /* hidden as a motive that nobody named */
} subject;

typedef struct subjects {
    subject *items;
    size_t len;
} subjects;

typedef enum engine_fact { /* what the engine itself reads, whatever the rules are */
                           FACT_ABOUT,
                           FACT_SAID,
                           FACT_FROM,
                           FACT_RANK,
                           FACT_ONLY_PRIVATE,
                           FACT_MITIGATED,
                           FACT_MITIGATED_RANK,
                           FACT_ARRANGEMENT,
                           FACT_ROLE_FAMILY,
                           ENGINE_FACT_COUNT
} engine_fact;

typedef struct applier {
    const rtp_pack *pack;
    const rtp_facts *facts;
    rtp_arena *arena;
    subjects concerns, mitigations;
    rtp_set arrangement;
    rtp_str role_family;
    bool profiled;              /* the two above are read */
    const rtp_rule *citing;     /* a rule that walks a list chooses a study for one item only: */
    const rtp_evidence **cited; /* what it chose for those before */
    size_t cited_len, cited_cap;
    uint16_t numbers[ENGINE_FACT_COUNT]; /* of facts, + 1; 0: not looked up yet */
    rtp_points out;
} applier;

typedef struct attempt { /* one rule on one item */
    const rtp_rule *rule;
    size_t position;        /* among the rules that speak */
    const subject *subject; /* or NULL */
    rtp_view view;
    rtp_point *point; /* the next of the list; written only once the condition holds */
    uint16_t decided;
} attempt;

/* ---- facts that the engine itself reads ---- */

static const rtp_str fact_names[ENGINE_FACT_COUNT] = {
    [FACT_ABOUT] = RTP_STR("concern.about"),
    [FACT_SAID] = RTP_STR("concern.said"),
    [FACT_FROM] = RTP_STR("concern.from"),
    [FACT_RANK] = RTP_STR("concern.rank"),
    [FACT_ONLY_PRIVATE] = RTP_STR("concern.only_private"),
    [FACT_MITIGATED] = RTP_STR("mitigation.concern"),
    [FACT_MITIGATED_RANK] = RTP_STR("mitigation.rank"),
    [FACT_ARRANGEMENT] = RTP_STR("ask.arrangement"),
    [FACT_ROLE_FAMILY] = RTP_STR("person.role_family"),
};

/* The catalogue is searched by name, so each name is looked up once. */
static uint16_t number_of(applier *a, engine_fact fact)
{
    if (a->numbers[fact] == 0) {
        a->numbers[fact] = (uint16_t)(rtp_fact_find(fact_names[fact]) + 1);
    }
    return (uint16_t)(a->numbers[fact] - 1);
}

static const rtp_value *read_fact(applier *a, engine_fact fact, size_t item)
{
    return rtp_facts_get(a->facts, number_of(a, fact), item);
}

static rtp_str read_word(applier *a, engine_fact fact, size_t item)
{
    const rtp_value *value = read_fact(a, fact, item);
    return value->known ? value->text : (rtp_str){NULL, 0};
}

static int read_rank(applier *a, engine_fact fact, size_t item)
{
    const rtp_value *value = read_fact(a, fact, item);
    return value->known ? (int)value->number - 1 : INT32_MAX;
}

/* ---- concerns ---- */

static bool is_said(applier *a, size_t item)
{
    bool said = read_fact(a, FACT_SAID, item)->known;
    return said && !rtp_str_equal(read_word(a, FACT_FROM, item), rtp_lit("company"));
}

static subject concern_subject(applier *a, size_t item)
{
    const rtp_value *closed = read_fact(a, FACT_ONLY_PRIVATE, item);
    subject found = {.entry = rtp_concern_find(a->pack, read_word(a, FACT_ABOUT, item)),
                     .rank = read_rank(a, FACT_RANK, item)};
    found.closed = closed->known && closed->flag;
    found.hidden = found.closed;
    if (found.entry && found.entry->only_if_said) {
        found.hidden = found.hidden || !is_said(a, item);
    }
    return found;
}

/* An answer to a concern is as hidden as the concern; to one nobody raised, as its entry says. */
static subject mitigation_subject(applier *a, size_t item)
{
    subject found = {.entry = rtp_concern_find(a->pack, read_word(a, FACT_MITIGATED, item)),
                     .rank = read_rank(a, FACT_MITIGATED_RANK, item)};
    found.hidden = found.entry && found.entry->only_if_said;
    for (size_t i = 0; i < a->concerns.len; i++) {
        if (a->concerns.items[i].rank == found.rank) {
            found.hidden = a->concerns.items[i].hidden;
        }
    }
    return found;
}

static subjects find_subjects(applier *a, rtp_scope scope, subject (*find)(applier *a, size_t item))
{
    size_t count = rtp_facts_items(a->facts, scope);
    subject *items = RTP_NEW_ARRAY(a->arena, subject, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = find(a, i);
    }
    return (subjects){items, count};
}

/* The concern that concerns.first.* (place 0) or concerns.second.* (1) speak of: as the facts choose it. */
static rtp_concern_view find_spoken(const applier *a, size_t place)
{
    for (size_t i = 0; i < a->concerns.len; i++) {
        const subject *here = &a->concerns.items[i];
        if (!here->closed && place-- == 0) {
            return (rtp_concern_view){here->hidden ? NULL : here->entry, i};
        }
    }
    return (rtp_concern_view){NULL, SIZE_MAX};
}

static const subject *subject_of(const applier *a, rtp_scope scope, size_t item)
{
    if (scope == RTP_CONCERNS) {
        return &a->concerns.items[item];
    }
    return scope == RTP_MITIGATIONS ? &a->mitigations.items[item] : NULL;
}

/* ---- one rule on one item ---- */

static void read_profile(applier *a)
{
    if (!a->profiled) {
        a->arrangement = rtp_word_set(read_word(a, FACT_ARRANGEMENT, 0), &rtp_pack_arrangements);
        a->role_family = read_word(a, FACT_ROLE_FAMILY, 0);
        a->profiled = true;
    }
}

/* Topics of all the concerns that the rule may know of. */
static rtp_set all_topics(const applier *a, bool personal)
{
    rtp_set topics = 0;
    for (size_t i = 0; i < a->concerns.len; i++) {
        const subject *here = &a->concerns.items[i];
        topics |= here->entry && (personal || !here->hidden) ? here->entry->evidence : 0;
    }
    return topics;
}

static void choose_evidence(applier *a, attempt *try)
{
    enum { AGAINST = 2 };
    const rtp_evidence_want *want = &try->rule->evidence;
    if (a->citing != try->rule) {
        a->citing = try->rule;
        a->cited_len = 0;
    }
    read_profile(a);
    rtp_set concern = try->view.concern.entry ? try->view.concern.entry->evidence : 0;
    rtp_set all = want->all_concerns || want->direction == AGAINST ? all_topics(a, try->rule->personal) : 0;
    rtp_evidence_query query = {.concerns = want->concern        ? rtp_choice_set(want->concern)
                                            : want->all_concerns ? all
                                                                 : concern,
                                .likely = want->direction == AGAINST ? all : 0,
                                .without = {a->cited, a->cited_len},
                                .direction = want->direction ? want->direction : 1, /* supports */
                                .arrangement = a->arrangement,
                                .role_family = a->role_family,
                                .most = want->most,
                                .personal = try->rule->personal};
    rtp_evidences chosen = rtp_evidence_choose(a->pack, &query, a->arena);
    try->point->evidence = chosen.items;
    try->point->evidence_count = chosen.len;
    try->view.evidence = chosen.len ? chosen.items[0] : NULL;
}

static void keep_cited(applier *a, const rtp_point *point)
{
    for (size_t i = 0; i < point->evidence_count; i++) {
        a->cited = rtp_array_grow(a->arena, a->cited, a->cited_len, &a->cited_cap, sizeof *a->cited);
        a->cited[a->cited_len++] = point->evidence[i];
    }
}

static bool expand_cells(attempt *try)
{
    const rtp_rule *rule = try->rule;
    rtp_runs *cells = RTP_NEW_ARRAY(try->view.arena, rtp_runs, rule->cell_count);
    try->point->cells = cells;
    for (size_t i = 0; i < rule->cell_count; i++) {
        if (!rtp_phrases_expand(&rule->cells[i], &try->view, &cells[i], &try->decided)) {
            return false;
        }
    }
    return true;
}

static bool expand_words(attempt *try)
{
    const rtp_rule *rule = try->rule;
    if (rule->lead.bytes && !rtp_phrases_expand(&rule->lead, &try->view, &try->point->lead, &try->decided)) {
        return false;
    }
    if (rule->cell_count) {
        return expand_cells(try);
    }
    return rtp_phrases_expand(&rule->text, &try->view, &try->point->text, &try->decided);
}

static bool is_research(uint16_t fact)
{
    return fact != RTP_LITERAL && rtp_str_starts(rtp_str_from(rtp_fact_at(fact)->name), rtp_lit("evidence."));
}

static rtp_outcome test(applier *a, attempt *try)
{
    if (try->subject && try->subject->hidden && !try->rule->personal) {
        try->decided = number_of(a, FACT_ONLY_PRIVATE);
        return RTP_WITHHELD_FALSE;
    }
    static const rtp_outcome outcomes[] = {
        [RTP_NO] = RTP_WITHHELD_FALSE, [RTP_UNKNOWN] = RTP_WITHHELD_UNKNOWN, [RTP_YES] = RTP_FIRED};
    rtp_packed when = try->rule->when;
    return when.bytes ? outcomes[rtp_condition_view(when, &try->view, &try->decided)] : RTP_FIRED;
}

static rtp_outcome attempt_rule(applier *a, attempt *try)
{
    rtp_outcome outcome = test(a, try);
    if (outcome != RTP_FIRED) {
        return outcome;
    }
    const rtp_rule *rule = try->rule;
    *try->point = (rtp_point){.rule = rule,
                              .item = try->view.item,
                              .position = try->position,
                              .row = a->out.trace_len,
                              .concern = try->subject ? try->subject->rank : INT32_MAX};
    if (rule->evidence.most) {
        choose_evidence(a, try);
    }
    if (!expand_words(try)) {
        return is_research(try->decided) ? RTP_WITHHELD_EVIDENCE : RTP_WITHHELD_PHRASE;
    }
    try->decided = RTP_LITERAL;
    keep_cited(a, try->point);
    uint16_t unknown;
    if (rule->add.bytes) { /* a finding stands without it */
        rtp_phrases_expand(&rule->add, &try->view, &try->point->add, &unknown);
    }
    return RTP_FIRED;
}

static void apply_rule(applier *a, const rtp_rule *rule, size_t item, size_t position)
{
    const subject *about = subject_of(a, rule->scope, item);
    attempt try = {.rule = rule,
                   .position = position,
                   .subject = about,
                   .view = {.facts = a->facts, .stage = a->out.stage, .item = item, .arena = a->arena},
                   .point = &a->out.items[a->out.len],
                   .decided = RTP_LITERAL};
    if (about) {
        try.view.concern = (rtp_concern_view){about->entry, about->rank == INT32_MAX ? SIZE_MAX : (size_t)about->rank};
    }
    rtp_outcome outcome = attempt_rule(a, &try);
    a->out.len += outcome == RTP_FIRED;
    a->out.trace[a->out.trace_len++] = (rtp_trace_row){rule, item, outcome, try.decided};
}

static size_t item_count(const applier *a, rtp_scope scope)
{
    return scope == RTP_ONCE ? 1 : rtp_facts_items(a->facts, scope);
}

typedef struct section_filter { /* rules of one section stand together, so the last answer is often the next */
    const rtp_texts *sections;
    rtp_str last;
    bool wanted;
} section_filter;

static bool is_wanted(section_filter *filter, rtp_str section)
{
    if (filter->sections && filter->last.ptr != section.ptr) {
        filter->wanted = rtp_texts_hold(filter->sections, section);
        filter->last = section;
    }
    return filter->wanted;
}

typedef struct task { /* a rule that speaks here, and how often */
    const rtp_rule *rule;
    size_t items;
} task;

typedef struct tasks {
    task *items;
    size_t len, attempts;
} tasks;

static void put_task(tasks *list, const rtp_rule *rule, size_t items)
{
    list->items[list->len++] = (task){rule, items};
    list->attempts += items;
}

static void open_run(const applier *a, rtp_closed_run run, tasks *list)
{
    rtp_closed_rule closed;
    while (rtp_closed_next(&run, &closed)) {
        size_t items = item_count(a, closed.scope);
        if (items > 0) {
            rtp_rule *rule = RTP_NEW(a->arena, rtp_rule);
            rtp_rule_open(&closed, a->arena, rule);
            put_task(list, rule, items);
        }
    }
}

static tasks find_tasks(const applier *a, section_filter filter)
{
    const rtp_pack *pack = a->pack;
    tasks list = {.items = RTP_NEW_ARRAY(a->arena, task, pack->closed_count + pack->rule_count)};
    rtp_str runs = rtp_packed_items(pack->closed);
    rtp_closed_run run;
    while (rtp_closed_run_next(&runs, &run)) {
        if (is_wanted(&filter, run.section)) {
            open_run(a, run, &list);
        }
    }
    for (size_t i = 0; i < pack->rule_count; i++) {
        const rtp_rule *rule = &pack->rules[i];
        size_t items = is_wanted(&filter, rule->section) ? item_count(a, rule->scope) : 0;
        if (items > 0) {
            put_task(&list, rule, items);
        }
    }
    return list;
}

rtp_points rtp_rules_apply(const rtp_pack *pack, const rtp_facts *facts, const rtp_sections *sections, rtp_arena *arena)
{
    applier a = {.pack = pack, .facts = facts, .arena = arena};
    tasks list =
        find_tasks(&a, (section_filter){.sections = sections ? &sections->shown : NULL, .wanted = sections == NULL});
    a.out.trace = RTP_NEW_ARRAY(arena, rtp_trace_row, list.attempts);
    a.out.items = RTP_NEW_ARRAY(arena, rtp_point, list.attempts); /* what stays unused is never touched */
    a.concerns = find_subjects(&a, RTP_CONCERNS, concern_subject);
    a.mitigations = find_subjects(&a, RTP_MITIGATIONS, mitigation_subject);
    rtp_stage *stage = RTP_NEW(arena, rtp_stage);
    *stage = (rtp_stage){find_spoken(&a, 0), find_spoken(&a, 1), sections ? sections->skipped : (rtp_texts){NULL, 0}};
    a.out.stage = stage;
    for (size_t i = 0; i < list.len; i++) {
        for (size_t item = 0; item < list.items[i].items; item++) {
            apply_rule(&a, list.items[i].rule, item, i);
        }
    }
    return a.out;
}
