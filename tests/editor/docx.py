#!/usr/bin/env python3
"""Word documents, judged by programs that are not ours: every example in every document.

    docx.py BUILD PROGRAM [WORD...]     with words: only the checks of these names

archive    unzip and xmllint find nothing wrong with any part, nor with the workbooks inside
validator  Microsoft's validator finds no error: oldest and newest Office for all, every one between for one example
mammoth    the headings, lists, tables, quotes and notes that it reads are those that -f json lists
office     LibreOffice makes a PDF with every heading, and no page of it is empty
"""

import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor

import modules

PROFILES = modules.HERE.parent.parent / "data" / "profiles"
DOCUMENTS = ("talking-points", "one-page", "email", "script", "prep", "pilot", "plan", "recap", "experiment")
NEEDS = {"recap": "conversations", "experiment": "experiments"}
DATE = "2026-11-21"
ENDS = ("Office2013", "Microsoft365")
BETWEEN = ("Office2016", "Office2019", "Office2021")
THOROUGH = "backend-engineer"
TOOLS = ("unzip", "xmllint", "soffice", "pdftotext")
NODE_LIMIT = 300


def run(words, **more):
    return subprocess.run(words, capture_output=True, check=False, timeout=NODE_LIMIT, **more)


def make(program, folder):
    """All documents; returns their paths, each with its JSON."""
    made = {}
    for profile in sorted(PROFILES.glob("*.json")):
        given = json.loads(profile.read_text())
        for document in DOCUMENTS:
            if NEEDS.get(document, "ask") not in given:
                continue
            path = folder / f"{profile.stem}.{document}.docx"
            base = [program, "build", str(profile), "--as", document, "--date", DATE]
            done = run([*base, "-o", str(path)])
            told = run([*base, "-f", "json"])
            if done.returncode or told.returncode:
                sys.exit(f"{path.name}: {done.stderr.decode()}{told.stderr.decode()}")
            made[path] = json.loads(told.stdout)
    return made


# ---- archive ----

def unpack(data, folder):
    """Every part into a folder; a workbook into one of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            path = folder / name
            if name.endswith(".xlsx"):
                unpack(part, path)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(part)


def check_archive(made, folder):
    for path in made:
        done = run(["unzip", "-tq", str(path)])
        if done.returncode:
            yield f"{path.name}: {done.stdout.decode()}"
        unpack(path.read_bytes(), folder / "parts" / path.stem)
    parts = [str(p) for p in (folder / "parts").rglob("*") if p.suffix in (".xml", ".rels")]
    for at in range(0, len(parts), 500):
        done = run(["xmllint", "--noout", "--nonet", *parts[at:at + 500]])
        if done.returncode:
            yield done.stderr.decode()
    if len(parts) < 10 * len(made):
        yield f"{len(parts)} parts only"


# ---- validator ----

def check_validator(made, node_modules):
    (tool,) = (node_modules / "@xarsh").glob("ooxml-validator-*/ooxml-validator*")

    def validate(job):
        path, version = job
        done = run([str(tool), str(path), version])
        found = json.loads(done.stdout) if done.stdout else {"ok": False, "errors": done.stderr.decode()}
        return None if found["ok"] and not found["errors"] else f"{path.name} {version}: {found['errors']}"

    jobs = [(p, v) for p in made for v in (*ENDS, *(BETWEEN if p.name.startswith(THOROUGH) else ()))]
    with ThreadPoolExecutor() as pool:
        yield from (fault for fault in pool.map(validate, jobs) if fault)


# ---- mammoth ----

class Reader(html.parser.HTMLParser):
    """What stands in mammoth's HTML: (kind, text) in order, tables as rows of cells; notes apart."""

    def __init__(self, text):
        super().__init__()
        self.found, self.notes, self.open, self.silent = [], 0, [], 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "sup":
            self.silent += 1
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "li" and attrs.get("id", "").startswith("footnote-"):
            self.notes += 1
            self.open.append(None)
        elif tag in ("ul", "ol"):
            self.open.append(tag)
        elif tag == "table":
            self.found.append(("table", []))
        elif tag == "tr":
            self.found[-1][1].append([])
        elif tag in ("td", "th"):
            self.found[-1][1][-1].append("")
            self.open.append("cell")
        elif tag == "li":
            self.begin({"ul": "bullet", "ol": "number"}[self.open[-1]])
        elif tag in ("h1", "h2", "h3"):
            self.begin(tag)
        elif tag == "blockquote":
            self.begin("quote")
        elif tag == "p" and not self.open:
            self.begin(attrs.get("class", "paragraph"))

    def begin(self, kind):
        self.found.append((kind, ""))
        self.open.append(kind)

    def handle_endtag(self, tag):
        if tag == "sup":
            self.silent -= 1
        elif tag in ("ul", "ol", "td", "th", "li", "h1", "h2", "h3", "blockquote"):
            self.open.pop()
        elif tag == "p" and self.open and self.open[-1] in ("paragraph", "chart", "caption"):
            self.open.pop()

    def handle_data(self, data):
        if self.silent or not self.open or None in self.open:
            return
        if self.open[-1] == "cell":
            self.found[-1][1][-1][-1] += data
        else:
            kind, text = self.found.pop()
            self.found.append((kind, text + data))


