#!/usr/bin/env python3
"""The same job with Jinja2: profiles, a line each, become talking points. With --check, each is held against rtopitch's own schema first.

usage: peer.py [--check SCHEMA] PROFILES >DOCUMENTS"""
import json
import math
import pathlib
import sys

import jinja2

HERE = pathlib.Path(__file__).resolve().parent
LIBRARY = json.loads((HERE / "library.json").read_text(encoding="utf-8"))


def tenths(value):
    return math.floor(value * 10 + 0.5)


def told(number, plus=False):
    size = abs(number)
    return ("-" if number < 0 else "+" if plus and number > 0 else "") + f"{size // 10}.{size % 10}"


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def mode_of(month, periods):
    return next((p["mode"] for p in periods if p["from"] <= month <= p["to"]), None)


def view_metric(metric, periods):
    sides = {"office": [], "remote": []}
    for month, value in metric["values"].items():
        sides[mode_of(month, periods)].append(value)
    office, remote = median(sides["office"]), median(sides["remote"])
    change = tenths((remote - office) / office * 100) if office else 0
    lower = metric["better"] == "lower"
    gain = -change if lower else change
    return {"name": metric["name"], "unit": metric["unit"], "source": metric["source"], "lower": lower, "office": told(tenths(office)),
            "remote": told(tenths(remote)), "change": told(change, True), "size": told(abs(change)),
            "state": "better" if gain >= 20 else "worse" if gain <= -20 else "flat",
            "target": told(tenths(office * (1.05 if lower else 0.95)))}


def view(p):
    ask, cover, pilot, periods = p["ask"], p["cover"], p["pilot"], p["history"]["modes"]
    metrics = [view_metric(metric, periods) for metric in p["history"]["metrics"]]
    states = [metric["state"] for metric in metrics]
    own = {m["concern"]: m for m in reversed(p["mitigations"])}
    concerns = []
    for n, concern in enumerate(p["concerns"], 1):
        entry = LIBRARY[concern["about"]]
        mine = own.get(concern["about"], entry)
        concerns.append({"n": n, "title": entry["title"], "said": concern["said"], "answer": entry["answer"], "action": mine["action"],
                         "measure": mine["measure"]})
    rows = []
    for month in p["history"]["metrics"][0]["values"]:
        rows.append({"month": month, "mode": mode_of(month, periods),
                     "cells": [told(tenths(metric["values"][month])) for metric in p["history"]["metrics"]]})
    modes = [row["mode"] for row in rows]
    return {"name": p["person"]["name"], "role": p["person"]["role"], "team": p["person"]["team"], "manager": p["manager"]["name"],
            "title": p["manager"]["role"], "policy": p["mandate"]["policy"], "policy_start": p["mandate"]["start"],
            "policy_days": p["mandate"]["office_days"], "reason": p["mandate"]["reason"], "days": ask["preferred"]["office_days"],
            "weekdays": ", ".join(ask["preferred"]["weekdays"]), "more_days": ask["acceptable"]["office_days"],
            "more_weekdays": ", ".join(ask["acceptable"]["weekdays"]), "start": ask["start"], "decide_by": ask["decide_by"],
            "improved": states.count("better"), "worse": states.count("worse"), "flat": states.count("flat"), "concerns": concerns,
            "metrics": metrics, "months": rows, "office_months": modes.count("office"), "remote_months": modes.count("remote"),
            "deliverables": p["deliverables"], "tasks": p["tasks"], "needs": p["needs"], "already": p["practices"]["already"],
            "proposed": p["practices"]["proposed"], "weeks": pilot["weeks"], "trial_start": pilot["start"], "primary": pilot["primary"],
            "notice": pilot["notice_days"], "core_hours": cover["core_hours"], "response": cover["response_minutes"],
            "onsite": cover["onsite_minutes"], "backup": cover["onsite_backup"], "security": cover["security"], "costs": p["costs"]}


def main():
    template = jinja2.Environment(trim_blocks=True, autoescape=False, keep_trailing_newline=True).from_string(
        (HERE / "talk.jinja").read_text(encoding="utf-8"))
    check = None
    words = sys.argv[1:]
    if words[0] == "--check":
        import jsonschema
        check = jsonschema.Draft7Validator(json.loads(pathlib.Path(words[1]).read_text(encoding="utf-8"))).validate
        words = words[2:]
    with open(words[0], "rb") as lines, open(1, "wb", buffering=1 << 20) as out:
        for line in lines:
            profile = json.loads(line)
            if check:
                check(profile)
            out.write(template.render(view(profile)).encode())


main()
