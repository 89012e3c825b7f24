/* floor: render */
/* The HTML format: what each part of a document becomes, and that no text becomes more than text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "charts.h"
#include "recipe.h"
#include "rtopitch/render.h"

typedef struct page {
    recipe r;
    rtp_document document;
    rtp_node *root;
    rtp_render_options options;
} page;

static page page_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    page p = {.r = {arena, rtp_lit("text")}, .root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT)};
    p.document = (rtp_document){.root = p.root, .name = rtp_lit("probe"), .title = rtp_lit("A & B")};
    p.options.arena = arena;
    return p;
}

static const char *page_text(page *p)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_format_find(rtp_lit("html"))->render(&p->document, &p->options, &out);
    const char *text = rtp_arena_copy(p->r.arena, rtp_buf_text(&out)).ptr;
    rtp_buf_free(&out);
    return text;
}

/* What stands behind the start of the body; ends the page. */
static void assert_body(page *p, const char *wanted)
{
    static const char start[] = "<body class=\"probe\">\n", end[] = "</body>\n</html>\n";
    const char *body = strstr(page_text(p), start);
    assert_non_null(body);
    size_t len = strlen(wanted);
    body += sizeof start - 1;
    if (strncmp(body, wanted, len) != 0 || strcmp(body + len, end) != 0) {
        fail_msg("found\n%s\nwanted\n%s", body, wanted);
    }
    rtp_arena_free(p->r.arena);
}

static rtp_node *block_put(page *p, rtp_node_kind kind, rtp_str section, const char *spans)
{
    rtp_node *block = recipe_block(&p->r, p->root, kind, spans);
    block->section = section;
    return block;
}

/* ---- the page ---- */

static void assert_holds(const char *text, const char *const *wanted)
{
    for (; *wanted; wanted++) {
        if (!strstr(text, *wanted)) {
            fail_msg("no %s in\n%s", *wanted, text);
        }
    }
}

static void test_the_head_says_what_the_page_is(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\" />\n",
        "content=\"width=device-width, initial-scale=1\" />\n",
        "content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n",
        "<title>A &amp; B</title>\n<style>\n",
        "</style>\n</head>\n",
        "@page{size:letter;",
        NULL,
    };
    page p = page_make();
    p.options.language = rtp_lit("en-GB");
    p.options.paper = RTP_PAPER_LETTER;
    const char *text = page_text(&p);
    assert_holds(text, wanted);
    assert_null(strstr(text, "Private"));
    assert_null(strstr(text, "<script"));
    rtp_arena_free(p.r.arena);
}

static void test_a_private_page_says_so(void **state)
{
    (void)state;
    static const char *const wanted[] = {"<body class=\"probe private\">", "content:\"Private\"", "size:A4", NULL};
    page p = page_make();
    p.document.personal = true;
    assert_holds(page_text(&p), wanted);
    rtp_arena_free(p.r.arena);
}

static void test_what_is_no_language_is_english(void **state)
{
    static const rtp_str tags[] = {RTP_STR("\"><b"), RTP_STR("en GB"), RTP_STR("")};
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(tags); i++) {
        page p = page_make();
        p.options.language = tags[i];
        assert_non_null(strstr(page_text(&p), "<html lang=\"en\">"));
        rtp_arena_free(p.r.arena);
    }
}

static void test_landmarks_follow_the_sections(void **state)
{
    (void)state;
    page p = page_make();
    block_put(&p, RTP_NODE_HEADING, rtp_lit("x.title"), "T")->level = 1;
    block_put(&p, RTP_NODE_PARAGRAPH, rtp_lit("x.header"), "*(Who:) T|b");
    block_put(&p, RTP_NODE_HEADING, rtp_lit("x.one"), "T")->level = 2;
    block_put(&p, RTP_NODE_PARAGRAPH, rtp_lit("x.one"), "a");
    block_put(&p, RTP_NODE_PARAGRAPH, rtp_lit("x.two"), "b");
    assert_body(&p, "<header>\n<h1>text</h1>\n<p><strong>Who:</strong> text<br />\nb</p>\n</header>\n<main>\n"
                    "<section id=\"x-one\" aria-labelledby=\"x-one-heading\">\n"
                    "<h2 id=\"x-one-heading\">text</h2>\n<p>a</p>\n</section>\n"
                    "<section id=\"x-two\">\n<p>b</p>\n</section>\n</main>\n");
}

