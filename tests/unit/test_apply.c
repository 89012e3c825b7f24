/* floor: rules */
/* Applying rules: which fire, what they say, and why the others are silent. Profile, packs and
 * research are invented. */
#include "rules_support.h"

static const char profile[] =
    "{\"person\": {\"role\": \"Backend Engineer\"}, \"manager\": {\"name\": \"Maya Chen\"},"
    "\"ask\": {\"preferred\": {\"office_days\": 2, \"weekdays\": [\"tue\", \"thu\"]}},"
    "\"concerns\": [{\"about\": \"new_staff\", \"said\": \"They need someone.\"}, {\"about\": \"real_estate\"},"
    "  {\"about\": \"culture\", \"said\": \"We meet here.\", \"from\": \"company\"}],"
    "\"mitigations\": [{\"concern\": \"new_staff\", \"action\": \"Sit with them.\", \"measure\": \"Weeks to a "
    "release\"},"
    "  {\"concern\": \"headcount\", \"action\": \"Cross-train.\"}, {\"concern\": \"real_estate\", \"action\": \"Share "
    "a desk.\"},"
    "  {\"concern\": \"morale\", \"action\": \"Host a lunch.\"}],"
    "\"private\": {\"floor\": {\"office_days\": 4}}}";

static const char concerns[] =
    "{\"concerns\": ["
    "{\"id\": \"new_staff\", \"title\": \"Help\", \"interest\": \"You want help near.\", \"evidence\": [\"mentoring\"],"
    " \"acknowledge\": [{\"when\": {\"fact\": \"concern.from\", \"is\": \"senior\"}, \"text\": \"They said.\"},"
    "   \"{concern.said|sentence|quote} I heard you[, {manager.name}].\"], \"say\": \"I hear {concern.title}.\","
    " \"action\": \"be there on {ask.office_weekdays|days}\", \"measure\": [\"{pilot.primary}\", \"\"]},"
    "{\"id\": \"real_estate\", \"title\": \"Rooms\", \"interest\": \"Rooms cost money.\", \"only_if_said\": true,"
    " \"action\": \"share\", \"measure\": \"desks\"},"
    "{\"id\": \"headcount\", \"title\": \"Heads\", \"interest\": \"Heads count.\", \"only_if_said\": true,"
    " \"action\": \"wait\", \"measure\": \"time\"},"
    "{\"id\": \"culture\", \"title\": \"Habits\", \"interest\": \"You want habits.\", \"evidence\": [\"culture\"],"
    " \"action\": \"host {team.size|count:lunch}\", \"measure\": \"lunches\"}]}";

#define ITEM(id, direction, arrangement, concern, strength)                                                            \
    "\"id\": \"" id "\", \"claim\": \"Claim of " id ".\", \"direction\": \"" direction                                 \
    "\", \"arrangement\": [\"" arrangement "\"], \"concerns\": [\"" concern                                            \
    "\"], \"roles\": [\"any\"], \"design\": \"survey\", \"sample\": \"none\","                                         \
    "\"year\": 2024, \"authors\": [\"Doe\", \"Roe\"], \"title\": \"T\", \"strength\": \"" strength "\","               \
    "\"caveat\": \"Invented.\"}"

#define ANSWERED(item) "{\"answer\": \"Grant it.\", " item

/* What speaks against the ask is told with its answer or not at all. */
static const char research[] =
    "{\"items\": [" /* in no order */
    "{" ITEM("hybrid-b", "supports", "hybrid", "mentoring", "B") ", {" ITEM(
        "any-c", "supports", "any", "mentoring",
        "C") ", {" ITEM("remote-a", "supports", "remote", "mentoring",
                        "A") ", {" ITEM("against-b", "against", "any", "mentoring",
                                        "B") ", " ANSWERED(ITEM("against-c", "against", "any", "mentoring",
                                                                "C")) ", {" ITEM("weak-d", "supports", "any", "culture",
                                                                                 "D") "]}";

