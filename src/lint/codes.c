/* The diagnostic codes of linting itself. What L01 and its like mean stands in the rules of data/lint; these are
 * about texts that cannot be read and about rules that cannot be used. */
#include "rtopitch/lint.h"

const rtp_code_doc rtp_lint_codes[] = {
    {"L1001", "A pattern that cannot be read",
     "A pattern is words in lower case, with (a|b) for alternatives, x? for what may be left out, <name> for a list of "
     "words, ..3 for at most three words, # for a number, ^ and $ for the start and end of a sentence."},
    {"L1002", "An example that does not hold",
     "Each text of \"hits\" has to be found by the rule it belongs to, and no text of \"misses\"."},
    {"L1003", "A pattern that could start with anything",
     "Patterns are looked up by the word that starts a match, so a pattern starts with a word, a number, or a choice "
     "of "
     "them."},
    {"L1004", "A code that is not a rule's", "The codes of rules about wording are L01 to L40."},
    {"L1005", "Two rules with one code", "Each has its own, over all files."},
    {"L1006", "A text that is not UTF-8",
     "Texts are read as UTF-8. A file in another encoding is converted with: iconv -f LATIN1 -t UTF-8."},
    {"L1007", "A text that looks like JSON",
     "What stands in quotation marks counts as somebody else's words, so little of a JSON file is judged. A profile is "
     "judged by: rtopitch check FILE."},
};

const size_t rtp_lint_code_count = RTP_COUNT(rtp_lint_codes);
