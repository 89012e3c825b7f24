#!/usr/bin/env python3
"""Flat OpenDocument texts, opened by LibreOffice: every example in every document.

    fodt.py BUILD PROGRAM

xmllint finds each well-formed; each becomes a PDF with every heading, every source and every cell of its tables, and
numbered pages of which none is empty. A note inside a table cell stays a note: one that is moved there by hand is still
on the pages.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import modules

PROFILES = modules.HERE.parent.parent / "data" / "profiles"
DOCUMENTS = ("talking-points", "one-page", "email", "script", "prep", "pilot", "plan", "recap", "experiment")
NEEDS = {"recap": "conversations", "experiment": "experiments"}
DATE = "2026-11-21"
TOOLS = ("xmllint", "soffice", "pdftotext")
MOVED = "moved.fodt"
LIMIT = 900


def run(words):
    return subprocess.run(words, capture_output=True, check=False, timeout=LIMIT)


def make(program, folder):
    """All documents; returns their paths, each with its JSON."""
    made = {}
    for profile in sorted(PROFILES.glob("*.json")):
        given = json.loads(profile.read_text())
        for document in (d for d in DOCUMENTS if NEEDS.get(d, "ask") in given):
            path = folder / f"{profile.stem}.{document}.fodt"
            base = [program, "build", str(profile), "--as", document, "--date", DATE]
            done, told = run([*base, "-o", str(path)]), run([*base, "-f", "json"])
            if done.returncode or told.returncode:
                sys.exit(f"{path.name}: {done.stderr.decode()}{told.stderr.decode()}")
            made[path] = json.loads(told.stdout)
    return made


def note_moved(source):
    """The first note, taken from its paragraph into the first cell of the first table."""
    note = re.search(r"<text:note .*?</text:note>", source, re.DOTALL).group()
    source = source.replace(note, "", 1)
    return source.replace("</text:p></table:table-cell>", note + "</text:p></table:table-cell>", 1), note


def squeezed(text):
    """Without blanks and hyphens, since lines break where a page wants them to."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def wanted(document):
    """Words that must stand on the pages: headings, cells, and what the notes say."""
    for block in document["blocks"]:
        if block["kind"] == "heading" and block["section"] not in listed(document):
            yield block["text"]
        elif block["kind"] == "table":
            yield from (cell["text"] for row in block["rows"] for cell in row["cells"])
        elif block["kind"] == "list" and block["section"] in listed(document):
            yield from (item["text"] for item in block["items"])


def listed(document):
    """The sections that only list sources: their entries are notes."""
    return {b["section"] for b in document["blocks"] if b["kind"] == "list" and all("evidence" in i for i in b["items"])}


def page_faults(path, text, words):
    sheets = text.split("\f")[:-1]
    for number, sheet in enumerate(sheets, 1):
        if f"{number} / {len(sheets)}" not in sheet:
            yield f"{path.name}: page {number} of {len(sheets)} has no number"
        if len(sheet.split()) < 12:
            yield f"{path.name}: page {number} of {len(sheets)} is empty"
    there = squeezed(text)
    for word in words:
        if squeezed(re.sub(r" ?\[\d+\]", "", word)) not in there:
            yield f"{path.name}: {word[:80]!r} is not on its pages"


def faults(made, folder):
    done = run(["xmllint", "--noout", "--nonet", *map(str, made)])
    if done.returncode:
        yield done.stderr.decode()[-2000:]
    source, note = note_moved((folder / "backend-engineer.talking-points.fodt").read_text())
    moved = folder / MOVED
    moved.write_text(source)
    pages, home = folder / "pdf", (folder / "office").as_uri()
    done = run(["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "--outdir", str(pages),
                str(moved), *map(str, made)])
    for path, document in {**made, moved: None}.items():
        pdf = pages / f"{path.stem}.pdf"
        if not pdf.exists():
            yield f"{path.name}: no PDF: {done.stderr.decode()[-400:]}"
            continue
        words = wanted(document) if document else [re.sub("<text:note-citation>.*?</text:note-citation>|<[^>]*>", "", note)]
        text = run(["pdftotext", "-layout" if not document else "-raw", str(pdf), "-"]).stdout.decode()
        yield from page_faults(path, text, words)


def main():
    build, program = pathlib.Path(sys.argv[1]), str(pathlib.Path(sys.argv[2]).resolve())
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        modules.skip(f"not installed: {', '.join(missing)}")
    folder = build.resolve() / "editor" / "fodt"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = make(program, folder)
    found = list(faults(made, folder))
    print("\n".join(found[:40]))
    print(f"{len(made)} documents, {len(found)} faults")
    sys.exit(1 if found or not made else 0)


if __name__ == "__main__":
    main()
