"""Starts a server of ours on a free port of the loopback, talks to it in raw bytes, and stops it."""
import os
import re
import signal
import socket
import subprocess
import threading
import time

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Server:
    """A server that runs as long as the `with` block; its exit code must then be 0."""

    def __init__(self, program, *flags, keeps_output=False):
        """With `keeps_output` all that it printed is in `output` when it has ended."""
        self.keeps_output = keeps_output
        self.output = ""
        level = () if "--log-level" in flags else ("--log-level", "error")
        # All clients of the tests have one address.
        many = () if "--client-connections" in flags else ("--client-connections", "1000")
        self.command = [program, "--home", HOME, "--port", "0", *level, *many, *flags]

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if self.keeps_output else subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            if found:
                self.port = int(found.group(1))
                return self
        raise SystemExit(f"the server does not start: {' '.join(self.command)}")

    def __exit__(self, *fault):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            if self.keeps_output:
                self.output, _ = self.process.communicate(timeout=40)
            status = self.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the server does not stop on SIGTERM")
        assert status == 0 or fault[0], f"the server ended with {status}"

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def connect(self, timeout=20):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def send(self, data, timeout=20):
        """All that comes back until the server closes, or says nothing more for `timeout`."""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                pass
            return read_all(connection)

    def get(self, path, *headers, method="GET"):
        lines = "".join(f"{header}\r\n" for header in headers)
        data = f"{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{lines}\r\n"
        return Answer(self.send(data.encode()))

    def metric(self, line):
        body = self.get("/metrics").body.decode()
        found = re.search("^" + re.escape(line) + r" (\d+)", body, re.MULTILINE)
        return int(found.group(1)) if found else 0

    def is_alive(self):
        return self.process.poll() is None and self.get("/health").status == 200


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if lines[0].startswith("HTTP/") else None
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.lower()] = value.strip()


CHUNKED = "transfer-encoding"


def unchunked(data):
    """The body that its chunks carry; it must have its end."""
    body = b""
    while True:
        size, _, data = data.partition(b"\r\n")
        count = int(size, 16)
        if count == 0:
            return body
        body += data[:count]
        assert data[count:count + 2] == b"\r\n"
        data = data[count + 2:]


def read_all(connection):
    data = b""
    while True:
        try:
            piece = connection.recv(1 << 16)
        except (socket.timeout, ConnectionResetError):
            return data
        if not piece:
            return data
        data += piece


def statuses(data):
    """The status of every answer in the bytes of a connection."""
    return [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d{3})", data)]


def wait_until(claim, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if claim():
            return True
        time.sleep(0.005)
    return False


def run_together(work, count):
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
