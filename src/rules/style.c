/* Reads a phrase the way a reader does, word by word and sentence by sentence, and refuses what
 * could not be traced or would not be believed. The words are a table, with the reason beside them. */
#include "rules/style.h"

enum { SENTENCE_WORDS = 25 };

typedef struct word_group {
    const char *code, *message, *hint;
    rtp_texts words;
    bool joining; /* refused only where it turns on what was said before */
} word_group;

static const rtp_str number_words[] = {
    RTP_STR("two"),       RTP_STR("three"),    RTP_STR("four"),     RTP_STR("five"),     RTP_STR("six"),
    RTP_STR("seven"),     RTP_STR("eight"),    RTP_STR("nine"),     RTP_STR("ten"),      RTP_STR("eleven"),
    RTP_STR("twelve"),    RTP_STR("thirteen"), RTP_STR("fourteen"), RTP_STR("fifteen"),  RTP_STR("sixteen"),
    RTP_STR("seventeen"), RTP_STR("eighteen"), RTP_STR("nineteen"), RTP_STR("twenty"),   RTP_STR("thirty"),
    RTP_STR("forty"),     RTP_STR("fifty"),    RTP_STR("sixty"),    RTP_STR("seventy"),  RTP_STR("eighty"),
    RTP_STR("ninety"),    RTP_STR("hundred"),  RTP_STR("hundreds"), RTP_STR("thousand"), RTP_STR("thousands"),
    RTP_STR("million"),   RTP_STR("millions"), RTP_STR("dozen"),    RTP_STR("dozens"),
};
static const rtp_str absolutes[] = {
    RTP_STR("always"),    RTP_STR("never"),  RTP_STR("everyone"),
    RTP_STR("everybody"), RTP_STR("nobody"), RTP_STR("impossible"),
};
static const rtp_str turns[] = {RTP_STR("but"), RTP_STR("however")};

static const word_group groups[] = {
    {"R0031",
     "a rule may not hold a number of its own, in words either",
     "print a fact: {ask.office_days|words}",
     {number_words, RTP_COUNT(number_words)},
     false},
    {"R0033",
     "one exception makes this sentence untrue",
     "say what happened, or how often: \"in most weeks\"",
     {absolutes, RTP_COUNT(absolutes)},
     false},
    {"R0034",
     "this takes back what was said before it",
     "end the sentence there, and start the next one without it",
     {turns, RTP_COUNT(turns)},
     true},
};

typedef struct reader {
    const rtp_context *context;
    rtp_str text, pointer;
    size_t sentence; /* where the sentence starts */
    size_t words;    /* in the sentence so far */
    bool counted;    /* the run of letters under way is counted */
    bool comma, ended;
    bool ok;
} reader;

static void report(reader *r, size_t from, size_t len, rtp_fault fault)
{
    rtp_context_report(r->context, (rtp_spot){.pointer = r->pointer, .from = from, .len = len}, fault);
    r->ok = false;
}

static void count_word(reader *r)
{
    r->words += !r->counted;
    r->counted = true;
    r->ended = false;
}

static void end_sentence(reader *r, size_t at)
{
    if (r->words > SENTENCE_WORDS) {
        report(r, r->sentence, at - r->sentence,
               (rtp_fault){.code = "R0032",
                           .message = rtp_arena_format(r->context->arena, "this sentence has %zu words", r->words),
                           .expected = rtp_arena_format(r->context->arena, "at most %d words", SENTENCE_WORDS),
                           .hint = rtp_lit("make two sentences of it; a fact counts as one word")});
    }
    r->words = 0;
    r->comma = r->ended = false;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return (char)(c - 'A' + 'a');
    }
    return c;
}

static bool is_word(rtp_str found, rtp_str word)
{
    if (found.len != word.len) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        if (lower(found.ptr[i]) != word.ptr[i]) {
            return false;
        }
    }
    return true;
}

static bool group_has(const word_group *group, rtp_str found)
{
    for (size_t i = 0; i < group->words.len; i++) {
        if (is_word(found, group->words.items[i])) {
            return true;
        }
    }
    return false;
}

