#!/usr/bin/env python3
"""Invented profiles for measuring, one a line, the same for the same seed: about 6.5 KB each, four metrics over 24 months.
A quarter of the lines is written with \\uXXXX escapes, the rest with raw UTF-8. No text holds a sign that Markdown reads, so that a peer
without escaping prints what one with it does.

usage: profiles.py COUNT [SEED] >FILE
       profiles.py large METRICS VALUES >FILE     one profile with that many metrics of that many values"""
import json
import random
import sys

FIRST = ["Zoë", "Łukasz", "Aiko", "María", "Noah", "Priya", "Søren", "Chloé", "Kwame", "Ingrid", "Yusuf", "Leïla", "Björn", "Olga", "Tomás",
         "Fatima", "Grace", "Dmitri", "Siobhán", "Ananya", "Mateus", "Hana", "Emily", "Renée", "Wei", "Ana"]
LAST = ["Østergaard", "Wiśniewska", "Tanaka", "García", "Patel", "Lindqvist", "Dubois", "Mensah", "Müller", "Demir", "Haddad", "Petrova",
        "Ferreira", "Khan", "Byrne", "Sharma", "Nováková", "Adeyemi", "Johnson", "Yılmaz", "Chen", "Kowalski", "Silva", "Rossi"]
ROLES = ["Senior Software Engineer", "Product Designer", "Data Analyst", "Support Engineer", "Technical Writer", "Finance Controller",
         "Site Reliability Engineer", "HR Business Partner", "QA Engineer", "Account Executive", "Project Manager", "Paralegal"]
TEAMS = ["Payments Platform", "Growth", "Claims Automation", "Field Operations", "Shared Services", "Checkout", "Risk Models",
         "Knowledge Base", "Public Sector", "Core Infrastructure"]
TITLES = ["Engineering Manager", "Director of Operations", "Head of Design", "Finance Director", "Regional Director", "Programme Manager"]
CITIES = ["Berlin", "Kraków", "Dublin", "Göteborg", "Lisboa", "Zürich", "Montréal", "Manchester"]
CONCERNS = {
    "collaboration": "I worry we lose the conversations in the corridor that unblock people",
    "visibility": "I cannot tell who is busy and who is stuck when nobody is here",
    "culture": "New people need to see how we work, and they see it in the office",
    "new_staff": "Juniors learn from the desk beside them, and a chat does not do that",
    "responsiveness": "When something breaks late in the day I need to find you at once",
    "security": "Legal is nervous about client files that leave the building",
    "fairness": "If I say yes to you, the others will ask me tomorrow",
    "productivity": "I have no proof that home days are full days",
    "connection": "We are becoming a list of names to each other",
    "customers": "Our largest account walks in without a call before",
    "decision_speed": "Decisions that take a minute at a desk take days in a thread",
    "attendance": "Half of the faces in a meeting look at something else",
}
METRICS = [("Tickets closed", "tickets", "higher", 38.0, 0.16), ("Cycle time", "days", "lower", 5.4, 0.18),
           ("Defects found after release", "defects", "lower", 9.1, 0.25), ("Customer rating", "points", "higher", 4.2, 0.05),
           ("Delivered on time", "%", "higher", 86.0, 0.06), ("First reply", "h", "lower", 2.6, 0.22),
           ("Reviews completed", "reviews", "higher", 27.0, 0.2), ("Invoices processed", "invoices", "higher", 412.0, 0.1),
           ("Items reopened", "%", "lower", 6.8, 0.2), ("Pages published", "pages", "higher", 41.0, 0.12)]
SOURCES = ["team dashboard", "tracker export, monthly", "service desk report", "finance system, closed periods"]
WORK = ["Roadmap review", "Incident reports", "Design specifications", "Month end close", "Renewal calls", "Release notes", "Pipeline forecast",
        "Vendor contract review", "Usability interviews", "Compliance evidence pack", "Training for new joiners", "Metrics brief",
        "Client workshops", "Backlog planning"]
OUTCOMES = ["went out on the agreed day and needed no correction", "was accepted at the first reading by the reviewer", "replaced a manual step that took an afternoon each week",
            "was used by the sister team in the following quarter", "closed the two open points of the last audit", "reached every site before the deadline"]
TASKS = [("Writing and reviewing", "home", "needs long quiet stretches"), ("Planning with the team", "office", "goes faster at one table"),
         ("Answering requests", "either", "arrives in writing from several sites"), ("Client visits", "office", "clients come to the site"),
         ("Analysis", "home", "is done alone and checked by a colleague")]
ACTIONS = ["post a written update every Friday at noon", "answer within half an hour in core hours, and by phone when it is urgent",
           "keep the shared board current before each daily meeting", "reserve an hour on each office day for whoever needs me"]
MEASURES = ["updates on time, counted on the page", "questions that waited longer, counted from the chat log", "items without an owner, counted on the board",
            "hours used, counted from the calendar"]
GOALS = ["halve the time from request to answer", "bring two new colleagues to independent work", "publish the quarterly review without a late chapter",
         "retire the old reporting tool by the summer"]
NEEDS = [("mornings without meetings", "the hard analysis takes an unbroken hour", "figures ready for the review"),
         ("a room for two planning days a quarter", "priorities are settled once and not in forty messages", "dates that hold"),
         ("the second screen I have at home", "comparing versions is most of the checking", "reviews within two days")]
REASON = "We want people to meet, decide faster and learn from each other, and an office is where that happens."


def months(start, count):
    return [f"{start + at // 12}-{at % 12 + 1:02}" for at in range(count)]


