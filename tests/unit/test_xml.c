/* floor: render */
/* Text into XML: references for what means something there, nothing that XML 1.0 forbids, blanks as one. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "render/xml.h"

static void assert_text(const rtp_buf *out, rtp_str wanted)
{
    rtp_str found = rtp_buf_text(out);
    assert_int_equal(found.len, wanted.len);
    assert_memory_equal(found.ptr, wanted.ptr, wanted.len);
}

static void test_texts(void **state)
{
    static const struct {
        rtp_str text, wanted;
    } rows[] = {
        {RTP_STR(""), RTP_STR("")},
        {RTP_STR("plain words, 100 %"), RTP_STR("plain words, 100 %")},
        {RTP_STR("<b a=\"x\" c='y'>`&amp;"), RTP_STR("&lt;b a&#61;&#34;x&#34; c&#61;&#39;y&#39;&gt;&#96;&amp;amp;")},
        {RTP_STR("]]>"), RTP_STR("]]&gt;")},
        {RTP_STR("\u00E9 \u201Ca\u201D \U0001F600"), RTP_STR("\u00E9 \u201Ca\u201D \U0001F600")},
        {RTP_STR(" a  b\t\r\nc "), RTP_STR(" a b c ")},
        {RTP_STR("a\u2028\u00A0b"), RTP_STR("a \u00A0b")},
        {RTP_STR("a \u202E b"), RTP_STR("a b")},
        {RTP_STR("a\u202Eb"), RTP_STR("ab")},
        {RTP_STR("& &"), RTP_STR("&amp; &amp;")},
        {RTP_STR("a\0b\x1B[1m"), RTP_STR("a\uFFFDb\uFFFD[1m")},
        {RTP_STR("\xFF\xC3"), RTP_STR("\uFFFD\uFFFD")},
        {RTP_STR("\uFFFF\uFFFE"), RTP_STR("\uFFFD\uFFFD")},
        {RTP_STR("\x7F \xC2\x9B"), RTP_STR("\uFFFD \uFFFD")},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_buf out = rtp_buf_make(1 << 20);
        rtp_xml_put(&out, rows[i].text);
        assert_text(&out, rows[i].wanted);
        rtp_buf_free(&out);
    }
}

static void test_every_byte_comes_out_safe(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++) {
        char byte = (char)c;
        rtp_buf out = rtp_buf_make(1 << 20);
        rtp_xml_put(&out, (rtp_str){&byte, 1});
        rtp_str found = rtp_buf_text(&out);
        assert_true(found.len > 0);
        for (size_t i = 0; i < found.len; i++) {
            assert_true((unsigned char)found.ptr[i] >= ' ');
            assert_null(memchr("<>\"'`=", found.ptr[i], 6));
            assert_true(found.ptr[i] != '&' || found.ptr[found.len - 1] == ';');
        }
        rtp_buf_free(&out);
    }
}

static void test_numbers(void **state)
{
    static const long rows[] = {0, 1, -1, 9, 10, 123456789, LONG_MAX, LONG_MIN};
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        char wanted[32];
        rtp_buf out = rtp_buf_make(1 << 20);
        rtp_xml_put_number(&out, rows[i]);
        assert_text(&out, (rtp_str){wanted, (size_t)snprintf(wanted, sizeof wanted, "%ld", rows[i])});
        rtp_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_every_byte_comes_out_safe),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
