#!/usr/bin/env python3
"""Holds every document against what rtopitch promises: no number without an origin, nothing private
in a shareable document, the concern before the ask, the same bytes twice.

usage: check.py PROGRAM [GENERATED]

Besides the examples it builds GENERATED profiles (default 200): the examples with members taken out
or changed at random from a fixed seed. They are invented test data."""
import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATE = "2026-11-21"
NUMBER_WORDS = set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split())
PRIVATE_KEYS = ("private", "wants")
PRIVATE_WORDS = ("office", "hybrid", "remote", "below", "meets", "above")  # of hired_as and rating
NEEDED = set("person role ask preferred office_days about name better mode from date title need concern action cost "
             "kind question metric limit metrics".split())
CHOICES = {
    "stance": ["supportive", "open", "neutral", "sceptical", "opposed"],
    "relationship": ["strong", "good", "new", "strained"],
    "enforcement": ["strict", "moderate", "loose", "unknown"],
    "strategy": ["auto", "push_back", "earn_back"],
    "from": ["manager", "senior", "company"],
    "about": ["productivity", "visibility", "culture", "new_staff", "headcount", "manager_role", "real_estate",
              "fairness", "security", "customers", "tried_before", "responsiveness", "cost", "policy"],
}


def run(program, arguments, text):
    return subprocess.run([program, *arguments], input=text.encode(), capture_output=True, check=False)


def build(program, profile, document, form):
    done = run(program, ["build", "-", "--as", document, "-f", form, "--date", DATE, "-q"], json.dumps(profile))
    return done.stdout.decode() if done.returncode == 0 else None


# ---- invented profiles ----

def drop_members(value, chance, dice):
    if isinstance(value, dict):
        for key in list(value):
            if key not in NEEDED and dice.random() < chance:
                del value[key]
            else:
                drop_members(value[key], chance, dice)
    elif isinstance(value, list):
        for item in value:
            drop_members(item, chance, dice)


def change_members(value, dice):
    if isinstance(value, dict):
        for key, member in value.items():
            if key in CHOICES and isinstance(member, str) and dice.random() < 0.5:
                value[key] = dice.choice(CHOICES[key])
            elif key == "values":
                value[key] = {month: round(number * dice.uniform(0.5, 1.5), 1) for month, number in member.items()}
            else:
                change_members(member, dice)
    elif isinstance(value, list):
        for item in value:
            change_members(item, dice)


def change_ask(profile, dice):
    days = sorted(dice.choices(range(0, 6), k=3))
    profile["ask"] = {name: {"office_days": day} for name, day in zip(("preferred", "acceptable", "starter"), days)}
    if dice.random() < 0.3:
        del profile["ask"]["starter"]
    if dice.random() < 0.5:
        profile["ask"]["start"] = "2027-02-01"


def invent(examples, dice):
    profile = copy.deepcopy(dice.choice(examples))
    change_members(profile, dice)
    if dice.random() < 0.6:
        change_ask(profile, dice)
    drop_members(profile, dice.choice([0, 0.05, 0.15, 0.3]), dice)
    profile.setdefault("person", {})["role"] = "Invented role"
    profile.setdefault("ask", {}).setdefault("preferred", {}).setdefault("office_days", 2)
    return profile


# ---- what is held ----

def walk(blocks):
    for block in blocks:
        yield block
        for key in ("items", "rows", "cells", "blocks"):
            yield from walk(block.get(key, []))


def strings_of(value):
    if isinstance(value, dict):
        for member in value.values():
            yield from strings_of(member)
    elif isinstance(value, list):
        for item in value:
            yield from strings_of(item)
    elif isinstance(value, str):
        yield value


def check_spans(document):
    """Own words hold no number; a value's words have a fact and an origin."""
    spans = 0
    for block in walk(document["blocks"]):
        for span in block.get("spans", []):
            spans += 1
            if span["kind"] == "citation" or "text" not in span:
                continue
            if "origin" in span:
                origin = span["origin"]
                if not (origin.get("pointer") or origin.get("formula")):
                    yield f"no place and no formula behind {span['text']!r}"
                continue
            words = set(re.findall(r"[a-z]+", span["text"].lower()))
            source = span.get("evidence") or block.get("evidence") or span["kind"] == "link"
            if not source and (re.search(r"\d", span["text"]) or words & NUMBER_WORDS):
                yield f"a number of its own: {span['text']!r}"
            if re.search(r"[,;] (but|however)\b", span["text"]):
                yield f"takes back what it said: {span['text']!r}"
    if not spans:
        yield "no span at all: the check reads the wrong shape"


def check_order(document):
    """In the summary the concern stands before the ask."""
    rules = [point["rule"] for block in document["blocks"] if block.get("section") == "summary"
             for point in block.get("points", [])]
    heard = [i for i, rule in enumerate(rules) if rule.startswith("foundation.hear")]
    asked = [i for i, rule in enumerate(rules) if "propose" in rule]
    if heard and asked and min(asked) < min(heard):
        yield "the ask stands before the concern"


def check_private(profile, texts):
    public = json.dumps({k: v for k, v in profile.items() if k not in PRIVATE_KEYS}, ensure_ascii=False)
    for key in PRIVATE_KEYS:
        for secret in strings_of(profile.get(key, [])):
            if len(secret) < 6 or secret in PRIVATE_WORDS or secret in public:
                continue
            for form, text in texts.items():
                if secret in text:
                    yield f"private text in {form}: {secret!r}"
    motives = [c for c in profile.get("concerns", []) if c.get("about") in ("headcount", "manager_role", "real_estate")
               and (c.get("from", "manager") == "company" or "said" not in c)]
    for motive in motives:
        said = motive.get("said", "")
        if len(said) >= 6 and public.count(said) == 1 and said in texts["markdown"]:
            yield f"a motive nobody here named: {said!r}"


def check_profile(program, profile):
    texts = {form: build(program, profile, "talking-points", form) for form in ("markdown", "text", "json")}
    if texts["json"] is None:
        return None
    document = json.loads(texts["json"])
    problems = [*check_spans(document), *check_order(document), *check_private(profile, texts)]
    if document["private"]:
        problems.append("a shareable document calls itself private")
    if texts["markdown"] != build(program, profile, "talking-points", "markdown"):
        problems.append("two runs, two documents")
    return problems


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    generated = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    examples = [json.loads(path.read_text()) for path in sorted((ROOT / "data" / "profiles").glob("*.json"))]
    dice = random.Random(20261121)
    profiles = examples + [invent(examples, dice) for _ in range(generated)]
    built, wrong = 0, 0
    for i, profile in enumerate(profiles):
        problems = check_profile(program, profile)
        if problems is None:
            if i < len(examples):
                sys.exit(f"example {i} does not build")
            continue
        built += 1
        if problems:
            wrong += 1
            with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as kept:
                json.dump(profile, kept, indent=1)
            print(f"profile {i} ({kept.name}):", *sorted(set(problems))[:8], sep="\n  ")
    print(f"{built} of {len(profiles)} profiles built, {wrong} with problems")
    sys.exit(1 if wrong or built < len(profiles) // 2 else 0)


if __name__ == "__main__":
    main()
