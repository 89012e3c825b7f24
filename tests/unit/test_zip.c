/* floor: render */
/* Archives, read back from their end as a reader does; CRC-32 against values that others have published. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "render/zip.h"

/* "check" is the value that catalogues of checksums give for these nine digits; the others are known from zlib. */
static void test_crc(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t crc;
    } rows[] = {{"", 0},
                {"a", 0xE8B7BE43},
                {"abc", 0x352441C2},
                {"123456789", 0xCBF43926},
                {"message digest", 0x20159D7F},
                {"The quick brown fox jumps over the lazy dog", 0x414FA339},
                {"abcdefghijklmnopqrstuvwxyz", 0x4C2750BD}};
    rtp_arena *arena = rtp_arena_make();
    const uint32_t(*table)[256] = rtp_crc32_table(arena);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_int_equal(rtp_crc32(table, rtp_str_from(rows[i].text)), rows[i].crc);
    }
    rtp_arena_free(arena);
}

/* ---- reading back ---- */

static size_t number_at(rtp_str bytes, size_t at, size_t len)
{
    size_t value = 0;
    assert_true(at + len <= bytes.len);
    for (size_t i = len; i-- > 0;) {
        value = value << 8 | (unsigned char)bytes.ptr[at + i];
    }
    return value;
}

enum { END_LEN = 22, LOCAL_LEN = 30, DIRECTORY_LEN = 46 };

typedef struct listed {
    rtp_str name, bytes;
    size_t crc;
} listed;

/* The entry at `*at` of the directory, held against the header before its bytes. */
static listed entry_read(rtp_str archive, size_t *at)
{
    assert_int_equal(number_at(archive, *at, 4), 0x02014B50);
    size_t name_len = number_at(archive, *at + 28, 2), size = number_at(archive, *at + 20, 4);
    size_t local = number_at(archive, *at + 42, 4);
    listed entry = {{archive.ptr + *at + DIRECTORY_LEN, name_len},
                    {archive.ptr + local + LOCAL_LEN + name_len, size},
                    number_at(archive, *at + 16, 4)};
    assert_int_equal(number_at(archive, *at + 8, 2), 1 << 11);      /* names are UTF-8, sizes stand in front */
    assert_int_equal(number_at(archive, *at + 10, 2), 0);           /* stored */
    assert_int_equal(number_at(archive, *at + 12, 4), 0x21u << 16); /* 1 January 1980, midnight */
    assert_int_equal(number_at(archive, local, 4), 0x04034B50);
    assert_memory_equal(archive.ptr + local + 4, archive.ptr + *at + 6, 26); /* both headers say the same */
    assert_memory_equal(archive.ptr + local + LOCAL_LEN, entry.name.ptr, name_len);
    *at += DIRECTORY_LEN + name_len;
    return entry;
}

static size_t end_read(rtp_str archive, size_t count)
{
    assert_true(archive.len >= END_LEN);
    size_t end = archive.len - END_LEN, at = number_at(archive, end + 16, 4);
    assert_int_equal(number_at(archive, end, 4), 0x06054B50);
    assert_int_equal(number_at(archive, end + 8, 2), count);
    assert_int_equal(number_at(archive, end + 10, 2), count);
    assert_int_equal(at + number_at(archive, end + 12, 4), end);
    return at;
}

static void assert_entry(rtp_str archive, size_t *at, const char *name, const char *text)
{
    rtp_arena *arena = rtp_arena_make();
    listed entry = entry_read(archive, at);
    assert_true(rtp_str_equal(entry.name, rtp_str_from(name)));
    assert_true(rtp_str_equal(entry.bytes, rtp_str_from(text)));
    assert_int_equal(entry.crc, rtp_crc32(rtp_crc32_table(arena), entry.bytes));
    rtp_arena_free(arena);
}

/* ---- archives ---- */

static void entry_put(rtp_zip *zip, const char *name, const char *text)
{
    rtp_zip_open(zip, rtp_str_from(name));
    rtp_buf_puts(zip->out, text);
    rtp_zip_close(zip);
}

static void test_empty(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_buf out = rtp_buf_make(1 << 16);
    rtp_zip zip = rtp_zip_make(&out, arena);
    rtp_zip_finish(&zip);
    assert_int_equal(out.len, END_LEN);
    end_read(rtp_buf_text(&out), 0);
    rtp_buf_free(&out);
    rtp_arena_free(arena);
}

static void test_entries(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"[Content_Types].xml", "<a/>"}, {"empty", ""}, {"folder/\u00E9.xml", "12345678"}};
    rtp_arena *arena = rtp_arena_make();
    rtp_buf out = rtp_buf_make(1 << 16);
    rtp_zip zip = rtp_zip_make(&out, arena);
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        entry_put(&zip, rows[i][0], rows[i][1]);
    }
    rtp_zip_finish(&zip);
    size_t at = end_read(rtp_buf_text(&out), RTP_COUNT(rows));
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_entry(rtp_buf_text(&out), &at, rows[i][0], rows[i][1]);
    }
    rtp_buf_free(&out);
    rtp_arena_free(arena);
}

/* Offsets count from the archive's own start, whatever stands before it. */
static void test_inside_another(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_buf out = rtp_buf_make(1 << 16);
    rtp_zip outer = rtp_zip_make(&out, arena);
    entry_put(&outer, "first", "before");
    rtp_zip_open(&outer, rtp_lit("inner.zip"));
    rtp_zip inner = rtp_zip_inside(&outer);
    entry_put(&inner, "a", "one");
    entry_put(&inner, "b", "two");
    rtp_zip_finish(&inner);
    rtp_zip_close(&outer);
    rtp_zip_finish(&outer);
    size_t at = end_read(rtp_buf_text(&out), 2);
    assert_entry(rtp_buf_text(&out), &at, "first", "before");
    rtp_str bytes = entry_read(rtp_buf_text(&out), &at).bytes;
    at = end_read(bytes, 2);
    assert_entry(bytes, &at, "a", "one");
    assert_entry(bytes, &at, "b", "two");
    rtp_buf_free(&out);
    rtp_arena_free(arena);
}

/* Whatever the limit, nothing is written beyond it, and the buffer says that it failed. */
static void test_no_room(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    size_t whole = 0;
    for (size_t limit = 0; whole == 0; limit++) {
        rtp_buf out = rtp_buf_make(limit);
        rtp_zip zip = rtp_zip_make(&out, arena);
        entry_put(&zip, "a", "one");
        entry_put(&zip, "b", "two");
        rtp_zip_finish(&zip);
        assert_true(out.len <= limit);
        whole = out.failed ? 0 : out.len;
        assert_true(out.failed || out.len == limit);
        rtp_buf_free(&out);
    }
    assert_int_equal(whole, 2 * (LOCAL_LEN + 1 + 3) + 2 * (DIRECTORY_LEN + 1) + END_LEN);
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_crc),     cmocka_unit_test(test_empty),
        cmocka_unit_test(test_entries), cmocka_unit_test(test_inside_another),
        cmocka_unit_test(test_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
