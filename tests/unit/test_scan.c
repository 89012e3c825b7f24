/* floor: json */
/* The strict scan against JSONTestSuite, against every fault we name, and at every limit. The
 * conformance files are read from tests/conformance; all other texts here are invented. */
#include "json_support.h"

#include <dirent.h>

#define SUITE RTP_SOURCE_DIR "/tests/conformance/JSONTestSuite/test_parsing/"

/* ---- JSONTestSuite ---- */

static const struct {
    const char *name, *code; /* NULL: accepted */
} choices[] = {
    {"i_number_double_huge_neg_exp", NULL},
    {"i_number_huge_exp", "J0018"},
    {"i_number_neg_int_huge_exp", "J0018"},
    {"i_number_pos_double_huge_exp", "J0018"},
    {"i_number_real_neg_overflow", "J0018"},
    {"i_number_real_pos_overflow", "J0018"},
    {"i_number_real_underflow", NULL},
    {"i_number_too_big_neg_int", NULL},
    {"i_number_too_big_pos_int", NULL},
    {"i_number_very_big_negative_int", NULL},
    {"i_object_key_lone_2nd_surrogate", "J0015"},
    {"i_string_1st_surrogate_but_2nd_missing", "J0015"},
    {"i_string_1st_valid_surrogate_2nd_invalid", "J0015"},
    {"i_string_UTF-16LE_with_BOM", "J0003"},
    {"i_string_UTF-8_invalid_sequence", "J0013"},
    {"i_string_UTF8_surrogate_U+D800", "J0013"},
    {"i_string_incomplete_surrogate_and_escape_valid", "J0015"},
    {"i_string_incomplete_surrogate_pair", "J0015"},
    {"i_string_incomplete_surrogates_escape_valid", "J0015"},
    {"i_string_invalid_lonely_surrogate", "J0015"},
    {"i_string_invalid_surrogate", "J0015"},
    {"i_string_invalid_utf-8", "J0013"},
    {"i_string_inverted_surrogates_U+1D11E", "J0015"},
    {"i_string_iso_latin_1", "J0013"},
    {"i_string_lone_second_surrogate", "J0015"},
    {"i_string_lone_utf8_continuation_byte", "J0013"},
    {"i_string_not_in_unicode_range", "J0013"},
    {"i_string_overlong_sequence_2_bytes", "J0013"},
    {"i_string_overlong_sequence_6_bytes", "J0013"},
    {"i_string_overlong_sequence_6_bytes_null", "J0013"},
    {"i_string_truncated-utf-8", "J0013"},
    {"i_string_utf16BE_no_BOM", "J0003"},
    {"i_string_utf16LE_no_BOM", "J0003"},
    {"i_structure_500_nested_arrays", "J0019"},
    {"i_structure_UTF-8_BOM_empty_object", NULL},
    /* valid JSON, refused by policy: cJSON would cut the text, or keep both values */
    {"y_object_duplicated_key", "J0022"},
    {"y_object_duplicated_key_and_value", "J0022"},
    {"y_object_escaped_null_in_key", "J0016"},
    {"y_string_null_escape", "J0016"},
};

/* The code that a file must be refused with: "" for any, NULL when it must be accepted. */
static const char *expected_code(rtp_str stem)
{
    for (size_t i = 0; i < RTP_COUNT(choices); i++) {
        if (rtp_str_equal(stem, rtp_str_from(choices[i].name))) {
            return choices[i].code;
        }
    }
    assert_true(stem.ptr[0] != 'i'); /* every choice is written down */
    return stem.ptr[0] == 'n' ? "" : NULL;
}

static void check_suite_file(const char *name)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_source file;
    rtp_str path = rtp_arena_format(arena, "%s%s", SUITE, name);
    assert_true(rtp_file_read(path, SIZE_MAX / 2, arena, rtp_diags_make(arena), &file));
    bench made = bench_make(file.text);
    const char *code = expected_code((rtp_str){name, strlen(name) - strlen(".json")});
    bool accepted = scan_bytes(&made, &rtp_json_profile_limits);
    EXPECT(accepted == !code, &made, name);
    if (code) {
        check_refusal(&made, name);
        EXPECT(!*code || strcmp(made.diags->items[0].code, code) == 0, &made, name);
    }
    bench_free(&made);
    rtp_arena_free(arena);
}

