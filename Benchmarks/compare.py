#!/usr/bin/env python3
"""Runs our reference cards, and other renderers' where told, on one core, and prints one table.

Rounds interleave the renderers, so that a slow moment of the machine meets them all. "p10" is the
10th percentile of all samples (the core let alone), the ratio is ours to the row's p10.
"""
import argparse
import json
import os
import statistics
import subprocess

OURS = "ours"


def renderers(peers, only):
    yield OURS, [".build/release/cards"], {
        "A": ["png-fast", "png", "png-small", "jpg", "webp"],
        "B": ["jpg", "jpg-kept", "png-fast", "png"], "C": ["png-fast", "png"]}, {}
    if not peers:
        return
    for peer in json.load(open(f"{peers}/renderers.json")):
        if peer.get("kind") == "oneshot" or (only and peer["name"] not in only):
            continue
        python = os.environ.get("PEERS_PYTHON", f"{peers}/.venv/bin/python")
        command = [part.format(root=peers, py=python) for part in peer["cmd"]]
        if os.path.exists(command[0]):
            yield peer["name"], command, peer["cards"], peer.get("env", {})


def measure(command, card, encoding, seconds, environment):
    """Samples of one card in one process: first a few to see how long it takes, then `seconds`."""
    def bench(rounds):
        run = subprocess.run(["taskset", "-c", "0", *command, "bench", card, encoding, str(rounds), "3"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, **environment})
        return json.loads(run.stdout.splitlines()[-1]) if run.returncode == 0 else None
    first = bench(3)
    if first is None:
        return None
    return bench(int(min(200, max(8, seconds * 1000 / statistics.median(first["total_ms"])))))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--peers", help="a folder with renderers.json")
    options.add_argument("--only", help="names of peers, with commas")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=float, default=1.0)
    options = options.parse_args()
    only = options.only.split(",") if options.only else None
    samples = {}
    for _ in range(options.rounds):
        for name, command, cards, environment in renderers(options.peers, only):
            for card, encodings in cards.items():
                for encoding in encodings:
                    result = measure(command, card, encoding, options.seconds, environment)
                    if result is None:
                        print(f"{name} could not draw {card} as {encoding}")
                        continue
                    times, sizes = samples.setdefault((card, encoding, name), ([], []))
                    times += result["total_ms"]
                    sizes += result["bytes"]
    table(samples)


def table(samples):
    for card in "ABC":
        rows = sorted((sorted(times)[len(times) // 10], statistics.median(times), statistics.median(sizes), name, encoding)
                      for (c, encoding, name), (times, sizes) in samples.items() if c == card)
        fast = next((row[0] for row in rows if row[3] == OURS and row[4] == "png-fast"), None)
        print(f"\n## Card {card}\n\n| renderer | encoding | ms (p10) | ms (median) | bytes | x our png-fast |")
        print("|---|---|---:|---:|---:|---:|")
        for p10, median, size, name, encoding in rows:
            ratio = f"{p10 / fast:.2f}" if fast else ""
            print(f"| {name} | {encoding} | {p10:.2f} | {median:.2f} | {size:.0f} | {ratio} |")


main()
