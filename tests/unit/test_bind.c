/* floor: json */
/* The binder: what each type accepts, and for each mistake its code, place, words and hint. All
 * documents here are invented. */
#include "shapes.h"

#include "json/bind.h"

static const rtp_json *read_case(bench *made)
{
    const rtp_json *tree = rtp_json_read(&made->source, &rtp_json_profile_limits, made->arena, made->diags);
    EXPECT(tree != NULL, made, made->copy);
    return tree;
}

static bool bind_case(bench *made, outer *object)
{
    return rtp_bind(read_case(made), &outer_shape, &made->source, made->arena, made->diags, object);
}

/* ---- what is right ---- */

static void test_absent(void **state)
{
    (void)state;
    outer object;
    memset(&object, 0xA5, sizeof object);
    bench made = bench_make(rtp_lit("{\"needed\":\"x\"}"));
    assert_true(bind_case(&made, &object));
    assert_int_equal(made.diags->len, 0);
    assert_true(object.text.ptr == NULL && object.text.len == 0 && object.link.ptr == NULL);
    assert_false(object.number.known || object.count.known || object.series.known || object.samples.known);
    assert_int_equal(object.flag, RTP_FLAG_UNKNOWN);
    assert_int_equal(object.choice, 0);
    assert_int_equal(object.date, RTP_DATE_UNKNOWN);
    assert_int_equal(object.month, RTP_DATE_UNKNOWN);
    assert_int_equal(object.object.day, RTP_DATE_UNKNOWN); /* of an object that is not there */
    assert_false(object.object.known);
    assert_int_equal(object.texts.len + object.choices.len + object.dates.len + object.objects.len, 0);
    assert_null(object.raw);
    bench_free(&made);
}

static const char full[] =
    "\xEF\xBB\xBF{\"$schema\":null,\"$comment\":[],\"x-mine\":{\"a\":null},\"needed\":\"x\",\"text\":\"caf\\u00e9\","
    "\"brief\":\"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\",\"link\":\"https://example.org/a?b=c#d\","
    "\"number\":2.5,\"loose\":-1e300,\"open\":1,\"count\":2.0,\"any\":-3e1,\"flag\":false,\"date\":\"2024-02-29\","
    "\"month\":\"2027-12\",\"choice\":\"blue\",\"texts\":[\"ab\",\"cde\"],\"choices\":[\"green\",\"red\"],"
    "\"dates\":[\"2027-01-11\"],\"object\":{\"name\":\"n\",\"day\":\"2027-01-12\",\"x-a\":1},"
    "\"objects\":[{\"name\":\"first\"},{\"name\":\"second\",\"day\":\"1970-01-02\"}],\"raw\":[1,{}],"
    "\"series\":{\"2026-01\":1.5,\"x-n\":null,\"2025-12\":-2},"
    "\"samples\":{\"remote\":[1,2],\"office\":[3],\"hybrid\":[],\"$comment\":\"c\"}}";

static void check_full_lists(const outer *object)
{
    assert_int_equal(object->texts.len, 2);
    assert_true(rtp_str_equal(object->texts.items[1], rtp_lit("cde")));
    assert_int_equal(object->choices.len, 2);
    assert_int_equal(object->choices.items[0], 2);
    assert_int_equal(object->choices.items[1], 1);
    assert_int_equal(object->dates.len, 1);
    assert_int_equal(object->objects.len, 2);
    const inner *items = object->objects.items;
    assert_true(items[0].known && items[1].known);
    assert_int_equal(items[0].day, RTP_DATE_UNKNOWN);
    assert_int_equal(items[1].day, 1);
    assert_true(rtp_str_equal(items[1].name, rtp_lit("second")));
    assert_int_equal(object->series.len, 2);
    assert_int_equal(object->series.items[0].month, 2026 * 12);
    assert_true(object->series.items[1].value == -2);
    assert_int_equal(object->samples.mode[2].len, 2);
    assert_true(object->samples.mode[0].items[0] == 3);
    assert_true(object->samples.mode[1].known && object->samples.mode[1].len == 0);
}

