"""Each fault that a page could have is seen by a gate; the page as it was made has none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.gates import verdict
from tests.gates.conftest import Sample


def cut(pattern: str, by: str = "") -> Callable[[str], str]:
    """Replace what a pattern finds first."""

    def edit(source: str) -> str:
        return re.sub(pattern, by, source, count=1, flags=re.DOTALL)

    return edit


BROKEN = {
    "alt removed": (cut(r' role="img" aria-label="[^"]*"', ' role="img"'), "described as ''"),
    "fake alt": (
        cut(r' role="img" aria-label="[^"]*"', ' role="img" aria-label="image.png"'),
        "described as 'image.png'",
    ),
    "alt of another figure": (
        cut(r' role="img" aria-label="[^"]*"', ' role="img" aria-label="Een taart."'),
        "alt='Een taart.'",
    ),
    "language wrong": (cut('<html lang="nl">', '<html lang="en">'), "language: 'en'"),
    "column header demoted": (
        cut(r'<th scope="col"([^>]*)>Lengte</th>', r"<td\1>Lengte</td>"),
        "header: 'Totaal.*is missing",
    ),
    "row header demoted": (
        cut(r'<th scope="row">Rij 1</th>', "<td>Rij 1</td>"),
        "row: \\('', 'Rij 1'",
    ),
    "scope removed": (cut('<th scope="row">', "<th>"), "a header without scope"),
    "caption gone": (cut("<caption.*?</caption>"), "a table without a caption"),
    "row missing": (
        cut(r"<tr[^>]*>\s*<th scope=\"row\">Rij 7</th>.*?</tr>"),
        "'Rij 70', .* is mis",
    ),
    "number changed": (cut("<td([^>]*)>5%</td>", r"<td\1>6%</td>"), "'6%'"),
    "heading demoted": (
        cut(r"<h3 (id=\"hoofdstuk-kenmerken.*?)</h3>", r"<h4 \1</h4>"),
        "headings:",
    ),
    "level skipped": (
        cut(r"<h3 (id=\"hoofdstuk-kenmerken.*?)</h3>", r"<h5 \1</h5>"),
        "skips a lev",
    ),
    "heading without number": (
        cut(r'<span class="nr">2.2</span>(?=.*</main>)'),
        "headings:|contents",
    ),
    "second title": (cut("<h2 ", "<h1>Nog een</h1><h2 "), "not one h1"),
    "title missing": (cut("<title>.*?</title>"), "title: ''"),
    "dead link": (cut('href="#tabel-kenmerken-geslacht"', 'href="#weg"'), "#weg leads nowhere"),
    "link astray": (
        cut('href="#tabel-kenmerken-geslacht"', 'href="#tabel-resultaten-uitkomst"'),
        "link: too few to 'Tabel 2.2",
    ),
    "link lost": (
        cut(r'<a href="#tabel-kenmerken-geslacht"[^>]*>(.*?)</a>', r"\1"),
        "link: too few",
    ),
    "contents incomplete": (cut(r'<li><a href="#hoofdstuk-resultaten">.*?</li>'), "contents: "),
    "footnote lost": (cut(r'<li id="fn2".*?</li>'), "notes: .* is missing"),
    "sentence lost": (cut(r"Eerst iets over uitkomsten\."), "text: 'Eerst iets"),
    "order turned": (
        cut(r"(<p>Eerst iets.*?</p>)(.*?)(<figure class=\"citaat\")", r"\2\1\3"),
        "in another place",
    ),
    "id twice": (cut("<main ", '<p id="noten"></p><main '), "id 'noten' stands there twice"),
    "outside picture": (
        cut("<main ", '<img alt="Een huis" src="//example.org/x"><main '),
        "asks for",
    ),
    "outside font": (
        cut("</style>", "@font-face{src:url(https://example.org/f)}</style>"),
        "asks for",
    ),
    "outside script": (cut("</body>", '<script src="/s.js"></script></body>'), "asks for /s.js"),
    "no way to skip": (cut(r'<a class="sla-over".*?</a>'), "no link to skip"),
    "landmark lost": (cut("</?main", "<div"), "main landmark missing"),
}


def test_page_as_made_passes(sample: Sample) -> None:
    assert verdict.on_page(sample.wanted, sample.file("html")) == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken_page_is_seen(sample: Sample, name: str) -> None:
    edit, said = BROKEN[name]
    whole = sample.file("html").decode("utf-8")
    broken = edit(whole)
    assert broken != whole, "nothing was broken"
    faults = verdict.on_page(sample.wanted, broken.encode())
    assert re.search(said, "\n".join(faults)), faults
