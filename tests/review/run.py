#!/usr/bin/env python3
"""Reviews the invented trials of tests/pilot, whose terms are recorded, with invented results.

usage: run.py PROGRAM [--renew]

kept/ has the memos that were read; --renew writes them anew. Then one number, term or week at a time is
turned, and the verdict must turn with it; results that are none must be refused with their place; a sheet and
the same numbers as JSON must make one memo."""
import copy
import datetime
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PLANS = HERE.parent / "pilot" / "kept"
FORMATS = {"markdown": "md", "text": "txt", "json": "json"}
TRIALS = {"held": ("held.csv", "2027-07-01", FORMATS), "guardrail": ("guardrail.json", "2027-04-05", ("markdown",)),
          "small": ("small.json", "2027-03-05", ("markdown",))}
faults = []


def fault(name, text):
    faults.append(f"{name}: {text}")


def run(program, profile, results, date, *words):
    return subprocess.run([program, "pilot", "review", str(profile), str(results), "--date", date, *words],
                          capture_output=True, check=False, timeout=60)


# ---- memos that were read ----

def check_kept(program, renew):
    for name, (results, date, forms) in TRIALS.items():
        for form in forms:
            kept = HERE / "kept" / f"{name}.{FORMATS[form]}"
            done = run(program, PLANS / f"{name}.recorded.json", HERE / "results" / results, date, "-f", form)
            if done.returncode != 0 or done.stderr:
                fault(name, f"exit {done.returncode}: {done.stderr.decode()}")
                continue
            before = kept.read_bytes() if kept.exists() else b""
            if done.stdout != before:
                sys.stdout.writelines(difflib.unified_diff(before.decode().splitlines(keepends=True),
                                                           done.stdout.decode().splitlines(keepends=True),
                                                           f"kept/{kept.name}", "made"))
                if renew:
                    kept.write_bytes(done.stdout)
                else:
                    fault(name, f"{kept.name} is another")


# ---- one thing at a time ----

def profile_of(name):
    return json.loads((PLANS / f"{name}.recorded.json").read_text())


def weeks_of(profile):
    return profile["pilot"]["x-plan"]["calendar"]


def alternate(home, office, skip=(), spread=(0, 0.4, -0.3, 0.2, -0.5, 0.1)):
    """Results of the trial "held": so much at home, so much in the office, a little to and fro."""
    values = {}
    for i, week in enumerate(weeks_of(profile_of("held"))):
        if i not in skip:
            level = home if week["at"] == "home" else office
            values[week["week"]] = round(level + spread[i % len(spread)] + (i * 7 % 5) / 10, 2)
    return {"metrics": [{"name": "Time to verify a fix", "values": values}]}


def windows(before, during, skip=0):
    start = datetime.date.fromisoformat(weeks_of(profile_of("guardrail"))[0]["week"])
    values = {(start + datetime.timedelta(weeks=i)).isoformat(): (before if i < 0 else during) + (i * 5 % 7) / 2
              for i in range(-8 + skip, 8)}
    return {"metrics": [{"name": "First reply", "values": values}]}


def patched(profile, path, value):
    profile = copy.deepcopy(profile)
    at = profile
    for key in path[:-1]:
        at = at[key]
    if value is None:
        at.pop(path[-1], None)
    else:
        at[path[-1]] = value
    return profile


def with_metric(results, name, values):
    return {**results, "metrics": [*results["metrics"], {"name": name, "values": values}]}


def with_more(results, **more):
    return {**results, **more}


HELD, GUARDED, SMALL = profile_of("held"), profile_of("guardrail"), profile_of("small")
MARGIN = ("pilot", "x-plan", "margin")
HOME_WEEK = next(week["week"] for week in weeks_of(HELD) if week["at"] == "home")
OFFICE_WEEK = next(week["week"] for week in weeks_of(HELD) if week["at"] == "office")
GUARDED_WEEK = weeks_of(GUARDED)[2]["week"]
NOTE = "“\\*bold* \\<b>&”"