def series(dice, metric, names, turn, effect):
    _, _, better, base, spread = metric
    sign = 1 if better == "higher" else -1
    values = {}
    for at, month in enumerate(names):
        value = max(base * 0.2, base * (1 + sign * effect * (at >= turn) + dice.gauss(0, spread * 0.6)))
        values[month] = min(round(value) if base > 25 else round(value, 1), 100 if metric[1] == "%" else 10 ** 6)
    return values


def invent(dice, number):
    days = dice.choice([1, 2, 2, 3])
    week = ["mon", "tue", "wed", "thu", "fri"]
    office = sorted(dice.sample(range(5), days))
    more = sorted(dice.sample(range(5), days + 1))
    turn, names = dice.randrange(9, 16), months(2024, 24)
    chosen = dice.sample(METRICS, 4)
    worries = dice.sample(sorted(CONCERNS), dice.randrange(3, 6))
    profile = {
        "person": {"name": f"{dice.choice(FIRST)} {dice.choice(LAST)}", "role": dice.choice(ROLES),
                   "team": f"{dice.choice(TEAMS)} {number % 97}", "started": f"20{dice.randrange(15, 24)}-0{dice.randrange(1, 10)}",
                   "goals": dice.sample(GOALS, 2)},
        "manager": {"name": f"{dice.choice(FIRST)} {dice.choice(LAST)}", "role": dice.choice(TITLES), "decides": dice.random() < 0.7,
                    "stance": dice.choice(["open", "neutral", "sceptical"]), "priorities": dice.sample(GOALS, 2)},
        "mandate": {"office_days": 5, "start": "2026-03-02", "reason": REASON, "policy": "Workplace policy 2026, section 4",
                    "exception_process": "written request, decided by the head of department", "enforcement": dice.choice(["moderate", "loose"])},
        "ask": {"preferred": {"office_days": days, "weekdays": [week[at] for at in office]},
                "acceptable": {"office_days": days + 1, "weekdays": [week[at] for at in more]},
                "start": "2026-03-02", "decide_by": "2026-02-20"},
        "needs": [dict(zip(("need", "why", "expectation"), need)) for need in dice.sample(NEEDS, 2)],
        "concerns": [{"about": about, "said": CONCERNS[about], "from": "manager"} for about in worries],
        "mitigations": [{"concern": about, "action": dice.choice(ACTIONS), "measure": dice.choice(MEASURES)} for about in worries[:2]],
        "deliverables": [{"title": f"{title}, {dice.choice(CITIES)}", "due": f"2025-{dice.randrange(3, 10):02}-{dice.randrange(10, 28)}",
                          "done": f"2025-{dice.randrange(3, 10):02}-{dice.randrange(10, 28)}", "mode": dice.choice(["office", "remote"]),
                          "outcome": dice.choice(OUTCOMES)} for title in dice.sample(WORK, dice.randrange(5, 9))],
        "history": {"modes": [{"mode": "office", "from": names[0], "to": names[turn - 1]}, {"mode": "remote", "from": names[turn], "to": names[-1]}],
                    "metrics": [{"name": metric[0], "unit": metric[1], "better": metric[2], "source": dice.choice(SOURCES),
                                 "values": series(dice, metric, names, turn, dice.gauss(0.06, 0.06))} for metric in chosen]},
        "tasks": [{"name": name, "share": 20, "best": best, "why": why} for name, best, why in TASKS],
        "practices": {"already": ["a written agenda for each meeting", "decisions noted on one page"],
                      "proposed": ["a shared calendar with everybody's place of work"]},
        "commute": {"minutes": dice.randrange(25, 90), "reinvest": "the morning queue", "share": 0.5},
        "costs": [{"cost": "a second desk at home", "borne_by": "me", "mitigation": "it is there already"}],
        "cover": {"core_hours": "10:00 to 16:00", "response_minutes": 30, "onsite_backup": f"{dice.choice(FIRST)} {dice.choice(LAST)}",
                  "onsite_minutes": 90, "security": ["company laptop with an encrypted disk", "no printing of client files at home"]},
        "pilot": {"weeks": dice.choice([8, 10, 12]), "start": "2026-03-09", "primary": chosen[0][0], "secondary": [chosen[1][0]],
                  "notice_days": 14},
        "private": {"floor": {"office_days": 4}, "alternatives": ["a transfer to a sister team"], "hired_as": "hybrid", "rating": "meets"},
    }
    late = [item for item in profile["deliverables"] if item["done"] > item["due"]]
    for item in late:
        item["done"] = item["due"]
    return profile


def large(metrics, values):
    profile = invent(random.Random(1), 0)
    names = months(1950, values)
    profile["history"]["modes"] = [{"mode": "office", "from": names[0], "to": names[values // 2 - 1]},
                                   {"mode": "remote", "from": names[values // 2], "to": names[-1]}]
    dice = random.Random(2)
    profile["history"]["metrics"] = [{"name": f"Invented measure {at}", "unit": "h", "better": "lower", "source": "invented",
                                      "values": {month: round(dice.gauss(40, 6), 1) for month in names}} for at in range(metrics)]
    profile["pilot"].update(primary="Invented measure 0", secondary=["Invented measure 1"])
    return profile


def main():
    if sys.argv[1] == "large":
        json.dump(large(int(sys.argv[2]), int(sys.argv[3])), sys.stdout)
        return
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 20250301)
    for number in range(int(sys.argv[1])):
        line = json.dumps(invent(dice, number), ensure_ascii=number % 4 == 0)
        sys.stdout.write(line + "\n")


main()
