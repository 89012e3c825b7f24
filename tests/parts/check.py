#!/usr/bin/env python3
"""Every section of every document alone, and every document without each: what is left is what was asked for.

usage: check.py PROGRAM

No text points at a section that is gone, nothing is cited that is not in the list of sources, and what is left of a
document without a section is what it said before.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

DATA = pathlib.Path(__file__).resolve().parent.parent.parent / "data"
DOCUMENTS = ("talking-points", "one-page", "pilot", "email", "script", "prep")
SOURCES = {"sources", "prep.sources"}
# What a text says of another section; without that section it has to say something else.
POINTERS = {
    "in the table below": "concerns",
    "margin I name below": "pilot",
    "The test below": "pilot",
    "The terms below": "one.terms",
    "the costs below": "one.terms",
    "is listed above": "one.raised",
    "promise below": "terms.sides",
    "rows below": "prep.standing",
}


def build(program, profile, document, *options):
    command = [program, "build", profile, "--as", document, "--date", "2027-01-11", "-f", "json", "-q", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else None


def sections(made):
    return list(dict.fromkeys(block["section"] for block in made["blocks"]))


def words(made):
    return json.dumps(made["blocks"], ensure_ascii=False)


def dangling(made, gone):
    return [text for text, section in POINTERS.items() if section in gone and text in words(made)]


def cited(made):
    """Numbers of citations in the text."""
    stack, found = list(made["blocks"]), set()
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if node.get("kind") == "citation":
                found.add(node.get("number"))
            stack += node.values()
        elif isinstance(node, list):
            stack += node
    return found


def judge_part(made, expected, gone, name):
    if made is None:
        yield f"{name}: not made"
        return
    got = sections(made)
    if not expected(got):
        yield f"{name}: sections {got}"
    for text in dangling(made, gone):
        yield f"{name}: \"{text}\" points at what is gone"
    listed = {source["number"] for source in made["sources"]}
    if cited(made) - listed or bool(listed) != bool(SOURCES & set(got)):
        yield f"{name}: cites {sorted(cited(made))}, lists {sorted(listed)}"


def judge(program, profile, document):
    whole = build(program, profile, document)
    if whole is None:
        return [f"{profile.stem} {document}: not made"], 0
    there, faults, tried = sections(whole), [], 0
    title, others = there[0], there[1:]
    for section in others:
        name = f"{profile.stem} --as {document}"
        allowed = {title, section} | SOURCES
        rest = [one for one in others if one != section]
        if section not in SOURCES:
            made = build(program, profile, document, "--only", section)
            faults += judge_part(made, lambda got: set(got) <= allowed and section in got, rest, f"{name} --only {section}")
        made = build(program, profile, document, "--skip", section)
        faults += judge_part(made, lambda got: section not in got and set(got) >= set(rest) - SOURCES - {"concerns"}
                             if section not in SOURCES else section not in got, {section}, f"{name} --skip {section}")
        tried += 2
    return faults, tried


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    jobs = [(program, profile, document) for profile in sorted((DATA / "profiles").glob("*.json")) for document in DOCUMENTS]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda job: judge(*job), jobs))
    faults = [fault for found, _ in results for fault in found]
    tried = sum(count for _, count in results)
    print("\n".join(faults + [f"{tried} parts, {len(faults)} faults"]))
    sys.exit(1 if faults or not tried else 0)


if __name__ == "__main__":
    main()
