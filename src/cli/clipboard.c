/* Finds the program that carries text to the clipboard, by what the session says about itself: a Wayland display,
 * an X display, or macOS. Each offers one kind of text, so the caller chooses between rich and plain. */
/* For realpath, which POSIX keeps among its X/Open parts. NOLINTNEXTLINE(bugprone-reserved-identifier) */
#define _XOPEN_SOURCE 700
#include "cli/clipboard.h"

#include <limits.h>
#include <stdlib.h>

#include "cli/launch.h"

typedef struct carrier {
    const char *display; /* the variable that must be there; NULL: none */
    rtp_launch html, text;
    const char *package;
} carrier;

#ifdef __APPLE__
static const carrier carriers[] = {{NULL, {{NULL}}, {{"pbcopy", NULL}}, "pbcopy"}};
static const char opener[] = "open";
#else
static const carrier carriers[] = {
    {"WAYLAND_DISPLAY",
     {{"wl-copy", "--type", "text/html", NULL}},
     {{"wl-copy", "--type", "text/plain;charset=utf-8", NULL}},
     "wl-copy (package wl-clipboard)"},
    {"DISPLAY",
     {{"xclip", "-selection", "clipboard", "-t", "text/html", "-i", NULL}},
     {{"xclip", "-selection", "clipboard", "-i", NULL}},
     "xclip"},
};
static const char opener[] = "xdg-open";
#endif

bool rtp_clipboard_is_rich(void)
{
    return carriers[0].html.words[0] != NULL;
}

static bool is_here(const carrier *one)
{
    const char *value = one->display ? getenv(one->display) : "";
    return value && (!one->display || value[0] != '\0');
}

static bool complain(rtp_diags *diags, const char *code, rtp_str message, rtp_str hint)
{
    rtp_diags_put(diags, (rtp_diag){.severity = RTP_ERROR, .code = code, .message = message, .hint = hint});
    return false;
}

static bool complain_nobody(const carrier *here, rtp_diags *diags)
{
    if (!here) {
        return complain(diags, "O0008", rtp_lit("there is no clipboard here: neither a Wayland nor an X display"),
                        rtp_lit("write a file with -o, and open it where you edit"));
    }
    return complain(diags, "O0009",
                    rtp_arena_format(diags->arena, "%s is not there to reach the clipboard", here->text.words[0]),
                    rtp_arena_format(diags->arena, "install %s, or write a file with -o", here->package));
}

static bool complain_failed(const char *program, rtp_launched outcome, rtp_str said, rtp_diags *diags)
{
    static const char *const outcomes[] = {[RTP_LAUNCHED] = "",
                                           [RTP_LAUNCH_MISSING] = "is not there",
                                           [RTP_LAUNCH_REFUSED] = "could not be started",
                                           [RTP_LAUNCH_FAILED] = "failed",
                                           [RTP_LAUNCH_SLOW] = "did not answer"};
    return complain(diags, "O0010",
                    said.ptr ? rtp_arena_format(diags->arena, "nothing was copied: %s %s: %.*s", program,
                                                outcomes[outcome], RTP_FMT(said))
                             : rtp_arena_format(diags->arena, "nothing was copied: %s %s", program, outcomes[outcome]),
                    rtp_lit("write a file with -o instead"));
}

/* Under Wayland an X program can serve as well, so the next one is tried when one is not there. */
bool rtp_clipboard_put(rtp_copied what, rtp_str text, rtp_arena *arena, rtp_diags *diags)
{
    const carrier *here = NULL;
    for (size_t i = 0; i < RTP_COUNT(carriers); i++) {
        if (!is_here(&carriers[i])) {
            continue;
        }
        here = here ? here : &carriers[i];
        const rtp_launch *launch = what == RTP_COPIED_HTML ? &carriers[i].html : &carriers[i].text;
        rtp_str said = {NULL, 0};
        rtp_launched outcome = rtp_launch_feed(launch, text, arena, &said);
        if (outcome == RTP_LAUNCHED) {
            return true;
        }
        if (outcome != RTP_LAUNCH_MISSING) {
            return complain_failed(launch->words[0], outcome, said, diags);
        }
    }
    return complain_nobody(here, diags);
}

/* A whole path cannot be taken for an option or an address. */
bool rtp_desktop_open(rtp_str path, rtp_arena *arena, rtp_diags *diags)
{
    char whole[PATH_MAX];
    rtp_launch launch = {{opener, realpath(rtp_arena_copy(arena, path).ptr, whole), NULL}};
    rtp_launched outcome = launch.words[1] ? rtp_launch_leave(&launch) : RTP_LAUNCH_REFUSED;
    return outcome == RTP_LAUNCHED ||
           complain(
               diags, "O0011",
               rtp_arena_format(diags->arena, "%.*s is written, but %s %s", RTP_FMT(path), opener,
                                outcome == RTP_LAUNCH_MISSING ? "is not there to open it" : "could not be started"),
               outcome == RTP_LAUNCH_MISSING
                   ? rtp_arena_format(diags->arena, "open it yourself, or install %s", "xdg-utils")
                   : rtp_lit("open it yourself"));
}
