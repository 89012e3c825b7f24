/* What one row of a field table cannot say is checked topic by topic after binding. This file holds
 * the list of topics and the way in which they report. */
#include "profile/check.h"

#include <string.h>

enum { QUOTE_LIMIT = 60 }; /* code points of user text in a message */

static rtp_severity severity_of(const char *code)
{
    return strncmp(code, "P02", 3) == 0 ? RTP_WARNING : RTP_ERROR;
}

bool rtp_check_is_full(const rtp_check *check)
{
    return check->diags->len == RTP_DIAG_LIMIT;
}

void rtp_check_put(const rtp_check *check, rtp_finding finding)
{
    rtp_diag diag = {.severity = severity_of(finding.code),
                     .code = finding.code,
                     .source = check->source,
                     .pointer = finding.pointer,
                     .message = finding.message,
                     .found = finding.found,
                     .expected = finding.expected,
                     .hint = finding.hint};
    if (!rtp_check_is_full(check)) {
        rtp_str text = check->source->text;
        rtp_json_locate(text, finding.pointer, finding.at_key, &diag.offset, &diag.length);
        /* An object may go on for pages: its opening bracket shows where. */
        diag.length = text.ptr[diag.offset] == '{' ? 1 : diag.length;
    }
    rtp_diags_put(check->diags, diag);
}

static bool pointer_holds(rtp_str outer, rtp_str inner)
{
    return rtp_str_starts(inner, outer) && (inner.len == outer.len || inner.ptr[outer.len] == '/');
}

bool rtp_check_is_sound(const rtp_check *check, const char *pointer)
{
    rtp_str place = rtp_str_from(pointer);
    for (size_t i = 0; check->diags->errors > 0 && i < check->diags->len; i++) {
        const rtp_diag *diag = &check->diags->items[i];
        bool ours = diag->severity == RTP_ERROR && diag->source == check->source && diag->pointer.len > 0;
        if (ours && (pointer_holds(diag->pointer, place) || pointer_holds(place, diag->pointer))) {
            return false;
        }
    }
    return true;
}

const rtp_json *rtp_check_member(const rtp_json *node, const char *key)
{
    bool is_object = node != NULL && rtp_json_kind_of(node) == RTP_JSON_OBJECT;
    return is_object ? rtp_json_find(node, rtp_str_from(key)) : NULL;
}

const rtp_json *rtp_check_first(const rtp_json *node)
{
    bool is_list = node != NULL && rtp_json_kind_of(node) == RTP_JSON_ARRAY;
    return is_list ? rtp_json_first(node) : NULL;
}

rtp_str rtp_check_text(const rtp_json *node)
{
    bool is_text = node != NULL && rtp_json_kind_of(node) == RTP_JSON_STRING;
    return is_text ? rtp_json_text(node) : (rtp_str){NULL, 0};
}

static size_t cut_length(rtp_str text)
{
    size_t end = 0;
    for (size_t n = 0; n < QUOTE_LIMIT && end < text.len; n++) {
        size_t len = rtp_utf8_length(text.ptr + end, text.len - end);
        end += len > 0 ? len : 1;
    }
    return end;
}

rtp_str rtp_check_quote(const rtp_check *check, rtp_str text)
{
    size_t len = cut_length(text);
    char *copy = rtp_arena_take(check->arena, len + 1);
    for (size_t i = 0; i < len; i++) {
        char c = text.ptr[i];
        if ((unsigned char)c < ' ') {
            c = ' ';
        }
        copy[i] = c;
    }
    return rtp_check_say(check, "\"%s%s\"", copy, len < text.len ? "…" : "");
}

const char *rtp_check_plural(int32_t count)
{
    return count == 1 ? "" : "s";
}

void rtp_profile_check(const rtp_check *check)
{
    static rtp_check_topic *const topics[] = {
        rtp_check_ask,           rtp_check_concerns, rtp_check_periods,      rtp_check_metrics,
        rtp_check_tasks,         rtp_check_team,     rtp_check_pilot,        rtp_check_margins,
        rtp_check_conversations, rtp_check_sense,    rtp_check_jurisdiction, rtp_check_meta,
    };
    for (size_t i = 0; i < RTP_COUNT(topics); i++) {
        topics[i](check);
    }
}
