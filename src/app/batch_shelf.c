/* The folder that a run fills: no file is replaced that is not ours, and a log remembers which ones are, made
 * from what. Half a line at its end, of a run that was killed, is passed over. */
#include "app/batch.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>

static const char log_name[] = ".rtopitch-batch.jsonl";

static const rtp_json_limits line_limits = {1024 * 1024, 8, 10000, 4096};

/* ---- rows of files ---- */

rtp_str rtp_batch_file_name(const rtp_batch_files *files, size_t i)
{
    size_t from = i > 0 ? files->rows[i - 1].name : 0;
    return (rtp_str){files->names.ptr + from, files->rows[i].name - from - 1};
}

rtp_str rtp_batch_file_bytes(const rtp_batch_slot *slot, size_t i)
{
    size_t from = i > 0 ? slot->files.rows[i - 1].bytes : 0;
    return (rtp_str){slot->bytes.ptr + from, slot->files.rows[i].bytes - from};
}

size_t rtp_batch_first_file(const rtp_batch_slot *slot, const rtp_batch_entry *entry)
{
    return entry == slot->entries ? 0 : entry[-1].files;
}

static void file_add(rtp_batch_files *files, rtp_str name, size_t bytes)
{
    files->rows = rtp_array_grow(files->arena, files->rows, files->len, &files->cap, sizeof *files->rows);
    rtp_buf_put(&files->names, name);
    rtp_buf_put_char(&files->names, '\0');
    files->rows[files->len++] = (rtp_batch_file_row){files->names.len, bytes};
}

void rtp_batch_file(rtp_batch_made *made, rtp_str name)
{
    file_add(made->files, name, made->bytes->len);
}

/* ---- the log ---- */

typedef struct listed { /* one file of a line */
    rtp_str name, digest;
    double bytes;
} listed;

/* The line that begins here, read; NULL when it is none of ours. */
static const rtp_json *line_read(rtp_str log, size_t at, rtp_arena *arena)
{
    const char *end = memchr(log.ptr + at, '\n', log.len - at);
    if (!end) {
        return NULL;
    }
    rtp_source *line = RTP_NEW(arena, rtp_source);
    line->text = rtp_arena_copy(arena, (rtp_str){log.ptr + at, (size_t)(end - log.ptr) - at});
    const rtp_json *root = line->text.len > 0 ? rtp_json_read(line, &line_limits, arena, rtp_diags_make(arena)) : NULL;
    return root && rtp_json_kind_of(root) == RTP_JSON_OBJECT ? root : NULL;
}

static const rtp_json *member_of(const rtp_json *object, const char *key, rtp_json_kind kind)
{
    const rtp_json *found =
        rtp_json_kind_of(object) == RTP_JSON_OBJECT ? rtp_json_find(object, rtp_str_from(key)) : NULL;
    return found && rtp_json_kind_of(found) == kind ? found : NULL;
}

static bool file_read(const rtp_json *node, listed *file)
{
    const rtp_json *name = member_of(node, "name", RTP_JSON_STRING), *bytes = member_of(node, "bytes", RTP_JSON_NUMBER),
                   *digest = member_of(node, "sha256", RTP_JSON_STRING);
    if (!name || !bytes || !digest) {
        return false;
    }
    *file = (listed){rtp_json_text(name), rtp_json_text(digest), rtp_json_number(bytes)};
    return file->name.len > 0 && !memchr(file->name.ptr, '/', file->name.len) && *file->name.ptr != '.';
}

static void line_note(rtp_shelf *shelf, const rtp_json *root, size_t at)
{
    const rtp_json *key = member_of(root, "key", RTP_JSON_STRING), *files = member_of(root, "files", RTP_JSON_ARRAY);
    if (!key || !files) {
        return;
    }
    rtp_hashes_put(&shelf->by_key, rtp_name_hash(rtp_json_text(key)), at);
    listed file;
    for (const rtp_json *each = rtp_json_first(files); each; each = rtp_json_next(each)) {
        if (file_read(each, &file)) {
            rtp_hashes_put(&shelf->by_name, rtp_name_hash(file.name), at);
        }
    }
}

