/* Any bytes as a text: findings have a place inside it and words, both readings end, and a second reading
 * finds the same. The rules are a few of each kind of pattern. */
#include "rtopitch/lint.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "broken: %s\n", #condition);                                                               \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

static const rtp_str rules = RTP_STR(
    "{\"words\": [{\"name\": \"not\", \"any\": [\"not\", \"no\"]}], \"lint\": ["
    "{\"code\": \"L01\", \"severity\": \"error\", \"title\": \"t\", \"why\": \"w\", \"better\": \"b\", \"match\":"
    " [\"or (i|i'll) ..2 (quit|leave $|walk away)\", \"i refuse\", \"if ...14 i (quit|go)\"], \"unless\": [\"the a\"]},"
    "{\"code\": \"L02\", \"severity\": \"note\", \"opening\": true, \"title\": \"t\", \"why\": \"w\", \"better\": "
    "\"b\","
    " \"match\": [\"@'s money\", \"# %\", \"@ is\", \"yes , but\", \"!^ no? a\"]},"
    "{\"code\": \"L36\", \"severity\": \"note\", \"title\": \"t\", \"why\": \"w\", \"better\": \"b\", \"test\": "
    "\"long\","
    " \"limit\": 5},"
    "{\"code\": \"L35\", \"severity\": \"note\", \"title\": \"t\", \"why\": \"w\", \"better\": \"b\", \"test\": "
    "\"late\","
    " \"limit\": 9, \"match\": [\"i ask\"]}]}");

static const rtp_lint_pack *pack_make(rtp_arena *arena)
{
    rtp_source *source = RTP_NEW(arena, rtp_source);
    rtp_lint_pack *pack = RTP_NEW(arena, rtp_lint_pack);
    *source = (rtp_source){.name = rtp_lit("rules"), .text = rules};
    MUST(rtp_lint_load(source, 1, arena, rtp_diags_make(arena), pack));
    return pack;
}

static size_t check(rtp_linter *linter, rtp_str text)
{
    rtp_lint_text(linter, text);
    for (size_t i = 0; i < linter->len; i++) {
        const rtp_lint_finding *finding = &linter->items[i];
        MUST(finding->len > 0 && finding->from < text.len && finding->len <= text.len - finding->from);
        MUST(rtp_lint_words_of(linter->pack, finding->rule).why.len > 0);
    }
    return linter->len;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool started;
    if (!started) {
        rtp_json_start();
        started = true;
    }
    rtp_arena *arena = rtp_arena_make();
    const rtp_lint_pack *pack = pack_make(arena);
    rtp_str text = rtp_arena_copy(arena, (rtp_str){(const char *)data, size});
    for (int markdown = 0; markdown < 2; markdown++) {
        rtp_linter linter = {.pack = pack, .arena = arena, .rules = rtp_lint_all(pack), .markdown = markdown > 0};
        size_t first = check(&linter, text);
        MUST(check(&linter, text) == first);
    }
    rtp_lint_pack close = *pack; /* looks at each text closely, however it seems */
    close.anchored = false;
    rtp_linter quick = {.pack = pack, .arena = arena, .rules = pack->urgent};
    rtp_linter slow = {.pack = &close, .arena = arena, .rules = pack->urgent};
    MUST(check(&quick, text) == check(&slow, text));
    rtp_arena_free(arena);
    return 0;
}
