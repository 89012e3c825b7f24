/* Compiled patterns, and trying one at a token. The instructions are bytes, so that a pack is one table. */
#ifndef RTP_LINT_MATCH_H
#define RTP_LINT_MATCH_H

#include "lint/token.h"

/* Numbers of two bytes have the low byte first; an offset counts from behind the instruction. */
enum rtp_lint_code {
    RTP_CODE_END,   /* the pattern has matched */
    RTP_CODE_WORD,  /* number of the word or kind: two bytes */
    RTP_CODE_ANY,   /* count: one byte; so many numbers of words */
    RTP_CODE_GAP,   /* the most words: one byte; none of them denies */
    RTP_CODE_REACH, /* likewise, whatever the words */
    RTP_CODE_PAUSE,
    RTP_CODE_FIRST, /* of the sentence */
    RTP_CODE_LAST,  /* no token is left */
    RTP_CODE_SPLIT, /* offset: go on here, and if that fails there */
    RTP_CODE_JUMP   /* offset */
};

static inline unsigned rtp_code_number(const uint8_t *at)
{
    return (unsigned)at[0] | (unsigned)at[1] << 8;
}

typedef struct rtp_sentence {
    const rtp_lint_token *tokens;
    size_t from, to;
    unsigned denials; /* words from RTP_LINT_WORDS to before this one deny */
} rtp_sentence;

static inline bool rtp_sentence_denies(const rtp_sentence *sentence, size_t at)
{
    unsigned word = sentence->tokens[at].word;
    return word >= RTP_LINT_WORDS && word < sentence->denials;
}

/* Does the program match from token `at` on? Then `end` is the token behind. */
bool rtp_lint_match(const uint8_t *program, const rtp_sentence *sentence, size_t at, size_t *end);

#endif
