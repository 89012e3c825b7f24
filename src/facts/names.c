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

static bool any_names(const rtp_texts *texts, rtp_str word)
{
    bool found = false;
    for (size_t i = 0; i < texts->len && !found; i++) {
        found = names(texts->items[i], word);
    }
    return found;
}

static bool in_lists(const rtp_profile *profile, rtp_str word)
{
    bool found = any_names(&profile->team.sites, word);
    for (size_t i = 0; i < profile->history.metrics.len && !found; i++) {
        found = names(rtp_item(&profile->history.metrics, rtp_metric, i)->source, word);
    }
    for (size_t i = 0; i < profile->deliverables.len && !found; i++) {
        found = names(rtp_item(&profile->deliverables, rtp_deliverable, i)->said.by, word);
    }
    for (size_t i = 0; i < profile->conversations.len && !found; i++) {
        found = names(rtp_item(&profile->conversations, rtp_conversation, i)->with, word);
    }
    for (size_t i = 0; i < profile->experiments.len && !found; i++) {
        found = any_names(&rtp_item(&profile->experiments, rtp_experiment, i)->people, word);
    }
    return found;
}

static bool names_person(const rtp_profile *profile, rtp_str word)
{
    return has_word(profile->person.name, word) || has_word(profile->manager.name, word) ||
           has_word(profile->senior.name, word);
}

static bool in_members(const rtp_profile *profile, rtp_str word)
{
    return names(profile->person.team, word) || names(profile->pilot.decider, word) ||
           names(profile->jurisdiction.country, word) || names(profile->jurisdiction.region, word) ||
           in_lists(profile, word);
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

bool rtp_profile_names(const rtp_profile *profile, rtp_str word)
{
    if (word.len == 0 || !is_capital(word.ptr[0])) {
        return false;
    }
    rtp_str written = profile->written;
    return names_person(profile, word) ||
           ((in_members(profile, word) || is_inside_any(written, word)) && !has_small(written, word));
}
