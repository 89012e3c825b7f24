#!/usr/bin/env python3
"""Memory and time do not grow with the number of profiles: allocations.py PROGRAM OOMFAIL.so

After the first hundred, a profile costs no call to the allocator, in lines and for any kind of mistake; a second
thousand costs none that the first did not. Files cost none either but for the tables of names, which double.
"""
import os
import pathlib
import re
import shutil
import subprocess
import threading

from common import DATE, lines, main, text_of


def calls(program, library, folder, items, *words):
    """How often the program itself called the allocator."""
    path, report = folder / "all.jsonl", folder / "report"
    path.write_bytes(text_of(items))
    environment = dict(os.environ, LD_PRELOAD=library, OOM_REPORT=str(report), OOM_ONLY="rtopitch,libcjson")
    done = subprocess.run([program, "batch", *DATE, "-q", *map(str, words), str(path)], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, env=environment, check=False)
    assert done.returncode in (0, 1), done.returncode
    return int(re.match(r"calls (\d+)", report.read_text()).group(1))


def peak(program, items, *words):
    """The most memory, in KiB, after the program has made all and waits for more."""
    process = subprocess.Popen([program, "batch", *DATE, "-q", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    feeder = threading.Thread(target=lambda: (process.stdin.write(text_of(items)), process.stdin.flush()))
    feeder.start()
    for _ in items:
        process.stdout.readline()
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    feeder.join()
    process.stdin.close()
    process.wait()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1))


def bad_ones(items):
    kinds = [lambda x: x[:-3], lambda x: b"{}", lambda x: x.replace(b"office_days", b"ofice_days"), lambda x: x]
    return [kinds[i % len(kinds)](item) for i, item in enumerate(items)]


def test(checks, folder, library):
    items = lines(300, seed=2)
    one, two = items[:250] * 4, items[:250] * 8
    team = folder / "team.json"
    team.write_text('{"pilot": {"weeks": 7}, "senior": {"name": "Invented Person"}}')
    rows = [("Markdown", ["-f", "markdown"]), ("JSON", ["-f", "json"]), ("three formats of two documents", ["-f", "markdown,text,html", "--as", "talking-points,prep"]),
            ("a team's file", ["-f", "markdown", "--team", team]), ("a report", ["-f", "markdown", "--report", folder / "sum.csv"])]
    for name, words in rows:
        for kind, change in (("good", lambda x: x), ("bad", bad_ones)):
            first = calls(checks.program, library, folder, change(one), "-j", 1, *words)
            (folder / "sum.csv").unlink(missing_ok=True)
            second = calls(checks.program, library, folder, change(two), "-j", 1, *words)
            (folder / "sum.csv").unlink(missing_ok=True)
            checks.same(second - first, 0, f"{name}, {kind}: calls for a second thousand, after {first}")
    made = []
    for part in (one, two):
        made.append(calls(checks.program, library, folder, part, "-j", 1, "--out-dir", folder / "out", "--name", "{line}"))
        shutil.rmtree(folder / "out")
    checks.that(made[1] - made[0] < 20, f"files: {made[1] - made[0]} calls for a second thousand")
    for jobs in ("1", "2"):
        small, large = (peak(checks.program, items[:250] * times, "-j", jobs, "-f", "markdown") for times in (4, 32))
        checks.that(large <= small * 1.05 + 128, f"{jobs} workers: {small} KiB for a thousand, {large} for eight")
        print(f"{jobs} workers: {small} KiB for a thousand profiles, {large} KiB for eight thousand")


if __name__ == "__main__":
    main(test)