static void test_suite(void **state)
{
    (void)state;
    size_t counts[128] = {0};
    DIR *folder = opendir(SUITE);
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (rtp_str_ends(rtp_str_from(entry->d_name), rtp_lit(".json"))) {
            check_suite_file(entry->d_name);
            counts[entry->d_name[0] & 0x7F]++;
        }
    }
    closedir(folder);
    assert_int_equal(counts['y'], 95);
    assert_int_equal(counts['n'], 188);
    assert_int_equal(counts['i'], 35);
}

/* ---- every fault: code, place, hint ---- */

typedef struct fault_case {
    rtp_str text;
    const char *code;
    size_t offset, length;
    const char *hint; /* a part of it; NULL: none is given */
} fault_case;

static const fault_case faults[] = {
    {RTP_STR(""), "J0002", 0, 0, "starts with {"},
    {RTP_STR(" \t\r\n"), "J0002", 4, 0, "starts with {"},
    {RTP_STR("\xEF\xBB\xBF"), "J0002", 3, 0, "starts with {"},
    {RTP_STR("\xFF\xFE{\0"), "J0003", 0, 1, "UTF-8"},
    {RTP_STR("\xFE\xFF\0{"), "J0003", 0, 1, "UTF-8"},
    {RTP_STR("{\0}\0"), "J0003", 0, 1, "UTF-8"},
    {RTP_STR("\0{\0}"), "J0003", 0, 1, "UTF-8"},
    {RTP_STR("[,1]"), "J0004", 1, 1, "missing before this comma"},
    {RTP_STR("[1,,2]"), "J0004", 3, 1, "missing before this comma"},
    {RTP_STR("{\"a\": }"), "J0004", 6, 1, "missing before this bracket"},
    {RTP_STR("[}"), "J0004", 1, 1, "missing before this bracket"},
    {RTP_STR("<html>"), "J0004", 0, 1, "web page"},
    {RTP_STR("[*]"), "J0004", 1, 1, NULL},
    {RTP_STR("[\x7F]"), "J0004", 1, 1, NULL},
    {RTP_STR("[\xC3\xA9]"), "J0004", 1, 2, NULL},
    {RTP_STR("{,}"), "J0005", 1, 1, "remove this comma"},
    {RTP_STR("{{}}"), "J0005", 1, 1, "needs a key"},
    {RTP_STR("{[]}"), "J0005", 1, 1, "needs a key"},
    {RTP_STR("{]"), "J0005", 1, 1, "close the object"},
    {RTP_STR("{\"a\" 1}"), "J0006", 5, 1, "colon"},
    {RTP_STR("{\"a\"=1}"), "J0006", 4, 1, "colon"},
    {RTP_STR("{\"a\"}"), "J0006", 4, 1, "every key needs a value"},
    {RTP_STR("{\"a\",\"b\":1}"), "J0006", 4, 1, "every key needs a value"},
    {RTP_STR("{\"a\":1 \"b\":2}"), "J0007", 7, 1, "put a comma"},
    {RTP_STR("{\"a\":1;\"b\":2}"), "J0007", 6, 1, "commas"},
    {RTP_STR("{\"a\":1]"), "J0007", 6, 1, "close the object"},
    {RTP_STR("[1}"), "J0007", 2, 1, "close the list"},
    {RTP_STR("[1 23]"), "J0007", 3, 2, "put a comma"},
    {RTP_STR("[1 true]"), "J0007", 3, 4, "put a comma"},
    {RTP_STR("[[] []]"), "J0007", 4, 1, "put a comma"},
    {RTP_STR("[\"a\":1]"), "J0007", 4, 1, "{ }"},
    {RTP_STR("{\"start\":2027-01-11}"), "J0007", 13, 1, "dates"},
    {RTP_STR("[0x1F]"), "J0007", 2, 1, "decimal digits"},
    {RTP_STR("[5h]"), "J0007", 2, 1, "without its unit"},
    {RTP_STR("[40%]"), "J0007", 3, 1, "without its unit"},
    {RTP_STR("[1d5]"), "J0007", 2, 1, "without its unit"},
    {RTP_STR("[1.2.3]"), "J0007", 4, 1, NULL},
    {RTP_STR("\"abc"), "J0008", 4, 0, "close the text"},
    {RTP_STR("{\"a"), "J0008", 3, 0, "close the text"},
    {RTP_STR("{"), "J0009", 1, 0, "missing"},
    {RTP_STR("[1,"), "J0009", 3, 0, "missing"},
    {RTP_STR("{\"a\":[1]"), "J0009", 8, 0, "missing"},
    {RTP_STR("{} {}"), "J0010", 3, 1, "one file"},
    {RTP_STR("{}}"), "J0010", 2, 1, "too many"},
    {RTP_STR("1]"), "J0010", 1, 1, "too many"},
    {RTP_STR("[]x"), "J0010", 2, 1, "one file"},
    {RTP_STR("{}\0"), "J0011", 2, 1, "text file"},
    {RTP_STR("[\0]"), "J0011", 1, 1, "text file"},
    {RTP_STR("{\0}\0\n"), "J0011", 1, 1, "text file"},
    {RTP_STR("[\"a\0b\"]"), "J0011", 3, 1, "text file"},
    {RTP_STR("{\"a\0\":1}"), "J0011", 3, 1, "text file"},
    {RTP_STR("[\"a\nb\"]"), "J0012", 3, 1, "\\n"},
    {RTP_STR("[\"a\r\nb\"]"), "J0012", 3, 1, "\\n"},
    {RTP_STR("[\"\t\"]"), "J0012", 2, 1, "\\t"},
    {RTP_STR("[\"12345678\x1f\"]"), "J0012", 10, 1, "\\u001b"},
    {RTP_STR("[\"\xFF\"]"), "J0013", 2, 1, "UTF-8"},
    {RTP_STR("[\"a\xC0\xAF\"]"), "J0013", 3, 1, "UTF-8"},
    {RTP_STR("[\xE9]"), "J0013", 1, 1, "UTF-8"},
    {RTP_STR("[\"\xE2\x82"), "J0013", 2, 1, "UTF-8"},
    {RTP_STR("\xEF\xBB{}"), "J0013", 0, 1, "UTF-8"},
    {RTP_STR("[\"\\q\"]"), "J0014", 2, 2, "\\\\"},
    {RTP_STR("[\"\\u00g0\"]"), "J0014", 2, 4, "\\\\"},
    {RTP_STR("[\"\\u12\"]"), "J0014", 2, 4, "\\\\"},
    {RTP_STR("[\"\\"), "J0014", 2, 1, "\\\\"},
    {RTP_STR("[\"\\ud800\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"\\ud800\\u0041\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"\\udfff\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"\\ud800\\tdc00\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"\\ud800zudc00\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"\\udc00\\ud800\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"\\ud800\\udbff\"]"), "J0015", 2, 6, "itself"},
    {RTP_STR("[\"a\\u0000\"]"), "J0016", 3, 6, "leave it out"},
    {RTP_STR("{\"\\u0000\":1}"), "J0016", 2, 6, "leave it out"},
    {RTP_STR("[01]"), "J0017", 2, 1, "zeros in front"},
    {RTP_STR("[-01]"), "J0017", 3, 1, "zeros in front"},
    {RTP_STR("[1.]"), "J0017", 3, 1, "after the point"},
    {RTP_STR("[1.e5]"), "J0017", 3, 1, "after the point"},
    {RTP_STR("[1e]"), "J0017", 3, 1, "after the e"},
    {RTP_STR("[1E+]"), "J0017", 4, 1, "after the sign"},
    {RTP_STR("[-]"), "J0017", 2, 1, "after the minus"},
    {RTP_STR("[+1]"), "J0017", 1, 1, "plus sign"},
    {RTP_STR("[.5]"), "J0017", 1, 1, "zero before"},
    {RTP_STR("[-Infinity]"), "J0017", 2, 1, "leave the key out"},
    {RTP_STR("-"), "J0017", 1, 0, "after the minus"},
    {RTP_STR("[1e308]"), "J0018", 1, 5, NULL},
    {RTP_STR("[-1e999]"), "J0018", 1, 6, NULL},
    {RTP_STR("{\"a\":1,\"a\":2}"), "J0022", 7, 3, "keep one"},
    {RTP_STR("{\"\":1,\"\":2}"), "J0022", 6, 2, "keep one"},
    {RTP_STR("{\"\\\\\":1,\"\\\\\":2}"), "J0022", 8, 4, "keep one"},
    {RTP_STR("{\"abc\":1,\"a\\u0062c\":2}"), "J0022", 9, 10, "keep one"},
    {RTP_STR("[True]"), "J0023", 1, 4, "true?"},
    {RTP_STR("[true_]"), "J0023", 1, 5, "true?"},
    {RTP_STR("[trueE]"), "J0023", 1, 5, "true?"},
    {RTP_STR("[fals]"), "J0023", 1, 4, "false?"},
    {RTP_STR("[truee]"), "J0023", 1, 5, "true?"},
    {RTP_STR("[None]"), "J0023", 1, 4, "leave the key out"},
    {RTP_STR("[NaN]"), "J0023", 1, 3, "leave the key out"},
    {RTP_STR("[nul]"), "J0023", 1, 3, "leave the key out"},
    {RTP_STR("[yes]"), "J0023", 1, 3, "true"},
    {RTP_STR("[remote]"), "J0023", 1, 6, "double quotes"},
    {RTP_STR("tru"), "J0023", 0, 3, "true?"},
    {RTP_STR("// c\n{}"), "J0024", 0, 2, "$comment"},
    {RTP_STR("{/* c */}"), "J0024", 1, 2, "$comment"},
    {RTP_STR("[1 # c\n]"), "J0024", 3, 1, "$comment"},
    {RTP_STR("{\"a\" // c\n:1}"), "J0024", 5, 2, "$comment"},
    {RTP_STR("{} // c"), "J0024", 3, 2, "$comment"},
    {RTP_STR("[1,]"), "J0025", 3, 1, "remove"},
    {RTP_STR("{\"a\":1,\n}"), "J0025", 8, 1, "remove"},
    {RTP_STR("['a']"), "J0026", 1, 1, "straight"},
    {RTP_STR("{'a':1}"), "J0026", 1, 1, "straight"},
    {RTP_STR("[\xE2\x80\x9C"
             "a\xE2\x80\x9D]"),
     "J0026", 1, 3, "straight"},
    {RTP_STR("{a:1}"), "J0027", 1, 1, "double quotes"},
    {RTP_STR("{\"a\":1, office_days: 2}"), "J0027", 8, 11, "double quotes"},
};

