"""The texts that must stay text: our own list, the big list of naughty strings, and random ones.

clean(text) is what a format is expected to show of a text.
"""

import json
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent
SEED = 20261121
SIGNS = "*_~`#>-+=|\\[](){}!<>&;:.\"'/@^$%0123456789"
WORDS = ["a", "b", "word", "x1", "é", "ß", "日本", "“", "”", "…", "–", "\u00a0", "1.", "www.", "http://", "https://x.io/", "&amp;", "&#42;",
         "[x]", "[ ]", "[^1]", "](", "![", "<b>", "</b>", "<!--", "-->", "***", "---", "```", "~~~", "||", "\n", "\t", "\\\\", "e.g.", "C++"]

# What can harm is taken out: controls leave a U+FFFD, invisible direction marks and tags leave nothing.
BLANK = re.compile("[\t\n\v\f\r \x85\u2028\u2029]+")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef]|[\ufffe\uffff]|" + "|".join(chr(p << 16 | e) for p in range(1, 17) for e in (0xFFFE, 0xFFFF)))
HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def clean(text):
    return CONTROL.sub("\ufffd", HIDDEN.sub("", BLANK.sub(" ", text)))


def trim(text):
    """Without what vanishes at the ends, so that a text can be put right beside another."""
    edge = BLANK.pattern + "|" + HIDDEN.pattern
    return re.sub(f"^(?:{edge})+|(?:{edge})+$", "", text)


def listed():
    """(group, text) of both lists."""
    groups = json.loads((HERE / "payloads.json").read_text(encoding="utf-8"))
    pairs = [(group, text if isinstance(text, str) else text["repeat"] * text["times"])
             for group, texts in groups.items() if group != "about" for text in texts]
    return pairs + [("naughty", text) for text in json.loads((HERE / "naughty-strings.json").read_text(encoding="utf-8"))]


def made(count):
    """Random texts: signs only, and signs among words; the same ones every time."""
    source = random.Random(SEED)
    for i in range(count):
        few = "".join(source.sample(SIGNS, 4))  # few signs make pairs likely
        pool = [list(SIGNS), list(few), list(few) + [" ", "a"], WORDS + list(SIGNS) + [" "] * 12, list(SIGNS) + WORDS][i % 5]
        yield "random", "".join(source.choice(pool) for _ in range(source.randint(1, 24)))


def all_texts(count):
    pairs = [(group, trim(text)) for group, text in listed() + list(made(count))]
    return list(dict.fromkeys((group, text) for group, text in pairs if text))
