/* Selection: by partition without branches where all combinations fit in a small array, else by halving
 * the range of numbers and counting in the sorted matrix, which needs no memory and no luck. */
#include "stats/order.h"

#include <float.h>
#include <stdlib.h>
#include <string.h>

enum { INSERT_AT_MOST = 16, SORT_AT_MOST = 48, COMBINE_AT_MOST = 4096 };

static void insert_all(double *values, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        double value = values[i];
        size_t at = i;
        for (; at > 0 && values[at - 1] > value; at--) {
            values[at] = values[at - 1];
        }
        values[at] = value;
    }
}

static int compare(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

void rtp_sort_numbers(double *values, size_t n)
{
    if (n <= SORT_AT_MOST) {
        insert_all(values, n);
    } else {
        qsort(values, n, sizeof *values, compare);
    }
}

/* Halved before they are added, so that no sum can overflow. */
double rtp_median_sorted(const double *sorted, size_t n)
{
    return sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2;
}

/* ---- partition ---- */

/* Moves what is below `limit`, or also what equals it, to the front; how many those are. */
static size_t gather(double *values, size_t n, double limit, bool equals)
{
    size_t front = 0;
    if (equals) {
        for (size_t i = 0; i < n; i++) {
            double value = values[i];
            values[i] = values[front];
            values[front] = value;
            front += value <= limit;
        }
        return front;
    }
    for (size_t i = 0; i < n; i++) {
        double value = values[i];
        values[i] = values[front];
        values[front] = value;
        front += value < limit;
    }
    return front;
}

static double middle_of(double a, double b, double c)
{
    double low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

typedef struct pivot {
    double value;
    bool common; /* met twice among three: there are probably many of it */
} pivot;

static pivot choose_pivot(const double *values, size_t n)
{
    double a = values[n / 4], b = values[n / 2], c = values[n - 1 - n / 4];
    double middle = middle_of(a, b, c);
    int met = !(a < middle || a > middle) + !(b < middle || b > middle) + !(c < middle || c > middle);
    return (pivot){middle, met > 1};
}

/* Each round works on the part that holds the place wanted; `end` shrinks to it, `start` passes it. */
static void select_one(double *values, size_t start, size_t end, size_t place)
{
    while (end - start > INSERT_AT_MOST) {
        pivot chosen = choose_pivot(values + start, end - start);
        size_t below = start + gather(values + start, end - start, chosen.value, false);
        if (place < below) {
            end = below;
            continue;
        }
        bool stuck = below == start;
        start = below;
        if (chosen.common || stuck) {
            start += gather(values + start, end - start, chosen.value, true);
            if (place < start) {
                return;
            }
        }
    }
    insert_all(values + start, end - start);
}

/* The middle place first: the others then lie on either side of it. */
static void select_between(double *values, size_t start, size_t end, const size_t *places, size_t count)
{
    while (count > 0 && start < end) { /* a place may be named twice */
        size_t half = count / 2;
        select_one(values, start, end, places[half]);
        select_between(values, start, places[half], places, half);
        start = places[half] + 1;
        places += half + 1;
        count -= half + 1;
    }
}

/* ---- buckets ---- */

enum { BUCKETS = 64, SPREAD_AT_LEAST = 64, SPREAD_AT_MOST = 640 };

typedef struct spread { /* values by size in buckets of equal width; only those of wanted buckets are kept */
    double low, scale;
    uint8_t bucket[SPREAD_AT_MOST];
    uint16_t count[BUCKETS], before[BUCKETS];
    uint16_t next[BUCKETS], step[BUCKETS]; /* where the next one goes; unwanted ones all to one place behind */
    double kept[SPREAD_AT_MOST + 1];
} spread;

/* Four at a time, since each comparison waits for the one before. */
static void find_ends(const double *values, size_t n, double *low, double *high)
{
    double least[4], most[4];
    for (size_t lane = 0; lane < 4; lane++) {
        least[lane] = most[lane] = values[n - 1 - lane];
    }
    for (size_t i = 0; i + 4 <= n; i += 4) {
        for (size_t lane = 0; lane < 4; lane++) {
            double value = values[i + lane];
            least[lane] = value < least[lane] ? value : least[lane];
            most[lane] = value > most[lane] ? value : most[lane];
        }
    }
    *low = least[0];
    *high = most[0];
    for (size_t lane = 1; lane < 4; lane++) {
        *low = least[lane] < *low ? least[lane] : *low;
        *high = most[lane] > *high ? most[lane] : *high;
    }
}

static void count_buckets(spread *by, const double *values, size_t n)
{
    memset(by->count, 0, sizeof by->count);
    memset(by->step, 0, sizeof by->step);
    for (size_t i = 0; i < n; i++) {
        uint8_t bucket = (uint8_t)(int)((values[i] - by->low) * by->scale);
        by->bucket[i] = bucket;
        by->count[bucket]++;
    }
    uint16_t sum = 0;
    for (size_t i = 0; i < BUCKETS; i++) {
        by->before[i] = sum;
        by->next[i] = SPREAD_AT_MOST;
        sum = (uint16_t)(sum + by->count[i]);
    }
}

/* Not before bucket `at`. */
static size_t bucket_of(const spread *by, size_t place, size_t at)
{
    while (at + 1 < BUCKETS && by->before[at + 1] <= place) {
        at++;
    }
    return at;
}

/* Each wanted bucket lands where its values belong, so a place stays the same place. */
static void keep_wanted(spread *by, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t bucket = by->bucket[i];
        by->kept[by->next[bucket]] = values[i];
        by->next[bucket] = (uint16_t)(by->next[bucket] + by->step[bucket]);
    }
}

static void select_spread(spread *by, double *values, size_t n, const size_t *places, size_t count)
{
    size_t buckets[RTP_PLACES_AT_MOST];
    count_buckets(by, values, n);
    for (size_t i = 0; i < count; i++) {
        buckets[i] = bucket_of(by, places[i], i > 0 ? buckets[i - 1] : 0);
        by->next[buckets[i]] = by->before[buckets[i]];
        by->step[buckets[i]] = 1;
    }
    keep_wanted(by, values, n);
    for (size_t i = 0; i < count; i++) {
        size_t start = by->before[buckets[i]], end = start + by->count[buckets[i]];
        select_one(by->kept, start, end, places[i]);
        values[places[i]] = by->kept[places[i]];
    }
}

/* ---- a band ---- */

enum { BAND_FROM = 2048, DRAWN = 96 };

typedef struct band {
    double low, high;
} band;

/* Of values drawn at equal steps, one well below and one well above where the places lie. */
static band guess_band(const double *values, size_t n, const size_t *places, size_t count)
{
    const double reach = 12; /* over two standard deviations of a place among those drawn */
    double drawn[DRAWN];
    for (size_t i = 0; i < DRAWN; i++) {
        drawn[i] = values[i * (n / DRAWN)];
    }
    insert_all(drawn, DRAWN);
    double first = (double)places[0] * DRAWN / (double)n - reach;
    double last = (double)places[count - 1] * DRAWN / (double)n + reach;
    return (band){drawn[first > 0 ? (size_t)first : 0], drawn[last < DRAWN - 1 ? (size_t)last : DRAWN - 1]};
}

/* Where all places lie close together, as those of a median and its interval do, one pass leaves only what is near
 * them. False when the guess was wrong: nothing is lost then but the order. */
static bool select_in_band(double *values, size_t n, const size_t *places, size_t count)
{
    band within = guess_band(values, n, places, count);
    size_t below = 0, inside = 0, inner[RTP_PLACES_AT_MOST];
    double found[RTP_PLACES_AT_MOST];
    for (size_t i = 0; i < n; i++) {
        double value = values[i];
        values[i] = values[inside];
        values[inside] = value;
        below += value < within.low;
        inside += value >= within.low && value <= within.high;
    }
    if (places[0] < below || places[count - 1] >= below + inside) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        inner[i] = places[i] - below;
    }
    select_between(values, 0, inside, inner, count);
    for (size_t i = 0; i < count; i++) {
        found[i] = values[inner[i]];
    }
    for (size_t i = 0; i < count; i++) {
        values[places[i]] = found[i];
    }
    return true;
}

