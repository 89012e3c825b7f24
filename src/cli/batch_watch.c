/* What a run over many profiles shows and listens to: results in order, a line of progress, the signals that
 * end it, and the line that sums it up. */
#include "cli/batch.h"

#include <time.h>
#include <unistd.h>

enum { TICK = 100 * 1000 * 1000, SECOND = 1000 * 1000 * 1000 };

/* ---- signals ---- */

void rtp_batch_signals_hold(rtp_batch_run_of *run)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    sigemptyset(&run->ends);
    for (size_t i = 0; i < RTP_COUNT(ends); i++) {
        struct sigaction now;
        if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN) { /* as nohup does */
            sigaddset(&run->ends, ends[i]);
        }
    }
    sigprocmask(SIG_BLOCK, &run->ends, NULL);
    if (run->given->folder.ptr) {
        (void)signal(SIGPIPE, SIG_IGN); /* nobody listening to messages is no reason to leave half a file */
    }
}

void rtp_batch_signals_end(const rtp_batch_run_of *run)
{
    if (run->ended_by != 0) {
        rtp_file_abandon();
        (void)signal(run->ended_by, SIG_DFL);
        (void)raise(run->ended_by);
        sigprocmask(SIG_UNBLOCK, &run->ends, NULL);
    }
}

/* ---- numbers ---- */

/* "3,998" */
static void put_grouped(rtp_buf *out, uint64_t number)
{
    char digits[32];
    size_t len = 0;
    do {
        digits[len++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    for (size_t i = len; i > 0; i--) {
        rtp_buf_put_char(out, digits[i - 1]);
        if (i > 1 && (i - 1) % 3 == 0) {
            rtp_buf_put_char(out, ',');
        }
    }
}

static void put_counted(rtp_buf *out, const char *word, uint64_t number)
{
    rtp_buf_puts(out, word);
    put_grouped(out, number);
}

/* ---- progress ---- */

static double seconds_of(const struct timespec *at)
{
    return (double)at->tv_sec + (double)at->tv_nsec / SECOND;
}

static void put_left(rtp_buf *out, double left)
{
    enum { MINUTE = 60, HOUR = 3600 };
    unsigned long seconds = left < 0 ? 0 : left > 1e6 ? 1000000 : (unsigned long)left;
    if (seconds >= HOUR) {
        rtp_buf_format(out, ", %lu h %lu min left", seconds / HOUR, seconds % HOUR / MINUTE);
    } else if (seconds >= MINUTE) {
        rtp_buf_format(out, ", %lu min %lu s left", seconds / MINUTE, seconds % MINUTE);
    } else {
        rtp_buf_format(out, ", %lu s left", seconds);
    }
}

static void show(rtp_batch_progress *progress, const rtp_batch_counts *counts, double now)
{
    double passed = now - progress->started;
    size_t done = counts->built + counts->kept + counts->failed;
    rtp_buf line = rtp_buf_make(1024);
    put_counted(&line, "\r\x1b[K", done);
    rtp_buf_puts(&line, " done");
    if (passed > 0) {
        put_counted(&line, ", ", (uint64_t)((double)done / passed));
        rtp_buf_puts(&line, " a second");
    }
    if (counts->size > counts->read && counts->read > 0) {
        put_left(&line, passed * (double)(counts->size - counts->read) / (double)counts->read);
    }
    if (counts->failed > 0) {
        put_counted(&line, ", failed ", counts->failed);
    }
    atomic_store(&progress->shown, true);
    rtp_process_say(rtp_buf_text(&line));
    rtp_buf_free(&line);
}

static void hide(rtp_batch_progress *progress)
{
    if (atomic_exchange(&progress->shown, false)) {
        rtp_process_say(rtp_lit("\r\x1b[K"));
    }
}

bool rtp_batch_watch(void *context, const rtp_batch_counts *counts, struct timespec *next)
{
    rtp_batch_run_of *run = context;
    const struct timespec at_once = {0, 0};
    if (run->ended_by == 0) {
        int seen = sigtimedwait(&run->ends, NULL, &at_once);
        run->ended_by = seen > 0 ? seen : 0;
    }
    if (clock_gettime(CLOCK_MONOTONIC, next) != 0) {
        *next = (struct timespec){0, 0};
    }
    double now = seconds_of(next);
    if (run->progress.started <= 0) {
        run->progress.started = now;
    } else if (run->progress.wanted) {
        show(&run->progress, counts, now);
    }
    next->tv_nsec += TICK;
    next->tv_sec += next->tv_nsec / SECOND;
    next->tv_nsec %= SECOND;
    return run->ended_by != 0;
}

/* ---- results ---- */

bool rtp_batch_take(void *context, const rtp_batch_part *part)
{
    rtp_batch_run_of *run = context;
    if (part->messages.len > 0) {
        hide(&run->progress);
        rtp_process_say(part->messages);
    }
    rtp_batch_note_take(run, part->notes);
    return part->documents.len == 0 || rtp_file_write(rtp_lit("-"), part->documents, 0600, run->cli->diags);
}

static void put_places(rtp_buf *out, const rtp_batch_counts *counts)
{
    rtp_buf_puts(out, " (");
    for (size_t i = 0; i < counts->places.len; i++) {
        rtp_buf_puts(out, i > 0 ? ", " : "");
        rtp_terminal_put(out, counts->places.items[i]);
    }
    rtp_buf_puts(out, counts->failed > counts->places.len ? ", …)" : ")");
}

static void put_sum(const rtp_batch_counts *counts, rtp_batch_end end, rtp_buf *out)
{
    static const char *const ends[] = {[RTP_BATCH_DONE] = "\n",
                                       [RTP_BATCH_ENDED] = "; ended before all were done\n",
                                       [RTP_BATCH_STOPPED] = "; stopped before all were done\n",
                                       [RTP_BATCH_STUCK] = "; stopped before all were done\n"};
    put_counted(out, "built ", counts->built);
    if (counts->kept > 0) {
        put_counted(out, ", kept ", counts->kept);
    }
    put_counted(out, ", failed ", counts->failed);
    if (counts->failed > 0) {
        put_places(out, counts);
    }
    rtp_buf_puts(out, ends[end]);
}

static void put_sum_json(const rtp_batch_counts *counts, rtp_batch_end end, rtp_buf *out)
{
    rtp_json_writer w = rtp_json_writer_make(out, 0);
    rtp_json_open(&w, '{');
    rtp_json_put_key(&w, "built");
    rtp_json_put_number(&w, (double)counts->built);
    rtp_json_put_key(&w, "kept");
    rtp_json_put_number(&w, (double)counts->kept);
    rtp_json_put_key(&w, "failed");
    rtp_json_put_number(&w, (double)counts->failed);
    rtp_json_put_key(&w, "complete");
    rtp_json_put_flag(&w, end == RTP_BATCH_DONE);
    rtp_json_close(&w, '}');
    rtp_buf_put_char(out, '\n');
}

void rtp_batch_sum_up(rtp_batch_run_of *run, const rtp_batch_counts *counts, rtp_batch_end end)
{
    hide(&run->progress);
    if (run->report.quiet && counts->failed == 0 && end == RTP_BATCH_DONE) {
        return;
    }
    rtp_buf out = rtp_buf_make(1 << 20);
    if (run->report.form == RTP_DIAGNOSTICS_JSON) {
        put_sum_json(counts, end, &out);
    } else {
        put_sum(counts, end, &out);
    }
    rtp_process_say(rtp_buf_text(&out));
    rtp_buf_free(&out);
}
