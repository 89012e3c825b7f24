/* The diagnostic codes of importing: the network, records, the command line, notes.
 * One table, so that `rtopitch explain CODE` and the tests see the same codes. */
#include "rtopitch/import.h"

const rtp_code_doc rtp_import_codes[] = {
    {"I0001", "The server cannot be reached",
     "Its name has no address, nobody answers there, or the connection broke before an answer came. Check the address, "
     "and whether this computer is online. Where a proxy is needed, the variables https_proxy and no_proxy say so."},
    {"I0002", "The server cannot prove who it is",
     "Its certificate is expired, belongs to another name, or was signed by an authority that this computer does not "
     "know. Nothing was sent. The certificate of a company's own authority is named with --cacert FILE. There is no "
     "way to skip the check, since the token would go to whoever answers."},
    {"I0003", "The answer did not come in time",
     "The server is slow or silent. Try again later, or allow more seconds with --timeout."},
    {"I0004", "The server refuses",
     "The status says why: 401 is a token that is not accepted, 403 one that may not read this, 404 a name that does "
     "not exist or that the token may not see, 422 a name that the service does not know. What the server says beyond "
     "its status is not shown, since it may repeat the token."},
    {"I0005", "The server asks to wait longer than a minute",
     "Services limit how often they may be asked. rtopitch waits up to a minute at a time, and says so; longer waits "
     "are yours to decide. Nothing was imported. A token raises most limits, and fewer months need fewer requests."},
    {"I0006", "The answer is too large",
     "An answer may have 8 MiB after unpacking, and a few hundred lines of headers. Real ones are far smaller, so "
     "check the address."},
    {"I0007", "The answer broke off",
     "The connection ended before the answer was complete, or what came is not HTTP. Nothing is taken from half an "
     "answer. Try again later."},
    {"I0008", "The answer is not JSON",
     "The service should have answered with data. A page for people usually means that the address is wrong, or that "
     "a sign-in page or a proxy answers in its place."},
    {"I0009", "The answer lacks what it should hold",
     "The answer is JSON, but not of the shape that the service documents. The address may belong to another service, "
     "or the service may have changed; look for a newer rtopitch."},
    {"I0010", "A redirect was not followed",
     "Redirects are followed three times, and only on the same server: scheme, host and port. Your token belongs to "
     "that server and goes nowhere else. When the service has moved, give its new address yourself."},
    {"I0011", "The pages of the answer do not end well",
     "The next page is on another server, is the same again, repeats what came before, or there are more than a "
     "hundred. Since something may be missing, nothing was imported."},
    {"I0012", "The numbers are not complete",
     "The service says itself that its count is incomplete, or sent fewer records than it counted. A number that may "
     "be wrong is no evidence, so nothing was imported. Try again later, or with fewer months."},
    {"I0101", "The profile has this metric as samples",
     "A metric has values by month or samples without months, not both. Give one of the two another name."},
    {"I0102", "Nothing was found",
     "The source answered, but knows no record of this person in these months. Check the name and the months."},
    {"I0201", "The token cannot be used",
     "A token comes from a variable, or from a file that only you may read, named with --token-file; never from the "
     "command line, where others could see it. A token belongs to one server: GH_TOKEN and GITHUB_TOKEN to github.com, "
     "GH_ENTERPRISE_TOKEN to the server of --api-url, GITLAB_TOKEN to gitlab.com or the host in GITLAB_HOST, "
     "JIRA_TOKEN to the server of --url."},
    {"I0202", "The address cannot be used",
     "Addresses start with https://, name a host, and hold no user name or password. Plain http:// is for this "
     "computer alone: 127.0.0.1, [::1] and localhost."},
    {"I0203", "The months cannot be used",
     "--since and --until are months as YYYY-MM, at most ten years, and not in the future. Without them it is the 24 "
     "months before this one."},
    {"I0204", "Something is missing or does not fit", "`rtopitch import SOURCE --help` shows what a source needs."},
    {"I0205", "The periods of --modes cannot be used",
     "Each is office, hybrid or remote, a blank, and months: 2024-01..2024-12, 2025-01.. for until today, or one "
     "month. A "
     "month belongs to one period."},
    {"I0301", "What was counted",
     "The definition of a number belongs to it. Counts of pull requests or tickets are weak evidence of how well "
     "somebody works: their sizes differ, and not all work leaves one. Use them beside results, and say what they "
     "are."},
    {"I0302", "What changed in the profile",
     "A metric of the same name takes the new months, unit, source and provenance; what you wrote about it stays: "
     "better, about, headline, margin, note. Everything else in the file is as it was."},
    {"I0303", "Months that were left out",
     "Months before the first record are left out, since the person may not have worked there yet: unknown is not "
     "zero. So is a month that has no record to take a median of."},
    {"I0304", "The last month is not over",
     "Its numbers will grow, so next to whole months it looks worse than it is. Leave --until out to end with the "
     "month "
     "before."},
    {"I0305", "How a file was read",
     "Which columns were taken, what was found out about dates and numbers, which rows were left out and why. "
     "Where something was taken for granted, the note names the option that says otherwise."},
    {"I0306", "Asked without a token",
     "A service shows a stranger what is public alone, so work in private projects is missing from the number. Make a "
     "token that may read, and put it into the variable that the message names, or into a file that only you may "
     "read."},
    {"I0401", "No checksum for an update",
     "Whoever publishes research or rules publishes their SHA-256, too: give it with --sha256, or keep it in a file of "
     "the same name with .sha256 behind it, as sha256sum writes it."},
    {"I0402", "A checksum that is none", "A SHA-256 is 64 digits and letters from a to f."},
    {"I0403", "An update that is not what was published",
     "Its SHA-256 differs from the one that was given: the file was changed, or cut off on its way. It was not "
     "installed."},
    {"I0501", "The file is no text that can be read",
     "Exports are text: UTF-8, UTF-16 with a byte order mark, or Windows-1252. A workbook, a PDF or a packed file "
     "has to be opened and saved as CSV first."},
    {"I0502", "The rows are not well made",
     "A row has more cells than the header, a quote is missing, or there are more rows or cells than can be. A "
     "cell with the delimiter, a line end or a quote in it stands in double quotes, and a quote inside is written "
     "twice."},
    {"I0503", "A month cannot be told",
     "Months and dates may be written as 2025-01, 2025-01-15 with or without a time, 1/15/2025, 15.1.2025, "
     "15-Jan-25, Jan 2025 or January 2025; names of months may be English, German, French, Spanish, Italian, "
     "Portuguese or Dutch. Whether 3/4/2025 is in March or April is taken from the other dates of the column; "
     "where none tells, --dates does. A month in the future is no history."},
    {"I0504", "The columns cannot be told",
     "Name the column with the months with --month-col and the one with the numbers with --value-col, by the name "
     "in the header or by number from 1. --group count needs no numbers. Months that stand side by side must be "
     "turned into rows first."},
    {"I0505", "A month has several records",
     "What to make of them is yours to say: --group sum, mean, median or count. The wrong one would make another "
     "number of it, so none is guessed."},
    {"I0506", "A number cannot be told",
     "Numbers may have a sign, a unit or a percent sign, thousands apart, and a comma or a point before decimals; "
     "all of a column alike. Whether 1.234 is thousands is taken from the other numbers; where none tells, "
     "--decimal does. Leave a cell empty where there is no number."},
    {"I0507", "The records cannot be found",
     "A file of JSON is a list of objects, an object that holds one such list, several of them one behind the other, "
     "or "
     "an object a line. Where there are more lists than one, --records names it."},
    {"I0508", "The calendar cannot be read",
     "A calendar is a file that begins with BEGIN:VCALENDAR, as programs export it, with events between BEGIN:VEVENT "
     "and "
     "END:VEVENT. Days and rules of repetition of the events that are looked at must be well made."},
};

const size_t rtp_import_code_count = RTP_COUNT(rtp_import_codes);