/* ---- blocks and spans ---- */

static void test_spans(void **state)
{
    static const struct {
        const char *spans, *wanted;
    } rows[] = {
        {"aTb", "<p>a&lt;i&gt;b</p>\n"},
        {"*(a/(b)) 5", "<p><strong>a<em>b</em></strong> 5</p>\n"},
        {"a@(T)", "<p>a<a href=\"https://example.org/a?b&#61;1&amp;c&#61;2\">&lt;i&gt;</a></p>\n"},
        {"@", "<p><a "
              "href=\"https://example.org/a?b&#61;1&amp;c&#61;2\">https://example.org/a?b&#61;1&amp;c&#61;2</a></p>\n"},
        {"a|b", "<p>a<br />\nb</p>\n"},
        {"|a||", "<p>a</p>\n"}, /* breaks stand between words */
        {"a[.", "<p>a [1].</p>\n"},
        {"a [", "<p>a [1]</p>\n"},
        {"[a", "<p>[1]a</p>\n"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        char wanted[512];
        page p = page_make();
        p.r.text = rtp_lit("<i>");
        recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, rows[i].spans);
        (void)snprintf(wanted, sizeof wanted, "<main>\n%s</main>\n", rows[i].wanted);
        assert_body(&p, wanted);
    }
}

static void test_only_safe_addresses_become_links(void **state)
{
    static const struct {
        rtp_str address;
        const char *wanted;
    } rows[] = {
        {RTP_STR("javascript:alert(1)"), "<main>\n<p>x</p>\n</main>\n"},
        {RTP_STR("mailto:a@b.example"), "<main>\n<p><a href=\"mailto:a@b.example\">x</a></p>\n</main>\n"},
        {RTP_STR("https://a.example/\"><b>"),
         "<main>\n<p><a href=\"https://a.example/%22%3E%3Cb%3E\">x</a></p>\n</main>\n"},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        page p = page_make();
        recipe_block(&p.r, p.root, RTP_NODE_PARAGRAPH, "@(x)")->first->text = rows[i].address;
        assert_body(&p, rows[i].wanted);
    }
}

static void test_blocks(void **state)
{
    (void)state;
    static const char *const items[] = {"a", "T", NULL};
    page p = page_make();
    recipe_list(&p.r, p.root, false, items);
    recipe_list(&p.r, p.root, true, items);
    recipe_block(&p.r, rtp_node_put(p.r.arena, p.root, RTP_NODE_QUOTE), RTP_NODE_PARAGRAPH, "q");
    recipe_block(&p.r, rtp_node_put(p.r.arena, p.root, RTP_NODE_NOTE), RTP_NODE_PARAGRAPH, "n");
    rtp_node_put(p.r.arena, p.root, RTP_NODE_RULE);
    recipe_block(&p.r, p.root, RTP_NODE_HEADING, "h")->level = 3;
    recipe_block(&p.r, p.root, RTP_NODE_CHART, "c");
    assert_body(&p, "<main>\n<ul>\n<li>a</li>\n<li>text</li>\n</ul>\n<ol>\n<li>a</li>\n<li>text</li>\n</ol>\n"
                    "<blockquote>\n<p>q</p>\n</blockquote>\n<aside role=\"note\">\n<p>n</p>\n</aside>\n<hr />\n"
                    "<h3>h</h3>\n<p>c</p>\n</main>\n");
}

