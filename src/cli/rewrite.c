/* A profile is replaced whole or not at all, and never one that somebody saved since it was read.
 * Used by the commands that have --into. */
/* For realpath, which POSIX keeps among its X/Open parts. NOLINTNEXTLINE(bugprone-reserved-identifier) */
#define _XOPEN_SOURCE 700
#include "cli/rewrite.h"
#include "cli/output.h"
#include "rtopitch/json.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { MODE_BITS = 07777 };

static bool is_unchanged(rtp_cli *cli, rtp_str path, const rtp_source *read)
{
    rtp_source now;
    if (!rtp_file_read(path, rtp_json_profile_limits.bytes, cli->arena, cli->diags, &now)) {
        return false;
    }
    if (rtp_str_equal(now.text, read->text)) {
        return true;
    }
    rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR,
                                         .code = "O0007",
                                         .message = rtp_arena_format(
                                             cli->arena, "%.*s changed meanwhile; nothing was recorded", RTP_FMT(path)),
                                         .hint = rtp_lit("run the command again")});
    return false;
}

static bool replace(rtp_cli *cli, rtp_str path, rtp_str text)
{
    struct stat status;
    if (stat(path.ptr, &status) != 0 || !S_ISREG(status.st_mode)) {
        return rtp_file_write(path, text, 0600, cli->diags); /* which says what is wrong with it */
    }
    char real[PATH_MAX];
    rtp_str target = realpath(path.ptr, real) ? rtp_str_from(real) : path;
    return rtp_file_write(target, text, status.st_mode & MODE_BITS, cli->diags);
}

bool rtp_profile_rewrite(rtp_cli *cli, rtp_str path, const rtp_source *read, rtp_str text)
{
    if (rtp_output_is_standard(path)) {
        return rtp_file_write(rtp_lit("-"), text, 0600, cli->diags);
    }
    return is_unchanged(cli, path, read) && replace(cli, path, text);
}
