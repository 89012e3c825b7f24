/* Concern files: what a manager may worry about, why that is fair, and which research speaks to it.
 * A title and an interest are read by others, so the rules of style hold for them. */
#include "rules/pack.h"
#include "rules/pack_words.h"
#include "rules/packed.h"
#include "rules/phrase.h"
#include "rules/style.h"

typedef struct concern_form {
    rtp_str id, title, interest, never;
    rtp_choices evidence;
    rtp_texts seeds;
    const rtp_json *acknowledge, *say, *action, *measure;
    rtp_flag only_if_said;
} concern_form;

typedef struct file_form {
    rtp_objects concerns;
} file_form;

static const rtp_field concern_fields[] = {
    RTP_ROW(concern_form, id, "id", TEXT, .required = true),
    RTP_ROW(concern_form, title, "title", TEXT, .required = true),
    RTP_ROW(concern_form, interest, "interest", TEXT, .required = true),
    RTP_ROW(concern_form, never, "never", TEXT),
    RTP_ROW(concern_form, evidence, "evidence", CHOICES, .words = &rtp_pack_topics),
    RTP_ROW(concern_form, acknowledge, "acknowledge", RAW),
    RTP_ROW(concern_form, say, "say", RAW),
    RTP_ROW(concern_form, action, "action", RAW, .required = true),
    RTP_ROW(concern_form, measure, "measure", RAW, .required = true),
    RTP_ROW(concern_form, seeds, "seeds", TEXTS),
    RTP_ROW(concern_form, only_if_said, "only_if_said", FLAG),
};
static const rtp_shape concern_shape = {"concern", concern_fields, RTP_COUNT(concern_fields), sizeof(concern_form),
                                        false};

static const rtp_field file_fields[] = {
    RTP_ROW(file_form, concerns, "concerns", OBJECTS, .required = true, .shape = &concern_shape),
};
static const rtp_shape file_shape = {"concerns", file_fields, RTP_COUNT(file_fields), sizeof(file_form), false};

/* A profile can only name the concerns that the catalogue of facts knows. */
static bool check_known(rtp_str id, rtp_str pointer, const rtp_context *context)
{
    int fact = rtp_fact_find(rtp_lit("concern.about"));
    const rtp_texts *words = fact < 0 ? NULL : rtp_fact_at((size_t)fact)->words;
    for (size_t i = 0; words && i < words->len; i++) {
        if (rtp_str_equal(words->items[i], id)) {
            return true;
        }
    }
    if (!words || id.len == 0) {
        return true;
    }
    rtp_str nearest = rtp_str_nearest(id, words->items, words->len);
    rtp_context_report(
        context, (rtp_spot){.pointer = rtp_pointer_key(context->arena, pointer, rtp_lit("id"))},
        (rtp_fault){.code = "R0049",
                    .message =
                        rtp_arena_format(context->arena, "no profile can name the concern \"%.*s\"", RTP_FMT(id)),
                    .found = id,
                    .expected = rtp_lit("the id of a concern"),
                    .hint = nearest.ptr ? rtp_arena_format(context->arena, "did you mean \"%.*s\"?", RTP_FMT(nearest))
                                        : rtp_lit("`rtopitch schema` lists the concerns")});
    return false;
}

static bool check_style(const concern_form *form, rtp_str pointer, const rtp_context *context)
{
    bool ok = rtp_style_check(form->title, rtp_pointer_key(context->arena, pointer, rtp_lit("title")), context);
    return rtp_style_check(form->interest, rtp_pointer_key(context->arena, pointer, rtp_lit("interest")), context) &&
           ok;
}

