/* Whether a profile says what a document is about. A recap of no talk would be a title above nothing, so
 * it is refused with what to add. */
#include "rtopitch/document.h"

static bool is_there(const rtp_value *value)
{
    bool counts = value->type != RTP_FLAG && value->type != RTP_NUMBER;
    return value->known && (counts || (value->type == RTP_FLAG ? value->flag : value->number > 0));
}

bool rtp_outline_ready(const rtp_outline *outline, const rtp_facts *facts, const rtp_source *source, rtp_diags *diags)
{
    const rtp_requirement *wanted = &outline->requires;
    if (!wanted->message.ptr || is_there(rtp_facts_get(facts, wanted->fact, 0))) {
        return true;
    }
    rtp_source *kept = RTP_NEW(diags->arena, rtp_source); /* the diagnostic outlives the caller's */
    *kept = *source;
    rtp_diag diag = {.severity = RTP_ERROR,
                     .code = "R0220",
                     .source = kept,
                     .pointer = {"", 0},
                     .message = wanted->message,
                     .hint = wanted->hint};
    rtp_json_locate(source->text, diag.pointer, false, &diag.offset, &diag.length);
    rtp_diags_put(diags, diag);
    return false;
}
