/* Facts about the strategy: each factor is strong, weak, neutral or unknown, with its reason and no
 * score. Days are earned back when more is weak than strong and it is not one thing alone, and when
 * enforcement is strict, unless nothing else is weak and nearly everything strong. */
#include "facts/summary.h"
#include "facts/value.h"

typedef enum rtp_reading { READING_UNKNOWN, READING_STRONG, READING_WEAK, READING_NEUTRAL, READING_COUNT } rtp_reading;

typedef struct rtp_judgement {
    rtp_reading reading;
    rtp_str reason;
    const char *pointer; /* NULL when nothing is said */
    size_t index;
} rtp_judgement;

typedef struct rtp_opinion { /* what one choice of the profile means */
    rtp_reading reading;
    rtp_str reason;
} rtp_opinion;

static rtp_judgement verdict_of(const rtp_opinion *opinions, int choice, const char *pointer)
{
    return (rtp_judgement){opinions[choice].reading, opinions[choice].reason, choice > 0 ? pointer : NULL, 0};
}

/* ---- the factors: tables follow the order of the words in the profile ---- */

static rtp_judgement enforcement(rtp_derive *from)
{
    static const rtp_opinion opinions[] = {
        {READING_UNKNOWN, RTP_STR("nothing is said about how strictly the mandate is enforced")},
        {READING_WEAK, RTP_STR("the mandate is enforced strictly")},
        {READING_NEUTRAL, RTP_STR("there is some room, and the exception route is the way to use it")},
        {READING_STRONG, RTP_STR("the mandate is enforced loosely")},
        {READING_UNKNOWN, RTP_STR("it is not known how strictly the mandate is enforced")},
    };
    return verdict_of(opinions, from->profile->mandate.enforcement, "/mandate/enforcement");
}

static rtp_judgement rating(rtp_derive *from)
{
    static const rtp_opinion opinions[] = {
        {READING_UNKNOWN, RTP_STR("nothing is said about your last rating")},
        {READING_WEAK, RTP_STR("your last rating is below expectations")},
        {READING_NEUTRAL, RTP_STR("your last rating meets expectations")},
        {READING_STRONG, RTP_STR("your last rating is above expectations")},
    };
    return verdict_of(opinions, from->profile->personal.rating, "/private/rating");
}

static rtp_judgement tenure(rtp_derive *from)
{
    enum { SHORT_MONTHS = 12, LONG_MONTHS = 24 };
    static const rtp_opinion opinions[] = {
        [READING_STRONG] = {READING_STRONG, RTP_STR("you have been in the role for two years or more")},
        [READING_WEAK] = {READING_WEAK, RTP_STR("you have been in the role for less than a year")},
        [READING_NEUTRAL] = {READING_NEUTRAL, RTP_STR("you have been in the role for at least a year, less than two")},
    };
    rtp_month started = from->profile->person.started;
    if (started == RTP_DATE_UNKNOWN || from->today == RTP_DATE_UNKNOWN || rtp_date_month(from->today) < started) {
        return (rtp_judgement){.reason = RTP_STR("nothing is said about when you started")};
    }
    rtp_month months = rtp_date_month(from->today) - started;
    rtp_reading reading = months < SHORT_MONTHS  ? READING_WEAK
                          : months < LONG_MONTHS ? READING_NEUTRAL
                                                 : READING_STRONG;
    return verdict_of(opinions, (int)reading, "/person/started");
}

static rtp_judgement relationship(rtp_derive *from)
{
    static const rtp_opinion opinions[] = {
        {READING_UNKNOWN, RTP_STR("nothing is said about how you and your manager work together")},
        {READING_STRONG, RTP_STR("you and your manager work together very well")},
        {READING_STRONG, RTP_STR("you and your manager work together well")},
        {READING_WEAK, RTP_STR("you and your manager are new to each other")},
        {READING_WEAK, RTP_STR("you and your manager have had strain between you")},
    };
    return verdict_of(opinions, from->profile->manager.relationship, "/manager/relationship");
}

static rtp_judgement at_metric(rtp_reading reading, rtp_str reason, ptrdiff_t metric)
{
    return (rtp_judgement){reading, reason, "/history/metrics/#", (size_t)metric};
}

static ptrdiff_t first_worse(rtp_derive *from)
{
    for (size_t i = 0; i < from->profile->history.metrics.len; i++) {
        if (rtp_metric_summarise(from, i)->claim == RTP_CLAIM_WORSE) {
            return (ptrdiff_t)i;
        }
    }
    return RTP_NO_ITEM;
}

