#!/usr/bin/env python3
"""Kill a command at random times, and look at what it left.

    kills.py [options] -- COMMAND WORDS, {out} for its output folder

The output folder starts with the files of --seed-out (say, the previous version of every
document). After each SIGKILL every file in it must be, byte for byte, either what it was
before or what a clean run makes of it, and nothing else may lie there but names that
--temp-ok allows. With --signal TERM or INT the command must moreover end by itself within
--grace seconds, by that signal or with status 128+n or an --allow'ed status, and leave no
temporary file at all.
Kill times are spread evenly over the clean run's time (times 1.1), shuffled by --seed.
With --rerun, the command is then run once more over the leftovers and must give the clean
result (and, with --swept REGEX, must have removed the stale temporary files).
"""
import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from common import Run, tree


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--kills", type=int, default=200)
    ap.add_argument("--signal", default="KILL", choices=["KILL", "TERM", "INT", "HUP", "PIPE"])
    ap.add_argument("--grace", type=float, default=2.0)
    ap.add_argument("--allow", default="")
    ap.add_argument("--temp-ok", default=r"\.tmp-|^\.rtopitch-", help="regex of temporary names a SIGKILL may leave")
    ap.add_argument("--seed-out")
    ap.add_argument("--inputs")
    ap.add_argument("--rerun", action="store_true")
    ap.add_argument("--swept")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("command", nargs="+")
    a = ap.parse_args()
    number = getattr(signal, "SIG" + a.signal)
    allow = [int(x) for x in a.allow.split(",") if x] + [-number, 128 + number, 0]
    before = tree(a.seed_out) if a.seed_out else {}

    length = 1e9
    for _ in range(3):  # the shortest of three: the others may have waited for somebody else
        start = time.monotonic()
        clean = Run(a.command, a.inputs, seed_out=a.seed_out)
        length = min(length, time.monotonic() - start)
    if clean.status != 0:
        print(f"the clean run fails: {clean.stderr.decode(errors='replace')}", file=sys.stderr)
        return 2
    rng = random.Random(a.seed)
    times = [1.1 * length * (k + 0.5) / a.kills for k in range(a.kills)]
    rng.shuffle(times)
    bad, early, left, slowest = [], 0, 0, 0.0
    for delay in times:
        out = tempfile.mkdtemp(prefix="kill-")
        try:
            if a.seed_out:
                shutil.copytree(a.seed_out, out, dirs_exist_ok=True)
            words = [w.replace("{out}", out).replace("{in}", a.inputs or "") for w in a.command]
            child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(delay)
            gone = child.poll() is not None
            if not gone:
                child.send_signal(number)
            sent = time.monotonic()
            try:
                status = child.wait(timeout=a.grace if a.signal != "KILL" else 30)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
                bad.append((delay, f"still runs {a.grace} s after SIG{a.signal}"))
                continue
            slowest = max(slowest, time.monotonic() - sent)
            early += not gone
            if not gone and a.signal != "KILL" and status not in allow:
                bad.append((delay, f"ends with status {status}"))
            for path, what in tree(out).items():
                if what in (before.get(path), clean.tree.get(path)):
                    continue
                if a.signal == "KILL" and re.search(a.temp_ok, path):
                    left += 1
                    continue
                bad.append((delay, f"leaves {path} " + ("incomplete" if path in clean.tree else "behind")))
            if a.rerun:
                again = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False)
                now = {p: w for p, w in tree(out).items() if not re.search(a.temp_ok, p)}
                if again.returncode != 0 or now != clean.tree:
                    bad.append((delay, "a rerun does not give the clean result"))
                if a.swept and any(re.search(a.swept, p) for p in tree(out)):
                    bad.append((delay, "a rerun leaves stale temporary files"))
        finally:
            shutil.rmtree(out, ignore_errors=True)
    for delay, what in bad[:15]:
        print(f"FAIL SIG{a.signal} after {delay * 1000:.1f} ms: {what}")
    print(f"{a.kills} times SIG{a.signal} over {length * 1000:.0f} ms: {early} hit it running, {left} temporary files left, "
          f"{len(bad)} fail; slowest end {slowest * 1000:.0f} ms")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
