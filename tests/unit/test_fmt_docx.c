/* floor: render */
/* Word documents part by part: paragraphs, runs, lists, tables, notes, charts and page, as XML. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "recipe.h"
#include "render/docx.h"
#include "rtopitch/json.h"

typedef struct page {
    recipe r;
    rtp_document document;
    rtp_render_options options;
    rtp_buf out;
} page;

static page page_make(void)
{
    rtp_arena *arena = rtp_arena_make();
    rtp_node *root = rtp_node_put(arena, NULL, RTP_NODE_DOCUMENT);
    return (page){{arena, rtp_lit("text")},
                  {.root = root, .title = rtp_lit("A & B"), .date = 20778},
                  {.arena = arena, .language = rtp_lit("en-GB")},
                  rtp_buf_make(1 << 20)};
}

static void page_free(page *p)
{
    rtp_buf_free(&p->out);
    rtp_arena_free(p->r.arena);
}

/* Entries are stored, so a part's bytes stand behind its name; it ends where the next header begins. */
static rtp_str part_find(page *p, const char *name)
{
    if (p->out.len == 0) {
        rtp_format_find(rtp_lit("docx"))->render(&p->document, &p->options, &p->out);
        assert_false(p->out.failed);
    }
    size_t len = strlen(name);
    for (size_t i = 30; i + len < p->out.len; i++) {
        const unsigned char *header = (const unsigned char *)p->out.ptr + i - 30;
        if (memcmp(header, "PK\3\4", 4) == 0 && memcmp(p->out.ptr + i, name, len) == 0) {
            size_t size = (size_t)header[18] | (size_t)header[19] << 8 | (size_t)header[20] << 16;
            return rtp_arena_copy(p->r.arena, (rtp_str){p->out.ptr + i + len, size});
        }
    }
    return (rtp_str){NULL, 0};
}

static bool holds(rtp_str part, const char *wanted)
{
    size_t len = strlen(wanted);
    for (size_t i = 0; i + len <= part.len; i++) {
        if (memcmp(part.ptr + i, wanted, len) == 0) {
            return true;
        }
    }
    return false;
}

static void assert_holds(page *p, const char *name, const char *wanted)
{
    rtp_str part = part_find(p, name);
    assert_non_null(part.ptr);
    if (!holds(part, wanted)) {
        print_error("%s\nis not in %s:\n%s\n", wanted, name, part.ptr);
        fail();
    }
}

static void assert_lacks(page *p, const char *name, const char *unwanted)
{
    rtp_str part = part_find(p, name);
    assert_non_null(part.ptr);
    assert_false(holds(part, unwanted));
}

#define DOCUMENT     "word/document.xml"
#define T(text)      "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define BOLD(text)   "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define ITALIC(text) "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define LINKED(text)                                                                                                   \
    "<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define LINK(n, text) "<w:hyperlink r:id=\"rIdL" n "\" w:history=\"1\">" LINKED(text) "</w:hyperlink>"
#define BREAK         "<w:r><w:br/></w:r>"

/* ---- spans ---- */

static void test_runs(void **state)
{
    (void)state;
    static const struct {
        const char *recipe, *wanted;
    } rows[] = {
        {"T", "<w:p>" T("text") "</w:p>"},
        {"a5b", "<w:p>" T("a5b") "</w:p>"}, /* neighbours that look alike */
        {"  a   b  ", "<w:p>" T("a b") "</w:p>"},
        {"a *(b) c", "<w:p>" T("a ") BOLD("b") T(" c") "</w:p>"},
        {"*(a)*(b)", "<w:p>" BOLD("ab") "</w:p>"},
        {"*(a )b", "<w:p>" BOLD("a") T(" b") "</w:p>"},
        {"a/( b)", "<w:p>" T("a ") ITALIC("b") "</w:p>"},
        {"|a||b|", "<w:p>" T("a") "<w:r><w:br/><w:br/></w:r>" T("b") "</w:p>"},
        {"a | b", "<w:p>" T("a") BREAK T("b") "</w:p>"},
        {"a @(b) c", "<w:p>" T("a ") LINK("1", "b") T(" c") "</w:p>"},
        {"a[.", "<w:p>" T("a [1].") "</w:p>"}, /* a number without a source */
        {"<&", "<w:p>" T("&lt;&amp;") "</w:p>"},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        page p = page_make();
        recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, rows[i].recipe);
        assert_holds(&p, DOCUMENT, rows[i].wanted);
        page_free(&p);
    }
}