static rtp_judgement results(rtp_derive *from)
{
    ptrdiff_t headline = rtp_metric_headline(from->profile);
    ptrdiff_t lead = rtp_metric_lead(from);
    ptrdiff_t worse = first_worse(from);
    if (headline >= 0 && rtp_metric_summarise(from, (size_t)headline)->claim == RTP_CLAIM_WORSE) {
        return at_metric(READING_WEAK, rtp_lit("your headline metric got worse away from the office"), headline);
    }
    if (lead >= 0 && rtp_metric_summarise(from, (size_t)lead)->claim == RTP_CLAIM_BETTER) {
        return at_metric(READING_STRONG, rtp_lit("your results got better away from the office"), lead);
    }
    if (lead >= 0 && rtp_metric_summarise(from, (size_t)lead)->claim == RTP_CLAIM_NO_WORSE) {
        return at_metric(READING_NEUTRAL, rtp_lit("your results were no worse away from the office"), lead);
    }
    if (worse >= 0) {
        return at_metric(READING_WEAK, rtp_lit("your results got worse away from the office"), worse);
    }
    if (lead >= 0) {
        return at_metric(READING_NEUTRAL, rtp_lit("your figures do not tell home from the office"), lead);
    }
    return (rtp_judgement){.reason = RTP_STR("there are too few numbers to compare home with the office")};
}

static rtp_judgement stance(rtp_derive *from)
{
    static const rtp_opinion opinions[] = {
        {READING_UNKNOWN, RTP_STR("nothing is said about how your manager sees remote work")},
        {READING_STRONG, RTP_STR("your manager supports remote work")},
        {READING_STRONG, RTP_STR("your manager is open to remote work")},
        {READING_NEUTRAL, RTP_STR("your manager has no firm view of remote work")},
        {READING_NEUTRAL, RTP_STR("your manager doubts remote work and may be won by measures")},
        {READING_WEAK, RTP_STR("your manager opposes remote work")},
    };
    return verdict_of(opinions, from->profile->manager.stance, "/manager/stance");
}

static rtp_judgement layoffs(rtp_derive *from)
{
    static const rtp_opinion opinions[] = {
        [RTP_FLAG_UNKNOWN] = {READING_UNKNOWN, RTP_STR("nothing is said about signs of layoffs")},
        [RTP_FLAG_NO] = {READING_NEUTRAL, RTP_STR("there are no signs of layoffs")},
        [RTP_FLAG_YES] = {READING_WEAK, RTP_STR("there are signs of layoffs")},
    };
    return verdict_of(opinions, (int)from->profile->personal.layoff_signals, "/private/layoff_signals");
}

static const struct {
    rtp_str name;
    rtp_judgement (*judge)(rtp_derive *from);
} factors[RTP_FACTOR_COUNT] = {
    {RTP_STR("Enforcement"), enforcement},  {RTP_STR("Rating"), rating},
    {RTP_STR("Time in the role"), tenure},  {RTP_STR("Relationship"), relationship},
    {RTP_STR("Results at home"), results},  {RTP_STR("Manager's stance"), stance},
    {RTP_STR("Signs of layoffs"), layoffs},
};

/* ---- the choice ---- */

typedef struct tally {
    int64_t of[READING_COUNT];
} tally;

static tally count_factors(rtp_derive *from)
{
    tally count = {.of = {0}};
    for (size_t i = 0; i < RTP_FACTOR_COUNT; i++) {
        count.of[factors[i].judge(from).reading]++;
    }
    return count;
}

/* The choices of rtp_words_strategy. */
enum { GIVEN_NOTHING, GIVEN_AUTO, GIVEN_PUSH_BACK, GIVEN_EARN_BACK };

/* A strong case asks for the exception that a strict mandate knows, and complies meanwhile. */
static rtp_strategy choose_by_factors(rtp_derive *from)
{
    enum { STRONG_CASE = 4 };
    bool strict = enforcement(from).reading == READING_WEAK;
    tally count = count_factors(from);
    bool weaker = count.of[READING_WEAK] > 1 && count.of[READING_WEAK] > count.of[READING_STRONG];
    bool strong_case = count.of[READING_WEAK] == 1 && count.of[READING_STRONG] >= STRONG_CASE;
    return (strict && !strong_case) || weaker ? RTP_EARN_BACK : RTP_PUSH_BACK;
}

rtp_strategy rtp_strategy_choose(rtp_derive *from)
{
    switch (from->profile->strategy) {
    case GIVEN_PUSH_BACK:
        return RTP_PUSH_BACK;
    case GIVEN_EARN_BACK:
        return RTP_EARN_BACK;
    default: /* a choice is a plain int, not an enum */
        return choose_by_factors(from);
    }
}

static const rtp_str chosen_items[] = {RTP_STR("push_back"), RTP_STR("earn_back")};
static const rtp_texts rtp_words_chosen = {chosen_items, RTP_COUNT(chosen_items)};

