/* What is wrong with an outline as a whole: names used twice, forms without what they need,
 * citations nobody could look up. Found when it is loaded, so that composing cannot fail. */
#include <string.h>

#include "document/outline.h"

/* ---- names ---- */

static const rtp_str name_letters = RTP_STR("abcdefghijklmnopqrstuvwxyz0123456789._-");

static bool name_is_good(rtp_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (!memchr(name_letters.ptr, name.ptr[i], name_letters.len)) {
            return false;
        }
    }
    return name.len > 0;
}

static bool name_check(rtp_str name, rtp_str pointer, const rtp_context *context)
{
    if (name_is_good(name)) {
        return true;
    }
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0200",
                                   .message = rtp_lit("this is not a name"),
                                   .found = name,
                                   .expected = rtp_lit("small letters, digits, dots, - and _"),
                                   .hint = rtp_lit("write a short name such as \"talking-points\"")});
    return false;
}

static bool twice_report(const char *code, rtp_str name, rtp_str pointer, rtp_str first, const rtp_context *context)
{
    rtp_str message = rtp_arena_format(context->arena, "the name \"%.*s\" is used twice", RTP_FMT(name));
    rtp_str hint = rtp_arena_format(context->arena, "the first is at %.*s; rename one", RTP_FMT(first));
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = code, .message = message, .found = name, .hint = hint});
    return false;
}

static bool section_name_check(const rtp_outline_text *outline, size_t i, const rtp_context *context)
{
    rtp_str name = RTP_SECTION_TEXT(outline, i)->id, pointer = rtp_section_pointer(context->arena, i, "id");
    for (size_t k = 0; k < i; k++) {
        if (rtp_str_equal(RTP_SECTION_TEXT(outline, k)->id, name)) {
            return twice_report("R0201", name, pointer, rtp_section_pointer(context->arena, k, "id"), context);
        }
    }
    return name_check(name, pointer, context);
}

static bool slot_name_check(const rtp_section_text *section, size_t i, size_t k, const rtp_context *context)
{
    rtp_str name = RTP_SLOT_TEXT(section, k)->name, pointer = rtp_slot_pointer(context->arena, i, k, "name");
    for (size_t n = 0; n < k; n++) {
        if (rtp_str_equal(RTP_SLOT_TEXT(section, n)->name, name)) {
            return twice_report("R0202", name, pointer, rtp_slot_pointer(context->arena, i, n, "name"), context);
        }
    }
    return name_check(name, pointer, context);
}

/* ---- columns ---- */

static bool is_list(const rtp_json *node)
{
    return rtp_json_kind_of(node) == RTP_JSON_ARRAY && rtp_json_count(node) > 0;
}

static bool columns_check(const rtp_slot_text *slot, size_t i, size_t k, const rtp_context *context)
{
    bool table = slot->form == RTP_FORM_TABLE + 1;
    if (table ? slot->columns && is_list(slot->columns) : !slot->columns) {
        return true;
    }
    static const rtp_fault faults[] = {
        {.code = "R0203",
         .message = RTP_STR("only a table has columns"),
         .hint = RTP_STR("remove them, or set the form to \"table\"")},
        {.code = "R0204",
         .message = RTP_STR("a table needs a list of columns"),
         .expected = RTP_STR("a list of header cells"),
         .hint = RTP_STR("add \"columns\": [\"Measure\", \">Office\"]")},
    };
    const char *member = slot->columns ? "columns" : NULL;
    rtp_context_report(context, (rtp_spot){.pointer = rtp_slot_pointer(context->arena, i, k, member)}, faults[table]);
    return false;
}

/* ---- title and sources ---- */

static size_t forms_count(const rtp_outline_text *outline, rtp_form form)
{
    size_t count = 0;
    for (size_t i = 0; i < outline->sections.len; i++) {
        const rtp_section_text *section = RTP_SECTION_TEXT(outline, i);
        for (size_t k = 0; k < section->slots.len; k++) {
            count += RTP_SLOT_TEXT(section, k)->form == (int)form + 1;
        }
    }
    return count;
}

static bool whole_check(const rtp_outline_text *outline, const rtp_context *context)
{
    size_t sources = forms_count(outline, RTP_FORM_SOURCES);
    bool cites = outline->citations.value > 0;
    const rtp_length_text *words = &outline->words;
    const struct {
        bool wrong;
        const char *pointer;
        rtp_fault fault;
    } checks[] = {
        {forms_count(outline, RTP_FORM_TITLE) > 1,
         "/sections",
         {.code = "R0205", .message = RTP_STR("a document has one title"), .hint = RTP_STR("keep one title slot")}},
        {cites && sources != 1,
         "/citations",
         {.code = "R0206",
          .message = RTP_STR("a document that cites has one list of sources"),
          .hint = RTP_STR("give one slot the form \"sources\"")}},
        {!cites && sources > 0,
         "/sections",
         {.code = "R0207",
          .message = RTP_STR("a list of sources, and no citations"),
          .hint = RTP_STR("add \"citations\": 2, or remove the slot")}},
        {words->least.known && words->most.known && words->least.value > words->most.value,
         "/words",
         {.code = "R0208",
          .message = RTP_STR("no length lies between these two"),
          .hint = RTP_STR("\"least\" is not above \"most\"")}},
    };
    bool good = true;
    for (size_t i = 0; i < RTP_COUNT(checks); i++) {
        if (checks[i].wrong) {
            good = false;
            rtp_context_report(context, (rtp_spot){.pointer = rtp_str_from(checks[i].pointer)}, checks[i].fault);
        }
    }
    return good;
}

bool rtp_outline_check(const rtp_outline_text *outline, const rtp_context *context)
{
    bool good = name_check(outline->outline, rtp_lit("/outline"), context);
    for (size_t i = 0; i < outline->sections.len; i++) {
        const rtp_section_text *section = RTP_SECTION_TEXT(outline, i);
        good &= section_name_check(outline, i, context);
        for (size_t k = 0; k < section->slots.len; k++) {
            good &= slot_name_check(section, i, k, context);
            good &= columns_check(RTP_SLOT_TEXT(section, k), i, k, context);
        }
    }
    return whole_check(outline, context) && good;
}
