/* What an outline's file says, bound but not compiled, and the checks that one row cannot make.
 * The loader binds, checks and then compiles its phrases. */
#ifndef RTOPITCH_DOCUMENT_OUTLINE_H
#define RTOPITCH_DOCUMENT_OUTLINE_H

#include "rtopitch/document.h"
#include "rules/context.h"

typedef struct rtp_slot_text {
    rtp_str name;
    int form; /* index of rtp_form + 1 */
    rtp_count most, each;
    const rtp_json *intro, *columns;
} rtp_slot_text;

typedef struct rtp_section_text {
    rtp_str id;
    const rtp_json *heading;
    rtp_objects slots; /* slot_text */
} rtp_section_text;

typedef struct rtp_length_text {
    bool known;
    rtp_count least, most;
} rtp_length_text;

typedef struct rtp_requirement_text {
    bool known;
    rtp_str fact, message, hint;
} rtp_requirement_text;

typedef struct rtp_outline_text {
    rtp_str outline, summary;
    rtp_flag personal;
    rtp_count citations;
    rtp_length_text words;
    rtp_requirement_text requires;
    rtp_objects sections; /* section_text */
} rtp_outline_text;

#define RTP_SECTION_TEXT(outline, i) ((const rtp_section_text *)(outline)->sections.items + (i))
#define RTP_SLOT_TEXT(section, i)    ((const rtp_slot_text *)(section)->slots.items + (i))

/* The pointer of a section, or of a slot's member; absent `key`: of the slot. */
rtp_str rtp_section_pointer(rtp_arena *arena, size_t section, const char *key);
rtp_str rtp_slot_pointer(rtp_arena *arena, size_t section, size_t slot, const char *key);

/* Names, duplicates, forms that lack what they need. Reports all; false when there is a fault. */
bool rtp_outline_check(const rtp_outline_text *outline, const rtp_context *context);

#endif
