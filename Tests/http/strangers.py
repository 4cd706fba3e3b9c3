"""What strangers write and send, and what the server keeps of it."""
import contextlib
import json
import os
import signal
import struct
import subprocess
import threading
import time
import zlib
from urllib.parse import quote

from server import HOME, Answer, Server

CARDS = "/v1/cards/blue-heart/"


def words_that_lead_elsewhere_are_refused(server):
    for text, code in (
        ("see example.com", "contact-in-text"), ("a@b.sk", "contact-in-text"),
        ("+421 901 234 567", "contact-in-text"), ("p\u0430ypal", "mixed-scripts"),
        ("F.U.C.K", "blocked-word"), ("a" * 41, "text-too-long"),
    ):
        for path in (CARDS + "supporter/square.png", "/v1/drops/blue-heart/supporter.zip"):
            answer = server.get(f"{path}?lang=ar&name={quote(text)}")
            problem = json.loads(answer.body)
            found = (answer.status, problem["code"], problem["errors"][0]["parameter"])
            assert found == (422, code, "name"), (text, found)
        page = server.get(f"/?template=supporter&lang=en&name={quote(text)}")
        assert page.status == 200 and b'id="download"' not in page.body, text
    plain = server.get(CARDS + "supporter/square.png?lang=en&name=Amina+K.")
    dressed = server.get(CARDS + "supporter/square.png?lang=en&name=++Amina%E2%80%8B++K.%E2%80%AE")
    assert plain.headers["etag"] == dressed.headers["etag"]


def post_photo(server, photo, *fields, placement="square"):
    parts = [("template", "photo"), ("placement", placement), ("lang", "en"), ("format", "jpg")]
    body = b"".join(
        f'--XX\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in [*parts, *fields])
    body += (
        b'--XX\r\nContent-Disposition: form-data; name="photo"; filename="mine.jpg"\r\n\r\n'
        + photo + b"\r\n--XX--\r\n")
    head = (
        "POST /v1/cards HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        f"Content-Type: multipart/form-data; boundary=XX\r\nContent-Length: {len(body)}\r\n\r\n")
    return Answer(server.send(head.encode() + body, timeout=60))


def case(name):
    with open(os.path.join(HOME, "Tests", "Cases", "Codecs", name), "rb") as file:
        return file.read()


def png(width, height, data):
    def chunk(name, content):
        crc = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def photos_that_are_bombs_end_one_request(server):
    jpeg = case("rgb-444.jpg")
    size = jpeg.index(b"\xff\xc0") + 5 if b"\xff\xc0" in jpeg else jpeg.index(b"\xff\xc2") + 5
    bombs = {
        "more pixels than are taken": png(60_000, 60_000, zlib.compress(b"\0" * 1_000)),
        "fewer pixels than promised": png(6_000, 6_000, zlib.compress(b"\0" * 1_000)),
        "far more data than pixels": png(16, 16, zlib.compress(b"\0" * (64 << 20), 9)),
        "a JPEG that promises much": jpeg[:size] + b"\xff\x00\xff\x00" + jpeg[size + 4:],
        "a JPEG cut short": jpeg[:-200],
        "a WebP cut short": case("alpha.webp")[:60],
        "a WebP of noise": case("alpha.webp")[:40] + os.urandom(4_000),
        "an SVG": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        "noise": os.urandom(10_000),
        "nothing": b"",
    }
    for name, photo in bombs.items():
        answer = post_photo(server, photo, ("picture", "Hills"), ("credit", "Nobody"))
        if name == "far more data than pixels" and answer.status == 200:
            continue
        problem = json.loads(answer.body)
        assert 400 <= answer.status < 500 and problem["errors"], (name, answer.status, problem)
        if name != "nothing":
            assert problem["errors"][0].get("parameter") == "photo", (name, problem)
        assert server.is_alive(), name


def a_decoder_that_is_killed_ends_one_request(server):
    """Many photos, and whatever decodes them is killed as soon as it is seen."""
    photo = png(5_000, 5_000, zlib.compress(b"\0" * (15_001 * 5_000), 1))
    killed = 0
    answers = []
    for _ in range(6):
        thread = threading.Thread(target=lambda: answers.append(
            post_photo(server, photo, ("picture", "Hills"), ("credit", "Nobody"))))
        thread.start()
        end = time.monotonic() + 20
        while thread.is_alive() and time.monotonic() < end:
            for child in children(server):
                try:
                    os.kill(child, signal.SIGKILL)
                    killed += 1
                except ProcessLookupError:
                    continue  # It was done first.
        thread.join()
    assert killed > 0, "no decoder was ever seen"
    assert {answer.status for answer in answers} <= {200, 422}, [a.status for a in answers]
    assert any(answer.status == 422 for answer in answers)
    assert server.is_alive()
    found = post_photo(server, case("rgb-444.jpg"), ("picture", "Hills"), ("credit", "Nobody"))
    assert found.status == 200 and found.headers["cache-control"] == "no-store", found.body


def a_decoder_that_stands_still_ends_one_request(program):
    """It is stopped as soon as it is seen; the clock runs on."""
    photo = png(5_000, 5_000, zlib.compress(b"\0" * (15_001 * 5_000), 1))
    with Server(program, "--rate", "0", "--photo-seconds", "1") as server:
        answers = []
        while not any(answer.status == 422 for answer in answers):
            assert len(answers) < 20, "no decoder was seen in time"
            thread = threading.Thread(target=lambda: answers.append(
                post_photo(server, photo, ("picture", "Hills"), ("credit", "Nobody"))))
            thread.start()
            while thread.is_alive():
                for child in children(server):
                    with contextlib.suppress(ProcessLookupError):  # It was done first.
                        os.kill(child, signal.SIGSTOP)
            thread.join()
        problem = json.loads(answers[-1].body)
        assert problem["errors"][0]["parameter"] == "photo", problem
        assert "decoding exceeds the time limit" in problem["detail"], problem
        assert not children(server), "the decoder is left behind"
        found = post_photo(server, case("rgb-444.jpg"), ("picture", "Hills"), ("credit", "Nobody"))
        assert found.status == 200 and server.is_alive()


def children(server):
    found = subprocess.run(
        ["pgrep", "-P", str(server.process.pid)], capture_output=True, text=True, check=False)
    return [int(child) for child in found.stdout.split()]


def what_people_write_is_in_no_log(program):
    """Names, photos and their file names, at the level that tells most."""
    with Server(program, "--rate", "0", "--log-level", "debug", keeps_output=True) as server:
        for path in ("supporter/square.png", "supporter/square.json", "supporter/none.png"):
            server.get(f"{CARDS}{path}?lang=en&name=Zebedee")
        server.get("/?template=supporter&lang=en&name=Zebedee")
        server.get("/s/blue-heart/supporter?lang=en&name=Zebedee")
        server.get("/v1/drops/blue-heart/supporter.zip?lang=en&name=Zebedee%40x")
        for photo in (case("rgb-444.jpg"), case("rgb-444.jpg")[:-200]):
            post_photo(server, photo, ("picture", "Zebedee"), ("credit", "Zebedee"))
    log = server.output
    assert log.count('"route"') >= 7, log
    assert "Zebedee" not in log and "mine.jpg" not in log


CHECKS = (
    words_that_lead_elsewhere_are_refused, photos_that_are_bombs_end_one_request,
    a_decoder_that_is_killed_ends_one_request,
)
