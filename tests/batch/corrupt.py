#!/usr/bin/env python3
"""Thousands of profiles, a tenth of them spoilt in thirty ways: corrupt.py PROGRAM [COUNT]

Every good document must be there, byte for byte as in a run over the good ones alone; every bad profile must be
told in exactly one line with its file, line and column, which is exact where one place is the right one.
"""
import json
import random
import re

from common import lines, main, run, text_of

SHARE = 0.1


def in_a_string(data, dice):
    """Somewhere within a string of plain letters."""
    strings = re.finditer(rb'"((?:[^"\\]|\\.)*)"', data)
    spans = [m.span(1) for m in strings if re.fullmatch(rb"[ -\[\]-~]{2,}", m.group(1))]
    start, end = dice.choice(spans)
    return dice.randrange(start + 1, end)


def put(what):
    def spoil(data, dice):
        at = in_a_string(data, dice)
        return data[:at] + what + data[at:], at
    return spoil


def number(what):
    def spoil(data, dice):
        found = dice.choice(list(re.finditer(rb"(?<=[:\[,])-?\d[\d.]*(?=[,\]}])", data)))
        return data[:found.start()] + what + data[found.end():], None
    return spoil


def cut(data, dice):
    at = dice.randrange(1, len(data) - 1)
    while data[at] & 0xC0 == 0x80:
        at -= 1
    return data[:at], None


def twice(data, dice):
    found = re.match(rb'\{("[$a-z]+"):', data)
    return data[:found.end()] + b" 1," + found.group(1) + b":" + data[found.end():], found.end() + 3


def behind(data, dice):
    return data + b" " + dice.choice([b"x", b"]", b"}", b"{}", b"1", b"//"]), len(data) + 1


KINDS = {
    "a NUL": put(b"\0"), "an escape character": put(b"\x1b"), "a tab": put(b"\t"), "a return": put(b"\r"),
    "0xFF": put(b"\xff"), "overlong": put(b"\xc0\xaf"), "half a pair": put(b"\xed\xa0\x80"), "beyond": put(b"\xf4\x90\x80\x80"),
    "no escape": put(b"\\q"), "half an escape": put(b"\\ud800"), "an escaped NUL": put(b"\\u0000"),
    "cut": cut, "something behind": behind, "a key twice": twice,
    "012": number(b"012"), "1.": number(b"1."), "+1": number(b"+1"), "NaN": number(b"NaN"), "1e999": number(b"1e999"),
    "0x1F": number(b"0x1F"), "no number": number(b"-"),
    "UTF-16": lambda d, dice: (d.decode().encode("utf-16").replace(b"\n", b" "), 0),
    "deep": lambda d, dice: (d.replace(b":", b":" + b"[" * 50000 + b"]" * 50000, 1), None),
    "a comment": lambda d, dice: (b"{/* c */" + d[1:], 1), "single quotes": lambda d, dice: (d.replace(b'"', b"'"), 1),
    "zeros": lambda d, dice: (bytes(len(d)), 0), "noise": lambda d, dice: (b"\0" + bytes(dice.choices(range(11, 256), k=200)), 0),
    "HTML": lambda d, dice: (b"<!DOCTYPE html><title>Sign in</title>", 0),
    "a list": lambda d, dice: (b"[" + d + b"]", 0), "a trailing comma": lambda d, dice: (d[:-1] + b",}", None),
}


def column(data, at):
    return 1 + sum(1 for byte in data[:at] if byte & 0xC0 != 0x80)


def spoil(items, dice):
    """The lines with some spoilt; of each bad one its kind, and its column where it is defined."""
    mixed, bad = [], {}
    kinds = sorted(KINDS)
    for i, item in enumerate(items):
        if dice.random() < SHARE:
            kind = kinds[len(bad) % len(kinds)]
            item, at = KINDS[kind](item, dice)
            bad[i + 1] = (kind, None if at is None else column(item, at))
        mixed.append(item)
    return mixed, bad


def told_of(done):
    told = {}
    for line in done.lines():
        found = re.match(r"<stdin>:(\d+):(\d+): error: ", line)
        if found:
            told.setdefault(int(found.group(1)), []).append((int(found.group(2)), line))
    return told


def test(checks, folder, count="2000"):
    dice = random.Random(6)
    items = lines(int(count), seed=5)
    mixed, bad = spoil(items, dice)
    clean = run(checks.program, "-f", "markdown", "--diagnostics", "gcc", "-q",
                stdin=text_of(item for i, item in enumerate(items) if i + 1 not in bad))
    checks.same(clean.status, 0, "the good ones alone")
    done = run(checks.program, "-f", "markdown", "--diagnostics", "gcc", "-q", "-j", 2, stdin=text_of(mixed))
    checks.same(done.status, 1, "status")
    clean_lines, mixed_lines = clean.out.splitlines(), done.out.splitlines()
    checks.same(len(mixed_lines), len(items) - len(bad), "documents")
    checks.that(mixed_lines == clean_lines, "the good documents are not those of a clean run")
    names = [json.loads(line)["name"] for line in mixed_lines[:50]]
    checks.same(len(set(names)), len(names), "people")
    told = told_of(done)
    checks.same(sorted(told), sorted(bad), "lines that are told")
    exact = 0
    for number_, (kind, place) in bad.items():
        found = told.get(number_, [])
        checks.same(len(found), 1, f"line {number_}, {kind}: messages")
        if place is not None and found:
            exact += 1
            checks.same(found[0][0], place, f"line {number_}, {kind}: {found[0][1]}")
    checks.that(exact > len(bad) // 3, "few places are defined")
    print(f"{len(items)} profiles, {len(bad)} bad in {len(KINDS)} ways, {exact} exact places")


if __name__ == "__main__":
    main(test)
