from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from report45.book.blocks import Heading, Prose, Shown
from report45.book.plan import Book, load_publication, make_book
from report45.chapters.executed import DISPLAY_MIME, Chapter, chapter_of, read_chapters
from report45.errors import InputError, NarrativeError, Place
from tests.book import fixtures as made


def book_of(*notebooks: object, **more: object) -> Book:
    chapters: list[Chapter] = [
        chapter_of(one, f"{one.metadata.report45.chapter}.ipynb")  # type: ignore[attr-defined]
        for one in notebooks
    ]
    return make_book(chapters, "deelrapport", **more)  # type: ignore[arg-type]


def headings(book: Book) -> list[Heading]:
    return [
        heading
        for part in book.chapters
        for section in part
        for block in section.blocks
        if isinstance(block, Prose)
        for heading in block.headings
    ]


def shown(book: Book) -> list[Shown]:
    return [
        block
        for part in book.chapters
        for section in part
        for block in section.blocks
        if isinstance(block, Shown)
    ]


def prose(book: Book) -> str:
    return "\n".join(
        block.markdown
        for part in book.chapters
        for section in part
        for block in section.blocks
        if isinstance(block, Prose)
    )


@pytest.fixture(scope="module")
def book() -> Book:
    return book_of(made.resultaten(), made.verantwoording(), made.kenmerken(), made.inleiding())


def test_headings_are_numbered_to_two_levels(book: Book) -> None:
    assert [(one.level, one.number, one.text) for one in headings(book)] == [
        (1, "1", "Waar dit over gaat"),
        (2, "1.1", "Aanleiding"),
        (3, "", "Dieper"),
        (2, "1.2", "Leeswijzer"),
        (1, "2", "Voorlopige resultaten"),
        (2, "2.1", "Over kenmerken"),
        (3, "", "Ruim de helft is vrouw"),
        (2, "2.2", "Over resultaten"),
        (3, "", "Klant 1"),
        (4, "", "Traject"),
        (1, "Bijlage 1", "Verantwoording"),
        (2, "B1.1", "Toetsen"),
    ]


def test_ids_are_unique(book: Book) -> None:
    ids = [one.id for one in headings(book)] + [one.id for one in shown(book)]
    assert len(set(ids)) == len(ids)


def test_displays_are_numbered_where_prose_puts_them(book: Book) -> None:
    assert [(one.label, one.display.name) for one in shown(book)] == [
        ("Tabel 2.1", "lengte"),
        ("Tabel 2.2", "geslacht"),
        ("Figuur 2.1", "verdeling"),
        ("Tabel 2.3", "uitkomst"),
        ("", "q"),
        ("Tabel B1.1", "toets"),
    ]


def test_references_say_the_number_and_link(book: Book) -> None:
    text = prose(book)
    assert "Zie [paragraaf 2.1](#hoofdstuk-kenmerken) en [tabel 2.2](#tabel-kenmerken-ges" in text
    assert "[Tabel 2.1](#tabel-kenmerken-lengte) is lang" in text


def test_left_out_chapter_closes_the_numbers() -> None:
    """Without an introduction, results are chapter 1; the page names what is missing."""
    missing = [
        SimpleNamespace(name=name, title=name.capitalize())
        for name in ("casussen", "elders", "inleiding")
    ]
    book = book_of(made.kenmerken(), made.verantwoording(), left_out=missing)
    assert [one.number for one in headings(book) if one.number] == ["1", "1.1", "Bijlage 1", "B1.1"]
    assert [one.label for one in shown(book)][:2] == ["Tabel 1.1", "Tabel 1.2"]
    assert book.left_out == ("Inleiding", "Casussen")  # in the publication's order, and its own


def test_one_chapter_keeps_the_numbers_of_the_whole() -> None:
    book = book_of(made.kenmerken(), made.inleiding(), made.resultaten(), only="resultaten")
    assert [one.number for one in headings(book) if one.number] == ["2.2"]
    assert [one.label for one in shown(book)] == ["Tabel 2.3", ""]


def test_references_to_headings_of_every_kind() -> None:
    text = (
        "{{ ref.hoofdstuk.inleiding }}, {{ ref.hoofdstuk.verantwoording | hoofdletter }}, "
        "{{ ref.verantwoording.toets }}, {{ ref.hoofdstuk.verloop is defined }}"
    )
    book = book_of(made.chapter("inleiding", text), made.verantwoording())
    assert (
        "[hoofdstuk 1](#hoofdstuk-inleiding), [Bijlage 1](#hoofdstuk-verantwoording), "
        "[tabel B1.1](#tabel-verantwoording-toets), nee"
    ) in prose(book)


