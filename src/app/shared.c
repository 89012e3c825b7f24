/* What a team shares, in one file: it lies under each profile, whose own values win (RFC 7386).
 * A mistake in it is told once, before any profile is read. */
#include "rtopitch/app.h"

#include <string.h>

/* What the file leaves out is for the profiles to say. */
static bool is_for_profiles(const rtp_diag *diag)
{
    return strcmp(diag->code, "P0004") == 0;
}

static bool check_values(const rtp_shared *shared, const rtp_json *root, rtp_arena *arena, rtp_diags *diags)
{
    size_t errors = diags->errors;
    rtp_diags *found = rtp_diags_make(diags->arena);
    (void)rtp_bind(root, &rtp_profile_shape, &shared->source, arena, found, RTP_NEW(arena, rtp_profile));
    for (size_t i = 0; i < found->len; i++) {
        if (!is_for_profiles(&found->items[i])) {
            rtp_diags_put(diags, found->items[i]);
        }
    }
    return diags->errors == errors;
}

const rtp_shared *rtp_shared_load(rtp_str path, rtp_arena *arena, rtp_diags *diags)
{
    rtp_shared *shared = RTP_NEW(arena, rtp_shared);
    if (!rtp_file_read(path, rtp_json_profile_limits.bytes, arena, diags, &shared->source)) {
        return NULL;
    }
    const rtp_json *root = rtp_json_read(&shared->source, &rtp_json_profile_limits, arena, diags);
    if (!root || !check_values(shared, root, arena, diags)) {
        return NULL;
    }
    shared->index = rtp_json_index_make(&shared->source, arena);
    return shared;
}