static void test_faults(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(faults); i++) {
        bench made = bench_make(faults[i].text);
        const char *name = faults[i].text.ptr;
        EXPECT(!scan_bytes(&made, &rtp_json_profile_limits), &made, name);
        check_refusal(&made, name);
        const rtp_diag *diag = &made.diags->items[0];
        EXPECT(strcmp(diag->code, faults[i].code) == 0, &made, name);
        EXPECT(diag->offset == faults[i].offset && diag->length == faults[i].length, &made, name);
        EXPECT(!diag->hint.ptr == !faults[i].hint, &made, name);
        EXPECT(!faults[i].hint || strstr(diag->hint.ptr, faults[i].hint), &made, name);
        bench_free(&made);
    }
}

static void test_messages(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        const char *message;
    } cases[] = {
        {RTP_STR("[5h]"), "expected \",\" or \"]\", found \"h\""},
        {RTP_STR("[\xE2\x81\xA0]"), "expected a value, found U+2060"},
        {RTP_STR("[\x1b]"), "expected a value, found U+001B"},
        {RTP_STR("[\"\xFF\"]"), "the text is not valid UTF-8, found the byte 0xFF"},
        {RTP_STR("{\n\"a\":1,\n\"a\":2}"), "\"a\" is a key of this object twice (first on line 2)"},
        {RTP_STR("{\n \"a\":[\n\n"), "the file ends before a bracket is closed (opened on line 2)"},
        {RTP_STR("[\n\"a\\\\"), "the file ends inside a text (begun on line 2)"},
        {RTP_STR("-"), "a number is not written as JSON wants it, found the end of the file"},
        {RTP_STR("{\"a\":1 \"b\":2}"), "expected \",\" or \"}\", found a double quote"},
        {RTP_STR("[1e4444444444444444444444444444444444444444444444]"),
         "a number is too large, found \"1e44444444444444444444444444444444444444\" …"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        bench made = bench_make(cases[i].text);
        EXPECT(!scan_bytes(&made, &rtp_json_profile_limits), &made, cases[i].message);
        rtp_str message = made.diags->items[0].message;
        EXPECT(rtp_str_equal(message, rtp_str_from(cases[i].message)), &made, cases[i].message);
        bench_free(&made);
    }
}

