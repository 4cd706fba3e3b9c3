"""Frame my photo: chosen, moved, zoomed and saved on the device."""

import subprocess

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin

from site_under_test import rendered

# The canvas's middle shows the photograph, its corner the frame.
PIXEL = """
    const [x, y] = arguments;
    return [...document.getElementById('board').getContext('2d').getImageData(x, y, 1, 1).data]"""
MIDDLE = (500, 500)


def photograph(folder):
    """Left half red, right half green, twice as wide as high."""
    file = folder / "photo.png"
    subprocess.run(["/usr/bin/convert", "-size", "400x400", "xc:#ff0000", "xc:#00ff00", "+append",
                    str(file)], check=True)
    return file


def color(browser, point=MIDDLE):
    red, green, _, alpha = browser.run(PIXEL, *point)
    return "clear" if alpha < 255 else "red" if red > green else "green"


def choose(browser, site, language):
    browser.go(f"{site.address}/frame?lang={language}")
    browser.find("#photo").send_keys(str(photograph(browser.folder)))
    browser.wait(lambda: browser.find("#save").is_enabled(), "the photo to be read")
    browser.wait(lambda: browser.run(PIXEL, 540, 20)[2] > 100, "the frame to be drawn")
    browser.wait(lambda: color(browser) == "red", "the photo to be drawn")


def with_mouse(browser):
    board = browser.find("#board")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", board)
    ActionChains(browser.driver).drag_and_drop_by_offset(board, -60, 0).perform()
    browser.wait(lambda: color(browser) == "green", "dragging to the left to show the right half")
    ActionChains(browser.driver).scroll_from_origin(
        ScrollOrigin.from_element(board), 0, -300).perform()
    browser.wait(lambda: float(browser.find("#zoom").get_attribute("value")) > 1.3, "the zoom")


def with_keyboard(browser):
    browser.tab_to("#zoom")
    browser.press(*[Keys.ARROW_UP] * 20)
    browser.wait(lambda: float(browser.find("#zoom").get_attribute("value")) > 1.1, "the zoom")
    browser.tab_to("[data-move=left]")
    browser.press(*[Keys.ENTER] * 3)
    browser.wait(lambda: color(browser) == "green", "three steps to the left to show the right half")


def with_fingers(browser):
    """One finger moves, two zoom."""
    box = browser.run("document.getElementById('board').scrollIntoView({block: 'center'});"
                      "const b = document.getElementById('board').getBoundingClientRect();"
                      "return [b.x + b.width / 2, b.y + b.height / 2]")

    def touch(kind, *points):
        browser.command("Input.dispatchTouchEvent", type=kind, touchPoints=[
            {"x": box[0] + x, "y": box[1] + y, "id": number}
            for number, (x, y) in enumerate(points)])

    touch("touchStart", (0, 0))
    for step in range(1, 7):
        touch("touchMove", (-10 * step, 0))
    touch("touchEnd")
    browser.wait(lambda: color(browser) == "green", "a finger to the left to show the right half")
    touch("touchStart", (-20, 0), (20, 0))
    for step in range(1, 5):
        touch("touchMove", (-20 - 5 * step, 0), (20 + 5 * step, 0))
    touch("touchEnd")
    browser.wait(lambda: float(browser.find("#zoom").get_attribute("value")) > 1.5, "the zoom")


def other_frame(browser, with_key):
    """The heart hides what the ring shows, and the photo keeps its place."""
    side = (150, 540)
    browser.wait(lambda: browser.run(PIXEL, *side)[2] < 100, "the photo inside the ring")
    if with_key:
        browser.tab_to("input[name=frame]")
        browser.press(Keys.ARROW_DOWN)
    else:
        browser.click("input[name=frame]:not(:checked)")
    browser.wait(lambda: browser.run(PIXEL, *side)[2] > 80, "the heart to be drawn")


def save(browser, with_key):
    name = browser.find("#save").get_attribute("data-name")
    (browser.folder / name).unlink(missing_ok=True)
    if with_key:
        browser.tab_to("#save")
        browser.press(Keys.ENTER)
    else:
        browser.click("#save")
    file = browser.downloaded(name)
    browser.wait(lambda: browser.text("#say"), "the word that it was saved")
    shown = subprocess.run(
        ["/usr/bin/convert", str(file), "-format", "%w %h %[pixel:p{500,500}]", "info:"],
        capture_output=True, text=True, check=True).stdout
    assert shown.startswith("1080 1080"), shown
    wanted = browser.run(PIXEL, *MIDDLE)[:3]
    raw = subprocess.run(
        ["/usr/bin/convert", str(file), "-crop", "1x1+500+500", "-depth", "8", "rgb:-"],
        capture_output=True, check=True).stdout
    assert list(raw) == wanted, f"{list(raw)} was saved, {wanted} shown"


def a_photo_is_framed_on_the_device(browser, site):
    for width, language, way in [
            (360, "en", with_mouse), (1280, "ar", with_mouse), (1280, "en", with_keyboard),
            (360, "ar", with_keyboard), (360, "ar", with_fingers)]:
        browser.shape(width)
        choose(browser, site, language)
        keyboard = way is with_keyboard
        if language == "ar":
            other_frame(browser, keyboard)
        way(browser)
        save(browser, keyboard)
        found = browser.axe() + browser.complaints()
        assert not found, "\n".join(found)


