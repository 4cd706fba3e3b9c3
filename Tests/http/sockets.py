"""What a server must bear from clients that are wrong, slow, gone, or too many."""
import itertools
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import time

import drops
import logs
import strangers
from server import Answer, Server, read_all, run_together, statuses, wait_until

CARD = "/v1/cards/blue-heart/supporter/square"
ONE_WORKER = ("--rate", "0", "--workers", "1")
SECRET_GET = b"GET /v1/kits HTTP/1.1\r\nHost: a\r\n\r\n"


def hosts_are_told_apart(server):
    for head in (b"", b"Host: a\r\nHost: b\r\n", b"Host: a b\r\n", b"Host:\r\n"):
        data = server.send(b"GET /health HTTP/1.1\r\n" + head + b"Connection: close\r\n\r\n")
        assert statuses(data) == [400], (head, data[:80])


def no_request_hides_in_another(server):
    """The first bytes are doubtful; the second request must not be answered."""
    shapes = {
        "length and chunks": b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "two lengths": b"Content-Length: 0\r\nContent-Length: 40\r\n\r\n",
        "a list of lengths": b"Content-Length: 0, 40\r\n\r\n",
        "a signed length": b"Content-Length: +0\r\n\r\n",
        "unknown coding": b"Transfer-Encoding: xchunked\r\n\r\n",
        "coding after chunks": b"Transfer-Encoding: chunked, identity\r\n\r\n",
        "a space before the colon": b"Transfer-Encoding : chunked\r\n\r\n",
        "folded": b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "folded name": b"X: a\r\n Content-Length: 40\r\n\r\n",
        "zero byte": b"X: a\0b\r\n\r\n",
        "bare carriage return": b"X: a\rContent-Length: 40\r\n\r\n",
        "bad chunk": b"Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        "endless chunk": b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
    }
    for name, shape in shapes.items():
        data = server.send(b"GET /health HTTP/1.1\r\nHost: a\r\n" + shape + SECRET_GET, timeout=3)
        found = statuses(data)
        assert b'"kits"' not in data, f"{name}: the hidden request was answered"
        assert len(found) <= 2 and found[-1:] in ([400], []) or found == [200], (name, found)
    data = server.send(b"GET /health HTTP/1.1\nHost: a\nConnection: close\n\n", timeout=3)
    assert statuses(data) in ([400], [200]), "bare line feeds"


def what_is_too_long_is_refused(server):
    assert server.get("/v1/kits?" + "a" * 9_000).status == 414
    for head in (b"GET /" + b"a" * 200_000, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000):
        found = statuses(server.send(head + b"\r\n\r\n", timeout=5))
        assert found in ([400], [414], [431], []), found
    many = b"".join(b"X%d: a\r\n" % number for number in range(500))
    found = statuses(server.send(b"GET / HTTP/1.1\r\nHost: a\r\n" + many + b"\r\n", timeout=5))
    assert found in ([400], [431], []), found


def bodies_nobody_wants_are_not_read(server):
    head = b"POST /v1/kits HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000000\r\n\r\n"
    with server.connect() as connection:
        connection.sendall(head + b"a" * 1_000)
        assert Answer(connection.recv(4_096)).status == 405


def an_expectation_is_met_or_refused(server):
    """Without a 100 first, for what the method refuses; and 417 for others."""
    with server.connect(5) as connection:
        connection.sendall(
            b"POST /v1/kits HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
            b"Expect: 100-continue\r\nConnection: close\r\n\r\n")
        assert Answer(connection.recv(4_096)).status == 405
    assert server.get("/health", "Expect: tea").status == 417


def pipelined_requests_are_answered_in_order(server):
    paths = ["/health", "/v1/kits", "/nothing", "/ready"] * 5
    data = b"".join(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode() for path in paths)
    last = b"GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    assert statuses(server.send(data + last)) == [200, 200, 404, 200] * 5 + [200]


def head_is_get_without_a_body(server):
    for path in ("/v1/kits", "/v1/placements", "/openapi.json", CARD + ".png?name=A&lang=en"):
        get, head = server.get(path), server.get(path, method="HEAD")
        assert get.status == head.status == 200 and not head.body, path
        for name in ("etag", "content-type", "content-length", "cache-control"):
            assert get.headers[name] == head.headers[name], (path, name)


def what_a_client_has_is_not_sent_again(server):
    path = CARD + ".png?name=A&lang=en"
    tag = server.get(path).headers["etag"]
    for value in (tag, f"W/{tag}", f'"a", {tag} , "b"', "*"):
        answer = server.get(path, f"If-None-Match: {value}")
        assert answer.status == 304 and not answer.body and answer.headers["etag"] == tag, value
    assert server.get(path, 'If-None-Match: "a"').status == 200
    assert server.get(CARD + ".png", "If-None-Match: *").status == 422, "there is no such card"
    assert server.get(path + "&download=2", f"If-None-Match: {tag}").status == 400


