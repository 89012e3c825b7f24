/* One profile that speaks for many: the team's own file, and what its people have in common where the file says
 * nothing. So a shared proposal is made of facts and rules like any other document. */
#include "rtopitch/app.h"

static rtp_json_edit text_edit(const char *pointer, rtp_str text, rtp_arena *arena)
{
    rtp_buf json = rtp_buf_make(SIZE_MAX / 2);
    rtp_json_writer writer = rtp_json_writer_make(&json, 0);
    rtp_json_put_text(&writer, text);
    rtp_json_edit edit = {rtp_str_from(pointer), rtp_arena_copy(arena, rtp_buf_text(&json))};
    rtp_buf_free(&json);
    return edit;
}

static bool lacks_member(rtp_str text, const char *pointer)
{
    size_t offset, length;
    return !rtp_json_locate(text, rtp_str_from(pointer), false, &offset, &length);
}

/* The team's file with what every profile has to say and this one may leave to its people. */
static bool write_profile(const rtp_tally *tally, rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    rtp_json_edit edits[2];
    size_t len = 0;
    if (lacks_member(source->text, "/person/role")) {
        edits[len++] = text_edit("/person/role", rtp_lit("colleagues"), arena);
    }
    if (lacks_member(source->text, "/ask/preferred")) {
        rtp_str days = rtp_arena_format(arena, "{\"office_days\": %d}", (int)rtp_crowd_common(&tally->all));
        edits[len++] = (rtp_json_edit){rtp_lit("/ask/preferred"), days};
    }
    return len == 0 || rtp_json_change(source, (rtp_json_edits){edits, len}, arena, diags, &source->text);
}

static size_t most_named(const int64_t *people)
{
    size_t most = 0;
    for (size_t i = 1; i < rtp_words_concern.len; i++) {
        most = people[i] > people[most] ? i : most;
    }
    return most;
}

/* The concerns that the team's file names, then what its people named, the most frequent first. Who raised those is
 * not told: the company stands for all of them. */
static rtp_objects join_concerns(const rtp_objects *given, const rtp_tally *tally, rtp_arena *arena)
{
    size_t len = given->len;
    rtp_concern *joined = RTP_NEW_ARRAY(arena, rtp_concern, len + rtp_words_concern.len);
    int64_t *people = RTP_NEW_ARRAY(arena, int64_t, rtp_words_concern.len);
    for (size_t i = 0; i < rtp_words_concern.len; i++) {
        people[i] = tally->concerns[i];
    }
    for (size_t i = 0; i < given->len; i++) {
        joined[i] = *rtp_item(given, rtp_concern, i);
        people[joined[i].about - 1] = 0;
    }
    for (size_t about = most_named(people); people[about] > 0; about = most_named(people)) {
        joined[len++] = (rtp_concern){.about = (int)about + 1, .from = RTP_FROM_COMPANY};
        people[about] = 0;
    }
    return (rtp_objects){joined, len};
}

static const rtp_tally *tally_with(const rtp_tally *tally, const rtp_objects *given, rtp_arena *arena)
{
    rtp_tally *spoken = RTP_NEW(arena, rtp_tally);
    *spoken = *tally;
    for (size_t i = 0; i < given->len; i++) {
        spoken->given |= UINT32_C(1) << (rtp_item(given, rtp_concern, i)->about - 1);
    }
    return spoken;
}

bool rtp_job_speak_for_all(rtp_job *job, const rtp_tally *tally, const rtp_source *team, rtp_arena *arena,
                           rtp_diags *diags)
{
    rtp_source *source = RTP_NEW(arena, rtp_source);
    *source = team ? *team : (rtp_source){.name = rtp_lit("<team>"), .text = rtp_lit("{}")};
    if (!write_profile(tally, source, arena, diags) || !rtp_job_take(job, source, arena, diags)) {
        return false;
    }
    rtp_profile *speaking = RTP_NEW(arena, rtp_profile);
    *speaking = *job->profile;
    speaking->tally = tally_with(tally, &speaking->concerns, arena);
    speaking->concerns = join_concerns(&speaking->concerns, tally, arena);
    rtp_job_derive(job, speaking, arena);
    return true;
}