static const char *const outcome_names[RTP_OUTCOME_COUNT] = {
    [RTP_FIRED] = "fired",
    [RTP_WITHHELD_FALSE] = "false",
    [RTP_WITHHELD_UNKNOWN] = "unknown",
    [RTP_WITHHELD_PHRASE] = "phrase",
    [RTP_WITHHELD_EVIDENCE] = "evidence",
};

static void put_words(rtp_buf *out, const rtp_point *point, rtp_arena *arena)
{
    rtp_buf_puts(out, " >");
    if (point->lead.len) {
        rtp_buf_put(out, runs_text(&point->lead, arena));
        rtp_buf_puts(out, " ");
    }
    rtp_buf_put(out, runs_text(&point->text, arena));
    for (size_t i = 0; i < point->rule->cell_count; i++) {
        rtp_buf_puts(out, i ? "|" : "");
        rtp_buf_put(out, runs_text(&point->cells[i], arena));
    }
    rtp_buf_puts(out, "<");
    for (size_t i = 0; i < point->evidence_count; i++) {
        rtp_buf_puts(out, " ");
        rtp_buf_put(out, point->evidence[i]->id);
    }
}

/* One line for each row of the trace: item, outcome, then the words or the fact that decided. */
static rtp_str story(const rtp_points *points, rtp_arena *arena)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    size_t made = 0;
    for (size_t i = 0; i < points->trace_len; i++) {
        const rtp_trace_row *row = &points->trace[i];
        rtp_buf_format(&out, "%zu %s", row->item, outcome_names[row->outcome]);
        if (row->outcome == RTP_FIRED) {
            assert_ptr_equal(points->items[made].rule, row->rule);
            assert_int_equal(points->items[made].item, row->item);
            assert_int_equal(row->fact, RTP_LITERAL);
            put_words(&out, &points->items[made++], arena);
        } else {
            rtp_buf_format(&out, " %s", row->fact == RTP_LITERAL ? "-" : rtp_fact_at(row->fact)->name);
        }
        rtp_buf_puts(&out, "\n");
    }
    assert_int_equal(made, points->len);
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return text;
}

typedef struct apply_case {
    const char *rule; /* its members after the id */
    const char *story;
} apply_case;

#define TEXT(words)    "\"point\": {\"section\": \"s\", \"text\": \"" words "\"}"
#define ON_CONCERNS    "\"for_each\": \"concerns\", "
#define ON_MITIGATIONS "\"for_each\": \"mitigations\", "

