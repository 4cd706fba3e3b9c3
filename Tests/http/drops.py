"""Archives of all placements, read by programs that are not ours."""
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile

from server import CHUNKED, statuses, unchunked

DROP = "/v1/drops/blue-heart/supporter.zip"
CARDS = "/v1/cards/blue-heart/supporter/"


def an_archive_holds_every_placement(server):
    """Each file is what its own address gives, whichever way the archive is read."""
    answer = server.get(DROP + "?name=Amina&lang=en")
    assert answer.status == 200 and answer.headers["content-type"] == "application/zip"
    assert answer.headers[CHUNKED] == "chunked", "it is sent as it is made"
    data = unchunked(answer.body)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        folders = {os.path.dirname(name) for name in names}
        assert folders == {"Amina wears the blue heart (en)"}, folders
        template = json.loads(server.get("/v1/kits/blue-heart/templates/supporter").body)
        for placement in template["placements"]:
            beside = [name for name in names if os.path.basename(name).startswith(placement + ".")]
            endings = sorted(os.path.basename(name)[len(placement):] for name in beside)
            picture = [end for end in endings if end in (".png", ".jpg", ".webp")]
            assert len(picture) == 1 and {".alt.txt", ".json", ".html"} < set(endings), endings
            for ending in (picture[0], ".alt.txt", ".json"):
                own = server.get(f"{CARDS}{placement}{ending}?name=Amina&lang=en").body
                name = next(name for name in beside if name.endswith(placement + ending))
                assert archive.read(name) == own, name
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "drop.zip")
        with open(path, "wb") as file:
            file.write(data)
        if shutil.which("unzip"):
            subprocess.run(["unzip", "-tq", path], check=True, stdout=subprocess.DEVNULL)


def archives_are_the_same_every_time(server):
    first, second = (server.get(DROP + "?name=Amina&lang=ar") for _ in range(2))
    assert unchunked(first.body) == unchunked(second.body) and first.status == 200
    tag = first.headers["etag"]
    assert server.get(DROP + "?lang=ar&name=Amina", f"If-None-Match: {tag}").status == 304
    name = first.headers["content-disposition"]
    assert 'filename="supporter (ar).zip"' in name and "filename*=UTF-8''%D8" in name, name


def what_is_wrong_is_told_before_the_archive_begins(server):
    assert server.get(DROP + "?lang=en").status == 422
    assert server.get(DROP + "?name=A&lang=xx").status == 400
    assert server.get(DROP + "?name=A&lang=en&size=1").status == 400
    assert server.get("/v1/drops/blue-heart/none.zip").status == 404
    assert server.get("/v1/drops/blue-heart/supporter.tar").status == 404
    # Too long for its narrow placements only.
    name = "Wolfeschlegelsteinhausenbergerdorffwelch"
    assert server.get(f"{DROP}?name={name}&lang=en").status in (200, 422)


def nothing_is_painted_for_a_head(server):
    made = 'blueheart_cards_total{outcome="made"}'
    before = server.metric(made)
    for path in (CARDS + "square.png", CARDS + "og.alt.txt", DROP):
        answer = server.get(path + "?name=Nobody+asked&lang=en", method="HEAD")
        assert answer.status == 200 and not answer.body, path
        for name in ("etag", "content-type", "content-location", "cache-control"):
            assert answer.headers[name], name
        assert "content-length" not in answer.headers
        assert server.get(path + "?lang=en", method="HEAD").status == 422
    heads = "".join(
        f"HEAD {CARDS}og.png?name=Nobody+{number}&lang=en HTTP/1.1\r\nHost: a\r\n\r\n"
        for number in range(3))
    last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    data = server.send((heads + last).encode())
    assert statuses(data) == [200] * 4, "nothing stands between answers on one connection"
    assert b"\r\n\r\n0\r\n" not in data
    assert server.metric(made) == before


CHECKS = (
    an_archive_holds_every_placement, archives_are_the_same_every_time,
    what_is_wrong_is_told_before_the_archive_begins, nothing_is_painted_for_a_head,
)
