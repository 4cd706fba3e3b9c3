"""What a supporter does on the page, with the mouse and with the keyboard alone."""

import html
import json
import pathlib
import re
import urllib.parse
import zipfile

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from site_under_test import Site, rendered

NAME = "Amina K."
# As the server fills in what a stranger says.
STRANGERS = {"maker": "supporter"}


def settled(browser, part):
    """Waits until the page shows a card whose address holds `part`."""
    browser.wait(lambda: browser.run(
        "return !document.documentElement.classList.contains('busy')"
        " && (document.querySelector('#card .phone img')?.getAttribute('src') ?? '')"
        ".includes(arguments[0])", part), f"a card with {part}")


def reach(browser, selector, with_keyboard):
    if with_keyboard:
        browser.tab_to(selector)
    else:
        browser.click(selector)


def press(browser, selector, with_keyboard):
    if with_keyboard:
        browser.tab_to(selector)
        browser.press(Keys.ENTER)
    else:
        browser.click(selector)


def choose_supporter(browser, with_keyboard):
    if not with_keyboard:
        return browser.click("input[value=supporter]")
    browser.tab_to("input[name=template]")
    for _ in range(4):
        browser.press(Keys.ARROW_DOWN)
        browser.wait(lambda: browser.run("return document.activeElement.checked"), "a choice")


def type_name(browser, with_keyboard):
    """The card follows; focus and caret stay where somebody types."""
    reach(browser, "#p-name", with_keyboard)
    browser.press(NAME)
    settled(browser, "name=Amina%20K.")
    browser.press(Keys.ARROW_LEFT, "x")
    settled(browser, "name=Amina%20Kx.")
    browser.press(Keys.BACKSPACE)
    settled(browser, "name=Amina%20K.")
    where = browser.run(
        "const e = document.activeElement; return [e.id, e.value, e.selectionStart]")
    assert where == ["p-name", NAME, len(NAME) - 1], where


def wrong_value_is_told(browser):
    browser.run("document.getElementById('p-name').setSelectionRange(99, 99)")
    browser.press("N" * 41)
    browser.wait(lambda: browser.find("#p-name").get_attribute("aria-invalid") == "true",
                 "the field to be marked")
    assert browser.text("#note-name .wrong"), "no message beside the field"
    assert browser.run("return document.activeElement.id") == "p-name"
    browser.press(*[Keys.BACKSPACE] * 41)
    browser.wait(lambda: browser.find("#p-name").get_attribute("aria-invalid") == "false",
                 "the field to be right again")
    settled(browser, "name=Amina%20K.")


def choose_size(browser, with_keyboard):
    if with_keyboard:
        browser.tab_to("#place")
    # The list itself is drawn by the system; choosing in it is the same event for both.
    Select(browser.find("#place")).select_by_value("whatsapp.wa")
    settled(browser, "/wa.")


def copy(browser, identifier, with_keyboard):
    press(browser, f"[data-copy={identifier}]", with_keyboard)
    browser.wait(lambda: browser.text("#say"), "the word that it was copied")
    shown = browser.text(f"#{identifier}")
    assert shown and browser.clipboard() == shown, f"{identifier}: {browser.clipboard()!r}"
    browser.run("document.getElementById('say').textContent = ''")


def download(browser, folder, language, with_keyboard):
    name = browser.find("#download").get_attribute("download")
    kind = name.rsplit(".", 1)[1]
    (folder / name).unlink(missing_ok=True)
    press(browser, "#download", with_keyboard)
    ours = rendered("supporter", language, "wa", kind, {"name": NAME, **STRANGERS}, folder)
    file = browser.downloaded(name)
    browser.wait(lambda: file.stat().st_size >= len(ours), "the whole download")
    assert file.read_bytes() == ours, f"{name} differs from the command line's card"


