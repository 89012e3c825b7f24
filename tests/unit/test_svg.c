/* floor: render */
/* Charts as SVG: every point is drawn inside the picture, whatever the values; words say what it shows. Charts are
 * invented. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "charts.h"
#include "render/svg.h"

enum { WIDTH = 440, HEIGHT = 256, MANY = 100 };

static const char *drawn(const rtp_chart *chart, rtp_arena *arena)
{
    rtp_node node = {.kind = RTP_NODE_CHART, .chart = chart};
    rtp_buf out = rtp_buf_make(1 << 20);
    rtp_svg_put(&node, 7, arena, &out);
    const char *text = rtp_arena_copy(arena, rtp_buf_text(&out)).ptr;
    rtp_buf_free(&out);
    return text;
}

static size_t count(const char *text, const char *what)
{
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, what)); at += strlen(what)) {
        n++;
    }
    return n;
}

/* Where a path moves to or draws a line to: absolute, so within the picture. */
static void assert_inside(const char *svg)
{
    for (const char *path = svg; (path = strstr(path, " d=\"")); path++) {
        for (const char *at = path + 4; *at != '"'; at++) {
            if (*at == 'M' || *at == 'L') {
                char *end = NULL;
                double x = strtod(at + 1, &end), y = strtod(end, NULL);
                assert_true(end > at + 1 && x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT);
            }
        }
    }
}

/* ---- any chart is drawn whole ---- */

static void assert_drawn(const char *months, rtp_month step, const double *values)
{
    rtp_arena *arena = rtp_arena_make();
    const rtp_chart *chart = chart_make(arena, months, step, values);
    const char *svg = drawn(chart, arena);
    const char *line = strstr(svg, "class=\"line\""), *mark = strstr(svg, "<path class=\"mark");
    assert_non_null(line);
    size_t points = 0;
    for (const char *at = line; at < mark; at++) {
        points += *at == 'M' || *at == 'L';
    }
    assert_int_equal(points, chart->len);
    assert_int_equal(count(svg, "class=\"band "), chart->band_count);
    assert_int_equal(count(svg, "class=\"median "), chart->band_count);
    assert_int_equal(count(svg, "<svg"), count(svg, "</svg>"));
    assert_null(strstr(svg, "nan"));
    assert_inside(svg);
    rtp_arena_free(arena);
}

static void test_every_point_is_drawn_inside(void **state)
{
    static const struct {
        const char *months;
        rtp_month step;
        double values[6];
    } rows[] = {
        {"o", 1, {5}},
        {"or", 1, {5, 7}},
        {"or", 1, {0, 0}},
        {"ooohhh", 1, {5, 5, 5, 5, 5, 5}},
        {"ohrohr", 1, {-5, -1, -7, 3, 0, -2}},
        {"o----r", 1, {1e15, -1e15}},
        {"o-o-rr", 3, {0.001, 0.002, 0.003, 0.0015}},
        {"or", 120, {9e307, -9e307}},
        {"or", 1, {1e300, 5e-324}},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        assert_drawn(rows[i].months, rows[i].step, rows[i].values);
    }
}

static void test_a_hundred_points_are_drawn_small(void **state)
{
    (void)state;
    char months[MANY + 1] = {0};
    double values[MANY];
    for (size_t i = 0; i < MANY; i++) {
        months[i] = i < MANY / 2 ? 'o' : 'r';
        values[i] = (double)(i * 7 % 31);
    }
    assert_drawn(months, 1, values);
    rtp_arena *arena = rtp_arena_make();
    const char *many = drawn(chart_make(arena, months, 1, values), arena);
    const char *few = drawn(chart_make(arena, "oorr", 1, values), arena);
    assert_non_null(strstr(many, "m-2-2h4v4h-4z"));
    assert_null(strstr(few, "m-2-2h4v4h-4z"));
    rtp_arena_free(arena);
}

static void test_nothing_is_drawn_of_nothing(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    assert_string_equal(drawn(NULL, arena), "");
    assert_string_equal(drawn(&(rtp_chart){.len = 0}, arena), "");
    rtp_arena_free(arena);
}

/* ---- what it says ---- */

static void test_words_say_what_it_shows(void **state)
{
    static const char *const wanted[] = {
        "role=\"img\"",
        "aria-labelledby=\"chart-7 chart-7-text\"",
        "<title id=\"chart-7\">A &lt;b&gt;</title>",
        "<desc id=\"chart-7-text\">4 points, from January 2024 to April 2024; office 2, median 30; remote 2, median "
        "24.5; "
        "change from the office -6, 95 % interval -8.5 to -5.</desc>",
        ">office</text>",
        ">remote</text>",
        ">median 24.5</text>",
        ">change, 95 % interval</text>",
        ">Jan</text>",
        ">2024</text>",
        "class=\"from\"",
    };
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    rtp_chart *chart = chart_make(arena, "oorr", 1, (double[]){30, 31, 24.5, 24});
    chart->name = rtp_lit("A <b>");
    chart->change = (rtp_chart_change){RTP_MODE_REMOTE, true, -6, -8.5, -5};
    const char *svg = drawn(chart, arena);
    for (size_t i = 0; i < RTP_COUNT(wanted); i++) {
        if (!strstr(svg, wanted[i])) {
            fail_msg("no %s in %s", wanted[i], svg);
        }
    }
    assert_null(strstr(svg, "hybrid")); /* the key names what is there */
    rtp_arena_free(arena);
}

static void test_one_point_is_one_month(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    const char *svg = drawn(chart_make(arena, "h", 1, (double[]){3}), arena);
    assert_non_null(strstr(svg, ">1 point, January 2024; hybrid 1, median 3.</desc>"));
    assert_null(strstr(svg, "interval"));
    rtp_arena_free(arena);
}

/* A band too narrow for its name has none; the key has it. */
static void test_narrow_bands_leave_their_name_to_the_key(void **state)
{
    (void)state;
    char months[] = "oooooooooooooooooooooooooooooooooooooooooooooooooor";
    double values[sizeof months] = {0};
    rtp_arena *arena = rtp_arena_make();
    const char *svg = drawn(chart_make(arena, months, 1, values), arena);
    assert_int_equal(count(svg, ">office</text>"), 2);
    assert_int_equal(count(svg, ">remote</text>"), 1);
    rtp_arena_free(arena);
}

/* ---- labels of the axis ---- */

static void test_labels_of_months_and_years(void **state)
{
    static const struct {
        const char *months;
        rtp_month step;
        const char *label; /* the first */
        size_t years;      /* labels 20.. */
    } rows[] = {
        {"oor", 1, ">Jan<", 1},
        {"oooooooooooor", 1, ">Jan<", 2},
        {"oooooooor", 12, ">2024<", 9},
    };
    (void)state;
    for (size_t i = 0; i < RTP_COUNT(rows); i++) {
        rtp_arena *arena = rtp_arena_make();
        const char *svg = drawn(chart_make(arena, rows[i].months, rows[i].step, (double[13]){1, 2}), arena);
        assert_non_null(strstr(svg, rows[i].label));
        assert_int_equal(count(svg, ">20"), rows[i].years);
        rtp_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_point_is_drawn_inside),
        cmocka_unit_test(test_a_hundred_points_are_drawn_small),
        cmocka_unit_test(test_nothing_is_drawn_of_nothing),
        cmocka_unit_test(test_words_say_what_it_shows),
        cmocka_unit_test(test_one_point_is_one_month),
        cmocka_unit_test(test_narrow_bands_leave_their_name_to_the_key),
        cmocka_unit_test(test_labels_of_months_and_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
