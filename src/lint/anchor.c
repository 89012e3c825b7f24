/* Chooses a pattern's anchors when a pack is loaded: "you have to accept" cannot match where no "accept" is. Long
 * words are rare in any text, so they make the better anchors; of alternatives each has one of its own. */
#include "lint/anchor.h"

enum {
    COST_COMMON = 1 << 18,
    COST_MOST = 1 << 16, /* halved by each letter of another word */
    HALVINGS = 15,
    BYTE_BITS = 8
};

static const uint64_t cost_none = UINT64_MAX; /* there is no anchor */

/* The best anchors of the way from one instruction to the end. */
typedef struct cover {
    uint64_t cost;
    size_t at;          /* the instruction whose words they are, or the split whose ways need some each */
    size_t here, there; /* of a split: the instructions that the ways' anchors are of */
    size_t behind;      /* the next instruction that cannot be passed by */
    bool wanted;
} cover;

/* ---- words ---- */

/* The plain letters that the word starts with: a token's letters up to the first sign, whatever follows. */
static rtp_str stem_of(const rtp_lint_pack *pack, unsigned word)
{
    rtp_str stem = {"", 0};
    if (word >= RTP_LINT_WORDS) {
        stem.ptr = pack->letters + pack->words[word];
        size_t most = pack->words[word + 1] - pack->words[word];
        while (stem.len < most && stem.ptr[stem.len] >= 'a' && stem.ptr[stem.len] <= 'z') {
            stem.len++;
        }
    }
    return stem;
}

/* Of any text about work. */
static bool is_common(rtp_str stem)
{
    static const rtp_str common[] = {
        RTP_STR("a"),    RTP_STR("all"),    RTP_STR("am"),     RTP_STR("an"),   RTP_STR("and"),  RTP_STR("are"),
        RTP_STR("as"),   RTP_STR("at"),     RTP_STR("be"),     RTP_STR("by"),   RTP_STR("for"),  RTP_STR("from"),
        RTP_STR("has"),  RTP_STR("have"),   RTP_STR("i"),      RTP_STR("in"),   RTP_STR("is"),   RTP_STR("it"),
        RTP_STR("made"), RTP_STR("me"),     RTP_STR("my"),     RTP_STR("need"), RTP_STR("new"),  RTP_STR("no"),
        RTP_STR("not"),  RTP_STR("of"),     RTP_STR("office"), RTP_STR("on"),   RTP_STR("only"), RTP_STR("our"),
        RTP_STR("out"),  RTP_STR("people"), RTP_STR("so"),     RTP_STR("team"), RTP_STR("that"), RTP_STR("the"),
        RTP_STR("they"), RTP_STR("this"),   RTP_STR("to"),     RTP_STR("up"),   RTP_STR("us"),   RTP_STR("was"),
        RTP_STR("we"),   RTP_STR("will"),   RTP_STR("with"),   RTP_STR("work"),
    };
    bool found = false;
    for (size_t i = 0; i < RTP_COUNT(common) && !found; i++) {
        found = rtp_str_equal(stem, common[i]);
    }
    return found;
}

static uint64_t cost_of_word(rtp_str stem)
{
    size_t halvings = stem.len < HALVINGS ? stem.len : HALVINGS;
    return is_common(stem) ? (uint64_t)COST_COMMON : (uint64_t)COST_MOST >> halvings;
}

static uint64_t cost_of(const rtp_lint_pack *pack, const uint8_t *numbers, size_t count)
{
    uint64_t cost = 0;
    for (size_t i = 0; i < count; i++) {
        rtp_str stem = stem_of(pack, rtp_code_number(numbers + 2 * i));
        if (stem.len == 0) {
            return cost_none;
        }
        cost += cost_of_word(stem);
    }
    return cost;
}

static void mark(const rtp_lint_pack *pack, const uint8_t *numbers, size_t count, uint8_t *bits)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t bit = rtp_lint_hash(stem_of(pack, rtp_code_number(numbers + 2 * i))) % RTP_ANCHOR_BITS;
        bits[bit / BYTE_BITS] |= (uint8_t)(1U << bit % BYTE_BITS);
    }
}