static const apply_case apply_cases[] = {
    /* once */
    {TEXT("Dear {manager.name}"), "0 fired >Dear Maya Chen<\n"},
    {TEXT("Dear {senior.name}"), "0 phrase senior.name\n"},
    {"\"point\": {\"section\": \"s\", \"lead\": \"To:\", \"text\": \"{manager.name}\"}", "0 fired >To: Maya Chen<\n"},
    {"\"point\": {\"section\": \"s\", \"lead\": \"{senior.name}:\", \"text\": \"x\"}", "0 phrase senior.name\n"},
    {"\"when\": {\"fact\": \"ask.office_days\", \"is\": 3}, " TEXT(
         "x") ", \"examples\": [{\"facts\": {\"ask.office_days\": 3}, "
              "\"fires\": true}, {\"facts\": {}, \"fires\": false}]",
     "0 false ask.office_days\n"},
    {"\"when\": {\"fact\": \"mandate.office_days\", \"is\": 3}, " TEXT(
         "x") ", \"examples\": [{\"facts\": "
              "{\"mandate.office_days\": 3}, \"fires\": true}, {\"facts\": {}, \"fires\": false}]",
     "0 unknown mandate.office_days\n"},
    {"\"private\": true, " TEXT("{private.floor_days} at most"), "0 fired >4 at most<\n"},
    /* cells */
    {"\"point\": {\"section\": \"s\", \"cells\": [\"{manager.name}\", [\"{senior.name}\", \"\"], \"x\"]}",
     "0 fired >Maya Chen||x<\n"},
    {"\"point\": {\"section\": \"s\", \"cells\": [\"{manager.name}\", \"{senior.name}\"]}", "0 phrase senior.name\n"},
    /* a list that is empty is not tried */
    {"\"for_each\": \"needs\", " TEXT("{need.need}"), ""},
    /* concerns: those that only the user may read are withheld, unless the point is private */
    {ON_CONCERNS TEXT("{concern.title}: {concern.interest}"),
     "0 fired >Help: You want help near.<\n1 false concern.only_private\n2 fired >Habits: You want habits.<\n"},
    {ON_CONCERNS "\"private\": true, " TEXT("{concern.title}"), "0 fired >Help<\n1 fired >Rooms<\n2 fired >Habits<\n"},
    {ON_CONCERNS TEXT("{concern.said|quote}"),
     "0 fired >\xE2\x80\x9CThey need someone.\xE2\x80\x9D<\n1 false concern.only_private\n"
     "2 fired >\xE2\x80\x9CWe meet here.\xE2\x80\x9D<\n"},
    /* the wording of a concern is expanded in its place; it may say nothing */
    {ON_CONCERNS
     "\"point\": {\"section\": \"s\", \"cells\": [\"{concern.title}\", \"{concern.action}\", \"{concern.measure}\"]}",
     "0 fired >Help|be there on Tuesday and Thursday|<\n1 false concern.only_private\n2 phrase concern.action\n"},
    {ON_CONCERNS TEXT("I will {concern.title}[ and {concern.action}]."),
     "0 fired >I will Help and be there on Tuesday and Thursday.<\n1 false concern.only_private\n2 fired >I will "
     "Habits.<\n"},
    {ON_CONCERNS TEXT("{concern.acknowledge} ({concern.say})"),
     "0 fired >\xE2\x80\x9CThey need someone.\xE2\x80\x9D I heard you, Maya Chen. (I hear Help.)<\n"
     "1 false concern.only_private\n2 fired >You want habits. (You want habits.)<\n"},
    /* the wording of the first two concerns, wherever a rule speaks; their own answers come first */
    {TEXT("{concerns.first.say} {concerns.second.say}"), "0 fired >I hear Help. You want habits.<\n"},
    {TEXT("I will {concerns.first.action}. You will see {concerns.first.measure}."),
     "0 fired >I will sit with them. You will see weeks to a release.<\n"},
    {"\"for_each\": \"mitigations\", " TEXT("{concern.acknowledge}"),
     "0 fired >\xE2\x80\x9CThey need someone.\xE2\x80\x9D I heard you, Maya Chen.<\n1 false concern.only_private\n"
     "2 false concern.only_private\n3 phrase concern.acknowledge\n"},
    /* mitigations: as hidden as their concern, or as its entry says when nobody raised it; morale is in no catalogue
       here */
    {ON_MITIGATIONS TEXT("{mitigation.action|clause}"),
     "0 fired >sit with them<\n1 false concern.only_private\n2 false concern.only_private\n3 fired >host a lunch<\n"},
    {ON_MITIGATIONS TEXT("{concern.title}: {mitigation.measure}"),
     "0 fired >Help: Weeks to a release<\n1 false concern.only_private\n2 false concern.only_private\n3 phrase "
     "concern.title\n"},
    {ON_MITIGATIONS "\"private\": true, " TEXT("{mitigation.action}"),
     "0 fired >Sit with them.<\n1 fired >Cross-train.<\n2 fired >Share a desk.<\n3 fired >Host a lunch.<\n"},
    /* research */
    {ON_CONCERNS "\"point\": {\"section\": \"s\", \"text\": \"{evidence.claim} ({evidence.who}, {evidence.year})\", "
                 "\"evidence\": {}}",
     "0 fired >Claim of hybrid-b. (Doe and Roe, 2024)< hybrid-b\n1 false concern.only_private\n2 evidence "
     "evidence.claim\n"},
    {ON_CONCERNS "\"point\": {\"section\": \"s\", \"text\": \"{concern.title}\", \"evidence\": {\"most\": 3}}",
     "0 fired >Help< hybrid-b any-c\n1 false concern.only_private\n2 fired >Habits<\n"},
    {ON_CONCERNS "\"private\": true, \"point\": {\"section\": \"s\", \"text\": \"{evidence.claim}\", \"evidence\": {}}",
     "0 fired >Claim of hybrid-b.< hybrid-b\n1 evidence evidence.claim\n2 fired >Claim of weak-d.< weak-d\n"},
    {"\"point\": {\"section\": \"s\", \"text\": \"{evidence.claim}\", \"evidence\": {\"concern\": \"mentoring\", "
     "\"direction\": "
     "\"against\"}}",
     "0 fired >Claim of against-c.< against-c\n"},
    {"\"point\": {\"section\": \"s\", \"text\": \"{evidence.claim}\", \"evidence\": {\"all_concerns\": true}}",
     "0 fired >Claim of hybrid-b.< hybrid-b\n"},
    /* each item of a list gets a study of its own */
    {ON_CONCERNS "\"private\": true, \"point\": {\"section\": \"s\", \"text\": \"{evidence.claim}\", \"evidence\": "
                 "{\"all_concerns\": true}}",
     "0 fired >Claim of hybrid-b.< hybrid-b\n1 fired >Claim of any-c.< any-c\n2 fired >Claim of weak-d.< weak-d\n"},
    {"\"point\": {\"section\": \"s\", \"text\": [\"{evidence.claim}\", \"no claim\"], \"evidence\": {\"concern\": "
     "\"security\"}}",
     "0 fired >no claim<\n"},
    {"\"point\": {\"section\": \"s\", \"text\": \"{evidence.answer}\", \"evidence\": {\"concern\": \"mentoring\"}}",
     "0 evidence evidence.answer\n"},
};