static void log_note(rtp_shelf *shelf)
{
    rtp_arena *scratch = rtp_arena_make();
    rtp_str log = rtp_buf_text(&shelf->log);
    for (size_t at = 0; at < log.len;) {
        const rtp_json *root = line_read(log, at, scratch);
        if (root) {
            line_note(shelf, root, at);
        }
        rtp_arena_reset(scratch);
        const char *end = memchr(log.ptr + at, '\n', log.len - at);
        at = end ? (size_t)(end - log.ptr) + 1 : log.len;
    }
    rtp_arena_free(scratch);
}

bool rtp_shelf_open(rtp_shelf *shelf, const rtp_batch *batch, rtp_arena *arena, rtp_diags *diags)
{
    *shelf = (rtp_shelf){.batch = batch,
                         .log = rtp_buf_make(SIZE_MAX / 4),
                         .by_key = {.arena = arena, .is_map = true},
                         .by_name = {.arena = arena, .is_map = true}};
    int error = rtp_folder_open(batch->folder, log_name, &shelf->folder);
    if (error != 0) {
        return rtp_file_complain(diags, "O0004", "write to", rtp_str_from(batch->folder), error);
    }
    if (batch->resume && shelf->folder.log_len > 0) {
        error = rtp_folder_get(&shelf->folder, log_name, &shelf->log);
        log_note(shelf);
    }
    if (error == 0 && shelf->folder.log_len > 0) {
        error = rtp_folder_log_put(&shelf->folder, rtp_lit("\n")); /* ends what was cut short */
    }
    if (error != 0) {
        (void)rtp_shelf_close(shelf);
        return rtp_file_complain(diags, "O0004", "write to", rtp_str_from(batch->folder), error);
    }
    return true;
}

int rtp_shelf_close(rtp_shelf *shelf)
{
    rtp_buf_free(&shelf->log);
    return rtp_folder_close(&shelf->folder);
}

void rtp_shelf_key(const rtp_shelf *shelf, const rtp_batch_item *item, char key[RTP_KEY_LEN])
{
    rtp_sha256 hash = rtp_sha256_make();
    const rtp_str end = {"", 1}; /* a NUL, so that no two lists of texts are one */
    size_t numbers[] = {item->index, item->line};
    rtp_sha256_put(&hash, shelf->batch->run);
    rtp_sha256_put(&hash, end);
    rtp_sha256_put(&hash, item->stem);
    rtp_sha256_put(&hash, end);
    if (shelf->batch->numbered) {
        rtp_sha256_put(&hash, (rtp_str){(const char *)numbers, sizeof numbers});
    }
    rtp_sha256_put(&hash, item->source->text);
    rtp_sha256_end(&hash, key);
}

/* ---- files that are there ---- */

static bool is_digest_of(rtp_str digest, rtp_str bytes)
{
    char hex[RTP_SHA256_HEX];
    rtp_sha256_hex(bytes, hex);
    return rtp_str_equal(digest, rtp_str_from(hex));
}

static bool is_whole(const rtp_shelf *shelf, const listed *file, rtp_buf *scratch)
{
    rtp_buf_cut(scratch, 0);
    return rtp_folder_get(&shelf->folder, file->name.ptr, scratch) == 0 && (double)scratch->len == file->bytes &&
           is_digest_of(file->digest, rtp_buf_text(scratch));
}

