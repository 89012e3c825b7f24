/* Workers make documents of many profiles; results come out in the order of the input, whoever was first.
 * One lock guards the slots; reading, making and writing happen outside of it. */
#include "app/batch.h"

#include "base/file.h"

#include <errno.h>
#include <pthread.h>

typedef enum stage {
    STAGE_FREE,
    STAGE_BUSY,     /* a worker has it */
    STAGE_MADE,     /* waits for those before it, to learn whose names are taken */
    STAGE_ADMITTED, /* its files may be written */
    STAGE_DONE      /* waits for those before it, to be told */
} stage;

enum { PLACES_MOST = 3, PATIENCE = 10 /* times that a stopped run waits for its workers */ };

typedef struct ring {
    rtp_batch_slot slot;
    stage stage;
} ring;

typedef struct run {
    const rtp_batch *batch;
    rtp_arena *arena;
    rtp_feed feed;
    rtp_shelf shelf;
    rtp_hashes names; /* of files that were admitted */
    ring *rings;
    size_t ring_count;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    size_t next_fed, next_admitted, next_told; /* numbers of slots, counted from the start */
    size_t working;
    bool feeding, telling;
    bool fed;     /* nothing more is fed */
    bool cut;     /* what is not admitted yet is dropped */
    bool full;    /* no more files can be written */
    bool deaf;    /* nobody takes what is told */
    bool stopped; /* by whoever watches: at once */
    int log_error;
    rtp_batch_counts counts;
    rtp_str places[PLACES_MOST];
} run;

typedef struct worker {
    run *run;
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_buf scratch;
    pthread_t thread;
} worker;

static ring *ring_of(run *r, size_t number)
{
    return &r->rings[number % r->ring_count];
}

/* ---- making, by one worker, outside of the lock ---- */

static void worker_clear(worker *w)
{
    rtp_arena_reset(w->arena);
    w->diags = rtp_diags_make(w->arena);
}

/* What was said so far becomes text, and may grow a slot's list of messages. */
static void report(worker *w, rtp_batch_entry *entry, rtp_buf *messages)
{
    if (w->diags->len > 0 || w->diags->dropped > 0) {
        int status = w->run->batch->report(w->run->batch->context, w->diags, messages);
        entry->status = status > entry->status ? status : entry->status;
    }
}

static bool source_read(worker *w, const rtp_batch_slot *slot, const rtp_batch_entry *entry, rtp_source *source)
{
    rtp_str text = {slot->text.ptr + entry->from, entry->len};
    if (entry->line == 0) {
        return rtp_file_read(text, rtp_json_profile_limits.bytes, w->arena, w->diags, source);
    }
    *source = (rtp_source){.name = slot->name, .text = text, .line = entry->line};
    return true;
}

static void entry_make(worker *w, rtp_batch_slot *slot, rtp_batch_entry *entry)
{
    const rtp_batch *batch = w->run->batch;
    rtp_source *source = RTP_NEW(w->arena, rtp_source);
    rtp_batch_made made = {w->arena, w->diags, &slot->bytes, &slot->notes, &w->scratch, &slot->files};
    size_t bytes = slot->bytes.len, notes = slot->notes.len, files = slot->files.len, names = slot->files.names.len;
    if (source_read(w, slot, entry, source)) {
        rtp_str stem = entry->line > 0 ? slot->stem : rtp_feed_stem(source->name);
        rtp_batch_item item = {source, stem, entry->index, entry->line};
        if (batch->folder) {
            rtp_shelf_key(&w->run->shelf, &item, entry->key);
        }
        if (batch->resume && batch->folder && rtp_shelf_has(&w->run->shelf, entry->key, &made)) {
            entry->state =
                !batch->note || batch->note(batch->context, &item, &made) ? RTP_ENTRY_KEPT : RTP_ENTRY_FAILED;
        } else {
            entry->state = batch->make(batch->context, &item, &made) ? RTP_ENTRY_MADE : RTP_ENTRY_FAILED;
        }
    }
    if (entry->state == RTP_ENTRY_FAILED) {
        rtp_buf_cut(&slot->bytes, bytes);
        rtp_buf_cut(&slot->notes, notes);
        rtp_buf_cut(&slot->files.names, names);
        slot->files.len = files;
    }
    report(w, entry, &slot->told);
}

