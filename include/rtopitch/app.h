/* The straight line: profile in, document out. Everything a command needs, nothing that prints. */
#ifndef RTOPITCH_APP_H
#define RTOPITCH_APP_H

#include "rtopitch/lint.h"
#include "rtopitch/render.h"

/* Packs, outlines and rules about wording compiled into the program. */
const rtp_pack *rtp_embedded_pack(void);
const rtp_lint_pack *rtp_embedded_lint(void);
extern const rtp_outline *const rtp_embedded_outlines;
extern const size_t rtp_embedded_outline_count;
/* SHA-256 of the files that each of them was made from, in hexadecimal digits. */
extern const char rtp_embedded_packs_hash[], rtp_embedded_outlines_hash[], rtp_embedded_lint_hash[];
const rtp_outline *rtp_outline_find(rtp_str name); /* or NULL */

/* The embedded pack, or a copy with updates laid over it and the rules of other files behind; both are paths. NULL
 * after a diagnostic. */
const rtp_pack *rtp_packs_load(rtp_texts updates, rtp_texts rules, rtp_arena *arena, rtp_diags *diags);
/* A file on trial as an update: laid over the embedded pack with the updates that are installed, and every rule held
 * against the outlines. False after a diagnostic. */
bool rtp_update_load(const rtp_source *source, rtp_texts installed, rtp_arena *arena, rtp_diags *diags,
                     rtp_pack_changes *changes);

/* ---- what a team shares: a mandate, a manager, concerns, terms; each profile says the rest and wins ---- */
typedef struct rtp_shared {
    rtp_source source;
    const rtp_json_index *index;
} rtp_shared;
/* Reads the file, and looks at its values as far as they can be judged without a profile. NULL after a diagnostic. */
const rtp_shared *rtp_shared_load(rtp_str path, rtp_arena *arena, rtp_diags *diags);

typedef struct rtp_job { /* one profile on its way; all of it lives in one arena */
    rtp_source source;
    const rtp_profile *profile;
    const rtp_results *results; /* of the pilot; NULL: nothing is reviewed */
    const rtp_pack *pack;
    const rtp_facts *facts;
    rtp_points points;
    rtp_date today;
    const rtp_shared *shared;     /* merged under the profile as it is read; NULL: none */
    rtp_json_overrides overrides; /* what the profile says instead of the team */
    bool looks_back;              /* days that have passed are no surprise */
} rtp_job;

/* Reads and checks the profile at `path` ("-" is standard input), derives facts.
 * False after a diagnostic with severity error. */
bool rtp_job_load(rtp_job *job, rtp_str path, rtp_date today, const rtp_pack *pack, rtp_arena *arena, rtp_diags *diags);
/* The same for a job that has its pack, its day and its team, if any. */
bool rtp_job_read(rtp_job *job, rtp_str path, rtp_arena *arena, rtp_diags *diags);
/* The same with a profile that was read already, for a job that has its pack, its day and its team, if any; `source`
 * outlives the diagnostics. */
bool rtp_job_take(rtp_job *job, const rtp_source *source, rtp_arena *arena, rtp_diags *diags);
/* Puts another profile in place of the job's, with the results it has, and derives facts. */
void rtp_job_derive(rtp_job *job, const rtp_profile *profile, rtp_arena *arena);
/* Applies the rules that an outline shows (NULL: all of them, for a trace of the whole pack). */
void rtp_job_apply(rtp_job *job, const rtp_outline *outline, rtp_arena *arena);
/* The pack as many jobs of one outline take it: its rules opened once, and those of other outlines left out. */
const rtp_pack *rtp_pack_for(const rtp_pack *pack, const rtp_outline *outline, rtp_arena *arena);
/* Applies the outline's rules and composes its document. */
const rtp_document *rtp_job_compose(rtp_job *job, const rtp_outline *outline, rtp_arena *arena);

/* What a document from a country is marked with and printed on, unless the user says otherwise. */
typedef struct rtp_country {
    rtp_str code, language; /* "GB", "en-GB" */
    rtp_paper paper;
} rtp_country;
rtp_country rtp_country_find(rtp_str code); /* one that is absent or not in the table: "en" on A4 */

/* Findings about the user's own words in the profile, and notes on what only the whole of it shows. */
void rtp_job_lint(const rtp_job *job, rtp_arena *arena, rtp_diags *diags);
/* Before a document is made: takes own words that would harm the case (findings that are errors) out of the job,
 * with a warning each; of a private outline they are only told. False when nothing sound is left. */
bool rtp_job_share(rtp_job *job, const rtp_outline *outline, rtp_arena *arena, rtp_diags *diags);
/* Findings about the wording of any text, plain or Markdown, which must be UTF-8. */
void rtp_text_lint(const rtp_source *source, rtp_arena *arena, rtp_diags *diags);

/* ---- the pilot's terms ---- */

typedef struct rtp_terms {   /* given on the command line; 0: not given */
    int seed, weeks, design; /* design: of rtp_words_design, + 1 */
} rtp_terms;
/* The job as if the profile said so, without a change to any file. False after a diagnostic. */
bool rtp_job_assume(rtp_job *job, rtp_terms terms, rtp_arena *arena, rtp_diags *diags);

typedef struct rtp_recording {
    const rtp_source *profile; /* given: as it stands in the file */
    rtp_terms terms;           /* given */
    rtp_str text;              /* the whole profile with the terms in it, every other byte as it was */
    rtp_texts added;           /* pointers of what was added */
} rtp_recording;
/* Adds to the profile's text the terms that the review will judge by: those it lacks, and under pilot/x-plan what they
 * are on this day. What the profile says is never changed; once recorded, nothing is added. False after a diagnostic.
 */
