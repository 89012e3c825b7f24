#!/usr/bin/env python3
"""A run that is killed at any moment leaves whole files, and --resume finishes it: kills.py PROGRAM [KILLS]

After SIGKILL every file is what a whole run makes of it, or a temporary one that the next run removes. SIGINT,
SIGTERM and SIGHUP leave no temporary file and end the program by themselves, as that signal.
"""
import random
import shutil
import signal
import subprocess
import time

from common import DATE, LOG, lines, main, run, text_of, tree

COUNT = 250
GRACE = 2.0
TEMPORARY = ".rtopitch-batch-"


def start(program, out, path, *words):
    return subprocess.Popen([program, "batch", *DATE, "-q", "-j", "2", "--resume", "--out-dir", str(out), *words, str(path)],
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def killed_at(program, out, path, number, delay):
    """The status, and how long the program took to end after the signal."""
    process = start(program, out, path)
    time.sleep(delay)
    sent = time.monotonic()
    process.send_signal(number)
    try:
        return process.wait(30), time.monotonic() - sent
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait(), 30.0


def look(checks, out, whole, number):
    left = tree(out) if out.exists() else {}
    temporary = [name for name in left if name.startswith(TEMPORARY)]
    for name, found in left.items():
        if name not in temporary:
            checks.that(whole.get(name) == found, f"{number.name}: {name} is not whole")
    if number != signal.SIGKILL:
        checks.same(temporary, [], f"{number.name}: temporary files")
    return len(left) - len(temporary)


def pipes(checks, folder, path):
    """A reader that goes away ends the run, and one that only waits does not keep a signal from ending it."""
    process = subprocess.Popen([checks.program, "batch", *DATE, "-q", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(100)
    process.stdout.close()
    error = process.stderr.read()
    checks.that(process.wait(30) in (-signal.SIGPIPE, 3), f"nobody reads: {process.returncode} {error!r}")
    for number in (signal.SIGINT, signal.SIGTERM):
        process = subprocess.Popen([checks.program, "batch", *DATE, "-q", str(path)], stdout=subprocess.PIPE)
        process.stdout.read(100)
        process.send_signal(number)
        sent = time.monotonic()
        checks.same(process.wait(30), -number, f"{number.name} while nobody reads")
        checks.that(time.monotonic() - sent < GRACE, f"{number.name} while nobody reads takes too long")
        process.stdout.close()
        process = subprocess.Popen([checks.program, "batch", *DATE, "-q"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        time.sleep(0.1)
        process.send_signal(number)
        sent = time.monotonic()
        checks.same(process.wait(30), -number, f"{number.name} while nobody writes")
        checks.that(time.monotonic() - sent < GRACE, f"{number.name} while nobody writes takes too long")
        process.stdin.close()


def test(checks, folder, kills="48"):
    items = lines(COUNT)
    path = folder / "all.jsonl"
    path.write_bytes(text_of(items))
    began = time.monotonic()
    run(checks.program, "--out-dir", folder / "whole", "-j", 2, path)
    length = time.monotonic() - began
    whole = tree(folder / "whole")
    checks.same(len(whole), COUNT, "files of a whole run")
    dice, early, partly = random.Random(3), 0, 0
    signals = [signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, signal.SIGINT, signal.SIGKILL, signal.SIGHUP]
    slowest = 0.0
    for i in range(int(kills)):
        out, number = folder / "out", signals[i % len(signals)]
        status, took = killed_at(checks.program, out, path, number, dice.uniform(0, 1.05) * length)
        early += status == 0
        checks.that(status in (0, -number), f"{number.name}: status {status}")
        slowest = max(slowest, took)
        made = look(checks, out, whole, number)
        partly += 0 < made < COUNT
        done = run(checks.program, "--out-dir", out, "--resume", "-j", 2, path)
        checks.same((done.status, tree(out) == whole), (0, True), f"{number.name}: after going on: {done.err!r}")
        checks.that((out / LOG).exists(), "the log is there")
        shutil.rmtree(out)
    checks.that(slowest < GRACE, f"the slowest took {slowest:.1f} s to end")
    checks.that(partly >= int(kills) // 4, f"only {partly} of {kills} kills met a run half done")
    pipes(checks, folder, path)
    print(f"{kills} kills, {partly} half done, {early} too late, the slowest ended after {slowest:.2f} s")


if __name__ == "__main__":
    main(test)