CASES = [
    # name, profile, results, what the memo must say, what it must not
    ("better", HELD, alternate(15, 20), ["came out better", "5 h shorter", "go on with two office days"], ["worse", "consistent with"]),
    ("worse", HELD, alternate(25, 20), ["came out worse", "go back to five office days", "margin of 3 h is not kept"], ["go on with"]),
    ("no worse", HELD, alternate(20.5, 20), ["no worse, by the margin", "more than 3 h does not fit"], ["came out better"]),
    ("a small loss", HELD, alternate(21, 20), ["no worse", "small loss within it"], []),
    ("a margin of nothing much", patched(HELD, MARGIN, 0.1), alternate(20.5, 20.2, spread=(0, 2, -2, 1, -3)),
     ["leave it open", "margin of 0.1 h"], ["no worse"]),
    ("no margin", patched(patched(HELD, MARGIN, None), ("pilot", "margin"), None), alternate(20.3, 20.2, spread=(0, 2, -2, 1, -3)),
     ["leave it open", "No margin was written down", "how much worse would still do"], ["no worse, by"]),
    ("a margin added later", patched(HELD, MARGIN, None), alternate(20.3, 20.2, spread=(0, 2, -2, 1, -3)),
     ["leave it open", "The margin: not set when the terms were written down, 3 h now"], ["no worse, by"]),
    ("a wider margin now", patched(HELD, ("pilot", "margin"), 30), alternate(25, 20),
     ["came out worse", "The margin: 3 h when the terms were written down, 30 h now. The recorded one counts"], []),
    ("a stop sign taken away", patched(GUARDED, ("pilot", "guardrails"), None),
     with_metric(windows(40, 30), "Contacts answered again", {GUARDED_WEEK: 13}),
     ["A stop sign was crossed", "12 when the terms were written down, not set now"], []),
    ("a limit crossed", GUARDED, with_metric(windows(40, 30), "Contacts answered again", {GUARDED_WEEK: 13}),
     ["A stop sign was crossed: Contacts answered again above 12", "go back to five office days", "on its own came out better"], ["go on"]),
    ("a limit kept to", GUARDED, with_metric(windows(40, 30), "Contacts answered again", {GUARDED_WEEK: 12}),
     ["came out better", "consistent with", "look up what the results leave open"], ["A stop sign was crossed"]),
    ("a limit without values", GUARDED, windows(40, 30), ["open: the results hold no value"], ["was crossed"]),
    ("a limit crossed in the office", HELD, with_metric(alternate(15, 20), "Defects found late", {OFFICE_WEEK: 50}),
     ["came out better"], ["was crossed"]),
    ("a limit crossed at home", HELD, with_metric(alternate(15, 20), "Defects found late", {HOME_WEEK: 50}), ["A stop sign was crossed"], []),
    ("worse before and after", GUARDED, windows(30, 40), ["came out worse"], ["consistent with"]),
    ("no weeks before: the history", GUARDED, windows(40, 30, skip=8), ["office months before", "single weeks stand against whole months"], []),
    ("too few pairs", HELD, alternate(15, 20, skip=range(10, 24)), ["Too few weeks to test: five whole pairs", "needs six", "two weeks on the same terms"], ["better"]),
    ("just enough pairs", HELD, alternate(15, 20, skip=range(12, 24)), ["came out better", "have no value, and no reason was declared"], []),
    ("a gap", HELD, alternate(15, 20, skip=(4,)), ["has no value, and no reason was declared", "falls out with the other week of its pair"], []),
    ("a declared gap", HELD, with_more(alternate(15, 20, skip=(4,)), exclude=[{"week": weeks_of(HELD)[4]["week"], "why": "annual leave"}]),
     ["declared as excluded: “annual leave”", "falls out with", "the reading of the main measure is the same"], ["no reason was declared"]),
    ("exclusions that turn it", GUARDED,
     with_more(windows(30, 40), exclude=[{"week": week["week"], "why": "busy"} for week in weeks_of(GUARDED)[:5]]),
     ["Too few values to test", "With the excluded weeks in, the main measure would read worse"], []),
    ("a crossing in an excluded week", GUARDED,
     with_more(with_metric(windows(40, 30), "Contacts answered again", {GUARDED_WEEK: 13}), exclude=[{"week": GUARDED_WEEK, "why": "busy"}]),
     [], ["| kept,"]),
    ("another way than drawn", HELD, with_more(alternate(15, 20), weeks=[{"week": HOME_WEEK, "at": "office"}]),
     ["worked the other way than drawn. It counts as drawn"], []),
    ("as drawn", HELD, with_more(alternate(15, 20), weeks=[{"week": HOME_WEEK, "at": "home"}]), [], ["other way than drawn"]),
    ("nothing recorded", patched(GUARDED, ("pilot", "x-plan"), None), windows(40, 30),
     ["not written down before the start", "No terms were recorded before the start"], []),
    ("recorded late", patched(HELD, ("pilot", "x-plan", "recorded"), "2027-03-01"), alternate(15, 20),
     ["after the trial had begun", "when the trial had begun on 11 January 2027"], []),
    ("made longer", patched(HELD, ("pilot", "weeks"), 30), alternate(15, 20, skip=range(10, 24)),
     ["The length: 24 weeks when the terms were written down, 30 weeks now", "made longer once already"], ["on the same terms"]),
    ("another measure decides now", patched(HELD, ("pilot", "primary"), "Defects found late"), alternate(15, 20),
     ["The measure that decides: Time to verify a fix when", "Time to verify a fix, which decides"], []),
    ("loose values of pairs", HELD, {"metrics": [{"name": "Time to verify a fix", "samples": {
        "office": [20, 21, 20.5, 19.5, 20.2], "home": [15, 15.5, 16, 14.8, 15.2]}}]}, ["came out better", "errs on the cautious side"], ["pairs)"]),
    ("constant", HELD, alternate(20, 20, spread=(0,)), ["no worse"], ["nan", "inf"]),
    ("huge", HELD, {"metrics": [{"name": "Time to verify a fix", "values": {
        week["week"]: 1e307 * (1 + i % 3) for i, week in enumerate(weeks_of(HELD))}}]}, [], ["nan", "inf"]),
    ("tiny and negative", HELD, {"metrics": [{"name": "Time to verify a fix", "values": {
        week["week"]: -1e-300 * (1 + i % 3) for i, week in enumerate(weeks_of(HELD))}}]}, [], ["nan", "inf"]),
    ("earned back", SMALL, {"metrics": [{"name": "Pages published", "samples": {
        "office": [7, 8, 7, 8, 7, 8], "home": [12, 13, 12, 13, 12, 13]}}]}, ["came out better", "go on with one home day"], []),
    ("a note", HELD, with_more(alternate(15, 20), notes="*bold* <b>&"), [NOTE], []),
]


