"""What a server must bear from whoever reads its log."""
import json

from server import Server, statuses


def a_log_that_nobody_reads_stops_nothing(program):
    """Requests that write far more than a pipe holds; afterwards the log says what it lost."""
    with Server(
            program, "--rate", "0", "--log-level", "info", keeps_output=True) as server:
        for _ in range(25):
            asked = b"GET /health HTTP/1.1\r\nHost: a\r\n\r\n" * 500
            last = b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            assert statuses(server.send(asked + last, timeout=10)) == [200] * 501
    lines = [json.loads(line) for line in server.output.splitlines() if line.startswith("{")]
    written = sum(line["message"] == "request" for line in lines)
    lost = sum(int(line["lines"]) for line in lines if line["message"] == "log lines lost")
    assert lost > 0 and written + lost == 25 * 501, (written, lost)
