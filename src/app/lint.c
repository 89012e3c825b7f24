/* Findings about wording as diagnostics: in a text on its own, with the place where it stands. */
#include "app/lint.h"

rtp_diag rtp_lint_diag(const rtp_lint_rule *rule, rtp_severity severity, rtp_arena *arena)
{
    rtp_lint_words words = rtp_lint_words_of(rtp_embedded_lint(), rule);
    return (rtp_diag){.severity = severity,
                      .code = rtp_lint_code(rule),
                      .message = rtp_arena_format(arena, "%.*s: %.*s", RTP_FMT(words.title), RTP_FMT(words.why)),
                      .hint = words.better};
}

/* ---- codes that a comment allows ---- */

void rtp_text_lint(const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    const rtp_lint_pack *pack = rtp_embedded_lint();
    rtp_linter linter = {.pack = pack, .arena = arena, .rules = rtp_lint_all(pack), .markdown = true};
    rtp_lint_text(&linter, source->text);
    for (size_t i = 0; i < linter.len; i++) {
        const rtp_lint_finding *finding = &linter.items[i];
        rtp_diag diag = rtp_lint_diag(finding->rule, (rtp_severity)finding->rule->severity, diags->arena);
        diag.source = source;
        diag.offset = finding->from;
        diag.length = finding->len;
        diag.found = (rtp_str){source->text.ptr + finding->from, finding->len};
        rtp_diags_put(diags, diag);
    }
}
