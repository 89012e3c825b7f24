#!/usr/bin/env python3
"""Compares every example profile in every document with the file kept beside this one: all of them in
Markdown, one profile's in every format, and what is made of all at once.

usage: run.py PROGRAM [--renew]

With --renew the kept files are written anew; read the difference before committing it."""
import base64
import difflib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PROFILES = HERE.parent.parent / "data" / "profiles"
DOCUMENTS = ("talking-points", "one-page", "email", "script", "prep", "pilot", "plan", "recap", "experiment")
NEEDS = {"recap": "conversations", "experiment": "experiments"}
FORMATS = {"markdown": "md", "text": "txt", "json": "json", "html": "html", "docx": "docx.txt", "fodt": "fodt"}
EVERY_FORMAT = ("backend-engineer",)
TEAM = PROFILES.parent / "teams" / "payments.json"
SUMS = ("team.md", "roll-up.md", "roll-up.csv", "roll-up.json")
DATE = "2026-11-21"
ELSEWHERE = {"LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Apia", "COLUMNS": "20", "HOME": "/nonexistent"}


def build(program, profile, document, form, surroundings=None):
    """The document's bytes; a diagnostic or a failure ends the run, since examples must be clean."""
    done = subprocess.run(
        [program, "build", profile.name, "--as", document, "-f", form, "--date", DATE],
        cwd=profile.parent, capture_output=True, check=False, env={**os.environ, **(surroundings or {})})
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{profile.name} --as {document} -f {form}: exit {done.returncode}\n{done.stderr.decode()}")
    readable = {"docx": parts, "fodt": pictures}.get(form)
    return readable(done.stdout) if readable else done.stdout


def parts(archive):
    """What of a Word document is worth reading: its text and notes, a line a paragraph or row."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        shown = [f"== {name}\n{opened.read(name).decode()}\n" for name in ("word/document.xml", "word/footnotes.xml")]
    return re.sub("(?=<w:(?:p|tbl|tr|footnote|sectPr)[ >])", "\n", "".join(shown)).encode()


def pictures(document):
    """A document with its pictures as text."""
    return re.sub(b"(?<=<office:binary-data>)[^<]*", lambda found: base64.b64decode(found.group()), document)


def sum_up(program, name):
    """What is made of all examples at once."""
    with tempfile.TemporaryDirectory() as folder:
        words = [program, "batch", PROFILES, "--team", TEAM, "--date", DATE, "-q"]
        report = pathlib.Path(folder) / name
        words += ["--as", "team", "-f", "markdown"] if name == "team.md" else ["--out-dir", folder, "--report", report]
        done = subprocess.run(words, capture_output=True, check=True)
        return report.read_bytes() if report.exists() else done.stdout


def show(kept, made, name):
    before = kept.decode("utf-8", "replace").splitlines(keepends=True)
    after = made.decode("utf-8", "replace").splitlines(keepends=True)
    sys.stdout.writelines(difflib.unified_diff(before, after, f"kept/{name}", f"built/{name}"))


def wanted():
    """What is kept: profile, document and format."""
    for profile in sorted(PROFILES.glob("*.json")):
        given = json.loads(profile.read_text())
        for document in DOCUMENTS:
            for form in FORMATS if profile.stem in EVERY_FORMAT else ("markdown",):
                if NEEDS.get(document, "ask") in given:
                    yield profile, document, form


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    renew = "--renew" in sys.argv[2:]
    expected, wrong = {}, 0
    for profile, document, form in wanted():
        name = f"{profile.stem}.{document}.{FORMATS[form]}"
        expected[name] = build(program, profile, document, form)
        if expected[name] != build(program, profile, document, form, ELSEWHERE):
            sys.exit(f"{name}: locale, time zone or environment changes the document")
    expected.update((name, sum_up(program, name)) for name in SUMS)
    for name, made in expected.items():
        path = HERE / name
        kept = path.read_bytes() if path.exists() else b""
        if made == kept:
            continue
        wrong += 1
        show(kept, made, name)
        if renew:
            path.write_bytes(made)
    stale = {p.name for p in HERE.iterdir() if p.suffix in (".md", ".txt", ".json", ".html", ".fodt", ".csv")} - set(expected)
    for name in sorted(stale):
        print(f"{name}: no profile and document makes this file any more")
    print(f"{len(expected)} documents compared, {wrong} different, {len(stale)} stale")
    sys.exit(0 if renew or (wrong == 0 and not stale and expected) else 1)


if __name__ == "__main__":
    main()
