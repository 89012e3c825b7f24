"""What every gate needs: which files there are, and C text without comments and strings.

Blanked text keeps its lines and columns, so that a finding can name its place.
"""

import pathlib
import re
import subprocess
import sys

TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def code_only(text):
    return TOKEN.sub(blank, text)


def code_and_strings(text):
    return TOKEN.sub(lambda m: blank(m) if m.group().startswith("/") else m.group(), text)


def c_files(root, *folders):
    found = []
    for folder in folders:
        found += [p for p in (root / folder).rglob("*") if p.suffix in (".c", ".h")]
    return sorted(found)


def tracked_files(root):
    """All files of a git checkout; outside of one, all but the build folders."""
    git = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, check=False)
    if git.returncode == 0:
        paths = [root / name for name in git.stdout.decode().split("\0") if name]
    else:
        paths = [p for p in root.rglob("*") if not p.relative_to(root).parts[0].startswith(("build", "."))]
    return sorted(p for p in paths if p.is_file())


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def run(check):
    """Runs check(root) -> findings "path:line: what", prints them, exits 1 when there is one."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    findings = sorted(set(check(root)))
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)


def place(root, path, line):
    return f"{path.relative_to(root)}:{line}"
