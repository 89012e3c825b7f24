/* Tables in plain text: columns that line up by their width on a terminal. When the page is too narrow
 * the widest columns give way first, and cells wrap inside them. */
#include "render/text_table.h"
#include "render/wrap.h"

enum { GAP = 2 }; /* blanks between two columns */

typedef struct table {
    rtp_buf *out;
    const rtp_grid *grid;
    rtp_wrap *wraps; /* one a column, while a row is put */
    bool airy;       /* a blank line between rows, since some take several lines */
} table;

/* ---- widths ---- */

/* The sum of all columns when none is wider than `cap`, but for the words that need more. */
static size_t capped_total(const rtp_grid *grid, const size_t *least, size_t cap)
{
    size_t total = 0;
    for (size_t i = 0; i < grid->columns; i++) {
        size_t most = least[i] > cap ? least[i] : cap;
        total += grid->widths[i] < most ? grid->widths[i] : most;
    }
    return total;
}

static void widths_cap(rtp_grid *grid, const size_t *least, size_t cap)
{
    for (size_t i = 0; i < grid->columns; i++) {
        size_t most = least[i] > cap ? least[i] : cap;
        grid->widths[i] = grid->widths[i] < most ? grid->widths[i] : most;
    }
}

/* The widest cap that fits; false when words are in the way. */
static bool widths_fit(rtp_grid *grid, const size_t *least, size_t room)
{
    size_t cap = room;
    while (cap > 1 && capped_total(grid, least, cap) > room) {
        cap--;
    }
    if (capped_total(grid, least, cap) > room) {
        return false;
    }
    widths_cap(grid, least, cap);
    return true;
}

static size_t *words_measure(const rtp_grid *grid, rtp_arena *arena)
{
    size_t *least = RTP_NEW_ARRAY(arena, size_t, grid->columns);
    for (size_t i = 0; i < grid->rows * grid->columns; i++) {
        size_t width = rtp_wrap_least(grid->cells[i]), *widest = &least[i % grid->columns];
        *widest = width > *widest ? width : *widest;
    }
    return least;
}

/* First whole words are kept; when that is too wide, words are broken as well. */
static void widths_decide(rtp_grid *grid, size_t page, rtp_arena *arena)
{
    size_t gaps = (grid->columns - 1) * GAP, room = page > gaps + grid->columns ? page - gaps : grid->columns;
    if (!widths_fit(grid, words_measure(grid, arena), room)) {
        const size_t *none = RTP_NEW_ARRAY(arena, size_t, grid->columns);
        if (!widths_fit(grid, none, room)) {
            widths_cap(grid, none, 1);
        }
    }
    for (size_t i = 0; i < grid->columns; i++) {
        grid->widths[i] += grid->widths[i] == 0;
    }
}

/* ---- rows ---- */

/* One line of a row: each column's next piece, put at its place. Blanks wait for what follows, so
 * that no line ends with them. */
static bool row_line_put(const table *t)
{
    size_t at = 0, due = 0;
    bool any = false;
    for (size_t i = 0; i < t->grid->columns; i++) {
        rtp_str piece = {NULL, 0};
        if (rtp_wrap_next(&t->wraps[i], &piece)) {
            size_t width = rtp_utf8_width(piece), column = t->grid->widths[i];
            bool right = t->grid->aligns[i] == RTP_ALIGN_RIGHT && width < column;
            size_t start = due + (right ? column - width : 0);
            rtp_buf_fill(t->out, ' ', start > at ? start - at : 0);
            rtp_buf_put(t->out, piece);
            at = start + width;
            any = true;
        }
        due += t->grid->widths[i] + GAP;
    }
    if (any) {
        rtp_buf_put_char(t->out, '\n');
    }
    return any;
}

static void row_put(const table *t, size_t row)
{
    for (size_t i = 0; i < t->grid->columns; i++) {
        t->wraps[i] = (rtp_wrap){t->grid->cells[row * t->grid->columns + i], t->grid->widths[i], true};
    }
    while (row_line_put(t)) {
    }
}

static void dashes_put(const table *t)
{
    for (size_t i = 0; i < t->grid->columns; i++) {
        rtp_buf_fill(t->out, ' ', i > 0 ? GAP : 0);
        rtp_buf_fill(t->out, '-', t->grid->widths[i]);
    }
    rtp_buf_put_char(t->out, '\n');
}

static bool is_empty_row(const rtp_grid *grid, size_t row)
{
    size_t len = 0;
    for (size_t i = 0; i < grid->columns; i++) {
        len += grid->cells[row * grid->columns + i].len;
    }
    return len == 0;
}

static bool has_wrapped_cell(const rtp_grid *grid)
{
    for (size_t i = grid->has_header ? grid->columns : 0; i < grid->rows * grid->columns; i++) {
        if (rtp_utf8_width(grid->cells[i]) > grid->widths[i % grid->columns]) {
            return true;
        }
    }
    return false;
}

void rtp_text_table_put(rtp_buf *out, rtp_grid *grid, size_t width, rtp_arena *arena)
{
    rtp_grid_measure(grid);
    widths_decide(grid, width, arena);
    table t = {out, grid, RTP_NEW_ARRAY(arena, rtp_wrap, grid->columns), has_wrapped_cell(grid)};
    size_t first = grid->has_header && is_empty_row(grid, 0);
    for (size_t row = first; row < grid->rows; row++) {
        if (t.airy && row > (size_t)grid->has_header) {
            rtp_buf_put_char(out, '\n');
        }
        row_put(&t, row);
        if (row == 0 && grid->has_header) {
            dashes_put(&t);
        }
    }
}
