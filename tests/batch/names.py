#!/usr/bin/env python3
"""File names made of what people write: names.py PROGRAM

Whatever a name holds, its file lies in the folder, under a plain name of its own, or is refused with a word.
"""
import json
import os
import re

from common import lines, main, run, text_of, tree

PLAIN = re.compile(r"[A-Za-z0-9_%][A-Za-z0-9._%-]{0,199}\Z")
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.IGNORECASE)
HOSTILE = ["../../etc/passwd", "/etc/passwd", "..", ".", "~", "~root", "a/b", "a\\b", "CON", "nul.txt", "Com1", "x.md",
           "-rf", "--output=/tmp/x", "a" * 300, "a" * 301, "é" * 200, "日" * 100, "x\ny", "x ", ".hidden", "x:y", "$(id)",
           "`id`", ";id", "|id", "%s%s%s%n", "%x" * 50, "*", "?", "[a]", "'", "\"", "!", "#", "{as}", "{person.team}", "\u202egnp",
           "a\u0301b", "\x7f", "<b>", "日本語", "Ünal Łuczak", ".rtopitch-batch.jsonl", "con", "aux.", "x" * 197, "é" * 67,
           "%2e%2e%2f", "\u2028", "a//b", "....", "----", "- -"]


def with_name(item, name, team=None):
    profile = json.loads(item)
    profile["person"]["name"] = name
    if team is not None:
        profile["person"]["team"] = team
    return json.dumps(profile).encode()


def hostile(checks, folder, items):
    inner = folder / "inner"
    inner.mkdir()
    rows = [with_name(items[0], name) for name in HOSTILE]
    before = sorted(os.listdir(folder))
    patterns = ("{person.name}", "{person.team}-{person.name}", ".{person.name}.", "-{person.name}")
    for i, pattern in enumerate(patterns):
        out = inner / f"out{i}"
        done = run(checks.program, "--out-dir", out, "--name", pattern, "--diagnostics", "gcc", stdin=text_of(rows),
                   cwd=inner)
        made = tree(out)
        refused = sum("O0020" in line for line in done.lines())
        checks.same(len(made) + refused, len(HOSTILE), f"{pattern}: files and refusals")
        checks.that(refused <= 22, f"{pattern}: {refused} names are refused")
        for name in made:
            checks.that(PLAIN.match(name), f"{pattern}: {name!r} is no plain name")
            checks.that(not DEVICES.match(name), f"{pattern}: {name!r} is a device")
            checks.that(len(name) <= 200, f"{pattern}: {name!r} is too long")
        checks.same(len({name.lower() for name in made}), len(made), f"{pattern}: names that differ in case alone")
    checks.same(sorted(os.listdir(folder)), before, "nothing is written beside the folder")


def readable(checks, folder, items):
    """Names that people can read, where there is no harm in it."""
    rows = [("Ada Lovelace", "Ada-Lovelace"), ("José Müller", "Jose-Muller"), ("Jose\u0301", "Jose"), ("O'Brien, T.", "O-Brien-T"),
            ("日本", "%E6%97%A5%E6%9C%AC"), ("Strauß", "Strauss"), ("a..b", "a.b"), ("con", "_con"), ("LPT1.x", "_LPT1.x"),
            ("...", "_"), ("x" * 250, None)]
    for name, stem in rows:
        out = folder / "readable"
        run(checks.program, "--out-dir", out, "--force", stdin=with_name(items[0], name) + b"\n")
        made = list(tree(out))
        if stem:
            checks.same(made, [stem + ".md"], f"the name {name!r}")
        for path in out.iterdir():
            path.unlink()


