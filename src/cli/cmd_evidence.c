/* `rtopitch evidence`: the research inside, filtered by what somebody has to answer, or one study whole.
 * What the documents cite can be read up here before it is said aloud. */
#include "cli/companion.h"
#include "cli/study.h"
#include "cli/updates.h"

enum { LIST_MOST = 16 * 1024 * 1024 };

typedef struct evidence_options {
    int concern, direction, arrangement, strength; /* positions in the choices, from 1; 0: any */
    bool json, yes;
    rtp_str sha256, cacert, timeout;
} evidence_options;

/* ---- the words of the options ---- */

static const rtp_concern_entry *nth_other_concern(size_t n)
{
    const rtp_pack *pack = rtp_embedded_pack();
    for (size_t i = 0; i < pack->concern_count; i++) {
        bool is_topic = rtp_word_set(pack->concerns[i].id, &rtp_pack_topics) != 0;
        if (!is_topic && n-- == 0) {
            return &pack->concerns[i];
        }
    }
    return NULL;
}

/* Topics of research, then the concerns of profiles that are no topics. */
static size_t concern_count(void)
{
    size_t n = 0;
    while (nth_other_concern(n)) {
        n++;
    }
    return rtp_pack_topics.len + n;
}

static rtp_str concern_name(size_t i)
{
    return i < rtp_pack_topics.len ? rtp_pack_topics.items[i] : nth_other_concern(i - rtp_pack_topics.len)->id;
}

#define WORDS_AS_CHOICES(name)                                                                                         \
    static size_t name##_count(void)                                                                                   \
    {                                                                                                                  \
        return rtp_pack_##name.len;                                                                                    \
    }                                                                                                                  \
    static rtp_str name##_name(size_t i)                                                                               \
    {                                                                                                                  \
        return rtp_pack_##name.items[i];                                                                               \
    }                                                                                                                  \
    static const rtp_choices_of name##_choices = {name##_count, name##_name, NULL}

WORDS_AS_CHOICES(directions);
WORDS_AS_CHOICES(arrangements);
WORDS_AS_CHOICES(strengths);
static const rtp_choices_of concern_choices = {concern_count, concern_name, NULL};

#define CHOICE(member, word, words, text)                                                                              \
    {                                                                                                                  \
        .name = #member, .value = (word), .kind = RTP_OPTION_CHOICE, .offset = offsetof(evidence_options, member),     \
        .choices = &(words), .help = (text)                                                                            \
    }

static const rtp_option rows[] = {
    CHOICE(concern, "TOPIC", concern_choices, "what the research is about, or a concern of a profile"),
    CHOICE(direction, "WORD", directions_choices, "which way the finding points"),
    CHOICE(arrangement, "WORD", arrangements_choices, "what may be cited for this arrangement"),
    CHOICE(strength, "LETTER", strengths_choices, "this strength or better; A is the strongest"),
    RTP_OPTION_JSON(evidence_options),
    {.name = "sha256",
     .value = "HEX",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(evidence_options, sha256),
     .help = "update: what the file must hash to (default: what stands in the file of its name with .sha256 behind)"},
    {.name = "cacert",
     .value = "FILE",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(evidence_options, cacert),
     .help = "update: certificates to trust instead of the system's"},
    {.name = "timeout",
     .value = "SECONDS",
     .kind = RTP_OPTION_TEXT,
     .offset = offsetof(evidence_options, timeout),
     .help = "update: how long one answer may take (default: 60)"},
    {.name = "yes",
     .kind = RTP_OPTION_FLAG,
     .offset = offsetof(evidence_options, yes),
     .help = "update: install without asking"},
};

/* ---- the list ---- */

/* A concern of a profile is answered by several topics; one may have the concern's own name. */
static rtp_set topics_of(int concern)
{
    rtp_str word = concern_name((size_t)concern - 1);
    const rtp_concern_entry *entry = rtp_concern_find(rtp_embedded_pack(), word);
    return rtp_word_set(word, &rtp_pack_topics) | (entry ? entry->evidence : 0);
}

