/* Binders for lists: of texts, of words, of dates, of objects. An item that is wrong is reported
 * and left out, so that the others can still be looked at. */
#include "json/bind.h"

#include <string.h>

static void refuse_length(rtp_binding *binding, const rtp_field *field, const rtp_step *step, size_t count)
{
    rtp_arena *arena = binding->arena;
    bool few = (double)count < field->least;
    double bound = few ? field->least : field->most;
    rtp_str limit = rtp_number_text(arena, bound, 0);
    rtp_problem problem = {.code = "P0010", .severity = RTP_ERROR, .at_start = true};
    problem.found = rtp_arena_format(arena, "%zu", count);
    problem.expected = rtp_arena_format(arena, "at %s %.*s", few ? "least" : "most", RTP_FMT(limit));
    problem.message =
        rtp_arena_format(arena, "%.*s has %zu item%s, but must have %.*s", RTP_FMT(rtp_step_name(binding, step)), count,
                         count == 1 ? "" : "s", RTP_FMT(problem.expected));
    rtp_problem_report(binding, step, problem);
}

/* The items that a list has room for; 0 when it is no list, or one of the wrong length. */
static size_t list_room(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step)
{
    if (!rtp_kind_check(binding, node, step, RTP_JSON_ARRAY)) {
        return 0;
    }
    size_t count = rtp_json_count(node);
    if (field->least < field->most && ((double)count < field->least || (double)count > field->most)) {
        refuse_length(binding, field, step, count);
        return 0;
    }
    return count;
}

/* An item is bound like a member of this type, except that its length limits are the list's. */
static rtp_field item_field(const rtp_field *list, rtp_field_type type)
{
    rtp_field field = *list;
    field.type = type;
    field.least = field.most = 0;
    return field;
}

void rtp_bind_texts(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                    void *member)
{
    size_t room = list_room(binding, node, field, step), len = 0;
    rtp_str *items = RTP_NEW_ARRAY(binding->arena, rtp_str, room);
    rtp_field item = item_field(field, RTP_FIELD_TEXT);
    rtp_step below = {.up = step};
    const rtp_json *child = rtp_json_first(node);
    for (; below.index < room; below.index++, child = rtp_json_next(child)) {
        rtp_bind_text(binding, child, &item, &below, &items[len]);
        len += items[len].ptr != NULL;
    }
    *(rtp_texts *)member = (rtp_texts){items, len};
}

void rtp_bind_choices(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                      void *member)
{
    size_t room = list_room(binding, node, field, step), len = 0;
    int *items = RTP_NEW_ARRAY(binding->arena, int, room);
    rtp_field item = item_field(field, RTP_FIELD_CHOICE);
    rtp_step below = {.up = step};
    const rtp_json *child = rtp_json_first(node);
    for (; below.index < room; below.index++, child = rtp_json_next(child)) {
        rtp_bind_choice(binding, child, &item, &below, &items[len]);
        len += items[len] != 0;
    }
    *(rtp_choices *)member = (rtp_choices){items, len};
}

void rtp_bind_dates(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                    void *member)
{
    size_t room = list_room(binding, node, field, step), len = 0;
    rtp_date *items = RTP_NEW_ARRAY(binding->arena, rtp_date, room);
    rtp_field item = item_field(field, RTP_FIELD_DATE);
    rtp_step below = {.up = step};
    const rtp_json *child = rtp_json_first(node);
    for (; below.index < room; below.index++, child = rtp_json_next(child)) {
        items[len] = RTP_DATE_UNKNOWN;
        rtp_bind_date(binding, child, &item, &below, &items[len]);
        len += items[len] != RTP_DATE_UNKNOWN;
    }
    *(rtp_dates *)member = (rtp_dates){items, len};
}

/* Wrong items stay, as far as they could be read: their places in the list count. */
void rtp_bind_objects(rtp_binding *binding, const rtp_json *node, const rtp_field *field, const rtp_step *step,
                      void *member)
{
    size_t room = list_room(binding, node, field, step);
    char *items = rtp_array_make(binding->arena, room, field->shape->size);
    rtp_field item = item_field(field, RTP_FIELD_OBJECT);
    rtp_step below = {.up = step};
    const rtp_json *child = rtp_json_first(node);
    for (; below.index < room; below.index++, child = rtp_json_next(child)) {
        void *object = items + below.index * field->shape->size;
        rtp_object_clear(field->shape, object);
        rtp_bind_object(binding, child, &item, &below, object);
    }
    *(rtp_objects *)member = (rtp_objects){items, room};
}