def links_are_right(browser):
    links = browser.run("return [...document.querySelectorAll('.links a')].map(e => e.href)")
    caption = browser.text("#caption")
    assert len(links) == 7, links
    for link in links:
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)
        said = " ".join(value for values in query.values() for value in values)
        assert "/s/blue-heart/supporter?" in said, link
        assert caption in said or any(
            name in link for name in ("facebook.com", "linkedin.com", "t.me")), link


def language_changes(browser, with_keyboard, language):
    other = "ar" if language == "en" else "en"
    if with_keyboard:
        browser.tab_to("#lang")
    Select(browser.find("#lang")).select_by_value(other)
    browser.wait(lambda: browser.run("return document.documentElement.lang") == other, other)
    settled(browser, f"lang={other}")
    kept = browser.run("return [document.getElementById('p-name')?.value,"
                       "document.getElementById('place').value]")
    assert kept == [NAME, "whatsapp.wa"], f"the language took the rest along: {kept}"


def every_task(browser, site):
    for width, language, with_keyboard in [
            (360, "en", False), (1280, "ar", False), (1280, "en", True), (360, "ar", True)]:
        browser.shape(width)
        browser.go(f"{site.address}/?lang={language}")
        choose_supporter(browser, with_keyboard)
        settled(browser, "/supporter/")
        type_name(browser, with_keyboard)
        wrong_value_is_told(browser)
        choose_size(browser, with_keyboard)
        download(browser, browser.folder, language, with_keyboard)
        copy(browser, "alt", with_keyboard)
        copy(browser, "caption", with_keyboard)
        links_are_right(browser)
        found = browser.axe() + browser.complaints()
        assert not found, "\n".join(found)
        language_changes(browser, with_keyboard, language)


def a_country_joins(browser, site):
    """A choice from a long list, made with the mouse and by typing its first letters."""
    for width, language, with_keyboard in [
            (360, "en", True), (1280, "ar", False), (1280, "en", False), (360, "ar", True)]:
        browser.shape(width)
        browser.go(f"{site.address}/?lang={language}&template=joins")
        assert not browser.all("#download"), "an example is handed out"
        assert browser.find("#p-country option[value=SK]").text != "SK"
        if with_keyboard:
            browser.tab_to("#p-country")
            browser.press(browser.find("#p-country option[value=SK]").text)
        else:
            Select(browser.find("#p-country")).select_by_value("SK")
        settled(browser, "country=SK")
        assert browser.find("#download").is_displayed()
        found = browser.axe() + browser.complaints()
        assert not found, "\n".join(found)


# Headless Chromium has no share sheet: this stands in for the phone's own, and keeps what it gets.
SHEET = """
    navigator.canShare = what => what.files?.every(file => file.type === 'image/png') ?? false;
    navigator.share = async what => { window.shared = what; };"""


def the_phone_gets_the_picture_and_its_words(browser, site):
    script = browser.command("Page.addScriptToEvaluateOnNewDocument", source=SHEET)
    try:
        for with_keyboard in (False, True):
            browser.go(f"{site.address}/?lang=en&template=supporter&name=Amina")
            press(browser, "#share", with_keyboard)
            browser.wait(lambda: browser.run("return window.shared?.text"), "the sheet")
            bytes_ = browser.driver.execute_async_script(
                "window.shared.files[0].arrayBuffer()"
                ".then(b => arguments[0]([...new Uint8Array(b)]))")
            ours = rendered("supporter", "en", "square", "png",
                            {"name": "Amina", **STRANGERS}, browser.folder)
            assert bytes(bytes_) == ours, "the sheet got another picture"
            assert browser.run("return window.shared.text") == browser.text("#caption")
            name = browser.run("return window.shared.files[0].name")
            assert name == browser.find("#download").get_attribute("download"), name
    finally:
        browser.command("Page.removeScriptToEvaluateOnNewDocument",
                        identifier=script["identifier"])


