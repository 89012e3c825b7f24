/* The filters of phrases. Each takes a known value and gives a value, so that they chain; the
 * origin travels along, since "(proposed)" depends on it. */
#include "rules/filters.h"

#include <string.h>

#include "rtopitch/json.h"
#include "rules/letters.h"

enum {
    LISTS = 1U << RTP_LIST,
    NUMBERS = 1U << RTP_NUMBER,
    TEXTS = 1U << RTP_TEXT | 1U << RTP_WORD,
    DATES = 1U << RTP_DATE,
    TIMES = DATES | 1U << RTP_MONTH,
    ANYTHING = 0x7F,
    DAYS_MOST = 10000,
    FRIDAY = 4,
    SUNDAY = 6
};

static rtp_value text_value(const rtp_value *from, rtp_str text)
{
    return (rtp_value){.known = true, .type = RTP_TEXT, .text = text, .origin = from->origin};
}

static rtp_str without_stop(rtp_str text)
{
    return (rtp_str){text.ptr, text.len - rtp_str_full_stop(text)};
}

/* ---- lists ---- */

static rtp_value series(const rtp_value *value, rtp_arena *arena, rtp_str last)
{
    size_t len = value->list.len;
    rtp_str *items = RTP_NEW_ARRAY(arena, rtp_str, len);
    for (size_t i = 0; i < len; i++) {
        items[i] = without_stop(value->list.items[i]);
    }
    if (len < 2) {
        return text_value(value, len ? items[0] : rtp_lit(""));
    }
    rtp_str between = rtp_str_equal(last, rtp_lit("; ")) ? last : rtp_lit(", ");
    rtp_str ends[] = {rtp_arena_join(arena, items, len - 1, between), items[len - 1]};
    return text_value(value, rtp_arena_join(arena, ends, 2, last));
}

static rtp_value filter_list(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return series(value, arena, rtp_lit(" and "));
}

static rtp_value filter_or(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return series(value, arena, rtp_lit(" or "));
}

/* For items that are sentences, or hold commas of their own. */
static rtp_value filter_semicolons(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return series(value, arena, rtp_lit("; "));
}

static rtp_value filter_first(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    (void)arena;
    return text_value(value, value->list.len ? value->list.items[0] : rtp_lit(""));
}

static const rtp_str weekdays[] = {
    RTP_STR("Monday"), RTP_STR("Tuesday"),  RTP_STR("Wednesday"), RTP_STR("Thursday"),
    RTP_STR("Friday"), RTP_STR("Saturday"), RTP_STR("Sunday"),
};

static size_t weekday_index(rtp_str name)
{
    size_t i = 0;
    while (i < RTP_COUNT(weekdays) && !rtp_str_equal(weekdays[i], name)) {
        i++;
    }
    return i;
}

static bool is_run(rtp_texts days)
{
    size_t first = weekday_index(days.items[0]);
    for (size_t i = 0; i < days.len; i++) {
        if (first + i >= RTP_COUNT(weekdays) || weekday_index(days.items[i]) != first + i) {
            return false;
        }
    }
    return true;
}

static rtp_value filter_days(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    if (value->list.len < 3 || !is_run(value->list)) {
        return series(value, arena, rtp_lit(" and "));
    }
    rtp_str ends[] = {value->list.items[0], value->list.items[value->list.len - 1]};
    return text_value(value, rtp_arena_join(arena, ends, 2, rtp_lit(" to ")));
}

/* ---- numbers ---- */

static const rtp_str number_words[] = {
    RTP_STR("zero"), RTP_STR("one"),    RTP_STR("two"),    RTP_STR("three"), RTP_STR("four"),
    RTP_STR("five"), RTP_STR("six"),    RTP_STR("seven"),  RTP_STR("eight"), RTP_STR("nine"),
    RTP_STR("ten"),  RTP_STR("eleven"), RTP_STR("twelve"),
};

static rtp_str digits(const rtp_value *value, double number, rtp_arena *arena)
{
    return rtp_number_text(arena, number, value->decimals);
}

static rtp_str words_or_digits(const rtp_value *value, rtp_arena *arena)
{
    const size_t count = RTP_COUNT(number_words);
    bool small = value->number >= 0 && value->number < (double)count;
    size_t whole = small ? (size_t)value->number : 0;
    return small && value->number == (double)whole ? number_words[whole] : digits(value, value->number, arena);
}

static rtp_value filter_words(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value, words_or_digits(value, arena));
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool hisses(char before, char last)
{
    return last == 's' || last == 'x' || (last == 'h' && (before == 'c' || before == 's'));
}

