#!/usr/bin/env python3
"""As a filter under GNU parallel, on this machine and over ssh on two hosts: parallel.py PROGRAM [COUNT]

The hosts are two sshd on loopback addresses, with keys made for the test. The bytes must be those of one run.
Without parallel or sshd the test is skipped with a word.
"""
import os
import pwd
import shutil
import subprocess
import sys
import time

from common import DATE, lines, main, run, text_of

HOSTS = {"127.0.0.2": 42022, "127.0.0.3": 42023}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def find_sshd():
    return shutil.which("sshd") or next((path for path in ("/usr/sbin/sshd", "/sbin/sshd") if os.path.exists(path)), None)


def key(folder, name):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)


def start_hosts(folder, sshd):
    """The servers, and the words of ssh that reach them."""
    key(folder, "host")
    key(folder, "user")
    shutil.copy(folder / "user.pub", folder / "allowed")
    (folder / "config").write_text("".join(
        f"Host {host}\n  Port {port}\n  User {pwd.getpwuid(os.getuid()).pw_name}\n  IdentityFile {folder}/user\n"
        f"  IdentitiesOnly yes\n  StrictHostKeyChecking no\n  UserKnownHostsFile {folder}/known\n  LogLevel ERROR\n"
        for host, port in HOSTS.items()))
    if os.geteuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    servers = []
    for host, port in HOSTS.items():
        servers.append(subprocess.Popen(
            [sshd, "-D", "-e", "-f", "/dev/null", "-h", str(folder / "host"), "-o", f"ListenAddress={host}:{port}",
             "-o", f"AuthorizedKeysFile={folder}/allowed", "-o", "StrictModes=no", "-o", "PidFile=none", "-o", "UsePAM=no",
             "-o", "PermitRootLogin=prohibit-password", "-o", "MaxStartups=100", "-o", "MaxSessions=100"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
    return servers


def answers(folder, host):
    for _ in range(50):
        done = subprocess.run(["ssh", "-F", str(folder / "config"), host, "true"], capture_output=True, check=False)
        if done.returncode == 0:
            return True
        time.sleep(0.1)
    return False


def parallel(program, items, *words):
    return subprocess.run(["parallel", "--will-cite", "--pipe", "--block", "100k", "--keep-order", *words, program, "batch", *DATE,
                           "-q", "-f", "markdown"], input=text_of(items), capture_output=True, check=False, timeout=600)


def test(checks, folder, count="2000"):
    sshd = find_sshd()
    if not shutil.which("parallel") or not sshd or not shutil.which("ssh"):
        skip("GNU parallel, sshd or ssh is not installed")
    items = lines(int(count), seed=9)
    whole = run(checks.program, "-q", "-f", "markdown", stdin=text_of(items))
    here = parallel(checks.program, items, "-j", "2")
    checks.same(here.returncode, 0, f"parallel on this machine: {here.stderr[-300:]!r}")
    checks.that(here.stdout == whole.out, "parallel on this machine makes other bytes")
    os.chmod(folder, 0o755)
    servers = start_hosts(folder, sshd)
    try:
        if not all(answers(folder, host) for host in HOSTS):
            for server in servers:
                server.terminate()
            skip(f"sshd does not answer: {servers[0].stderr.read()[-300:]!r}")
        logins = ",".join(f"1/ssh -F {folder}/config {host}" for host in HOSTS)
        there = parallel(checks.program, items, "-S", logins)
        checks.same(there.returncode, 0, f"parallel over ssh: {there.stderr[-300:]!r}")
        checks.that(there.stdout == whole.out, "parallel over ssh makes other bytes")
        bad = list(items[:300])
        bad[100] = b"{}"
        mixed = parallel(checks.program, bad, "-S", logins)
        checks.same(mixed.returncode, 1, "one block with a bad profile")
        checks.same(len(mixed.stdout.splitlines()), 299, "the others are made")
    finally:
        for server in servers:
            server.terminate()
            server.wait()
    print(f"{count} profiles on {len(HOSTS)} hosts: {len(whole.out)} bytes, as in one run")


if __name__ == "__main__":
    main(test)
