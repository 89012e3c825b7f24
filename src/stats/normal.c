/* The normal distribution to fifteen digits, and Student's to about four, which planning needs.
 * Small arguments by Marsaglia's series (J. Stat. Software 11, 2004), large ones by Laplace's continued fraction. */
#include "stats/normal.h"

#include <math.h>

/* e^-x for x >= 0: reduced by powers of two, then a Taylor series. */
static double exp_minus(double x)
{
    const double log2_high = 0x1.62e42fefa3800p-1, log2_low = 0x1.ef35793c76730p-45;
    if (x > 745) {
        return 0;
    }
    int halvings = (int)(x / log2_high + 0.5);
    double rest = x - halvings * log2_high - halvings * log2_low;
    double sum = 1;
    for (int i = 15; i > 0; i--) {
        sum = 1 - sum * rest / i;
    }
    for (; halvings > 0; halvings--) {
        sum /= 2;
    }
    return sum;
}

static double density(double z)
{
    const double root_two_pi = 2.5066282746310002;
    return exp_minus(z * z / 2) / root_two_pi;
}

double rtp_normal_above(double z)
{
    enum { STEPS = 100 };
    if (z < 0) {
        return 1 - rtp_normal_above(-z);
    }
    if (z > 3) {
        double below = z;
        for (int i = STEPS; i > 0; i--) {
            below = z + i / below;
        }
        return density(z) / below;
    }
    double sum = z, term = z;
    for (int i = 1; i < STEPS; i++) {
        term *= z * z / (2 * i + 1);
        sum += term;
    }
    return 0.5 - density(z) * sum;
}

double rtp_two_sided_p(double z)
{
    double p = 2 * rtp_normal_above(z < 0 ? -z : z);
    return p < 1 ? p : 1;
}

double rtp_normal_quantile(double p)
{
    double low = -40, high = 40;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (rtp_normal_above(middle) > 1 - p) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return high;
}

double rtp_root(double value)
{
    return sqrt(value);
}

/* Fisher & Cornish (1960), as in Abramowitz & Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5. */
double rtp_student_quantile(double p, double degrees)
{
    double z = rtp_normal_quantile(p), s = z * z, d = degrees;
    double first = z * (s + 1) / 4;
    double second = z * ((5 * s + 16) * s + 3) / 96;
    double third = z * (((3 * s + 19) * s + 17) * s - 15) / 384;
    double fourth = z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
    return z + (first + (second + (third + fourth / d) / d) / d) / d;
}
