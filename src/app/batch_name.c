/* File names out of what people write: one pattern for all, safe on every system that we know of.
 * A name stays in its folder, hides nothing, and means no device. */
#include "app/batch_name.h"

#include <string.h>

enum { NAME_MOST = 200, DIGEST = 12 };

/* Latin letters from U+00C0 to U+017F without their marks, two bytes each: names stay readable, and a letter that
 * can be written in two ways gives one name. */
static const char latin[] = "A A A A A A AEC E E E E I I I I "
                            "D N O O O O O x O U U U U Y Thss"
                            "a a a a a a aec e e e e i i i i "
                            "d n o o o o o - o u u u u y thy "
                            "A a A a A a C c C c C c C c D d "
                            "D d E e E e E e E e E e G g G g "
                            "G g G g H h H h I i I i I i I i "
                            "I i IJijJ j K k k L l L l L l L "
                            "l L l N n N n N n n NgngO o O o "
                            "O o OEoeR r R r R r S s S s S s "
                            "S s T t T t T t U u U u U u U u "
                            "U u U u W w Y y Y Z z Z z Z z s ";

/* ---- placeholders ---- */

/* The text between braces at the start of `pattern`; absent when there is none. */
static rtp_str placeholder(rtp_str pattern)
{
    const char *end = pattern.len > 0 && *pattern.ptr == '{' ? memchr(pattern.ptr, '}', pattern.len) : NULL;
    return end ? (rtp_str){pattern.ptr + 1, (size_t)(end - pattern.ptr) - 1} : (rtp_str){NULL, 0};
}

static const rtp_name_part *part_find(const rtp_name_parts *parts, rtp_str key)
{
    for (size_t i = 0; i < parts->len; i++) {
        if (rtp_str_equal(parts->items[i].key, key)) {
            return &parts->items[i];
        }
    }
    return NULL;
}

bool rtp_name_has(rtp_str pattern, rtp_str key)
{
    for (; pattern.len > 0; pattern.ptr++, pattern.len--) {
        rtp_str found = placeholder(pattern);
        if (found.ptr && rtp_str_equal(found, key)) {
            return true;
        }
    }
    return false;
}

rtp_str rtp_name_fault(rtp_str pattern, const rtp_name_parts *parts)
{
    while (pattern.len > 0) {
        rtp_str found = placeholder(pattern);
        bool brace = *pattern.ptr == '{' || *pattern.ptr == '}' || *pattern.ptr == '/';
        if (brace && !(found.ptr && part_find(parts, found))) {
            return (rtp_str){pattern.ptr, found.ptr ? found.len + 2 : 1};
        }
        size_t len = found.ptr ? found.len + 2 : 1;
        pattern = (rtp_str){pattern.ptr + len, pattern.len - len};
    }
    return (rtp_str){NULL, 0};
}

/* ---- characters ---- */

typedef struct name {
    char text[NAME_MOST + 1];
    size_t len;
    bool cut; /* there was more */
} name;

static void put(name *made, const char *text, size_t len)
{
    if (made->cut || len > NAME_MOST - made->len) {
        made->cut = true;
        return;
    }
    memcpy(made->text + made->len, text, len);
    made->len += len;
}

static bool is_safe(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Dots and dashes are safe but for the start, and one stands for many. */
static void put_mark(name *made, char mark)
{
    char last = made->len > 0 ? made->text[made->len - 1] : '-';
    if (last != '-' && last != '.') {
        put(made, &mark, 1);
    }
}

static void put_percent(name *made, const char *bytes, size_t len)
{
    static const char digits[] = "0123456789ABCDEF";
    char escaped[3 * 4];
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        escaped[3 * i] = '%';
        escaped[3 * i + 1] = digits[byte / 16];
        escaped[3 * i + 2] = digits[byte % 16];
    }
    put(made, escaped, 3 * len);
}

