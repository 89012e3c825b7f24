/* Tells names from ordinary words by what the profile itself shows: no list of words could know the systems
 * and the people of one company. Only words at the start of a text are asked about, so searching is enough. */
#include "facts/names.h"

#include <string.h>

/* ---- members that are names ---- */

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* At `at` the whole word stands, and not only a part of a longer one. */
static bool stands_at(rtp_str text, size_t at, rtp_str word)
{
    bool inside = at + word.len <= text.len && memcmp(text.ptr + at, word.ptr, word.len) == 0;
    bool starts = inside && (at == 0 || !is_letter_or_digit(text.ptr[at - 1]));
    return starts && (at + word.len == text.len || !is_letter_or_digit(text.ptr[at + word.len]));
}

/* The next place from `at` on where the word stands, or the text's length. */
static size_t find_word(rtp_str text, size_t at, rtp_str word)
{
    while (at < text.len) {
        const char *hit = memchr(text.ptr + at, word.ptr[0], text.len - at);
        if (!hit) {
            break;
        }
        at = (size_t)(hit - text.ptr);
        if (stands_at(text, at, word)) {
            return at;
        }
        at++;
    }
    return text.len;
}

static bool has_word(rtp_str text, rtp_str word)
{
    return text.len > 0 && find_word(text, 0, word) < text.len;
}

/* "Jira" and "Service Desk" are names; "Deployment log" and "The whole team" are not. */
static bool names(rtp_str text, rtp_str word)
{
    bool name = has_word(text, word);
    for (size_t i = 1; i < text.len && name; i++) {
        name = text.ptr[i - 1] != ' ' || is_capital(text.ptr[i]);
    }
    return name;
}

static bool names_person(const rtp_profile *profile, rtp_str word)
{
    return has_word(profile->person.name, word) || has_word(profile->manager.name, word) ||
           has_word(profile->senior.name, word);
}

typedef struct reader { /* over the members that may be names */
    rtp_names *names;
    rtp_arena *arena;
    size_t cap;
} reader;

static unsigned mark_of(const char *start, size_t len)
{
    return ((unsigned)(unsigned char)start[0] * 7U + (len > 1 ? (unsigned char)start[1] : 0U)) % RTP_NAME_MARKS;
}

static bool is_marked(const rtp_names *names, rtp_str word)
{
    unsigned mark = mark_of(word.ptr, word.len);
    return (names->marks[mark / 64] >> mark % 64 & 1) != 0;
}

/* Every place at which a word could stand leaves a mark of its first two letters. */
static void read_text(reader *r, rtp_str text)
{
    rtp_names *names = r->names;
    if (text.len == 0) {
        return;
    }
    names->items = rtp_array_grow(r->arena, names->items, names->len, &r->cap, sizeof *names->items);
    names->items[names->len++] = text;
    for (size_t i = 0; i < text.len; i++) {
        if (is_capital(text.ptr[i])) {
            unsigned mark = mark_of(text.ptr + i, text.len - i);
            unsigned alone = mark_of(text.ptr + i, 1);
            names->marks[mark / 64] |= UINT64_C(1) << mark % 64;
            names->marks[alone / 64] |= UINT64_C(1) << alone % 64;
        }
    }
}

static void read_texts(reader *r, const rtp_texts *texts)
{
    for (size_t i = 0; i < texts->len; i++) {
        read_text(r, texts->items[i]);
    }
}

static void read_lists(reader *r, const rtp_profile *profile)
{
    read_texts(r, &profile->team.sites);
    for (size_t i = 0; i < profile->history.metrics.len; i++) {
        read_text(r, rtp_item(&profile->history.metrics, rtp_metric, i)->source);
    }
    for (size_t i = 0; i < profile->deliverables.len; i++) {
        read_text(r, rtp_item(&profile->deliverables, rtp_deliverable, i)->said.by);
    }
    for (size_t i = 0; i < profile->conversations.len; i++) {
        read_text(r, rtp_item(&profile->conversations, rtp_conversation, i)->with);
    }
    for (size_t i = 0; i < profile->experiments.len; i++) {
        read_texts(r, &rtp_item(&profile->experiments, rtp_experiment, i)->people);
    }
}

const rtp_names *rtp_names_make(const rtp_profile *profile, rtp_arena *arena)
{
    reader r = {.names = RTP_NEW(arena, rtp_names), .arena = arena};
    read_text(&r, profile->person.team);
    read_text(&r, profile->pilot.decider);
    read_text(&r, profile->jurisdiction.country);
    read_text(&r, profile->jurisdiction.region);
    read_lists(&r, profile);
    return r.names;
}

/* Most words are ruled out by their marks. */
static bool in_members(const rtp_names *known, rtp_str word)
{
    size_t i = is_marked(known, word) ? 0 : known->len;
    while (i < known->len && !names(known->items[i], word)) {
        i++;
    }
    return i < known->len;
}

/* ---- sentences ---- */

/* Behind a blank that no sentence ended before. A string starts behind its quotation mark, so it is not meant. */
static bool is_inside_sentence(rtp_str text, size_t at)
{
    static const char ends[] = ".!?:;\"\\(/-";
    return at > 1 && text.ptr[at - 1] == ' ' && text.ptr[at - 2] != ' ' && !memchr(ends, text.ptr[at - 2], sizeof ends);
}

static bool has_small(rtp_str text, rtp_str word)
{
    enum { WORD_MOST = 64 };
    char small[WORD_MOST];
    if (word.len > sizeof small) {
        return false;
    }
    memcpy(small, word.ptr, word.len);
    small[0] = (char)(small[0] - 'A' + 'a');
    return has_word(text, (rtp_str){small, word.len});
}

static bool is_inside_any(rtp_str text, rtp_str word)
{
    size_t at = find_word(text, 0, word);
    while (at < text.len && !is_inside_sentence(text, at)) {
        at = find_word(text, at + 1, word);
    }
    return at < text.len;
}

bool rtp_profile_names(const rtp_profile *profile, const rtp_names *known, rtp_str word)
{
    if (word.len == 0 || !is_capital(word.ptr[0])) {
        return false;
    }
    rtp_str written = profile->written;
    return names_person(profile, word) ||
           ((in_members(known, word) || is_inside_any(written, word)) && !has_small(written, word));
}