def downloads_have_names_for_people(server):
    answer = server.get(CARD + ".png?name=Amina&lang=ar&download")
    name = answer.headers["content-disposition"]
    assert 'filename="supporter - square (ar).png"' in name, name
    assert "filename*=UTF-8''%D8" in name and "%E2%81" not in name, name


def identical_requests_are_made_once(server):
    line = 'blueheart_cards_total{outcome="made"}'
    before = server.metric(line)
    request = f"GET {CARD}.png?name=Together&lang=en HTTP/1.1\r\nHost: a\r\n\r\n".encode()
    last = request.replace(b"Host: a", b"Host: a\r\nConnection: close")
    found = []

    def ask():
        found.extend(statuses(server.send(request * 9 + last, timeout=60)))

    run_together(ask, 100)
    assert found == [200] * 1_000, (len(found), set(found))
    assert server.metric(line) == before + 1


def clients_that_are_gone_free_their_slot(server):
    """Of one worker: all are asked for, and all who asked leave while most still wait."""
    abandoned = 'blueheart_cards_total{outcome="abandoned"}'
    for connection in ask_for_cards(server, "Gone"):
        connection.close()
    assert wait_until(lambda: server.metric("blueheart_queue_waiting") == 0)
    assert server.metric(abandoned) >= 4
    assert wait_until(lambda: server.metric("blueheart_connections") <= 1)


def ask_for_cards(server, name):
    """As many connections as keep one worker busy for long enough to be seen, each with a card of
    its own; returns them once their cards wait."""
    connections = [server.connect(60) for _ in range(64)]
    for number, connection in enumerate(connections):
        path = f"{CARD}.png?name={name}+{number}&lang=en"
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    assert wait_until(lambda: server.metric("blueheart_queue_waiting") >= 8)
    return connections


def too_much_work_is_refused_at_once(server):
    """Of one worker and eight places."""
    answers = []
    numbers = itertools.count()

    def ask():
        number = next(numbers)
        start = time.monotonic()
        answer = server.get(f"{CARD}.png?name=Busy+{number}&lang=en")
        answers.append((answer, time.monotonic() - start))

    run_together(ask, 40)
    refused = [(answer, took) for answer, took in answers if answer.status == 503]
    assert len(answers) == 40 and len(refused) >= 20, [answer.status for answer, _ in answers]
    for answer, _ in refused:
        assert int(answer.headers["retry-after"]) >= 1
        assert json.loads(answer.body)["code"] == "server-busy"
    assert all(answer.status in (200, 503) for answer, _ in answers)


def slow_clients_are_let_go(server):
    """Both drip: one its head, one its body. The server gives them 3 seconds."""
    heads = [
        b"GET /health HTTP/1.1\r\nX: ",
        b"POST /v1/cards HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n",
    ]
    for head in heads:
        with server.connect() as connection:
            connection.sendall(head)
            assert wait_until(lambda: is_closed(connection), 12), head


def slow_readers_are_let_go(server):
    """A client asks for much and reads nothing: its connection ends within its time, 3 seconds and
    a second for each 8 KiB of an answer."""
    path = f"{CARD}.jpg?name=Slow&lang=en"
    size = len(server.get(path).body)
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    connection.connect(("127.0.0.1", server.port))
    with connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode() * 200)
        assert wait_until(lambda: server.metric("blueheart_connections") == 2)
        longest = 3 + size / 8_192 + 20
        assert wait_until(lambda: server.metric("blueheart_connections") == 1, longest)


def who_asks_too_often_is_told(server):
    answers = [server.get("/v1/kits") for _ in range(5)]
    assert [answer.status for answer in answers[:3]] == [200] * 3
    assert answers[4].status == 429
    assert int(answers[4].headers["retry-after"]) >= 1
    assert answers[4].headers["ratelimit"].startswith('"client";r=0')
    assert server.get("/health").status == 200
    browser = ("Accept: text/html,*/*;q=0.8", "Accept-Language: sk")
    for path in ("/", CARD + ".png?name=A&lang=en", "/nowhere"):
        page = server.get(path, *browser)
        assert page.status == 429 and int(page.headers["retry-after"]) >= 1, path
        assert page.headers["content-type"].startswith("text/html"), path
        assert b'lang="sk"' in page.body and page.headers["cache-control"] == "no-store"
        assert "Accept-Language" in page.headers["vary"] and "script-src" in page.headers[
            "content-security-policy"]
    style = re.search(rb'href="(/web/site.css[^"]*)"', page.body).group(1).decode()
    assert server.get(style).status == 200, "the page that asks for patience has no style"


