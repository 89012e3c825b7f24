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
    {"U0017", "An option that makes no difference",
     "Widths are for formats made of lines, paper is for those with pages, a YAML block is for Markdown. The hint "
     "lists "
     "the formats that have a use for the option."},
    {"U0018", "A language that is none",
     "A language tag is two or three letters, and perhaps parts behind hyphens: en, en-GB, pt-BR. It is what the "
     "document is marked with, for spelling checkers and screen readers; no word is translated."},
    {"U0019", "A section that the document does not have",
     "--only and --skip take the names that the hint lists, separated by commas. `rtopitch explain profile.json` shows "
     "what stands in which section."},
    {"U0020", "Nothing is left of the document",
     "The title and the list of sources follow from the rest, so one other section has to stay."},
    {"U0021", "A style that the format cannot use",
     "HTML takes a style sheet, a file that ends in .css; DOCX takes names of styles, a file that ends in .json. With "
     "several outputs each file goes to the format it fits. Other formats have no styles."},
    {"U0022", "The sections have nothing to say",
     "The profile lacks what the sections named in --only are about, so the document is a title. `rtopitch check` says "
     "what to add."},
    {"U0023", "An empty word", "Words are separated by one comma, without one at the start or the end."},
    {"U0024", "An output is named twice", "The second would replace the first. Name each file once."},
    {"U0025", "This cannot be copied",
     "--copy puts HTML on the clipboard, which editors paste as formatted text; --copy=text puts Markdown there, or "
     "the "
     "text format that -f names. Other formats are files."},
    {"U0026", "--open or --watch has nothing to work on",
     "--open hands a file to your desktop, and --watch writes a file again when the profile changes, so both need a "
     "file named with -o. Standard input can be read only once."},
    {"U0027", "The document was copied",
     "It is on the clipboard until you copy something else. Paste it into the editor or the mail you write."},
    {"U0030", "File names cannot be made from this pattern",
     "--name takes a file name in which {stem}, {person.name}, {person.team}, {as}, {line} and {index} stand for what "
     "the profile, the file or the command line says. The suffix of the format is added. Whatever cannot stand in a "
     "file name on every system is replaced."},
    {"U0031", "This format cannot stand in a line of JSON",
     "Without --out-dir, each document is a line of JSON on standard output. Formats that are no text are files, so "
     "they need a folder."},
    {"U0032", "An option that is about the other kind of output",
     "--name, --force and --resume are about files in the folder of --out-dir; --index is about lines of JSON."},
    {"U0033", "What speaks for all profiles has no place",
     "A report, or a document that speaks for all, is one file at the end of a run, while documents of profiles are "
     "lines of JSON or files in a folder. Name the file, or a folder for all of them."},
    {"U0041", "Updates were read",
     "Research and rules that were installed with `rtopitch evidence update` are laid over what "
     "is inside. --no-updates leaves them out for one run; removing the file leaves them out for good."},
    {"U0042", "An update from nowhere", "`rtopitch evidence update` takes the name of a file or an address (https)."},
    {"U0043", "Nobody to ask", "An update is installed after a yes on the terminal, or with --yes."},
    {"O0031", "No folder for updates",
     "Updates are kept in $XDG_DATA_HOME/rtopitch/updates, else in "
     "~/.local/share/rtopitch/updates. Neither could be made."},
    {"O0008", "There is no clipboard",
     "A clipboard belongs to a desktop. The program finds it by WAYLAND_DISPLAY or DISPLAY; over a remote shell "
     "neither "
     "is set. Write a file with -o instead."},
    {"O0009", "The program for the clipboard is missing",
     "The clipboard is reached through wl-copy (package wl-clipboard) under Wayland and xclip under X. On macOS it is "
     "pbcopy, which is part of the system."},
    {"O0010", "The program for the clipboard failed", "The message repeats what it said. Nothing was copied."},
    {"O0011", "The file could not be opened",
     "The document is written. Only handing it to the desktop, through xdg-open or open, did not work."},
};

const size_t rtp_cli_code_count = RTP_COUNT(rtp_cli_codes);