/* What makes a plural of the noun, which may lose its "y". */
static rtp_str plural_ending(rtp_str *noun)
{
    char last = noun->len > 0 ? noun->ptr[noun->len - 1] : '\0';
    char before = noun->len > 1 ? noun->ptr[noun->len - 2] : '\0';
    if (last == 'y' && noun->len > 1 && !is_vowel(before)) {
        noun->len--;
        return rtp_lit("ies");
    }
    return hisses(before, last) ? rtp_lit("es") : rtp_lit("s");
}

static rtp_value filter_count(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    rtp_str ending = value->number == 1 ? rtp_lit("") : plural_ending(&argument);
    rtp_str parts[] = {words_or_digits(value, arena), RTP_STR(" "), argument, ending};
    return text_value(value, rtp_arena_join(arena, parts, RTP_COUNT(parts), rtp_lit("")));
}

static rtp_value filter_percent(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_str parts[] = {digits(value, value->number, arena), RTP_STR(" %")};
    return text_value(value, rtp_arena_join(arena, parts, 2, rtp_lit("")));
}

static rtp_value filter_abs(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    (void)arena;
    rtp_value result = *value;
    result.number = value->number < 0 ? -value->number : value->number;
    return result;
}

static rtp_value filter_signed(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    rtp_value size = filter_abs(value, argument, arena);
    rtp_str shown = digits(value, size.number, arena);
    bool nothing = rtp_str_equal(shown, digits(value, 0, arena));
    rtp_str sign = nothing ? rtp_lit("") : value->number < 0 ? rtp_lit("\u2212") : rtp_lit("+");
    return text_value(value, rtp_arena_join(arena, (rtp_str[]){sign, shown}, 2, rtp_lit("")));
}

/* ---- dates and months ---- */

enum { YEAR_DIGITS = 4 };

static rtp_str time_long(const rtp_value *value, rtp_arena *arena)
{
    return value->type == RTP_DATE ? rtp_date_long(arena, value->date) : rtp_month_long(arena, value->month);
}

static rtp_value filter_long(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value, time_long(value, arena));
}

static rtp_value filter_iso(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value,
                      value->type == RTP_DATE ? rtp_date_iso(arena, value->date) : rtp_month_iso(arena, value->month));
}

static rtp_value filter_month(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_month month = value->type == RTP_DATE ? rtp_date_month(value->date) : value->month;
    return text_value(value, rtp_month_long(arena, month));
}

static rtp_value filter_year(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_str all = time_long(value, arena);
    return text_value(value, (rtp_str){all.ptr + all.len - YEAR_DIGITS, YEAR_DIGITS});
}

static rtp_value filter_short(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_str all = time_long(value, arena);
    return text_value(value, (rtp_str){all.ptr, all.len - YEAR_DIGITS - 1});
}

static rtp_value filter_weekday(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    (void)arena;
    return text_value(value, weekdays[rtp_date_weekday(value->date)]);
}

/* The working day so many days later, or earlier: a day of rest gives the Monday behind it. */
static rtp_value filter_later(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)arena;
    int days = 0, sign = argument.len > 0 && argument.ptr[0] == '-' ? -1 : 1;
    for (size_t i = sign < 0; i < argument.len && argument.ptr[i] >= '0' && argument.ptr[i] <= '9' && days < DAYS_MOST;
         i++) {
        days = days * 10 + (argument.ptr[i] - '0');
    }
    rtp_value later = *value;
    later.date += sign * days;
    int weekday = rtp_date_weekday(later.date);
    later.date += weekday > FRIDAY ? SUNDAY + 1 - weekday : 0;
    return later;
}

/* ---- texts ---- */

static rtp_value filter_capital(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value, rtp_text_capital(value->text, arena));
}

static rtp_value filter_lower(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value, rtp_text_lower(value->text, arena));
}

static bool is_ended(rtp_str text)
{
    bool quoted = rtp_str_ends(text, rtp_lit("\u201D")) || rtp_str_ends(text, rtp_lit("\""));
    return text.len == 0 || quoted || rtp_str_is_ended(text);
}

static rtp_value filter_sentence(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_str text = rtp_text_capital(value->text, arena);
    if (is_ended(text)) {
        return text_value(value, text);
    }
    return text_value(value, rtp_arena_join(arena, (rtp_str[]){text, RTP_STR(".")}, 2, rtp_lit("")));
}

static rtp_value filter_bare(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    (void)arena;
    return text_value(value, without_stop(value->text));
}

static rtp_value filter_clause(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value, rtp_text_lower(without_stop(value->text), arena));
}

