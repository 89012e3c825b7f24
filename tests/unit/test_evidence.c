/* floor: rules */
/* Choosing research: over the whole library, what does not fit the ask is never chosen, and what is
 * chosen comes in one order. The small pack below is invented. */
#include "rules_support.h"

#include <stdlib.h>

#include "rules/evidence.h"
#include "rules/pack_words.h"
#include "rules/packed.h"

static rtp_set topic(const char *word)
{
    return rtp_word_set(rtp_str_from(word), &rtp_pack_topics);
}

static rtp_set arrangement(const char *word)
{
    return word ? rtp_word_set(rtp_str_from(word), &rtp_pack_arrangements) : 0;
}

static bool is_statement(const rtp_evidence *entry)
{
    return rtp_str_equal(rtp_evidence_design(entry), rtp_lit("statement"));
}

/* ---- the order, on entries made for it ---- */

enum { SUPPORTS = 1, AGAINST };

typedef struct row {
    const char *id;
    char strength;
    const char *design;
    uint16_t year;
    const char *arrangement, *role;
} row;

static const row rows[] = {
    {"other-role", 'A', "meta-analysis", 2025, "any", "sales"},
    {"statement", 'A', "statement", 2025, "any", "any"},
    {"weak", 'D', "survey", 2025, "any", "any"},
    {"survey-old", 'B', "survey", 2019, "any", "any"},
    {"survey-new", 'B', "survey", 2024, "any", "any"},
    {"survey-new-too", 'B', "survey", 2024, "any", "any"},
    {"trial", 'B', "randomized trial", 2015, "any", "any"},
    {"exact", 'B', "survey", 2010, "hybrid", "software engineering"},
    {"grade-a", 'A', "survey", 2001, "any", "any"},
    {"remote-only", 'A', "meta-analysis", 2025, "remote", "any"},
};

static uint8_t number_of(const char *word, const rtp_texts *words)
{
    uint8_t number = 1;
    while (!rtp_str_equal(words->items[number - 1], rtp_str_from(word))) {
        number++;
    }
    return number;
}

static rtp_evidence entry_of(const row *from, rtp_arena *arena)
{
    rtp_str role = rtp_str_from(from->role), texts[RTP_STUDY_TEXT_COUNT] = {{NULL, 0}};
    texts[RTP_STUDY_ROLES] = rtp_packed_join(&role, 1, arena);
    return (rtp_evidence){.id = rtp_str_from(from->id),
                          .texts = rtp_packed_make(rtp_packed_join(texts, RTP_STUDY_TEXT_COUNT, arena), arena),
                          .concerns = topic("culture"),
                          .arrangements = arrangement(from->arrangement),
                          .year = from->year,
                          .direction = SUPPORTS,
                          .design = number_of(from->design, &rtp_pack_designs),
                          .strength = from->strength};
}

static rtp_pack make_pack(rtp_arena *arena)
{
    rtp_evidence *entries = RTP_NEW_ARRAY(arena, rtp_evidence, RTP_COUNT(rows));
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        entries[i] = entry_of(&rows[i], arena);
    }
    return (rtp_pack){.evidence = entries, .evidence_count = RTP_COUNT(rows)};
}

typedef struct order_case {
    const char *arrangement, *family;
    bool personal;
    size_t most;
    const char *ids;
} order_case;

static const order_case order_cases[] = {
    {"hybrid", "software_engineer", false, 9, "grade-a exact trial survey-new survey-new-too survey-old"},
    {"hybrid", "software_engineer", false, 2, "grade-a exact"},
    {"hybrid", "software_engineer", false, 0, ""},
    {"hybrid", "sales", false, 3, "other-role grade-a trial"},
    {"hybrid", "other", false, 3, "grade-a trial survey-new"},
    {"remote", "software_engineer", false, 3, "remote-only grade-a trial"},
    {"office", "software_engineer", false, 2, "grade-a trial"},
    {NULL, NULL, false, 2, "grade-a trial"},
    {"hybrid", "software_engineer", true, 9,
     "grade-a exact trial survey-new survey-new-too survey-old statement weak other-role"},
};

static rtp_str optional(const char *text)
{
    return text ? rtp_str_from(text) : (rtp_str){NULL, 0};
}

static rtp_str ids_of(const rtp_evidences *chosen, rtp_arena *arena)
{
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, chosen->len);
    for (size_t i = 0; i < chosen->len; i++) {
        ids[i] = chosen->items[i]->id;
    }
    return rtp_arena_join(arena, ids, chosen->len, rtp_lit(" "));
}

