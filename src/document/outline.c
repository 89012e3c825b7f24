/* Loads an outline: which sections and slots a document has, in which order and form. Documents
 * are arranged by these files, so that a new kind of document needs no code. */
#include "document/outline.h"
#include "rules/phrase.h"

/* ---- the file's members ---- */

static const rtp_str form_words[] = {
    [RTP_FORM_TITLE] = RTP_STR("title"),         [RTP_FORM_LINES] = RTP_STR("lines"),
    [RTP_FORM_PARAGRAPH] = RTP_STR("paragraph"), [RTP_FORM_PARAGRAPHS] = RTP_STR("paragraphs"),
    [RTP_FORM_BULLETS] = RTP_STR("bullets"),     [RTP_FORM_NUMBERS] = RTP_STR("numbers"),
    [RTP_FORM_TABLE] = RTP_STR("table"),         [RTP_FORM_TERMS] = RTP_STR("terms"),
    [RTP_FORM_QUOTES] = RTP_STR("quotes"),       [RTP_FORM_CHART] = RTP_STR("chart"),
    [RTP_FORM_SOURCES] = RTP_STR("sources"),
};
static const rtp_texts forms = {form_words, RTP_COUNT(form_words)};

enum { BUDGET_LIMIT = 1000, CITATION_LIMIT = 100, SECTION_LIMIT = 100, WORD_LEAST = 50, WORD_LIMIT = 10000 };

#define ROW(owner, name, member, kind, ...)                                                                            \
    {                                                                                                                  \
        .key = (name), .type = RTP_FIELD_##kind, .offset = offsetof(owner, member), __VA_ARGS__                        \
    }

static const rtp_field slot_fields[] = {
    ROW(rtp_slot_text, "name", name, TEXT, .required = true, .doc = "The name that rules use for this place.",
        .example = "\"table\""),
    ROW(rtp_slot_text, "form", form, CHOICE, .required = true, .words = &forms, .doc = "How its points are shown.",
        .example = "\"table\""),
    ROW(rtp_slot_text, "most", most, COUNT, .least = 1, .most = BUDGET_LIMIT, .doc = "At most so many points.",
        .example = "4"),
    ROW(rtp_slot_text, "each", each, COUNT, .least = 1, .most = BUDGET_LIMIT,
        .doc = "At most so many points for one concern.", .example = "1"),
    ROW(rtp_slot_text, "intro", intro, RAW, .doc = "A paragraph before the points, when there are any.",
        .example = "\"Medians a month.\""),
    ROW(rtp_slot_text, "columns", columns, RAW, .doc = "The header cells of a table; a leading > aligns right.",
        .example = "[\"Measure\", \">Office\"]"),
};
static const rtp_shape slot_shape = {"slot", slot_fields, RTP_COUNT(slot_fields), sizeof(rtp_slot_text), false};

static const rtp_field section_fields[] = {
    ROW(rtp_section_text, "id", id, TEXT, .required = true, .doc = "The name that rules use for this section.",
        .example = "\"results\""),
    ROW(rtp_section_text, "heading", heading, RAW, .doc = "The heading, or several: the first whose facts are known.",
        .example = "\"My results\""),
    ROW(rtp_section_text, "slots", slots, OBJECTS, .required = true, .shape = &slot_shape, .least = 1,
        .most = SECTION_LIMIT, .doc = "The places of the section, in order.",
        .example = "[{\"name\": \"table\", \"form\": \"bullets\"}]"),
};
static const rtp_shape section_shape = {"section", section_fields, RTP_COUNT(section_fields), sizeof(rtp_section_text),
                                        false};

static const rtp_field length_fields[] = {
    ROW(rtp_length_text, "least", least, COUNT, .least = 1, .most = WORD_LIMIT, .doc = "The words it aims at.",
        .example = "200"),
    ROW(rtp_length_text, "most", most, COUNT, .least = WORD_LEAST, .most = WORD_LIMIT,
        .doc = "At most so many words: the weakest points are left out.", .example = "230"),
};
static const rtp_shape length_shape = {"words", length_fields, RTP_COUNT(length_fields), sizeof(rtp_length_text), true};

static const rtp_field requirement_fields[] = {
    ROW(rtp_requirement_text, "fact", fact, TEXT, .required = true, .doc = "The fact that has to be there.",
        .example = "\"conversations.count\""),
    ROW(rtp_requirement_text, "message", message, TEXT, .required = true, .doc = "What is wrong without it.",
        .example = "\"there is no talk to sum up\""),
    ROW(rtp_requirement_text, "hint", hint, TEXT, .required = true, .doc = "What to do about it.",
        .example = "\"add the talk to conversations\""),
};
static const rtp_shape requirement_shape = {"requires", requirement_fields, RTP_COUNT(requirement_fields),
                                            sizeof(rtp_requirement_text), true};

