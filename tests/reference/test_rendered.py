"""The published figures, read back from the page and from the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from tests.conftest import Release
from tests.reference.pages import Table, pdf_prose, unhyphenated
from tests.reference.test_published_figures import ROWS

GROUPS = ("experiment", "control", "total")

# Per table of the source: our caption, and our row header by the name of the row there.
TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "t2_1": ("Tabel 2.1 Klanten naar geslacht", {"man": "Man", "vrouw": "Vrouw"}),
    "t2_2": (
        "Tabel 2.2 Klanten naar leeftijd",
        # The source's classes overlap at 60 (inc.t2_2_overlap); ours do not.
        {
            "tm50": "50 jaar en jonger",
            "51_60": "51 tot en met 60 jaar",
            "60plus": "61 jaar en ouder",
        },
    ),
    "t2_3": (
        "Tabel 2.3 Klanten naar geboorteland",
        {"nederland": "Nederland", "buiten_nederland": "Buiten Nederland"},
    ),
    "t2_4": (
        "Tabel 2.4 Klanten naar leefvorm",
        {
            "alleenstaand": "Alleenstaand",
            "alleenstaande_ouder": "Alleenstaande ouder",
            "samenwonend": "Samenwonend",
        },
    ),
    "t2_5": (
        "Tabel 2.5 Klanten naar uitkeringsduur",
        {
            "6m_1j": "6 maanden tot 1 jaar",
            "1_3j": "1 tot 3 jaar",
            "3_5j": "3 tot 5 jaar",
            "5_10j": "5 tot 10 jaar",
            "10j_plus": "10 jaar of langer",
        },
    ),
}
HEADERS = ("Experimentgroep (n = 203)", "Controlegroep (n = 199)", "Totaal (n = 402)")

FIGURE = {
    "geen_deelname": "Geen deelname",
    "team_zorg": "Naar Team Zorg",
    "uitkering_beeindigd_geen_werk": "Uitkering beëindigd, geen werk",
    "lopende_ontheffing": "Lopende ontheffing",
    "werk": "Werk, ook in deeltijd",
    "activering": "Activering",
    "nog_geen_activering": "Nog geen activering",
}
# Whole percentages that the source gives with the third solution of figure 2.1.
FIGURE_PERCENT = (6, 29, 12, 2, 15, 24, 12)

SENTENCES = [
    "Ruim de helft van de klanten is vrouw",
    "Van de experimentgroep is 54 procent vrouw, van de controlegroep 58 procent",
    "De gemiddelde leeftijd is 55 jaar",
    "Ongeveer een kwart van de klanten is ouder dan 60 jaar",
    "Ruim de helft van de klanten is niet in Nederland geboren",
    "Ruim negentig procent van de klanten heeft de Nederlandse nationaliteit",
    "Ruim twee derde van de klanten is alleenstaand of alleenstaande ouder",
    "Bijna zestig procent van de klanten is alleenstaand",
    "De gemiddelde uitkeringsduur is vijfenhalf jaar",
    "Ruim veertig procent van de klanten heeft vijf jaar of langer een uitkering",
    "De helft van de deelnemers kreeg een belastbaarheidsonderzoek",
    "Van de 203 klanten in de experimentgroep namen er 128 deel (63 procent)",
    "Voor 24 van de deelnemers eindigde het traject voortijdig",
    "Bij 23 klanten uit de controlegroep is in deze periode het einde van de uitkering vastgelegd",
    "Van de controlegroep is dat 2 tot 7 procent",
    "Van de experimentgroep heeft 15 tot 17 procent betaald werk gevonden",
    "Van hen zette 39 procent een stap naar werk of in de richting daarvan",
    "21,25 procent, een verwacht netto-effect van 9,58 procentpunt",
]


def published(table: str) -> Mapping[str, tuple[str, ...]]:
    """Give a table's published cells by the name of the row."""
    cells: dict[str, list[str]] = {}
    for row in ROWS:
        place = row["id"].split(".")
        if place[0] == table and place[-1] in GROUPS and place[1] != "n":
            cells.setdefault(place[1], []).append(f"{row['value']}%")
    return {name: tuple(found) for name, found in cells.items()}


def cells() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for table, (caption, labels) in TABLES.items():
        for name, found in published(table).items():
            yield table, caption, labels[name], found


@pytest.mark.parametrize(("table", "caption", "label", "found"), list(cells()))
def test_a_row_of_a_table(
    table: str, caption: str, label: str, found: tuple[str, ...], built_almere: Release
) -> None:
    assert len(found) == len(GROUPS)
    assert built_almere.tables[caption].rows[label] == found
    assert (label, *found) in _pdf_table(built_almere, caption), f"{table} in the PDF"


@pytest.mark.parametrize("table", TABLES)
def test_the_head_of_a_table(table: str, built_almere: Release) -> None:
    caption, labels = TABLES[table]
    shown = built_almere.tables[caption]
    assert shown.columns[1:] == HEADERS
    assert list(labels.values()) == [row for row in shown.rows if row in labels.values()]
    head = " ".join(" ".join(cells) for cells in _pdf_table(built_almere, caption)[:3])
    for header in HEADERS:
        assert all(word in head for word in header.split(" ", 1)), header


def test_the_registered_n_of_table_2_4_is_told_in_words(built_almere: Release) -> None:
    registered = [row["value"] for row in ROWS if re.fullmatch(r"t2_4\.n\..*", row["id"])]
    assert registered == ["197", "195"]
    assert (
        "geregistreerd bij 197 van de 203 klanten in de experimentgroep en bij 195 van de 199"
        in built_almere.prose
    )


def test_the_data_of_figure_2_1(built_almere: Release) -> None:
    data, chosen = _figure(built_almere), _chosen()
    assert list(data.rows) == list(FIGURE.values())
    for (name, label), percent in zip(FIGURE.items(), FIGURE_PERCENT, strict=True):
        assert data.rows[label] == (chosen[name], f"{percent}%"), name


def test_the_figure_in_the_pdf_tells_its_data_to_who_cannot_see_it(built_almere: Release) -> None:
    import pikepdf

    with pikepdf.open(built_almere.folder / "deelrapport.pdf") as document:
        figures = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        told = [str(one["/Alt"]) for one in figures if "/Alt" in one]
    parts = [f"{FIGURE[name].lower()} {count}" for name, count in _chosen().items()]
    assert any(all(part in text.lower() for part in parts) for text in told)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_headline_sentence(sentence: str, built_almere: Release) -> None:
    assert sentence in built_almere.prose
    assert unhyphenated(sentence) in pdf_prose(built_almere.pdf)


def _pdf_table(release: Release, caption: str) -> list[tuple[str, ...]]:
    """Give the PDF's lines from a caption to the source below its table."""
    lines = [row.cells for row in release.pdf]
    (start,) = [at for at, line in enumerate(lines) if line == (caption,)]
    end = next(at for at in range(start, len(lines)) if lines[at][0].startswith("Bron:"))
    return lines[start + 1 : end]


def _figure(release: Release) -> Table:
    (found,) = [
        table
        for caption, table in release.tables.items()
        if re.search(r"figuur 2\.1\b", caption, re.IGNORECASE)
    ]
    return found


def _chosen() -> dict[str, str]:
    """Give the published counts of the solution that the study follows, by route."""
    solution = "fig2_1.solution3."
    return {
        row["id"].removeprefix(solution): row["value"]
        for row in ROWS
        if row["id"].startswith(solution)
    }
