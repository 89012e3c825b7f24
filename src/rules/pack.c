/* Loads pack files: rules, concerns, research. A file is loaded whole or not at all, with every
 * problem in it reported, by the same code when the program is built and when a user adds one. */
#include "rules/pack.h"

#include <string.h>

typedef struct pack_kind {
    rtp_str key;
    bool (*bind)(rtp_pack_file *file);
} pack_kind;

static const pack_kind kinds[] = {
    {RTP_STR("rules"), rtp_rules_bind}, {RTP_STR("concerns"), rtp_concerns_bind}, {RTP_STR("items"), rtp_evidence_bind},
    {RTP_STR("roles"), rtp_roles_bind}, {RTP_STR("seeds"), rtp_seeds_bind},
};

static const pack_kind *find_kind(const rtp_json *root)
{
    if (rtp_json_kind_of(root) != RTP_JSON_OBJECT) {
        return NULL;
    }
    for (size_t i = 0; i < RTP_COUNT(kinds); i++) {
        if (rtp_json_find(root, kinds[i].key)) {
            return &kinds[i];
        }
    }
    return NULL;
}

static const pack_kind *open_file(rtp_pack_file *file)
{
    const rtp_context *context = &file->context;
    file->root = rtp_json_read(context->source, &rtp_json_pack_limits, context->arena, context->diags);
    if (!file->root) {
        return NULL;
    }
    const pack_kind *kind = find_kind(file->root);
    if (!kind) {
        rtp_context_report(
            context, (rtp_spot){.pointer = {"", 0}},
            (rtp_fault){.code = "R0040",
                        .message = rtp_lit("this file is no rule pack"),
                        .expected = rtp_lit("an object with \"rules\", \"concerns\" or \"items\""),
                        .hint = rtp_lit("a rule pack starts with {\"module\": \"my_rules\", \"rules\": [")});
    }
    return kind;
}

bool rtp_pack_load(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, rtp_pack *pack)
{
    rtp_pack grown = *pack;
    rtp_pack_file file = {.context = {.source = source, .arena = arena, .diags = diags, .seeds = pack->seeds},
                          .pack = &grown};
    const pack_kind *kind = open_file(&file);
    if (!kind || !kind->bind(&file)) {
        return false;
    }
    *pack = grown;
    return true;
}

/* ---- ids ---- */

static void report_twice(const rtp_ids *ids, size_t first, rtp_str id, const rtp_context *context)
{
    rtp_str list = ids->list;
    rtp_str where = rtp_lit("in a pack that is already loaded");
    size_t offset = 0, length = 0;
    if (first >= ids->old) {
        rtp_str pointer = rtp_arena_format(context->arena, "%.*s/%zu/id", RTP_FMT(list), first - ids->old);
        rtp_json_locate(context->source->text, pointer, false, &offset, &length);
        rtp_place place = rtp_place_of(context->source, offset);
        where = rtp_arena_format(context->arena, "at line %zu, column %zu", place.line, place.column);
    }
    rtp_str pointer = rtp_arena_format(context->arena, "%.*s/%zu/id", RTP_FMT(list), ids->len - ids->old);
    rtp_context_report(
        context, (rtp_spot){.pointer = pointer},
        (rtp_fault){.code = "R0041",
                    .message = rtp_arena_format(context->arena, "\"%.*s\" is used twice: it is first %.*s", RTP_FMT(id),
                                                RTP_FMT(where)),
                    .found = id,
                    .expected = rtp_lit("an id of its own"),
                    .hint = rtp_lit("give one of the two another id")});
}

bool rtp_id_check(const rtp_ids *ids, rtp_str id, const rtp_context *context)
{
    for (size_t i = 0; i < ids->len; i++) {
        if (id.len > 0 && rtp_str_equal(ids->items[i], id)) {
            report_twice(ids, i, id, context);
            return false;
        }
    }
    return true;
}

/* ---- entries ---- */

static rtp_str id_of(const void *entry)
{
    return *(const rtp_str *)entry;
}

bool rtp_entries_add(const rtp_entry_kind *kind, const rtp_objects *forms, const rtp_context *context,
                     rtp_entries *entries)
{
    size_t old = entries->len, len = old + forms->len;
    char *items = rtp_array_make(context->arena, len, kind->size);
    rtp_str *ids = RTP_NEW_ARRAY(context->arena, rtp_str, len);
    if (old > 0) {
        memcpy(items, entries->items, old * kind->size);
    }
    bool ok = true;
    for (size_t i = 0; i < len; i++) {
        char *entry = items + i * kind->size;
        if (i >= old) {
            const char *form = (const char *)forms->items + (i - old) * kind->form_size;
            rtp_str pointer = rtp_pointer_index(context->arena, kind->list, i - old);
            ok = kind->compile(form, pointer, context, entry) && ok;
            ok = rtp_id_check(&(rtp_ids){kind->list, ids, i, old}, id_of(entry), context) && ok;
        }
        ids[i] = id_of(entry);
    }
    *entries = (rtp_entries){items, len};
    return ok;
}

/* ---- examples ---- */

bool rtp_pack_examples(const rtp_source *source, rtp_arena *arena, rtp_diags *diags, size_t *run)
{
    rtp_pack pack = {0};
    rtp_examples examples = {0};
    rtp_pack_file file = {
        .context = {.source = source, .arena = arena, .diags = diags}, .pack = &pack, .examples = &examples};
    const pack_kind *kind = open_file(&file);
    if (!kind || !kind->bind(&file)) {
        return false;
    }
    *run = examples.len;
    return rtp_examples_run(&examples, &file.context);
}
