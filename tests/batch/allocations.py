#!/usr/bin/env python3
"""Memory and time do not grow with the number of profiles: allocations.py PROGRAM OOMFAIL.so

After the first hundred, a profile costs no call to the allocator, in lines and for any kind of mistake; a second
thousand costs none that the first did not. Files cost none either but for the tables of names, which double.
"""
import os
import re
import shutil
import subprocess

from common import DATE, lines, main, text_of


def calls(program, library, folder, items, *words):
    """How often the program called the allocator, and its peak memory in KiB."""
    path, report = folder / "all.jsonl", folder / "report"
    path.write_bytes(text_of(items))
    environment = dict(os.environ, LD_PRELOAD=library, OOM_REPORT=str(report))
    process = subprocess.Popen([program, "batch", *DATE, "-q", *map(str, words), str(path)], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), status
    return int(re.match(r"calls (\d+)", report.read_text()).group(1)), usage.ru_maxrss


def bad_ones(items):
    kinds = [lambda x: x[:-3], lambda x: b"{}", lambda x: x.replace(b"office_days", b"ofice_days"), lambda x: x]
    return [kinds[i % len(kinds)](item) for i, item in enumerate(items)]


def test(checks, folder, library):
    items = lines(300, seed=2)
    one, two = items[:250] * 4, items[:250] * 8
    team = folder / "team.json"
    team.write_text('{"pilot": {"weeks": 7}, "senior": {"name": "Invented Person"}}')
    rows = [("Markdown", []), ("JSON", ["-f", "json"]), ("three formats of two documents", ["-f", "markdown,text,html", "--as", "talking-points,prep"]),
            ("a team's file", ["-f", "markdown", "--team", team]), ("a report", ["-f", "markdown", "--report", folder / "sum.csv"])]
    for name, words in rows:
        for kind, change in (("good", lambda x: x), ("bad", bad_ones)):
            first, peak = calls(checks.program, library, folder, change(one), "-j", 1, *words)
            (folder / "sum.csv").unlink(missing_ok=True)
            second, later = calls(checks.program, library, folder, change(two), "-j", 1, *words)
            (folder / "sum.csv").unlink(missing_ok=True)
            checks.same(second - first, 0, f"{name}, {kind}: calls for a second thousand, after {first}")
            checks.that(later <= peak * 1.05 + 64, f"{name}, {kind}: {peak} KiB, then {later} KiB")
    made = []
    for part in (one, two):
        made.append(calls(checks.program, library, folder, part, "-j", 1, "--out-dir", folder / "out", "--name", "{line}")[0])
        shutil.rmtree(folder / "out")
    checks.that(made[1] - made[0] < 20, f"files: {made[1] - made[0]} calls for a second thousand")
    print(f"calls in all for Markdown: {calls(checks.program, library, folder, two, '-j', 1, '-f', 'markdown')[0]}")


if __name__ == "__main__":
    main(test)
