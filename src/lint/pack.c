/* Loads the rules of data/lint and compiles them into flat tables. It reads what authors write, so every
 * problem is told with its place; the tables it makes are what a run of the program works on. */
#include "lint/pack.h"

#include "lint/anchor.h"

#include <string.h>

/* ---- what a file holds ---- */

static const rtp_str severity_items[] = {RTP_STR("note"), RTP_STR("warning"), RTP_STR("error")};
static const rtp_texts severity_words = {severity_items, RTP_COUNT(severity_items)};
static const rtp_str profile_items[] = {RTP_STR("off"), RTP_STR("note"), RTP_STR("warning"), RTP_STR("error")};
static const rtp_texts profile_words = {profile_items, RTP_COUNT(profile_items)};
static const rtp_str test_items[] = {RTP_STR("match"), RTP_STR("long"), RTP_STR("late"), RTP_STR("profile")};
static const rtp_texts test_words = {test_items, RTP_COUNT(test_items)};

enum { LIST_MOST = 250, WORDS_MOST = 10000 };

#define ROW(owner, member, kind, ...)                                                                                  \
    {                                                                                                                  \
        .key = #member, .type = RTP_FIELD_##kind, .offset = offsetof(owner, member), __VA_ARGS__                       \
    }

static const rtp_field list_fields[] = {
    ROW(rtp_list_source, name, TEXT, .required = true, .doc = "How patterns call it.", .example = "\"home\""),
    ROW(rtp_list_source, any, TEXTS, .required = true, .most = LIST_MOST, .doc = "The alternatives, each a pattern.",
        .example = "[\"home\", \"remote\"]"),
};
static const rtp_shape list_shape = {"words", list_fields, RTP_COUNT(list_fields), sizeof(rtp_list_source), false};

static const rtp_field rule_fields[] = {
    ROW(rtp_rule_source, code, TEXT, .required = true, .doc = "L01 to L40.", .example = "\"L01\""),
    ROW(rtp_rule_source, severity, CHOICE, .required = true, .words = &severity_words, .doc = "In any text.",
        .example = "\"warning\""),
    ROW(rtp_rule_source, profile, CHOICE, .words = &profile_words,
        .doc = "In the texts of a profile, when it is another there.", .example = "\"note\""),
    ROW(rtp_rule_source, test, CHOICE, .words = &test_words, .doc = "What it looks for.", .example = "\"match\""),
    ROW(rtp_rule_source, limit, COUNT, .most = WORDS_MOST, .doc = "Words, for the tests long and late.",
        .example = "30"),
    ROW(rtp_rule_source, opening, FLAG, .doc = "Only in the first paragraph.", .example = "true"),
    ROW(rtp_rule_source, title, TEXT, .required = true, .doc = "A few words.", .example = "\"an ultimatum\""),
    ROW(rtp_rule_source, why, TEXT, .required = true, .doc = "Why it harms the case.",
        .example = "\"it ends the talk\""),
    ROW(rtp_rule_source, better, TEXT, .required = true, .doc = "What to write.", .example = "\"leave it out\""),
    ROW(rtp_rule_source, match, TEXTS, .most = LIST_MOST, .doc = "Patterns.", .example = "[\"i refuse\"]"),
    ROW(rtp_rule_source, unless, TEXTS, .most = LIST_MOST, .doc = "Patterns that excuse the sentence.",
        .example = "[\"the refuse collection\"]"),
    ROW(rtp_rule_source, hits, TEXTS, .most = LIST_MOST, .doc = "Texts in which it speaks.",
        .example = "[\"I refuse.\"]"),
    ROW(rtp_rule_source, misses, TEXTS, .most = LIST_MOST, .doc = "Texts in which it does not.",
        .example = "[\"The refuse is collected on Friday.\"]"),
};
static const rtp_shape rule_shape = {"rule", rule_fields, RTP_COUNT(rule_fields), sizeof(rtp_rule_source), false};

