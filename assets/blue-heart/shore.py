#!/usr/bin/env python3
"""Draws shore.svg: birds over a calm sea at first light, in shades of blue.

Run from the project's root; the same seed gives the same bytes.
"""
import math
import random

SIDE = 2400
HORIZON = 1520
SUN = 1240
chance = random.Random(2014)


def bird(x, y, span, lift, tilt):
    """A gull with both wings raised by `lift` spans, turned by `tilt` degrees."""
    s, up = span / 2, span * lift
    d = (f"M{-s:.1f} {-up:.1f}C{-s * .62:.1f} {-up * 1.25:.1f} {-s * .26:.1f} {-up * .72:.1f} 0 0"
         f"C{s * .26:.1f} {-up * .72:.1f} {s * .62:.1f} {-up * 1.25:.1f} {s:.1f} {-up:.1f}"
         f"C{s * .66:.1f} {-up * .95:.1f} {s * .34:.1f} {-up * .3:.1f} {s * .08:.1f} {span * .13:.1f}"
         f"Q0 {span * .17:.1f} {-s * .08:.1f} {span * .13:.1f}"
         f"C{-s * .34:.1f} {-up * .3:.1f} {-s * .66:.1f} {-up * .95:.1f} {-s:.1f} {-up:.1f}Z")
    return f'<path transform="translate({x:.0f} {y:.0f}) rotate({tilt:.0f})" d="{d}"/>'


def flock():
    """Birds along a rising curve, larger where it comes near, none in another's way."""
    birds, places = [], []
    for i in range(40):
        t = i / 39
        x = 430 + 1560 * t + chance.uniform(-70, 70)
        y = 1120 - 620 * t + 190 * math.sin(t * 5.2) + chance.uniform(-70, 70)
        span = 58 + 128 * t ** 1.3 + chance.uniform(-10, 16)
        if all(math.hypot(x - a, y - b) > .72 * (span + other) for a, b, other in places):
            places.append((x, y, span))
            birds.append(bird(x, y, span, chance.uniform(.16, .34), chance.uniform(-16, 10)))
    return birds


def ripples():
    """Bars of light on the water, longest and nearest below the sun."""
    bars = []
    for row in range(46):
        depth = row / 45
        y = HORIZON + 10 + (SIDE - HORIZON - 30) * depth ** 1.5
        for _ in range(2 + row // 12):
            width = (60 + 330 * depth) * chance.uniform(.4, 1.2)
            x = SUN + chance.gauss(0, 70 + 300 * depth) - width / 2
            thick = 3 + 11 * depth
            bars.append(f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{thick:.0f}" '
                        f'rx="{thick / 2:.1f}" opacity="{chance.uniform(.25, .75) * (1 - .55 * depth):.2f}"/>')
    return bars


def headland(points, foot):
    (x, y), *rest = points
    return f"M{x} {foot}L{x} {y}" + "".join(f"S{a} {b} {c} {d}" for a, b, c, d in rest) + f"L{rest[-1][2]} {foot}Z"


far = headland([(0, 1400), (180, 1372, 330, 1430), (520, 1450, 640, 1490), (760, 1512, 860, 1520)], HORIZON)
near = headland([(1560, 1520), (1690, 1500, 1800, 1446), (2010, 1392, 2130, 1376), (2290, 1340, 2400, 1330)], HORIZON)
open("assets/blue-heart/shore.svg", "w").write("\n".join([
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">',
    "<title>Birds over a calm sea at first light, in shades of blue</title>",
    "<defs>",
    '<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#124A8C"/>'
    '<stop offset=".45" stop-color="#4E97D3"/><stop offset=".82" stop-color="#B7DCF5"/><stop offset="1" stop-color="#F1F7FC"/></linearGradient>',
    '<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9CCBEC"/>'
    '<stop offset=".25" stop-color="#4A8DC8"/><stop offset="1" stop-color="#0B2A57"/></linearGradient>',
    f'<radialGradient id="glow" gradientUnits="userSpaceOnUse" cx="{SUN}" cy="{HORIZON}" r="1000">'
    '<stop offset="0" stop-color="#FFE4CF" stop-opacity=".95"/><stop offset=".25" stop-color="#FFE4CF" stop-opacity=".5"/>'
    '<stop offset="1" stop-color="#FFE4CF" stop-opacity="0"/></radialGradient>',
    "</defs>",
    f'<rect width="{SIDE}" height="{HORIZON}" fill="url(#sky)"/>',
    f'<rect width="{SIDE}" height="{HORIZON}" fill="url(#glow)"/>',
    f'<path d="M{SUN - 120} {HORIZON}a120 120 0 0 1 240 0Z" fill="#FFF8EA"/>',
    f'<path d="{far}" fill="#7FB2DC"/>',
    f'<path d="{near}" fill="#5C97CA"/>',
    f'<rect y="{HORIZON}" width="{SIDE}" height="{SIDE - HORIZON}" fill="url(#sea)"/>',
    '<g fill="#F4F9FD">', *ripples(), "</g>",
    '<g fill="#FFFFFF">', *flock(), "</g>",
    "</svg>", ""]))
