#!/usr/bin/env python3
"""A disk that is full, at any size: disk.py PROGRAM [SIZES]

Whatever was written is whole, the status is 3, one message says why; with room again, --resume finishes. A small
file system of its own is used where one may be mounted, and a limit on the size of files everywhere.
"""
import os
import pathlib
import random
import resource
import subprocess
import shutil

from common import LOG, lines, main, run, text_of, tree

COUNT = 120


def whole_so_far(checks, out, whole, what):
    left = tree(out) if out.exists() else {}
    for name, found in left.items():
        checks.that(whole.get(name) == found, f"{what}: {name} is not whole")
    return len(left)


def on_small_disks(checks, folder, path, whole, sizes):
    disk = folder / "disk"
    disk.mkdir()
    dice, full = random.Random(4), 0
    total = sum(len(each) for each in whole.values()) // 1024 + 4 * COUNT
    for i in range(sizes):
        size = dice.randrange(8, total + 64)
        options = f"size={size}k" if i % 4 else f"size={total * 4}k,nr_inodes={dice.randrange(3, COUNT + 8)}"
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], capture_output=True, check=False)
        if mounted.returncode != 0:
            print("no file system may be mounted here: only the limit on files is tried")
            return
        try:
            out = disk / "out"
            done = run(checks.program, "--out-dir", out, "-q", "-j", 1 + i % 3, path)
            made = whole_so_far(checks, out, whole, options)
            full += done.status == 3
            checks.that(done.status in (0, 3), f"{options}: status {done.status}")
            checks.that((done.status == 0) == (made == COUNT), f"{options}: status {done.status} with {made} files")
            if done.status == 3:
                checks.that(b"no space left" in done.err, f"{options}: {done.err[-300:]!r}")
                checks.that(len(done.lines()) < 12, f"{options}: {len(done.lines())} lines of messages")
            room = "nr_inodes=0" if "inodes" in options else f"size={total * 4}k"
            subprocess.run(["mount", "-o", f"remount,{room}", str(disk)], check=True)
            again = run(checks.program, "--out-dir", out, "--resume", path)
            checks.same((again.status, tree(out) == whole), (0, True), f"{options}: with room again: {again.err[-300:]!r}")
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    checks.that(full > sizes // 3, f"only {full} of {sizes} disks were full")


def with_small_files(checks, folder, path, whole):
    """Documents past the limit are told one by one; the log has the limit, too."""
    for size in (1000, 5000, 9000, 12000):
        out = folder / f"limit{size}"
        done = run(checks.program, "--out-dir", out, path,
                   preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        whole_so_far(checks, out, whole, f"{size} bytes a file")
        checks.same(done.status, 3, f"{size} bytes a file: status")
        again = run(checks.program, "--out-dir", out, "--resume", path)
        checks.same((again.status, tree(out) == whole), (0, True), f"{size} bytes a file: without the limit")


def full_outputs(checks, path):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([checks.program, "batch", str(path)], stdout=full, stderr=subprocess.PIPE, check=False)
    checks.that(done.returncode == 3 and b"no space left" in done.stderr, f"/dev/full: {done.returncode}")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([checks.program, "batch", "-f", "markdown", str(path)], stdout=subprocess.PIPE, stderr=full,
                              check=False)
    checks.same((done.returncode, len(done.stdout.splitlines())), (0, COUNT), "messages to /dev/full")


def a_folder_that_takes_nothing(checks, folder, path):
    taken = folder / "taken"
    taken.write_text("a file")
    done = run(checks.program, "--out-dir", taken, path)
    checks.same(done.status, 3, "a file in place of the folder")
    done = run(checks.program, "--out-dir", folder / "no" / "such", path)
    checks.same(done.status, 3, "a folder in no folder")
    if os.geteuid() != 0:
        closed = folder / "closed"
        closed.mkdir(0o500)
        checks.same(run(checks.program, "--out-dir", closed, path).status, 3, "a folder that may not be written")


def two_at_once(checks, folder, path):
    """The second run says that the first is at work."""
    out = folder / "twice"
    reader, writer = os.pipe()
    first = subprocess.Popen([checks.program, "batch", "--out-dir", str(out)], stdin=reader, stderr=subprocess.DEVNULL)
    os.close(reader)
    while not (out / LOG).exists():
        pass
    second = run(checks.program, "--out-dir", out, path)
    checks.that(second.status == 3 and b"another run" in second.err, f"two runs in one folder: {second.err!r}")
    with os.fdopen(writer, "wb") as feed:
        feed.write(pathlib.Path(path).read_bytes())
    checks.same((first.wait(60), len(tree(out))), (0, COUNT), "the first is not disturbed")


def test(checks, folder, sizes="50"):
    path = folder / "all.jsonl"
    path.write_bytes(text_of(lines(COUNT)))
    run(checks.program, "--out-dir", folder / "whole", path)
    whole = tree(folder / "whole")
    checks.same(len(whole), COUNT, "files of a whole run")
    on_small_disks(checks, folder, path, whole, int(sizes))
    with_small_files(checks, folder, path, whole)
    full_outputs(checks, path)
    a_folder_that_takes_nothing(checks, folder, path)
    two_at_once(checks, folder, path)
    shutil.rmtree(folder / "whole")


if __name__ == "__main__":
    main(test)
