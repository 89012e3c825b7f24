/* Rule packs: judgement and wording as data. A rule names facts, never profile members, so a
 * pack can reach only what the catalogue declares. */
#ifndef RTOPITCH_RULES_H
#define RTOPITCH_RULES_H

#include "rtopitch/facts.h"

/* ---- packed lists: flat bytes with one pointer, since the program is loaded anywhere in memory and
 * every pointer in its tables costs time at each start ---- */

typedef struct rtp_packed { /* the length of all items, then each item behind its own length; {NULL}: no item */
    const char *bytes;
} rtp_packed;
rtp_str rtp_packed_items(rtp_packed list);
bool rtp_packed_next(rtp_str *items, rtp_str *item); /* takes the first item off; false when none is left */

/* ---- conditions: three-valued, typed against the catalogue when the pack is loaded ---- */

typedef enum rtp_test {
    RTP_ALL,
    RTP_ANY,
    RTP_NOT,
    RTP_IS,
    RTP_IN,
    RTP_LT,
    RTP_LE,
    RTP_GT,
    RTP_GE,
    RTP_BETWEEN,
    RTP_KNOWN
} rtp_test;
typedef enum rtp_truth { RTP_NO, RTP_UNKNOWN, RTP_YES } rtp_truth;

typedef struct rtp_operand {
    double number;
    rtp_str text;
} rtp_operand;

typedef struct rtp_condition { /* as it is read */
    rtp_test test;
    uint16_t fact; /* of a leaf; else RTP_LITERAL */
    rtp_str items; /* of all, any, not: conditions; of a leaf: operands, flags and dates being numbers */
} rtp_condition;
rtp_condition rtp_condition_read(rtp_packed when);                 /* of a rule that has one */
bool rtp_condition_next(rtp_str *items, rtp_condition *condition); /* takes the first off; false at the end */
bool rtp_operand_next(rtp_str *items, rtp_operand *operand);

/* ---- phrases: plain text with {fact|filter:argument|filter}; [a part in brackets] is left out as a
 * whole when one of its facts is unknown, and does not nest; `{{` and `[[` stand for one sign ---- */

enum { RTP_FILTER_LIMIT = 3, RTP_GROUP_LIMIT = 31, RTP_LITERAL = 0xFFFF };
typedef struct rtp_filter_use {
    uint8_t filter;
    rtp_str argument;
} rtp_filter_use;
/* Alternatives, each an item of the list: the first whose condition holds and whose facts are all known is used. */
typedef rtp_packed rtp_phrases;
bool rtp_phrase_when(rtp_str *phrase, rtp_packed *when); /* takes its condition off; false when it has none */

typedef struct rtp_segment { /* as it is read from a phrase */
    rtp_str text;            /* of a literal */
    uint16_t fact;           /* RTP_LITERAL for text */
    uint8_t filter_count;    /* the filters behind it mean nothing */
    uint8_t group;           /* 0: always there; else its bracketed part, counted from 1 in the phrase */
    rtp_filter_use filters[RTP_FILTER_LIMIT];
} rtp_segment;
bool rtp_segment_next(rtp_str *phrase, rtp_segment *segment); /* takes the first off; false at the end */

/* ---- rules ---- */

typedef struct rtp_evidence_want {
    uint8_t most;               /* 0: the rule wants none */
    uint8_t concern, direction; /* words of packs, counted from 1; 0 is absent, and the first direction is meant */
    bool all_concerns;          /* whatever concern of the profile it speaks to */
} rtp_evidence_want;
rtp_str rtp_want_concern(const rtp_evidence_want *want); /* absent: those of the item's concern, or of all */

typedef struct rtp_rule {
    rtp_str id;
    rtp_str section, slot; /* slot absent: the section's first */
    rtp_str argues;        /* what the point argues; one point a document argues it */
    rtp_phrases add;       /* readiness: members of a profile, as JSON, that would fill the gap; may be empty */
    rtp_packed seeds;
    rtp_packed when;  /* {NULL}: always */
    rtp_phrases lead; /* a few words set strong before the text; may be empty */
    rtp_phrases text;
    const rtp_phrases *cells; /* of a table row */
    rtp_scope scope;
    bool personal;    /* "private": only private documents may show it */
    uint8_t strength; /* 0 to 100 */
    uint8_t cell_count;
    rtp_evidence_want evidence;
} rtp_rule;

