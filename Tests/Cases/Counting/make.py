#!/usr/bin/env python3
"""Writes the counting cases: python3 Tests/Cases/Counting/make.py

Every case is put together from parts whose count is known from the networks' documents, so that
the expected number does not come from a program that counts. The first parts restate what the
conformance cases of twitter-text (validate.yml) ask for.
"""
import json
import pathlib
import random

FOLDER = pathlib.Path(__file__).parent

# What is meant, the text, and its count on X, on networks that count characters, on Mastodon and
# on Threads.
PARTS = [
    ("a sentence", "This is a test.", 15, 15, 15, 15),
    ("accents, composed", "lié géts arøünd", 15, 15, 15, 15),
    ("an accent apart from its letter", "e\u0301", 1, 1, 1, 1),
    ("two marks, composed by NFC beyond the first range", "o\u0302\u0323", 2, 1, 1, 1),
    ("Latin with a mark that has no composed form", "x\u0301", 2, 1, 1, 1),
    ("Slovak", "Modré srdce nosím ďalej", 23, 23, 23, 23),
    ("Russian", "Синее сердце", 12, 12, 12, 12),
    ("Greek", "Μπλε καρδιά", 11, 11, 11, 11),
    ("Arabic", "القلب الأزرق", 12, 12, 12, 12),
    ("Arabic with vowel marks", "قَلْب", 5, 3, 3, 3),
    ("Hebrew", "לב כחול", 7, 7, 7, 7),
    ("Armenian", "սիրտ", 4, 4, 4, 4),
    ("Georgian, the last block of weight one", "გული", 4, 4, 4, 4),
    ("Hangul jamo are above 4351 from here", "\u1100", 2, 1, 1, 1),
    ("the last scalar of weight one in the first range", "\u10ff", 1, 1, 1, 1),
    ("Ethiopic", "ልብ", 4, 2, 2, 2),
    ("Japanese", "のののののの", 12, 6, 6, 6),
    ("Chinese", "人身売買", 8, 4, 4, 4),
    ("Korean", "저찀쯿쿿", 8, 4, 4, 4),
    ("Korean jamo that NFC composes", "\u1112\u1161\u11ab", 2, 1, 1, 1),
    ("Hindi", "नीला दिल", 8, 5, 5, 5),
    ("Thai", "หัวใจ", 5, 4, 4, 4),
    ("curly quotes", "\u201cquoted\u201d", 8, 8, 8, 8),
    ("dashes", "a\u2013b\u2014c", 5, 5, 5, 5),
    ("an ellipsis has weight two", "a\u2026", 3, 2, 2, 2),
    ("a bullet has weight two", "\u2022", 2, 1, 1, 1),
    ("primes", "5\u20326\u2033", 4, 4, 4, 4),
    ("a zero-width space", "a\u200bb", 3, 3, 3, 3),
    ("the euro sign", "\u20ac5", 3, 2, 2, 2),
    ("an isolate has weight two", "a \u2068b\u2069", 7, 5, 5, 5),
    ("a line break", "a\nb", 3, 3, 3, 3),
    ("copyright is no emoji without a selector", "\u00a9", 1, 1, 1, 1),
    ("copyright with a selector", "\u00a9\ufe0f", 2, 1, 1, 5),
    ("a digit is no emoji", "7", 1, 1, 1, 1),
    ("a keycap", "7\ufe0f\u20e3", 2, 1, 1, 7),
    ("an emoji", "\U0001f431", 2, 1, 1, 4),
    ("a blue heart", "\U0001f499", 2, 1, 1, 4),
    ("a red heart with a selector", "\u2764\ufe0f", 2, 1, 1, 6),
    ("a red heart as text", "\u2764", 2, 1, 1, 1),
    ("a smile from before emoji", "\u263a", 2, 1, 1, 1),
    ("an emoji asked to be text", "\u231a\ufe0e", 4, 1, 1, 1),
    ("skin", "\U0001f44d\U0001f3fd", 2, 1, 1, 8),
    ("a pointing hand with skin", "\u261d\U0001f3ff", 2, 1, 1, 7),
    ("a family of four", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", 2, 1, 1, 25),
    ("people who hold hands", "\U0001f469\U0001f3fd\u200d\U0001f91d\u200d\U0001f468\U0001f3ff", 2, 1, 1, 26),
    ("a woman who runs, selector left out", "\U0001f3c3\u200d\u2640", 2, 1, 1, 10),
    ("a woman who runs", "\U0001f3c3\u200d\u2640\ufe0f", 2, 1, 1, 13),
    ("a flag", "\U0001f1f8\U0001f1f0", 2, 1, 1, 8),
    ("two flags", "\U0001f1f8\U0001f1f0\U0001f1e8\U0001f1ff", 4, 2, 2, 16),
    ("the flag of Wales", "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", 2, 1, 1, 28),
    ("a rainbow flag", "\U0001f3f3\ufe0f\u200d\U0001f308", 2, 1, 1, 14),
    ("three emoji without spaces", "\U0001f499\U0001f499\U0001f499", 6, 3, 3, 12),
    ("letters, an emoji, an old smile", "H\U0001f431\u263a", 5, 3, 3, 6),
    ("a letter of an old script", "\U00010000", 2, 1, 1, 1),
    ("a link", "https://test.com", 23, 16, 23, 16),
    ("a link without security", "http://test.com", 23, 15, 23, 15),
    ("a link with a path", "https://www.unodc.org/unodc/blueheart/en/index.html", 23, 51, 23, 51),
    ("a link with a query", "https://a.org/?utm_source=x&utm_medium=social", 23, 45, 23, 45),
    ("a link with a port", "https://a.org:8080/b", 23, 20, 23, 20),
    ("a link with a fragment", "https://a.org/b#c", 23, 17, 23, 17),
    ("a link with brackets", "https://a.org/b_(c)", 23, 19, 23, 19),
    ("a link in capitals", "HTTPS://WWW.EXAMPLE.COM/A", 23, 25, 23, 25),
    ("a link and the end of its sentence", "See https://a.org/b.", 28, 20, 28, 20),
    ("a link in brackets", "(https://a.org/b)", 25, 17, 25, 17),
    ("a link and a comma", "https://a.org/b, then", 29, 21, 29, 21),
    ("a link and a question mark", "https://a.org?", 24, 14, 24, 14),
    ("a link in quotes", "\u201chttps://a.org/b\u201d", 25, 17, 25, 17),
    ("a link with letters of Cyrillic", "http://example.com/Русские_слова", 23, 32, 23, 32),
    ("a link and an emoji behind it", "https://a.org/b \U0001f499", 26, 17, 25, 20),
    ("a link and Chinese behind it", "https://a.org/b 人", 26, 17, 25, 17),
    ("two links", "https://test.com https://test.com", 47, 33, 47, 33),
    ("a domain without a scheme", "test.com", 23, 8, 8, 8),
    ("a domain and a path without a scheme", "unodc.org/blueheart", 23, 19, 19, 19),
    ("a country's domain with a subdomain", "foo.co.jp", 23, 9, 9, 9),
    ("a country's domain alone", "example.de", 23, 10, 10, 10),
    ("a country's domain with a path", "example.de/a", 23, 12, 12, 12),
    ("a domain of Colombia that all use", "t.co", 23, 4, 4, 4),
    ("no space behind a full stop, and a country's domain", "yes.No", 23, 6, 6, 6),
    ("links line by line", "https://a.org\nhttps://a.org/b\na.org/b\nit.so\nit.so/b", 119, 51, 69, 51),
    ("links without spaces beside Chinese", "人a.org人a.org/b人", 52, 15, 15, 15),
    ("no link: two words and no domain", "yes.Maybe", 9, 9, 9, 9),
    ("no link: the name of a file", "long.test.tar.bz2", 17, 17, 17, 17),
    ("no link: a mail address that begins like one", "john.doe.gov@a.org", 18, 18, 18, 18),
    ("no link: a dollar before it", "$a.org $https://a.org", 21, 21, 21, 21),
    ("no link: a number", "3.14", 4, 4, 4, 4),
    ("no link: half a scheme", "h ht http http:// end", 21, 21, 21, 21),
    ("no link: a mail address", "name@test.com", 13, 13, 13, 13),
    ("no link: a tag before it", "#test.com", 9, 9, 9, 9),
    ("three links, one without a scheme",
     "Test https://test.com test https://test.com test.com test", 86, 57, 71, 57),
    ("a hashtag", "#EndHumanTrafficking", 20, 20, 20, 20),
    ("a hashtag in Arabic", "#القلب_الأزرق", 13, 13, 13, 13),
    ("a mention", "@campaign", 9, 9, 9, 9),
    ("a mention with its server", "@campaign@social.example", 24, 24, 9, 24),
    ("a mention with its server and a full stop", "By @a@b.example.", 16, 16, 6, 16),
    ("a mention with dots", "@a.b-c@social.example", 21, 21, 6, 21),
    ("no mention: a mail address of two parts", "x@y@z.example", 13, 13, 13, 13),
    ("nothing", "", 0, 0, 0, 0),
    ("spaces", "   ", 3, 3, 3, 3),
]

NETWORKS = {"x": 2, "bluesky": 3, "mastodon": 4, "threads": 5}


def mixed(dice, column):
    """Some parts with spaces between them: a space ends every word, link and emoji."""
    # A half scheme or blanks would say something else in company.
    parts = [part for part in PARTS if part[1].strip() and "http:// end" not in part[1]]
    chosen = dice.sample(parts, dice.randint(3, 7))
    text = " ".join(part[1] for part in chosen)
    count = sum(part[column] for part in chosen) + len(chosen) - 1
    return {"what": " + ".join(part[0] for part in chosen), "text": text, "count": count}


for name, column in NETWORKS.items():
    cases = [{"what": part[0], "text": part[1], "count": part[column]} for part in PARTS]
    dice = random.Random(name)
    cases += [mixed(dice, column) for _ in range(40)]
    lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases)
    (FOLDER / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
