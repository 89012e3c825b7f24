/* Country and meta: short codes that people often get nearly right, and the version of the format.
 * The list is ISO 3166-1 alpha-2 as of 2026, with XK, which is in common use though not assigned. */
#include "profile/check.h"

static const char countries[] =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW ";

typedef struct habit {
    rtp_str written, meant;
} habit;

static const habit habits[] = {
    {RTP_STR("UK"), RTP_STR("GB")},  {RTP_STR("GBR"), RTP_STR("GB")}, {RTP_STR("EN"), RTP_STR("GB")},
    {RTP_STR("USA"), RTP_STR("US")}, {RTP_STR("EL"), RTP_STR("GR")},  {RTP_STR("DEU"), RTP_STR("DE")},
};

static bool is_country(rtp_str code)
{
    for (size_t i = 0; code.len == 2 && i + 2 < sizeof(countries); i += 3) {
        if (countries[i] == code.ptr[0] && countries[i + 1] == code.ptr[1]) {
            return true;
        }
    }
    return false;
}

static rtp_str upper_case(rtp_arena *arena, rtp_str text)
{
    char *copy = rtp_arena_take(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        bool lower = text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
        copy[i] = (char)(lower ? text.ptr[i] - 'a' + 'A' : text.ptr[i]);
    }
    return (rtp_str){copy, text.len};
}

/* The code that was probably meant, or {NULL, 0}. */
static rtp_str country_meant(rtp_arena *arena, rtp_str written)
{
    rtp_str upper = upper_case(arena, rtp_str_trim(written));
    for (size_t i = 0; i < RTP_COUNT(habits); i++) {
        if (rtp_str_equal(habits[i].written, upper)) {
            return habits[i].meant;
        }
    }
    return is_country(upper) ? upper : (rtp_str){NULL, 0};
}

void rtp_check_jurisdiction(const rtp_check *check)
{
    rtp_str country = check->profile->jurisdiction.country;
    if (country.len == 0 || is_country(country)) {
        return;
    }
    rtp_str quoted = rtp_check_quote(check, country);
    rtp_str meant = country_meant(check->arena, country);
    rtp_str hint = meant.len > 0 ? rtp_check_say(check, "did you mean \"%.*s\"?", RTP_FMT(meant))
                                 : rtp_lit("use the code of ISO 3166-1 alpha-2, for example \"US\" or \"GB\"");
    rtp_finding finding = {
        .code = "P0111",
        .pointer = rtp_lit("/jurisdiction/country"),
        .message = rtp_check_say(check, "%.*s is not a country code", RTP_FMT(quoted)),
        .found = country,
        .expected = rtp_lit("two capital letters"),
        .hint = hint,
    };
    rtp_check_put(check, finding);
}

static void check_version(const rtp_check *check)
{
    rtp_count version = check->profile->meta.version;
    if (!version.known || version.value == 1) {
        return;
    }
    rtp_finding finding = {
        .code = "P0112",
        .pointer = rtp_lit("/meta/version"),
        .message = rtp_check_say(check, "version %d of the format is not known", version.value),
        .found = rtp_check_say(check, "%d", version.value),
        .expected = rtp_lit("1"),
        .hint = rtp_lit("this program reads version 1; write 1 or leave it out"),
    };
    rtp_check_put(check, finding);
}

static bool is_code(rtp_str text)
{
    bool fits = text.len == 5 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
    for (size_t i = 1; fits && i < text.len; i++) {
        fits = text.ptr[i] >= '0' && text.ptr[i] <= '9';
    }
    return fits;
}

/* "L09": of a rule about wording; which ones there are is known further up. */
static bool is_wording_code(rtp_str text)
{
    return text.len == 3 && text.ptr[0] == 'L' && text.ptr[1] >= '0' && text.ptr[1] <= '9' && text.ptr[2] >= '0' &&
           text.ptr[2] <= '9';
}

static void check_ignored(const rtp_check *check, rtp_str code, size_t i)
{
    bool is_error = rtp_str_starts(code, rtp_lit("P01")) || rtp_str_starts(code, rtp_lit("J"));
    if (rtp_str_trim(code).len == 0 || (is_code(code) && !is_error) || is_wording_code(code)) {
        return;
    }
    rtp_str quoted = rtp_check_quote(check, code);
    rtp_finding finding = {
        .code = "P0213",
        .pointer = rtp_check_say(check, "/meta/ignore/%zu", i),
        .message = rtp_check_say(check, "%.*s is not the code of a warning", RTP_FMT(quoted)),
        .found = code,
        .expected = rtp_lit("a code as warnings show it, for example P0206"),
        .hint =
            is_code(code) ? rtp_lit("errors cannot be ignored") : rtp_lit("copy the code from the warning's brackets"),
    };
    rtp_check_put(check, finding);
}

void rtp_check_meta(const rtp_check *check)
{
    check_version(check);
    const rtp_json *code = rtp_check_first(rtp_check_member(rtp_check_member(check->root, "meta"), "ignore"));
    for (size_t i = 0; code != NULL; code = rtp_json_next(code), i++) {
        check_ignored(check, rtp_check_text(code), i);
    }
}
