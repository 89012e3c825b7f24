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

/* Where the path of an address ends, and a question may begin. */
static size_t path_end(rtp_str address)
{
    const char *query = memchr(address.ptr, '?', address.len);
    return query ? (size_t)(query - address.ptr) : address.len;
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
    size_t end = is_address(from) ? path_end(from) : from.len;
    const rtp_str parts[] = {{from.ptr, end}, rtp_lit(".sha256"), {from.ptr + end, from.len - end}};
    rtp_str name = rtp_arena_join(cli->arena, parts, RTP_COUNT(parts), rtp_lit(""));
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

/* ---- where to, and what is there ---- */

typedef struct target {
    rtp_str path;   /* absent when there is no folder for it */
    bool had, same; /* an update is there; it is this one to the byte */
    rtp_texts gone; /* ids that are in it, and not in the new one */
} target;

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

static const rtp_json *entries_of(const rtp_json *root)
{
    const rtp_json *items = rtp_json_find(root, rtp_lit("items"));
    const rtp_json *entries = items ? items : rtp_json_find(root, rtp_lit("rules"));
    return entries && rtp_json_kind_of(entries) == RTP_JSON_ARRAY ? rtp_json_first(entries) : NULL;
}

static rtp_str id_of(const rtp_json *entry)
{
    const rtp_json *id = rtp_json_kind_of(entry) == RTP_JSON_OBJECT ? rtp_json_find(entry, rtp_lit("id")) : NULL;
    return id && rtp_json_kind_of(id) == RTP_JSON_STRING ? rtp_json_text(id) : (rtp_str){NULL, 0};
}

static bool has_id(const rtp_json *entry, rtp_str id)
{
    bool found = false;
    for (; entry && !found; entry = rtp_json_next(entry)) {
        found = rtp_str_equal(id_of(entry), id);
    }
    return found;
}

/* What is installed may be broken, which is why something newer comes; then nothing is known of it. */
static rtp_texts find_gone(const rtp_source *older, const rtp_source *newer, rtp_arena *arena)
{
    rtp_diags *untold = rtp_diags_make(arena);
    const rtp_json *old = rtp_json_read(older, &rtp_json_pack_limits, arena, untold);
    const rtp_json *new = rtp_json_read(newer, &rtp_json_pack_limits, arena, untold);
    bool known = old && rtp_json_kind_of(old) == RTP_JSON_OBJECT && entries_of(old);
    const rtp_json *first = known ? entries_of(old) : NULL;
    size_t len = 0, count = 0;
    for (const rtp_json *entry = first; entry; entry = rtp_json_next(entry)) {
        count++;
    }
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, count);
    for (const rtp_json *entry = first; entry; entry = rtp_json_next(entry)) {
        rtp_str id = id_of(entry);
        if (id.len > 0 && !has_id(entries_of(new), id)) {
            ids[len++] = id;
        }
    }
    return (rtp_texts){ids, len};
}

static target find_target(rtp_cli *cli, const rtp_pack_changes *changes, const rtp_source *source)
{
    target to = {.had = false};
    rtp_str folder = rtp_updates_folder(cli->arena);
    if (!folder.ptr) {
        return to;
    }
    rtp_source *older = RTP_NEW(cli->arena, rtp_source);
    to.path = rtp_arena_join(cli->arena, (rtp_str[]){folder, file_name(cli, changes, source)}, 2, rtp_lit("/"));
    to.had = access(to.path.ptr, F_OK) == 0;
    if (to.had && rtp_file_read(to.path, rtp_json_pack_limits.bytes, cli->arena, rtp_diags_make(cli->arena), older)) {
        to.same = rtp_str_equal(older->text, source->text);
        to.gone = find_gone(older, source, cli->arena);
    }
    return to;
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

static int show(rtp_cli *cli, const rtp_pack_changes *changes, const target *to)
{
    rtp_buf out = rtp_buf_make(1 << 22);
    rtp_buf_format(&out, "%.*s: %zu new, %zu changed, %zu as they are\n", RTP_FMT(changes->kind), changes->added.len,
                   changes->changed.len, changes->same);
    put_ids(&out, "  new      ", changes->added);
    put_ids(&out, "  changed  ", changes->changed);
    put_ids(&out, "  gone     ", to->gone);
    rtp_buf_puts(&out, to->same ? "This very file is installed already.\n" : "");
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

/* The update at hand stays beside the new one, under a name that is not read. */
static bool keep_older(rtp_cli *cli, rtp_str path)
{
    rtp_source older;
    rtp_str beside = rtp_arena_join(cli->arena, (rtp_str[]){path, rtp_lit(".before")}, 2, rtp_lit(""));
    return rtp_file_read(path, rtp_json_pack_limits.bytes, cli->arena, cli->diags, &older) &&
           rtp_file_write(beside, older.text, 0600, cli->diags);
}

static int install(rtp_cli *cli, const target *to, const rtp_source *source)
{
    rtp_str folder = rtp_updates_folder(cli->arena);
    if (!to->path.ptr || !make_folders(folder, cli->arena)) {
        rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR,
                                             .code = "O0031",
                                             .message = rtp_lit("there is no folder to install into"),
                                             .hint = rtp_lit("set XDG_DATA_HOME to a folder you may write to")});
        return RTP_EXIT_FILES;
    }
    if ((to->had && !keep_older(cli, to->path)) || !rtp_file_write(to->path, source->text, 0600, cli->diags)) {
        return RTP_EXIT_FILES;
    }
    rtp_buf out = rtp_buf_make(1 << 16);
    rtp_buf_puts(&out, "installed: ");
    rtp_terminal_put(&out, to->path);
    rtp_buf_puts(&out, to->had ? "\nThe update before it is kept beside it, with .before behind its name.\n" : "\n");
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
    if (!rtp_update_load(source, rtp_updates_installed(cli), cli->arena, cli->diags, &changes)) {
        return RTP_EXIT_PROFILE;
    }
    target to = find_target(cli, &changes, source);
    status = show(cli, &changes, &to);
    if (status != RTP_EXIT_DONE || to.same || changes.added.len + changes.changed.len + to.gone.len == 0) {
        return status;
    }
    if (!ask(cli)) {
        return cli->diags->errors > 0 ? RTP_EXIT_USAGE : RTP_EXIT_DONE;
    }
    return install(cli, &to, source);
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
