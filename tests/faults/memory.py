#!/usr/bin/env python3
"""Fail every allocation of a command, one run for each, and judge every run.

    memory.py [options] -- COMMAND WORDS, {out} for its output folder

First a clean run counts the allocations; then, for each N and each mode, the command
runs with allocation N failing (once) or with N and every later one failing (after).
A run passes if the command
  - does not die of a signal, hang, or make a sanitizer or libc complain;
  - either succeeds with the very files and stdout of the clean run, or exits with an
    allowed status, says something on stderr, and leaves no partial or stray file.
Built with gcc -fsanitize=address (shared runtime), every point is leak-checked too.
Exit status: 0 all pass, 1 some fail, 2 the sweep itself could not run.
"""
import argparse
import concurrent.futures
import os
import sys
import tempfile

from common import Run, judge


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--so", required=True, help="oomfail.so")
    ap.add_argument("--only", default="", help="OOM_ONLY: count calls from these objects only")
    ap.add_argument("--modes", default="once,after")
    ap.add_argument("--max-points", type=int, default=0, help="0: every one; else spread evenly")
    ap.add_argument("--allow", default="", help="exit statuses of an orderly failure, e.g. 70")
    ap.add_argument("--inputs", help="folder for {in}")
    ap.add_argument("--seed-out", help="copy this folder into {out} before each run")
    ap.add_argument("--timeout", type=float, default=60)
    ap.add_argument("--jobs", type=int, default=os.cpu_count())
    ap.add_argument("command", nargs="+")
    a = ap.parse_args()
    so = os.path.abspath(a.so)
    allow = [int(x) for x in a.allow.split(",") if x]

    def run(extra):
        env = {"LD_PRELOAD": so, "OOM_ONLY": a.only}
        asan = os.environ.get("ASAN_OPTIONS", "")
        env["ASAN_OPTIONS"] = (asan + ":" if asan else "") + "verify_asan_link_order=0"
        env.update(extra)
        return Run(a.command, inputs=a.inputs, env=env, timeout=a.timeout, seed_out=a.seed_out)

    with tempfile.TemporaryDirectory() as tmp:
        report = os.path.join(tmp, "n")
        clean = run({"OOM_REPORT": report})
        if clean.status != 0 or not os.path.exists(report):
            print(f"the clean run fails: status {clean.status}\n{clean.stderr.decode(errors='replace')}", file=sys.stderr)
            return 2
        with open(report) as f:
            words = f.read().split()
    total = int(words[1])
    print(f"clean run: {' '.join(words)}")
    points = list(range(1, total + 1))
    if a.max_points and total > a.max_points:
        points = sorted({1 + i * (total - 1) // (a.max_points - 1) for i in range(a.max_points)})
    todo = [(n, mode) for mode in a.modes.split(",") for n in points]

    def one(job):
        n, mode = job
        r = run({"OOM_FAIL_AT": str(n), "OOM_MODE": mode})
        return n, mode, r.status, judge(r, clean, allow)

    bad, statuses = [], {}
    with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        for n, mode, status, wrong in pool.map(one, todo):
            statuses[status] = statuses.get(status, 0) + 1
            if wrong:
                bad.append((n, mode, wrong))
    for n, mode, wrong in bad[:20]:
        print(f"FAIL at {n} ({mode}): {'; '.join(wrong)}")
        print(f"   OOM_TRACE=1 OOM_ONLY='{a.only}' OOM_FAIL_AT={n} OOM_MODE={mode} LD_PRELOAD={so} {' '.join(a.command)}")
    print(f"{len(todo)} runs over {len(points)} of {total} allocations: {len(todo) - len(bad)} pass, {len(bad)} fail; "
          f"exit statuses {dict(sorted(statuses.items()))}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