/* Values far from all others would leave the rest in one bucket; that is right, too, if slower. */
void rtp_select(double *values, size_t n, const size_t *places, size_t count)
{
    if (n >= SPREAD_AT_LEAST && n <= SPREAD_AT_MOST && count <= RTP_PLACES_AT_MOST) {
        double low, high;
        find_ends(values, n, &low, &high);
        double scale = (BUCKETS - 1) / (high - low);
        if (high > low && scale <= DBL_MAX && (high - low) <= DBL_MAX) {
            spread by;
            by.low = low;
            by.scale = scale;
            select_spread(&by, values, n, places, count);
            return;
        }
    }
    if (n < BAND_FROM || count == 0 || count > RTP_PLACES_AT_MOST || !select_in_band(values, n, places, count)) {
        select_between(values, 0, n, places, count);
    }
}

/* ---- combinations ---- */

static bool is_of_two(rtp_combination kind)
{
    return kind == RTP_DIFFERENCES || kind == RTP_RATIOS;
}

size_t rtp_combined_count(const rtp_combined *of)
{
    return is_of_two(of->kind) ? of->m * of->n : of->m * (of->m + 1) / 2;
}

static double combine(const rtp_combined *of, size_t i, size_t j)
{
    switch (of->kind) {
    case RTP_DIFFERENCES:
        return of->second[j] - of->first[i];
    case RTP_RATIOS:
        return of->second[j] / of->first[i];
    case RTP_AVERAGES:
        return (of->first[i] + of->first[j]) / 2;
    case RTP_PRODUCTS:
        break;
    }
    return of->first[i] * of->first[j];
}

