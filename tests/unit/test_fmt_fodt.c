/* floor: render */
/* Flat OpenDocument text: what each node becomes, notes once and then by reference, styles that are there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recipe.h"
#include "rtopitch/render.h"

static const rtp_evidence study = {.year = 2024}; /* invented */

typedef struct page {
    recipe r;
    rtp_document document;
    rtp_render_options options;
} page;

static page page_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    page p = {.r = {arena, rtp_lit("a < b")}, .options.arena = arena};
    p.document.root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT);
    p.document.title = rtp_lit("The title");
    return p;
}

/* The whole file, in the arena. */
static const char *page_text(page *p)
{
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_format_find(rtp_lit("fodt"))->render(&p->document, &p->options, &out);
    const char *text = rtp_arena_copy(p->r.arena, rtp_buf_text(&out)).ptr;
    rtp_buf_free(&out);
    return text;
}

static void assert_body(page *p, const char *wanted)
{
    static const char start[] = "<office:text>\n", end[] = "</office:text>";
    const char *body = strstr(page_text(p), start) + strlen(start);
    size_t len = (size_t)(strstr(body, end) - body);
    assert_string_equal(rtp_arena_copy(p->r.arena, (rtp_str){body, len}).ptr, wanted);
    rtp_arena_free(p->r.arena);
}

static void assert_holds(page *p, const char *wanted)
{
    if (!strstr(page_text(p), wanted)) {
        fail_msg("not there: %s", wanted);
    }
}

static void sources_put(page *p)
{
    static const char *const items[] = {"one", "*(w)o", NULL};
    rtp_node *heading = recipe_block(&p->r, p->document.root, RTP_NODE_HEADING, "S");
    heading->level = 2;
    rtp_node *list = recipe_list(&p->r, p->document.root, true, items);
    heading->section = list->section = rtp_lit("sources");
    list->first->evidence = list->last->evidence = &study;
}

static void test_headings_and_paragraphs(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.document.root, RTP_NODE_HEADING, "T")->level = 1;
    recipe_block(&p.r, p.document.root, RTP_NODE_HEADING, "x")->level = 2;
    recipe_block(&p.r, p.document.root, RTP_NODE_HEADING, "y")->level = 3;
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "*(b)/(i)|5");
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "");
    rtp_node_put(p.r.arena, p.document.root, RTP_NODE_RULE);
    assert_body(&p, "<text:p text:style-name='Title'>a &lt; b</text:p>\n"
                    "<text:h text:style-name='Heading_20_1' text:outline-level='1'>x</text:h>\n"
                    "<text:h text:style-name='Heading_20_2' text:outline-level='2'>y</text:h>\n"
                    "<text:p text:style-name='Text_20_body'>"
                    "<text:span text:style-name='Strong_20_Emphasis'>b</text:span>"
                    "<text:span text:style-name='Emphasis'>i</text:span><text:line-break/>5</text:p>\n"
                    "<text:p text:style-name='Horizontal_20_Line'/>\n");
}

static void test_lists_quotes_and_notes(void **state)
{
    (void)state;
    static const char *const items[] = {"a", "b", NULL}, *const none[] = {NULL};
    page p = page_make();
    recipe_list(&p.r, p.document.root, false, items);
    recipe_list(&p.r, p.document.root, true, none);
    recipe_block(&p.r, rtp_node_put(p.r.arena, p.document.root, RTP_NODE_QUOTE), RTP_NODE_PARAGRAPH, "q");
    rtp_node *note = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_NOTE);
    recipe_block(&p.r, note, RTP_NODE_PARAGRAPH, "n");
    recipe_list(&p.r, note, true, items + 1);
    assert_body(&p, "<text:list text:style-name='Bullets'>\n"
                    "<text:list-item><text:p text:style-name='List_20_1'>a</text:p></text:list-item>\n"
                    "<text:list-item><text:p text:style-name='List_20_1_20_End'>b</text:p></text:list-item>\n"
                    "</text:list>\n"
                    "<text:p text:style-name='Quotations'>q</text:p>\n"
                    "<text:p text:style-name='Note'>n</text:p>\n"
                    "<text:list text:style-name='Numbers'>\n"
                    "<text:list-item><text:p text:style-name='Note'>b</text:p></text:list-item>\n"
                    "</text:list>\n");
}

static void test_links_are_checked(void **state)
{
    (void)state;
    page p = page_make();
    rtp_node *block = recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "@(T)@");
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "@(T)")->first->text = rtp_lit("javascript:alert(1)");
    block->last->text = rtp_lit("https://example.org/'><b>");
    assert_body(&p, "<text:p text:style-name='Text_20_body'>"
                    "<text:a xlink:type='simple' text:style-name='Internet_20_link'"
                    " xlink:href='https://example.org/a?b&#61;1&amp;c&#61;2'>a &lt; b</text:a>"
                    "<text:a xlink:type='simple' text:style-name='Internet_20_link'"
                    " xlink:href='https://example.org/&#39;%3E%3Cb%3E'>https://example.org/&#39;&gt;&lt;b&gt;</text:a>"
                    "</text:p>\n"
                    "<text:p text:style-name='Text_20_body'>a &lt; b</text:p>\n");
}