def mastodon_opens_where_people_are(browser, site):
    """A wrong name of a server is marked; a right one is opened, and kept only if asked."""
    for with_keyboard in (False, True):
        browser.go(f"{site.address}/?lang=en&template=supporter&name=Amina")
        browser.run("localStorage.clear(); window.open = (...all) => { window.opened = all; }")
        reach(browser, "#mastodon", with_keyboard)
        browser.press("no server")
        browser.press(Keys.ENTER)
        assert browser.find("#mastodon").get_attribute("aria-invalid") == "true"
        Select(browser.find("#place")).select_by_value("x.x")
        settled(browser, "/x.")
        kept = browser.find("#mastodon").get_attribute("value")
        assert kept == "no server", f"another size took the server along: {kept}"
        browser.find("#mastodon").send_keys("")
        assert browser.run("return document.activeElement.id") == "mastodon"
        browser.find("#mastodon").send_keys(Keys.CONTROL + "a")
        browser.press("https://social.example/@a")
        press(browser, "#mastodon-open", with_keyboard)
        address, _, features = browser.run("return window.opened")
        link = browser.run("return location.origin") + "/s/blue-heart/supporter?"
        start = "https://social.example/share?text="
        assert address.startswith(start) and features == "noopener", address
        posted = urllib.parse.unquote(address[len(start):])
        assert posted.startswith(f"{browser.text('#caption')}\n{link}"), posted
        assert browser.run("return localStorage.length") == 0, "the server was kept unasked"
        press(browser, "#remember", False)
        press(browser, "#mastodon-open", with_keyboard)
        browser.go(f"{site.address}/?lang=en&template=supporter&name=Amina")
        assert browser.find("#mastodon").get_attribute("value") == "social.example"


def counters_count_as_the_network_does(browser, site):
    """An emoji is two of X's characters and a link 23; the command line counts alike."""
    for network, place in [("x", "x.x"), ("bluesky", "bluesky.x"), ("instagram", "instagram.square")]:
        query = urllib.parse.urlencode({"template": "supporter", "name": "Amina", "for": place})
        browser.go(f"{site.address}/?lang=en&{query}")
        status, _, body = site.ask("/v1/cards/blue-heart/supporter/square.json?name=Amina&lang=en")
        captions = {one["network"]: one for one in json.loads(body)["captions"]}
        wanted = captions[network]
        assert status == 200 and browser.text("#caption") == wanted["text"], network
        shown = browser.text("#caption + .row .count")
        assert str(wanted["count"]) in re.findall(r"\d+", shown), f"{network}: {shown} {wanted}"


def all_sizes_come_together(browser, site):
    """Every picture in the archive is the command line's, and each has its words beside it."""
    for language, with_keyboard in [("en", False), ("ar", True)]:
        browser.go(f"{site.address}/?lang={language}&template=supporter&name=Amina")
        for old in browser.folder.glob("*.zip"):
            old.unlink()
        press(browser, "#all-sizes", with_keyboard)
        file = browser.wait(lambda: next(iter(browser.folder.glob("*.zip")), None), "the archive")
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            pictures = [n for n in names if n.endswith((".png", ".jpg", ".webp"))]
            assert len(pictures) > 10, names
            for place in ("square", "og"):
                name = next(n for n in pictures if pathlib.PurePath(n).stem.startswith(place))
                kind = name.rsplit(".", 1)[1]
                ours = rendered("supporter", language, place, kind, {"name": "Amina", **STRANGERS},
                                browser.folder)
                assert archive.read(name) == ours, f"{name} differs from the command line's card"
            for name in pictures:
                start = name.rsplit(".", 1)[0]
                assert any(n.startswith(start) and n.endswith(".txt") for n in names), name
        assert not browser.complaints()


