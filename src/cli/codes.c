/* The diagnostic codes of the command line.
 * One table, so that `rtopitch explain CODE` and the tests see the same codes. */
#include "cli/option.h"

const rtp_code_doc rtp_cli_codes[] = {
    {"U0001", "An option is unknown",
     "Options are written out in full; abbreviations are not accepted, since a later version could give them another "
     "meaning. `rtopitch COMMAND --help` lists what a command knows. Options of a command come after its name."},
    {"U0002", "A command is unknown", "`rtopitch help` lists the commands. To make a document: rtopitch build FILE."},
    {"U0003", "An option needs a value", "Write --option=VALUE, or the value as the next word."},
    {"U0004", "An option takes no value", "It is a switch: write it without = and without a value."},
    {"U0005", "A word is not one of those an option knows", "The message lists the words that are known."},
    {"U0006", "A date cannot be understood",
     "Dates are days of the calendar written as YYYY-MM-DD, in the years 1900 to 2199. SOURCE_DATE_EPOCH is a number "
     "of "
     "seconds since 1970."},
    {"U0007", "A number is not a whole number in the range", "The message says from where to where it may go."},
    {"U0008", "There are more words than the command takes",
     "A file name with blanks must be quoted. A name that starts with a dash goes behind --."},
    {"U0009", "Something is missing on the command line",
     "`rtopitch COMMAND --help` shows what the command needs. A profile can also come from standard input."},
    {"U0010", "The format of the output is not known",
     "The format is picked from the suffix of the file that -o names. Use a suffix that is known, or say the format "
     "with -f."},
    {"U0011", "This format cannot be shown on a terminal", "Name a file with -o, or send the output to a program."},
    {"U0012", "The output would replace the input",
     "Writing a document over the profile it was made from would destroy the profile. Name another file with -o."},
    {"U0013", "A code, rule, point or command is not known",
     "`rtopitch rules` lists rules, `rtopitch help` lists commands; codes stand in square brackets at the end of a "
     "message."},
    {"U0014", "The second word of a command is missing or unknown",
     "Some commands do several things and take the name of one: rtopitch pilot plan profile.json."},
    {"U0015", "What was written into the profile",
     "The note names each term that was added. Everything else in the file is as it was."},
    {"U0016", "Recording would change a term",
     "What the profile says about the pilot is what both sides agreed, so --into only adds to it. An option that says "
     "something else is refused. Change the profile by hand, or leave the option out."},
};

const size_t rtp_cli_code_count = RTP_COUNT(rtp_cli_codes);