#define NOTE(number, text)                                                                                             \
    "<text:note text:note-class='footnote' text:id='source" number "'><text:note-citation>" number                     \
    "</text:note-citation><text:note-body><text:p text:style-name='Footnote'>" text                                    \
    "</text:p></text:note-body></text:note>"

/* The blank before a citation goes; two numbers side by side are told apart; a source is told once. */
static void test_citations_are_footnotes(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "x [[.");
    p.document.root->first->first->next->next->next->level = 2;
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "y[");
    sources_put(&p);
    assert_body(
        &p,
        "<text:p text:style-name='Text_20_body'>x<text:span text:style-name='Footnote_20_anchor'>" NOTE(
            "1", "one") ",</text:span>" NOTE("2", "<text:span text:style-name='Strong_20_Emphasis'>w"
                                                  "</text:span>o") ".</text:p>\n"
                                                                   "<text:p text:style-name='Text_20_body'>y<text:span "
                                                                   "text:style-name='Footnote_20_anchor'>"
                                                                   "<text:note-ref text:note-class='footnote' "
                                                                   "text:reference-format='text'"
                                                                   " text:ref-name='source1'>1</text:note-ref></"
                                                                   "text:span></text:p>\n");
}

static void test_citations_refer_to_the_list(void **state)
{
    (void)state;
    static const struct {
        rtp_citations citations;
        const char *open, *name, *close;
    } cases[] = {{RTP_CITATIONS_ENDNOTES, "[", "1", "]"}, {RTP_CITATIONS_INLINE, "(", "2024", ")"}};
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        page p = page_make();
        recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "x[");
        sources_put(&p);
        p.options.citations = cases[i].citations;
        assert_body(&p, rtp_arena_format(
                            p.r.arena,
                            "<text:p text:style-name='Text_20_body'>x %s<text:a xlink:type='simple'"
                            " xlink:href='#source1'>%s</text:a>%s</text:p>\n"
                            "<text:h text:style-name='Heading_20_1' text:outline-level='1'>S</text:h>\n"
                            "<text:list text:style-name='Numbers'>\n"
                            "<text:list-item><text:p text:style-name='List_20_1'>"
                            "<text:bookmark text:name='source1'/>one</text:p></text:list-item>\n"
                            "<text:list-item><text:p text:style-name='List_20_1_20_End'>"
                            "<text:bookmark text:name='source2'/>"
                            "<text:span text:style-name='Strong_20_Emphasis'>w</text:span>o</text:p></text:list-item>\n"
                            "</text:list>\n",
                            cases[i].open, cases[i].name, cases[i].close)
                            .ptr);
    }
}

static void test_a_number_without_a_source_stays_a_number(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "x[");
    assert_body(&p, "<text:p text:style-name='Text_20_body'>x [1]</text:p>\n");
}

#define CELL(style, paragraph, text)                                                                                   \
    "<table:table-cell table:style-name='" style                                                                       \
    "' office:value-type='string'><text:p text:style-name='Table_20_" paragraph "'>" text                              \
    "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row table:style-name='Row'>" cells "</table:table-row>\n"
#define TABLE                                                                                                          \
    "<table:table table:name='T1' table:style-name='T1'><table:table-column table:style-name='T1.1'/>"                 \
    "<table:table-column table:style-name='T1.2'/>\n"
#define TABLE_END "</table:table>\n<text:p text:style-name='After_20_table'/>\n"

