"""Text of strangers stays text in every place where it stands."""

import urllib.parse

SIGNS = ["<", ">", "&", '"', "'", "`", "=", "\r", "\n", "\t"]
MARKS = ["", "\u0301", "\u0338", "\u20dd", "\u064b", "\ufe0f", "\u200d"]
# Of every kind: of other scripts and classes, halves, one that takes width, a keycap, and marks of
# the planes above.
EVERY_MARK = MARKS + ["\u0489", "\u05b4", "\u0e38", "\u093f", "\u3099", "\ufe20", "\u20e3",
                      "\U0001d165", "\U000e0100"]
HOSTILE = "<img src=x onerror=hit()><b onx=1>"

# An attribute or an element that no page of ours has shows that text became markup.
STRAY = """
    const known = new Set(arguments[0]);
    return [...document.querySelectorAll('*')].flatMap(e =>
      [e.localName, ...[...e.attributes].map(a => '@' + a.name)])
      .filter(name => !known.has(name));"""
NAMES = """
    return [...new Set([...document.querySelectorAll('*')].flatMap(e =>
      [e.localName, ...[...e.attributes].map(a => '@' + a.name)]))];"""

# Reads a page as a browser does and tells what none of ours has, and where a text is not what was sent.
# Many pages a call: to go to each would take minutes.
READ = """
    const [known, places, done] = [new Set(arguments[0]), arguments[1], arguments[2]];
    const names = page => [...page.querySelectorAll('*')].flatMap(e =>
      [e.localName, ...[...e.attributes].map(a => '@' + a.name)]);
    (async () => {
      const found = [];
      for (const [path, selector, text] of places) {
        const answer = await fetch(path, {headers: {Accept: 'text/html'}});
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const stray = names(page).filter(name => known.size && !known.has(name));
        if (stray.length) found.push(`${path}: ${stray}`);
        if (!known.size) found.push(...names(page));
        if (!selector) continue;
        const shown = page.querySelector(selector);
        const value = shown?.getAttribute('value') ?? shown?.getAttribute('content');
        if (value !== text) found.push(`${path}: ${selector} is ${JSON.stringify(value)}`);
      }
      return [...new Set(found)];
    })().then(done, fault => done(['' + fault]));"""


def quoted(text):
    return urllib.parse.quote(text)


def known_names(browser, site):
    """What honest pages have, in every state that a stranger's text can bring about."""
    long = "N" * 200
    paths = ["/?template=supporter", "/?template=supporter&name=A", f"/?template=supporter&name={long}",
             "/?template=quote&quote=A&name=B", f"/?template=quote&quote={long}", "/nowhere",
             "/?template=event&date=x", "/s/blue-heart/supporter?name=A", "/frame"]
    browser.go(site.address + "/")
    return browser.driver.execute_async_script(READ, [], [[path, None, None] for path in paths])


def places(text):
    """Every place where a text from outside stands: taken, refused, kept for another language, on
    the shared page, in choices and names, and at addresses that lead nowhere."""
    q = quoted(text)
    refused = quoted((text + HOSTILE) * 5)
    yield f"/?template=supporter&name={q}", "#p-name", text
    yield f"/?template=supporter&name={refused}", "#p-name", (text + HOSTILE) * 5
    yield f"/?template=supporter&name={refused}", ".tongue input[name=name]", (text + HOSTILE) * 5
    yield f"/?template=quote&quote={refused}&name={q}&role={q}", "#p-name", text
    yield f"/?template=event&date={q}&place={q}&time={refused}", "#p-date", text
    yield f"/?template={q}&for={q}&lang={q}&theme={q}&{q}={q}", None, None
    yield f"/?template=joins&country={q}&theme={refused}", None, None
    yield f"/nowhere/{q}?{q}={q}", None, None
    yield f"/s/blue-heart/{q}?name={q}", None, None
    yield f"/frame?kit={q}&lang={q}", None, None


def foreign_text_stays_text(browser, site):
    known = known_names(browser, site)
    for sign in SIGNS:
        asked = [list(place) for mark in EVERY_MARK for place in places(sign + mark + "<b onx=1>" + sign)]
        found = browser.driver.execute_async_script(READ, known, asked)
        assert not found, f"{sign!r}: " + "\n".join(found[:5])
    card_words_stay_text(browser, site)


def card_words_stay_text(browser, site):
    """Text that the card takes stands in alt texts, captions, links and titles, too; the policy is
    off, so that nothing but the escaping keeps a script from running."""
    browser.command("Page.setBypassCSP", enabled=True)
    try:
        for sign in ["<", ">", "&", '"', "'", "`", "="]:
            name = sign + "\u0301<img src=x onerror=hit()>" + sign
            for path in (f"/?template=supporter&name={quoted(name)}",
                         f"/s/blue-heart/supporter?name={quoted(name)}"):
                browser.go(site.address + path)
                assert browser.run("return document.querySelector('[onerror]')") is None, path
                shown = browser.run(
                    "return document.getElementById('alt')?.textContent"
                    " ?? document.querySelector('#card img').alt")
                # A card may write its alt text in another form, and keeps every sign of it.
                assert name in shown, f"{path}: {shown!r}"
                assert not [e for e in browser.complaints() if "hit" in e], path
    finally:
        browser.command("Page.setBypassCSP", enabled=False)
