"""Writes critical.inc: how many order statistics to go in from each end for an interval of 95 %.

Run by hand: python3 src/stats/critical.py > src/stats/critical.inc. All counts are whole numbers, so nothing is
rounded. An entry is the smallest q with P(T <= q) >= tail, T counting what the test counts; 0: no such interval.
"""

from math import comb, factorial

LAST = 49  # from 50 values on the normal approximation is used, as in R
TAILS = ((1, 40), (1, 20))


def smallest(counts, total, tail):
    seen = 0
    for q, count in enumerate(counts):
        seen += count
        if seen * tail[1] >= total * tail[0]:
            return q
    raise AssertionError


def times(counts, step):
    """The product with 1 + x^step."""
    longer = counts + [0] * step
    for i, count in enumerate(counts):
        longer[i + step] += count
    return longer


def windowed(counts, width):
    """The product with 1 + x + ... + x^(width - 1)."""
    longer, sum_ = [], 0
    for i in range(len(counts) + width - 1):
        sum_ += counts[i] if i < len(counts) else 0
        sum_ -= counts[i - width] if i >= width else 0
        longer.append(sum_)
    return longer


def rank_sums(m):
    """The Gaussian binomials (m + n over m) for n = 0, 1, ..."""
    counts = [1] + [0] * (m * LAST)
    for n in range(LAST + 1):
        if n:
            for i in range(len(counts) - 1, n + m - 1, -1):  # times 1 - x^(n + m)
                counts[i] -= counts[i - n - m]
            for i in range(n, len(counts)):  # by 1 - x^n
                counts[i] += counts[i - n]
        yield counts[: m * n + 1]


def put(name, note, rows):
    print(f"\n/* {note} */\nstatic const uint16_t {name}[] = {{")
    line = "   "
    for value in rows:
        if len(line) + len(f" {value},") > 118:
            print(line)
            line = "   "
        line += f" {value},"
    print(f"{line}\n}};")


def main():
    print("/* Made by critical.py; do not edit. For each case two entries: tails of 2.5 % and of 5 %. */")
    sums = {(m, n): c for m in range(1, LAST + 1) for n, c in enumerate(rank_sums(m)) if n >= m}
    put("rank_sum_critical", "m from 1 to 49, n from m to 49",
        (smallest(sums[m, n], comb(m + n, m), tail) for m in range(1, LAST + 1) for n in range(m, LAST + 1) for tail in TAILS))
    ranks, signed = [1], []
    for n in range(1, LAST + 1):
        ranks = times(ranks, n)
        signed += [smallest(ranks, 2**n, tail) for tail in TAILS]
    put("signed_rank_critical", "n from 1 to 49", signed)
    orders, kendall = [1], []
    for n in range(2, LAST + 1):
        orders = windowed(orders, n)
        kendall += [smallest(orders, factorial(n), tail) for tail in TAILS]
    put("kendall_critical", "n from 2 to 49", kendall)


if __name__ == "__main__":
    main()
