/* floor: rules */
/* Packs printed as C: the same bytes each time, valid C for both compilers, and texts that come back
 * as they were. The pack is invented, and its texts are as unkind as JSON allows. */
#include "rules_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rules/closed.h"
#include "rules/packed.h"
#include "rules/phrase.h"

static const char unkind_rules[] =
    "{\"module\": \"m\", \"rules\": ["
    "{\"id\": \"m.\\\"quotes\\\\\", \"seeds\": [\"D08\"], \"for_each\": \"concerns\","
    " \"when\": {\"all\": [{\"not\": {\"fact\": \"ask.office_days\", \"between\": [0.1, 2]}},"
    "  {\"any\": [{\"fact\": \"ask.start\", \"ge\": \"2027-01-11\"}, {\"fact\": \"manager.name\", \"in\": [\"a\\\"b\", "
    "\"\"]}]},"
    "  {\"fact\": \"manager.decides\", \"known\": false}]},"
    " \"point\": {\"section\": \"s\", \"slot\": \"t\", \"strength\": 0, \"argues\": \"a?\?=b\","
    "  \"cells\": [\"{{x}} ?\?/ \\u0007 %s %n\", [\"{ask.office_days|count:day|capital}[ of {manager.name}]\", \"\"]],"
    "  \"evidence\": {\"concern\": \"culture\", \"direction\": \"mixed\", \"most\": 2}},"
    " \"examples\": [{\"facts\": {\"ask.office_days\": 3, \"ask.start\": \"2027-02-01\"}, \"fires\": true},"
    "  {\"facts\": {}, \"fires\": false}]},"
    "{\"id\": \"m.two\", \"private\": true, \"point\": {\"section\": \"s\", \"lead\": \"\\u00e9\\n1\","
    " \"text\": \"\\ud83d\\ude00{private.floor_days}\", \"add\": {\"wants\": []}}}]}";
static const char unkind_concerns[] =
    "{\"concerns\": [{\"id\": \"culture\", \"title\": \"*/ \\\"T\\\"\", \"interest\": \"\\\\\", \"never\": \"\\u202e\","
    " \"action\": [{\"when\": {\"fact\": \"team.size\", \"ge\": 2}, \"text\": \"\"}, \"x\"], \"measure\": "
    "\"{team.size}\", \"evidence\": [\"culture\"], \"only_if_said\": true}]}";
static const char unkind_items[] =
    "{\"items\": [{\"id\": \"i\", \"claim\": \"50 %\\t\\\"c\\\"\", \"direction\": \"supports\", \"arrangement\": "
    "[\"any\"],"
    "\"concerns\": [\"culture\"], \"roles\": [\"any\"], \"design\": \"survey\", \"sample\": \"s\", \"year\": 1999,"
    "\"authors\": [\"O'Neil\"], \"title\": \"T\", \"strength\": \"A\", \"caveat\": \"c\"}]}";

static const char unkind_roles[] = "{\"roles\": [{\"id\": \"qa\", \"output\": \"a ?\?/ \\\"b\\\" %s\","
                                   " \"traps\": [{\"words\": [\"1:1\", \"\\u00e9\"], \"why\": \"c\"}]}]}";

static void load_unkind(bench *on, rtp_pack *pack)
{
    static const char *const texts[] = {unkind_rules, unkind_concerns, unkind_items, unkind_roles};
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        if (!bench_pack(on, texts[i], pack)) {
            fail_msg("%.*s", RTP_FMT(on->diags->items[0].message));
        }
    }
}

static rtp_str print(bench *on, const rtp_pack *pack, const char *name)
{
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    rtp_pack_print(pack, name, &out);
    rtp_str text = rtp_arena_copy(on->arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return text;
}

static void the_bytes_depend_on_the_pack_alone(void **state)
{
    bench *on = *state;
    rtp_pack first = {0}, second = {0};
    load_unkind(on, &first);
    load_unkind(on, &second);
    assert_true(rtp_str_equal(print(on, &first, "p"), print(on, &second, "p")));
    assert_false(rtp_str_equal(print(on, &first, "p"), print(on, &first, "q")));
}

/* Only plain ASCII, so that no compiler, editor or terminal sees anything else. */
static void nothing_unsafe_is_printed(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    load_unkind(on, &pack);
    rtp_str text = print(on, &pack, "p");
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        assert_true(c == '\n' || (c >= ' ' && c <= '~'));
    }
    assert_null(strstr(text.ptr, "??"));
}

/* ---- through a compiler ---- */

typedef struct workshop {
    char folder[32];
} workshop;

