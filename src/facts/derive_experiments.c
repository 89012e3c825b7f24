/* Facts about the team experiments. People work in groups of three or four; a number that cannot be
 * divided so is said to be, instead of being forced. */
#include "facts/value.h"
#include "facts/wording.h"

enum { GROUP_LEAST = 3, GROUP_MOST = 4, LISTED_GROUPS = 4 };

typedef struct grouping {
    size_t fours, threes; /* none of either: cannot be split */
} grouping;

/* As few groups as possible, so as many fours as possible. */
static grouping split_people(size_t people)
{
    size_t groups = (people + GROUP_MOST - 1) / GROUP_MOST;
    if (people < groups * GROUP_LEAST || groups == 0) {
        return (grouping){0, 0};
    }
    size_t fours = people - groups * GROUP_LEAST;
    return (grouping){fours, groups - fours};
}

static rtp_texts people_of(const rtp_site *at)
{
    const rtp_experiment *experiment = at->object;
    return experiment->people;
}

/* "groups of four, three and three", "a group of three". */
static rtp_str list_groups(rtp_arena *arena, grouping split)
{
    rtp_str sizes[LISTED_GROUPS];
    size_t len = 0;
    for (size_t i = 0; i < split.fours + split.threes; i++) {
        sizes[len++] = rtp_number_word(arena, i < split.fours ? GROUP_MOST : GROUP_LEAST);
    }
    rtp_value list = {.known = true, .type = RTP_LIST, .list = {sizes, len}};
    rtp_str noun = len == 1 ? rtp_lit("a group of") : rtp_lit("groups of");
    return rtp_arena_join(arena, (rtp_str[]){noun, rtp_value_text(&list, arena)}, 2, rtp_lit(" "));
}

/* "five groups of four and one of three". */
static rtp_str count_groups(rtp_arena *arena, grouping split)
{
    rtp_str fours = rtp_number_word(arena, split.fours);
    rtp_str threes = rtp_number_word(arena, split.threes);
    if (split.threes == 0) {
        return rtp_arena_join(arena, (rtp_str[]){fours, RTP_STR("groups of four")}, 2, rtp_lit(" "));
    }
    if (split.fours == 0) {
        return rtp_arena_join(arena, (rtp_str[]){threes, RTP_STR("groups of three")}, 2, rtp_lit(" "));
    }
    rtp_str noun = split.fours == 1 ? rtp_lit("group of four and") : rtp_lit("groups of four and");
    return rtp_arena_join(arena, (rtp_str[]){fours, noun, threes, RTP_STR("of three")}, 4, rtp_lit(" "));
}

static rtp_value experiment_groups(const rtp_site *at)
{
    grouping split = split_people(people_of(at).len);
    size_t groups = split.fours + split.threes;
    if (groups == 0) {
        return unknown_value(at);
    }
    rtp_arena *arena = at->from->arena;
    rtp_str text = groups <= LISTED_GROUPS ? list_groups(arena, split) : count_groups(arena, split);
    return computed(text_value(at, text), rtp_lit("the people in groups of three or four"));
}

static rtp_value experiment_groups_count(const rtp_site *at)
{
    grouping split = split_people(people_of(at).len);
    size_t groups = split.fours + split.threes;
    return groups > 0 ? computed(whole_value(at, (int64_t)groups), rtp_lit("the people in groups of three or four"))
                      : unknown_value(at);
}

static rtp_value experiment_cannot_split(const rtp_site *at)
{
    size_t people = people_of(at).len;
    grouping split = split_people(people);
    if (people == 0) {
        return unknown_value(at);
    }
    return computed(flag_value(at, split.fours + split.threes == 0),
                    rtp_lit("no groups of three or four hold all of them"));
}

static rtp_value second_date(const rtp_site *at)
{
    enum { DAYS_A_WEEK = 7 };
    const rtp_experiment *experiment = at->object;
    return proposed(date_value(at, rtp_date_after(experiment->date, DAYS_A_WEEK)),
                    rtp_lit("a week after the first date"));
}

#define EXPERIMENT(read, member) MEMBER(read, rtp_experiment, member, "/experiments/#/" #member)
#define PEOPLE                   FROM("/experiments/#/people")

static const rtp_row experiment_rows[] = {
    FACT("experiment.kind", RTP_WORD, "What kind of experiment it is.", EXPERIMENT(word, kind), WORDS(kind)),
    FACT("experiment.question", RTP_TEXT, "The question the team works on.", EXPERIMENT(text, question)),
    FACT("experiment.second_question", RTP_TEXT, "A similar question for the second time.",
         EXPERIMENT(text, second_question)),
    FACT("experiment.document", RTP_TEXT, "Where the groups write.", EXPERIMENT(text, document)),
    FACT("experiment.people", RTP_LIST, "Who takes part.", EXPERIMENT(texts, people)),
    QUANTITY("experiment.people_count", "people", "How many people take part.", EXPERIMENT(length, people)),
    FACT("experiment.date", RTP_DATE, "The day of the experiment.", EXPERIMENT(date, date)),
    FACT("experiment.second_date", RTP_DATE, "The day of its second half, a week later.", COMPUTED(second_date)),
    FACT("experiment.groups", RTP_TEXT, "The sizes of the groups, such as \"four and three\".",
         COMPUTED(experiment_groups), PEOPLE),
    QUANTITY("experiment.groups_count", "groups", "How many groups there are.", COMPUTED(experiment_groups_count),
             PEOPLE),
    FACT("experiment.cannot_split", RTP_FLAG, "Whether groups of three or four are impossible.",
         COMPUTED(experiment_cannot_split), PEOPLE),
    QUANTITY("experiment.position", "", "The place of this experiment in your list, from one.",
             COMPUTED(rtp_read_position), FROM("/experiments/#")),
};

TOPIC(experiments, RTP_EXPERIMENTS, experiment_rows);

static const rtp_row experiments_once_rows[] = {
    QUANTITY("experiments.count", "experiments", "How many experiments you propose.",
             MEMBER(size, rtp_profile, experiments, "/experiments")),
};

TOPIC(experiments_once, RTP_ONCE, experiments_once_rows);
