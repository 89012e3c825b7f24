/* Findings about wording as diagnostics, and where a profile's own texts are. What would harm the case is taken
 * out of the profile before a document for others is made of it, and told. */
#include "app/lint.h"

#include <string.h>

rtp_diag rtp_lint_diag(const rtp_lint_rule *rule, rtp_severity severity, rtp_arena *arena)
{
    rtp_lint_words words = rtp_lint_words_of(rtp_embedded_lint(), rule);
    return (rtp_diag){.severity = severity,
                      .code = rtp_lint_code(rule),
                      .message = rtp_arena_format(arena, "%.*s: %.*s", RTP_FMT(words.title), RTP_FMT(words.why)),
                      .hint = words.better};
}

void rtp_text_lint(const rtp_source *source, rtp_arena *arena, rtp_diags *diags)
{
    const rtp_lint_pack *pack = rtp_embedded_lint();
    rtp_linter linter = {.pack = pack, .arena = arena, .rules = rtp_lint_all(pack), .markdown = true};
    rtp_lint_text(&linter, source->text);
    for (size_t i = 0; i < linter.len; i++) {
        const rtp_lint_finding *finding = &linter.items[i];
        rtp_diag diag = rtp_lint_diag(finding->rule, (rtp_severity)finding->rule->severity, diags->arena);
        diag.source = source;
        diag.offset = finding->from;
        diag.length = finding->len;
        diag.found = (rtp_str){source->text.ptr + finding->from, finding->len};
        rtp_diags_put(diags, diag);
    }
}

/* ---- the texts of a profile ---- */

typedef struct walker walker;

struct walker {
    rtp_linter linter;
    const rtp_source *source;
    rtp_arena *arena;
    void (*tell)(walker *w, rtp_str pointer, rtp_str whole); /* about the findings in a text */
    rtp_diags *diags;
    rtp_str *cuts; /* pointers of what is to be left out */
    size_t cut_len, cut_cap;
    size_t items_behind, place_behind; /* in the list of texts under way: items placed, and the place after them */
    const rtp_json_map *map;           /* of the source; NULL until something is found */
};

typedef struct step { /* one step of a path; the root has none above it */
    const struct step *up;
    const char *key; /* NULL: an item of a list */
    size_t index;
    bool required;
} step;

static const rtp_json_map *map_of(walker *w)
{
    if (!w->map) {
        w->map = rtp_json_map_make(w->source->text, w->arena);
    }
    return w->map;
}

static rtp_str pointer_of(const walker *w, const step *at)
{
    if (!at || !at->up) {
        return rtp_lit("");
    }
    rtp_str above = pointer_of(w, at->up);
    return at->key ? rtp_arena_format(w->arena, "%.*s/%s", RTP_FMT(above), at->key)
                   : rtp_arena_format(w->arena, "%.*s/%zu", RTP_FMT(above), at->index);
}

static bool is_blank_literal(rtp_str text)
{
    for (size_t i = 1; i + 1 < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\') {
            c = strchr("nrt", text.ptr[i + 1]) ? ' ' : 'x';
            i++;
        }
        if (c != ' ') {
            return false;
        }
    }
    return true;
}

static void start_list(walker *w)
{
    w->items_behind = 0;
    w->place_behind = 0;
}

/* A bound list leaves out blank texts, so an item may stand further down in the file. Items are asked for in
 * their order, so that the search goes on where it ended. */
static size_t place_in_list(walker *w, rtp_str list, size_t wanted)
{
    size_t offset = 0, length = 0;
    for (size_t at = w->place_behind;; at++) {
        rtp_str item = rtp_arena_format(w->arena, "%.*s/%zu", RTP_FMT(list), at);
        if (!rtp_json_map_locate(map_of(w), item, false, &offset, &length)) {
            return wanted;
        }
        w->place_behind = at + 1;
        bool blank_text = is_blank_literal((rtp_str){w->source->text.ptr + offset, length});
        if (!blank_text && w->items_behind++ == wanted) {
            return at;
        }
    }
}

/* What is left out when this text is: itself, or the item that is nothing without it. */
static rtp_str cut_of(const walker *w, const step *at)
{
    bool whole_item = at->key && at->required && at->up && at->up->up && !at->up->key;
    return pointer_of(w, whole_item ? at->up : at);
}

