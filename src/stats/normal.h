/* The normal and Student's distribution, without libm: the program does not link it, and its digits differ
 * from one C library to the next. */
#ifndef RTOPITCH_STATS_NORMAL_H
#define RTOPITCH_STATS_NORMAL_H

#define RTP_NORMAL_95  1.6448536269514722 /* 5 % lie above */
#define RTP_NORMAL_975 1.959963984540054  /* 2.5 % lie above */

double rtp_normal_above(double z);    /* the share above z */
double rtp_normal_quantile(double p); /* the z below which the share p lies, 0 < p < 1 */
double rtp_two_sided_p(double z);     /* of a normal statistic */
double rtp_root(double value);        /* square root */
double rtp_student_quantile(double p, double degrees);

#endif
