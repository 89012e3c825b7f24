/* The look of a flat OpenDocument text: named styles under the names that LibreOffice knows, so that a reader
 * changes a style and the whole document follows. */
#include "render/fodt.h"
#include "render/xml.h"

/* One row a style. */
/* clang-format off */

/* Sizes in points and centimetres; one dark blue and greys, which print well in black. Names in files have "_20_" for
 * a blank. */
#define STYLE(name, display, family, more, inside)                                                                     \
    "<style:style style:name='" name "' style:display-name='" display "' style:family='" family "'" more ">" inside    \
    "</style:style>\n"
#define PARAGRAPH(properties) "<style:paragraph-properties " properties "/>"
#define TEXT(properties)      "<style:text-properties " properties "/>"
#define PARENT(name)          " style:parent-style-name='" name "'"
#define NEXT(name)            " style:next-style-name='" name "'"
#define LEVEL(number)         " style:default-outline-level='" number "'"
#define BLOCK(name, display, more, inside) STYLE(name, display, "paragraph", more, inside)
#define HEADING(name, display, more, inside)                                                                           \
    BLOCK(name, display, PARENT("Heading") NEXT("Text_20_body") more, inside)
#define TO_THE_RIGHT PARAGRAPH("fo:text-align='end' style:justify-single-word='false'")

static const char defaults[] =
    "<office:font-face-decls><style:font-face style:name='Body' svg:font-family=\"'Liberation Sans'\""
    " style:font-family-generic='swiss' style:font-pitch='variable'/></office:font-face-decls>\n"
    "<office:styles>\n"
    "<style:default-style style:family='table'><style:table-properties table:border-model='collapsing'/>"
    "</style:default-style>\n"
    "<style:default-style style:family='table-row'><style:table-row-properties fo:keep-together='always'/>"
    "</style:default-style>\n"
    "<style:default-style style:family='paragraph'>"
    PARAGRAPH("fo:orphans='2' fo:widows='2' style:tab-stop-distance='1.25cm' style:writing-mode='page'")
    "<style:text-properties style:font-name='Body' fo:font-size='10.5pt' style:use-window-font-color='true'";

static const char running_text[] =
    "/></style:default-style>\n"
    BLOCK("Standard", "Default Paragraph Style", "", "")
    BLOCK("Text_20_body", "Text body", PARENT("Standard"),
          PARAGRAPH("fo:margin-top='0cm' fo:margin-bottom='0.22cm' fo:line-height='122%'"))
    BLOCK("Heading", "Heading", PARENT("Standard") NEXT("Text_20_body"),
          PARAGRAPH("fo:margin-top='0.42cm' fo:margin-bottom='0.2cm' fo:line-height='110%'"
                    " fo:keep-with-next='always'")
          TEXT("fo:color='#1f3a5f' fo:font-weight='bold'"))
    HEADING("Title", "Title", "",
            PARAGRAPH("fo:margin-top='0cm' fo:margin-bottom='0.35cm'") TEXT("fo:font-size='20pt'"))
    HEADING("Heading_20_1", "Heading 1", LEVEL("1"),
            PARAGRAPH("fo:margin-top='0.48cm' fo:margin-bottom='0.18cm'") TEXT("fo:font-size='14pt'"))
    HEADING("Heading_20_2", "Heading 2", LEVEL("2"), TEXT("fo:font-size='12pt'"))
    HEADING("Heading_20_3", "Heading 3", LEVEL("3"), TEXT("fo:font-size='10.5pt'"))
    BLOCK("List_20_1", "List 1", PARENT("Text_20_body"),
          PARAGRAPH("fo:margin-top='0cm' fo:margin-bottom='0.12cm'"))
    BLOCK("List_20_1_20_End", "List 1 End", PARENT("List_20_1"),
          PARAGRAPH("fo:margin-top='0cm' fo:margin-bottom='0.26cm'"));

static const char set_apart[] =
    BLOCK("Quotations", "Quotations", PARENT("Text_20_body"),
          PARAGRAPH("fo:margin-left='0.6cm' fo:margin-right='0.6cm' fo:border='none'"
                    " fo:border-left='2pt solid #9aa7b8' fo:padding='0cm' fo:padding-left='0.3cm'"))
    BLOCK("Note", "Note", PARENT("Text_20_body"),
          PARAGRAPH("fo:background-color='#fff4d6' fo:padding='0.15cm' fo:border='0.75pt solid #c9a227'"
                    " style:join-border='true'"))
    BLOCK("Horizontal_20_Line", "Horizontal Line", PARENT("Standard") NEXT("Text_20_body"),
          PARAGRAPH("fo:margin-top='0cm' fo:margin-bottom='0.3cm' fo:border='none'"
                    " fo:border-bottom='0.5pt solid #9aa7b8'"
                    " fo:padding='0cm'")
          TEXT("fo:font-size='6pt'"))
    BLOCK("Figure", "Figure", PARENT("Standard"),
          PARAGRAPH("fo:margin-top='0.1cm' fo:margin-bottom='0.05cm' fo:keep-with-next='always'"))
    BLOCK("Caption", "Caption", PARENT("Text_20_body"), TEXT("fo:font-size='9.5pt' fo:color='#444444'"))
    BLOCK("Footnote", "Footnote", PARENT("Standard"),
          PARAGRAPH("fo:margin-left='0.5cm' fo:text-indent='-0.5cm' fo:margin-bottom='0.08cm'")
          TEXT("fo:font-size='8.5pt'"))
    BLOCK("Header", "Header", PARENT("Standard"),
          TEXT("fo:font-size='8.5pt' fo:color='#8a1c1c' fo:font-weight='bold'"))
    BLOCK("Footer", "Footer", PARENT("Standard"), TO_THE_RIGHT TEXT("fo:font-size='8.5pt' fo:color='#555555'"));

