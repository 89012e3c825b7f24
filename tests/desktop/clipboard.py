#!/usr/bin/env python3
"""`build --copy` with a real clipboard: an X server without a screen, xclip, and what an editor would paste.

usage: clipboard.py PROGRAM
"""
import os
import pathlib
import shutil
import subprocess
import sys

PROFILE = pathlib.Path(__file__).resolve().parent.parent.parent / "data" / "profiles" / "backend-engineer.json"
SKIPPED = 77


def start_display():
    """A server that picks a free number and says it when it listens."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", "-screen", "0", "640x480x8"],
                              pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        number = said.readline().strip()
    return server, f":{number}" if number else None


def pasted(env, target):
    return subprocess.run(["xclip", "-selection", "clipboard", "-t", target, "-o"], env=env, capture_output=True,
                          timeout=60, check=False).stdout


def build(program, env, *options):
    command = [program, "build", PROFILE, "--date", "2027-01-11", *options]
    return subprocess.run(command, env=env, capture_output=True, timeout=60, check=False)


def faults(program, env):
    for what, target, form in (("html", "text/html", "html"), ("text", "UTF8_STRING", "markdown")):
        done = build(program, env, f"--copy={what}")
        if done.returncode or done.stdout or b"copied to the clipboard" not in done.stderr:
            yield f"--copy={what}: exit {done.returncode}, {done.stdout[:80]}, {done.stderr}"
        made = build(program, env, "-f", form).stdout
        if not made or pasted(env, target) != made:
            yield f"{target} on the clipboard is not the document as {form}"
        if target.encode() not in pasted(env, "TARGETS"):
            yield f"the clipboard does not offer {target}"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    if not shutil.which("Xvfb") or not shutil.which("xclip"):
        print("left out: Xvfb or xclip is not there")
        sys.exit(SKIPPED)
    server, display = start_display()
    try:
        env = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        found = list(faults(program, {**env, "DISPLAY": display})) if display else ["the X server did not start"]
    finally:
        server.terminate()
        server.wait()
    print("\n".join(found) or "what is copied is what is pasted")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
