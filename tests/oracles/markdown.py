"""Markdown is parsed back: no text may change a document's structure, and every text comes back as it was.

    markdown.py PROBE [RANDOM TEXTS]

Each text is put into every position of a document; cmark-gfm must find the same tree as for a harmless word,
with the text in that word's place. Bare e-mail addresses are the exception: GFM links them after it has undone
every escape, so their links count as their text. Exit status 77: cmark-gfm is not there.
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
SHOWN = 20


def flat(node):
    """A block as one string: tags between STX and ETX, text as it is."""
    name = node.tag.split("}")[-1]
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
    root = xml.etree.ElementTree.fromstring(run.stdout)
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


def batches(pairs, sources):
    """Listed texts stand alone; random ones share a reader."""
    at = 0
    while at < len(pairs):
        size = TOGETHER if pairs[at][0] == "random" else 1
        yield pairs[at:at + size], sources[at:at + size]
        at += size


def main():
    if not shutil.which(READER[0]):
        print(f"skipped: {READER[0]} is not installed")
        return 77
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4000
    reference = blocks(probe.documents(program, "markdown", [WORD])[0])
    pairs = texts.all_texts(count)
    sources = probe.documents(program, "markdown", [text for _, text in pairs])
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = pool.map(lambda batch: faults(reference, *batch), batches(pairs, sources))
        wrong = [fault for result in results for fault in result]
    for group, text, want, have in wrong[:SHOWN]:
        print(f"{group}: {text[:100]!r}\n  expected {want[:300]!r}\n  found    {have[:300]!r}")
    print(f"{len(pairs)} texts in {len(reference)} blocks each: {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