def an_archive_costs_what_it_makes(server):
    """Whoever has one request left gets it, and waits for as long as it was worth."""
    archive = server.get("/v1/drops/blue-heart/supporter.zip?name=A&lang=en")
    assert archive.status == 200 and archive.headers["ratelimit"].startswith('"client";r=0')
    late = server.get("/v1/kits")
    assert late.status == 429 and int(late.headers["retry-after"]) > 600, late.headers


def signed_addresses_are_taken(server, cli, keys):
    def sign(*flags):
        path = CARD + ".png?name=Am%C3%ADna&lang=en"
        return subprocess.run(
            [cli, "sign", "--keys", keys, *flags, path], check=True, capture_output=True,
            text=True).stdout.strip()

    for flags in ([], ["--key", "old"], ["--for", "1h"], ["--until", "2999-12-31"]):
        address = sign(*flags)
        assert server.get(address).status == 200, address
        assert server.get(address.replace("Am%C3%ADna", "Eve")).status == 403
    assert server.get(CARD + ".png?name=Eve&lang=en").status == 403
    brief = sign("--for", "1s")
    time.sleep(2)
    assert server.get(brief).status == 403
    assert server.get("/v1/cards/blue-heart/statement/square.png?lang=en").status == 200


def the_page_offers_what_needs_no_signature(server):
    page = server.get("/?template=supporter&name=Zebedee&lang=en").body
    assert b'id="download"' in page and b'value="statement"' in page
    assert b"Zebedee" not in page and b'value="supporter"' not in page and b'id="p-name"' not in page
    frame = server.get("/frame?lang=en").body
    assert b'id="board"' in frame and b"<form" in frame and b"/v1/cards\"" not in frame
    assert b"multipart" not in frame and b"allow scripts" in frame


def what_is_asked_is_finished_on_sigterm(program):
    with Server(program, *ONE_WORKER, "--queue", "100") as server:
        connections = ask_for_cards(server, "Last")
        server.process.send_signal(signal.SIGTERM)
        for connection in connections:
            with connection:
                answer = Answer(read_all(connection))
            assert answer.status == 200, answer.status
            assert len(answer.body) == int(answer.headers["content-length"])
        assert server.process.wait(timeout=30) == 0


def is_closed(connection):
    """Sends one more byte; what comes back is read away."""
    connection.settimeout(0.2)
    try:
        connection.sendall(b"a")
        while True:
            if not connection.recv(4_096):
                return True
    except socket.timeout:
        time.sleep(0.3)
        return False
    except OSError:
        return True


def check_all(program, cli):
    with Server(program, "--rate", "0") as server:
        for check in (
            hosts_are_told_apart, no_request_hides_in_another, what_is_too_long_is_refused,
            bodies_nobody_wants_are_not_read, an_expectation_is_met_or_refused,
            pipelined_requests_are_answered_in_order, head_is_get_without_a_body,
            what_a_client_has_is_not_sent_again, downloads_have_names_for_people,
            identical_requests_are_made_once, *drops.CHECKS,
            *strangers.CHECKS,
        ):
            tell(check, server)
    with Server(program, *ONE_WORKER, "--queue", "100") as server:
        tell(clients_that_are_gone_free_their_slot, server)
    patience = ("--request-seconds", "3", "--idle-seconds", "3")
    with Server(program, *ONE_WORKER, "--queue", "8", *patience) as server:
        for check in (
            too_much_work_is_refused_at_once, slow_clients_are_let_go, slow_readers_are_let_go,
        ):
            tell(check, server)
    with Server(program, "--rate", "1", "--burst", "3") as server:
        tell(who_asks_too_often_is_told, server)
    with Server(program, "--rate", "0.01", "--burst", "8") as server:
        tell(an_archive_costs_what_it_makes, server)
    with tempfile.TemporaryDirectory() as folder:
        keys = os.path.join(folder, "keys.json")
        with open(keys, "w", encoding="utf-8") as file:
            json.dump({"keys": [
                {"id": "new", "secret": "ab" * 32}, {"id": "old", "secret": "cd" * 32}]}, file)
        with Server(program, "--keys", keys, "--signatures", "required") as server:
            tell(signed_addresses_are_taken, server, cli, keys)
            tell(the_page_offers_what_needs_no_signature, server)
    for check in (
        strangers.a_decoder_that_stands_still_ends_one_request,
        logs.a_log_that_nobody_reads_stops_nothing, strangers.what_people_write_is_in_no_log,
        what_is_asked_is_finished_on_sigterm,
    ):
        tell(check, program)


def tell(check, server, *more):
    start = time.monotonic()
    check(server, *more)
    if isinstance(server, Server):
        assert server.is_alive(), f"{check.__name__}: the server is gone"
    print(f"  {check.__name__.replace('_', ' ')} ({time.monotonic() - start:.1f} s)", flush=True)
