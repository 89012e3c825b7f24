/* Tries a compiled pattern at a token: straight on, and back at gaps and choices. Patterns have no loops and
 * few gaps, and one that still has too many ways to go gives up: what a text costs is bounded. */
#include "lint/match.h"

enum { TRIES_MOST = 1 << 17 };

static bool is_kind(const rtp_lint_token *token, unsigned number)
{
    static const uint8_t flags[RTP_LINT_WORDS] = {[RTP_LINT_NUMBER] = RTP_TOKEN_NUMBER,
                                                  [RTP_LINT_MONEY] = RTP_TOKEN_MONEY,
                                                  [RTP_LINT_NAME] = RTP_TOKEN_NAME,
                                                  [RTP_LINT_OWNER] = RTP_TOKEN_OWNER};
    return number < RTP_LINT_WORDS ? (token->flags & flags[number]) != 0 : token->word == number;
}

static bool is_any(const rtp_lint_token *token, const uint8_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_kind(token, rtp_code_number(numbers + 2 * i))) {
            return true;
        }
    }
    return false;
}

typedef struct attempt {
    const rtp_sentence *sentence;
    size_t end, tries;
} attempt;

static bool try_from(attempt *a, const uint8_t *code, size_t at, bool loose);

static bool try_gap(attempt *a, const uint8_t *code, size_t at)
{
    const rtp_sentence *sentence = a->sentence;
    for (size_t n = 0; n <= code[1] && at + n <= sentence->to; n++) {
        if (n > 0 && code[0] == RTP_CODE_GAP && rtp_sentence_denies(sentence, at + n - 1)) {
            return false;
        }
        if (try_from(a, code + 2, at + n, true)) {
            return true;
        }
    }
    return false;
}

/* `loose`: a pause may stand before the next token. */
static bool go_on(attempt *a, const uint8_t *code, size_t at, bool loose)
{
    for (;;) {
        const rtp_lint_token *token = at < a->sentence->to ? &a->sentence->tokens[at] : NULL;
        bool joined = token && (loose || !(token->flags & RTP_TOKEN_PAUSE));
        switch ((enum rtp_lint_code) * code) {
        case RTP_CODE_END:
            a->end = at;
            return true;
        case RTP_CODE_WORD:
            if (!joined || !is_kind(token, rtp_code_number(code + 1))) {
                return false;
            }
            code += 3;
            at++;
            loose = false;
            break;
        case RTP_CODE_ANY:
            if (!joined || !is_any(token, code + 2, code[1])) {
                return false;
            }
            code += 2 + 2 * (size_t)code[1];
            at++;
            loose = false;
            break;
        case RTP_CODE_GAP:
        case RTP_CODE_REACH:
            return try_gap(a, code, at);
        case RTP_CODE_PAUSE:
            if (!token || !(token->flags & RTP_TOKEN_PAUSE)) {
                return false;
            }
            code++;
            loose = true;
            break;
        case RTP_CODE_FIRST:
            if (at != a->sentence->from) {
                return false;
            }
            code++;
            break;
        case RTP_CODE_LAST:
            if (token) {
                return false;
            }
            code++;
            break;
        case RTP_CODE_SPLIT:
            if (try_from(a, code + 3, at, loose)) {
                return true;
            }
            code += 3 + rtp_code_number(code + 1);
            break;
        case RTP_CODE_JUMP:
            code += 3 + rtp_code_number(code + 1);
            break;
        }
    }
}

static bool try_from(attempt *a, const uint8_t *code, size_t at, bool loose)
{
    return ++a->tries <= TRIES_MOST && go_on(a, code, at, loose);
}

bool rtp_lint_match(const uint8_t *program, const rtp_sentence *sentence, size_t at, size_t *end)
{
    attempt a = {.sentence = sentence};
    bool found = try_from(&a, program, at, true);
    *end = found ? a.end : *end;
    return found;
}
