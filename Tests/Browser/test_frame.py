"""Frame my photo: chosen, moved, zoomed and saved on the device."""

import subprocess

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.actions.wheel_input import ScrollOrigin

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
    assert alpha == 255, f"clear at {point}"
    return "red" if red > green else "green"


def choose(browser, site, language):
    browser.go(f"{site.address}/frame?lang={language}")
    browser.find("#photo").send_keys(str(photograph(browser.folder)))
    browser.wait(lambda: browser.find("#save").is_enabled(), "the photo to be read")
    browser.wait(lambda: browser.run(PIXEL, 540, 20)[2] > 100, "the frame to be drawn")
    assert color(browser) == "red"


def with_mouse(browser):
    board = browser.find("#board")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", board)
    ActionChains(browser.driver).drag_and_drop_by_offset(board, -60, 0).perform()
    assert color(browser) == "green", "dragging to the left shows the right half"
    ActionChains(browser.driver).scroll_from_origin(
        ScrollOrigin.from_element(board), 0, -300).perform()
    browser.wait(lambda: float(browser.find("#zoom").get_attribute("value")) > 1.3, "the zoom")


def with_keyboard(browser):
    browser.tab_to("#zoom")
    browser.press(*[Keys.ARROW_UP] * 20)
    assert float(browser.find("#zoom").get_attribute("value")) > 1.1
    browser.tab_to("[data-move=left]")
    browser.press(*[Keys.ENTER] * 3)
    assert color(browser) == "green", "three steps to the left show the right half"


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
    for width, language, keyboard in [
            (360, "en", False), (1280, "ar", False), (1280, "en", True), (360, "ar", True)]:
        browser.shape(width)
        choose(browser, site, language)
        with_keyboard(browser) if keyboard else with_mouse(browser)
        save(browser, keyboard)
        found = browser.axe() + browser.complaints()
        assert not found, "\n".join(found)
