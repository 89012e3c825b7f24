#!/usr/bin/env python3
"""What batch makes, whatever the number of workers: results.py PROGRAM

The same bytes, in order, as `build` makes of each profile alone; from lines and from files; as a filter.
"""
import json
import os

from common import LOG, lines, main, run, text_of, tree

COUNT = 60


def write_files(folder, items):
    folder.mkdir()
    for i, item in enumerate(items):
        (folder / f"p{i:03}.json").write_bytes(item)


def any_number_of_workers(checks, folder, items):
    bad = list(items)
    bad[7] = b'{"person": 3}'
    bad[30] = b'{"person": {"role": "x",}}'
    (folder / "bad.jsonl").write_bytes(text_of(bad))
    for words in (["-f", "json"], ["-f", "markdown,text", "--as", "email,gaps"], ["--diagnostics", "gcc"]):
        first = run(checks.program, folder / "bad.jsonl", "-j", 1, *words)
        checks.same(first.status, 1, f"{words}: status")
        checks.same(first.lines()[-1],
                    f"built 58, failed 2 ({folder}/bad.jsonl:8, {folder}/bad.jsonl:31)", f"{words}: last line")
        for jobs in (2, 3, 8):
            other = run(checks.program, folder / "bad.jsonl", "-j", jobs, *words)
            checks.same((other.status, other.out, other.err), (first.status, first.out, first.err),
                        f"{words} with {jobs} workers")
    trees = []
    for jobs in (1, 2, 3, 8):
        out = folder / f"jobs{jobs}"
        run(checks.program, folder / "bad.jsonl", "-j", jobs, "--out-dir", out, "--name", "{line}-{as}", "--as",
            "talking-points,prep", "-f", "markdown,html,docx,fodt,json,text")
        trees.append(tree(out, log=True))
    checks.same(len(trees[0]), 58 * 2 * 6 + 1, "files of six formats and two documents")
    checks.that(all(each == trees[0] for each in trees), "folders differ by the number of workers")


def as_build_makes_it(checks, folder, items):
    out = folder / "one-by-one"
    done = run(checks.program, folder / "files", "--out-dir", out, "-f", "markdown,json,docx")
    made = tree(out)
    checks.same(len(made), 3 * COUNT, "files of a folder")
    for i in range(0, COUNT, 3):
        for suffix, name in (("md", "markdown"), ("json", "json"), ("docx", "docx")):
            alone = run(checks.program, folder / "files" / f"p{i:03}.json", "-f", name, "-o", "-", command="build")
            checks.same(made.get(f"p{i:03}.{suffix}"), alone.out, f"p{i:03}.{suffix} and build")
    checks.same(done.lines()[-1], "built 60, failed 0", "last line")
    streamed = run(checks.program, folder / "files", "-f", "markdown")
    texts = [json.loads(line)["text"].encode() for line in streamed.out.splitlines()]
    checks.same(texts, [made[f"p{i:03}.md"] for i in range(COUNT)], "texts in lines, in the order of names")
    whole = run(checks.program, folder / "files")
    objects = [json.loads(line)["document"] for line in whole.out.splitlines()]
    checks.same(objects, [json.loads(made[f"p{i:03}.json"]) for i in range(COUNT)], "JSON in lines and in files")


def lines_and_files(checks, folder, items):
    """The same documents, whether a profile is a line or a file."""
    (folder / "all.jsonl").write_bytes(text_of(items))
    from_lines = run(checks.program, folder / "all.jsonl", "-f", "markdown")
    from_files = run(checks.program, folder / "files", "-f", "markdown")
    listed = [str(folder / "files" / f"p{i:03}.json") for i in range(COUNT)]
    by_name = run(checks.program, *listed, "-f", "markdown")
    for other in (from_files, by_name):
        checks.same([json.loads(x)["text"] for x in other.out.splitlines()],
                    [json.loads(x)["text"] for x in from_lines.out.splitlines()], "lines and files")
    piped = run(checks.program, "-f", "markdown", stdin=text_of(items))
    checks.same(piped.out, from_lines.out.replace(str(folder / "all.jsonl").encode(), b"<stdin>"), "standard input")
    mixed = run(checks.program, listed[0], folder / "all.jsonl", folder / "files", "-", "-f", "markdown",
                stdin=text_of(items[:2]))
    checks.same(len(mixed.out.splitlines()), 1 + COUNT + COUNT + 2, "inputs of every kind in one run")
    halves = [run(checks.program, "-f", "markdown", stdin=text_of(part)) for part in (items[:25], items[25:])]
    checks.same(halves[0].out + halves[1].out, piped.out, "two halves and the whole")