/* ---- what is accepted ---- */

static void test_accepted(void **state)
{
    (void)state;
    static const rtp_str texts[] = {
        RTP_STR("null"),
        RTP_STR(" true "),
        RTP_STR("\xEF\xBB\xBF{}"),
        RTP_STR("\xEF\xBB\xBF \r\n[]\r\n"),
        RTP_STR("\"\""),
        RTP_STR("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83d\\uDe00\""),
        RTP_STR(
            "\"\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\""),
        RTP_STR("[[],{},[{}],{\"a\":[]}]"),
        RTP_STR("{\"a\":{\"a\":{\"a\":1}},\"A\":2,\"\":3}"),
        RTP_STR("\"\\ud7ff\\ue000\\ud800\\udc00\\udbff\\udfff\\uFFFF\""),
        RTP_STR("{\"ab\":1,\"a\\u0062c\":2,\"a\\u0062d\":3}"),
        RTP_STR("{\"\\u00e9\":1,\"e\\u0301\":2}"),
        RTP_STR("[0,-0,0.0,-0.5e-3,1E5,1e+5,123456789012345678901234567890]"),
        RTP_STR("[1e307,9.99e307,-9e307,0.0001e311,1e-999,0e999999999999999999999,0.000e400]"),
    };
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        bench made = bench_make(texts[i]);
        EXPECT(scan_bytes(&made, &rtp_json_profile_limits), &made, texts[i].ptr);
        assert_int_equal(made.diags->len, 0);
        bench_free(&made);
    }
}