typedef uint32_t rtp_set; /* words of packs: a bit for each, the first being the lowest */

typedef enum rtp_concern_text { /* in the order in which they are kept */
                                RTP_CONCERN_TITLE,
                                RTP_CONCERN_INTEREST, /* what lies beneath */
                                RTP_CONCERN_NEVER,
                                RTP_CONCERN_SEEDS,       /* items of a packed list */
                                RTP_CONCERN_ACKNOWLEDGE, /* phrases from here on: sentences to print */
                                RTP_CONCERN_SAY,         /* one short sentence to speak */
                                RTP_CONCERN_ACTION,      /* behind "I will" */
                                RTP_CONCERN_MEASURE,     /* behind "you will see" */
                                RTP_CONCERN_TEXT_COUNT
} rtp_concern_text;
typedef struct rtp_concern_entry { /* data/concerns */
    rtp_str id;
    rtp_packed texts;  /* see rtp_concern_words and rtp_concern_phrases */
    rtp_set evidence;  /* topics of research that speak to it */
    bool only_if_said; /* shareable only with the manager's or senior's own words */
} rtp_concern_entry;
rtp_str rtp_concern_words(const rtp_concern_entry *entry, rtp_concern_text text); /* absent when it has none */
rtp_phrases rtp_concern_phrases(const rtp_concern_entry *entry, rtp_concern_text text);

typedef enum rtp_study_text { /* in the order in which they are kept */
                              RTP_STUDY_DOI,
                              RTP_STUDY_URL,
                              RTP_STUDY_CLAIM,
                              RTP_STUDY_SAMPLE,
                              RTP_STUDY_TITLE,
                              RTP_STUDY_VENUE,
                              RTP_STUDY_CAVEAT,
                              RTP_STUDY_ANSWER,
                              RTP_STUDY_AUTHORS, /* items of a packed list, and so are the roles */
                              RTP_STUDY_ROLES,
                              RTP_STUDY_USE,     /* how to use it well; with what follows, for the library's readers */
                              RTP_STUDY_FIGURES, /* items: name, JSON number and unit of each */
                              RTP_STUDY_READ,    /* what of it was read: "abstract" */
                              RTP_STUDY_FIGURE_SOURCE, /* of numbers that were read elsewhere */
                              RTP_STUDY_TEXT_COUNT
} rtp_study_text;
typedef struct rtp_evidence { /* data/evidence; texts in our own words */
    rtp_str id;
    rtp_packed texts; /* see rtp_evidence_text */
    rtp_set concerns, arrangements;
    uint16_t year;             /* 0: unknown */
    uint8_t direction, design; /* words of packs, counted from 1; 0 is absent */
    char strength;             /* 'A' strongest … 'D' */
} rtp_evidence;
rtp_str rtp_evidence_text(const rtp_evidence *evidence, rtp_study_text text); /* absent when it has none */
rtp_texts rtp_evidence_authors(const rtp_evidence *evidence, rtp_arena *arena);
rtp_str rtp_evidence_design(const rtp_evidence *evidence);

/* The words of the library; a set has a bit for each, and a direction or a design counts them from 1. */
extern const rtp_texts rtp_pack_directions;                 /* of evidence */
extern const rtp_texts rtp_pack_designs;                    /* of evidence, the strongest first */
extern const rtp_texts rtp_pack_strengths;                  /* "A" to "D" */
extern const rtp_texts rtp_pack_arrangements;               /* that evidence speaks of */
extern const rtp_texts rtp_pack_topics;                     /* what evidence is about: its "concerns" */
rtp_set rtp_word_set(rtp_str word, const rtp_texts *words); /* empty for a word that is none of them */
/* The strongest first, the newest first among equals; never 0 for two entries. */
int rtp_evidence_compare(const rtp_evidence *a, const rtp_evidence *b);

typedef struct rtp_seed { /* data/seeds.json: a piece of the advice that the rules apply */
    rtp_str id, gist;
    rtp_str lint;        /* items: codes of the rules about wording that apply it */
    rtp_str not_emitted; /* why no rule applies it; else absent */
} rtp_seed;
bool rtp_seed_next(rtp_str *items, rtp_seed *seed); /* takes the first off; false at the end */

