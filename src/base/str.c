/* Slices of text: comparing, trimming, and guessing what a mistyped word was meant to be.
 * A slice borrows, so nothing here allocates. */
#include "rtopitch/base.h"

#include <string.h>

enum { NEAREST_LEN = 64 }; /* nobody mistypes a longer word: it is not a word */

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool rtp_str_equal_any_case(rtp_str a, rtp_str b)
{
    bool equal = a.len == b.len;
    for (size_t i = 0; i < a.len && equal; i++) {
        equal = lower(a.ptr[i]) == lower(b.ptr[i]);
    }
    return equal;
}

int rtp_str_compare(rtp_str a, rtp_str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared > 0 ? memcmp(a.ptr, b.ptr, shared) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool rtp_str_starts(rtp_str text, rtp_str prefix)
{
    text.len = text.len < prefix.len ? text.len : prefix.len;
    return rtp_str_equal(text, prefix);
}

bool rtp_str_ends(rtp_str text, rtp_str suffix)
{
    if (text.len < suffix.len) {
        return false;
    }
    return suffix.len == 0 || memcmp(text.ptr + (text.len - suffix.len), suffix.ptr, suffix.len) == 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

rtp_str rtp_str_trim(rtp_str text)
{
    while (text.len > 0 && is_blank(text.ptr[0])) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && is_blank(text.ptr[text.len - 1])) {
        text.len--;
    }
    return text;
}

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Insertions, deletions, replacements and swaps of neighbours that turn a into b. */
static size_t typing_distance(rtp_str a, rtp_str b)
{
    size_t rows[3][NEAREST_LEN + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t column = 0; column <= b.len; column++) {
        above[column] = column;
    }
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = i;
        for (size_t k = 1; k <= b.len; k++) {
            unsigned char have = lower(a.ptr[i - 1]), want = lower(b.ptr[k - 1]);
            row[k] = smallest(above[k] + 1, row[k - 1] + 1, above[k - 1] + (have != want));
            bool swapped = i > 1 && k > 1 && have == lower(b.ptr[k - 2]) && lower(a.ptr[i - 2]) == want;
            if (swapped && before[k - 2] + 1 < row[k]) {
                row[k] = before[k - 2] + 1;
            }
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b.len];
}

/* Somebody who stops early is understood, too. */
static rtp_str first_longer(rtp_str word, const rtp_str *candidates, size_t n)
{
    for (size_t i = 0; i < n && word.len >= 3; i++) {
        if (rtp_str_starts(candidates[i], word)) {
            return candidates[i];
        }
    }
    return (rtp_str){NULL, 0};
}

rtp_str rtp_str_nearest(rtp_str word, const rtp_str *candidates, size_t n)
{
    rtp_str nearest = {NULL, 0};
    if (word.len == 0 || word.len > NEAREST_LEN) {
        return nearest;
    }
    size_t bound = (word.len >= 6 ? word.len / 3 : 1) + 1;
    /* A word that shares no letter with its guess was not mistyped. */
    bound = bound < word.len ? bound : word.len;
    for (size_t i = 0; i < n && bound > 0; i++) {
        if (candidates[i].len > NEAREST_LEN) {
            continue;
        }
        size_t distance = typing_distance(word, candidates[i]);
        if (distance < bound) {
            bound = distance;
            nearest = candidates[i];
        }
    }
    return nearest.ptr ? nearest : first_longer(word, candidates, n);
}
