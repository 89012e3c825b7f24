#!/usr/bin/env python3
"""Plans of three invented trials: compared with the files kept beside this one, recorded into copies of the
profiles, drawn again by the description in the plan, and read as a calendar by a strict reader.

usage: run.py PROGRAM [--renew]

With --renew the kept files are written anew; read the difference before committing it."""
import difflib
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile

import ics

HERE = pathlib.Path(__file__).resolve().parent
PROFILES = HERE.parent.parent / "data" / "profiles"
DATE = "2026-11-21"
LATER = "2026-12-05"
FORMATS = {"markdown": "md", "text": "txt", "json": "json", "ics": "ics"}
EVERY_FORMAT = ("held",)
HOSTILE = "x\\;,\n\r\tBEGIN:VEVENT\u2028\u202e\u0007" + "ä€𝄞" * 60
faults = []


def fault(name, message):
    faults.append(f"{name}: {message}")


def run(program, *words, stdin=None, cwd=None):
    return subprocess.run([program, "pilot", "plan", *map(str, words)], input=stdin, capture_output=True, check=False,
                          cwd=cwd, env={**os.environ, "LC_ALL": "C", "TZ": "Pacific/Apia"})


def good(program, name, *words, **how):
    done = run(program, *words, **how)
    if done.returncode:
        fault(name, f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr.decode()}")
    return done


def compare(kept, made, renew):
    if renew:
        kept.write_bytes(made)
    before = kept.read_bytes() if kept.exists() else b""
    if before != made:
        lines = [text.decode("utf-8", "replace").splitlines(keepends=True) for text in (before, made)]
        sys.stdout.writelines(difflib.unified_diff(*lines, f"kept/{kept.name}", f"built/{kept.name}"))
        fault(kept.name, "is not what was kept")


def draw(seed, pairs):
    """The order by the words of the plan alone."""
    number = seed
    for _ in range(10):
        number = number * 16807 % 2147483647
    order = []
    for _ in range(pairs):
        number = number * 16807 % 2147483647
        order += ["home", "office"] if number % 2 else ["office", "home"]
    return order


