/* What services have in common: records counted by month, and the time each took. Kept by month while pages
 * come in, and made into metrics at the end. */
#ifndef IMPORT_MONTHLY_H
#define IMPORT_MONTHLY_H

#include "import/moment.h"
#include "rtopitch/import.h"

typedef struct rtp_monthly_row {
    bool known;
    double count;  /* records, as the service says */
    double *hours; /* of those whose time is known */
    size_t len, cap;
} rtp_monthly_row;

typedef struct rtp_monthly { /* one row a month from run->first to run->last */
    rtp_monthly_row *rows;
} rtp_monthly;

typedef struct rtp_monthly_words { /* of one metric made of it */
    const char *name, *unit;
    const char *source; /* whose and what, in short, for beside the number: "GitHub, own pull requests by the month of
                           merging" */
    const char *definition; /* a sentence */
    rtp_texts about;
    double hours; /* in one unit, of a median; 0: counts */
} rtp_monthly_words;

rtp_monthly rtp_monthly_make(const rtp_import *run);
/* The row of a month, NULL outside those asked for. */
rtp_monthly_row *rtp_monthly_find(const rtp_import *run, const rtp_monthly *monthly, rtp_month month);
void rtp_monthly_add_hours(rtp_import *run, rtp_monthly_row *row, double hours);

/* How many there were in each month; months before the first record are left out, with a note. */
void rtp_monthly_put_counts(rtp_import *run, const rtp_monthly *monthly, const rtp_monthly_words *words, rtp_str query);
/* The median of their hours, for months that have any. */
void rtp_monthly_put_medians(rtp_import *run, const rtp_monthly *monthly, const rtp_monthly_words *words,
                             rtp_str query);

/* Members of an answer; each complains (I0009) and returns false when it is not as documented. */
bool rtp_answer_count(rtp_import *run, const rtp_json *object, const char *key, double *count);
const rtp_json *rtp_answer_list(rtp_import *run, const rtp_json *object, const char *key); /* or NULL */
bool rtp_answer_moment(rtp_import *run, const rtp_json *object, const char *key, rtp_moment *moment);
/* The text of a member; absent when there is none. */
rtp_str rtp_answer_text(const rtp_json *object, const char *key);
const rtp_json *rtp_answer_member(const rtp_json *object, const char *key); /* or NULL, as of NULL */
bool rtp_answer_refuse(rtp_import *run, const char *key, const char *wanted);

#endif
