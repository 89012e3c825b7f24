/* What each cross-field diagnostic means, for `rtopitch explain CODE`. P01.. are errors and P02.. are
 * warnings; a number is never used for another meaning. */
#include "rtopitch/profile.h"

const rtp_code_doc rtp_profile_codes[] = {
    {"P0101", "A weekday is named twice",
     "weekdays lists the days in the office, each once. Two entries for one day leave it open which other day was "
     "meant."},
    {"P0102", "Weekdays and office_days disagree",
     "A document that asks for two days and names three would be turned down on the first page. Name as many weekdays "
     "as office_days says, or leave weekdays out."},
    {"P0103", "The steps of the ask are in the wrong order",
     "preferred has the fewest office days, acceptable as many or more, starter as many or more again: each step is "
     "easier to agree to than the one before."},
    {"P0104", "A period ends before it starts", "In history.modes the month in \"to\" must not be before \"from\"."},
    {"P0105", "Two periods overlap",
     "Every month belongs to one mode, since the values of a metric are sorted by it. Both months of a period belong "
     "to it; a period without \"to\" goes on without end."},
    {"P0106", "A metric has both values and samples",
     "values are numbers with a month, samples are numbers with a mode. A metric has one of the two; which to compare "
     "would be a guess otherwise."},
    {"P0107", "Two metrics have one name",
     "The pilot and the documents refer to a metric by its name, so each needs its own."},
    {"P0108", "A name that is no metric's",
     "pilot.primary, pilot.secondary and the guardrails name metrics of history.metrics, letter by letter."},
    {"P0109", "The review is before the pilot starts", "pilot.review is the day on which the pilot is judged."},
    {"P0110", "The shares sum to more than 100 percent",
     "The shares of the tasks are parts of one working time. Up to 100.5 is taken as rounding."},
    {"P0111", "A country code that does not exist",
     "jurisdiction.country is the code of ISO 3166-1 alpha-2: two capital letters, GB for the United Kingdom."},
    {"P0112", "A version of the format that is not known", "meta.version is the number 1. It may be left out."},
    {"P0150", "A metric of the results that the profile does not know",
     "What is better, and the unit, stand in the profile, so every metric of the results is named as one of "
     "history.metrics, letter by letter."},
    {"P0151", "Results of one metric stand twice", "Which of the two counts would be a guess. Keep one."},
    {"P0152", "A metric of the results has both values and samples, or none",
     "values are numbers with a week, samples are numbers of one way of working. A metric has one of the two, and at "
     "least one number."},
    {"P0153", "Two weeks of the results overlap",
     "Each value belongs to the seven days from its date on. Two dates with fewer days between them share some."},
    {"P0154", "A week is named twice", "In exclude and in weeks of the results each week stands once."},
    {"P0155", "Results without the metric that decides",
     "The trial is judged by the primary measure that was agreed. Add its values, or name it as the profile does."},
    {"P0156", "A week that is none of the trial's",
     "The trial's weeks begin on the days that the plan lists. A week that begins on another day would be a part of "
     "two of them."},
    {"P0157", "A week that is not over", "Results tell what was. Give the day with --date if it is not today."},
    {"P0158", "A profile without a pilot",
     "A review holds the results against the terms of the pilot. rtopitch pilot plan makes them, with --into it "
     "writes them into the profile."},
    {"P0160", "A sheet whose first row is not a header",
     "The first row names the columns: week, then one metric a column. The columns at (home or office) and exclude "
     "(why a week does not count) may stand among them."},
    {"P0161", "A column without a name, or two of one name", "Each column is named once."},
    {"P0162", "A row with too few or too many cells",
     "Often a comma stands inside a number or a text. Put the cell in double quotes, or separate cells with "
     "semicolons."},
    {"P0163", "A cell that is no number",
     "Write 24.5 or 24,5, without thousands separators and units. A week without a value has an empty cell."},
    {"P0164", "A cell in quotes that does not end",
     "A quoted cell ends with a double quote, and a delimiter or the end of the line follows. A double quote inside "
     "is written twice."},
    {"P0165", "A sheet that is not a text in UTF-8", "Save the sheet as CSV in UTF-8."},
    {"P0166", "A sheet without a row of results", "Below the header each row has a week and its values."},
    {"P0201", "Months that no mode covers",
     "A value without a mode cannot be compared, so it is left out. Say in history.modes where you worked in that "
     "month, or use samples when months do not matter."},
    {"P0202", "The shares sum to less than 100 percent",
     "A part of the work is missing, and the other side will ask which. List every regular task, those done in person "
     "too. From 99.5 on it is taken as rounding."},
    {"P0203", "Tasks without a share",
     "With a share on every task the document can say how much of the work is done best at home and in the office."},
    {"P0204", "A metric without values", "A metric without numbers cannot support anything; it is left out."},
    {"P0205", "One concern twice from the same person",
     "Each entry becomes one answer, so the same worry would be answered twice. A concern without \"from\" is the "
     "manager's."},
    {"P0206", "The ask is no less than the mandate",
     "The preferred ask has as many office days as everyone is told to have, so there is nothing to ask for."},
    {"P0207", "The preferred ask breaks the floor",
     "private.floor.office_days is the most office days you would accept. The ask you prefer is above it already, so "
     "one of the two is wrong."},
    {"P0208", "More than one headline",
     "One metric leads the results. When several have headline, the first one leads and the others are treated as if "
     "they had none."},
    {"P0209", "The review is before the pilot ends",
     "A decision before the last week leaves out results that were agreed on. The last day is start plus the weeks."},
    {"P0210", "The review is before the start that the document will show",
     "The pilot has no start of its own, so it starts with the ask, or else with the mandate, and the review is before "
     "that day. Give pilot.start."},
    {"P0211", "The answer is due after the start", "ask.decide_by should not be after ask.start."},
    {"P0212", "More colleagues at your site than in the team",
     "team.size counts everybody in the team with you, same_site those at your site without you."},
    {"P0213", "Something in meta.ignore that is no warning's code",
     "meta.ignore takes codes as they stand behind a warning. Errors cannot be ignored."},
    {"P0214", "The next talk is before the one it follows", "In conversations, next should not be before date."},
    {"P0215", "A step of the ask that grants nothing",
     "acceptable or starter has as many office days as everyone is told to have. Agreeing to it would change nothing, "
     "so it is no step towards you."},
    {"P0216", "The trial starts before what is asked for",
     "ask.start is the first day of what you ask for, and the trial is how it begins. Leave one of the two out, or "
     "give both the same day."},
    {"P0217", "More new hires than people in the team",
     "team.size counts everybody, you and the new hires too; team.new_hires cannot be more."},
    {"P0218", "Work done before its author came",
     "A deliverable's done is before person.started; one of them is wrong."},
    {"P0219", "A margin larger than the whole result",
     "The margin is the largest unfavourable change that nobody would mind. When it is more than the median at the "
     "office, nearly any result passes, and the other side will say so."},
    {"P0220", "A limit that is broken already",
     "A guardrail ends the trial when its limit is passed. The last six months, or the numbers of the present way of "
     "working, have a median past it, so the trial would end on its first day."},
    {"P0221", "The future told as the past",
     "Deliverables that are done, reviews, talks and measured months lie before the day of the document. Give the "
     "document's day with --date if it is not today."},
    {"P0222", "A planned day has passed",
     "ask.start, ask.decide_by and pilot.review are days that the document proposes, so they lie ahead of it; a start "
     "that has passed is left out. Give the document's day with --date if it is not today."},
    {"P0223", "The trial starts within the office period",
     "pilot.baseline_days are counted at the office from the mandate's start, or from today when that has passed, and "
     "the trial follows them."},
};

const size_t rtp_profile_code_count = RTP_COUNT(rtp_profile_codes);
