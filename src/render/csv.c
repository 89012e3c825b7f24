/* One cell of a CSV file. A cell that begins like a formula gets an apostrophe, as spreadsheets write text that is
 * to stay text; what could act on a terminal or hide is left out. */
#include "render/csv.h"

#include <string.h>

static bool begins_formula(rtp_str text)
{
    return text.len > 0 && strchr("=+-@\t\r\n", text.ptr[0]) != NULL && text.ptr[0] != '\0';
}

static bool needs_quotes(rtp_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr(",;\"\t\r\n", text.ptr[i])) {
            return true;
        }
    }
    return false;
}

/* Quotes are doubled; a character that is unsafe to show becomes a blank. */
static void inside_put(rtp_buf *out, rtp_str text)
{
    for (size_t i = 0; i < text.len;) {
        uint32_t code_point = 0;
        size_t length = rtp_utf8_decode(text.ptr + i, text.len - i, &code_point);
        bool unsafe = length == 0 || code_point < ' ' || rtp_utf8_is_unsafe(code_point);
        length = length > 0 ? length : 1;
        rtp_buf_puts(out, code_point == '"' ? "\"" : "");
        rtp_buf_put(out, unsafe ? rtp_lit(" ") : (rtp_str){text.ptr + i, length});
        i += length;
    }
}

void rtp_csv_put(rtp_buf *out, rtp_str text)
{
    bool formula = begins_formula(text), quoted = formula || needs_quotes(text);
    rtp_buf_puts(out, quoted ? "\"" : "");
    rtp_buf_puts(out, formula ? "'" : "");
    inside_put(out, text);
    rtp_buf_puts(out, quoted ? "\"" : "");
}