/* Documents cite for an arrangement what was found there and what holds for any. */
static rtp_set arrangements_of(int arrangement)
{
    rtp_str word = rtp_pack_arrangements.items[arrangement - 1];
    return rtp_word_set(word, &rtp_pack_arrangements) | rtp_word_set(rtp_lit("any"), &rtp_pack_arrangements);
}

static bool fits(const rtp_evidence *study, const evidence_options *given)
{
    return (given->concern == 0 || (study->concerns & topics_of(given->concern))) &&
           (given->direction == 0 || study->direction == given->direction) &&
           (given->arrangement == 0 || (study->arrangements & arrangements_of(given->arrangement))) &&
           (given->strength == 0 || study->strength <= 'A' + given->strength - 1);
}

static void put_sorted(const rtp_evidence **list, size_t len, const rtp_evidence *study)
{
    size_t at = len;
    while (at > 0 && rtp_evidence_compare(study, list[at - 1]) < 0) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = study;
}

static size_t choose(const evidence_options *given, const rtp_pack *pack, const rtp_evidence **list)
{
    size_t len = 0;
    for (size_t i = 0; i < pack->evidence_count; i++) {
        if (fits(&pack->evidence[i], given)) {
            put_sorted(list, len++, &pack->evidence[i]);
        }
    }
    return len;
}

static void put_list_json(const rtp_evidence *const *list, size_t len, rtp_arena *arena, rtp_buf *out)
{
    rtp_json_writer w = rtp_json_writer_make(out, 1);
    rtp_json_open(&w, '[');
    for (size_t i = 0; i < len; i++) {
        rtp_study_put_json(list[i], arena, &w);
    }
    rtp_json_close(&w, ']');
    rtp_buf_put_char(out, '\n');
}

static int list_studies(rtp_cli *cli, const evidence_options *given, const rtp_pack *pack)
{
    size_t all = pack->evidence_count;
    const rtp_evidence **list = RTP_NEW_ARRAY(cli->arena, const rtp_evidence *, all);
    size_t len = choose(given, pack, list);
    rtp_buf out = rtp_buf_make(LIST_MOST);
    if (given->json) {
        put_list_json(list, len, cli->arena, &out);
        return rtp_cli_print(cli, &out);
    }
    for (size_t i = 0; i < len; i++) {
        rtp_study_put_entry(list[i], cli->arena, &out);
    }
    if (len == 0) {
        rtp_buf_puts(&out, "Nothing in the library fits all of this; leave out an option to see more.\n");
    }
    rtp_buf_format(&out, len == all ? "%zu entries\n" : "%zu of %zu entries\n", len, all);
    return rtp_cli_print(cli, &out);
}

/* ---- one study ---- */

static const rtp_evidence *find_study(rtp_str id, const rtp_pack *pack)
{
    for (size_t i = 0; i < pack->evidence_count; i++) {
        if (rtp_str_equal(pack->evidence[i].id, id)) {
            return &pack->evidence[i];
        }
    }
    return NULL;
}

static rtp_str nearest_study(rtp_str id, const rtp_pack *pack, rtp_arena *arena)
{
    rtp_str *ids = RTP_NEW_ARRAY(arena, rtp_str, pack->evidence_count);
    for (size_t i = 0; i < pack->evidence_count; i++) {
        ids[i] = pack->evidence[i].id;
    }
    return rtp_str_nearest(id, ids, pack->evidence_count);
}

static int complain(rtp_cli *cli, rtp_str id, const rtp_pack *pack)
{
    rtp_str meant = nearest_study(id, pack, cli->arena);
    rtp_usage_complain(cli->diags, "U0013",
                       rtp_arena_format(cli->arena, "there is no entry \"%.*s\" in the library", RTP_FMT(id)),
                       meant.ptr ? rtp_arena_format(cli->arena, "did you mean %.*s?", RTP_FMT(meant))
                                 : rtp_lit("rtopitch evidence lists them; --concern and its like choose among them"));
    return RTP_EXIT_USAGE;
}

