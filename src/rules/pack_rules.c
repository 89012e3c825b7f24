/* Rules files. The table of fields checks shape and spelling; what a row cannot say (conditions,
 * phrases, reach, examples) is compiled after it, rule by rule, so that every problem is found. */
#include "rules/condition.h"
#include "rules/pack.h"
#include "rules/pack_words.h"
#include "rules/packed.h"
#include "rules/phrase.h"

enum { STRENGTH_DEFAULT = 50, STRENGTH_MOST = 100, EVIDENCE_MOST = 5, CELLS_MOST = 8 };

/* ---- the form of a file ---- */

typedef struct want_form {
    bool known;
    int concern, direction;
    rtp_count most;
    rtp_flag all_concerns;
} want_form;

typedef struct point_form {
    rtp_str section, slot;
    rtp_count strength;
    rtp_str argues;
    const rtp_json *lead, *text, *cells;
    want_form evidence;
    const rtp_json *add;
} point_form;

typedef struct example_form {
    const rtp_json *facts;
    rtp_flag fires;
} example_form;

typedef struct rule_form {
    rtp_str id;
    rtp_texts seeds;
    int for_each;
    const rtp_json *when;
    rtp_flag personal;
    point_form point;
    rtp_objects examples;
} rule_form;

typedef struct file_form {
    rtp_str module;
    rtp_objects rules;
} file_form;

static const rtp_field want_fields[] = {
    RTP_ROW(want_form, concern, "concern", CHOICE, .words = &rtp_pack_topics),
    RTP_ROW(want_form, direction, "direction", CHOICE, .words = &rtp_pack_directions),
    RTP_ROW(want_form, most, "most", COUNT, .least = 1, .most = EVIDENCE_MOST),
    RTP_ROW(want_form, all_concerns, "all_concerns", FLAG),
};
static const rtp_shape want_shape = {"evidence", want_fields, RTP_COUNT(want_fields), sizeof(want_form), true};

static const rtp_field point_fields[] = {
    RTP_ROW(point_form, section, "section", TEXT, .required = true),
    RTP_ROW(point_form, slot, "slot", TEXT),
    RTP_ROW(point_form, strength, "strength", COUNT, .least = 0, .most = STRENGTH_MOST),
    RTP_ROW(point_form, argues, "argues", TEXT),
    RTP_ROW(point_form, lead, "lead", RAW),
    RTP_ROW(point_form, text, "text", RAW),
    RTP_ROW(point_form, cells, "cells", RAW),
    RTP_ROW(point_form, evidence, "evidence", OBJECT, .shape = &want_shape),
    RTP_ROW(point_form, add, "add", RAW),
};
static const rtp_shape point_shape = {"point", point_fields, RTP_COUNT(point_fields), sizeof(point_form), false};

static const rtp_field example_fields[] = {
    RTP_ROW(example_form, facts, "facts", RAW, .required = true),
    RTP_ROW(example_form, fires, "fires", FLAG, .required = true),
};
static const rtp_shape example_shape = {"example", example_fields, RTP_COUNT(example_fields), sizeof(example_form),
                                        false};

static const rtp_field rule_fields[] = {
    RTP_ROW(rule_form, id, "id", TEXT, .required = true),
    RTP_ROW(rule_form, seeds, "seeds", TEXTS),
    RTP_ROW(rule_form, for_each, "for_each", CHOICE, .words = &rtp_pack_scopes),
    RTP_ROW(rule_form, when, "when", RAW),
    RTP_ROW(rule_form, personal, "private", FLAG),
    RTP_ROW(rule_form, point, "point", OBJECT, .required = true, .shape = &point_shape),
    RTP_ROW(rule_form, examples, "examples", OBJECTS, .shape = &example_shape),
};
static const rtp_shape rule_shape = {"rule", rule_fields, RTP_COUNT(rule_fields), sizeof(rule_form), false};

static const rtp_field file_fields[] = {
    RTP_ROW(file_form, module, "module", TEXT, .required = true),
    RTP_ROW(file_form, rules, "rules", OBJECTS, .required = true, .shape = &rule_shape),
};
static const rtp_shape file_shape = {"rules", file_fields, RTP_COUNT(file_fields), sizeof(file_form), false};

/* ---- one rule ---- */

typedef struct compiler {
    const rule_form *form;
    const rtp_json *node; /* what the form was read from */
    rtp_context context;  /* the reach of this rule */
    rtp_str pointer;      /* of this rule */
    rtp_rule *rule;
} compiler;

static rtp_str member(const compiler *c, const char *path)
{
    return rtp_arena_format(c->context.arena, "%.*s/%s", RTP_FMT(c->pointer), path);
}

