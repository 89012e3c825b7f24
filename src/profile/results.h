/* Inside the profile floor: the two ways to results. Both fill the same structs, and the same checks follow. */
#ifndef RTP_PROFILE_RESULTS_H
#define RTP_PROFILE_RESULTS_H

#include "profile/sheet.h"
#include "rtopitch/profile.h"

/* False after a diagnostic. */
bool rtp_results_of_sheet(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_results *results);

#endif