def test_reference_in_a_heading_is_no_link() -> None:
    book = book_of(made.chapter("inleiding", "## Bij {{ ref.t }}", made.table("inleiding", "t")))
    assert [one.text for one in headings(book)][-1] == "Bij tabel 1.1"


def test_data_in_a_heading_cannot_make_markup() -> None:
    """What a fact says stays text, in headings and at the start of a line too."""
    nasty = made.facts("inleiding", eng=made.Text("# 1. [x](y) :::"))
    book = book_of(
        made.chapter("inleiding", nasty, "## Kop {{ inleiding.eng }}\n\n{{ inleiding.eng }}")
    )
    assert len(headings(book)) == 2
    assert "\\# 1. \\[x\\](y) :::" in prose(book)


def test_faults_of_all_chapters_come_together() -> None:
    with pytest.raises(NarrativeError) as caught:
        book_of(
            made.chapter("inleiding", "a\n\n{{ niets }}", "{{ ''.__class__ }}"),
            made.chapter("kenmerken", made.table("kenmerken", "t"), "{{ toon('t') }} erbij"),
            made.chapter(
                "resultaten",
                made.table("resultaten", "u"),
                "{{ toon('u') }}\n\n{{ toon('u') }}\n\nx[^9]\n\n# Een\n\n# Twee\n\n::: kader",
            ),
        )
    told = [str(fault) for fault in caught.value.faults]
    assert [one.split(":")[0] for one in told] == [
        "inleiding.ipynb, cell 2, line 3",
        "inleiding.ipynb, cell 3, line 1",
        "resultaten.ipynb, cell 3",
        "resultaten.ipynb, cell 3",
        "resultaten.ipynb, cell 3",
        "resultaten.ipynb, cell 3",
        "kenmerken.ipynb, cell 3",
    ]
    for part, one in zip(
        ("niets", "unsafe", "not closed", "two places", "one title", "[^9]", "own line"),
        told,
        strict=True,
    ):
        assert part in one or part == "own line"


def test_unsound_chapters_are_refused(tmp_path: Path) -> None:
    failed = made.chapter("inleiding", "tekst")
    failed.cells[0].outputs.append(
        made.v4.new_output("error", ename="KeyError", evalue="'x'", traceback=[])
    )
    bare = made.chapter("kenmerken", {"image/png": "…"})
    twice = made.chapter("verloop", made.table("verloop", "t"), made.table("verloop", "t"))
    other = made.chapter("opzet", study="elders")
    empty = made.v4.new_notebook(metadata={"report45": {"chapter": "casussen"}})
    with pytest.raises(InputError) as caught:
        read_chapters(made.write(tmp_path, failed, bare, twice, other, empty))
    told = str(caught.value)
    assert "inleiding.ipynb, cell 1: the cell failed: KeyError: 'x'" in told
    assert "kenmerken.ipynb, cell 2: a publication cannot show this output (image/png" in told
    assert "verloop.ipynb, cell 3: cell 2 shows t already" in told
    assert "casussen.ipynb: no cell says which chapter this is" in told


def test_chapters_of_two_studies_are_refused(tmp_path: Path) -> None:
    paths = made.write(tmp_path, made.inleiding(), made.chapter("opzet", study="elders"))
    with pytest.raises(InputError, match=r"opzet.ipynb: executed for study elders"):
        read_chapters(paths)


def test_markdown_from_data_is_no_template() -> None:
    story = {"kind": "markdown", "name": "v", "chapter": "inleiding"}
    story["markdown"] = "{{ niets }} \ue000"
    book = book_of(made.chapter("inleiding", {DISPLAY_MIME: story}))
    assert "{{ niets }} �" in prose(book)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Zie [ref](ref:opzet.t).", "opzet.t is not in this publication"),
        ("[toon](toon:opzet.t)", "there is no opzet.t to show here"),
        ("Hier [toon](toon:inleiding.t).", "must stand on a line of its own"),
    ],
)
def test_a_reference_typed_by_hand_is_held_to_the_book(typed: str, why: str) -> None:
    with pytest.raises(NarrativeError) as caught:
        book_of(made.chapter("inleiding", typed))
    assert why in str(caught.value)
    assert caught.value.faults[0].place == Place("inleiding.ipynb", 2)


def test_unknown_publication_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"Known: .*deelrapport"):
        load_publication("proefschrift")
