/* Profiles one after the other, out of files, folders and streams of lines, a slot at a time.
 * What cannot be opened is handed on as a file: whoever reads it finds out why. */
#include "app/batch.h"

#include <string.h>

rtp_feed rtp_feed_make(rtp_texts inputs)
{
    return (rtp_feed){.inputs = inputs,
                      .size_known = true,
                      .stream = -1,
                      .rest = rtp_buf_make(RTP_BATCH_BYTES),
                      .folder_arena = rtp_arena_make()};
}

void rtp_feed_free(rtp_feed *feed)
{
    if (feed->stream >= 0) {
        rtp_stream_close(feed->stream);
    }
    rtp_buf_free(&feed->rest);
    rtp_arena_free(feed->folder_arena);
}

rtp_str rtp_feed_stem(rtp_str path)
{
    size_t from = path.len, to = path.len;
    while (from > 0 && path.ptr[from - 1] != '/') {
        from--;
    }
    for (size_t i = path.len; i > from + 1; i--) {
        if (path.ptr[i - 1] == '.') {
            to = i - 1;
            break;
        }
    }
    return (rtp_str){path.ptr + from, to - from};
}

static rtp_batch_entry *entry_add(rtp_feed *feed, rtp_batch_slot *slot, size_t from, size_t len)
{
    slot->entries = rtp_array_grow(slot->arena, slot->entries, slot->len, &slot->cap, sizeof *slot->entries);
    rtp_batch_entry *made = &slot->entries[slot->len++];
    *made = (rtp_batch_entry){.from = from, .len = len, .index = ++feed->index};
    return made;
}

/* ---- files ---- */

static void put_path(rtp_feed *feed, rtp_batch_slot *slot, rtp_str folder, rtp_str name)
{
    size_t from = slot->text.len;
    rtp_buf_put(&slot->text, folder);
    rtp_buf_put(&slot->text, name);
    (void)entry_add(feed, slot, from, slot->text.len - from);
    rtp_buf_put_char(&slot->text, '\0');
    slot->size++;
}

static void put_folder_files(rtp_feed *feed, rtp_batch_slot *slot)
{
    while (slot->len < RTP_BATCH_FILES && feed->next_file < feed->files.len) {
        put_path(feed, slot, feed->folder, feed->files.items[feed->next_file++]);
    }
}

static bool folder_open(rtp_feed *feed, rtp_str path)
{
    rtp_arena_reset(feed->folder_arena);
    rtp_str slash = rtp_str_ends(path, rtp_lit("/")) ? rtp_lit("") : rtp_lit("/");
    feed->folder = rtp_arena_join(feed->folder_arena, (rtp_str[]){path, slash}, 2, rtp_lit(""));
    feed->next_file = 0;
    int error = rtp_folder_list(path.ptr, rtp_lit(".json"), feed->folder_arena, &feed->files);
    feed->size += feed->files.len;
    return error == 0;
}

/* ---- lines ---- */

static bool has_lines(rtp_str path)
{
    return rtp_str_equal(path, rtp_lit("-")) || rtp_str_ends(path, rtp_lit(".jsonl")) ||
           rtp_str_ends(path, rtp_lit(".ndjson"));
}

static bool stream_open(rtp_feed *feed, rtp_str path)
{
    uint64_t size = 0;
    bool standard = rtp_str_equal(path, rtp_lit("-"));
    feed->stream = rtp_stream_open(path.ptr, &size);
    feed->size += size;
    feed->size_known = feed->size_known && size > 0;
    feed->name = standard ? rtp_lit("<stdin>") : path;
    feed->stem = standard ? rtp_lit("stdin") : rtp_feed_stem(path);
    feed->line = 0;
    feed->skipping = false;
    return feed->stream >= 0;
}

static bool is_blank(rtp_str line)
{
    return rtp_str_trim(line).len == 0;
}

