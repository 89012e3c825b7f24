/* floor: base */
/* SHA-256 against the vectors that NIST publishes, and against itself in parts of every length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rtopitch/base.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    rtp_str text;
    const char *hex;
} vectors[] = {
    {RTP_STR(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {RTP_STR("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {RTP_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {RTP_STR("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
             "mnopqrstnopqrstu"),
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

static void vectors_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(vectors); i++) {
        char hex[RTP_SHA256_HEX];
        rtp_sha256_hex(vectors[i].text, hex);
        assert_string_equal(hex, vectors[i].hex);
    }
}

static void a_million_letters(void **state)
{
    (void)state;
    rtp_sha256 hash = rtp_sha256_make();
    char part[1000], hex[RTP_SHA256_HEX];
    memset(part, 'a', sizeof part);
    for (size_t i = 0; i < 1000; i++) {
        rtp_sha256_put(&hash, (rtp_str){part, sizeof part});
    }
    rtp_sha256_end(&hash, hex);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* Where the parts end must not matter, least of all around the ends of blocks. */
static void parts_make_the_whole(void **state)
{
    (void)state;
    char text[200], whole[RTP_SHA256_HEX], parts[RTP_SHA256_HEX];
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = (char)(i * 7);
    }
    for (size_t len = 0; len <= sizeof text; len++) {
        rtp_sha256_hex((rtp_str){text, len}, whole);
        for (size_t cut = 0; cut <= len; cut += 1 + cut / 9) {
            rtp_sha256 hash = rtp_sha256_make();
            rtp_sha256_put(&hash, (rtp_str){text, cut});
            rtp_sha256_put(&hash, (rtp_str){text + cut, len - cut});
            rtp_sha256_end(&hash, parts);
            assert_string_equal(parts, whole);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vectors_hold),
        cmocka_unit_test(a_million_letters),
        cmocka_unit_test(parts_make_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
