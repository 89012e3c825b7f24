/* The three ways of telling sources in a text format. A number without an entry stays a number,
 * whatever the way. */
#include "render/citing.h"

rtp_citing rtp_citing_make(const rtp_document *document, const rtp_render_options *options, rtp_citations usual)
{
    rtp_citations asked = options->citations;
    rtp_citing citing = {.citations = asked == RTP_CITATIONS_USUAL ? usual : asked, .arena = options->arena};
    if (citing.citations != RTP_CITATIONS_ENDNOTES) {
        citing.notes = rtp_notes_make(document);
        citing.told = RTP_NEW_ARRAY(options->arena, bool, rtp_notes_count(&citing.notes) + 1);
    }
    return citing;
}

static void number_put(const rtp_citing *citing, int number, rtp_inline *line)
{
    rtp_inline_blank(line);
    rtp_inline_put_own(line, rtp_arena_format(citing->arena, "[%d]", number));
}

static void name_put(const rtp_citing *citing, const rtp_node *entry, rtp_inline *line)
{
    rtp_str parts[] = {RTP_STR("("), rtp_notes_name(entry, citing->arena), RTP_STR(")")};
    rtp_inline_blank(line);
    rtp_inline_put(line, rtp_arena_join(citing->arena, parts, RTP_COUNT(parts), rtp_lit("")));
}

/* Two numbers side by side would read as one. */
static void footnote_put(rtp_citing *citing, int number, rtp_str mark, rtp_inline *line)
{
    bool beside = line->len > 0 && line->text[line->len - 1] == ']';
    citing->told[number] = true;
    if (beside) {
        rtp_inline_blank(line);
    } else {
        rtp_inline_unblank(line);
    }
    rtp_inline_put_own(line, mark);
}

void rtp_citing_put(rtp_citing *citing, const rtp_node *citation, rtp_str mark, rtp_inline *line)
{
    const rtp_node *entry = rtp_notes_find(&citing->notes, citation->level);
    if (!entry || citing->citations == RTP_CITATIONS_ENDNOTES) {
        number_put(citing, citation->level, line);
    } else if (citing->citations == RTP_CITATIONS_INLINE) {
        name_put(citing, entry, line);
    } else {
        footnote_put(citing, citation->level, mark, line);
    }
}

bool rtp_citing_leaves_out(const rtp_citing *citing, const rtp_node *block)
{
    return citing->citations == RTP_CITATIONS_FOOTNOTES && rtp_notes_hold(&citing->notes, block);
}

const rtp_node *rtp_citing_next(const rtp_citing *citing, int *number)
{
    int count = citing->citations == RTP_CITATIONS_FOOTNOTES ? (int)rtp_notes_count(&citing->notes) : 0;
    for (int next = *number + 1; next <= count; next++) {
        if (citing->told[next]) {
            *number = next;
            return rtp_notes_find(&citing->notes, next);
        }
    }
    return NULL;
}
