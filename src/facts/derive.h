/* What a row of the catalogue is, and what the functions behind the rows see. A row names its fact,
 * its reader and where in the profile it stands; so a fact that is a member needs no function. */
#ifndef RTOPITCH_FACTS_DERIVE_H
#define RTOPITCH_FACTS_DERIVE_H

#include "rtopitch/facts.h"

typedef struct rtp_derive rtp_derive;
typedef struct rtp_row rtp_row;

/* Where a row is read: `object` is the profile, or the item's struct for rows of a list. */
typedef struct rtp_site {
    rtp_derive *from;
    const rtp_row *row;
    size_t item;
    const void *object;
} rtp_site;

typedef rtp_value (*rtp_read)(const rtp_site *at);

/* Facts of one chosen item are the rows of its list, read at that item. */
typedef enum rtp_subject {
    RTP_SUBJECT_ITEM, /* the item the caller names, or the profile */
    RTP_SUBJECT_LEAD,
    RTP_SUBJECT_WEAK,
    RTP_SUBJECT_PRIMARY,
    RTP_SUBJECT_PREFERRED,
    RTP_SUBJECT_STARTER, /* the smallest step, whatever its name */
    RTP_SUBJECT_FIRST_CONCERN,
    RTP_SUBJECT_SECOND_CONCERN,
    RTP_SUBJECT_LAST_CONVERSATION,
    RTP_SUBJECT_REMOTE_REVIEW,
    RTP_SUBJECT_COUNT
} rtp_subject;

struct rtp_row {
    rtp_fact fact;
    rtp_read read;       /* NULL for pack facts */
    const char *pointer; /* of the member it reads first; "#" stands for the item */
    uint16_t offset;     /* of that member in `object` */
    uint8_t subject;     /* rtp_subject */
    uint8_t side;        /* of a metric: rtp_side */
};

typedef struct rtp_topic { /* rows of one scope, from one file */
    rtp_scope scope;
    const rtp_row *rows;
    size_t count;
} rtp_topic;

#define TOPIC(name, scope, rows) const rtp_topic rtp_topic_##name = {scope, rows, RTP_COUNT(rows)}

/* A row: name, type, sentence, then any of the parts below. */
#define FACT(name_, type_, doc_, ...)                                                                                  \
    {                                                                                                                  \
        .fact.name = name_, .fact.type = type_, .fact.unit = "", .fact.doc = doc_, __VA_ARGS__                         \
    }
#define QUANTITY(name_, unit_, doc_, ...)                                                                              \
    {                                                                                                                  \
        .fact.name = name_, .fact.type = RTP_NUMBER, .fact.unit = unit_, .fact.doc = doc_, __VA_ARGS__                 \
    }
#define STEERING .fact.visibility = RTP_STEERING
#define PRIVATE  .fact.visibility = RTP_PRIVATE
/* An initialiser cannot stand in parentheses. NOLINTNEXTLINE(bugprone-macro-parentheses) */
#define WORDS(list)                            .fact.words = &rtp_words_##list
#define AT(shape, member, pointer_)            .offset = offsetof(shape, member), .pointer = pointer_
#define MEMBER(read_, shape, member, pointer_) .read = rtp_read_##read_, AT(shape, member, pointer_)
#define COMPUTED(function)                     .read = function
#define FROM(pointer_)                         .pointer = pointer_
#define SUBJECT(subject_)                      .subject = RTP_SUBJECT_##subject_

/* Readers of one member as it stands (read.c); texts and choices become lists. */
rtp_value rtp_read_text(const rtp_site *at);
rtp_value rtp_read_word(const rtp_site *at);
rtp_value rtp_read_flag(const rtp_site *at);
rtp_value rtp_read_count(const rtp_site *at);
rtp_value rtp_read_number(const rtp_site *at);
rtp_value rtp_read_date(const rtp_site *at);
rtp_value rtp_read_month(const rtp_site *at);
rtp_value rtp_read_texts(const rtp_site *at);
rtp_value rtp_read_choices(const rtp_site *at); /* a list of words */
rtp_value rtp_read_first(const rtp_site *at);   /* the first of texts */
rtp_value rtp_read_length(const rtp_site *at);  /* of texts */
rtp_value rtp_read_size(const rtp_site *at);    /* of a list of objects */
rtp_value rtp_read_position(const rtp_site *at);

/* ---- the ladder (derive_ask.c): the rungs of the ask, given and proposed ---- */

enum { RTP_RUNG_LIMIT = 3 };

typedef struct rtp_step {
    const char *name; /* "preferred" */
    rtp_rung rung;
    bool proposed;
} rtp_step;

typedef struct rtp_ladder {
    rtp_step steps[RTP_RUNG_LIMIT];
    size_t len;
} rtp_ladder;

rtp_ladder rtp_ladder_derive(const rtp_profile *profile);
/* The office days the mandate asks for: five when it does not say. */
int32_t rtp_mandate_days(const rtp_profile *profile);
ptrdiff_t rtp_ladder_smallest(rtp_derive *from); /* the last step that asks for less than the mandate */
/* Also when nobody is named; by full or by first name. */
bool rtp_conversation_is_with_manager(const rtp_derive *from, size_t index);

/* ---- strategy (derive_strategy.c) ---- */

enum { RTP_FACTOR_COUNT = 7 };
typedef enum rtp_strategy { RTP_PUSH_BACK = 1, RTP_EARN_BACK } rtp_strategy;

rtp_strategy rtp_strategy_choose(rtp_derive *from);

/* ---- shared by topics ---- */

typedef struct rtp_metric_summary rtp_metric_summary;
typedef struct rtp_metric_parts rtp_metric_parts;
typedef struct rtp_names rtp_names;       /* facts/names.h */
typedef struct rtp_schedule rtp_schedule; /* facts/trial.h */
typedef struct rtp_power rtp_power;
typedef struct rtp_judgement rtp_judgement; /* facts/review.h */

enum { RTP_NO_ITEM = -1 };

struct rtp_derive {
    const rtp_profile *profile;
    rtp_date today;
    rtp_roles roles;
    rtp_arena *arena;
    rtp_ladder ladder;
    int family;                        /* of the role, + 1; 0 until it is first asked for */
    const rtp_metric_summary *metrics; /* NULL until the first is asked for, and so are these: */
    rtp_metric_parts *parts;
    const rtp_names *names;
    const rtp_schedule *schedule;
    const rtp_power *power;
    const rtp_judgement *judgement;
};

/* `days` after `date`; unknown when one side is, or the calendar ends. */
rtp_date rtp_date_after(rtp_date date, int64_t days);
bool rtp_concern_is_motive(int about);                      /* real estate, a manager's own role, headcount */
bool rtp_concern_is_sensitive(const rtp_concern *concern);  /* shareable only in the other side's words */
rtp_value rtp_concern_place(const rtp_site *at, int about); /* among those that others may read; or unknown */
/* The first mitigation that passes the test, or RTP_NO_ITEM. */
typedef bool (*rtp_mitigation_test)(const rtp_mitigation *mitigation, const void *wanted);
ptrdiff_t rtp_mitigation_find(const rtp_profile *profile, rtp_mitigation_test test, const void *wanted);
/* The choice of rtp_words_role_family that a job title speaks of, 0 when none. */
int rtp_role_infer(rtp_str role, rtp_arena *arena);
int rtp_role_family(rtp_derive *from); /* as given, else inferred */

#endif
