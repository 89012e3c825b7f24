#!/usr/bin/env python3
"""Holds every shareable document, in every format, against what rtopitch promises: each number has an
origin, nothing private or steering is printed, the concern stands before the ask, lengths are kept, our
own words pass our own linter, the same input gives the same bytes, and two people get two documents.

usage: check.py PROGRAM [GENERATED]      check.py --self-test

GENERATED profiles (default 200) are invented besides the examples; `check.py PROGRAM =NUMBER` makes and
keeps one of them. What each check holds is in holds.py, how profiles are invented in invent.py."""
import concurrent.futures
import functools
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import holds
import invent
import selftest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATE = "2026-11-21"
FORMS = {"json": "json", "markdown": "md", "text": "txt", "html": "html"}
CHUNK = 20
WITH_MORE = {"review", "team", "roll-up"}  # made of more than a profile; tests of their own hold them to their promises

# One shell runs a chunk: a process for each document is what the program costs, and no more. Every fifth
# profile is built twice.
SCRIPT = r'''
for profile; do
  for document in $DOCUMENTS; do
    for form in $FORMS; do
      "$PROGRAM" build "$profile" --as "$document" -f "$form" --date "$DATE" -q >"$profile.$document.$form" 2>"$profile.err"
      echo "$profile $document $form $?"
    done
    case $profile in *[05])
      "$PROGRAM" build "$profile" --as "$document" -f json --date "$DATE" -q 2>/dev/null | cmp -s - "$profile.$document.json" ||
        echo "$profile $document again 1" ;;
    esac
  done
done
'''


# ---- what the program has ----

def shareable_documents(program):
    """Their names, by the program's own list; a private document says so itself."""
    listed = subprocess.run([program, "build", "-", "--as", "?"], input=b"{}", capture_output=True, check=False)
    names = re.search(r"it knows (.*)", listed.stderr.decode()).group(1).split(", ")
    talk = {"person": {"role": "Invented role"}, "ask": {"preferred": {"office_days": 2}},
            "conversations": [{"date": "2026-11-01", "agreed": ["an invented step"]}],
            "experiments": [{"kind": "standup", "question": "an invented question"}]}
    for name in names:
        made = subprocess.run([program, "build", "-", "--as", name, "-f", "json", "--date", DATE],
                              input=json.dumps(talk).encode(), capture_output=True, check=name not in WITH_MORE)
        if name not in WITH_MORE and not json.loads(made.stdout)["private"]:
            yield name


def word_limits():
    outlines = [json.loads(path.read_text()) for path in (ROOT / "data" / "outlines").glob("*.json")]
    return {outline["outline"]: outline["words"]["most"] for outline in outlines if "most" in outline.get("words", {})}


# ---- the linter over our own words ----

def own_text(document):
    """The document with each value replaced by a word that no rule can mean."""
    lines = []
    for block in holds.blocks_in(document["blocks"]):
        spans = list(holds.spans_in(block))
        if any(holds.is_own(span) for span in spans) and block.get("section") != "sources":
            lines.append("".join(span.get("text", "") if holds.is_own(span) else "Zed" for span in spans if "text" in span))
    return "\n\n".join(lines) + "\n"


def lint_errors(program, text):
    """Errors only: what would keep a document from being handed over."""
    done = subprocess.run([program, "lint", "-", "--diagnostics=gcc"], input=text.encode(), capture_output=True, check=False)
    for line in (done.stdout + done.stderr).decode().splitlines():
        if re.search(r": error: ", line):
            yield f"the linter on our own words: {line}"


# ---- one profile ----

def load_text(path):
    return path.read_bytes().decode("utf-8", "surrogateescape")


def problems_of(document, texts, profile, clean, limits):
    yield from holds.is_shareable(document)
    yield from holds.numbers_have_origins(document)
    yield from holds.nothing_is_taken_back(document)
    yield from holds.nothing_steers_aloud(document)
    yield from holds.concern_comes_first(document)
    yield from holds.keeps_its_length(document, limits)
    yield from holds.no_private_text(profile, texts)
    if clean:
        yield from holds.reads_whole(document)


def check_profile(setup, path, profile, clean):
    """The problems of each document that was built, and how many were."""
    built, own = 0, []
    for name in setup["documents"]:
        texts = {form: load_text(path.with_name(f"{path.name}.{name}.{form}")) for form in FORMS}
        if not texts["json"]:
            continue
        texts["html"] = html.unescape(texts["html"])
        built += 1
        document = json.loads(texts["json"])
        own.append(own_text(document))
        for problem in problems_of(document, texts, profile, clean, setup["limits"]):
            yield f"{name}: {problem}"
    if own:
        yield from lint_errors(setup["program"], "\n".join(own))
    yield built


