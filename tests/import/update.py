#!/usr/bin/env python3
"""`rtopitch evidence update`: what is installed, what is refused, and what the program does with it afterwards.
The studies and rules in here are invented.

usage: update.py PROGRAM"""
import hashlib
import http.server
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import threading

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
FAULTS = []
STUDY = {"id": "invented-study-2026", "claim": "An invented study says nothing about anything.", "direction": "supports",
         "arrangement": ["any"], "concerns": ["productivity"], "roles": ["any"], "design": "survey", "sample": "12 invented people",
         "year": 2026, "authors": ["Nobody"], "title": "An invented title", "doi": "", "url": "https://example.org/invented",
         "strength": "D", "caveat": "It is invented.", "verified": "abstract"}
RULES = {"module": "invented", "rules": [{"id": "invented.note", "when": {"fact": "metrics.count", "is": 0}, "private": True, "point": {
    "section": "readiness", "slot": "missing", "strength": 1, "text": "An invented sentence."},
    "examples": [{"facts": {"metrics.count": 0}, "fires": True}, {"facts": {"metrics.count": 1}, "fires": False}]}]}


def library(**changes):
    return json.dumps({"items": [{**STUDY, **changes}]}).encode()


def sum_of(data):
    return hashlib.sha256(data).hexdigest()