static void note_cut(walker *w, const step *at)
{
    rtp_str pointer = cut_of(w, at);
    w->cuts = rtp_array_grow(w->arena, w->cuts, w->cut_len, &w->cut_cap, sizeof *w->cuts);
    w->cuts[w->cut_len++] = pointer;
}

static void walk_text(walker *w, rtp_str text, const step *at)
{
    if (text.len == 0) {
        return;
    }
    rtp_lint_text(&w->linter, text);
    if (w->linter.len == 0) {
        return;
    }
    step placed = *at;
    if (!at->key) {
        placed.index = place_in_list(w, pointer_of(w, at->up), at->index);
    }
    w->tell(w, pointer_of(w, &placed), text);
    note_cut(w, &placed);
}

static void walk_object(walker *w, const rtp_shape *shape, const void *object, const step *at);

static void walk_texts(walker *w, const rtp_texts *texts, const step *at)
{
    start_list(w);
    for (size_t i = 0; i < texts->len; i++) {
        walk_text(w, texts->items[i], &(step){.up = at, .index = i});
    }
}

static void walk_objects(walker *w, const rtp_field *field, const rtp_objects *objects, const step *at)
{
    for (size_t i = 0; i < objects->len; i++) {
        const void *item = (const char *)objects->items + i * field->shape->size;
        walk_object(w, field->shape, item, &(step){.up = at, .index = i});
    }
}

static void walk_object(walker *w, const rtp_shape *shape, const void *object, const step *at)
{
    for (size_t i = 0; i < shape->count; i++) {
        const rtp_field *field = &shape->fields[i];
        const void *member = (const char *)object + field->offset;
        step here = {.up = at, .key = field->key, .required = field->required};
        if (field->voice != RTP_VOICE_OWN) {
            continue;
        }
        if (field->type == RTP_FIELD_TEXT) {
            walk_text(w, *(const rtp_str *)member, &here);
        } else if (field->type == RTP_FIELD_TEXTS) {
            walk_texts(w, member, &here);
        } else if (field->type == RTP_FIELD_OBJECT) {
            walk_object(w, field->shape, member, &here);
        } else if (field->type == RTP_FIELD_OBJECTS) {
            walk_objects(w, field, member, &here);
        }
    }
}

static rtp_lint_set ignored(const rtp_profile *profile)
{
    const rtp_texts *codes = &profile->meta.ignore;
    rtp_lint_set set = 0;
    for (size_t i = 0; i < codes->len; i++) {
        const rtp_lint_rule *rule = rtp_lint_rule_find(rtp_embedded_lint(), codes->items[i]);
        set |= rule ? rtp_lint_bit(rule) : 0;
    }
    return set;
}

static walker walk_profile(const rtp_job *job, rtp_severity least, rtp_arena *arena, rtp_diags *diags,
                           void (*tell)(walker *w, rtp_str pointer, rtp_str whole))
{
    const rtp_lint_pack *pack = rtp_embedded_lint();
    rtp_source *source = RTP_NEW(arena, rtp_source); /* diagnostics may outlive the job */
    *source = job->source;
    walker w = {
        .linter = {.pack = pack, .arena = arena}, .source = source, .arena = arena, .tell = tell, .diags = diags};
    w.linter.rules = rtp_lint_in_profile(pack, least) & ~ignored(job->profile);
    walk_object(&w, &rtp_profile_shape, job->profile, &(step){0});
    return w;
}

/* ---- all that there is to say about the words of a profile ---- */

static rtp_diag diag_at(walker *w, const rtp_lint_finding *finding, rtp_str pointer, rtp_str whole)
{
    const rtp_lint_rule *rule = finding->rule;
    rtp_diag diag = rtp_lint_diag(rule, (rtp_severity)(rule->profile - 1), w->diags->arena);
    diag.source = w->source;
    diag.pointer = pointer;
    diag.found = (rtp_str){whole.ptr + finding->from, finding->len};
    rtp_json_part part = {finding->from, finding->len};
    rtp_json_map_locate_part(map_of(w), pointer, part, &diag.offset, &diag.length);
    return diag;
}

static void tell_all(walker *w, rtp_str pointer, rtp_str whole)
{
    for (size_t i = 0; i < w->linter.len; i++) {
        rtp_diags_put(w->diags, diag_at(w, &w->linter.items[i], pointer, whole));
    }
}

