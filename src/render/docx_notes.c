/* Footnotes of a Word document: each holds the whole source, with the way it was studied and what it does not
 * show, so that nothing has to be looked up at the end. */
#include "render/docx.h"
#include "render/xml.h"

static void note_put(rtp_docx *d, size_t number, const rtp_node *source)
{
    RTP_PUT(d->out, "<w:footnote w:id=\"");
    rtp_xml_put_number(d->out, (long)number);
    RTP_PUT(d->out, "\">");
    rtp_docx_paragraph_open(d, (rtp_docx_paragraph){.style = RTP_DOCX_FOOTNOTE});
    RTP_PUT(d->out, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
                    "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
    rtp_docx_spans_put(d, source);
    rtp_docx_paragraph_close(d);
    RTP_PUT(d->out, "</w:footnote>");
}

/* The first two are the lines that Word draws above footnotes; without them it calls the file damaged. */
void rtp_docx_footnotes_put(rtp_docx *d)
{
    RTP_PUT(d->out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" "
                    "w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
                    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" "
                    "w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p>"
                    "</w:footnote>");
    for (size_t i = 0; i < d->note_count; i++) {
        note_put(d, i + 1, rtp_notes_find(&d->sources, d->notes[i]->level));
    }
    RTP_PUT(d->out, "</w:footnotes>");
}