bool rtp_job_record(const rtp_job *job, rtp_arena *arena, rtp_diags *diags, rtp_recording *recording);

/* ---- the pilot's results ---- */

/* Reads results ("-" is standard input), holds them against the profile and its trial, and derives facts anew, so
 * that the outline "review" has something to say. False after a diagnostic. */
bool rtp_job_review(rtp_job *job, rtp_str path, rtp_arena *arena, rtp_diags *diags);

/* ---- many profiles ---- */

typedef struct rtp_tally_note { /* what is counted of one profile; lives as long as its job */
    rtp_str team;
    int32_t asked;     /* office days a week of the preferred ask */
    uint32_t days;     /* on site: a bit for each weekday, Monday the lowest; none when it names none */
    uint32_t concerns; /* a bit for each that others may know of, in the order of rtp_words_concern */
    rtp_texts lacks;   /* what the outline "gaps" says of it */
} rtp_tally_note;
rtp_tally_note rtp_job_note(const rtp_job *job, rtp_arena *arena);

/* Counts notes in the order in which they come; keeps copies of names only, so memory grows with the teams. */
typedef struct rtp_tallier rtp_tallier;
rtp_tallier *rtp_tallier_make(rtp_arena *arena);
void rtp_tallier_put(rtp_tallier *tallier, const rtp_tally_note *note);
void rtp_tallier_fail(rtp_tallier *tallier); /* a profile that could not be read */
/* What may be told: teams by name, those under four people folded into one without a name, which is never so small
 * that it shows its people; none when they are all one. */
const rtp_tally *rtp_tallier_close(const rtp_tallier *tallier, rtp_arena *arena);

/* Makes the job of one profile that speaks for all, for the outlines "team" and "roll-up": from the team's file
 * (NULL: none), and from what most people ask for and name where the file says nothing. The job has its pack and its
 * day. False after a diagnostic. */
bool rtp_job_speak_for_all(rtp_job *job, const rtp_tally *tally, const rtp_source *team, rtp_arena *arena,
                           rtp_diags *diags);
/* The tally as a table for spreadsheets (RFC 4180, no cell runs as a formula), and as JSON. */
void rtp_tally_put_csv(const rtp_tally *tally, rtp_buf *out);
void rtp_tally_put_json(const rtp_tally *tally, rtp_buf *out);

/* ---- many profiles: made by workers, told in the order of the input ---- */

typedef struct rtp_batch_item {
    const rtp_source *source;
    rtp_str stem; /* the file's name without folder and suffix; of JSON Lines: of the file of lines */
    size_t index; /* from 1, over all inputs */
    size_t line;  /* of JSON Lines; 0: a file of its own */
} rtp_batch_item;

typedef struct rtp_batch_made { /* what became of a profile; empty at first */
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_buf *bytes; /* its documents, one behind the other */
    rtp_buf *notes; /* for whoever sums up: handed on in order, never looked at */
    rtp_buf *scratch;
    struct rtp_batch_files *files;
} rtp_batch_made;
/* The bytes put since the last call are a file of this name. */
void rtp_batch_file(rtp_batch_made *made, rtp_str name);

typedef struct rtp_batch_counts {
    size_t built, kept, failed; /* kept: there already, and whole */
    uint64_t read, size;        /* bytes of the inputs, or files; size 0: nobody knows */
    int status;                 /* the largest of all profiles */
    rtp_texts places;           /* of the first that failed */
} rtp_batch_counts;

typedef struct rtp_batch_part { /* of the result, in the order of the input */
    rtp_str documents, messages, notes;
} rtp_batch_part;

struct timespec;
typedef struct rtp_batch {
    rtp_texts inputs;   /* files, folders, files of JSON Lines (.jsonl, .ndjson), "-" */
    const char *folder; /* where files are written to; NULL: documents are handed on */
    size_t jobs;
    bool force, resume, fail_fast;
    bool numbered; /* names of files tell the index or the line */
    rtp_str run;   /* whatever else decides what is made: a folder remembers it with each file */
    void *context;
    /* By any worker, for any profile; false after an error. */
    bool (*make)(void *context, const rtp_batch_item *item, rtp_batch_made *made);
    /* Likewise, for one that is kept, to make its notes; NULL: nobody wants them. */
    bool (*note)(void *context, const rtp_batch_item *item, rtp_batch_made *made);
    int (*report)(void *context, rtp_diags *diags, rtp_buf *messages); /* likewise; returns a status */
    /* One at a time, in order; false ends the run. */
    bool (*take)(void *context, const rtp_batch_part *part);
    /* Told now and then while others work; true ends the run. It says when to be told again. */
    bool (*watch)(void *context, const rtp_batch_counts *counts, struct timespec *next);
} rtp_batch;

typedef enum rtp_batch_end {
    RTP_BATCH_DONE,
    RTP_BATCH_ENDED,   /* by fail_fast, by what could not be written, or by take */
    RTP_BATCH_STOPPED, /* by watch; all workers rest */
    RTP_BATCH_STUCK    /* by watch; a worker hangs in a read or a write */
} rtp_batch_end;
/* What cannot be begun is in `diags`. */
rtp_batch_end rtp_batch_run(const rtp_batch *batch, rtp_arena *arena, rtp_diags *diags, rtp_batch_counts *counts);

#endif
