/* The looks of a Word document, all of them in named styles: somebody who wants another font changes one style,
 * and a company that has styles of its own gives their names. */
#include "render/docx.h"
#include "render/xml.h"

typedef struct style_row {
    const char *id;
    rtp_str name; /* as files have it */
    rtp_str type;
    bool own; /* not one of Word's */
    rtp_str rest;
} style_row;

#define PARAGRAPH RTP_STR("paragraph")
#define BASED_ON  "<w:basedOn w:val=\"Normal\"/>"
#define NEXT      "<w:next w:val=\"Normal\"/>"
#define HEADING   BASED_ON NEXT "<w:uiPriority w:val=\"9\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>"
#define INK       "1F3864" /* of headings */
#define LINE      "BFBFBF" /* between rows */

static const style_row rows[RTP_DOCX_STYLE_COUNT] = {
    [RTP_DOCX_NORMAL] = {"Normal", RTP_STR("Normal"), PARAGRAPH, false, RTP_STR("<w:qFormat/>")},
    [RTP_DOCX_TITLE] = {"Title", RTP_STR("Title"), PARAGRAPH, false,
                        RTP_STR(BASED_ON NEXT
                                "<w:uiPriority w:val=\"10\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>"
                                "<w:spacing w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
                                "<w:rPr><w:b/><w:color w:val=\"" INK "\"/><w:sz w:val=\"36\"/>"
                                "<w:szCs w:val=\"36\"/></w:rPr>")},
    [RTP_DOCX_HEADING_1] = {"Heading1", RTP_STR("heading 1"), PARAGRAPH, false,
                            RTP_STR(HEADING "<w:spacing w:before=\"320\" w:after=\"100\" w:line=\"240\" "
                                            "w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
                                            "<w:rPr><w:b/><w:color w:val=\"" INK "\"/><w:sz w:val=\"28\"/>"
                                            "<w:szCs w:val=\"28\"/></w:rPr>")},
    [RTP_DOCX_HEADING_2] = {"Heading2", RTP_STR("heading 2"), PARAGRAPH, false,
                            RTP_STR(HEADING "<w:spacing w:before=\"220\" w:after=\"80\" w:line=\"240\" "
                                            "w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/></w:pPr>"
                                            "<w:rPr><w:b/><w:color w:val=\"" INK "\"/><w:sz w:val=\"24\"/>"
                                            "<w:szCs w:val=\"24\"/></w:rPr>")},
    [RTP_DOCX_BULLET] = {"ListBullet", RTP_STR("List Bullet"), PARAGRAPH, false,
                         RTP_STR(BASED_ON "<w:uiPriority w:val=\"99\"/><w:qFormat/><w:pPr><w:numPr><w:numId "
                                          "w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/></w:pPr>")},
    [RTP_DOCX_NUMBER] = {"ListNumber", RTP_STR("List Number"), PARAGRAPH, false,
                         RTP_STR(BASED_ON "<w:uiPriority w:val=\"99\"/><w:qFormat/><w:pPr><w:numPr><w:numId "
                                          "w:val=\"2\"/></w:numPr><w:spacing w:after=\"80\"/></w:pPr>")},
    [RTP_DOCX_QUOTE] = {"Quote", RTP_STR("Quote"), PARAGRAPH, false,
                        RTP_STR(BASED_ON "<w:uiPriority w:val=\"29\"/><w:qFormat/><w:pPr><w:pBdr><w:left "
                                         "w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"8EAADB\"/></w:pBdr>"
                                         "<w:ind w:left=\"340\" w:right=\"340\"/></w:pPr>"
                                         "<w:rPr><w:i/><w:color w:val=\"404040\"/></w:rPr>")},
    [RTP_DOCX_NOTE] = {"Note", RTP_STR("Note"), PARAGRAPH, true,
                       RTP_STR(BASED_ON "<w:qFormat/><w:pPr><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" "
                                        "w:color=\"BF8F00\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" "
                                        "w:fill=\"FFF8E5\"/><w:ind w:left=\"227\" w:right=\"113\"/></w:pPr>")},
    [RTP_DOCX_CHART] = {"Chart", RTP_STR("Chart"), PARAGRAPH, true,
                        RTP_STR(BASED_ON "<w:next w:val=\"Caption\"/><w:pPr><w:keepNext/><w:spacing w:before=\"160\" "
                                         "w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>")},
    [RTP_DOCX_CAPTION] = {"Caption", RTP_STR("caption"), PARAGRAPH, false,
                          RTP_STR(BASED_ON NEXT "<w:uiPriority w:val=\"35\"/><w:qFormat/><w:pPr><w:spacing "
                                                "w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr>"
                                                "<w:color w:val=\"404040\"/><w:sz w:val=\"19\"/>"
                                                "<w:szCs w:val=\"19\"/></w:rPr>")},
    [RTP_DOCX_CELL] = {"TableText", RTP_STR("Table Text"), PARAGRAPH, true,
                       RTP_STR(BASED_ON "<w:qFormat/><w:pPr><w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" "
                                        "w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"20\"/>"
                                        "<w:szCs w:val=\"20\"/></w:rPr>")},
    [RTP_DOCX_CELL_HEADING] = {"TableHeading", RTP_STR("Table Heading"), PARAGRAPH, true,
                               RTP_STR("<w:basedOn w:val=\"TableText\"/><w:qFormat/><w:pPr><w:keepNext/></w:pPr>"
                                       "<w:rPr><w:b/></w:rPr>")},
    [RTP_DOCX_FOOTNOTE] = {"FootnoteText", RTP_STR("footnote text"), PARAGRAPH, false,
                           RTP_STR(BASED_ON "<w:uiPriority w:val=\"99\"/><w:pPr><w:spacing w:after=\"40\" "
                                            "w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/>"
                                            "<w:szCs w:val=\"18\"/></w:rPr>")},
    [RTP_DOCX_HEADER] = {"Header", RTP_STR("header"), PARAGRAPH, false,
                         RTP_STR(BASED_ON "<w:uiPriority w:val=\"99\"/><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
                                          "w:lineRule=\"auto\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"9C2A10\"/>"
                                          "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>")},
    [RTP_DOCX_FOOTER] = {"Footer", RTP_STR("footer"), PARAGRAPH, false,
                         RTP_STR(BASED_ON "<w:uiPriority w:val=\"99\"/><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
                                          "w:lineRule=\"auto\"/><w:jc w:val=\"right\"/></w:pPr><w:rPr>"
                                          "<w:color w:val=\"595959\"/><w:sz w:val=\"18\"/>"
                                          "<w:szCs w:val=\"18\"/></w:rPr>")},
    [RTP_DOCX_FOOTNOTE_MARK] = {"FootnoteReference", RTP_STR("footnote reference"), RTP_STR("character"), false,
                                RTP_STR("<w:uiPriority w:val=\"99\"/><w:rPr><w:vertAlign w:val=\"superscript\"/>"
                                        "</w:rPr>")},
    [RTP_DOCX_LINK] = {"Hyperlink", RTP_STR("Hyperlink"), RTP_STR("character"), false,
                       RTP_STR("<w:uiPriority w:val=\"99\"/><w:rPr><w:color w:val=\"0B57A4\"/><w:u "
                               "w:val=\"single\"/></w:rPr>")},
    [RTP_DOCX_TABLE] = {"PlainRows", RTP_STR("Plain Rows"), RTP_STR("table"), true,
                        RTP_STR("<w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"59\"/><w:tblPr><w:tblBorders>"
                                "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" LINE "\"/>"
                                "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" LINE "\"/>"
                                "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" LINE "\"/>"
                                "</w:tblBorders><w:tblCellMar><w:left w:w=\"110\" w:type=\"dxa\"/>"
                                "<w:right w:w=\"110\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                                "<w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:shd w:val=\"clear\" "
                                "w:color=\"auto\" w:fill=\"E9EEF6\"/><w:vAlign w:val=\"bottom\"/></w:tcPr>"
                                "</w:tblStylePr>")},
};

