/* Facts that are words: amounts with their unit, changes, margins, limits, periods. Kept apart from
 * the arithmetic, since a unit decides whether a change is shorter, fewer or lower. */
#ifndef RTOPITCH_FACTS_WORDING_H
#define RTOPITCH_FACTS_WORDING_H

#include "rtopitch/profile.h"

typedef struct rtp_amount { /* a number of some unit, to be put into words */
    double number;
    int decimals;
    rtp_str unit; /* as the profile writes it; may be absent */
} rtp_amount;

/* "30 min", "92 %", "41": a value, without a noun that the metric's name already says. */
rtp_str rtp_amount_text(rtp_arena *arena, rtp_amount amount);
/* "6.2 h shorter", "0.5 points higher", "20.5 fewer", "unchanged". */
rtp_str rtp_change_text(rtp_arena *arena, rtp_amount change);
/* "5.1 to 7.9" beside a change of "6.5 h shorter", "3 h shorter to 1 h longer" where the ends go different ways;
 * empty when they are one. */
rtp_str rtp_interval_text(rtp_arena *arena, double low, double high, rtp_amount change);
/* "3 h", "1 point": a difference, without saying which way. */
rtp_str rtp_difference_text(rtp_arena *arena, rtp_amount difference);
/* "no more than 3 h longer than the baseline"; `better` is an enum rtp_better. */
rtp_str rtp_margin_text(rtp_arena *arena, rtp_amount margin, int better);
/* "Escaped defects above 5"; `better` as above. */
rtp_str rtp_limit_text(rtp_arena *arena, rtp_str metric, rtp_amount limit, int better);
/* "2024", "2024 to 2025", "March 2025", "January 2025 to October 2026". */
rtp_str rtp_period_text(rtp_arena *arena, rtp_month first, rtp_month last);
char rtp_ascii_lower(char c); /* whatever the locale */
bool rtp_unit_is_percent(rtp_str unit);
bool rtp_text_has(rtp_str text, rtp_str part); /* as whole words, in any case; never an empty part */
/* A set of the bytes at which a word may start in the text: what starts with none of them is not there. */
uint64_t rtp_text_starts(rtp_str text);
bool rtp_text_may_have(uint64_t starts, rtp_str part);
/* Whether a month's amount is the sum of its weeks': "defects", and not "h", "%" or "defects a week". */
bool rtp_unit_adds_up(rtp_str unit);
/* Zero to twelve as words, more as digits. */
rtp_str rtp_number_word(rtp_arena *arena, size_t number);

#endif
