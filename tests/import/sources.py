#!/usr/bin/env python3
"""The sources against stand-ins that filter and page as the services document it. All records are invented.

usage: sources.py PROGRAM [PART OF A NAME]

Every run is given a marked token; it must reach the service and nothing else: no stream, no file, no address.
"""
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

import standin

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TOKEN = standin.TOKEN
PROFILE = {"person": {"role": "Technical Writer"}, "ask": {"preferred": {"office_days": 2}}}
MONTHS = {"2026-07": 2, "2026-08": 0, "2026-09": 130, "2026-10": 3}
CASES = []


def case(function):
    CASES.append(function)
    return function


class Result:
    def __init__(self, place, done):
        self.place, self.status = place, done.returncode
        self.out, self.err = done.stdout.decode(), done.stderr.decode()

    def metrics(self):
        return {m["name"]: m for m in json.loads(self.out)["history"]["metrics"]}


class Place:
    """A folder with a cache of its own, and an environment without anybody's tokens."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        kept = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "HOME")
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env["XDG_CACHE_HOME"] = str(self.folder)

    def run(self, *words, date="2026-11-22", status=0, **env):
        done = subprocess.run([PROGRAM, "import", *words, "--date", date], capture_output=True, check=False, timeout=60,
                              stdin=subprocess.DEVNULL, env={**self.env, **env}, cwd=self.folder)
        result = Result(self, done)
        assert result.status == status, f"status {result.status}: {result.err}"
        self.assert_secret(result.out, result.err)
        return result

    def assert_secret(self, *texts):
        login = standin.basic("ada@example.com", TOKEN).encode()
        for text in [*(t.encode() for t in texts), *(p.read_bytes() for p in self.folder.rglob("*") if p.is_file())]:
            assert TOKEN.encode() not in text and login not in text, "the token is told"

    def kept(self):
        return sorted((self.folder / "rtopitch/http").glob("*"))


def github(place, service, *words, **more):
    return place.run("github", "--user", "ada", "--since", "2026-06", "--api-url", service.url, *words,
                     GH_ENTERPRISE_TOKEN=TOKEN, **more)


# ---- what is counted

@case
def github_counts_months_and_medians(place):
    with standin.Service(standin.github(MONTHS, {"2026-09": 4})) as service:
        found = github(place, service, "--reviews").metrics()
    merged = found["Pull requests merged"]
    assert merged["values"] == {"2026-07": 2, "2026-08": 0, "2026-09": 130, "2026-10": 3}, merged
    assert merged["x-import"]["count"] == 135 and merged["x-import"]["date"] == "2026-11-22"
    assert "author:ada" in merged["x-import"]["query"] and "weak evidence" in merged["x-import"]["definition"]
    assert merged["source"].startswith("GitHub, ") and "135" in merged["source"] and "2026-11-22" in merged["source"]
    time_to = found["Pull-request time to merge"]
    assert time_to["values"]["2026-07"] == 1.5 and "2026-08" not in time_to["values"], time_to
    assert time_to["better"] == "lower" and time_to["unit"] == "h"
    assert found["Reviews given"]["values"] == {"2026-09": 4, "2026-10": 0}
    # Five months merged, one of them on two pages, and five reviewed.
    assert len(service.requests) == 11, len(service.requests)
    assert all(r["headers"]["authorization"] == f"Bearer {TOKEN}" for r in service.requests)


@case
def github_counts_only(place):
    with standin.Service(standin.github(MONTHS)) as service:
        found = github(place, service, "--count-only").metrics()
    assert list(found) == ["Pull requests merged"] and len(service.requests) == 5
    assert all("per_page=1" in r["path"].split("&")[-1] for r in service.requests)


@case
def github_shows_a_thousand_at_most(place):
    with standin.Service(standin.github({"2026-10": 1234})) as service:
        found = place.run("github", "--user", "ada", "--since", "2026-10", "--api-url", service.url).metrics()
    assert found["Pull requests merged"]["values"] == {"2026-10": 1234}
    assert found["Pull-request time to merge"]["x-import"]["count"] == 1000 and len(service.requests) == 10


@case
def github_limits_to_an_organisation_and_a_repository(place):
    with standin.Service(standin.github(MONTHS)) as service:
        github(place, service, "--org", "example", "--repo", "example/x.y")
    assert all("org:example repo:example/x.y" in urllib.parse.unquote_plus(r["path"]) for r in service.requests)


@case
def gitlab_counts_months_and_medians(place):
    for headers in (True, False):
        with standin.Service(standin.gitlab(MONTHS, headers)) as service:
            found = place.run("gitlab", "--user", "Ada", "--since", "2026-06", "--url", service.url, "--no-cache",
                              GITLAB_TOKEN=TOKEN, GITLAB_HOST=service.url).metrics()
        assert found["Merge requests merged"]["values"] == {"2026-07": 2, "2026-08": 0, "2026-09": 130, "2026-10": 3}
        assert found["Merge-request time to merge"]["values"]["2026-07"] == 1.5
        assert len(service.requests) == 2 and service.requests[0]["headers"]["authorization"] == f"Bearer {TOKEN}"


@case
def gitlab_counts_what_an_old_server_sends_unfiltered(place):
    with standin.Service(standin.gitlab({"2026-01": 9, **MONTHS}, ignores_filters=True)) as service:
        done = place.run("gitlab", "--user", "ada", "--since", "2026-06", "--url", service.url)
    assert done.metrics()["Merge requests merged"]["x-import"]["count"] == 135
    assert "1 merged without a day" in done.err


@case
def gitlab_looks_into_a_project_or_group(place):
    with standin.Service(standin.gitlab(MONTHS)) as service:
        place.run("gitlab", "--user", "ada", "--url", service.url, "--project", "a b/c")
        place.run("gitlab", "--user", "ada", "--url", service.url, "--group", "a/b")
    assert service.requests[0]["path"].startswith("/api/v4/projects/a%20b%2Fc/merge_requests?")
    assert service.requests[-1]["path"].startswith("/api/v4/groups/a%2Fb/merge_requests?")


def jira(place, service, *words, **more):
    return place.run("jira", "--email", "ada@example.com", "--since", "2026-06", "--url", service.url, *words,
                     JIRA_TOKEN=TOKEN, **more)


@case
def jira_lists_by_token(place):
    for quirk in (None, "token at the end"):
        with standin.Service(standin.jira(MONTHS, quirk)) as service:
            found = jira(place, service, "--project", 'X"Y', "--jql", "type = Bug").metrics()
        assert found["Issues resolved"]["values"] == {"2026-07": 2, "2026-08": 0, "2026-09": 130, "2026-10": 3}
        assert found["Time to resolve"]["values"]["2026-07"] == 0.1 and found["Time to resolve"]["unit"] == "days"
        assert len(service.requests) == 2
        assert all(r["headers"]["authorization"] == standin.basic("ada@example.com", TOKEN) for r in service.requests)
        assert "project%20%3D%20%22X%5C%22Y%22%20AND%20%28type%20%3D%20Bug%29" in service.requests[0]["path"]


@case
def jira_counts_by_post(place):
    with standin.Service(standin.jira(MONTHS)) as service:
        found = jira(place, service, "--count-only").metrics()
    assert found["Issues resolved"]["values"] == {"2026-07": 2, "2026-08": 0, "2026-09": 130, "2026-10": 3}
    assert list(found) == ["Issues resolved"] and "approximate" in found["Issues resolved"]["x-import"]["definition"]
    assert {r["method"] for r in service.requests} == {"POST"} and not place.kept()


@case
def jira_pages_that_do_not_end_well(place):
    for quirk, words in (("no token", "there is more"), ("same token", "page")):
        with standin.Service(standin.jira(MONTHS, quirk)) as service:
            done = jira(place, service, status=4)
        assert words in done.err and not done.out, done.err


# ---- what is refused

def altered(answer, change):
    def new(request, path, query, body):
        status, headers, data = answer(request, path, query, body)
        return status, headers, change(data) or data
    return new


@case
def an_incomplete_count_is_refused(place):
    with standin.Service(altered(standin.github(MONTHS), lambda d: {**d, "incomplete_results": True})) as service:
        done = github(place, service, status=4)
    assert "[I0012]" in done.err and len(service.requests) == 1


@case
def fewer_records_than_counted_are_refused(place):
    with standin.Service(altered(standin.github(MONTHS), lambda d: {**d, "items": d["items"][1:]})) as service:
        assert "counts 2 pull requests and sent 1" in github(place, service, status=4).err
    with standin.Service(altered(standin.gitlab(MONTHS), lambda d: d[1:])) as service:
        done = place.run("gitlab", "--user", "ada", "--url", service.url, status=4)
    assert "[I0012]" in done.err


@case
def answers_of_another_shape_are_refused(place):
    shapes = ([], {}, 7, None, {"total_count": -1}, {"total_count": 1.5}, {"total_count": "1"}, {"total_count": 1e300},
              {"total_count": 1}, {"total_count": 1, "incomplete_results": "no"},
              {"total_count": 1, "incomplete_results": False}, {"total_count": 1, "incomplete_results": False, "items": {}},
              {"total_count": 1, "incomplete_results": False, "items": [7]},
              {"total_count": 1, "incomplete_results": False, "items": [{"pull_request": 7, "created_at": "2026-01-01"}]},
              {"total_count": 1, "incomplete_results": False, "items": [
                  {"created_at": "2026-10-02T00:00:00Z", "pull_request": {"merged_at": "2026-10-01T00:00:00Z"}}]})
    for shape in shapes:
        with standin.Service(lambda *_words, shape=shape: (200, {}, json.dumps(shape).encode())) as service:
            done = github(place, service, status=4)
        assert "[I0009]" in done.err and "= help:" in done.err, (shape, done.err)
    for shape in ({}, [7], [{}], [{"state": "merged", "author": {"username": "ada"}}]):
        with standin.Service(lambda *_words, shape=shape: (200, {}, json.dumps(shape).encode())) as service:
            assert "[I0009]" in place.run("gitlab", "--user", "ada", "--url", service.url, status=4).err, shape
    for shape in ([], {}, {"issues": 7}, {"issues": [{}]}, {"issues": [{"fields": {"created": 7}}]}):
        with standin.Service(lambda *_words, shape=shape: (200, {}, json.dumps(shape).encode())) as service:
            assert "[I0009]" in jira(place, service, status=4).err, shape


@case
def nothing_found_is_an_error(place):
    with standin.Service(standin.github({})) as service:
        assert "[I0102]" in github(place, service, status=1).err


@case
def months_and_names_are_checked_before_anybody_is_asked(place):
    with standin.Service(standin.github(MONTHS)) as service:
        for words in (["--since", "2026"], ["--until", "2027-01"], ["--since", "2026-11"], ["--since", "2001-01"],
                      ["--until", "x"], ["--user", "a b"], ["--user", 'a"'], ["--repo", "a"], ["--org", "a/b"],
                      ["--api-url", "http://github.example.com"], ["--api-url", "https://ada:x@github.example.com"],
                      ["--api-url", "https://github.example.com/api?token=x"],
                      ["--timeout", "0"], ["--token", "x"], ["--cacert"]):
            assert place.run("github", "--user", "ada", "--api-url", service.url, *words, status=2).err, words
        assert "[I0204]" in place.run("github", "--api-url", service.url, status=2).err
        assert "[I0204]" in place.run("gitlab", "--url", service.url, status=2).err
        for words in ([], ["--url", service.url], ["--url", service.url, "--email", "a:b"]):
            assert "[I0204]" in place.run("jira", *words, status=2).err, words
        assert "[U0014]" in place.run("gitxub", status=2).err
        assert "not over" in place.run("github", "--user", "ada", "--api-url", service.url, "--until", "2026-11").err
        assert place.run("github", "--user", "ada", "--api-url", service.url, "--cacert", "none.pem", status=3).err
    assert len(service.requests) == 25, "one run was right"


# ---- whose token

@case
def a_token_goes_to_its_own_server_alone(place):
    with standin.Service(standin.github(MONTHS)) as service:
        words = ["github", "--user", "ada", "--since", "2026-10", "--api-url", service.url]
        for name in ("GH_TOKEN", "GITHUB_TOKEN"):
            done = place.run(*words, **{name: TOKEN})
            assert f"{name} belongs to another server" in done.err and "GH_ENTERPRISE_TOKEN" in done.err
    assert all("authorization" not in r["headers"] for r in service.requests)
    with standin.Service(standin.gitlab(MONTHS)) as service:
        for host in ("", "https://gitlab.com", "127.0.0.1", "http://127.0.0.1:1"):
            done = place.run("gitlab", "--user", "ada", "--url", service.url, GITLAB_TOKEN=TOKEN, GITLAB_HOST=host)
            assert "GITLAB_HOST" in done.err, host
    assert all("authorization" not in r["headers"] for r in service.requests)


@case
def a_token_comes_from_a_file_that_is_private(place):
    path = place.folder / "token"
    with standin.Service(standin.github(MONTHS)) as service:
        words = ["github", "--user", "ada", "--since", "2026-10", "--api-url", service.url, "--token-file", str(path)]
        assert "[O0001]" in place.run(*words, status=3).err
        for text, mode, status in (("filed\n", 0o600, 0), ("filed\n", 0o640, 2), ("", 0o600, 2), ("a\nX-Evil: b", 0o600, 2)):
            path.write_text(text)
            path.chmod(mode)
            place.run(*words, status=status, GH_ENTERPRISE_TOKEN="other")
        assert "no token" in place.run("github", "--user", "ada", "--api-url", service.url, status=2,
                                       GH_ENTERPRISE_TOKEN="a\r\nX-Evil: b").err
    assert [r["headers"]["authorization"] for r in service.requests] == ["Bearer filed"]
    with standin.Service(standin.jira(MONTHS)) as service:
        assert "[I0201]" in place.run("jira", "--email", "a@b", "--url", service.url, status=2).err
    assert not service.requests


@case
def requests_can_be_seen_without_asking(place):
    with standin.Service(standin.github(MONTHS)) as service:
        done = github(place, service, "--dry-run", "--into", "none.json")
        jira_done = jira(place, service, "--dry-run", "--count-only")
    assert len(done.out.splitlines()) == 5 and all(line.startswith("GET http") for line in done.out.splitlines())
    assert jira_done.out.startswith("POST http") and '{"jql"' in jira_done.out
    assert not service.requests and not place.kept()


# ---- into a profile

@case
def a_profile_takes_new_numbers_and_keeps_everything_else(place):
    path = place.folder / "profile.json"
    path.write_text('{ "person": {"role": "Writer"},\r\n\t"history": {"metrics": [{"name": "Pull requests merged", "unit": "x",\r\n'
                    '\t\t"better": "higher", "margin": 3, "values": {"2020-01": 1}, "x-mine": [1, 2]}]},\r\n'
                    '\t"ask": {"preferred": {"office_days": 2}} }\r\n')
    path.chmod(0o640)
    before = path.read_bytes()
    with standin.Service(standin.github(MONTHS)) as service:
        done = github(place, service, "--into", str(path))
    after = path.read_bytes()
    assert '"Pull requests merged" had 1 value and has 4 now' in done.err, done.err
    assert '"Pull-request time to merge" is new' in done.err and not done.out
    metric = json.loads(after)["history"]["metrics"][0]
    assert metric["margin"] == 3 and metric["x-mine"] == [1, 2] and metric["values"]["2026-09"] == 130
    assert list(metric)[:6] == ["name", "unit", "better", "margin", "values", "x-mine"]
    assert after.startswith(before[:before.index(b'"unit"')]) and after.endswith(before[before.index(b',\r\n\t"ask"'):])
    assert path.stat().st_mode & 0o777 == 0o640
    built = subprocess.run([PROGRAM, "build", str(path), "--date", "2026-11-23"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr


@case
def a_profile_that_does_not_load_is_refused_first(place):
    path = place.folder / "profile.json"
    samples = {**PROFILE, "history": {"metrics": [{"name": "Pull requests merged", "better": "higher",
                                                   "samples": {"office": [1, 2], "remote": [2, 3]}}]}}
    with standin.Service(standin.github(MONTHS)) as service:
        for text, status in (("{", 1), ("{}", 1), ('{"x": 1}', 1)):
            path.write_text(text)
            github(place, service, "--into", str(path), status=status)
        assert not service.requests
        github(place, service, "--into", str(place.folder / "none.json"), status=3)
        assert not service.requests
        path.write_text(json.dumps(samples))
        assert "[I0101]" in github(place, service, "--into", str(path), status=1).err
        assert json.loads(path.read_text()) == samples


@case
def the_built_document_names_the_source(place):
    """As a new user would: from a fresh profile to results with their source."""
    path = place.folder / "profile.json"
    modes = [{"mode": "office", "from": "2026-01", "to": "2026-05"}, {"mode": "remote", "from": "2026-06"}]
    path.write_text(json.dumps({**PROFILE, "history": {"modes": modes}}))
    months = {f"2026-{m:02}": 9 + m + 3 * (m > 5) for m in range(1, 11)}
    with standin.Service(standin.github(months)) as service:
        place.run("github", "--user", "ada", "--since", "2026-01", "--api-url", service.url, "--into", str(path))
    built = subprocess.run([PROGRAM, "build", str(path), "--date", "2026-11-23"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    row = [line for line in built.stdout.splitlines() if line.startswith("| Pull requests merged")]
    for words in ("(GitHub, own pull requests by the month of merging, whatever their size, 160 in all", "counted on 2026-11-22"):
        assert row and words in row[0], f"its definition is not beside the number: {built.stdout}"


@case
def a_count_is_never_what_a_document_stands_on(place):
    """Whoever splits work counts more of it: the document says what was counted, and `check` that it is weak."""
    path = place.folder / "profile.json"
    modes = [{"mode": "office", "from": "2025-01", "to": "2025-12"}, {"mode": "remote", "from": "2026-01"}]
    months = {f"{y}-{m:02}": 5 + m % 3 + 7 * (y > 2025) for y in (2025, 2026) for m in range(1, 13)}
    runs = ((standin.github(months, months), "--api-url", ["github", "--user", "ada", "--reviews", "--count-only"]),
            (standin.github(months, months), "--api-url", ["github", "--user", "ada", "--reviews"]),
            (standin.gitlab(months), "--url", ["gitlab", "--user", "ada"]),
            (standin.jira(months), "--url", ["jira", "--email", "a@b.example", "--count-only"]),
            (standin.jira(months), "--url", ["jira", "--email", "a@b.example"]))
    for role in ("Backend Engineer", "Site Reliability Engineer", "Data Analyst", "Technical Writer"):
        for answer, option, words in runs:
            path.write_text(json.dumps({**PROFILE, "person": {"role": role}, "history": {"modes": modes}}))
            with standin.Service(answer) as service:
                place.run(*words, option, service.url, "--since", "2025-01", "--into", str(path), JIRA_TOKEN=TOKEN)
            for metric in json.loads(path.read_text())["history"]["metrics"]:
                if "time" in metric["name"].lower():
                    assert metric["better"] == "lower", metric
                    continue
                done = subprocess.run([PROGRAM, "check", str(path)], capture_output=True, text=True, check=False)
                said = " ".join(done.stdout.split())
                assert f"“{metric['name']}” convinces few on its own" in said, (role, metric["name"], done.stdout)
                assert f"stands on {metric['name'].lower()}" not in said, (role, done.stdout)
                built = subprocess.run([PROGRAM, "build", str(path), "--date", "2026-11-23"], capture_output=True, text=True,
                                       check=False)
                assert f"judged by {metric['name'].lower()}" not in built.stdout or "--count-only" in words, (role, built.stdout)


# ---- answers that are kept

def tagged(answer):
    def new(request, path, query, body):
        status, headers, data = answer(request, path, query, body)
        tag = f'"{abs(hash(request.path))}"'
        if request.headers.get("If-None-Match") == tag:
            return 304, {"ETag": tag}, b""
        return status, {**headers, "ETag": tag}, data
    return new


@case
def an_answer_that_did_not_change_is_not_sent_again(place):
    with standin.Service(tagged(standin.github(MONTHS))) as service:
        first = github(place, service)
        kept = place.kept()
        assert len(kept) == 6 and all(p.stat().st_mode & 0o777 == 0o600 for p in kept)
        asked = len(service.requests)
        second = github(place, service)
        assert second.out == first.out and len(service.requests) == 2 * asked
        assert all("if-none-match" in r["headers"] for r in service.requests[asked:])
        del service.requests[:]
        third = github(place, service, "--no-cache")
        place.run("github", "--user", "ada", "--since", "2026-06", "--api-url", service.url, GH_ENTERPRISE_TOKEN="somebody-else")
        assert third.out == first.out and all("if-none-match" not in r["headers"] for r in service.requests)
        for path in kept:  # a file that does not check out is as good as none
            path.write_bytes(path.read_bytes().replace(b'"total_count"', b'"total_xount"'))
        assert github(place, service).out == first.out


@case
def answers_are_kept_at_home_when_nothing_else_is_said(place):
    with standin.Service(tagged(standin.github(MONTHS))) as service:
        github(place, service, XDG_CACHE_HOME="", HOME=str(place.folder))
        assert len(list((place.folder / ".cache/rtopitch/http").iterdir())) == 6
        github(place, service, XDG_CACHE_HOME="relative", HOME="/nonexistent")
    assert not (place.folder / "relative").exists()


@case
def answers_that_were_refused_are_not_kept(place):
    with standin.Service(tagged(altered(standin.github(MONTHS), lambda d: {**d, "incomplete_results": True}))) as service:
        github(place, service, status=4)
    assert not place.kept()


@case
def a_server_that_repeats_the_token_is_not_repeated(place):
    """In the next page's address, in a tag, in what it counts: neither a message nor the cache has it."""
    def echo(request, path, query, _body):
        said = request.headers["Authorization"].split()[1]
        if "page" in query:
            return 500, {}, {}
        # The last month has a next page; the months before are accepted, and would be kept.
        more = {"Link": f'<{request.server.url}{path}?page=2&said={said}>; rel="next"'} if "2026-10" in request.path else {}
        status, headers, data = standin.github({"2026-09": 1, "2026-10": 120})(request, path, query, _body)
        return status, {**headers, "ETag": f'"{said}"' if "2026-07" in request.path else '"x"', **more}, {**data, "said": said}

    def redirect(request, path, query, _body):
        return 302, {"Location": f"/{'x' if 'moved' in path else 'moved'}?said={request.headers['Authorization'].split()[1]}"}, {}

    with standin.Service(echo) as service:
        done = github(place, service, status=4)  # which looks for the token in everything
        assert "status 500" in done.err and "merged%3A2026-10-01" in done.err and "page 2" in done.err, done.err
    with standin.Service(redirect) as service:
        assert "[I0010]" in github(place, service, status=4).err