static const rtp_field file_fields[] = {
    ROW(rtp_lint_file, words, OBJECTS, .shape = &list_shape, .doc = "Lists of words.", .example = "[]"),
    ROW(rtp_lint_file, lint, OBJECTS, .required = true, .shape = &rule_shape, .doc = "The rules.", .example = "[]"),
};
static const rtp_shape file_shape = {"lint", file_fields, RTP_COUNT(file_fields), sizeof(rtp_lint_file), false};

bool rtp_lint_file_read(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_lint_file *file)
{
    const rtp_json *root = rtp_json_read(source, &rtp_json_pack_limits, arena, diags);
    return root && rtp_bind(root, &file_shape, source, arena, diags, file);
}

/* ---- problems ---- */

void rtp_lint_report(const rtp_lint_spot *spot, rtp_diags *diags)
{
    rtp_diag diag = {.severity = RTP_ERROR,
                     .code = spot->code,
                     .source = spot->source,
                     .pointer = spot->pointer,
                     .message = rtp_arena_copy(diags->arena, spot->message),
                     .found = spot->found,
                     .hint = spot->hint};
    rtp_json_locate_part(spot->source->text, spot->pointer, (rtp_json_part){spot->from, spot->len}, &diag.offset,
                         &diag.length);
    rtp_diags_put(diags, diag);
}

/* ---- building ---- */

typedef struct builder {
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_vocabulary vocabulary;
    rtp_lint_file *files;
    const rtp_source *sources;
    size_t count;
    rtp_lint_rule *rules;
    rtp_lint_pattern *patterns;
    size_t rule_count, pattern_count;
    rtp_buf programs, texts;
    bool good;
} builder;

static void complain(builder *b, rtp_lint_spot spot)
{
    rtp_lint_report(&spot, b->diags);
    b->good = false;
}

static void collect_lists(builder *b)
{
    size_t room = 0, n = 0;
    for (size_t i = 0; i < b->count; i++) {
        room += b->files[i].words.len;
    }
    rtp_word_list *lists = RTP_NEW_ARRAY(b->arena, rtp_word_list, room);
    for (size_t i = 0; i < b->count; i++) {
        const rtp_list_source *items = b->files[i].words.items;
        for (size_t k = 0; k < b->files[i].words.len; k++) {
            lists[n++] = (rtp_word_list){.name = items[k].name, .any = items[k].any};
        }
    }
    b->vocabulary.lists = lists;
    b->vocabulary.list_count = n;
}

/* The words that deny are numbered first, so that telling them is one comparison. */
static size_t take_negations(builder *b)
{
    for (size_t i = 0; i < b->vocabulary.list_count; i++) {
        const rtp_word_list *list = &b->vocabulary.lists[i];
        for (size_t k = 0; rtp_str_equal(list->name, rtp_lit("not")) && k < list->any.len; k++) {
            rtp_vocabulary_take(&b->vocabulary, list->any.items[k]);
        }
    }
    return b->vocabulary.len;
}

static bool has_start(const builder *b, rtp_str program)
{
    uint8_t *flags = RTP_NEW_ARRAY(b->arena, uint8_t, RTP_LINT_WORDS + b->vocabulary.len);
    return rtp_program_firsts((const uint8_t *)program.ptr, flags);
}

