#!/usr/bin/env python3
"""The importers under valgrind: nothing read that was not written, nothing lost, on good ways and bad ones.

usage: leaks.py PROGRAM    (a build without sanitizers; 77 when valgrind is missing)
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import standin

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FOUND = 99
WORDS = ["valgrind", "-q", f"--error-exitcode={FOUND}", "--leak-check=full", "--errors-for-leak-kinds=definite,indirect",
         "--trace-children=yes", PROGRAM, "import"]
MONTHS = {"2026-09": 130, "2026-10": 3}


def refuse(status, headers=None, body=b"{}"):
    return lambda *_words: (status, headers or {}, body)


RUNS = [  # what answers, the source, more words, the status
    (standin.github(MONTHS), "github", ["--reviews", "--into", "profile.json"], 0),
    (standin.github(MONTHS), "github", ["--reviews"], 0),  # from what was kept
    (standin.gitlab(MONTHS), "gitlab", [], 0),
    (standin.jira(MONTHS), "jira", ["--email", "a@b.example"], 0),
    (standin.jira(MONTHS), "jira", ["--email", "a@b.example", "--count-only"], 0),
    (refuse(401), "github", [], 4),
    (refuse(429, {"Retry-After": "100"}), "github", [], 4),
    (refuse(302, {"Location": "https://elsewhere.example/"}), "github", [], 4),
    (refuse(200, {"Link": "</x>; rel=next"}, b"[]"), "gitlab", [], 4),
    (refuse(200, {"Content-Type": "text/html"}), "gitlab", [], 4),
    (refuse(200, {}, b"[" * 70), "gitlab", [], 4),
    (refuse(200, {}, b" " * (9 << 20)), "gitlab", [], 4),
    (refuse(200, {f"X-{k}": "y" for k in range(600)}), "gitlab", [], 4),
]


def attempt(folder, answer, source, more, status):
    with standin.Service(answer) as service:
        address = "--api-url" if source == "github" else "--url"
        who = [] if source == "jira" else ["--user", "ada"]
        env = {**os.environ, "XDG_CACHE_HOME": str(folder), "GH_ENTERPRISE_TOKEN": standin.TOKEN, "JIRA_TOKEN": standin.TOKEN}
        done = subprocess.run([*WORDS, source, *who, address, service.url, "--since", "2026-09", "--date", "2026-11-22", *more],
                              cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode != status:
        print(f"FAIL {source} {' '.join(more)}: status {done.returncode}, not {status}\n{done.stderr[-3000:]}")
    return done.returncode == status


def main():
    if not shutil.which("valgrind"):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        profile = {"person": {"role": "Technical Writer"}, "ask": {"preferred": {"office_days": 2}}}
        (pathlib.Path(folder) / "profile.json").write_text(str(profile).replace("'", '"'))
        bad = sum(not attempt(pathlib.Path(folder), *run) for run in RUNS)
    print(f"{len(RUNS)} runs, {bad} wrong")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
