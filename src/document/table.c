/* Tables from points: rows from cells, and terms from lead and text. A column nobody fills is left
 * out, so that a thin profile gives a narrow table and not one with holes. */
#include "document/block.h"

static bool has_cell(const rtp_point *point, size_t column)
{
    return column < point->rule->cell_count && rtp_runs_say(point->cells[column]);
}

static bool is_filled(const rtp_choice *choice, size_t column)
{
    for (size_t i = 0; i < choice->count; i++) {
        if (has_cell(choice->points[i], column)) {
            return true;
        }
    }
    return false;
}

typedef struct column {
    size_t cell;
    rtp_runs header;
    rtp_align align;
} column;

/* A ">" before the header's first word aligns the column right; it is not shown. */
static column column_make(const rtp_builder *b, const rtp_slot *slot, size_t cell)
{
    rtp_runs header = rtp_outline_words(b, &slot->columns[cell]);
    if (header.len == 0 || !rtp_str_starts(header.items[0].text, rtp_lit(">"))) {
        return (column){cell, header, RTP_ALIGN_LEFT};
    }
    rtp_run *runs = RTP_NEW_ARRAY(b->arena, rtp_run, header.len);
    for (size_t i = 0; i < header.len; i++) {
        runs[i] = header.items[i];
    }
    runs[0].text = rtp_str_trim((rtp_str){runs[0].text.ptr + 1, runs[0].text.len - 1});
    return (column){cell, {runs, header.len}, RTP_ALIGN_RIGHT};
}

static void header_put(const rtp_builder *b, rtp_node *table, const column *columns, size_t count)
{
    rtp_node *row = rtp_build_put(b, table, RTP_NODE_ROW);
    row->level = 1;
    for (size_t i = 0; i < count; i++) {
        rtp_node *cell = rtp_build_put(b, row, RTP_NODE_CELL);
        cell->align = columns[i].align;
        rtp_runs_put(b, cell, columns[i].header);
    }
}

/* The citation stands behind the last words of the row. */
static void row_put(const rtp_builder *b, rtp_node *table, const column *columns, size_t count)
{
    rtp_node *row = rtp_build_put(b, table, RTP_NODE_ROW);
    size_t cited = count;
    while (cited > 0 && !has_cell(b->point, columns[cited - 1].cell)) {
        cited--;
    }
    for (size_t i = 0; i < count; i++) {
        rtp_node *cell = rtp_build_put(b, row, RTP_NODE_CELL);
        cell->align = columns[i].align;
        if (i + 1 == cited) {
            rtp_cited_put(b, cell, b->point->cells[columns[i].cell]);
        } else if (has_cell(b->point, columns[i].cell)) {
            rtp_runs_put(b, cell, b->point->cells[columns[i].cell]);
        }
    }
}

void rtp_table_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    column *columns = RTP_NEW_ARRAY(b->arena, column, slot->column_count);
    size_t count = 0;
    for (size_t i = 0; i < slot->column_count; i++) {
        if (is_filled(choice, i)) {
            columns[count++] = column_make(b, slot, i);
        }
    }
    rtp_node *table = rtp_build_put(b, b->root, RTP_NODE_TABLE);
    header_put(b, table, columns, count);
    for (size_t i = 0; i < choice->count; i++) {
        b->point = choice->points[i];
        row_put(b, table, columns, count);
    }
}

void rtp_terms_put(rtp_builder *b, const rtp_slot *slot, const rtp_choice *choice)
{
    (void)slot;
    rtp_node *table = rtp_build_put(b, b->root, RTP_NODE_TABLE);
    header_put(b, table, (column[2]){{.cell = 0}, {.cell = 1}}, 2);
    for (size_t i = 0; i < choice->count; i++) {
        b->point = choice->points[i];
        rtp_node *row = rtp_build_put(b, table, RTP_NODE_ROW);
        rtp_runs_put(b, rtp_build_put(b, row, RTP_NODE_CELL), b->point->lead);
        rtp_cited_put(b, rtp_build_put(b, row, RTP_NODE_CELL), b->point->text);
    }
}