static void the_fitting_come_first_then_the_strong(void **state)
{
    bench *on = *state;
    rtp_pack made = make_pack(on->arena);
    for (size_t i = 0; i < RTP_COUNT(order_cases); i++) {
        const order_case *here = &order_cases[i];
        rtp_evidence_query query = {.concerns = topic("security") | topic("culture"),
                                    .direction = SUPPORTS,
                                    .arrangement = arrangement(here->arrangement),
                                    .role_family = optional(here->family),
                                    .most = here->most,
                                    .personal = here->personal};
        rtp_evidences chosen = rtp_evidence_choose(&made, &query, on->arena);
        rtp_str ids = ids_of(&chosen, on->arena);
        if (!rtp_str_equal(ids, rtp_str_from(here->ids))) {
            fail_msg("%zu: %.*s, not %s", i, RTP_FMT(ids), here->ids);
        }
    }
}

static void another_question_gets_no_answer(void **state)
{
    bench *on = *state;
    rtp_pack made = make_pack(on->arena);
    rtp_evidence_query query = {.concerns = topic("culture"), .direction = AGAINST, .most = 5};
    assert_int_equal(rtp_evidence_choose(&made, &query, on->arena).len, 0);
    query.direction = SUPPORTS;
    query.concerns = 0;
    assert_int_equal(rtp_evidence_choose(&made, &query, on->arena).len, 0);
}

/* ---- the whole library ---- */

enum { LIBRARY_MOST = 200 };

static const char *const families[] = {"software_engineer", "support", "sales", "recruiting_hr",
                                       "team_lead",         "other",   NULL};

typedef struct sweep {
    bench *on;
    const rtp_pack *pack;
    rtp_evidence_query query;
    size_t chosen; /* in all */
} sweep;

static bool speaks_of(const rtp_evidence *entry, const char *word)
{
    return (entry->arrangements & arrangement(word)) != 0;
}

static void check_entry(const sweep *s, const rtp_evidence *entry)
{
    bool remote = s->query.arrangement == arrangement("remote");
    bool hybrid = s->query.arrangement == arrangement("hybrid");
    bool any = speaks_of(entry, "any");
    assert_true(!remote || any || speaks_of(entry, "remote"));
    assert_true(!hybrid || any || speaks_of(entry, "hybrid"));
    assert_true(remote || hybrid || any);
    assert_int_equal(entry->direction, s->query.direction);
    assert_true(entry->concerns & s->query.concerns);
    if (!s->query.personal) {
        assert_int_not_equal(entry->strength, 'D');
        assert_false(is_statement(entry));
    }
}

/* What is there and fits is found: as many as a plain count of the library says. */
static size_t count_fitting(const sweep *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->pack->evidence_count; i++) {
        const rtp_evidence *entry = &s->pack->evidence[i];
        bool where = speaks_of(entry, "any") || (entry->arrangements & s->query.arrangement);
        bool shown = s->query.personal || (entry->strength != 'D' && !is_statement(entry));
        count += where && shown && (entry->concerns & s->query.concerns) && entry->direction == s->query.direction;
    }
    return count;
}

/* Studies of one kind of work, each with a family that must never be shown them. */
static const struct {
    const char *id, *family;
} strangers[] = {
    {"bloom-liang-roberts-ying-2015", "software_engineer"},
    {"emanuel-harrington-call-center", "finance"},
    {"emanuel-harrington-pallais-proximity", "support"},
    {"atkin-schoar-shinde-2023", "designer"},
    {"lin-frey-wu-2023", "sales"},
    {"bloom-han-liang-2024", "support"},
    {"hsu-tambe-2024", "finance"},
    {"murphy-hill-2021", "recruiting_hr"},
};

static void another_kind_of_work_is_never_cited(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack_file(on, "data/evidence/evidence.json", &pack));
    for (size_t i = 0; i < RTP_COUNT(strangers); i++) {
        const rtp_evidence *entry = pack.evidence;
        while (!rtp_str_equal(entry->id, rtp_str_from(strangers[i].id))) {
            entry++;
        }
        rtp_evidence_query query = {.concerns = entry->concerns,
                                    .direction = entry->direction,
                                    .arrangement = entry->arrangements,
                                    .role_family = rtp_str_from(strangers[i].family),
                                    .most = LIBRARY_MOST};
        rtp_evidences shown = rtp_evidence_choose(&pack, &query, on->arena);
        query.personal = true;
        rtp_evidences own = rtp_evidence_choose(&pack, &query, on->arena);
        bool known = false;
        for (size_t k = 0; k < shown.len; k++) {
            assert_ptr_not_equal(shown.items[k], entry);
        }
        for (size_t k = 0; k < own.len; k++) {
            known = known || own.items[k] == entry;
        }
        assert_true(known);
    }
}