bool rtp_shelf_has(const rtp_shelf *shelf, const char *key, rtp_batch_made *made)
{
    uint64_t at = 0;
    if (!rtp_hashes_find(&shelf->by_key, rtp_name_hash(rtp_str_from(key)), &at)) {
        return false;
    }
    const rtp_json *root = line_read(rtp_buf_text(&shelf->log), (size_t)at, made->arena);
    const rtp_json *same = root ? member_of(root, "key", RTP_JSON_STRING) : NULL;
    if (!same || !rtp_str_equal(rtp_json_text(same), rtp_str_from(key))) {
        return false;
    }
    const rtp_json *files = member_of(root, "files", RTP_JSON_ARRAY);
    listed file;
    for (const rtp_json *each = rtp_json_first(files); each; each = rtp_json_next(each)) {
        if (!file_read(each, &file) || !is_whole(shelf, &file, made->scratch)) {
            return false;
        }
    }
    for (const rtp_json *each = rtp_json_first(files); each; each = rtp_json_next(each)) {
        (void)file_read(each, &file);
        rtp_batch_file(made, file.name);
    }
    return true;
}

/* A file of ours that nobody changed since may be replaced by a newer one; and one that is empty, as a disk leaves
 * it that lost its power. */
static bool is_ours(const rtp_shelf *shelf, rtp_str name, rtp_str found, rtp_arena *arena)
{
    uint64_t at = 0;
    if (!rtp_hashes_find(&shelf->by_name, rtp_name_hash(name), &at)) {
        return false;
    }
    const rtp_json *root = line_read(rtp_buf_text(&shelf->log), (size_t)at, arena);
    const rtp_json *files = root ? member_of(root, "files", RTP_JSON_ARRAY) : NULL;
    listed file;
    for (const rtp_json *each = files ? rtp_json_first(files) : NULL; each; each = rtp_json_next(each)) {
        if (file_read(each, &file) && rtp_str_equal(file.name, name)) {
            return found.len == 0 || is_digest_of(file.digest, found);
        }
    }
    return false;
}

int rtp_shelf_put(const rtp_shelf *shelf, rtp_str name, rtp_str bytes, rtp_arena *arena)
{
    int error = rtp_folder_put(&shelf->folder, name.ptr, bytes, shelf->batch->force);
    if (error != EEXIST || !shelf->batch->resume) {
        return error;
    }
    rtp_buf there = rtp_buf_make(RTP_BATCH_BYTES);
    if (rtp_folder_get(&shelf->folder, name.ptr, &there) == 0) {
        rtp_str found = rtp_buf_text(&there);
        if (rtp_str_equal(found, bytes)) {
            error = 0;
        } else if (is_ours(shelf, name, found, arena)) {
            error = rtp_folder_put(&shelf->folder, name.ptr, bytes, true);
        }
    }
    rtp_buf_free(&there);
    return error;
}

void rtp_shelf_list(const rtp_batch_slot *slot, const rtp_batch_entry *entry, rtp_buf *lines)
{
    rtp_json_writer w = rtp_json_writer_make(lines, 0);
    rtp_json_open(&w, '{');
    rtp_json_put_key(&w, "key");
    rtp_json_put_text(&w, rtp_str_from(entry->key));
    rtp_json_put_key(&w, "files");
    rtp_json_open(&w, '[');
    for (size_t i = rtp_batch_first_file(slot, entry); i < entry->files; i++) {
        char hex[RTP_SHA256_HEX];
        rtp_str bytes = rtp_batch_file_bytes(slot, i);
        rtp_sha256_hex(bytes, hex);
        rtp_json_open(&w, '{');
        rtp_json_put_key(&w, "name");
        rtp_json_put_text(&w, rtp_batch_file_name(&slot->files, i));
        rtp_json_put_key(&w, "bytes");
        rtp_json_put_number(&w, (double)bytes.len);
        rtp_json_put_key(&w, "sha256");
        rtp_json_put_text(&w, rtp_str_from(hex));
        rtp_json_close(&w, '}');
    }
    rtp_json_close(&w, ']');
    rtp_json_close(&w, '}');
    rtp_buf_put_char(lines, '\n');
}