static void test_a_chart_is_a_figure_with_its_words(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node *node = recipe_block(&p.r, p.root, RTP_NODE_CHART, "words");
    node->chart = chart_make(p.r.arena, "or", 1, (double[]){1, 2});
    rtp_node_put(p.r.arena, node, RTP_SPAN_SPARK)->text = rtp_lit("spark");
    const char *text = page_text(&p);
    static const char *const wanted[] = {"<figure>\n<svg ", "</svg>\n<figcaption>words</figcaption>\n</figure>\n",
                                         NULL};
    assert_holds(text, wanted);
    assert_null(strstr(text, "spark"));
    rtp_arena_free(p.r.arena);
}

/* ---- citations ---- */

/* Two sources, cited in a paragraph: the first twice. */
static void cite(page *p)
{
    static const rtp_evidence studies[] = {{.year = 2001}, {.year = 2002}}; /* invented, and without authors */
    rtp_node *first = recipe_block(&p->r, p->root, RTP_NODE_PARAGRAPH, "a[b[c[");
    first->last->level = 2;
    rtp_node *list = rtp_node_put(p->r.arena, p->root, RTP_NODE_LIST);
    list->level = 1;
    for (int i = 0; i < 2; i++) {
        rtp_node *item = rtp_node_put(p->r.arena, list, RTP_NODE_ITEM);
        item->evidence = &studies[i];
        rtp_node *who = rtp_node_put(p->r.arena, item, RTP_SPAN_TEXT);
        who->text = i == 0 ? rtp_lit("A (2001).") : rtp_lit("B <2>.");
        who->fact = RTP_LITERAL;
    }
}

#define CITE(id, number, text)                                                                                         \
    " <a class=\"cite\" id=\"cite-" id "\" href=\"#source-" number "\" role=\"doc-noteref\">" text "</a>"
#define BACK(number)                                                                                                   \
    " <a class=\"back\" href=\"#cite-" number "\" role=\"doc-backlink\" aria-label=\"Back to where it is cited\">"     \
    "\u21A9\uFE0E</a></li>\n"
#define SOURCES                                                                                                        \
    "<ol class=\"sources\">\n<li id=\"source-1\">A (2001)." BACK("1") "<li id=\"source-2\">B &lt;2&gt;." BACK(         \
        "2") "</ol>\n</main>\n"

static void test_citations_lead_to_their_source_and_back(void **state)
{
    (void)state;
    page p = page_make();
    cite(&p);
    assert_body(&p, "<main>\n<p>a" CITE("1", "1", "[1]") "b" CITE("1-2", "1", "[1]") "c" CITE("2", "2",
                                                                                              "[2]") "</p>\n" SOURCES);
}

static void test_inline_citations_tell_who(void **state)
{
    (void)state;
    page p = page_make();
    p.options.citations = RTP_CITATIONS_INLINE;
    cite(&p);
    assert_body(&p, "<main>\n<p>a" CITE("1", "1", "(2001)") "b" CITE("1-2", "1", "(2001)") "c" CITE(
                        "2", "2", "(2002)") "</p>\n" SOURCES);
}

/* ---- tables ---- */

static void test_tables_name_their_cells(void **state)
{
    (void)state;
    static const char *const head[] = {"", "aT", "b", NULL}, *const row[] = {"x", "", "5", NULL};
    page p = page_make();
    p.r.text = rtp_lit("&");
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    assert_body(&p, "<main>\n<table class=\"slim\" role=\"table\">\n<thead role=\"rowgroup\">\n<tr role=\"row\">\n"
                    "<td role=\"cell\"></td>\n<th scope=\"col\" role=\"columnheader\">a&amp;</th>\n"
                    "<th scope=\"col\" role=\"columnheader\" class=\"n\">b</th>\n</tr>\n</thead>\n"
                    "<tbody role=\"rowgroup\">\n<tr role=\"row\">\n<th scope=\"row\" role=\"rowheader\">x</th>\n"
                    "<td role=\"cell\" data-label=\"a&amp;\"></td>\n"
                    "<td role=\"cell\" class=\"n\" data-label=\"b\">5</td>\n</tr>\n</tbody>\n</table>\n</main>\n");
}

