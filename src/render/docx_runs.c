/* Spans as runs of a Word paragraph. Neighbours that look alike become one run, since that is what somebody
 * who typed the text would have left behind, and what is pleasant to edit. */
#include "render/docx.h"
#include "render/xml.h"

/* ---- runs ---- */

static const rtp_str run_starts[] = {
    [0] = RTP_STR("<w:r><w:t xml:space=\"preserve\">"),
    [RTP_DOCX_STRONG] = RTP_STR("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">"),
    [RTP_DOCX_EMPHASIS] = RTP_STR("<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">"),
    [RTP_DOCX_STRONG | RTP_DOCX_EMPHASIS] = RTP_STR("<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">"),
    [RTP_DOCX_LINKED] = RTP_STR("<w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t xml:space=\"preserve\">"),
};

static void run_close(rtp_docx *d)
{
    if (d->line.open) {
        RTP_PUT(d->out, "</w:t></w:r>");
        d->line.open = false;
    }
}

static void run_open(rtp_docx *d)
{
    if (d->line.open && d->line.run == d->line.face) {
        return;
    }
    run_close(d);
    rtp_buf_put(d->out, run_starts[d->line.face]);
    d->line.run = d->line.face;
    d->line.open = true;
}

/* A blank stands outside of emphasis and links, unless it is between two words of the same. */
static void blank_flush(rtp_docx *d)
{
    if (d->line.blank && d->line.says && d->line.breaks == 0) {
        unsigned face = d->line.face;
        d->line.face = d->line.open && d->line.run == face ? face : 0;
        run_open(d);
        rtp_buf_put_char(d->out, ' ');
        d->line.face = face;
    }
    d->line.blank = false;
}

static void breaks_flush(rtp_docx *d)
{
    if (d->line.breaks > 0 && d->line.says) {
        run_close(d);
        RTP_PUT(d->out, "<w:r>");
        for (size_t i = 0; i < d->line.breaks; i++) {
            RTP_PUT(d->out, "<w:br/>");
        }
        RTP_PUT(d->out, "</w:r>");
    }
    d->line.breaks = 0;
}

/* What is due before something that is seen. */
static void gap_flush(rtp_docx *d)
{
    blank_flush(d);
    breaks_flush(d);
    d->line.says = true;
}

/* ---- spans ---- */

typedef void span_put(rtp_docx *d, const rtp_node *span);

static void spans_put(rtp_docx *d, const rtp_node *parent);

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void words_put(rtp_docx *d, rtp_str text)
{
    while (text.len > 0 && is_blank(text.ptr[0])) {
        d->line.blank = true;
        text = (rtp_str){text.ptr + 1, text.len - 1};
    }
    size_t len = text.len;
    while (len > 0 && is_blank(text.ptr[len - 1])) {
        len--;
    }
    if (len > 0) {
        gap_flush(d);
        run_open(d);
        rtp_xml_put(d->out, (rtp_str){text.ptr, len});
        d->line.blank = len < text.len;
        d->line.cited = false;
    }
}

static void text_put(rtp_docx *d, const rtp_node *span)
{
    words_put(d, span->text);
}

static void face_put(rtp_docx *d, const rtp_node *span)
{
    unsigned before = d->line.face;
    d->line.face |= span->kind == RTP_SPAN_STRONG ? RTP_DOCX_STRONG : RTP_DOCX_EMPHASIS;
    spans_put(d, span);
    d->line.face = before;
}

static void break_put(rtp_docx *d, const rtp_node *span)
{
    (void)span;
    d->line.breaks++;
    d->line.blank = false;
}

static void link_text_put(rtp_docx *d, const rtp_node *link)
{
    if (link->first) {
        spans_put(d, link);
    } else {
        words_put(d, link->text);
    }
}

static void link_put(rtp_docx *d, const rtp_node *span)
{
    size_t number = rtp_docx_link(d, span->text);
    if (number == 0) {
        link_text_put(d, span);
        return;
    }
    blank_flush(d);
    breaks_flush(d);
    run_close(d);
    RTP_PUT(d->out, "<w:hyperlink r:id=\"rIdL");
    rtp_xml_put_number(d->out, (long)number);
    RTP_PUT(d->out, "\" w:history=\"1\">");
    unsigned before = d->line.face;
    d->line.face = RTP_DOCX_LINKED;
    link_text_put(d, span);
    d->line.face = before;
    run_close(d);
    RTP_PUT(d->out, "</w:hyperlink>");
}

/* ---- citations ---- */

/* Which footnote tells this source: 0 when none does yet. */
static size_t note_of(const rtp_docx *d, int number)
{
    for (size_t i = 0; i < d->note_count; i++) {
        if (d->notes[i]->level == number) {
            return i + 1;
        }
    }
    return 0;
}

static void bookmark_put(rtp_docx *d, size_t note)
{
    RTP_PUT(d->out, "<w:bookmarkStart w:id=\"");
    rtp_xml_put_number(d->out, (long)note);
    RTP_PUT(d->out, "\" w:name=\"_RefSource");
    rtp_xml_put_number(d->out, (long)note);
    RTP_PUT(d->out, "\"/><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"");
    rtp_xml_put_number(d->out, (long)note);
    RTP_PUT(d->out, "\"/></w:r><w:bookmarkEnd w:id=\"");
    rtp_xml_put_number(d->out, (long)note);
    RTP_PUT(d->out, "\"/>");
}

/* A source told again: the number of its footnote, which Word keeps up to date. */
static void again_put(rtp_docx *d, size_t note)
{
    RTP_PUT(d->out, "<w:fldSimple w:instr=\" NOTEREF _RefSource");
    rtp_xml_put_number(d->out, (long)note);
    RTP_PUT(d->out, " \\f \\h \"><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>");
    rtp_xml_put_number(d->out, (long)note);
    RTP_PUT(d->out, "</w:t></w:r></w:fldSimple>");
}

static void comma_put(rtp_docx *d)
{
    RTP_PUT(d->out, "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>,</w:t></w:r>");
}

/* The mark stands right behind the word, whatever blank the text has there; two marks have a comma between. */
static void footnote_put(rtp_docx *d, const rtp_node *span)
{
    d->line.blank = false;
    gap_flush(d);
    run_close(d);
    if (d->line.cited) {
        comma_put(d);
    }
    d->line.cited = true;
    size_t note = note_of(d, span->level);
    if (note > 0) {
        again_put(d, note);
        return;
    }
    d->notes = rtp_array_grow(d->arena, d->notes, d->note_count, &d->note_cap, sizeof *d->notes);
    d->notes[d->note_count++] = span;
    bookmark_put(d, d->note_count);
}

/* " [2]" or " (Bloom et al. 2024)", which leads to the entry in the list. */
static void reference_put(rtp_docx *d, const rtp_node *span, const rtp_node *source)
{
    bool named = d->citations == RTP_CITATIONS_INLINE;
    words_put(d, named ? rtp_lit(" (") : rtp_lit(" ["));
    run_close(d);
    RTP_PUT(d->out, "<w:hyperlink w:anchor=\"source");
    rtp_xml_put_number(d->out, span->level);
    RTP_PUT(d->out, "\" w:history=\"1\"><w:r><w:t>");
    if (named) {
        rtp_xml_put(d->out, rtp_notes_name(source, d->arena));
    } else {
        rtp_xml_put_number(d->out, span->level);
    }
    RTP_PUT(d->out, "</w:t></w:r></w:hyperlink>");
    words_put(d, named ? rtp_lit(")") : rtp_lit("]"));
}

static void citation_put(rtp_docx *d, const rtp_node *span)
{
    const rtp_node *source = rtp_notes_find(&d->sources, span->level);
    if (!source) {
        words_put(d, rtp_arena_format(d->arena, " [%d]", span->level));
    } else if (d->citations == RTP_CITATIONS_FOOTNOTES) {
        footnote_put(d, span);
    } else {
        reference_put(d, span, source);
    }
}

static span_put *const span_puts[RTP_NODE_KIND_COUNT] = {
    [RTP_SPAN_TEXT] = text_put,     [RTP_SPAN_FIGURE] = text_put, [RTP_SPAN_STRONG] = face_put,
    [RTP_SPAN_EMPHASIS] = face_put, [RTP_SPAN_LINK] = link_put,   [RTP_SPAN_CITATION] = citation_put,
    [RTP_SPAN_BREAK] = break_put,
};

static void spans_put(rtp_docx *d, const rtp_node *parent)
{
    for (const rtp_node *span = parent->first; span; span = span->next) {
        if (span_puts[span->kind]) {
            span_puts[span->kind](d, span);
        }
    }
}

bool rtp_docx_spans_put(rtp_docx *d, const rtp_node *block)
{
    d->line = (rtp_docx_line){.face = 0};
    spans_put(d, block);
    run_close(d);
    return d->line.says;
}