def too_many_requests_are_told(browser, site):
    """The page stays and says so; what is no page does not take its place."""
    slow = Site(browser.folder, "--rate", "0.001", "--burst", "8")
    try:
        browser.go(f"{slow.address}/?lang=en&template=supporter")
        for _ in range(12):
            slow.ask("/")
        browser.click("#p-name")
        browser.press("A")
        browser.wait(lambda: browser.text("#trouble p"), "the word that there are too many")
        shown = browser.text("#trouble p")
        assert shown.startswith("Too many requests"), shown
        assert browser.all("#p-name") and browser.driver.current_url.startswith(slow.address)
        browser.go(f"{slow.address}/?lang=ar")
        assert browser.run("return document.documentElement.lang") == "ar"
        assert "429" not in browser.text("main") and browser.text("h1"), "no page for people"
        browser.complaints()  # the browser tells of the 429, too
    finally:
        slow.stop()


def without_script_every_task_is_done(browser, site):
    browser.scripts(False)
    try:
        for width, language, with_keyboard in [(360, "ar", True), (1280, "en", False)]:
            browser.shape(width)
            browser.go(f"{site.address}/?lang={language}")
            choose_supporter_by_form(browser, with_keyboard)
            reach(browser, "#p-name", with_keyboard)
            browser.press(NAME)
            Select(browser.find("#place")).select_by_value("whatsapp.wa")
            press(browser, "#form button.scriptless", with_keyboard)
            browser.wait(lambda: "name=Amina" in browser.driver.current_url, "the form to be sent")
            assert browser.text("#alt") and browser.text("#caption")
            assert not any(e.is_displayed() for e in browser.all(".scripted, .mini"))
            links_are_right(browser)
            download(browser, browser.folder, language, with_keyboard)
            other = "ar" if language == "en" else "en"
            Select(browser.find("#lang")).select_by_value(other)
            press(browser, ".tongue button", with_keyboard)
            browser.wait(lambda: f"lang={other}" in browser.driver.current_url, other)
            assert browser.find("#p-name").get_attribute("value") == NAME
            assert not browser.complaints()
    finally:
        browser.scripts(True)


def choose_supporter_by_form(browser, with_keyboard):
    """Without a script the form must be sent before its fields are those of another card."""
    if with_keyboard:
        browser.tab_to("input[name=template]")
        browser.press(*[Keys.ARROW_DOWN] * 4)
    else:
        browser.click("input[value=supporter]")
    press(browser, "#form button.scriptless", with_keyboard)
    browser.wait(lambda: browser.all("#p-name"), "the fields of the card")


def tags(page):
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}


def a_shared_link_shows_the_card(browser, site):
    """Behind a proxy the tags name the address that people know, whatever reaches the server."""
    public = "https://cards.example.org"
    behind = Site(browser.folder, "--site", public)
    try:
        for here, address in [(site, site.address), (behind, public)]:
            path = "/s/blue-heart/supporter?for=whatsapp.wa&lang=ar&name=Amina"
            status, headers, body = here.ask(path)
            found = tags(body.decode())
            assert status == 200 and found["og:url"] == address + path, found["og:url"]
            for name in ("og:title", "og:description", "og:site_name", "og:image:alt",
                         "twitter:image:alt", "twitter:card"):
                assert found.get(name), f"no {name} in {sorted(found)}"
            assert "Amina" in found["og:image:alt"]
            assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
            assert found["og:image"].startswith(address + "/v1/cards/"), found["og:image"]
            picture = here.read(found["og:image"].removeprefix(address))
            assert picture[1:4] == b"PNG" and found["og:image:type"] == "image/png"
            head = here.ask(path, "HEAD")
            assert head[0] == 200 and head[2] == b"", head
            assert head[1]["Content-Type"] == headers["Content-Type"]
            assert head[1]["Content-Length"] == headers["Content-Length"] == str(len(body))
    finally:
        behind.stop()
    browser.go(f"{site.address}/s/blue-heart/supporter?lang=en&name=Amina")
    browser.click("#card a.button")
    browser.wait(lambda: browser.all("#p-name"), "the page of the cards")
    assert browser.find("#p-name").get_attribute("value") == "", "the form has another's name"
    assert browser.find(".gallery input[value=supporter]").is_selected()


