/* What a country prints on, and how its readers' English is marked. Documents are written in English whatever the
 * country, so a language is never guessed, only its variety: for spelling checkers and voices. */
#include "rtopitch/app.h"

/* Letter: the territories that Unicode CLDR lists for it. */
static const rtp_country countries[] = {
    {RTP_STR("AU"), RTP_STR("en-AU"), RTP_PAPER_A4},     {RTP_STR("BZ"), RTP_STR("en-BZ"), RTP_PAPER_LETTER},
    {RTP_STR("CA"), RTP_STR("en-CA"), RTP_PAPER_LETTER}, {RTP_STR("CL"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("CO"), RTP_STR("en"), RTP_PAPER_LETTER},    {RTP_STR("CR"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("GB"), RTP_STR("en-GB"), RTP_PAPER_A4},     {RTP_STR("GT"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("IE"), RTP_STR("en-IE"), RTP_PAPER_A4},     {RTP_STR("IN"), RTP_STR("en-IN"), RTP_PAPER_A4},
    {RTP_STR("MX"), RTP_STR("en"), RTP_PAPER_LETTER},    {RTP_STR("NI"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("NZ"), RTP_STR("en-NZ"), RTP_PAPER_A4},     {RTP_STR("PA"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("PH"), RTP_STR("en-PH"), RTP_PAPER_LETTER}, {RTP_STR("PR"), RTP_STR("en-US"), RTP_PAPER_LETTER},
    {RTP_STR("SG"), RTP_STR("en-SG"), RTP_PAPER_A4},     {RTP_STR("SV"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("US"), RTP_STR("en-US"), RTP_PAPER_LETTER}, {RTP_STR("VE"), RTP_STR("en"), RTP_PAPER_LETTER},
    {RTP_STR("ZA"), RTP_STR("en-ZA"), RTP_PAPER_A4},
};

rtp_country rtp_country_find(rtp_str code)
{
    for (size_t i = 0; i < RTP_COUNT(countries); i++) {
        if (rtp_str_equal(countries[i].code, code)) {
            return countries[i];
        }
    }
    return (rtp_country){code, rtp_lit("en"), RTP_PAPER_A4};
}
