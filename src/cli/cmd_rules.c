/* `rtopitch rules`: the rules inside, and the check of a pack somebody writes.
 * A pack under test sees the concerns and the research of the program, but none of its rules. */
#include "cli/explain.h"
#include "cli/provenance.h"
#include "cli/seeds.h"
#include "cli/updates.h"

enum { LIST_MOST = 16 * 1024 * 1024 };

typedef struct rules_options {
    rtp_text_list check;
    bool json, seeds;
} rules_options;

static const rtp_option rows[] = {
    {.name = "check",
     .value = "FILE",
     .kind = RTP_OPTION_TEXTS,
     .offset = offsetof(rules_options, check),
     .help = "load a pack, run the examples in its rules, and tell what is wrong"},
    {.name = "seeds",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rules_options, seeds),
     .help = "the advice behind the rules, each piece with what applies it"},
    RTP_OPTION_JSON(rules_options),
};

/* ---- the list ---- */

static void put_rule_line(const rtp_rule *rule, rtp_buf *out)
{
    size_t start = out->len;
    rtp_terminal_put(out, rule->id);
    rtp_buf_fill(out, ' ', out->len - start < 34 ? 34 - (out->len - start) : 1);
    rtp_terminal_put(out, rule->section);
    if (rule->slot.len > 0) {
        rtp_buf_put_char(out, '/');
        rtp_terminal_put(out, rule->slot);
    }
    if (rule->scope != RTP_ONCE) {
        rtp_buf_format(out, ", each of %s", rtp_scope_name(rule->scope));
    }
    rtp_buf_puts(out, rule->personal ? ", private\n" : "\n");
}

static void put_rule_json(const rtp_rule *rule, rtp_json_writer *w)
{
    rtp_json_open(w, '{');
    rtp_json_put_member(w, "id", rule->id);
    rtp_json_put_member(w, "section", rule->section);
    rtp_json_put_member(w, "slot", rule->slot);
    rtp_json_put_member(w, "for_each",
                        rule->scope == RTP_ONCE ? (rtp_str){NULL, 0} : rtp_str_from(rtp_scope_name(rule->scope)));
    rtp_json_put_key(w, "private");
    rtp_json_put_flag(w, rule->personal);
    rtp_json_put_key(w, "strength");
    rtp_json_put_number(w, rule->strength);
    rtp_json_put_key(w, "seeds");
    rtp_json_open(w, '[');
    rtp_str seeds = rtp_packed_items(rule->seeds), seed;
    while (rtp_packed_next(&seeds, &seed)) {
        rtp_json_put_text(w, seed);
    }
    rtp_json_close(w, ']');
    rtp_json_close(w, '}');
}

static int list_rules(rtp_cli *cli, bool json)
{
    const rtp_pack *pack = rtp_cli_pack(cli, NULL);
    if (!pack) {
        return RTP_EXIT_PROFILE;
    }
    pack = rtp_pack_open(pack, NULL, cli->arena);
    rtp_buf out = rtp_buf_make(LIST_MOST);
    rtp_json_writer w = rtp_json_writer_make(&out, 1);
    if (json) {
        rtp_json_open(&w, '[');
    }
    for (size_t i = 0; i < pack->rule_count; i++) {
        if (json) {
            put_rule_json(&pack->rules[i], &w);
        } else {
            put_rule_line(&pack->rules[i], &out);
        }
    }
    if (json) {
        rtp_json_close(&w, ']');
        rtp_buf_put_char(&out, '\n');
    }
    return rtp_cli_print(cli, &out);
}

static int list_seeds(rtp_cli *cli, bool json)
{
    const rtp_pack *pack = rtp_pack_open(rtp_embedded_pack(), NULL, cli->arena);
    rtp_buf out = rtp_buf_make(LIST_MOST);
    if (json) {
        rtp_json_writer w = rtp_json_writer_make(&out, 1);
        rtp_seeds_put_json(pack, &w);
        rtp_buf_put_char(&out, '\n');
    } else {
        rtp_seeds_put_text(pack, &out);
    }
    return rtp_cli_print(cli, &out);
}

/* ---- the check ---- */

/* The program's data without the kind that is under test, so that its own files can be checked too. */
static rtp_pack surroundings_of(const rtp_source *source, rtp_arena *arena)
{
    rtp_pack pack = *rtp_embedded_pack();
    rtp_diags *unused = rtp_diags_make(arena);
    const rtp_json *root = rtp_json_read(source, &rtp_json_pack_limits, arena, unused);
    bool object = root && rtp_json_kind_of(root) == RTP_JSON_OBJECT;
    pack.rule_count = pack.closed_count = 0;
    pack.closed = (rtp_packed){NULL};
    if (object && rtp_json_find(root, rtp_lit("concerns"))) {
        pack.concern_count = 0;
    }
    if (object && rtp_json_find(root, rtp_lit("items"))) {
        pack.evidence_count = 0;
    }
    if (object && rtp_json_find(root, rtp_lit("roles"))) {
        pack.roles = (rtp_roles){NULL, 0};
    }
    if (object && rtp_json_find(root, rtp_lit("seeds"))) {
        pack.seeds = (rtp_packed){NULL};
    }
    return pack;
}