/* An action to stand behind "I will", which people like to write down with it. */
static rtp_value filter_deed(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    static const rtp_str openings[] = {
        RTP_STR("I will "), RTP_STR("I'll "), RTP_STR("I\u2019ll "), RTP_STR("I would "), RTP_STR("Will "),
    };
    rtp_value deed = *value;
    for (size_t i = 0; i < RTP_COUNT(openings); i++) {
        if (rtp_str_starts(deed.text, openings[i])) {
            deed.text.ptr += openings[i].len;
            deed.text.len -= openings[i].len;
        }
    }
    return filter_clause(&deed, argument, arena);
}

static rtp_value filter_quote(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    return text_value(value, rtp_text_quoted(value->text, arena));
}

static rtp_value filter_name(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    (void)arena;
    return text_value(value, rtp_name_called(value->text));
}

/* ---- any ---- */

static rtp_value filter_proposed(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_str text = rtp_value_text(value, arena);
    if (value->origin.kind != RTP_FROM_DEFAULT) {
        return text_value(value, text);
    }
    return text_value(value, rtp_arena_join(arena, (rtp_str[]){text, RTP_STR("(proposed)")}, 2, rtp_lit(" ")));
}

/* ---- JSON, for what a profile lacks ---- */

static void put_json(const rtp_value *value, rtp_arena *arena, rtp_json_writer *w)
{
    switch (value->type) {
    case RTP_NUMBER:
        rtp_json_put_raw(w, rtp_number_json(arena, value->number));
        return;
    case RTP_FLAG:
        rtp_json_put_flag(w, value->flag);
        return;
    case RTP_LIST:
        rtp_json_open(w, '[');
        for (size_t i = 0; i < value->list.len; i++) {
            rtp_json_put_text(w, value->list.items[i]);
        }
        rtp_json_close(w, ']');
        return;
    case RTP_DATE:
        rtp_json_put_text(w, rtp_date_iso(arena, value->date));
        return;
    case RTP_MONTH:
        rtp_json_put_text(w, rtp_month_iso(arena, value->month));
        return;
    case RTP_TEXT:
    case RTP_WORD:
        rtp_json_put_text(w, value->text);
    }
}

static rtp_value filter_json(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    (void)argument;
    rtp_buf out = rtp_buf_make(SIZE_MAX);
    rtp_json_writer w = rtp_json_writer_make(&out, 0);
    put_json(value, arena, &w);
    rtp_str text = rtp_arena_copy(arena, rtp_buf_text(&out));
    rtp_buf_free(&out);
    return text_value(value, text);
}

/* Inside the quotes of a JSON string. */
static rtp_value filter_escaped(const rtp_value *value, rtp_str argument, rtp_arena *arena)
{
    rtp_value plain = text_value(value, rtp_value_text(value, arena));
    rtp_str quoted = filter_json(&plain, argument, arena).text;
    return text_value(value, (rtp_str){quoted.ptr + 1, quoted.len - 2});
}

/* ---- the table: compiled packs hold a filter's place in it ---- */

const rtp_filter rtp_filters[] = {
    {RTP_STR("list"), LISTS, RTP_TEXT, NULL, filter_list, false},
    {RTP_STR("or"), LISTS, RTP_TEXT, NULL, filter_or, false},
    {RTP_STR("days"), LISTS, RTP_TEXT, NULL, filter_days, false},
    {RTP_STR("first"), LISTS, RTP_TEXT, NULL, filter_first, false},
    {RTP_STR("words"), NUMBERS, RTP_TEXT, NULL, filter_words, false},
    {RTP_STR("count"), NUMBERS, RTP_TEXT, "a noun for one of them, as in {ask.office_days|count:office day}",
     filter_count, false},
    {RTP_STR("percent"), NUMBERS, RTP_TEXT, NULL, filter_percent, false},
    {RTP_STR("abs"), NUMBERS, RTP_NUMBER, NULL, filter_abs, false},
    {RTP_STR("signed"), NUMBERS, RTP_TEXT, NULL, filter_signed, false},
    {RTP_STR("capital"), TEXTS, RTP_TEXT, NULL, filter_capital, true},
    {RTP_STR("lower"), TEXTS, RTP_TEXT, NULL, filter_lower, true},
    {RTP_STR("sentence"), TEXTS, RTP_TEXT, NULL, filter_sentence, true},
    {RTP_STR("bare"), TEXTS, RTP_TEXT, NULL, filter_bare, true},
    {RTP_STR("clause"), TEXTS, RTP_TEXT, NULL, filter_clause, true},
    {RTP_STR("deed"), TEXTS, RTP_TEXT, NULL, filter_deed, true},
    {RTP_STR("quote"), TEXTS, RTP_TEXT, NULL, filter_quote, true},
    {RTP_STR("name"), TEXTS, RTP_TEXT, NULL, filter_name, false},
    {RTP_STR("long"), TIMES, RTP_TEXT, NULL, filter_long, false},
    {RTP_STR("short"), DATES, RTP_TEXT, NULL, filter_short, false},
    {RTP_STR("month"), TIMES, RTP_TEXT, NULL, filter_month, false},
    {RTP_STR("year"), TIMES, RTP_TEXT, NULL, filter_year, false},
    {RTP_STR("iso"), TIMES, RTP_TEXT, NULL, filter_iso, false},
    {RTP_STR("weekday"), DATES, RTP_TEXT, NULL, filter_weekday, false},
    {RTP_STR("proposed"), ANYTHING, RTP_TEXT, NULL, filter_proposed, false},
    {RTP_STR("semicolons"), LISTS, RTP_TEXT, NULL, filter_semicolons, false},
    {RTP_STR("later"), DATES, RTP_DATE, "a number of days, as in {document.date|later:30}", filter_later, false},
    {RTP_STR("json"), ANYTHING, RTP_TEXT, NULL, filter_json, false},
    {RTP_STR("escaped"), ANYTHING, RTP_TEXT, NULL, filter_escaped, false},
};
const size_t rtp_filter_count = RTP_COUNT(rtp_filters);

