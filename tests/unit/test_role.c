/* floor: facts */
#include "facts_support.h"

#include "facts/derive.h"

static const struct {
    const char *role, *family; /* "": not known */
} titles[] = {
    {"Senior Backend Engineer", "software_engineer"},
    {"Full-Stack Developer", "software_engineer"},
    {"Software Engineer II", "software_engineer"},
    {"front-end engineer", "software_engineer"},
    {"SRE", "sre"},
    {"Site Reliability Engineer", "sre"},
    {"DevOps Engineer", "sre"},
    {"Senior Data Scientist", "data"},
    {"Machine Learning Engineer", "data"},
    {"Product Designer", "designer"},
    {"UX Researcher", "designer"},
    {"Product Manager, Payments", "product_manager"},
    {"Data Product Manager", "product_manager"},
    {"QA Engineer", "qa"},
    {"Software Engineer in Test (SDET)", "qa"},
    {"Technical Writer", "writer"},
    {"UX Writer", "writer"},
    {"Customer Support Specialist", "support"},
    {"Customer Success Manager", "support"},
    {"IT Help Desk Technician", "support"},
    {"Account Executive", "sales"},
    {"Sales Development Representative", "sales"},
    {"HR Business Partner", "recruiting_hr"},
    {"Technical Recruiter", "recruiting_hr"},
    {"Senior Accountant", "finance"},
    {"Financial Controller", "finance"},
    {"Scrum Master", "project_manager"},
    {"Programme Manager", "project_manager"},
    {"Head of Operations", "team_lead"},
    {"Team Lead, Claims", "team_lead"},
    {"Support Lead", "team_lead"},
    {"Engineering Manager", "team_lead"},
    {"VP Engineering", "team_lead"},
    {"IT Support Technician", "support"},
    {"Solutions Architect", "software_engineer"},
    {"Air Traffic Controller", ""},
    {"Video Editor", ""},
    {"Tax Lawyer", ""},
    {"Clerk", ""},
    {"Office Manager", ""},
    {"Mechanical Engineer", ""},
    {"Leading Seaman", ""},
    {"Lead Carpenter", ""},
    {"Interior Designer", ""},
    {"Dataphile", ""},
    {"Quality", ""},
    {"Überwriter", ""},
    {"sre-ish", "sre"},
    {"  ---  ", ""},
};

static void titles_speak_of_their_family(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    for (size_t i = 0; i < RTP_COUNT(titles); i++) {
        rtp_str family = rtp_word(&rtp_words_role_family, rtp_role_infer(rtp_str_from(titles[i].role), arena));
        if (!rtp_str_equal(family, rtp_str_from(titles[i].family))) {
            fail_msg("%s is \"%.*s\", not \"%s\"", titles[i].role, RTP_FMT(family), titles[i].family);
        }
    }
    rtp_arena_free(arena);
}

static void an_empty_title_speaks_of_nothing(void **state)
{
    (void)state;
    rtp_arena *arena = rtp_arena_make();
    assert_int_equal(rtp_role_infer((rtp_str){NULL, 0}, arena), 0);
    rtp_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_speak_of_their_family),
        cmocka_unit_test(an_empty_title_speaks_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
