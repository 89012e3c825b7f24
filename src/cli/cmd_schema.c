/* `rtopitch schema`: the JSON Schema of a profile, printed from the tables that read profiles.
 * An editor that knows it completes keys and marks mistakes while one types. */
#include "cli/command.h"
#include "rtopitch/profile.h"

static int run(rtp_cli *cli)
{
    rtp_buf out = rtp_buf_make(1 << 24);
    rtp_schema_write(&rtp_profile_shape, "urn:rtopitch:profile:1", "rtopitch profile, version 1", &out);
    return rtp_cli_print(cli, &out);
}

const rtp_command rtp_command_schema = {
    .name = "schema",
    .operands = "",
    .summary = "print the JSON Schema of a profile",
    .detail = "Prints the JSON Schema (draft-07) of a profile. Name the file in the profile's \"$schema\", and an "
              "editor completes keys and marks mistakes while you type.",
    .examples = "  rtopitch schema > profile.schema.json\n",
    .run = run,
};
