/* rtopitch-embed: loads packs and outlines with the loaders users' files go through, and writes them as C tables.
 * It runs when the program is built, so a broken pack fails the build and the program parses nothing at start. */
#include <stdio.h>
#include <stdlib.h>

#include "rtopitch/document.h"
#include "rtopitch/lint.h"

enum { OUTPUT_LIMIT = 64 << 20, READABLE = 0644 };

typedef struct embed_job {
    rtp_arena *arena;
    rtp_diags *diags;
    rtp_source *sources;
    size_t count;
} embed_job;

static const char *const severity_names[] = {[RTP_NOTE] = "note", [RTP_WARNING] = "warning", [RTP_ERROR] = "error"};

static void print_diag(const rtp_diag *diag)
{
    if (diag->source) {
        rtp_place place = rtp_place_find(diag->source->text, diag->offset);
        (void)fprintf(stderr, "%.*s:%zu:%zu: ", RTP_FMT(diag->source->name), place.line, place.column);
    }
    (void)fprintf(stderr, "%s: %.*s [%s]\n", severity_names[diag->severity], RTP_FMT(diag->message), diag->code);
    if (diag->hint.ptr) {
        (void)fprintf(stderr, "    %.*s\n", RTP_FMT(diag->hint));
    }
}

static void print_diags(const rtp_diags *diags)
{
    for (size_t i = 0; i < diags->len; i++) {
        print_diag(&diags->items[i]);
    }
    if (diags->dropped) {
        (void)fprintf(stderr, "and %zu more\n", diags->dropped);
    }
}

static void print_head(rtp_buf *out)
{
    rtp_buf_puts(out, "/* Written by rtopitch-embed from data/ when the program is built. */\n"
                      "#include \"rtopitch/app.h\"\n");
}

/* Rules files carry examples: what they promise is tried before they are embedded. */
static void embed_packs(embed_job *job, rtp_buf *out)
{
    rtp_pack pack = {0};
    for (size_t i = 0; i < job->count; i++) {
        size_t run = 0;
        if (rtp_pack_load(&job->sources[i], job->arena, job->diags, &pack)) {
            rtp_pack_examples(&job->sources[i], job->arena, job->diags, &run);
        }
    }
    if (job->diags->errors) {
        return;
    }
    print_head(out);
    rtp_pack_print(&pack, "embedded", out);
    rtp_buf_puts(out, "\nconst rtp_pack *rtp_embedded_pack(void)\n{\n    return &embedded;\n}\n");
}

static bool is_outline(const embed_job *job, const rtp_source *source)
{
    rtp_diags *unread = rtp_diags_make(job->arena); /* what is wrong with a file is told when it is loaded */
    const rtp_json *root = rtp_json_read(source, &rtp_json_pack_limits, job->arena, unread);
    return root && rtp_json_kind_of(root) == RTP_JSON_OBJECT && rtp_json_find(root, rtp_lit("outline"));
}

/* Outlines come with the rules that speak in them: a rule without a slot, or a slot without a rule, is a mistake
 * in one of the two. */
static void embed_outlines(embed_job *job, rtp_buf *out)
{
    rtp_outline *outlines = RTP_NEW_ARRAY(job->arena, rtp_outline, job->count);
    rtp_pack pack = {0};
    size_t count = 0;
    for (size_t i = 0; i < job->count; i++) {
        if (is_outline(job, &job->sources[i])) {
            count += rtp_outline_load(&job->sources[i], job->arena, job->diags, &outlines[count]);
        } else {
            rtp_pack_load(&job->sources[i], job->arena, job->diags, &pack);
        }
    }
    if (job->diags->errors == 0) {
        rtp_outlines_fit(outlines, count, &pack, NULL, job->diags);
        rtp_outlines_filled(outlines, count, &pack, job->diags);
    }
    if (job->diags->errors) {
        return;
    }
    print_head(out);
    rtp_outlines_print(outlines, count, "embedded", out);
    rtp_buf_format(out,
                   "\nconst rtp_outline *const rtp_embedded_outlines = embedded;\n"
                   "const size_t rtp_embedded_outline_count = %zu;\n",
                   count);
}