static void put_amount(rtp_buf *out, size_t n, const char *one, const char *many)
{
    rtp_buf_format(out, "%zu %s", n, n == 1 ? one : many);
}

static size_t seed_count(const rtp_pack *pack)
{
    size_t n = 0;
    rtp_seed seed;
    for (rtp_str items = rtp_packed_items(pack->seeds); rtp_seed_next(&items, &seed);) {
        n++;
    }
    return n;
}

static void put_good(const rtp_source *source, const rtp_pack *before, const rtp_pack *after, size_t run, rtp_buf *out)
{
    rtp_terminal_put(out, source->name);
    rtp_buf_puts(out, ": no problems (");
    if (after->concern_count > before->concern_count) {
        put_amount(out, after->concern_count - before->concern_count, "concern", "concerns");
    } else if (after->evidence_count > before->evidence_count) {
        put_amount(out, after->evidence_count - before->evidence_count, "study", "studies");
    } else if (after->roles.len > before->roles.len) {
        put_amount(out, after->roles.len - before->roles.len, "role", "roles");
    } else if (seed_count(after) > seed_count(before)) {
        put_amount(out, seed_count(after) - seed_count(before), "seed", "seeds");
    } else {
        put_amount(out, after->rule_count, "rule", "rules");
        rtp_buf_puts(out, ", ");
        put_amount(out, run, "example", "examples");
    }
    rtp_buf_puts(out, ")\n");
}

static bool check_pack(rtp_cli *cli, rtp_str path, rtp_buf *out)
{
    rtp_source *source = RTP_NEW(cli->arena, rtp_source);
    if (!rtp_file_read(path, rtp_json_pack_limits.bytes, cli->arena, cli->diags, source)) {
        return false;
    }
    rtp_pack before = surroundings_of(source, cli->arena), pack = before;
    size_t run = 0;
    if (!rtp_pack_load(source, cli->arena, cli->diags, &pack) ||
        (pack.rule_count > 0 && !rtp_pack_examples(source, cli->arena, cli->diags, &run)) ||
        !rtp_outlines_fit(rtp_embedded_outlines, rtp_embedded_outline_count, &pack, source, cli->diags)) {
        return false;
    }
    put_good(source, &before, &pack, run, out);
    return true;
}

static bool check_packs(rtp_cli *cli, const rtp_text_list *paths, rtp_buf *out)
{
    bool good = true;
    for (size_t i = 0; i < paths->len; i++) {
        good = check_pack(cli, paths->items[i], out) && good;
    }
    return good;
}

static int run(rtp_cli *cli)
{
    const rules_options *given = cli->options;
    if (given->check.len == 0 && cli->operands.len > 0) {
        rtp_usage_complain(cli->diags, "U0008", rtp_lit("files are taken with --check only"),
                           rtp_lit("rtopitch rules --check FILE checks a pack; rtopitch explain RULE shows a rule"));
        return RTP_EXIT_USAGE;
    }
    if (given->check.len == 0 && given->seeds) {
        return list_seeds(cli, given->json);
    }
    if (given->check.len == 0) {
        return list_rules(cli, given->json);
    }
    rtp_buf out = rtp_buf_make(LIST_MOST);
    bool good = check_packs(cli, &given->check, &out);
    good = check_packs(cli, &cli->operands, &out) && good;
    int printed = rtp_cli_print(cli, &out);
    return good ? printed : RTP_EXIT_PROFILE;
}

const rtp_command rtp_command_rules = {
    .name = "rules",
    .operands = "[--seeds | --check FILE...]",
    .summary = "list the rules, or check a pack of your own",
    .detail = "Lists the rules inside with the section they speak in. With --check it loads a pack of your own, runs "
              "the examples in it, and tells what is wrong. `rtopitch explain RULE` shows one rule. With --seeds it "
              "lists the advice that the rules come from, and what applies each piece.",
    .examples = "  rtopitch rules\n"
                "  rtopitch rules --seeds\n"
                "  rtopitch rules --check my-rules.json\n"
                "  rtopitch build profile.json --rules my-rules.json\n",
    .operands_most = SIZE_MAX,
    .options = RTP_OPTIONS(rows, rules_options),
    .run = run,
};
