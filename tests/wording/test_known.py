"""What is wrong with a file that an editor writes is told in the editor's language."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from report45.book.publication import load_publication
from report45.chapters.find import find_chapters
from report45.errors import Fault, InputError, Place
from report45.study.accepted import read_accepted
from report45.study.texts import read_texts
from report45.terminal import message
from report45.wording.known import _VARIABLE, FILE, known
from report45.wording.sentences import read_sentences
from report45.wording.telling import MESSAGES, apart

SOURCE = Path(__file__).parents[2] / "src" / "report45"
OF_LIBRARIES = ("input should be", "string should have", "this is no message: ", "is not TOML")


def told(wrong: Callable[[], object]) -> str:
    """Give what an editor is told in Dutch; in English it is what the program says."""
    with pytest.raises(InputError) as refused:
        wrong()
    assert all(str(one) in message(refused.value, "en") for one in refused.value.faults)
    return message(refused.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"x = 3", "accepted.toml, x: deze sleutel bestaat niet. Haal haar weg."),
        (b"[[accepted]]\ncod = 'x'", "deze sleutel bestaat niet. Bedoelt u `code`?"),
        (b"[[accepted]]\ncode = 1", "hier hoort tekst tussen aanhalingstekens."),
        (b"[[accepted]]\ncode = ''", "hier staat niets."),
        (b"[[accepted]]", "deze sleutel is nodig. Voeg haar toe."),
        (b"accepted = 3", "accepted.toml, accepted: hier hoort een rij tussen rechte haken."),
        (b"a = \nb = 1", "is geen TOML: kijk op regel 1, bij teken 5."),
        (b"a = ", "is geen TOML; het bestand houdt op"),
        (b"<<<<<<< a", "accepted.toml, regel 1: hier staan sporen van een samenvoeging."),
        (b"a = 'Zo\xeb'", "accepted.toml, regel 1: is geen UTF-8. Bewaar het als UTF-8."),
    ],
)
def test_what_is_accepted(written: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "accepted.toml").write_bytes(written)
    assert said in told(lambda: read_accepted(tmp_path))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("x = {", "a.ftl, regel 1: dit is geen zin uit een lijst"),
        ("x = { $a ->\n    [een] b\n}", "geen van de keuzes heeft een sterretje (*)."),
        ("x = { $a ->\n   *[een] b\n   *[twee] c\n}", "meer dan een keuze heeft een sterretje"),
        ("x =", "er staan geen woorden achter x =."),
        ('x = { "a }', 'hier hoort ".'),
        ("x = a }", "er sluit een accolade die niet is geopend."),
        ("x = a\nx = b", "a.ftl, regel 2: x staat twee keer in dit bestand."),
        ("x = a\n    .t = b", "x heeft een kenmerk (.t)."),
    ],
)
def test_a_list_of_sentences(written: str, said: str) -> None:
    assert said in told(lambda: read_sentences([("a.ftl", written)]))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "x.ipynb: is geen notebook. Zet een eerdere versie terug"),
        ("[1]", "x.ipynb: is geen hoofdstuk. Geef het in de metadata"),
        (
            '{"metadata": {"report45": {"chapter": "A b", "title": "x"}}, "cells": []}',
            "is geen naam.",
        ),
        (
            '{"metadata": {"report45": {"chapter": "a", "title": "x"}}, "cells": [{"cell_type": '
            '"code", "metadata": {}, "source": "1"}]}',
            "heeft 0 cellen met het label parameters. Er is er precies een nodig",
        ),
        ("<<<<<<< a", "x.ipynb, regel 1: hier staan sporen van een samenvoeging."),
    ],
)
def test_a_notebook(written: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "x.ipynb").write_text(written, encoding="utf-8")
    assert said in told(lambda: find_chapters(tmp_path))


def test_a_folder_without_notebooks(tmp_path: Path) -> None:
    assert "er staan geen notebooks met hoofdstukken in" in told(lambda: find_chapters(tmp_path))


def test_a_publication_that_is_not_there() -> None:
    said = told(lambda: load_publication("raadsbrief"))
    assert said.startswith("raadsbrief/publication.toml: deze publicatie bestaat niet. Er is: ")
    assert "factsheet" in said


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "texts").touch()
    assert told(lambda: read_texts(tmp_path)) == (
        "texts: is geen map. Maak er een map van, of haal het weg."
    )


def test_what_is_no_file_of_an_editor_stays_as_it_is() -> None:
    for file in ("klanten.csv", "study.toml", "--to"):
        assert known(Fault(Place(file), "missing-file", "the file is missing.")) is None
    assert known(Fault(Place("a.md"), "missing-file", "something else.")) is None


def test_every_message_is_what_the_program_says() -> None:
    strings = {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for name, text in apart((MESSAGES / "en" / FILE).read_text(encoding="utf-8")).items():
        said = text.partition(" = ")[2].strip()
        if not said.startswith(OF_LIBRARIES):
            whole = said.replace("is a folder", "is …").replace("…", "{ $x }")
            pieces = [one for one in _VARIABLE.split(whole)[::2] if len(one) > 5]
            words = [one.rstrip(".") for one in pieces]
            assert all(any(one in string for string in strings) for one in words), name