/* Before each profile, so that a run ends at once. */
static bool is_stopped(run *r)
{
    pthread_mutex_lock(&r->lock);
    bool stopped = r->stopped;
    pthread_mutex_unlock(&r->lock);
    return stopped;
}

static void slot_make(worker *w, rtp_batch_slot *slot)
{
    rtp_batch_slot_clear(slot);
    for (size_t i = 0; i < slot->len && !is_stopped(w->run); i++) {
        rtp_batch_entry *entry = &slot->entries[i];
        worker_clear(w);
        entry_make(w, slot, entry);
        entry->told = slot->told.len;
        entry->notes = slot->notes.len;
        entry->bytes = slot->bytes.len;
        entry->files = slot->files.len;
    }
}

/* ---- files, by one worker, outside of the lock ---- */

static void complain_clash(worker *w, rtp_str name)
{
    rtp_diags_put(w->diags,
                  (rtp_diag){.severity = RTP_ERROR,
                             .code = "O0020",
                             .message = rtp_arena_format(w->arena, "another profile of this run has the file name %.*s",
                                                         RTP_FMT(name)),
                             .hint = rtp_lit("give names that differ, with --name and {line}, {index} or {stem}")});
}

/* The place that a message without one is about. */
static const rtp_source *source_of(worker *w, const rtp_batch_slot *slot, const rtp_batch_entry *entry)
{
    rtp_source *source = RTP_NEW(w->arena, rtp_source);
    rtp_str text = {slot->text.ptr + entry->from, entry->len};
    *source = (rtp_source){.name = entry->line > 0 ? slot->name : text, .text = rtp_lit(""), .line = entry->line};
    return source;
}

/* Not one more file fits, or may be made: the others need not be tried. */
static bool ends_all(int error)
{
    return error != EEXIST && error != ENAMETOOLONG && error != EISDIR && error != EFBIG;
}

static bool file_write(worker *w, const rtp_batch_slot *slot, size_t i)
{
    run *r = w->run;
    rtp_str name = rtp_batch_file_name(&slot->files, i);
    int error = rtp_shelf_put(&r->shelf, name, rtp_batch_file_bytes(slot, i), w->arena);
    if (error == 0) {
        return true;
    }
    rtp_str parts[] = {rtp_str_from(r->batch->folder), name};
    rtp_file_complain(w->diags, "O0004", "write", rtp_arena_join(w->arena, parts, 2, rtp_lit("/")), error);
    if (ends_all(error)) {
        pthread_mutex_lock(&r->lock);
        r->full = true;
        r->fed = true;
        pthread_mutex_unlock(&r->lock);
    }
    return false;
}

static bool is_full(run *r)
{
    pthread_mutex_lock(&r->lock);
    bool full = r->full || r->stopped;
    pthread_mutex_unlock(&r->lock);
    return full;
}

static void entry_write(worker *w, rtp_batch_slot *slot, rtp_batch_entry *entry)
{
    bool written = true;
    if (is_full(w->run)) {
        entry->state = RTP_ENTRY_DROPPED;
        return;
    }
    if (entry->clash > 0) {
        complain_clash(w, rtp_batch_file_name(&slot->files, entry->clash - 1));
        written = false;
    }
    for (size_t i = rtp_batch_first_file(slot, entry); written && i < entry->files; i++) {
        written = file_write(w, slot, i);
    }
    if (written) {
        rtp_shelf_list(slot, entry, &slot->listed);
        return;
    }
    for (size_t i = 0; i < w->diags->len; i++) {
        w->diags->items[i].source = source_of(w, slot, entry);
    }
    entry->state = RTP_ENTRY_FAILED;
    report(w, entry, &slot->messages);
}