/* A pack that says only what lies beneath a concern acknowledges it with that. */
static rtp_phrases plain_phrase(rtp_str text, rtp_arena *arena)
{
    rtp_buf phrase = rtp_buf_make(SIZE_MAX), phrases = rtp_buf_make(SIZE_MAX);
    rtp_segment_put(&(rtp_segment){.text = text, .fact = RTP_LITERAL}, &phrase);
    rtp_packed_put(rtp_buf_text(&phrase), &phrases);
    rtp_phrases made = rtp_packed_make(rtp_buf_text(&phrases), arena);
    rtp_buf_free(&phrase);
    rtp_buf_free(&phrases);
    return made;
}

/* The whole list, its length included, so that it is found in its place as it would be alone. */
static rtp_str packed_text(rtp_packed list)
{
    rtp_str items = rtp_packed_items(list);
    return list.bytes ? (rtp_str){list.bytes, (size_t)(items.ptr - list.bytes) + items.len} : (rtp_str){NULL, 0};
}

/* What is said about a concern may be printed anywhere, so it may print nothing but shareable facts, those of
 * its concern among them. */
static bool load_phrases(const concern_form *form, rtp_str pointer, const rtp_context *context,
                         rtp_str texts[RTP_CONCERN_TEXT_COUNT])
{
    const struct {
        const rtp_json *node;
        const char *key;
        rtp_concern_text text;
    } rows[] = {
        {form->acknowledge, "acknowledge", RTP_CONCERN_ACKNOWLEDGE},
        {form->say, "say", RTP_CONCERN_SAY},
        {form->action, "action", RTP_CONCERN_ACTION},
        {form->measure, "measure", RTP_CONCERN_MEASURE},
    };
    rtp_context inside = *context;
    inside.scope = RTP_CONCERNS;
    inside.wording = true;
    bool ok = true;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        bool spoken = rows[i].text < RTP_CONCERN_ACTION;
        rtp_phrases phrases = spoken ? plain_phrase(form->interest, context->arena) : (rtp_phrases){NULL};
        rtp_str place = rtp_pointer_key(context->arena, pointer, rtp_str_from(rows[i].key));
        ok = (!rows[i].node || rtp_phrases_load(rows[i].node, place, &inside, &phrases)) && ok;
        texts[rows[i].text] = packed_text(phrases);
    }
    return ok;
}

static bool compile(const void *item, rtp_str pointer, const rtp_context *context, void *entry)
{
    const concern_form *form = item;
    rtp_str texts[RTP_CONCERN_TEXT_COUNT] = {
        [RTP_CONCERN_TITLE] = form->title, [RTP_CONCERN_INTEREST] = form->interest, [RTP_CONCERN_NEVER] = form->never};
    bool ok = check_known(form->id, pointer, context);
    ok = check_style(form, pointer, context) && ok;
    ok = load_phrases(form, pointer, context, texts) && ok;
    ok = rtp_seeds_load(form->seeds, rtp_pointer_key(context->arena, pointer, rtp_lit("seeds")), context,
                        &texts[RTP_CONCERN_SEEDS]) &&
         ok;
    rtp_str joined = rtp_packed_join(texts, RTP_CONCERN_TEXT_COUNT, context->arena);
    *(rtp_concern_entry *)entry = (rtp_concern_entry){.id = form->id,
                                                      .texts = rtp_packed_make(joined, context->arena),
                                                      .evidence = rtp_choices_set(form->evidence),
                                                      .only_if_said = form->only_if_said == RTP_FLAG_YES};
    return ok;
}

static const rtp_entry_kind kind = {RTP_STR("/concerns"), sizeof(concern_form), sizeof(rtp_concern_entry), compile};

bool rtp_concerns_bind(rtp_pack_file *file)
{
    const rtp_context *context = &file->context;
    file_form form = {0};
    rtp_entries entries = {file->pack->concerns, file->pack->concern_count};
    bool bound = rtp_bind(file->root, &file_shape, context->source, context->arena, context->diags, &form);
    bool good = rtp_entries_add(&kind, &form.concerns, context, &entries);
    file->pack->concerns = entries.items;
    file->pack->concern_count = entries.len;
    return good && bound;
}