def without_script_the_photo_is_sent(browser, site):
    """The same card as the command line's; and a file that is no picture gets a page that says so."""
    photo = photograph(browser.folder)
    wrong = browser.folder / "text.png"
    wrong.write_text("no picture")
    browser.scripts(False)
    try:
        for width, language, with_key in [(360, "ar", True), (1280, "en", False)]:
            browser.shape(width)
            browser.go(f"{site.address}/frame?lang={language}")
            assert not any(e.is_displayed() for e in browser.all(".scripted"))
            found = browser.small_targets() + browser.complaints()
            assert not found, found
            browser.find("input[type=file][name=photo]").send_keys(str(photo))
            for old in browser.folder.glob("*avatar*.png"):
                old.unlink()
            if with_key:
                browser.tab_to("input[name=shape]")
                browser.press(Keys.ARROW_DOWN)
                browser.tab_to(".upload button")
                browser.press(Keys.ENTER)
            else:
                browser.click("input[name=shape][value=heart]")
                browser.click(".upload button")
            file = browser.wait(
                lambda: next(iter(browser.folder.glob("*avatar*.png")), None), "the framed photo")
            ours = rendered("frame", language, "avatar", "png",
                            {"photo": str(photo), "shape": "heart"}, browser.folder)
            browser.wait(lambda: file.stat().st_size >= len(ours), "the whole download")
            assert file.read_bytes() == ours, "the command line frames it otherwise"
        browser.find("input[type=file][name=photo]").send_keys(str(wrong))
        browser.click(".upload button")
        browser.wait(lambda: "PNG, JPEG" in (browser.find("h1").text), "the word on the file")
        browser.complaints()  # the browser tells of the 422, too
    finally:
        browser.scripts(True)


def bad_photos(folder):
    """Files by name, with a word of the sentence on each."""
    whole = folder / "whole.jpg"
    subprocess.run(["/usr/bin/convert", "-size", "400x300", "plasma:", str(whole)], check=True)
    png = photograph(folder).read_bytes()
    contents = {
        "cut.jpg": (whole.read_bytes()[:-whole.stat().st_size // 2], "incomplete"),
        "cut.png": (png[:-30], "incomplete"),
        "phone.heic": (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        "scan.tif": (b"II*\0" + bytes(40), "TIFF"),
        "drawing.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        "text.png": (b"no picture", "not a picture"),
        "empty.jpg": (b"", "incomplete"),
    }
    for name, (content, word) in contents.items():
        (folder / name).write_bytes(content)
        yield folder / name, word


def framing_ends_in_sharing(browser, site):
    """The profile frame leads to framing; caption, links and next step follow."""
    browser.shape(360)
    browser.go(f"{site.address}/?lang=en&template=frame")
    browser.click("#card a[href^='/frame']")
    browser.wait(lambda: browser.all("#photo"), "the page of framing")
    browser.find("#photo").send_keys(str(photograph(browser.folder)))
    browser.wait(lambda: browser.find("#save").is_enabled(), "the photo to be read")
    browser.click("[data-copy=caption]")
    browser.wait(lambda: browser.text("#say") == "Copied.", "the copy")
    assert browser.clipboard() == browser.text("#caption")
    assert len(browser.all(".links a")) == 7
    browser.click("[data-move=up]")
    browser.wait(lambda: "further" in browser.text("#say"), "the word on the edge")
    browser.click("[data-move=left]")
    browser.click("[data-move=left]")
    browser.wait(lambda: color(browser) == "green", "the move")
    browser.click("#reset")
    browser.wait(lambda: color(browser) == "red", "the photo back in the middle")
    found = browser.axe() + browser.small_targets() + browser.complaints()
    assert not found, found
    browser.click(".words a[href^='/?']")
    browser.wait(lambda: browser.all("#form"), "the page of the cards")


def a_photo_that_cannot_be_read_is_named(browser, site):
    """The photo of before stays, and the page says so; nothing is saved without a photo."""
    browser.shape(360)
    for has_photo in (False, True):
        browser.go(f"{site.address}/frame?lang=en")
        if has_photo:
            choose(browser, site, "en")
        for file, word in bad_photos(browser.folder):
            browser.find("#photo").send_keys(str(file))
            shown = browser.wait(
                lambda: file.name in (browser.text("#photo-wrong") or "")
                and browser.text("#photo-wrong"), f"a sentence on {file.name}")
            assert word in shown, f"{file.name}: {shown}"
            assert ("earlier photo" in shown) is has_photo, shown
            assert browser.find("#photo").get_attribute("aria-invalid") == "true"
            assert browser.find("#save").is_enabled() is has_photo
            if has_photo:
                assert color(browser) == "red", "the photo of before went"
        found = browser.axe() + browser.small_targets() + browser.complaints()
        assert not found, found
    browser.find("#photo").send_keys(str(photograph(browser.folder)))
    browser.wait(lambda: not browser.text("#photo-wrong"), "the sentence to go")
    assert browser.find("#photo").get_attribute("aria-invalid") == "false"