/* Puts together what is told of the slot, and writes its files. */
static void slot_finish(worker *w, rtp_batch_slot *slot)
{
    size_t told = 0;
    for (size_t i = 0; i < slot->len; i++) {
        rtp_batch_entry *entry = &slot->entries[i];
        if (entry->state != RTP_ENTRY_DROPPED && entry->told > told) {
            rtp_buf_put(&slot->messages, (rtp_str){slot->told.ptr + told, entry->told - told});
        }
        told = entry->told;
        if (entry->state == RTP_ENTRY_MADE && w->run->batch->folder) {
            worker_clear(w);
            entry_write(w, slot, entry);
        }
    }
    rtp_batch_slot_drop_notes(slot);
}

/* ---- in order, within the lock ---- */

/* Names are taken in the order of the input, so that the same profile loses whatever worker was faster. */
static void take_names(run *r, rtp_batch_slot *slot, rtp_batch_entry *entry)
{
    size_t first = rtp_batch_first_file(slot, entry);
    for (size_t i = first; i < entry->files; i++) {
        uint64_t hash = rtp_name_hash(rtp_batch_file_name(&slot->files, i));
        if (rtp_hashes_find(&r->names, hash, NULL)) {
            entry->clash = i + 1;
            entry->state = entry->state == RTP_ENTRY_KEPT ? RTP_ENTRY_MADE : entry->state; /* to complain of it */
            return;
        }
    }
    for (size_t i = first; i < entry->files; i++) {
        (void)rtp_hashes_put(&r->names, rtp_name_hash(rtp_batch_file_name(&slot->files, i)), 0);
    }
}

static void admit(run *r, rtp_batch_slot *slot)
{
    for (size_t i = 0; i < slot->len; i++) {
        rtp_batch_entry *entry = &slot->entries[i];
        if (r->cut) {
            entry->state = RTP_ENTRY_DROPPED;
            continue;
        }
        if (entry->state != RTP_ENTRY_FAILED) {
            take_names(r, slot, entry);
        }
        if (r->batch->fail_fast && (entry->state == RTP_ENTRY_FAILED || entry->clash > 0)) {
            r->cut = r->fed = true;
        }
    }
}

static void admit_all(run *r)
{
    while (r->next_admitted < r->next_fed && ring_of(r, r->next_admitted)->stage == STAGE_MADE) {
        ring *at = ring_of(r, r->next_admitted++);
        admit(r, &at->slot);
        at->stage = STAGE_ADMITTED;
    }
}

static void note_failure(run *r, const rtp_batch_slot *slot, const rtp_batch_entry *entry)
{
    if (r->counts.failed < PLACES_MOST) {
        rtp_str name = {slot->text.ptr + entry->from, entry->len};
        r->places[r->counts.failed] = entry->line > 0
                                          ? rtp_arena_format(r->arena, "%.*s:%zu", RTP_FMT(slot->name), entry->line)
                                          : rtp_arena_copy(r->arena, name);
        r->counts.places = (rtp_texts){r->places, r->counts.failed + 1};
    }
    r->counts.failed++;
}

static void count(run *r, const rtp_batch_slot *slot)
{
    for (size_t i = 0; i < slot->len; i++) {
        const rtp_batch_entry *entry = &slot->entries[i];
        if (entry->state == RTP_ENTRY_DROPPED) {
            continue;
        }
        r->counts.built += entry->state == RTP_ENTRY_MADE;
        r->counts.kept += entry->state == RTP_ENTRY_KEPT;
        if (entry->state == RTP_ENTRY_FAILED) {
            note_failure(r, slot, entry);
        }
        r->counts.status = entry->status > r->counts.status ? entry->status : r->counts.status;
    }
    r->counts.read += slot->size;
}

/* Documents before the first entry that was dropped. */
static rtp_batch_part part_of(const run *r, const rtp_batch_slot *slot)
{
    size_t kept = 0;
    while (kept < slot->len && slot->entries[kept].state != RTP_ENTRY_DROPPED) {
        kept++;
    }
    size_t bytes = kept > 0 && !r->batch->folder ? slot->entries[kept - 1].bytes : 0;
    return (rtp_batch_part){
        {rtp_buf_text(&slot->bytes).ptr, bytes}, rtp_buf_text(&slot->messages), rtp_buf_text(&slot->notes)};
}

