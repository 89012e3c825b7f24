#!/usr/bin/env python3
"""The importers against what others wrote down about GitHub and GitLab.

usage: contract.py PROGRAM PAGER FOLDER

FOLDER keeps the tools between runs. Three parts, each skipped (77, when all are) where its tool cannot be had:
  GitHub's own OpenAPI description behind Prism, which refuses requests that it does not allow;
  octokit's recordings of api.github.com: pages by Link, rate-limit headers, tags;
  gitlab.com's answer as go-gitlab recorded it in 2019.
"""
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import standin

HERE = pathlib.Path(__file__).parent
PROGRAM, PAGER = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
TOOLS = pathlib.Path(sys.argv[3]).resolve()
PACKAGES = ["@stoplight/prism-cli@5.14.2", "@octokit/fixtures@23.1.2", "@octokit/fixtures-server@8.1.7"]
FAULTS = []


def check(what, good):
    print(f"{'ok  ' if good else 'FAIL'} {what}")
    if not good:
        FAULTS.append(what)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(*words, **env):
    kept = {k: v for k, v in os.environ.items() if not k.endswith("_TOKEN")}
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=120, env={**kept, **env})


def imported(*words, **env):
    done = run(PROGRAM, "import", *words, "--no-cache", "--date", "2026-11-22", **env)
    check(f"no token is told: {words[0]}", standin.TOKEN not in done.stdout + done.stderr)
    return done


def install():
    """The packages of npm, once."""
    if not (TOOLS / "node_modules/.bin/prism").exists() or not (TOOLS / "node_modules/@octokit/fixtures-server").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        try:
            done = run("npm", "install", "--no-audit", "--no-fund", "--prefix", str(TOOLS), *PACKAGES)
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0
    return True


class Tool:
    """A program that serves, until the block ends."""

    def __init__(self, ready, *words):
        self.ready, self.words, self.said = ready, words, ""

    def __enter__(self):
        self.child = subprocess.Popen(self.words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=TOOLS)
        threading.Thread(target=self.listen, daemon=True).start()
        for _ in range(600):
            if self.ready(self.said) or self.child.poll() is not None:
                break
            time.sleep(0.1)
        return self

    def listen(self):
        for line in self.child.stdout:
            self.said += line

    def __exit__(self, *error):
        self.child.terminate()
        self.child.wait()


# ---- GitHub's own description

def described():
    port = free_port()
    words = [str(TOOLS / "node_modules/.bin/prism"), "mock", "--errors", "-h", "127.0.0.1", "-p", str(port),
             str(HERE / "data/github-openapi-slice.json")]
    with Tool(lambda said: "listening" in said, *words):
        home = f"http://127.0.0.1:{port}"
        try:
            urllib.request.urlopen(f"{home}/search/issues?q=x&per_page=abc")
            refused = 0
        except urllib.error.HTTPError as error:
            refused = error.code
        check("the description refuses what is wrong", refused == 422)
        words = ["github", "--user", "octocat", "--since", "2026-08", "--api-url", home]
        done = imported(*words, "--count-only", "--reviews", "--org", "octo-org", "--repo", "octo-org/octo.repo",
                        GH_ENTERPRISE_TOKEN=standin.TOKEN)
        check(f"every request is allowed: {done.stderr}", done.returncode == 0)
        found = {m["name"]: m["values"] for m in json.loads(done.stdout or '{"history": {"metrics": []}}')["history"]["metrics"]}
        same = {"2026-08": 280, "2026-09": 280, "2026-10": 280}
        check("its counts are read", found == {"Pull requests merged": same, "Reviews given": same})
        # It has one page and says that the next one is at api.github.com; or its example was never merged.
        done = imported(*words, GH_ENTERPRISE_TOKEN=standin.TOKEN)
        check("its constant list is refused", done.returncode == 4 and re.search(r"\[I00(09|11|12)\]", done.stderr))


# ---- recordings of api.github.com

