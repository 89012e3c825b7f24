"""The npm packages that judge what editors and browsers make of our files.

    modules.py BUILD      installs them and prints their folder

They stand in package.json with exact versions and go into the build folder, never into the sources. A test that
cannot have them says why and ends with exit status 77, which counts as skipped.
"""

import fcntl
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
INSTALL = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"]


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def folder(build):
    """The node_modules below the build folder, as package.json wants them; installed once, whoever asks first."""
    wanted = (HERE / "package.json").read_text()
    home = pathlib.Path(build).resolve() / "editor"
    home.mkdir(parents=True, exist_ok=True)
    with open(home / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = home / "package.json"
        done = home / "installed"
        if not (done.exists() and done.read_text() == wanted):
            for program in ("node", "npm"):
                if not shutil.which(program):
                    skip(f"{program} is not installed")
            kept.write_text(wanted)
            run = subprocess.run(INSTALL, cwd=home, capture_output=True, text=True, check=False, timeout=600)
            if run.returncode != 0:
                skip(f"npm could not install the packages: {run.stderr.strip()[-400:]}")
            done.write_text(wanted)
    return home / "node_modules"


if __name__ == "__main__":
    print(folder(sys.argv[1]))