static bool report_point(const compiler *c, rtp_str pointer, const char *message, const char *hint)
{
    rtp_context_report(&c->context, (rtp_spot){.pointer = pointer},
                       (rtp_fault){.code = "R0042", .message = rtp_str_from(message), .hint = rtp_str_from(hint)});
    return false;
}

static bool has_empty(const rtp_phrases *phrases)
{
    rtp_str rest = rtp_packed_items(*phrases), phrase;
    rtp_packed when;
    while (rtp_packed_next(&rest, &phrase)) {
        rtp_phrase_when(&phrase, &when);
        if (phrase.len == 0) {
            return true;
        }
    }
    return false;
}

static bool compile_words(const compiler *c, const rtp_json *node, const char *path, rtp_phrases *out)
{
    if (!node) {
        return true;
    }
    rtp_str pointer = member(c, path);
    if (!rtp_phrases_load(node, pointer, &c->context, out)) {
        return false;
    }
    return !has_empty(out) ||
           report_point(c, pointer, "a point cannot be empty", "leave the rule to stay silent: add a \"when\"");
}

static bool compile_cells(const compiler *c)
{
    const rtp_json *cells = c->form->point.cells;
    if (!cells) {
        return true;
    }
    size_t count = rtp_json_kind_of(cells) == RTP_JSON_ARRAY ? rtp_json_count(cells) : 0;
    rtp_str pointer = member(c, "point/cells");
    if (count == 0 || count > CELLS_MOST) {
        return report_point(c, pointer, "\"cells\" is a list of one to eight cells",
                            "one phrase, or a list of alternatives, for each column");
    }
    rtp_phrases *out = RTP_NEW_ARRAY(c->context.arena, rtp_phrases, count);
    bool ok = true;
    size_t i = 0;
    for (const rtp_json *cell = rtp_json_first(cells); cell; cell = rtp_json_next(cell), i++) {
        ok = rtp_phrases_load(cell, rtp_pointer_index(c->context.arena, pointer, i), &c->context, &out[i]) && ok;
    }
    c->rule->cells = out;
    c->rule->cell_count = (uint8_t)count;
    return ok;
}

static bool compile_point(const compiler *c)
{
    const point_form *point = &c->form->point;
    bool ok = compile_words(c, point->lead, "point/lead", &c->rule->lead);
    ok = compile_words(c, point->text, "point/text", &c->rule->text) && ok;
    ok = compile_cells(c) && ok;
    if (!point->text == !point->cells && point->section.ptr) {
        return report_point(c, member(c, "point"),
                            point->text ? "a point has \"text\" or \"cells\", not both" : "a point without words",
                            "write \"text\", or \"cells\" for the row of a table");
    }
    if (point->lead && point->cells) {
        return report_point(c, member(c, "point/lead"), "the row of a table has no \"lead\"",
                            "put it into the first cell");
    }
    return ok;
}

static bool is_concern_scope(rtp_scope scope)
{
    return scope == RTP_CONCERNS || scope == RTP_MITIGATIONS || scope == RTP_SCOPE_COUNT;
}

/* A topic that was refused is one, too. */
static bool names_topic(const compiler *c)
{
    const rtp_json *point = rtp_json_find(c->node, rtp_lit("point"));
    const rtp_json *evidence = point ? rtp_json_find(point, rtp_lit("evidence")) : NULL;
    return evidence && rtp_json_find(evidence, rtp_lit("concern"));
}

static bool compile_want(const compiler *c)
{
    const want_form *want = &c->form->point.evidence;
    if (!want->known) {
        return true;
    }
    rtp_evidence_want *out = &c->rule->evidence;
    out->concern = (uint8_t)want->concern;
    out->direction = (uint8_t)want->direction;
    out->most = (uint8_t)(want->most.known ? want->most.value : 1);
    out->all_concerns = want->all_concerns == RTP_FLAG_YES;
    if (names_topic(c) || is_concern_scope(c->context.scope) || out->all_concerns) {
        return true;
    }
    rtp_context_report(&c->context, (rtp_spot){.pointer = member(c, "point/evidence")},
                       (rtp_fault){.code = "R0045",
                                   .message = rtp_lit("research about what? This rule walks no concerns"),
                                   .hint = rtp_lit("add \"concern\", such as \"mentoring\", to \"evidence\", or "
                                                   "\"all_concerns\": true")});
    return false;
}

/* ---- examples of one rule ---- */

static void keep_example(rtp_pack_file *file, rtp_example example)
{
    rtp_examples *list = file->examples;
    if (!list) {
        return;
    }
    list->items = rtp_array_grow(file->context.arena, list->items, list->len, &list->cap, sizeof *list->items);
    list->items[list->len++] = example;
}

