#!/usr/bin/env python3
"""Draws skyline.svg, skyline-low.svg and skyline-tall.svg: a made-up town at nightfall, one house lit as a heart.

No building stands anywhere. The sky is left open, so that a template paints it. Run from the
project's root; the same seed gives the same bytes.
"""
import random

NIGHT, DEEP, HEART, BRIGHT, SKY, MIST = "#06182F #0B2A57 #0F6CBD #3FA2E8 #A9D8F7 #EAF4FC".split()
DAWN = "#F2C078"
# The windows that are lit, thirteen to a floor.
HEART_OF_WINDOWS = """
...XX...XX...
..XXXX.XXXX..
.XXXXXXXXXXX.
.XXXXXXXXXXX.
.XXXXXXXXXXX.
..XXXXXXXXX..
...XXXXXXX...
....XXXXX....
.....XXX.....
......X......
""".split()


def mixed(a, b, share):
    """The colour `share` of the way from `a` to `b`."""
    pairs = zip(*[[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in (a, b)])
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in pairs)


class Town:
    def __init__(self, width, height, seed):
        self.width, self.height = width, height
        self.chance = random.Random(seed)
        self.defs, self.body = [], []

    def rect(self, x, y, w, h, fill, more=""):
        self.body.append(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}"{more}/>')

    def path(self, d, fill, more=""):
        self.body.append(f'<path d="{d}" fill="{fill}"{more}/>')

    def upright(self, name, top, bottom, middle=None):
        """A gradient from roof to street."""
        stops = [(0, top)] + ([(0.55, middle)] if middle else []) + [(1, bottom)]
        inner = "".join(f'<stop offset="{at}" stop-color="{c}"/>' for at, c in stops)
        self.defs.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{inner}</linearGradient>')
        return f"url(#{name})"

    # Roofs, each from (x, y) over the width w; the wall goes down to the street.

    def roofed(self, kind, x, y, w, fill):
        h = self.height
        d = {
            "flat": f"M{x} {h}V{y}H{x + w}V{h}Z",
            "stepped": f"M{x} {h}V{y + 54}H{x + w * .2:g}V{y + 22}H{x + w * .36:g}V{y}H{x + w * .64:g}V{y + 22}H{x + w * .8:g}V{y + 54}H{x + w}V{h}Z",
            "slant": f"M{x} {h}V{y + w * .42:g}L{x + w} {y}V{h}Z",
            "gable": f"M{x} {h}V{y + w * .4:g}L{x + w / 2:g} {y}L{x + w} {y + w * .4:g}V{h}Z",
            "round": f"M{x} {h}V{y + w / 2:g}A{w / 2:g} {w / 2:g} 0 0 1 {x + w} {y + w / 2:g}V{h}Z",
            "mast": f"M{x} {h}V{y}H{x + w * .46:g}L{x + w * .49:g} {y - 110}H{x + w * .51:g}L{x + w * .54:g} {y}H{x + w}V{h}Z",
            "tank": f"M{x} {h}V{y}H{x + w * .22:g}V{y - 46}L{x + w * .36:g} {y - 66}L{x + w * .5:g} {y - 46}V{y}H{x + w}V{h}Z",
        }[kind]
        self.path(d, fill)

    def windows(self, x, y, w, lit, share, cell=(30, 40), pane=(13, 19)):
        """Panes on a grid that is centred on the wall; `share` of them are lit."""
        columns = int((w - 20) // cell[0])
        left = x + (w - (columns - 1) * cell[0] - pane[0]) / 2
        panes = []
        for row in range(int((self.height - y - 30) // cell[1])):
            for column in range(columns):
                if self.chance.random() < share:
                    px, py = left + column * cell[0], y + row * cell[1]
                    panes.append(f"M{px:g} {py:g}h{pane[0]}v{pane[1]}h-{pane[0]}Z")
        if panes:
            self.path("".join(panes), lit)

    def row(self, base, spread, widths, fills, lit, share, kinds, gaps=(0,), keep=None):
        """One row of houses from edge to edge, `base` high, give or take `spread`.

        No house is higher than `keep[2]` between `keep[0]` and `keep[1]`.
        """
        x, number = -self.chance.randrange(40), 0
        while x < self.width:
            w = self.chance.randrange(*widths)
            fill, number = fills[number % len(fills)], number + 1
            y = self.height - base - self.chance.randrange(-spread, spread)
            kind = self.chance.choice(kinds)
            blocked = keep and x + w > keep[0] and x < keep[1]
            if blocked:
                y = max(y, self.height - keep[2] - self.chance.randrange(40))
                kind = "flat"
            self.roofed(kind, x, y, w, fill)
            roof = {"slant": w * .42, "gable": w * .42, "round": w * .4, "stepped": 60}.get(kind, 0)
            self.windows(x, y + roof + 34, w, lit, share)
            x += w + self.chance.choice(gaps)

    def tower(self, x, top, cell, pane):
        """The house whose windows make the heart, with the light that falls on it from below."""
        side = cell[0] * 0.8
        w = 2 * side + 12 * cell[0] + pane[0]
        glow = f"{self.width}-glow"
        self.defs.append(
            f'<radialGradient id="{glow}"><stop offset="0" stop-color="{BRIGHT}" stop-opacity=".55"/>'
            f'<stop offset=".5" stop-color="{HEART}" stop-opacity=".22"/>'
            f'<stop offset="1" stop-color="{HEART}" stop-opacity="0"/></radialGradient>')
        middle = (x + w / 2, top + side + 5.6 * cell[1])
        self.body.append(f'<ellipse cx="{middle[0]:g}" cy="{middle[1]:g}" rx="{w * 1.2:g}" ry="{min(w * 1.2, middle[1]):g}" fill="url(#{glow})"/>')
        wall = self.upright("wall", mixed(DEEP, NIGHT, .25), HEART, DEEP)
        self.rect(x + w * .16, top - side * .9, w * .68, side, mixed(DEEP, NIGHT, .4))
        self.path(f"M{x:g} {self.height}V{top:g}H{x + w:g}V{self.height}Z", wall)
        self.rect(x, top, w, 6, mixed(DEEP, BRIGHT, .38))
        # A narrow side in shade makes it a body.
        self.path(f"M{x + w:g} {self.height}V{top:g}L{x + w + side * .9:g} {top + side * .55:g}V{self.height}Z", mixed(NIGHT, DEEP, .3))
        panes = self.upright("panes", "#FFFFFF", SKY)
        dark, lit = [], []
        first = top + side + cell[1]
        for floor in range(-1, int((self.height - first) // cell[1])):
            for column in range(13):
                on = 0 <= floor < 10 and HEART_OF_WINDOWS[floor][column] == "X"
                px, py = x + side + column * cell[0], first + floor * cell[1]
                (lit if on else dark).append(f"M{px:g} {py:g}h{pane[0]}v{pane[1]}h-{pane[0]}Z")
        self.path("".join(dark), BRIGHT, ' fill-opacity=".16"')
        self.path("".join(lit), panes)
        return x, x + w + side

    def text(self, title):
        return "\n".join(
            [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}">',
             f"<title>{title}</title>", "<defs>", *self.defs, "</defs>", *self.body, "</svg>", ""])


def draw(name, width, height, seed, heart_at, top, cell, pane, scale):
    town = Town(width, height, seed)
    tall = ["flat", "flat", "stepped", "slant", "mast", "tank", "round"]
    low = ["flat", "gable", "gable", "slant", "tank", "round"]
    s = lambda n: round(n * scale)
    far = [town.upright(f"far{i}", mixed(HEART, DEEP, .6 - i * .12), mixed(HEART, BRIGHT, .22)) for i in (0, 1)]
    town.row(s(470), s(120), (s(90), s(170)), far, BRIGHT, .08, tall, gaps=(0, s(26), s(40)))
    middle = [town.upright(f"middle{i}", mixed(DEEP, HEART, .2 + i * .12), mixed(DEEP, HEART, .6)) for i in (0, 1)]
    town.row(s(320), s(100), (s(110), s(200)), middle, SKY, .20, tall, gaps=(0, 0, s(30)))
    left, right = town.tower(heart_at, top, cell, pane)
    near = [town.upright(f"near{i}", mixed(DEEP, HEART, .1 - i * .1), mixed(NIGHT, DEEP, .6)) for i in (0, 1)]
    town.row(s(170), s(64), (s(100), s(190)), near, BRIGHT, .26, low, keep=(left - 10, right + 10, s(120)))
    front = [town.upright(f"front{i}", mixed(NIGHT, DEEP, .5 - i * .2), NIGHT) for i in (0, 1)]
    town.row(s(64), s(26), (s(90), s(150)), front, DAWN, .10, low, keep=(left, right, s(54)))
    open(f"assets/blue-heart/{name}.svg", "w").write(
        town.text("A town at nightfall; the lit windows of one house form a heart"))


draw("skyline", 3200, 1000, 7, heart_at=2340, top=120, cell=(38, 42), pane=(27, 30), scale=1)
draw("skyline-low", 4800, 600, 12, heart_at=3960, top=64, cell=(32, 34), pane=(23, 25), scale=.62)
draw("skyline-tall", 1400, 1400, 21, heart_at=640, top=230, cell=(46, 50), pane=(33, 37), scale=1.15)