static void test_full(void **state)
{
    (void)state;
    outer object;
    bench made = bench_make((rtp_str){full, sizeof full - 1});
    EXPECT(bind_case(&made, &object), &made, "full");
    assert_int_equal(made.diags->len, 0);
    assert_true(rtp_str_equal(object.text, rtp_lit("caf\xC3\xA9")));
    assert_int_equal(object.brief.len, 10);
    assert_true(rtp_str_equal(object.link, rtp_lit("https://example.org/a?b=c#d")));
    assert_true(object.number.known && object.number.value == 2.5);
    assert_true(object.loose.known && object.loose.value == -1e300);
    assert_true(object.count.known && object.count.value == 2);
    assert_true(object.any.known && object.any.value == -30);
    assert_int_equal(object.flag, RTP_FLAG_NO);
    assert_int_equal(object.month, 2027 * 12 + 11);
    assert_int_equal(object.choice, 3);
    assert_true(object.object.known);
    assert_int_equal(rtp_json_kind_of(object.raw), RTP_JSON_ARRAY);
    check_full_lists(&object);
    bench_free(&made);
}

/* ---- what is wrong: each document has one problem ---- */

typedef struct problem_case {
    const char *json, *code, *pointer;
    const char *place;   /* the text that is underlined */
    const char *message; /* whole */
    const char *hint;    /* a part; NULL: none */
} problem_case;

#define N "\"needed\":\"x\""

