/* The diagnostic codes of the ground floor: reading and writing files.
 * One table, so that `rtopitch explain CODE` and the tests see the same codes. */
#include "rtopitch/base.h"

const rtp_code_doc rtp_base_codes[] = {
    {"O0001", "A file cannot be read",
     "The file is missing, you may not read it, or the disk reported an error. The message names the reason."},
    {"O0002", "A folder was given where a file is needed",
     "Name the file inside the folder, for example jobs/profile.json instead of jobs."},
    {"O0003", "A file is too large",
     "Input is read up to a limit, so that a wrong file name cannot fill the memory. A profile of ten years of work "
     "is far below the limit: check that the right file was named."},
    {"O0004", "The output cannot be written",
     "The folder is missing, you may not write there, or the disk is full. No partial file is left behind, and a file "
     "that was there before is unchanged."},
    {"O0005", "The output is not a file",
     "The name given for the output is a folder or a disk. Give the name of a file, or - for standard output."},
    {"O0006", "The document is too large",
     "A document has at most 4 MiB. Shorten the texts in the profile, or the rules that were added."},
    {"O0007", "The file changed meanwhile",
     "Another program wrote the file between its reading and its writing. It was left alone, so that no change is "
     "lost. "
     "Run the command again."},
    {"O0020", "Two profiles of a run have one file name",
     "The first of them is written. Names are compared without regard to capital letters, since some disks know no "
     "difference. Give a pattern that tells the profiles apart, such as --name '{person.name}-{line}'."},
    {"O0030", "A part of rtopitch is not installed",
     "`rtopitch import` is a program of its own, rtopitch-import, since it alone talks to the network. It stands "
     "beside "
     "rtopitch or in libexec/rtopitch. It is built when libcurl 7.85 or newer is there with its headers "
     "(libcurl4-openssl-dev on Debian and Ubuntu)."},
};

const size_t rtp_base_code_count = RTP_COUNT(rtp_base_codes);
