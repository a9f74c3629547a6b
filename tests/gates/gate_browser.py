"""Every page in a browser: axe-core on wide and narrow screens, light and dark; nothing asked for.

Run by `make gates`; pytest finds this file only when it is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import Release
from tests.gates import tools
from tests.gates.conftest import Sample

# 640 is a wide screen at 200 %, 320 one at 400 % (WCAG 2.2, 1.4.4 and 1.4.10).
WIDTHS = (1280, 640, 320)
VIEWS = [(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
PUBLICATIONS = ("deelrapport", "factsheet", "nieuwsbericht", "samenvatting")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe cannot tell the colour behind text on a gradient, as at the sides of a table that scrolls, nor
# behind what is scrolled out of sight: colours are judged once more on a wide screen without.
COLOURS = ["color-contrast", "link-in-text-block"]
PLAIN = ".schuif { background: none !important }"

# Nor can it tell of a sign without letters, or of a raised number between two lines.
JUDGED_AGAIN = """rules =>
    axe.run({exclude: [[".footnote-back"], [".footnote-ref"]]}, {runOnly: rules})"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = tools.program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def faults(browser: Browser, page: Path, width: int, scheme: Any) -> list[str]:
    """Open a page, unfold it, and say what is wrong with it."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    try:
        tab = context.new_page()
        asked: list[str] = []
        told: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: told.append(message.text))
        tab.on("pageerror", lambda error: told.append(str(error)))
        tab.goto(page.as_uri(), wait_until="load")
        outside = [one for one in asked if one != page.as_uri() and not one.startswith("data:")]
        tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wider = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        tab.evaluate(tools.file(tools.AXE).read_text(encoding="utf-8"))
        result = tab.evaluate("tags => axe.run({runOnly: tags})", TAGS)
        tab.set_viewport_size({"width": WIDTHS[0], "height": 900})
        tab.add_style_tag(content=PLAIN)
        colours = tab.evaluate(JUDGED_AGAIN, COLOURS)
    finally:
        context.close()
    assert len(result["passes"]) > 20, "axe-core looked at next to nothing"
    found = [f"asks for {one[:60]}" for one in outside]
    found += [f"the browser says {one}" for one in told]
    found += [f"{wider} pixels wider than the screen"] if wider > 0 else []
    unsure = [rule for rule in result["incomplete"] if rule["id"] not in COLOURS]
    for rule in [*result["violations"], *unsure, *colours["violations"], *colours["incomplete"]]:
        found += [f"{rule['id']}: {node['html'][:90]}" for node in rule["nodes"][:3]]
    return found


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
@pytest.mark.parametrize("publication", PUBLICATIONS)
@pytest.mark.parametrize("study", ["almere", "nsw"])
def test_page_passes(
    browser: Browser,
    request: pytest.FixtureRequest,
    study: str,
    publication: str,
    width: int,
    scheme: str,
) -> None:
    release: Release = request.getfixturevalue(f"built_{study}")
    assert faults(browser, release.folder / f"{publication}.html", width, scheme) == []


def test_sample_passes(browser: Browser, sample: Sample) -> None:
    for width, scheme in VIEWS:
        assert faults(browser, sample.folder / "deelrapport.html", width, scheme) == []


STYLED = "</style></head>"
BROKEN = {
    "contrast too low": ("main p { color: #999 }", "", "light", "color-contrast"),
    "contrast too low in the dark": (
        "@media (prefers-color-scheme: dark) { main p { color: #555 } }",
        "",
        "dark",
        "color-contrast",
    ),
    "wider than a telephone": ("main p { min-width: 30rem }", "", "light", "wider than the screen"),
    "targets too small": (
        "nav a, nav li { display: block; font-size: 5px; line-height: 1; margin: 0; padding: 0 }",
        "",
        "light",
        "target-size",
    ),
    "picture without words": (
        "",
        '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>',
        "light",
        "image-alt",
    ),
    "asks for a picture": (
        "body { background: url(file:///nergens.png) }",
        "",
        "light",
        "asks for",
    ),
    "field without a name": ("", "<p><input></p>", "light", "label"),
    "script that fails": ("", "<script>nergens()</script>", "light", "the browser says"),
    "language of a part unknown": ("", '<p lang="xx-ditisgeentaal">x</p>', "light", "valid-lang"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_page_is_seen(browser: Browser, sample: Sample, tmp_path: Path, name: str) -> None:
    style, body, scheme, said = BROKEN[name]
    whole = sample.file("html").decode("utf-8")
    broken = whole.replace("</style>", f"{style}</style>", 1)
    broken = re.sub("(<main[^>]*>)", rf"\1{body}", broken, count=1)
    path = tmp_path / "page.html"
    path.write_text(broken, encoding="utf-8")
    found = faults(browser, path, 320, scheme)
    assert any(said in one for one in found), found