/* What could be raised is what speaks to most of the manager's concerns, once a study, with an answer. */
static void counter_evidence_follows_their_concerns(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack_file(on, "data/evidence/evidence.json", &pack));
    rtp_evidence_query query = {.concerns = topic("mentoring"),
                                .likely = topic("mentoring") | topic("fairness") | topic("oversight"),
                                .direction = AGAINST,
                                .arrangement = arrangement("remote"),
                                .role_family = RTP_STR("support"),
                                .most = LIBRARY_MOST,
                                .personal = true};
    rtp_evidences all = rtp_evidence_choose(&pack, &query, on->arena);
    assert_true(all.len > 3);
    assert_true(rtp_str_equal(all.items[0]->id, rtp_lit("bloom-liang-roberts-ying-2015-promotion")));
    for (size_t i = 0; i < all.len; i++) {
        assert_true(rtp_evidence_text(all.items[i], RTP_STUDY_ANSWER).len > 0);
    }
    query.without = (rtp_evidences){all.items, 2};
    rtp_evidences rest = rtp_evidence_choose(&pack, &query, on->arena);
    assert_int_equal(rest.len, all.len - 2);
    assert_ptr_equal(rest.items[0], all.items[2]);
}

static void check_query(sweep *s)
{
    rtp_evidences all = rtp_evidence_choose(s->pack, &s->query, s->on->arena);
    assert_true(all.len <= count_fitting(s));
    assert_true(!s->query.personal || all.len == count_fitting(s));
    for (size_t i = 0; i < all.len; i++) {
        check_entry(s, all.items[i]);
        for (size_t k = 0; k < i; k++) {
            assert_ptr_not_equal(all.items[k], all.items[i]);
        }
    }
    s->chosen += all.len;
    rtp_evidence_query few = s->query;
    few.most = 2;
    rtp_evidences best = rtp_evidence_choose(s->pack, &few, s->on->arena);
    assert_int_equal(best.len, all.len < 2 ? all.len : 2);
    for (size_t i = 0; i < best.len; i++) {
        assert_ptr_equal(best.items[i], all.items[i]);
    }
}

static void sweep_families(sweep *s)
{
    static const char *const arrangements[] = {"hybrid", "remote", "office", NULL};
    for (size_t i = 0; i < RTP_COUNT(arrangements) * RTP_COUNT(families) * 2; i++) {
        s->query.personal = i % 2 == 1;
        s->query.arrangement = arrangement(arrangements[i / 2 % RTP_COUNT(arrangements)]);
        s->query.role_family = optional(families[i / 2 / RTP_COUNT(arrangements)]);
        check_query(s);
    }
}

static void the_library_never_supports_what_it_did_not_study(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack_file(on, "data/evidence/evidence.json", &pack));
    assert_true(pack.evidence_count < LIBRARY_MOST);
    sweep s = {.on = on, .pack = &pack, .query = {.most = LIBRARY_MOST}};
    for (size_t i = 0; i < rtp_pack_topics.len; i++) {
        for (size_t direction = 0; direction < rtp_pack_directions.len; direction++) {
            s.query.concerns = (rtp_set)1 << i;
            s.query.direction = (uint8_t)(direction + 1);
            sweep_families(&s);
        }
    }
    assert_true(s.chosen > pack.evidence_count);
}

static void the_order_of_the_library_does_not_matter(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    assert_true(bench_pack_file(on, "data/evidence/evidence.json", &pack));
    rtp_evidence *turned = RTP_NEW_ARRAY(on->arena, rtp_evidence, pack.evidence_count);
    for (size_t i = 0; i < pack.evidence_count; i++) {
        turned[i] = pack.evidence[pack.evidence_count - 1 - i];
    }
    rtp_pack back = {.evidence = turned, .evidence_count = pack.evidence_count};
    rtp_evidence_query query = {.direction = SUPPORTS,
                                .arrangement = arrangement("hybrid"),
                                .role_family = RTP_STR("software_engineer"),
                                .most = LIBRARY_MOST};
    for (size_t i = 0; i < rtp_pack_topics.len; i++) {
        query.concerns = (rtp_set)1 << i;
        rtp_evidences forth = rtp_evidence_choose(&pack, &query, on->arena);
        rtp_evidences reverse = rtp_evidence_choose(&back, &query, on->arena);
        assert_true(rtp_str_equal(ids_of(&forth, on->arena), ids_of(&reverse, on->arena)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_fitting_come_first_then_the_strong, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_question_gets_no_answer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_kind_of_work_is_never_cited, set_up, tear_down),
        cmocka_unit_test_setup_teardown(counter_evidence_follows_their_concerns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_library_never_supports_what_it_did_not_study, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_order_of_the_library_does_not_matter, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
