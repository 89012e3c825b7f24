"""HTML is parsed back, as XML and as HTML: no text may change a page's structure, and every text comes back as it was.

    pages.py PROBE PROGRAM [RANDOM TEXTS]

Each text is put into every position of a document. A strict XML parser must find the same tree as for a harmless word,
with the text in that word's place; Python's lenient HTML parser must find the same tags. xmllint reads every page of
every example, also with style sheets that try to get out of their element; in each page all references inside it lead
somewhere, nothing is loaded and nothing runs. Exit status 77: xmllint is not there.
"""

import collections
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "injection"))
import probe  # noqa: E402
import texts  # noqa: E402

WORD = "harmlessword"
SHOWN = 20
DATE = "2026-11-21"
FORBIDDEN = {"script", "link", "iframe", "object", "embed", "img", "base", "form", "input", "foreignObject", "use", "a:set", "animate"}
LOADING = {"src", "srcset", "srcdoc", "action", "formaction", "background", "poster", "data", "style"}
SHEETS = ["</style><script>alert(1)</script>", "</STYLE\n><b>", "]]><b>", "<!--", "a > b & c { content: '<' }", "/*", "\x00\x1b\ufffe", "\\", "'"]


# ---- texts in every position ----

def squeeze(text):
    return re.sub(r"[ \n]+", " ", text or "")


def attributes_of(element):
    """How wide a table is for a phone depends on its words, and may."""
    return tuple(sorted((key, re.sub("^(wide|slim)$", "wide|slim", value)) for key, value in element.attrib.items()))


def flat(element, out):
    out.append(("<", element.tag, attributes_of(element)))
    out.append(squeeze(element.text))
    for child in element:
        flat(child, out)
        out.append(squeeze(child.tail))
    out.append((">", element.tag))
    return out


def tree(source):
    return flat(xml.etree.ElementTree.fromstring(source), [])


def put(part, text):
    if isinstance(part, str):
        return squeeze(part.replace(WORD, text))
    return (part[0], part[1], tuple((k, squeeze(v.replace(WORD, text))) for k, v in part[2])) if len(part) > 2 else part


class Tags(html.parser.HTMLParser):
    """Tags, comments and declarations, as a browser's first step finds them."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(source.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, tuple(key for key, _ in attrs)))

    def handle_endtag(self, tag):
        self.found.append(("/", tag))

    def other(self, data):
        self.found.append(("!", data))

    handle_comment = handle_decl = handle_pi = unknown_decl = other


def text_faults(program, pairs):
    reference = probe.documents(program, "html", [WORD])[0]
    wanted, tags = tree(reference), Tags(reference).found
    for (group, text), source in zip(pairs, probe.documents(program, "html", [text for _, text in pairs])):
        try:
            found = tree(source)
        except xml.etree.ElementTree.ParseError as error:
            yield group, text, f"not well-formed: {error}"
            continue
        shown = texts.clean(text)
        wrong = next(((w, f) for w, f in zip((put(part, shown) for part in wanted), found) if w != f), None)
        if wrong or len(found) != len(wanted):
            yield group, text, f"wanted {wrong[0]!r}, found {wrong[1]!r}" if wrong else "another number of elements"
        elif group != "random" and Tags(source).found != tags:
            yield group, text, "a lenient parser finds other tags"


# ---- whole pages ----

def page_faults(name, source):
    root = xml.etree.ElementTree.fromstring(source)
    elements = list(root.iter())
    ids = collections.Counter(e.get("id") for e in elements if e.get("id"))
    yield from (f"{name}: id {key} {count} times" for key, count in ids.items() if count > 1)
    for element in elements:
        tag = element.tag.split("}")[-1]
        if tag in FORBIDDEN:
            yield f"{name}: <{tag}>"
        for key, value in element.attrib.items():
            wanted = value[1:].split() if key == "href" and value.startswith("#") else value.split() if key == "aria-labelledby" else []
            yield from (f"{name}: {key} leads to {ref}, which is not there" for ref in wanted if ref not in ids)
            if key in LOADING or key.startswith("on") or (key == "href" and not re.match("#|https?://|mailto:", value)):
                yield f"{name}: {tag} {key}={value}"
    for sheet in root.iter("style"):
        yield from (f"{name}: the style sheet has {found}" for found in re.findall(r"url\(|@import|expression", sheet.text))
    levels = [int(e.tag[1]) for e in elements if re.fullmatch("h[1-6]", str(e.tag))]
    if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        yield f"{name}: headings of levels {levels}"


def documents_of(profile):
    given = json.loads(profile.read_text())
    needs = {"recap": "conversations", "experiment": "experiments"}
    for outline in sorted((ROOT / "data" / "outlines").glob("*.json")):
        name = json.loads(outline.read_text())["outline"]
        if name not in ("readiness", "review", "team", "roll-up") and needs.get(name, "ask") in given:
            yield name


def built(program, profile, document, *options):
    return subprocess.run([program, "build", str(profile), "--as", document, "-f", "html", "--date", DATE, *options],
                          stdout=subprocess.PIPE, check=True).stdout


def pages(program, folder):
    """(name, file) of every example's documents, and of one with each style sheet."""
    profiles = sorted((ROOT / "data" / "profiles").glob("*.json"))
    for profile in profiles:
        for document in documents_of(profile):
            path = folder / f"{profile.stem}.{document}.html"
            path.write_bytes(built(program, profile, document))
            yield path.name, path
    for i, sheet in enumerate(SHEETS):
        (folder / "sheet.css").write_text(sheet)
        path = folder / f"sheet-{i}.html"
        path.write_bytes(built(program, profiles[0], "one-page", "--style", str(folder / "sheet.css")))
        yield path.name, path


def main():
    if not shutil.which("xmllint"):
        print("skipped: xmllint is not installed")
        return 77
    program, count = sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 600
    pairs = texts.all_texts(count)
    wrong = [f"{group}: {text[:100]!r}: {fault}" for group, text, fault in text_faults(sys.argv[1], pairs)]
    with tempfile.TemporaryDirectory() as folder:
        made = dict(pages(program, pathlib.Path(folder)))
        run = subprocess.run(["xmllint", "--noout", *map(str, made.values())], stderr=subprocess.PIPE, text=True, check=False)
        wrong += run.stderr.splitlines()
        wrong += [fault for name, path in made.items() for fault in page_faults(name, path.read_bytes())]
    for fault in wrong[:SHOWN]:
        print(fault)
    print(f"{len(pairs)} texts, {len(made)} pages: {len(wrong)} wrong")
    return 1 if wrong or not made else 0


if __name__ == "__main__":
    sys.exit(main())