def odd_lines(checks, folder, items):
    ok = items[0]
    long = b'{"person": {"name": "' + b"x" * (5 << 20) + b'"}}'
    rows = [
        ("blank lines count but are none", b"\n  \n" + ok + b"\n\t\r\n" + b"[]\n", 1, ["5"]),
        ("CRLF", ok + b"\r\n" + b"{\r\n" + ok + b"\r\n", 2, ["2"]),
        ("no line end at the end", ok + b"\n" + ok, 2, []),
        ("a byte order mark", b"\xef\xbb\xbf" + ok + b"\n" + ok + b"\n", 2, []),
        ("a mark on a later line", ok + b"\n\xef\xbb\xbf" + ok + b"\n", 2, []),
        ("a NUL", ok + b"\n" + ok[:50] + b"\0" + ok[50:] + b"\n" + ok + b"\n", 2, ["2"]),
        ("a line of 5 MiB", ok + b"\n" + long + b"\n" + ok + b"\n", 2, ["2"]),
        ("a line of 5 MiB at the end", ok + b"\n" + long, 1, ["2"]),
        ("nothing", b"", 0, []),
        ("blank lines alone", b"\n \n\n", 0, []),
        ("two values in a line", ok + b" " + ok + b"\n" + ok + b"\n", 1, ["1"]),
    ]
    for name, text, built, bad in rows:
        for jobs in (1, 3):
            done = run(checks.program, "-f", "markdown", "-j", jobs, "--diagnostics", "gcc", "-q", stdin=text)
            checks.same(len(done.out.splitlines()), built, f"{name}: built")
            told = [line.split(":")[1] for line in done.lines() if line.startswith("<stdin>:")]
            checks.same(told, bad, f"{name}: lines told")
            checks.same(done.status, 1 if bad else 0, f"{name}: status")


def inputs_that_are_not_there(checks, folder, items):
    (folder / "empty").mkdir()
    done = run(checks.program, folder / "none.json", folder / "none.jsonl", folder / "empty", folder / "all.jsonl", "-q")
    checks.same(done.status, 3, "missing inputs: status")
    checks.same(len(done.out.splitlines()), COUNT, "missing inputs: the others are made")
    checks.that(done.lines()[-1].startswith("built 60, failed 2 ("), f"missing inputs: {done.lines()[-1]}")


def what_a_folder_holds(checks, folder, items):
    """Only .json files of the folder itself; a pipe among them is not waited for."""
    held = folder / "held"
    (held / "deeper").mkdir(parents=True)
    (held / "deeper" / "b.json").write_bytes(items[0])
    (held / "a.json").write_bytes(items[0])
    (held / "round").symlink_to(held)
    (held / "self.json").symlink_to("self.json")
    os.mkfifo(held / "pipe.json")
    done = run(checks.program, held, "--diagnostics", "gcc")
    checks.same((done.status, len(done.out.splitlines())), (3, 1), "a folder with a pipe and links")
    checks.that("self.json" in done.lines()[0] and "[O0001]" in done.lines()[0], f"a link to itself: {done.lines()}")


def profiles_are_never_replaced(checks, folder, items):
    kept = folder / "kept"
    kept.mkdir()
    (kept / "a.json").write_bytes(items[0])
    (folder / "one.jsonl").write_bytes(text_of(items[:1]))
    for words in ((kept, "--out-dir", kept, "-f", "json", "--force"),
                  (kept / "a.json", "--out-dir", kept, "-f", "json", "--force"),
                  (kept / "a.json", "--report", kept / "a.json", "--force")):
        done = run(checks.program, *words, "--diagnostics", "gcc")
        checks.that(done.status == 2 and (kept / "a.json").read_bytes() == items[0], f"{words}: {done.lines()}")
    done = run(checks.program, kept, "--out-dir", kept, "-f", "json")
    checks.same((done.status, (kept / "a.json").read_bytes()), (3, items[0]), "without --force")
    done = run(checks.program, kept, "--out-dir", kept, "--force")
    checks.same((done.status, sorted(tree(kept))), (0, ["a.json", "a.md"]), "documents beside their profiles")