/* ---- limits ---- */

static rtp_str repeated(rtp_buf *buf, const char *open, const char *middle, const char *close, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        rtp_buf_puts(buf, open);
    }
    rtp_buf_puts(buf, middle);
    for (size_t i = 0; i < n; i++) {
        rtp_buf_puts(buf, close);
    }
    return rtp_buf_text(buf);
}

static void test_named_limits(void **state)
{
    (void)state;
    assert_int_equal(rtp_json_profile_limits.bytes, 4194304);
    assert_int_equal(rtp_json_profile_limits.depth, 32);
    assert_int_equal(rtp_json_profile_limits.values, 200000);
    assert_int_equal(rtp_json_profile_limits.string, 65536);
    assert_int_equal(rtp_json_pack_limits.bytes, 16777216);
    assert_int_equal(rtp_json_pack_limits.depth, 64);
    assert_int_equal(rtp_json_pack_limits.values, 1000000);
    assert_int_equal(rtp_json_pack_limits.string, 262144);
}

static void test_limits(void **state)
{
    (void)state;
    static const rtp_json_limits small = {.bytes = 64, .depth = 4, .values = 8, .string = 10};
    static const rtp_json_limits deep = {.bytes = 4096, .depth = SIZE_MAX, .values = 4096, .string = 10};
    static const struct {
        const rtp_json_limits *limits;
        const char *open, *middle, *close;
        size_t n;
        const char *code; /* NULL: within the limits */
        size_t offset, length;
        const char *limit;
    } cases[] = {
        {&small, " ", "12", " ", 31, NULL, 0, 0, NULL},
        {&small, " ", "123", " ", 31, "J0001", 64, 0, "the limit is 64 bytes"},
        {&small, "[", "", "]", 4, NULL, 0, 0, NULL},
        {&small, "[", "", "]", 5, "J0019", 4, 1, "the limit is 4 levels"},
        {&small, "{\"a\":", "1", "}", 4, NULL, 0, 0, NULL},
        {&small, "{\"a\":", "1", "}", 5, "J0019", 20, 1, "the limit is 4 levels"},
        {&small, "", "[1,2,3,4,5,6,7]", "", 1, NULL, 0, 0, NULL},
        {&small, "", "[1,2,3,4,5,6,7,8]", "", 1, "J0020", 15, 1, "the limit is 8 values"},
        {&small, "", "\"1234567890\"", "", 1, NULL, 0, 0, NULL},
        {&small, "", "\"12345678901\"", "", 1, "J0021", 0, 13, "the limit is 10 bytes"},
        {&small, "", "{\"12345678901\":1}", "", 1, "J0021", 1, 13, "the limit is 10 bytes"},
        {&deep, "[", "", "]", 128, NULL, 0, 0, NULL},
        {&deep, "[", "", "]", 129, "J0019", 128, 1, "the limit is 128 levels"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf buf = rtp_buf_make(1 << 20);
        bench made = bench_make(repeated(&buf, cases[i].open, cases[i].middle, cases[i].close, cases[i].n));
        bool accepted = scan_bytes(&made, cases[i].limits);
        EXPECT(accepted == !cases[i].code, &made, cases[i].middle);
        if (cases[i].code) {
            check_refusal(&made, cases[i].middle);
            EXPECT(strcmp(made.diags->items[0].code, cases[i].code) == 0, &made, cases[i].middle);
            EXPECT(made.diags->items[0].offset == cases[i].offset, &made, cases[i].middle);
            EXPECT(made.diags->items[0].length == cases[i].length, &made, cases[i].middle);
            EXPECT(strstr(made.diags->items[0].message.ptr, cases[i].limit), &made, cases[i].middle);
        }
        bench_free(&made);
        rtp_buf_free(&buf);
    }
}

/* ---- every byte, every cut ---- */

static const char whole[] =
    "{\"name\": \"A\\u00efcha \xC3\xA9\xF0\x9F\x98\x80\", \"days\": [1, -2.5e+3, true, false, null], "
    "\"more\": {\"a\": {}, \"b\": [], \"\\n\": \"plain ASCII text of some length\"}}";

static void test_cuts(void **state)
{
    (void)state;
    for (size_t len = 0; len < sizeof whole - 1; len++) {
        bench made = bench_make((rtp_str){whole, len});
        EXPECT(!scan_bytes(&made, &rtp_json_profile_limits), &made, "cut");
        check_refusal(&made, "cut");
        bench_free(&made);
    }
    bench made = bench_make((rtp_str){whole, sizeof whole - 1});
    EXPECT(scan_bytes(&made, &rtp_json_profile_limits), &made, "whole");
    bench_free(&made);
}

/* Inside a string, at each of eight alignments: which single bytes may stand there? */
static void test_bytes_in_strings(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        for (size_t before = 0; before < 8; before++) {
            char text[] = "\"aaaaaaaaaaaaaaaa\"";
            text[1 + before] = (char)byte;
            bench made = bench_make((rtp_str){text, sizeof text - 1});
            bool plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
            EXPECT(scan_bytes(&made, &rtp_json_profile_limits) == plain, &made, text);
            if (!plain) {
                size_t after = byte == '"'; /* the string ends; the next byte is the fault */
                EXPECT(made.diags->items[0].offset == 1 + before + after, &made, text);
            }
            bench_free(&made);
        }
    }
}

