#!/usr/bin/env python3
"""Measures rtopitch beside an empty program, the floor and the peers, all in the same rounds, and prints medians and ratios.

usage: run.py [--quick] [--json FILE] [STAGE...]     stages: startup formats batch scale memory large; all of them by default

A ratio is the median, over the rounds, of one command's cost by another's in the same round. Nothing here is a test: a busy machine may miss
a target. Needs gcc, libcjson-dev, python3-jinja2, python3-jsonschema, nodejs and npm; what is missing is left out with a word."""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
DAY = "2026-01-12"  # of the invented profiles
EXAMPLES_DAY = "2026-11-21"
FLAGS = ["-O2", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-D_DEFAULT_SOURCE"]
PACKAGES = {"ajv": "8.20.0", "eta": "4.6.0"}
WALL, CPU, MEMORY = 0, 1, 2
UNITS = ("wall us", "CPU us", "KiB")

Target = collections.namedtuple("Target", "what measure of by relation limit")
Row = collections.namedtuple("Row", "name words profiles")


# ---- what is measured ----

class Place:
    """Programs and profiles, made once below build/bench."""

    def __init__(self):
        self.folder = ROOT / "build" / "bench"
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([ROOT / "rtopitch", "--version"], check=True, stdout=subprocess.DEVNULL)
        self.program = str(ROOT / "build" / "release" / "rtopitch")
        (self.folder / "empty.c").write_text("int main(void) { return 0; }\n")
        self.empty = self.compile("empty", self.folder / "empty.c")
        self.rounds = self.compile("rounds", HERE / "rounds.c")
        self.write_library()
        self.floor = self.compile("floor", HERE / "floor.c", "-I" + str(self.folder), "-lcjson", "-lm")
        schema = subprocess.run([self.program, "schema"], check=True, capture_output=True).stdout
        self.schema = self.folder / "schema.json"
        self.schema.write_bytes(schema)

    def compile(self, name, source, *more):
        made = str(self.folder / name)
        subprocess.run(["cc", *FLAGS, "-o", made, str(source), *more], check=True)
        return made

    def write_library(self):
        """The peers' texts as a table for the floor; JSON strings are C strings here, since they hold no control characters."""
        entries = json.loads((HERE / "peers" / "library.json").read_text(encoding="utf-8"))
        rows = [[about, *(entry[key] for key in ("title", "answer", "action", "measure"))] for about, entry in entries.items()]
        (self.folder / "library.inc").write_text(
            "".join("{" + ", ".join(json.dumps(text, ensure_ascii=False) for text in row) + "},\n" for row in rows), encoding="utf-8")

    def profiles(self, *words):
        made = self.folder / ("profiles-" + "-".join(words) + ".jsonl")
        newest = (HERE / "profiles.py").stat().st_mtime
        if not made.exists() or made.stat().st_mtime < newest:
            with open(made, "wb") as out:
                subprocess.run([PYTHON, HERE / "profiles.py", *words], check=True, stdout=out)
        return str(made)

    def one(self):
        """The fourth of the invented profiles, in a file of its own."""
        made = self.folder / "one.json"
        with open(self.profiles("1000"), encoding="utf-8") as lines:
            made.write_text(lines.readlines()[3], encoding="utf-8")
        return str(made)

    def modules(self):
        """Node's packages, or None."""
        if not shutil.which("npm"):
            return None
        wanted = json.dumps({"private": True, "dependencies": PACKAGES})
        home = self.folder / "peers"
        home.mkdir(exist_ok=True)
        if not (home / "node_modules").exists() or (home / "package.json").read_text() != wanted:
            (home / "package.json").write_text(wanted)
            done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], cwd=home, check=False)
            if done.returncode != 0:
                return None
        return str(home / "node_modules")

    def peers(self, path, profiles):
        """What others do the job with, as rows; they print the same bytes as the floor, or the run ends."""
        rows = []
        if subprocess.run([PYTHON, "-c", "import jinja2, jsonschema"], check=False, stderr=subprocess.DEVNULL).returncode == 0:
            peer = [PYTHON, str(HERE / "peers" / "peer.py")]
            rows += [Row("Jinja2", [*peer, path], profiles), Row("Jinja2 with jsonschema", [*peer, "--check", str(self.schema), path], profiles)]
        else:
            print("left out: Jinja2 (install python3-jinja2 and python3-jsonschema)", file=sys.stderr)
        modules = self.modules()
        if modules:
            peer = [shutil.which("node"), str(HERE / "peers" / "peer.js"), modules]
            rows += [Row("Eta", [*peer, path], profiles), Row("Eta with ajv", [*peer, "--check", str(self.schema), path], profiles)]
        else:
            print("left out: Node's Eta and ajv (install nodejs and npm)", file=sys.stderr)
        return rows

    def check_same_bytes(self, rows):
        prints = {row.name: hashlib.sha256(subprocess.run(row.words, check=True, capture_output=True).stdout).hexdigest() for row in rows}
        if len(set(prints.values())) > 1:
            sys.exit(f"the peers do not print the same bytes: {prints}")