static void test_nothing_said(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, " | ");
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "");
    assert_holds(&p, DOCUMENT, "<w:body><w:sectPr>");
    page_free(&p);
}

static void test_no_control_gets_through(void **state)
{
    (void)state;
    page p = page_make();
    p.r.text = rtp_lit("a\x01\x1b]b\t\nc\xff\xe2\x80\xae");
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "T");
    assert_holds(&p, DOCUMENT, T("a\xEF\xBF\xBD\xEF\xBF\xBD]b c\xEF\xBF\xBD"));
    page_free(&p);
}

/* ---- links ---- */

static void test_links(void **state)
{
    (void)state;
    static const struct {
        const char *address, *target; /* NULL: text, not a link */
    } rows[] = {
        {"https://example.org/a?b=1&c=2#d", "https://example.org/a?b&#61;1&amp;c&#61;2#d"},
        {"https://example.org:8080", "https://example.org:8080"},
        {"mailto:a@example.org", "mailto:a@example.org"},
        {"https://example.org/a b\"<>\\^`{|}", "https://example.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D"},
        {"https://example.org/%41%4", "https://example.org/%41%254"},
        {"https://example.org/#a#b", "https://example.org/#a%23b"},
        {"https://example.org/\u00E9", "https://example.org/%C3%A9"},
        {"https://example.org/\x01", "https://example.org/%01"},
        {"javascript:alert(1)", NULL},
        {"file:///etc/passwd", NULL},
        {"https:example.org", NULL},
        {"https://", NULL},
        {"https:///a", NULL},
        {"https://a..b/", NULL},
        {"https://-a/", NULL},
        {"https://a-/", NULL},
        {"https://a:/", NULL},
        {"https://a:b/", NULL},
        {"https://a@b/", NULL},
        {"https://[::1]/", NULL},
        {"https://\u00E9.example/", NULL},
    };
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        page p = page_make();
        rtp_node *block = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_PARAGRAPH);
        rtp_node *link = rtp_node_put(p.r.arena, block, RTP_SPAN_LINK);
        link->text = rtp_str_from(rows[i].address);
        recipe_spans(&p.r, link, "x");
        assert_holds(&p, DOCUMENT, rows[i].target ? LINK("1", "x") : T("x"));
        if (rows[i].target) {
            rtp_str parts[] = {RTP_STR("Target=\""), rtp_str_from(rows[i].target),
                               RTP_STR("\" TargetMode=\"External\"/>")};
            assert_holds(&p, "word/_rels/document.xml.rels",
                         rtp_arena_join(p.r.arena, parts, RTP_COUNT(parts), rtp_lit("")).ptr);
        } else {
            assert_lacks(&p, "word/_rels/document.xml.rels", "External");
        }
        page_free(&p);
    }
}

/* ---- blocks ---- */

#define STYLED(style, rest) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/>" rest "</w:pPr>"

static void test_headings(void **state)
{
    (void)state;
    page p = page_make();
    for (int level = 1; level <= 3; level++) {
        recipe_block(&p.r, p.document.root, RTP_NODE_HEADING, "T")->level = level;
    }
    assert_holds(&p, DOCUMENT,
                 STYLED("Title", "") T("text") "</w:p>" STYLED("Heading1", "") T("text") "</w:p>" STYLED("Heading2", "")
                     T("text") "</w:p>");
    assert_holds(&p, "word/styles.xml", "<w:outlineLvl w:val=\"0\"/>");
    assert_holds(&p, "docProps/core.xml", "<dc:title>A &amp; B</dc:title>");
    assert_holds(&p, "docProps/core.xml", ">2026-11-21T00:00:00Z</dcterms:created>");
    page_free(&p);
}

