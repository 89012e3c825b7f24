#!/usr/bin/env python3
"""The importer against every scenario of badserver.py, over http on loopback and over https.

usage: hostile.py PROGRAM [--only a,b] [--max-rss MB] [--plain]

Each run is given a token and a profile to write into. Expected are the outcome ("ok": exit status 0; "fail": 4),
the most seconds and the fewest, and the most requests. In every run:
  - no signal ends it, it stays below the memory allowed, and it is done in time;
  - the token is in no address, in no request to another server, on no stream, in no file of the cache;
  - no control character reaches standard error; a failure says what, which request, and what to do;
  - after a failure standard output is empty, the profile is as it was, and no other file is there.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
TOKEN = "glpat-MARKED0token0that0must0not0be0seen"
PROFILE = b'{"person": {"role": "Technical Writer"},\n "ask": {"preferred": {"office_days": 2}}}\n'
PATIENCE = 3  # seconds, of --timeout

# outcome, most seconds, fewest, most requests
EXPECT = {
    "ok": ("ok", 5, 0, 1), "ok-gzip": ("ok", 5, 0, 1), "ok-chunked": ("ok", 5, 0, 1), "ok-pages": ("ok", 5, 0, 3),
    "redirect-ok": ("ok", 5, 0, 2), "flaky": ("ok", 20, 2, 3), "limited": ("ok", 20, 1, 2),
    "limited-date": ("ok", 20, 1, 3), "limited-github": ("ok", 20, 1, 3), "many-cookies": ("either", 10, 0, 1),
    "odd-dates": ("fail", 5, 0, 1), "evil-text": ("ok", 5, 0, 1), "wrong-fields": ("fail", 5, 0, 1),
    "limited-ever": ("fail", 40, 2, 3), "always-500": ("fail", 40, 2, 3), "limited-absurd": ("fail", 3, 0, 1),
    "limited-nonsense": ("fail", 40, 2, 3), "limited-overflow": ("fail", 3, 0, 1), "redirect-loop": ("fail", 5, 0, 4),
    "redirect-long": ("fail", 5, 0, 4), "next-self": ("fail", 5, 0, 2), "next-endless": ("fail", 25, 0, 100),
    "next-other": ("fail", 5, 0, 1), "next-file": ("fail", 5, 0, 1), "status-304": ("fail", 5, 0, 1),
    "redirect-nowhere": ("fail", 5, 0, 1), "empty": ("fail", 10, 2, 3),
}
DEFAULT = ("fail", 15, 0, 3)
ELSEWHERE = {"redirect-file", "redirect-gopher", "redirect-ftp", "redirect-other", "redirect-port", "redirect-downgrade",
             "redirect-nowhere", "redirect-none", "redirect-terminal"}


def run(words, env):
    """status (negative: a signal; None: hangs), seconds, megabytes, stdout, stderr"""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        # A file that grows past this would be a fault of its own.
        child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env, start_new_session=True,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 26, 1 << 26)))
        hung = False
        while True:
            pid, status, used = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if not hung and time.monotonic() - start > 60:
                hung = True
                os.killpg(child.pid, signal.SIGKILL)
            time.sleep(0.01)
        child.returncode = 0
        took = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        code = None if hung else os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
        return code, took, used.ru_maxrss / 1024, out.read(1 << 24), err.read(1 << 20)


def streams(code, stdout, stderr, outcome):
    if code and not re.search(rb"error: .*: GET https?://.*\[I00\d\d\]\n +(?:= )?help: ", stderr):
        yield "does not say what, which request, and what to do"
    if code and stdout:
        yield "prints something though it failed"
    if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", stderr) or re.search(rb"\xc2[\x80-\x9f]", stderr):
        yield "control characters on stderr"
    if TOKEN.encode() in stdout + stderr:
        yield "the token on a stream"
    if code is None:
        yield "hangs"
    elif code < 0:
        yield f"ends by signal {-code}"
    elif code not in {"ok": (0,), "fail": (4,), "either": (0, 4)}[outcome]:
        yield f"exit status {code}"


def places(folder, code):
    """What is in the folder afterwards: the profile, and kept answers that nobody else may read."""
    profile = folder / "profile.json"
    if code and profile.read_bytes() != PROFILE:
        yield "the profile changed though it failed"
    if code == 0 and b"Merge requests merged" not in profile.read_bytes():
        yield "the profile did not get the numbers"
    for path in folder.rglob("*"):
        if path.is_file() and path != profile:
            if not re.fullmatch(r"cache/rtopitch/http/[0-9a-f]{64}", str(path.relative_to(folder))):
                yield f"leaves {path.name}"
            elif path.stat().st_mode & 0o077:
                yield "others may read a kept answer"
            elif TOKEN.encode() in path.read_bytes():
                yield "the token in the cache"


def requests_of(log, path, server):
    found = []
    for line in log.read_text(encoding="utf-8").splitlines():
        request = json.loads(line)
        if request["path"].lstrip("/").split("?")[0].split("/")[0] == path and request["server"] == server:
            found.append(request)
    return found


def attempt(options, state, ports, name, path, server):
    outcome, longest, least, most = EXPECT.get(name, DEFAULT)
    origin = f"{'https' if server.startswith('https') else 'http'}://127.0.0.1:{ports[server]}"
    if name.startswith("certificate"):
        outcome = "fail"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "profile.json").write_bytes(PROFILE)
        (folder / "cache").mkdir()
        words = [options.program, "import", "gitlab", "--user", "ada", "--since", "2026-09", "--date", "2026-11-22",
                 "--timeout", str(PATIENCE), "--url", f"{origin}/{path}", "--into", str(folder / "profile.json")]
        if server.startswith("https"):
            words += ["--cacert", str(state / "ca.pem")]
        env = {**os.environ, "GITLAB_TOKEN": TOKEN, "GITLAB_HOST": origin, "XDG_CACHE_HOME": str(folder / "cache"),
               "http_proxy": "http://127.0.0.1:9"}  # of which plain loopback must know nothing
        code, took, rss, stdout, stderr = run(words, env)
        wrong = [*streams(code, stdout, stderr, outcome), *places(folder, code)]
    asked = requests_of(state / "requests.log", path, server)
    if not least <= took <= longest + options.slack:
        wrong.append(f"takes {took:.1f} s, not {least} to {longest}")
    if name.startswith("certificate") and asked:
        wrong.append("asks a server whose certificate is wrong")
    elif path not in ELSEWHERE and name != "ok" and len(asked) > most:
        wrong.append(f"{len(asked)} requests, more than {most}")
    if any(TOKEN in request["path"] for request in asked):
        wrong.append("the token in an address")
    if asked and TOKEN not in asked[0]["headers"].get("authorization", ""):
        wrong.append("asks without the token")
    if rss > options.max_rss:
        wrong.append(f"{rss:.0f} MB of memory")
    said = stderr.decode(errors="replace").splitlines()
    return wrong, f"{server:16} {name:28} status {code} {took:5.1f} s {rss:5.0f} MB {len(asked):3} requests", said


def foreign(log):
    """Nothing may arrive at the second server, nor at plain http but by the redirect that began there."""
    plain = 0
    for line in log.read_text(encoding="utf-8").splitlines():
        request = json.loads(line)
        if request["server"] == "other":
            yield f"a request to another server: {request['path']}"
        plain += request["server"] == "http" and request["path"] == "/ok"
    if plain > 1:
        yield "a request that left https"


def all_runs(options, state):
    words = [sys.executable, str(HERE / "badserver.py"), "--dir", str(state)] + ([] if options.plain else ["--tls"])
    server = subprocess.Popen(words)
    try:
        for _ in range(300):
            if (state / "ports.json").exists():
                break
            time.sleep(0.1)
        ports = json.loads((state / "ports.json").read_text())
        listed = subprocess.run([sys.executable, str(HERE / "badserver.py"), "--list"], capture_output=True, text=True,
                                check=True).stdout
        names = [line.split()[0] for line in listed.splitlines()]
        jobs = [(n, n, "http") for n in names if n != "redirect-downgrade"]
        if not options.plain:
            # What the wire is made of matters to few of them twice.
            jobs += [(n, n, "https") for n in names if n.startswith(("ok", "redirect", "next", "silent", "truncated"))]
            jobs += [("certificate expired", "ok", "https_expired"), ("certificate of another", "ok", "https_wrong_name")]
        if options.only:
            jobs = [job for job in jobs if job[0] in options.only.split(",")]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            results = list(pool.map(lambda job: attempt(options, state, ports, *job), jobs))
        return results, list(foreign(state / "requests.log"))
    finally:
        server.terminate()
        server.wait()


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("program")
    reader.add_argument("--only")
    reader.add_argument("--max-rss", type=int, default=120)
    reader.add_argument("--slack", type=float, default=5, help="seconds more that a busy machine may take")
    reader.add_argument("--plain", action="store_true", help="http alone")
    reader.add_argument("--verbose", action="store_true")
    options = reader.parse_args()
    options.program = str(pathlib.Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as state:
        results, strays = all_runs(options, pathlib.Path(state))
    bad = 0
    for wrong, line, said in results:
        bad += bool(wrong)
        if wrong or options.verbose:
            print(f"{'FAIL' if wrong else 'ok  '} {line}  {'; '.join(wrong)}")
            print("\n".join(f"        {word}" for word in said[:4]))
    print("\n".join(strays))
    print(f"{len(results)} runs, {bad} not as expected, {len(strays)} strays")
    sys.exit(1 if bad or strays or not results else 0)


if __name__ == "__main__":
    main()