static void put_letter(name *made, uint32_t letter, const char *bytes, size_t len)
{
    enum { LATIN = 0xC0, LATIN_END = 0x180, MARK = 0x300, MARK_END = 0x370 };
    if (letter >= LATIN && letter < LATIN_END) {
        const char *plain = latin + 2 * (letter - LATIN);
        put(made, plain, plain[1] == ' ' ? 1 : 2);
    } else if (rtp_utf8_is_unsafe(letter)) {
        put_mark(made, '-');
    } else if (letter < MARK || letter >= MARK_END) { /* a mark on the letter before is left out */
        put_percent(made, bytes, len);
    }
}

static void put_text(name *made, rtp_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t letter = 0;
        size_t len = rtp_utf8_decode(text.ptr + at, text.len - at, &letter);
        char c = text.ptr[at];
        if (len == 0) {
            put_percent(made, &c, 1);
        } else if (letter >= 0x80) {
            put_letter(made, letter, text.ptr + at, len);
        } else if (is_safe(c)) {
            put(made, &c, 1);
        } else {
            put_mark(made, c == '.' ? '.' : '-');
        }
        at += len > 0 ? len : 1;
    }
}

/* ---- names ---- */

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* CON, NUL, COM1 and their like are devices wherever they stand, whatever the suffix. */
static bool is_device(const name *made)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "com", "lpt", "conin", "conout", "clock"};
    size_t len = 0;
    char word[8];
    while (len < made->len && len < sizeof word && made->text[len] != '.') {
        word[len] = small(made->text[len]);
        len++;
    }
    if (len == 4 && word[3] >= '0' && word[3] <= '9') {
        len = 3;
    }
    for (size_t i = 0; i < RTP_COUNT(devices); i++) {
        if (rtp_str_equal((rtp_str){word, len}, rtp_str_from(devices[i]))) {
            return true;
        }
    }
    return false;
}

/* A name that is cut ends with a digest of the whole, so that two long ones stay two. */
static void put_digest(name *made, rtp_str whole, size_t room)
{
    char hex[RTP_SHA256_HEX];
    rtp_sha256_hex(whole, hex);
    made->len = made->len < room - DIGEST - 1 ? made->len : room - DIGEST - 1;
    while (made->len > 0 && strchr("%-.", made->text[made->len - 1])) {
        made->len--;
    }
    made->cut = false;
    put(made, "-", 1);
    put(made, hex, DIGEST);
}

/* The pattern with texts in place of their names; not safe yet. */
static rtp_str expand(rtp_str pattern, const rtp_name_parts *parts, rtp_arena *arena)
{
    size_t room = pattern.len;
    for (size_t i = 0; i < parts->len; i++) {
        room += parts->items[i].text.len * (pattern.len / 3 + 1);
    }
    char *text = rtp_arena_take(arena, room + 1);
    size_t len = 0;
    while (pattern.len > 0) {
        rtp_str key = placeholder(pattern);
        const rtp_name_part *part = key.ptr ? part_find(parts, key) : NULL;
        rtp_str piece = part ? part->text : (rtp_str){pattern.ptr, 1};
        size_t step = part ? key.len + 2 : 1;
        if (piece.len > 0) {
            memcpy(text + len, piece.ptr, piece.len);
        }
        len += piece.len;
        pattern = (rtp_str){pattern.ptr + step, pattern.len - step};
    }
    return (rtp_str){text, len};
}

rtp_str rtp_name_make(rtp_str pattern, const rtp_name_parts *parts, rtp_str suffix, rtp_arena *arena)
{
    rtp_str whole = expand(pattern, parts, arena);
    size_t room = NAME_MOST - suffix.len - 1;
    name made = {.len = 0};
    put_text(&made, whole);
    if (made.cut || made.len > room) {
        put_digest(&made, whole, room);
    }
    while (made.len > 0 && (made.text[made.len - 1] == '-' || made.text[made.len - 1] == '.')) {
        made.len--;
    }
    bool escape = made.len == 0 || is_device(&made);
    const rtp_str parts_of[] = {escape ? rtp_lit("_") : rtp_lit(""), {made.text, made.len}, rtp_lit("."), suffix};
    return rtp_arena_join(arena, parts_of, RTP_COUNT(parts_of), rtp_lit(""));
}