#define ITEM(style, list, rest)                                                                                        \
    STYLED(style, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" list "\"/></w:numPr>" rest)
#define LAST "<w:spacing w:after=\"140\"/>"

/* Each list of numbers begins at 1 again. */
static void test_lists(void **state)
{
    (void)state;
    static const char *const items[] = {"a", "b", NULL};
    page p = page_make();
    recipe_list(&p.r, p.document.root, false, items);
    recipe_list(&p.r, p.document.root, true, items);
    recipe_list(&p.r, p.document.root, true, items);
    assert_holds(&p, DOCUMENT, ITEM("ListBullet", "1", "") T("a") "</w:p>" ITEM("ListBullet", "1", LAST) T("b"));
    assert_holds(&p, DOCUMENT, ITEM("ListNumber", "2", "") T("a") "</w:p>" ITEM("ListNumber", "2", LAST) T("b"));
    assert_holds(&p, DOCUMENT, ITEM("ListNumber", "3", "") T("a") "</w:p>" ITEM("ListNumber", "3", LAST) T("b"));
    assert_holds(&p, "word/numbering.xml",
                 "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                 "w:val=\"1\"/>");
    assert_lacks(&p, "word/numbering.xml", "w:numId=\"4\"");
    page_free(&p);
}

static void test_quotes_and_notes(void **state)
{
    (void)state;
    static const char *const items[] = {"c", NULL};
    page p = page_make();
    rtp_node *quote = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_QUOTE);
    recipe_block(&p.r, quote, RTP_NODE_PARAGRAPH, "a");
    rtp_node *note = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_NOTE);
    recipe_block(&p.r, note, RTP_NODE_PARAGRAPH, "b");
    recipe_list(&p.r, note, true, items);
    rtp_node_put(p.r.arena, p.document.root, RTP_NODE_RULE);
    assert_holds(&p, DOCUMENT,
                 STYLED("Quote", "") T("a") "</w:p>" STYLED("Note", "") T("b") "</w:p>" ITEM("Note", "2", LAST)
                     T("c") "</w:p><w:p><w:pPr><w:pBdr>");
    page_free(&p);
}

#define CELL(width, style, rest, text)                                                                                 \
    "<w:tc><w:tcPr><w:tcW w:w=\"" width "\" w:type=\"dxa\"/></w:tcPr>" STYLED(style, rest) text "</w:p></w:tc>"
#define RIGHT "<w:jc w:val=\"right\"/>"

static void test_tables(void **state)
{
    (void)state;
    static const char *const head[] = {"a", "b", NULL}, *const row[] = {"c", "", NULL}, *const cut[] = {"d", NULL};
    page p = page_make();
    rtp_node *table = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
    recipe_row(&p.r, table, true, head);
    recipe_row(&p.r, table, false, row);
    recipe_row(&p.r, table, false, cut);
    recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, "e");
    assert_holds(&p, DOCUMENT, "<w:tblGrid><w:gridCol w:w=\"4592\"/><w:gridCol w:w=\"4592\"/></w:tblGrid>");
    assert_holds(&p, DOCUMENT,
                 "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" CELL("4592", "TableHeading", "", T("a"))
                     CELL("4592", "TableHeading", RIGHT, T("b")) "</w:tr>");
    assert_holds(&p, DOCUMENT,
                 "<w:tr><w:trPr><w:cantSplit/></w:trPr>" CELL("4592", "TableText", "", T("c"))
                     CELL("4592", "TableText", RIGHT, "") "</w:tr>");
    assert_holds(&p, DOCUMENT, CELL("4592", "TableText", RIGHT, T("d")) CELL("4592", "TableText", "", "") "</w:tr>");
    assert_holds(&p, DOCUMENT, "</w:tbl><w:p><w:pPr><w:spacing w:before=\"200\"/></w:pPr>" T("e"));
    page_free(&p);
}

