"""What every document must hold. Each check yields its problems; `check.py --self-test` shows that each
can fail. A document here is the program's own JSON: blocks, spans with their origins, points with rules."""
import re

NUMBER_WORDS = set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split())
PRIVATE = ("/private", "/wants")
STEERING = ("/manager/stance", "/manager/relationship", "/manager/prefers", "/mandate/enforcement", "/team/creative_rut",
            "/strategy", "/ask/fixed")
STEERING_WORDS = re.compile(r"\b(sceptical|opposed|supportive|strained|enforce[ds]?|enforcement|strictly|creative rut|in a rut|"
                            r"earn[_ ]back|push[_ ]back|below expectations|layoffs?|hired as|your floor)\b", re.I)
ASKING = re.compile(r"\bI (propose|ask for|am asking|would like|would work)\b[^.]*\b(home|office|trial|remote)", re.I)
HEARD = re.compile(r"concerns?\.|mandate\.reason$|conversation_last\.said$")
HEARING = re.compile(r"\.(hear|heard|open_|raised|expected|acknowledge|reason|talk|say\b)")  # rules that hear in words of their own
ANSWERING = re.compile(r"\.(answer|own_answer|raised|prepared)")  # rules that may name the office days before the ask
BEFORE_THE_ASK = ("talking-points", "script", "email", "one-page")
FRONT = ("title", "header", "subject")


# ---- reading ----

def blocks_in(blocks):
    for block in blocks:
        yield block
        for key in ("items", "rows", "cells", "blocks"):
            yield from blocks_in(block.get(key, []))


def spans_in(block):
    """The spans of one block, those inside strong ones and links too."""
    for span in block.get("spans", []):
        if "spans" in span:
            for inner in spans_in(span):
                yield {"inside": span["kind"], **inner}
        else:
            yield span


def is_own(span):
    """rtopitch's own words: nobody's fact, or an entry of its library of concerns."""
    return "text" in span and span["kind"] != "citation" and span.get("origin", {"kind": "pack"})["kind"] == "pack"


def is_quoted(block, span):
    """Words of research, and addresses: their numbers have a source."""
    return bool(span.get("evidence") or block.get("evidence") or span.get("inside") == "link" or
                span.get("fact", "").startswith("evidence."))


def text_of(document):
    def parts(node):
        inside = [part for key in ("items", "rows", "cells", "blocks") for part in node.get(key, [])]
        if not inside and "text" in node:
            yield node["text"]
        for part in inside:
            yield from parts(part)
    return "\n".join(text for block in document["blocks"] for text in parts(block))


def runs_in(document):
    """The document as its points, in order: (section, rule, text, names of the facts in the text)."""
    for block in blocks_in(document["blocks"]):
        facts = {point["rule"]: [f["fact"] for f in point.get("facts", []) if f["use"] == "text"]
                 for point in block.get("points", [])}
        rule, text = None, ""
        for span in [*spans_in(block), {"rule": object()}]:
            if span.get("rule") != rule and text:
                yield block.get("section"), rule, text, facts.get(rule, [])
                text = ""
            rule = span.get("rule")
            text += span.get("text", "")


# ---- checks of one document ----

def numbers_have_origins(document):
    seen = 0
    for block in blocks_in(document["blocks"]):
        for span in spans_in(block):
            seen += 1
            if not is_own(span):
                origin = span.get("origin", {})
                if "text" in span and span["kind"] != "citation" and not (origin.get("pointer") or origin.get("formula")):
                    yield f"no place and no formula behind {span['text']!r}"
                continue
            words = set(re.findall(r"[a-z]+", span["text"].lower()))
            if not is_quoted(block, span) and (re.search(r"\d", span["text"]) or words & NUMBER_WORDS):
                yield f"a number of its own: {span['text']!r}"
    if not seen:
        yield "no span at all: the check reads the wrong shape"


def nothing_is_taken_back(document):
    for block in blocks_in(document["blocks"]):
        for span in spans_in(block):
            if is_own(span) and not is_quoted(block, span) and re.search(r"[,;] (but|however)\b", span["text"]):
                yield f"takes back what it said: {span['text']!r}"


