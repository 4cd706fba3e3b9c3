"""The HTML beside a picture, to paste into any page, says just the words of its record."""

import json
import pathlib
import subprocess

from site_under_test import HOME, program
from test_escaping import MARKS, NAMES, SIGNS, STRAY

# What would end an attribute, an element, a comment, a section or a script, and what looks like an
# entity; each alone and below each mark.
PARTS = [s for s in SIGNS if s > " "] + ["]]>", "-->", "</p>", "</script>", "&lt;", "&#x3c;", "\\"]

WORDS = """
    const content = name => document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.content;
    const image = document.querySelector('figure img');
    return {
      title: document.title, alt: image.alt, 'og:title': content('og:title'),
      'og:image:alt': content('og:image:alt'), 'twitter:image:alt': content('twitter:image:alt'),
      'og:description': content('og:description'),
      caption: document.querySelector('figcaption > p').textContent,
      longAlt: document.querySelector('figcaption details > p').textContent,
      size: [image.naturalWidth, image.naturalHeight], language: document.documentElement.lang,
    };"""


def drop(rows, folder):
    """A card a row in two languages; gives the records of those that could be made."""
    file = folder / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    subprocess.run(
        [program("blueheart"), "drop", "--template", "quote", "--rows", str(file), "--lang",
         "en,ar", "--placement", "og", "--effort", "fast", "--out", str(folder / "cards")],
        check=False, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return sorted((folder / "cards").rglob("*.json"))


def the_html_beside_a_picture_says_just_its_words(browser, site):
    folder = pathlib.Path(browser.folder) / "sidecars"
    folder.mkdir()
    names = [part + mark + "<b onx=1>" + part + mark for part in PARTS for mark in MARKS]
    rows = [{"name": "A", "quote": "B", "file": "plain"}]
    rows += [{"name": name, "quote": name, "file": f"{number}"}
             for number, name in enumerate(names)]
    records = [file for file in drop(rows, folder) if file.name != "manifest.json"]
    # No font has a letter below the enclosing circle; those cards are refused.
    assert len(records) > 1.6 * len(names), f"{len(records)} of {2 * len(names)}"
    known = set()
    for record in sorted(records, key=lambda file: not file.name.startswith("plain")):
        browser.go(record.with_suffix(".html").as_uri())
        if record.name.startswith("plain"):
            known |= set(browser.run(NAMES))
        stray = browser.run(STRAY, sorted(known))
        assert not stray, f"{record.name}: {stray}"
        card = json.loads(record.read_text())
        words = {
            "title": card["title"], "alt": card["alt"], "og:title": card["title"],
            "og:image:alt": card["alt"], "twitter:image:alt": card["alt"],
            "og:description": card["captions"][0]["text"].split("\n\n")[0],
            "caption": card["captions"][0]["text"].split("\n\n")[0], "longAlt": card["longAlt"],
            "size": [card["width"], card["height"]], "language": card["language"]}
        found = browser.run(WORDS)
        # A title is shown with its white space joined, as the standard asks.
        assert found == words, f"{record.name}: {found} is not {words}"
    assert not browser.complaints()
