#!/usr/bin/env python3
"""Draws voices.svg: a crowd seen from behind, hands and blank signs raised. Stands in for a photograph.

Run from the project's root; the same seed gives the same bytes.
"""
import random

SIDE = 2000
chance = random.Random(8)
ROWS = [  # shoulder line, head radius, colours, from far to near
    (1180, 62, ("#F28F6B", "#F6B26B", "#E9785A")),
    (1380, 88, ("#D95D5D", "#E9785A", "#C94F6D")),
    (1640, 120, ("#8E3B6E", "#A8446F", "#6E2F66")),
    (1960, 168, ("#3B1F4F", "#4A275C", "#2E1842")),
]


def person(x, y, r, color):
    body = f'<path d="M{x - 2.1 * r:.0f} {SIDE}V{y:.0f}a{2.1 * r:.0f} {1.1 * r:.0f} 0 0 1 {4.2 * r:.0f} 0V{SIDE}Z"/>'
    head = f'<circle cx="{x:.0f}" cy="{y - 1.75 * r:.0f}" r="{r}"/>'
    hand = ""
    if chance.random() < .45:
        side = chance.choice((-1, 1))
        hx, hy = x + side * 2.1 * r, y - chance.uniform(3.2, 4.4) * r
        hand = f'<path d="M{x + side * 1.5 * r:.0f} {y:.0f}L{hx:.0f} {hy:.0f}" stroke="{color}" stroke-width="{.78 * r:.0f}" stroke-linecap="round"/>'
        if chance.random() < .5:
            w, h = 2.6 * r, 1.8 * r
            hand += (f'<g transform="rotate({chance.uniform(-9, 9):.0f} {hx:.0f} {hy:.0f})">'
                     f'<rect x="{hx - w / 2:.0f}" y="{hy - h - .3 * r:.0f}" width="{w:.0f}" height="{h:.0f}" rx="{.14 * r:.0f}" fill="#FFF4DF"/></g>')
    return f'<g fill="{color}">{hand}{body}{head}</g>'


out = []
for y, r, colors in ROWS:
    x = -r * chance.uniform(0, 2)
    while x < SIDE + 2 * r:
        out.append(person(x, y + chance.uniform(-.5, .5) * r, r, chance.choice(colors)))
        x += r * chance.uniform(3.3, 4.3)
open("examples/other-campaigns/assets/voices.svg", "w").write("\n".join([
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">',
    "<title>A crowd from behind, hands and blank signs raised</title>",
    '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#F6C667"/>'
    '<stop offset=".6" stop-color="#F9DFA6"/></linearGradient></defs>',
    f'<rect width="{SIDE}" height="{SIDE}" fill="url(#sky)"/>',
    '<circle cx="1380" cy="640" r="250" fill="#FFF1CF"/>', *out, "</svg>", ""]))
