/* The document: a typed tree that every format renders, and the outlines that arrange points
 * into one. No invalid tree can be built: rtp_node_put refuses what the grammar forbids. */
#ifndef RTOPITCH_DOCUMENT_H
#define RTOPITCH_DOCUMENT_H

#include "rtopitch/rules.h"

typedef enum rtp_node_kind {
    RTP_NODE_DOCUMENT,
    /* blocks */
    RTP_NODE_HEADING,
    RTP_NODE_PARAGRAPH,
    RTP_NODE_LIST,
    RTP_NODE_ITEM,
    RTP_NODE_TABLE,
    RTP_NODE_ROW,
    RTP_NODE_CELL,
    RTP_NODE_QUOTE,
    RTP_NODE_NOTE,
    RTP_NODE_CHART, /* its spans say in words what it shows */
    RTP_NODE_RULE,
    /* spans */
    RTP_SPAN_TEXT,
    RTP_SPAN_FIGURE,
    RTP_SPAN_STRONG,
    RTP_SPAN_EMPHASIS,
    RTP_SPAN_LINK,
    RTP_SPAN_CITATION,
    RTP_SPAN_BREAK,
    RTP_SPAN_SPARK, /* a chart drawn in characters, on a line of its own; what draws pictures leaves it out */
    RTP_NODE_KIND_COUNT
} rtp_node_kind;

typedef enum rtp_align { RTP_ALIGN_LEFT, RTP_ALIGN_RIGHT } rtp_align;

typedef struct rtp_node rtp_node;
struct rtp_node { /* small: a document has hundreds */
    rtp_node *parent, *first, *last, *next;
    union {
        rtp_str text; /* text, figure and spark spans: plain text; link: the address, its children are what is seen */
        rtp_str section; /* top blocks: the section's id */
    };
    const rtp_value *value;       /* span: the fact it came from */
    const rtp_chart *chart;       /* chart: its points; NULL when there are none */
    const rtp_point *point;       /* each node made for a point: what it says and why; NULL for the outline's own.
                                     A paragraph that joins points has it on the spans only. */
    const rtp_evidence *evidence; /* citation, and each item of the sources list */
    int level;                    /* heading: 1 to 3; list: 1 when numbered; row: 1 when header; citation: its number */
    uint16_t fact;                /* span: its number, RTP_LITERAL for the rule's or outline's own words */
    rtp_node_kind kind : 8;
    rtp_align align : 8; /* cell */
};

typedef struct rtp_document {
    rtp_node *root;
    rtp_str name, title; /* outline name; plain text of the title */
    bool personal;       /* private: for the user only */
    rtp_date date;
} rtp_document;

const char *rtp_node_kind_name(rtp_node_kind kind);
bool rtp_node_may_hold(rtp_node_kind parent, rtp_node_kind child); /* the whole grammar */
/* Appends a child; without a parent, makes the root. What the grammar forbids ends the program. */
rtp_node *rtp_node_put(rtp_arena *arena, rtp_node *parent, rtp_node_kind kind);

/* Depth-first: every node is entered and left; spans and leaves too. */
typedef struct rtp_walk {
    rtp_node *node;
    bool entering;
    rtp_node *root;
} rtp_walk;
rtp_walk rtp_walk_make(rtp_node *root);
bool rtp_walk_next(rtp_walk *walk); /* false at the end */

/* ---- outlines: data/outlines ---- */

typedef enum rtp_form {
    RTP_FORM_TITLE,      /* the first point's text is the document's title */
    RTP_FORM_LINES,      /* one paragraph, a line a point */
    RTP_FORM_PARAGRAPH,  /* one paragraph of all points */
    RTP_FORM_PARAGRAPHS, /* one a point */
    RTP_FORM_BULLETS,
    RTP_FORM_NUMBERS,
    RTP_FORM_TABLE, /* a row a point; columns that are empty in every row are left out */
    RTP_FORM_TERMS, /* two columns without header text: lead and text */
    RTP_FORM_QUOTES,
    RTP_FORM_CHART,  /* of the metric that a point is about; its text says what it shows */
    RTP_FORM_SOURCES /* no points: the research that the document cites */
} rtp_form;