bool rtp_filter_takes(const rtp_filter *filter, rtp_type type)
{
    return (filter->from & 1U << type) || (filter->each && type == RTP_LIST);
}

rtp_type rtp_filter_gives(const rtp_filter *filter, rtp_type type)
{
    return filter->each && type == RTP_LIST ? RTP_LIST : filter->to;
}

int rtp_filter_find(rtp_str name)
{
    for (size_t i = 0; i < RTP_COUNT(rtp_filters); i++) {
        if (rtp_str_equal(rtp_filters[i].name, name)) {
            return (int)i;
        }
    }
    return -1;
}

rtp_str rtp_filter_nearest(rtp_str name)
{
    rtp_str names[RTP_COUNT(rtp_filters)];
    for (size_t i = 0; i < RTP_COUNT(rtp_filters); i++) {
        names[i] = rtp_filters[i].name;
    }
    return rtp_str_nearest(name, names, RTP_COUNT(names));
}

/* A filter that fits words into a sentence took the capital off the first; a name gets it back. */
static rtp_str with_name(rtp_str text, rtp_str before, const rtp_facts *facts, rtp_arena *arena)
{
    rtp_str capital = text.ptr != before.ptr && text.len > 0 ? rtp_text_capital(text, arena) : text;
    rtp_str word = rtp_text_first_word(capital);
    bool lowered = capital.ptr != text.ptr && rtp_text_holds(before, word);
    return lowered && rtp_facts_is_name(facts, word) ? capital : text;
}

static bool lowers(const rtp_filter *filter)
{
    return filter->apply == filter_lower || filter->apply == filter_clause || filter->apply == filter_deed;
}

typedef struct application {
    const rtp_filter *filter;
    rtp_str argument;
    const rtp_facts *facts; /* or NULL */
    rtp_arena *arena;
} application;

static rtp_value apply_one(const application *a, const rtp_value *value)
{
    rtp_value result = a->filter->apply(value, a->argument, a->arena);
    if (a->facts && lowers(a->filter)) {
        result.text = with_name(result.text, value->text, a->facts, a->arena);
    }
    return result;
}

static rtp_value apply_each(const application *a, const rtp_value *value)
{
    rtp_value result = *value;
    rtp_str *items = RTP_NEW_ARRAY(a->arena, rtp_str, value->list.len);
    for (size_t i = 0; i < value->list.len; i++) {
        rtp_value item = text_value(value, rtp_text_joined(value->list.items[i], a->arena));
        items[i] = apply_one(a, &item).text;
    }
    result.list.items = items;
    return result;
}

/* White space is joined once: in a text before its first filter, in a list after it became a text. */
rtp_str rtp_filters_apply(const rtp_value *value, const rtp_filter_use *filters, size_t count, const rtp_facts *facts,
                          rtp_arena *arena)
{
    rtp_value current = *value;
    for (size_t i = 0; i <= count; i++) {
        if (current.type == RTP_TEXT && (i == 0 || value->type == RTP_LIST)) {
            current.text = rtp_text_joined(current.text, arena);
        }
        if (i < count) {
            application a = {&rtp_filters[filters[i].filter], filters[i].argument, facts, arena};
            bool each = a.filter->each && current.type == RTP_LIST;
            current = each ? apply_each(&a, &current) : apply_one(&a, &current);
        }
    }
    rtp_str text = rtp_value_text(&current, arena);
    return current.type == RTP_LIST ? rtp_text_joined(text, arena) : text;
}
