"""Sentences called by name from prose: what they are given, and what stops them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report45.chapters.executed import Cell, Chapter, ExecutedDisplay, Stated
from report45.checkout import templates_folder
from report45.errors import InputError, Place
from report45.facts import Count, Fact, Interval, Share, Text, Verdict
from report45.prose.narrative import Narrator
from report45.prose.sandbox import LONGEST, STEPS
from report45.prose.sentences import sentences_of, sources
from report45.wording.numbers import say
from tests.book.fixtures import META

FACTS: dict[str, Fact] = {
    "proef.werk.oordeel": Verdict("hoger", "effect"),
    "proef.werk.label": Text("*Werk* [a](b)"),
    "proef.werk.laag": Share(1, 4),
    "proef.werk.laag.interval": Interval(1, 2, "procentpunt"),
    "proef.werk.n": Count(1),
    "proef.werk.geheim": Count(2, suppressed=True),
    "proef.uren.oordeel": Verdict("lager", "effect"),
    "proef.uren.uren": Count(3),
}
STUDY = """
kop = { $label }: { $oordeel ->
    [hoger] meer in de { -experiment }
   *[lager] minder, { $laag-interval } en { $weg }
}
groep = { -personen } zijn met { $n }.
breuk = { BREUK($laag) } en { AANTAL($n, -persoon, -personen) } van { $laag-count }.
zie = { $tabel } toont { $n }.
twee = { $uren } { $n }
vrij = **{ $woord }**
"""


def narrator(own: str = STUDY, publication: str = "") -> Narrator:
    stated = {
        path: Stated(path, "" if getattr(fact, "suppressed", False) else say(fact), fact, {})
        for path, fact in FACTS.items()
    }
    cells = (Cell(1, displays=(ExecutedDisplay("proef", "tabel", "table", {}),)),)
    chapter = Chapter("proef", "", "proef.ipynb", "s", META, {}, cells, stated, own)
    said = sentences_of(chapter, publication)
    return Narrator(chapter, [chapter], [chapter], sentences=said)


@pytest.mark.parametrize(
    ("prose", "markdown"),
    [
        ('{{ zin("kop", proef.werk) }}', r"\*Werk\* \[a\](b): meer in de experimentgroep"),
        ('{{ zin("groep", proef.werk) }}', "Klanten zijn met 1."),
        ('{{ frase("groep", proef.werk) }}', "klanten zijn met 1."),
        ('{{ zin("breuk", proef.werk) }}', "Een kwart en één klant van 1."),
        ('{{ zin("zie", proef.werk, tabel=ref.tabel) }}', "[Ref](ref:proef.tabel) toont 1."),
        ('{{ zin("twee", proef.werk, proef.uren) }}', "3 1"),
        ('{{ zin("groep", n=12) }}', "Klanten zijn met 12."),
        ('{{ zin("groep", proef.werk, n=proef.uren.uren) }}', "Klanten zijn met 3."),
        ('{{ zin("vrij", woord="*a*") }}', r"**\*A\***"),
        ('{% set w = proef["werk"] %}{{ zin("ko" ~ "p", w) }}.', r"\*Werk\* \[a\](b): meer in de "),
    ],
)
def test_a_sentence_is_said_with_the_facts_under_a_node(prose: str, markdown: str) -> None:
    told, faults = narrator().render(prose, Place("proef.ipynb", 1))
    assert not faults
    assert told.startswith(markdown)


@pytest.mark.parametrize(
    ("prose", "wrong"),
    [
        ('\n{{ zin("kopp", proef.werk) }}', r"cell 1, line 2: there is no sentence kopp\. "),
        ('{{ zin("kop", proef.uren) }}', r"line 2, kop: there is no proef\.uren\.label\. Did"),
        (
            '{{ zin("kop", proef.uren, label="x") }}',
            r"line 4, kop: there is no proef\.uren\.laag\.",
        ),
        ('{{ zin("kop", label="x") }}', r"there is no \$oordeel; given is \$label"),
        ('{{ zin("kop") }}', r"there is no \$label; given is nothing"),
        ('{{ zin("kop", proef.weg) }}', r"there is no proef\.weg"),
        ('{{ zin("vrij", woord=proef.weg) }}', r"there is no proef\.weg"),
        ('{{ zin("vrij", woord=proef.werk.geheim) }}', "geheim may not be shown"),
        ('{{ zin("vrij", woord=proef) }}', "proef is not a fact but a group"),
        ('{{ zin("vrij", "woord") }}', "'woord' holds no facts"),
        ('{{ zin("vrij", woord=[1]) }}', "is no text"),
        (f'{{% for a in range %}}{{% endfor %}}{{{{ zin("vrij", woord="{"x" * LONGEST}") }}}}', ""),
    ],
)
def test_what_cannot_be_said_is_a_fault_and_prints_nothing(prose: str, wrong: str) -> None:
    import re

    told, (fault,) = narrator().render(prose, Place("proef.ipynb", 1))
    assert told == ""
    assert re.search(wrong, str(fault))


def test_sentences_count_for_what_a_cell_may_take() -> None:
    many = "[1,1,1,1,1,1,1,1,1,1]"
    prose = "".join(f"{{% for a{n} in {many} %}}" for n in range(3)) + "".join(
        '{{ frase("vrij", woord="x") }}' for _ in range(STEPS // 1000)
    )
    _, (fault,) = narrator().render(prose + "{% endfor %}" * 3, Place("a"))
    assert f"{STEPS} steps" in str(fault)
    _, (fault,) = narrator(f"x = {'y' * LONGEST}y").render('{{ zin("x") }}', Place("a"))
    assert f"{LONGEST} characters" in str(fault)


def test_a_study_and_a_publication_have_the_last_word(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "sentences" / "nl").mkdir(parents=True)
    (folder / "nieuws").mkdir()
    (folder / "sentences" / "nl" / "a.ftl").write_text("a = huis\nb = huis\nc = huis\n")
    (folder / "nieuws" / "sentences.ftl").write_text("b = nieuws\nc = nieuws\n")
    monkeypatch.setattr("report45.prose.sentences.templates_folder", lambda: folder)
    prose = '{{ zin("a") }} {{ zin("b") }} {{ zin("c") }}'
    assert narrator("c = studie").render(prose, Place("a")) == ("Huis Huis Studie", [])
    assert narrator("c = studie", "nieuws").render(prose, Place("a")) == ("Huis Nieuws Studie", [])
    assert [name for name, _ in sources("nieuws")] == [
        "sentences/nl/a.ftl",
        "nieuws/sentences.ftl",
    ]


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(InputError, match=r"sentences\.ftl, line 2: this is no message"):
        narrator("a = b\nc d")


def test_the_house_has_its_sentences() -> None:
    assert (templates_folder() / "sentences" / "nl").is_dir()
    bare = Chapter("", "", "", "", META, {}, (), {})
    assert "uitkomst-kop" in sentences_of(bare).messages
    assert sentences_of(replace(bare, sentences="uitkomst-kop = a")).messages[
        "uitkomst-kop"
    ].file == ("sentences.ftl")
