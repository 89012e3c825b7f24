/* Becoming rtopitch-import, with the options that were given to this program. */
#include "cli/companion.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PATH_MOST = 4096 };

/* Seen from the folder of this program: while it is built, and when it is installed. */
static const char *const places[] = {"rtopitch-import", "../libexec/rtopitch/rtopitch-import"};

/* The folder of this program with a slash behind it; {NULL, 0} where the system does not tell. */
static rtp_str own_folder(rtp_arena *arena)
{
    char path[PATH_MOST];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    if (len <= 0 || len == (ssize_t)sizeof path) {
        return (rtp_str){NULL, 0};
    }
    while (len > 0 && path[len - 1] != '/') {
        len--;
    }
    return rtp_arena_copy(arena, (rtp_str){path, (size_t)len});
}

static const char *find_program(rtp_arena *arena)
{
    rtp_str folder = own_folder(arena);
    for (size_t i = 0; folder.ptr && i < RTP_COUNT(places); i++) {
        const char *path = rtp_arena_format(arena, "%.*s%s", RTP_FMT(folder), places[i]).ptr;
        if (access(path, X_OK) == 0) {
            return path;
        }
    }
    return NULL;
}

typedef struct words { /* as execv wants them */
    char **items;
    size_t len, cap;
} words;

static void put_word(words *list, rtp_str word, rtp_arena *arena)
{
    list->items = rtp_array_grow(arena, list->items, list->len, &list->cap, sizeof *list->items);
    char *copy = rtp_array_make(arena, word.len + 1, 1);
    if (word.len > 0) {
        memcpy(copy, word.ptr, word.len);
    }
    list->items[list->len++] = copy;
}

/* Options that stood before the command were read already; they are written again in their long form. */
static void put_globals(words *list, const rtp_cli *cli)
{
    const rtp_globals *globals = &cli->globals;
    const struct {
        const char *name;
        bool flag;
        int chosen;
    } rows[] = {{"quiet", globals->quiet, 0},
                {"no-color", globals->no_color, 0},
                {"color", false, globals->color},
                {"diagnostics", false, globals->diagnostics}};
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        const rtp_option *row = rtp_option_find(&rtp_global_options, rtp_str_from(rows[i].name));
        if (rows[i].flag) {
            put_word(list, rtp_arena_format(cli->arena, "--%s", row->name), cli->arena);
        } else if (rows[i].chosen > 0) {
            rtp_str name = row->choices->name((size_t)rows[i].chosen - 1);
            put_word(list, rtp_arena_format(cli->arena, "--%s=%.*s", row->name, RTP_FMT(name)), cli->arena);
        }
    }
}

static int complain(rtp_cli *cli, const char *what, const char *how)
{
    rtp_diags_put(cli->diags, (rtp_diag){.severity = RTP_ERROR,
                                         .code = "O0030",
                                         .message = rtp_arena_format(cli->arena, "%s %s", what, how),
                                         .hint = rtp_lit("install libcurl4-openssl-dev (libcurl 7.85 or newer with its "
                                                         "headers) and build rtopitch again")});
    return RTP_EXIT_FILES;
}

int rtp_companion_run(rtp_cli *cli, const char *what, rtp_texts handed)
{
    const char *program = find_program(cli->arena);
    if (!program) {
        return complain(cli, what, "was not built: there is no rtopitch-import beside rtopitch or in libexec/rtopitch");
    }
    words list = {NULL, 0, 0};
    put_word(&list, rtp_str_from(program), cli->arena);
    put_globals(&list, cli);
    for (size_t i = 0; i < handed.len; i++) {
        put_word(&list, handed.items[i], cli->arena);
    }
    list.items = rtp_array_grow(cli->arena, list.items, list.len, &list.cap, sizeof *list.items);
    list.items[list.len] = NULL;
    execv(program, list.items);
    return complain(cli, what, "did not start: rtopitch-import is there, but cannot be run");
}