/* One that excuses is tried at every word, so it may start with anything. */
static void add_pattern(builder *b, rtp_str text, bool stubborn, bool excuses, rtp_lint_spot spot)
{
    rtp_pattern_fault fault;
    rtp_str program = rtp_pattern_compile(&b->vocabulary, text, &fault);
    if (fault.message.ptr) {
        spot.code = "L1001";
        spot.message = fault.message;
        spot.from = fault.from + (stubborn ? 1 : 0);
        spot.len = fault.len;
        spot.hint = rtp_lit("for example: or (i'll|i will) ..2 (quit|leave)");
        complain(b, spot);
        return;
    }
    if (!excuses && !has_start(b, program)) {
        spot.code = "L1003";
        spot.message = rtp_lit("this pattern could start with anything");
        spot.from = stubborn;
        spot.len = text.len;
        spot.hint = rtp_lit("begin with a word that is always there");
        complain(b, spot);
        return;
    }
    b->patterns[b->pattern_count++] = (rtp_lint_pattern){(uint32_t)b->programs.len, (uint8_t)b->rule_count, stubborn};
    rtp_buf_put(&b->programs, program);
}

static void add_patterns(builder *b, const rtp_texts *texts, const char *key, rtp_lint_spot spot)
{
    bool excuses = strcmp(key, "unless") == 0;
    rtp_str rule = spot.pointer;
    for (size_t i = 0; i < texts->len; i++) {
        rtp_str text = texts->items[i];
        bool stubborn = rtp_str_starts(text, rtp_lit("!"));
        text.ptr += stubborn;
        text.len -= stubborn;
        spot.pointer = rtp_arena_format(b->diags->arena, "%.*s/%s/%zu", RTP_FMT(rule), key, i);
        add_pattern(b, text, stubborn, excuses, spot);
    }
}

unsigned rtp_lint_code_number(rtp_str code)
{
    bool fits = code.len == 3 && code.ptr[0] == 'L' && code.ptr[1] >= '0' && code.ptr[1] <= '6' && code.ptr[2] >= '0' &&
                code.ptr[2] <= '9';
    unsigned number = fits ? (unsigned)(code.ptr[1] - '0') * 10 + (unsigned)(code.ptr[2] - '0') : 0;
    return number < 64 ? number : 0;
}

static bool check_code(builder *b, rtp_str code, rtp_lint_spot spot)
{
    unsigned number = rtp_lint_code_number(code);
    spot.pointer = rtp_arena_format(b->diags->arena, "%.*s/code", RTP_FMT(spot.pointer));
    spot.found = code;
    if (number == 0) {
        spot.code = "L1004";
        spot.message = rtp_arena_format(b->arena, "\"%.*s\" is no code of a rule", RTP_FMT(code));
        complain(b, spot);
        return false;
    }
    for (size_t i = 0; i < b->rule_count; i++) {
        if (b->rules[i].code == number) {
            spot.code = "L1005";
            spot.message = rtp_arena_format(b->arena, "\"%.*s\" is used twice", RTP_FMT(code));
            complain(b, spot);
            return false;
        }
    }
    return true;
}

static void put_text(builder *b, rtp_str text)
{
    rtp_buf_put(&b->texts, text);
    rtp_buf_put_char(&b->texts, '\0');
}

static void add_rule(builder *b, const rtp_rule_source *source, rtp_lint_spot spot)
{
    if (!check_code(b, source->code, spot)) {
        return;
    }
    rtp_lint_rule *rule = &b->rules[b->rule_count];
    *rule = (rtp_lint_rule){
        .code = (uint8_t)rtp_lint_code_number(source->code),
        .severity = (uint8_t)(source->severity - 1),
        .profile = (uint8_t)(source->profile > 0 ? source->profile - 1 : source->severity),
        .test = (uint8_t)(source->test > 0 ? source->test - 1 : RTP_LINT_MATCH),
        .opening = source->opening == RTP_FLAG_YES,
        .limit = (uint16_t)source->limit.value,
        .texts = (uint32_t)b->texts.len,
    };
    put_text(b, source->title);
    put_text(b, source->why);
    put_text(b, source->better);
    add_patterns(b, &source->match, "match", spot);
    rule->unless = (uint16_t)b->pattern_count;
    add_patterns(b, &source->unless, "unless", spot);
    rule->unless_end = (uint16_t)b->pattern_count;
    b->rule_count++;
}

