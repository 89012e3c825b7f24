/* The forms of a slot that are paragraphs, lists and quotes. They differ only in which node holds
 * a point and what stands between two of them. */
#include "document/block.h"
#include "rules/phrase.h"

rtp_runs rtp_outline_words(const rtp_builder *b, const rtp_phrases *phrases)
{
    rtp_view view = {.facts = b->facts, .stage = b->stage, .arena = b->arena};
    rtp_runs runs = {NULL, 0};
    uint16_t missing;
    return phrases->bytes && rtp_phrases_expand(phrases, &view, &runs, &missing) ? runs : (rtp_runs){NULL, 0};
}

/* All points in one paragraph. Of several, none is the paragraph's own point: the spans tell. */
static void joined_put(rtp_builder *b, const rtp_choice *choice, rtp_node_kind between, bool ended)
{
    b->point = choice->count == 1 ? choice->points[0] : NULL;
    rtp_node *paragraph = rtp_build_put(b, b->root, RTP_NODE_PARAGRAPH);
    for (size_t i = 0; i < choice->count; i++) {
        if (i > 0) {
            rtp_node *gap = rtp_build_put(b, paragraph, between);
            gap->text = between == RTP_SPAN_TEXT ? rtp_lit(" ") : gap->text;
        }
        b->point = choice->points[i];
        rtp_point_put(b, paragraph, ended);
    }
}

static void lines_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot;
    joined_put(b, choice, RTP_SPAN_BREAK, false);
}

static void paragraph_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot;
    joined_put(b, choice, RTP_SPAN_TEXT, true);
}

static void paragraphs_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot;
    for (size_t i = 0; i < choice->count; i++) {
        b->point = choice->points[i];
        rtp_point_put(b, rtp_build_put(b, b->root, RTP_NODE_PARAGRAPH), true);
    }
}

static void list_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    rtp_node *list = rtp_build_put(b, b->root, RTP_NODE_LIST);
    list->level = slot->form == RTP_FORM_NUMBERS;
    for (size_t i = 0; i < choice->count; i++) {
        b->point = choice->points[i];
        rtp_point_put(b, rtp_build_put(b, list, RTP_NODE_ITEM), false);
    }
}

static void quotes_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot;
    for (size_t i = 0; i < choice->count; i++) {
        b->point = choice->points[i];
        rtp_node *quote = rtp_build_put(b, b->root, RTP_NODE_QUOTE);
        rtp_point_put(b, rtp_build_put(b, quote, RTP_NODE_PARAGRAPH), false);
    }
}

/* The title has its place above every section and is put there by compose. */
static void title_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)b, (void)slot, (void)choice;
}

typedef void form_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice);

static form_put *const forms[] = {
    [RTP_FORM_TITLE] = title_put,           [RTP_FORM_LINES] = lines_put,         [RTP_FORM_PARAGRAPH] = paragraph_put,
    [RTP_FORM_PARAGRAPHS] = paragraphs_put, [RTP_FORM_BULLETS] = list_put,        [RTP_FORM_NUMBERS] = list_put,
    [RTP_FORM_TABLE] = rtp_table_put,       [RTP_FORM_TERMS] = rtp_terms_put,     [RTP_FORM_QUOTES] = quotes_put,
    [RTP_FORM_CHART] = rtp_chart_put,       [RTP_FORM_SOURCES] = rtp_sources_put,
};

static void intro_put(rtp_builder *b, const rtp_slot *slot)
{
    rtp_runs words = rtp_outline_words(b, &slot->intro);
    if (rtp_runs_say(words)) {
        rtp_runs_put(b, rtp_build_put(b, b->root, RTP_NODE_PARAGRAPH), words);
    }
}

void rtp_slot_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    b->point = NULL;
    intro_put(b, slot);
    forms[slot->form](b, slot, choice);
}
