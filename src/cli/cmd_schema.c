/* `rtopitch schema`: the JSON Schema of a profile, or of a trial's results, printed from the tables that read
 * them. An editor that knows it completes keys and marks mistakes while one types. */
#include "cli/command.h"
#include "rtopitch/profile.h"

typedef struct schema_options {
    bool results;
} schema_options;

static const rtp_option rows[] = {
    {.name = "results",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(schema_options, results),
     .help = "of the results that pilot review reads"},
};

static int run(rtp_cli *cli)
{
    const schema_options *given = cli->options;
    rtp_buf out = rtp_buf_make(1 << 24);
    if (given->results) {
        rtp_schema_write(&rtp_results_shape, "urn:rtopitch:results:1", "rtopitch results, version 1", &out);
    } else {
        rtp_schema_write(&rtp_profile_shape, "urn:rtopitch:profile:1", "rtopitch profile, version 1", &out);
    }
    return rtp_cli_print(cli, &out);
}

const rtp_command rtp_command_schema = {
    .name = "schema",
    .operands = "",
    .summary = "print the JSON Schema of a profile",
    .detail = "Prints the JSON Schema (draft-07) of a profile, or of a trial's results. Name the file in \"$schema\", "
              "and an editor completes keys and marks mistakes while you type.",
    .examples = "  rtopitch schema > profile.schema.json\n"
                "  rtopitch schema --results > results.schema.json\n",
    .options = RTP_OPTIONS(rows, schema_options),
    .run = run,
};
