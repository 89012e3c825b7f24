#!/usr/bin/env python3
"""An HTTP server that misbehaves on purpose, on loopback only.

    badserver.py --dir STATE [--tls]      runs until killed, orphaned, or ten minutes old
    badserver.py --list                   the scenarios

It writes STATE/ports.json ({"http": port, "other": port of a second server that stands for
a foreign host, "https": port, "https_expired": ..., "https_wrong_name": ...}) when it is
ready, and one JSON line a request to STATE/requests.log: server, method, path, headers, time.
With --tls it makes a test CA (STATE/ca.pem) and certificates with the openssl command.

A scenario is the first word of the path: GET /redirect-loop/anything. State (how often a
scenario was asked for) is kept per path; GET /forget clears it. Every scenario that sends JSON
sends the text that --body names (default: a small list of issues), so that a client's
normal answer can be served; "ok" serves it plainly.

Only the standard library, no address but 127.0.0.1 and, for the second host, 127.0.0.2 if
the system has it (Linux does), else 127.0.0.1 on another port.
"""
import argparse
import email.utils
import gzip
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import zlib



def records(first, count):
    """merge requests in the shape of GitLab's list; invented"""
    return [{"id": i, "title": f"Issue {i}", "state": "merged", "created_at": "2026-09-02T03:04:05.000Z",
             "merged_at": "2026-09-05T06:07:08.000Z", "author": {"username": "ada"}} for i in range(first, first + count)]


BODY = json.dumps(records(1, 3)).encode()
SCENARIOS = {}


def scenario(f):
    SCENARIOS[f.__name__.replace("_", "-")] = f
    return f


