/* floor: json */
/* The writer: its layout byte by byte, its escapes, and that whatever it writes passes the scan and
 * reads back equal. The texts are invented. */
#include "json_support.h"

static void put_sample(rtp_json_writer *w)
{
    rtp_json_open(w, '{');
    rtp_json_put_key(w, "a");
    rtp_json_put_number(w, 1.5);
    rtp_json_put_key(w, "list");
    rtp_json_open(w, '[');
    rtp_json_put_text(w, rtp_lit("x"));
    rtp_json_put_flag(w, true);
    rtp_json_put_flag(w, false);
    rtp_json_put_null(w);
    rtp_json_open(w, '[');
    rtp_json_close(w, ']');
    rtp_json_open(w, '{');
    rtp_json_close(w, '}');
    rtp_json_close(w, ']');
    rtp_json_put_key(w, "raw");
    rtp_json_put_raw(w, rtp_lit("{\"b\":2}"));
    rtp_json_close(w, '}');
}

static void test_layout(void **state)
{
    (void)state;
    static const struct {
        int indent;
        const char *text;
    } cases[] = {
        {0, "{\"a\":1.5,\"list\":[\"x\",true,false,null,[],{}],\"raw\":{\"b\":2}}"},
        {1, "{\n \"a\": 1.5,\n \"list\": [\n  \"x\",\n  true,\n  false,\n  null,\n  [],\n  {}\n ],\n"
            " \"raw\": {\"b\":2}\n}"},
        {2, "{\n  \"a\": 1.5,\n  \"list\": [\n    \"x\",\n    true,\n    false,\n    null,\n    [],\n    {}\n  ],\n"
            "  \"raw\": {\"b\":2}\n}"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf buf = rtp_buf_make(4096);
        rtp_json_writer w = rtp_json_writer_make(&buf, cases[i].indent);
        put_sample(&w);
        assert_string_equal(rtp_buf_text(&buf).ptr, cases[i].text);
        rtp_buf_free(&buf);
    }
}

static void test_escapes(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        const char *json;
    } cases[] = {
        {RTP_STR(""), "\"\""},
        {{NULL, 0}, "\"\""},
        {RTP_STR("plain~ caf\xC3\xA9 \xF0\x9F\x98\x80 /"), "\"plain~ caf\xC3\xA9 \xF0\x9F\x98\x80 /\""},
        {RTP_STR("\"\\\b\f\n\r\t"), "\"\\\"\\\\\\b\\f\\n\\r\\t\""},
        {RTP_STR("\x01\x1b[31m\x1f"), "\"\\u0001\\u001b[31m\\u001f\""},
        {RTP_STR("a\0b"), "\"a\\u0000b\""},
        {RTP_STR("\x7f\xC2\x80\xC2\x9b\xC2\x9f\xC2\xA0"), "\"\\u007f\\u0080\\u009b\\u009f\xC2\xA0\""},
        {RTP_STR("\xE2\x80\xA7\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAA"), "\"\xE2\x80\xA7\\u2028\\u2029\xE2\x80\xAA\""},
        {RTP_STR("a\xFF"
                 "b\xC0\xAF\xE2\x82"),
         "\"a\\ufffdb\\ufffd\\ufffd\\ufffd\\ufffd\""},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf buf = rtp_buf_make(4096);
        rtp_json_writer w = rtp_json_writer_make(&buf, 0);
        rtp_json_put_text(&w, cases[i].text);
        assert_string_equal(rtp_buf_text(&buf).ptr, cases[i].json);
        rtp_buf_free(&buf);
    }
}

/* A hit anywhere in the eight bytes that are looked at together, and behind them. */
static void test_escapes_at_every_byte(void **state)
{
    (void)state;
    static const char *const signs[] = {"\"", "\\", "\x1f", "\x7f", "\xC3\xA9", "\xC2\x80"};
    static const char *const escapes[] = {"\\\"", "\\\\", "\\u001f", "\\u007f", "\xC3\xA9", "\\u0080"};
    for (size_t i = 0; i < RTP_COUNT(signs); i++) {
        for (int before = 0; before < 20; before++) {
            rtp_arena *arena = rtp_arena_make();
            rtp_str text = rtp_arena_format(arena, "%.*s%s tail of it", before, "0123456789abcdefghij", signs[i]);
            rtp_str json = rtp_arena_format(arena, "\"%.*s%s tail of it\"", before, "0123456789abcdefghij", escapes[i]);
            rtp_buf buf = rtp_buf_make(4096);
            rtp_json_writer w = rtp_json_writer_make(&buf, 0);
            rtp_json_put_text(&w, text);
            assert_string_equal(rtp_buf_text(&buf).ptr, json.ptr);
            rtp_buf_free(&buf);
            rtp_arena_free(arena);
        }
    }
}

