/* What many profiles have in common, counted one after the other in the order of input. Only counts are kept, so
 * memory grows with the number of teams, and a group too small to hide its people is folded into the others. */
#include "rtopitch/app.h"

#include <stdlib.h>

enum { GROUPS_MOST = 512, LACKS_MOST = 64 };

struct rtp_tallier {
    rtp_arena *arena;
    rtp_tally tally;
    rtp_crowd *groups; /* in the order of their first profile */
    size_t group_count, group_cap;
    rtp_crowd rest; /* without a team, or of teams past the limit */
    rtp_lack lacks[LACKS_MOST];
    size_t lack_count;
    int64_t *concerns;
};

/* ---- one profile ---- */

static uint32_t shared_concerns(const rtp_job *job)
{
    int suspected = rtp_fact_find(rtp_lit("concern.only_private"));
    uint32_t named = 0;
    for (size_t i = 0; i < job->profile->concerns.len; i++) {
        bool shared = !rtp_facts_get(job->facts, (size_t)suspected, i)->flag;
        named |= shared ? UINT32_C(1) << (rtp_item(&job->profile->concerns, rtp_concern, i)->about - 1) : 0;
    }
    return named;
}

static uint32_t days_on_site(const rtp_rung *asked)
{
    enum { ALL = (1 << RTP_SITE_DAYS) - 1 };
    uint32_t days = asked->office_days.value == RTP_SITE_DAYS ? ALL : 0;
    for (size_t i = 0; i < asked->weekdays.len; i++) {
        days |= UINT32_C(1) << (asked->weekdays.items[i] - 1);
    }
    return days;
}

/* Words that a profile filled in would be somebody's, and the same lack would count as many. */
static bool is_literal(rtp_runs text)
{
    bool literal = text.len > 0;
    for (size_t i = 0; i < text.len; i++) {
        literal = literal && text.items[i].fact == RTP_LITERAL;
    }
    return literal;
}

static rtp_str runs_joined(rtp_runs text, rtp_arena *arena)
{
    rtp_str *parts = RTP_NEW_ARRAY(arena, rtp_str, text.len);
    for (size_t i = 0; i < text.len; i++) {
        parts[i] = text.items[i].text;
    }
    return rtp_arena_join(arena, parts, text.len, rtp_lit(""));
}

static rtp_texts find_lacks(const rtp_job *job, rtp_arena *arena)
{
    const rtp_outline *outline = rtp_outline_find(rtp_lit("gaps"));
    rtp_job gaps = *job;
    rtp_job_apply(&gaps, outline, arena);
    rtp_str *texts = RTP_NEW_ARRAY(arena, rtp_str, gaps.points.len);
    size_t len = 0;
    for (size_t i = 0; i < gaps.points.len; i++) {
        const rtp_point *point = &gaps.points.items[i];
        if (!point->rule->personal && is_literal(point->text)) {
            texts[len++] = runs_joined(point->text, arena);
        }
    }
    return (rtp_texts){texts, len};
}

rtp_tally_note rtp_job_note(const rtp_job *job, rtp_arena *arena)
{
    const rtp_rung *asked = &job->profile->ask.preferred;
    return (rtp_tally_note){.team = rtp_str_trim(job->profile->person.team),
                            .asked = asked->office_days.value,
                            .days = days_on_site(asked),
                            .concerns = shared_concerns(job),
                            .lacks = find_lacks(job, arena)};
}

/* ---- all of them ---- */

rtp_tallier *rtp_tallier_make(rtp_arena *arena)
{
    rtp_tallier *tallier = RTP_NEW(arena, rtp_tallier);
    tallier->arena = arena;
    tallier->concerns = RTP_NEW_ARRAY(arena, int64_t, rtp_words_concern.len);
    tallier->tally.concerns = tallier->concerns;
    return tallier;
}

static rtp_crowd *group_of(rtp_tallier *tallier, rtp_str team)
{
    for (size_t i = 0; i < tallier->group_count; i++) {
        if (rtp_str_equal(tallier->groups[i].name, team)) {
            return &tallier->groups[i];
        }
    }
    if (team.len == 0 || tallier->group_count == GROUPS_MOST) {
        return &tallier->rest;
    }
    tallier->groups = rtp_array_grow(tallier->arena, tallier->groups, tallier->group_count, &tallier->group_cap,
                                     sizeof *tallier->groups);
    rtp_crowd *made = &tallier->groups[tallier->group_count++];
    *made = (rtp_crowd){.name = rtp_arena_copy(tallier->arena, team)};
    return made;
}