/* Terms have a header without words; what heads a row then is its first cell. */
static void test_terms(void **state)
{
    (void)state;
    static const char *const head[] = {"", "", NULL}, *const row[] = {"c", "d", NULL};
    page p = page_make();
    for (int i = 0; i < 2; i++) {
        rtp_node *table = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
        recipe_row(&p.r, table, true, head);
        recipe_row(&p.r, table, false, row);
    }
    rtp_node *empty = rtp_node_put(p.r.arena, p.document.root, RTP_NODE_TABLE);
    recipe_row(&p.r, empty, true, head);
    assert_lacks(&p, DOCUMENT, "tblHeader");
    assert_holds(&p, DOCUMENT, CELL("4592", "TableHeading", "", T("c")) CELL("4592", "TableText", RIGHT, T("d")));
    assert_holds(&p, DOCUMENT, "</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p><w:tbl>");
    assert_holds(&p, DOCUMENT, "</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
    assert_holds(&p, DOCUMENT, "</w:p><w:sectPr>"); /* never a table at the end */
    page_free(&p);
}

/* ---- citations ---- */

/* Two sources, each cited twice; the studies are invented. */
static void cited_put(page *p)
{
    static rtp_evidence studies[2];
    rtp_node *heading = recipe_block(&p->r, p->document.root, RTP_NODE_HEADING, "Text");
    rtp_node *block = recipe_block(&p->r, p->document.root, RTP_NODE_PARAGRAPH, "a [. b [ [. c [");
    int numbers[] = {2, 2, 1, 1};
    size_t i = 0;
    for (rtp_node *span = block->first; span; span = span->next) {
        if (span->kind == RTP_SPAN_CITATION) {
            span->level = numbers[i++];
            span->evidence = &studies[span->level - 1];
        }
    }
    rtp_node *sources = recipe_block(&p->r, p->document.root, RTP_NODE_HEADING, "Sources");
    static const char *const items[] = {"first", "second", NULL};
    rtp_node *list = recipe_list(&p->r, p->document.root, true, items);
    heading->section = block->section = rtp_lit("text");
    sources->section = list->section = rtp_lit("sources");
    sources->level = heading->level = 2;
    for (i = 0; i < 2; i++) {
        (i > 0 ? list->last : list->first)->evidence = &studies[i];
    }
}

#define MARK_STYLE "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
#define MARK(n)                                                                                                        \
    "<w:bookmarkStart w:id=\"" n "\" w:name=\"_RefSource" n "\"/>" MARK_STYLE "<w:footnoteReference w:id=\"" n         \
    "\"/></w:r><w:bookmarkEnd w:id=\"" n "\"/>"
#define AGAIN(n)                                                                                                       \
    "<w:fldSimple w:instr=\" NOTEREF _RefSource" n " \\f \\h \">" MARK_STYLE "<w:t>" n "</w:t></w:r></w:fldSimple>"

/* Footnotes are numbered as they come; a source that is told already is not told again. */
static void test_footnotes(void **state)
{
    (void)state;
    page p = page_make();
    cited_put(&p);
    assert_holds(&p, DOCUMENT,
                 T("a") MARK("1") T(". b") AGAIN("1") MARK_STYLE "<w:t>,</w:t></w:r>" MARK("2") T(". c") AGAIN("2"));
    assert_lacks(&p, DOCUMENT, "Sources");
    assert_holds(&p, "word/footnotes.xml", "<w:footnote w:id=\"1\">");
    rtp_str notes = part_find(&p, "word/footnotes.xml");
    assert_true(strstr(notes.ptr, "second") < strstr(notes.ptr, "first"));
    page_free(&p);
}

#define ANCHOR(n) "<w:bookmarkStart w:id=\"" n "\" w:name=\"source" n "\"/><w:bookmarkEnd w:id=\"" n "\"/>"

static void test_endnotes(void **state)
{
    (void)state;
    page p = page_make();
    p.options.citations = RTP_CITATIONS_ENDNOTES;
    cited_put(&p);
    assert_holds(
        &p, DOCUMENT,
        T("a [") "<w:hyperlink w:anchor=\"source2\" w:history=\"1\"><w:r><w:t>2</w:t></w:r></w:hyperlink>" T("]. b ["));
    assert_holds(&p, DOCUMENT, "Sources");
    assert_holds(&p, DOCUMENT, ANCHOR("1") T("first"));
    assert_lacks(&p, DOCUMENT, "footnoteReference");
    page_free(&p);
}

/* ---- the page ---- */

static void test_page(void **state)
{
    (void)state;
    page p = page_make();
    p.options.paper = RTP_PAPER_LETTER;
    p.document.personal = true;
    assert_holds(&p, DOCUMENT, "<w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:footerReference");
    assert_holds(&p, DOCUMENT, "<w:pgSz w:w=\"12240\" w:h=\"15840\"/>");
    assert_holds(&p, "word/header1.xml", "Private: for you alone");
    assert_holds(&p, "word/footer1.xml", "<w:fldSimple w:instr=\" NUMPAGES \">");
    assert_holds(&p, "word/styles.xml", "<w:lang w:val=\"en-GB\"");
    page_free(&p);
    p = page_make();
    assert_holds(&p, DOCUMENT, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
    assert_null(part_find(&p, "word/header1.xml").ptr);
    assert_lacks(&p, DOCUMENT, "headerReference");
    page_free(&p);
}

static void test_style_names(void **state)
{
    (void)state;
    page p = page_make();
    rtp_json_start();
    p.options.style = rtp_lit("{\"Heading 1\": \"Acme & Sons\", \"Title\": \"Heading 1\"}");
    recipe_block(&p.r, p.document.root, RTP_NODE_HEADING, "T")->level = 2;
    assert_holds(&p, DOCUMENT, STYLED("Heading1", "") T("text"));
    assert_holds(&p, "word/styles.xml",
                 "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Heading1\"><w:name w:val=\"Acme &amp; "
                 "Sons\"/>");
    assert_holds(&p, "word/styles.xml", "w:styleId=\"Title\"><w:name w:val=\"heading 1\"/>");
    page_free(&p);
}

/* ---- charts ---- */

static const rtp_chart_point points[] = {
    {2025 * 12 + 0, RTP_MODE_OFFICE, 3}, {2025 * 12 + 1, RTP_MODE_OFFICE, 4.5}, {2025 * 12 + 4, RTP_MODE_REMOTE, 2}};
static const rtp_chart_band bands[] = {{0, 2, RTP_MODE_OFFICE, 3.75}, {2, 1, RTP_MODE_REMOTE, 2}};

static rtp_chart chart_make(void)
{
    return (rtp_chart){.name = rtp_lit("Defects <1>"),
                       .unit = rtp_lit("a & b"),
                       .points = points,
                       .len = RTP_COUNT(points),
                       .bands = bands,
                       .band_count = RTP_COUNT(bands),
                       .low = 2,
                       .high = 4.5,
                       .step = 1};
}

static void test_chart(void **state)
{
    (void)state;
    page p = page_make();
    rtp_chart chart = chart_make();
    rtp_node *node = recipe_block(&p.r, p.document.root, RTP_NODE_CHART, "What \"it\" shows.");
    rtp_node_put(p.r.arena, node, RTP_SPAN_SPARK)->text = rtp_lit("#####");
    node->chart = &chart;
    assert_holds(&p, DOCUMENT, "<wp:docPr id=\"1\" name=\"Chart 1\" descr=\"What &#34;it&#34; shows.\"/>");
    assert_holds(&p, DOCUMENT, STYLED("Caption", "") T("What &#34;it&#34; shows."));
    assert_lacks(&p, DOCUMENT, "#####");
    assert_holds(&p, "word/charts/chart1.xml", "<a:t>Defects &lt;1&gt;</a:t>");
    assert_holds(&p, "word/charts/chart1.xml", "<a:t>a &amp; b</a:t>");
    assert_holds(
        &p, "word/charts/chart1.xml",
        "<c:f>Sheet1!$B$2:$B$6</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"5\"/><c:pt "
        "idx=\"0\"><c:v>3</c:v></c:pt><c:pt idx=\"1\"><c:v>4.5</c:v></c:pt></c:numCache>");
    assert_holds(&p, "word/charts/chart1.xml", "<c:pt idx=\"0\"><c:v>45658</c:v></c:pt>"); /* 1 January 2025 */
    assert_holds(&p, "word/embeddings/chart1.xlsx", "<c r=\"B3\"><v>4.5</v></c>");
    assert_holds(&p, "[Content_Types].xml", "/word/charts/chart1.xml");
    assert_holds(&p, "word/_rels/document.xml.rels", "Id=\"rIdC1\"");
    page_free(&p);
}

static void test_chart_without_points(void **state)
{
    (void)state;
    page p = page_make();
    recipe_block(&p.r, p.document.root, RTP_NODE_CHART, "words");
    assert_holds(&p, DOCUMENT, "<w:p>" T("words") "</w:p>");
    assert_lacks(&p, DOCUMENT, "<w:drawing");
    assert_lacks(&p, "[Content_Types].xml", "chart1");
    page_free(&p);
}

/* Quarters stay quarters; months apart by two and three need a row for each month. */
static void test_plot(void **state)
{
    (void)state;
    static const struct {
        rtp_month months[4];
        size_t len;
        rtp_month step;
        size_t rows;
    } rows[] = {{{24000}, 1, 1, 1}, {{24000, 24003, 24009}, 3, 3, 4}, {{24000, 24002, 24005}, 3, 1, 6}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        rtp_chart_point some[4];
        for (size_t k = 0; k < rows[i].len; k++) {
            some[k] = (rtp_chart_point){rows[i].months[k], RTP_MODE_HYBRID, (double)k};
        }
        rtp_chart_band band = {0, rows[i].len, RTP_MODE_HYBRID, 7};
        rtp_chart chart = {.points = some, .len = rows[i].len, .bands = &band, .band_count = 1};
        rtp_docx_plot plot = rtp_docx_plot_make(&chart, arena);
        assert_int_equal(plot.step, rows[i].step);
        assert_int_equal(plot.rows, rows[i].rows);
        assert_int_equal(plot.series_count, 2);
        size_t known = 0;
        for (size_t row = 0; row < plot.rows; row++) {
            bool is = !isnan(rtp_docx_plot_value(&plot, row, 0));
            assert_true(!is || rtp_docx_plot_value(&plot, row, 1) == 7);
            known += is;
        }
        assert_int_equal(known, rows[i].len);
        assert_true(rtp_docx_plot_value(&plot, plot.rows - 1, 0) == (double)(rows[i].len - 1));
        rtp_arena_free(arena);
    }
}

/* Whatever the limit, the buffer says that there was no room, and nothing is read or written beside it. */
static void test_no_room(void **state)
{
    (void)state;
    static const size_t limits[] = {0, 1, 100, 4000, 9000, 20000};
    for (size_t i = 0; i < RTP_COUNT(limits); i++) {
        page p = page_make();
        p.out = rtp_buf_make(limits[i]);
        rtp_chart chart = chart_make();
        cited_put(&p);
        recipe_block(&p.r, p.document.root, RTP_NODE_CHART, "words")->chart = &chart;
        recipe_block(&p.r, p.document.root, RTP_NODE_PARAGRAPH, " ");
        rtp_format_find(rtp_lit("docx"))->render(&p.document, &p.options, &p.out);
        assert_true(p.out.failed);
        assert_true(p.out.len <= limits[i]);
        page_free(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_nothing_said),
        cmocka_unit_test(test_no_control_gets_through),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_quotes_and_notes),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_terms),
        cmocka_unit_test(test_footnotes),
        cmocka_unit_test(test_endnotes),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_style_names),
        cmocka_unit_test(test_chart),
        cmocka_unit_test(test_chart_without_points),
        cmocka_unit_test(test_plot),
        cmocka_unit_test(test_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