/* A rule about wording that does not keep its examples is not embedded either. */
static void embed_lint(embed_job *job, rtp_buf *out)
{
    rtp_lint_pack pack = {0};
    bool good = rtp_lint_load(job->sources, job->count, job->arena, job->diags, &pack);
    for (size_t i = 0; i < job->count && good; i++) {
        size_t run = 0;
        rtp_lint_examples(&pack, &job->sources[i], job->arena, job->diags, &run);
    }
    if (job->diags->errors) {
        return;
    }
    print_head(out);
    rtp_lint_print(&pack, "embedded", out);
    rtp_buf_puts(out, "\nconst rtp_lint_pack *rtp_embedded_lint(void)\n{\n    return &embedded;\n}\n");
}

typedef struct embed_kind {
    rtp_str name;
    void (*embed)(embed_job *job, rtp_buf *out);
} embed_kind;

static const embed_kind kinds[] = {
    {RTP_STR("packs"), embed_packs}, {RTP_STR("outlines"), embed_outlines}, {RTP_STR("lint"), embed_lint}};

static const embed_kind *find_kind(const char *word)
{
    for (size_t i = 0; word && i < RTP_COUNT(kinds); i++) {
        if (rtp_str_equal(kinds[i].name, rtp_str_from(word))) {
            return &kinds[i];
        }
    }
    return NULL;
}

static void read_sources(embed_job *job, char **paths)
{
    job->sources = RTP_NEW_ARRAY(job->arena, rtp_source, job->count);
    for (size_t i = 0; i < job->count; i++) {
        rtp_file_read(rtp_str_from(paths[i]), rtp_json_pack_limits.bytes, job->arena, job->diags, &job->sources[i]);
    }
}

/* Tells one state of the files from another, so that what was made with an earlier one is not taken for the same. */
static void print_hash(const embed_job *job, const embed_kind *kind, rtp_buf *out)
{
    rtp_sha256 hash = rtp_sha256_make();
    char hex[RTP_SHA256_HEX];
    for (size_t i = 0; i < job->count; i++) {
        rtp_sha256_hex(job->sources[i].text, hex);
        rtp_sha256_put(&hash, rtp_str_from(hex));
    }
    rtp_sha256_end(&hash, hex);
    rtp_buf_format(out, "\nconst char rtp_embedded_%.*s_hash[] = \"%s\";\n", RTP_FMT(kind->name), hex);
}

static bool write_tables(embed_job *job, const embed_kind *kind, const char *path)
{
    rtp_buf out = rtp_buf_make(OUTPUT_LIMIT);
    kind->embed(job, &out);
    print_hash(job, kind, &out);
    if (!out.failed && job->diags->errors == 0) {
        rtp_file_write(rtp_str_from(path), rtp_buf_text(&out), READABLE, job->diags);
    }
    if (out.failed) {
        (void)fprintf(stderr, "%s: error: the tables would be larger than %d bytes\n", path, OUTPUT_LIMIT);
    }
    bool good = !out.failed && job->diags->errors == 0;
    rtp_buf_free(&out);
    return good;
}

int main(int count, char **words)
{
    const embed_kind *kind = count > 3 ? find_kind(words[1]) : NULL;
    if (!kind) {
        (void)fprintf(stderr, "usage: rtopitch-embed packs|outlines|lint OUTPUT FILE...\n");
        return EXIT_FAILURE;
    }
    rtp_json_start();
    rtp_arena *arena = rtp_arena_make();
    embed_job job = {.arena = arena, .diags = rtp_diags_make(arena), .count = (size_t)(count - 3)};
    read_sources(&job, words + 3);
    bool good = job.diags->errors == 0 && write_tables(&job, kind, words[2]);
    rtp_diags_sort(job.diags);
    print_diags(job.diags);
    rtp_arena_free(arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
