/* `rtopitch evidence update`: a newer file of research or rules, from a file or an address. It is checked by the
 * loader that read what is inside, held against its SHA-256, shown, and only then installed for this user. */
#include "cli/updates.h"
#include "importer/importer.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct update_options {
    rtp_common common; /* timeout and certificates of the wire */
    rtp_str sha256;
    bool yes;
} update_options;

static const rtp_option rows[] = {
    {.name = "sha256",
     .value = "HEX",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(update_options, sha256),
     .help = "what the file must hash to (default: what stands in the file of its name with .sha256 behind)"},
    {.name = "cacert",
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(update_options, common.cacert),
     .help = "certificates to trust instead of the system's"},
    {.name = "timeout",
     .value = "SECONDS",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(update_options, common.timeout),
     .least = 1,
     .most = 600,
     .help = "how long one answer may take (default: 60)"},
    {.name = "yes", .kind = RTP_OPTION_FLAG, .offset = offsetof(update_options, yes), .help = "install without asking"},
};

static int fail(rtp_cli *cli, const char *code, rtp_str message, rtp_str hint)
{
    rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR, .code = code, .message = message, .hint = hint});
    return RTP_EXIT_PROFILE;
}

/* ---- reading ---- */

static bool is_address(rtp_str from)
{
    return rtp_str_starts(from, rtp_lit("https://")) || rtp_str_starts(from, rtp_lit("http://"));
}

static int read_from(rtp_cli *cli, rtp_str from, rtp_source *source)
{
    const update_options *given = cli->options;
    if (is_address(from)) {
        return rtp_address_read(cli, &given->common, from, source);
    }
    bool read = rtp_file_read(from, rtp_json_pack_limits.bytes, cli->arena, cli->diags, source);
    return read ? RTP_EXIT_DONE : RTP_EXIT_FILES;
}

/* ---- the sum ---- */

static bool is_hex(rtp_str text)
{
    bool good = text.len == RTP_SHA256_HEX - 1;
    for (size_t i = 0; i < text.len && good; i++) {
        good = text.ptr[i] != '\0' && strchr("0123456789abcdefABCDEF", text.ptr[i]) != NULL;
    }
    return good;
}

/* As sha256sum writes it: the sum, blanks, a name. */
static rtp_str first_word(rtp_str text)
{
    text = rtp_str_trim(text);
    size_t len = 0;
    while (len < text.len && text.ptr[len] > ' ') {
        len++;
    }
    return (rtp_str){text.ptr, len};
}

/* The sum that was given, or that stands beside the file; absent when there is none. */
static rtp_str find_sum(rtp_cli *cli, rtp_str from)
{
    const update_options *given = cli->options;
    if (given->sha256.ptr) {
        return given->sha256;
    }
    rtp_diags *kept = cli->diags;
    cli->diags = rtp_diags_make(cli->arena); /* that there is no such file is told below */
    rtp_source beside = {.name = {NULL, 0}};
    rtp_str name = rtp_arena_join(cli->arena, (rtp_str[]){from, rtp_lit(".sha256")}, 2, rtp_lit(""));
    bool read = read_from(cli, name, &beside) == RTP_EXIT_DONE;
    cli->diags = kept;
    return read ? first_word(beside.text) : (rtp_str){NULL, 0};
}

static bool same_sum(rtp_str given, const char *made)
{
    bool same = true;
    for (size_t i = 0; i < given.len && same; i++) {
        char letter = given.ptr[i];
        same = (letter >= 'A' && letter <= 'F' ? letter - 'A' + 'a' : letter) == made[i];
    }
    return same;
}

static int check_sum(rtp_cli *cli, rtp_str from, const rtp_source *source)
{
    char made[RTP_SHA256_HEX];
    rtp_sha256_hex(source->text, made);
    rtp_str wanted = find_sum(cli, from);
    if (!wanted.ptr) {
        return fail(cli, "I0401", rtp_lit("nothing says what this file must hash to, so anybody could have changed it"),
                    rtp_arena_format(cli->arena, "ask its publisher; if it is %s, add --sha256 with it", made));
    }
    if (!is_hex(wanted)) {
        return fail(cli, "I0402", rtp_lit("the SHA-256 is not one: it has 64 letters and digits from 0 to f"),
                    rtp_lit("copy it anew from where the file is published"));
    }
    if (!same_sum(wanted, made)) {
        return fail(cli, "I0403", rtp_lit("the file is not the one that was published: its SHA-256 is another"),
                    rtp_arena_format(cli->arena, "it is %s; do not use this file, and fetch it anew", made));
    }
    return RTP_EXIT_DONE;
}

/* ---- showing and asking ---- */

static void put_ids(rtp_buf *out, const char *what, rtp_texts ids)
{
    for (size_t i = 0; i < ids.len; i++) {
        rtp_buf_puts(out, what);
        rtp_terminal_put(out, ids.items[i]);
        rtp_buf_put_char(out, '\n');
    }
}

static int show(rtp_cli *cli, const rtp_pack_changes *changes)
{
    rtp_buf out = rtp_buf_make(1 << 22);
    rtp_buf_format(&out, "%.*s: %zu new, %zu changed, %zu as they are\n", RTP_FMT(changes->kind), changes->added.len,
                   changes->changed.len, changes->same);
    put_ids(&out, "  new      ", changes->added);
    put_ids(&out, "  changed  ", changes->changed);
    return rtp_cli_print(cli, &out);
}

