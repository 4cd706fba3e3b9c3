"""Starts blueheart-server on a free loopback port, and stops it by its process."""

import os
import pathlib
import re
import subprocess
import time
import urllib.error
import urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]


def program(name):
    """The program as the environment names it (BLUEHEART, BLUEHEART_SERVER), else as built."""
    named = os.environ.get(name.upper().replace("-", "_"))
    built = [HOME / ".build" / kind / name for kind in ("release", "debug")]
    found = named or next((str(file) for file in built if file.exists()), None)
    if not found:
        raise SystemExit(f"check-page: there is no {name}; build it first: make serve")
    return found


class Site:
    START_SECONDS = 60

    def __init__(self, folder, *flags):
        self.log = pathlib.Path(folder) / f"server{'-'.join(flags).replace('/', '')}.log"
        self.output = self.log.open("wb")
        self.process = subprocess.Popen(
            # The page is tried with all templates.
            [program("blueheart-server"), "--home", str(HOME), "--port", "0",
             "--attributions", "open", *flags]
            + ([] if "--rate" in flags else ["--rate", "0"]),
            stdout=self.output, stderr=subprocess.STDOUT)
        self.address = self._wait()

    def _wait(self):
        for _ in range(self.START_SECONDS * 10):
            found = re.search(r"http://127\.0\.0\.1:\d+", self.log.read_text())
            if found:
                return found.group()
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"the server did not start:\n{self.log.read_text()}")

    def read(self, path):
        return self.ask(path)[2]

    def ask(self, path, method="GET", headers=None):
        """Status, headers and body, as a browser gets them."""
        request = urllib.request.Request(
            self.address + path, method=method,
            headers={"Accept": "text/html,*/*", **(headers or {})})
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        finally:
            self.process.kill()
            self.output.close()


def rendered(template, language, placement, kind, values, folder):
    """The same card's bytes, from the command line."""
    out = pathlib.Path(folder) / f"command.{kind}"
    out.unlink(missing_ok=True)
    settings = [part for pair in values.items() for part in ("--set", "=".join(pair))]
    subprocess.run(
        [program("blueheart"), "render", template, *settings, "--lang", language,
         "--placement", placement, "--format", kind, "-o", str(out)],
        check=True, cwd=HOME, stdout=subprocess.DEVNULL)
    return out.read_bytes()
