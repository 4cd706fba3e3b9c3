#!/usr/bin/env python3
"""Draws dawn.svg: wooded hills, mist between them and the sun behind, in shades of blue.

Ridges are sums of sines; the trees stand where a seeded die says. Run from the project's root.
"""
import math
import random

SIDE = 2400
SUN = (1530, 1290)
# Height at the left, waves (height px, waves a width, phase), shift, colours of crest and foot,
# trees (number, height px).
RIDGES = [
    (1330, [(64, 1.1, .1), (34, 2.7, .4), (12, 6.1, .2)], .0, "#8FBEE3", "#C3DDF2", (0, 0)),
    (1450, [(95, .9, .55), (40, 2.3, .1), (16, 5.3, .7)], .12, "#5C97CA", "#A5CBEA", (0, 0)),
    (1610, [(116, .8, .9), (46, 1.9, .3), (14, 4.7, .5)], .3, "#3570AC", "#7FB0DB", (150, 26)),
    (1810, [(120, .7, .25), (60, 1.7, .8), (10, 5.9, .1)], .55, "#1A4F8A", "#4B86BF", (130, 58)),
    (2050, [(110, .6, .7), (50, 1.3, .05), (12, 3.9, .6)], .8, "#0A2C5B", "#1B4C86", (96, 116)),
]


def height(ridge, x):
    base, waves, shift = ridge[:3]
    return base + sum(a * math.sin(2 * math.pi * (f * x / SIDE + p + shift)) for a, f, p in waves)


def outline(ridge):
    """The ridge as a curve through its points, closed along the lower edge."""
    step = 80
    xs = range(0, SIDE + 1, step)
    ys = [height(ridge, x) for x in xs]
    slopes = [(height(ridge, x + 1) - height(ridge, x - 1)) / 2 for x in xs]
    d = f"M0 {SIDE}L0 {ys[0]:.0f}"
    for i in range(len(ys) - 1):
        x0, x1, third = xs[i], xs[i + 1], step / 3
        d += (f"C{x0 + third:.0f} {ys[i] + slopes[i] * third:.1f} {x1 - third:.0f} "
              f"{ys[i + 1] - slopes[i + 1] * third:.1f} {x1} {ys[i + 1]:.0f}")
    return d + f"L{SIDE} {SIDE}Z"


def trees(ridge, chance):
    """Firs in groves along the crest: three tiers each, rooted a little below the ground line."""
    count, tall = ridge[5]
    d = ""
    for _ in range(count):
        grove = chance.choice((.06, .19, .33, .52, .74, .9, .97)) + chance.gauss(0, .035)
        x = grove * SIDE
        h = tall * chance.uniform(.6, 1.1)
        w, y = h * .36, height(ridge, x) + h * .12
        d += (f"M{x:.0f} {y - h:.0f}l{w * .5:.0f} {h * .42:.0f}h{-w * .16:.0f}l{w * .36:.0f} {h * .32:.0f}"
              f"h{-w * .2:.0f}l{w * .4:.0f} {h * .34:.0f}h{-w * 1.8:.0f}l{w * .4:.0f} {-h * .34:.0f}"
              f"h{-w * .2:.0f}l{w * .36:.0f} {-h * .32:.0f}h{-w * .16:.0f}Z")
    return d


def gradient(name, *stops):
    inner = "".join(f'<stop offset="{at}" stop-color="{color}"/>' for at, color in stops)
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{inner}</linearGradient>'


def glow(name, radius, color, *stops):
    inner = "".join(f'<stop offset="{at}" stop-color="{color}" stop-opacity="{o}"/>' for at, o in stops)
    return (f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{SUN[0]}" cy="{SUN[1]}" '
            f'r="{radius}">{inner}</radialGradient>')


chance = random.Random(30)
defs = [
    gradient("sky", (0, "#0F3A73"), (.26, "#3F7DB8"), (.46, "#A8CFEA"), (.58, "#EAF4FC")),
    glow("light", 900, "#FFE1CB", (0, .95), (.2, .6), (.55, .16), (1, 0)),
    glow("haze", 1500, "#FFEDE0", (0, .5), (.4, .16), (1, 0)),
]
body = [
    f'<rect width="{SIDE}" height="{SIDE}" fill="url(#sky)"/>',
    f'<rect width="{SIDE}" height="{SIDE}" fill="url(#light)"/>',
    f'<circle cx="{SUN[0]}" cy="{SUN[1]}" r="104" fill="#FFF6E4"/>',
]
for number, ridge in enumerate(RIDGES):
    defs.append(gradient(f"h{number}", (0, ridge[3]), (.55, ridge[4])))
    wood = trees(ridge, chance)
    if wood:
        body.append(f'<path fill="{ridge[3]}" d="{wood}"/>')
    body.append(f'<path fill="url(#h{number})" d="{outline(ridge)}"/>')
    if number < 3:
        body.append(f'<rect width="{SIDE}" height="{SIDE}" fill="url(#haze)" opacity="{.5 - number * .14:g}"/>')
open("assets/blue-heart/dawn.svg", "w").write("\n".join([
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">',
    "<title>Wooded hills at dawn in shades of blue</title>", "<defs>", *defs, "</defs>", *body, "</svg>", ""]))
