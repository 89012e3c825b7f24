#!/usr/bin/env python3
"""A run that goes on where an earlier one ended: resume.py PROGRAM

What is there and whole is kept; what changed is made again; what somebody edited is left alone and told.
"""
import json
import os
import pathlib
import shutil

from common import LOG, lines, main, run, text_of, tree

COUNT = 40
EVIDENCE = pathlib.Path(__file__).resolve().parent.parent.parent / "data" / "evidence" / "evidence.json"


def counted(done):
    """The numbers of the last line, as {"built": 3, ...}."""
    words = done.lines()[-1].split(" (")[0].replace(",", "").split()
    return {words[i]: int(words[i + 1]) for i in range(0, len(words) - 1, 2) if words[i + 1].isdigit()}


def say(checks, out, items, what, *words, env=None, **numbers):
    """Runs, and compares the numbers of the last line."""
    done = run(checks.program, "--out-dir", out, "-j", 2, "--resume", "--diagnostics", "gcc", *words,
               stdin=text_of(items), env=env)
    found = counted(done)
    checks.same({key: found.get(key, 0) for key in numbers}, numbers, what)
    return done


def keeps_and_rebuilds(checks, folder, items):
    out, fresh = folder / "out", folder / "fresh"
    say(checks, out, items, "the first run", built=COUNT, kept=0, failed=0)
    whole = tree(out)
    say(checks, out, items, "nothing changed", built=0, kept=COUNT, failed=0)
    checks.same(tree(out), whole, "files after a run that kept all")
    names = sorted(whole)
    for name in names[:5]:
        (out / name).unlink()
    (out / names[6]).write_bytes(whole[names[6]][:-1])
    (out / names[7]).write_bytes(b"")
    done = say(checks, out, items, "five gone, one cut, one empty", built=6, kept=COUNT - 7, failed=1)
    checks.same(done.status, 3, "what is not as it was written is somebody's, and told")
    (out / names[6]).unlink()
    say(checks, out, items, "that one gone as well", built=1, kept=COUNT - 1, failed=0)
    checks.same(tree(out), whole, "files after going on")

    changed = list(items)
    profile = json.loads(changed[3])
    profile["person"]["role"] = "Head of Changes"
    changed[3] = json.dumps(profile).encode()
    say(checks, out, changed, "one profile changed", built=1, kept=COUNT - 1, failed=0)
    run(checks.program, "--out-dir", fresh, stdin=text_of(changed))
    checks.same(tree(out), tree(fresh), "files after the change")


def other_options_are_other_documents(checks, folder, items):
    out = folder / "options"
    say(checks, out, items[:10], "first", built=10)
    for words in (["--date", "2027-02-01"], ["-f", "text"], ["-f", "text", "--width", "60"], ["--as", "email"],
                  ["--team", folder / "team.json"]):
        (folder / "team.json").write_text('{"pilot": {"weeks": 5}}')
        say(checks, out, items[:10], f"{words}", *words, built=10, kept=0, failed=0)
        say(checks, out, items[:10], f"{words} again", *words, built=0, kept=10, failed=0)
    (folder / "team.json").write_text('{"pilot": {"weeks": 7}}')
    done = say(checks, out, items[:10], "another team file", "--team", folder / "team.json")
    checks.that(counted(done)["built"] > 0, "another team file makes other documents")


def updates_are_other_documents(checks, folder, items):
    """Research that was updated in between makes a kept document an old one; without it the first ones are due."""
    out, data = folder / "updated", folder / "data"
    installed = data / "rtopitch" / "updates" / "evidence.json"
    installed.parent.mkdir(parents=True)
    study = json.loads(EVIDENCE.read_text(encoding="utf-8"))["items"][0]
    run_in = {**os.environ, "XDG_DATA_HOME": str(data)}
    trees = []
    for what, claim, built in (("before", None, 10), ("an update", "An invented claim.", 10), ("the same", None, 0),
                               ("another", "Another invented claim.", 10)):
        if claim:
            installed.write_text(json.dumps({"items": [{**study, "claim": claim}]}))
        say(checks, out, items[:10], f"updates: {what}", env=run_in, built=built, kept=10 - built, failed=0)
        trees.append(tree(out))
    checks.that(trees[0] != trees[1] != trees[3], "the updates are in no document")
    say(checks, out, items[:10], "updates left out", "--no-updates", env=run_in)
    checks.same(tree(out), trees[0], "files without the updates")


def by_hand(checks, folder, items):
    """A file that somebody changed is not replaced when its profile changes, unless --force says so."""
    out = folder / "hand"
    say(checks, out, items[:5], "first", built=5)
    name = sorted(tree(out))[0]
    (out / name).write_text("edited")
    say(checks, out, items[:5], "edited", "--date", "2027-03-01", built=4, failed=1)
    checks.same((out / name).read_text(), "edited", "the edited file stays")
    say(checks, out, items[:5], "forced", "--date", "2027-03-01", "--force", built=1, kept=4, failed=0)
    checks.that((out / name).read_text() != "edited", "--force replaces it")


def logs_of_any_kind(checks, folder, items):
    """A log that is cut short, garbled or forged costs time, never a wrong file."""
    out = folder / "log"
    run(checks.program, "--out-dir", out, stdin=text_of(items))
    whole = tree(out)
    log = (out / LOG).read_bytes()
    rows = log.splitlines(keepends=True)
    forged = json.dumps({"key": json.loads(rows[0])["key"], "files": [{"name": "../up.md", "bytes": 1, "sha256": "x"}]})
    logs = {"cut": log[:len(log) // 2], "cut at a line": b"".join(rows[:7]), "empty": b"", "garbage": b"\xff\0{" * 999,
            "no files": b'{"key": 3}\n{"files": []}\n[]\n' + log, "forged": forged.encode() + b"\n" + b"".join(rows[1:]),
            "backwards": b"".join(reversed(rows)), "twice": log + log}
    for name, text in logs.items():
        (out / LOG).write_bytes(text)
        done = say(checks, out, items, f"{name}", failed=0)
        found = counted(done)
        checks.same(found.get("built", 0) + found.get("kept", 0), COUNT, f"{name}: all are there")
        checks.same(tree(out), whole, f"{name}: files")
        done = say(checks, out, items, f"{name}, again", built=0, kept=COUNT, failed=0)
    checks.that(not (folder / "up.md").exists(), "no file beside the folder")
    (out / LOG).unlink()
    (out / LOG).symlink_to(folder / "elsewhere")
    done = run(checks.program, "--out-dir", out, "--resume", stdin=text_of(items))
    checks.that(done.status == 3 and not (folder / "elsewhere").exists(), "a log that is a link is refused")
    shutil.rmtree(out)


def test(checks, folder):
    items = lines(COUNT)
    for part in (keeps_and_rebuilds, other_options_are_other_documents, updates_are_other_documents,
                 by_hand, logs_of_any_kind):
        part(checks, folder, items)


if __name__ == "__main__":
    main(test)
