/* Finds the token that belongs to one server, and no other. It comes from a variable or a file, never from
 * the command line, and leaves this file only as a header. */
#include "importer/importer.h"

#include <stdlib.h>
#include <sys/stat.h>

enum { TOKEN_FILE_MOST = 64 * 1024, TOKEN_MOST = 8 * 1024, OTHERS = 077 /* permissions of everybody else */ };

static bool refuse(rtp_cli *cli, rtp_str message, rtp_str hint)
{
    rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR, .code = "I0201", .message = message, .hint = hint});
    return false;
}

/* A line break in it would be a header of somebody's own. */
static bool is_token(rtp_str text)
{
    bool good = text.len > 0 && text.len <= TOKEN_MOST;
    for (size_t i = 0; i < text.len && good; i++) {
        good = text.ptr[i] > ' ' && text.ptr[i] <= '~';
    }
    return good;
}

static bool check(rtp_cli *cli, const rtp_token *token)
{
    return is_token(token->text) ||
           refuse(cli, rtp_arena_format(cli->arena, "what %.*s holds is no token", RTP_FMT(token->variable)),
                  rtp_lit("a token is one word of letters, digits and signs"));
}

/* ---- from a file ---- */

static bool read_file(rtp_cli *cli, rtp_str path, rtp_token *token)
{
    struct stat status;
    rtp_source file;
    if (stat(path.ptr, &status) == 0 && S_ISREG(status.st_mode) && (status.st_mode & OTHERS) != 0) {
        return refuse(cli, rtp_arena_format(cli->arena, "others may read %.*s", RTP_FMT(path)),
                      rtp_arena_format(cli->arena, "keep it to yourself: chmod 600 %.*s", RTP_FMT(path)));
    }
    if (!rtp_file_read(path, TOKEN_FILE_MOST, cli->arena, cli->diags, &file)) {
        return false;
    }
    *token = (rtp_token){rtp_str_trim(file.text), path};
    return check(cli, token);
}

/* ---- from a variable ---- */

static bool find_variable(rtp_cli *cli, rtp_texts names, rtp_token *token)
{
    for (size_t i = 0; i < names.len; i++) {
        const char *value = getenv(rtp_arena_copy(cli->arena, names.items[i]).ptr);
        if (value && value[0] != '\0') {
            *token = (rtp_token){rtp_str_from(value), names.items[i]};
            return true;
        }
    }
    return false;
}

/* The server that the service's own variables are for; as the host variable says, with or without https://. */
static bool is_home(rtp_cli *cli, const rtp_service *service, const rtp_url *home)
{
    rtp_str own = service->home;
    const char *named =
        service->host_variable.ptr ? getenv(rtp_arena_copy(cli->arena, service->host_variable).ptr) : NULL;
    if (named && named[0] != '\0') {
        own = rtp_str_from(named);
        bool bare = !rtp_str_starts(own, rtp_lit("https://")) && !rtp_str_starts(own, rtp_lit("http://"));
        own = bare ? rtp_arena_format(cli->arena, "https://%.*s", RTP_FMT(own)) : own;
    }
    rtp_url url;
    return own.len == 0 || (!rtp_url_read(own, &url) && rtp_url_same_origin(&url, home));
}

static void tell_kept(rtp_cli *cli, const rtp_service *service, const rtp_token *kept, const rtp_url *home)
{
    rtp_str other = service->tokens_elsewhere.len > 0 ? service->tokens_elsewhere.items[0] : service->host_variable;
    rtp_str origin = rtp_url_origin(home, cli->arena);
    rtp_diags_put(
        cli->diags,
        (rtp_diag){.severity = RTP_WARNING,
                   .code = "I0201",
                   .message = rtp_arena_format(cli->arena, "%.*s belongs to another server and was not sent to %.*s",
                                               RTP_FMT(kept->variable), RTP_FMT(origin)),
                   .hint = rtp_arena_format(cli->arena, "set %.*s, or name a file with --token-file", RTP_FMT(other))});
}

/* A number with everything private left out looks like any other. */
static void tell_none(rtp_cli *cli, rtp_str variable)
{
    rtp_diags_put(cli->diags,
                  (rtp_diag){.severity = RTP_WARNING,
                             .code = "I0306",
                             .message = rtp_lit("there is no token, so only what everybody may see is counted"),
                             .hint = rtp_arena_format(cli->arena, "set %.*s, or name a file with --token-file",
                                                      RTP_FMT(variable))});
}

bool rtp_token_find(rtp_cli *cli, const rtp_service *service, const rtp_url *home, rtp_str file, rtp_token *token)
{
    if (file.ptr) {
        return read_file(cli, file, token);
    }
    bool at_home = is_home(cli, service, home);
    rtp_texts names = at_home || service->tokens_elsewhere.len == 0 ? service->tokens : service->tokens_elsewhere;
    *token = (rtp_token){.variable = names.items[0]};
    if ((at_home || service->tokens_elsewhere.len > 0) && find_variable(cli, names, token)) {
        return check(cli, token);
    }
    rtp_token kept;
    if (!at_home && find_variable(cli, service->tokens, &kept)) {
        tell_kept(cli, service, &kept, home);
    } else if (!service->needs_token) {
        tell_none(cli, token->variable);
    }
    return !service->needs_token ||
           refuse(cli, rtp_lit("this service answers nobody without a token"),
                  rtp_arena_format(cli->arena, "set %.*s, or name a file with --token-file", RTP_FMT(token->variable)));
}

/* ---- to a header ---- */

static rtp_str base64(rtp_str text, rtp_arena *arena)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *out = rtp_array_make(arena, (text.len + 2) / 3 * 4 + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i += 3) {
        uint32_t three = 0;
        size_t n = text.len - i < 3 ? text.len - i : 3;
        for (size_t k = 0; k < 3; k++) {
            three = three << 8 | (k < n ? (unsigned char)text.ptr[i + k] : 0);
        }
        for (size_t k = 0; k < 4; k++) {
            out[len++] = k <= n ? digits[three >> (18 - 6 * k) & 63] : '=';
        }
    }
    return (rtp_str){out, len};
}

rtp_str rtp_token_header(const rtp_service *service, const rtp_token *token, rtp_str user, rtp_arena *arena)
{
    if (!service->basic) {
        return rtp_arena_format(arena, "Authorization: Bearer %.*s", RTP_FMT(token->text));
    }
    rtp_str login = rtp_arena_format(arena, "%.*s:%.*s", RTP_FMT(user), RTP_FMT(token->text));
    return rtp_arena_format(arena, "Authorization: Basic %.*s", RTP_FMT(base64(login, arena)));
}
