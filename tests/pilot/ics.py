"""A strict reader of iCalendar files (RFC 5545), as far as the trial's calendar goes: what it does not
know is an error, and so is whatever a mail program could take amiss."""
import datetime
import re

LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", re.DOTALL)
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"}  # of every entry
KNOWN = ONCE | {"DESCRIPTION", "TRANSP"}
HEAD = {"VERSION": "2.0", "CALSCALE": "GREGORIAN", "METHOD": "PUBLISH"}


class Wrong(Exception):
    pass


def unfold(data):
    """The content lines; physical lines end in CRLF and have at most 75 octets, each of them valid UTF-8."""
    if not data.endswith(b"\r\n"):
        raise Wrong("the last line does not end in CRLF")
    lines = []
    for raw in data[:-2].split(b"\r\n"):
        if b"\n" in raw or b"\r" in raw:
            raise Wrong(f"a bare line end in {raw!r}")
        if len(raw) > 75:
            raise Wrong(f"{len(raw)} octets in {raw!r}")
        text = raw.decode("utf-8")
        if any(ord(c) < 32 or ord(c) == 127 for c in text):
            raise Wrong(f"a control character in {raw!r}")
        if text.startswith(" "):
            if not lines:
                raise Wrong("the first line is folded")
            lines[-1] += text[1:]
        elif not text:
            raise Wrong("an empty line")
        else:
            lines.append(text)
    return lines


def text_value(value):
    if re.search(r"(?<!\\)(?:\\\\)*[;,]", value) or re.search(r"(?<!\\)(?:\\\\)*\\(?![\\;,nN])", value):
        raise Wrong(f"not escaped: {value!r}")
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) in "nN" else m.group(1), value)


def date_value(value):
    if not re.fullmatch(r"\d{8}", value):
        raise Wrong(f"no date: {value!r}")
    return datetime.datetime.strptime(value, "%Y%m%d").date()


def read_entry(lines):
    entry = {}
    while True:
        if not lines:
            raise Wrong("an entry is not closed")
        line = lines.pop(0)
        if line == "END:VEVENT":
            break
        match = LINE.fullmatch(line)
        if not match:
            raise Wrong(f"no property: {line!r}")
        name, parameters, value = match.groups()
        if name not in KNOWN or name in entry:
            raise Wrong(f"unknown or twice: {name}")
        if (name in ("DTSTART", "DTEND")) != (parameters == ";VALUE=DATE"):
            raise Wrong(f"parameters of {line!r}")
        if name in ("DTSTART", "DTEND"):
            entry[name] = date_value(value)
        elif name == "DTSTAMP":
            if not re.fullmatch(r"\d{8}T\d{6}Z", value):
                raise Wrong(f"no time in UTC: {value!r}")
            entry[name] = value
        else:
            entry[name] = text_value(value)
    if not ONCE <= entry.keys():
        raise Wrong(f"missing: {sorted(ONCE - entry.keys())}")
    if entry["DTEND"] <= entry["DTSTART"]:
        raise Wrong(f"ends before it starts: {entry}")
    return entry


def read(data):
    """The entries of a calendar, in order."""
    lines = unfold(data)
    if lines[0] != "BEGIN:VCALENDAR" or lines[-1] != "END:VCALENDAR":
        raise Wrong("no calendar around it")
    lines = lines[1:-1]
    head, entries = {}, []
    while lines and not lines[0].startswith("BEGIN:"):
        name, _, value = lines.pop(0).partition(":")
        if name in head:
            raise Wrong(f"twice: {name}")
        head[name] = value
    if not head.pop("PRODID", "") or head != HEAD:
        raise Wrong(f"head: {head}")
    while lines:
        if lines.pop(0) != "BEGIN:VEVENT":
            raise Wrong("something between the entries")
        entries.append(read_entry(lines))
    if len({entry["UID"] for entry in entries}) != len(entries):
        raise Wrong("two entries have one UID")
    return entries
