/* From the text of a pattern to instructions. Words get numbers here, the same for all patterns of a pack. */
#ifndef RTP_LINT_PATTERN_H
#define RTP_LINT_PATTERN_H

#include "lint/match.h"

typedef struct rtp_word_list { /* "<name>" stands for one of these alternatives */
    rtp_str name;
    rtp_texts any;
} rtp_word_list;

typedef struct rtp_vocabulary {
    rtp_arena *arena;
    rtp_str *words; /* from RTP_LINT_WORDS on */
    size_t len, cap;
    const rtp_word_list *lists;
    size_t list_count;
} rtp_vocabulary;

unsigned rtp_vocabulary_take(rtp_vocabulary *vocabulary, rtp_str word);

typedef struct rtp_pattern_fault {
    rtp_str message; /* {NULL, 0}: none */
    size_t from, len;
} rtp_pattern_fault;

/* The instructions, or a fault with its place in the pattern. */
rtp_str rtp_pattern_compile(rtp_vocabulary *vocabulary, rtp_str pattern, rtp_pattern_fault *fault);

/* Marks in `first` (a byte a word) what the program can start with. False when that is anything. */
bool rtp_program_firsts(const uint8_t *program, uint8_t *first);

#endif