class Place:
    """A home of its own for each case."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.env = {**os.environ, "XDG_DATA_HOME": str(self.data), "HOME": str(self.folder), "NO_COLOR": "1", "no_proxy": "127.0.0.1"}

    def run(self, *words):
        return subprocess.run([PROGRAM, *words], cwd=self.folder, env=self.env, capture_output=True, text=True, check=False,
                              stdin=subprocess.DEVNULL, timeout=60)

    def write(self, name, data):
        (self.folder / name).write_bytes(data)
        return name

    def update(self, name):
        return self.data / "rtopitch" / "updates" / name


def hold(what, condition, seen=""):
    if not condition:
        FAULTS.append(f"{what}: {seen}")


def refused(what, done, status, words):
    hold(what, done.returncode == status and words in done.stderr, f"exit {done.returncode}: {done.stderr}{done.stdout}")


def with_a_sum(place):
    data = library()
    place.write("new.json", data)
    done = place.run("evidence", "update", "new.json", "--sha256", sum_of(data).upper(), "--yes")
    hold("installs", done.returncode == 0 and "1 new, 0 changed" in done.stdout, done.stderr + done.stdout)
    hold("is the file, for its owner only", place.update("evidence.json").read_bytes() == data and
         place.update("evidence.json").stat().st_mode & 0o777 == 0o600)
    hold("is read afterwards", "An invented study" in place.run("evidence", STUDY["id"]).stdout)
    hold("is left out", place.run("evidence", STUDY["id"], "--no-updates").returncode == 2)
    again = place.run("evidence", "update", "new.json", "--sha256", sum_of(data), "--yes")
    hold("a second time", again.returncode == 0, again.stderr)


def beside(place):
    data = library(claim="Another invented claim.")
    place.write("new.json", data)
    place.write("new.json.sha256", f"{sum_of(data)}  new.json\n".encode())
    hold("takes the sum beside it", place.run("evidence", "update", "new.json", "--yes").returncode == 0)
    newer = library(claim="A third invented claim.")
    place.write("new.json", newer)
    place.write("new.json.sha256", sum_of(newer).encode())
    done = place.run("evidence", "update", "new.json", "--yes")
    hold("keeps the one before", place.update("evidence.json.before").read_bytes() == data and ".before" in done.stdout, done.stdout)
    hold("and does not read it", "A third" in place.run("evidence", STUDY["id"]).stdout)


def against_what_is_installed(place):
    """What is shown is what would change for this user, not against the program as it came."""
    second = {**STUDY, "id": "second-invented-2026"}
    both, one, newer = (json.dumps({"items": items}).encode() for items in ([STUDY, second], [second], [{**second, "year": 2025}]))
    seen = []
    for data in (both, both, one, newer):
        place.write("new.json", data)
        seen.append(place.run("evidence", "update", "new.json", "--sha256", sum_of(data), "--yes"))
        hold("installs or has it", seen[-1].returncode == 0, seen[-1].stderr)
    hold("two are new", "2 new, 0 changed" in seen[0].stdout, seen[0].stdout)
    hold("the same file again", "is installed already" in seen[1].stdout and "2 as they are" in seen[1].stdout, seen[1].stdout)
    hold("one goes", "0 new, 0 changed, 1 as they are" in seen[2].stdout and "  gone     invented-study-2026" in seen[2].stdout, seen[2].stdout)
    hold("one is installed for what it leaves out", "installed: " in seen[2].stdout, seen[2].stdout)
    hold("one changes", "0 new, 1 changed" in seen[3].stdout, seen[3].stdout)
    hold("the one before is the one before", place.update("evidence.json.before").read_bytes() == one)
    place.update("evidence.json").write_text("{")
    place.write("new.json", both)
    mended = place.run("evidence", "update", "new.json", "--sha256", sum_of(both), "--yes", "--timeout", "5")
    hold("a newer one mends a broken one", mended.returncode == 0 and "2 new" in mended.stdout, mended.stderr)


def bad(place):
    data = library()
    place.write("new.json", data)
    refused("no sum", place.run("evidence", "update", "new.json", "--yes"), 1, sum_of(data))
    refused("another sum", place.run("evidence", "update", "new.json", "--sha256", "0" * 64, "--yes"), 1, "I0403")
    refused("no sum at all", place.run("evidence", "update", "new.json", "--sha256", "abc", "--yes"), 1, "I0402")
    refused("nobody to ask", place.run("evidence", "update", "new.json", "--sha256", sum_of(data)), 2, "U0043")
    refused("no file", place.run("evidence", "update", "none.json", "--yes"), 3, "none.json")
    refused("no name", place.run("evidence", "update"), 2, "U0042")
    for name, text in (("broken", b"{"), ("nothing", b"{}"), ("shape", library(year="x")), ("roles", b'{"roles": []}')):
        place.write("bad.json", text)
        refused(name, place.run("evidence", "update", "bad.json", "--sha256", sum_of(text), "--yes"), 1, "bad.json:1:")
    hold("nothing was installed", not place.data.exists())


def rules(place):
    data = json.dumps(RULES).encode()
    place.write("rules.json", data)
    done = place.run("evidence", "update", "rules.json", "--sha256", sum_of(data), "--yes")
    hold("rules are installed", done.returncode == 0 and place.update("rules-invented.json").exists(), done.stderr)
    place.write("p.json", b'{"person": {"role": "Analyst"}, "ask": {"preferred": {"office_days": 2}}}')
    hold("and tried", "invented.note" in place.run("rules").stdout)
    lost = json.loads(data)
    lost["rules"][0]["point"]["slot"] = "nowhere"
    place.write("lost.json", json.dumps(lost).encode())
    refused("a rule without a slot", place.run("evidence", "update", "lost.json", "--sha256", sum_of(json.dumps(lost).encode()), "--yes"),
            1, "lost.json:1:")
    place.update("rules-invented.json").write_text("{")
    refused("an update that broke says where", place.run("build", "p.json"), 1, "--no-updates")
    hold("and can be left out", place.run("build", "--no-updates", "p.json").returncode == 0)


def a_terminal(place):
    """The question, answered on a pseudo-terminal."""
    data = library()
    place.write("new.json", data)
    for answer, installed in ((b"n\n", False), (b"\n", False), (b"y\n", True)):
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(place.folder)
            os.execve(PROGRAM, [str(PROGRAM), "evidence", "update", "new.json", "--sha256", sum_of(data)], place.env)
        seen = b""
        while b"[y/N]" not in seen:
            seen += os.read(fd, 4096)
        os.write(fd, answer)
        try:
            while os.read(fd, 4096):
                pass
        except OSError:
            pass
        os.close(fd)
        hold(f"answer {answer}", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0 and
             place.update("evidence.json").exists() == installed)


class Server(http.server.BaseHTTPRequestHandler):
    files = {}

    def do_GET(self):
        status, body = self.files.get(self.path, (404, b"nothing here"))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", body.decode())
            body = b""
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def addresses(place):
    data = library()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"
    Server.files = {"/e.json": (200, data), "/e.json.sha256": (200, sum_of(data).encode()), "/alone.json": (200, data),
                    "/moved.json": (302, b"/e.json"), "/moved.json.sha256": (302, b"/e.json.sha256"),
                    "/away.json": (302, b"http://127.0.0.2:1/e.json"), "/short.json": (200, data[:-5]),
                    "/short.json.sha256": (200, sum_of(data).encode())}
    hold("from an address", place.run("evidence", "update", home + "/e.json", "--yes").returncode == 0)
    hold("moved on the same server", place.run("evidence", "update", home + "/moved.json", "--yes").returncode == 0)
    refused("moved away", place.run("evidence", "update", home + "/away.json", "--yes"), 4, "/away.json")
    refused("not there", place.run("evidence", "update", home + "/none.json", "--yes"), 4, "404")
    hold("no token is asked for", "--token-file" not in place.run("evidence", "update", home + "/none.json", "--yes").stderr)
    refused("no sum beside", place.run("evidence", "update", home + "/alone.json", "--yes"), 1, "I0401")
    refused("cut off", place.run("evidence", "update", home + "/short.json", "--yes"), 1, "I0403")
    refused("plain http elsewhere", place.run("evidence", "update", "http://example.org/e.json", "--yes"), 2, "https")
    Server.files |= {"/e.json?signed=SECRET": (200, data), "/e.json.sha256?signed=SECRET": (200, sum_of(data).encode()),
                     "/lost.json?signed=SECRET": (404, b"")}
    hold("the sum beside an address with a question", place.run("evidence", "update", home + "/e.json?signed=SECRET", "--yes").returncode == 0)
    lost = place.run("evidence", "update", home + "/lost.json?signed=SECRET", "--yes")
    hold("a signed address is told without its signature", lost.returncode == 4 and "SECRET" not in lost.stderr + lost.stdout, lost.stderr)
    server.shutdown()


def main():
    for case in (with_a_sum, beside, against_what_is_installed, bad, rules, a_terminal, addresses):
        with tempfile.TemporaryDirectory() as folder:
            case(Place(folder))
    for fault in FAULTS:
        print(fault)
    print(f"{len(FAULTS)} faults")
    sys.exit(bool(FAULTS))


main()