static void test_text_in_parts(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(4096);
    rtp_json_writer w = rtp_json_writer_make(&buf, 1);
    rtp_json_open(&w, '[');
    for (int i = 0; i < 2; i++) {
        rtp_json_open_text(&w);
        rtp_json_add_text(&w, rtp_lit("a \"b\""));
        rtp_json_add_text(&w, (rtp_str){NULL, 0});
        rtp_json_add_text(&w, rtp_lit("\n"));
        rtp_json_add_text(&w, rtp_lit("caf\xC3\xA9"));
        rtp_json_close_text(&w);
    }
    rtp_json_close(&w, ']');
    assert_string_equal(rtp_buf_text(&buf).ptr,
                        "[\n \"a \\\"b\\\"\\ncaf\xC3\xA9\",\n \"a \\\"b\\\"\\ncaf\xC3\xA9\"\n]");
    rtp_buf_free(&buf);
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *json;
    } cases[] = {{0, "0"}, {-0.0, "0"}, {7, "7"}, {-2.5, "-2.5"}, {0.1, "0.1"}, {123456, "123456"}, {1e300, "1e+300"}};
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf buf = rtp_buf_make(4096);
        rtp_json_writer w = rtp_json_writer_make(&buf, 0);
        rtp_json_put_number(&w, cases[i].value);
        assert_string_equal(rtp_buf_text(&buf).ptr, cases[i].json);
        rtp_buf_free(&buf);
    }
}

/* ---- what is written reads back ---- */

/* Every code point of the first two planes but NUL and surrogates, as key and as text. */
static void test_round_trip(void **state)
{
    (void)state;
    rtp_buf plain = rtp_buf_make(1 << 20), json = rtp_buf_make(1 << 22);
    for (uint32_t from = 1; from < 0x20000; from += 0x400) {
        plain.len = 0;
        for (uint32_t point = from; point < from + 0x400; point++) {
            char bytes[4];
            size_t len = point >= 0xD800 && point <= 0xDFFF ? 0 : rtp_utf8_encode(point, bytes);
            rtp_buf_put(&plain, (rtp_str){bytes, len});
        }
        if (plain.len == 0) {
            continue;
        }
        json.len = 0;
        rtp_json_writer w = rtp_json_writer_make(&json, 1);
        rtp_json_open(&w, '{');
        rtp_json_put_key(&w, rtp_buf_text(&plain).ptr);
        rtp_json_put_text(&w, rtp_buf_text(&plain));
        rtp_json_close(&w, '}');
        bench made = bench_make(rtp_buf_text(&json));
        const rtp_json *tree = rtp_json_read(&made.source, &rtp_json_profile_limits, made.arena, made.diags);
        EXPECT(tree != NULL, &made, "round trip");
        EXPECT(rtp_str_equal(rtp_json_key(rtp_json_first(tree)), rtp_buf_text(&plain)), &made, "round trip");
        EXPECT(rtp_str_equal(rtp_json_text(rtp_json_first(tree)), rtp_buf_text(&plain)), &made, "round trip");
        bench_free(&made);
    }
    rtp_buf_free(&plain);
    rtp_buf_free(&json);
}

static void copy_value(rtp_json_writer *w, const rtp_json *node)
{
    rtp_json_kind kind = rtp_json_kind_of(node);
    char open = kind == RTP_JSON_OBJECT ? '{' : '[', close = kind == RTP_JSON_OBJECT ? '}' : ']';
    switch (kind) {
    case RTP_JSON_NULL:
        rtp_json_put_null(w);
        return;
    case RTP_JSON_FLAG:
        rtp_json_put_flag(w, rtp_json_flag(node));
        return;
    case RTP_JSON_NUMBER:
        rtp_json_put_number(w, rtp_json_number(node));
        return;
    case RTP_JSON_STRING:
        rtp_json_put_text(w, rtp_json_text(node));
        return;
    case RTP_JSON_ARRAY:
    case RTP_JSON_OBJECT:
        break;
    }
    rtp_json_open(w, open);
    for (const rtp_json *child = rtp_json_first(node); child; child = rtp_json_next(child)) {
        if (kind == RTP_JSON_OBJECT) {
            rtp_json_put_key(w, rtp_json_key(child).ptr);
        }
        copy_value(w, child);
    }
    rtp_json_close(w, close);
}

static void copy_text(rtp_str text, rtp_buf *out)
{
    bench made = bench_make(text);
    const rtp_json *tree = rtp_json_read(&made.source, &rtp_json_profile_limits, made.arena, made.diags);
    EXPECT(tree != NULL, &made, "copy");
    rtp_json_writer w = rtp_json_writer_make(out, 4);
    copy_value(&w, tree);
    bench_free(&made);
}

/* A profile copied once differs from its file in layout only: copied again, nothing changes. */
static void test_copy_of_profile(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_source file;
    rtp_str path = rtp_str_from(RTP_SOURCE_DIR "/data/profiles/backend-engineer.json");
    assert_true(rtp_file_read(path, 1 << 22, arena, rtp_diags_make(arena), &file));
    rtp_buf once = rtp_buf_make(1 << 22), twice = rtp_buf_make(1 << 22);
    copy_text(file.text, &once);
    copy_text(rtp_buf_text(&once), &twice);
    assert_true(once.len > 1000);
    assert_string_equal(rtp_buf_text(&once).ptr, rtp_buf_text(&twice).ptr);
    rtp_buf_free(&once);
    rtp_buf_free(&twice);
    rtp_arena_free(arena);
}

static void test_limit(void **state)
{
    (void)state;
    rtp_buf buf = rtp_buf_make(20);
    rtp_json_writer w = rtp_json_writer_make(&buf, 0);
    put_sample(&w);
    assert_true(buf.failed);
    assert_true(buf.len <= 20);
    rtp_buf_free(&buf);
}

int main(void)
{
    rtp_json_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_copy_of_profile),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_escapes_at_every_byte),
        cmocka_unit_test(test_text_in_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