@case
def answers_are_not_kept_where_others_may_write(place):
    folder = place.folder / "rtopitch/http"
    with standin.Service(tagged(standin.github(MONTHS))) as service:
        for mode, kept in ((0o777, 0), (0o720, 0), (0o700, 6)):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(mode)
            github(place, service)
            assert len(place.kept()) == kept, oct(mode)
        elsewhere = place.folder / "elsewhere"
        elsewhere.mkdir()
        folder.rename(place.folder / "before")
        folder.symlink_to(elsewhere)
        github(place, service)
    assert not list(elsewhere.iterdir()), "a link may be somebody else's"


@case
def asking_without_a_token_is_told(place):
    """What is private is not counted then, and nobody would see it in the number."""
    with standin.Service(standin.github(MONTHS)) as service:
        done = place.run("github", "--user", "ada", "--since", "2026-10", "--api-url", service.url)
        assert "[I0306]" in done.err and "GH_ENTERPRISE_TOKEN" in done.err, done.err
        assert "[I0306]" not in github(place, service).err
    with standin.Service(standin.gitlab(MONTHS)) as service:
        assert "GITLAB_TOKEN" in place.run("gitlab", "--user", "ada", "--url", service.url).err


# ---- the rest of the world

@case
def no_network_ends_in_a_word(place):
    for url, words in (("https://rtopitch-test.invalid", "[I0001]"), ("https://127.0.0.1:9", "[I0001]")):
        done = place.run("github", "--user", "ada", "--api-url", url, "--since", "2026-10", "--timeout", "5", status=4)
        assert words in done.err and "= help:" in done.err, done.err
    done = place.run("github", "--user", "ada", "--since", "2026-10", "--timeout", "5", status=4,
                     https_proxy="http://127.0.0.1:9", GH_TOKEN=TOKEN)
    assert "[I0001]" in done.err, done.err