static const problem_case problems[] = {
    {"[]", "P0002", "", "[", "the file must be an object, but is a list", "one object"},
    {"7", "P0002", "", "7", "the file must be an object, but is a number", NULL},
    {"{" N ",\"text\":null}", "P0001", "/text", "null", "\"text\" must be a text, but is null", "leave the key out"},
    {"{" N ",\"flag\":null}", "P0001", "/flag", "null", "\"flag\" must be true or false, but is null",
     "leave the key out"},
    {"{" N ",\"raw\":null}", "P0001", "/raw", "null", "\"raw\" must be a value, but is null", "leave the key out"},
    {"{" N ",\"objects\":[{\"name\":\"a\"}, null]}", "P0001", "/objects/1", "null",
     "item 2 of \"objects\" must be an object, but is null", "leave it out"},
    {"{" N ",\"series\":{\"2026-01\":null}}", "P0001", "/series/2026-01", "null",
     "\"2026-01\" must be a number, but is null", "leave the key out"},
    {"{" N ",\"text\":7}", "P0002", "/text", "7", "\"text\" must be a text, but is a number", "double quotes"},
    {"{" N ",\"text\":[\"a\"]}", "P0002", "/text", "[", "\"text\" must be a text, but is a list", "one text"},
    {"{" N ",\"count\":\"3\"}", "P0002", "/count", "\"3\"", "\"count\" must be a number, but is a text",
     "without quotes"},
    {"{" N ",\"flag\":\"yes\"}", "P0002", "/flag", "\"yes\"", "\"flag\" must be true or false, but is a text",
     "without quotes"},
    {"{" N ",\"flag\":1}", "P0002", "/flag", "1", "\"flag\" must be true or false, but is a number", "true or false"},
    {"{" N ",\"date\":2027}", "P0002", "/date", "2027", "\"date\" must be a text, but is a number", "double quotes"},
    {"{" N ",\"texts\":\"a\"}", "P0002", "/texts", "\"a\"", "\"texts\" must be a list, but is a text", "brackets"},
    {"{" N ",\"texts\":[\"a\",2]}", "P0002", "/texts/1", "2", "item 2 of \"texts\" must be a text, but is a number",
     "double quotes"},
    {"{" N ",\"objects\":{\"name\":\"a\"}}", "P0002", "/objects", "{", "\"objects\" must be a list, but is an object",
     "brackets"},
    {"{" N ",\"object\":true}", "P0002", "/object", "true", "\"object\" must be an object, but is true or false", NULL},
    {"{" N ",\"samples\":[1]}", "P0002", "/samples", "[", "\"samples\" must be an object, but is a list", "one object"},
    {"{" N ",\"samples\":{\"office\":3}}", "P0002", "/samples/office", "3",
     "\"office\" must be a list, but is a number", "brackets"},
    {"{" N ",\"samples\":{\"office\":[3,\"4\"]}}", "P0002", "/samples/office/1", "\"4\"",
     "item 2 of \"office\" must be a number, but is a text", "without quotes"},
    {"{" N ",\"series\":{\"2026-01\":\"1\"}}", "P0002", "/series/2026-01", "\"1\"",
     "\"2026-01\" must be a number, but is a text", "without quotes"},
    /* a required key that is misspelt is not missing, too */
    {"{\"neded\":\"a\"}", "P0003", "/neded", "\"neded\"", "unknown key \"neded\"", "did you mean \"needed\"?"},
    {"{" N ",\"txt\":1}", "P0003", "/txt", "\"txt\"", "unknown key \"txt\"", "did you mean \"text\"?"},
    {"{" N ",\"Flag\":true}", "P0003", "/Flag", "\"Flag\"", "unknown key \"Flag\"", "did you mean \"flag\"?"},
    {"{" N ",\"object\":{\"name\":\"a\",\"zzz\":1}}", "P0003", "/object/zzz", "\"zzz\"", "unknown key \"zzz\"",
     "the keys here are: day, name, leaf"},
    {"{" N ",\"a/b~c\":1}", "P0003", "/a~1b~0c", "\"a/b~c\"", "unknown key \"a/b~c\"", "the keys here are"},
    {"{" N ",\"X-up\":1}", "P0003", "/X-up", "\"X-up\"", "unknown key \"X-up\"", "the keys here are"},
    {"{\"flag\":true}", "P0004", "", "{", "\"needed\" is missing", "such as \"needed\": \"this\""},
    {"{" N ",\"object\":{}}", "P0004", "/object", "{", "\"name\" is missing in \"object\"", NULL},
    {"{" N ",\"objects\":[{\"day\":\"2027-01-11\"}]}", "P0004", "/objects/0", "{",
     "\"name\" is missing in item 1 of \"objects\"", NULL},
    {"{" N ",\"count\":2.5}", "P0005", "/count", "2.5", "\"count\" is 2.5, but must be a whole number", NULL},
    {"{" N ",\"any\":-0.5}", "P0005", "/any", "-0.5", "\"any\" is -0.5, but must be a whole number", NULL},
    {"{" N ",\"count\":6}", "P0006", "/count", "6", "\"count\" is 6, but must be 0 to 5", NULL},
    {"{" N ",\"count\":-1}", "P0006", "/count", "-1", "\"count\" is -1, but must be 0 to 5", NULL},
    {"{" N ",\"any\":2147483648}", "P0006", "/any", "2147483648",
     "\"any\" is 2147483648, but must be -2147483647 to 2147483647", NULL},
    {"{" N ",\"number\":2.51}", "P0006", "/number", "2.51", "\"number\" is 2.51, but must be -1.5 to 2.5", NULL},
    {"{" N ",\"open\":0.5}", "P0006", "/open", "0.5", "\"open\" is 0.5, but must be at least 1", NULL},
    {"{" N ",\"brief\":\"abcdef\"}", "P0007", "/brief", "\"abcdef\"",
     "\"brief\" has 6 characters, but may have at most 5", "shorten"},
    {"{" N ",\"text\":\" \\n\"}", "P0008", "/text", "\" \\n\"", "\"text\" is empty and counts as absent", "leave"},
    {"{" N ",\"link\":\"\"}", "P0008", "/link", "\"\"", "\"link\" is empty and counts as absent", "leave"},
    {"{" N ",\"texts\":[\"a\",\"\"]}", "P0008", "/texts/1", "\"\"", "item 2 of \"texts\" is empty and counts as absent",
     "leave"},
    {"{\"needed\":\"\"}", "P0009", "/needed", "\"\"", "\"needed\" is empty, but needed", "What cannot be left out."},
    {"{" N ",\"texts\":[]}", "P0010", "/texts", "[", "\"texts\" has 0 items, but must have at least 2", NULL},
    {"{" N ",\"texts\":[\"a\"]}", "P0010", "/texts", "[", "\"texts\" has 1 item, but must have at least 2", NULL},
    {"{" N ",\"texts\":[\"a\",\"b\",\"c\",\"d\"]}", "P0010", "/texts", "[",
     "\"texts\" has 4 items, but must have at most 3", NULL},
    {"{" N ",\"objects\":[{},{},{}]}", "P0010", "/objects", "[", "\"objects\" has 3 items, but must have at most 2",
     NULL},
    {"{" N ",\"date\":\"2026-02-29\"}", "P0011", "/date", "\"2026-02-29\"",
     "\"date\" is \"2026-02-29\", but must be a day of the calendar", "2027-01-11"},
    {"{" N ",\"dates\":[\"11.1.2027\"]}", "P0011", "/dates/0", "\"11.1.2027\"",
     "item 1 of \"dates\" is \"11.1.2027\", but must be a day of the calendar", "2027-01-11"},
    {"{" N ",\"dates\":[\"2027-01-01\",\"2027-01-02\",\"2027-01-03\",\"2027-01-04\",\"2027-01-05\",\"2027-01-06\","
     "\"2027-01-07\",\"2027-01-08\",\"2027-01-09\",\"2027-01-10\",\"2027-01-11\",\"2027\"]}",
     "P0011", "/dates/11", "\"2027\"", "item 12 of \"dates\" is \"2027\", but must be a day of the calendar",
     "2027-01-11"},
    {"{" N ",\"month\":\"2027-13\"}", "P0012", "/month", "\"2027-13\"", "\"month\" is \"2027-13\", but must be a month",
     "2027-01"},
    {"{" N ",\"choice\":\"gren\"}", "P0013", "/choice", "\"gren\"",
     "\"choice\" is \"gren\", but must be one of red, green, blue", "did you mean \"green\"?"},
    {"{" N ",\"choice\":\"012345678901234567890123456789012345678901234567890123456789\"}", "P0013", "/choice",
     "\"012345678901234567890123456789012345678901234567890123456789\"",
     "\"choice\" is \"012345678901234567890123456789012345678901234567890123456789\", but must be one of red, green, "
     "blue",
     NULL},
    {"{" N ",\"choice\":\"01234567890123456789012345678901234567890123456789012345678\xC3\xA9z\"}", "P0013", "/choice",
     "\"01234567890123456789012345678901234567890123456789012345678\xC3\xA9z\"",
     "\"choice\" is \"01234567890123456789012345678901234567890123456789012345678\xC3\xA9…\", but must be one of red, "
     "green, blue",
     NULL},
    {"{" N ",\"choices\":[\"red\",\"\"]}", "P0013", "/choices/1", "\"\"",
     "item 2 of \"choices\" is \"\", but must be one of red, green, blue", NULL},
    {"{" N ",\"link\":\"http://example.org\"}", "P0014", "/link", "\"http://example.org\"",
     "\"link\" is \"http://example.org\", but must be an https:// address", "address bar"},
    {"{" N ",\"series\":{\"2026-1\":1}}", "P0015", "/series/2026-1", "\"2026-1\"", "the key \"2026-1\" must be a month",
     "2027-01"},
    {"{" N ",\"days\":{\"2027-01\":1}}", "P0018", "/days/2027-01", "\"2027-01\"", "the key \"2027-01\" must be a day",
     "2027-01-11"},
    {"{" N ",\"samples\":{\"ofice\":[1]}}", "P0016", "/samples/ofice", "\"ofice\"",
     "the key \"ofice\" must be one of office, hybrid, remote", "did you mean \"office\"?"},
    {"{" N ",\"samples\":{\"office\":[1,2,3],\"remote\":[4,5]}}", "P0017", "/samples", "{",
     "\"samples\" holds 5 values, but a metric may have at most 4 values", "week or a month"},
};

