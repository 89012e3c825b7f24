"""Does `rtopitch check` accept exactly what `rtopitch schema` says is valid?

Both read one table; this compares them through somebody else's validator: on files written by
hand, and on mutants made from the schema itself (each required key dropped, each type replaced, each
bound and each word missed by one). Left out is what no schema can say: diagnostics from P0100 on, which
compare members with each other, and the total of a metric's values over months and modes.

usage: agree.py PROGRAM
"""
import copy
import json
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft7Validator, FormatChecker
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
PROFILES = HERE.parent.parent / "data" / "profiles"
BATCH = 100  # files for one run of the loader
LEAST = {"valid": 400, "invalid": 1500}  # mutants; fewer means that the generator is broken

OTHER_TYPES = ["text", "", 1, 0.5, -1, True, [], ["text"], [1], [[]], {}, {"key": 1}, None]
BAD_DATES = ["2027-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
             "1899-12-31", "2200-01-01", "2026-1-01", "2026-01-1", "20260101", "2026-W01-1", "2026-01-01 ",
             " 2026-01-01", "2026-01-01\n", "2026-01-01T10:00:00", "01/02/2026", "2026/01/02", "２０２６-01-01",
             "2026-01", "today", ""]
GOOD_DATES = ["1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29", "2026-12-31"]
BAD_MONTHS = ["2026-13", "2026-00", "2026-1", "202601", "1899-12", "2200-01", "2026-01-01", "2026-01\n", " 2026-01",
              "２０２６-01", "January", ""]
GOOD_MONTHS = ["1900-01", "2199-12"]
BAD_LINKS = ["http://example.com", "ftp://example.com", "https:/example.com", "https://", "https:// example.com",
             "https:///path", "https://a b", "https://a\"b", "https://a'b", "https://a<b", "https://a>b",
             "https://a\\b",
             "https://a\tb", "https://a\n", "https://ä.example", "HTTPS://example.com", "example.com", "//example.com",
             "https://a`b", "https://a{b}", "https://a|b", "https://a^b", "https://?q", "https://#f", "https://.",
             "https://-", " https://a", "javascript:alert(1)", "data:text/html,x", "https://a\u202eb",
             "https://a\u007f"]
GOOD_LINKS = ["https://a", "https://a.example/b?c=d&e=%20#f", "https://[::1]/", "https://a:8443/~b", "https://a/(b)",
              "https://a/b,c;d", "https://1.example", "https://a/@b!c$d*e+f", "", " "]
WIDE = "\U0001F600"  # one character, two UTF-16 units, four bytes


class Mutant:
    """A document, what was done to it, and the JSON pointer at which it was done."""

    def __init__(self, document, what, path):
        self.document, self.what, self.pointer = document, what, pointer_of(path)


def pointer_of(path):
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def at(document, path):
    for step in path:
        document = document[step]
    return document


def replaced(document, path, value):
    """A copy with another value at the path."""
    if not path:
        return copy.deepcopy(value)
    result = copy.deepcopy(document)
    at(result, path[:-1])[path[-1]] = copy.deepcopy(value)
    return result


def without(document, path):
    result = copy.deepcopy(document)
    del at(result, path[:-1])[path[-1]]
    return result


class Schema:
    def __init__(self, schema):
        self.root = schema

    def resolve(self, schema):
        while True:
            if "$ref" in schema:
                schema = self.root["definitions"][schema["$ref"].rsplit("/", 1)[1]]
            elif "allOf" in schema:
                schema = schema["allOf"][0]
            else:
                return schema

    def walk(self, document, schema=None, path=()):
        """Every value of the document with its schema and path."""
        schema = self.resolve(self.root if schema is None else schema)
        yield path, document, schema
        if isinstance(document, dict):
            for key, value in document.items():
                below = schema.get("properties", {}).get(key)
                if isinstance(below, dict):
                    yield from self.walk(value, below, path + (key,))
                elif is_series(schema) and not key.startswith(("x-", "$")):
                    yield path + (key,), value, {"type": "number"}
        if isinstance(document, list) and isinstance(schema.get("items"), dict):
            for index, value in enumerate(document):
                yield from self.walk(value, schema["items"], path + (index,))


def slim(document, path):
    """What the path needs, and the two members that every profile needs: small mutants, quick to check."""
    keep = {"person", "ask"} | set(path[:1])
    return {key: value for key, value in document.items() if key in keep}


