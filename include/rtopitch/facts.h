/* Facts: what rules may read. The catalogue declares every fact with its type, unit and meaning;
 * deriving fills the values from a profile. An unknown value is unknown, never zero, and every
 * known value remembers where it came from. */
#ifndef RTOPITCH_FACTS_H
#define RTOPITCH_FACTS_H

#include "rtopitch/profile.h"

typedef enum rtp_type { RTP_TEXT, RTP_NUMBER, RTP_FLAG, RTP_DATE, RTP_MONTH, RTP_WORD, RTP_LIST } rtp_type;

/* Lists a rule can walk with for_each. RTP_PACK facts are filled by the rules floor from the
 * concern catalogue and the evidence library, not derived from the profile. */
typedef enum rtp_scope {
    RTP_ONCE,
    RTP_CONCERNS,
    RTP_MITIGATIONS,
    RTP_METRICS,
    RTP_DELIVERABLES,
    RTP_REVIEWS,
    RTP_NEEDS,
    RTP_RUNGS,
    RTP_TASKS,
    RTP_PRACTICES,
    RTP_COSTS,
    RTP_GUARDRAILS,
    RTP_EXPERIMENTS,
    RTP_CONVERSATIONS,
    RTP_WEEKS,     /* of the pilot */
    RTP_OUTCOMES,  /* of its results: a measure each; these four are empty without results */
    RTP_LIMITS,    /* as recorded, and whether they were kept */
    RTP_OMISSIONS, /* weeks that do not count */
    RTP_CHANGES,   /* terms that were changed after they were recorded */
    RTP_DAYS,      /* Monday to Friday, of many profiles; these four are empty for one */
    RTP_ASKED,     /* office days a week, from none to five */
    RTP_GROUPS,    /* teams */
    RTP_LACKS,     /* what profiles could still say */
    RTP_FACTORS,
    RTP_PACK,
    RTP_SCOPE_COUNT
} rtp_scope;

typedef enum rtp_visibility {
    RTP_SHAREABLE, /* may be printed anywhere */
    RTP_STEERING,  /* may decide which rule fires, never printed in a shareable document */
    RTP_PRIVATE    /* a point that reads it, even in its condition, is private */
} rtp_visibility;

typedef enum rtp_origin_kind {
    RTP_FROM_PROFILE,  /* the value at `pointer` */
    RTP_FROM_FORMULA,  /* computed; `formula` says how, `pointer` from where */
    RTP_FROM_DEFAULT,  /* nobody said it: shown as "(proposed)" */
    RTP_FROM_ARGUMENT, /* the command line: --date */
    RTP_FROM_PACK      /* evidence or concern data; `formula` names the entry */
} rtp_origin_kind;

typedef struct rtp_origin {
    const char *pointer; /* JSON pointer, "#" stands for the item's index; NULL when none */
    rtp_str formula;     /* plain words, e.g. "median of the office months" */
    rtp_origin_kind kind;
    uint32_t index; /* the item's index */
} rtp_origin;
/* The pointer with "#" replaced by the index; {NULL, 0} when there is none. */
rtp_str rtp_origin_pointer(const rtp_origin *origin, rtp_arena *arena);

typedef struct rtp_value {
    bool known;
    uint8_t decimals; /* of a number: how many to print */
    rtp_type type;
    union {
        double number;
        bool flag;
        rtp_str text; /* also of a word */
        rtp_date date;
        rtp_month month;
        rtp_texts list;
    };
    rtp_origin origin;
} rtp_value;

typedef struct rtp_facts rtp_facts;

typedef struct rtp_fact {
    const char *name; /* "ask.office_days" */
    rtp_type type;
    rtp_visibility visibility;
    const char *unit;       /* "days", "percent", "" … ; "metric" means the metric's own unit */
    const rtp_texts *words; /* the choices of a word */
    const char *doc;        /* one sentence */
} rtp_fact;

/* Facts are numbered 0 … rtp_fact_count() - 1, topic after topic; the number is stable within a
 * build, so packs compiled at build time hold it. */
size_t rtp_fact_count(void);
const rtp_fact *rtp_fact_at(size_t number);
rtp_scope rtp_fact_scope(size_t number);
int rtp_fact_find(rtp_str name);             /* -1 when there is none */
rtp_str rtp_fact_nearest(rtp_str name);      /* for "did you mean" */
const char *rtp_scope_name(rtp_scope scope); /* "concerns"; RTP_ONCE: "" */

/* The value for condition and phrase: `item` counts within the fact's scope and is ignored for
 * RTP_ONCE. Never fails; a fact out of scope is unknown. */
const rtp_value *rtp_facts_get(const rtp_facts *facts, size_t number, size_t item);
size_t rtp_facts_items(const rtp_facts *facts, rtp_scope scope); /* how many items the profile has */
/* As rtp_fact_scope and rtp_fact_at, without a search. */
rtp_scope rtp_facts_scope(const rtp_facts *facts, size_t number);
const rtp_fact *rtp_facts_fact(const rtp_facts *facts, size_t number);