def nothing_steers_aloud(document):
    """No text comes from a private or a steering member; no own word gives one away."""
    for block in blocks_in(document["blocks"]):
        for span in spans_in(block):
            pointer = span.get("origin", {}).get("pointer") or ""
            if pointer.startswith(PRIVATE + STEERING):
                yield f"printed from {pointer}: {span.get('text')!r}"
            if is_own(span) and not is_quoted(block, span) and (found := STEERING_WORDS.search(span["text"])):
                yield f"gives away what steers it: {found.group()!r} in {span['text']!r}"
        for point in block.get("points", []):
            for fact in point.get("facts", []):
                if fact["use"] == "text" and (fact.get("origin", {}).get("pointer") or "").startswith(PRIVATE + STEERING):
                    yield f"{point['rule']} prints {fact['fact']}"


def is_asking(rule, text, facts):
    asked = any(re.match(r"(ask|starter|rung)\.(office|home)_", fact) for fact in facts)
    return bool(ASKING.search(text)) or (asked and not ANSWERING.search(str(rule)) and not is_hearing(rule, facts))


def is_hearing(rule, facts):
    return any(HEARD.match(fact) for fact in facts) or bool(HEARING.search(str(rule)))


def concern_comes_first(document):
    heard = asked = None
    for i, (section, rule, text, facts) in enumerate(runs_in(document)):
        if str(section).rpartition(".")[2] in FRONT:
            continue
        if heard is None and is_hearing(rule, facts):
            heard = i
        if asked is None and is_asking(rule, text, facts):
            asked = i
    if document["name"] in BEFORE_THE_ASK and None not in (heard, asked) and asked < heard:
        yield "the ask stands before the concern"


def words_in(text):
    return sum(1 for word in text.split() if re.search(r"\w", word))


def keeps_its_length(document, limits):
    most = limits.get(document["name"])
    words = words_in(text_of(document))
    if most and words > most:
        yield f"{words} words, where {most} are allowed"


def reads_whole(document):
    """Own words around a missing value leave no scar. Only for profiles whose own texts are clean."""
    for block in blocks_in(document["blocks"]):
        if found := re.search(r"[{}]|“”|‘’|\(\)| [,;:](?!\S)|,,|\.\.(?!\.)|[,;:] ?\.(?!\d)|  ", block.get("text", "")):
            at = found.start()
            yield f"a scar: {block['text'][max(0, at - 30):at + 30]!r}"


def is_shareable(document):
    if document["private"]:
        yield "a shareable document calls itself private"


# ---- checks of the texts ----

def no_private_text(profile, texts):
    for form, text in texts.items():
        if found := re.search(r"zqsecret[ a-z]*", text.replace("\n", " ")):
            yield f"private text in {form}: {found.group()!r}"
    public = str({key: value for key, value in profile.items() if key not in ("private", "wants", "concerns")})
    public += str([concern for concern in profile.get("concerns", []) if not is_unspoken(concern)])
    for secret in secrets_of(profile):
        for form, text in texts.items():
            if secret not in public and secret in text:
                yield f"private text in {form}: {secret!r}"


def secrets_of(profile):
    private = profile.get("private", {})
    for key in ("alternatives", "reasons", "allies", "notes"):
        yield from (text for text in private.get(key, []) if len(text) > 5)
    yield from (text for text in profile.get("wants", []) if len(text) > 5)
    for concern in profile.get("concerns", []):
        if is_unspoken(concern) and len(concern.get("said", "")) > 5:
            yield concern["said"]


def is_unspoken(concern):
    """A motive that only the company is said to have: nobody the reader knows has named it."""
    return concern.get("about") in ("headcount", "manager_role", "real_estate") and concern.get("from") == "company"


# ---- one example against another ----

def own_blocks(document, least=9):
    """The texts a reader would meet as one piece, with `least` or more of rtopitch's own words."""
    for block in blocks_in(document["blocks"]):
        if block["kind"] not in ("paragraph", "item", "row") or block.get("section") == "sources":
            continue
        parts = [block] if block["kind"] != "row" else block.get("cells", [])
        if block.get("header") or not any(part.get("text") for part in parts):
            continue
        said = parts[1:] if block["kind"] == "row" else parts  # a row's first cell is its heading
        own = sum(words_in(span["text"]) for part in said for span in spans_in(part)
                  if is_own(span) and not is_quoted(block, span))
        if own >= least:
            yield " | ".join(part.get("text", "") for part in parts)


def shared_blocks(documents):
    """documents: (example, document). The same text in two different examples, with where it stands."""
    seen = {}
    for example, document in documents:
        for text in own_blocks(document):
            seen.setdefault(text, set()).add((example, document["name"]))
    for text, places in sorted(seen.items()):
        if len({example for example, _ in places}) > 1:
            yield text, sorted(places)