/* ---- instructions ---- */

/* The numbers of the words that an instruction asks for; 0 for one that asks for none. */
static size_t words_of(const uint8_t *code, const uint8_t **numbers)
{
    bool any = code[0] == RTP_CODE_ANY;
    *numbers = code + (any ? 2 : 1);
    return any ? code[1] : code[0] == RTP_CODE_WORD;
}

static size_t length_of(const uint8_t *code)
{
    switch ((enum rtp_lint_code) * code) {
    case RTP_CODE_ANY:
        return 2 + 2 * (size_t)code[1];
    case RTP_CODE_GAP:
    case RTP_CODE_REACH:
        return 2;
    case RTP_CODE_WORD:
    case RTP_CODE_SPLIT:
    case RTP_CODE_JUMP:
        return 3;
    case RTP_CODE_END:
    case RTP_CODE_PAUSE:
    case RTP_CODE_FIRST:
    case RTP_CODE_LAST:
        break;
    }
    return 1;
}

/* Where both ways meet again. No way leads back, so the one that lags is followed. */
static size_t meet(const cover *covers, size_t a, size_t b)
{
    while (a != b) {
        a = a < b ? covers[a].behind : a;
        b = b < a ? covers[b].behind : b;
    }
    return a;
}

/* Each way has anchors, or what follows on both has better ones. */
static cover join(const cover *covers, size_t at, size_t here, size_t there)
{
    size_t met = meet(covers, here, there);
    uint64_t first = covers[here].cost, second = covers[there].cost;
    uint64_t cost = first == cost_none || second == cost_none ? cost_none : first + second;
    cover made = covers[met];
    if (cost < made.cost) {
        made = (cover){.cost = cost, .at = at, .here = covers[here].at, .there = covers[there].at};
    }
    made.behind = met;
    return made;
}

static cover cover_at(const rtp_lint_pack *pack, const uint8_t *program, const cover *covers, size_t at)
{
    const uint8_t *code = program + at, *numbers;
    size_t next = at + length_of(code), count = words_of(code, &numbers);
    if (code[0] == RTP_CODE_END) {
        return (cover){.cost = cost_none, .at = at, .behind = next};
    }
    if (code[0] == RTP_CODE_SPLIT) {
        return join(covers, at, next, next + rtp_code_number(code + 1));
    }
    next += code[0] == RTP_CODE_JUMP ? rtp_code_number(code + 1) : 0;
    uint64_t cost = count > 0 ? cost_of(pack, numbers, count) : cost_none;
    cover made = cost < covers[next].cost ? (cover){.cost = cost, .at = at} : covers[next];
    made.behind = next;
    return made;
}

/* What is chosen lies ahead, so one pass reaches all of it. */
static void spread(const rtp_lint_pack *pack, const uint8_t *program, size_t len, cover *covers, uint8_t *bits)
{
    for (size_t at = 0; at < len; at++) {
        const uint8_t *numbers;
        if (!covers[at].wanted) {
            continue;
        }
        size_t count = words_of(program + at, &numbers);
        mark(pack, numbers, count, bits);
        if (program[at] == RTP_CODE_SPLIT) {
            covers[covers[at].here].wanted = true;
            covers[covers[at].there].wanted = true;
        }
    }
}

bool rtp_anchors_take(const rtp_lint_pack *pack, rtp_str program, rtp_arena *arena, uint8_t *bits)
{
    const uint8_t *code = (const uint8_t *)program.ptr;
    cover *covers = RTP_NEW_ARRAY(arena, cover, program.len + 1);
    size_t *starts = RTP_NEW_ARRAY(arena, size_t, program.len), count = 0;
    for (size_t at = 0; at < program.len; at += length_of(code + at)) {
        starts[count++] = at;
    }
    while (count > 0) {
        size_t at = starts[--count];
        covers[at] = cover_at(pack, code, covers, at);
    }
    if (covers[0].cost == cost_none) {
        return false;
    }
    covers[covers[0].at].wanted = true;
    spread(pack, code, program.len, covers, bits);
    return true;
}
