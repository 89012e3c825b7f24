#!/usr/bin/env python3
"""Fail every system call of a command that matters, one run for each, and judge every run.

    calls.py [options] -- COMMAND WORDS, {out} for its output folder

A clean run under strace lists the command's calls; then, for each call and each error
that the call can give, the command runs with just that call failing (strace -e inject).
The loader's own calls (libraries, locale archive, /proc, /etc/ld.so.*) are left alone.
The verdict is memory.py's: no signal, no hang, success only with the clean run's
files, and after an orderly failure no partial and no stray file.

A failing close() or munmap() may be ignored by a correct program only where nothing was
written: name what you accept with --ignore "close:.*\\.json".

strace counts per thread: run the command with one worker.
Exit status: 0 all pass, 1 some fail, 2 the sweep itself could not run.
"""
import argparse
import concurrent.futures
import os
import re
import sys
import tempfile

from common import Run, judge

ERRORS = {
    "openat": ["EACCES", "EMFILE", "ENOSPC", "EINTR", "EIO"],
    "open": ["EACCES", "EMFILE"],
    "read": ["EIO", "EINTR"],
    "pread64": ["EIO"],
    "write": ["ENOSPC", "EIO", "EDQUOT", "EINTR", "EFBIG"],
    "pwrite64": ["ENOSPC", "EIO"],
    "writev": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC", "EDQUOT"],
    "fdatasync": ["EIO", "ENOSPC"],
    "close": ["EIO", "EDQUOT"],
    "rename": ["EACCES", "ENOSPC", "EXDEV", "EIO"],
    "renameat": ["EACCES", "ENOSPC", "EXDEV"],
    "renameat2": ["EACCES", "ENOSPC", "EINVAL"],
    "linkat": ["EEXIST", "ENOSPC"],
    "unlink": ["EACCES", "EIO"],
    "mkdir": ["EACCES", "ENOSPC"],
    "ftruncate": ["EIO"],
    "fallocate": ["ENOSPC", "EOPNOTSUPP"],
    "fchmod": ["EPERM"],
    "newfstatat": ["EIO"],
    "fstat": ["EIO"],
    "getrandom": ["ENOSYS"],
    "clone3": ["EAGAIN"],
    "clone": ["EAGAIN"],
    "socket": ["EMFILE", "EACCES"],
    "connect": ["ECONNREFUSED", "ENETUNREACH", "ETIMEDOUT"],
}
# the command may not go on as if nothing had happened when one of these fails
MUST_NOTICE = {"fsync": {"EIO", "ENOSPC", "EDQUOT"}, "fdatasync": {"EIO", "ENOSPC"},
               "rename": {"EACCES", "ENOSPC", "EIO"}, "renameat": {"EACCES", "ENOSPC"}, "renameat2": {"EACCES", "ENOSPC"}}
LOADER = re.compile(r'"(/lib|/usr/lib|/etc/ld\.so|/proc/|/sys/|/etc/localtime|/usr/share/locale|/usr/share/zoneinfo)|\\177ELF')


def listing(path):
    """[(call, its number among the call's own, text)] of a strace -o file, loader left out"""
    calls, seen, skip_close = [], {}, set()
    with open(path, errors="replace") as f:
        for line in f:
            m = re.match(r"(?:\d+ +)?(\w+)\((.*)", line)
            if not m:
                continue
            name, rest = m.groups()
            seen[name] = seen.get(name, 0) + 1
            fd = re.search(r"= (\d+)", line)
            if LOADER.search(rest):
                if name in ("openat", "open") and fd:
                    skip_close.add(fd.group(1))
                continue
            own = re.match(r"(\d+)", rest)
            if own and own.group(1) in skip_close and name in ("close", "fstat", "newfstatat", "read", "pread64"):
                if name == "close":
                    skip_close.discard(own.group(1))
                continue
            calls.append((name, seen[name], rest.strip()))
    return calls


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--calls", default=",".join(ERRORS), help="which calls to fail")
    ap.add_argument("--ignore", action="append", default=[], help="CALL:REGEX of calls whose failure may go unnoticed")
    ap.add_argument("--allow", default="", help="exit statuses of an orderly failure, e.g. 74")
    ap.add_argument("--inputs")
    ap.add_argument("--seed-out")
    ap.add_argument("--timeout", type=float, default=60)
    ap.add_argument("--jobs", type=int, default=os.cpu_count())
    ap.add_argument("command", nargs="+")
    a = ap.parse_args()
    allow = [int(x) for x in a.allow.split(",") if x]
    wanted = [c for c in a.calls.split(",") if c in ERRORS]

    with tempfile.TemporaryDirectory() as tmp:
        log = os.path.join(tmp, "log")
        clean = Run(a.command, a.inputs, timeout=a.timeout, seed_out=a.seed_out,
                    prefix=["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join("?" + c for c in wanted)])
        if clean.status != 0:
            print(f"the clean run fails: status {clean.status}\n{clean.stderr.decode(errors='replace')}", file=sys.stderr)
            return 2
        calls = listing(log)
    again = Run(a.command, a.inputs, timeout=a.timeout, seed_out=a.seed_out)
    if again.tree != clean.tree:
        print("two clean runs differ: the command is not deterministic", file=sys.stderr)
        return 2
    todo = [(name, n, text, err) for name, n, text in calls for err in ERRORS[name]]

    def one(job):
        name, n, text, err = job
        r = Run(a.command, a.inputs, timeout=a.timeout, seed_out=a.seed_out,
                prefix=["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace=?{name}",
                        "-e", f"inject=?{name}:error={err}:when={n}"])
        wrong = judge(r, clean, allow)
        if r.status == 0 and err in MUST_NOTICE.get(name, ()):
            wrong.append("exit status 0: the failure goes unnoticed")
        return name, n, text, err, r.status, wrong

    bad, statuses = [], {}
    with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        for name, n, text, err, status, wrong in pool.map(one, todo):
            statuses[status] = statuses.get(status, 0) + 1
            if wrong and not any(re.match(p.split(":", 1)[0] + "$", name) and re.search(p.split(":", 1)[1], text) for p in a.ignore):
                bad.append((name, n, text, err, wrong))
    for name, n, text, err, wrong in bad[:20]:
        print(f"FAIL {name} {n} = {err}: {'; '.join(wrong)}\n   {name}({text[:110]}")
    print(f"{len(todo)} runs over {len(calls)} calls: {len(todo) - len(bad)} pass, {len(bad)} fail; exit statuses {dict(sorted(statuses.items()))}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
