"""The statistics against R, to 1e-9, on generated data sets; exact p with ties against counting all possibilities.

    stats.py PROBE [DATA SETS OF EACH KIND]

R is exact without ties and below 50 values, and there everything is compared. With ties it approximates p; where ours
is the same approximation the two are compared, else ours is held against every split of the labels, or every choice
of signs, counted here. Intervals with ties are compared with R's quantiles and order statistics. The slope's interval
is held against the counted orders. Exit status 77: Rscript is not there.
"""

import fractions
import itertools
import math
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CLOSE = 1e-9
SHOWN = 20


# ---- data sets, all invented ----


def normal(draw):
    return sum(draw.random() for _ in range(12)) - 6


def count(draw, mean):
    """Poisson, by multiplying."""
    limit, product, n = math.exp(-mean), draw.random(), 0
    while product > limit:
        product *= draw.random()
        n += 1
    return n


SHAPES = {
    "normal": lambda draw: normal(draw),
    "shifted": lambda draw: 30 + 3 * normal(draw),
    "skewed": lambda draw: math.exp(2 + normal(draw)),
    "decimals": lambda draw: round(30 + 3 * normal(draw), 1),
    "counts": lambda draw: count(draw, 9),
    "few counts": lambda draw: count(draw, 1.2),
    "huge": lambda draw: 1e300 * normal(draw),
    "tiny": lambda draw: 1e-290 * (3 + draw.random()),
    "negative": lambda draw: -1000 + 20 * normal(draw),
}
SHIFTS = {"normal": 0.8, "shifted": 3, "skewed": 4, "decimals": 2.5, "counts": 3, "few counts": 1, "huge": 8e299,
          "tiny": 1e-291, "negative": 15}


def values(draw, shape, n, shifted=False):
    by = SHIFTS[shape] * draw.choice((0, 1, -1)) if shifted else 0
    found = [SHAPES[shape](draw) + by for _ in range(n)]
    return [round(value, 1) for value in found] if shape == "decimals" else found


def length(draw, least, round_):
    return draw.randrange(50, 71) if round_ % 25 == 0 else draw.randrange(least, 16 if round_ % 3 else 50)


def data_sets(each):
    draw = random.Random(20261122)
    for round_ in range(1, each + 1):
        for shape in SHAPES:
            yield "windows", values(draw, shape, length(draw, 4, round_)), values(draw, shape, length(draw, 4, round_), True)
            n = length(draw, 6, round_)
            yield "pairs", values(draw, shape, n), values(draw, shape, n, True)
            yield "trend", values(draw, shape, length(draw, 5, round_)), []


def line_of(kind, x, y):
    sizes = {"windows": [len(x), len(y)], "pairs": [len(x)], "trend": [len(x)]}[kind]
    return " ".join([kind, *map(str, sizes), *map(repr, map(float, x)), *map(repr, map(float, y))])


# ---- counting everything ----


def middle_ranks(sorted_values):
    """Twice the rank of each value."""
    return {value: 2 * sorted_values.index(value) + 1 + sorted_values.count(value) for value in set(sorted_values)}


def two_sided(ways, seen):
    total = sum(ways.values())
    below = sum(n for at, n in ways.items() if at <= seen)
    above = sum(n for at, n in ways.items() if at >= seen)
    return float(min(1, fractions.Fraction(2 * min(below, above), total)))


def enumerated_sum_p(x, y):
    pooled = sorted(x + y)
    rank = middle_ranks(pooled)
    ways = {}
    for chosen in itertools.combinations(pooled, len(x)):
        at = sum(rank[value] for value in chosen)
        ways[at] = ways.get(at, 0) + 1
    return two_sided(ways, sum(rank[value] for value in x))


def counted_sum_p(x, y):
    """The same with whole numbers of any length, value by value."""
    pooled = sorted(x + y)
    rank = middle_ranks(pooled)
    ways = [{} for _ in range(len(x) + 1)]
    ways[0][0] = 1
    for value in pooled:
        for taken in range(len(x) - 1, -1, -1):
            for at, n in ways[taken].items():
                ways[taken + 1][at + rank[value]] = ways[taken + 1].get(at + rank[value], 0) + n
    return two_sided(ways[len(x)], sum(rank[value] for value in x))


def differences(x, y):
    """Without the dust of decimal fractions, as in stats.R."""
    found = [b - a for a, b in zip(x, y)]
    return [d for d in (round(d, 9) for d in found) if d] if max(map(abs, found)) > 1e-100 else [d for d in found if d]


def signed_p(d, enumerate_):
    rank = middle_ranks(sorted(map(abs, d)))
    ways = {0: 1}
    if enumerate_:
        ways = {}
        for signs in itertools.product((0, 1), repeat=len(d)):
            at = sum(rank[abs(value)] for value, sign in zip(d, signs) if sign)
            ways[at] = ways.get(at, 0) + 1
    else:
        for value in d:
            before = dict(ways)
            for at, n in before.items():
                ways[at + rank[abs(value)]] = ways.get(at + rank[abs(value)], 0) + n
    return two_sided(ways, sum(rank[value] for value in d if value > 0))