def head(status, headers, reason="X"):
    lines = [f"HTTP/1.1 {status} {reason}"] + [f"{k}: {v}" for k, v in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def reply(c, body, status=200, headers=(), ctype="application/json; charset=utf-8"):
    c.send(head(status, [("Content-Type", ctype), ("Content-Length", len(body)), ("Connection", "close"), *headers]) + body)


# --- the plain ones
@scenario
def ok(c):
    "a good answer"
    reply(c, c.body)


@scenario
def ok_gzip(c):
    "a good answer, gzip"
    reply(c, gzip.compress(c.body), headers=[("Content-Encoding", "gzip")])


@scenario
def ok_chunked(c):
    "a good answer in chunks of seven bytes"
    c.send(head(200, [("Content-Type", "application/json"), ("Transfer-Encoding", "chunked"), ("Connection", "close")]))
    for k in range(0, len(c.body), 7):
        part = c.body[k:k + 7]
        c.send(f"{len(part):x}\r\n".encode() + part + b"\r\n")
    c.send(b"0\r\n\r\n")


@scenario
def ok_pages(c):
    "three pages joined by Link rel=next"
    page = int(c.query.get("page", "1"))
    link = [] if page >= 3 else [("Link", f'<{c.base}/ok-pages?page=3>; rel="last", </ok-pages?page={page + 1}>; rel="next"')]
    reply(c, json.dumps(records(page * 10, 2)).encode(), headers=link)


# --- slow
@scenario
def drip(c):
    "the headers at once, then one byte of the body a second, for ever"
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", 1000000)]))
    for _ in range(3600):
        c.send(b" ")
        time.sleep(1)


@scenario
def slow_headers(c):
    "one byte of the status line a second"
    for byte in head(200, [("Content-Length", 2)]) + b"[]":
        c.send(bytes([byte]))
        time.sleep(1)


@scenario
def silent(c):
    "accepts, and never answers"
    time.sleep(3600)


@scenario
def stall(c):
    "half the body, then nothing, the connection open"
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", len(c.body))]) + c.body[:len(c.body) // 2])
    time.sleep(3600)


# --- broken bodies
@scenario
def truncated(c):
    "says more bytes than it sends, then closes"
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", len(c.body) + 100), ("Connection", "close")]) + c.body)


@scenario
def reset(c):
    "resets the connection in the middle of the body"
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", len(c.body))]) + c.body[:40])
    time.sleep(0.1)
    c.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    c.sock.close()


@scenario
def short_length(c):
    "says fewer bytes than it sends: what is cut must not pass for whole"
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", len(c.body) - 5), ("Connection", "close")]) + c.body)


@scenario
def no_length(c):
    "no length, ended by closing half way: only the JSON can tell"
    c.send(head(200, [("Content-Type", "application/json"), ("Connection", "close")]) + c.body[:len(c.body) // 2])


@scenario
def chunk_cut(c):
    "chunked, closed before the last chunk, at a point where the text is whole JSON"
    c.send(head(200, [("Content-Type", "application/json"), ("Transfer-Encoding", "chunked")]) + f"{len(c.body):x}\r\n".encode() + c.body + b"\r\n")


@scenario
def chunk_bad(c):
    "chunked with a nonsense size"
    c.send(head(200, [("Content-Type", "application/json"), ("Transfer-Encoding", "chunked")]) + b"ZZZZ\r\n" + c.body)


@scenario
def chunk_huge(c):
    "chunked with a size near 2^63"
    c.send(head(200, [("Content-Type", "application/json"), ("Transfer-Encoding", "chunked")]) + b"7ffffffffffffff0\r\n" + c.body)


@scenario
def two_lengths(c):
    "two different Content-Length headers"
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", len(c.body)), ("Content-Length", 5), ("Connection", "close")]) + c.body)


@scenario
def length_negative(c):
    "Content-Length: -1"
    c.send(head(200, [("Content-Length", -1), ("Connection", "close")]) + c.body)


@scenario
def length_overflow(c):
    "Content-Length: 2^64"
    c.send(head(200, [("Content-Length", 2 ** 64), ("Connection", "close")]) + c.body)


@scenario
def empty(c):
    "closes without a byte"


@scenario
def empty_body(c):
    "200 with no body"
    reply(c, b"")


@scenario
def http09(c):
    "a body without any header"
    c.send(c.body)


@scenario
def garbage(c):
    "binary rubbish"
    c.send(bytes(range(256)) * 20)


@scenario
def terminal_reason(c):
    "an error whose reason phrase and body hold escape sequences"
    body = b"\x1b]52;c;ZXZpbA==\x07\x1b[2J\x1b]0;owned\x07"
    c.send(b"HTTP/1.1 400 \x1b]0;owned\x07\x1b[31mBad\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body))


# --- not the JSON one hopes for
@scenario
def invalid_json(c):
    "truncated JSON with a right length"
    reply(c, c.body[:-10])


@scenario
def trailing_garbage(c):
    "good JSON and something after it"
    reply(c, c.body + b"<script>")


@scenario
def login_page(c):
    "200 with a sign-in page in HTML"
    reply(c, b"<!DOCTYPE html><title>Sign in</title><form>...", ctype="text/html")


@scenario
def wrong_type(c):
    "good JSON called text/plain"
    reply(c, c.body, ctype="text/plain")


@scenario
def utf16(c):
    "the answer in UTF-16"
    reply(c, c.body.decode().encode("utf-16"), ctype="application/json; charset=utf-16")


@scenario
def bad_utf8(c):
    "a string with a stray 0xFF"
    reply(c, c.body.replace(b"Issue 1", b"Issue \xff"))


@scenario
def nul(c):
    "a NUL byte in a string"
    reply(c, c.body.replace(b"Issue 1", b"Issue \x00 1"))


@scenario
def deep(c):
    "a million brackets"
    reply(c, b"[" * 1000000 + b"]" * 1000000)


@scenario
def object_not_list(c):
    "an object where a list is due"
    reply(c, b'{"message":"Bad credentials","documentation_url":"https://example.invalid"}')


@scenario
def wrong_fields(c):
    "a list of things of other types"
    reply(c, b'[1,null,"x",[],{"id":"one","state":7,"merged_at":false},{"state":"merged","merged_at":"yesterday"},{"merged_at":"2023-02-29T25:61:61Z"}]')


@scenario
def duplicate_keys(c):
    "objects with a key twice"
    reply(c, b'[{"id":1,"id":2,"state":"opened","state":"merged","merged_at":"2026-09-05T06:07:08Z"}]')


@scenario
def evil_text(c):
    "titles with markup, escapes, bidi controls and a javascript: link"
    evil = "<script>alert(1)</script>\x1b]52;c;eA==\x07\u202e[x](javascript:alert(1))\n# h"
    reply(c, json.dumps([{**records(1, 1)[0], "title": evil, "web_url": "javascript:alert(1)", "source_branch": "../../x"}]).encode())


@scenario
def odd_dates(c):
    "leap days, offsets, leap seconds, far years"
    reply(c, json.dumps([{**records(k, 1)[0], "created_at": "1999-01-01T00:00:00Z", "merged_at": d} for k, d in enumerate([
        "2024-02-29T12:00:00Z", "2023-12-31T23:59:60Z", "2024-03-31T02:30:00+01:00", "2024-01-05T06:07:08.123456789-11:30",
        "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "2024-1-5", "1704434828", ""])]).encode())


# --- too much
def zeros_gzip(size):
    """a gzip stream of size spaces in brackets, without making the spaces: the same deflated
    block again and again, and a checksum worked out by doubling"""
    block = 1 << 20
    comp = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = comp.compress(b"[") + comp.flush(zlib.Z_FULL_FLUSH)
    comp = zlib.compressobj(9, zlib.DEFLATED, -15)
    middle = comp.compress(b" " * block) + comp.flush(zlib.Z_FULL_FLUSH)
    comp = zlib.compressobj(9, zlib.DEFLATED, -15)
    last = comp.compress(b"]") + comp.flush(zlib.Z_FINISH)
    n = size // block
    crc = zlib.crc32(b"[")
    crc = crc_join(crc, crc_repeat(zlib.crc32(b" " * block), block, n), n * block)
    crc = crc_join(crc, zlib.crc32(b"]"), 1)
    total = n * block + 2
    return (b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + first, middle, n, last + struct.pack("<II", crc, total & 0xFFFFFFFF))


def crc_join(a, b, length):
    """the CRC-32 of two texts joined, from theirs and the second one's length"""
    def times(m, v):
        r = 0
        for k in range(32):
            if v >> k & 1:
                r ^= m[k]
        return r

    def square(m):
        return [times(m, m[k]) for k in range(32)]
    odd = [0xEDB88320] + [1 << k for k in range(31)]  # one zero bit
    op = square(square(odd))                            # four; then eight = one byte
    while length:
        op = square(op)
        if length & 1:
            a = times(op, a)
        length >>= 1
    return a ^ b


def crc_repeat(crc, length, n):
    out, out_len = 0, 0
    while n:
        if n & 1:
            out = crc_join(out, crc, length) if out_len else crc
            out_len += length
        crc, length, n = crc_join(crc, crc, length), length * 2, n >> 1
    return out


@scenario
def gzip_bomb(c):
    "10 GB of JSON white space in 10 MB of gzip"
    first, middle, n, last = zeros_gzip(10 << 30)
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Encoding", "gzip"),
                      ("Content-Length", len(first) + len(middle) * n + len(last)), ("Connection", "close")]) + first)
    for _ in range(n):
        c.send(middle)
    c.send(last)


@scenario
def gzip_bomb_twice(c):
    "10 GB in two layers of gzip: some 30 kB on the wire"
    first, middle, n, last = zeros_gzip(10 << 30)
    inner = gzip.compress(first + middle * n + last, 9)
    reply(c, inner, headers=[("Content-Encoding", "gzip, gzip")])


@scenario
def gzip_layers(c):
    "two hundred layers of gzip named in one header"
    reply(c, gzip.compress(c.body), headers=[("Content-Encoding", ", ".join(["gzip"] * 200))])


@scenario
def gzip_broken(c):
    "says gzip, is not"
    reply(c, c.body, headers=[("Content-Encoding", "gzip")])


@scenario
def endless(c):
    "a body without end, as fast as the wire takes it"
    c.send(head(200, [("Content-Type", "application/json")]) + b"[")
    part = b"0," * 32768
    while True:
        c.send(part)


@scenario
def big(c):
    "200 MB of JSON with an honest length"
    n = 200 << 20
    c.send(head(200, [("Content-Type", "application/json"), ("Content-Length", n)]) + b"[")
    for _ in range((n - 2) >> 16):
        c.send(b" " * 65536)
    c.send(b" " * ((n - 2) & 65535) + b"]")


@scenario
def many_nodes(c):
    "4 MB that make two million values"
    reply(c, b"[" + b"0," * 2000000 + b"0]")


@scenario
def big_header(c):
    "one header of 1 MB"
    c.send(head(200, [("X-Big", "x" * (1 << 20)), ("Content-Length", len(c.body)), ("Connection", "close")]) + c.body)


@scenario
def many_headers(c):
    "a hundred thousand headers"
    c.send(head(200, [(f"X-{k}", "y" * 50) for k in range(100000)] + [("Content-Length", len(c.body))]) + c.body)


@scenario
def many_cookies(c):
    "five thousand cookies"
    c.send(head(200, [("Set-Cookie", f"c{k}={'v' * 1000}") for k in range(5000)] + [("Content-Length", len(c.body)), ("Connection", "close")]) + c.body)


@scenario
def endless_1xx(c):
    "interim answers without end"
    while True:
        c.send(b"HTTP/1.1 102 Processing\r\n\r\n" * 100)
        time.sleep(0.01)


# --- elsewhere
def redirect(c, to, status=302):
    c.send(head(status, [("Location", to), ("Content-Length", 0), ("Connection", "close")]))


@scenario
def redirect_ok(c):
    "one redirect to a good answer on the same host"
    redirect(c, "/ok")


@scenario
def redirect_loop(c):
    "redirects to itself"
    redirect(c, c.path)


@scenario
def redirect_long(c):
    "a new path each time, for ever"
    redirect(c, f"/redirect-long?n={int(c.query.get('n', '0')) + 1}")


@scenario
def redirect_file(c):
    "redirects to file:///etc/passwd"
    redirect(c, "file:///etc/passwd")


@scenario
def redirect_gopher(c):
    "redirects to gopher://"
    redirect(c, f"gopher://127.0.0.1:{c.ports['other']}/_x")


@scenario
def redirect_ftp(c):
    "redirects to ftp://"
    redirect(c, f"ftp://127.0.0.1:{c.ports['other']}/x")


@scenario
def redirect_other(c):
    "redirects to another host: the token must not go there"
    redirect(c, f"http://{c.other}:{c.ports['other']}/ok")


@scenario
def redirect_port(c):
    "redirects to another port of the same host: nor there"
    redirect(c, f"http://127.0.0.1:{c.ports['other']}/ok")


@scenario
def redirect_downgrade(c):
    "redirects to plain http: the token must not go in the clear"
    redirect(c, f"http://127.0.0.1:{c.ports['http']}/ok")


@scenario
def redirect_nowhere(c):
    "redirects to an address that never answers (TEST-NET-1): a connect timeout must end it"
    redirect(c, "http://192.0.2.1/")


@scenario
def redirect_none(c):
    "302 without a Location"
    c.send(head(302, [("Content-Length", 0), ("Connection", "close")]))


@scenario
def redirect_terminal(c):
    "a Location with escape sequences"
    c.send(b"HTTP/1.1 302 X\r\nLocation: http://\x1b]0;owned\x07.invalid/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@scenario
def next_self(c):
    "a page whose next page is itself"
    reply(c, c.body, headers=[("Link", f'<{c.base}{c.path}>; rel="next"')])


@scenario
def next_endless(c):
    "pages without end"
    n = int(c.query.get("page", "1"))
    reply(c, c.body.replace(b"Issue 1", b"Issue %d" % n), headers=[("Link", f'<{c.base}/next-endless?page={n + 1}>; rel="next"')])


@scenario
def next_other(c):
    "a next page on another host: the token must not go there"
    reply(c, c.body, headers=[("Link", f'<http://{c.other}:{c.ports["other"]}/ok>; rel="next"')])


@scenario
def next_file(c):
    "a next page in file:///etc/passwd"
    reply(c, c.body, headers=[("Link", '<file:///etc/passwd>; rel="next"')])


# --- refusals and retries
@scenario
def status_401(c):
    "401 that repeats the token it got"
    reply(c, json.dumps({"message": "Bad credentials: " + str(c.headers.get("authorization", ""))}).encode(), 401)


@scenario
def status_403(c):
    "403"
    reply(c, b'{"message":"Forbidden"}', 403)


@scenario
def status_404(c):
    "404"
    reply(c, b'{"message":"Not Found"}', 404)


@scenario
def status_451(c):
    "an unusual refusal"
    reply(c, b"", 451)


@scenario
def status_999(c):
    "a status outside the list"
    reply(c, c.body, 999)


@scenario
def status_204(c):
    "204 where a body is due"
    c.send(head(204, [("Connection", "close")]))


@scenario
def status_304(c):
    "304 to a request that had no condition"
    c.send(head(304, [("Connection", "close")]))


@scenario
def status_206(c):
    "206, a part nobody asked for"
    reply(c, c.body[:50], 206, [("Content-Range", f"bytes 0-49/{len(c.body)}")])


@scenario
def always_500(c):
    "500 for ever"
    reply(c, b"<h1>Oops</h1>", 500, ctype="text/html")


@scenario
def flaky(c):
    "500 twice, then a good answer"
    if c.count <= 2:
        reply(c, b"oops", 500, ctype="text/plain")
    else:
        reply(c, c.body)


@scenario
def limited(c):
    "429 with Retry-After: 1, then a good answer"
    if c.count == 1:
        reply(c, b'{"message":"slow down"}', 429, [("Retry-After", "1")])
    else:
        reply(c, c.body)


@scenario
def limited_date(c):
    "429 with a date two seconds ahead, then a good answer"
    if c.count == 1:
        reply(c, b"{}", 429, [("Retry-After", email.utils.formatdate(time.time() + 2, usegmt=True))])
    else:
        reply(c, c.body)


@scenario
def limited_github(c):
    "403 with X-RateLimit-Remaining: 0 and a reset two seconds ahead, then a good answer"
    if c.count == 1:
        reply(c, b'{"message":"API rate limit exceeded"}', 403, [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", str(int(time.time()) + 2))])
    else:
        reply(c, c.body)


@scenario
def limited_ever(c):
    "429 with Retry-After: 0, for ever: a client must not storm"
    reply(c, b"{}", 429, [("Retry-After", "0")])


@scenario
def limited_absurd(c):
    "429 with Retry-After of 30 years"
    reply(c, b"{}", 429, [("Retry-After", "999999999")])


@scenario
def limited_nonsense(c):
    "429 with Retry-After: -1e99 soon"
    reply(c, b"{}", 429, [("Retry-After", "-1e99 soon")])


@scenario
def limited_overflow(c):
    "429 with Retry-After: 2^64"
    reply(c, b"{}", 429, [("Retry-After", str(2 ** 64))])


# --------------------------------------------------------------------------
class Conn:
    """what a scenario sees of a request"""

    def __init__(self, sock, server, method, target, headers):
        self.sock, self.method, self.headers, self.path = sock, method, headers, target
        self.ports, self.other, self.body = server.shared["ports"], server.shared["other"], server.shared["body"]
        self.query = dict(p.split("=", 1) for p in target.partition("?")[2].split("&") if "=" in p)
        self.base = f"{'https' if server.tls else 'http'}://{headers.get('host', '127.0.0.1')}"
        self.count = 0

    def send(self, data):
        self.sock.sendall(data)


class Server(threading.Thread):
    def __init__(self, name, host, shared, tls=None, port=0):
        super().__init__(daemon=True)
        self.name_, self.shared, self.tls = name, shared, tls
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind((host, port))
        self.listener.listen(200)
        shared["ports"][name] = self.listener.getsockname()[1]

    def run(self):
        while True:
            sock, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(sock,), daemon=True).start()

    def serve(self, sock):
        try:
            sock.settimeout(30)
            if self.tls:
                sock = self.tls.wrap_socket(sock, server_side=True)
            data = b""
            while b"\r\n\r\n" not in data:
                got = sock.recv(65536)
                if not got:
                    return
                data += got
                if len(data) > 1 << 20:
                    return
            sock.settimeout(None)
            lines = data.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
            method, target, _ = (lines[0] + "  ").split(" ", 2)
            headers = {k.strip().lower(): v.strip() for k, v in (x.split(":", 1) for x in lines[1:] if ":" in x)}
            self.log(method, target, headers)
            name = target.split("?")[0].strip("/").split("/")[0]
            if name == "forget":
                with self.shared["lock"]:
                    self.shared["count"].clear()
                name = "ok"
            conn = Conn(sock, self, method, target, headers)
            with self.shared["lock"]:
                key = (self.name_, target)
                self.shared["count"][key] = conn.count = self.shared["count"].get(key, 0) + 1
            if name in SCENARIOS:
                SCENARIOS[name](conn)
            else:
                reply(conn, b'{"message":"no such scenario"}', 404)
        except (OSError, ssl.SSLError, ValueError):
            pass
        finally:
            try:
                sock.close()
            except OSError:
                pass

    def log(self, method, target, headers):
        line = json.dumps({"t": round(time.time(), 3), "server": self.name_, "method": method, "path": target, "headers": headers})
        with self.shared["lock"], open(self.shared["log"], "a", encoding="utf-8") as f:
            f.write(line + "\n")


def certificates(folder):
    """ca.pem, and key+certificate files for a good, an expired and a wrongly named server"""
    def openssl(*words, text=None):
        subprocess.run(["openssl", *words], input=text, check=True, capture_output=True, cwd=folder)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-keyout", "ca.key", "-out", "ca.pem",
            "-subj", "/CN=badserver test CA", "-addext", "basicConstraints=critical,CA:TRUE")
    for name, san, start, end in (("https", "IP:127.0.0.1,DNS:localhost", None, None),
                                  ("https_expired", "IP:127.0.0.1,DNS:localhost", "20200101000000Z", "20200201000000Z"),
                                  ("https_wrong_name", "DNS:elsewhere.invalid", None, None)):
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}")
        with open(os.path.join(folder, f"{name}.cnf"), "w", encoding="utf-8") as f:
            f.write(f"subjectAltName={san}\n")
        if start:
            open(os.path.join(folder, "index.txt"), "w").close()
            with open(os.path.join(folder, "ca.cnf"), "w", encoding="utf-8") as f:
                f.write("[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\ncertificate=ca.pem\nprivate_key=ca.key\n"
                        "default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=" + san + "\n")
            openssl("ca", "-batch", "-config", "ca.cnf", "-extensions", "x", "-startdate", start, "-enddate", end, "-in", f"{name}.csr", "-out", f"{name}.crt", "-notext")
        else:
            openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30", "-out", f"{name}.crt", "-extfile", f"{name}.cnf")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--dir")
    ap.add_argument("--tls", action="store_true")
    ap.add_argument("--body", help="file with the JSON text of a good answer")
    ap.add_argument("--list", action="store_true")
    a = ap.parse_args()
    if a.list:
        for name, f in SCENARIOS.items():
            print(f"{name:20} {f.__doc__}")
        return 0
    if not a.dir:
        ap.error("--dir is needed")
    os.makedirs(a.dir, exist_ok=True)
    body = BODY
    if a.body:
        with open(a.body, "rb") as f:
            body = f.read()
    other = "127.0.0.2"
    parent = os.getppid()
    try:
        with socket.socket() as s:
            s.bind((other, 0))
    except OSError:
        other = "127.0.0.1"
    shared = {"ports": {}, "other": other, "body": body, "lock": threading.Lock(), "count": {}, "log": os.path.join(a.dir, "requests.log")}
    open(shared["log"], "w").close()
    # "other" stands for a foreign host (127.0.0.2) and for another port of this one (127.0.0.1)
    servers = [Server("http", "127.0.0.1", shared), Server("other", "127.0.0.1", shared)]
    if other == "127.0.0.2":
        servers.append(Server("other", other, shared, port=shared["ports"]["other"]))
    if a.tls:
        certificates(a.dir)
        for name in ("https", "https_expired", "https_wrong_name"):
            ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            ctx.load_cert_chain(os.path.join(a.dir, f"{name}.crt"), os.path.join(a.dir, f"{name}.key"))
            servers.append(Server(name, "127.0.0.1", shared, ctx))
    for s in servers:
        s.start()
    tmp = os.path.join(a.dir, "ports.json.tmp")
    with open(tmp, "w", encoding="utf-8") as f:
        json.dump({**shared["ports"], "other_host": other}, f)
    os.replace(tmp, os.path.join(a.dir, "ports.json"))
    # It ends with whoever started it, and after ten minutes at the latest.
    for _ in range(600):
        time.sleep(1)
        if os.getppid() != parent:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
