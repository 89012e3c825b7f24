/* Infers the role family from a job title, so that a profile need not know our families. One table
 * of whole words, the more particular first; a title that no row knows stays unknown. It is no part of
 * data/roles, since its order runs across all families and a title is read without any pack. */
#include "facts/derive.h"
#include "facts/wording.h"

#include <string.h>

/* In the order of rtp_words_role_family. */
enum family {
    NOT_OURS,
    SOFTWARE,
    SRE,
    DATA,
    DESIGNER,
    PRODUCT,
    QA,
    WRITER,
    SUPPORT,
    SALES,
    PEOPLE,
    FINANCE,
    PROJECT,
    TEAM_LEAD
};

typedef struct title_row {
    const char *words; /* lower case, set off by blanks; "$" asks for the end of the title */
    enum family family;
} title_row;

static const title_row titles[] = {
    {"product manager", PRODUCT},
    {"product owner", PRODUCT},
    {"product lead", PRODUCT},
    {"product management", PRODUCT},
    {"project manager", PROJECT},
    {"program manager", PROJECT},
    {"programme manager", PROJECT},
    {"delivery manager", PROJECT},
    {"release manager", PROJECT},
    {"project coordinator", PROJECT},
    {"project management", PROJECT},
    {"project lead", PROJECT},
    {"pmo", PROJECT},
    {"scrum master", PROJECT},
    {"agile coach", PROJECT},
    {"account manager", SALES},
    {"account executive", SALES},
    {"customer success", SUPPORT},
    {"office manager", NOT_OURS},
    {"executive assistant", NOT_OURS},
    {"document controller", NOT_OURS},
    {"traffic controller", NOT_OURS},
    {"video editor", NOT_OURS},
    {"film editor", NOT_OURS},
    {"lawyer", NOT_OURS},
    {"counsel", NOT_OURS},

    {"head of", TEAM_LEAD},
    {"team lead", TEAM_LEAD},
    {"team leader", TEAM_LEAD},
    {"team manager", TEAM_LEAD},
    {"people manager", TEAM_LEAD},
    {"line manager", TEAM_LEAD},
    {"engineering manager", TEAM_LEAD},
    {"development manager", TEAM_LEAD},
    {"support manager", TEAM_LEAD},
    {"sales manager", TEAM_LEAD},
    {"qa manager", TEAM_LEAD},
    {"design manager", TEAM_LEAD},
    {"director", TEAM_LEAD},
    {"vp", TEAM_LEAD},
    {"vice president", TEAM_LEAD},
    {"supervisor", TEAM_LEAD},
    {"lead$", TEAM_LEAD},
    {"leader$", TEAM_LEAD},

    {"site reliability", SRE},
    {"sre", SRE},
    {"devops", SRE},
    {"dev ops", SRE},
    {"platform engineer", SRE},
    {"infrastructure engineer", SRE},
    {"cloud engineer", SRE},
    {"systems engineer", SRE},
    {"system administrator", SRE},
    {"systems administrator", SRE},
    {"sysadmin", SRE},
    {"network engineer", SRE},
    {"database administrator", SRE},

    {"qa", QA},
    {"quality assurance", QA},
    {"quality engineer", QA},
    {"test engineer", QA},
    {"test analyst", QA},
    {"tester", QA},
    {"sdet", QA},
    {"test automation", QA},

    {"technical writer", WRITER},
    {"tech writer", WRITER},
    {"documentation", WRITER},
    {"copywriter", WRITER},
    {"content writer", WRITER},
    {"ux writer", WRITER},
    {"content designer", WRITER},
    {"writer", WRITER},
    {"editor", WRITER},
    {"translator", WRITER},

    {"customer support", SUPPORT},
    {"technical support", SUPPORT},
    {"support engineer", SUPPORT},
    {"support specialist", SUPPORT},
    {"support agent", SUPPORT},
    {"support analyst", SUPPORT},
    {"support representative", SUPPORT},
    {"customer service", SUPPORT},
    {"customer care", SUPPORT},
    {"help desk", SUPPORT},
    {"helpdesk", SUPPORT},
    {"service desk", SUPPORT},
    {"call center", SUPPORT},
    {"call centre", SUPPORT},
    {"it support", SUPPORT},
    {"support$", SUPPORT},

    {"recruiter", PEOPLE},
    {"recruiting", PEOPLE},
    {"recruitment", PEOPLE},
    {"talent acquisition", PEOPLE},
    {"talent partner", PEOPLE},
    {"human resources", PEOPLE},
    {"hr", PEOPLE},
    {"people operations", PEOPLE},
    {"people partner", PEOPLE},
    {"sourcer", PEOPLE},

    {"accountant", FINANCE},
    {"accounting", FINANCE},
    {"accounts payable", FINANCE},
    {"accounts receivable", FINANCE},
    {"bookkeeper", FINANCE},
    {"controller", FINANCE},
    {"finance", FINANCE},
    {"financial", FINANCE},
    {"auditor", FINANCE},
    {"payroll", FINANCE},
    {"treasury", FINANCE},
    {"tax", FINANCE},

    {"sales", SALES},
    {"business development", SALES},
    {"sdr", SALES},
    {"bdr", SALES},
    {"inside sales", SALES},

    {"data", DATA},
    {"analytics", DATA},
    {"machine learning", DATA},
    {"ml engineer", DATA},
    {"business intelligence", DATA},
    {"bi developer", DATA},
    {"bi analyst", DATA},
    {"statistician", DATA},
    {"business analyst", DATA},

    {"product designer", DESIGNER},
    {"ux designer", DESIGNER},
    {"ui designer", DESIGNER},
    {"user experience", DESIGNER},
    {"user researcher", DESIGNER},
    {"ux researcher", DESIGNER},
    {"ux", DESIGNER},
    {"interior designer", NOT_OURS},
    {"fashion designer", NOT_OURS},
    {"designer", DESIGNER},

    {"software", SOFTWARE},
    {"solutions architect", SOFTWARE},
    {"solution architect", SOFTWARE},
    {"application architect", SOFTWARE},
    {"developer", SOFTWARE},
    {"programmer", SOFTWARE},
    {"backend", SOFTWARE},
    {"back end", SOFTWARE},
    {"frontend", SOFTWARE},
    {"front end", SOFTWARE},
    {"full stack", SOFTWARE},
    {"fullstack", SOFTWARE},
    {"web engineer", SOFTWARE},
    {"mobile engineer", SOFTWARE},
    {"ios engineer", SOFTWARE},
    {"android engineer", SOFTWARE},
    {"embedded engineer", SOFTWARE},
    {"firmware engineer", SOFTWARE},
    {"security engineer", SOFTWARE},
    {"senior engineer", SOFTWARE},
    {"staff engineer", SOFTWARE},
    {"principal engineer", SOFTWARE},
};

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* " senior back end engineer ": one blank around every word. */
static rtp_str words_of(rtp_str role, rtp_arena *arena)
{
    char *words = RTP_NEW_ARRAY(arena, char, role.len + 3);
    size_t len = 1;
    words[0] = ' ';
    for (size_t i = 0; i < role.len; i++) {
        char c = rtp_ascii_lower(role.ptr[i]);
        if (is_word_char(c)) {
            words[len++] = c;
        } else if (words[len - 1] != ' ') {
            words[len++] = ' ';
        }
    }
    if (words[len - 1] != ' ') {
        words[len++] = ' ';
    }
    return (rtp_str){words, len};
}

static bool speaks_of(rtp_str words, const char *title)
{
    rtp_str wanted = rtp_str_from(title);
    bool at_end = rtp_str_ends(wanted, rtp_lit("$"));
    wanted.len -= at_end ? 1 : 0;
    for (size_t i = 1; i + wanted.len < words.len; i++) {
        bool apart = words.ptr[i - 1] == ' ' && words.ptr[i + wanted.len] == ' ';
        bool placed = !at_end || i + wanted.len + 1 == words.len;
        if (apart && placed && memcmp(words.ptr + i, wanted.ptr, wanted.len) == 0) {
            return true;
        }
    }
    return false;
}

int rtp_role_infer(rtp_str role, rtp_arena *arena)
{
    rtp_str words = words_of(role, arena);
    for (size_t i = 0; i < RTP_COUNT(titles); i++) {
        if (speaks_of(words, titles[i].words)) {
            return (int)titles[i].family;
        }
    }
    return NOT_OURS;
}