static bool check_examples(const compiler *c, const bool seen[2])
{
    if (!c->form->when || (seen[false] && seen[true])) {
        return true;
    }
    const char *missing = seen[true] ? " that does not fire" : seen[false] ? " that fires" : "s";
    rtp_context_report(&c->context, (rtp_spot){.pointer = member(c, "id")},
                       (rtp_fault){.code = "R0043",
                                   .message = rtp_arena_format(c->context.arena, "\"%.*s\" has no example%s",
                                                               RTP_FMT(c->form->id), missing),
                                   .expected = rtp_lit("an example that fires and one that does not"),
                                   .hint = rtp_lit("add \"examples\": [{\"facts\": {...}, \"fires\": true}, ...]")});
    return false;
}

static bool compile_examples(const compiler *c, rtp_pack_file *file)
{
    bool seen[2] = {false, false};
    bool ok = true;
    for (size_t i = 0; i < c->form->examples.len; i++) {
        const example_form *form = (const example_form *)c->form->examples.items + i;
        rtp_example example = {.rule = c->rule, .fires = form->fires == RTP_FLAG_YES};
        example.pointer = rtp_pointer_index(c->context.arena, member(c, "examples"), i);
        seen[example.fires] = true;
        rtp_str facts = rtp_pointer_key(c->context.arena, example.pointer, rtp_lit("facts"));
        ok = rtp_given_load(form->facts, facts, &c->context, &example.given) && ok;
        keep_example(file, example);
    }
    return check_examples(c, seen) && ok;
}

static bool load_seeds(const compiler *c, rtp_rule *rule)
{
    rtp_str items = {NULL, 0};
    bool ok = rtp_seeds_load(c->form->seeds, member(c, "seeds"), &c->context, &items);
    rule->seeds = items.len ? rtp_packed_make(items, c->context.arena) : (rtp_packed){NULL};
    return ok;
}

static void fill(const rule_form *form, const rtp_context *context, rtp_rule *out)
{
    const point_form *point = &form->point;
    *out = (rtp_rule){.id = form->id,
                      .scope = context->scope,
                      .personal = context->personal,
                      .section = point->section,
                      .slot = point->slot,
                      .strength = (uint8_t)(point->strength.known ? point->strength.value : STRENGTH_DEFAULT),
                      .argues = point->argues};
}

/* A "for_each" that was refused must not make every fact of its list look out of reach. */
static rtp_context make_reach(const rule_form *form, const rtp_json *node, const rtp_context *file)
{
    rtp_context reach = *file;
    bool refused = form->for_each == 0 && rtp_json_find(node, rtp_lit("for_each"));
    reach.scope = refused ? RTP_SCOPE_COUNT : (rtp_scope)form->for_each;
    reach.personal = form->personal == RTP_FLAG_YES;
    reach.evidence = form->point.evidence.known;
    return reach;
}

static bool compile_rule(compiler c, rtp_pack_file *file)
{
    const rule_form *form = c.form;
    rtp_rule *rule = c.rule;
    fill(form, &c.context, rule);
    bool ok = true;
    if (form->when) {
        ok = rtp_condition_load(form->when, member(&c, "when"), &c.context, &rule->when);
    }
    ok = compile_point(&c) && ok;
    ok = compile_want(&c) && ok;
    if (form->point.add) {
        ok = rtp_add_load(form->point.add, member(&c, "point/add"), &c.context, &rule->add) && ok;
    }
    ok = load_seeds(&c, rule) && ok;
    return compile_examples(&c, file) && ok;
}

/* ---- the file ---- */

static bool compile_rules(const file_form *form, rtp_pack_file *file)
{
    const rtp_json *node = rtp_json_first(rtp_json_find(file->root, rtp_lit("rules")));
    rtp_pack *pack = file->pack;
    rtp_arena *arena = file->context.arena;
    size_t old = pack->rule_count, count = form->rules.len;
    rtp_rule *rules = RTP_NEW_ARRAY(arena, rtp_rule, old + count);
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, old + count);
    for (size_t i = 0; i < old; i++) {
        rules[i] = pack->rules[i];
        ids[i] = rules[i].id;
    }
    bool ok = true;
    for (size_t i = 0; i < count; i++, node = rtp_json_next(node)) {
        const rule_form *rule = (const rule_form *)form->rules.items + i;
        compiler c = {rule, node, make_reach(rule, node, &file->context), rtp_arena_format(arena, "/rules/%zu", i),
                      &rules[old + i]};
        ids[old + i] = rule->id;
        ok = rtp_id_check(&(rtp_ids){rtp_lit("/rules"), ids, old + i, old}, rule->id, &file->context) && ok;
        ok = compile_rule(c, file) && ok;
    }
    pack->rules = rules;
    pack->rule_count = old + count;
    return ok;
}

bool rtp_rules_bind(rtp_pack_file *file)
{
    const rtp_context *context = &file->context;
    file_form form = {0};
    bool bound = rtp_bind(file->root, &file_shape, context->source, context->arena, context->diags, &form);
    return compile_rules(&form, file) && bound;
}