typedef struct rtp_slot {
    rtp_str name;
    rtp_form form;
    int most, each;             /* budget: points in all, points a concern; 0 is unlimited */
    rtp_phrases intro;          /* a paragraph before it, when it has points */
    const rtp_phrases *columns; /* table: header cells; a leading ">" aligns right */
    size_t column_count;
} rtp_slot;

typedef struct rtp_section {
    rtp_str id;
    rtp_phrases heading;
    const rtp_slot *slots;
    size_t slot_count;
} rtp_section;

typedef struct rtp_length { /* words as rtp_document_words counts them; 0: no limit */
    uint16_t least, most;   /* least is what the outline aims at: nothing is made up to reach it */
} rtp_length;

typedef struct rtp_requirement { /* what a document makes no sense without */
    rtp_str message, hint;       /* absent: it requires nothing */
    uint16_t fact;               /* that has to be known, and neither no nor none at all */
} rtp_requirement;

typedef struct rtp_outline {
    rtp_str name, summary;
    bool personal;
    int citations; /* at most so many sources are cited; 0: none */
    rtp_length words;
    rtp_requirement requires;
    const rtp_section *sections;
    size_t section_count;
    rtp_texts skipped; /* of a part: the ids of the sections that are not in it */
} rtp_outline;

/* Codes R0200 and up; `outline` is untouched when false. */
bool rtp_outline_load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_outline *outline);
/* Prints the outlines as static C tables, the last one `static const rtp_outline <name>[count]`. */
void rtp_outlines_print(const rtp_outline *outlines, size_t count, const char *name, rtp_buf *out);
/* Holds rules against outlines: every rule has a slot, and says what the slot's form can show. Reports those
 * that do not (codes R0210 and up), at their place when `source` holds the pack's rules and no others; NULL: a
 * rule is told by its id. */
bool rtp_outlines_fit(const rtp_outline *outlines, size_t count, const rtp_pack *pack, const rtp_source *source,
                      rtp_diags *diags);
/* The other way round: every slot has a rule that fills it (R0215). */
bool rtp_outlines_filled(const rtp_outline *outlines, size_t count, const rtp_pack *pack, rtp_diags *diags);

/* A word names a section by its id, or by what stands behind the last dot of it: "raised" is "one.raised". */
bool rtp_outline_knows(const rtp_outline *outline, rtp_str word);
/* A copy with only the sections that `only` names (empty: all) and `skip` does not. The title stays, whatever is asked
 * for. So does the list of sources, unless `skip` names it: then no research is cited, since nobody could look it up.
 */
const rtp_outline *rtp_outline_part(const rtp_outline *outline, rtp_texts only, rtp_texts skip, rtp_arena *arena);
/* The ids that a reader may ask for: all but the title's, in order. */
rtp_texts rtp_outline_sections(const rtp_outline *outline, rtp_arena *arena);

/* True when the profile says what the outline requires; else false after a diagnostic at the profile's root. */
bool rtp_outline_ready(const rtp_outline *outline, const rtp_facts *facts, const rtp_source *source, rtp_diags *diags);

/* Selects the points an outline has room for, marking in the trace what it drops and why, and
 * builds the tree. Sections with nothing to say are left out; a document too long leaves out its
 * weakest points until it is not. Cannot fail. The same points may be
 * composed again with another outline; the trace then speaks of the last one. */
const rtp_document *rtp_compose(const rtp_outline *outline, const rtp_facts *facts, rtp_points *points, rtp_date date,
                                rtp_arena *arena);
/* Who found it, as a reader calls them: one author, two joined by "and", of more the first. */
rtp_str rtp_evidence_called(const rtp_evidence *evidence, rtp_arena *arena);
/* What a reader of the Markdown or the plain text counts: runs of characters between blanks that hold a letter
 * or a digit; title, headings, cells, numbers of items and sources are all of it. */
size_t rtp_document_words(const rtp_document *document);
/* The points selected for one slot (absent: the section's first), in order; for readers that are
 * not documents, such as check. */
size_t rtp_points_select(const rtp_outline *outline, rtp_points *points, rtp_str section, rtp_str slot,
                         rtp_arena *arena, const rtp_point ***selected);

extern const rtp_code_doc rtp_document_codes[];
extern const size_t rtp_document_code_count;

#endif