static bool is_code_shaped(rtp_str text)
{
    return text.len == 3 && text.ptr[0] == 'L' && text.ptr[1] >= '0' && text.ptr[1] <= '9';
}

/* The profile's floor knows no rules about wording, so it lets every code of theirs pass. */
static void check_ignored(const rtp_job *job, walker *w)
{
    start_list(w);
    const rtp_texts *codes = &job->profile->meta.ignore;
    for (size_t i = 0; i < codes->len; i++) {
        rtp_str code = codes->items[i];
        if (!is_code_shaped(code) || rtp_lint_rule_find(rtp_embedded_lint(), code)) {
            continue;
        }
        rtp_str pointer = rtp_arena_format(w->arena, "/meta/ignore/%zu", place_in_list(w, rtp_lit("/meta/ignore"), i));
        rtp_diag diag = {
            .severity = RTP_WARNING,
            .code = "P0213",
            .source = w->source,
            .pointer = pointer,
            .message =
                rtp_arena_format(w->diags->arena, "\"%.*s\" is not the code of a rule about wording", RTP_FMT(code)),
            .found = code,
            .hint = rtp_lit("copy the code from the brackets behind the message"),
        };
        rtp_json_map_locate(map_of(w), pointer, false, &diag.offset, &diag.length);
        rtp_diags_put(w->diags, diag);
    }
}

void rtp_job_lint(const rtp_job *job, rtp_arena *arena, rtp_diags *diags)
{
    walker w = walk_profile(job, RTP_NOTE, arena, diags, tell_all);
    check_ignored(job, &w);
    rtp_advise(job->profile, w.source, w.linter.rules, diags);
}

/* ---- leaving out ---- */

static void tell_left_out(walker *w, rtp_str pointer, rtp_str whole)
{
    rtp_diag diag = diag_at(w, &w->linter.items[0], pointer, whole);
    diag.severity = RTP_WARNING;
    diag.message = rtp_arena_format(w->diags->arena, "left out of what you share: %.*s", RTP_FMT(diag.message));
    rtp_diags_put(w->diags, diag);
}

static void blank(char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        text[i] = text[i] == '\n' || text[i] == '\r' ? text[i] : ' ';
    }
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Overwrites a value, its key and one comma with blanks, so that everything else keeps its place. */
static void cut(char *text, const rtp_json_map *map, rtp_str pointer)
{
    size_t offset = 0, length = 0, key = 0, key_length = 0;
    if (!rtp_json_map_locate(map, pointer, false, &offset, &length) || text[offset] == ' ') {
        return; /* within something that is cut already */
    }
    size_t to = offset + length;
    rtp_json_map_locate(map, pointer, true, &key, &key_length);
    size_t from = key < offset ? key : offset, next = to, before = from;
    while (is_space(text[next])) {
        next++;
    }
    while (is_space(text[before - 1])) {
        before--;
    }
    if (text[next] == ',') {
        to = next + 1;
    } else if (text[before - 1] == ',') {
        from = before - 1;
    }
    blank(text, from, to);
}

/* From the last one on, so that what is within something comes before it. */
static const rtp_profile *without(walker *w, rtp_source *source)
{
    rtp_str copy = rtp_arena_copy(w->arena, w->source->text);
    char *text = rtp_arena_take(w->arena, copy.len + 1);
    memcpy(text, copy.ptr, copy.len);
    for (size_t i = w->cut_len; i > 0; i--) {
        bool again = i < w->cut_len && rtp_str_equal(w->cuts[i - 1], w->cuts[i]);
        if (!again) {
            cut(text, map_of(w), w->cuts[i - 1]);
        }
    }
    source->text = (rtp_str){text, copy.len};
    return rtp_profile_load(source, w->arena, rtp_diags_make(w->arena));
}

bool rtp_job_share(rtp_job *job, const rtp_outline *outline, rtp_arena *arena, rtp_diags *diags)
{
    walker w = walk_profile(job, RTP_ERROR, arena, diags, tell_left_out);
    if (w.cut_len == 0 || outline->personal) {
        return true;
    }
    rtp_source *source = RTP_NEW(arena, rtp_source);
    *source = job->source;
    const rtp_profile *profile = without(&w, source);
    if (!profile) {
        return false;
    }
    job->source = *source;
    rtp_job_derive(job, profile, arena);
    return true;
}
