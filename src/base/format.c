/* Prints plain conversions itself and leaves all others to printf. Arguments are taken in the order of the format and
 * a text ends where its length or its NUL says, so that what both can do is the same byte for byte. */
#include "base/format.h"

#include <string.h>

typedef struct printer {
    char *at, *end;
} printer;

static bool put(printer *to, const char *bytes, size_t len)
{
    if ((size_t)(to->end - to->at) < len) {
        return false;
    }
    if (len > 0) {
        memcpy(to->at, bytes, len);
        to->at += len;
    }
    return true;
}

static bool put_whole(printer *to, bool negative, unsigned long size)
{
    char digits[24]; /* the sign and the most that 64 bits have */
    size_t from = sizeof digits;
    do {
        digits[--from] = (char)('0' + size % 10);
        size /= 10;
    } while (size > 0);
    if (negative) {
        digits[--from] = '-';
    }
    return put(to, digits + from, sizeof digits - from);
}

static bool put_signed(printer *to, long value)
{
    return put_whole(to, value < 0, value < 0 ? 0UL - (unsigned long)value : (unsigned long)value);
}

static bool put_text(printer *to, const char *text)
{
    return put(to, text, strlen(text));
}

static bool put_cut(printer *to, int most, const char *text)
{
    if (most < 0) {
        return false;
    }
    const char *end = most > 0 ? memchr(text, '\0', (size_t)most) : text;
    return put(to, text, end ? (size_t)(end - text) : (size_t)most);
}

static size_t starts(const char *format, const char *conversion)
{
    size_t len = strlen(conversion);
    return strncmp(format, conversion, len) == 0 ? len : 0;
}

/* Prints what stands behind a % and returns its length; 0: printf has to. */
static size_t put_conversion(printer *to, const char *format, va_list *args)
{
    char c;
    int most;
    switch (*format) {
    case '%':
        return put(to, "%", 1) ? 1 : 0;
    case 'c':
        c = (char)va_arg(*args, int);
        return put(to, &c, 1) ? 1 : 0;
    case 's':
        return put_text(to, va_arg(*args, const char *)) ? 1 : 0;
    case 'd':
        return put_signed(to, va_arg(*args, int)) ? 1 : 0;
    case 'u':
        return put_whole(to, false, va_arg(*args, unsigned)) ? 1 : 0;
    case '.':
        if (starts(format, ".*s") == 0) {
            return 0;
        }
        most = va_arg(*args, int);
        return put_cut(to, most, va_arg(*args, const char *)) ? 3 : 0;
    case 'z':
        return starts(format, "zu") > 0 && put_whole(to, false, va_arg(*args, size_t)) ? 2 : 0;
    case 'l':
        return starts(format, "lu") > 0 && put_whole(to, false, va_arg(*args, unsigned long)) ? 2 : 0;
    default:
        return 0;
    }
}

bool rtp_format_plain(char *out, size_t room, size_t *len, const char *format, va_list args)
{
    printer to = {out, out + room};
    va_list left;
    va_copy(left, args);
    bool plain = true;
    while (plain && *format) {
        const char *sign = format;
        while (*sign && *sign != '%') {
            sign++;
        }
        plain = put(&to, format, (size_t)(sign - format));
        size_t used = plain && *sign ? put_conversion(&to, sign + 1, &left) : 0;
        plain = plain && (!*sign || used > 0);
        format = *sign ? sign + 1 + used : sign;
    }
    va_end(left);
    *len = (size_t)(to.at - out);
    return plain;
}
