"""Prose that means harm, or only slips: it ends in a fault, soon, and never in the page."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.builds.publish import publish
from report45.chapters.executed import DISPLAY_MIME, chapter_of, read_chapters
from report45.errors import NarrativeError, Place
from report45.prose.narrative import Narrator
from report45.prose.sandbox import LONGEST, STEPS
from report45.study.letters import UNFIT
from tests.book import fixtures as made

SOON = 5.0
"""Seconds; each of these took for ever, or all memory, before it was mended."""


@pytest.fixture(scope="module")
def narrator() -> Narrator:
    own = chapter_of(made.kenmerken(), "kenmerken.ipynb")
    tree = {f"t{n}.md": f"{{% include 't{n + 1}.md' ignore missing %}}" * 2 for n in range(40)}
    texts = tree | {"zelf.md": "{% include 'zelf.md' %}"}
    return Narrator(replace(own, texts=texts), [own], [own])


def doubled(step: str, times: int = 40) -> str:
    return "{% set a = 'heeft xxxxxxxxxx' %}" + step * times + "x"


def loops(over: str, depth: int) -> str:
    return "".join(f"{{% for a{n} in {over} %}}" for n in range(depth)) + "{% endfor %}" * depth


MACROS = "{% macro m30() %}{% endmacro %}" + "".join(
    f"{{% macro m{n}() %}}{{{{ m{n + 1}() }}}}{{{{ m{n + 1}() }}}}{{% endmacro %}}"
    for n in range(29, -1, -1)
)


@pytest.mark.parametrize(
    ("prose", "why"),
    [
        (loops("kenmerken", 16), "10000 steps"),
        (loops("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", 11), "10000 steps"),
        (loops("'abcdefghij'", 11), "10000 steps"),
        (MACROS + "{{ m0() }}", "10000 steps"),
        ("{% include 't0.md' %}", "10000 steps"),
        ("{% include 'zelf.md' %}", "recursion"),
        (doubled("{% set a = a ~ a %}"), "200000 characters"),
        (doubled("{% set a %}{{ a }}{{ a }}{% endset %}"), "200000 characters"),
        (doubled("{% set a = [a, a, a, a] | join %}"), "200000 characters"),
        (doubled("{% set a = [a, a, a, a] | lijst %}"), "200000 characters"),
        (doubled("{% set a = a | voeg_in(a) %}"), "200000 characters"),
        (doubled("{% set a = [a, a] %}") + "{{ a }}", "cannot hold a list"),
        (doubled("{% set a = (a, a) %}") + "{{ [a] | join }}", "cannot hold a list"),
        (doubled("{% set a = {'a': a, 'b': a} %}"), "prose knows no dict"),
        (loops("[1]", 30), "too many statically nested blocks"),
        ("{% if true %}" * 200 + "{% endif %}" * 200, "too many levels"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "too deeply nested"),
        ("{{" * 30_000, "too deeply nested"),
        ("{% " * 30_000, "tag name expected"),
    ],
)
def test_what_would_not_end_is_stopped(narrator: Narrator, prose: str, why: str) -> None:
    began = time.monotonic()
    markdown, faults = narrator.render(prose, Place("w"))
    assert markdown == ""
    assert why in str(faults[0])
    assert time.monotonic() - began < SOON


@pytest.mark.parametrize(
    ("prose", "why"),
    [
        ("{% autoescape false %}{{ '<b>' }}{% endautoescape %}", "prose knows no"),
        ("{% extends 'zelf.md' %}", "prose knows no extends"),
        ("{% import 't0.md' as t %}{{ t }}", "prose knows no import"),
        ("{% block a %}x{% endblock %}", "prose knows no block"),
        ("{% filter hoofdletter %}x{% endfilter %}", "prose knows no filterblock"),
        ("{% set studie.titel = 'x' %}", "prose knows no nsref"),
        ("{{ 'abc'[0:2] }}", "prose knows no slice"),
        ("{{ 'x'.upper }}", "this is no text"),
        ("{{ self }}", "this is no text"),
        ("{% for a in kenmerken %}{{ loop }}{% endfor %}", "this is no text"),
        ("{{ 5 is divisibleby(0) }}", "there is no test"),
        ("{{ 1e999 }}", "inf"),
        ("{{ caller() }}", "there is no caller"),
        ("een \x1b teken", "control character"),
        ("een \ud800 teken", "control character"),
    ],
)
def test_prose_has_no_other_language(narrator: Narrator, prose: str, why: str) -> None:
    markdown, faults = narrator.render(prose, Place("w"))
    assert markdown == ""
    assert why in str(faults[0])


WORDS = (
    *(
        "kenmerken",
        "kenmerken.geslacht",
        ".vrouw.totaal",
        "['vrouw']",
        "ref",
        "toon",
        "studie",
        "a",
    ),
    *("(", ")", "[", "]", "'x'", "1", "2.5", "none", "true", ",", "~", "+", "-", "==", "<", "in"),
    *("is defined", "not", "and", "if", "else", "|breuk", "|aantal", "|aantal('a','b')", "|join"),
    *(
        "|first",
        "|list",
        "|length",
        "|default(1)",
        "|lijst",
        "|voeg_in(a)",
        ".__class__",
        "=",
        "**",
    ),
)
EXPRESSIONS = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
PIECES = st.one_of(
    EXPRESSIONS.map("{{{{ {} }}}}".format),
    EXPRESSIONS.map("{{% if {} %}}x{{% endif %}}".format),
    EXPRESSIONS.map("{{% for a in {} %}}{{{{ a }}}}{{% endfor %}}".format),
    EXPRESSIONS.map("{{% set a = {} %}}".format),
    EXPRESSIONS.map("{{% include {} %}}".format),
    EXPRESSIONS.map("{{% macro m(a) %}}{{{{ {} }}}}{{% endmacro %}}{{{{ m(1) }}}}".format),
    st.sampled_from(("{{", "}}", "{%", "%}", "{#", "<script>", "::: kader", "<!-- vrij -->", "\n")),
    st.text(max_size=5),
)


@given(st.lists(PIECES, max_size=4).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_prose_gives_text_or_a_fault(narrator: Narrator, prose: str) -> None:
    markdown, faults = narrator.render(prose, Place("w"))
    assert not (markdown and faults)
    assert len(markdown) <= LONGEST


def test_a_long_chapter_is_within_the_limits(narrator: Narrator) -> None:
    """What is refused is far from what prose needs."""
    prose = "{% for a in kenmerken %}{{ a }} {% endfor %}" * (STEPS // 8)
    markdown, faults = narrator.render(prose, Place("w"))
    assert not faults
    assert len(markdown) > 10_000


def test_what_data_holds_stays_text_in_every_format(tmp_path: Path) -> None:
    """Titles, labels, captions, quotations, stories: as a study or a case file may have them."""
    nasty = f"{made.NASTY} [x](javascript:alert(1)) <img src=x onerror=alert(1)> \x00\ue000"
    meta = {name: nasty for name in made.META if name != "date" and name != "terms"}
    about = {"meta": made.META | meta | {"terms": dict.fromkeys(made.META["terms"], nasty)}}
    quote = {"kind": "quote", "name": "q", "chapter": "inleiding", "text": nasty, "role": nasty}
    figure = made.figure("inleiding", "f", caption=nasty, alt=nasty, notes=[nasty], source=nasty)
    table = figure[DISPLAY_MIME]["table"]
    table["columns"][1]["label"] = table["rows"][0]["header"] = table["rows"][0]["cells"][0] = nasty
    prose = "## {{ inleiding.eng }}\n\n{{ inleiding.eng }} {{ studie.termen.programma }}"
    chapter = made.chapter(
        "inleiding",
        made.facts("inleiding", eng=made.Text(nasty)),
        {DISPLAY_MIME: quote},
        figure,
        prose,
        **about,
    )
    chapters = read_chapters(made.write(tmp_path, chapter))
    html, pdf = publish(chapters, "deelrapport", tmp_path, ["html", "pdf"])
    page = lxml.html.document_fromstring(html.read_text(encoding="utf-8"))
    assert not page.xpath("//script | //img | //@*[starts-with(name(), 'on')]")
    assert not [one for one in page.xpath("//a[not(@download)]/@href") if not one.startswith("#")]
    text = " ".join(page.text_content().split())
    assert text.count("<script>alert(1)</script>") >= 12
    assert text.count("[x](javascript:alert(1))") >= 12
    assert not UNFIT.search(text)
    assert pdf.stat().st_size > 10_000


@pytest.mark.parametrize("open_", ["::: kader Titel\n\ntekst", "```\ncode", ":::"])
def test_open_box_in_a_story_is_told(tmp_path: Path, open_: str) -> None:
    """It would take all that follows in the chapter with it."""
    story = {"kind": "markdown", "name": "v", "chapter": "inleiding", "markdown": open_}
    paths = made.write(tmp_path, made.chapter("inleiding", {DISPLAY_MIME: story}, "Vervolg."))
    with pytest.raises(NarrativeError, match=r"inleiding.ipynb, cell 2, v: a box"):
        publish(read_chapters(paths), "deelrapport", tmp_path, ["html"])


@pytest.mark.parametrize(
    "markdown",
    ["[x](javascript:alert(1))", "![x](a.png)", "[x](data:text/html,x)", "[x](file:///etc/passwd)"],
)
def test_story_cannot_link_to_code(tmp_path: Path, markdown: str) -> None:
    story = {"kind": "markdown", "name": "v", "chapter": "inleiding", "markdown": markdown}
    paths = made.write(tmp_path, made.chapter("inleiding", {DISPLAY_MIME: story}))
    with pytest.raises(NarrativeError, match=r"inleiding.ipynb, cell 2, v: "):
        publish(read_chapters(paths), "deelrapport", tmp_path, ["html"])
