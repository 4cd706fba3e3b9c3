"""One headless Chromium, with what the checks ask of it."""

import base64
import os
import pathlib
import time

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import (
    NoSuchElementException, StaleElementReferenceException, WebDriverException)
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# Far more than a quiet machine needs: nothing here measures time.
WAIT_SECONDS = int(os.environ.get("WAIT_SECONDS", "60"))


def gives_way(error):
    """Whether an element was asked for while one page gave way to another.

    The driver has its own errors for that, but passes on the browser's when the page goes
    between its finding the element and its reading it.
    """
    return (isinstance(error, (NoSuchElementException, StaleElementReferenceException))
            or "does not belong to the document" in (error.msg or ""))


class Browser:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
                     "--hide-scrollbars", "--force-prefers-reduced-motion"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(WAIT_SECONDS)
        self.command("Browser.setDownloadBehavior",
                     behavior="allow", downloadPath=str(self.folder))
        self.command("Browser.grantPermissions",
                     permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        self.command("Emulation.setFocusEmulationEnabled", enabled=True)

    def command(self, name, **values):
        return self.driver.execute_cdp_cmd(name, values)

    def shape(self, width, scheme="light"):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=800,
                     deviceScaleFactor=1, mobile=width < 600)
        self.command("Emulation.setTouchEmulationEnabled", enabled=width < 600)
        self.command("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}])

    def scripts(self, are_on):
        self.command("Emulation.setScriptExecutionDisabled", value=not are_on)

    def go(self, address):
        self.driver.get(address)

    def run(self, code, *values):
        return self.driver.execute_script(code, *values)

    def wait(self, question, what):
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            try:
                found = question()
            except WebDriverException as error:
                if not gives_way(error):
                    raise
                found = None
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError(f"waited {WAIT_SECONDS} s for {what}")

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0])?.textContent ?? null",
                        selector)

    def click(self, selector):
        element = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).click().perform()

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def tab_to(self, selector, most=80):
        """Reaches an element as somebody without a mouse does."""
        for _ in range(most):
            if self.run("return document.activeElement?.matches(arguments[0])", selector):
                return
            self.press(Keys.TAB)
        raise AssertionError(f"no {selector} within {most} presses of the tabulator")

    def clipboard(self):
        return self.driver.execute_async_script(
            "navigator.clipboard.readText().then(arguments[0], e => arguments[0]('' + e))")

    def downloaded(self, name):
        file = self.folder / name
        self.wait(lambda: file.exists() and file.stat().st_size, f"the download {name}")
        return file

    def screenshot(self, name):
        size = self.command("Page.getLayoutMetrics")["cssContentSize"]
        picture = self.command("Page.captureScreenshot", captureBeyondViewport=True, clip={
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        (self.folder / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))

    def complaints(self):
        """What the console says, violations of the policy among it."""
        return [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING")
                # Our own reading of pixels, which nobody does who looks at the page.
                and "willReadFrequently" not in entry["message"]]

    def axe(self):
        self.run(AXE)
        found = self.driver.execute_async_script(
            "const done = arguments[0];"
            "axe.run({resultTypes: ['violations']}).then(r => done(r.violations), e => done('' + e))")
        assert isinstance(found, list), found
        return [f"{one['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
                for one in found for node in one["nodes"]]

    def small_targets(self):
        """What can be pressed and is less than 44 px wide or high (WCAG 2.2, 2.5.5)."""
        return self.run("""
            return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
              .filter(e => e.type !== 'hidden' && e.checkVisibility() && !e.matches('.skip'))
              .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
              .filter(([, box]) => Math.min(box.width, box.height) < 43.9)
              .map(([html, box]) => `${html} ${box.width}x${box.height}`)""")

    def moving(self):
        """What moves although somebody asked for less of it."""
        return self.run("""
            return [...document.querySelectorAll('*')].filter(e => {
              const style = getComputedStyle(e);
              return style.transitionDuration !== '0s' || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth';
            }).map(e => e.outerHTML.slice(0, 90))""")

    def unseen_focus(self):
        """What has the focus and does not show it by an outline, its own or its picture's."""
        return self.run("""
            const e = document.activeElement;
            const shown = [e, ...(e.matches('.pick input') ? e.parentElement.children : [])];
            const isSeen = shown.map(one => getComputedStyle(one)).some(style =>
              style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
              && style.opacity > 0);
            return isSeen ? null : e.outerHTML.slice(0, 120)""")

    def broken_words(self):
        """Words of headings and controls of which a part stands on the next line."""
        return self.run("""
            const words = [];
            for (const e of document.querySelectorAll('h1, h2, h3, legend, label, button, a')) {
              if (!e.checkVisibility()) continue;
              const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                for (const word of texts.currentNode.data.matchAll(/[^ \\n-]+/g)) {
                  const range = document.createRange();
                  range.setStart(texts.currentNode, word.index);
                  range.setEnd(texts.currentNode, word.index + word[0].length);
                  const tops = new Set([...range.getClientRects()].map(box => box.top));
                  if (tops.size > 1) words.push(word[0]);
                }
              }
            }
            return words""")

    def space_out(self):
        """Sets the text as far apart as people may ask for (WCAG 2.2, 1.4.12)."""
        self.run("""
            for (const e of document.querySelectorAll('*')) {
              Object.assign(e.style,
                {lineHeight: 1.5, letterSpacing: '0.12em', wordSpacing: '0.16em'});
            }""")

    def overflow(self):
        """How many px the page is wider than its window."""
        return self.run("const e = document.documentElement; return e.scrollWidth - e.clientWidth")

    def quit(self):
        self.driver.quit()