static void check_problem(const problem_case *expected)
{
    outer object;
    bench made = bench_make(rtp_str_from(expected->json));
    bool warning = strcmp(expected->code, "P0008") == 0;
    EXPECT(bind_case(&made, &object) == warning, &made, expected->json);
    EXPECT(made.diags->len == 1, &made, expected->json);
    const rtp_diag *diag = &made.diags->items[0];
    EXPECT(strcmp(diag->code, expected->code) == 0, &made, expected->json);
    EXPECT(diag->severity == (warning ? RTP_WARNING : RTP_ERROR), &made, expected->json);
    EXPECT(rtp_str_equal(diag->pointer, rtp_str_from(expected->pointer)), &made, expected->json);
    EXPECT(rtp_str_equal(diag->message, rtp_str_from(expected->message)), &made, expected->json);
    EXPECT(diag->found.ptr || strcmp(diag->code, "P0004") == 0, &made, expected->json);
    EXPECT(!expected->hint == !diag->hint.ptr, &made, expected->json);
    EXPECT(!expected->hint || strstr(diag->hint.ptr, expected->hint), &made, expected->json);
    rtp_str place = {made.copy + diag->offset, diag->length};
    EXPECT(rtp_str_equal(place, rtp_str_from(expected->place)), &made, expected->json);
    bench_free(&made);
}

