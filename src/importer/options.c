/* The command line of a source: rows that all sources have, rows of those that ask a service, and the
 * source's own behind them. */
#include "importer/importer.h"

#include <string.h>

static const rtp_option common_rows[] = {
    {.name = "into",
     .value = "PROFILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_common, into),
     .help = "write the history into this profile: a metric of the same name takes the new numbers, everything else "
             "stays as it is (default: a fragment on standard output)"},
    {.name = "modes",
     .value = "PERIODS",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_common, modes),
     .help = "how you worked in which months: \"office 2024-01..2024-12, remote 2025-01..\""},
    {.name = "date",
     .value = "YYYY-MM-DD",
     .kind = RTP_OPTION_DATE,
     .offset = offsetof(rtp_common, date),
     .help = "today (default: SOURCE_DATE_EPOCH, else the clock)"},
};

static const rtp_option service_rows[] = {
    {.name = "since",
     .value = "YYYY-MM",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_common, since),
     .help = "the first month (default: 24 months in all)"},
    {.name = "until",
     .value = "YYYY-MM",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_common, until),
     .help = "the last month (default: the one before this)"},
    {.name = "dry-run",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_common, dry_run),
     .help = "print the requests, without the token, and ask nothing"},
    {.name = "token-file",
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_common, token_file),
     .help = "a file with the token, that only you may read"},
    {.name = "cacert",
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(rtp_common, cacert),
     .help = "certificates to trust instead of the system's, for a company's own authority"},
    {.name = "timeout",
     .value = "SECONDS",
     .kind = RTP_OPTION_COUNT,
     .offset = offsetof(rtp_common, timeout),
     .least = 1,
     .most = 600,
     .help = "how long one answer may take (default: 60)"},
    {.name = "no-cache",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(rtp_common, no_cache),
     .help = "keep no answers, and use none that were kept"},
};

/* Aligned for whatever a source has. */
enum { OWN_OFFSET = (sizeof(rtp_common) + 15) / 16 * 16 };

const void *rtp_own_options(const rtp_common *common)
{
    return (const char *)common + OWN_OFFSET;
}

static rtp_option own_row(const rtp_import_option *from)
{
    static const rtp_option_kind kinds[] = {
        [RTP_IMPORT_TEXT] = RTP_OPTION_TEXT,
        [RTP_IMPORT_TEXTS] = RTP_OPTION_TEXTS,
        [RTP_IMPORT_FLAG] = RTP_OPTION_FLAG,
        [RTP_IMPORT_COUNT] = RTP_OPTION_COUNT,
    };
    _Static_assert(sizeof(rtp_import_texts) == sizeof(rtp_text_list), "one is read as the other");
    return (rtp_option){
        .name = from->name,
        .value = from->value,
        .kind = kinds[from->kind],
        .offset = OWN_OFFSET + from->offset,
        .least = from->least,
        .most = from->most,
        .help = from->help,
    };
}

static rtp_options rows_of(const rtp_importer *importer, rtp_arena *arena)
{
    size_t service = importer->service ? RTP_COUNT(service_rows) : 0, n = 0;
    rtp_option *rows = RTP_NEW_ARRAY(arena, rtp_option, importer->option_count + service + RTP_COUNT(common_rows));
    for (size_t i = 0; i < importer->option_count; i++) {
        rows[n++] = own_row(&importer->options[i]);
    }
    memcpy(rows + n, common_rows, sizeof common_rows);
    n += RTP_COUNT(common_rows);
    memcpy(rows + n, service_rows, service * sizeof *service_rows);
    return (rtp_options){rows, n + service, OWN_OFFSET + importer->options_size};
}

static int run(rtp_cli *cli)
{
    rtp_str name = rtp_str_from(cli->command->name);
    size_t before = rtp_lit("import ").len;
    return rtp_source_run(cli, rtp_importer_find((rtp_str){name.ptr + before, name.len - before}));
}

const rtp_command *rtp_source_command(const rtp_importer *importer, rtp_arena *arena)
{
    rtp_command *command = RTP_NEW(arena, rtp_command);
    *command = (rtp_command){
        .name = rtp_arena_format(arena, "import %s", importer->name).ptr,
        .operands = importer->operands,
        .summary = importer->summary,
        .detail = importer->detail,
        .examples = importer->examples,
        .operands_most = importer->service ? 0 : 1,
        .options = rows_of(importer, arena),
        .run = run,
    };
    return command;
}