static const char in_tables[] =
    BLOCK("Table_20_Contents", "Table Contents", PARENT("Standard"),
          PARAGRAPH("fo:line-height='112%'") TEXT("fo:font-size='9.5pt'"))
    BLOCK("Table_20_Heading", "Table Heading", PARENT("Table_20_Contents"),
          PARAGRAPH("fo:keep-with-next='always'") TEXT("fo:font-weight='bold'"))
    BLOCK("Table_20_Number", "Table Number", PARENT("Table_20_Contents"), TO_THE_RIGHT)
    BLOCK("Table_20_Number_20_Heading", "Table Number Heading", PARENT("Table_20_Heading"), TO_THE_RIGHT)
    BLOCK("After_20_table", "After table", PARENT("Standard"), TEXT("fo:font-size='5pt'"));

static const char in_lines[] =
    STYLE("Strong_20_Emphasis", "Strong Emphasis", "text", "",
          TEXT("fo:font-weight='bold' style:font-weight-asian='bold' style:font-weight-complex='bold'"))
    STYLE("Emphasis", "Emphasis", "text", "",
          TEXT("fo:font-style='italic' style:font-style-asian='italic' style:font-style-complex='italic'"))
    STYLE("Internet_20_link", "Internet link", "text", "",
          TEXT("fo:color='#0b4f9e' style:text-underline-style='solid' style:text-underline-width='auto'"
               " style:text-underline-color='font-color'"))
    STYLE("Footnote_20_Symbol", "Footnote Symbol", "text", "", "")
    STYLE("Footnote_20_anchor", "Footnote anchor", "text", "", TEXT("style:text-position='super 65%'"));

#define LIST_LEVEL(tab, indent)                                                                                        \
    "<style:list-level-properties text:list-level-position-and-space-mode='label-alignment'>"                          \
    "<style:list-level-label-alignment text:label-followed-by='listtab' text:list-tab-stop-position='" tab "'"         \
    " fo:margin-left='" tab "' fo:text-indent='" indent "'/></style:list-level-properties>"
#define OUTLINE_LEVEL(number) "<text:outline-level-style text:level='" number "' style:num-format=''/>"

static const char numbering[] =
    "<text:outline-style style:name='Outline'>" OUTLINE_LEVEL("1") OUTLINE_LEVEL("2") OUTLINE_LEVEL("3")
    "</text:outline-style>\n"
    "<text:list-style style:name='Bullets'><text:list-level-style-bullet text:level='1' text:bullet-char='\u2022'>"
    LIST_LEVEL("0.6cm", "-0.45cm") "</text:list-level-style-bullet></text:list-style>\n"
    "<text:list-style style:name='Numbers'><text:list-level-style-number text:level='1' style:num-format='1'"
    " style:num-suffix='.'>" LIST_LEVEL("0.75cm", "-0.6cm") "</text:list-level-style-number></text:list-style>\n"
    "<text:notes-configuration text:note-class='footnote' text:default-style-name='Footnote'"
    " text:citation-style-name='Footnote_20_Symbol' text:citation-body-style-name='Footnote_20_anchor'"
    " style:num-format='1' text:start-value='0' text:footnotes-position='page'"
    " text:start-numbering-at='document'/>\n"
    "</office:styles>\n";

#define CELL(name, properties)                                                                                         \
    "<style:style style:name='" name "' style:family='table-cell'><style:table-cell-properties fo:border='none'"       \
    " fo:padding-left='0.15cm' fo:padding-right='0.15cm' fo:padding-top='0.09cm' fo:padding-bottom='0.09cm'"           \
    " " properties "/></style:style>\n"

