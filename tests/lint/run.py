#!/usr/bin/env python3
"""Holds the rules about wording against sentences whose effect is known, and against what rtopitch writes itself.

usage: run.py PROGRAM

innocent.txt and better.txt must pass without a word, harmful.txt and bad.txt must be caught, and neither the
phrases of the packs nor any document made from an example profile may trip a rule that warns."""
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROFILES = sorted((ROOT / "data" / "profiles").glob("*.json"))
DATE = "2026-11-21"
BAD_LEAST = 40


def lines_of(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def run(program, *arguments, text=None):
    return subprocess.run([program, *arguments], input=text.encode() if text is not None else None,
                          stdin=subprocess.DEVNULL if text is None else None, capture_output=True, check=False)


def lint(program, text):
    """The findings as (line, severity, code, words found)."""
    done = run(program, "lint", "--diagnostics=json", text=text)
    if done.returncode not in (0, 1) or done.stderr:
        raise SystemExit(f"lint ended with {done.returncode}: {done.stderr.decode()}")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return [(row["line"], row["severity"], row["code"], row["found"]) for row in rows]


def in_each(program, sentences):
    """What is found in each, one run a sentence: some rules depend on what came before."""
    return [[row[1:] for row in lint(program, sentence)] for sentence in sentences]


# ---- sentences ----

def check_silent(program, name):
    sentences = lines_of(name)
    for sentence, found in zip(sentences, in_each(program, sentences)):
        for severity, code, words in found:
            yield f'{name}: {severity} {code} at "{words}": {sentence}'


def check_caught(program):
    rows = [line.split(" ", 1) for line in lines_of("harmful.txt")]
    for (code, sentence), found in zip(rows, in_each(program, [sentence for _, sentence in rows])):
        if code not in [other for _, other, _ in found]:
            yield f"harmful.txt: {code} is silent: {sentence}"


# ---- the forty examples ----

def check_profile(program, change):
    profile = json.loads((ROOT / "data" / "profiles" / "backend-engineer.json").read_text())
    change(profile)
    return run(program, "check", "-", "--date", DATE, "--diagnostics=gcc", text=json.dumps(profile)).stdout.decode()


def without_notice(profile):
    del profile["pilot"]["notice_days"]


def without_concerns(profile):
    profile["concerns"] = []


def with_unequal_sides(profile):
    metric = profile["history"]["metrics"][0]
    metric.pop("values")
    metric["samples"] = {"office": [31, 30, 32, 33], "remote": list(range(20, 36))}


LONG = ("The reason I am writing is that over the past two years I have found that on the days when I am not in the "
        "office I can finish the reports that the finance team needs before the month closes.")
LATE = "The plant makes valves. " * 40 + "\n\nI propose two days at home from 1 March."


def is_caught(program, code, example):
    if example == "@no_notice":
        return "[L18]" in check_profile(program, without_notice)
    if example == "@no_concern":
        return "readiness.concerns" in check_profile(program, without_concerns)
    if example == "@unequal":
        return "[L39]" in check_profile(program, with_unequal_sides)
    text = {"@late": LATE, "@long": LONG}.get(example, example)
    return code in [other for _, _, other, _ in lint(program, text)]


def check_examples(program):
    rows = [line.split(" ", 1) for line in lines_of("bad.txt")]
    missed = [f"bad.txt: {code} is silent: {example}" for code, example in rows if not is_caught(program, code, example)]
    if len(rows) - len(missed) < BAD_LEAST:
        yield from missed


# ---- what rtopitch writes itself ----

def phrases(value):
    """The phrases within a point or an entry: strings, alternatives, and alternatives with a condition."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from phrases(item)
    elif isinstance(value, dict):
        yield from phrases(value.get("text", []))


def pack_phrases():
    for path in sorted((ROOT / "data" / "rules").glob("*.json")):
        if path.stem == "readiness":
            continue
        for rule in json.loads(path.read_text())["rules"]:
            point = rule.get("point", {})
            if not rule.get("private"):
                for key in ("lead", "text", "cells"):
                    yield from ((f"{path.name} {rule['id']}", phrase) for phrase in phrases(point.get(key, [])))
    for entry in json.loads((ROOT / "data" / "concerns" / "concerns.json").read_text())["concerns"]:
        for key in ("acknowledge", "say", "action", "measure"):
            yield from ((f"concerns.json {entry['id']} {key}", phrase) for phrase in phrases(entry.get(key, [])))
    for path in sorted((ROOT / "data" / "outlines").glob("*.json")):
        outline = json.loads(path.read_text())
        if not outline.get("private") and path.stem != "readiness":
            for section in outline["sections"]:
                yield from ((f"{path.name} {section['id']}", phrase) for phrase in phrases(section.get("title", [])))


def plain(phrase):
    """As a reader would meet it: facts are a word in capitals, optional parts are there."""
    text = re.sub(r"\{\{|\}\}|\[\[|\]\]", "", phrase)
    text = re.sub(r"\{[^}]*\}", "N9", text)
    return re.sub(r"[\[\]]", "", text).replace("\n", " ")


def check_packs(program):
    rows = sorted(set((where, plain(phrase)) for where, phrase in pack_phrases()))
    for (where, text), found in zip(rows, in_each(program, [text for _, text in rows])):
        for severity, code, words in found:
            if severity != "note":
                yield f'{where}: {severity} {code} at "{words}": {text}'
    if len(rows) < 200:
        yield f"only {len(rows)} phrases were found in the packs"


def documents(program):
    names = [json.loads(path.read_text()).get("name", path.stem) for path in sorted((ROOT / "data" / "outlines").glob("*.json"))]
    return [name for name in names if name not in ("readiness", "prep", "gaps", "review", "team", "roll-up")]


def check_documents(program):
    for path in PROFILES:
        for name in documents(program):
            done = run(program, "build", path, "--as", name, "--date", DATE, "-q")
            if done.returncode:
                continue
            for line, severity, code, words in lint(program, done.stdout.decode()):
                if severity == "error":
                    yield f'{path.name} {name}:{line}: {code} at "{words}"'


def check_profiles(program):
    for path in PROFILES:
        done = run(program, "check", path, "--date", DATE, "--diagnostics=gcc")
        for line in done.stdout.decode().splitlines():
            if re.search(r"(error|warning): .*\[L\d\d\]$", line):
                yield line


# ---- leaving out ----

LEFT_OUT = [  # what is added, where the words must not appear
    ("needs", {"need": "a place where I am not micromanaged", "why": "deep work"}, "micromanaged"),
    ("needs", {"need": "quiet mornings", "why": "my anxiety gets worse in the open office"}, "anxiety"),
    ("costs", {"cost": "none, or I quit"}, "or I quit"),
    ("deliverables", {"title": "Acme's £2m renewal", "done": "2026-01-01"}, "Acme"),
]


def check_left_out(program):
    original = json.loads((ROOT / "data" / "profiles" / "backend-engineer.json").read_text())
    for key, item, word in LEFT_OUT:
        profile = json.loads(json.dumps(original))
        profile[key].insert(0, item)
        text = json.dumps(profile)
        for name in documents(program):
            done = run(program, "build", "-", "--as", name, "--date", DATE, text=text)
            if done.returncode or word in done.stdout.decode():
                yield f"{name}: {item} is not left out (exit {done.returncode})"
            if b"left out of what you share" not in done.stderr:
                yield f"{name}: nothing tells that {item} was left out"
        checked = run(program, "check", "-", "--date", DATE, text=text)
        if checked.returncode != 1:
            yield f"check accepts {item}"
        profile["meta"] = {"ignore": ["L01", "L04", "L28", "L29"]}
        done = run(program, "build", "-", "--date", DATE, text=json.dumps(profile))
        if done.stderr:
            yield f"an ignored code still speaks: {done.stderr.decode()}"


# ---- whose words are judged ----

OTHERS = [  # a place in the profile that is not the user's own, and one that nobody else sees
    ("concerns", 0, "said"), ("mandate", "reason"), ("mandate", "policy"), ("deliverables", 0, "said", "text"),
    ("history", "reviews", 1, "said"), ("conversations", 0, "said"), ("conversations", 0, "agreed", 0), ("wants", 0),
    ("private", "notes", 0), ("private", "reasons", 0), ("private", "alternatives", 0), ("pilot", "decider"),
    ("history", "metrics", 0, "source"), ("person", "team"), ("cover", "onsite_backup"),
]
OWN = [
    ("needs", 0, "need"), ("needs", 0, "why"), ("mitigations", 0, "action"), ("deliverables", 0, "outcome"),
    ("tasks", 0, "why"), ("practices", "proposed", 1), ("commute", "reinvest"), ("costs", 0, "mitigation"),
    ("experiments", 0, "question"), ("ask", "preferred", "note"), ("person", "goals", 0), ("manager", "priorities", 1),
]


def check_voices(program):
    original = (ROOT / "data" / "profiles" / "backend-engineer.json").read_text()
    for places, wanted in ((OTHERS, False), (OWN, True)):
        for place in places:
            profile = json.loads(original)
            inner = profile
            for step in place[:-1]:
                inner = inner[step]
            inner[place[-1]] = "two \u201cquiet\u201d\tmornings, or I quit"
            done = run(program, "check", "-", "--date", DATE, "--diagnostics=json", text=json.dumps(profile))
            found = [json.loads(line) for line in done.stdout.splitlines()]
            found = [row for row in found if row["code"] == "L01"]
            pointer = "".join(f"/{step}" for step in place)
            if bool(found) != wanted or any(row["pointer"] != pointer or row["found"] != "or I quit" for row in found):
                yield f"{pointer}: {'missed' if wanted else 'judged'}: {found}"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults = [
        *check_silent(program, "innocent.txt"),
        *check_silent(program, "better.txt"),
        *check_caught(program),
        *check_examples(program),
        *check_packs(program),
        *check_documents(program),
        *check_profiles(program),
        *check_left_out(program),
        *check_voices(program),
    ]
    print("\n".join(faults) or "every sentence is judged as expected")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
