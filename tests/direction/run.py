#!/usr/bin/env python3
"""Turns one input at a time, and holds that the document turns with it in the right direction.

usage: run.py PROGRAM [WORDS...]

A case in cases/*.json is an example profile, a merge patch (RFC 7386), a document, and what must hold of
it. With WORDS only the cases are run whose name holds one of them. All patched profiles are invented.

  base      the name of an example, a list of names, or "*" for all of them
  patch     laid over the example; null takes a member out
  metrics   in place of the example's own: rows for `metric_of` below
  as        a document, or a list of them (default: talking-points); "check", "lint" run that command
  has, lacks     patterns that the text must, must not hold
  order          patterns that must stand in this order
  count          pattern: [least, most] times
  rules, no_rules  rule ids (with *), of which each must, none may speak
  words     [least, most] words
  differs, same    a second patch: that document's text must, must not differ
  exit, says       exit status (default 0), patterns of the messages beside it"""
import copy
import fnmatch
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROFILES = HERE.parent.parent / "data" / "profiles"
DATE = "2026-11-21"
KEYS = {"name", "base", "patch", "metrics", "as", "has", "lacks", "order", "count", "rules", "no_rules", "words",
        "differs", "same", "exit", "says"}
HELD = KEYS - {"name", "base", "patch", "metrics", "as"}


def merge(target, patch):
    """RFC 7386."""
    if not isinstance(patch, dict):
        return copy.deepcopy(patch)
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value)
    return result


def metric_of(row):
    """A row says what matters to the case; the rest is filled in. What is null stays out."""
    samples = {mode: row[mode] for mode in ("office", "hybrid", "remote") if mode in row}
    metric = {"name": "Invented measure", "unit": "h", "better": "lower", "source": "an invented log",
              "about": ["productivity"], "margin": 2, "headline": True}
    metric.update({key: value for key, value in row.items() if key not in samples})
    return {**{key: value for key, value in metric.items() if value is not None}, "samples": samples}


def lay_metrics(profile, rows):
    """The pilot may name only metrics that are there."""
    profile = merge(profile, {"history": {"modes": None, "metrics": None}, "pilot": {
        "primary": None, "secondary": None, "guardrails": None, "margin": None}})
    profile["history"]["metrics"] = [metric_of(row) for row in rows]
    return profile


def profile_of(case, base, patch):
    profile = json.loads((PROFILES / f"{base}.json").read_text())
    if "metrics" in case:
        profile = lay_metrics(profile, case["metrics"])
    return merge(profile, patch)


# ---- the document as text and as rule ids ----

def texts_in(node):
    inside = [part for key in ("items", "rows", "cells", "blocks") for part in node.get(key, [])]
    if not inside and "text" in node:
        yield node["text"]
    for part in inside:
        yield from texts_in(part)


def rules_in(node):
    if isinstance(node, dict):
        if isinstance(node.get("rule"), str):
            yield node["rule"]
        for part in node.values():
            yield from rules_in(part)
    elif isinstance(node, list):
        for part in node:
            yield from rules_in(part)


class Made:
    """What one run gave: exit status, messages, and the document as one line of text with its rules."""

    def __init__(self, status, messages, text, rules=()):
        self.status, self.messages = status, messages
        self.text = " ".join(text.split())
        self.rules = set(rules)

    def words(self):
        return sum(1 for word in self.text.split() if re.search(r"\w", word))


def run(program, profile, document):
    command = ([document, "-", "--date", DATE] if document in ("check", "lint") else
               ["build", "-", "--as", document, "-f", "json", "--date", DATE])
    given = profile if isinstance(profile, str) else json.dumps(profile)
    done = subprocess.run([program, *command], input=given.encode(), capture_output=True, check=False)
    out, messages = done.stdout.decode(), done.stderr.decode()
    if command[0] != "build":
        return Made(done.returncode, out + messages, out)
    made = json.loads(out) if done.returncode == 0 else {"blocks": []}
    return Made(done.returncode, messages, "\n".join(t for b in made["blocks"] for t in texts_in(b)),
                rules_in(made["blocks"]))


# ---- what must hold ----

def holds_order(made, patterns):
    at = 0
    for pattern in patterns:
        found = re.compile(pattern).search(made.text, at)
        if not found:
            return f"not in this order: {pattern!r}"
        at = found.end()
    return None


