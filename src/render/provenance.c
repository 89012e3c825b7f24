/* Where a document's words come from, as JSON. A shareable document tells only facts that may be shared,
 * even among the conditions that made a rule speak. */
#include "render/provenance.h"

#include <string.h>

static void member_put(rtp_json_writer *json, const char *key, rtp_str text)
{
    if (text.len > 0) {
        rtp_json_put_key(json, key);
        rtp_json_put_text(json, text);
    }
}

/* ---- origins ---- */

static const char *const origin_names[] = {
    [RTP_FROM_PROFILE] = "profile",   [RTP_FROM_FORMULA] = "formula", [RTP_FROM_DEFAULT] = "default",
    [RTP_FROM_ARGUMENT] = "argument", [RTP_FROM_PACK] = "pack",
};

struct rtp_trail_lines {
    const rtp_source *source;
    size_t *starts; /* of all but the first */
    size_t len, cap;
    rtp_trail_lines *next;
};

static const rtp_trail_lines *lines_of(rtp_trail *trail, const rtp_source *source)
{
    for (const rtp_trail_lines *each = trail->texts; each; each = each->next) {
        if (each->source == source) {
            return each;
        }
    }
    rtp_trail_lines *made = RTP_NEW(trail->arena, rtp_trail_lines);
    *made = (rtp_trail_lines){.source = source, .next = trail->texts};
    const char *end = source->text.ptr + source->text.len, *at = source->text.ptr;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        made->starts = rtp_array_grow(trail->arena, made->starts, made->len, &made->cap, sizeof *made->starts);
        made->starts[made->len++] = (size_t)(++at - source->text.ptr);
    }
    return trail->texts = made;
}

/* Counted from the profile's first line, wherever in a file of many it stood: where it came from is not told. */
static size_t line_number(const rtp_trail_lines *lines, size_t offset)
{
    size_t low = 0, high = lines->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lines->starts[middle] <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low + 1;
}

struct rtp_trail_line {
    const char *origin; /* with "#" for the index: origins that lead to the same place share it */
    uint32_t index;
    size_t line; /* 0: not in the file */
    rtp_str pointer, file;
    rtp_trail_line *next;
};

static void line_find(rtp_trail *trail, rtp_trail_line *made)
{
    if (!trail->source) {
        return;
    }
    if (!trail->map) {
        trail->map = rtp_json_map_make(trail->source->text, trail->arena);
    }
    size_t offset = 0, length = 0;
    if (rtp_json_map_locate(trail->map, made->pointer, false, &offset, &length)) {
        rtp_whence site = rtp_whence_find(trail->source, offset);
        made->file = site.source->name;
        made->line = line_number(lines_of(trail, site.source), site.offset);
    }
}

static const rtp_trail_line *line_of(rtp_trail *trail, const rtp_origin *origin)
{
    size_t shelf = ((uintptr_t)origin->pointer / sizeof(void *) + origin->index) % RTP_TRAIL_SHELVES;
    for (const rtp_trail_line *each = trail->shelves[shelf]; each; each = each->next) {
        if (each->origin == origin->pointer && each->index == origin->index) {
            return each;
        }
    }
    rtp_trail_line *made = RTP_NEW(trail->arena, rtp_trail_line);
    *made = (rtp_trail_line){.origin = origin->pointer,
                             .index = origin->index,
                             .pointer = rtp_origin_pointer(origin, trail->arena),
                             .next = trail->shelves[shelf]};
    line_find(trail, made);
    return trail->shelves[shelf] = made;
}

static void line_put(rtp_trail *trail, const rtp_origin *origin, rtp_json_writer *json)
{
    const rtp_trail_line *found = line_of(trail, origin);
    member_put(json, "pointer", found->pointer);
    if (found->line > 0) {
        if (trail->source->pieces && !rtp_str_equal(found->file, trail->source->name)) {
            member_put(json, "file", found->file);
        }
        rtp_json_put_key(json, "line");
        rtp_json_put_number(json, (double)found->line);
    }
}

