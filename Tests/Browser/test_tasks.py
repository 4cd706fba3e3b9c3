"""What a supporter does on the page, with the mouse and with the keyboard alone."""

import urllib.parse

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from site_under_test import rendered

NAME = "Amina K."


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
    ours = rendered("supporter", language, "wa", kind, {"name": NAME}, folder)
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
        assert caption in said or "/s/blue-heart/supporter?" in said, link


def language_changes(browser, with_keyboard, language):
    other = "ar" if language == "en" else "en"
    if with_keyboard:
        browser.tab_to("#lang")
    Select(browser.find("#lang")).select_by_value(other)
    press(browser, ".tongue button", with_keyboard)
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


def without_script_the_form_makes_the_card(browser, site):
    browser.scripts(False)
    try:
        browser.go(f"{site.address}/?lang=en&template=supporter")
        browser.click("#p-name")
        browser.press(NAME, Keys.ENTER)
        browser.wait(lambda: "name=Amina" in browser.driver.current_url, "the form to be sent")
        assert browser.find("#download").is_displayed()
        assert browser.find("button.scriptless").is_displayed()
        assert not any(e.is_displayed() for e in browser.all(".scripted"))
    finally:
        browser.scripts(True)


def a_shared_link_shows_the_card(browser, site):
    browser.go(f"{site.address}/s/blue-heart/supporter?lang=ar&name=Amina&for=whatsapp.wa")
    tags = browser.run(
        "return Object.fromEntries([...document.querySelectorAll('meta[property], meta[name]')]"
        ".map(e => [e.getAttribute('property') ?? e.name, e.content]))")
    for name in ("og:title", "og:image", "og:image:alt", "og:url", "twitter:card"):
        assert tags.get(name), f"no {name} in {sorted(tags)}"
    assert tags["og:image"].startswith(site.address), tags["og:image"]
    path = tags["og:image"].removeprefix(site.address)
    assert site.read(path)[1:4] == b"PNG" or path.split("?")[0].endswith(".jpg")