static void add_rules(builder *b)
{
    size_t rules = 0, patterns = 0;
    for (size_t i = 0; i < b->count; i++) {
        const rtp_rule_source *items = b->files[i].lint.items;
        rules += b->files[i].lint.len;
        for (size_t k = 0; k < b->files[i].lint.len; k++) {
            patterns += items[k].match.len + items[k].unless.len;
        }
    }
    b->rules = RTP_NEW_ARRAY(b->arena, rtp_lint_rule, rules);
    b->patterns = RTP_NEW_ARRAY(b->arena, rtp_lint_pattern, patterns);
    for (size_t i = 0; i < b->count; i++) {
        const rtp_rule_source *items = b->files[i].lint.items;
        for (size_t k = 0; k < b->files[i].lint.len; k++) {
            rtp_lint_spot spot = {.source = &b->sources[i],
                                  .pointer = rtp_arena_format(b->diags->arena, "/lint/%zu", k)};
            add_rule(b, &items[k], spot);
        }
    }
}

/* ---- tables ---- */

static bool excuses(const builder *b, size_t pattern)
{
    const rtp_lint_rule *rule = &b->rules[b->patterns[pattern].rule];
    return pattern >= rule->unless && pattern < rule->unless_end;
}

/* A row of flags a pattern: with which words it can start. That it starts with some was checked. */
static uint8_t *firsts_of(builder *b, size_t words)
{
    uint8_t *flags = rtp_array_make(b->arena, b->pattern_count + 1, words);
    for (size_t i = 0; i < b->pattern_count; i++) {
        const uint8_t *program = (const uint8_t *)b->programs.ptr + b->patterns[i].program;
        if (!excuses(b, i)) {
            (void)rtp_program_firsts(program, flags + i * words);
        }
    }
    return flags;
}

static bool is_urgent(const builder *b, size_t pattern)
{
    return b->rules[b->patterns[pattern].rule].profile == RTP_ERROR + 1;
}

/* Those of rules that are errors come first, since a build tries no others. */
static void make_starts(builder *b, rtp_lint_pack *pack)
{
    size_t words = RTP_LINT_WORDS + b->vocabulary.len, total = 0;
    uint8_t *flags = firsts_of(b, words);
    uint16_t *firsts = RTP_NEW_ARRAY(b->arena, uint16_t, words + 1);
    uint16_t *urgents = RTP_NEW_ARRAY(b->arena, uint16_t, words);
    uint16_t *starts = NULL;
    size_t cap = 0;
    for (size_t w = 0; w < words; w++) {
        firsts[w] = (uint16_t)total;
        for (size_t i = 0; i < 2 * b->pattern_count; i++) {
            size_t pattern = i % b->pattern_count;
            bool urgent = i < b->pattern_count;
            if (flags[pattern * words + w] && is_urgent(b, pattern) == urgent) {
                starts = rtp_array_grow(b->arena, starts, total, &cap, sizeof *starts);
                starts[total++] = (uint16_t)pattern;
                urgents[w] = (uint16_t)(urgents[w] + urgent);
            }
        }
    }
    firsts[words] = (uint16_t)total;
    pack->firsts = firsts;
    pack->starts = starts;
    pack->urgents = urgents;
    pack->start_count = (uint32_t)total;
}

static void make_sets(const builder *b, rtp_lint_pack *pack)
{
    for (size_t i = 0; i < b->rule_count; i++) {
        const rtp_lint_rule *rule = &b->rules[i];
        rtp_lint_set bit = rtp_lint_bit(rule);
        pack->urgent |= rule->profile == RTP_ERROR + 1 ? bit : 0;
        pack->opening |= rule->opening ? bit : 0;
        pack->lengthy |= rule->test == RTP_LINT_LONG ? bit : 0;
    }
}