/* Outside of the lock; nobody else tells meanwhile. */
static bool tell(run *r, const rtp_batch_slot *slot)
{
    rtp_batch_part part = part_of(r, slot);
    bool taken = r->batch->take(r->batch->context, &part);
    if (r->batch->folder && slot->listed.len > 0) {
        r->log_error = rtp_folder_log_put(&r->shelf.folder, rtp_buf_text(&slot->listed));
    }
    return taken && r->log_error == 0;
}

static void tell_all(run *r)
{
    if (r->telling) {
        return;
    }
    r->telling = true;
    while (r->next_told < r->next_fed && ring_of(r, r->next_told)->stage == STAGE_DONE) {
        ring *at = ring_of(r, r->next_told);
        count(r, &at->slot);
        if (!r->deaf) {
            pthread_mutex_unlock(&r->lock);
            bool taken = tell(r, &at->slot);
            pthread_mutex_lock(&r->lock);
            r->deaf = !taken;
            r->fed = r->fed || !taken;
            r->cut = r->cut || !taken;
        }
        at->stage = STAGE_FREE;
        r->next_told++;
        pthread_cond_broadcast(&r->changed);
    }
    r->telling = false;
}

/* ---- workers ---- */

static ring *find_admitted(run *r)
{
    for (size_t number = r->next_told; number < r->next_admitted; number++) {
        if (ring_of(r, number)->stage == STAGE_ADMITTED) {
            return ring_of(r, number);
        }
    }
    return NULL;
}

static void work_finish(worker *w, ring *at)
{
    run *r = w->run;
    at->stage = STAGE_BUSY;
    pthread_mutex_unlock(&r->lock);
    slot_finish(w, &at->slot);
    pthread_mutex_lock(&r->lock);
    at->stage = STAGE_DONE;
    tell_all(r);
}

static void work_make(worker *w)
{
    run *r = w->run;
    ring *at = ring_of(r, r->next_fed);
    r->feeding = true;
    pthread_mutex_unlock(&r->lock);
    bool more = rtp_feed_fill(&r->feed, &at->slot);
    pthread_mutex_lock(&r->lock);
    r->feeding = false;
    r->counts.size = r->feed.size_known && r->feed.next == r->feed.inputs.len ? r->feed.size : 0;
    if (!more || r->fed) {
        r->fed = true;
        return;
    }
    at->stage = STAGE_BUSY;
    r->next_fed++;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
    slot_make(w, &at->slot);
    pthread_mutex_lock(&r->lock);
    at->stage = STAGE_MADE;
    admit_all(r);
}

static bool can_feed(run *r)
{
    return !r->feeding && !r->fed && ring_of(r, r->next_fed)->stage == STAGE_FREE;
}

static void *work(void *given)
{
    worker *w = given;
    run *r = w->run;
    pthread_mutex_lock(&r->lock);
    while (!r->stopped && !(r->fed && !r->feeding && r->next_told == r->next_fed)) {
        ring *admitted = find_admitted(r);
        if (admitted) {
            work_finish(w, admitted);
        } else if (can_feed(r)) {
            work_make(w);
        } else {
            pthread_cond_wait(&r->changed, &r->lock);
            continue;
        }
        pthread_cond_broadcast(&r->changed);
    }
    r->working--;
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

/* ---- the run ---- */

static bool worker_start(run *r, worker *w)
{
    *w = (worker){.run = r, .arena = rtp_arena_make(), .scratch = rtp_buf_make(RTP_BATCH_BYTES)};
    r->working++;
    if (pthread_create(&w->thread, NULL, work, w) != 0) {
        r->working--;
        rtp_arena_free(w->arena);
        return false;
    }
    return true;
}

/* As many as the system gives; without any, nothing is made. */
static size_t workers_start(run *r, worker *workers)
{
    size_t started = 0;
    pthread_mutex_lock(&r->lock); /* so that none ends before it is counted */
    while (started < r->batch->jobs && worker_start(r, &workers[started])) {
        started++;
    }
    pthread_mutex_unlock(&r->lock);
    return started;
}

/* Waits for the workers, and tells whoever watches. False: a worker hangs. */
static bool workers_wait(run *r)
{
    size_t patience = PATIENCE;
    struct timespec next;
    pthread_mutex_lock(&r->lock);
    while (r->working > 0 && patience > 0) {
        rtp_batch_counts counts = r->counts;
        pthread_mutex_unlock(&r->lock);
        bool stop = r->batch->watch(r->batch->context, &counts, &next);
        pthread_mutex_lock(&r->lock);
        r->stopped = r->stopped || stop;
        patience -= r->stopped;
        if (r->stopped) {
            pthread_cond_broadcast(&r->changed);
        }
        int waited = 0;
        while (r->working > 0 && waited != ETIMEDOUT) {
            waited = pthread_cond_timedwait(&r->changed, &r->lock, &next);
        }
    }
    bool rest = r->working == 0;
    pthread_mutex_unlock(&r->lock);
    return rest;
}

static void workers_free(worker *workers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        (void)pthread_join(workers[i].thread, NULL);
        rtp_arena_free(workers[i].arena);
        rtp_buf_free(&workers[i].scratch);
    }
}

