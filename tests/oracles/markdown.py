"""Markdown is parsed back: no text may change a document's structure, and every text comes back as it was.

    markdown.py PROBE [RANDOM TEXTS]

Each text is put into every position of a document; cmark-gfm must find the same tree as for a harmless word,
with the text in that word's place. Bare e-mail addresses are the exception: GFM links them after it has undone
every escape, so their links count as their text. The same with sources as footnotes and in brackets, and with
lines wrapped: a wrapped document has the tree of the one that is not. Exit status 77: cmark-gfm is not there.
"""

import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "injection"))
import probe  # noqa: E402
import texts  # noqa: E402

READER = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "footnotes", "-e", "tasklist", "-t", "xml"]
WORD = "harmlessword"
TOGETHER = 40  # random texts read in one go
WAYS = [("0", "usual"), ("0", "footnotes"), ("24", "footnotes"), ("24", "usual"), ("40", "inline")]  # of the probe
SHOWN = 20


def flat(node):
    """A block as one string: tags between STX and ETX, text as it is."""
    name = node.tag.split("}")[-1]
    if name == "softbreak":
        return " "
    if name in ("text", "code", "html_inline", "html_block", "code_block"):
        inner = node.text or ""
        return inner if name == "text" else f"\2{name}\3{inner}\2/\3"
    inner = "".join(flat(child) for child in node)
    if name == "link" and re.match("(mailto|xmpp):", node.get("destination", "")):
        return inner
    attributes = "".join(f" {key}={value}" for key, value in sorted(node.attrib.items()) if not key.startswith("{"))
    return f"\2{name}{attributes}\3{inner}\2/\3"


def blocks(source):
    """The top blocks of a document. A blank beside a tag may stand on either side of it."""
    run = subprocess.run(READER, input=source, stdout=subprocess.PIPE, check=True, timeout=60)
    # It has no name for footnotes. Text is escaped there, so that this can be nothing else.
    root = xml.etree.ElementTree.fromstring(run.stdout.replace(b"<unknown>", b"footnote"))
    return [re.sub(" *(\2[^\3]*\3) *", r"\1", flat(child)) for child in root]


def expected(reference, text):
    return [re.sub(" *(\2[^\3]*\3) *", r"\1", block.replace(WORD, texts.clean(text))) for block in reference]


def faults(reference, pairs, sources):
    """(group, text, block expected, block found) for each text whose document is not as it should be."""
    found = blocks(b"\n".join(sources))
    wanted = [block for _, text in pairs for block in expected(reference, text)]
    if found == wanted:
        return []
    if len(pairs) > 1:
        return [fault for pair, source in zip(pairs, sources) for fault in faults(reference, [pair], [source])]
    want, have = next(((w, h) for w, h in zip(wanted + [""], found + [""]) if w != h), (f"{len(wanted)} blocks", f"{len(found)} blocks"))
    return [(*pairs[0], want, have)]


def batches(pairs, sources, together):
    """Listed texts stand alone; random ones share a reader."""
    at = 0
    while at < len(pairs):
        size = together if pairs[at][0] == "random" else 1
        yield pairs[at:at + size], sources[at:at + size]
        at += size


def faults_of(program, way, pairs):
    width, citations = way
    reference = blocks(probe.documents(program, "markdown", [WORD], "0", citations)[0])
    sources = probe.documents(program, "markdown", [text for _, text in pairs], width, citations)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda batch: faults(reference, *batch), batches(pairs, sources, 1 if citations == "footnotes" else TOGETHER))
        return [(f"{citations} at {width}", *fault) for result in results for fault in result]


def main():
    if not shutil.which(READER[0]):
        print(f"skipped: {READER[0]} is not installed")
        return 77
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4000
    pairs = texts.all_texts(count)
    few = texts.all_texts(count // 8)
    wrong = [fault for way in WAYS for fault in faults_of(program, way, pairs if way == WAYS[0] else few)]
    for way, group, text, want, have in wrong[:SHOWN]:
        print(f"{way}: {group}: {text[:100]!r}\n  expected {want[:300]!r}\n  found    {have[:300]!r}")
    print(f"{len(pairs)} texts, {len(few)} of them in {len(WAYS)} ways: {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
