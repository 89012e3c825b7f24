/* Charts: the points of a metric beside the words that say what they show, and a line of characters
 * that draws them where nothing else can. */
#include "document/block.h"

static const rtp_str levels[] = {RTP_STR("\u2581"), RTP_STR("\u2582"), RTP_STR("\u2583"), RTP_STR("\u2584"),
                                 RTP_STR("\u2585"), RTP_STR("\u2586"), RTP_STR("\u2587"), RTP_STR("\u2588")};
static const rtp_str gap = RTP_STR("\u00B7");
enum { GAPS_MOST = 12 }; /* a longer silence is no longer */

/* Halved, so that no difference can run over; all alike stand in the middle. */
static rtp_str level_of(const rtp_chart *chart, double value)
{
    double height = chart->high / 2 - chart->low / 2;
    size_t middle = RTP_COUNT(levels) / 2 - 1;
    if (!(height > 0)) {
        return levels[middle];
    }
    double place = (value / 2 - chart->low / 2) / height * (double)RTP_COUNT(levels);
    size_t level = place > 0 ? (size_t)place : 0;
    return levels[level < RTP_COUNT(levels) ? level : RTP_COUNT(levels) - 1];
}

/* Values missing before a point. */
static size_t gaps_before(const rtp_chart *chart, size_t i)
{
    rtp_month apart =
        i > 0 && chart->step > 0 ? (chart->points[i].month - chart->points[i - 1].month) / chart->step : 1;
    return apart > GAPS_MOST ? GAPS_MOST : (size_t)apart - 1;
}

static void band_put(const rtp_chart *chart, const rtp_chart_band *band, rtp_buf *out)
{
    rtp_buf_put(out, rtp_word(&rtp_words_mode, band->mode));
    rtp_buf_put_char(out, ' ');
    for (size_t i = band->first; i < band->first + band->len; i++) {
        for (size_t missing = gaps_before(chart, i); missing > 0; missing--) {
            rtp_buf_put(out, gap);
        }
        rtp_buf_put(out, level_of(chart, chart->points[i].value));
    }
}

/* "office \u2586\u2588\u2587, remote \u2582\u2581\u2582". */
static rtp_str spark_text(const rtp_chart *chart, rtp_arena *arena)
{
    rtp_buf text = rtp_buf_in(arena);
    for (size_t i = 0; i < chart->band_count; i++) {
        rtp_buf_put(&text, i > 0 ? rtp_lit(", ") : rtp_lit(""));
        band_put(chart, &chart->bands[i], &text);
    }
    return rtp_buf_text(&text);
}

void rtp_chart_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot;
    for (size_t i = 0; i < choice->count; i++) {
        b->point = choice->points[i];
        rtp_node *node = rtp_build_put(b, b->root, RTP_NODE_CHART);
        node->chart = rtp_facts_chart(b->facts, b->point->item);
        rtp_point_put(b, node, true);
        if (node->chart) {
            rtp_build_put(b, node, RTP_SPAN_SPARK)->text = spark_text(node->chart, b->arena);
        }
    }
}