def check_cases(program, folder):
    for name, profile, results, wanted, unwanted in CASES:
        paths = folder / "profile.json", folder / "results.json"
        paths[0].write_text(json.dumps(profile))
        paths[1].write_text(json.dumps(results))
        done = run(program, *paths, "2027-07-01", "-q")
        made = done.stdout.decode()
        if done.returncode != 0 or done.stderr:
            fault(name, f"exit {done.returncode}: {done.stderr.decode()}")
            continue
        for text in wanted:
            if text not in made:
                fault(name, f"lacks {text!r}:\n{made}")
        for text in unwanted:
            if re.search(rf"\b{re.escape(text)}\b" if text in ("nan", "inf") else re.escape(text), made):
                fault(name, f"has {text!r}:\n{made}")
        if re.search(r"\bproved?\b|because", made):
            fault(name, "claims more than figures can")


# ---- results that are none ----

def sheet(*rows, head="week,Time to verify a fix"):
    return "\n".join([head, *rows]) + "\n"


GOOD = "2027-01-11,20"
REFUSED = [
    # name, suffix, text, code, line:column
    ("nothing", "csv", "", "P0166", "1:1"),
    ("a header alone", "csv", sheet(), "P0166", "1:1"),
    ("another header", "csv", sheet(GOOD, head="date,Time to verify a fix"), "P0160", "1:1"),
    ("a column without a name", "csv", sheet("2027-01-11,20,3", head="week,Time to verify a fix,"), "P0161", "1:27"),
    ("a column twice", "csv", sheet("2027-01-11,20,3", head="week,Time to verify a fix,Time to verify a fix"), "P0161", "1:27"),
    ("an unknown metric", "csv", sheet("2027-01-11,20,3", head="week,Time to verify a fix,Defects found lat"), "P0150", "1:27"),
    ("no day", "csv", sheet(GOOD, "2027-13-18,20"), "P0011", "3:1"),
    ("a day that is none", "csv", sheet("2027-02-30,20"), "P0011", "2:1"),
    ("out of the calendar", "csv", sheet("9999-01-01,20"), "P0011", "2:1"),
    ("no number", "csv", sheet("2027-01-11,NaN"), "P0163", "2:12"),
    ("infinite", "csv", sheet("2027-01-11,1e400"), "P0163", "2:12"),
    ("thousands", "csv", sheet("2027-01-11;1.234,5", head="week;Time to verify a fix"), "P0163", "2:12"),
    ("a unit", "csv", sheet("2027-01-11,20 h"), "P0163", "2:12"),
    ("hexadecimal", "csv", sheet("2027-01-11,0x20"), "P0163", "2:12"),
    ("a decimal comma among commas", "csv", sheet("2027-01-11,20,5"), "P0162", "2:1"),
    ("too few cells", "csv", sheet("2027-01-11"), "P0162", "2:1"),
    ("a week twice", "csv", sheet(GOOD, "2027-01-11,21"), "P0153", "2:1"),
    ("weeks that overlap", "csv", sheet(GOOD, "2027-01-14,21"), "P0153", "3:1"),
    ("another day of the week", "csv", sheet("2027-01-12,20"), "P0156", "2:1"),
    ("not over", "csv", sheet("2027-07-05,20"), "P0157", "2:1"),
    ("a quote that does not end", "csv", sheet('"2027-01-11,20'), "P0164", "2:1"),
    ("text behind a quote", "csv", sheet('"2027-01-11"x,20'), "P0164", "2:13"),
    ("another place", "csv", sheet("2027-01-11,20,moon", head="week,Time to verify a fix,at"), "P0013", "2:15"),
    ("Latin-1", "csv", b"week,Time to verify a fix\n2027-01-11,\xe9\n", "P0165", "2:12"),
    ("a NUL", "csv", b"week,Time to verify a fix\n2027-01-11,\x00\n", "P0165", "2:12"),
    ("no value at all", "csv", sheet("2027-01-11,"), "P0152", "1:6"),
    ("without what decides", "csv", sheet("2027-01-11,2", head="week,Defects found late"), "P0155", "1:1"),
    ("nothing as JSON", "json", "", "J0002", "1:1"),
    ("a list", "json", "[]", "P0002", "1:1"),
    ("no metrics", "json", "{}", "P0004", "1:1"),
    ("an empty list", "json", '{"metrics": []}', "P0010", "1:13"),
    ("NaN as JSON", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": NaN}}]}', "J", "1:72"),
    ("1e400 as JSON", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1e400}}]}', "J0018", "1:72"),
    ("a month", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01": 1}}]}', "P0018", "1:58"),
    ("a wrong key", "json", '{"metrics": [{"name": "Time to verify a fix", "value": {}}]}', "P0003", "1:47"),
    ("both", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1}, "samples": {"home": [1]}}]}', "P0152", "1:23"),
    ("a metric twice", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1}}, '
     '{"name": "Time to verify a fix", "values": {"2027-01-11": 1}}]}', "P0151", "1:86"),
    ("a week twice in JSON", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1, "2027-01-11": 2}}]}', "J0022", "1:75"),
    ("another day in JSON", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-13": 1}}]}', "P0156", "1:58"),
    ("an exclusion of no week", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1}}], '
     '"exclude": [{"week": "2027-01-12", "why": "x"}]}', "P0156", "1:99"),
    ("an exclusion without a reason", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1}}], '
     '"exclude": [{"week": "2027-01-11"}]}', "P0004", "1:90"),
    ("an exclusion twice", "json", '{"metrics": [{"name": "Time to verify a fix", "values": {"2027-01-11": 1}}], '
     '"exclude": [{"week": "2027-01-11", "why": "x"}, {"week": "2027-01-11", "why": "y"}]}', "P0154", "1:135"),
    ("a sample that is a text", "json", '{"metrics": [{"name": "Time to verify a fix", "samples": {"home": ["1"]}}]}', "P0002", "1:68"),
    ("too many values", "json", json.dumps({"metrics": [{"name": "Time to verify a fix", "samples": {"home": [1] * 601}}]}), "P0017", None),
]