def plain(text):
    return " ".join(re.sub(r" ?\[\d+\]", "", text).split())


def said(document):
    """The same out of our JSON: what a footnote tells has no list of its own."""
    found, blocks = [], document["blocks"]
    listed = {b["section"] for b in blocks if b["kind"] == "list" and all("evidence" in i for i in b["items"])}
    for block in blocks:
        kind = block["kind"]
        if block.get("section", "") in listed:
            continue
        if kind == "heading":
            found.append((f"h{block['level']}", plain(block["text"])))
        elif kind == "list":
            name = "number" if block["numbered"] else "bullet"
            found += [(name, plain(item["text"])) for item in block["items"]]
        elif kind == "table":
            rows = [[plain(cell["text"]) for cell in row["cells"]] for row in block["rows"]]
            found.append(("table", rows if any(rows[0]) else rows[1:]))
        elif kind == "quote":
            found += [("quote", plain(p["text"])) for p in block["blocks"]]
        elif kind == "chart":
            found.append(("caption" if block.get("points") is not None else "paragraph", plain(block["text"])))
        elif kind == "paragraph" and plain(block["text"]):
            found.append(("paragraph", plain(block["text"])))
        elif kind not in ("paragraph", "rule"):
            sys.exit(f"a block of the kind {kind} is not compared")
    return found


def read(entry):
    reader = Reader(entry["html"])
    found = []
    for kind, text in reader.found:
        if kind == "table":
            found.append((kind, [[plain(cell) for cell in row] for row in text]))
        elif plain(text):
            found.append((kind, plain(text)))
    return found, reader.notes


def check_mammoth(made, node_modules):
    done = run(["node", str(modules.HERE / "mammoth.mjs"), str(node_modules), *map(str, made)])
    if done.returncode:
        yield done.stderr.decode()
        return
    counted = 0
    for line in done.stdout.decode().splitlines():
        entry = json.loads(line)
        path = pathlib.Path(entry["path"])
        document = made[path]
        found, notes = read(entry)
        wanted = said(document)
        counted += len(wanted)
        for a, b in zip(found + [None], wanted + [None]):
            if a != b:
                yield f"{path.name}: read {a}\n    instead of {b}"
                break
        sources = len({source["number"] for source in document["sources"]})
        if notes != sources:
            yield f"{path.name}: {notes} footnotes, {sources} sources"
        for message in entry["odd"]:
            yield f"{path.name}: {message}"
    if counted < 10 * len(made):
        yield f"{counted} blocks compared only"


# ---- office ----

def check_office(made, folder):
    """One process converts them all, in a home of its own."""
    pages = folder / "pdf"
    home = (folder / "office").as_uri()
    done = run(["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "--outdir", str(pages),
                *map(str, made)])
    for path, document in made.items():
        pdf = pages / f"{path.stem}.pdf"
        if not pdf.exists():
            yield f"{path.name}: no PDF: {done.stderr.decode()[-400:]}"
            continue
        text = run(["pdftotext", "-layout", str(pdf), "-"]).stdout.decode()
        sheets = text.split("\f")[:-1]
        for number, sheet in enumerate(sheets, 1):
            if len(re.sub(r"Page \d+ of \d+", "", sheet).split()) < 3:
                yield f"{path.name}: page {number} of {len(sheets)} is empty"
            if f"Page {number} of {len(sheets)}" not in sheet:
                yield f"{path.name}: page {number} of {len(sheets)} has no number"
        words = " ".join(text.split())
        for kind, heading in said(document):
            if kind in ("h1", "h2", "h3") and heading not in words:
                yield f"{path.name}: \"{heading}\" is not on its pages"


def main():
    build, program, only = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    node_modules = modules.folder(build)
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        modules.skip(f"not installed: {', '.join(missing)}")
    folder = build.resolve() / "editor" / "docx"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = make(program, folder)
    checks = {
        "archive": lambda: check_archive(made, folder),
        "validator": lambda: check_validator(made, node_modules),
        "mammoth": lambda: check_mammoth(made, node_modules),
        "office": lambda: check_office(made, folder),
    }
    faults = [f"{name}: {fault}" for name, check in checks.items() if not only or name in only for fault in check()]
    print("\n".join(faults[:40]))
    print(f"{len(made)} documents, {len(faults)} faults")
    sys.exit(1 if faults or not made else 0)


if __name__ == "__main__":
    main()
