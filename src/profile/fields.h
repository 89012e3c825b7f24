/* How a field table is written: one row a member, named as the member of its struct. The loader, the
 * JSON Schema and every text about the format read these rows, so nothing about a field is said twice. */
#ifndef RTP_PROFILE_FIELDS_H
#define RTP_PROFILE_FIELDS_H

#include "rtopitch/profile.h"

#include <math.h>

#define FIELD(owner, member, kind, ...) FIELD_AS(#member, owner, member, kind, __VA_ARGS__)
#define FIELD_AS(name, owner, member, kind, ...)                                                                       \
    {                                                                                                                  \
        .key = (name), .type = RTP_FIELD_##kind, .offset = offsetof(owner, member), __VA_ARGS__                        \
    }

#define SHAPE(shape, title, owner, fields_of, starts_known)                                                            \
    const rtp_shape shape = {(title), (fields_of), RTP_COUNT(fields_of), sizeof(owner), (starts_known)}

/* Limits of the format; docs and diagnostics take them from the rows. Times end after a week or a
 * day, head counts at a million: beyond that the unit was mistaken. */
enum {
    METRIC_LIMIT = 200,
    VALUE_LIMIT = 600, /* of one metric, over all modes */
    DELIVERABLE_LIMIT = 500,
    OFFICE_DAY_LIMIT = 5,
    WEEK_LIMIT = 520,
    DAY_LIMIT = 3650,
    DAY_MINUTES = 1440,
    WEEK_MINUTES = 10080,
    HEAD_LIMIT = 1000000
};

extern const rtp_shape rtp_shape_person, rtp_shape_manager, rtp_shape_senior, rtp_shape_mandate, rtp_shape_team,
    rtp_shape_jurisdiction, rtp_shape_ask, rtp_shape_need, rtp_shape_concern, rtp_shape_mitigation,
    rtp_shape_deliverable, rtp_shape_history, rtp_shape_task, rtp_shape_practices, rtp_shape_commute, rtp_shape_cost,
    rtp_shape_cover, rtp_shape_pilot, rtp_shape_experiment, rtp_shape_conversation, rtp_shape_private, rtp_shape_meta;

#endif