@case
def a_proxy_is_asked_without_the_token(place):
    with standin.Service(lambda *_words: (407, {"Proxy-Authenticate": "Basic"}, b"")) as proxy:
        for name in ("https_proxy", "ALL_PROXY"):
            done = place.run("github", "--user", "ada", "--since", "2026-10", "--timeout", "5", status=4, GH_TOKEN=TOKEN,
                             **{name: proxy.url})
            assert "proxy" in done.err and "[I0001]" in done.err, done.err
    assert [(r["method"], r["path"]) for r in proxy.requests] == [("CONNECT", "api.github.com:443")] * len(proxy.requests)
    assert proxy.requests and TOKEN not in str(proxy.requests)
    with standin.Service(standin.github(MONTHS)) as service, standin.Service(lambda *_words: (200, {}, b"")) as proxy:
        github(place, service, http_proxy=proxy.url, ALL_PROXY=proxy.url)
    assert service.requests and not proxy.requests, "plain http is for this computer alone"


@case
def without_its_program_it_says_so(place):
    alone = place.folder / "bin"
    alone.mkdir()
    shutil.copy(PROGRAM, alone / "rtopitch")
    done = subprocess.run([alone / "rtopitch", "import", "github"], capture_output=True, text=True, check=False, env=place.env)
    assert done.returncode == 3 and "[O0030]" in done.stderr and "libcurl" in done.stderr, done.stderr
    (alone / "rtopitch-import").write_text("not a program")
    (alone / "rtopitch-import").chmod(0o755)
    done = subprocess.run([alone / "rtopitch", "import", "github"], capture_output=True, text=True, check=False, env=place.env)
    assert done.returncode == 3 and "cannot be run" in done.stderr, done.stderr


