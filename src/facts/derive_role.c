/* Facts about the kind of work: what it makes and which measures carry weight there. They come from
 * data/roles, and a job title that no family knows reads what holds for any desk. */
#include "facts/roles.h"
#include "facts/value.h"

const rtp_role *rtp_role_of(rtp_derive *from)
{
    int family = rtp_role_family(from);
    int other = (int)rtp_words_role_family.len; /* the last of the words */
    return rtp_role_find(from->roles, rtp_word(&rtp_words_role_family, family > 0 ? family : other));
}

const rtp_role *rtp_metric_trap(rtp_derive *from, rtp_str name, rtp_trap *trap)
{
    rtp_measure measure;
    const rtp_role *roles[] = {rtp_role_of(from), rtp_role_find(from->roles, rtp_lit(RTP_ROLE_ANY))};
    if (rtp_measure_find(roles[0], name, &measure)) {
        return NULL;
    }
    for (size_t i = 0; i < RTP_COUNT(roles); i++) {
        if (rtp_trap_find(roles[i], name, trap)) {
            return roles[i];
        }
    }
    return NULL;
}

static rtp_value from_role(rtp_value value, const rtp_role *role)
{
    value.origin = (rtp_origin){.kind = RTP_FROM_PACK, .formula = role->id};
    return value;
}

static rtp_value role_text(const rtp_site *at)
{
    const rtp_role *role = rtp_role_of(at->from);
    return role ? from_role(text_value(at, rtp_role_text_at(role, (rtp_role_text)at->row->side)), role)
                : unknown_value(at);
}

static rtp_value measure_names(const rtp_site *at)
{
    enum { MEASURES_MOST = 32 };
    const rtp_role *role = rtp_role_of(at->from);
    if (!role) {
        return unknown_value(at);
    }
    rtp_str *names = RTP_NEW_ARRAY(at->from->arena, rtp_str, MEASURES_MOST);
    rtp_cursor cursor = rtp_role_measures(role);
    rtp_measure measure;
    size_t len = 0;
    while (len < MEASURES_MOST && rtp_measure_next(&cursor, &measure)) {
        names[len++] = measure.texts[RTP_MEASURE_NAME];
    }
    return from_role(list_value(at, (rtp_texts){names, len}), role);
}

static rtp_value first_measure(const rtp_site *at)
{
    const rtp_role *role = rtp_role_of(at->from);
    if (!role) {
        return unknown_value(at);
    }
    rtp_cursor cursor = rtp_role_measures(role);
    rtp_measure measure;
    return rtp_measure_next(&cursor, &measure) ? from_role(text_value(at, measure.texts[at->row->side]), role)
                                               : unknown_value(at);
}

static const rtp_row role_rows[] = {
    FACT("role.output", RTP_TEXT, "What this kind of work makes.", COMPUTED(role_text), .side = RTP_ROLE_OUTPUT),
    FACT("role.update", RTP_TEXT, "What a weekly update of this kind of work lists.", COMPUTED(role_text),
         .side = RTP_ROLE_UPDATE),
    FACT("role.quiet", RTP_TEXT, "Which part of this kind of work needs quiet.", COMPUTED(role_text),
         .side = RTP_ROLE_QUIET),
    FACT("role.room", RTP_TEXT, "Which part of this kind of work gains from a room.", COMPUTED(role_text),
         .side = RTP_ROLE_ROOM),
    FACT("role.exhibit", RTP_TEXT, "A dated piece of evidence of this kind of work.", COMPUTED(role_text),
         .side = RTP_ROLE_EXHIBIT),
    FACT("role.measures", RTP_LIST, "The measures that carry weight for this kind of work.", COMPUTED(measure_names)),
    FACT("role.measure_first", RTP_TEXT, "The first measure to think of for this kind of work.",
         COMPUTED(first_measure), .side = RTP_MEASURE_NAME),
    FACT("role.measure_unit", RTP_TEXT, "The unit of that first measure.", COMPUTED(first_measure),
         .side = RTP_MEASURE_UNIT),
    FACT("role.measure_better", RTP_TEXT, "Which way is better for that first measure: higher or lower.",
         COMPUTED(first_measure), .side = RTP_MEASURE_BETTER),
    FACT("role.measure_where", RTP_TEXT, "Where that first measure is found.", COMPUTED(first_measure),
         .side = RTP_MEASURE_WHERE),
    FACT("role.pair", RTP_TEXT, "The measure of quality to show beside that first measure.", COMPUTED(first_measure),
         .side = RTP_MEASURE_PAIR),
};

TOPIC(role, RTP_ONCE, role_rows);
