"""C files are laid out as clang-format 14 lays them out; another version would lay them out otherwise.

Exits 77 (skipped) when that version is not installed.
"""

import shutil
import subprocess
import sys

import sources

VERSION = "14"


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        if shutil.which(name):
            said = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
            if f"version {VERSION}." in said:
                return name
    return None


def check(root):
    files = sources.c_files(root, "src", "include", "tests")
    done = subprocess.run([formatter(), "--dry-run", "-Werror", *files], capture_output=True, text=True, check=False)
    if done.returncode:
        for line in done.stderr.splitlines():
            if ": error:" in line:
                yield line.replace(f"{root}/", "")


if __name__ == "__main__":
    if not formatter():
        print(f"skipped: clang-format {VERSION} is not installed")
        sys.exit(77)
    sources.run(check)