def pages_have_previews(browser, site):
    """Tags, canonical address, manifest and icons of the pages without anybody's text."""
    for path in ("/", "/frame", "/?template=supporter&name=Amina"):
        status, headers, body = site.ask(path, headers={"Accept-Language": "sk"})
        page = body.decode()
        found = tags(page)
        assert status == 200 and "Amina" not in " ".join(found.values()), found
        for name in ("description", "og:title", "og:description", "og:site_name", "og:url",
                     "twitter:card", "og:image:type"):
            assert found.get(name), f"no {name} on {path}"
        assert found["og:locale"] == "sk_SK", found["og:locale"]
        canonical = re.search(r'<link rel="canonical" href="([^"]+)">', page)[1]
        assert canonical == site.address + path.split("?")[0] + "?lang=sk", canonical
        picture = site.read(found["og:image"].removeprefix(site.address))
        assert picture[1:4] == b"PNG"
        is_personal = "name=" in path
        assert (headers["X-Robots-Tag"] == "noindex") is is_personal, path
        assert (found.get("robots") == "noindex") is is_personal, path
    manifest = json.loads(site.read("/manifest.webmanifest?lang=ar"))
    assert manifest["dir"] == "rtl" and manifest["start_url"] == "/?lang=ar"
    assert site.read(manifest["icons"][0]["src"]).startswith(b"<svg")
    assert site.ask("/favicon.ico")[0] == 200
    assert site.read("/robots.txt").startswith(b"User-agent: *\n")


def a_typed_name_leaves_no_trace(browser, site):
    """Not in the address bar; a reload and the way back find it again."""
    browser.shape(1280)
    browser.go(f"{site.address}/?lang=en&template=supporter&name=Zora")
    browser.wait(lambda: "Zora" not in browser.driver.current_url, "the name to leave the bar")
    reach(browser, "#p-name", False)
    browser.press(Keys.END, "n")
    settled(browser, "name=Zoran")
    assert "Zora" not in browser.driver.current_url, browser.driver.current_url
    browser.driver.refresh()
    settled(browser, "name=Zoran")
    assert browser.find("#p-name").get_attribute("value") == "Zoran"
    browser.click(".brand")
    browser.wait(lambda: not browser.all("#p-name"), "the first page")
    browser.driver.back()
    settled(browser, "name=Zoran")


def the_example_is_not_shared(browser, site):
    browser.go(f"{site.address}/?lang=en&template=supporter")
    assert browser.all("#alt") and not browser.all(".links a, #mastodon")


def screen_readers_hear_each_thing_once(browser, site):
    """Names without ornaments, steps as headings, and one announcement for a change."""
    browser.shape(1280)
    browser.go(f"{site.address}/?lang=en&template=supporter&name=Amina")
    nodes = browser.command("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in nodes if node["role"]["value"] == "radio"]
    assert "I wear the blue heart" in names, names
    headings = [node["name"]["value"] for node in nodes if node["role"]["value"] == "heading"]
    for step in ("1. Choose a card", "2. Make it yours", "3. Choose where it goes"):
        assert step in headings, headings
    browser.run("window.heardTexts = []; new MutationObserver(() => {"
                "const text = document.getElementById('heard').textContent;"
                "if (text) heardTexts.push(text) })"
                ".observe(document.getElementById('heard'), {childList: true})")
    reach(browser, "#p-name", False)
    browser.press("x")
    browser.wait(lambda: browser.run("return heardTexts.length"), "the announcement")
    browser.press("N" * 41)
    browser.wait(lambda: browser.run("return heardTexts.length") > 1, "the fault to be announced")
    heard = browser.run("return heardTexts")
    assert len(heard) == 2, heard
    assert heard[0] == "Your card has changed." and "characters" in heard[1], heard
    browser.go(f"{site.address}/?lang=en&template=supporter&name=Amina")
    browser.tab_to("#caption")
