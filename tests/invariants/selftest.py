"""Each check of holds.py can fail: a small document that breaks what it holds, and one that does not."""
import sys

import check as driver
import holds


def span(text, rule="a.rule", **more):
    return {"kind": "text", "text": text, "rule": rule, **more}


def figure(text, pointer, rule="a.rule"):
    return {"kind": "figure", "text": text, "rule": rule, "fact": "a.fact", "origin": {"kind": "profile", "pointer": pointer}}


def block(*spans, section="summary", facts=()):
    points = [{"rule": rule, "facts": [{"fact": name, "use": "text", "origin": {"pointer": pointer}}]}
              for rule, name, pointer in facts]
    return {"kind": "paragraph", "section": section, "spans": list(spans), "points": points,
            "text": "".join(s["text"] for s in spans)}


def document(*blocks, name="script", private=False):
    return {"name": name, "private": private, "blocks": list(blocks)}


HEARD = block(span("You said so.", "hear"), section="a", facts=[("hear", "concerns.first.said", "/concerns/0/said")])
ASKED = block(span("I propose a trial at home.", "propose"), section="b")
GOOD = document(HEARD, ASKED, block(span("We look again in "), figure("12 weeks", "/pilot/weeks"), span(".")))
LONG = "a sentence of our own that is quite a bit longer than nine words"
QUOTED = block({**span("In 2024 two teams"), "evidence": "a study"})
BARE = {"kind": "figure", "text": "12 weeks", "rule": "a.rule", "fact": "a.fact", "origin": {"kind": "formula"}}
STRONG = {"kind": "strong", "rule": "a.rule", "spans": [span("In 12 weeks")]}

BROKEN = [
    (holds.numbers_have_origins, document(block(span("We look again in 12 weeks.")))),
    (holds.numbers_have_origins, document(block(span("We look again in twelve weeks.")))),
    (holds.numbers_have_origins, document(block(BARE))),
    (holds.numbers_have_origins, document({**block(), "spans": [STRONG]})),
    (holds.numbers_have_origins, document(block(span("Two rules", origin={"kind": "pack", "formula": "x"})))),
    (holds.numbers_have_origins, document()),
    (holds.nothing_is_taken_back, document(block(span("I hear you, but I want this.")))),
    (holds.nothing_steers_aloud, document(block(figure("school", "/private/reasons/0")))),
    (holds.nothing_steers_aloud, document(block(figure("quiet", "/wants/0")))),
    (holds.nothing_steers_aloud, document(block(figure("open", "/manager/stance")))),
    (holds.nothing_steers_aloud, document(block(span("You are sceptical.")))),
    (holds.nothing_steers_aloud, document(block(span("So."), facts=[("a.rule", "manager.stance", "/manager/stance")]))),
    (holds.concern_comes_first, document(ASKED, HEARD)),
    (holds.reads_whole, document(block(span("To , Director")))),
    (holds.reads_whole, document(block(span("They said “”.")))),
    (holds.is_shareable, document(private=True)),
]


def fails(found):
    return bool(list(found))


def expect(truth, what):
    if not truth:
        sys.exit(f"self-test: {what}")


def run():
    for check, broken in BROKEN:
        expect(fails(check(broken)), f"{check.__name__} passes {broken}")
        expect(check is holds.is_shareable or not fails(check(GOOD)), f"{check.__name__} fails {GOOD}")
    expect(not fails(holds.numbers_have_origins(document(QUOTED))), "research may have numbers")
    expect(not fails(holds.is_shareable(GOOD)), "a shareable document is one")
    expect(fails(holds.keeps_its_length(GOOD, {"script": 3})), "a long document passes")
    expect(not fails(holds.keeps_its_length(GOOD, {"script": 99, "email": 1})), "a short document fails")
    secret = {"private": {"notes": ["an invented note"]}, "wants": ["zqsecret want a"]}
    expect(fails(holds.no_private_text(secret, {"text": "so an invented note shows"})), "a private note passes")
    expect(fails(holds.no_private_text(secret, {"text": "so zqsecret\nwant a shows"})), "a marked text passes")
    motive = {"concerns": [{"about": "headcount", "from": "company", "said": "Posts will go."}]}
    expect(not fails(holds.no_private_text(secret, {"text": "nothing shows"})), "no private text is one")
    expect(fails(holds.no_private_text(motive, {"text": "so: Posts will go."})), "an unspoken motive passes")
    motive["mandate"] = {"reason": "Posts will go."}
    expect(not fails(holds.no_private_text(motive, {"text": "so: Posts will go."})), "the reason given may be told")
    one, other = document(block(span(LONG))), document(block(span(LONG)), name="email")
    expect(fails(holds.shared_blocks([("one", one), ("other", other)])), "boilerplate passes")
    expect(not fails(holds.shared_blocks([("one", one), ("one", other)])), "one person's documents may agree")
    mixed = document(block(span("We look again in "), figure("a very long value that came from the profile", "/x")))
    expect(not fails(holds.shared_blocks([("one", mixed), ("other", mixed)])), "the user's words are not boilerplate")
    lines = ["p talking-points json 0", "p recap json 1"]
    expect(not fails(driver.wrong_statuses(lines)), "a profile with errors is a bug")
    expect(fails(driver.wrong_statuses([*lines, "p prep text 139"])), "a crash passes")
    expect(fails(driver.wrong_statuses([*lines, "p prep again 1"])), "two documents from one profile pass")
    print("each check can fail")
