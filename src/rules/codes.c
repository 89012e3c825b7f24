/* The diagnostic codes of rule packs. One table, so that `rtopitch explain CODE` and the tests see
 * the same codes. */
#include "rtopitch/rules.h"

const rtp_code_doc rtp_rules_codes[] = {
    {"R0001", "A fact that does not exist",
     "A rule may name only the facts that rtopitch knows; `rtopitch facts` lists them with their type and meaning."},
    {"R0002", "A fact out of reach",
     "A fact of a list, such as concern.said, can be read only by a rule that walks that list with \"for_each\"; then "
     "each item of the list is tried by itself. Facts of one list cannot be read while another is walked."},
    {"R0003", "Research where none was asked for",
     "evidence.claim and its like hold the research chosen for a point, so they can be printed only by a rule whose "
     "point "
     "has \"evidence\". They cannot decide whether the rule fires, since research is chosen after that."},
    {"R0004", "A private fact in a shareable rule",
     "What stands under \"private\" or \"wants\" in a profile is for the user only. A rule that reads it, even only to "
     "decide, has to say \"private\": true; its words then appear in private documents alone."},
    {"R0005", "A steering fact in words that others read",
     "Facts such as the manager's stance may decide which rule fires. Printing them would tell readers what the user "
     "thinks of them."},
    {"R0006", "Wording inside wording",
     "{concern.say} and its like are replaced by phrases of the concern's entry. Those phrases are written out; they "
     "may "
     "print plain facts, and no wording."},
    {"R0010", "A condition of the wrong shape",
     "A condition is an object: {\"fact\": NAME, TEST: VALUE}, or {\"all\": [...]}, {\"any\": [...]}, {\"not\": "
     "{...}}. "
     "Tests are is, in, lt, le, gt, ge, between and known."},
    {"R0011", "A word that conditions do not have", "See R0010 for the words of a condition."},
    {"R0012", "Not exactly one test",
     "Each condition has one test. Put two conditions into {\"all\": [...]} when both have to hold."},
    {"R0013", "A test that cannot read this fact",
     "lt, le, gt, ge and between compare numbers, dates and months; in works for all but true or false; is and known "
     "work for every fact. On a list, is asks whether the list contains the value."},
    {"R0014", "A value of the wrong type",
     "The value beside a test has the type of the fact: a number, true or false, a text, a date such as \"2027-01-11\" "
     "or a month such as \"2027-01\"."},
    {"R0015", "A word that the fact never is",
     "Some facts are one word of a closed list. Comparing with any other word could never be true."},
    {"R0016", "A test of wording",
     "{concern.say} and its like stand for phrases, of which one is chosen when it is printed. Test what it depends on "
     "instead, such as concerns.first.about."},
    {"R0020", "Braces that do not match",
     "{fact|filter} prints a fact. A brace that is meant as itself is written twice: {{ or }}."},
    {"R0021", "A filter that does not exist",
     "Filters say how a fact is written: {ask.office_weekdays|days}. Several are chained with | from left to right."},
    {"R0022", "A filter for another type",
     "Each filter writes one kind of fact: list and days write lists, words and count numbers, long and short dates, "
     "capital and sentence texts. A filter sees what the filter before it made."},
    {"R0023", "A filter with the wrong argument",
     "count needs a noun after a colon, as in {ask.office_days|count:day}; the others take nothing."},
    {"R0024", "Too many filters", "At most three filters can follow one fact."},
    {"R0025", "No words where words are wanted",
     "A phrase is a string, or a list to choose from: strings, or {\"when\": CONDITION, \"text\": \"words\"}. The "
     "first "
     "whose condition holds and whose facts are all known is used."},
    {"R0026", "Brackets that do not match",
     "[A part in brackets] is left out as a whole when one of its facts is unknown. Parts do not stand inside one "
     "another, and each reads a fact. A bracket that is meant as itself is written twice: [[ or ]]."},
    {"R0027", "A filter on wording",
     "{concern.say}, {concern.action} and their like are replaced by phrases of the concern's entry, whose facts have "
     "their own filters. An action is written to follow \"I will\", a measure \"you will see\"."},
    {"R0028", "Words with a condition of the wrong shape",
     "Of several alternatives one may be {\"when\": CONDITION, \"text\": \"words\"}. It has both members, and no "
     "others."},
    {"R0029", "Words that are never used",
     "Of several alternatives the first that fits is used. One without a condition and without a fact always fits, so "
     "it stands last."},
    {"R0030", "A digit in a rule's own words",
     "Every number that others read comes from the profile, from arithmetic on it, or from a cited source. A rule "
     "therefore holds no digits of its own; it prints a fact."},
    {"R0031", "A number in words in a rule's own words",
     "The same as R0030, for two, twenty, a dozen. Only \"one\" may be written, since it is an article as often."},
    {"R0032", "A long sentence",
     "Sentences that others read have at most 25 words; a fact counts as one. Long sentences are the ones people "
     "skip."},
    {"R0033", "An absolute word",
     "always, never, everyone, nobody, impossible: one exception makes the sentence untrue, and a reader will know "
     "one."},
    {"R0034", "A word that takes back what was said",
     "\"I see the worry, but ...\" is heard as \"I do not see it\". End the sentence after the acknowledgement and "
     "begin "
     "a new one that does not start with but or however."},
    {"R0040", "Not a rule pack",
     "A pack file is a JSON object with one of these members: \"rules\", \"concerns\" or \"items\" (research)."},
    {"R0041", "An id used twice",
     "Ids name rules, concerns and sources in `explain`; each is used once over all packs."},
    {"R0042", "A point of the wrong shape",
     "A point has \"text\", with \"lead\" before it if wanted, or \"cells\" for the row of a table; one of the two, "
     "and "
     "no empty text."},
    {"R0043", "A rule without its two examples",
     "A rule with a condition carries at least one example in which it fires and one in which it does not, so that a "
     "reader sees what it is for and a test can hold it to that."},
    {"R0044", "An example that does not hold",
     "The condition, tried with the facts of the example and nothing else, did not do what the example says. Facts "
     "that "
     "an example does not name are unknown, and a rule with an unknown condition does not fire."},
    {"R0045", "Research about nothing",
     "A rule that walks concerns finds research about the concern at hand. Any other rule has to name what the "
     "research "
     "is about: \"evidence\": {\"concern\": \"mentoring\"}, or {\"all_concerns\": true}."},
    {"R0046", "Example facts of the wrong shape", "The facts of an example are an object: {\"ask.office_days\": 2}."},
    {"R0047", "An addition that is no part of a profile",
     "\"add\" is shown to users as something to put into their profile: an object with the members that are missing. "
     "Its strings are phrases; one that is a single fact gives a number, a list or a date as such. In a list of "
     "objects, the first whose facts are all known is used."},
    {"R0048", "A seed that is no seed", "Seeds are D or P and two digits; they name the advice that a rule applies."},
    {"R0049", "A concern that no profile can name",
     "Concern ids are a closed list, the same in profiles and packs; `rtopitch schema` shows it."},
    {"R0050", "An address that is none",
     "\"url\" starts with https://, \"doi\" with 10. and neither holds blanks; an empty text says that there is none."},
    {"R0051", "A word that roles do not have",
     "The ids of roles, the kinds of measures and which way is better are closed lists; the message shows them."},
    {"R0052", "Words that no metric's name can hold",
     "A metric is recognised by the words of its name. Each item is a few words set off by blanks, all of which stand "
     "in the name in any order."},
    {"R0053", "A pair that is no measure of quality",
     "A measure of speed or amount is shown beside one of quality, which stands in the same role's list."},
    {"R0054", "A pack that cannot be an update",
     "`rtopitch evidence update` lays research (\"items\") or rules (\"rules\") over what is inside; concerns, roles "
     "and "
     "seeds come with the program."},
};
const size_t rtp_rules_code_count = RTP_COUNT(rtp_rules_codes);
