/* What the binders of single types share: where they are in the document, and one way to report.
 * A path is a chain of steps on the stack; a pointer is written only when there is a problem. */
#ifndef JSON_BIND_H
#define JSON_BIND_H

#include "rtopitch/json.h"

enum {
    RTP_TEXT_LIMIT = 4000,  /* code points */
    RTP_VALUES_LIMIT = 600, /* of one metric, where its row says nothing else */
    RTP_COUNT_LIMIT = INT32_MAX
};

typedef struct rtp_step { /* one step of a path; the root has none above it */
    const struct rtp_step *up;
    rtp_str key;  /* of a member; absent for an item of a list */
    size_t index; /* of an item */
} rtp_step;

typedef struct rtp_binding {
    const rtp_source *source;
    rtp_arena *arena;
    rtp_diags *diags;
    bool failed; /* an error was reported */
} rtp_binding;

typedef struct rtp_problem {
    const char *code;
    rtp_severity severity;
    bool at_key;   /* place: the member's key instead of its value */
    bool at_start; /* place: only the opening bracket of the value */
    rtp_str message, found, expected, hint;
} rtp_problem;

void rtp_problem_report(rtp_binding *binding, const rtp_step *step, rtp_problem problem);
/* How a message names the value at this step: `"weeks"`, `item 2 of "goals"`. */
rtp_str rtp_step_name(rtp_binding *binding, const rtp_step *step);
/* How a message shows a value: `"mon"`, `2.5`, `a list`; long texts are cut. */
rtp_str rtp_value_shown(rtp_binding *binding, const rtp_json *node);
/* Reports null and wrong types; true when the node is of the kind. */
bool rtp_kind_check(rtp_binding *binding, const rtp_json *node, const rtp_step *step, rtp_json_kind kind);
void rtp_null_refuse(rtp_binding *binding, const rtp_step *step, rtp_str expected);
/* Reports `shown, but must be expected`. */
void rtp_value_refuse(rtp_binding *binding, const rtp_json *node, const rtp_step *step, rtp_problem problem);
/* The hint `did you mean "…"?`, or {NULL, 0} when no word is near. */
rtp_str rtp_nearest_hint(rtp_binding *binding, rtp_str word, const rtp_str *words, size_t n);
/* Keys that any object may have, and that nobody reads: x-…, $schema, $comment. */
bool rtp_key_is_free(rtp_str key);

/* A binder fills `member` from `node`; what is wrong it reports, and leaves the member absent. */
typedef void rtp_binder(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                        void *member);

rtp_binder rtp_bind_text, rtp_bind_link, rtp_bind_number, rtp_bind_count, rtp_bind_flag, rtp_bind_date, rtp_bind_month,
    rtp_bind_choice;
rtp_binder rtp_bind_texts, rtp_bind_choices, rtp_bind_dates, rtp_bind_objects;
rtp_binder rtp_bind_series, rtp_bind_samples, rtp_bind_days, rtp_bind_numbers;
rtp_binder rtp_bind_object, rtp_bind_raw;

/* The bounds of a number or count, both included; false when there are none. most may be infinite. */
bool rtp_field_range(const rtp_field *field, double *least, double *most);

/* The most values of a series, or of samples over all modes. */
size_t rtp_field_values(const rtp_field *field);
/* Reports more values than that. */
bool rtp_values_check(rtp_binding *binding, const rtp_field *field, const rtp_step *step, size_t count);
/* Reports a key that is not what the problem expects. */
void rtp_key_refuse(rtp_binding *binding, const rtp_step *step, rtp_problem problem);
/* The numbers of a list; unknown after a report. */
rtp_sample rtp_numbers_read(rtp_binding *binding, const rtp_json *node, const rtp_step *step);

/* What absent members look like: dates and months are unknown, all else is zero. */
void rtp_object_clear(const rtp_shape *shape, void *object);

#endif
