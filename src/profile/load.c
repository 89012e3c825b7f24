/* From text to a profile that holds: read, bind, check, all problems in one go. What comes out of
 * here needs no further doubt, so every later stage may be a plain function. */
#include "profile/check.h"

static bool is_ignored(const rtp_diag *diag, const rtp_texts *codes)
{
    rtp_str code = rtp_str_from(diag->code);
    for (size_t i = 0; diag->severity == RTP_WARNING && i < codes->len; i++) {
        if (rtp_str_equal(codes->items[i], code)) {
            return true;
        }
    }
    return false;
}

void rtp_check_drop_ignored(const rtp_profile *profile, size_t first, rtp_diags *diags)
{
    const rtp_texts *codes = &profile->meta.ignore;
    size_t kept = first;
    for (size_t i = first; codes->len > 0 && i < diags->len; i++) {
        if (is_ignored(&diags->items[i], codes)) {
            diags->warnings--;
        } else {
            diags->items[kept++] = diags->items[i];
        }
    }
    diags->len = codes->len > 0 ? kept : diags->len;
}

const rtp_profile *rtp_profile_load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    size_t first = diags->len;
    size_t errors = diags->errors;
    const rtp_json *root = rtp_json_read(source, &rtp_json_profile_limits, arena, diags);
    if (root == NULL) {
        return NULL;
    }
    rtp_profile *profile = RTP_NEW(arena, rtp_profile);
    rtp_bind(root, &rtp_profile_shape, source, arena, diags, profile);
    profile->written = source->text;
    if (rtp_json_kind_of(root) == RTP_JSON_OBJECT) {
        rtp_profile_check(&(rtp_check){profile, root, source, diags->arena, diags});
    }
    rtp_check_drop_ignored(profile, first, diags);
    return diags->errors == errors ? profile : NULL;
}
