/* Phrases and conditions made by hand, and taken apart again. */
#ifndef WORDS_H
#define WORDS_H

#include "rules/packed.h"

#define WORDS(words)                                                                                                   \
    {                                                                                                                  \
        (const char *)&(const struct {                                                                                 \
            unsigned char list, phrase, head, len;                                                                     \
            char text[sizeof(words)];                                                                                  \
        })                                                                                                             \
        {                                                                                                              \
            sizeof(words) + 2, sizeof(words) + 1, 0, sizeof(words) - 1, words                                          \
        }                                                                                                              \
    }

static inline rtp_phrases words_make(rtp_arena *arena, const rtp_segment *segments, size_t count)
{
    rtp_buf phrase = rtp_buf_make(SIZE_MAX), alternatives = rtp_buf_make(SIZE_MAX);
    for (size_t i = 0; i < count; i++) {
        rtp_segment_put(&segments[i], &phrase);
    }
    rtp_packed_put(rtp_buf_text(&phrase), &alternatives);
    rtp_phrases made = rtp_packed_make(rtp_buf_text(&alternatives), arena);
    rtp_buf_free(&phrase);
    rtp_buf_free(&alternatives);
    return made;
}

/* The alternative with that number, from 0; {NULL, 0} when there are fewer. */
static inline rtp_str words_at(rtp_phrases phrases, size_t number)
{
    rtp_str rest = rtp_packed_items(phrases), phrase = {NULL, 0};
    for (size_t i = 0; i <= number; i++) {
        phrase = (rtp_str){NULL, 0};
        if (!rtp_packed_next(&rest, &phrase)) {
            break;
        }
    }
    return phrase;
}

static inline size_t words_count(rtp_phrases phrases)
{
    size_t count = 0;
    while (words_at(phrases, count).ptr) {
        count++;
    }
    return count;
}

/* The segment of a phrase with that number, from 0; a literal without text when there are fewer. */
static inline rtp_segment words_segment(rtp_str phrase, size_t number)
{
    rtp_segment segment = {.fact = RTP_LITERAL};
    for (size_t i = 0; i <= number; i++) {
        segment = (rtp_segment){.fact = RTP_LITERAL};
        if (!rtp_segment_next(&phrase, &segment)) {
            break;
        }
    }
    return segment;
}

/* The condition that all of these facts are known. */
static inline rtp_packed condition_make(rtp_arena *arena, const uint16_t *facts, size_t count)
{
    rtp_buf all = rtp_buf_make(SIZE_MAX), when = rtp_buf_make(SIZE_MAX);
    rtp_buf_put_char(&all, (char)RTP_ALL);
    for (size_t i = 0; i < count; i++) {
        rtp_buf part = rtp_buf_make(SIZE_MAX);
        rtp_buf_put_char(&part, (char)RTP_KNOWN);
        rtp_packed_put_size(facts[i], &part);
        rtp_operand_put(&(rtp_operand){.number = 1}, &part);
        rtp_packed_put(rtp_buf_text(&part), &all);
        rtp_buf_free(&part);
    }
    rtp_packed_put(rtp_buf_text(&all), &when);
    rtp_packed made = rtp_packed_make(rtp_buf_text(&when), arena);
    rtp_buf_free(&all);
    rtp_buf_free(&when);
    return made;
}

#endif
