/* Keeps where each value of a text stands, as a tree whose nodes know their text and their neighbours. A diagnostic
 * needs one place and walks to it; what looks for thousands would walk for minutes. */
#include "json/locate.h"

enum { NOBODY = 0 /* the root is nobody's child and nobody's neighbour */ };

typedef struct node {
    uint32_t start, end;         /* of the value; texts that pass the scan are far below 4 GiB */
    uint32_t key_start, key_end; /* of a member's name, quotes included; else 0 */
    uint32_t up, next;
    uint32_t first, last; /* children */
} node;

struct rtp_json_map {
    rtp_str text;
    node *nodes;
    size_t len, cap;
};

/* ---- making ---- */

typedef struct maker {
    rtp_json_map *map;
    rtp_arena *arena;
    size_t at;
    uint32_t inside; /* node of the object or array under way */
    uint32_t key_start, key_end;
    bool key_next;
} maker;

/* `end` of an object or array is not known yet. */
static uint32_t put_node(maker *m, size_t end)
{
    rtp_json_map *map = m->map;
    map->nodes = rtp_array_grow(m->arena, map->nodes, map->len, &map->cap, sizeof *map->nodes);
    uint32_t made = (uint32_t)map->len++;
    map->nodes[made] = (node){.start = (uint32_t)m->at,
                              .end = (uint32_t)end,
                              .key_start = m->key_start,
                              .key_end = m->key_end,
                              .up = m->inside};
    m->key_start = m->key_end = 0;
    if (made > 0) {
        node *up = &map->nodes[m->inside];
        if (up->first == NOBODY) {
            up->first = made;
        } else {
            map->nodes[up->last].next = made;
        }
        up->last = made;
    }
    return made;
}

static bool is_in_object(const maker *m)
{
    return m->map->text.ptr[m->map->nodes[m->inside].start] == '{';
}

static void open_node(maker *m)
{
    m->inside = put_node(m, 0);
    m->key_next = is_in_object(m);
    m->at++;
}

static void close_node(maker *m)
{
    node *closed = &m->map->nodes[m->inside];
    closed->end = (uint32_t)++m->at;
    m->inside = closed->up;
    m->key_next = false;
}

static void put_string(maker *m)
{
    size_t end = rtp_json_skip_string(m->map->text, m->at);
    if (m->key_next) {
        m->key_start = (uint32_t)m->at;
        m->key_end = (uint32_t)end;
        m->key_next = false;
    } else {
        put_node(m, end);
    }
    m->at = end;
}

static void put_word(maker *m)
{
    size_t end = rtp_json_skip_word(m->map->text, m->at);
    put_node(m, end);
    m->at = end;
}

static void put_next(maker *m)
{
    switch (m->map->text.ptr[m->at]) {
    case '{':
    case '[':
        open_node(m);
        break;
    case '}':
    case ']':
        close_node(m);
        break;
    case '"':
        put_string(m);
        break;
    case ',':
        m->key_next = is_in_object(m);
        m->at++;
        break;
    case ':':
        m->at++;
        break;
    default:
        put_word(m);
        break;
    }
}

const rtp_json_map *rtp_json_map_make(rtp_str text, rtp_arena *arena)
{
    rtp_json_map *map = RTP_NEW(arena, rtp_json_map);
    map->text = text;
    maker m = {.map = map, .arena = arena, .at = rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0};
    m.at = rtp_json_skip_blanks(text, m.at);
    while (m.at < text.len) {
        put_next(&m);
        m.at = rtp_json_skip_blanks(text, m.at);
    }
    return map;
}

/* ---- finding ---- */

static uint32_t find_member(const rtp_json_map *map, uint32_t of, rtp_str token)
{
    uint32_t child = map->nodes[of].first;
    for (; child != NOBODY; child = map->nodes[child].next) {
        const node *member = &map->nodes[child];
        rtp_str key = {map->text.ptr + member->key_start, member->key_end - member->key_start};
        if (rtp_token_names(token, key)) {
            break;
        }
    }
    return child;
}

static uint32_t find_item(const rtp_json_map *map, uint32_t of, rtp_str token)
{
    size_t index = 0;
    if (!rtp_token_index(token, &index)) {
        return NOBODY;
    }
    uint32_t child = map->nodes[of].first;
    for (; child != NOBODY && index > 0; index--) {
        child = map->nodes[child].next;
    }
    return child;
}

static uint32_t find_child(const rtp_json_map *map, uint32_t of, rtp_str token)
{
    char c = map->text.ptr[map->nodes[of].start];
    return c == '{' ? find_member(map, of, token) : c == '[' ? find_item(map, of, token) : NOBODY;
}

bool rtp_json_map_locate(const rtp_json_map *map, rtp_str pointer, bool key, size_t *offset, size_t *length)
{
    uint32_t at = 0;
    while (pointer.len > 0) {
        at = *pointer.ptr == '/' ? find_child(map, at, rtp_token_take(&pointer)) : NOBODY;
        if (at == NOBODY) {
            return false;
        }
    }
    const node *found = &map->nodes[at];
    bool at_key = key && found->key_end > 0;
    *offset = at_key ? found->key_start : found->start;
    *length = (at_key ? found->key_end : found->end) - *offset;
    return true;
}

bool rtp_json_map_locate_part(const rtp_json_map *map, rtp_str pointer, rtp_json_part part, size_t *offset,
                              size_t *length)
{
    bool found = rtp_json_map_locate(map, pointer, false, offset, length);
    if (found) {
        rtp_json_narrow(map->text, part, offset, length);
    }
    return found;
}