def alone(document, path):
    """The 600 values of a metric count over all modes, which no schema can say; here one mode has them all."""
    if path[-2:-1] != ("samples",):
        return document
    samples = {key: value if key == path[-1] else [] for key, value in at(document, path[:-1]).items()}
    return replaced(document, path[:-1], samples)


def kind(schema):
    if "enum" in schema:
        return "choice"
    if schema.get("type") == "string" and "pattern" in schema and "(19|20|21)" in schema["pattern"]:
        return "date" if schema.get("format") == "date" else "month"
    if "anyOf" in schema:
        return "link"
    return schema.get("type")


def replacements(value, schema):
    """(what, other value) for one place, good and bad ones."""
    what = kind(schema)
    for other in OTHER_TYPES:
        yield "another type", other
    if what == "choice":
        for word in schema["enum"]:
            yield from (("a word", word), ("a letter more", word + "s"), ("a letter less", word[:-1]))
            yield from (("capitals", word.upper()), ("a blank", word + " "))
    elif what == "date":
        yield from (("a date", date) for date in BAD_DATES + GOOD_DATES)
    elif what == "month":
        yield from (("a month", month) for month in BAD_MONTHS + GOOD_MONTHS)
    elif what == "link":
        yield from (("a link", link) for link in BAD_LINKS + GOOD_LINKS)
        yield from text_lengths(schema, "https://a", "b")
    elif what == "string":
        yield from (("a text", text) for text in ["", " ", "\t\r\n", "\u00a0", "\u2003", "a\u0001b", WIDE, "\\", "\""])
        yield from text_lengths(schema, "", "a")
        yield from text_lengths(schema, "", WIDE)
    elif what in ("integer", "number"):
        yield from numbers(schema)
    elif what == "array":
        yield from lengths(value, schema)
    elif what == "object":
        yield from keys(value, schema)


def text_lengths(schema, start, letter):
    most = schema["maxLength"]
    for length in (most, most + 1):
        yield "%d characters" % length, start + letter * (length - len(start))


def numbers(schema):
    for bound in ("minimum", "maximum"):
        if bound in schema:
            for step in (-1, -0.5, 0, 0.5, 1):
                yield "around the " + bound, schema[bound] + step
    yield from (("a number", number) for number in [0, -0.0, 1.0, 2.5, -1, 1e3, 1e9, 3e9, -3e9, 1e15, 1e300, -1e300])


def lengths(value, schema):
    if value and "maxItems" in schema:
        for length in {schema["maxItems"], schema["maxItems"] + 1}:
            yield "%d items" % length, (value * length)[:length]
    if value:
        yield "null among the items", value + [None]


def keys(value, schema):
    for key in schema.get("required", []):
        if key in value:
            yield "without " + key, {k: v for k, v in value.items() if k != key}
    for key in ("zzz", "X-note", "xnote", "-x-", "", "$id", "comment", "$comments", "a/b", "a~b"):
        yield "unknown key", {**value, key: 1}
    for key in ("x-note", "x-", "$comment", "$schema"):
        yield "free key", {**value, key: None}
    for key in value:
        yield "null", {**value, key: None}
        yield "key in capitals", {**{k: v for k, v in value.items() if k != key}, key.upper(): value[key]}
        yield "key with a letter more", {**value, key + "s": value[key]}


def is_series(schema):
    return any("(19|20|21)" in pattern for pattern in schema.get("patternProperties", {}))


