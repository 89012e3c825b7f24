/* An invented shape with a field of every type, for the tests of binder and schema. */
#ifndef SHAPES_H
#define SHAPES_H

#include <math.h>

#include "json_support.h"

typedef struct leaf {
    rtp_flag green;
} leaf;

typedef struct inner {
    bool known;
    rtp_str name;
    rtp_date day;
    leaf leaf;
} inner;

typedef struct outer {
    rtp_str text, brief, link, needed;
    rtp_number number, loose, open;
    rtp_count count, any;
    rtp_flag flag;
    rtp_date date;
    rtp_month month;
    int choice;
    rtp_texts texts;
    rtp_choices choices;
    rtp_dates dates;
    inner object;
    rtp_objects objects;
    const rtp_json *raw;
    rtp_month_series series;
    rtp_samples samples;
    rtp_day_series days;
    rtp_sample numbers;
} outer;

static const rtp_str colours[] = {RTP_STR("red"), RTP_STR("green"), RTP_STR("blue")};
static const rtp_texts colour_words = {colours, RTP_COUNT(colours)};

static const rtp_field leaf_fields[] = {
    {.key = "green", .type = RTP_FIELD_FLAG, .offset = offsetof(leaf, green)},
};
static const rtp_shape leaf_shape = {"leaf", leaf_fields, RTP_COUNT(leaf_fields), sizeof(leaf), false};

/* The first row is a date and the last is not the required one: both need care when absent. */
static const rtp_field inner_fields[] = {
    {.key = "day", .type = RTP_FIELD_DATE, .offset = offsetof(inner, day), .example = "\"2027-01-11\""},
    {.key = "name", .type = RTP_FIELD_TEXT, .required = true, .offset = offsetof(inner, name), .doc = "Its name."},
    {.key = "leaf", .type = RTP_FIELD_OBJECT, .offset = offsetof(inner, leaf), .shape = &leaf_shape},
};
static const rtp_shape inner_shape = {"inner", inner_fields, RTP_COUNT(inner_fields), sizeof(inner), true};

#define ROW(member, kind, ...)                                                                                         \
    {                                                                                                                  \
        .key = #member, .type = RTP_FIELD_##kind, .offset = offsetof(outer, member), __VA_ARGS__                       \
    }

static const rtp_field outer_fields[] = {
    ROW(needed, TEXT, .required = true, .doc = "What cannot be left out.", .example = "\"this\""),
    ROW(text, TEXT, .doc = "Any text."),
    ROW(brief, TEXT, .most = 5),
    ROW(link, LINK, .example = "\"https://example.org/\""),
    ROW(number, NUMBER, .least = -1.5, .most = 2.5),
    ROW(loose, NUMBER, .least = 0),
    ROW(open, NUMBER, .least = 1, .most = INFINITY),
    ROW(count, COUNT, .least = 0, .most = 5),
    ROW(any, COUNT, .least = 0),
    ROW(flag, FLAG, .doc = "Yes or no."),
    ROW(date, DATE, .doc = "A day."),
    ROW(month, MONTH, .doc = "A month."),
    ROW(choice, CHOICE, .words = &colour_words),
    ROW(texts, TEXTS, .least = 2, .most = 3),
    ROW(choices, CHOICES, .words = &colour_words),
    ROW(dates, DATES, .least = 1, .most = INFINITY),
    ROW(object, OBJECT, .shape = &inner_shape, .doc = "One of them."),
    ROW(objects, OBJECTS, .shape = &inner_shape, .most = 2, .doc = "Some of them."),
    ROW(raw, RAW, .doc = "Anything."),
    ROW(series, SERIES, .doc = "By month."),
    ROW(samples, SAMPLES, .most = 4, .doc = "By mode."),
    ROW(days, DAYS, .most = 3, .doc = "By week."),
    ROW(numbers, NUMBERS, .most = 2, .doc = "Loose."),
};
static const rtp_shape outer_shape = {"outer", outer_fields, RTP_COUNT(outer_fields), sizeof(outer), false};

#endif
