/* The small parts of a Word document: what the package holds, numbering, settings, fonts, header, footer and the
 * properties that file managers show. */
#include "render/author.h"
#include "render/docx.h"
#include "render/xml.h"

#define XML  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* ---- [Content_Types].xml ---- */

void rtp_docx_types_put(rtp_docx *d, size_t charts)
{
    RTP_PUT(d->out,
            XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                "<Default Extension=\"xlsx\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
                "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>"
                "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>"
                "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD "numbering+xml\"/>"
                "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD "settings+xml\"/>"
                "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" WORD "fontTable+xml\"/>"
                "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" WORD "footnotes+xml\"/>"
                "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD "footer+xml\"/>"
                "<Override PartName=\"/docProps/core.xml\" "
                "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
    if (d->document->personal) {
        RTP_PUT(d->out, "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD "header+xml\"/>");
    }
    for (size_t i = 1; i <= charts; i++) {
        RTP_PUT(d->out, "<Override PartName=\"/word/charts/chart");
        rtp_xml_put_number(d->out, (long)i);
        RTP_PUT(d->out, ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>");
    }
    RTP_PUT(d->out, "</Types>");
}

/* ---- numbering: two kinds of list, and for each numbered list a start at 1 ---- */

#define LEVEL(level, format, style, text, left)                                                                        \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/>" style                         \
    "<w:lvlText w:val=\"" text "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" left "\" w:hanging=\"340\"/>"    \
    "</w:pPr></w:lvl>"

static void list_put(rtp_docx *d, size_t number)
{
    RTP_PUT(d->out, "<w:num w:numId=\"");
    rtp_xml_put_number(d->out, (long)number);
    RTP_PUT(d->out, "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                    "</w:lvlOverride></w:num>");
}

void rtp_docx_numbering_put(rtp_docx *d)
{
    enum { NUMBERS = 2 };
    RTP_PUT(d->out, XML
            "<w:numbering xmlns:w=\"" MAIN "\">"
            "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>" LEVEL(
                "0", "bullet", "<w:pStyle w:val=\"ListBullet\"/>", "\u2022", "340")
                LEVEL("1", "bullet", "", "\u2013", "680") LEVEL(
                    "2", "bullet", "", "\u2022",
                    "1020") "</w:abstractNum>"
                            "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>" LEVEL(
                                "0", "decimal", "<w:pStyle w:val=\"ListNumber\"/>", "%1.", "340")
                                LEVEL("1", "lowerLetter", "", "%2.", "680")
                                    LEVEL("2", "lowerRoman", "", "%3.",
                                          "1020") "</w:abstractNum>"
                                                  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                                                  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>");
    for (size_t i = 1; i < d->numbered; i++) {
        list_put(d, NUMBERS + i);
    }
    RTP_PUT(d->out, "</w:numbering>");
}

/* ---- settings and fonts ---- */

void rtp_docx_settings_put(rtp_docx *d)
{
    RTP_PUT(d->out, XML "<w:settings xmlns:w=\"" MAIN "\"><w:zoom w:percent=\"100\"/>"
                        "<w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>"
                        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
                        "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                        "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                        "</w:settings>");
}

/* What stands in for a font where it is missing. */
void rtp_docx_fonts_put(rtp_docx *d)
{
    RTP_PUT(d->out, XML "<w:fonts xmlns:w=\"" MAIN "\"><w:font w:name=\"Calibri\"><w:altName w:val=\"Carlito\"/>"
                        "<w:panose1 w:val=\"020F0502020204030204\"/><w:charset w:val=\"00\"/>"
                        "<w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>");
}

/* ---- head and foot of each page ---- */

void rtp_docx_header_put(rtp_docx *d)
{
    RTP_PUT(d->out, XML "<w:hdr xmlns:w=\"" MAIN "\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
                        "<w:r><w:t>Private: for you alone, not to be handed on</w:t></w:r></w:p></w:hdr>");
}

#define FIELD(name) "<w:fldSimple w:instr=\" " name " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"

void rtp_docx_footer_put(rtp_docx *d)
{
    RTP_PUT(d->out,
            XML "<w:ftr xmlns:w=\"" MAIN "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
                "<w:r><w:t xml:space=\"preserve\">Page </w:t></w:r>" FIELD(
                    "PAGE") "<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>" FIELD("NUMPAGES") "</w:p></w:ftr>");
}

/* ---- docProps/core.xml ---- */

static void creator_put(rtp_docx *d)
{
    rtp_str name = rtp_author_name(d->options->facts);
    if (name.len > 0) {
        RTP_PUT(d->out, "<dc:creator>");
        rtp_xml_put(d->out, name);
        RTP_PUT(d->out, "</dc:creator>");
    }
}

static void date_put(rtp_docx *d, rtp_str element)
{
    RTP_PUT(d->out, "<dcterms:");
    rtp_buf_put(d->out, element);
    RTP_PUT(d->out, " xsi:type=\"dcterms:W3CDTF\">");
    rtp_buf_put(d->out, rtp_date_iso(d->arena, d->document->date));
    RTP_PUT(d->out, "T00:00:00Z</dcterms:");
    rtp_buf_put(d->out, element);
    RTP_PUT(d->out, ">");
}

void rtp_docx_core_put(rtp_docx *d)
{
    RTP_PUT(d->out, XML "<cp:coreProperties "
                        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    rtp_xml_put(d->out, d->document->title);
    RTP_PUT(d->out, "</dc:title>");
    creator_put(d);
    if (d->document->date != RTP_DATE_UNKNOWN) {
        date_put(d, rtp_lit("created"));
        date_put(d, rtp_lit("modified"));
    }
    if (d->options->language.len > 0) {
        RTP_PUT(d->out, "<dc:language>");
        rtp_xml_put(d->out, d->options->language);
        RTP_PUT(d->out, "</dc:language>");
    }
    RTP_PUT(d->out, "</cp:coreProperties>");
}
