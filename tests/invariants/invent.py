"""Invented profiles: the examples with members taken out or changed at random, from a fixed seed.

Each private text is replaced by a marked one, so that it is found wherever it turns up."""
import copy
import random

NEEDED = set("person role ask preferred office_days about name better mode from date title need concern action cost "
             "kind question metric limit metrics".split())
CHOICES = {
    "stance": ["supportive", "open", "neutral", "sceptical", "opposed"],
    "relationship": ["strong", "good", "new", "strained"],
    "prefers": ["memo", "one_page", "data", "talk"],
    "enforcement": ["strict", "moderate", "loose", "unknown"],
    "strategy": ["auto", "push_back", "earn_back"],
    "from": ["manager", "senior", "company"],
    "kind": ["problem_solving", "standup", "protocol", "blend", "custom"],
    "design": ["before_after", "alternating_weeks"],
    "stage": ["sound_out", "pitch", "terms", "review"],
    "best": ["home", "office", "either"],
    "role_family": ["software_engineer", "sre", "data", "designer", "product_manager", "qa", "writer", "support", "sales",
                    "recruiting_hr", "finance", "project_manager", "team_lead", "other"],
    "about": ["productivity", "visibility", "accountability", "attendance", "culture", "morale", "collaboration",
              "new_staff", "connection", "real_estate", "cost", "manager_role", "headcount", "fairness", "policy",
              "responsiveness", "customers", "emergencies", "security", "compliance", "spontaneous_help", "overwork",
              "abuse", "promotion", "management_load", "equipment", "decision_speed", "tried_before"],
}
UNSPOKEN = ("headcount", "manager_role", "real_estate")
TEXTS = set("role team reason policy exception_process contract note why expectation said measure target outcome text by "
            "source borne_by mitigation second_question document reinvest core_hours onsite_backup next_step need action "
            "title cost question".split())
LISTS = ("goals", "priorities", "sites", "already", "proposed", "agreed", "security", "people")
NUMBERS = set("share margin limit minutes weeks notice_days baseline_weeks baseline_days trial_days size same_site "
              "new_hires mentees response_minutes onsite_minutes value before".split())
ODD_TEXTS = ["", " ", "ends with a stop.", "Two sentences. Both end.", "line\nbreak", "- a dash first", "1. a number first",
             "*stars* _bars_ `ticks` [a](b) <b>&amp;", "a | pipe", "“quotes” and ‘more’ and \"these\"", "trailing space ",
             "naïve café — coöperate…", "会議は短くする", "שלום עולם", "مرحبا بالعالم", "left \u202eright\u202c left", "👩‍💻 at work",
             "e\u0301 and é", "soft\u00adhyphen", "x" * 300, "many words " * 300, "I do not know, or maybe; who can tell?"]
ODD_NUMBERS = [0, 1, 2, 3, 5, 0.001, 1e-9, 100, 365, 99999, 999999999, 1e15, 12345.678]


def take_out(value, chance, dice):
    if isinstance(value, dict):
        for key in list(value):
            if key not in NEEDED and dice.random() < chance:
                del value[key]
            else:
                take_out(value[key], chance, dice)
    elif isinstance(value, list):
        for item in value:
            take_out(item, chance, dice)


def choose_anew(value, dice):
    if isinstance(value, dict):
        for key, member in value.items():
            if key in CHOICES and isinstance(member, str) and member in CHOICES[key] and dice.random() < 0.4:
                value[key] = dice.choice(CHOICES[key])
            elif key == "values":
                value[key] = {month: round(number * dice.uniform(0.5, 1.5), 1) for month, number in member.items()}
            elif key == "samples":
                value[key] = {mode: row[:dice.randint(0, len(row))] for mode, row in member.items()}
            elif isinstance(member, bool) and dice.random() < 0.3:
                value[key] = not member
            else:
                choose_anew(member, dice)
    elif isinstance(value, list):
        for item in value:
            choose_anew(item, dice)


