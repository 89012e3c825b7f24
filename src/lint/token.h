/* A paragraph as tokens: words, numbers and the marks between them that part sentences and clauses.
 * A pattern sees nothing else of a text. */
#ifndef RTP_LINT_TOKEN_H
#define RTP_LINT_TOKEN_H

#include "rtopitch/lint.h"

/* Numbers of words. Those before RTP_LINT_WORDS stand for kinds of tokens. */
enum { RTP_LINT_NONE, RTP_LINT_NUMBER, RTP_LINT_MONEY, RTP_LINT_NAME, RTP_LINT_OWNER, RTP_LINT_WORDS };

enum rtp_token_flag {
    RTP_TOKEN_NUMBER = 1,
    RTP_TOKEN_MONEY = 2,  /* a number with a currency */
    RTP_TOKEN_NAME = 4,   /* starts with a capital, not at the start of a sentence */
    RTP_TOKEN_OWNER = 8,  /* starts with a capital and ends with 's */
    RTP_TOKEN_PAUSE = 16, /* a comma, colon, dash or bracket stands before it */
    RTP_TOKEN_QUOTED = 32,
    RTP_TOKEN_FIRST = 64 /* of a sentence */
};

struct rtp_lint_token {
    uint32_t from;
    uint16_t len;  /* longer ones are cut */
    uint16_t word; /* its number in the pack; RTP_LINT_NONE when no pattern has it */
    uint8_t flags;
};

/* Fills linter->tokens with those of text[from, to), one paragraph. */
void rtp_tokens_read(rtp_linter *linter, rtp_str text, size_t from, size_t to);

uint32_t rtp_lint_hash(rtp_str word); /* of a word in lower case */

/* Paragraphs, headings, items and rows of a table, one after the other. In Markdown what is quoted or
 * code is passed over. */
typedef struct rtp_paragraphs {
    rtp_str text;
    size_t at;
    bool markdown;
    size_t comment_end;    /* of the next one; 0: not looked for yet; SIZE_MAX: there is none */
    size_t comment_behind; /* the line behind that end; 0: words follow it */
} rtp_paragraphs;
bool rtp_paragraph_next(rtp_paragraphs *paragraphs, size_t *from, size_t *to);

#endif