static const char automatic[] =
    "<office:automatic-styles>\n"
    "<style:style style:name='Chart' style:family='graphic'><style:graphic-properties style:vertical-pos='top'"
    " style:vertical-rel='baseline' draw:stroke='none' draw:fill='none' fo:padding='0cm' fo:border='none'/>"
    "</style:style>\n"
    CELL("Cell", "fo:border-bottom='0.5pt solid #b5bdc8'")
    CELL("Head", "fo:border-bottom='1pt solid #1f3a5f' fo:background-color='#e9eef5' style:vertical-align='bottom'")
    "<style:style style:name='Row' style:family='table-row'><style:table-row-properties fo:keep-together='always'/>"
    "</style:style>\n";

/* clang-format on */

static const char page_layout[] =
    " fo:margin-top='1.6cm' fo:margin-bottom='1.4cm' fo:margin-left='2.2cm' fo:margin-right='2.2cm'"
    " style:print-orientation='portrait' style:writing-mode='lr-tb' style:num-format='1'>"
    "<style:footnote-sep style:width='0.018cm' style:distance-before-sep='0.15cm'"
    " style:distance-after-sep='0.15cm' style:line-style='solid' style:adjustment='left' style:rel-width='25%'"
    " style:color='#555555'/></style:page-layout-properties>"
    "<style:header-style><style:header-footer-properties fo:min-height='0.6cm' fo:margin-bottom='0.4cm'/>"
    "</style:header-style>"
    "<style:footer-style><style:header-footer-properties fo:min-height='0.6cm' fo:margin-top='0.4cm'/>"
    "</style:footer-style></style:page-layout>\n"
    "</office:automatic-styles>\n"
    "<office:master-styles><style:master-page style:name='Standard' style:page-layout-name='Page'>";

static const char page_footer[] =
    " \u00B7 <text:page-number text:select-page='current'>1</text:page-number>"
    " / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles>\n";

#define PUT(w, bytes) rtp_buf_put((w)->out, (rtp_str){bytes, sizeof bytes - 1})

/* ---- language: "en-GB", "zh-Hant-TW" ---- */

typedef struct tag {
    rtp_str language, script, country;
} tag;

static bool is_letters(rtp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = (char)(text.ptr[i] | 0x20);
        if (c < 'a' || c > 'z') {
            return false;
        }
    }
    return text.len > 0;
}

static rtp_str subtag_take(rtp_str *rest)
{
    size_t len = 0;
    if (rest->len == 0) { /* an absent one has no place to count from */
        return *rest;
    }
    while (len < rest->len && rest->ptr[len] != '-') {
        len++;
    }
    rtp_str taken = {rest->ptr, len};
    len += len < rest->len;
    *rest = (rtp_str){rest->ptr + len, rest->len - len};
    return taken;
}

/* What is no language is English, as the texts are. */
static tag tag_read(rtp_str text)
{
    enum { SCRIPT = 4, COUNTRY = 2 };
    tag read = {RTP_STR("en"), {NULL, 0}, RTP_STR("none")};
    rtp_str first = subtag_take(&text);
    if (!is_letters(first) || first.len < 2 || first.len > 3) {
        return read;
    }
    read.language = first;
    while (text.len > 0) {
        rtp_str next = subtag_take(&text);
        if (is_letters(next) && next.len == SCRIPT) {
            read.script = next;
        } else if (is_letters(next) && next.len == COUNTRY) {
            read.country = next;
        }
    }
    return read;
}

static void language_put(const rtp_fodt *w)
{
    tag read = tag_read(w->options->language);
    rtp_buf_format(w->out, " fo:language='%.*s' fo:country='%.*s'", RTP_FMT(read.language), RTP_FMT(read.country));
    if (read.script.len > 0) {
        rtp_buf_format(w->out, " fo:script='%.*s'", RTP_FMT(read.script));
    }
}

/* ---- the page ---- */

static void page_put(const rtp_fodt *w)
{
    static const rtp_str sizes[] = {[RTP_PAPER_A4] = RTP_STR("fo:page-width='21cm' fo:page-height='29.7cm'"),
                                    [RTP_PAPER_LETTER] = RTP_STR("fo:page-width='21.59cm' fo:page-height='27.94cm'")};
    rtp_buf_puts(w->out, "<style:page-layout style:name='Page'><style:page-layout-properties ");
    rtp_buf_put(w->out, sizes[w->options->paper]);
    PUT(w, page_layout);
    if (w->document->personal) {
        rtp_buf_puts(w->out, "<style:header><text:p text:style-name='Header'>Private: for you alone</text:p>"
                             "</style:header>");
    }
    rtp_buf_puts(w->out, "<style:footer><text:p text:style-name='Footer'>");
    rtp_xml_put(w->out, w->document->title);
    PUT(w, page_footer);
}

void rtp_fodt_styles_put(const rtp_fodt *w)
{
    PUT(w, defaults);
    language_put(w);
    PUT(w, running_text);
    PUT(w, set_apart);
    PUT(w, in_tables);
    PUT(w, in_lines);
    PUT(w, numbering);
    PUT(w, automatic);
    rtp_fodt_table_styles_put(w);
    page_put(w);
}
