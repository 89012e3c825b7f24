/* Loading packs, inside the floor: one function for each kind of file, and what they share. */
#ifndef RTOPITCH_RULES_PACK_H
#define RTOPITCH_RULES_PACK_H

#include <stddef.h>

#include "rules/context.h"
#include "rules/view.h"

/* A row of a field table: RTP_ROW(rule_form, id, "id", TEXT, .required = true, ...) */
#define RTP_ROW(type_name, member, name, kind, ...)                                                                    \
    {                                                                                                                  \
        .key = name, .type = RTP_FIELD_##kind, .offset = offsetof(type_name, member), __VA_ARGS__                      \
    }

typedef struct rtp_example { /* of a rule; alive only while its file is checked */
    const rtp_rule *rule;
    rtp_given given;
    rtp_str pointer;
    bool fires;
} rtp_example;

typedef struct rtp_examples {
    rtp_example *items;
    size_t len, cap;
} rtp_examples;

/* A file on its way into a pack: `context` is that of a shareable text in no scope. */
typedef struct rtp_pack_file {
    const rtp_json *root;
    rtp_context context;
    rtp_pack *pack;         /* grows; thrown away when something is wrong */
    rtp_examples *examples; /* of rules, in file order; NULL: only check them */
} rtp_pack_file;

bool rtp_rules_bind(rtp_pack_file *file);
bool rtp_concerns_bind(rtp_pack_file *file);
bool rtp_evidence_bind(rtp_pack_file *file);
bool rtp_roles_bind(rtp_pack_file *file);
bool rtp_seeds_bind(rtp_pack_file *file);

/* What a rule's "add" says, as a phrase of JSON members. False after a diagnostic. */
bool rtp_add_load(const rtp_json *node, rtp_str pointer, const rtp_context *context, rtp_phrases *out);

/* The seeds that a rule or a concern names, packed; `pointer` is that of the list. False after a diagnostic. */
bool rtp_seeds_load(rtp_texts ids, rtp_str pointer, const rtp_context *context, rtp_str *items);

/* An example's "facts" (NULL: none), in the reach of its rule. False after a diagnostic. */
bool rtp_given_load(const rtp_json *facts, rtp_str pointer, const rtp_context *context, rtp_given *out);
/* Reports the examples that do not behave as they say; true when all do. */
bool rtp_examples_run(const rtp_examples *examples, const rtp_context *context);

/* Binding reports what is wrong with the shape of a file and goes on, so that what is wrong with its
 * content is reported too: a member that could not be read is absent below. */

/* Refuses an id that is taken: `ids` are those of the pack so far, of which the first `old` came
 * from other files. `list` is this file's array, e.g. "/rules"; the id is that of its last entry. */
typedef struct rtp_ids {
    rtp_str list;
    const rtp_str *items;
    size_t len, old;
} rtp_ids;
bool rtp_id_check(const rtp_ids *ids, rtp_str id, const rtp_context *context);

/* A list of a pack file whose members become entries of a pack, each starting with its id (an rtp_str). */
typedef struct rtp_entry_kind {
    rtp_str list;           /* "/concerns" */
    size_t form_size, size; /* of a member as it was bound; of an entry */
    /* `entry` is zero. False after a diagnostic; the entry has its id all the same. */
    bool (*compile)(const void *form, rtp_str pointer, const rtp_context *context, void *entry);
} rtp_entry_kind;

typedef struct rtp_entries {
    const void *items;
    size_t len;
} rtp_entries;

/* Compiles the members behind the entries that are there, and refuses ids that are taken. Every problem
 * is reported; `entries` grows even then. */
bool rtp_entries_add(const rtp_entry_kind *kind, const rtp_objects *forms, const rtp_context *context,
                     rtp_entries *entries);

#endif
