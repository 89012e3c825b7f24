"""HTML, Word and LibreOffice documents are parsed back: no text may change the tree of a document.

    trees.py PROBE [RANDOM TEXTS]

Each text is put into every position of a document, with each way of telling sources. The elements and attributes must
be those of a harmless word's document, with the text in that word's place, as it is expected to be shown. Lengths may
differ: a column is as wide as its words.
"""

import html.parser
import io
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import probe  # noqa: E402
import texts  # noqa: E402

WORD = "harmlessword"
WAYS = [(form, citations) for form in ("html", "docx", "fodt") for citations in ("usual", "footnotes", "endnotes", "inline")]
SHOWN = 20
LENGTH = re.compile(r"-?[0-9.]+(cm|pt|em|%)?")
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f\ufffe\uffff]")


class Page(html.parser.HTMLParser):
    """What a browser's parser would be told: tags, attributes and text, in order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tokens = []

    def handle_starttag(self, tag, attrs):
        self.tokens.append(("<" + tag, sorted(attrs)))

    def handle_endtag(self, tag):
        self.tokens.append(("</" + tag, []))

    def handle_data(self, data):
        self.tokens.append(("text", [("", data)]))

    def handle_comment(self, data):
        self.tokens.append(("comment", [("", data)]))

    def handle_decl(self, decl):
        self.tokens.append(("declaration", [("", decl)]))

    def handle_pi(self, data):
        self.tokens.append(("instruction", [("", data)]))


def page_tokens(source):
    page = Page()
    page.feed(source.decode("utf-8"))
    page.close()
    return page.tokens


def tree_tokens(node):
    yield "<" + node.tag, sorted(node.attrib.items())
    if node.text:
        yield "text", [("", node.text)]
    for child in node:
        yield from tree_tokens(child)
        if child.tail:
            yield "text", [("", child.tail)]
    yield "</" + node.tag, []


def package_tokens(source):
    """The parts in order; a chart carries its numbers as a package of its own."""
    with zipfile.ZipFile(io.BytesIO(source)) as package:
        for name in package.namelist():
            yield "part", [("", name)]
            part = package.read(name)
            yield from package_tokens(part) if part.startswith(b"PK") else tree_tokens(xml.etree.ElementTree.fromstring(part))


READERS = {
    "html": page_tokens,
    "docx": package_tokens,
    "fodt": lambda source: tree_tokens(xml.etree.ElementTree.fromstring(source)),
}


def shown(value, where):
    """Blanks count as one and none at the ends; numbers of an attribute count as one another."""
    if where and LENGTH.fullmatch(value):
        return "0"
    return re.sub("[ \t\n]+", " ", value).strip(" ")


def skeleton(tokens, form):
    """Tokens with neighbouring text joined, as lists of strings."""
    found = []
    for kind, values in tokens:
        if kind == "text" and found and found[-1][0] == "text":
            found[-1][1][0] = ("", found[-1][1][0][1] + values[0][1])
        else:
            found.append((kind, list(values)))
    for kind, values in found:
        values = [(name, shown(value or "", name)) for name, value in values if not (form == "html" and name == "class")]
        if kind != "text" or values[0][1]:
            yield kind, values


def expected(reference, text):
    """Blanks beside the word and in it become one where they meet."""
    return [(kind, [(name, shown(value.replace(WORD, texts.clean(text)), name)) for name, value in values])
            for kind, values in reference]


def fault(reference, form, text, source):
    if form != "docx" and (raw := RAW.search(source.decode("utf-8"))):
        return f"U+{ord(raw.group()):04X} in the output"
    found, wanted = list(skeleton(READERS[form](source), form)), expected(reference, text)
    if found == wanted:
        return None
    for want, have in zip(wanted, found):
        if want != have:
            return f"\n  expected {str(want)[:300]}\n  found    {str(have)[:300]}"
    return f"{len(found)} tokens instead of {len(wanted)}"


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100
    checked, wrong = 0, []
    for form, citations in WAYS:
        # A text that stands in the document's own words could not be told from the word it replaces.
        reference = list(skeleton(READERS[form](probe.documents(program, form, [WORD], "0", citations)[0]), form))
        # The usual way takes all texts, the others those that were made to do harm.
        pairs = texts.all_texts(count if citations == "usual" else 0)
        pairs = [pair for pair in pairs if citations == "usual" or pair[0] != "naughty"]
        for (group, text), source in zip(pairs, probe.documents(program, form, [text for _, text in pairs], "0", citations)):
            checked += 1
            found = fault(reference, form, text, source)
            if found:
                wrong.append((f"{form}, {citations}", group, text, found))
    for what, group, text, found in wrong[:SHOWN]:
        print(f"{what}: {group}: {text[:100]!r}: {found}")
    print(f"{checked} documents: {len(wrong)} wrong")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
