"""serve.py <folder of the programs>: the server under load, as one table."""
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Tests", "http"))
from server import HOME, Server  # noqa: E402

CARD = "/v1/cards/blue-heart/supporter/og.jpg?lang=en"
SECONDS = 5


def command(server, path, connections, *script, seconds=SECONDS):
    return ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency",
            *script[:1], *script[1:2], server.address + path, *script[2:]]


def wrk(*load):
    """Requests a second, the p50 and p99 in ms, and how many were no 2xx."""
    return seen(subprocess.run(
        command(*load), check=True, capture_output=True, text=True).stdout)


def seen(text):
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    rate = float(re.search(r"Requests/sec: +([\d.]+)", text).group(1))
    return rate, latency(text, 50), latency(text, 99), int(refused.group(1)) if refused else 0


def latency(text, percent):
    number, unit = re.search(rf"{percent}% +([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1_000}[unit]


def unseen(server, connections, prefix, pause=0):
    """Cards made and refused a second, and wrk's p50 and p99, with every name new; each connection
    rests `pause` milliseconds before it asks.

    It rests before it asks first, too, so counting begins when all have asked.
    """
    script = ("-s", os.path.join(HERE, "names.lua"), "--", prefix, f"{pause:.0f}")
    settling = pause / 1_000 + 0.5
    load = subprocess.Popen(
        command(server, CARD, connections, *script, seconds=round(SECONDS + settling + 1)),
        stdout=subprocess.PIPE, text=True)
    time.sleep(settling)
    before, start = counts(server), time.monotonic()
    time.sleep(SECONDS)
    after, passed = counts(server), time.monotonic() - start
    _, p50, p99, _ = seen(load.communicate()[0])
    made, refused = ((late - early) / passed for early, late in zip(before, after))
    return made, refused, p50, p99


def counts(server):
    return [server.metric(f'blueheart_cards_total{{outcome="{outcome}"}}')
            for outcome in ("made", "refused")]


def in_process(folder, count):
    """The same cards by the command line: a second, with as many workers as cores."""
    with tempfile.TemporaryDirectory() as out:
        rows = os.path.join(out, "rows.csv")
        with open(rows, "w", encoding="utf-8") as file:
            file.write("name\n" + "".join(f"drop {number}\n" for number in range(count)))
        start = time.monotonic()
        subprocess.run(
            [os.path.join(folder, "blueheart"), "drop", "--home", HOME, "--template", "supporter",
             "--rows", rows, "--placement", "og", "--lang", "en", "--format", "jpg",
             "--sidecars", "none", "--out", os.path.join(out, "cards")],
            check=True, capture_output=True)
        return count / (time.monotonic() - start)


def memory(server):
    with open(f"/proc/{server.process.pid}/status", encoding="utf-8") as file:
        text = file.read()
    return [int(re.search(rf"{name}:\s+(\d+)", text).group(1)) / 1_024 for name in ("VmRSS", "VmHWM")]


def tell(what, figure):
    print(f"| {what} | {figure} |", flush=True)


def main(folder):
    tell("work", "figure")
    tell("---", "---")
    with Server(os.path.join(folder, "blueheart-server"), "--rate", "0") as server:
        for what, path in (
            ("caption, cached, 64 connections",
             "/v1/cards/blue-heart/supporter/og.caption.x.txt?lang=en&name=Amina"),
            ("picture, cached, 64 connections", CARD + "&name=Amina"),
        ):
            size = len(server.get(path).body)
            rate, p50, p99, bad = wrk(server, path, 64)
            tell(f"{what} ({size} bytes)",
                 f"{rate:.0f} a second, p50 {p50:.1f} ms, p99 {p99:.1f} ms, {bad} refused")
        alone = in_process(folder, 800)
        tell("the same picture by `drop`, every name new, two workers", f"{alone:.0f} a second")
        rate, refused, p50, p99 = unseen(server, 16, "new")
        tell("picture, every name new, 16 connections",
             f"{rate:.0f} a second ({rate / alone:.0%} of `drop`), p50 {p50:.1f} ms, "
             f"p99 {p99:.1f} ms, {refused:.0f} refused")
        crowds = (("ten times as many as it makes", "ten", 640 / (10 * rate) * 1_000),
                  ("as many as 640 connections ask for that do not rest", "all", 0))
        for what, prefix, pause in crowds:
            more, refused, _, p99 = unseen(server, 640, prefix, pause)
            tell(f"the same, {what}",
                 f"{more + refused:.0f} asked for a second, {more:.0f} made ({more / rate:.0%}), "
                 f"{refused:.0f} refused with 503, p99 {p99:.1f} ms")
        now, most = memory(server)
        tell("memory after all that, and at its most", f"{now:.0f} MB, {most:.0f} MB")
        tell("at the end", "alive" if server.is_alive() else "gone")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
