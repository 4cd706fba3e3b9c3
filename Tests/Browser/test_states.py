"""What holds in every state of every page: axe, console, policy, sizes."""

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


def every_state(browser, site):
    for language in LANGUAGES:
        for name, path in STATES.items():
            browser.go(site.address + path.format(language))
            for width, scheme in [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]:
                browser.shape(width, scheme)
                found = []
                if width == 360 or name in ("filled", "frame"):
                    found += browser.axe()
                found += browser.small_targets() + browser.complaints()
                assert not found, f"{name} {language} {width} {scheme}: " + "\n".join(found)
                assert browser.overflow() == 0, \
                    f"{name} {language} {width}: {browser.overflow()} px wider than its window"


def the_first_load_is_small(browser, site):
    """Everything but pictures, as sent; nothing is compressed on the way."""
    browser.go(site.address + "/?lang=ar&template=supporter")
    paths = browser.run(
        "return [...document.querySelectorAll('script[src], link[rel]')]"
        ".map(e => new URL(e.src || e.href)).map(u => u.pathname + u.search)")
    total = sum(len(site.read(path)) for path in ["/?lang=ar&template=supporter", *paths])
    assert total < FIRST_LOAD_BYTES, f"the first load takes {total} bytes"


def pictures_below_wait_until_they_are_near(browser, site):
    browser.go(site.address + "/?lang=en")
    eager = browser.run("return document.querySelectorAll('.gallery img:not([loading=lazy])').length")
    assert eager == 0, f"{eager} pictures of the gallery load at once"