static void load_pack(bench *on, const char *rule, rtp_pack *pack)
{
    rtp_str text = rtp_arena_format(on->arena, "{\"module\": \"m\", \"rules\": [{\"id\": \"m.x\", %s}]}", rule);
    const char *const texts[] = {concerns, research, text.ptr};
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        if (!bench_pack(on, texts[i], pack)) {
            fail_msg("%s: %.*s", texts[i], RTP_FMT(on->diags->items[0].message));
        }
    }
}

static void rules_say_what_they_know_or_why_not(void **state)
{
    bench *on = *state;
    const rtp_facts *facts = bench_facts(on, profile);
    for (size_t i = 0; i < RTP_COUNT(apply_cases); i++) {
        rtp_pack pack = {0};
        load_pack(on, apply_cases[i].rule, &pack);
        rtp_points points = rtp_rules_apply(&pack, facts, NULL, on->arena);
        rtp_str told = story(&points, on->arena);
        if (!rtp_str_equal(told, rtp_str_from(apply_cases[i].story))) {
            fail_msg("%s:\n%.*snot\n%s", apply_cases[i].rule, RTP_FMT(told), apply_cases[i].story);
        }
    }
}

/* Without an answer of the user's own, the entry's is offered; a motive nobody named is nobody's first concern. */
static void the_first_concern_is_one_that_may_be_shared(void **state)
{
    static const struct {
        const char *concerns, *story;
    } cases[] = {
        {"{\"about\": \"real_estate\"}, {\"about\": \"new_staff\"}",
         "0 fired >I hear Help. I will be there on Tuesday and Thursday.<\n"},
        {"{\"about\": \"real_estate\", \"said\": \"Rooms.\"}, {\"about\": \"new_staff\"}",
         "0 fired >Rooms cost money. I will share.<\n"},
        {"{\"about\": \"real_estate\", \"said\": \"Rooms.\", \"from\": \"company\"}", "0 phrase concerns.first.say\n"},
        {"{\"about\": \"morale\"}", "0 phrase concerns.first.say\n"},
    };
    bench *on = *state;
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_str text = rtp_arena_format(on->arena,
                                        "{\"person\": {\"role\": \"Engineer\"}, \"ask\": {\"preferred\": "
                                        "{\"office_days\": 2, \"weekdays\": [\"tue\", \"thu\"]}}, \"concerns\": [%s]}",
                                        cases[i].concerns);
        rtp_pack pack = {0};
        load_pack(on, TEXT("{concerns.first.say} I will {concerns.first.action}."), &pack);
        rtp_points points = rtp_rules_apply(&pack, bench_facts(on, text.ptr), NULL, on->arena);
        rtp_str told = story(&points, on->arena);
        if (!rtp_str_equal(told, rtp_str_from(cases[i].story))) {
            fail_msg("%s:\n%.*snot\n%s", cases[i].concerns, RTP_FMT(told), cases[i].story);
        }
    }
}

