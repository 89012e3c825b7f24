#!/usr/bin/env python3
"""What `check` offers to add is tried: merged into the profile it loads, the finding goes, the document grows.

usage: check.py PROGRAM [--effect]

Every example is tried whole and without each of its parts, so that nearly every rule of data/rules/readiness.json
with an "add" speaks at least once. With --effect it prints how many words of the talking points change with the part that
each rule misses, beside the rule's strength: the order in which `check` asks for parts follows what they change.
"""
import collections
import copy
import json
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATE = "2026-11-22"
# Parts of a profile that may be missing; a path into it, "*" for each member of a list.
PARTS = [
    ("concerns",), ("concerns", "*", "said"), ("history",), ("history", "metrics"), ("history", "modes"), ("history", "metrics", "*", "source"),
    ("mitigations",), ("mandate",), ("mandate", "start"), ("mandate", "policy"), ("mandate", "exception_process"), ("tasks",), ("deliverables",),
    ("pilot",), ("pilot", "review"), ("pilot", "margin"), ("pilot", "primary"), ("pilot", "start"), ("manager",), ("manager", "priorities"),
    ("senior",), ("needs",), ("ask", "preferred", "weekdays"), ("ask", "start"), ("ask", "decide_by"), ("practices",), ("costs",), ("cover",),
    ("team",), ("private",),
]
# Parts that are missed only together.
PARTS_TOGETHER = [
    [("pilot", "start"), ("pilot", "review"), ("ask", "start"), ("mandate", "start")],
    [("pilot", "margin"), ("history", "metrics", "*", "margin")],
]
# A list's members are the same when these agree; such a member is merged, any other is added.
IDENTITY = ("name", "concern", "about", "title")


# Invented: what people write must not break out of the strings it is put into.
UNKIND = {
    "person": {"role": "Technical Writer"},
    "manager": {"name": 'Max "the \\\\ Boss" {x}', "priorities": ['to "ship", and', "[so] on \u202e\u00e9"]},
    "ask": {"preferred": {"office_days": 2}},
    "mandate": {"office_days": 5, "reason": 'He said: "why, {not}?" \\ [then left]'},
    "history": {"metrics": [{"name": 'a "b", \\c {d}', "better": "lower", "samples": {"office": [3, 4, 3, 4], "remote": [1, 2, 1, 2]}}]},
}


class Broken(Exception):
    pass


def without(profile, path):
    """The profile without that part, or None when it has none."""
    copied = copy.deepcopy(profile)
    nodes = [copied]
    for step in path[:-1]:
        nodes = [child for node in nodes for child in (node if step == "*" else [node[step]] if step in node else [])]
    found = [node for node in nodes if path[-1] in node]
    for node in found:
        del node[path[-1]]
    return copied if found else None


def merge(into, more):
    for key, value in more.items():
        if key not in into:
            into[key] = value
        elif isinstance(value, dict) and isinstance(into[key], dict):
            merge(into[key], value)
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            for item in value:
                merge_item(into[key], item)
        else:
            into[key] = value
    return into


def merge_item(items, more):
    for name in IDENTITY:
        for item in items:
            if name in more and item.get(name) == more[name]:
                merge(item, more)
                return
    items.append(more)


def run(program, profile, *words):
    done = subprocess.run([program, *words, f"--date={DATE}"], input=json.dumps(profile), capture_output=True, text=True, check=False)
    return done


def findings(program, profile):
    """The notes of readiness as (rule, message, addition or None); raises when the profile has errors."""
    done = run(program, profile, "check", "--diagnostics=json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    errors = [line for line in lines if line["severity"] == "error"]
    if errors or done.returncode != 0:
        raise Broken("; ".join(f"{e['pointer']}: {e['message']}" for e in errors) or done.stderr)
    return [(line["code"], line["message"], line["hint"]) for line in lines if line["severity"] == "note"]


def words_of(program, profile):
    done = run(program, profile, "build", "-f", "text")
    if done.returncode != 0:
        raise Broken(done.stderr)
    return collections.Counter(done.stdout.split())


def changed(program, profile, smaller):
    """How many words of the document come or go with the part that the smaller profile lacks."""
    one, other = words_of(program, profile), words_of(program, smaller)
    return (one - other).total() + (other - one).total()


def try_addition(program, profile, finding):
    """Yields what is wrong with it; returns the profile with the addition."""
    rule, message, addition = finding
    if not addition:
        yield f"{rule}: nothing is offered"
        return
    try:
        more = json.loads("{" + addition + "}")
    except ValueError as error:
        yield f"{rule}: {addition} is not JSON: {error}"
        return
    grown = merge(copy.deepcopy(profile), more)
    try:
        left = findings(program, grown)
    except Broken as broken:
        yield f"{rule}: with {addition} the profile is refused: {broken}"
        return
    if any(code == rule and text == message for code, text, _ in left):
        yield f"{rule}: with {addition} the finding is still there: {message}"


def variants(profile):
    yield "whole", profile
    for path in PARTS:
        smaller = without(profile, path)
        if smaller is not None:
            yield "without " + "/".join(path), smaller
    for paths in PARTS_TOGETHER:
        smaller = profile
        for path in paths:
            smaller = without(smaller, path) or smaller
        yield "without " + " ".join("/".join(path) for path in paths), smaller


def offering_rules():
    rules = json.loads((ROOT / "data/rules/readiness.json").read_text(encoding="utf-8"))["rules"]
    return {rule["id"]: rule["point"]["strength"] for rule in rules if "add" in rule["point"]}


def measure(program, profiles):
    """For each rule the mean of what the smallest part changes whose absence makes the rule speak."""
    least = {}
    for name, profile in profiles:
        there = {rule for rule, _, _ in findings(program, profile)}
        for _, smaller in variants(profile):
            try:
                new = {rule for rule, _, addition in findings(program, smaller) if addition} - there
            except Broken:
                continue
            words = changed(program, profile, smaller) if new else 0
            for rule in new:
                least[rule, name] = min(words, least.get((rule, name), words))
    rules = {rule for rule, _ in least}
    return {rule: statistics.mean(words for (other, _), words in least.items() if other == rule) for rule in rules}


def print_effect(program, profiles):
    strengths = offering_rules()
    for rule, words in sorted(measure(program, profiles).items(), key=lambda item: -item[1]):
        print(f"{words:7.1f}  {strengths[rule]:3}  {rule}")


def main():
    program = sys.argv[1]
    profiles = [(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in sorted((ROOT / "data/profiles").glob("*.json"))]
    if "--effect" not in sys.argv:
        profiles.append(("unkind", UNKIND))
    else:
        print_effect(program, profiles)
        return
    rules, spoke, bad, tried = offering_rules(), set(), 0, set()
    for stem, profile in profiles:
        for name, variant in variants(profile):
            try:
                offered = {f for f in findings(program, variant) if f[0] in rules}
            except Broken:
                continue  # what is left over names something that was taken away
            spoke.update(rule for rule, _, _ in offered)
            for finding in sorted(offered):
                if (stem, finding) in tried:
                    continue
                tried.add((stem, finding))
                for fault in try_addition(program, variant, finding):
                    bad += 1
                    print(f"{stem}, {name}: {fault}")
    for rule in sorted(set(rules) - spoke):
        bad += 1
        print(f"{rule}: no example lacks it, so nobody has tried what it offers")
    print(f"{len(tried)} additions tried, {bad} fail")
    sys.exit(1 if bad or not tried else 0)


if __name__ == "__main__":
    main()