typedef struct rtp_pack { /* everything a run knows; embedded or loaded */
    const rtp_rule *rules;
    size_t rule_count;
    const rtp_concern_entry *concerns;
    size_t concern_count;
    const rtp_evidence *evidence;
    size_t evidence_count;
    rtp_packed seeds; /* for rtp_seed_next */
    rtp_roles roles;
    rtp_packed closed; /* more rules, before the others: the program's own, of which a run opens those it needs */
    size_t closed_count;
} rtp_pack;
/* With every rule that was closed among its `rules`, or those of some sections only: a run that makes many documents
 * opens them once. NULL: of all. */
const rtp_pack *rtp_pack_open(const rtp_pack *pack, const rtp_texts *sections, rtp_arena *arena);

/* Loads one pack file into `pack` behind what is there; its kind is told by the key it has:
 * "rules", "concerns", "items" (evidence), "roles" or "seeds". Every problem is reported (codes R…, and P… for shape);
 * false when one is an error, and `pack` is then as it was. */
bool rtp_pack_load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_pack *pack);
typedef struct rtp_pack_changes { /* what a newer pack would change; ids in the order of its file */
    rtp_str kind;                 /* "rules" or "evidence" */
    rtp_texts added, changed;
    size_t same;
} rtp_pack_changes;
/* Lays a file of rules or of research over `pack`: its entries take the place of those with the same id, others are
 * added. False after a diagnostic, with pack and changes as they were. */
bool rtp_pack_load_over(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_pack *pack,
                        rtp_pack_changes *changes);
/* Runs the examples inside a rules file; reports those that do not behave as they say. */
bool rtp_pack_examples(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, size_t *run);
/* Prints the pack as static C tables named `name`; used when the program is built. */
void rtp_pack_print(const rtp_pack *pack, const char *name, rtp_buf *out);

/* ---- points: rules applied to facts ---- */

typedef struct rtp_run { /* a piece of expanded text */
    rtp_str text;
    const rtp_value *value; /* where it came from; NULL for the rule's own words */
    uint16_t fact;          /* RTP_LITERAL for the rule's own words */
} rtp_run;
typedef struct rtp_runs {
    const rtp_run *items;
    size_t len;
} rtp_runs;

typedef struct rtp_point {
    const rtp_rule *rule;
    size_t item, position; /* of the scope; of the rule among those that speak: ties keep pack order */
    size_t row;            /* of the trace */
    int concern;           /* rank of the concern it answers, from 0; INT32_MAX when none */
    rtp_runs lead, text, add;
    const rtp_runs *cells;
    const rtp_evidence *const *evidence;
    size_t evidence_count;
} rtp_point;

typedef enum rtp_outcome {
    RTP_FIRED,
    RTP_WITHHELD_FALSE,
    RTP_WITHHELD_UNKNOWN,
    RTP_WITHHELD_PHRASE,
    RTP_WITHHELD_EVIDENCE,
    RTP_DROPPED_BUDGET,
    RTP_DROPPED_SAME,
    RTP_DROPPED_CITATIONS,
    RTP_DROPPED_WORDS,
    RTP_OUTCOME_COUNT
} rtp_outcome;
typedef struct rtp_trace_row {
    const rtp_rule *rule;
    size_t item;
    rtp_outcome outcome;
    uint16_t fact; /* the one that decided, or RTP_LITERAL */
} rtp_trace_row;

typedef struct rtp_stage rtp_stage; /* what rules see beside the facts, for the words of outlines */
typedef struct rtp_points {
    const rtp_stage *stage;
    rtp_point *items;
    size_t len;
    rtp_trace_row *trace; /* one row per rule and item tried */
    size_t trace_len;
} rtp_points;

typedef struct rtp_sections { /* ids */
    rtp_texts shown;
    rtp_texts skipped; /* left out on purpose, so that no word points at them: the fact document.skips */
} rtp_sections;
/* Every rule that speaks in one of the `sections` shown (NULL: every rule) against every item of its scope.
 * Cannot fail. */
rtp_points rtp_rules_apply(const rtp_pack *pack, const rtp_facts *facts, const rtp_sections *sections,
                           rtp_arena *arena);
const rtp_concern_entry *rtp_concern_find(const rtp_pack *pack, rtp_str id); /* or NULL */

extern const rtp_code_doc rtp_rules_codes[];
extern const size_t rtp_rules_code_count;

#endif
