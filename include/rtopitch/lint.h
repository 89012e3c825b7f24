/* The language linter: rules about wording, written as data, tried on any text.
 *
 * A rule of data/lint has a code (L01 to L63), how severe it is, a title, why it matters, better words,
 * patterns to "match", patterns that excuse it ("unless", anywhere in the same sentence), and examples
 * ("hits", "misses"). A rule speaks once a sentence. What is quoted (quotation marks; in Markdown block
 * quotes, code and comments) is another's and not judged; neither is what a negation stands closely before.
 *
 * A pattern is words in lower case, matched whole; a hyphen or slash in the text parts words. Besides words:
 *   (a b|c)   one of these          x?       may be left out      <name>   the words of that name
 *   ..3      at most three words, none of which denies; ...3 likewise, whatever they are
 *   ^  $     the sentence starts, ends here
 *   ,         a pause: comma, colon, dash, bracket. Words that follow each other have none between them.
 *   #         a number in digits    money    an amount with its currency
 *   @  @'s    a word with a capital, inside the sentence; the same with 's, anywhere
 *   !         first: a negation before it is no excuse */
#ifndef RTOPITCH_LINT_H
#define RTOPITCH_LINT_H

#include "rtopitch/json.h"

extern const rtp_code_doc rtp_lint_codes[];
extern const size_t rtp_lint_code_count;

typedef enum rtp_lint_test {
    RTP_LINT_MATCH,  /* a pattern matches */
    RTP_LINT_LONG,   /* a sentence of more than `limit` words */
    RTP_LINT_LATE,   /* the first match comes after more than `limit` words, and nothing matches before */
    RTP_LINT_PROFILE /* only a whole profile shows it; no text does */
} rtp_lint_test;

typedef struct rtp_lint_rule {
    uint8_t code;     /* 9 is L09 */
    uint8_t severity; /* rtp_severity, in a text */
    uint8_t
        profile;  /* likewise + 1 in the texts of a profile, where other members may say what is missing; 0: silent */
    uint8_t test; /* rtp_lint_test */
    bool opening; /* only in the first paragraph */
    uint16_t limit;
    uint16_t unless, unless_end; /* patterns that excuse */
    uint32_t texts;              /* where its texts start: title, why, better, each with a NUL behind it */
} rtp_lint_rule;

typedef struct rtp_lint_pattern {
    uint32_t program; /* where its instructions start */
    uint8_t rule;     /* number of the rule */
    bool stubborn;    /* a negation before it is no excuse */
} rtp_lint_pattern;

/* Compiled rules: flat tables without pointers into each other, since starting the program mends each pointer. */
typedef struct rtp_lint_pack {
    const rtp_lint_rule *rules;
    const rtp_lint_pattern *patterns;
    const uint8_t *programs;
    const char *texts;
    const char *letters;    /* all words, one behind the other */
    const uint32_t *words;  /* word w is letters[words[w]] to letters[words[w + 1]] */
    const uint16_t *slots;  /* hash table of word numbers; 0 is an empty slot */
    const uint16_t *firsts; /* word w starts the patterns starts[firsts[w]] to starts[firsts[w + 1]] */
    const uint16_t *starts;
    const uint16_t *urgents; /* how many of a word's starts, the first ones, are of rules that are errors in profiles */
    const uint8_t *anchors;  /* bits of words: a text without any breaks no rule that is an error in profiles */
    uint32_t slot_mask;
    uint16_t rule_count, pattern_count, word_count, negations; /* words from RTP_LINT_WORDS on; negations first */
    bool anchored;                     /* there are such words; if not, each text is looked at closely */
    uint64_t urgent, opening, lengthy; /* sets of rules: errors in profiles, for the opening, about length */
    uint32_t program_len, text_len, letter_len, start_count;
} rtp_lint_pack;

/* All files of a pack together: lists of words of one are known to the others. False after a diagnostic. */
bool rtp_lint_load(const rtp_source *sources, size_t count, rtp_arena *arena, rtp_diags *diags, rtp_lint_pack *pack);
/* Tries the examples of each rule; `run` counts them. False after a diagnostic. */
bool rtp_lint_examples(const rtp_lint_pack *pack, const rtp_source *source, rtp_arena *arena, rtp_diags *diags,
                       size_t *run);
void rtp_lint_print(const rtp_lint_pack *pack, const char *name, rtp_buf *out); /* as C */

/* The rule of a code such as "L09", or NULL. */
const rtp_lint_rule *rtp_lint_rule_find(const rtp_lint_pack *pack, rtp_str code);
const char *rtp_lint_code(const rtp_lint_rule *rule); /* "L09" */
typedef struct rtp_lint_words {
    rtp_str title, why, better;
} rtp_lint_words;
rtp_lint_words rtp_lint_words_of(const rtp_lint_pack *pack, const rtp_lint_rule *rule);

/* Sets of rules: bit n stands for the code n. */
typedef uint64_t rtp_lint_set;
rtp_lint_set rtp_lint_bit(const rtp_lint_rule *rule);
rtp_lint_set rtp_lint_all(const rtp_lint_pack *pack);
/* Those that are at least this severe in the texts of a profile. */
rtp_lint_set rtp_lint_in_profile(const rtp_lint_pack *pack, rtp_severity least);

typedef struct rtp_lint_finding {
    const rtp_lint_rule *rule;
    size_t from, len; /* bytes of the text */
} rtp_lint_finding;

typedef struct rtp_lint_token rtp_lint_token;
/* Tries texts one after the other; its memory serves them all. Zero but for the first four members. */
typedef struct rtp_linter {
    const rtp_lint_pack *pack;
    rtp_arena *arena;
    rtp_lint_set rules; /* those to try */
    bool markdown;      /* read block quotes, code, comments and tables, and comments that allow a rule */
    rtp_lint_finding *items;
    size_t len, cap; /* findings of the last text, in its order */
    rtp_lint_token *tokens;
    size_t token_len, token_cap;
} rtp_linter;
void rtp_lint_text(rtp_linter *linter, rtp_str text);

#endif