def check_record(program, path, recorded, before):
    """What stood in the profile stands there still; the weeks are those of the lot; a second time adds nothing."""
    old, new = json.loads(before), json.loads(recorded.read_bytes())
    plan = new["pilot"].pop("x-plan")
    for key, value in old.get("pilot", {}).items():
        if new["pilot"].get(key) != value:
            fault(path.stem, f"pilot.{key} was {value} and is {new['pilot'].get(key)}")
    if {**new, "pilot": None} != {**old, "pilot": None}:
        fault(path.stem, "something beside the pilot changed")
    if list(new) != list(old):
        fault(path.stem, "the order of keys changed")
    weeks = [week["at"] for week in plan["calendar"]]
    if "seed" in plan and weeks[:len(weeks) // 2 * 2] != draw(plan["seed"], len(weeks) // 2):
        fault(path.stem, "the weeks are not those of the lot")
    if "seed" not in plan and set(weeks) != {"home"}:
        fault(path.stem, "weeks take turns without a lot")
    lines = lambda text: text.count(b"\r\n") == text.count(b"\n")
    if b"\r\n" in before and not lines(recorded.read_bytes()):
        fault(path.stem, "line ends are mixed")
    text = recorded.read_bytes()
    good(program, path.stem, recorded, "--into", "--date", LATER)
    if recorded.read_bytes() != text:
        fault(path.stem, "recording twice changed the file")


def check_trial(program, path, renew):
    before = path.read_bytes()
    for form in FORMATS if path.stem in EVERY_FORMAT else ("markdown", "ics"):
        made = good(program, path.stem, path.name, "-f", form, "--date", DATE, cwd=path.parent).stdout
        compare(HERE / "kept" / f"{path.stem}.{FORMATS[form]}", made, renew)
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / path.name
        copy.write_bytes(before)
        copy.chmod(0o640)
        good(program, path.stem, copy, "--into", "--date", DATE, "-o", pathlib.Path(folder) / "plan.md")
        if stat.S_IMODE(copy.stat().st_mode) != 0o640:
            fault(path.stem, "the mode of the file changed")
        if sorted(os.listdir(folder)) != sorted([path.name, "plan.md"]):
            fault(path.stem, f"files are left: {os.listdir(folder)}")
        compare(HERE / "kept" / f"{path.stem}.recorded.json", copy.read_bytes(), renew)
        check_record(program, path, copy, before)
        first = good(program, path.stem, path, "-f", "ics", "--date", DATE).stdout
        again = good(program, path.stem, copy, "-f", "ics", "--date", DATE).stdout
        if first != again:
            fault(path.stem, "the calendar is another after recording")
        piped = good(program, path.stem, "-", "--into", "--date", DATE, stdin=before).stdout
        compare(HERE / "kept" / f"{path.stem}.recorded.json", piped, False)


def check_calendar(program, path):
    entries = ics.read(good(program, path.stem, path, "-f", "ics", "--date", DATE).stdout)
    if not entries:
        return fault(path.stem, "an empty calendar")
    weeks = [entry for entry in entries if "-week-" in entry["UID"]]
    for i, week in enumerate(weeks[1:]):
        if week["DTSTART"] != weeks[i]["DTEND"]:
            fault(path.stem, f"a gap before week {i + 2}")
    moved = ics.read(good(program, path.stem, path, "-f", "ics", "--date", LATER).stdout)
    if [entry["UID"] for entry in moved] != [entry["UID"] for entry in entries]:
        fault(path.stem, "entries have another UID on another day")
    try:
        import icalendar
    except ImportError:
        return None
    calendar = icalendar.Calendar.from_ical(good(program, path.stem, path, "-f", "ics", "--date", DATE).stdout)
    if len(list(calendar.walk("VEVENT"))) != len(entries):
        fault(path.stem, "icalendar reads other entries")
    return None


def check_hostile(program, folder):
    """Texts that could break lines or end entries stay texts; what is no profile is refused and left as it was."""
    profile = json.loads((HERE / "trials" / "held.json").read_bytes())
    profile["person"]["name"] = profile["manager"]["name"] = HOSTILE
    for metric in profile["history"]["metrics"][:1]:
        metric["name"] = HOSTILE
    profile["pilot"]["primary"] = HOSTILE
    path = folder / "hostile.json"
    path.write_text(json.dumps(profile))
    entries = ics.read(good(program, "hostile", path, "-f", "ics", "--date", DATE).stdout)
    if len(entries) != 27 or "BEGIN:VEVENT" not in entries[0]["DESCRIPTION"]:
        fault("hostile", f"{len(entries)} entries")
    good(program, "hostile", path, "--into", "--date", DATE)
    if json.loads(path.read_bytes())["pilot"]["primary"] != HOSTILE:
        fault("hostile", "the text is another after recording")
    for name, text in (("twice", b'{"a": 1, "a": 2}'), ("cut", b'{"person": {"role"'), ("empty", b""), ("list", b"[]"),
                       ("plan", b'{"person": {"role": "x"}, "ask": {"preferred": {"office_days": 2}}, '
                                b'"pilot": {"x-plan": {"seed": 0, "calendar": [{"week": "soon"}]}}}')):
        path.write_bytes(text)
        done = run(program, path, "--into", "--date", DATE)
        if done.returncode != 1 or path.read_bytes() != text:
            fault(name, f"exit {done.returncode}, or the file changed")
    link = folder / "link.json"
    path.write_bytes((HERE / "trials" / "held.json").read_bytes())
    link.symlink_to(path.name)
    good(program, "link", link, "--into", "--date", DATE)
    if not link.is_symlink() or b"x-plan" not in path.read_bytes():
        fault("link", "was replaced, or the file behind it was not written")


def check_options(program):
    """A term on the command line is tried out in memory, and refused where the profile says another."""
    path = HERE / "trials" / "held.json"
    made = good(program, "options", path, "--seed", "7", "--weeks", "12", "--date", DATE).stdout.decode()
    rows = re.findall(r"^\|\s+\d+ \|\s+\d+ \| [^|]+\| (at home|five days)", made, re.MULTILINE)
    if [("home" if row == "at home" else "office") for row in rows] != draw(7, 6):
        fault("options", f"rows: {rows}")
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "p.json"
        copy.write_bytes(path.read_bytes())
        for words in (("--weeks", "12"), ("--design", "before_after")):
            done = run(program, copy, "--into", *words, "--date", DATE)
            if done.returncode != 2 or b"U0016" not in done.stderr or copy.read_bytes() != path.read_bytes():
                fault("options", f"{words}: exit {done.returncode}")


def main():
    program, renew = str(pathlib.Path(sys.argv[1]).resolve()), "--renew" in sys.argv[2:]
    trials = sorted((HERE / "trials").glob("*.json"))
    for path in trials:
        check_trial(program, path, renew)
    profiles = trials + sorted(PROFILES.glob("*.json"))
    with tempfile.TemporaryDirectory() as folder:
        for path in profiles:
            if path.stem != "minimal":  # says no start, so it has no dates
                check_calendar(program, path)
        check_hostile(program, pathlib.Path(folder))
    check_options(program)
    print("\n".join(faults) or f"{len(trials)} trials, {len(profiles)} calendars")
    sys.exit(1 if faults or not trials else 0)


if __name__ == "__main__":
    main()
