/* The only door to cJSON: it parses what the scan accepted, into the calling thread's arena. The
 * accessors keep its struct and its traps (valueint, case-blind lookups) out of sight. */
#include "rtopitch/json.h"

#include <cjson/cJSON.h>
#include <string.h>

static _Thread_local rtp_arena *tree_arena;

static void *take(size_t size)
{
    return rtp_arena_take(tree_arena, size);
}

/* What an arena gave goes back with the arena. */
static void leave(void *ptr)
{
    (void)ptr;
}

void rtp_json_start(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){.malloc_fn = take, .free_fn = leave});
}

const char *rtp_json_version(void)
{
    return cJSON_Version();
}

const rtp_json *rtp_json_read(const rtp_source *source, const rtp_json_limits *limits, rtp_arena *arena,
                              rtp_diags *diags)
{
    if (!rtp_json_scan(source, limits, diags)) {
        return NULL;
    }
    rtp_str text = source->text;
    size_t skip = rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0;
    const char *end = NULL;
    tree_arena = arena;
    /* The closing NUL is part of the length: only then does cJSON refuse what follows the value. */
    const rtp_json *tree = cJSON_ParseWithLengthOpts(text.ptr + skip, text.len - skip + 1, &end, true);
    tree_arena = NULL;
    if (!tree) {
        rtp_memory_fail(); /* the grammar was right, so nothing else is left */
    }
    return tree;
}

rtp_json_kind rtp_json_kind_of(const rtp_json *node)
{
    switch (node->type & 0xFF) { /* the flags of cJSON stand above the type */
    case cJSON_True:
    case cJSON_False:
        return RTP_JSON_FLAG;
    case cJSON_Number:
        return RTP_JSON_NUMBER;
    case cJSON_String:
        return RTP_JSON_STRING;
    case cJSON_Array:
        return RTP_JSON_ARRAY;
    case cJSON_Object:
        return RTP_JSON_OBJECT;
    default:
        return RTP_JSON_NULL;
    }
}

const char *rtp_json_kind_name(rtp_json_kind kind)
{
    static const char *const names[] = {
        [RTP_JSON_NULL] = "null",     [RTP_JSON_FLAG] = "true or false", [RTP_JSON_NUMBER] = "a number",
        [RTP_JSON_STRING] = "a text", [RTP_JSON_ARRAY] = "a list",       [RTP_JSON_OBJECT] = "an object",
    };
    return names[kind];
}

bool rtp_json_flag(const rtp_json *node)
{
    return (node->type & 0xFF) == cJSON_True;
}

double rtp_json_number(const rtp_json *node)
{
    return node->valuedouble;
}

rtp_str rtp_json_text(const rtp_json *node)
{
    return rtp_str_from(node->valuestring);
}

rtp_str rtp_json_key(const rtp_json *node)
{
    return rtp_str_from(node->string);
}

const rtp_json *rtp_json_first(const rtp_json *node)
{
    return node->child;
}

const rtp_json *rtp_json_next(const rtp_json *node)
{
    return node->next;
}

const rtp_json *rtp_json_find(const rtp_json *object, rtp_str key)
{
    const rtp_json *member = object->child;
    while (member && !(member->string && rtp_str_equal(rtp_json_key(member), key))) {
        member = member->next;
    }
    return member;
}

size_t rtp_json_count(const rtp_json *node)
{
    size_t count = 0;
    for (const rtp_json *child = node->child; child; child = child->next) {
        count++;
    }
    return count;
}
