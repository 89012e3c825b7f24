/* Seeds: the pieces of advice that the rules apply, each with its gist or the reason why no rule does.
 * Rules and concerns name them, so that nothing of the advice is lost without anybody noticing. */
#include "rules/pack.h"
#include "rules/packed.h"

typedef struct seed_form {
    rtp_str id, gist, not_emitted;
    rtp_texts lint;
} seed_form;

typedef struct file_form {
    rtp_objects seeds;
} file_form;

static const rtp_field seed_fields[] = {
    RTP_ROW(seed_form, id, "id", TEXT, .required = true),
    RTP_ROW(seed_form, gist, "gist", TEXT, .required = true),
    RTP_ROW(seed_form, lint, "lint", TEXTS),
    RTP_ROW(seed_form, not_emitted, "not_emitted", TEXT),
};
static const rtp_shape seed_shape = {"seed", seed_fields, RTP_COUNT(seed_fields), sizeof(seed_form), false};

static const rtp_field file_fields[] = {
    RTP_ROW(file_form, seeds, "seeds", OBJECTS, .required = true, .shape = &seed_shape),
};
static const rtp_shape file_shape = {"seeds", file_fields, RTP_COUNT(file_fields), sizeof(file_form), false};

bool rtp_seed_next(rtp_str *items, rtp_seed *seed)
{
    return rtp_packed_next(items, &seed->id) && rtp_packed_next(items, &seed->gist) &&
           rtp_packed_next(items, &seed->lint) && rtp_packed_next(items, &seed->not_emitted);
}

/* ---- seeds that rules and concerns name ---- */

static bool is_seed(rtp_str seed)
{
    bool digits = seed.len == 3;
    for (size_t i = 1; digits && i < 3; i++) {
        digits = seed.ptr[i] >= '0' && seed.ptr[i] <= '9';
    }
    return digits && (seed.ptr[0] == 'D' || seed.ptr[0] == 'P');
}

/* Without a list of seeds, as when a user's pack is read alone, any seed will do. */
static bool is_known(rtp_str id, const rtp_context *context)
{
    rtp_str items = rtp_packed_items(context->seeds);
    bool known = items.len == 0;
    for (rtp_seed seed; !known && rtp_seed_next(&items, &seed);) {
        known = rtp_str_equal(seed.id, id);
    }
    return known;
}

static bool report(rtp_str id, rtp_str pointer, const rtp_context *context)
{
    rtp_context_report(context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0048",
                                   .message = rtp_arena_format(context->arena, "\"%.*s\" is no seed", RTP_FMT(id)),
                                   .found = id,
                                   .expected = rtp_lit("D or P and two digits"),
                                   .hint = rtp_lit("seeds name the advice a rule applies, such as \"D08\"; `rtopitch "
                                                   "rules --seeds` lists them")});
    return false;
}

bool rtp_seeds_load(rtp_texts ids, rtp_str pointer, const rtp_context *context, rtp_str *items)
{
    bool ok = true;
    for (size_t i = 0; i < ids.len; i++) {
        bool good = is_seed(ids.items[i]) && is_known(ids.items[i], context);
        ok = (good || report(ids.items[i], rtp_pointer_index(context->arena, pointer, i), context)) && ok;
    }
    *items = rtp_packed_join(ids.items, ids.len, context->arena);
    return ok;
}

/* ---- the list of seeds ---- */

static bool compile(const void *item, rtp_str pointer, const rtp_context *context, void *entry)
{
    const seed_form *form = item;
    *(rtp_seed *)entry = (rtp_seed){.id = form->id,
                                    .gist = form->gist,
                                    .lint = rtp_packed_join(form->lint.items, form->lint.len, context->arena),
                                    .not_emitted = form->not_emitted};
    return form->id.len == 0 || is_seed(form->id) ||
           report(form->id, rtp_pointer_key(context->arena, pointer, rtp_lit("id")), context);
}

static const rtp_entry_kind kind = {RTP_STR("/seeds"), sizeof(seed_form), sizeof(rtp_seed), compile};

static rtp_entries unpack(rtp_packed seeds, rtp_arena *arena)
{
    size_t len = 0;
    rtp_seed seed;
    for (rtp_str items = rtp_packed_items(seeds); rtp_seed_next(&items, &seed);) {
        len++;
    }
    rtp_seed *list = RTP_NEW_ARRAY(arena, rtp_seed, len);
    rtp_str items = rtp_packed_items(seeds);
    for (size_t i = 0; i < len; i++) {
        rtp_seed_next(&items, &list[i]);
    }
    return (rtp_entries){list, len};
}

static rtp_packed pack(rtp_entries seeds, rtp_arena *arena)
{
    enum { TEXTS = 4 };
    const rtp_seed *list = seeds.items;
    rtp_str *texts = RTP_NEW_ARRAY(arena, rtp_str, seeds.len * TEXTS);
    for (size_t i = 0; i < seeds.len; i++) {
        texts[i * TEXTS] = list[i].id;
        texts[i * TEXTS + 1] = list[i].gist;
        texts[i * TEXTS + 2] = list[i].lint;
        texts[i * TEXTS + 3] = list[i].not_emitted;
    }
    return rtp_packed_make(rtp_packed_join(texts, seeds.len * TEXTS, arena), arena);
}

bool rtp_seeds_bind(rtp_pack_file *file)
{
    const rtp_context *context = &file->context;
    file_form form = {0};
    bool bound = rtp_bind(file->root, &file_shape, context->source, context->arena, context->diags, &form);
    rtp_entries seeds = unpack(file->pack->seeds, context->arena);
    bool good = rtp_entries_add(&kind, &form.seeds, context, &seeds);
    file->pack->seeds = pack(seeds, context->arena);
    return good && bound;
}
