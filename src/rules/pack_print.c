/* Prints a pack as C tables, so that the program starts with its packs in place. The bytes depend on
 * the pack alone, and every text is escaped, whatever its author wrote. */
#include "rules/phrase.h"

typedef struct printer {
    rtp_buf *out;
    const char *name; /* of the pack */
    rtp_arena *arena;
    rtp_str *texts; /* of all lists, in one table */
    size_t len, cap;
} printer;

/* ---- lists: many say the same, and then share one place in the table ---- */

/* Where the list stands in the table; its length when it does not. */
static size_t find_list(const printer *p, rtp_texts list)
{
    for (size_t at = 0; at + list.len <= p->len; at++) {
        size_t same = 0;
        while (same < list.len && rtp_str_equal(p->texts[at + same], list.items[same])) {
            same++;
        }
        if (same == list.len) {
            return at;
        }
    }
    return p->len;
}

static void collect_list(printer *p, rtp_texts list)
{
    if (list.len == 0 || find_list(p, list) < p->len) {
        return;
    }
    for (size_t i = 0; i < list.len; i++) {
        p->texts = rtp_array_grow(p->arena, p->texts, p->len, &p->cap, sizeof *p->texts);
        p->texts[p->len++] = list.items[i];
    }
}

static void collect_lists(printer *p, const rtp_pack *pack)
{
    for (size_t i = 0; i < pack->concern_count; i++) {
        collect_list(p, pack->concerns[i].evidence);
    }
    for (size_t i = 0; i < pack->evidence_count; i++) {
        const rtp_evidence *entry = &pack->evidence[i];
        const rtp_texts lists[] = {entry->arrangement, entry->concerns, entry->roles, entry->authors};
        for (size_t k = 0; k < RTP_COUNT(lists); k++) {
            collect_list(p, lists[k]);
        }
    }
}

static void print_table(const printer *p)
{
    if (p->len == 0) {
        return;
    }
    rtp_buf_format(p->out, "\nstatic const rtp_str %s_texts[%zu] = {\n", p->name, p->len);
    for (size_t i = 0; i < p->len; i++) {
        rtp_buf_puts(p->out, "    ");
        rtp_str_print(p->texts[i], p->out);
        rtp_buf_puts(p->out, ",\n");
    }
    rtp_buf_puts(p->out, "};\n");
}

/* ---- members: only what is there, since the rest of an initialiser is zero ---- */

static void print_text(const printer *p, const char *member, rtp_str text)
{
    if (!text.ptr) {
        return;
    }
    rtp_buf_format(p->out, ".%s = ", member);
    rtp_str_print(text, p->out);
    rtp_buf_puts(p->out, ", ");
}

static void print_texts(const printer *p, const char *member, rtp_texts texts)
{
    if (texts.len > 0) {
        rtp_buf_format(p->out, ".%s = {%s_texts + %zu, %zu}, ", member, p->name, find_list(p, texts), texts.len);
    }
}

static void print_packed(const printer *p, const char *member, rtp_packed list)
{
    if (!list.bytes) {
        return;
    }
    rtp_buf_format(p->out, ".%s = ", member);
    rtp_packed_print(list, p->out);
    rtp_buf_puts(p->out, ", ");
}

static void print_flag(const printer *p, const char *member, bool flag)
{
    if (flag) {
        rtp_buf_format(p->out, ".%s = true, ", member);
    }
}

/* ---- rules ---- */

static void print_cells(const printer *p, const rtp_rule *rule)
{
    if (rule->cell_count == 0) {
        return;
    }
    rtp_buf_puts(p->out, ".cells = (const rtp_phrases[]){");
    for (size_t i = 0; i < rule->cell_count; i++) {
        rtp_packed_print(rule->cells[i], p->out);
        rtp_buf_puts(p->out, ", ");
    }
    rtp_buf_format(p->out, "}, .cell_count = %u, ", (unsigned)rule->cell_count);
}

static void print_want(const printer *p, const rtp_evidence_want *want)
{
    if (want->most == 0) {
        return;
    }
    rtp_buf_format(p->out, ".evidence = {%u, %u, %u}, ", (unsigned)want->most, (unsigned)want->concern,
                   (unsigned)want->direction);
}