def loosen(folder):
    """The recordings without the headers they demand of a request, since those are of 2017."""
    scenarios = TOOLS / "node_modules/@octokit/fixtures/scenarios/api.github.com"
    for path in sorted(scenarios.glob("*/normalized-fixture.json")):
        place = folder / "api.github.com" / path.parent.name
        place.mkdir(parents=True, exist_ok=True)
        recorded = json.loads(path.read_text(encoding="utf-8"))
        (place / path.name).write_text(json.dumps([{**one, "reqheaders": {}} for one in recorded]), encoding="utf-8")


def scenario(home, name):
    request = urllib.request.Request(f"{home}/fixtures", json.dumps({"scenario": name}).encode(),
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["url"]


def recorded():
    loosen(TOOLS / "loose")
    port = free_port()

    def ready(_said):
        with socket.socket() as tried:
            return tried.connect_ex(("127.0.0.1", port)) == 0

    with Tool(ready, str(TOOLS / "node_modules/.bin/octokit-fixtures-server"), "--port", str(port), "--log-level", "error",
              "--fixtures", "./loose/**/normalized-fixture.json"):
        home = f"http://127.0.0.1:{port}"
        done = run(PAGER, scenario(home, "paginate-issues") + "/repos/octokit-fixture-org/paginate-issues/issues?per_page=3")
        check(f"five pages by Link, 13 records: {done.stdout}", "13 records on 5 pages" in done.stdout and done.returncode == 0)
        check("their limits and tags are read", len(re.findall(r"^200, \d+ left, tag yes$", done.stdout, re.MULTILINE)) == 5)
        check("a reset in milliseconds is no reason to wait", "would wait" not in done.stdout)
        done = run(PAGER, scenario(home, "search-issues") +
                   "/search/issues?q=sesame%20repo%3Aoctokit-fixture-org%2Fsearch-issues", "items")
        check(f"a search is read: {done.stdout}", done.returncode == 0 and re.search(r"^[1-9]\d* records on 1 pages", done.stdout, re.M))
        url = scenario(home, "search-issues")
        done = imported("github", "--user", "ada", "--since", "2026-10", "--api-url", url)
        check(f"what was not recorded is refused: {done.stderr}", done.returncode == 4 and "[I00" in done.stderr)


# ---- a recording of gitlab.com

def merge_requests():
    package = TOOLS / "gitlab"
    package.mkdir(parents=True, exist_ok=True)
    if not list(package.rglob("get_merge_requests.json")):
        try:
            subprocess.run(["apt-get", "download", "-q", "golang-github-xanzy-go-gitlab-dev"], cwd=package, check=True,
                           capture_output=True)
            subprocess.run(["dpkg-deb", "-x", *map(str, package.glob("*.deb")), "."], cwd=package, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
    return next(package.rglob("get_merge_requests.json")).read_bytes()


def gitlab(answer):
    records = json.loads(answer)
    with standin.Service(lambda *_words: (200, {"X-Total": str(len(records))}, answer)) as service:
        for user, hours in (("mlapierre", 4.7), ("ekigbo", 1.3)):
            done = imported("gitlab", "--user", user, "--since", "2019-07", "--until", "2019-09", "--url", service.url,
                            "--project", "gitlab-org/gitlab-ce", GITLAB_TOKEN=standin.TOKEN, GITLAB_HOST=service.url)
            found = {m["name"]: m["values"] for m in json.loads(done.stdout or '{"history": {"metrics": []}}')["history"]["metrics"]}
            check(f"one of twenty is {user}'s and merged: {done.stderr}", found.get("Merge requests merged") ==
                  {"2019-08": 1, "2019-09": 0} and found.get("Merge-request time to merge") == {"2019-08": hours})
        done = imported("gitlab", "--user", "tkuah", "--since", "2019-07", "--until", "2019-09", "--url", service.url)
        check("what is open does not count", done.returncode == 1 and "[I0102]" in done.stderr)


def main():
    parts = 0
    if install():
        described()
        recorded()
        parts += 2
    else:
        print("skipped: the packages of npm cannot be had")
    answer = merge_requests()
    if answer:
        gitlab(answer)
        parts += 1
    else:
        print("skipped: the recording of GitLab cannot be had")
    print(f"{parts} parts, {len(FAULTS)} faults")
    sys.exit(1 if FAULTS else 0 if parts else 77)


if __name__ == "__main__":
    main()
