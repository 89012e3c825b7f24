/* What the two words of `rtopitch pilot` share: one table of options, and the way from a word to its work. */
#ifndef CLI_PILOT_H
#define CLI_PILOT_H

#include "cli/output.h"

typedef struct rtp_pilot_options {
    rtp_str output;
    int format, design, seed, weeks, width;
    bool into;
    rtp_given_date date;
    rtp_text_list rules;
} rtp_pilot_options;

/* The operands are those behind the word. Returns an exit status. */
int rtp_pilot_review(rtp_cli *cli);

#endif