static void origin_put(rtp_trail *trail, const rtp_origin *origin, rtp_json_writer *json)
{
    rtp_json_put_key(json, "origin");
    rtp_json_open(json, '{');
    member_put(json, "kind", rtp_str_from(origin_names[origin->kind]));
    if (origin->pointer) {
        line_put(trail, origin, json);
    }
    member_put(json, "formula", origin->formula);
    rtp_json_close(json, '}');
}

/* ---- values ---- */

static void list_put(rtp_json_writer *json, rtp_texts list)
{
    rtp_json_open(json, '[');
    for (size_t i = 0; i < list.len; i++) {
        rtp_json_put_text(json, list.items[i]);
    }
    rtp_json_close(json, ']');
}

static void value_put(const rtp_trail *trail, const rtp_value *value, rtp_json_writer *json)
{
    switch (value->type) {
    case RTP_TEXT:
    case RTP_WORD:
        rtp_json_put_text(json, value->text);
        break;
    case RTP_NUMBER:
        rtp_json_put_number(json, value->number);
        break;
    case RTP_FLAG:
        rtp_json_put_flag(json, value->flag);
        break;
    case RTP_DATE:
        rtp_json_put_text(json, rtp_date_iso(trail->arena, value->date));
        break;
    case RTP_MONTH:
        rtp_json_put_text(json, rtp_month_iso(trail->arena, value->month));
        break;
    case RTP_LIST:
        list_put(json, value->list);
        break;
    }
}

/* ---- facts of a point ---- */

typedef struct fact_list { /* each fact once, in the order in which it is met */
    rtp_trail *trail;
    rtp_json_writer *json;
    uint16_t *told;
    size_t len, cap;
} fact_list;

/* NULL when there is none of this number, or it may not be told. */
static const rtp_fact *fact_to_tell(const rtp_trail *trail, uint16_t number)
{
    const rtp_fact *fact = rtp_fact_at(number);
    return fact && (trail->personal || fact->visibility == RTP_SHAREABLE) ? fact : NULL;
}

static bool is_told(const fact_list *list, uint16_t fact)
{
    for (size_t i = 0; i < list->len; i++) {
        if (list->told[i] == fact) {
            return true;
        }
    }
    return false;
}

static void fact_put(fact_list *list, uint16_t fact, const rtp_value *value, const char *use)
{
    const rtp_fact *told = value && value->known ? fact_to_tell(list->trail, fact) : NULL;
    if (!told || is_told(list, fact)) {
        return;
    }
    list->told = rtp_array_grow(list->trail->arena, list->told, list->len, &list->cap, sizeof *list->told);
    list->told[list->len++] = fact;
    rtp_json_open(list->json, '{');
    member_put(list->json, "fact", rtp_str_from(told->name));
    member_put(list->json, "use", rtp_str_from(use));
    rtp_json_put_key(list->json, "value");
    value_put(list->trail, value, list->json);
    origin_put(list->trail, &value->origin, list->json);
    rtp_json_close(list->json, '}');
}

static void runs_put(fact_list *list, rtp_runs runs)
{
    for (size_t i = 0; i < runs.len; i++) {
        fact_put(list, runs.items[i].fact, runs.items[i].value, "text");
    }
}

static void condition_put(fact_list *list, const rtp_condition *condition, size_t item)
{
    rtp_str rest = condition->items;
    rtp_condition part;
    while (condition->fact == RTP_LITERAL && rtp_condition_next(&rest, &part)) {
        condition_put(list, &part, item);
    }
    if (condition->fact != RTP_LITERAL && list->trail->facts) {
        fact_put(list, condition->fact, rtp_facts_get(list->trail->facts, condition->fact, item), "condition");
    }
}

