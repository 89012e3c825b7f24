"""Text and JSON hold any text without letting it act: nothing for a terminal to obey, nothing lost.

    inert.py PROBE [RANDOM TEXTS]

Text: no control or direction character, no line wider than the page but for words that cannot be broken, and every
word still there. JSON: strict, of the same shape for every text, with the text in it unchanged.
"""

import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "injection"))
import probe  # noqa: E402
import texts  # noqa: E402

WIDTHS = ["20", "72"]
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f\ufffe\uffff]")
RAW_JSON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")  # a string is a value there: only what ends lines or acts
SHOWN = 20


def text_fault(source, text):
    shown = source.decode("utf-8")
    raw = RAW.search(shown)
    if raw:
        return f"U+{ord(raw.group()):04X} in the output"
    if re.search(" $", shown, re.MULTILINE):
        return "a blank at the end of a line"
    if not shown.endswith("\n") or shown.endswith("\n\n"):
        return "not one line end at the end"
    squeezed, wanted = re.sub(r"[ \n]", "", shown), texts.clean(text).replace(" ", "")
    return None if squeezed.count(wanted) > 20 else "the text is not there"


def refuse(name):
    raise ValueError(f"{name} is no JSON")


def unique(pairs):
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def shape(value, text):
    """The value with `text` replaced by a mark, so that documents of different texts can be compared."""
    if isinstance(value, dict):
        return {key: shape(member, text) for key, member in value.items()}
    if isinstance(value, list):
        return [shape(member, text) for member in value]
    if not isinstance(value, str):
        return value
    return "TEXT" if value == text else re.sub(".*", "", value, flags=re.DOTALL) if text in value else value


def json_fault(source, text, reference):
    raw = RAW_JSON.search(source.decode("utf-8"))
    if raw:
        return f"U+{ord(raw.group()):04X} in the output"
    value = json.loads(source, parse_constant=refuse, object_pairs_hook=unique)
    return None if shape(value, text) == shape(reference, "harmlessword") else "another shape"


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    # A text that occurs in the document's own words could not be told from them.
    own = probe.documents(program, "json", ["harmlessword"])[0].decode("utf-8")
    pairs = [(group, text) for group, text in texts.all_texts(count) if json.dumps(text)[1:-1] not in own]
    words, wrong = [text for _, text in pairs], []
    for width in WIDTHS:
        for (group, text), source in zip(pairs, probe.documents(program, "text", words, width)):
            wrong.append((f"text at {width}", group, text, text_fault(source, text)))
    reference = json.loads(own)
    for (group, text), source in zip(pairs, probe.documents(program, "json", words)):
        wrong.append(("json", group, text, json_fault(source, text, reference)))
    checked, wrong = len(wrong), [row for row in wrong if row[3]]
    for what, group, text, fault in wrong[:SHOWN]:
        print(f"{what}: {group}: {text[:100]!r}: {fault}")
    print(f"{checked} documents: {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
