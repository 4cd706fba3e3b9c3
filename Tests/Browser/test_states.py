"""What holds in every state of every page: axe, console, policy, sizes."""

from selenium.webdriver.common.keys import Keys

LONG = "N" * 41

STATES = {
    "example": "/?lang={}&template=supporter",
    "filled": "/?lang={}&template=supporter&name=Amina",
    "wrong": "/?lang={}&template=supporter&name=" + LONG,
    "circle": "/?lang={}&template=frame&for=facebook.avatar",
    "header": "/?lang={}&template=banner&for=x.x-header",
    "frame": "/frame?lang={}",
    "share": "/s/blue-heart/supporter?lang={}&name=Amina",
}
LANGUAGES = ["en", "ar"]
FIRST_LOAD_BYTES = 60_000


# Scripts with letters higher, wider or without spaces are looked at in two states.
OTHER_LANGUAGES = ["zh-Hans", "am", "th", "el"]


def every_state(browser, site):
    wanted = [(language, name) for language in LANGUAGES for name in STATES]
    wanted += [(language, name) for language in OTHER_LANGUAGES for name in ("wrong", "frame")]
    for language, name in wanted:
        browser.go(site.address + STATES[name].format(language))
        for width, scheme in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
            browser.shape(width, scheme)
            found = browser.small_targets() + browser.complaints() + browser.moving()
            if width == 360 or name in ("filled", "frame", "share"):
                found += browser.axe()
            assert not found, f"{name} {language} {width} {scheme}: " + "\n".join(found)
            assert browser.overflow() == 0, \
                f"{name} {language} {width}: {browser.overflow()} px wider than its window"


def words_are_whole_on_the_smallest_screen(browser, site):
    """320 px are what is left at four times the size (WCAG 2.2, 1.4.10)."""
    for language in ["en", "ru", "de", "ka", "ar"]:
        for name in ("filled", "frame", "share"):
            browser.shape(320)
            browser.go(site.address + STATES[name].format(language))
            broken = browser.broken_words()
            assert not broken, f"{name} {language}: {broken}"
            browser.space_out()
            assert browser.overflow() == 0, f"{name} {language}: too wide when spaced out"


def a_dead_link_leads_home(browser, site):
    """People see a page, with the right status; programs get problem+json."""
    for path in ("/nowhere", "/s/blue-heart/none", "/s/blue-heart/supporter/more"):
        status, headers, _ = site.ask(path)
        assert status == 404 and headers["Content-Type"].startswith("text/html"), path
        status, headers, _ = site.ask(path, headers={"Accept": "*/*"})
        assert status == 404 and headers["Content-Type"] == "application/problem+json", path
    browser.shape(360)
    browser.go(site.address + "/nowhere")
    assert browser.text("h1") == "There is nothing at this address."
    found = browser.axe() + browser.small_targets()
    assert not found, found
    browser.complaints()  # the browser tells of the 404, too
    browser.click("#card a")
    browser.wait(lambda: browser.all("#form"), "the page of the cards")


def the_focus_is_seen_everywhere(browser, site):
    for path, stops in [(STATES["filled"], 18), (STATES["frame"], 4), (STATES["share"], 4)]:
        browser.shape(360)
        browser.go(site.address + path.format("en"))
        seen = set()
        for _ in range(80):
            browser.press(Keys.TAB)
            here = browser.run("const e = document.activeElement;"
                               "return e === document.body ? null : e.outerHTML.slice(0, 200)")
            if here is None or here in seen:
                break
            seen.add(here)
            unseen = browser.unseen_focus()
            assert unseen is None, f"no outline in {path}: {unseen}"
        assert len(seen) >= stops, f"{path}: {len(seen)} stops of the tabulator"


def the_first_load_is_small(browser, site):
    """Everything but pictures, as sent; nothing is compressed on the way."""
    browser.go(site.address + "/?lang=ar&template=supporter")
    paths = browser.run(
        "return [...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon]')]"
        ".map(e => new URL(e.src || e.href)).map(u => u.pathname + u.search)")
    total = sum(len(site.read(path)) for path in ["/?lang=ar&template=supporter", *paths])
    assert total < FIRST_LOAD_BYTES, f"the first load takes {total} bytes"


def pictures_below_wait_until_they_are_near(browser, site):
    browser.go(site.address + "/?lang=en")
    eager = browser.run("return document.querySelectorAll('.gallery img:not([loading=lazy])').length")
    assert eager == 0, f"{eager} pictures of the gallery load at once"