static void names_keep_their_capital(void **state)
{
    bench *on = *state;
    const rtp_facts *facts = bench_facts(
        on,
        "{\"person\": {\"role\": \"Clerk\"}, \"ask\": {\"preferred\": {\"office_days\": 2}}, \"team\": {\"sites\": "
        "[\"Cardiff\"]}, \"needs\": [{\"need\": \"Borealis access from home\", \"why\": \"so that Borealis is up\"},"
        "{\"need\": \"Quiet mornings\"}], \"mitigations\": [{\"concern\": \"morale\", \"action\": \"I will "
        "Cardiff the day.\"}, {\"concern\": \"culture\", \"action\": \"Call in.\"}]}");
    static const struct {
        const char *rule, *story;
    } cases[] = {
        {"\"for_each\": \"needs\", " TEXT("I need {need.need|lower}"),
         "0 fired >I need Borealis access from home<\n1 fired >I need quiet mornings<\n"},
        {ON_MITIGATIONS TEXT("I {mitigation.action|deed}"), "0 fired >I Cardiff the day<\n1 fired >I call in<\n"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_pack pack = {0};
        load_pack(on, cases[i].rule, &pack);
        rtp_points points = rtp_rules_apply(&pack, facts, NULL, on->arena);
        rtp_str told = story(&points, on->arena);
        if (!rtp_str_equal(told, rtp_str_from(cases[i].story))) {
            fail_msg("%s:\n%.*snot\n%s", cases[i].rule, RTP_FMT(told), cases[i].story);
        }
    }
}

static void points_know_their_concern(void **state)
{
    bench *on = *state;
    const rtp_facts *facts = bench_facts(on, profile);
    rtp_pack pack = {0};
    load_pack(on, "\"private\": true, " TEXT("once"), &pack);
    assert_true(bench_pack(on,
                           "{\"module\": \"n\", \"rules\": ["
                           "{\"id\": \"n.c\", " ON_CONCERNS "\"private\": true, " TEXT(
                               "{concern.about}") "},"
                                                  "{\"id\": \"n.m\", " ON_MITIGATIONS
                                                  "\"private\": true, " TEXT("{mitigation.action}") "}]}",
                           &pack));
    rtp_points points = rtp_rules_apply(&pack, facts, NULL, on->arena);
    static const struct {
        size_t position, item;
        int concern;
    } expected[] = {{0, 0, INT32_MAX}, {1, 0, 0},         {1, 1, 1}, {1, 2, 2},
                    {2, 0, 0},         {2, 1, INT32_MAX}, {2, 2, 1}, {2, 3, INT32_MAX}};
    assert_int_equal(points.len, RTP_COUNT(expected));
    for (size_t i = 0; i < points.len; i++) {
        assert_int_equal(points.items[i].position, expected[i].position);
        assert_int_equal(points.items[i].item, expected[i].item);
        assert_int_equal(points.items[i].concern, expected[i].concern);
        assert_ptr_equal(points.items[i].rule, &pack.rules[expected[i].position]);
    }
}

static void figures_keep_their_origin(void **state)
{
    bench *on = *state;
    const rtp_facts *facts = bench_facts(on, profile);
    rtp_pack pack = {0};
    load_pack(on, ON_CONCERNS TEXT("{ask.office_days|count:day} for {concern.title}"), &pack);
    rtp_points points = rtp_rules_apply(&pack, facts, NULL, on->arena);
    const rtp_runs *text = &points.items[0].text;
    assert_int_equal(text->len, 3);
    assert_true(rtp_str_equal(text->items[0].text, rtp_lit("two days")));
    assert_int_equal(text->items[0].value->type, RTP_NUMBER);
    assert_string_equal(text->items[0].value->origin.pointer, "/ask/preferred/office_days");
    assert_int_equal(text->items[2].value->origin.kind, RTP_FROM_PACK);
    assert_true(rtp_str_equal(text->items[2].value->origin.formula, rtp_lit("new_staff")));
}

static void a_remote_ask_never_gets_hybrid_research(void **state)
{
    bench *on = *state;
    const rtp_facts *facts = bench_facts(
        on, "{\"person\": {\"role\": \"Backend Engineer\"}, \"ask\": {\"preferred\": {\"office_days\": 0}}}");
    rtp_pack pack = {0};
    load_pack(
        on, "\"point\": {\"section\": \"s\", \"text\": \"x\", \"evidence\": {\"concern\": \"mentoring\", \"most\": 5}}",
        &pack);
    rtp_points points = rtp_rules_apply(&pack, facts, NULL, on->arena);
    assert_true(rtp_str_equal(story(&points, on->arena), rtp_lit("0 fired >x< remote-a any-c\n")));
}

static void only_rules_of_the_sections_asked_for_are_tried(void **state)
{
    const struct {
        rtp_texts sections;
        const char *story;
    } cases[] = {
        {{(const rtp_str[]){RTP_STR("a")}, 1}, "0 fired >once<\n0 fired >again<\n"},
        {{(const rtp_str[]){RTP_STR("b"), RTP_STR("c")}, 2}, "0 fired >once more<\n0 fired >at last<\n"},
        {{(const rtp_str[]){RTP_STR("ab"), RTP_STR("")}, 2}, ""},
        {{NULL, 0}, ""},
    };
    bench *on = *state;
    const rtp_facts *facts = bench_facts(on, profile);
    rtp_pack pack = {0};
    assert_true(bench_pack(on,
                           "{\"module\": \"m\", \"rules\": ["
                           "{\"id\": \"m.1\", \"point\": {\"section\": \"a\", \"text\": \"once\"}},"
                           "{\"id\": \"m.2\", \"point\": {\"section\": \"b\", \"text\": \"once more\"}},"
                           "{\"id\": \"m.3\", \"point\": {\"section\": \"a\", \"text\": \"again\"}},"
                           "{\"id\": \"m.4\", \"point\": {\"section\": \"c\", \"text\": \"at last\"}}]}",
                           &pack));
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_points points = rtp_rules_apply(&pack, facts, &(rtp_sections){.shown = cases[i].sections}, on->arena);
        rtp_str told = story(&points, on->arena);
        if (!rtp_str_equal(told, rtp_str_from(cases[i].story))) {
            fail_msg("%zu:\n%.*snot\n%s", i, RTP_FMT(told), cases[i].story);
        }
    }
}

static void an_empty_pack_makes_no_points(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    rtp_points points = rtp_rules_apply(&pack, bench_facts(on, profile), NULL, on->arena);
    assert_int_equal(points.len, 0);
    assert_int_equal(points.trace_len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rules_say_what_they_know_or_why_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_first_concern_is_one_that_may_be_shared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_keep_their_capital, set_up, tear_down),
        cmocka_unit_test_setup_teardown(points_know_their_concern, set_up, tear_down),
        cmocka_unit_test_setup_teardown(figures_keep_their_origin, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_remote_ask_never_gets_hybrid_research, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_rules_of_the_sections_asked_for_are_tried, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_pack_makes_no_points, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
