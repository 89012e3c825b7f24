/* `rtopitch facts`: what rules may read, and with a profile, what each fact is and where it is from.
 * The catalogue is the contract with people who write rules. */
#include "cli/command.h"
#include "cli/provenance.h"
#include "rtopitch/app.h"

enum { LIST_MOST = 64 * 1024 * 1024 };

typedef struct facts_options {
    bool json;
    rtp_given_date date;
} facts_options;

static const rtp_option rows[] = {
    RTP_OPTION_JSON(facts_options),
    RTP_OPTION_TODAY(facts_options),
};

static const char *const type_names[] = {
    [RTP_TEXT] = "text",   [RTP_NUMBER] = "number", [RTP_FLAG] = "flag", [RTP_DATE] = "date",
    [RTP_MONTH] = "month", [RTP_WORD] = "word",     [RTP_LIST] = "list",
};

static const char *const visibility_names[] = {
    [RTP_SHAREABLE] = "shareable", [RTP_STEERING] = "steering", [RTP_PRIVATE] = "private"};

static const char *scope_name(size_t number)
{
    rtp_scope scope = rtp_fact_scope(number);
    return scope == RTP_ONCE ? NULL : rtp_scope_name(scope);
}

/* ---- the catalogue ---- */

static void put_words(const rtp_fact *fact, rtp_arena *arena, rtp_buf *out)
{
    if (fact->words) {
        rtp_str list = rtp_arena_join(arena, fact->words->items, fact->words->len, rtp_lit(", "));
        rtp_buf_puts(out, "    One of ");
        rtp_terminal_wrap(out, list, 11, 4, RTP_TERMINAL_WIDTH);
        rtp_buf_put_char(out, '\n');
    }
}

static void put_fact_text(size_t number, rtp_arena *arena, rtp_buf *out)
{
    const rtp_fact *fact = rtp_fact_at(number);
    const char *scope = scope_name(number);
    rtp_buf_format(out, "%s: %s", fact->name, type_names[fact->type]);
    rtp_buf_format(out, fact->unit[0] ? " in %s" : "%s", fact->unit);
    if (scope) {
        rtp_buf_format(out, ", each of %s", scope);
    }
    if (fact->visibility != RTP_SHAREABLE) {
        rtp_buf_format(out, ", %s", visibility_names[fact->visibility]);
    }
    rtp_buf_puts(out, "\n    ");
    rtp_terminal_wrap(out, rtp_str_from(fact->doc), 4, 4, RTP_TERMINAL_WIDTH);
    rtp_buf_put_char(out, '\n');
    put_words(fact, arena, out);
}

static void put_fact_json(size_t number, rtp_json_writer *w)
{
    const rtp_fact *fact = rtp_fact_at(number);
    rtp_json_put_member(w, "name", rtp_str_from(fact->name));
    rtp_json_put_member(w, "type", rtp_str_from(type_names[fact->type]));
    rtp_json_put_member(w, "unit", rtp_str_from(fact->unit));
    rtp_json_put_member(w, "for_each", rtp_str_from(scope_name(number)));
    rtp_json_put_member(w, "visibility", rtp_str_from(visibility_names[fact->visibility]));
    rtp_json_put_member(w, "doc", rtp_str_from(fact->doc));
    rtp_json_put_key(w, "words");
    rtp_json_open(w, '[');
    for (size_t i = 0; fact->words && i < fact->words->len; i++) {
        rtp_json_put_text(w, fact->words->items[i]);
    }
    rtp_json_close(w, ']');
}

static int list_catalogue(rtp_cli *cli, bool json)
{
    rtp_buf out = rtp_buf_make(LIST_MOST);
    rtp_json_writer w = rtp_json_writer_make(&out, 1);
    if (json) {
        rtp_json_open(&w, '[');
    }
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        if (json) {
            rtp_json_open(&w, '{');
            put_fact_json(i, &w);
            rtp_json_close(&w, '}');
        } else {
            put_fact_text(i, cli->arena, &out);
        }
    }
    if (json) {
        rtp_json_close(&w, ']');
        rtp_buf_put_char(&out, '\n');
    }
    return rtp_cli_print(cli, &out);
}