const char *rtp_docx_style_id(rtp_docx_style style)
{
    return rows[style].id;
}

/* Files have Word's own names in a spelling of their own: "heading 1". */
static const style_row *words_own(rtp_str name)
{
    for (size_t i = 0; i < RTP_DOCX_STYLE_COUNT; i++) {
        if (!rows[i].own && rtp_docx_names_are_same(rows[i].name, name)) {
            return &rows[i];
        }
    }
    return NULL;
}

static void style_put(rtp_docx *d, rtp_docx_style style)
{
    rtp_buf *out = d->out;
    const style_row *row = &rows[style];
    rtp_str name = d->styles[style].len > 0 ? d->styles[style] : row->name;
    const style_row *known = words_own(name);
    RTP_PUT(out, "<w:style w:type=\"");
    rtp_buf_put(out, row->type);
    if (style == RTP_DOCX_NORMAL) {
        RTP_PUT(out, "\" w:default=\"1");
    }
    if (!known) {
        RTP_PUT(out, "\" w:customStyle=\"1");
    }
    RTP_PUT(out, "\" w:styleId=\"");
    rtp_buf_puts(out, row->id);
    RTP_PUT(out, "\"><w:name w:val=\"");
    rtp_xml_put(out, known ? known->name : name);
    RTP_PUT(out, "\"/>");
    rtp_buf_put(out, row->rest);
    RTP_PUT(out, "</w:style>");
}

static void defaults_put(rtp_docx *d)
{
    rtp_str language = d->options->language.len > 0 ? d->options->language : rtp_lit("en");
    RTP_PUT(d->out,
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "
            "w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"");
    rtp_xml_put(d->out, language);
    RTP_PUT(d->out, "\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing "
                    "w:after=\"140\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
}

void rtp_docx_styles_put(rtp_docx *d)
{
    RTP_PUT(d->out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
    defaults_put(d);
    RTP_PUT(d->out,
            "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name "
            "w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
            "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
            "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
            "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom "
            "w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
            "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>"
            "<w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>");
    for (rtp_docx_style style = RTP_DOCX_NORMAL; style < RTP_DOCX_STYLE_COUNT; style++) {
        style_put(d, style);
    }
    RTP_PUT(d->out, "</w:styles>");
}