def judge(case, made):
    if made.status != case.get("exit", 0):
        yield f"exit status {made.status}: {made.messages.partition(chr(10))[0]}"
        return
    for pattern in case.get("has", []):
        if not re.search(pattern, made.text):
            yield f"is missing: {pattern!r}"
    for pattern in case.get("lacks", []):
        found = re.search(pattern, made.text)
        if found:
            yield f"must not stand here: {made.text[max(0, found.start() - 40):found.end() + 40]!r}"
    for pattern, (least, most) in case.get("count", {}).items():
        times = len(re.findall(pattern, made.text))
        if not least <= times <= most:
            yield f"{times} times: {pattern!r}"
    if "order" in case and (problem := holds_order(made, case["order"])):
        yield problem
    for rule in case.get("rules", []):
        if not fnmatch.filter(made.rules, rule):
            yield f"rule is silent: {rule}"
    for rule in case.get("no_rules", []):
        if spoken := fnmatch.filter(made.rules, rule):
            yield f"rule speaks: {', '.join(spoken)}"
    if "words" in case and not case["words"][0] <= made.words() <= case["words"][1]:
        yield f"{made.words()} words"
    for pattern in case.get("says", []):
        if not re.search(pattern, " ".join(made.messages.split())):
            yield f"no message says {pattern!r}: {made.messages.strip()[:200]}"


def try_case(program, case, base, document):
    made = run(program, profile_of(case, base, case.get("patch", {})), document)
    yield from judge(case, made)
    for key, wanted in (("differs", True), ("same", False)):
        if key in case:
            other = run(program, profile_of(case, base, case[key]), document)
            if (other.text != made.text) != wanted:
                yield "turns nothing" if wanted else "turns what should stay"


def spread(value, all_of):
    return all_of if value == "*" else value if isinstance(value, list) else [value]


def self_test():
    """Each way to hold a document can fail: a driver that passes everything is worth nothing."""
    made = Made(0, "a warning", "one two three", {"a.rule"})
    wrong = [{"exit": 1}, {"has": ["four"]}, {"lacks": ["two"]}, {"count": {"two": [2, 3]}}, {"order": ["two", "one"]},
             {"rules": ["b.*"]}, {"no_rules": ["a.*"]}, {"words": [4, 9]}, {"says": ["an error"]}]
    right = [{}, {"has": ["two"]}, {"order": ["one", "two"]}, {"rules": ["a.*"]}, {"words": [3, 3]}]
    for case in wrong:
        if not list(judge(case, made)):
            sys.exit(f"self-test: {case} passes, and should not")
    for case in right:
        if problems := list(judge(case, made)):
            sys.exit(f"self-test: {case} fails: {problems}")
    if merge({"a": {"b": 1, "c": 2}}, {"a": {"b": None, "d": 3}}) != {"a": {"c": 2, "d": 3}}:
        sys.exit("self-test: the merge patch is not one")


def load_cases(words):
    cases = [case for path in sorted((HERE / "cases").glob("*.json")) for case in json.loads(path.read_text())]
    names = [case["name"] for case in cases]
    if len(set(names)) != len(names):
        sys.exit("two cases have one name")
    for case in cases:
        if set(case) - KEYS or not HELD & set(case):
            sys.exit(f"{case['name']}: unknown keys, or nothing to hold")
    return [case for case in cases if not words or any(word in case["name"] for word in words)]


def main():
    self_test()
    program = str(pathlib.Path(sys.argv[1]).resolve())
    everyone = sorted(path.stem for path in PROFILES.glob("*.json"))
    cases, wrong, runs = load_cases(sys.argv[2:]), 0, 0
    for case in cases:
        found = []
        for base in spread(case["base"], everyone):
            for document in spread(case.get("as", "talking-points"), []):
                runs += 1
                found += [f"{base}, {document}: {p}" for p in try_case(program, case, base, document)]
        if found:
            wrong += 1
            print(f"{case['name']}:", *found[:12], sep="\n  ")
    print(f"{len(cases)} cases in {runs} runs, {wrong} with problems")
    sys.exit(1 if wrong or not cases else 0)


if __name__ == "__main__":
    main()
