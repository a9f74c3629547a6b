from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from report45.chapters.outline import OUTLINE
from report45.display import stories
from report45.study.cases import CaseStory
from report45.study.load import Study, load
from tests.analysis.studies import clients, coded, study

ROOT = Path(__file__).parents[2]


def case(number: int = 1, **changes: object) -> CaseStory:
    whole = {
        "number": number,
        "sex": "vrouw",
        "age": "61",
        "background": "Nederlandse achtergrond",
        "status": "werk gevonden",
        "unemployed_months": 84,
        "programme_months": 8,
        "full": True,
        "sections": {"Vooraf": "Zij werkte.", "Daarna": "Zij werkt."},
    }
    return CaseStory(**(whole | changes))  # type: ignore[arg-type]


def told(*cases: CaseStory) -> Study:
    return study({"clients": clients(1, 1)}, cases)


def test_a_full_story_has_its_own_headings() -> None:
    written = stories.story(case(), told()).markdown
    assert written.startswith("## Klant 1\n\n*Vrouw, 61 jaar, Nederlandse achtergrond, ")
    assert "zeven jaar werkloos, acht maanden in het traject. Status: werk gevonden.*" in written
    assert "\n\n### Vooraf\n\nZij werkte.\n\n### Daarna\n\nZij werkt." in written


def test_a_profile_stands_a_level_lower() -> None:
    written = stories.story(case(4, full=False), told()).markdown
    assert written.startswith("### Klant 4\n")
    assert "\n\n**Vooraf.** Zij werkte.\n\n**Daarna.** Zij werkt." in written


@pytest.mark.parametrize(
    ("changes", "profile"),
    [
        ({"age": "onbekend"}, "*Vrouw, leeftijd onbekend, Nederlandse"),
        ({"age": "", "background": ""}, "*Vrouw, zeven jaar werkloos"),
        ({"sex": "", "age": "55-60"}, "*leeftijd 55-60, Nederlandse"),
        ({"unemployed_months": 1}, "één maand werkloos"),
        ({"unemployed_months": 12}, " een jaar werkloos"),
        ({"unemployed_months": 30}, "dertig maanden werkloos"),
        ({"unemployed_months": None, "programme_months": None}, "achtergrond. Status"),
    ],
)
def test_a_profile_says_what_is_known(changes: dict[str, object], profile: str) -> None:
    assert profile in stories.story(case(**changes), told()).markdown


def test_the_overview_has_a_row_for_each_story() -> None:
    unknown = case(2, sex="", age="", unemployed_months=None, full=False)
    shown = stories.overview(told(case(), unknown))
    assert [(row.header, *row.cells) for row in shown.rows] == [
        ("Klant 1", "Vrouw", "61", "zeven jaar", "Werk gevonden", "Uitgebreid"),
        ("Klant 2", "–", "onbekend", "onbekend", "Werk gevonden", "Kort"),
    ]


def quoted() -> Study:
    rows = {
        "role": coded(["klantmanager", "trainer", "klantmanager"]),
        "theme": coded(["werk", "training", "werk"]),
        "text": coded(["Een.", "Twee.", "Drie <b>vet</b>."]),
    }
    return study({"clients": clients(1, 1), "quotes": pd.DataFrame(rows)})


def test_quotations_are_chosen_by_theme_in_order() -> None:
    first, second = (stories.quote(quoted(), "werk", number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert (first.kind, first.text, first.role) == ("quote", "Een.", "Klantmanager")
    assert second.text == "Drie <b>vet</b>."
    assert "&lt;b&gt;" in second.as_html()


@pytest.mark.parametrize(("theme", "number"), [("werk", 3), ("werk", 0), ("geen", 1)])
def test_a_quotation_that_is_not_there_shows_nothing(theme: str, number: int) -> None:
    assert stories.quote(quoted(), theme, number) is None
    assert stories.quote(told(), theme, number) is None


def test_every_quotation_the_chapters_ask_for_is_there() -> None:
    # A study may lack quotations, so a theme misspelt in the outline would go unnoticed.
    almere = load(ROOT / "data" / "almere")
    asked = {
        f"{chapter}.{name}": row
        for chapter, named in OUTLINE.items()
        for name, row in named.items()
        if name.startswith("citaat")
    }
    assert len(asked) >= 7
    assert [name for name, row in asked.items() if not list(row(almere))] == []
