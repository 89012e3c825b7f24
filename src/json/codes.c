/* What the codes of this floor mean, for `rtopitch explain CODE`: J for a text that is not JSON,
 * P for a value that is not what its table row says. A number is never used for another meaning. */
#include "rtopitch/json.h"

const rtp_code_doc rtp_json_codes[] = {
    {"J0001", "The file is larger than allowed",
     "Very large input is refused before it is read in full. Check that the file you named is the one you meant."},
    {"J0002", "The file holds no value",
     "The file is empty or holds only blanks. A profile is one JSON object: it starts with { and ends with }."},
    {"J0003", "The file is not UTF-8",
     "JSON files are UTF-8. This one looks like UTF-16, which some editors call \"Unicode\". Save it as UTF-8."},
    {"J0004", "A value is missing or misspelt",
     "A value is a text in double quotes, a number, true, false, an object in { } or a list in [ ]."},
    {"J0005", "A key is missing", "Inside { } every value has a key in double quotes, then a colon: \"weeks\": 8."},
    {"J0006", "A colon is missing", "A key and its value are separated by a colon: \"weeks\": 8."},
    {"J0007", "A comma or a closing bracket is missing",
     "Values are separated by commas. Often the comma at the end of the line before is missing, or a bracket of the "
     "other kind closes what was opened."},
    {"J0008", "A text is not closed",
     "The file ends inside a text in double quotes. Look at the line where it begins."},
    {"J0009", "A bracket is not closed",
     "The file ends while an object or list is still open. Look at the line where it opens; the end of the file may "
     "have been lost."},
    {"J0010", "Something follows the value",
     "A file holds one value. What follows its closing bracket may be a second value or a bracket too many."},
    {"J0011", "A NUL byte", "Text never holds a NUL byte. The file may be damaged, or not be a text file."},
    {"J0012", "A control character in a text",
     "A line end, tab or other control character inside double quotes is written as an escape: \\n, \\t, \\u001b. "
     "Most often the closing quote is missing."},
    {"J0013", "Bytes that are not UTF-8",
     "The file has bytes that no UTF-8 text can have. It may be in an older encoding such as Latin-1. Save it as "
     "UTF-8."},
    {"J0014", "An unknown escape",
     "After a backslash JSON knows \" \\ / b f n r t and u with four hexadecimal digits. Write a backslash as \\\\."},
    {"J0015", "Half of a surrogate pair",
     "Escapes from \\ud800 to \\udfff come in pairs that make one character. Write the character itself instead."},
    {"J0016", "\\u0000 in a text",
     "This is JSON, but many programs cut a text at this character, so it is refused here. Leave it out."},
    {"J0017", "A number in the wrong form",
     "Numbers look like 7, -0.5 or 1.5e3: no plus sign in front, no leading zeros, digits on both sides of the point."},
    {"J0018", "A number is too large", "Numbers of 1e308 and beyond cannot be kept."},
    {"J0019", "Too many brackets inside each other",
     "No profile or pack needs so many levels. The message names the limit."},
    {"J0020", "Too many values", "The file holds more values than allowed. The message names the limit."},
    {"J0021", "A text is too long", "One text has more bytes than allowed. The message names the limit."},
    {"J0022", "A key stands twice in one object",
     "Programs disagree on which of the two counts, so neither is taken. Keep one."},
    {"J0023", "An unknown word",
     "Outside double quotes the only words are true, false and null, in lower case. Put text in double quotes."},
    {"J0024", "A comment",
     "JSON has no comments. A key named \"$comment\", or one that begins with x-, may hold a remark."},
    {"J0025", "A comma before a closing bracket", "Commas stand between values. There is none after the last."},
    {"J0026", "The wrong quotes",
     "Texts and keys stand in straight double quotes. Word processors and chat programs often change them."},
    {"J0027", "A key without quotes", "Every key stands in double quotes: \"weeks\": 8."},
};

const size_t rtp_json_code_count = RTP_COUNT(rtp_json_codes);