static int show_study(rtp_cli *cli, rtp_str id, bool json, const rtp_pack *pack)
{
    const rtp_evidence *study = find_study(id, pack);
    if (!study) {
        return complain(cli, id, pack);
    }
    rtp_buf out = rtp_buf_make(LIST_MOST);
    if (json) {
        rtp_json_writer w = rtp_json_writer_make(&out, 1);
        rtp_study_put_json(study, cli->arena, &w);
        rtp_buf_put_char(&out, '\n');
    } else {
        rtp_study_put_page(study, cli->arena, &out);
    }
    return rtp_cli_print(cli, &out);
}

/* ---- updating: another program's work, since it may have to ask a server ---- */

static rtp_str option_word(rtp_cli *cli, const char *name, rtp_str value)
{
    return rtp_arena_format(cli->arena, "--%s=%.*s", name, RTP_FMT(value));
}

static int update(rtp_cli *cli, const evidence_options *given)
{
    enum { WORDS_MOST = 6 };
    rtp_str words[WORDS_MOST];
    size_t len = 0;
    if (cli->operands.len < 2) {
        rtp_usage_complain(
            cli->diags, "U0042", rtp_lit("evidence update needs to know where from"),
            rtp_lit("name an address or a file: rtopitch evidence update https://example.org/evidence.json"));
        return RTP_EXIT_USAGE;
    }
    words[len++] = rtp_lit("update");
    const struct {
        const char *name;
        rtp_str value;
    } handed[] = {{"sha256", given->sha256}, {"cacert", given->cacert}, {"timeout", given->timeout}};
    for (size_t i = 0; i < RTP_COUNT(handed); i++) {
        if (handed[i].value.ptr) {
            words[len++] = option_word(cli, handed[i].name, handed[i].value);
        }
    }
    if (given->yes) {
        words[len++] = rtp_lit("--yes");
    }
    words[len++] = cli->operands.items[1];
    return rtp_companion_run(cli, "updating", (rtp_texts){words, len});
}

static int run(rtp_cli *cli)
{
    const evidence_options *given = cli->options;
    rtp_str first = cli->operands.len > 0 ? cli->operands.items[0] : (rtp_str){NULL, 0};
    if (rtp_str_equal(first, rtp_lit("update"))) {
        return update(cli, given);
    }
    if (cli->operands.len > 1) {
        rtp_usage_complain(cli->diags, "U0008",
                           rtp_arena_format(cli->arena, "evidence does not know what to do with \"%.*s\"",
                                            RTP_FMT(cli->operands.items[1])),
                           rtp_lit("usage: rtopitch evidence [OPTIONS] [ID]"));
        return RTP_EXIT_USAGE;
    }
    const rtp_pack *pack = rtp_cli_pack(cli, NULL);
    if (!pack) {
        return RTP_EXIT_PROFILE;
    }
    return first.ptr ? show_study(cli, first, given->json, pack) : list_studies(cli, given, pack);
}

const rtp_command rtp_command_evidence = {
    .name = "evidence",
    .operands = "[ID | update FILE|URL]",
    .summary = "list the research inside, or show one entry whole",
    .detail =
        "Lists the research that documents cite and that a manager could raise, the strongest first, then the "
        "newest. Options narrow it down; several hold together. With the id of an entry: its figures, sample, "
        "caveat, the answer to it and its source.\n"
        "\n"
        "update lays a newer file of research, or of rules, over what is inside, for this user: it is checked like "
        "what is inside, its SHA-256 must be the one given or the one beside it, what would change is shown, and "
        "the update before it is kept.",
    .examples = "  rtopitch evidence --concern new_staff --direction against\n"
                "  rtopitch evidence --arrangement hybrid --strength B\n"
                "  rtopitch evidence bloom-han-liang-2024\n"
                "  rtopitch evidence update https://example.org/evidence.json --sha256 5f2c...\n",
    .operands_most = 2,
    .options = RTP_OPTIONS(rows, evidence_options),
    .run = run,
};