static rtp_value strategy_chosen(const rtp_site *at)
{
    bool given = at->from->profile->strategy > GIVEN_AUTO;
    rtp_value value = text_value(at, rtp_word(&rtp_words_chosen, (int)rtp_strategy_choose(at->from)));
    return given ? found_at(value, "/strategy", 0)
                 : computed(value, rtp_lit("from enforcement and the weak and strong factors"));
}

static rtp_value counted(const rtp_site *at, rtp_reading wanted, rtp_str formula)
{
    return computed(whole_value(at, count_factors(at->from).of[wanted]), formula);
}

static rtp_value strategy_strong(const rtp_site *at)
{
    return counted(at, READING_STRONG, rtp_lit("how many factors are strong"));
}

static rtp_value strategy_weak(const rtp_site *at)
{
    return counted(at, READING_WEAK, rtp_lit("how many factors are weak"));
}

static rtp_value strategy_unknown(const rtp_site *at)
{
    return counted(at, READING_UNKNOWN, rtp_lit("how many factors are unknown"));
}

static rtp_value strategy_unknown_names(const rtp_site *at)
{
    rtp_str *names = RTP_NEW_ARRAY(at->from->arena, rtp_str, RTP_FACTOR_COUNT);
    size_t len = 0;
    for (size_t i = 0; i < RTP_FACTOR_COUNT; i++) {
        if (factors[i].judge(at->from).reading == READING_UNKNOWN) {
            names[len++] = factors[i].name;
        }
    }
    return computed(list_value(at, (rtp_texts){names, len}), rtp_lit("the factors that nothing is said about"));
}

static const rtp_row strategy_rows[] = {
    FACT("strategy.given", RTP_WORD, "The strategy you asked for.", STEERING,
         MEMBER(word, rtp_profile, strategy, "/strategy"), WORDS(strategy)),
    FACT("strategy.chosen", RTP_WORD, "The strategy of the document: push back, or earn days back.", STEERING,
         COMPUTED(strategy_chosen), WORDS(chosen)),
    QUANTITY("strategy.strong", "factors", "How many factors speak for you.", STEERING, COMPUTED(strategy_strong)),
    QUANTITY("strategy.weak", "factors", "How many factors speak against you.", STEERING, COMPUTED(strategy_weak)),
    QUANTITY("strategy.unknown", "factors", "How many factors are unknown.", STEERING, COMPUTED(strategy_unknown)),
    FACT("strategy.unknown_names", RTP_LIST, "The factors that nothing is said about.", PRIVATE,
         COMPUTED(strategy_unknown_names)),
};

TOPIC(strategy, RTP_ONCE, strategy_rows);

/* ---- the factors as facts ---- */

static rtp_value of_factor(const rtp_site *at, rtp_value value)
{
    rtp_judgement verdict = factors[at->item].judge(at->from);
    value.origin.pointer = verdict.pointer;
    value.origin.index = (uint32_t)verdict.index;
    return computed(value, verdict.pointer ? rtp_lit("what the profile says about it") : rtp_lit("nothing is said"));
}

static rtp_value factor_name(const rtp_site *at)
{
    return of_factor(at, text_value(at, factors[at->item].name));
}

static rtp_value factor_reading(const rtp_site *at)
{
    static const rtp_str words[READING_COUNT] = {
        [READING_UNKNOWN] = RTP_STR("unknown"),
        [READING_STRONG] = RTP_STR("strong"),
        [READING_WEAK] = RTP_STR("weak"),
        [READING_NEUTRAL] = RTP_STR("neutral"),
    };
    return of_factor(at, text_value(at, words[factors[at->item].judge(at->from).reading]));
}

static rtp_value factor_reason(const rtp_site *at)
{
    return of_factor(at, text_value(at, factors[at->item].judge(at->from).reason));
}

static const rtp_str reading_items[] = {RTP_STR("strong"), RTP_STR("weak"), RTP_STR("neutral"), RTP_STR("unknown")};
static const rtp_texts rtp_words_reading = {reading_items, RTP_COUNT(reading_items)};

static const rtp_row factor_rows[] = {
    FACT("factor.name", RTP_TEXT, "Something your position depends on.", PRIVATE, COMPUTED(factor_name)),
    FACT("factor.reading", RTP_WORD, "Whether it speaks for you or against you.", PRIVATE, COMPUTED(factor_reading),
         WORDS(reading)),
    FACT("factor.reason", RTP_TEXT, "Why it is read so.", PRIVATE, COMPUTED(factor_reason)),
    QUANTITY("factor.position", "", "The place of this factor, from one.", PRIVATE, COMPUTED(rtp_read_position)),
};

TOPIC(factors, RTP_FACTORS, factor_rows);
