/* What document to make: the options that say so, shared by the commands that make documents, and the way from
 * a loaded job to bytes. Options are prepared once a run; a way is then only read, so threads may share it. */
#ifndef CLI_MAKING_H
#define CLI_MAKING_H

#include "cli/command.h"
#include "rtopitch/app.h"

typedef struct rtp_making_options { /* as given; filled by the rows below */
    int width, paper, citations;    /* paper: rtp_paper + 1; citations: rtp_citations */
    bool front_matter;
    rtp_str language, team;
    rtp_given_date date;
    rtp_text_list only, skip, rules, styles;
} rtp_making_options;

typedef struct rtp_making_wanted { /* each outline is made in each format */
    const rtp_outline *const *outlines;
    size_t outline_count;
    const rtp_format *const *formats;
    size_t format_count;
    bool many; /* profiles: what they have in common is made ready once */
} rtp_making_wanted;

typedef struct rtp_way {        /* one kind of document in one format */
    const rtp_outline *outline; /* with the sections that are wanted */
    const rtp_pack *pack;       /* with the rules of those, when many documents are made; or NULL */
    const rtp_format *format;
    rtp_render_options how; /* as far as it is the same for every profile */
    bool paper_given, is_part;
} rtp_way;

typedef struct rtp_making {
    const rtp_pack *pack;
    const rtp_shared *shared; /* of the team; or NULL */
    rtp_date today;
    rtp_way *ways; /* of outline o in format f: ways[o * format_count + f] */
    size_t way_count;
} rtp_making;

/* Reads rules and styles, and complains of what does not go together. False after a diagnostic. */
bool rtp_making_prepare(rtp_cli *cli, const rtp_making_options *given, const rtp_making_wanted *wanted,
                        rtp_making *making);

enum { RTP_DOCUMENT_MOST = 4 * 1024 * 1024 };

/* For a job that was loaded: leaves out what would harm the case, and asks for what the document is about. A job
 * that is made in several outlines is copied for each. False after a diagnostic. */
bool rtp_way_ready(const rtp_way *way, rtp_job *job, rtp_arena *arena, rtp_diags *diags);
/* Puts the document of a job that is ready; `out` has failed when it would be larger than its limit. */
void rtp_way_put(const rtp_way *way, rtp_job *job, rtp_arena *arena, rtp_diags *diags, rtp_buf *out);

/* ---- the rows; `member` is the rtp_making_options within `type` ---- */

extern const rtp_choices_of rtp_paper_choices, rtp_citations_choices;

#define RTP_TEAM_HELP "what all of a team share, as a part of a profile; each profile wins over it"
#define RTP_MAKING_ROW(type, member, field, option, kind_of, ...)                                                      \
    {                                                                                                                  \
        .name = (option), .kind = RTP_OPTION_##kind_of, .offset = offsetof(type, member.field), __VA_ARGS__            \
    }
#define RTP_MAKING_ROWS(type, member)                                                                                  \
    RTP_MAKING_ROW(type, member, only, "only", WORDS, .value = "SECTIONS",                                             \
                   .help = "only these sections, separated by commas; the title stays"),                               \
        RTP_MAKING_ROW(type, member, skip, "skip", WORDS, .value = "SECTIONS", .help = "all but these sections"),      \
        RTP_MAKING_ROW(type, member, citations, "citations", CHOICE, .value = "WHERE",                                 \
                       .choices = &rtp_citations_choices,                                                              \
                       .help = "where sources are told (default: as suits the format)"),                               \
        RTP_MAKING_ROW(type, member, front_matter, "front-matter", FLAG,                                               \
                       .help = "begin with a YAML block, as Obsidian and pandoc read it"),                             \
        RTP_MAKING_ROW(type, member, width, "width", COUNT, .value = "N", .least = 20, .most = 1000,                   \
                       .help = "columns to wrap text at (default: 72)"),                                               \
        RTP_MAKING_ROW(type, member, paper, "paper", CHOICE, .value = "SIZE", .choices = &rtp_paper_choices,           \
                       .help = "the size of a page (default: as in the profile's country)"),                           \
        RTP_MAKING_ROW(type, member, language, "language", TEXT, .value = "TAG",                                       \
                       .help = "the language a document is marked with, such as en-GB (default: the English of the "   \
                               "profile's country)"),                                                                  \
        RTP_MAKING_ROW(type, member, styles, "style", TEXTS, .value = "FILE",                                          \
                       .help = "how it looks: a style sheet (.css) for HTML, names of styles (.json) for DOCX"),       \
        RTP_MAKING_ROW(type, member, team, "team", TEXT, .value = "FILE", .help = RTP_TEAM_HELP),                      \
        RTP_MAKING_ROW(type, member, rules, "rules", TEXTS, .value = "FILE",                                           \
                       .help = "a rule pack to use besides those inside; may be repeated"),                            \
        RTP_MAKING_ROW(type, member, date, "date", DATE, .value = "YYYY-MM-DD",                                        \
                       .help = "today, for the document (default: SOURCE_DATE_EPOCH, else the clock)")

#endif
