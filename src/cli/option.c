/* Setting options from words: one function a kind, and errors that say what would have fitted.
 * The rows know the struct member, so no command copies values about. */
#include "cli/option.h"

#include <string.h>

void rtp_usage_complain(rtp_diags *diags, const char *code, rtp_str message, rtp_str hint)
{
    if (diags->errors == 0) {
        rtp_diags_put(diags, (rtp_diag){.severity = RTP_ERROR, .code = code, .message = message, .hint = hint});
    }
}

const rtp_option *rtp_option_find(const rtp_options *options, rtp_str name)
{
    for (size_t i = 0; i < options->count; i++) {
        if (rtp_str_equal(rtp_str_from(options->rows[i].name), name)) {
            return &options->rows[i];
        }
    }
    return NULL;
}

const rtp_option *rtp_option_find_letter(const rtp_options *options, char letter)
{
    for (size_t i = 0; i < options->count; i++) {
        if (options->rows[i].letter == letter) {
            return &options->rows[i];
        }
    }
    return NULL;
}

static const rtp_str *choice_names(const rtp_choices_of *choices, rtp_arena *arena)
{
    rtp_str *names = RTP_NEW_ARRAY(arena, rtp_str, choices->count());
    for (size_t i = 0; i < choices->count(); i++) {
        names[i] = choices->name(i);
    }
    return names;
}

rtp_str rtp_choices_list(const rtp_choices_of *choices, rtp_arena *arena)
{
    return rtp_arena_join(arena, choice_names(choices, arena), choices->count(), rtp_lit(", "));
}

static int choice_find(const rtp_choices_of *choices, rtp_str word)
{
    for (size_t i = 0; i < choices->count(); i++) {
        if (rtp_str_equal(choices->name(i), word)) {
            return (int)i;
        }
    }
    return choices->find ? choices->find(word) : -1;
}

/* What a setter needs; each returns false when the value does not fit. */
typedef struct setting {
    const rtp_option *option;
    rtp_str value;
    rtp_arena *arena;
    rtp_diags *diags;
    char *member;
} setting;

static void set_flag(const setting *s)
{
    bool on = true;
    memcpy(s->member, &on, sizeof on);
}

static void set_text(const setting *s)
{
    memcpy(s->member, &s->value, sizeof s->value);
}

static void put_text(const setting *s, rtp_str text)
{
    rtp_text_list list;
    memcpy(&list, s->member, sizeof list);
    list.items = rtp_array_grow(s->arena, list.items, list.len, &list.cap, sizeof *list.items);
    list.items[list.len++] = text;
    memcpy(s->member, &list, sizeof list);
}

static void set_texts(const setting *s)
{
    put_text(s, s->value);
}

static void complain_empty_word(const setting *s)
{
    rtp_usage_complain(s->diags, "U0023",
                       rtp_arena_format(s->arena, "--%s does not take \"%.*s\"", s->option->name, RTP_FMT(s->value)),
                       rtp_lit("give a word, or several with one comma between them"));
}

static void set_words(const setting *s)
{
    size_t start = 0;
    for (size_t i = 0; i <= s->value.len; i++) {
        if (i == s->value.len || s->value.ptr[i] == ',') {
            rtp_str word = rtp_str_trim((rtp_str){s->value.ptr + start, i - start});
            if (word.len == 0) {
                complain_empty_word(s);
                return;
            }
            put_text(s, word);
            start = i + 1;
        }
    }
}

static void set_choice(const setting *s)
{
    const rtp_choices_of *choices = s->option->choices;
    int chosen = choice_find(choices, s->value) + 1;
    if (chosen > 0) {
        memcpy(s->member, &chosen, sizeof chosen);
        return;
    }
    rtp_str meant = rtp_str_nearest(s->value, choice_names(choices, s->arena), choices->count());
    rtp_str list = rtp_choices_list(choices, s->arena);
    rtp_usage_complain(
        s->diags, "U0005",
        rtp_arena_format(s->arena, "--%s does not know \"%.*s\"", s->option->name, RTP_FMT(s->value)),
        meant.ptr ? rtp_arena_format(s->arena, "did you mean %.*s? It knows %.*s", RTP_FMT(meant), RTP_FMT(list))
                  : rtp_arena_format(s->arena, "it knows %.*s", RTP_FMT(list)));
}

static void set_maybe(const setting *s)
{
    const int first = 1;
    if (s->value.ptr) {
        set_choice(s);
    } else {
        memcpy(s->member, &first, sizeof first);
    }
}

static void set_count(const setting *s)
{
    long value = 0;
    bool digits = s->value.len > 0 && s->value.len < 7;
    for (size_t i = 0; i < s->value.len && digits; i++) {
        digits = s->value.ptr[i] >= '0' && s->value.ptr[i] <= '9';
        value = value * 10 + (s->value.ptr[i] - '0');
    }
    int count = (int)value;
    if (digits && count >= s->option->least && count <= s->option->most) {
        memcpy(s->member, &count, sizeof count);
        return;
    }
    rtp_usage_complain(
        s->diags, "U0007",
        rtp_arena_format(s->arena, "--%s does not take \"%.*s\"", s->option->name, RTP_FMT(s->value)),
        rtp_arena_format(s->arena, "give a whole number from %d to %d", s->option->least, s->option->most));
}

static void set_date(const setting *s)
{
    rtp_given_date given = {.given = true};
    if (rtp_date_parse(s->value, &given.date)) {
        memcpy(s->member, &given, sizeof given);
        return;
    }
    rtp_usage_complain(s->diags, "U0006",
                       rtp_arena_format(s->arena, "--%s does not take \"%.*s\"", s->option->name, RTP_FMT(s->value)),
                       rtp_lit("give a day of the calendar as YYYY-MM-DD, for example 2027-01-11"));
}

void rtp_option_set(const rtp_option *option, rtp_str value, rtp_arena *arena, rtp_diags *diags, void *into)
{
    static void (*const setters[RTP_OPTION_KIND_COUNT])(const setting *) = {
        [RTP_OPTION_FLAG] = set_flag,   [RTP_OPTION_TEXT] = set_text,     [RTP_OPTION_TEXTS] = set_texts,
        [RTP_OPTION_WORDS] = set_words, [RTP_OPTION_CHOICE] = set_choice, [RTP_OPTION_MAYBE] = set_maybe,
        [RTP_OPTION_COUNT] = set_count, [RTP_OPTION_DATE] = set_date,
    };
    setting set = {option, value, arena, diags, (char *)into + option->offset};
    setters[option->kind](&set);
}
