/* Which months to ask for: those named, or the two years before this month, which is not over.
 * What is in the future or too much is refused before anybody is asked. */
#include "importer/importer.h"

enum { MONTHS_USUAL = 24, MONTHS_MOST = 120 };

static bool complain(rtp_cli *cli, rtp_str message)
{
    rtp_usage_complain(cli->diags, "I0203", message,
                       rtp_lit("give months as YYYY-MM, for example --since 2024-01 --until 2025-12"));
    return false;
}

static bool read_month(rtp_cli *cli, const char *option, rtp_str text, rtp_month *month)
{
    return rtp_month_parse(text, month) ||
           complain(cli, rtp_arena_format(cli->arena, "--%s does not take \"%.*s\"", option, RTP_FMT(text)));
}

bool rtp_months_read(rtp_cli *cli, const rtp_common *common, rtp_import *run)
{
    rtp_month now = rtp_date_month(run->today), first = 0, last = now - 1;
    if (common->until.ptr && !read_month(cli, "until", common->until, &last)) {
        return false;
    }
    first = last - MONTHS_USUAL + 1;
    if (common->since.ptr && !read_month(cli, "since", common->since, &first)) {
        return false;
    }
    if (last > now) {
        return complain(cli, rtp_lit("--until is in the future"));
    }
    if (first > last) {
        return complain(cli, rtp_lit("--since comes after the last month, which is the one before this unless --until "
                                     "names it"));
    }
    if (last - first >= MONTHS_MOST) {
        return complain(cli, rtp_lit("these are more than ten years"));
    }
    if (last == now) {
        rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_WARNING,
                                             .code = "I0304",
                                             .message = rtp_lit("the last month is not over, so its numbers are not "
                                                                "complete"),
                                             .hint = rtp_lit("leave --until out to end with the month before")});
    }
    run->first = first;
    run->last = last;
    return true;
}