/* ---- codes ---- */

static bool has_case(const char *code)
{
    static const char *const by_limits[] = {"J0001", "J0019", "J0020", "J0021"};
    for (size_t i = 0; i < RTP_COUNT(by_limits); i++) {
        if (strcmp(code, by_limits[i]) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < RTP_COUNT(faults); i++) {
        if (strcmp(code, faults[i].code) == 0) {
            return true;
        }
    }
    return code[0] != 'J'; /* P codes are tested with the binder */
}

static void test_codes(void **state)
{
    (void)state;
    for (size_t i = 0; i < rtp_json_code_count; i++) {
        const rtp_code_doc *doc = &rtp_json_codes[i];
        assert_int_equal(strlen(doc->code), 5);
        assert_true(strlen(doc->title) > 0 && strlen(doc->text) > 0);
        assert_true(i == 0 || strcmp(rtp_json_codes[i - 1].code, doc->code) < 0);
        bool edits = strcmp(doc->code, "J0028") == 0; /* test_edit has its cases */
        if (!edits && !has_case(doc->code)) {
            print_error("no case for %s\n", doc->code);
        }
        assert_true(edits || has_case(doc->code));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suite),    cmocka_unit_test(test_faults),           cmocka_unit_test(test_messages),
        cmocka_unit_test(test_accepted), cmocka_unit_test(test_limits),           cmocka_unit_test(test_named_limits),
        cmocka_unit_test(test_cuts),     cmocka_unit_test(test_bytes_in_strings), cmocka_unit_test(test_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