static void fill_rows(const rtp_combined *of, double *out)
{
    const double *second = of->second;
    const bool ratios = of->kind == RTP_RATIOS;
    const size_t n = of->n;
    for (size_t i = 0; i < of->m; i++, out += n) {
        double by = ratios ? 1 / of->first[i] : of->first[i];
        for (size_t j = 0; j < n; j++) {
            out[j] = ratios ? second[j] * by : second[j] - by;
        }
    }
}

static void fill_triangle(const rtp_combined *of, double *out)
{
    for (size_t i = 0; i < of->m; i++) {
        for (size_t j = i; j < of->m; j++) {
            *out++ = combine(of, i, j);
        }
    }
}

/* ---- counting: rows and columns rise, or columns fall ---- */

static size_t count_of_two(const rtp_combined *of, double limit)
{
    size_t count = 0, j = 0;
    for (size_t i = 0; i < of->m; i++) {
        while (j < of->n && combine(of, i, j) <= limit) {
            j++;
        }
        count += j;
    }
    return count;
}

static size_t count_of_one(const rtp_combined *of, double limit)
{
    size_t count = 0, end = of->m;
    for (size_t i = 0; i < end; i++) {
        while (end > i && combine(of, i, end - 1) > limit) {
            end--;
        }
        count += end - i;
    }
    return count;
}

/* Numbers in the order of their bits, so that halving always ends after 64 steps on a number itself. */
static double number_at(uint64_t key)
{
    const uint64_t sign = UINT64_C(1) << 63;
    uint64_t bits = key & sign ? key ^ sign : ~key;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static uint64_t key_of(double number)
{
    const uint64_t sign = UINT64_C(1) << 63;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits & sign ? ~bits : bits ^ sign;
}

static double select_by_count(const rtp_combined *of, size_t place)
{
    size_t last = (is_of_two(of->kind) ? of->n : of->m) - 1;
    double ends[] = {is_of_two(of->kind) ? combine(of, of->m - 1, 0) : combine(of, 0, 0),
                     combine(of, is_of_two(of->kind) ? 0 : last, last)};
    uint64_t low = key_of(ends[0]), high = key_of(ends[1]);
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        double limit = number_at(middle);
        size_t count = is_of_two(of->kind) ? count_of_two(of, limit) : count_of_one(of, limit);
        if (count > place) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return number_at(low);
}

void rtp_combined_select(const rtp_combined *of, const size_t *places, size_t count, rtp_arena *arena, double *found)
{
    size_t all = rtp_combined_count(of);
    if (all > COMBINE_AT_MOST) {
        for (size_t i = 0; i < count; i++) {
            found[i] = select_by_count(of, places[i]);
        }
        return;
    }
    double *values = RTP_NEW_ARRAY(arena, double, all);
    if (is_of_two(of->kind)) {
        fill_rows(of, values);
    } else {
        fill_triangle(of, values);
    }
    rtp_select(values, all, places, count);
    for (size_t i = 0; i < count; i++) {
        found[i] = values[places[i]];
    }
}
