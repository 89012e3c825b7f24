"""What the tests of `rtopitch batch` share: running it, and counting what does not hold."""
import pathlib
import subprocess
import sys
import tempfile

import make

DATE = ["--date", "2027-01-11"]
LOG = ".rtopitch-batch.jsonl"


class Checks:
    """Counts; the first faults are printed."""

    def __init__(self, program):
        self.program = program
        self.done = self.failed = 0

    def that(self, holds, what):
        self.done += 1
        if not holds:
            self.failed += 1
            if self.failed <= 20:
                print(what)

    def same(self, found, expected, what):
        if found != expected:
            what = f"{what}: {short(found)} instead of {short(expected)}"
        self.that(found == expected, what)

    def end(self):
        print(f"{self.done} checks, {self.failed} fail")
        return 1 if self.failed or not self.done else 0


def short(value):
    text = repr(value)
    return text if len(text) < 300 else text[:200] + " ... " + text[-90:]


class Ran:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def lines(self):
        return self.err.decode(errors="replace").splitlines()


def run(program, *words, stdin=b"", command="batch", **more):
    done = subprocess.run([program, command, *DATE, *map(str, words)], input=stdin, capture_output=True, check=False,
                          timeout=300, **more)
    return Ran(done.returncode, done.stdout, done.stderr)


def tree(folder, log=False):
    """Every file of a folder with its bytes."""
    folder = pathlib.Path(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if log or path.name != LOG}


def lines(count, seed=1):
    return [line.encode() for line in make.lines(count, seed)]


def text_of(items):
    return b"".join(item + b"\n" for item in items)


def main(test):
    """Runs test(checks, folder) for the program that the command line names."""
    checks = Checks(str(pathlib.Path(sys.argv[1]).resolve()))
    with tempfile.TemporaryDirectory() as folder:
        test(checks, pathlib.Path(folder), *sys.argv[2:])
    sys.exit(checks.end())