static void facts_put(rtp_trail *trail, const rtp_point *point, rtp_json_writer *json)
{
    fact_list list = {.trail = trail, .json = json};
    rtp_json_put_key(json, "facts");
    rtp_json_open(json, '[');
    runs_put(&list, point->lead);
    runs_put(&list, point->text);
    for (size_t i = 0; point->cells && i < point->rule->cell_count; i++) {
        runs_put(&list, point->cells[i]);
    }
    if (point->rule->when.bytes) {
        rtp_condition when = rtp_condition_read(point->rule->when);
        condition_put(&list, &when, point->item);
    }
    rtp_json_close(json, ']');
}

/* ---- points ---- */

static void evidence_put(const rtp_point *point, rtp_json_writer *json)
{
    rtp_json_put_key(json, "evidence");
    rtp_json_open(json, '[');
    for (size_t i = 0; i < point->evidence_count; i++) {
        rtp_json_put_text(json, point->evidence[i]->id);
    }
    rtp_json_close(json, ']');
}

static void point_put(rtp_trail *trail, const rtp_point *point, rtp_json_writer *json)
{
    rtp_json_open(json, '{');
    member_put(json, "rule", point->rule->id);
    if (point->rule->scope != RTP_ONCE) {
        member_put(json, "scope", rtp_str_from(rtp_scope_name(point->rule->scope)));
        rtp_json_put_key(json, "item");
        rtp_json_put_number(json, (double)point->item);
    }
    member_put(json, "argues", point->rule->argues);
    evidence_put(point, json);
    facts_put(trail, point, json);
    rtp_json_close(json, '}');
}

/* A paragraph that joins points has none itself; its spans do. */
static void span_points_put(rtp_trail *trail, const rtp_node *block, const rtp_point *stated, rtp_json_writer *json)
{
    const rtp_point *last = stated;
    for (const rtp_node *span = block->first; span && span->kind >= RTP_SPAN_TEXT; span = span->next) {
        if (span->point && span->point != last) {
            point_put(trail, span->point, json);
            last = span->point;
        }
    }
}

void rtp_trail_points_put(rtp_trail *trail, const rtp_node *block, const rtp_point *stated, rtp_json_writer *json)
{
    rtp_json_put_key(json, "points");
    rtp_json_open(json, '[');
    if (block->point && block->point != stated) {
        point_put(trail, block->point, json);
    } else if (!block->point) {
        span_points_put(trail, block, stated, json);
    }
    rtp_json_close(json, ']');
}

void rtp_trail_span_put(rtp_trail *trail, const rtp_node *span, rtp_json_writer *json)
{
    if (span->point) {
        member_put(json, "rule", span->point->rule->id);
    }
    const rtp_fact *fact = span->value ? rtp_fact_at(span->fact) : NULL;
    if (fact) {
        member_put(json, "fact", rtp_str_from(fact->name));
        origin_put(trail, &span->value->origin, json);
    }
}

/* ---- citations ---- */

typedef struct citation_list {
    const rtp_node **items;
    size_t len, cap;
} citation_list;

static bool is_listed(const citation_list *list, const rtp_evidence *evidence)
{
    for (size_t i = 0; i < list->len; i++) {
        if (list->items[i]->evidence == evidence) {
            return true;
        }
    }
    return false;
}

/* Behind those of a lower or the same number. */
static void citation_insert(citation_list *list, const rtp_node *citation, rtp_arena *arena)
{
    list->items = rtp_array_grow(arena, list->items, list->len, &list->cap, sizeof *list->items);
    size_t at = list->len++;
    while (at > 0 && list->items[at - 1]->level > citation->level) {
        list->items[at] = list->items[at - 1];
        at--;
    }
    list->items[at] = citation;
}

const rtp_node **rtp_trail_citations(const rtp_trail *trail, rtp_node *root, size_t *count)
{
    citation_list list = {NULL, 0, 0};
    rtp_walk walk = rtp_walk_make(root);
    while (rtp_walk_next(&walk)) {
        bool cites = walk.entering && walk.node->kind == RTP_SPAN_CITATION && walk.node->evidence;
        if (cites && !is_listed(&list, walk.node->evidence)) {
            citation_insert(&list, walk.node, trail->arena);
        }
    }
    *count = list.len;
    return list.items;
}
