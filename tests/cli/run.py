#!/usr/bin/env python3
r"""Runs the program as a user does: one text file a case, its output compared line by line.

usage: run.py PROGRAM [--renew] [WORD]

A case is made of sections; a line "== name" begins one:

  == about            what the case shows, for the reader
  == file NAME        a file in the folder the command runs in; may be repeated
  == env              NAME=VALUE lines, besides PATH; nothing else of the caller's environment is there
  == terminal         which of stdin, stdout, stderr are a terminal
  == stdin            what is piped in; without it, standard input is /dev/null
  == command          for sh; `rtopitch` is the program, `profiles` the folder of the examples
  == stdout, stderr   what must come out; a line "..." stands for any lines, "\e" for an
                      escape character; without the section, nothing may come
  == exit             the exit status; 0 when left out; 141 when the program ends by SIGPIPE
  == made NAME        a file that must be there afterwards, with this content

With --renew the output sections without "..." are written anew; read the difference before committing it.
With WORD only cases with that word in their name run.
"""
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
PROFILES = HERE.parent.parent / "data" / "profiles"
SECTION = re.compile(r"^== (about|file|env|terminal|stdin|command|stdout|stderr|exit|made)(?: (.+))?$")
STREAMS = ("stdin", "stdout", "stderr")
TIMEOUT = 30


def parse(path):
    """The sections in order, as [name, argument, text]."""
    sections = []
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        match = SECTION.match(line.rstrip("\n"))
        if match:
            sections.append([match.group(1), match.group(2), ""])
        elif sections:
            sections[-1][2] += line
        else:
            raise ValueError(f"{path.name}: text before the first section")
    return sections


def text_of(sections, name, default=""):
    return next((text for kind, _, text in sections if kind == name), default)


def matches(expected, actual):
    """Whether the lines agree; "..." stands for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "...\n" else re.escape(line) for line in expected.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, actual) is not None


def drain(descriptor, into):
    while True:
        try:
            data = os.read(descriptor, 65536)
        except OSError:
            return
        if not data:
            return
        into.append(data)


class Terminal:
    """A pseudo-terminal in the place of one stream."""

    def __init__(self):
        self.master, self.slave = pty.openpty()
        self.parts = []
        self.reader = threading.Thread(target=drain, args=(self.master, self.parts), daemon=True)

    def text(self):
        os.close(self.slave)
        self.reader.join(TIMEOUT)
        os.close(self.master)
        return b"".join(self.parts).replace(b"\r\n", b"\n")


def has_terminals():
    """A container may have no pseudo-terminals; what needs one is then left out, with a word."""
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        return False
    return True


def run(program, sections, folder):
    env = {"PATH": f"{program.parent}:/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795219200"}
    if os.environ.get("ASAN_OPTIONS"):
        env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
    env.update(line.split("=", 1) for line in text_of(sections, "env").splitlines())
    for kind, name, text in sections:
        if kind == "file":
            (folder / name).write_bytes(text.encode())
    (folder / "profiles").symlink_to(PROFILES)
    terminals = {name: Terminal() for name in text_of(sections, "terminal").split()}
    stdin = subprocess.PIPE if any(kind == "stdin" for kind, _, _ in sections) else subprocess.DEVNULL
    streams = {"stdin": stdin, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    streams.update((name, terminal.slave) for name, terminal in terminals.items())
    for terminal in terminals.values():
        terminal.reader.start()
    piped = text_of(sections, "stdin").encode() if stdin == subprocess.PIPE else None
    done = subprocess.run(["sh", "-c", text_of(sections, "command")], cwd=folder, env=env, input=piped, timeout=TIMEOUT,
                          check=False, **({k: v for k, v in streams.items() if k != "stdin" or piped is None}))
    output = {"stdout": done.stdout or b"", "stderr": done.stderr or b""}
    output.update((name, terminal.text()) for name, terminal in terminals.items())
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return {name: text.decode("utf-8", "backslashreplace").replace("\x1b", "\\e") for name, text in output.items()}, status


def faults(sections, output, status, folder):
    for name in ("stdout", "stderr"):
        if not matches(text_of(sections, name), output[name]):
            yield f"{name} is not what the case says; it is:\n{output[name]}"
    expected = int(text_of(sections, "exit", "0"))
    if status != expected:
        yield f"exit {status}, not {expected}"
    for kind, name, text in sections:
        if kind == "made" and not (folder / name).is_file():
            yield f"{name} was not made"
        elif kind == "made" and not matches(text, (folder / name).read_text(encoding="utf-8")):
            yield f"{name} is not what the case says; it is:\n{(folder / name).read_text(encoding='utf-8')}"
    given = {name for kind, name, _ in sections if kind in ("file", "made")} | {"profiles"}
    for stray in sorted(p.name for p in folder.iterdir() if p.name not in given):
        yield f"{stray} was left behind"


def renew(path, sections, output, status):
    results = {**output, "exit": f"{status}\n" if status else ""}
    for name, text in results.items():
        section = next((s for s in sections if s[0] == name), None)
        if section is None and text:
            sections.append([name, None, text])
        elif section is not None and "...\n" not in section[2]:
            section[2] = text
    kept = [s for s in sections if s[2] or s[0] not in ("stdout", "stderr", "exit")]
    path.write_text("".join(f"== {kind}{' ' + name if name else ''}\n{text}" for kind, name, text in kept), encoding="utf-8")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    words = [word for word in sys.argv[2:] if word != "--renew"]
    ran = bad = 0
    for path in sorted((HERE / "cases").glob("*.txt")):
        if words and words[0] not in path.stem:
            continue
        sections = parse(path)
        if text_of(sections, "terminal") and not has_terminals():
            print(f"{path.name}: left out, since no pseudo-terminal can be made here")
            continue
        with tempfile.TemporaryDirectory() as folder:
            output, status = run(program, sections, pathlib.Path(folder))
            found = list(faults(sections, output, status, pathlib.Path(folder)))
        ran += 1
        bad += bool(found)
        for fault in found:
            print(f"{path.name}: {fault}")
        if "--renew" in sys.argv and found:
            renew(path, sections, output, status)
    print(f"{ran} cases, {bad} fail")
    sys.exit(1 if bad or not ran else 0)


if __name__ == "__main__":
    main()