/* ---- what packs know of each kind of work (data/roles), as flat texts: a start relocates one pointer a family ---- */

typedef enum rtp_role_text { /* noun phrases */
                             RTP_ROLE_OUTPUT,
                             RTP_ROLE_UPDATE,
                             RTP_ROLE_QUIET,
                             RTP_ROLE_ROOM,
                             RTP_ROLE_EXHIBIT,
                             RTP_ROLE_TEXT_COUNT
} rtp_role_text;
typedef enum rtp_measure_text { /* of a measure that carries weight */
                                RTP_MEASURE_NAME,
                                RTP_MEASURE_UNIT,
                                RTP_MEASURE_BETTER, /* "higher" or "lower" */
                                RTP_MEASURE_WHERE,
                                RTP_MEASURE_KIND,
                                RTP_MEASURE_PAIR, /* the name of the measure of quality to go with it, or empty */
                                RTP_MEASURE_WORDS,
                                RTP_MEASURE_TEXT_COUNT
} rtp_measure_text;
typedef enum rtp_trap_text { /* of a measure that convinces nobody alone */
                             RTP_TRAP_WORDS,
                             RTP_TRAP_UNLESS,
                             RTP_TRAP_WHY,
                             RTP_TRAP_TEXT_COUNT
} rtp_trap_text;
#define RTP_ROLE_ANY        "any"     /* the id of what holds for every family: traps alone */
#define RTP_MEASURE_QUALITY "quality" /* the kind that others are paired with */
/* Texts, then measures, then traps, each text ended by a NUL and each of the two lists by one more.
 * Words are alternatives set off by "|"; one fits when all of its words stand in a name, in any order. */
typedef struct rtp_role {
    rtp_str id; /* of the family */
    rtp_str bytes;
} rtp_role;
typedef struct rtp_roles {
    const rtp_role *items;
    size_t len;
} rtp_roles;

/* `today` is the document's date. Without `roles`, facts that need them are unknown. Cannot fail. A value is computed
 * when it is first read and kept in the arena, so one set of facts belongs to one thread; the order of reading changes
 * nothing. */
const rtp_facts *rtp_facts_derive(const rtp_profile *profile, rtp_date today, rtp_roles roles, rtp_arena *arena);

/* ---- charts ---- */

typedef struct rtp_chart_point {
    rtp_month month;
    int mode; /* enum rtp_mode */
    double value;
} rtp_chart_point;
typedef struct rtp_chart_band { /* months behind one another of one way of working */
    size_t first, len;          /* points */
    int mode;
    double median; /* of all values of this way of working */
} rtp_chart_band;
typedef struct rtp_chart_change { /* from the office to another way of working, in figures that others are told */
    int mode;                     /* 0: there is none to tell */
    bool has_interval;            /* of 95 % */
    double shift, low, high;
} rtp_chart_change;
typedef struct rtp_chart {
    rtp_str name, unit;
    const rtp_chart_point *points; /* in order of time; months that no period covers are left out */
    size_t len;
    const rtp_chart_band *bands;
    size_t band_count;
    double low, high; /* of all points */
    rtp_month step;   /* the smallest from one point to the next: what lies further apart has a gap */
    uint8_t decimals; /* that the values are told with */
    rtp_chart_change change;
} rtp_chart;
/* The points of a metric; NULL when it has no values by month. */
const rtp_chart *rtp_facts_chart(const rtp_facts *facts, size_t metric);

/* ---- what results of a pilot are held against, before anything is judged ---- */

typedef struct rtp_frame {
    rtp_dates weeks; /* of the trial, their first days, in order; none when nobody said when it starts */
    rtp_str primary; /* the name of the metric that decides; absent: there is none */
} rtp_frame;
/* As recorded before the start, else as the profile says. */
rtp_frame rtp_facts_frame(const rtp_facts *facts);
bool rtp_facts_is_over(const rtp_facts *facts, rtp_date week); /* so that it can have results */

/* The office days that most people of a crowd ask for; of equals the most days. */
int64_t rtp_crowd_common(const rtp_crowd *crowd);

/* Whether a capitalised word is somebody's or something's name: it is a person's in this profile, or it stands as a
 * team's, a site's, a system's or with its capital inside a sentence, and nowhere without one. */
bool rtp_facts_is_name(const rtp_facts *facts, rtp_str word);
/* The first word of a name, as people are called; after a title such as "Dr." the whole name. */
rtp_str rtp_name_called(rtp_str name);

/* The plain text of a known value: numbers with their decimals, dates long, lists joined by "and". */
rtp_str rtp_value_text(const rtp_value *value, rtp_arena *arena);

#endif