static bool is_yes(const char *answer, ssize_t len)
{
    rtp_str word = rtp_str_trim((rtp_str){answer, len > 0 ? (size_t)len : 0});
    return rtp_str_equal(word, rtp_lit("y")) || rtp_str_equal(word, rtp_lit("yes"));
}

/* False when the answer is no; complains when nobody can be asked. */
static bool ask(rtp_cli *cli)
{
    const update_options *given = cli->options;
    if (given->yes) {
        return true;
    }
    if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) {
        rtp_usage_complain(cli->diags, "U0043", rtp_lit("nobody is there to ask, so nothing was installed"),
                           rtp_lit("look at the changes above, then say --yes"));
        return false;
    }
    char answer[64];
    rtp_process_say(rtp_lit("Install it? [y/N] "));
    return is_yes(answer, read(STDIN_FILENO, answer, sizeof answer));
}

/* ---- installing ---- */

static bool make_folders(rtp_str folder, rtp_arena *arena)
{
    for (size_t len = 1; len <= folder.len; len++) {
        if (len == folder.len || folder.ptr[len] == '/') {
            rtp_str path = rtp_arena_copy(arena, (rtp_str){folder.ptr, len});
            if (mkdir(path.ptr, 0700) != 0 && errno != EEXIST) {
                return false;
            }
        }
    }
    return true;
}

/* Rules are told apart by their module, of which plain letters are kept. */
static rtp_str file_name(rtp_cli *cli, const rtp_pack_changes *changes, const rtp_source *source)
{
    enum { NAME_MOST = 100 };
    if (!rtp_str_equal(changes->kind, rtp_lit("rules"))) {
        return rtp_lit("evidence.json");
    }
    const rtp_json *root = rtp_json_read(source, &rtp_json_pack_limits, cli->arena, cli->diags);
    rtp_str module = rtp_json_text(rtp_json_find(root, rtp_lit("module")));
    char name[NAME_MOST];
    size_t len = 0;
    for (; len < module.len && len < NAME_MOST; len++) {
        char c = module.ptr[len];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        name[len] = plain ? c : '-';
    }
    return rtp_arena_format(cli->arena, "rules-%.*s.json", (int)len, name);
}

/* The update at hand stays beside the new one, under a name that is not read. */
static bool keep_older(rtp_cli *cli, rtp_str path)
{
    rtp_source older;
    rtp_str beside = rtp_arena_join(cli->arena, (rtp_str[]){path, rtp_lit(".before")}, 2, rtp_lit(""));
    return rtp_file_read(path, rtp_json_pack_limits.bytes, cli->arena, cli->diags, &older) &&
           rtp_file_write(beside, older.text, 0600, cli->diags);
}

static int install(rtp_cli *cli, const rtp_pack_changes *changes, const rtp_source *source)
{
    rtp_str folder = rtp_updates_folder(cli->arena);
    if (!folder.ptr || !make_folders(folder, cli->arena)) {
        rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR,
                                             .code = "O0031",
                                             .message = rtp_lit("there is no folder to install into"),
                                             .hint = rtp_lit("set XDG_DATA_HOME to a folder you may write to")});
        return RTP_EXIT_FILES;
    }
    rtp_str name = file_name(cli, changes, source);
    rtp_str path = rtp_arena_join(cli->arena, (rtp_str[]){folder, name}, 2, rtp_lit("/"));
    bool had = access(path.ptr, F_OK) == 0;
    if ((had && !keep_older(cli, path)) || !rtp_file_write(path, source->text, 0600, cli->diags)) {
        return RTP_EXIT_FILES;
    }
    rtp_buf out = rtp_buf_make(1 << 16);
    rtp_buf_puts(&out, "installed: ");
    rtp_terminal_put(&out, path);
    rtp_buf_puts(&out, had ? "\nThe update before it is kept beside it, with .before behind its name.\n" : "\n");
    return rtp_cli_print(cli, &out);
}

/* ---- the way ---- */

static int run(rtp_cli *cli)
{
    if (cli->operands.len == 0) {
        rtp_usage_complain(cli->diags, "U0042", rtp_lit("evidence update needs to know where from"),
                           rtp_lit("name an address or a file"));
        return RTP_EXIT_USAGE;
    }
    rtp_str from = cli->operands.items[0];
    rtp_source *source = RTP_NEW(cli->arena, rtp_source); /* diagnostics point at it */
    rtp_pack_changes changes;
    int status = read_from(cli, from, source);
    status = status == RTP_EXIT_DONE ? check_sum(cli, from, source) : status;
    if (status != RTP_EXIT_DONE) {
        return status;
    }
    if (!rtp_update_load(source, cli->arena, cli->diags, &changes)) {
        return RTP_EXIT_PROFILE;
    }
    status = show(cli, &changes);
    if (status != RTP_EXIT_DONE || changes.added.len + changes.changed.len == 0) {
        return status;
    }
    if (!ask(cli)) {
        return cli->diags->errors > 0 ? RTP_EXIT_USAGE : RTP_EXIT_DONE;
    }
    return install(cli, &changes, source);
}

const rtp_command rtp_update_command = {
    .name = "update",
    .operands = "FILE|URL",
    .summary = "lay newer research or rules over what is inside",
    .detail = "Run by rtopitch evidence update.",
    .examples = "  rtopitch evidence update evidence.json\n",
    .operands_most = 1,
    .options = RTP_OPTIONS(rows, update_options),
    .run = run,
};