def months(count):
    return {"%d-%02d" % (1950 + month // 12, month % 12 + 1): 1 for month in range(count)}


def single_mutants(schema, documents):
    seen = set()
    for document in documents:
        for path, value, below in schema.walk(document):
            base = alone(slim(document, path), path)
            pairs = list(replacements(value, below))
            if is_series(below):
                pairs += [("a month as key", {month: 1}) for month in BAD_MONTHS + GOOD_MONTHS]
                pairs += [("%d months" % count, months(count)) for count in (600, 601)]
            for what, other in pairs:
                mutant = replaced(base, path, other)
                text = json.dumps(mutant, sort_keys=True)
                if text not in seen:
                    seen.add(text)
                    yield Mutant(mutant, what, path)


def double_mutants(singles, count):
    """Two faults, or a fault and a harmless change, in one document; the same ones on every run."""
    source = random.Random(20270111)
    small = [m for m in singles if len(json.dumps(m.document)) < 2000 and isinstance(m.document, dict)]
    for _ in range(count):
        first, second = source.sample(small, 2)
        yield Mutant({**first.document, **second.document}, first.what + " and " + second.what, ())


class Loader:
    def __init__(self, program):
        self.program = program

    def run(self, arguments):
        done = subprocess.run([self.program] + arguments, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit("%s ended with %d: %s" % (self.program, done.returncode, done.stderr.decode()[-2000:]))
        return done.stdout.decode()

    def schema(self):
        return json.loads(self.run(["schema"]))

    def errors(self, paths):
        """For each file the errors of single members: code and pointer."""
        found = {str(path): [] for path in paths}
        for start in range(0, len(paths), BATCH):
            batch = [str(path) for path in paths[start:start + BATCH]]
            for line in self.run(["check", "--diagnostics=json"] + batch).splitlines():
                diag = json.loads(line)
                if diag.get("severity") == "error" and diag["code"] < "P0100":
                    found[diag["file"]].append((diag["code"], diag.get("pointer", "")))
        return found


def is_near(pointer, other):
    """One of the two is at, within or above the other."""
    return pointer == other or (pointer + "/").startswith(other + "/") or (other + "/").startswith(pointer + "/")


def compare(validator, documents, found):
    """Disagreements, as lines to print, and how many were valid and invalid."""
    lines, counts = [], {"valid": 0, "invalid": 0}
    for path, (document, what, pointer) in documents.items():
        errors = found[path]
        valid = validator.is_valid(document)
        counts["valid" if valid else "invalid"] += 1
        if valid == bool(errors):
            reason = errors or [error.message[:200] for error in validator.iter_errors(document)]
            lines.append("%s at %s: schema says %s, loader says %s: %s\n    %s" % (
                what, pointer or "the root", "valid" if valid else "invalid", "invalid" if errors else "valid", reason,
                json.dumps(document)[:300]))
        elif errors and pointer and not any(is_near(place, pointer) for _, place in errors):
            lines.append("%s at %s: reported elsewhere: %s" % (what, pointer, errors))
    return lines, counts


def by_hand(validator, loader):
    expected = {str(path): True for path in sorted(HERE.glob("valid/*.json")) + sorted(PROFILES.glob("*.json"))}
    expected.update({str(path): False for path in sorted(HERE.glob("invalid/*.json"))})
    found = loader.errors(list(expected))
    lines = []
    for path, valid in expected.items():
        document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        if validator.is_valid(document) != valid:
            lines.append("%s: the schema says otherwise" % path)
        if bool(found[path]) == valid:
            lines.append("%s: the loader says otherwise: %s" % (path, found[path]))
    return lines, len(expected)


def every_key_is_used(schema, document):
    """Members of the schema that no value of the document reaches: they would go untested."""
    used = {}
    for _, value, below in schema.walk(document):
        if isinstance(value, dict):
            used.setdefault(id(below), (below, set()))[1].update(value)
    return ["no value for \"%s\" in valid/full.json" % key for below, keys_used in used.values()
            for key in below.get("properties", {}) if key not in keys_used and not key.startswith("$")]


def write(folder, mutants):
    documents = {}
    for number, mutant in enumerate(mutants):
        path = pathlib.Path(folder) / ("%05d.json" % number)
        path.write_text(json.dumps(mutant.document, ensure_ascii=False), encoding="utf-8")
        documents[str(path)] = (mutant.document, mutant.what, mutant.pointer)
    return documents


def main():
    loader = Loader(sys.argv[1])
    text = loader.schema()
    Draft7Validator.check_schema(text)
    schema = Schema(text)
    validator = Draft7Validator(text, format_checker=FormatChecker())
    full = json.loads((HERE / "valid" / "full.json").read_text(encoding="utf-8"))

    lines, files = by_hand(validator, loader)
    lines += every_key_is_used(schema, full)
    singles = list(single_mutants(schema, [full]))
    mutants = singles + list(double_mutants(singles, 500))
    with tempfile.TemporaryDirectory() as folder:
        documents = write(folder, mutants)
        found, counts = compare(validator, documents, loader.errors([pathlib.Path(path) for path in documents]))
    lines += found
    lines += ["only %d %s mutants" % (counts[key], key) for key in LEAST if counts[key] < LEAST[key]]

    for line in lines[:40]:
        print(line)
    print("%d files by hand, %d mutants (%d valid, %d invalid), %d disagreements" % (
        files, len(mutants), counts["valid"], counts["invalid"], len(lines)))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
