"""The outline of a page, and what must hold for a page alone."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import lxml.html

from tests.gates.outline import Grid, Outline, Picture, paragraphs, words

_FILE_NAME = re.compile(r"\S+\.(png|svg|jpe?g|gif|pdf)$", re.IGNORECASE)
_LANDMARKS = ("header", "main", "footer")


def read_html(content: bytes) -> Outline:
    """Read a page as assistive technology does: from its elements and their attributes."""
    page = lxml.html.document_fromstring(content.decode("utf-8"))
    main = page.find(".//main") if page.find(".//main") is not None else page
    notes = page.xpath("//section[@role='doc-endnotes']")
    for section in notes:
        section.getparent().remove(section)
    levels = {"h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
    nav = [one for one in page.xpath("//nav//a") if one.get("href") != "#noten"]
    tables = page.xpath("//main//div[@class='tabel']//table[not(ancestor::details)]")
    return Outline(
        title=words(page.findtext(".//title") or ""),
        language=page.get("lang") or "",
        headings=tuple((levels[one.tag], words(_plain(one))) for one in main.iter(*levels)),
        contents=tuple(words(one.text_content()) for one in nav),
        tables=tuple(_grid(one, words(one.findtext("caption") or "")) for one in tables),
        pictures=tuple(_picture(one) for one in page.xpath("//figure[.//*[@role='img']]")),
        data=tuple(_grid(one) for one in page.xpath("//figure//details//table")),
        notes=tuple(words(_plain(one)) for section in notes for one in section.iter("li")),
        links=Counter(
            _named(page, link[1:])
            for one in [main, *notes]
            for link in one.xpath(
                ".//a[not(contains(@class, 'footnote') or @class = 'hier')]/@href"
            )
            if link.startswith("#")
        ),
        text=tuple(paragraphs(main)),
    )


def _named(page: lxml.html.HtmlElement, anchor: str) -> str:
    """Give the heading or the caption that stands at an anchor."""
    for place in page.xpath("//*[@id=$anchor]", anchor=anchor):
        named = place.xpath(".//caption | ./figcaption") or [place]
        return words(_plain(named[0]))
    return f"nothing at #{anchor}"


def _plain(element: lxml.html.HtmlElement) -> str:
    marks = element.xpath(".//a[contains(@class, 'footnote-')]")
    text = element.text_content()
    for mark in marks:
        text = text.replace(mark.text_content(), "", 1)
    return text


def _grid(table: lxml.html.HtmlElement, caption: str | None = None) -> Grid:
    """Read a table by its scopes: a header without one is no header."""
    named = table.xpath("string(caption)") if caption is not None else ""
    return Grid(
        words(named),
        tuple(words(cell.text_content()) for cell in table.xpath("thead//th[@scope='col']")),
        tuple(
            (
                words(row.xpath("string(th[@scope='row' or @scope='rowgroup'][1])")),
                *(words(cell.text_content()) for cell in row.iter("td")),
            )
            for row in table.xpath("tbody/tr")
        ),
    )


def _picture(figure: lxml.html.HtmlElement) -> Picture:
    (image,) = figure.xpath(".//*[@role='img']")
    return Picture(words(figure.xpath("string(figcaption)")), words(image.get("aria-label") or ""))


def html_faults(content: bytes) -> list[str]:
    """Say what is wrong with a page whatever it should hold."""
    source = content.decode("utf-8")
    page = lxml.html.document_fromstring(source)
    faults = [f"{one} landmark missing" for one in _LANDMARKS if len(list(page.iter(one))) != 1]
    faults += _headings(page) + _links(page) + _cells(page) + _outside(page, source)
    for image in page.xpath("//*[@role='img'] | //img"):
        alt = image.get("aria-label") or image.get("alt") or ""
        if not alt.strip() or _FILE_NAME.fullmatch(alt.strip()):
            faults.append(f"a picture is described as {alt!r}")
    return faults


def _headings(page: lxml.html.HtmlElement) -> list[str]:
    every = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    levels = [int(one.tag[1]) for one in every]
    faults = [] if levels[:1] == [1] and levels.count(1) == 1 else ["not one h1, first of all"]
    faults += [
        f"heading {words(one.text_content())!r} skips a level"
        for (before, level), one in zip(itertools.pairwise(levels), every[1:], strict=True)
        if level - before > 1
    ]
    return faults + ["an empty heading" for one in every if not words(one.text_content())]


def _links(page: lxml.html.HtmlElement) -> list[str]:
    ids = page.xpath("//@id")
    faults = [f"id {one!r} stands there twice" for one in sorted({*ids}) if ids.count(one) > 1]
    wanted = [link[1:] for link in page.xpath("//@*[local-name() = 'href']") if link[:1] == "#"]
    for name in ("aria-labelledby", "aria-describedby", "headers", "for"):
        wanted += [one for several in page.xpath(f"//@{name}") for one in several.split()]
    faults += [f"the link to #{one} leads nowhere" for one in wanted if one not in ids]
    first = page.xpath("(//body//a)[1]/@href")
    return faults + ([] if first == ["#tekst"] else ["no link to skip to the text"])


def _cells(page: lxml.html.HtmlElement) -> list[str]:
    faults = ["a header without scope" for one in page.iter("th") if not one.get("scope")]
    for table in page.iter("table"):
        if not table.xpath("thead//th[@scope='col']") or not table.xpath("tbody/tr/th"):
            faults.append("a table without headers")
        if table.find("caption") is None and not table.getparent().get("aria-label"):
            faults.append("a table without a caption")
    return faults


def _outside(page: lxml.html.HtmlElement, source: str) -> list[str]:
    """List what a page asks for: of others a reader may follow links, and nothing else."""
    asked = page.xpath("//@src | //@srcset | //@data | //@poster | //@action | //link/@href")
    asked += page.xpath(
        "//*[local-name() = 'use' or local-name() = 'image']/@*[contains(name(), 'href')]"
    )
    asked += re.findall(r"url\(\s*['\"]?([^)'\"]*)", source)
    asked += re.findall(r"@import\s+(\S+)", source)
    asked += re.findall(r"\b(?:fetch|import|XMLHttpRequest|EventSource|WebSocket)\s*\(", source)
    return [f"it asks for {one[:60]}" for one in asked if not one.startswith(("#", "data:"))]
