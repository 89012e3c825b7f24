/* Why an outline is refused: one row a code, printed by `rtopitch explain CODE`. Codes are never
 * used again for something else. */
#include "rtopitch/document.h"

const rtp_code_doc rtp_document_codes[] = {
    {"R0200", "not a name",
     "Outlines, sections and slots are named with small letters, digits, dots, - and _, so that rules and "
     "command lines can use the name as it is."},
    {"R0201", "two sections of one name",
     "A rule names the section it speaks in. Two of one name would hide the second."},
    {"R0202", "two slots of one name", "A rule names the slot of a section. Two of one name would hide the second."},
    {"R0203", "columns without a table", "Only slots of the form \"table\" have columns."},
    {"R0204", "a table without columns",
     "A table needs a list of header cells. A cell may be empty; a leading > aligns the column right."},
    {"R0205", "more than one title", "The title is one point above all sections, so one slot holds it."},
    {"R0206", "citations without a list of sources",
     "A number in brackets helps nobody who cannot look it up. A document that cites has exactly one slot of the "
     "form \"sources\"."},
    {"R0207", "a list of sources without citations",
     "The outline says how many sources it may cite; without that the list would stay empty."},
    {"R0208", "a length that cannot be", "The fewest words an outline aims at are no more than the most it allows."},
    {"R0210", "a rule that no outline shows",
     "A point goes to the slot that its rule names. No outline that may show the rule has this section and slot, so "
     "it would never be read."},
    {"R0211", "text for a table", "A table's row is made of cells, one a column."},
    {"R0212", "cells without a table", "Only tables have cells. Everywhere else a point has text, and perhaps a lead."},
    {"R0213", "more cells than columns",
     "The outline says how many columns a table has. What has no column is not shown."},
    {"R0214", "a point for the list of sources",
     "The list of sources is made from the research that the document cites. A rule cannot add to it."},
    {"R0215", "a slot that no rule fills",
     "A slot shows the points of rules that name it. One that no rule names stays empty in every document."},
    {"R0216", "a chart of no metric",
     "A chart draws the values of the metric that its point is about, so its rule walks the metrics."},
    {"R0220", "a document without what it is about",
     "Some documents make sense only when the profile says something, such as a talk to sum up. The outline names it."},
};
const size_t rtp_document_code_count = RTP_COUNT(rtp_document_codes);