static void crowd_put(rtp_crowd *crowd, const rtp_tally_note *note)
{
    crowd->people++;
    crowd->asked[note->asked]++;
    crowd->floating += note->asked > 0 && note->days == 0;
    for (size_t day = 0; day < RTP_SITE_DAYS; day++) {
        crowd->on_site[day] += note->days >> day & 1;
    }
}

static void lack_put(rtp_tallier *tallier, rtp_str text)
{
    size_t i = 0;
    while (i < tallier->lack_count && !rtp_str_equal(tallier->lacks[i].text, text)) {
        i++;
    }
    if (i == LACKS_MOST) {
        return;
    }
    if (i == tallier->lack_count) {
        tallier->lacks[tallier->lack_count++].text = rtp_arena_copy(tallier->arena, text);
    }
    tallier->lacks[i].people++;
}

void rtp_tallier_put(rtp_tallier *tallier, const rtp_tally_note *note)
{
    crowd_put(&tallier->tally.all, note);
    crowd_put(group_of(tallier, note->team), note);
    for (size_t i = 0; i < rtp_words_concern.len; i++) {
        tallier->concerns[i] += note->concerns >> i & 1;
    }
    for (size_t i = 0; i < note->lacks.len; i++) {
        lack_put(tallier, note->lacks.items[i]);
    }
}

void rtp_tallier_fail(rtp_tallier *tallier)
{
    tallier->tally.failed++;
}

/* ---- what may be told ---- */

static int compare_groups(const void *a, const void *b)
{
    const rtp_crowd *first = a, *second = b;
    return rtp_str_compare(first->name, second->name);
}

static int compare_lacks(const void *a, const void *b)
{
    const rtp_lack *first = a, *second = b;
    int by_people = (second->people > first->people) - (second->people < first->people);
    return by_people ? by_people : rtp_str_compare(first->text, second->text);
}

static void crowd_add(rtp_crowd *into, const rtp_crowd *from)
{
    into->people += from->people;
    into->floating += from->floating;
    for (size_t day = 0; day < RTP_SITE_DAYS; day++) {
        into->on_site[day] += from->on_site[day];
    }
    for (size_t days = 0; days < RTP_ASKED_DAYS; days++) {
        into->asked[days] += from->asked[days];
    }
}

static size_t smallest_group(const rtp_crowd *groups, size_t count)
{
    size_t smallest = 0;
    for (size_t i = 1; i < count; i++) {
        smallest = groups[i].people < groups[smallest].people ? i : smallest;
    }
    return smallest;
}

/* Folds small groups into the rest, and one group more while the rest is small itself: it could be computed as what
 * the others leave of the whole. */
static size_t fold_small(rtp_crowd *groups, size_t count, rtp_crowd *rest)
{
    while (count > 0) {
        size_t i = smallest_group(groups, count);
        bool small = groups[i].people < RTP_SMALLEST_GROUP;
        bool rest_shows = rest->people > 0 && rest->people < RTP_SMALLEST_GROUP;
        if (!small && !rest_shows) {
            break;
        }
        crowd_add(rest, &groups[i]);
        for (; i + 1 < count; i++) {
            groups[i] = groups[i + 1];
        }
        count--;
    }
    return count;
}

const rtp_tally *rtp_tallier_close(const rtp_tallier *tallier, rtp_arena *arena)
{
    rtp_tally *closed = RTP_NEW(arena, rtp_tally);
    *closed = tallier->tally;
    rtp_crowd *groups = RTP_NEW_ARRAY(arena, rtp_crowd, tallier->group_count + 1), rest = tallier->rest;
    rtp_lack *lacks = RTP_NEW_ARRAY(arena, rtp_lack, tallier->lack_count);
    for (size_t i = 0; i < tallier->group_count; i++) {
        groups[i] = tallier->groups[i];
    }
    for (size_t i = 0; i < tallier->lack_count; i++) {
        lacks[i] = tallier->lacks[i];
    }
    qsort(groups, tallier->group_count, sizeof *groups, compare_groups);
    qsort(lacks, tallier->lack_count, sizeof *lacks, compare_lacks);
    size_t count = fold_small(groups, tallier->group_count, &rest);
    if (count > 0 && rest.people > 0) {
        groups[count++] = rest;
    }
    closed->groups = groups;
    closed->group_count = count > 1 ? count : 0; /* one group is the whole, told already */
    closed->lacks = lacks;
    closed->lack_count = tallier->lack_count;
    return closed;
}
