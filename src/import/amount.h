/* A number as people and programs write it: thousands apart, a comma or a point, a sign at either end, a unit.
 * What a lone comma or point means is for the whole column to tell. */
#ifndef IMPORT_AMOUNT_H
#define IMPORT_AMOUNT_H

#include "rtopitch/base.h"

typedef enum rtp_amount_kind {
    RTP_AMOUNT_EMPTY, /* nothing, or a word for it */
    RTP_AMOUNT_NUMBER,
    RTP_AMOUNT_CLOCK, /* hours, minutes and perhaps seconds: 12:30 */
    RTP_AMOUNT_OTHER  /* no number */
} rtp_amount_kind;

enum { RTP_AMOUNT_DIGITS = 40 };

typedef struct rtp_amount {
    rtp_amount_kind kind;
    bool negative, percent;
    rtp_str number; /* digits and the marks between them */
    rtp_str unit;   /* what stands around it, "h" or "€"; may be empty */
    char told;      /* '.' or ',' is certainly the decimal mark, 0: not told */
    char doubt;     /* '.' or ',' stands once, before three digits: either way is possible; else 0 */
} rtp_amount;

rtp_amount rtp_amount_read(rtp_str text);
/* Of a number or a clock (in hours), once the column's decimal mark is known. False when it does not fit. */
bool rtp_amount_value(const rtp_amount *amount, char decimal, double *value);

#endif