def collisions(checks, folder, items):
    a, b = folder / "a", folder / "b"
    for each in (a, b):
        each.mkdir()
        (each / "x.json").write_bytes(items[0])
    (b / "X.json").write_bytes(items[1])
    for jobs in (1, 2, 8):
        out = folder / f"two{jobs}"
        done = run(checks.program, a, b, "--out-dir", out, "-j", jobs, "--diagnostics", "gcc", "-q")
        checks.same((done.status, sorted(tree(out))), (3, ["x.md"]), "two files of one name")
        checks.same(sum("O0020" in line for line in done.lines()), 2, "both others are told")
        forced = run(checks.program, a, b, "--out-dir", out, "-j", jobs, "--force", "-q")
        checks.same((forced.status, sorted(tree(out))), (3, ["x.md"]), "--force makes no two profiles one file")
    same = [with_name(items[i % 3], "Ada") for i in range(40)]
    first = run(checks.program, "-f", "markdown", stdin=same[0] + b"\n").out
    for jobs in (1, 3, 8):
        out = folder / f"ada{jobs}"
        done = run(checks.program, "--out-dir", out, "-j", jobs, "-q", stdin=text_of(same))
        checks.same(json.loads(first)["text"].encode(), tree(out).get("Ada.md"), "the first of a name is written")
        checks.that(done.lines()[-1].startswith("built 1, failed 39 ("), done.lines()[-1])
    out = folder / "numbered"
    done = run(checks.program, "--out-dir", out, "--name", "{person.name}-{line}", stdin=text_of(same))
    checks.same((done.status, len(tree(out))), (0, 40), "{line} tells them apart")


def nothing_is_replaced(checks, folder, items):
    out = folder / "mine"
    out.mkdir()
    victim = folder / "victim"
    victim.write_text("precious")
    (out / "Ada.md").symlink_to(victim)
    (out / "Bea.md").write_text("by hand")
    (out / "Cay.md").mkdir()
    rows = [with_name(items[0], name) for name in ("Ada", "Bea", "Cay", "Dan")]
    for words in ([], ["--resume"]):
        done = run(checks.program, "--out-dir", out, *words, "-q", stdin=text_of(rows[:3]))
        checks.same(done.status, 3, f"{words}: what is there is refused")
        checks.same(((out / "Bea.md").read_text(), victim.read_text()), ("by hand", "precious"), f"{words}: and kept")
    done = run(checks.program, "--out-dir", out, "-q", stdin=text_of(rows))
    checks.that((out / "Dan.md").exists(), "the others are written")
    run(checks.program, "--out-dir", out, "--force", "-q", stdin=text_of(rows))
    checks.same(victim.read_text(), "precious", "a link is replaced itself, never followed")
    checks.that(not (out / "Ada.md").is_symlink() and (out / "Bea.md").read_text() != "by hand", "--force replaces")
    checks.that((out / "Cay.md").is_dir(), "a folder stays")
    checks.same((out / "Dan.md").stat().st_mode & 0o777, 0o600, "nobody else reads it")
    checks.same((out).stat().st_mode & 0o700, 0o700, "the folder is there")


def refusals(checks, folder, items):
    rows = [(["--name", "x/{stem}"], "U0030"), (["--name", "{nope}"], "U0030"), (["--name", "{stem}", "--as", "email,prep"], "U0030"),
            (["--as", "email,email"], "U0024"), (["-f", "md,markdown"], "U0024"), (["--as", "nope"], "U0005"), (["--jobs", "0"], "U0007"),
            (["--index"], "U0032"), (["--report", "-"], "U0033")]
    for words, code in rows:
        done = run(checks.program, "--out-dir", folder / "no", "--diagnostics", "gcc", *words, stdin=items[0])
        checks.that(done.status == 2 and code in done.err.decode(), f"{words}: {done.err.decode()}")
    for words, code in [(["-f", "docx"], "U0031"), (["--force"], "U0032"), (["--name", "{stem}"], "U0032"), (["--resume"], "U0032"),
                        (["--as", "team,email"], "U0033")]:
        done = run(checks.program, "--diagnostics", "gcc", *words, stdin=items[0])
        checks.that(done.status == 2 and code in done.err.decode(), f"{words}: {done.err.decode()}")
    checks.that(not (folder / "no").exists(), "a refused run makes no folder")


def test(checks, folder):
    items = lines(3)
    for part in (hostile, readable, collisions, nothing_is_replaced, refusals):
        part(checks, folder, items)


if __name__ == "__main__":
    main(test)