static void test_terms_have_no_header(void **state)
{
    (void)state;
    static const char *const head[] = {"", "", NULL}, *const row[] = {"x", "y", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row)->last->align = RTP_ALIGN_LEFT;
    assert_body(&p, "<main>\n<table class=\"terms\">\n<tbody>\n<tr>\n<th scope=\"row\">x</th>\n<td>y</td>\n</tr>\n"
                    "</tbody>\n</table>\n</main>\n");
}

static void test_tables_with_long_cells_are_wide(void **state)
{
    (void)state;
    static const char *const head[] = {"a", "b", "c", NULL}, *const row[] = {"T", "T", "T", NULL};
    static const struct {
        rtp_str text;
        const char *wanted;
    } rows[] = {{RTP_STR("twenty characters   "), "class=\"slim\""},
                {RTP_STR("twenty-two characters "), "class=\"wide\""}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        page p = page_make();
        p.r.text = rows[i].text;
        rtp_node *table = rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
        recipe_row(&p.r, table, true, head);
        recipe_row(&p.r, table, false, row);
        assert_non_null(strstr(page_text(&p), rows[i].wanted));
        rtp_arena_free(p.r.arena);
    }
}

static void test_an_empty_table_leaves_nothing(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node_put(p.r.arena, rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE), RTP_NODE_ROW);
    rtp_node_put(p.r.arena, p.root, RTP_NODE_TABLE);
    assert_body(&p, "<main>\n</main>\n");
}

/* ---- the user's style sheet ---- */

static void test_no_style_sheet_gets_out_of_its_element(void **state)
{
    static const struct {
        rtp_str style;
        const char *wanted; /* behind the start of the CDATA section */
    } rows[] = {
        {RTP_STR("a > b & c{color:red}\n"), "a > b & c{color:red}\n\n/*]]>*/\n</style>"},
        {RTP_STR("</style><b>"), "<\\/style><b>\n/*]]>*/\n</style>"},
        {RTP_STR("</STYLE "), "<\\/STYLE \n/*]]>*/\n</style>"},
        {RTP_STR("]]>]]]"), "]\\]\\>]]]\n/*]]>*/\n</style>"},
        {RTP_STR("\u00E9\x1B\xFF\u202E\ta"), "\u00E9\uFFFD\uFFFD a\n/*]]>*/\n</style>"},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        page p = page_make();
        p.options.style = rows[i].style;
        const char *found = strstr(page_text(&p), "/*<![CDATA[*/\n");
        assert_non_null(found);
        found += strlen("/*<![CDATA[*/\n");
        if (strncmp(found, rows[i].wanted, strlen(rows[i].wanted)) != 0) {
            fail_msg("row %zu: %.60s", i, found);
        }
        rtp_arena_free(p.r.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_head_says_what_the_page_is),
        cmocka_unit_test(test_a_private_page_says_so),
        cmocka_unit_test(test_what_is_no_language_is_english),
        cmocka_unit_test(test_landmarks_follow_the_sections),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_only_safe_addresses_become_links),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_a_chart_is_a_figure_with_its_words),
        cmocka_unit_test(test_citations_lead_to_their_source_and_back),
        cmocka_unit_test(test_inline_citations_tell_who),
        cmocka_unit_test(test_tables_name_their_cells),
        cmocka_unit_test(test_terms_have_no_header),
        cmocka_unit_test(test_tables_with_long_cells_are_wide),
        cmocka_unit_test(test_an_empty_table_leaves_nothing),
        cmocka_unit_test(test_no_style_sheet_gets_out_of_its_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