def check_refused(program, folder):
    for name, suffix, text, code, place in REFUSED:
        path = folder / f"results.{suffix}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = run(program, PLANS / "held.recorded.json", path, "2027-07-01", "--diagnostics=gcc")
        said = done.stderr.decode()
        if done.returncode != 1 or done.stdout:
            fault(name, f"exit {done.returncode}, {len(done.stdout)} bytes: {said}")
        elif not re.search(rf"^{re.escape(str(path))}:{place or '[0-9]+:[0-9]+'}: error: .*\[{code}", said, re.MULTILINE):
            fault(name, f"no {code} at {place}: {said}")
    bad = folder / "results.csv"
    bad.write_text(sheet("2027-01-12,x", "soon,20", "2027-01-25,1,2"))
    said = run(program, PLANS / "held.recorded.json", bad, "2027-07-01", "--diagnostics=gcc").stderr.decode()
    if len(re.findall(r": error: ", said)) != 3:
        fault("all at once", said)


# ---- two ways to write the same ----

def check_sheets(program, folder):
    """Delimiters, decimal commas, quotes, line ends and a byte order mark change nothing; JSON says the same."""
    results = with_more(alternate(18, 20), exclude=[{"week": HOME_WEEK, "why": "ill, \"flu\""}])
    values = results["metrics"][0]["values"]
    want = None
    (folder / "results.json").write_text(json.dumps(results))
    ways = [("json", None)] + [("csv", way) for way in (",.\n", ";,\n", "\t,\r\n", ",.\r\n", ";.\n")]
    for suffix, way in ways:
        path = folder / f"results.{suffix}"
        if way:
            comma, point, end = way[0], way[1], way[2:]
            rows = [comma.join(("week", '"Time to verify a fix"', "Exclude"))]
            rows += [comma.join((week, str(value).replace(".", point), '"ill, ""flu"""' if week == HOME_WEEK else ""))
                     for week, value in reversed(values.items())]
            path.write_bytes(b"\xef\xbb\xbf" * (point == ",") + end.join([*rows, comma * 2, ""]).encode())
        done = run(program, PLANS / "held.recorded.json", path, "2027-07-01")
        want = want or done.stdout
        if done.returncode != 0 or done.stdout != want or done.stderr:
            fault(f"{suffix} {way!r}", f"exit {done.returncode}, another memo: {done.stderr.decode()}")