static void test_problems(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(problems); i++) {
        check_problem(&problems[i]);
    }
}

/* Every code of the binder is in the table above, and every code of the table is documented. */
static void test_codes(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_json_code_count; i++) {
        const char *code = rtp_json_codes[i].code;
        bool seen = code[0] != 'P';
        for (size_t k = 0; k < RTP_COUNT(problems) && !seen; k++) {
            seen = strcmp(problems[k].code, code) == 0;
        }
        if (!seen) {
            print_error("no case for %s\n", code);
        }
        assert_true(seen);
    }
}

/* ---- links ---- */

static void test_links(void **state)
{
    (void)state;
    static const struct {
        const char *link;
        bool good;
    } cases[] = {
        {"https://example.org", true},
        {"https://a", true},
        {"https://z9Z0aA/z9Z0aA", true},
        {"https://[2001:db8::1]:8443/x", true},
        {"https://EXAMPLE.org:443/a-b_c~d/(e)?f=g&h=i,j;k*!$+@#l%20m", true},
        {"https://", false},
        {"https:///path", false},
        {"https://?q", false},
        {"https://:443", false},
        {"https://.org", false},
        {"https://-a", false},
        {"https://a b", false},
        {"https://a/\\n", false},
        {"https://a/\\\"", false},
        {"https://a/'", false},
        {"https://a/<b>", false},
        {"https://a/`", false},
        {"https://a/{b}", false},
        {"https://a/\\\\", false},
        {"https://a/|", false},
        {"https://a/^", false},
        {"https://a/\xC3\xA9", false},
        {"https://a/\\u202e", false},
        {"https://a/\\u007f", false},
        {" https://a", false},
        {"HTTPS://a", false},
        {"ftp://a", false},
        {"javascript:alert(1)", false},
        {"//a", false},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        outer object;
        char json[256];
        snprintf(json, sizeof json, "{" N ",\"link\":\"%s\"}", cases[i].link);
        bench made = bench_make(rtp_str_from(json));
        EXPECT(bind_case(&made, &object) == cases[i].good, &made, cases[i].link);
        EXPECT((object.link.ptr != NULL) == cases[i].good, &made, cases[i].link);
        bench_free(&made);
    }
}

/* ---- limits ---- */

static void test_text_limit(void **state)
{
    (void)state;
    static const struct {
        const char *character;
        size_t count;
        bool good;
    } cases[] = {{"a", 4000, true}, {"a", 4001, false}, {"\xF0\x9F\x98\x80", 4000, true}, {"\xC3\xA9", 4001, false}};
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf buf = rtp_buf_make(1 << 20);
        rtp_buf_puts(&buf, "{" N ",\"text\":\"");
        for (size_t n = 0; n < cases[i].count; n++) {
            rtp_buf_puts(&buf, cases[i].character);
        }
        rtp_buf_puts(&buf, "\"}");
        outer object;
        bench made = bench_make(rtp_buf_text(&buf));
        EXPECT(bind_case(&made, &object) == cases[i].good, &made, "text limit");
        if (!cases[i].good) {
            rtp_str message = rtp_lit("\"text\" has 4001 characters, but may have at most 4000");
            EXPECT(rtp_str_equal(made.diags->items[0].message, message), &made, "text limit");
        }
        bench_free(&made);
        rtp_buf_free(&buf);
    }
}

