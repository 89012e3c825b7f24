#!/usr/bin/env python3
"""The line of progress: on a terminal alone, and never mixed with messages: progress.py PROGRAM"""
import os
import pty
import subprocess

from common import DATE, lines, main, run, text_of

CLEAR = b"\r\x1b[K"


def read_on(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody writes any more
        return b""


def read_until(terminal, seen, wanted):
    while wanted not in seen:
        part = read_on(terminal)
        if not part:
            break
        seen += part
    return seen


def on_terminal(program, first, second, wanted, *words):
    """What the terminal saw; the second profiles are sent when `wanted` is there."""
    terminal, end = pty.openpty()
    with subprocess.Popen([program, "batch", *DATE, "--color", "never", *words], stdin=subprocess.PIPE, stderr=end,
                          stdout=subprocess.DEVNULL) as process:
        os.close(end)
        process.stdin.write(first)
        process.stdin.flush()
        seen = read_until(terminal, b"", wanted) if wanted else b""
        process.stdin.write(second)
        process.stdin.close()
        part = read_on(terminal)
        while part:
            seen, part = seen + part, read_on(terminal)
    os.close(terminal)
    return process.returncode, seen


def test(checks, _):
    items = lines(30)
    first, second = text_of(items[:20] + [b"{}"]), text_of(items[20:] + [b"[]"])
    status, seen = on_terminal(checks.program, first, second, b"21 done")
    checks.same(status, 1, "status on a terminal")
    checks.that(b" a second" in seen and b", failed 1" in seen, f"the rate and the failures are missing: {seen[-300:]!r}")
    last = seen.replace(b"\r\n", b"\n").split(CLEAR)[-1]
    checks.that(last.startswith(b"<stdin>:") and b"<stdin>:32:1: error:" in last, f"what follows the progress: {last[:100]!r}")
    checks.that(last.endswith(b"built 30, failed 2 (<stdin>:21, <stdin>:32)\n"), f"the last line: {last[-100:]!r}")
    for shown in seen.split(CLEAR):
        checks.that(b" done" not in shown or b"\n" not in shown, f"progress and a message in one line: {shown[-100:]!r}")
    _, seen = on_terminal(checks.program, first, second, b"", "-q")
    checks.that(b"\x1b" not in seen and b" done" not in seen, "quiet, and yet there is progress")
    piped = run(checks.program, stdin=first + second)
    checks.that(b"\x1b" not in piped.err and b" done" not in piped.err, "progress is for terminals")


if __name__ == "__main__":
    main(test)
