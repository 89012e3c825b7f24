/* The straight line from a profile to a document: read, bind, derive, apply, compose.
 * Only reading and binding can fail; what comes after works on values that are valid by construction. */
#include "rtopitch/app.h"

bool rtp_job_load(rtp_job *job, rtp_str path, rtp_date today, const rtp_pack *pack, rtp_arena *arena, rtp_diags *diags)
{
    rtp_job made = {.pack = pack, .today = today};
    if (!rtp_job_read(&made, path, arena, diags)) {
        return false;
    }
    *job = made;
    return true;
}

bool rtp_job_read(rtp_job *job, rtp_str path, rtp_arena *arena, rtp_diags *diags)
{
    /* Diagnostics point at the source, so it must outlive a failed load. */
    rtp_source *source = RTP_NEW(arena, rtp_source);
    return rtp_file_read(path, rtp_json_profile_limits.bytes, arena, diags, source) &&
           rtp_job_take(job, source, arena, diags);
}

/* The profile over what the team shares; NULL after a diagnostic. */
static const rtp_source *merge_team(rtp_job *job, const rtp_source *profile, rtp_arena *arena, rtp_diags *diags)
{
    if (!rtp_json_scan(profile, &rtp_json_profile_limits, diags)) {
        return NULL;
    }
    rtp_source *merged = RTP_NEW(arena, rtp_source);
    rtp_json_merge(job->shared->index, profile, arena, merged, &job->overrides);
    return merged;
}

bool rtp_job_take(rtp_job *job, const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    if (job->shared) {
        source = merge_team(job, source, arena, diags);
    }
    const rtp_profile *profile = source ? rtp_profile_load(source, arena, diags) : NULL;
    if (!profile) {
        return false;
    }
    if (!job->looks_back) {
        rtp_profile_check_days(profile, source, job->today, diags);
    }
    job->source = *source;
    rtp_job_derive(job, profile, arena);
    return true;
}

void rtp_job_derive(rtp_job *job, const rtp_profile *profile, rtp_arena *arena)
{
    if (job->results) {
        rtp_profile *with = RTP_NEW(arena, rtp_profile);
        *with = *profile;
        with->results = job->results;
        profile = with;
    }
    job->profile = profile;
    job->facts = rtp_facts_derive(profile, job->today, job->pack->roles, arena);
}

static rtp_texts shown_in(const rtp_outline *outline, rtp_arena *arena)
{
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, outline->section_count);
    for (size_t i = 0; i < outline->section_count; i++) {
        ids[i] = outline->sections[i].id;
    }
    return (rtp_texts){ids, outline->section_count};
}

const rtp_pack *rtp_pack_for(const rtp_pack *pack, const rtp_outline *outline, rtp_arena *arena)
{
    rtp_texts sections = shown_in(outline, arena);
    return rtp_pack_open(pack, &sections, arena);
}

/* A document shows a part of the pack, so most rules need not be tried for it. */
void rtp_job_apply(rtp_job *job, const rtp_outline *outline, rtp_arena *arena)
{
    if (!outline) {
        job->points = rtp_rules_apply(job->pack, job->facts, NULL, arena);
        return;
    }
    rtp_sections sections = {shown_in(outline, arena), outline->skipped};
    job->points = rtp_rules_apply(job->pack, job->facts, &sections, arena);
}

const rtp_document *rtp_job_compose(rtp_job *job, const rtp_outline *outline, rtp_arena *arena)
{
    rtp_job_apply(job, outline, arena);
    return rtp_compose(outline, job->facts, &job->points, job->today, arena);
}