static rtp_batch_end run_end(run *r, rtp_diags *diags)
{
    int error = r->log_error;
    if (r->batch->folder) {
        int closing = rtp_shelf_close(&r->shelf);
        error = error != 0 ? error : closing;
    }
    if (error != 0) {
        rtp_file_complain(diags, "O0004", "write to", rtp_str_from(r->batch->folder), error);
    }
    return r->stopped ? RTP_BATCH_STOPPED : r->cut || r->full || r->deaf ? RTP_BATCH_ENDED : RTP_BATCH_DONE;
}

static rtp_batch_end run_with(run *r, rtp_diags *diags)
{
    worker *workers = RTP_NEW_ARRAY(r->arena, worker, r->batch->jobs);
    r->ring_count = r->batch->jobs > 1 ? 2 * r->batch->jobs : 1;
    r->rings = RTP_NEW_ARRAY(r->arena, ring, r->ring_count);
    for (size_t i = 0; i < r->ring_count; i++) {
        rtp_batch_slot_prepare(&r->rings[i].slot);
    }
    size_t started = workers_start(r, workers);
    if (!workers_wait(r)) {
        return RTP_BATCH_STUCK; /* what the worker uses must stay */
    }
    workers_free(workers, started);
    for (size_t i = 0; i < r->ring_count; i++) {
        rtp_batch_slot_free(&r->rings[i].slot);
    }
    rtp_feed_free(&r->feed);
    rtp_batch_end end = run_end(r, diags);
    if (started == 0) {
        rtp_file_complain(diags, "O0001", "start", rtp_lit("a worker"), EAGAIN);
        return RTP_BATCH_ENDED;
    }
    return end;
}

/* Texts that outlive the run's own arena. */
static void counts_copy(const rtp_batch_counts *from, rtp_arena *arena, rtp_batch_counts *counts)
{
    rtp_str *places = RTP_NEW_ARRAY(arena, rtp_str, from->places.len);
    for (size_t i = 0; i < from->places.len; i++) {
        places[i] = rtp_arena_copy(arena, from->places.items[i]);
    }
    *counts = *from;
    counts->places.items = places;
}

/* Workers must not share an arena with whoever called. */
rtp_batch_end rtp_batch_run(const rtp_batch *batch, rtp_arena *arena, rtp_diags *diags, rtp_batch_counts *counts)
{
    rtp_arena *own = rtp_arena_make();
    run *r = RTP_NEW(own, run);
    r->batch = batch;
    r->arena = r->names.arena = own;
    if (batch->folder && !rtp_shelf_open(&r->shelf, batch, own, diags)) {
        rtp_arena_free(own);
        return RTP_BATCH_ENDED;
    }
    r->feed = rtp_feed_make(batch->inputs);
    pthread_condattr_t clock;
    if (pthread_mutex_init(&r->lock, NULL) != 0 || pthread_condattr_init(&clock) != 0 ||
        pthread_condattr_setclock(&clock, CLOCK_MONOTONIC) != 0 || pthread_cond_init(&r->changed, &clock) != 0) {
        rtp_memory_fail();
    }
    rtp_batch_end end = run_with(r, diags);
    counts_copy(&r->counts, arena, counts);
    if (end != RTP_BATCH_STUCK) {
        rtp_arena_free(own);
    }
    return end;
}