static void print_rule(const printer *p, const rtp_rule *rule)
{
    rtp_buf_puts(p->out, "    {");
    print_text(p, "id", rule->id);
    print_packed(p, "seeds", rule->seeds);
    rtp_buf_format(p->out, ".scope = (rtp_scope)%d, ", (int)rule->scope);
    print_packed(p, "when", rule->when);
    print_flag(p, "personal", rule->personal);
    print_text(p, "section", rule->section);
    print_text(p, "slot", rule->slot);
    rtp_buf_format(p->out, ".strength = %u, ", (unsigned)rule->strength);
    print_text(p, "argues", rule->argues);
    print_packed(p, "lead", rule->lead);
    print_packed(p, "text", rule->text);
    print_cells(p, rule);
    print_want(p, &rule->evidence);
    if (rule->add) {
        rtp_buf_puts(p->out, ".add = ");
        rtp_literal_print(rtp_str_from(rule->add), p->out);
    }
    rtp_buf_puts(p->out, "},\n");
}

/* ---- concerns and research ---- */

static void print_concern(const printer *p, const rtp_concern_entry *entry)
{
    rtp_buf_puts(p->out, "    {");
    print_text(p, "id", entry->id);
    print_text(p, "title", entry->title);
    print_text(p, "interest", entry->interest);
    print_text(p, "never", entry->never);
    print_texts(p, "evidence", entry->evidence);
    print_packed(p, "action", entry->action);
    print_packed(p, "measure", entry->measure);
    print_flag(p, "only_if_said", entry->only_if_said);
    rtp_buf_puts(p->out, "},\n");
}

static void print_evidence(const printer *p, const rtp_evidence *entry)
{
    const struct {
        const char *member;
        rtp_str text;
    } texts[] = {
        {"id", entry->id},         {"claim", entry->claim},   {"direction", entry->direction},
        {"design", entry->design}, {"sample", entry->sample}, {"title", entry->title},
        {"venue", entry->venue},   {"doi", entry->doi},       {"url", entry->url},
        {"caveat", entry->caveat}, {"answer", entry->answer},
    };
    rtp_buf_puts(p->out, "    {");
    for (size_t i = 0; i < RTP_COUNT(texts); i++) {
        print_text(p, texts[i].member, texts[i].text);
    }
    print_texts(p, "arrangement", entry->arrangement);
    print_texts(p, "concerns", entry->concerns);
    print_texts(p, "roles", entry->roles);
    print_texts(p, "authors", entry->authors);
    rtp_buf_format(p->out, ".year = %d, .strength = '%c'},\n", entry->year, entry->strength);
}

/* ---- the pack ---- */

static void open_table(const printer *p, const char *type, const char *name, const char *part, size_t count)
{
    rtp_buf_format(p->out, "\nstatic const %s %s_%s[%zu] = {\n", type, name, part, count ? count : 1);
    if (count == 0) {
        rtp_buf_puts(p->out, "    {.id = {NULL, 0}},\n");
    }
}

void rtp_pack_print(const rtp_pack *pack, const char *name, rtp_buf *out)
{
    printer p = {.out = out, .name = name, .arena = rtp_arena_make()};
    rtp_buf_puts(out, "#include \"rtopitch/rules.h\"\n");
    collect_lists(&p, pack);
    print_table(&p);
    open_table(&p, "rtp_rule", name, "rules", pack->rule_count);
    for (size_t i = 0; i < pack->rule_count; i++) {
        print_rule(&p, &pack->rules[i]);
    }
    rtp_buf_puts(out, "};\n");
    open_table(&p, "rtp_concern_entry", name, "concerns", pack->concern_count);
    for (size_t i = 0; i < pack->concern_count; i++) {
        print_concern(&p, &pack->concerns[i]);
    }
    rtp_buf_puts(out, "};\n");
    open_table(&p, "rtp_evidence", name, "evidence", pack->evidence_count);
    for (size_t i = 0; i < pack->evidence_count; i++) {
        print_evidence(&p, &pack->evidence[i]);
    }
    rtp_buf_puts(out, "};\n");
    rtp_buf_format(out, "\nstatic const rtp_pack %s = {%s_rules, %zu, %s_concerns, %zu, %s_evidence, %zu};\n", name,
                   name, pack->rule_count, name, pack->concern_count, name, pack->evidence_count);
    rtp_arena_free(p.arena);
}