# ---- stages: rows that share their rounds, and targets ----

def startup(place, quick):
    build = [place.program, "build", "--date"]
    rows = [Row("empty program", [place.empty], 1), Row("--version", [place.program, "--version"], 1)]
    rows += [Row(name, [*build, EXAMPLES_DAY, str(ROOT / "data" / "profiles" / f"{name}.json")], 1)
             for name in ("minimal", "support-agent", "backend-engineer")]
    rows += [Row("one invented profile", [*build, DAY, place.one()], 1)]
    targets = [Target("one-shot CPU", CPU, name, "empty program", "<=", 1.8) for name in ("minimal", "support-agent", "backend-engineer")]
    targets += [Target("one-shot CPU", CPU, "one invented profile", "empty program", "<=", 1.8),
                Target("one-shot peak memory", MEMORY, "one invented profile", "empty program", "<=", 2)]
    return rows, targets, 200 if quick else 1000


def formats(place, quick):
    build = [place.program, "build", "--date", DAY, place.one(), "-o"]
    rows = [Row(name, [*build, str(place.folder / f"made.{suffix}")], 1)
            for name, suffix in (("Markdown", "md"), ("HTML", "html"), ("DOCX", "docx"), ("FODT", "fodt"))]
    return rows, [Target("whole job, CPU", CPU, "HTML", "Markdown", "<=", 2), Target("whole job, CPU", CPU, "DOCX", "Markdown", "<=", 8)], \
        100 if quick else 500


def batch_words(place, path, jobs, *more):
    return [place.program, "batch", path, "--jobs", str(jobs), "--date", DAY, "-q", *more]


def batch(place, quick):
    few, many = ("1000", "4000") if quick else ("4000", "20000")
    path, longer = place.profiles(few), place.profiles(many)
    peers = place.peers(path, int(few))
    floor = Row("floor: whole job, cJSON arena", [place.floor, "build", longer], int(many))
    place.check_same_bytes([Row("floor", [place.floor, "build", path], int(few)), *peers])
    rows = [Row("floor: parse, cJSON arena", [place.floor, "parse", longer], int(many)), floor,
            Row("rtopitch batch", batch_words(place, longer, 1, "-f", "markdown"), int(many)), *peers]
    targets = [Target("CPU a profile", CPU, "rtopitch batch", floor.name, "<=", 2)]
    targets += [Target("wall a profile", WALL, name, "rtopitch batch", ">=", limit)
                for name, limit in (("Jinja2 with jsonschema", 25), ("Eta with ajv", 3)) if any(row.name == name for row in peers)]
    return rows, targets, 3 if quick else 9


def scale(place, quick):
    many = "10000" if quick else "40000"
    path = place.profiles(many)
    rows = [Row(f"{jobs} worker{'s' * (jobs > 1)}", batch_words(place, path, jobs, "-f", "markdown"), int(many)) for jobs in (1, 2)]
    return rows, [Target("wall", WALL, "1 worker", "2 workers", ">=", 1.85)], 4 if quick else 12


def memory(place, quick):
    counts = ("1000", "10000") if quick else ("1000", "10000", "100000")
    rows = [Row(f"{count} profiles", batch_words(place, place.profiles(count), 2, "-f", "markdown"), 1) for count in counts]
    targets = [Target("peak memory", MEMORY, rows[-1].name, rows[0].name, "<=", 1.05)]
    if not quick:
        targets.append(Target("time grows linearly, CPU", CPU, "100000 profiles", "10000 profiles", "<=", 10.5))
    return rows, targets, 3 if quick else 5


