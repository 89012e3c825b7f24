"""Sizes a reader can hold: functions of 60 lines, files of 600, five parameters, a first comment.

Reads the layout clang-format gives: a function's braces stand alone at the start of a line.
"""

import re

import sources

FUNCTION_LINES = 60
FILE_LINES = 600
PARAMETERS = 5
# The public headers gave these a sixth parameter: the arena and the diagnostics come on top of four.
SIX_PARAMETERS = {"rtp_bind", "rtp_points_select", "rtp_job_load"}


def functions(lines):
    """Yields (first line, last line, signature) of each function; lines count from 0."""
    start = None
    for i, line in enumerate(lines):
        if line.rstrip() == "{":
            start = i
        elif line.startswith("}") and start is not None:
            first = start
            while first > 0 and re.match(r"\S|\s+\S", lines[first - 1]) and not re.search(r"[;}]\s*$|^#", lines[first - 1]):
                first -= 1
            signature = " ".join(lines[first:start])
            if "(" in signature:
                yield first, i, signature
            start = None


def parameter_count(signature):
    """Commas at the first level of the last bracket that opens at the top level."""
    depth, commas, found, text = 0, 0, 0, ""
    for c in re.sub(r"__attribute__\s*\(\(.*?\)\)\)?", "", signature):
        if c == "(":
            depth += 1
            if depth == 1:
                commas, text = 0, ""
                continue
        if c == ")":
            depth -= 1
            if depth == 0:
                found = commas + 1 if text.strip() not in ("", "void") else 0
        if depth == 1 and c == ",":
            commas += 1
        if depth:
            text += c
    return found


def name_of(signature):
    match = re.search(r"(\w+)\s*\(", signature)
    return match.group(1) if match else "?"


def check_file(root, path):
    text = path.read_text()
    if not text.startswith("/*"):
        yield f"{sources.place(root, path, 1)}: the first line is not a comment that says what and why"
    lines = sources.code_only(text).split("\n")
    if len(lines) - 1 > FILE_LINES:
        yield f"{sources.place(root, path, len(lines) - 1)}: {len(lines) - 1} lines; a file has at most {FILE_LINES}"
    for first, last, signature in functions(lines):
        where = sources.place(root, path, first + 1)
        if last - first + 1 > FUNCTION_LINES:
            yield f"{where}: {name_of(signature)} has {last - first + 1} lines; at most {FUNCTION_LINES}"
        if parameter_count(signature) > PARAMETERS and name_of(signature) not in SIX_PARAMETERS:
            yield f"{where}: {name_of(signature)} has {parameter_count(signature)} parameters; at most {PARAMETERS}"


def check(root):
    for path in sources.c_files(root, "src", "include", "tests"):
        yield from check_file(root, path)


if __name__ == "__main__":
    sources.run(check)
