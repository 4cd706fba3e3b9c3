"""Text of strangers stays text in every place where it stands."""

import urllib.parse

SIGNS = ["<", ">", "&", '"', "'", "`", "=", "\r", "\n", "\t"]
MARKS = ["", "\u0301", "\u0338", "\u20dd", "\u064b", "\ufe0f", "\u200d"]
PROBE = "<b onx=1>"

# An attribute or an element that no page of ours has shows that text became markup.
STRAY = """
    const known = new Set(arguments[0]);
    return [...document.querySelectorAll('*')].flatMap(e =>
      [e.localName, ...[...e.attributes].map(a => '@' + a.name)])
      .filter(name => !known.has(name));"""
NAMES = """
    return [...new Set([...document.querySelectorAll('*')].flatMap(e =>
      [e.localName, ...[...e.attributes].map(a => '@' + a.name)]))];"""


def foreign_text_stays_text(browser, site):
    """Names, choices, and unknown parameters, in the page, its messages, and the shared page."""
    names = set()
    for path in ("/?template=supporter", "/?template=supporter&name=A",
                 "/?template=supporter&name=" + "N" * 41, "/s/blue-heart/supporter?name=A"):
        browser.go(site.address + path)
        names |= set(browser.run(NAMES))
    for sign in SIGNS:
        for mark in MARKS:
            # Short enough for a name, and long enough to be refused: both write it out.
            for text in (sign + mark + PROBE + sign + mark, (sign + mark + PROBE) * 6):
                quoted = urllib.parse.quote(text)
                for path in (f"/?template=supporter&name={quoted}",
                             f"/?template={quoted}&for={quoted}&lang={quoted}&theme={quoted}"):
                    browser.go(site.address + path)
                    stray = browser.run(STRAY, sorted(names))
                    assert not stray, f"{text!r} at {path}: {stray}"
    found = [line for line in browser.complaints() if "Content Security" in line]
    assert not found, found