def check_command(program):
    plan, results = PLANS / "held.recorded.json", HERE / "results" / "held.csv"
    rows = [((), 2), ((plan,), 2), ((plan, results, "more"), 2), (("-", "-"), 2), ((plan, results, "--seed", "3"), 2),
            ((plan, results, "--into"), 2), ((plan, results, "-f", "ics"), 2), ((plan, results, "-o", results), 2),
            ((plan, "no-such-file.csv"), 3), ((HERE.parent.parent / "data" / "profiles" / "minimal.json", results), 1)]
    for words, status in rows:
        done = subprocess.run([program, "pilot", "review", *map(str, words)], capture_output=True, check=False, timeout=60)
        if done.returncode != status or done.stdout or not done.stderr:
            fault(" ".join(map(str, words)), f"exit {done.returncode}, not {status}: {done.stderr.decode()}")
    piped = subprocess.run([program, "pilot", "review", str(plan), "-", "--date", "2027-07-01"],
                           input=results.read_bytes(), capture_output=True, check=False, timeout=60)
    if piped.returncode != 0 or piped.stdout != (HERE / "kept" / "held.md").read_bytes():
        fault("standard input", f"exit {piped.returncode}: {piped.stderr.decode()}")


def main():
    program, renew = str(pathlib.Path(sys.argv[1]).resolve()), "--renew" in sys.argv[2:]
    check_kept(program, renew)
    with tempfile.TemporaryDirectory() as folder:
        check_cases(program, pathlib.Path(folder))
        check_refused(program, pathlib.Path(folder))
        check_sheets(program, pathlib.Path(folder))
    check_command(program)
    print("\n".join(faults) or f"{len(TRIALS)} memos, {len(CASES)} turns, {len(REFUSED)} refused")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