def inversions(n):
    counts = [1]
    for size in range(2, n + 1):
        longer = [0] * (len(counts) + size - 1)
        for at, ways in enumerate(counts):
            for more in range(size):
                longer[at + more] += ways
        counts = longer
    return counts


def slope_ends(y, known={}):
    n = len(y)
    if n not in known:
        seen = 0
        for q, ways in enumerate(inversions(n)):
            seen += ways
            if 40 * seen >= math.factorial(n):
                break
        known[n] = q
    slopes = sorted((y[j] - y[i]) / (j - i) for i in range(n) for j in range(i + 1, n))
    q = known[n]
    return (slopes[q - 1], slopes[len(slopes) - q]) if q else None


# ---- the comparison ----


def answers(text):
    return [dict(word.split("=", 1) for word in line.split()) for line in text.splitlines()]


class Oracle:
    def __init__(self):
        self.faults, self.compared = [], {}

    def hold(self, what, line, ours, wanted, size=0.0):
        """Numbers that cross zero are held against the size of the data."""
        self.compared[what] = self.compared.get(what, 0) + 1
        if not abs(ours - wanted) <= CLOSE * max(abs(wanted), size):
            self.faults.append(f"{what}: {ours!r}, not {wanted!r}: {line}")

    def hold_p(self, kind, x, y, ours, theirs, line):
        p = float(ours["p"])
        if ours["method"] == theirs["r_method"] and "p" in theirs:
            self.hold(f"p, {ours['method']}", line, p, float(theirs["p"]))
        elif ours["method"] == "normal":
            self.faults.append(f"approximated where R is exact: {line}")
        elif kind == "windows":
            small = math.comb(len(x) + len(y), len(x)) <= 20000
            self.hold("p, exact with ties", line, p, counted_sum_p(x, y))
            if small:
                self.hold("p, all splits", line, p, enumerated_sum_p(x, y))
        else:
            d = differences(x, y)
            self.hold("p, exact with ties", line, p, signed_p(d, False))
            if len(d) <= 12:
                self.hold("p, all signs", line, p, signed_p(d, True))

    def hold_set(self, data, ours, theirs):
        kind, x, y = data
        line, size = line_of(*data), max(map(abs, x + y))
        for name, wanted in theirs.items():
            if name in ("r_method", "p", "slope_p"):
                continue
            if name in ("percent", "percent_low", "percent_high"):
                self.hold("percent", line, float(ours[name]), float(wanted), 100)
            elif name == "autocorrelation":
                self.hold(name, line, float(ours[name]), float(wanted), 1)
            else:
                self.hold(name, line, float(ours[name]), float(wanted), size)
        if kind != "trend":
            self.hold_p(kind, x, y, ours, theirs, line)
            return
        if "slope_p" in theirs and ours["slope_method"] == theirs["r_method"]:
            self.hold(f"slope p, {theirs['r_method']}", line, float(ours["slope_p"]), float(theirs["slope_p"]))
        elif "slope_p" in theirs:
            self.faults.append(f"slope by another method than R's: {line}")
        wanted = slope_ends(x) if len(x) < 50 else None
        if wanted and max(map(abs, x)) < 1e100:
            for end, name in zip(wanted, ("slope_low", "slope_high")):
                self.hold(name, line, float(ours[name]), end, size)


def main():
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    if not shutil.which("Rscript"):
        print("skipped: Rscript is not installed (package r-base-core)")
        sys.exit(77)
    sets = list(data_sets(each))
    text = "".join(f"{line_of(*data)}\n" for data in sets)
    ours = answers(subprocess.run([sys.argv[1]], input=text, stdout=subprocess.PIPE, text=True, check=True).stdout)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(text)
        file.flush()
        said = subprocess.run(["Rscript", "--vanilla", HERE / "stats.R", file.name], stdout=subprocess.PIPE, text=True, check=True)
    theirs = answers(said.stdout)
    if not len(ours) == len(theirs) == len(sets):
        sys.exit(f"{len(sets)} data sets, {len(ours)} answers of ours, {len(theirs)} of R")
    oracle = Oracle()
    for data, mine, other in zip(sets, ours, theirs):
        oracle.hold_set(data, mine, other)
    print("\n".join(oracle.faults[:SHOWN]))
    print(f"{len(sets)} data sets; " + ", ".join(f"{what}: {n}" for what, n in sorted(oracle.compared.items())))
    needed = {"p, exact", "p, normal", "p, exact with ties", "p, all splits", "p, all signs", "slope p, exact", "slope p, normal"}
    if missing := needed - oracle.compared.keys():
        sys.exit(f"never compared: {', '.join(sorted(missing))}")
    if oracle.faults:
        sys.exit(f"{len(oracle.faults)} differences")


if __name__ == "__main__":
    main()
