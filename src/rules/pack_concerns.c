/* Concern files: what a manager may worry about, why that is fair, and which research speaks to it.
 * A title and an interest are read by others, so the rules of style hold for them. */
#include "rules/pack.h"
#include "rules/pack_words.h"
#include "rules/phrase.h"
#include "rules/style.h"

typedef struct concern_form {
    rtp_str id, title, interest, never;
    rtp_choices evidence;
    const rtp_json *action, *measure;
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
    RTP_ROW(concern_form, action, "action", RAW, .required = true),
    RTP_ROW(concern_form, measure, "measure", RAW, .required = true),
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

/* What is offered for a concern may be printed anywhere, so it may read nothing but shareable facts. */
static bool load_wording(const concern_form *form, rtp_str pointer, const rtp_context *context,
                         rtp_concern_entry *entry)
{
    bool ok = true;
    if (form->action) {
        ok = rtp_phrases_load(form->action, rtp_pointer_key(context->arena, pointer, rtp_lit("action")), context,
                              &entry->action);
    }
    if (form->measure) {
        ok = rtp_phrases_load(form->measure, rtp_pointer_key(context->arena, pointer, rtp_lit("measure")), context,
                              &entry->measure) &&
             ok;
    }
    return ok;
}

static bool compile(const void *item, rtp_str pointer, const rtp_context *context, void *entry)
{
    const concern_form *form = item;
    rtp_concern_entry *out = entry;
    *out = (rtp_concern_entry){.id = form->id,
                               .title = form->title,
                               .interest = form->interest,
                               .never = form->never,
                               .evidence = rtp_choices_set(form->evidence),
                               .only_if_said = form->only_if_said == RTP_FLAG_YES};
    bool ok = check_known(form->id, pointer, context);
    ok = check_style(form, pointer, context) && ok;
    return load_wording(form, pointer, context, out) && ok;
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