@case
def a_terminal_sees_how_far_it_is(place):
    with standin.Service(standin.github(MONTHS)) as service:
        child, terminal = pty.fork()
        if child == 0:
            words = ["github", "--user", "ada", "--since", "2026-09", "--date", "2026-11-22", "--api-url", service.url]
            os.execve(PROGRAM, [PROGRAM, "import", *words], {**place.env, "GH_ENTERPRISE_TOKEN": TOKEN, "NO_COLOR": "1"})
        seen = b""
        try:
            while part := os.read(terminal, 4096):
                seen += part
        except OSError:  # the other end is closed
            pass
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"\r\x1b[K2026-09, 1 of 2\r\x1b[K2026-10, 2 of 2\r\x1b[K" in seen, seen
    assert TOKEN.encode() not in seen


@case
def an_interrupt_leaves_nothing(place):
    path = place.folder / "profile.json"
    path.write_text(json.dumps(PROFILE))

    def slow(request, *words):
        time.sleep(0.2)
        return standin.github(MONTHS)(request, *words)

    with standin.Service(slow) as service:
        child = subprocess.Popen([PROGRAM, "import", "github", "--user", "ada", "--api-url", service.url, "--into", str(path)],
                                 env={**place.env, "GH_ENTERPRISE_TOKEN": TOKEN}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not service.requests:
            time.sleep(0.01)
        words = pathlib.Path(f"/proc/{child.pid}/cmdline").read_bytes()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert child.returncode == -signal.SIGINT and not out
    assert TOKEN.encode() not in words + err and json.loads(path.read_text()) == PROFILE
    assert [p.name for p in place.folder.iterdir() if p.is_file()] == ["profile.json"]


@case
def help_options_and_status_pass_through(place):
    def ask(*words):
        return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=False, env=place.env)
    for words in (["import", "--help"], ["help", "import"], ["import", "-h"]):
        done = ask(*words)
        assert done.returncode == 0 and done.stdout.startswith("Usage: rtopitch import SOURCE"), words
        assert re.search(r"^  github .*^  gitlab .*^  jira ", done.stdout, re.MULTILINE | re.DOTALL)
    assert ask("import", "jira", "--help").stdout.startswith("Usage: rtopitch import jira [OPTIONS]")
    assert "libcurl" in ask("import", "--version").stdout
    done = ask("--diagnostics=json", "import", "github")
    assert done.returncode == 2 and json.loads(done.stderr)["code"] == "I0204"
    for source, name in (("github", "GH_TOKEN"), ("github", "GH_ENTERPRISE_TOKEN"), ("gitlab", "GITLAB_TOKEN"), ("jira", "JIRA_TOKEN")):
        assert name in ask("import", source, "--help").stdout, f"where {source}'s token goes is not said"
    done = ask("import", "--into", "p.json", "github", "--user", "ada")
    assert done.returncode == 2 and "comes first" in done.stderr, done.stderr
    assert all(len(line) <= 80 for source in ("github", "gitlab", "jira") for line in
               ask("import", source, "--help").stdout.splitlines())


def main():
    bad, run = 0, 0
    for function in CASES:
        if len(sys.argv) > 2 and sys.argv[2] not in function.__name__:
            continue
        run += 1
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Place(folder))
            except Exception as error:  # each case tells what is wrong with it, and the next one runs
                bad += 1
                print(f"FAIL {function.__name__.replace('_', ' ')}: {type(error).__name__}: {error}"[:2000])
        if os.environ.get("TIMES"):
            print(f"{time.monotonic() - start:5.1f} {function.__name__}")
    print(f"{run} cases, {bad} wrong")
    sys.exit(1 if bad or not run else 0)


if __name__ == "__main__":
    main()
