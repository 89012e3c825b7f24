/* A patch over a target (RFC 7386), as text: what either says is copied as it stands, and pieces tell
 * where each byte was written. Diagnostics about the merged text thus find their way back. */
#include "json/escape.h"
#include "json/locate.h"

#include <string.h>

/* ---- the target, walked once ---- */

typedef struct member member;
struct member {
    rtp_str key;             /* escapes resolved */
    size_t from, value, end; /* of the key, of the value, behind it */
    bool is_object;
    size_t count; /* members of the object */
    member *first, *next;
};

struct rtp_json_index {
    const rtp_source *source;
    member root;
    size_t total; /* members at all depths */
};

static rtp_str key_read(rtp_str text, size_t from, size_t end, rtp_arena *arena)
{
    rtp_str raw = {text.ptr + from + 1, end - from - 2};
    if (!memchr(raw.ptr, '\\', raw.len)) {
        return raw;
    }
    char *key = rtp_arena_take(arena, raw.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < raw.len;) {
        rtp_escape step = {.read = 1, .len = 1, .utf8 = {raw.ptr[at]}};
        if (raw.ptr[at] == '\\') {
            step = rtp_escape_read(raw.ptr + at, raw.len - at + 1);
        }
        memcpy(key + len, step.utf8, step.len);
        len += step.len;
        at += step.read;
    }
    return (rtp_str){key, len};
}

static size_t root_of(rtp_str text)
{
    return rtp_json_skip_blanks(text, rtp_str_starts(text, rtp_lit("\xEF\xBB\xBF")) ? 3 : 0);
}

/* Reads the key at `at`, and where its value begins. */
static size_t value_after(rtp_str text, size_t key_end)
{
    return rtp_json_skip_blanks(text, rtp_json_skip_blanks(text, key_end) + 1);
}

/* Of the next member, or of the closing bracket. */
static size_t next_member(rtp_str text, size_t end)
{
    size_t at = rtp_json_skip_blanks(text, end);
    return text.ptr[at] == ',' ? rtp_json_skip_blanks(text, at + 1) : at;
}

/* Nested as deep as the scan allows. */
static void index_object(rtp_json_index *index, member *object, rtp_arena *arena)
{
    rtp_str text = index->source->text;
    member **end = &object->first;
    size_t at = rtp_json_skip_blanks(text, object->value + 1);
    while (text.ptr[at] != '}') {
        member *made = RTP_NEW(arena, member);
        size_t key_end = rtp_json_skip_string(text, at);
        *made = (member){.key = key_read(text, at, key_end, arena), .from = at, .value = value_after(text, key_end)};
        made->is_object = text.ptr[made->value] == '{';
        made->end = rtp_json_skip_value(text, made->value);
        if (made->is_object) {
            index_object(index, made, arena);
        }
        *end = made;
        end = &made->next;
        object->count++;
        index->total++;
        at = next_member(text, made->end);
    }
}

const rtp_json_index *rtp_json_index_make(const rtp_source *target, rtp_arena *arena)
{
    rtp_json_index *index = RTP_NEW(arena, rtp_json_index);
    index->source = target;
    index->root.value = root_of(target->text);
    index->root.is_object = target->text.ptr[index->root.value] == '{';
    if (index->root.is_object) {
        index_object(index, &index->root, arena);
    }
    return index;
}

/* ---- the text that is put together ---- */

typedef struct step { /* of the path to where the merge is */
    const struct step *up;
    rtp_str key;
} step;

typedef struct merger {
    const rtp_json_index *target;
    const rtp_source *patch;
    rtp_arena *arena;
    rtp_json_overrides *overrides;
    char *text;
    size_t len;
    rtp_piece *pieces;
    size_t piece_len, piece_cap;
    bool has_null; /* somewhere in the patch */
} merger;

static void put(merger *m, const rtp_source *source, size_t from, size_t to)
{
    memcpy(m->text + m->len, source->text.ptr + from, to - from);
    rtp_piece *last = m->piece_len > 0 ? &m->pieces[m->piece_len - 1] : NULL;
    bool goes_on =
        last && last->source == source && last->offset + last->len == from && last->from + last->len == m->len;
    if (goes_on) {
        last->len += to - from;
    } else {
        m->pieces = rtp_array_grow(m->arena, m->pieces, m->piece_len, &m->piece_cap, sizeof *m->pieces);
        m->pieces[m->piece_len++] = (rtp_piece){m->len, source, from, to - from};
    }
    m->len += to - from;
}

static void put_comma(merger *m)
{
    m->text[m->len++] = ',';
}

/* ---- what the patch changed ---- */

static rtp_str pointer_of(const merger *m, const step *at)
{
    size_t len = 0;
    for (const step *each = at; each->up; each = each->up) {
        len += 1 + 2 * each->key.len;
    }
    char *end = (char *)rtp_arena_take(m->arena, len + 1) + len, *ptr = end;
    for (const step *each = at; each->up; each = each->up) {
        for (size_t i = each->key.len; i > 0; i--) {
            char c = each->key.ptr[i - 1];
            *--ptr = c == '/' ? '1' : c == '~' ? '0' : c;
            if (c == '/' || c == '~') {
                *--ptr = '~';
            }
        }
        *--ptr = '/';
    }
    return (rtp_str){ptr, (size_t)(end - ptr)};
}