def wrong_statuses(lines):
    """0 is a document, 1 a profile with errors (recap: without a talk), and all else a bug."""
    for line in lines:
        profile, document, form, status = line.rsplit(" ", 3)
        if form == "again":
            yield profile, f"{document}: two runs, two documents"
        elif status not in ("0", "1"):
            yield profile, f"{document} as {form}: exit status {status}"


def try_chunk(setup, jobs):
    """jobs: (name, profile, clean). Gives (name, problems, documents built) for each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{i}" for i in range(len(jobs))]
        for path, (_, profile, _) in zip(paths, jobs):
            path.write_text(json.dumps(profile))
        done = subprocess.run(["sh", "-c", SCRIPT, "sh", *map(str, paths)], capture_output=True, check=True, env={
            **os.environ, "PROGRAM": setup["program"], "DOCUMENTS": " ".join(setup["documents"]),
            "FORMS": " ".join(FORMS), "DATE": DATE})
        statuses = list(wrong_statuses(done.stdout.decode().splitlines()))
        results = []
        for path, (name, profile, clean) in zip(paths, jobs):
            *problems, built = check_profile(setup, path, profile, clean)
            problems += [problem for where, problem in statuses if where == str(path)]
            results.append((name, sorted(set(problems)), built))
        return results


def load_examples():
    paths = sorted((ROOT / "data" / "profiles").glob("*.json"))
    return {path.stem: json.loads(path.read_text()) for path in paths}


@functools.cache
def cached_examples():
    return list(load_examples().values())


def try_numbers(setup, numbers):
    return try_chunk(setup, [(number, *invent.invent(cached_examples(), number)) for number in numbers])


# ---- the examples beside each other ----

def shared_by_examples(setup, examples):
    """A profile of a role and an ask alone has nothing of its own to say, and is left out."""
    documents = []
    for example, profile in examples.items():
        if set(profile) <= {"person", "ask"}:
            continue
        for name in setup["documents"]:
            made = subprocess.run([setup["program"], "build", "-", "--as", name, "-f", "json", "--date", DATE, "-q"],
                                  input=json.dumps(profile).encode(), capture_output=True, check=False)
            if made.returncode == 0:
                documents.append((example, json.loads(made.stdout)))
    return list(holds.shared_blocks(documents))


# ---- all of it ----

def report(name, problems):
    print(f"profile {name}:", *problems[:8], sep="\n  ")
    return 1 if problems else 0


def try_all(setup, examples, generated):
    jobs = [(name, profile, True) for name, profile in examples.items()]
    chunks = [range(i, min(i + CHUNK, generated)) for i in range(0, generated, CHUNK)]
    with concurrent.futures.ProcessPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        results = [pool.submit(try_chunk, setup, jobs)]
        results += [pool.submit(try_numbers, setup, chunk) for chunk in chunks]
        for result in results:
            yield from result.result()


def keep_one(setup, number):
    profile, clean = invent.invent(cached_examples(), number)
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as kept:
        json.dump(profile, kept, indent=1, ensure_ascii=False)
    print(f"kept as {kept.name}")
    report(number, try_chunk(setup, [(number, profile, clean)])[0][1])


def main():
    selftest.run()
    if sys.argv[1] == "--self-test":
        return
    program = str(pathlib.Path(sys.argv[1]).resolve())
    if not list(lint_errors(program, "Let me stay, or I will quit.\n")) or list(lint_errors(program, "A word.\n")):
        sys.exit("the linter does not answer as it should")
    setup = {"program": program, "documents": list(shareable_documents(program)), "limits": word_limits()}
    asked = sys.argv[2] if len(sys.argv) > 2 else "200"
    if asked.startswith("="):
        keep_one(setup, int(asked[1:]))
        return
    examples, generated = load_examples(), int(asked)
    built = wrong = documents = 0
    for name, problems, count in try_all(setup, examples, generated):
        built += count > 0
        documents += count
        if problems:
            wrong += report(name, problems)
        elif name in examples and not count:
            sys.exit(f"{name} does not build")
    shared = shared_by_examples(setup, examples)
    for text, places in shared:
        where = ", ".join(f"{example} ({name})" for example, name in places[:4])
        print(f"{len(places)} documents share: {text!r}\n  {where}")
    print(f"{built} of {len(examples) + generated} profiles built as {documents} documents ({', '.join(setup['documents'])}), "
          f"{wrong} with problems, {len(shared)} shared texts")
    sys.exit(1 if wrong or shared or built < (len(examples) + generated) // 2 else 0)


if __name__ == "__main__":
    main()