/* Cuts the lines of the slot's text apart. What is longer than a profile may be is cut where the scan will say so. */
static void split(rtp_feed *feed, rtp_batch_slot *slot)
{
    size_t most = rtp_json_profile_limits.bytes + 1;
    for (size_t at = 0; at < slot->text.len;) {
        char *line = slot->text.ptr + at, *end = memchr(line, '\n', slot->text.len - at);
        size_t len = end ? (size_t)(end - line) : slot->text.len - at;
        feed->line++;
        if (!is_blank((rtp_str){line, len})) {
            entry_add(feed, slot, at, len < most ? len : most)->line = feed->line;
        }
        line[len < most ? len : most] = '\0'; /* for the last line, the one behind the text */
        at += len + 1;
    }
}

/* The slot keeps whole lines; what is behind the last line end waits for the next slot. */
static void keep_rest(rtp_feed *feed, rtp_batch_slot *slot, size_t whole)
{
    rtp_buf_cut(&feed->rest, 0);
    rtp_buf_put(&feed->rest, (rtp_str){slot->text.ptr + whole, slot->text.len - whole});
    rtp_buf_cut(&slot->text, whole);
}

static size_t last_line_end(const rtp_buf *text, size_t from)
{
    size_t at = text->len;
    while (at > from && text->ptr[at - 1] != '\n') {
        at--;
    }
    return at > from ? at : 0;
}

/* Drops what belongs to a line that was handed on already, since it is too long. */
static size_t skip_line(rtp_feed *feed, rtp_batch_slot *slot, size_t from)
{
    char *start = slot->text.ptr + from, *end = memchr(start, '\n', slot->text.len - from);
    size_t gone = end ? (size_t)(end - start) + 1 : slot->text.len - from;
    memmove(start, start + gone, slot->text.len - from - gone);
    rtp_buf_cut(&slot->text, slot->text.len - gone);
    feed->skipping = !end;
    return from;
}

static void stream_end(rtp_feed *feed)
{
    rtp_stream_close(feed->stream);
    feed->stream = -1;
}

/* Reads until there is a whole line, or the end; a pipe is not waited for longer than that. */
static void read_lines(rtp_feed *feed, rtp_batch_slot *slot)
{
    size_t most = rtp_json_profile_limits.bytes + 2, whole = 0;
    slot->name = feed->name;
    slot->stem = feed->stem;
    rtp_buf_put(&slot->text, rtp_buf_text(&feed->rest));
    rtp_buf_cut(&feed->rest, 0);
    while (whole == 0) {
        size_t had = slot->text.len, room = had < RTP_BATCH_BLOCK ? RTP_BATCH_BLOCK - had : RTP_BATCH_BLOCK;
        rtp_buf_expect(&slot->text, room);
        ptrdiff_t got = rtp_stream_read(feed->stream, slot->text.ptr + had, room);
        if (got <= 0) {
            stream_end(feed);
            break;
        }
        rtp_buf_cut(&slot->text, had + (size_t)got);
        slot->size += (uint64_t)got;
        had = feed->skipping ? skip_line(feed, slot, had) : had;
        whole = last_line_end(&slot->text, had);
        if (whole == 0 && slot->text.len > most) {
            rtp_buf_cut(&slot->text, most);
            feed->skipping = true;
            break;
        }
    }
    if (whole > 0) {
        keep_rest(feed, slot, whole);
    }
    split(feed, slot);
}

/* ---- inputs ---- */

static void open_next(rtp_feed *feed, rtp_batch_slot *slot)
{
    rtp_str path = feed->inputs.items[feed->next++];
    bool opened = has_lines(path) ? stream_open(feed, path) : rtp_folder_is(path.ptr) && folder_open(feed, path);
    if (!opened) {
        feed->size++;
        put_path(feed, slot, rtp_lit(""), path);
    }
}

bool rtp_feed_fill(rtp_feed *feed, rtp_batch_slot *slot)
{
    slot->name = slot->stem = (rtp_str){NULL, 0};
    slot->len = 0;
    slot->size = 0;
    while (slot->len == 0) {
        rtp_buf_cut(&slot->text, 0);
        if (feed->stream >= 0) {
            read_lines(feed, slot);
        } else if (feed->next_file < feed->files.len) {
            put_folder_files(feed, slot);
        } else if (feed->next < feed->inputs.len) {
            open_next(feed, slot);
        } else {
            return false;
        }
    }
    return true;
}
