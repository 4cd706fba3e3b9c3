"""A proxy before a site that delays, refuses or drops what it is told to."""

import http.client
import http.server
import re
import threading
import time

HOP_HEADERS = {"connection", "transfer-encoding", "content-length", "date", "server"}


class FaultyProxy:
    """Passes requests on; those whose address matches `pattern` meet the fault of the moment."""

    def __init__(self, site):
        self.upstream = site.address.removeprefix("http://")
        self.heal()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def heal(self):
        self.pattern, self.status, self.delay, self.is_down = re.compile("$."), None, 0, False
        self.body, self.headers = b"", {}

    def fault(self, pattern=".", status=None, delay=0, is_down=False, body=b"", headers=None):
        self.status, self.delay, self.is_down = status, delay, is_down
        self.body, self.headers = body, headers or {}
        self.pattern = re.compile(pattern)

    def answer(self, asked):
        if self.pattern.search(asked.path):
            time.sleep(self.delay)
            if self.is_down:
                asked.close_connection = True
                return
            if self.status:
                return self.send(asked, self.status, self.headers.items(), self.body)
        upstream = http.client.HTTPConnection(self.upstream)
        headers = {name: value for name, value in asked.headers.items()
                   if name.lower() not in ("connection", "host")}
        upstream.request("GET", asked.path, headers=headers | {"Host": asked.headers["Host"]})
        reply = upstream.getresponse()
        self.send(asked, reply.status, reply.getheaders(), reply.read())
        upstream.close()

    @staticmethod
    def send(asked, status, headers, body):
        try:
            asked.send_response(status)
            for name, value in headers:
                if name.lower() not in HOP_HEADERS:
                    asked.send_header(name, value)
            asked.send_header("Content-Length", str(len(body)))
            asked.end_headers()
            asked.wfile.write(body)
        except OSError:  # the browser no longer wants it
            asked.close_connection = True

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
