from __future__ import annotations

from dataclasses import replace

import pytest

from report45.chapters.executed import Chapter, chapter_of
from report45.errors import Place
from report45.prose.narrative import Narrator
from tests.book import fixtures

WHERE = Place("kenmerken.ipynb", 3)


@pytest.fixture(scope="module")
def narrator() -> Narrator:
    texts = {"aanpak.md": "Wel {{ kenmerken.geslacht.vrouw.totaal }}.\n\n{{ nergens.iets }}"}
    made = [fixtures.kenmerken(), fixtures.inleiding()]
    chapters: list[Chapter] = [chapter_of(one, "x.ipynb") for one in made]
    own = chapters[0]
    with_texts = Chapter(**{**own.__dict__, "texts": texts})
    return Narrator(with_texts, chapters, chapters)


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("{{ kenmerken.geslacht.vrouw.experiment }}", "54 procent"),
        ("{{ kenmerken.geslacht['vrouw'].experiment.count }} van", "109 van"),
        ("{{ kenmerken.duur.6m_1j.experiment }}", "3 procent"),
        ("{{ kenmerken.geslacht.vrouw.totaal | breuk | hoofdletter }}", "Ruim de helft"),
        ("{% if kenmerken.geslacht.toets.significant %}wel{% else %}niet{% endif %}", "niet"),
        ("{% if kenmerken.geslacht.toets %}wel{% else %}niet{% endif %}", "niet"),
        ("{{ kenmerken.geslacht.vrouw.experiment < kenmerken.geslacht.vrouw.totaal }}", "ja"),
        ("{{ kenmerken.geslacht.vrouw.experiment > 0.5 }}", "ja"),
        ("{{ kenmerken.verzonnen.iets is defined }}", "nee"),
        ("{% for een in kenmerken.geslacht %}{{ een }} {% endfor %}", "vrouw toets "),
        ("{{ studie.termen.personen }} op {{ studie.datum }}", "klanten op 1 mei 2019"),
        ("{% include 'ontbreekt.md' ignore missing %}x", "x"),
        (
            "{% set a %}**b** {{ kenmerken.geslacht.vrouw.totaal }}{% endset %}{{ a }}",
            "**b** 56 pr",
        ),
    ],
)
def test_prose_quotes_facts(narrator: Narrator, prose: str, said: str) -> None:
    markdown, faults = narrator.render(prose, WHERE)
    assert not faults
    assert markdown.startswith(said)


def test_unknown_fact_names_place_and_likely_meaning(narrator: Narrator) -> None:
    _, (fault,) = narrator.render("eerst\n\n{{ kenmerken.geslacht.vrow.totaal }}", WHERE)
    assert fault.place == replace(WHERE, line=3)
    assert "there is no kenmerken.geslacht.vrow.totaal" in fault.problem
    assert "Did you mean kenmerken.geslacht.vrouw.totaal" in fault.remedy


def test_forgotten_chapter_is_suggested(narrator: Narrator) -> None:
    _, (fault,) = narrator.render("{{ geslacht.vrouw.totaal }}", WHERE)
    assert "Did you mean kenmerken.geslacht.vrouw.totaal" in fault.remedy


def test_fault_in_an_included_text_names_that_text(narrator: Narrator) -> None:
    _, (fault,) = narrator.render("a\n{% include 'aanpak.md' %}", WHERE)
    assert fault.place == replace(WHERE, text="aanpak.md", line=3)


@pytest.mark.parametrize(
    ("prose", "why"),
    [
        ("{{ ''.__class__ }}", "unsafe"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ kenmerken.__class__ }}", "unsafe"),
        ("{{ kenmerken._children }}", "unsafe"),
        ("{{ toon.__globals__ }}", "unsafe"),
        ("{{ 'x'.format('y') }}", "not safely callable"),
        ("{{ kenmerken | attr('path') }}", "there is no filter"),
        ("{{ '<b>' | safe }}", "there is no filter"),
        ("{% for i in range(10**9) %}x{% endfor %}", "does not compute"),
        ("{% for i in range(9) %}x{% endfor %}", "there is no range"),
        ("{{ 'a' * 1000000000 }}", "does not compute"),
        ("{{ '%999999999d' % 1 }}", "does not compute"),
        ("{{ 1 + 1 }}", "does not compute"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
        ("{{ kenmerken.klein }}", "may not be shown"),
        ("{{ kenmerken.klein | woorden }}", "may not be shown"),
        ("{{ kenmerken.klein.value }}", "may not be shown"),
        ("{% if kenmerken.klein > 1 %}x{% endif %}", "may not be shown"),
        ("{{ kenmerken.geslacht }}", "a group of them: vrouw, toets"),
        ("{{ kenmerken.geslacht.toets.p }}", "put a filter behind it"),
        ("{{ verzonnen | default(verzonnen2) }}", "there is no verzonnen2"),
        ("{% if %}", "something is missing in a tag"),
        ("{{ toon('verzonnen') }}", "there is: geslacht, lengte, verdeling"),
        ("{% include 'ontbreekt.md' %}", "no text ontbreekt.md"),
        ("een \ue000 teken", "private-use"),
        ("{{ '\\ue000' }}", "private-use"),
        ("{% set x = [1] %}{{ x.append(2) }}", "unsafe"),
    ],
)
def test_what_prose_may_not_do_is_a_fault(narrator: Narrator, prose: str, why: str) -> None:
    markdown, faults = narrator.render(prose, WHERE)
    assert markdown == ""
    assert [why in str(fault) for fault in faults] == [True]
    assert (faults[0].place.file, faults[0].place.cell) == (WHERE.file, WHERE.cell)


def test_endless_output_is_stopped(narrator: Narrator) -> None:
    loops = "".join(f"{{% for {name} in kenmerken %}}" for name in "abcdefghijk")
    _, faults = narrator.render(loops + "x" * 100 + "{% endfor %}" * 11, WHERE)
    assert "characters and no more" in str(faults[0])


def test_reference_keeps_its_capital(narrator: Narrator) -> None:
    small, _ = narrator.render("{{ ref.geslacht }}", WHERE)
    large, _ = narrator.render("{{ ref.geslacht | hoofdletter }}", WHERE)
    assert large == small.replace("[ref", "[Ref")