def write_oddly(value, chance, dice):
    """Free texts become empty, long, foreign or full of signs."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key in TEXTS and isinstance(member, str) and dice.random() < chance:
                value[key] = dice.choice(ODD_TEXTS)
            elif key in LISTS and dice.random() < chance:
                value[key] = dice.sample(ODD_TEXTS, dice.randint(0, 4))
            elif key not in ("private", "wants"):
                write_oddly(member, chance, dice)
    elif isinstance(value, list):
        for item in value:
            write_oddly(item, chance, dice)


def count_oddly(value, chance, dice):
    if isinstance(value, dict):
        for key, member in value.items():
            if key in NUMBERS and isinstance(member, (int, float)) and dice.random() < chance:
                value[key] = dice.choice(ODD_NUMBERS)
            elif key == "values" and dice.random() < chance:
                value[key] = {month: dice.choice(ODD_NUMBERS) for month in member}
            elif key == "samples" and dice.random() < chance:
                value[key] = {mode: [dice.choice(ODD_NUMBERS) for _ in row] for mode, row in member.items()}
            else:
                count_oddly(member, chance, dice)
    elif isinstance(value, list):
        for item in value:
            count_oddly(item, chance, dice)


def ask_anew(profile, dice):
    days = sorted(dice.choices(range(0, 6), k=3))
    profile["ask"] = {name: {"office_days": day} for name, day in zip(("preferred", "acceptable", "starter"), days)}
    for rung in ("starter", "acceptable"):
        if dice.random() < 0.3:
            del profile["ask"][rung]
    if dice.random() < 0.3:
        profile["ask"]["fixed"] = True
    if dice.random() < 0.5:
        profile["ask"]["start"] = "2027-02-01"


def worry_anew(profile, dice):
    abouts = dice.sample(CHOICES["about"], dice.randint(1, 6))
    profile["concerns"] = [{"about": about, "from": dice.choice(CHOICES["from"])} for about in abouts]
    for concern in profile["concerns"]:
        if dice.random() < 0.7:
            concern["said"] = f"Invented worry about {concern['about'].replace('_', ' ')}."
    profile.pop("mitigations", None)


def mark_private(profile):
    """Every text that only the sheet may show gets a mark no other text has."""
    for key in ("alternatives", "reasons", "allies", "notes"):
        for i in range(len(profile.get("private", {}).get(key, []))):
            profile["private"][key][i] = f"zqsecret {key} {'abcdefgh'[i % 8]}"
    profile["wants"] = [f"zqsecret want {'abcdefgh'[i % 8]}" for i in range(len(profile.get("wants", [])))]
    if not profile["wants"]:
        del profile["wants"]
    for concern in profile.get("concerns", []):
        if concern["about"] in UNSPOKEN and concern.get("from") == "company":
            concern["said"] = "zqsecret motive"


def invent(examples, number):
    """The profile of a number, and whether its texts are as the examples wrote them."""
    dice = random.Random(f"20261121 {number}")
    profile = copy.deepcopy(dice.choice(examples))
    profile.pop("$comment", None)
    choose_anew(profile, dice)
    if dice.random() < 0.4:
        ask_anew(profile, dice)
    if dice.random() < 0.4:
        worry_anew(profile, dice)
    take_out(profile, dice.choice([0, 0, 0.05, 0.15, 0.3]), dice)
    if dice.random() < 0.25:
        count_oddly(profile, dice.choice([0.03, 0.1]), dice)
    clean = dice.random() < 0.6
    if not clean:
        write_oddly(profile, dice.choice([0.05, 0.2, 0.6]), dice)
    profile.setdefault("person", {})
    if dice.random() < 0.3:
        profile["person"]["role"] = "Invented role"
    profile["person"].setdefault("role", "Invented role")
    profile.setdefault("ask", {}).setdefault("preferred", {}).setdefault("office_days", 2)
    mark_private(profile)
    return profile, clean
