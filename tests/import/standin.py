"""Services that do not exist: GitHub, GitLab and Jira as they document their answers, on 127.0.0.1.

All records are invented. A stand-in filters by month and pages as the service does, so that what the importer
counts can be held against what is here. It notes every request, and ends with the program that started it.
"""

import base64
import http.server
import json
import re
import threading
import urllib.parse

TOKEN = "ghp_MARKED0token0that0must0not0be0seen"


def pulls(month, n):
    """n pull requests merged in a month, opened 1, 2, ... hours before."""
    items = []
    for k in range(n):
        day, hour = 1 + k % 27, 23
        opened = f"{month}-{day:02}T{hour - 1 - k % 20:02}:00:00Z"
        items.append({"number": k, "title": "</script>\u202e[x](javascript:alert(1))", "created_at": opened,
                      "closed_at": f"{month}-{day:02}T{hour}:00:00Z",
                      "pull_request": {"merged_at": f"{month}-{day:02}T{hour}:00:00Z"}})
    return items


def link(address, query, page, last):
    if page >= last:
        return {}
    words = urllib.parse.urlencode({**query, "page": page + 1})
    return {"Link": f'<{address}?{words}>; rel="next", <{address}?{words}>; rel="last"'}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # head and body in one packet

    def log_message(self, *words):
        pass

    def handle_one(self):
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        with self.server.lock:
            self.server.requests.append({"method": self.command, "path": self.path, "body": body,
                                         "headers": {k.lower(): v for k, v in self.headers.items()}})
        status, headers, answer = self.server.answer(self, url.path, query, body)
        data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.wfile.flush()

    do_GET = do_POST = do_CONNECT = handle_one


class Service(http.server.ThreadingHTTPServer):
    """with Service(function) as service: service.url, service.requests"""

    daemon_threads = True

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.requests, self.lock = answer, [], threading.Lock()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *words):
        """A client that leaves is none of a service's business."""

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.shutdown()
        self.server_close()


def github(months, reviewed=None):
    """months: {"2026-01": 3} merged; answers as documented for GET /search/issues."""

    def answer(request, path, query, _body):
        month = re.search(r"merged:(\d{4}-\d\d)-01\.\.\1-\d\d", query.get("q", ""))
        if path != "/search/issues" or not month:
            return 422, {}, {"message": "Validation Failed"}
        counts = reviewed if "reviewed-by:" in query["q"] else months
        items = pulls(month[1], (counts or {}).get(month[1], 0))
        size, page = int(query.get("per_page", 30)), int(query.get("page", 1))
        last = max(1, -(-min(len(items), 1000) // size))
        return 200, link(request.server.url + path, query, page, last), {
            "total_count": len(items), "incomplete_results": False, "items": items[(page - 1) * size:page * size]}

    return answer


def gitlab(months, headers=True, ignores_filters=False):
    """months as above, of the user ada; answers in the shape of the recorded list, with paging as documented."""

    def answer(request, path, query, _body):
        if not path.endswith("/merge_requests"):
            return 404, {}, {"message": "404 Not Found"}
        records = [{"iid": k, "state": "merged", "created_at": item["created_at"].replace("Z", ".123Z"),
                    "merged_at": item["closed_at"].replace("Z", ".456Z"), "author": {"username": "ada"}}
                   for month, n in months.items() for k, item in enumerate(pulls(month, n))
                   if query["merged_after"] <= item["closed_at"] < query["merged_before"] or ignores_filters]
        if ignores_filters:
            records += [{**records[0], "iid": -1, "state": "opened", "merged_at": None},
                        {**records[0], "iid": -2, "author": {"username": "bob"}},
                        {**records[0], "iid": -3, "merged_at": None}]
        size, page = int(query["per_page"]), int(query.get("page", 1))
        more = link(request.server.url + path, query, page, max(1, -(-len(records) // size)))
        return 200, {**more, **({"X-Total": str(len(records))} if headers else {})}, records[(page - 1) * size:page * size]

    return answer


def jira(months, quirk=None):
    """As Atlassian documents GET /rest/api/3/search/jql and POST /rest/api/3/search/approximate-count; never recorded.

    quirk: "token at the end" as in JRACLOUD-92184 the other way round, "no token", "same token"."""

    def wanted(jql):
        first, end = re.findall(r'"(\d{4}-\d\d)-01"', jql)[:2]
        return {month: n for month, n in months.items() if first <= month < end}

    def listed(query):
        issues = [{"id": f"{month}-{k}", "key": f"X-{k}", "fields": {
            "created": item["created_at"].replace("Z", ".000+0000"),
            "resolutiondate": item["closed_at"].replace("Z", ".000+0000")}}
            for month, n in wanted(query["jql"]).items() for k, item in enumerate(pulls(month, n))]
        size = int(query["maxResults"])
        start = int(query.get("nextPageToken", "tok=0").partition("=")[2])
        last = start + size >= len(issues)
        answer = {"issues": issues[start:start + size], "isLast": last}
        if not last and quirk != "no token" or quirk == "token at the end":
            answer["nextPageToken"] = "tok=0" if quirk == "same token" else f"tok={start + size}"
        return answer

    def answer(_request, path, query, body):
        if path == "/rest/api/3/search/jql":
            return 200, {}, listed(query)
        if path == "/rest/api/3/search/approximate-count":
            return 200, {}, {"count": sum(wanted(json.loads(body)["jql"]).values())}
        return 410, {}, {"errorMessages": ["The requested API has been removed."]}

    return answer


def basic(user, token):
    return "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode()
