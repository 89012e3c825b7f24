/* A table on its way to a text format: rows of one length, with the width of each column. Rows that
 * are shorter than others are filled up with empty cells. */
#include "render/grid.h"

static size_t child_count(const rtp_node *node)
{
    size_t count = 0;
    for (const rtp_node *child = node->first; child; child = child->next) {
        count++;
    }
    return count;
}

/* The first row that has a column says how it is aligned. */
static void aligns_take(rtp_grid *grid, const rtp_node *row, size_t from)
{
    size_t i = 0;
    for (const rtp_node *cell = row->first; cell; cell = cell->next, i++) {
        if (i >= from) {
            grid->aligns[i] = cell->align;
        }
    }
}

rtp_grid rtp_grid_make(const rtp_node *table, rtp_arena *arena)
{
    rtp_grid grid = {.rows = child_count(table), .has_header = table->first && table->first->level == 1};
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t count = child_count(row);
        grid.columns = count > grid.columns ? count : grid.columns;
    }
    grid.cells = RTP_NEW_ARRAY(arena, rtp_str, grid.rows * grid.columns);
    grid.aligns = RTP_NEW_ARRAY(arena, rtp_align, grid.columns);
    grid.widths = RTP_NEW_ARRAY(arena, size_t, grid.columns);
    size_t known = 0;
    for (const rtp_node *row = table->first; row; row = row->next) {
        size_t count = child_count(row);
        aligns_take(&grid, row, known);
        known = count > known ? count : known;
    }
    return grid;
}

void rtp_grid_measure(rtp_grid *grid)
{
    for (size_t i = 0; i < grid->rows * grid->columns; i++) {
        size_t width = rtp_utf8_width(grid->cells[i]), *widest = &grid->widths[i % grid->columns];
        *widest = width > *widest ? width : *widest;
    }
}