static void test_tables(void **state)
{
    (void)state;
    static const char *const head[] = {"W", "S", NULL}, *const row[] = {"x", "5[", NULL}, *const half[] = {"y", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    recipe_row(&p.r, table, false, half)->first->align = RTP_ALIGN_LEFT;
    sources_put(&p);
    assert_holds(&p,
                 "<style:style style:name='T1' style:family='table'><style:table-properties"
                 " table:align='margins' style:width='16.60cm' style:may-break-between-rows='true'/></style:style>\n"
                 "<style:style style:name='T1.1' style:family='table-column'><style:table-column-properties"
                 " style:column-width='8.30cm'/></style:style>\n"
                 "<style:style style:name='T1.2' style:family='table-column'><style:table-column-properties"
                 " style:column-width='8.30cm'/></style:style>\n");
    assert_body(&p, TABLE "<table:table-header-rows>" ROW(CELL("Head", "Heading", "W") CELL(
                        "Head", "Number_20_Heading",
                        "S")) "</table:table-header-rows>\n" ROW(CELL("Cell", "Contents", "x")
                                                                     CELL("Cell", "Number", "5" NOTE("1", "one")))
                        ROW(CELL("Cell", "Contents", "y") CELL("Cell", "Contents", "")) TABLE_END);
}

static void test_terms_have_no_header(void **state)
{
    (void)state;
    static const char *const head[] = {"", "", NULL}, *const row[] = {"x", "y", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
    assert_body(&p, TABLE ROW(CELL("Cell", "Heading", "x") CELL("Cell", "Number", "y")) TABLE_END);
}

static void test_the_page_and_the_language(void **state)
{
    (void)state;
    static const struct {
        const char *language, *wanted;
    } cases[] = {
        {"", " fo:language='en' fo:country='none'/>"},
        {"en-GB", " fo:language='en' fo:country='GB'/>"},
        {"zh-Hant-TW", " fo:language='zh' fo:country='TW' fo:script='Hant'/>"},
        {"de", " fo:language='de' fo:country='none'/>"},
        {"x'><b", " fo:language='en' fo:country='none'/>"},
        {"en-'><-GB", " fo:language='en' fo:country='GB'/>"},
    };
    page p = page_make();
    for (size_t i = 0; i < RTP_COUNT(cases); i++) {
        p.options.language = rtp_str_from(cases[i].language);
        assert_holds(&p, cases[i].wanted);
    }
    assert_holds(&p, "fo:page-width='21cm' fo:page-height='29.7cm'");
    p.options.paper = RTP_PAPER_LETTER;
    assert_holds(&p, "fo:page-width='21.59cm' fo:page-height='27.94cm'");
    rtp_arena_free(p.r.arena);
}

static void test_what_the_file_says_of_itself(void **state)
{
    (void)state;
    page p = page_make();
    p.document.title = rtp_lit("One & two");
    assert_true(rtp_date_parse(rtp_lit("2026-11-21"), &p.document.date));
    assert_holds(&p, " office:mimetype=\"application/vnd.oasis.opendocument.text\">");
    assert_holds(&p, "<office:meta><dc:title>One &amp; two</dc:title>"
                     "<meta:creation-date>2026-11-21T00:00:00</meta:creation-date>"
                     "<dc:date>2026-11-21T00:00:00</dc:date><dc:language>en</dc:language></office:meta>");
    assert_null(strstr(page_text(&p), "Private"));
    p.document.personal = true;
    assert_holds(&p, "<dc:subject>Private</dc:subject>");
    assert_holds(&p, "<style:header><text:p text:style-name='Header'>Private: for you alone</text:p></style:header>");
    rtp_arena_free(p.r.arena);
}

/* The picture begins "<svg x"; its words are told twice, for eyes and for readers that speak. */
static void test_charts_are_pictures_with_words(void **state)
{
    (void)state;
    static const rtp_chart_point points[] = {{24312, 0, 3}, {24313, 0, 5}}; /* invented, like the rest */
    static const rtp_chart_band band = {0, 2, 0, 4};
    static const rtp_chart chart = {.name = RTP_STR("Errors & more"),
                                    .points = points,
                                    .len = 2,
                                    .bands = &band,
                                    .band_count = 1,
                                    .low = 3,
                                    .high = 5,
                                    .step = 1};
    page p = page_make();
    rtp_node *node = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_CHART);
    recipe_spans(&p.r, node, "T");
    rtp_node_put(p.r.arena, node, RTP_SPAN_SPARK)->text = rtp_lit("spark");
    node->chart = &chart;
    assert_holds(&p, "draw:name='Chart 1' text:anchor-type='as-char'");
    assert_holds(&p, "<draw:image draw:mime-type='image/svg+xml'><office:binary-data>PHN2ZyB4");
    assert_holds(&p, "</office:binary-data></draw:image><svg:title>Errors &amp; more</svg:title>"
                     "<svg:desc>a &lt; b</svg:desc></draw:frame></text:p>\n"
                     "<text:p text:style-name='Caption'>a &lt; b</text:p>\n");
    assert_null(strstr(page_text(&p), "spark"));
    rtp_arena_free(p.r.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings_and_paragraphs),
        cmocka_unit_test(test_lists_quotes_and_notes),
        cmocka_unit_test(test_links_are_checked),
        cmocka_unit_test(test_citations_are_footnotes),
        cmocka_unit_test(test_citations_refer_to_the_list),
        cmocka_unit_test(test_a_number_without_a_source_stays_a_number),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_terms_have_no_header),
        cmocka_unit_test(test_charts_are_pictures_with_words),
        cmocka_unit_test(test_the_page_and_the_language),
        cmocka_unit_test(test_what_the_file_says_of_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
