#!/usr/bin/env python3
"""`build --watch` from outside: each way of saving a file is noticed, and nothing good is lost.

usage: watch.py PROGRAM

Nothing here waits for a time to pass: the program's own lines on standard error say what it has done. The profiles
are invented.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

LINE = re.compile(r"\d\d:\d\d:\d\d (built|not built; as they were:) (.*)\n")
PATIENCE = 60  # seconds until a line that does not come is a fault


def profile(days):
    return json.dumps({"person": {"role": "Tester"}, "ask": {"preferred": {"office_days": days}}})


def title(days):
    return {1: "One office day", 2: "Two office days", 3: "Three office days", 4: "Four office days"}[days]


class Watch:
    """The program, running in a folder of its own."""

    def __init__(self, program, folder, *options, polling=False):
        command = [program, "build", "profile.json", "--watch", "-o", "out.md", *options]
        env = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200"}
        if polling:
            command = ["strace", "-f", "-o", os.devnull, "-e", "trace=inotify_init1", "-e",
                       "inject=inotify_init1:error=EMFILE", *command]
            env["ASAN_OPTIONS"] = "detect_leaks=0"  # which cannot work beside another tracer
        self.folder, self.lines = folder, []
        self.process = subprocess.Popen(command, cwd=folder, env=env, stderr=subprocess.PIPE, text=True,
                                        start_new_session=True)

    def until(self, outcome):
        """Reads lines until a round ends with the outcome; returns what was read."""
        timer = threading.Timer(PATIENCE, self.process.kill)
        timer.start()
        seen = []
        try:
            for line in self.process.stderr:
                seen.append(line)
                match = LINE.fullmatch(line)
                if match and match.group(1).startswith(outcome):
                    return seen
        finally:
            timer.cancel()
        raise AssertionError(f"\"{outcome}\" was never said; instead: {''.join(seen) or 'nothing'}")

    def until_title(self, days):
        """An editor may cause more than one round; the last one counts."""
        while True:
            self.until("built")
            if title(days) in (self.folder / "out.md").read_text(encoding="utf-8"):
                return

    def stop(self, number):
        os.killpg(self.process.pid, number)
        self.process.stderr.read()
        return self.process.wait(PATIENCE)


def in_place(folder, text):
    (folder / "profile.json").write_text(text, encoding="utf-8")


def renamed(folder, text):
    (folder / ".profile.json.new").write_text(text, encoding="utf-8")
    (folder / ".profile.json.new").rename(folder / "profile.json")


def moved_away_first(folder, text):
    (folder / "profile.json").rename(folder / "profile.json~")
    (folder / "profile.json").write_text(text, encoding="utf-8")


def behind_a_link(folder, text):
    (folder / "elsewhere").mkdir(exist_ok=True)
    (folder / "elsewhere" / "p.json").write_text(text, encoding="utf-8")
    if not (folder / "profile.json").is_symlink():
        (folder / "profile.json").unlink()
        (folder / "profile.json").symlink_to("elsewhere/p.json")


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def saved_in_every_way(program, folder, polling):
    in_place(folder, profile(1))
    watch = Watch(program, folder, polling=polling)
    watch.until_title(1)
    for days, save in ((2, in_place), (3, renamed), (4, moved_away_first), (1, behind_a_link), (2, behind_a_link)):
        save(folder, profile(days))
        watch.until_title(days)
    check(watch.stop(signal.SIGINT) == -signal.SIGINT, "Ctrl-C does not end it as a signal")


def broken_while_typing(program, folder, polling):
    in_place(folder, profile(2))
    watch = Watch(program, folder, polling=polling)
    watch.until_title(2)
    before = (folder / "out.md").read_bytes()
    renamed(folder, '{"person": {"role": "Tes')
    said = "".join(watch.until("not built"))
    check("profile.json:1:" in said and "[J0" in said, f"the fault is not told: {said}")
    check((folder / "out.md").read_bytes() == before, "the file did not stay as it was")
    renamed(folder, profile(3))
    watch.until_title(3)
    (folder / "profile.json").unlink()
    renamed(folder, profile(4))
    watch.until_title(4)
    watch.stop(signal.SIGTERM)


def begun_with_a_broken_one(program, folder, polling):
    in_place(folder, "{")
    watch = Watch(program, folder, polling=polling)
    watch.until("not built")
    check(not (folder / "out.md").exists(), "a document was written from nothing")
    in_place(folder, profile(1))
    watch.until_title(1)
    watch.stop(signal.SIGHUP)


def styles_and_rules(program, folder, polling):
    rule = {"module": "invented", "rules": [{"id": "invented.one", "point": {"section": "next", "strength": 99,
                                                                         "text": "An invented sentence."}}]}
    in_place(folder, profile(2))
    (folder / "rules.json").write_text(json.dumps(rule), encoding="utf-8")
    (folder / "company.css").write_text("h1 { color: teal }", encoding="utf-8")
    watch = Watch(program, folder, "-o", "out.html", "--rules", "rules.json", "--style", "company.css", polling=polling)
    said = watch.until("built")
    check(said[-1].endswith(" built out.md, out.html\n"), f"the line does not name the files: {said}")
    check("teal" in (folder / "out.html").read_text(encoding="utf-8"), "the style is not used")
    (folder / "company.css").write_text("h1 { color: navy }", encoding="utf-8")
    while "navy" not in (folder / "out.html").read_text(encoding="utf-8"):
        watch.until("built")
    rule["rules"][0]["point"]["text"] = "Another invented sentence."
    (folder / "rules.json").write_text(json.dumps(rule), encoding="utf-8")
    while "Another invented" not in (folder / "out.md").read_text(encoding="utf-8"):
        watch.until("built")
    watch.stop(signal.SIGINT)


def many_in_a_row(program, folder, polling):
    in_place(folder, profile(1))
    watch = Watch(program, folder, polling=polling)
    watch.until_title(1)
    for days in (2, 3, 4, 1, 2, 3) * 20:
        renamed(folder, profile(days))
    renamed(folder, profile(4))
    watch.until_title(4)
    watch.stop(signal.SIGINT)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    ways = [False] + ([True] if shutil.which("strace") else [])
    faults = tried = 0
    for polling in ways:
        for case in (saved_in_every_way, broken_while_typing, begun_with_a_broken_one, styles_and_rules, many_in_a_row):
            with tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                tried += 1
                try:
                    case(program, folder, polling)
                    left = [p.name for p in folder.iterdir() if p.name.startswith(".") or "out.md." in p.name]
                    check(not left, f"left behind: {left}")
                except (AssertionError, OSError, subprocess.TimeoutExpired) as fault:
                    faults += 1
                    print(f"{case.__name__}{' by looking again' if polling else ''}: {fault}")
    print(f"{tried} watches, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
