#!/usr/bin/env python3
"""Odd files, closed descriptors, full disks and small limits.

    edges.py --profile GOOD.json --file 'COMMAND {profile} -o {out}' [--stdout 'COMMAND {profile}'] [--allow 1,2,70,74]

--file writes its document to {out}; --stdout prints it. Every case says what must hold;
in all of them the command dies of no signal (but SIGPIPE where a reader went away), ends
within --timeout seconds, says something on stderr when it fails, and leaves at {out}
either nothing, or what was there before, or the whole document. Some cases need root or
user namespaces and are skipped without them.
"""
import argparse
import os
import resource
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

from common import SANITIZER

CASES = []


def case(f):
    CASES.append((f.__name__.replace("_", " "), f))
    return f


class Bench:
    def __init__(self, a, tmp):
        self.a, self.tmp, self.n = a, tmp, 0
        with open(a.profile, "rb") as f:
            self.good = f.read()
        self.clean = None

    def path(self, name):
        self.n += 1
        folder = os.path.join(self.tmp, f"{self.n}")
        os.mkdir(folder)
        return os.path.join(folder, name)

    def run(self, template, profile=None, out=None, limits=(), close=(), wrap=(), **io):
        words = list(wrap) + [w.replace("{profile}", profile or self.a.profile).replace("{out}", out or "") for w in shlex.split(template)]

        def before():
            for what, value in limits:
                resource.setrlimit(what, (value, value))
            for fd in close:
                os.close(fd)
        kept = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        kept.update(io)
        p = subprocess.Popen(words, preexec_fn=before, start_new_session=True, **kept)
        try:
            p.out, p.err = p.communicate(timeout=self.a.timeout)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
            p.communicate()
            raise AssertionError("hangs") from None
        p.out, p.err = p.out or b"", p.err or b""
        assert p.returncode >= 0, f"dies of {signal.Signals(-p.returncode).name}"
        assert not SANITIZER.search(p.err), "sanitizer or libc report: " + p.err.decode(errors="replace")[:200]
        return p

    def fails(self, p, quiet=False):
        assert p.returncode != 0, "exit status 0"
        assert not self.a.allow or p.returncode in self.a.allow, f"exit status {p.returncode}"
        assert quiet or p.err.strip(), "fails without a word"

    def nothing(self, out, before=None):
        """no partial and no stray file"""
        folder = os.path.dirname(out)
        left = sorted(os.listdir(folder))
        want = [os.path.basename(out)] if before is not None else []
        assert left == want, f"leaves {left}"
        if before is not None and os.path.isfile(out):
            with open(out, "rb") as f:
                assert f.read() == before, "changed what was there"


@case
def a_good_run(b):
    out = b.path("t.out")
    p = b.run(b.a.file, out=out)
    assert p.returncode == 0, f"status {p.returncode}: {p.err[:200]}"
    with open(out, "rb") as f:
        b.clean = f.read()
    assert len(b.clean) > 0 and os.listdir(os.path.dirname(out)) == ["t.out"], "no document, or more than it"


@case
def the_mode_of_the_document_is_private_or_obeys_umask(b):
    out = b.path("t.out")
    b.run(b.a.file, out=out, wrap=["sh", "-c", 'umask 077; exec "$@"', "sh"])
    assert os.stat(out).st_mode & 0o077 == 0, oct(os.stat(out).st_mode)


@case
def replaces_an_older_document(b):
    out = b.path("t.out")
    with open(out, "w", encoding="ascii") as f:
        f.write("old" * 10000)
    assert b.run(b.a.file, out=out).returncode == 0
    with open(out, "rb") as f:
        assert f.read() == b.clean, "not the whole new document"


def stdout_case(name, **io):
    def f(b):
        if not b.a.stdout:
            return "skipped"
        handle = open(io["to"], "wb") if "to" in io else None
        try:
            p = b.run(b.a.stdout, stdout=handle if handle else subprocess.PIPE, close=io.get("close", ()))
        finally:
            if handle:
                handle.close()
        b.fails(p)
        return None
    f.__name__ = name
    return case(f)


stdout_case("stdout_is_full", to="/dev/full")
stdout_case("stdout_is_closed", close=(1,))


@case
def the_reader_goes_away(b):
    if not b.a.stdout:
        return "skipped"
    r, w = os.pipe()
    os.close(r)
    words = [x.replace("{profile}", b.a.profile) for x in shlex.split(b.a.stdout)]
    p = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=w, stderr=subprocess.PIPE, timeout=b.a.timeout, check=False,
                       preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL))
    os.close(w)
    assert p.returncode in (-signal.SIGPIPE, 141) or p.returncode > 0, f"status {p.returncode}"
    return None


