/* Roles for tests of the facts that read them: a small family under a name that profiles know, any
 * desk, and what holds for all. All of it is invented. */
#ifndef ROLES_BENCH_H
#define ROLES_BENCH_H

#include "facts_support.h"

static const rtp_role bench_role_items[] = {
    {RTP_STR("any"), RTP_STR("\0\0\0\0\0\0hours online\0toil\0being there is no result\0\0")},
    {RTP_STR("support"), RTP_STR("solved cases\0what is solved\0long cases\0hard cases\0a solved case\0"
                                 "time to first reply\0min\0lower\0the help desk\0flow\0reopened tickets\0first reply\0"
                                 "reopened tickets\0%\0lower\0the help desk\0quality\0\0reopened\0"
                                 "\0"
                                 "tickets closed\0within\0closing early raises it\0"
                                 "\0")},
    {RTP_STR("other"), RTP_STR("finished work\0\0\0\0\0\0\0")},
};

static int roles_set_up(void **state)
{
    (void)state;
    bench_roles = (rtp_roles){bench_role_items, RTP_COUNT(bench_role_items)};
    return 0;
}

#endif