static void make_words(builder *b, rtp_lint_pack *pack)
{
    size_t words = RTP_LINT_WORDS + b->vocabulary.len, slots = 16;
    while (slots < 3 * words) {
        slots *= 2;
    }
    uint32_t *starts = RTP_NEW_ARRAY(b->arena, uint32_t, words + 1);
    uint16_t *table = RTP_NEW_ARRAY(b->arena, uint16_t, slots);
    rtp_buf letters = rtp_buf_make(UINT32_MAX);
    for (size_t i = 0; i < b->vocabulary.len; i++) {
        rtp_str word = b->vocabulary.words[i];
        size_t slot = rtp_lint_hash(word) & (slots - 1);
        while (table[slot] != RTP_LINT_NONE) {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = (uint16_t)(RTP_LINT_WORDS + i);
        starts[RTP_LINT_WORDS + i] = (uint32_t)letters.len;
        rtp_buf_put(&letters, word);
    }
    starts[words] = (uint32_t)letters.len;
    pack->letter_len = (uint32_t)letters.len;
    pack->letters = rtp_arena_copy(b->arena, rtp_buf_text(&letters)).ptr;
    pack->words = starts;
    pack->slots = table;
    pack->slot_mask = (uint32_t)(slots - 1);
    pack->word_count = (uint16_t)words;
    rtp_buf_free(&letters);
}

/* Needs the words and the sets. */
static void make_anchors(const builder *b, rtp_lint_pack *pack)
{
    uint8_t *bits = RTP_NEW_ARRAY(b->arena, uint8_t, RTP_ANCHOR_BITS / 8);
    pack->anchors = bits;
    pack->anchored = (pack->urgent & pack->lengthy) == 0;
    for (size_t i = 0; i < b->pattern_count; i++) {
        size_t start = b->patterns[i].program;
        size_t end = i + 1 < b->pattern_count ? b->patterns[i + 1].program : b->programs.len;
        rtp_str program = {b->programs.ptr + start, end - start};
        if (is_urgent(b, i) && !excuses(b, i)) {
            pack->anchored = rtp_anchors_take(pack, program, b->arena, bits) && pack->anchored;
        }
    }
}

static void make_tables(builder *b, rtp_lint_pack *pack)
{
    pack->rules = b->rules;
    pack->patterns = b->patterns;
    pack->rule_count = (uint16_t)b->rule_count;
    pack->pattern_count = (uint16_t)b->pattern_count;
    pack->programs = (const uint8_t *)rtp_arena_copy(b->arena, rtp_buf_text(&b->programs)).ptr;
    pack->program_len = (uint32_t)b->programs.len;
    pack->texts = rtp_arena_copy(b->arena, rtp_buf_text(&b->texts)).ptr;
    pack->text_len = (uint32_t)b->texts.len;
    make_starts(b, pack);
    make_sets(b, pack);
    make_words(b, pack);
    make_anchors(b, pack);
}

bool rtp_lint_load(const rtp_source *sources, size_t count, rtp_arena *arena, rtp_diags *diags, rtp_lint_pack *pack)
{
    builder b = {.arena = arena,
                 .diags = diags,
                 .vocabulary = {.arena = arena},
                 .files = RTP_NEW_ARRAY(arena, rtp_lint_file, count),
                 .sources = sources,
                 .count = count,
                 .programs = rtp_buf_make(UINT32_MAX),
                 .texts = rtp_buf_make(UINT32_MAX),
                 .good = true};
    for (size_t i = 0; i < count; i++) {
        b.good = rtp_lint_file_read(&sources[i], arena, diags, &b.files[i]) && b.good;
    }
    rtp_lint_pack made = {0};
    if (b.good) {
        collect_lists(&b);
        made.negations = (uint16_t)take_negations(&b);
        add_rules(&b);
    }
    if (b.good) {
        make_tables(&b, &made);
    }
    rtp_buf_free(&b.programs);
    rtp_buf_free(&b.texts);
    *pack = b.good ? made : *pack;
    return b.good;
}
