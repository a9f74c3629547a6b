"""Templates read without rendering: every fault in a cell, in all branches, with its line."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from report45.chapters.executed import Cell, Chapter, ExecutedDisplay, Stated
from report45.facts import Count, Facts, Flag, Mean, Share, Text
from report45.lint.templates import TemplateReader
from report45.prose.narrative import Narrator
from report45.wording.numbers import say
from tests.book.fixtures import META

FACTS: Facts = {
    "proef.vrouw.totaal": Share(5, 10),
    "proef.vrouw.zin": Text("is vrouw"),
    "proef.man.totaal": Share(5, 10),
    "proef.man.zin": Text("is man"),
    "proef.man.extra": Count(3),
    "proef.inkomen_1974": Count(1),
    "proef.ja": Flag(True),
    "proef.nee": Flag(False),
    "proef.geheim": Count(2, suppressed=True),
    "proef.leeg": Mean(float("nan"), 0),
}


def read(prose: str, texts: Mapping[str, str] | None = None, *open_: str) -> TemplateReader:
    stated = {
        path: Stated(path, "" if getattr(fact, "suppressed", False) else say(fact), fact, {})
        for path, fact in FACTS.items()
    }
    shown = tuple(ExecutedDisplay("proef", name, "table", {}) for name in ("tabel", "rij_vrouw"))
    cells = (Cell(1, displays=shown), Cell(2, prose))
    chapter = Chapter("proef", "", "proef.ipynb", "s", META, texts or {}, cells, stated)
    reader = TemplateReader(
        Narrator(chapter, [chapter], [chapter]), FACTS, chapter.texts, [f"{one}." for one in open_]
    )
    reader.read(prose)
    return reader


def codes(prose: str, *open_: str) -> list[tuple[int, str]]:
    return [(one.place.line, one.code) for one in read(prose, None, *open_).found]


def test_every_unknown_fact_in_a_cell_is_told_with_its_line() -> None:
    prose = "{{ proef.vrow.totaal }}\n{{ proef.man.totaal }} {{ prof.man }}\n\n{{ proef.man.zn }}"
    assert codes(prose) == [(1, "unknown-fact"), (2, "unknown-fact"), (4, "unknown-fact")]


def test_the_nearest_names_are_told() -> None:
    (one,) = read("{{ proef.vrouw.total }}").found
    assert one.problem == "there is no proef.vrouw.total."
    assert one.remedy.startswith("Did you mean proef.vrouw.totaal")


@pytest.mark.parametrize(
    "prose",
    [
        "{% if proef.nee %}{{ proef.vrouw.totaaal }}{% endif %}",
        "{% if proef.ja %}{% else %}{{ proef.vrouw.totaaal }}{% endif %}",
        "{% if proef.ja %}{% elif proef.nee %}{{ proef.vrouw.totaaal }}{% endif %}",
        "{{ 'a' if proef.ja else proef.vrouw.totaaal }}",
        "{% for naam in proef.niets %}{{ proef.vrouw.totaaal }}{% endfor %}",
        "{% for naam in proef %}{% if loop.last %}{{ proef.vrouw.totaaal }}{% endif %}{% endfor %}",
    ],
)
def test_a_slip_is_found_in_branches_that_are_not_taken(prose: str) -> None:
    assert "there is no proef.vrouw.totaaal." in [one.problem for one in read(prose).found]


@pytest.mark.parametrize(
    "prose",
    [
        "{% if proef.anders is defined %}{{ proef.anders.totaal }}{% endif %}",
        "{% if proef.anders is defined and proef.anders.ja %}{{ proef.anders.x }}{% endif %}",
        "{% if proef.anders is not defined or proef.anders.ja %}a{% endif %}",
        "{% if proef.nee %}{{ proef.anders.totaal }}{% endif %}",
        "{% if proef.inkomen_1975 is defined %}{{ proef.inkomen_1975 }}{% endif %}",
        "{{ proef.anders | default('niets') }}",
        "{% for naam in ['vrouw', 'man'] %}{% set k = proef[naam] %}{{ k.totaal }} {{ k.zin }}"
        "{% if k.extra is defined %}{{ k.extra }}{% endif %}{% endfor %}",
        "{% set g = proef.geheim %}a",
        "{% if 'rij_man' in ref %}{{ ref.rij_man }}{% endif %}",
        "{% for naam in ['man', 'vrouw'] %}{{ naam ~ ', ' }}{% endfor %}{{ ['a', 'b'] | join }}",
    ],
)
def test_what_another_study_has_is_let_through(prose: str) -> None:
    assert codes(prose) == []


def test_a_loop_finds_what_one_of_its_facts_lacks() -> None:
    prose = "{% for naam in ['man', 'vrouw'] %}\n{{ proef[naam].extra }}\n{% endfor %}"
    (one,) = read(prose).found
    assert (one.place.line, one.problem) == (2, "there is no proef.vrouw.extra.")


def test_what_only_execution_tells_is_let_through() -> None:
    prose = "{{ proef.later.aantal }}{% if proef.later.iets %}{{ proef.later.x.y }}{% endif %}"
    assert codes(prose, "proef.later") == []
    assert codes("{{ proef.vroeger }}", "proef.later") == [(1, "unknown-fact")]


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("{{ proef.geheim }}", "suppressed-fact"),
        ("{{ proef.geheim.value }}", "suppressed-fact"),
        ("{{ proef.geheim | woorden }}", "suppressed-fact"),
        ("{% if proef.geheim > 1 %}a{% endif %}", "suppressed-fact"),
        ("{{ proef.leeg }}", "missing-fact"),
        ("{{ proef.leeg | jaren }}", "missing-fact"),
        ("{{ ref.weg }}", "dead-reference"),
        ("{{ ref.proef.weg }}", "dead-reference"),
        ("{{ ref.hoofdstuk.weg }}", "dead-reference"),
        ("{{ toon('weg') }}", "dead-reference"),
        ("{{ proef.man.totaal | breukk }}", "template-syntax"),
        ("{% if proef.ja is dfined %}a{% endif %}", "template-syntax"),
        ("{% include 'weg.md' %}", "unknown-text"),
    ],
)
def test_each_kind_of_fault(prose: str, code: str) -> None:
    assert codes(prose) == [(1, code)]


def test_faults_in_a_text_are_told_where_they_stand() -> None:
    texts = {"a_man.md": "Een.\n\n{{ naam.x }} {{ proef.man.zn }}", "b.md": "{{"}
    reader = read("{% set naam = 'man' %}\n{% include 'a_' ~ naam ~ '.md' %}", texts)
    assert [(one.place.text, one.place.line) for one in reader.found] == [
        ("a_man.md", 3),
        ("a_man.md", 3),
    ]
    assert reader.included == {"a_man.md"}


def test_references_are_remembered() -> None:
    prose = "{{ ref.tabel | hoofdletter }}{% for n in ['vrouw'] %}{{ ref['rij_' ~ n] }}{% endfor %}"
    assert read(prose).mentioned == {"proef.tabel", "proef.rij_vrouw"}
    untaken = read("{% if proef.nee %}{{ ref.tabel }}{% endif %}")
    assert (untaken.mentioned, untaken.unread) == (set(), {"proef.tabel"})
    assert read("{{ ref.proef.tabel }} {{").unread == {"tabel"}


@pytest.mark.parametrize(
    ("prose", "problem"),
    [
        ("{% if a %}x", "{% if %} is never closed."),
        ("{% for a in b %}{% if a %}{% endfor %}", "{% if %} is never closed."),
        ("{% endif %}", "{% endif %} closes or continues nothing."),
        ("{% fi a %}", "there is no tag {% fi %}."),
        ("{{ a", "a tag is not closed."),
        ("{{ a }", "a tag is not closed."),
        ("{% if a }x{% endif %}", "a tag is not closed."),
        ("{{ a b }}", "there is too much in a tag: 'b' was not expected before }}."),
        ("{% if a = 1 %}x{% endif %}", "one = in a condition."),
        ("{{ }}", "something is missing in a tag, before }}."),
        ("{{ a. }}", "a name ends in a dot."),
        ("{{ “a” }}", "the character “ cannot stand in a tag."),
        ("{# a", "a comment or raw passage is never closed."),
        ("{{ a | }}", "a tag cannot be read: a name was expected, not }}."),
    ],
)
def test_syntax_is_told_in_plain_words(prose: str, problem: str) -> None:
    (one,) = read(f"Eerste regel.\n{prose}").found
    assert (one.place.line, one.code, one.problem) == (2, "template-syntax", problem)


def test_a_sentence_is_named_as_it_is_called() -> None:
    assert codes('{{ zin("uitkomst-kopje") }}') == [(1, "unknown-sentence")]
    assert codes('{% if proef.nee %}{{ zin("uitkomst-kopje") }}{% endif %}') == [
        (1, "unknown-sentence")
    ]
    assert codes('{{ zin("uitkomst-" ~ "kopje") }}') == [(1, "unknown-sentence")]
    # Nothing is put together of what a loop without turns would hold.
    loop = '{% for naam in proef.ja %}{{ zin("weg-" ~ "hier") }}{% endfor %}'
    assert codes(loop) == []


@pytest.mark.parametrize("opened", ["{", "(", "["])
def test_brackets_within_brackets_without_end_are_told(opened: str) -> None:
    assert codes("{{ " + opened * 20_000) == [(1, "template-syntax")]
