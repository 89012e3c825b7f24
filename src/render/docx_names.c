/* A company's names for our styles: {"Heading 1": "Acme Heading"}. Text that is copied from the document into one of
 * the company's then looks like the company's, since Word goes by the names. */
#include "render/docx.h"
#include "rtopitch/json.h"

typedef struct style_names {
    rtp_str of[RTP_DOCX_STYLE_COUNT];
} style_names;

enum { NAME_MOST = 200 /* characters; Word takes 253 */ };

#define NAME(style, key_of, what)                                                                                      \
    {                                                                                                                  \
        .key = (key_of), .type = RTP_FIELD_TEXT, .offset = (style) * sizeof(rtp_str), .most = NAME_MOST, .doc = (what) \
    }

static const rtp_field fields[] = {
    NAME(RTP_DOCX_NORMAL, "Normal", "Plain paragraphs."),
    NAME(RTP_DOCX_TITLE, "Title", "The document's title."),
    NAME(RTP_DOCX_HEADING_1, "Heading 1", "Headings of sections."),
    NAME(RTP_DOCX_HEADING_2, "Heading 2", "Headings within a section."),
    NAME(RTP_DOCX_BULLET, "List Bullet", "Items of lists."),
    NAME(RTP_DOCX_NUMBER, "List Number", "Items of numbered lists."),
    NAME(RTP_DOCX_QUOTE, "Quote", "Quotes."),
    NAME(RTP_DOCX_NOTE, "Note", "Shaded remarks."),
    NAME(RTP_DOCX_CHART, "Chart", "The line that a chart stands on."),
    NAME(RTP_DOCX_CAPTION, "Caption", "What stands below a chart."),
    NAME(RTP_DOCX_CELL, "Table Text", "Cells."),
    NAME(RTP_DOCX_CELL_HEADING, "Table Heading", "Cells that head a column or a row."),
    NAME(RTP_DOCX_FOOTNOTE, "Footnote Text", "Footnotes."),
    NAME(RTP_DOCX_HEADER, "Header", "The head of each page of a private document."),
    NAME(RTP_DOCX_FOOTER, "Footer", "The foot of each page."),
    NAME(RTP_DOCX_FOOTNOTE_MARK, "Footnote Reference", "The number of a footnote."),
    NAME(RTP_DOCX_LINK, "Hyperlink", "Links."),
    NAME(RTP_DOCX_TABLE, "Plain Rows", "Tables."),
};

static const rtp_shape shape = {
    .name = "style names", .fields = fields, .count = RTP_COUNT(fields), .size = sizeof(style_names)};

/* The key of a style that the file gives a name to. */
static rtp_str key_of(rtp_docx_style style)
{
    size_t i = 0;
    while (fields[i].offset != style * sizeof(rtp_str)) {
        i++;
    }
    return rtp_str_from(fields[i].key);
}

/* ---- what a name may be ---- */

typedef struct name_check {
    const rtp_source *source;
    rtp_arena *arena;
    rtp_diags *diags;
} name_check;

static void refuse(const name_check *check, rtp_docx_style style, rtp_diag diag)
{
    diag.severity = RTP_ERROR;
    diag.source = check->source;
    diag.pointer = rtp_arena_join(check->arena, (rtp_str[2]){RTP_STR("/"), key_of(style)}, 2, rtp_lit(""));
    (void)rtp_json_locate(check->source->text, diag.pointer, false, &diag.offset, &diag.length);
    rtp_diags_put(check->diags, diag);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Word takes names that differ in capitals alone for one. */
bool rtp_docx_names_are_same(rtp_str a, rtp_str b)
{
    size_t i = 0;
    while (i < a.len && i < b.len && lower(a.ptr[i]) == lower(b.ptr[i])) {
        i++;
    }
    return i == a.len && i == b.len;
}

/* A comma begins a second name in Word, and a line end or a sign that cannot be seen is never meant. */
static bool is_usable(rtp_str name)
{
    for (size_t i = 0; i < name.len;) {
        uint32_t sign = 0;
        size_t len = rtp_utf8_decode(name.ptr + i, name.len - i, &sign);
        if (len == 0 || sign < ' ' || rtp_utf8_is_unsafe(sign) || sign == ',' || sign == ';') {
            return false;
        }
        i += len;
    }
    return true;
}

static rtp_str name_of(const style_names *names, rtp_docx_style style)
{
    return names->of[style].len > 0 ? names->of[style] : key_of(style);
}

static void check_name(const name_check *check, const style_names *names, rtp_docx_style style)
{
    rtp_str name = names->of[style];
    if (!is_usable(name)) {
        refuse(
            check, style,
            (rtp_diag){.code = "S0001",
                       .message = rtp_lit("the name of a style has a comma, a semicolon or a sign that cannot be seen"),
                       .expected = rtp_lit("a name as Word's list of styles shows it"),
                       .hint = rtp_lit("write the first of the style's names, without what follows the comma")});
        return;
    }
    for (rtp_docx_style other = RTP_DOCX_NORMAL; other < RTP_DOCX_STYLE_COUNT; other++) {
        if (other != style && (names->of[other].len == 0 || other < style) &&
            rtp_docx_names_are_same(name, name_of(names, other))) {
            rtp_str text = key_of(other);
            refuse(check, style,
                   (rtp_diag){.code = "S0002",
                              .message = rtp_arena_format(check->arena, "\"%.*s\" is the name of %.*s as well",
                                                          RTP_FMT(name), RTP_FMT(text)),
                              .expected = rtp_lit("a name of its own for each style"),
                              .hint = rtp_arena_format(check->arena, "give %.*s another name", RTP_FMT(text))});
            return;
        }
    }
}

/* ---- the file ---- */

static bool names_read(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, style_names *names)
{
    static const rtp_json_limits limits = {.bytes = 64 * 1024, .depth = 4, .values = 256, .string = 4096};
    const rtp_json *root = rtp_json_read(source, &limits, arena, diags);
    return root && rtp_bind(root, &shape, source, arena, diags, names);
}

bool rtp_docx_names_check(const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    style_names names = {.of = {{NULL, 0}}};
    size_t before = diags->errors;
    if (names_read(source, arena, diags, &names)) {
        name_check check = {source, arena, diags};
        for (rtp_docx_style style = RTP_DOCX_NORMAL; style < RTP_DOCX_STYLE_COUNT; style++) {
            if (names.of[style].len > 0) {
                check_name(&check, &names, style);
            }
        }
    }
    return diags->errors == before;
}

void rtp_docx_names_take(rtp_docx *d, rtp_str text)
{
    rtp_source source = {.name = rtp_lit("style names"), .text = rtp_arena_copy(d->arena, text)};
    style_names names = {.of = {{NULL, 0}}};
    if (names_read(&source, d->arena, rtp_diags_make(d->arena), &names)) {
        for (size_t i = 0; i < RTP_DOCX_STYLE_COUNT; i++) {
            d->styles[i] = names.of[i];
        }
    }
}