static void note_override(merger *m, const step *at, const member *other, size_t value, size_t end)
{
    rtp_str was = {m->target->source->text.ptr + other->value, other->end - other->value};
    rtp_str is = {m->patch->text.ptr + value, end - value};
    if (rtp_str_equal(was, is)) {
        return;
    }
    rtp_json_overrides *all = m->overrides;
    all->items = rtp_array_grow(m->arena, all->items, all->len, &all->cap, sizeof *all->items);
    all->items[all->len++] = (rtp_json_override){pointer_of(m, at), was, is};
}

/* ---- merging ---- */

typedef struct object_merge { /* one object of the patch, over one of the target or none */
    const member *other;
    const step *at;
    bool *seen;  /* members of the target that the patch names */
    size_t flow; /* the patch goes on from here as it stands; 0: something was left out */
    bool any;    /* a member was put */
} object_merge;

static const member *member_find(const object_merge *o, rtp_str key)
{
    size_t i = 0;
    const member *each = o->other ? o->other->first : NULL;
    for (; each && !rtp_str_equal(each->key, key); each = each->next) {
        i++;
    }
    if (each) {
        o->seen[i] = true;
    }
    return each;
}

static size_t merge_object(merger *m, size_t at, const member *other, const step *path);

/* The part before the value: separated from what was put before it. */
static void put_key(merger *m, object_merge *o, size_t from, size_t value)
{
    if (o->flow > 0) {
        from = o->flow;
    } else if (o->any) {
        put_comma(m);
    }
    put(m, m->patch, from, value);
    o->any = true;
}

/* Returns the end of the value. */
static size_t merge_member(merger *m, object_merge *o, size_t from)
{
    rtp_str text = m->patch->text;
    size_t key_end = rtp_json_skip_string(text, from), value = value_after(text, key_end), end;
    step path = {o->at, key_read(text, from, key_end, m->arena)};
    const member *other = member_find(o, path.key);
    bool merges = text.ptr[value] == '{' && ((other && other->is_object) || m->has_null);
    if (text.ptr[value] == 'n') {
        end = value + sizeof "null" - 1;
        o->flow = 0;
    } else {
        put_key(m, o, from, value);
        if (merges) {
            end = merge_object(m, value, other && other->is_object ? other : NULL, &path);
        } else {
            end = rtp_json_skip_value(text, value);
            put(m, m->patch, value, end);
        }
        o->flow = end;
    }
    if (other && !(merges && other->is_object)) {
        note_override(m, &path, other, value, end);
    }
    return end;
}

/* What only the target says comes last. */
static void put_others(merger *m, const object_merge *o)
{
    size_t i = 0;
    bool any = o->any;
    for (const member *each = o->other ? o->other->first : NULL; each; each = each->next) {
        if (!o->seen[i++]) {
            if (any) {
                put_comma(m);
            }
            put(m, m->target->source, each->from, each->end);
            any = true;
        }
    }
}

static size_t merge_object(merger *m, size_t at, const member *other, const step *path)
{
    rtp_str text = m->patch->text;
    object_merge o = {.other = other, .at = path, .flow = at + 1};
    o.seen = RTP_NEW_ARRAY(m->arena, bool, other ? other->count : 0);
    put(m, m->patch, at, at + 1);
    at = rtp_json_skip_blanks(text, at + 1);
    while (text.ptr[at] != '}') {
        at = next_member(text, merge_member(m, &o, at));
    }
    put_others(m, &o);
    put(m, m->patch, at, at + 1);
    return at + 1;
}

static bool holds_null(rtp_str text)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    while ((at = memchr(at, 'n', (size_t)(end - at)))) {
        if (end - at >= 4 && memcmp(at, "null", 4) == 0) {
            return true;
        }
        at++;
    }
    return false;
}

void rtp_json_merge(const rtp_json_index *target, const rtp_source *patch, rtp_arena *arena, rtp_source *merged,
                    rtp_json_overrides *overrides)
{
    size_t root = root_of(patch->text);
    *overrides = (rtp_json_overrides){NULL, 0, 0};
    if (patch->text.ptr[root] != '{') {
        *merged = *patch;
        return;
    }
    merger m = {.target = target, .patch = patch, .arena = arena, .overrides = overrides};
    /* Each member of the target is put once at most, and each comma is of the patch or before such a member. */
    m.text = rtp_arena_take(arena, patch->text.len + target->source->text.len + target->total + 1);
    m.has_null = holds_null(patch->text);
    (void)merge_object(&m, root, target->root.is_object ? &target->root : NULL, &(step){NULL, {NULL, 0}});
    m.text[m.len] = '\0';
    rtp_pieces *pieces = RTP_NEW(arena, rtp_pieces);
    *pieces = (rtp_pieces){m.pieces, m.piece_len};
    *merged = (rtp_source){.name = patch->name, .text = {m.text, m.len}, .pieces = pieces};
}