def large(place, quick):
    path = place.folder / "large.json"
    shutil.copy(place.profiles("large", "200", "600"), path)
    rows = [Row("empty program", [place.empty], 1), Row("200 metrics of 600 values", [place.program, "build", "--date", DAY, str(path)], 1)]
    return rows, [Target("CPU in microseconds", CPU, "200 metrics of 600 values", None, "<=", 200000)], 5 if quick else 20


STAGES = {stage.__name__: stage for stage in (startup, formats, batch, scale, memory, large)}


# ---- measuring and telling ----

def measure(place, rows, rounds):
    """Costs by name, a list over the rounds of (wall, CPU, KiB, page faults)."""
    listed = "".join("\t".join([row.name, *row.words]) + "\n" for row in rows)
    clean = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": os.environ.get("HOME", "/")}
    run = subprocess.run([place.rounds, str(rounds + 1)], input=listed, text=True, check=True, stdout=subprocess.PIPE, env=clean)
    costs = {row.name: [] for row in rows}
    for line in run.stdout.splitlines():
        number, name, *figures = line.split("\t")
        if number != "0":
            costs[name].append([float(figure) for figure in figures])
    return costs


def per_profile(rows, costs, measure_of, name):
    """One figure a round; memory is not shared out."""
    profiles = next(row.profiles for row in rows if row.name == name) if measure_of != MEMORY else 1
    return [figures[measure_of] / profiles for figures in costs[name]]


def judge(target, rows, costs):
    values = per_profile(rows, costs, target.measure, target.of)
    if target.by:
        values = [value / other for value, other in zip(values, per_profile(rows, costs, target.measure, target.by)) if other > 0]
    value = statistics.median(values)
    met = value <= target.limit if target.relation == "<=" else value >= target.limit
    return {"what": target.what, "of": target.of, "by": target.by, "value": round(value, 3), "relation": target.relation,
            "limit": target.limit, "met": met}


def tell_costs(name, rows, costs, rounds):
    print(f"\n## {name} ({rounds} rounds)\n\n| what | wall us | quartiles | CPU us | peak KiB | page faults |\n|---|---:|---:|---:|---:|---:|")
    told = {}
    for row in rows:
        wall, cpu = (sorted(per_profile(rows, costs, of, row.name)) for of in (WALL, CPU))
        memory_of, faults = (statistics.median(figures[at] for figures in costs[row.name]) for at in (2, 3))
        quartiles = wall[len(wall) // 4], wall[3 * len(wall) // 4]
        told[row.name] = {"profiles": row.profiles, "wall_us": statistics.median(wall), "cpu_us": statistics.median(cpu),
                          "quartiles_us": quartiles, "peak_kib": memory_of, "page_faults": faults}
        print(f"| {row.name} | {statistics.median(wall):.1f} | {quartiles[0]:.1f} to {quartiles[1]:.1f} | {statistics.median(cpu):.1f} "
              f"| {memory_of:.0f} | {faults:.0f} |")
    return told


def tell_targets(judged):
    print("\n| target | ratio | limit | |\n|---|---:|---:|---|")
    for each in judged:
        by = f" / {each['by']}" if each["by"] else ""
        print(f"| {each['what']}: {each['of']}{by} | {each['value']:g} | {each['relation']} {each['limit']:g} | {'met' if each['met'] else 'missed'} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stages", nargs="*", choices=[*STAGES, []], metavar="STAGE")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", metavar="FILE")
    given = parser.parse_args()
    place = Place()
    results = {}
    for name in given.stages or STAGES:
        rows, targets, rounds = STAGES[name](place, given.quick)
        costs = measure(place, rows, rounds)
        told = tell_costs(name, rows, costs, rounds)
        judged = [judge(target, rows, costs) for target in targets]
        tell_targets(judged)
        results[name] = {"rounds": rounds, "costs": told, "targets": judged}
        sys.stdout.flush()
    kept = pathlib.Path(given.json) if given.json else place.folder / "results.json"
    kept.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


main()
