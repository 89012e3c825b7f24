/* The advice that the rules come from: each piece with what applies it, or with the reason why nothing does. */
#ifndef CLI_SEEDS_H
#define CLI_SEEDS_H

#include "rtopitch/json.h"
#include "rtopitch/rules.h"

void rtp_seeds_put_text(const rtp_pack *pack, rtp_buf *out);
void rtp_seeds_put_json(const rtp_pack *pack, rtp_json_writer *w);

#endif
