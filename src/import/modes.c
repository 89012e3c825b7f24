/* Periods of working as a person writes them on a command line. Two that overlap would make a month count twice,
 * so they are refused rather than sorted out. */
#include "import/modes.h"

#include "import/text.h"
#include "rtopitch/profile.h"

#include <stdlib.h>

typedef struct piece {
    rtp_import_period period;
    rtp_str text;
} piece;

typedef struct labeller {
    rtp_import *run;
    rtp_source *source; /* the option's text */
    piece *pieces;
    size_t len, cap;
} labeller;

static bool refuse(labeller *on, rtp_str part, rtp_str message)
{
    return rtp_export_refuse(
        on->run, "I0205", on->source,
        (rtp_diag){.offset = (size_t)(part.ptr - on->source->text.ptr),
                   .length = part.len,
                   .message = message,
                   .hint =
                       rtp_lit("write it as \"office 2024-01..2024-12, hybrid 2025-01..2025-06, remote 2025-07..\"")});
}

static bool read_mode(labeller *on, rtp_str word, rtp_str *mode)
{
    for (size_t i = 0; i < rtp_words_mode.len; i++) {
        if (rtp_str_equal_any_case(word, rtp_words_mode.items[i])) {
            *mode = rtp_words_mode.items[i];
            return true;
        }
    }
    return refuse(on, word,
                  rtp_arena_format(on->run->arena, "\"%.*s\" is none of office, hybrid and remote",
                                   RTP_FMT(rtp_export_show(on->run, word))));
}

static bool read_month(labeller *on, rtp_str text, rtp_month *month)
{
    if (!rtp_month_parse(text, month)) {
        return refuse(on, text,
                      rtp_arena_format(on->run->arena, "\"%.*s\" is no month such as 2024-01",
                                       RTP_FMT(rtp_export_show(on->run, text))));
    }
    return *month <= rtp_date_month(on->run->today) || refuse(on, text, rtp_lit("this month is in the future"));
}

/* "2024-01..2024-12", "2025-01..", "2024-05". */
static bool read_months(labeller *on, rtp_str text, rtp_import_period *period)
{
    size_t dots = 0;
    while (dots + 1 < text.len && !(text.ptr[dots] == '.' && text.ptr[dots + 1] == '.')) {
        dots++;
    }
    bool range = dots + 1 < text.len;
    rtp_str first = rtp_str_trim((rtp_str){text.ptr, range ? dots : text.len});
    rtp_str last = range ? rtp_str_trim((rtp_str){text.ptr + dots + 2, text.len - dots - 2}) : first;
    if (!read_month(on, first, &period->from)) {
        return false;
    }
    period->to = RTP_DATE_UNKNOWN;
    if (last.len > 0 && !read_month(on, last, &period->to)) {
        return false;
    }
    return last.len == 0 || period->to >= period->from ||
           refuse(on, text, rtp_lit("these months run backwards: the first comes after the last"));
}

static bool read_piece(labeller *on, rtp_str part)
{
    size_t blank = 0;
    while (blank < part.len && part.ptr[blank] != ' ') {
        blank++;
    }
    piece made = {.text = part};
    rtp_str months = rtp_str_trim((rtp_str){part.ptr + blank, part.len - blank});
    if (months.len == 0) {
        return refuse(on, part.len > 0 ? part : on->source->text, rtp_lit("a word and its months belong together"));
    }
    if (!read_mode(on, (rtp_str){part.ptr, blank}, &made.period.mode) || !read_months(on, months, &made.period)) {
        return false;
    }
    on->pieces = rtp_array_grow(on->run->arena, on->pieces, on->len, &on->cap, sizeof *on->pieces);
    on->pieces[on->len++] = made;
    return true;
}

static int by_month(const void *left, const void *right)
{
    const piece *a = left, *b = right;
    return a->period.from != b->period.from ? (a->period.from > b->period.from) - (a->period.from < b->period.from)
                                            : (a->text.ptr > b->text.ptr) - (a->text.ptr < b->text.ptr);
}

static bool check_overlaps(labeller *on)
{
    bool good = true;
    for (size_t i = 1; i < on->len && good; i++) {
        const piece *before = &on->pieces[i - 1], *at = &on->pieces[i];
        bool open = before->period.to == RTP_DATE_UNKNOWN;
        good = (!open && before->period.to < at->period.from) ||
               refuse(on, at->text,
                      rtp_arena_format(on->run->arena, "\"%.*s\" and \"%.*s\" overlap", RTP_FMT(before->text),
                                       RTP_FMT(at->text)));
    }
    return good;
}

bool rtp_modes_read(rtp_import *run, rtp_str text, rtp_import_history *history)
{
    labeller on = {.run = run, .source = RTP_NEW(run->arena, rtp_source)};
    *on.source = (rtp_source){.name = rtp_lit("--modes"), .text = text};
    for (size_t at = 0, end; at <= text.len; at = end + 1) {
        for (end = at; end < text.len && text.ptr[end] != ',';) {
            end++;
        }
        if (!read_piece(&on, rtp_str_trim((rtp_str){text.ptr + at, end - at}))) {
            return false;
        }
    }
    qsort(on.pieces, on.len, sizeof *on.pieces, by_month);
    if (!check_overlaps(&on)) {
        return false;
    }
    for (size_t i = 0; i < on.len; i++) {
        rtp_history_add_period(history, on.pieces[i].period, run->arena);
    }
    return true;
}