def ends_early(checks, folder, items):
    """With --fail-fast the same is there for any number of workers: what came before, nothing after."""
    (folder / "fast.jsonl").write_bytes(text_of(items[:40] + [b"{}"] + items[40:]))
    results = []
    for jobs in (1, 2, 3, 8):
        streamed = run(checks.program, folder / "fast.jsonl", "-j", jobs, "--fail-fast")
        out = folder / f"fast{jobs}"
        run(checks.program, folder / "fast.jsonl", "-j", jobs, "--fail-fast", "--out-dir", out)
        results.append((streamed.status, streamed.out, streamed.err, tree(out, log=True)))
    checks.same(len(results[0][1].splitlines()), 40, "lines before the one that failed")
    checks.same(len(results[0][3]), 41, "files before the one that failed")
    checks.that(all(each == results[0] for each in results), "--fail-fast differs by the number of workers")
    checks.that(results[0][2].rstrip().endswith(b"; ended before all were done"), "the last line says so")


def many_of_one_profile(checks, folder, items):
    """Hundreds of mistakes in one profile do not drown the others."""
    wild = b'{"person": {"role": "x"}, "ask": {"preferred": {"office_days": 2}}, "wants": [' + \
        b",".join([b"3"] * 50) + b'], "concerns": [' + b",".join([b"7"] * 200) + b"]}"
    done = run(checks.program, "--diagnostics", "gcc", stdin=wild + b"\n" + items[1] + b"\n")
    checks.that(1 <= sum(line.startswith("<stdin>:1:") for line in done.lines()) <= 10, "at most ten lines a profile")
    checks.same(len(done.out.splitlines()), 1, "the other is made")


def sums(checks, folder, items):
    """The report is the same for any number of workers, and for profiles that were kept."""
    reports = []
    for jobs in (1, 3):
        for suffix in ("md", "csv", "json"):
            path = folder / f"report{jobs}.{suffix}"
            run(checks.program, folder / "bad.jsonl", "-j", jobs, "--report", path)
            reports.append((suffix, path.read_bytes()))
    checks.same(reports[:3], reports[3:], "reports by the number of workers")
    checks.that(b'"failed": 2' in reports[2][1] or b'"failed":2' in reports[2][1], "the report counts what failed")
    out = folder / "sums"
    for _ in range(2):
        run(checks.program, folder / "bad.jsonl", "--out-dir", out, "--resume", "--as", "talking-points,team", "--report",
            folder / "again.csv")
        checks.same((folder / "again.csv").read_bytes(), reports[1][1], "the report of a run that kept all")
    checks.that("team.md" in tree(out), "a document for all lies beside the others")
    alone = run(checks.program, folder / "bad.jsonl", "--as", "team")
    checks.same(alone.out, tree(out).get("team.md"), "a document for all on standard output")
    run(checks.program, folder / "bad.jsonl", "--as", "team", "--out-dir", folder / "for-all")
    checks.same(tree(folder / "for-all"), {"team.md": alone.out}, "a document for all alone in its folder")
    few = run(checks.program, "--as", "team", stdin=text_of(items[:3]))
    checks.that(few.status == 1 and few.out == b"", "three people are too few for a document for all")


def test(checks, folder):
    items = lines(COUNT)
    write_files(folder / "files", items)
    (folder / "files" / "notes.txt").write_text("no profile")
    (folder / "files" / ".hidden.json").write_text("no profile")
    for part in (any_number_of_workers, as_build_makes_it, lines_and_files, odd_lines, inputs_that_are_not_there,
                 what_a_folder_holds, profiles_are_never_replaced, ends_early, many_of_one_profile, sums):
        part(checks, folder, items)
    checks.that(LOG not in tree(folder / "jobs1"), "the log is left out of comparisons")


if __name__ == "__main__":
    main(test)
