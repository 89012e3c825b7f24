/* Prints a pack as C tables, so that the program starts with its packs in place. The bytes depend on
 * the pack alone, and every text is escaped, whatever its author wrote. */
#include "rules/closed.h"
#include "rules/packed.h"
#include "rules/phrase.h"

/* ---- members: only what is there, since the rest of an initialiser is zero ---- */

static void print_text(rtp_buf *out, const char *member, rtp_str text)
{
    if (!text.ptr) {
        return;
    }
    rtp_buf_format(out, ".%s = ", member);
    rtp_str_print(text, out);
    rtp_buf_puts(out, ", ");
}

static void print_packed(rtp_buf *out, const char *member, rtp_packed list)
{
    if (!list.bytes) {
        return;
    }
    rtp_buf_format(out, ".%s = ", member);
    rtp_packed_print(list, out);
    rtp_buf_puts(out, ", ");
}

static void print_flag(rtp_buf *out, const char *member, bool flag)
{
    if (flag) {
        rtp_buf_format(out, ".%s = true, ", member);
    }
}

/* ---- rules ---- */

static void print_rules(const rtp_pack *pack, rtp_buf *out)
{
    rtp_buf bytes = rtp_buf_make(SIZE_MAX), list = rtp_buf_make(SIZE_MAX);
    rtp_buf_put(&bytes, rtp_packed_items(pack->closed));
    rtp_rules_close(pack->rules, pack->rule_count, &bytes);
    rtp_packed_put(rtp_buf_text(&bytes), &list);
    rtp_packed_print((rtp_packed){rtp_buf_text(&list).ptr}, out);
    rtp_buf_free(&bytes);
    rtp_buf_free(&list);
}

/* ---- concerns and research ---- */

static void print_concern(rtp_buf *out, const rtp_concern_entry *entry)
{
    rtp_buf_puts(out, "    {");
    print_text(out, "id", entry->id);
    print_packed(out, "texts", entry->texts);
    rtp_buf_format(out, ".evidence = 0x%X, ", (unsigned)entry->evidence);
    print_flag(out, "only_if_said", entry->only_if_said);
    rtp_buf_puts(out, "},\n");
}

static void print_evidence(rtp_buf *out, const rtp_evidence *entry)
{
    rtp_buf_puts(out, "    {");
    print_text(out, "id", entry->id);
    print_packed(out, "texts", entry->texts);
    rtp_buf_format(out, ".concerns = 0x%X, .arrangements = 0x%X, .year = %u, ", (unsigned)entry->concerns,
                   (unsigned)entry->arrangements, (unsigned)entry->year);
    rtp_buf_format(out, ".direction = %u, .design = %u, .strength = '%c'},\n", (unsigned)entry->direction,
                   (unsigned)entry->design, entry->strength);
}

static void print_role(rtp_buf *out, const rtp_role *role)
{
    rtp_buf_puts(out, "    {");
    print_text(out, "id", role->id);
    print_text(out, "bytes", role->bytes);
    rtp_buf_puts(out, "},\n");
}

/* ---- the pack ---- */

static void open_table(rtp_buf *out, const char *type, const char *name, const char *part, size_t count)
{
    rtp_buf_format(out, "\nstatic const %s %s_%s[%zu] = {\n", type, name, part, count ? count : 1);
    if (count == 0) {
        rtp_buf_puts(out, "    {.id = {NULL, 0}},\n");
    }
}

void rtp_pack_print(const rtp_pack *pack, const char *name, rtp_buf *out)
{
    rtp_buf_puts(out, "#include \"rtopitch/rules.h\"\n");
    open_table(out, "rtp_concern_entry", name, "concerns", pack->concern_count);
    for (size_t i = 0; i < pack->concern_count; i++) {
        print_concern(out, &pack->concerns[i]);
    }
    rtp_buf_puts(out, "};\n");
    open_table(out, "rtp_evidence", name, "evidence", pack->evidence_count);
    for (size_t i = 0; i < pack->evidence_count; i++) {
        print_evidence(out, &pack->evidence[i]);
    }
    rtp_buf_puts(out, "};\n");
    open_table(out, "rtp_role", name, "roles", pack->roles.len);
    for (size_t i = 0; i < pack->roles.len; i++) {
        print_role(out, &pack->roles.items[i]);
    }
    rtp_buf_puts(out, "};\n");
    rtp_buf_format(out, "\nstatic const rtp_pack %s = {NULL, 0, %s_concerns, %zu, %s_evidence, %zu, ", name, name,
                   pack->concern_count, name, pack->evidence_count);
    rtp_packed_print(pack->seeds, out);
    rtp_buf_format(out, ", {%s_roles, %zu}, ", name, pack->roles.len);
    print_rules(pack, out);
    rtp_buf_format(out, ", %zu};\n", pack->closed_count + pack->rule_count);
}