static void write_text(const char *path, rtp_str text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

enum { NOT_FOUND = 127 };

/* Runs a program with its output in `shop`/out; gives its exit status. */
static int run(const workshop *shop, const char *const *arguments)
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        bool ready = chdir(shop->folder) == 0 && freopen("out", "wb", stdout) && freopen("err", "wb", stderr);
        char *copies[16] = {0};
        for (size_t i = 0; arguments[i]; i++) {
            copies[i] = strdup(arguments[i]);
        }
        if (ready) {
            execvp(copies[0], copies);
        }
        _exit(NOT_FOUND);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static rtp_str read_out(bench *on, const workshop *shop, const char *name)
{
    rtp_source source = {0};
    rtp_str path = rtp_arena_format(on->arena, "%s/%s", shop->folder, name);
    assert_true(rtp_file_read(path, 1 << 20, on->arena, on->diags, &source));
    return source.text;
}

/* False when there is no such compiler. */
static bool compile(bench *on, const workshop *shop, const char *compiler)
{
    const char *const arguments[] = {
        compiler,   "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror", "-I" RTP_SOURCE_DIR "/include",
        "tables.c", "-o",       "tables",    NULL};
    int status = run(shop, arguments);
    if (status != 0 && status != NOT_FOUND) {
        fail_msg("%s: %.*s", compiler, RTP_FMT(read_out(on, shop, "err")));
    }
    return status == 0;
}

static void empty(bench *on, const workshop *shop)
{
    static const char *const names[] = {"tables.c", "tables", "out", "err"};
    for (size_t i = 0; i < RTP_COUNT(names); i++) {
        unlink(rtp_arena_format(on->arena, "%s/%s", shop->folder, names[i]).ptr);
    }
    assert_int_equal(rmdir(shop->folder), 0);
}

static const char main_text[] =
    "\n#include <stdio.h>\n"
    "static void put(rtp_str text) { fwrite(text.ptr, 1, text.len, stdout); putchar('\\n'); }\n"
    "/* A part of a packed list: literals stand in it as they are. */\n"
    "static void put_part(rtp_packed list, size_t from, size_t len) { put((rtp_str){list.bytes + from, len}); }\n"
    "int main(void)\n{\n"
    "    put_part(p.concerns[0].texts, 2, 6);\n    put_part(p.concerns[0].texts, 11, 3);\n    "
    "put_part(p.evidence[0].texts, 4, 8);\n"
    "    put_part(p.evidence[0].texts, 22, 6);\n"
    "    put((rtp_str){p.roles.items[0].bytes.ptr, 12});\n    put((rtp_str){p.roles.items[0].bytes.ptr + 18, 6});\n"
    "    printf(\"%zu\\n\", p.roles.items[0].bytes.len);\n"
    "    printf(\"%d %c %zu\\n\", p.evidence[0].year, p.evidence[0].strength, p.closed_count);\n"
    "    fwrite(p.closed.bytes, 1, CLOSED, stdout);\n"
    "    return 0;\n}\n";

static const char printed[] = "*/ \"T\"\n"
                              "\xE2\x80\xAE\n"
                              "50 %\t\"c\"\n"
                              "O'Neil\n"
                              "a ?\?/ \"b\" %s\n"
                              "1:1|\xC3\xA9\n"
                              "29\n"
                              "1999 A 2\n";

/* The rules, as one packed list. */
static rtp_str close_rules(bench *on, const rtp_pack *pack)
{
    rtp_buf items = rtp_buf_make(SIZE_MAX), list = rtp_buf_make(SIZE_MAX);
    rtp_rules_close(pack->rules, pack->rule_count, &items);
    rtp_packed_put(rtp_buf_text(&items), &list);
    rtp_str closed = rtp_arena_copy(on->arena, rtp_buf_text(&list));
    rtp_buf_free(&items);
    rtp_buf_free(&list);
    return closed;
}

static void what_is_printed_comes_back(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    load_unkind(on, &pack);
    static const char *const compilers[] = {"gcc", "clang"};
    workshop shop = {"/tmp/rtp-print-XXXXXX"};
    assert_non_null(mkdtemp(shop.folder));
    rtp_str closed = close_rules(on, &pack);
    rtp_str length = rtp_arena_format(on->arena, "enum { CLOSED = %zu };\n", closed.len);
    rtp_str parts[] = {print(on, &pack, "p"), length, rtp_str_from(main_text)};
    rtp_str expected[] = {rtp_str_from(printed), closed};
    rtp_str whole = rtp_arena_join(on->arena, expected, RTP_COUNT(expected), rtp_lit(""));
    write_text(rtp_arena_format(on->arena, "%s/tables.c", shop.folder).ptr,
               rtp_arena_join(on->arena, parts, RTP_COUNT(parts), rtp_lit("")));
    size_t tried = 0;
    for (size_t i = 0; i < RTP_COUNT(compilers); i++) {
        if (compile(on, &shop, compilers[i])) {
            assert_int_equal(run(&shop, (const char *const[]){"./tables", NULL}), 0);
            assert_true(rtp_str_equal(read_out(on, &shop, "out"), whole));
            tried++;
        }
    }
    assert_true(tried > 0); /* something compiled this test */
    empty(on, &shop);
}

static void an_empty_pack_is_valid_too(void **state)
{
    bench *on = *state;
    rtp_pack pack = {0};
    rtp_str text = print(on, &pack, "nothing");
    assert_non_null(
        strstr(text.ptr, "static const rtp_pack nothing = {NULL, 0, nothing_concerns, 0, nothing_evidence, 0, {NULL}, "
                         "{nothing_roles, 0}, {\"\\000\"}, 0};"));
}

static void texts_are_told_from_their_absence(void **state)
{
    (void)state;
    static const struct {
        rtp_str text;
        const char *printed;
    } cases[] = {
        {{NULL, 0}, "{NULL, 0}"},
        {RTP_STR(""), "RTP_STR(\"\")"},
        {RTP_STR("a\"b\\c?\n1"), "RTP_STR(\"a\\042b\\134c\\077\\0121\")"},
        {RTP_STR("\xC3\xA9"), "RTP_STR(\"\\303\\251\")"},
    };
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        rtp_buf out = rtp_buf_make(SIZE_MAX);
        rtp_str_print(cases[i].text, &out);
        assert_true(rtp_str_equal(rtp_buf_text(&out), rtp_str_from(cases[i].printed)));
        rtp_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_bytes_depend_on_the_pack_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_unsafe_is_printed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_printed_comes_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_pack_is_valid_too, set_up, tear_down),
        cmocka_unit_test(texts_are_told_from_their_absence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
