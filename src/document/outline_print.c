/* Prints outlines as static C tables, to be compiled into the program. Starting then costs nothing:
 * no file is read and no phrase compiled. */
#include "rtopitch/document.h"
#include "rules/phrase.h"

static const char *const form_names[] = {
    [RTP_FORM_TITLE] = "RTP_FORM_TITLE",         [RTP_FORM_LINES] = "RTP_FORM_LINES",
    [RTP_FORM_PARAGRAPH] = "RTP_FORM_PARAGRAPH", [RTP_FORM_PARAGRAPHS] = "RTP_FORM_PARAGRAPHS",
    [RTP_FORM_BULLETS] = "RTP_FORM_BULLETS",     [RTP_FORM_NUMBERS] = "RTP_FORM_NUMBERS",
    [RTP_FORM_TABLE] = "RTP_FORM_TABLE",         [RTP_FORM_TERMS] = "RTP_FORM_TERMS",
    [RTP_FORM_QUOTES] = "RTP_FORM_QUOTES",       [RTP_FORM_SOURCES] = "RTP_FORM_SOURCES",
    [RTP_FORM_CHART] = "RTP_FORM_CHART",
};

static void columns_print(const rtp_slot *slot, rtp_buf *out)
{
    if (slot->column_count > 0) {
        rtp_buf_puts(out, ", .columns = (const rtp_phrases[]){");
        for (size_t i = 0; i < slot->column_count; i++) {
            rtp_packed_print(slot->columns[i], out);
            rtp_buf_puts(out, ", ");
        }
        rtp_buf_format(out, "}, .column_count = %zu", slot->column_count);
    }
}

static void slot_print(const rtp_slot *slot, rtp_buf *out)
{
    rtp_buf_puts(out, "            {.name = ");
    rtp_str_print(slot->name, out);
    rtp_buf_format(out, ", .form = %s, .most = %d, .each = %d, .intro = ", form_names[slot->form], slot->most,
                   slot->each);
    rtp_packed_print(slot->intro, out);
    columns_print(slot, out);
    rtp_buf_puts(out, "},\n");
}

static void section_print(const rtp_section *section, rtp_buf *out)
{
    rtp_buf_puts(out, "        {.id = ");
    rtp_str_print(section->id, out);
    rtp_buf_puts(out, ", .heading = ");
    rtp_packed_print(section->heading, out);
    rtp_buf_puts(out, ", .slots = (const rtp_slot[]){\n");
    for (size_t i = 0; i < section->slot_count; i++) {
        slot_print(&section->slots[i], out);
    }
    rtp_buf_format(out, "        }, .slot_count = %zu},\n", section->slot_count);
}

static void length_print(const rtp_length *words, rtp_buf *out)
{
    if (words->least > 0 || words->most > 0) {
        rtp_buf_format(out, ".words = {%u, %u}, ", (unsigned)words->least, (unsigned)words->most);
    }
}

static void requirement_print(const rtp_requirement *requirement, rtp_buf *out)
{
    if (requirement->message.ptr) {
        rtp_buf_puts(out, ".requires = {");
        rtp_str_print(requirement->message, out);
        rtp_buf_puts(out, ", ");
        rtp_str_print(requirement->hint, out);
        rtp_buf_format(out, ", %u}, ", (unsigned)requirement->fact);
    }
}

static void outline_print(const rtp_outline *outline, rtp_buf *out)
{
    rtp_buf_puts(out, "    {.name = ");
    rtp_str_print(outline->name, out);
    rtp_buf_puts(out, ", .summary = ");
    rtp_str_print(outline->summary, out);
    rtp_buf_format(out, ", .personal = %s, .citations = %d, ", outline->personal ? "true" : "false",
                   outline->citations);
    length_print(&outline->words, out);
    requirement_print(&outline->requires, out);
    rtp_buf_puts(out, ".sections = (const rtp_section[]){\n");
    for (size_t i = 0; i < outline->section_count; i++) {
        section_print(&outline->sections[i], out);
    }
    rtp_buf_format(out, "    }, .section_count = %zu},\n", outline->section_count);
}

void rtp_outlines_print(const rtp_outline *outlines, size_t count, const char *name, rtp_buf *out)
{
    rtp_buf_puts(out, "#include \"rtopitch/document.h\"\n\n");
    rtp_buf_format(out, "static const rtp_outline %s[%zu] = {\n", name, count);
    for (size_t i = 0; i < count; i++) {
        outline_print(&outlines[i], out);
    }
    rtp_buf_puts(out, "};\n");
}