static void test_series_limit(void **state)
{
    (void)state;
    for (unsigned count = 599; count <= 602; count++) {
        rtp_buf buf = rtp_buf_make(1 << 20);
        rtp_buf_puts(&buf, "{" N ",\"series\":{");
        for (unsigned n = 0; n < count; n++) {
            rtp_buf_format(&buf, "%s\"%u-%02u\":1", n ? "," : "", 2000 + n / 12, n % 12 + 1);
        }
        rtp_buf_puts(&buf, "}}");
        outer object;
        bench made = bench_make(rtp_buf_text(&buf));
        EXPECT(bind_case(&made, &object) == (count <= 600), &made, "series limit");
        assert_int_equal(object.series.len, count <= 600 ? count : 0);
        bench_free(&made);
        rtp_buf_free(&buf);
    }
}

/* ---- all at once ---- */

static void test_all_at_once(void **state)
{
    (void)state;
    outer object;
    bench made = bench_make(rtp_lit("{\"count\":9,\"text\":null,\"zzz\":1,\"choice\":\"\",\"flag\":true,"
                                    "\"objects\":[{},{\"name\":1,\"day\":\"x\"}],\"date\":\"2027-01-11\"}"));
    assert_false(bind_case(&made, &object));
    static const char *const codes[] = {"P0006", "P0001", "P0003", "P0013", "P0004", "P0002", "P0011", "P0004"};
    assert_int_equal(made.diags->len, RTP_COUNT(codes));
    for (size_t i = 0; i < RTP_COUNT(codes); i++) {
        EXPECT(strcmp(made.diags->items[i].code, codes[i]) == 0, &made, codes[i]);
    }
    /* what was wrong is absent, what was right is there */
    assert_false(object.count.known);
    assert_int_equal(object.choice, 0);
    assert_int_equal(object.flag, RTP_FLAG_YES);
    assert_true(object.date != RTP_DATE_UNKNOWN);
    assert_int_equal(object.objects.len, 2);
    assert_int_equal(((inner *)object.objects.items)[1].day, RTP_DATE_UNKNOWN);
    bench_free(&made);
}

/* A list with wrong items keeps the right ones; a series and a sample do too. */
static void test_what_stays(void **state)
{
    (void)state;
    outer object;
    bench made = bench_make(rtp_lit("{" N ",\"dates\":[\"x\",\"1970-01-03\",\"y\"],\"choices\":[\"x\",\"blue\"],"
                                    "\"series\":{\"2026-01\":1,\"bad\":2,\"2026-02\":\"a\",\"2026-03\":3},"
                                    "\"samples\":{\"remote\":[1,\"x\",2],\"hybrid\":7}}"));
    assert_false(bind_case(&made, &object));
    assert_int_equal(made.diags->errors, 7);
    assert_int_equal(object.dates.len, 1);
    assert_int_equal(object.dates.items[0], 2);
    assert_int_equal(object.choices.len, 1);
    assert_int_equal(object.choices.items[0], 3);
    assert_int_equal(object.series.len, 2);
    assert_true(object.series.items[1].value == 3 && object.series.items[1].month == 2026 * 12 + 2);
    assert_int_equal(object.samples.mode[2].len, 2);
    assert_true(object.samples.mode[2].items[1] == 2);
    assert_false(object.samples.mode[1].known);
    bench_free(&made);
}

static void test_many_problems(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(1 << 20);
    rtp_buf_puts(&buf, "{" N);
    for (int i = 0; i < 3 * RTP_DIAG_LIMIT; i++) {
        rtp_buf_format(&buf, ",\"wrong%d\":1", i);
    }
    rtp_buf_puts(&buf, "}");
    outer object;
    bench made = bench_make(rtp_buf_text(&buf));
    assert_false(bind_case(&made, &object));
    assert_int_equal(made.diags->len, RTP_DIAG_LIMIT);
    assert_int_equal(made.diags->errors, 3 * RTP_DIAG_LIMIT);
    bench_free(&made);
    rtp_buf_free(&buf);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_absent),       cmocka_unit_test(test_full),        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_codes),        cmocka_unit_test(test_links),       cmocka_unit_test(test_text_limit),
        cmocka_unit_test(test_series_limit), cmocka_unit_test(test_all_at_once), cmocka_unit_test(test_many_problems),
        cmocka_unit_test(test_what_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