@case
def stderr_is_closed_and_does_not_leak_into_the_document(b):
    out = b.path("t.out")
    p = b.run(b.a.file, out=out, close=(2,), stderr=subprocess.DEVNULL)
    if p.returncode == 0:
        with open(out, "rb") as f:
            assert f.read() == b.clean, "the document differs"
    else:
        b.nothing(out)


@case
def all_three_descriptors_are_closed(b):
    out = b.path("t.out")
    p = b.run(b.a.file, out=out, close=(0, 1, 2), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    if p.returncode == 0:
        with open(out, "rb") as f:
            assert f.read() == b.clean, "the document differs"
    else:
        b.nothing(out)


@case
def stderr_is_full(b):
    out, bad = b.path("t.out"), b.path("p.json")
    with open(bad, "wb") as f:
        f.write(b'{"x":')
    with open("/dev/full", "wb") as full:
        p = b.run(b.a.file, profile=bad, out=out, stderr=full)
    b.fails(p, quiet=True)
    b.nothing(out)


for limit in (0, 1, 100, 4096):
    def f(b, limit=limit):
        if len(b.clean) <= limit:
            return "skipped"
        out = b.path("t.out")
        b.fails(b.run(b.a.file, out=out, limits=[(resource.RLIMIT_FSIZE, limit)]))
        b.nothing(out)
        return None
    f.__name__ = f"files_may_have_{limit}_bytes"
    case(f)


for limit in (3, 4, 5, 6, 8):
    def f(b, limit=limit):
        out = b.path("t.out")
        p = b.run(b.a.file, out=out, limits=[(resource.RLIMIT_NOFILE, limit)])
        if p.returncode:
            b.nothing(out)
    f.__name__ = f"only_{limit}_descriptors"
    case(f)


@case
def a_small_disk(b):
    if os.geteuid() != 0 and subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        return "skipped"
    folder = os.path.dirname(b.path("x"))
    # the profile and the tool are reached through absolute paths; only {out} lies on the small disk
    for pages in (1, 2, 3):
        script = f'mount -t tmpfs -o size={4096 * pages} none {shlex.quote(folder)} && cd / && ' \
                 f'{{ head -c {4096 * pages} /dev/zero > {folder}/fill 2>/dev/null; "$@"; r=$?; rm -f {folder}/fill; ls -A {folder} >&2; exit $r; }}'
        p = b.run(b.a.file, out=os.path.join(folder, "t.out"), wrap=["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c", script, "sh"])
        assert p.returncode != 0, "exit status 0 on a full disk"
        assert b"t.out" not in p.err.split(b"\n")[-2:-1], "leaves a file on the full disk"
    return None


def odd_profile(name, make, fail=True):
    def f(b):
        profile, out = b.path("p.json"), b.path("t.out")
        io = make(profile) or {}
        p = b.run(b.a.file, profile=io.get("profile", profile), out=out, limits=io.get("limits", ()))
        if fail:
            b.fails(p)
            b.nothing(out)
    f.__name__ = name
    case(f)


def write(data):
    def make(path):
        with open(path, "wb") as f:
            f.write(data)
    return make


odd_profile("no_such_profile", lambda p: None)
odd_profile("the_profile_is_a_folder", os.mkdir)
odd_profile("the_profile_is_empty", write(b""))
odd_profile("the_profile_is_a_link_to_itself", lambda p: os.symlink(p, p))
odd_profile("the_profile_is_dev_null", lambda p: {"profile": "/dev/null"})
odd_profile("the_profile_is_dev_zero", lambda p: {"profile": "/dev/zero"})
odd_profile("the_profile_is_unreadable_memory", lambda p: {"profile": "/proc/self/mem"})
odd_profile("the_profile_is_a_gigabyte_of_spaces", lambda p: (open(p, "wb").close(), os.truncate(p, 1 << 30)) and None)
odd_profile("the_profile_has_a_million_brackets", write(b"[" * 1000000 + b"]" * 1000000))
odd_profile("the_profile_is_one_long_string", write(b'{"name":"' + b"x" * (8 << 20) + b'"}'))
odd_profile("the_profile_has_a_million_keys", write(b"{" + b",".join(b'"k%d":1' % k for k in range(1000000)) + b"}"))
odd_profile("the_profile_is_two_million_zeros", write(b"[" + b"0," * 2000000 + b"0]"))
odd_profile("little_memory", lambda p: (write(b"[" + b"0," * 500000 + b"0]")(p), {"limits": [(resource.RLIMIT_AS, 96 << 20)]})[1])


@case
def the_profile_is_a_pipe_nobody_writes_to(b):
    profile, out = b.path("p.json"), b.path("t.out")
    os.mkfifo(profile)
    try:
        p = b.run(b.a.file, profile=profile, out=out)
    except AssertionError as e:
        return f"note: {e} (a pipe is a legal input; accepted only if documented)"
    b.fails(p)
    return None


def odd_out(name, make, before=None):
    def f(b):
        out = b.path("t.out")
        made = make(out)
        p = b.run(b.a.file, out=made or out)
        b.fails(p)
        if before is not None:
            b.nothing(out, before)
    f.__name__ = name
    case(f)


odd_out("the_document_is_a_folder", lambda p: (os.mkdir(p), open(os.path.join(p, "x"), "w", encoding="ascii").close()) and None)
odd_out("the_documents_folder_is_missing", lambda p: os.path.join(os.path.dirname(p), "no", "t.out"))
odd_out("the_documents_folder_is_a_file", lambda p: (open(p, "w", encoding="ascii").close(), os.path.join(p, "t.out"))[1])
odd_out("the_documents_name_is_too_long", lambda p: os.path.join(os.path.dirname(p), "x" * 300))


def device(path, major, minor):
    """A device of our own: a tool that renames over its output would, as root, replace
    /dev/null or /dev/full themselves (it happened). None where no device can be made."""
    if os.geteuid() != 0:
        return {(1, 3): "/dev/null", (1, 7): "/dev/full"}[major, minor]
    try:
        os.mknod(path, 0o600 | stat.S_IFCHR, os.makedev(major, minor))
        with open(path, "rb"):
            return path
    except OSError:
        return None


@case
def the_document_is_a_full_device(b):
    out = device(b.path("t.out"), 1, 7)
    if not out:
        return "skipped"
    b.fails(b.run(b.a.file, out=out))
    assert stat.S_ISCHR(os.lstat(out).st_mode), "the device is gone"
    return None


@case
def the_document_is_a_null_device(b):
    out = device(b.path("t.out"), 1, 3)
    if not out:
        return "skipped"
    p = b.run(b.a.file, out=out)
    assert stat.S_ISCHR(os.lstat(out).st_mode), "the device is gone"
    assert p.returncode == 0, f"status {p.returncode}"
    return None


@case
def the_document_is_a_pipe_nobody_reads(b):
    out = b.path("t.out")
    os.mkfifo(out)
    b.run(b.a.file, out=out)
    assert stat.S_ISFIFO(os.lstat(out).st_mode), "the pipe is gone"



@case
def the_document_is_a_link(b):
    out, aim = b.path("t.out"), b.path("victim")
    with open(aim, "w", encoding="ascii") as f:
        f.write("precious")
    os.symlink(aim, out)
    p = b.run(b.a.file, out=out)
    with open(aim, encoding="utf-8") as f:
        text = f.read()
    assert text == "precious", "writes through a symbolic link"
    if p.returncode == 0:
        with open(out, "rb") as f:
            assert f.read() == b.clean
    return None


@case
def the_document_is_the_profile(b):
    both = b.path("p.json")
    shutil.copyfile(b.a.profile, both)
    p = b.run(b.a.file, profile=both, out=both)
    with open(both, "rb") as f:
        text = f.read()
    assert text == b.good if p.returncode else text == b.clean, "neither the profile nor the whole document"


@case
def the_name_starts_with_a_dash(b):
    out, profile = b.path("t.out"), b.path("-rf.json")
    shutil.copyfile(b.a.profile, profile)
    words = b.a.file.replace("{profile}", "./-rf.json")
    cwd = os.getcwd()
    os.chdir(os.path.dirname(profile))
    try:
        assert b.run(words, out=out).returncode == 0
    finally:
        os.chdir(cwd)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--profile", required=True)
    ap.add_argument("--file", required=True)
    ap.add_argument("--stdout")
    ap.add_argument("--allow", default="")
    ap.add_argument("--timeout", type=float, default=20)
    ap.add_argument("--only")
    a = ap.parse_args()
    a.allow = [int(x) for x in a.allow.split(",") if x]
    a.profile = os.path.abspath(a.profile)
    bad = skipped = 0
    with tempfile.TemporaryDirectory() as tmp:
        b = Bench(a, tmp)
        for name, f in CASES:
            if a.only and a.only not in name and b.clean is not None:
                continue
            try:
                note = f(b)
            except AssertionError as e:
                bad += 1
                print(f"FAIL {name}: {e}")
                continue
            skipped += note == "skipped"
            if note and note != "skipped":
                print(f"     {name}: {note}")
    print(f"{len(CASES)} cases: {bad} fail, {skipped} skipped")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
