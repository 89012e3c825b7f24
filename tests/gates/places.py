"""Nothing in the repository names the desk it was written on, or leaves work for later.

Paths of one machine, private addresses and reminders are found in every text file that is tracked.
"""

import re

import sources

PATTERNS = {
    r"(?<![\w.])/(?:work|root|Users)/|(?<![\w.])/home/\w": "a path of one machine",
    r"\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}\b": "a private address",
    r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b": "work left for later",
    r"(?i)\b(?:clau" r"de|anthro" r"pic|chat" r"gpt|copi" r"lot|co-auth" r"ored-by)\b": "a tool's name",
    r"^(?:<{7}|>{7}|={7})(?: |$)": "a merge conflict",
}
# Texts of others, kept as they are.
FOREIGN = ("tests/conformance/", "tests/injection/", "tests/fuzz/corpus/")


def findings(root, path, text):
    for pattern, what in PATTERNS.items():
        for match in re.finditer(pattern, text, re.MULTILINE):
            yield f"{sources.place(root, path, sources.line_of(text, match.start()))}: {what}: {match.group()}"


def check(root):
    for path in sources.tracked_files(root):
        if path.relative_to(root).as_posix().startswith(FOREIGN):
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        yield from findings(root, path, text)


if __name__ == "__main__":
    sources.run(check)
