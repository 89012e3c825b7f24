/* A Word document on its way: what its parts share. Each part is written straight into the archive, and what a
 * later part must hold (links, notes, charts, lists) is noted while the text is put. */
#ifndef RTOPITCH_RENDER_DOCX_H
#define RTOPITCH_RENDER_DOCX_H

#include "render/notes.h"
#include "render/zip.h"
#include "rtopitch/render.h"

#define RTP_PUT(buf, literal) rtp_buf_put((buf), rtp_lit(literal)) /* XML of ours, put as it is */

typedef enum rtp_docx_style {
    RTP_DOCX_NORMAL,
    RTP_DOCX_TITLE,
    RTP_DOCX_HEADING_1,
    RTP_DOCX_HEADING_2,
    RTP_DOCX_BULLET,
    RTP_DOCX_NUMBER,
    RTP_DOCX_QUOTE,
    RTP_DOCX_NOTE,
    RTP_DOCX_CHART,
    RTP_DOCX_CAPTION,
    RTP_DOCX_CELL,
    RTP_DOCX_CELL_HEADING,
    RTP_DOCX_FOOTNOTE,
    RTP_DOCX_HEADER,
    RTP_DOCX_FOOTER,
    RTP_DOCX_FOOTNOTE_MARK, /* of characters, this and the next */
    RTP_DOCX_LINK,
    RTP_DOCX_TABLE,
    RTP_DOCX_STYLE_COUNT
} rtp_docx_style;

typedef enum rtp_docx_face { RTP_DOCX_STRONG = 1, RTP_DOCX_EMPHASIS = 2, RTP_DOCX_LINKED = 4 } rtp_docx_face; /* bits */

typedef struct rtp_docx_line { /* the paragraph at hand */
    unsigned face;             /* of the text that comes next; bits */
    unsigned run;              /* of the run that is open */
    bool open;                 /* there is one */
    bool says;                 /* something was put that is seen */
    bool blank;                /* a blank is due before the next word */
    bool cited;                /* what was put last is the mark of a footnote */
    size_t breaks;             /* line breaks are due before it */
} rtp_docx_line;

typedef struct rtp_docx_page { /* twips: twentieths of a point */
    long width, height, side, top;
} rtp_docx_page;

typedef struct rtp_docx {
    const rtp_document *document;
    const rtp_render_options *options;
    rtp_arena *arena;
    rtp_buf *out;
    rtp_zip zip;
    rtp_notes sources;
    rtp_citations citations;
    rtp_docx_page page;
    rtp_str styles[RTP_DOCX_STYLE_COUNT]; /* the names that differ from ours; absent: ours */
    rtp_docx_line line;
    /* what other parts will hold */
    rtp_str *links; /* of the part at hand, by number */
    size_t link_count, link_cap;
    const rtp_node **notes; /* citations in the order of their footnotes, which are numbered from 1 */
    size_t note_count, note_cap;
    const rtp_node **charts;
    size_t chart_count, chart_cap;
    size_t numbered; /* lists that count from 1 */
} rtp_docx;

/* ---- spans: docx_runs.c ---- */

/* The spans of a block as runs of the paragraph that stands open. False when there was nothing to be seen. */
bool rtp_docx_spans_put(rtp_docx *d, const rtp_node *block);
/* The number of a link's address within the part, from 1; 0: no address that Word would take. */
size_t rtp_docx_link(rtp_docx *d, rtp_str address);

/* ---- blocks: docx_document.c, docx_table.c ---- */

typedef struct rtp_docx_paragraph {
    rtp_docx_style style;
    size_t list; /* the list it is an item of: a number of numbering.xml; 0: none */
    bool keep;   /* with the next one on a page */
    bool below;  /* a table, which brings no space of its own */
    bool last;   /* of a list */
    bool right;
} rtp_docx_paragraph;
void rtp_docx_paragraph_open(rtp_docx *d, rtp_docx_paragraph how); /* with what it looks like */
void rtp_docx_paragraph_close(rtp_docx *d);
const char *rtp_docx_style_id(rtp_docx_style style);
long rtp_docx_text_width(const rtp_docx_page *page);

bool rtp_docx_table_put(rtp_docx *d, const rtp_node *table); /* false: there is nothing in it */

/* ---- parts ---- */

void rtp_docx_document_put(rtp_docx *d);  /* word/document.xml */
void rtp_docx_footnotes_put(rtp_docx *d); /* word/footnotes.xml; docx_notes.c */
void rtp_docx_styles_put(rtp_docx *d);    /* word/styles.xml */
void rtp_docx_numbering_put(rtp_docx *d); /* word/numbering.xml; docx_parts.c, and those that follow */
void rtp_docx_settings_put(rtp_docx *d);
void rtp_docx_fonts_put(rtp_docx *d);
void rtp_docx_header_put(rtp_docx *d);
void rtp_docx_footer_put(rtp_docx *d);
void rtp_docx_core_put(rtp_docx *d);
void rtp_docx_types_put(rtp_docx *d, size_t charts);
void rtp_docx_package_links_put(rtp_docx *d);
void rtp_docx_document_links_put(rtp_docx *d); /* what document.xml refers to, the part's links included */
void rtp_docx_footnote_links_put(rtp_docx *d);

/* ---- charts: docx_chart.c, docx_sheet.c ---- */

typedef struct rtp_docx_series {
    rtp_str name;
    int mode;
    bool median; /* a level line, else the values */
} rtp_docx_series;
enum { RTP_DOCX_SERIES_MOST = 2 * RTP_MODE_COUNT };

typedef struct rtp_docx_plot { /* a chart as a sheet: a row a month, a column a series */
    const rtp_chart *chart;
    rtp_month first, step;
    size_t rows;
    rtp_docx_series series[RTP_DOCX_SERIES_MOST];
    size_t series_count;
    double *values; /* row after row, with NAN where there is none */
} rtp_docx_plot;
rtp_docx_plot rtp_docx_plot_make(const rtp_chart *chart, rtp_arena *arena);
double rtp_docx_plot_value(const rtp_docx_plot *plot, size_t row, size_t series);
long rtp_docx_plot_day(const rtp_docx_plot *plot, size_t row); /* the month's first, as sheets count days */

void rtp_docx_chart_put(rtp_docx *d, const rtp_docx_plot *plot); /* word/charts/chartN.xml */
void rtp_docx_chart_links_put(rtp_docx *d, size_t number);
void rtp_docx_series_name_put(rtp_buf *out, const rtp_docx_series *series);
void rtp_docx_sheet_put(rtp_docx *d, const rtp_docx_plot *plot); /* its numbers as a workbook, for "Edit data" */

/* ---- the user's names of styles: docx_names.c ---- */

bool rtp_docx_names_check(const rtp_source *source, rtp_arena *arena, rtp_diags *diags);
/* Takes the names of a text that passed the check. */
void rtp_docx_names_take(rtp_docx *d, rtp_str text);
bool rtp_docx_names_are_same(rtp_str a, rtp_str b); /* capitals aside, as Word has it */

#endif
