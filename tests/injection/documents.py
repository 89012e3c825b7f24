"""Whole documents of profiles whose every text is hostile: nothing of it may act in any format.

    documents.py PROGRAM

The texts are put into an example's profile, one into each string that people write, and every document is built in
every format and with every option that changes what stands where. Elements, attributes and links are those of the
example's own documents; front matter is YAML that gives the texts back; nothing reaches a terminal raw. A profile may
be refused, but then with diagnostics and nothing else. Exit status 77: no YAML reader is there.
"""

import collections
import copy
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import texts  # noqa: E402
import trees  # noqa: E402

try:
    import yaml
except ImportError:
    print("skipped: python3-yaml is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "data" / "profiles" / "backend-engineer.json"
DATE = "2026-11-21"
DOCUMENTS = ("talking-points", "prep", "email", "pilot")
MARKDOWN = [["-f", "markdown", "--front-matter", "--citations", way, *width]
            for way in ("footnotes", "endnotes", "inline") for width in ([], ["--width", "40"])]
FORMS = [["-f", form] for form in ("html", "docx", "fodt", "text", "json")] + MARKDOWN + [["-f", "text", "--citations", "footnotes"]]
# Strings that people write; the others are dates, choices, addresses and names that must match one another.
WRITTEN = re.compile(
    r"/person/(name|role|team|goals/\d+)|/manager/(name|role|priorities/\d+)|/senior/(name|role|priorities/\d+)"
    r"|/mandate/(reason|policy|exception_process)|/needs/\d+/(need|why)|/wants/\d+|/concerns/\d+/said"
    r"|/mitigations/\d+/(action|measure|target)|/deliverables/\d+/(title|outcome|figure/unit|said/by|said/text)"
    r"|/history/metrics/\d+/source|/history/reviews/\d+/(rating|by)|/tasks/\d+/(name|why)|/team/sites/\d+"
    r"|/practices/(already|proposed)/\d+|/commute/reinvest|/costs/\d+/(cost|borne_by|mitigation)"
    r"|/cover/(core_hours|onsite_backup|security/\d+)|/experiments/\d+/(question|second_question|document)"
    r"|/conversations/\d+/(said|agreed/\d+)|/private/(alternatives|reasons|allies|notes)/\d+")
TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
IN_JSON = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")  # a string is a value there
ADDRESS = re.compile("(https?|mailto):|#|[^:]*$", re.IGNORECASE)
LINKS = ("href", "src", "target", "action", "data", "poster", "background", "formaction", "cite", "ping")


def places(value, path=""):
    """(container, key) of every string that people write."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in items:
        inner = f"{path}/{key}"
        if isinstance(member, str) and WRITTEN.fullmatch(inner):
            yield value, key
        else:
            yield from places(member, inner)


def profiles():
    """Profiles that together hold every text but those with NUL, which are refused."""
    example = json.loads(EXAMPLE.read_text())
    del example["$schema"]
    pool = collections.deque(text for _, text in dict.fromkeys((group, text[:200]) for group, text in texts.listed()) if text.strip() and "\0" not in text)
    count = len(list(places(example)))
    for _ in range(len(pool) // count + 1):
        made = copy.deepcopy(example)
        for at, key in places(made):
            at[key] = pool[0]
            pool.rotate(-1)
        yield made


def build(program, profile, document, form):
    command = [program, "build", "-", "--as", document, "--date", DATE, "-q", *form]
    return subprocess.run(command, input=json.dumps(profile).encode("utf-8", "surrogatepass"), capture_output=True, check=False)


def kinds(tokens):
    """Each element with the attributes it has, and each address that leads somewhere."""
    for kind, values in tokens:
        if kind.startswith("<"):
            yield kind, tuple(name for name, _ in values)
        elif kind != "text":
            yield kind, values[0][1]


def bad_address(tokens):
    for kind, values in tokens:
        for name, value in values:
            if kind.startswith("<") and name.split("}")[-1].lower() in LINKS and not ADDRESS.match(value or ""):
                return f"leads to {value[:80]!r}"
    return None


def tree_fault(form, source, known):
    tokens = list(trees.READERS[form](source))
    strange = next((kind for kind in kinds(tokens) if kind not in known[form]), None)
    return f"{strange} is in no document of the examples" if strange else bad_address(tokens)


def front_fault(source, profile):
    lines = source.decode("utf-8").split("\n")
    block = yaml.safe_load("\n".join(lines[1:lines.index("---", 1)]))
    strange = set(block) - {"title", "author", "date", "lang", "private"}
    if strange or lines[0] != "---":
        return f"front matter with {strange}"
    wanted = texts.clean(profile["person"]["name"]).strip()
    return None if block.get("author", "") == wanted else f"the author is {block.get('author')!r}"


def fault(form, source, profile, known):
    if form[1] in trees.READERS:
        return tree_fault(form[1], source, known)
    if form[1] == "json":
        json.loads(source)
    raw = (IN_JSON if form[1] == "json" else TERMINAL).search(source.decode("utf-8"))
    if raw:
        return f"U+{ord(raw.group()):04X} in the output"
    return front_fault(source, profile) if "--front-matter" in form else None


def known_kinds(program):
    """What the documents of all examples are made of."""
    known = {form: set() for form in trees.READERS}
    for path in sorted(EXAMPLE.parent.glob("*.json")):
        profile = json.loads(path.read_text())
        for form in known:
            for document in DOCUMENTS:
                known[form].update(kinds(trees.READERS[form](build(program, profile, document, ["-f", form]).stdout)))
    return known


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    known, wrong, built, refused = known_kinds(program), [], 0, 0
    for number, profile in enumerate(profiles()):
        for document in DOCUMENTS:
            for form in FORMS:
                run = build(program, profile, document, form)
                said = TERMINAL.search(run.stderr.decode("utf-8"))
                if run.returncode not in (0, 1) or said or (run.returncode == 1 and run.stdout):
                    wrong.append((number, document, form, f"exit {run.returncode}, {run.stderr[-300:]}"))
                refused += run.returncode == 1
                built += run.returncode == 0
                found = fault(form, run.stdout, profile, known) if run.returncode == 0 else None
                if found:
                    wrong.append((number, document, form, found))
    for number, document, form, found in wrong[:20]:
        print(f"profile {number}, {document} {' '.join(form)}: {found}")
    print(f"{built} documents built, {refused} refused, {len(wrong)} wrong")
    return 1 if wrong or built < refused else 0


if __name__ == "__main__":
    sys.exit(main())
