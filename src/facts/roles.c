/* Reads what packs know of a kind of work. A metric is recognised by whole words of its name in any
 * order, so that "Tickets I closed" and "closed tickets" are the same to it. */
#include "facts/roles.h"
#include "facts/wording.h"

#include <string.h>

const rtp_role *rtp_role_find(rtp_roles roles, rtp_str id)
{
    for (size_t i = 0; i < roles.len; i++) {
        if (rtp_str_equal(roles.items[i].id, id)) {
            return &roles.items[i];
        }
    }
    return NULL;
}

/* ---- walking ---- */

static rtp_str take_text(rtp_cursor *cursor)
{
    rtp_str text = rtp_str_from(cursor->at);
    cursor->at += text.len + 1;
    return text;
}

/* The first text is empty only where the list ends. */
static bool take_texts(rtp_cursor *cursor, rtp_str *texts, size_t count)
{
    texts[0] = take_text(cursor);
    for (size_t i = 1; i < count && texts[0].len > 0; i++) {
        texts[i] = take_text(cursor);
    }
    return texts[0].len > 0;
}

bool rtp_measure_next(rtp_cursor *cursor, rtp_measure *measure)
{
    return take_texts(cursor, measure->texts, RTP_MEASURE_TEXT_COUNT);
}

bool rtp_trap_next(rtp_cursor *cursor, rtp_trap *trap)
{
    return take_texts(cursor, trap->texts, RTP_TRAP_TEXT_COUNT);
}

rtp_str rtp_role_text_at(const rtp_role *role, rtp_role_text text)
{
    rtp_cursor cursor = {role->bytes.ptr};
    for (int before = 0; before < (int)text; before++) {
        take_text(&cursor);
    }
    return take_text(&cursor);
}

rtp_cursor rtp_role_measures(const rtp_role *role)
{
    rtp_cursor cursor = {role->bytes.ptr};
    for (int i = 0; i < RTP_ROLE_TEXT_COUNT; i++) {
        take_text(&cursor);
    }
    return cursor;
}

rtp_cursor rtp_role_traps(const rtp_role *role)
{
    rtp_cursor cursor = rtp_role_measures(role);
    rtp_measure measure;
    while (rtp_measure_next(&cursor, &measure)) {
    }
    return cursor;
}

/* ---- recognising a metric ---- */

/* Takes what stands before the sign off the front. */
static rtp_str cut_at(rtp_str *rest, char sign)
{
    const char *found = memchr(rest->ptr, sign, rest->len);
    size_t len = found ? (size_t)(found - rest->ptr) : rest->len;
    rtp_str part = {rest->ptr, len};
    size_t used = len + (found ? 1 : 0);
    *rest = (rtp_str){rest->ptr + used, rest->len - used};
    return part;
}

typedef struct subject { /* most words are ruled out by how the name's own words start */
    rtp_str name;
    uint64_t starts;
} subject;

static bool has_all(const subject *about, rtp_str words)
{
    bool all = words.len > 0;
    while (all && words.len > 0) {
        rtp_str word = cut_at(&words, ' ');
        all = rtp_text_may_have(about->starts, word) && rtp_text_has(about->name, word);
    }
    return all;
}

static bool fits(rtp_str words, const subject *about)
{
    bool found = false;
    while (!found && words.len > 0) {
        rtp_str alternative = cut_at(&words, '|');
        found = rtp_text_may_have(about->starts, alternative) && has_all(about, alternative);
    }
    return found;
}

bool rtp_words_fit(rtp_str words, rtp_str name)
{
    return fits(words, &(subject){name, rtp_text_starts(name)});
}

bool rtp_measure_find(const rtp_role *role, rtp_str name, rtp_measure *measure)
{
    if (!role || name.len == 0) {
        return false;
    }
    rtp_cursor cursor = rtp_role_measures(role);
    subject about = {name, rtp_text_starts(name)};
    bool found = false;
    while (!found && rtp_measure_next(&cursor, measure)) {
        found = fits(measure->texts[RTP_MEASURE_WORDS], &about);
    }
    return found;
}

bool rtp_trap_find(const rtp_role *role, rtp_str name, rtp_trap *trap)
{
    if (!role || name.len == 0) {
        return false;
    }
    rtp_cursor cursor = rtp_role_traps(role);
    subject about = {name, rtp_text_starts(name)};
    bool found = false;
    while (!found && rtp_trap_next(&cursor, trap)) {
        found = fits(trap->texts[RTP_TRAP_WORDS], &about) && !fits(trap->texts[RTP_TRAP_UNLESS], &about);
    }
    return found;
}
