/* One run of `rtopitch batch`: what is made of each profile, what is said in order, and what is shown meanwhile.
 * Workers read it; only what is told in order is changed. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "cli/making.h"
#include "cli/report.h"

#include <signal.h>
#include <stdatomic.h>

typedef struct rtp_batch_options {
    rtp_str folder, name, report;
    rtp_text_list as, formats;
    rtp_making_options making;
    int jobs;
    bool force, resume, fail_fast, index;
} rtp_batch_options;

typedef struct rtp_batch_progress { /* on a terminal */
    bool wanted;
    atomic_bool shown; /* a line is there, which messages must not be mixed with */
    double started;    /* seconds of a clock that only goes forward */
} rtp_batch_progress;

typedef struct rtp_batch_run_of {
    rtp_cli *cli;
    const rtp_batch_options *given;
    rtp_making making;
    const rtp_outline **outlines; /* of a profile, then those that speak for all */
    const rtp_format **formats;
    size_t outline_count, all_count, format_count; /* outline_count: of a profile */
    rtp_tallier *tallier;                          /* NULL: nobody wants a sum */
    rtp_arena *note_arena;                         /* for the note at hand */
    rtp_arena *tally_arena;                        /* its own, since it grows while others work */
    rtp_making report_making;                      /* of --report, when it is a document */
    rtp_report report;
    rtp_batch_progress progress;
    sigset_t ends; /* signals that end the run */
    int ended_by;  /* one of them; 0: none */
} rtp_batch_run_of;

/* ---- making: by any worker ---- */

/* The placeholders of a name; refuses a pattern that no name can be made of. */
bool rtp_batch_name_check(rtp_batch_run_of *run);
/* Puts what is counted of a profile that was made before. */
bool rtp_batch_note(void *context, const rtp_batch_item *item, rtp_batch_made *made);
bool rtp_batch_make(void *context, const rtp_batch_item *item, rtp_batch_made *made);
int rtp_batch_report(void *context, rtp_diags *diags, rtp_buf *messages);

/* ---- in order, and meanwhile ---- */

/* From now on signals wait to be looked at, so that files are whole when the run ends. */
void rtp_batch_signals_hold(rtp_batch_run_of *run);
/* Ends the program by the signal that was seen, if any. */
void rtp_batch_signals_end(const rtp_batch_run_of *run);
bool rtp_batch_take(void *context, const rtp_batch_part *part);
bool rtp_batch_watch(void *context, const rtp_batch_counts *counts, struct timespec *next);
void rtp_batch_sum_up(rtp_batch_run_of *run, const rtp_batch_counts *counts, rtp_batch_end end);

/* ---- what all profiles say together ---- */

/* Whether an outline speaks for all profiles. */
bool rtp_batch_is_of_all(const rtp_outline *outline);
/* What can be refused of --report and of documents for all, before any profile is read. */
bool rtp_batch_sum_plan(rtp_batch_run_of *run);
void rtp_batch_note_put(const rtp_job *job, rtp_batch_made *made);
void rtp_batch_note_take(rtp_batch_run_of *run, rtp_str notes);
/* Writes the report and the documents for all; what fails is in the diagnostics. */
void rtp_batch_sum_write(rtp_batch_run_of *run, const rtp_batch_counts *counts);

#endif
