"""What the page says and keeps when something goes wrong on the way."""

import contextlib
import time

from faulty_proxy import FaultyProxy
from site_under_test import rendered
from test_tasks import STRANGERS, settled

TROUBLE = "#trouble p"
PATH = "/?lang=en&template=supporter&name=Amina"


@contextlib.contextmanager
def behind_proxy(browser, site, path=PATH):
    proxy = FaultyProxy(site)
    try:
        browser.shape(360)
        browser.go(proxy.address + path)
        browser.wait(lambda: browser.run("return document.readyState") == "complete", "the page")
        yield proxy
    finally:
        proxy.stop()
        browser.complaints()  # the browser reports each failed request, too


def trouble(browser, words):
    browser.wait(lambda: words in (browser.text(TROUBLE) or ""), f"the sentence {words!r}")
    assert browser.find("#trouble").is_displayed() and browser.find("#try-again").is_displayed()


def no_trouble(browser):
    browser.wait(lambda: not browser.find("#trouble").is_displayed(), "the trouble to go")


def type_after(browser, text):
    browser.run("const e = document.getElementById('p-name'); e.focus();"
                "e.setSelectionRange(99, 99)")
    browser.press(text)


def typed(browser):
    return browser.find("#p-name").get_attribute("value")


def without_connection_page_and_text_stay(browser, site):
    """Tried again by itself, and on request."""
    with behind_proxy(browser, site) as proxy:
        proxy.fault(is_down=True)
        type_after(browser, "h")
        trouble(browser, "No connection")
        assert typed(browser) == "Aminah" and browser.driver.current_url.startswith(proxy.address)
        assert browser.find("#card .phone img").is_displayed(), "the card of before went"
        found = browser.axe() + browser.small_targets()
        assert not found, found
        browser.screenshot("no-connection")
        proxy.heal()
        settled(browser, "name=Aminah")
        no_trouble(browser)
        proxy.fault(is_down=True)
        type_after(browser, "t")
        trouble(browser, "No connection")
        proxy.heal()
        browser.click("#try-again")
        settled(browser, "name=Aminaht")
        no_trouble(browser)


def each_refusal_is_named(browser, site):
    """The sentence stays until the card is that of the form."""
    with behind_proxy(browser, site) as proxy:
        for number, (status, words) in enumerate([
                (429, "Too many requests"), (403, "refused"), (500, "our server"),
                (503, "Many cards are being made"), (200, "our server")]):
            proxy.fault(r"^/\?", status=status, body=b"<p>a proxy speaks",
                        headers={"Content-Type": "text/html", "Retry-After": "60"})
            type_after(browser, str(number))
            trouble(browser, words)
            time.sleep(5)  # longer than a passing message is shown
            trouble(browser, words)
            assert typed(browser).endswith(str(number))
            proxy.heal()
            browser.click("#try-again")
            settled(browser, f"name={typed(browser)}")
            no_trouble(browser)


def a_picture_that_fails_is_reported(browser, site):
    with behind_proxy(browser, site) as proxy:
        for status, words in [(503, "Many cards are being made"), (500, "our server")]:
            proxy.fault(r"/v1/cards/.*name=", status=status, headers={"Retry-After": "60"})
            type_after(browser, "h")
            trouble(browser, words)
            shown = browser.run("return document.querySelector('#card .phone img').naturalWidth")
            assert shown > 0, "a broken picture took the card's place"
            proxy.heal()
            browser.click("#try-again")
            settled(browser, f"name={typed(browser)}")
            no_trouble(browser)
        proxy.fault(r"/v1/cards/.*name=Zora", status=503)
        browser.go(f"{proxy.address}/?lang=en&template=supporter&name=Zora")
        trouble(browser, "picture")
        assert browser.overflow() == 0, f"{browser.overflow()} px wider without the picture"
        proxy.heal()
        browser.click("#try-again")
        no_trouble(browser)
        browser.wait(lambda: browser.run(
            "return document.querySelector('#card .phone img').naturalWidth"), "the picture")


def nothing_old_is_handed_out(browser, site):
    """What is pressed while a card is on its way waits for the new one."""
    with behind_proxy(browser, site) as proxy:
        for old in browser.folder.glob("*.png"):
            old.unlink()
        proxy.fault(r"^/\?", delay=1)
        browser.run("document.getElementById('p-name').select()")
        type_after(browser, "Zora")
        browser.run("document.getElementById('p-name').value = 'Zora'")
        browser.click("#download")
        file = browser.wait(lambda: next(iter(browser.folder.glob("*square*.png")), None),
                            "the download")
        ours = rendered("supporter", "en", "square", "png", {"name": "Zora", **STRANGERS},
                        browser.folder)
        browser.wait(lambda: file.stat().st_size >= len(ours), "the whole download")
        assert file.read_bytes() == ours, "the picture of the name before was handed out"
        type_after(browser, "n")
        browser.click("[data-copy=alt]")
        browser.wait(lambda: "Zoran" in browser.clipboard(), "the alt text of the new name")
        browser.run("window.open = (...all) => { window.opened = all; };"
                    "document.querySelector('.links a').addEventListener("
                    "'click', e => { window.left = true; e.preventDefault(); })")
        type_after(browser, "a")
        browser.click(".links a")
        assert browser.text("#say"), "a link with the name before was opened without a word"
        assert not browser.run("return window.left")
        settled(browser, "name=Zorana")


def a_download_that_fails_is_reported(browser, site):
    with behind_proxy(browser, site) as proxy:
        proxy.fault("/v1/drops/", status=503)
        browser.click("#all-sizes")
        trouble(browser, "Many cards are being made")
        proxy.fault("/v1/drops/", is_down=True)
        browser.click("#all-sizes")
        trouble(browser, "No connection")
        assert "started" not in (browser.text("#say") or "")


REFUSING = """
    navigator.clipboard.writeText = async () => { throw new DOMException('', 'NotAllowedError'); };
    Document.prototype.execCommand = () => false;
    navigator.canShare = () => true;
    navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); };"""


def refused_copies_and_shares_are_not_called_done(browser, site):
    script = browser.command("Page.addScriptToEvaluateOnNewDocument", source=REFUSING)
    try:
        browser.go(site.address + PATH)
        browser.click("[data-copy=alt]")
        browser.wait(lambda: browser.text("#say"), "a word on the copy")
        assert browser.text("#say").startswith("The text could not be copied"), browser.text("#say")
        assert browser.run("return String(getSelection())") == browser.text("#alt")
        browser.click("#share")
        browser.wait(lambda: "could not be shared" in browser.text("#say"), "a word on the sharing")
    finally:
        browser.command("Page.removeScriptToEvaluateOnNewDocument",
                        identifier=script["identifier"])


def the_fields_follow_a_template_chosen_while_typing(browser, site):
    with behind_proxy(browser, site) as proxy:
        proxy.fault(r"^/\?", delay=0.5)
        browser.run("document.querySelector('input[value=quote]').click()")
        type_after(browser, "h")
        settled(browser, "/quote/")
        browser.wait(lambda: browser.all("#p-quote"), "the fields of the quotation")
