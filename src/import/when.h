/* A day or a month as people and programs write it. Which number is the day in 3/4/2025 cannot be told from one
 * date, so that a whole column is looked at before any is believed. */
#ifndef IMPORT_WHEN_H
#define IMPORT_WHEN_H

#include "rtopitch/base.h"

typedef enum rtp_when_kind {
    RTP_WHEN_TOLD,  /* year and month are known */
    RTP_WHEN_PAIR,  /* two numbers and a year: which is the month is for the column to tell */
    RTP_WHEN_MONTH, /* a month without a year */
    RTP_WHEN_YEAR,  /* a year alone */
    RTP_WHEN_SERIAL /* a spreadsheet's count of days */
} rtp_when_kind;

typedef struct rtp_when {
    rtp_when_kind kind;
    int year, month, day; /* 0: not said */
    int first, second;    /* of a pair; either may be the day */
    bool dotted;          /* day.month.year, as in much of Europe */
} rtp_when;

/* False for what is no date. */
bool rtp_when_read(rtp_str text, rtp_when *when);
/* A pair, once the column has told. False when there is no such day. */
bool rtp_when_settle(rtp_when *when, bool day_first);
rtp_month rtp_when_month(const rtp_when *when); /* of one that is told */

#endif