/* ---- the values of a profile ---- */

typedef struct lister {
    rtp_cli *cli;
    const rtp_job *job;
    rtp_buf *out;
    rtp_json_writer w;
    bool json;
    size_t unknown;
} lister;

static void put_value_text(lister *l, size_t number, size_t item, const rtp_value *value)
{
    const rtp_fact *fact = rtp_fact_at(number);
    rtp_buf_puts(l->out, fact->name);
    if (scope_name(number)) {
        rtp_buf_format(l->out, "[%zu]", item + 1);
    }
    rtp_buf_puts(l->out, " = ");
    rtp_terminal_put(l->out, rtp_value_text(value, l->cli->arena));
    rtp_buf_puts(l->out, "  (");
    rtp_provenance_put(&value->origin, &l->job->source, l->cli->arena, l->out);
    rtp_buf_puts(l->out, ")\n");
}

static void put_value_json(lister *l, size_t number, size_t item, const rtp_value *value)
{
    rtp_json_open(&l->w, '{');
    rtp_json_put_member(&l->w, "name", rtp_str_from(rtp_fact_at(number)->name));
    rtp_json_put_key(&l->w, "item");
    if (scope_name(number)) {
        rtp_json_put_number(&l->w, (double)item);
    } else {
        rtp_json_put_null(&l->w);
    }
    rtp_json_put_key(&l->w, "known");
    rtp_json_put_flag(&l->w, value->known);
    if (value->known) {
        rtp_json_put_member(&l->w, "text", rtp_value_text(value, l->cli->arena));
        rtp_json_put_key(&l->w, "origin");
        rtp_provenance_put_json(&value->origin, &l->job->source, l->cli->arena, &l->w);
    }
    rtp_json_close(&l->w, '}');
}

static void put_value(lister *l, size_t number, size_t item)
{
    const rtp_value *value = rtp_facts_get(l->job->facts, number, item);
    if (l->json) {
        put_value_json(l, number, item, value);
    } else if (value->known) {
        put_value_text(l, number, item, value);
    } else {
        l->unknown++;
    }
}

static void put_values(lister *l)
{
    for (size_t i = 0; i < rtp_fact_count(); i++) {
        rtp_scope scope = rtp_fact_scope(i);
        size_t items = scope == RTP_ONCE ? 1 : scope == RTP_PACK ? 0 : rtp_facts_items(l->job->facts, scope);
        for (size_t item = 0; item < items; item++) {
            put_value(l, i, item);
        }
    }
}

static int list_values(rtp_cli *cli, const facts_options *given)
{
    rtp_job job;
    rtp_date today;
    if (!rtp_cli_today(cli, given->date, &today)) {
        return RTP_EXIT_USAGE;
    }
    if (!rtp_job_load(&job, cli->operands.items[0], today, rtp_embedded_pack(), cli->arena, cli->diags)) {
        return RTP_EXIT_PROFILE;
    }
    rtp_buf out = rtp_buf_make(LIST_MOST);
    lister l = {cli, &job, &out, rtp_json_writer_make(&out, 1), given->json, 0};
    if (l.json) {
        rtp_json_open(&l.w, '[');
    }
    put_values(&l);
    if (l.json) {
        rtp_json_close(&l.w, ']');
        rtp_buf_put_char(&out, '\n');
    } else {
        rtp_buf_format(&out, "%zu more are not known from this profile\n", l.unknown);
    }
    return rtp_cli_print(cli, &out);
}

static int run(rtp_cli *cli)
{
    const facts_options *given = cli->options;
    return cli->operands.len > 0 ? list_values(cli, given) : list_catalogue(cli, given->json);
}

const rtp_command rtp_command_facts = {
    .name = "facts",
    .operands = "[PROFILE]",
    .summary = "list the facts that rules may read",
    .detail = "Lists every fact with its type, unit and meaning. With a profile: the value of each fact that is known, "
              "and where it comes from.",
    .examples = "  rtopitch facts\n"
                "  rtopitch facts profile.json\n",
    .operands_most = 1,
    .options = RTP_OPTIONS(rows, facts_options),
    .run = run,
};
