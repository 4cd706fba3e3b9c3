"""memory.py <folder of the programs>: the memory of the server and its decoders at the worst.

Every card of the first kit in some languages, cards with names until both caches are full, and then
eight clients with photos of 40 million pixels while two others ask for the largest pictures.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Tests", "http"))
from server import Server, run_together  # noqa: E402
from strangers import post_photo  # noqa: E402

LANGUAGES = ("en", "ar", "zh-Hans", "fr", "ru", "es")
SECONDS = 60
PHOTOS = {
    "baseline 4:2:0": ("8000x5000", "-quality", "60", "-sampling-factor", "2x2", "jpg"),
    "baseline 4:4:4": ("8000x5000", "-quality", "60", "-sampling-factor", "1x1", "jpg"),
    "progressive 4:2:0": (
        "8000x5000", "-quality", "60", "-sampling-factor", "2x2", "-interlace", "JPEG", "jpg"),
    "progressive gray": (
        "8000x5000", "-colorspace", "Gray", "-quality", "60", "-interlace", "JPEG", "jpg"),
    "alpha": ("8000x5000", "-alpha", "set", "png"),
    "interlaced": ("8000x5000", "-interlace", "PNG", "png"),
    "WebP": ("8000x5000", "-quality", "50", "webp"),
    "lossless WebP": ("4400x4400", "-define", "webp:lossless=true", "webp"),
}


def photo(size, *options):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, f"photo.{options[-1]}")
        subprocess.run(
            ["/usr/bin/convert", "-size", size, "gradient:red-blue", *options[:-1], file], check=True)
        with open(file, "rb") as made:
            return made.read()


def cards(server):
    """The address of every card of the first kit, filled in with its examples."""
    kit = json.loads(server.get("/v1/kits").body)["kits"][0]["name"]
    for entry in json.loads(server.get(f"/v1/kits/{kit}/templates").body)["templates"]:
        path = f"/v1/kits/{kit}/templates/{entry['name']}"
        template = json.loads(server.get(path).body)
        filling = "".join(
            f"&{parameter['name']}={urllib.parse.quote(parameter['example'])}"
            for parameter in template["parameters"] if parameter.get("example"))
        for placement in template["placements"]:
            for language in LANGUAGES:
                path = f"/v1/cards/{kit}/{entry['name']}/{placement}.png"
                yield f"{path}?lang={language}{filling}"


def together(work, jobs, clients):
    """Does all jobs, and counts what became of them."""
    jobs, lock, counts = iter(jobs), threading.Lock(), collections.Counter()

    def client():
        while True:
            with lock:
                job = next(jobs, None)
            if job is None:
                return
            counts[work(job)] += 1

    run_together(client, clients)
    return dict(sorted(counts.items(), key=str))


class Watch:
    """Looks at the memory of a process and its children, a hundred times a second."""

    def __init__(self, process):
        self.process, self.most, self.ends = process, 0, False
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.ends:
            self.most = max(self.most, self.now())
            time.sleep(0.01)

    def now(self):
        """In MiB; a child that has just started still shows the server's pages."""
        own = self.pages(self.process.pid)
        sizes = map(self.pages, self.children())
        return own + sum(size for size in sizes if abs(size - own) > 4)

    def children(self):
        threads = f"/proc/{self.process.pid}/task"
        lists = (read(f"{threads}/{thread}/children") for thread in os.listdir(threads))
        return " ".join(lists).split()

    @staticmethod
    def pages(process):
        found = re.search(r"RssAnon:\s+(\d+)", read(f"/proc/{process}/status"))
        return int(found.group(1)) / 1_024 if found else 0


def read(file):
    """Empty where it is gone."""
    try:
        with open(file, encoding="utf-8") as opened:
            return opened.read()
    except OSError:
        return ""


def photos(until, files):
    while time.monotonic() < until:
        for file in files.items():
            for placement in ("square", "story", "yt-banner"):
                yield file, placement


def banners(until):
    """The largest pictures, each with a new name, three a second."""
    number = 0
    while time.monotonic() < until:
        time.sleep(0.3)
        number += 1
        yield f"/v1/cards/blue-heart/supporter/yt-banner.png?lang=en&name=B{number}"


def main(folder):
    files = {name: photo(*options) for name, options in PHOTOS.items()}
    with Server(os.path.join(folder, "blueheart-server"), "--rate", "0") as server:
        watch = Watch(server.process)

        def tell(what, counts):
            print(f"{what}: {counts}, {watch.now():.0f} MiB, {watch.most:.0f} at most", flush=True)

        def ask(path):
            return server.get(path).status

        def send(job):
            (name, data), placement = job
            time.sleep(0.05)
            return name, post_photo(
                server, data, ("picture", "A field"), ("credit", "A"), placement=placement).status

        tell("every card", together(ask, cards(server), 4))
        names = (f"/v1/cards/blue-heart/supporter/square.png?lang=en&name=N{n}" for n in range(400))
        tell("names", together(ask, names, 4))
        end = time.monotonic() + SECONDS
        background = threading.Thread(target=together, args=(ask, banners(end), 2))
        background.start()
        tell("photos", together(send, photos(end, files), 8))
        background.join()
        watch.ends = True
        print("alive" if server.is_alive() else "gone")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