static void check_word(reader *r, rtp_str word, size_t at)
{
    for (size_t i = 0; i < RTP_COUNT(groups); i++) {
        if (!group_has(&groups[i], word) || (groups[i].joining && r->words > 0 && !r->comma)) {
            continue;
        }
        report(r, at, word.len,
               (rtp_fault){.code = groups[i].code,
                           .message =
                               rtp_arena_format(r->context->arena, "\"%.*s\": %s", RTP_FMT(word), groups[i].message),
                           .found = word,
                           .hint = rtp_str_from(groups[i].hint)});
    }
}

static size_t read_letters(reader *r, size_t at)
{
    size_t end = at;
    while (end < r->text.len && is_letter(r->text.ptr[end])) {
        end++;
    }
    check_word(r, (rtp_str){r->text.ptr + at, end - at}, at);
    count_word(r);
    return end;
}

static size_t read_digits(reader *r, size_t at, size_t limit)
{
    size_t end = at;
    while (end < limit && is_digit(r->text.ptr[end])) {
        end++;
    }
    rtp_str found = {r->text.ptr + at, end - at};
    report(r, at, end - at,
           (rtp_fault){.code = "R0030",
                       .message = rtp_lit("a rule may not hold a number of its own"),
                       .found = found,
                       .expected = rtp_lit("a fact in braces"),
                       .hint = rtp_lit("print a fact, such as {ask.office_days}: then every number can be traced")});
    count_word(r);
    return end;
}

/* Facts that hold whole sentences, so that what follows starts a new one. */
static bool is_sentence(rtp_str field)
{
    static const rtp_str whole[] = {
        RTP_STR("{evidence.claim"),      RTP_STR("{evidence.caveat"),     RTP_STR("{evidence.answer"),
        RTP_STR("{concern.interest"),    RTP_STR("{concern.say"),         RTP_STR("{concerns.first.say"),
        RTP_STR("{concern.acknowledge"), RTP_STR("{concerns.second.say"),
    };
    for (size_t i = 0; i < RTP_COUNT(whole); i++) {
        if (rtp_str_starts(field, whole[i])) {
            return true;
        }
    }
    return rtp_str_ends(field, rtp_lit("|sentence}"));
}

static size_t read_field(reader *r, size_t at)
{
    size_t end = at, colon = 0;
    while (end < r->text.len && r->text.ptr[end] != '}') {
        colon = r->text.ptr[end] == ':' ? end : r->text.ptr[end] == '|' ? 0 : colon;
        if (colon && is_digit(r->text.ptr[end])) {
            end = read_digits(r, end, r->text.len);
            continue;
        }
        end++;
    }
    end += end < r->text.len;
    count_word(r);
    r->ended = is_sentence((rtp_str){r->text.ptr + at, end - at});
    return end;
}

/* Anything but letters, digits and fields: may end a word or a sentence. */
static size_t read_mark(reader *r, size_t at)
{
    char c = r->text.ptr[at];
    bool blank = c == ' ' || c == '\n' || c == '\t';
    if (blank && r->ended) {
        end_sentence(r, at);
    }
    if (blank && r->words == 0) {
        r->sentence = at + 1;
    }
    if (blank) {
        r->counted = false;
    }
    r->comma = r->comma || c == ',';
    r->ended = r->ended || c == '.' || c == '!' || c == '?';
    return at + 1;
}

static size_t read_next(reader *r, size_t at)
{
    char c = r->text.ptr[at];
    bool brace = c == '{' && at + 1 < r->text.len && r->text.ptr[at + 1] == '{';
    if (is_letter(c)) {
        return read_letters(r, at);
    }
    if (is_digit(c)) {
        return read_digits(r, at, r->text.len);
    }
    if (c == '{' && !brace) {
        return read_field(r, at);
    }
    return brace ? at + 2 : read_mark(r, at);
}

bool rtp_style_check(rtp_str text, rtp_str pointer, const rtp_context *context)
{
    reader r = {.context = context, .text = text, .pointer = pointer, .ok = true};
    if (context->personal) {
        return true;
    }
    for (size_t at = 0; at < text.len;) {
        at = read_next(&r, at);
    }
    end_sentence(&r, text.len);
    return r.ok;
}