static const rtp_field outline_fields[] = {
    ROW(rtp_outline_text, "outline", outline, TEXT, .required = true, .doc = "The document's name.",
        .example = "\"talking-points\""),
    ROW(rtp_outline_text, "private", personal, FLAG, .doc = "True when only the user may see the document.",
        .example = "false"),
    ROW(rtp_outline_text, "summary", summary, TEXT, .required = true, .doc = "One line for lists of documents.",
        .example = "\"the full pitch\""),
    ROW(rtp_outline_text, "citations", citations, COUNT, .most = CITATION_LIMIT,
        .doc = "At most so many sources are cited; none when left out.", .example = "2"),
    ROW(rtp_outline_text, "words", words, OBJECT, .shape = &length_shape, .doc = "The length of the document.",
        .example = "{\"least\": 200, \"most\": 230}"),
    ROW(rtp_outline_text, "requires", requires, OBJECT, .shape = &requirement_shape,
        .doc = "A fact without which there is no such document.",
        .example =
            "{\"fact\": \"conversations.count\", \"message\": \"there is no talk to sum up\", \"hint\": \"add it\"}"),
    ROW(rtp_outline_text, "sections", sections, OBJECTS, .required = true, .shape = &section_shape, .least = 1,
        .most = SECTION_LIMIT, .doc = "The sections, in order.",
        .example = "[{\"id\": \"results\", \"slots\": [{\"name\": \"all\", \"form\": \"bullets\"}]}]"),
};
static const rtp_shape outline_shape = {"outline", outline_fields, RTP_COUNT(outline_fields), sizeof(rtp_outline_text),
                                        false};

/* ---- pointers ---- */

rtp_str rtp_section_pointer(rtp_arena *arena, size_t section, const char *key)
{
    return rtp_arena_format(arena, "/sections/%zu%s%s", section, key ? "/" : "", key ? key : "");
}

rtp_str rtp_slot_pointer(rtp_arena *arena, size_t section, size_t slot, const char *key)
{
    return rtp_arena_format(arena, "/sections/%zu/slots/%zu%s%s", section, slot, key ? "/" : "", key ? key : "");
}

/* ---- compiling ---- */

static bool phrases_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_phrases *out)
{
    return !node || rtp_phrases_load(node, pointer, context, out);
}

/* The check has made sure that it is an array. */
static bool columns_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_slot *out)
{
    bool good = true;
    size_t count = node ? rtp_json_count(node) : 0, i = 0;
    rtp_phrases *columns = RTP_NEW_ARRAY(context->arena, rtp_phrases, count);
    for (const rtp_json *cell = count ? rtp_json_first(node) : NULL; cell; cell = rtp_json_next(cell), i++) {
        good &= rtp_phrases_load(cell, rtp_pointer_index(context->arena, pointer, i), context, &columns[i]);
    }
    out->columns = columns;
    out->column_count = count;
    return good;
}

static bool slot_load(const rtp_slot_text *text, size_t section, size_t i, const rtp_context *context, rtp_slot *out)
{
    out->name = text->name;
    out->form = (rtp_form)(text->form - 1);
    out->most = text->most.value;
    out->each = text->each.value;
    bool good = phrases_load(text->intro, rtp_slot_pointer(context->arena, section, i, "intro"), context, &out->intro);
    rtp_str columns = rtp_slot_pointer(context->arena, section, i, "columns");
    return columns_load(text->columns, columns, context, out) && good;
}

static bool section_load(const rtp_section_text *text, size_t i, const rtp_context *context, rtp_section *out)
{
    rtp_slot *slots = RTP_NEW_ARRAY(context->arena, rtp_slot, text->slots.len);
    bool good = phrases_load(text->heading, rtp_section_pointer(context->arena, i, "heading"), context, &out->heading);
    for (size_t k = 0; k < text->slots.len; k++) {
        good &= slot_load(RTP_SLOT_TEXT(text, k), i, k, context, &slots[k]);
    }
    out->id = text->id;
    out->slots = slots;
    out->slot_count = text->slots.len;
    return good;
}

static bool requirement_load(const rtp_outline_text *text, const rtp_context *context, rtp_requirement *out)
{
    *out = (rtp_requirement){.fact = 0};
    if (!text->requires.known) {
        return true;
    }
    rtp_spot spot = {.pointer = rtp_lit("/requires/fact")};
    int fact = rtp_context_fact(context, text->requires.fact, RTP_USE_TEST, spot);
    *out = (rtp_requirement){text->requires.message, text->requires.hint, (uint16_t)fact};
    return fact >= 0;
}

static bool sections_load(const rtp_outline_text *text, const rtp_context *context, rtp_outline *outline)
{
    rtp_requirement requires;
    bool good = requirement_load(text, context, &requires);
    rtp_section *sections = RTP_NEW_ARRAY(context->arena, rtp_section, text->sections.len);
    for (size_t i = 0; i < text->sections.len; i++) {
        good &= section_load(RTP_SECTION_TEXT(text, i), i, context, &sections[i]);
    }
    *outline = (rtp_outline){.name = text->outline,
                             .summary = text->summary,
                             .personal = text->personal == RTP_FLAG_YES,
                             .citations = text->citations.value,
                             .words = {(uint16_t)text->words.least.value, (uint16_t)text->words.most.value},
                             .requires = requires,
                             .sections = sections,
                             .section_count = text->sections.len};
    return good;
}

bool rtp_outline_load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_outline *outline)
{
    rtp_outline_text text = {.outline = {NULL, 0}};
    rtp_outline loaded;
    const rtp_json *node = rtp_json_read(source, &rtp_json_pack_limits, arena, diags);
    if (!node || !rtp_bind(node, &outline_shape, source, arena, diags, &text)) {
        return false;
    }
    bool personal = text.personal == RTP_FLAG_YES;
    rtp_context context = {.source = source, .arena = arena, .diags = diags, .scope = RTP_ONCE, .personal = personal};
    bool good = rtp_outline_check(&text, &context);
    if (!sections_load(&text, &context, &loaded) || !good) {
        return false;
    }
    *outline = loaded;
    return true;
}
