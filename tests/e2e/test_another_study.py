"""Other data, same notebooks: the report follows, with no other edit."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Build, Release

CHANGED = 20
"""Women in each group who become men: 94 + 20 of 203 and 84 + 20 of 199."""


@pytest.fixture(scope="session")
def changed(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("data") / "almere"
    shutil.copytree(ROOT / "data" / "almere", folder)
    _change_sex(folder / "klanten.csv")
    return build(folder, "--to", "html")


def _change_sex(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    left = {"EXP": CHANGED, "CON": CHANGED}
    for row in rows:
        if row["instroom"] == "eerste selectie" and row["geslacht"] == "V" and left[row["groep"]]:
            row["geslacht"] = "M"
            left[row["groep"]] -= 1
    assert not any(left.values())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_table_follows(changed: Release) -> None:
    shown = changed.tables["Tabel 2.1 Klanten naar geslacht"]
    assert shown.columns[1:] == (
        "Experimentgroep (n = 203)",
        "Controlegroep (n = 199)",
        "Totaal (n = 402)",
    )
    # 114 of 203, 104 of 199, 218 of 402
    assert shown.rows["Man"] == ("56%", "52%", "54%")
    assert shown.rows["Vrouw"] == ("44%", "48%", "46%")


def test_the_test_follows(changed: Release) -> None:
    from scipy.stats import chi2_contingency

    expected = chi2_contingency([[114, 89], [104, 95]], correction=False).pvalue
    found = changed.facts["kenmerken.geslacht.toets"]
    assert found["value"] == pytest.approx(expected)
    printed = f"{expected:.2f}".replace(".", ",")
    assert f"Verschil tussen de groepen: niet significant (p = {printed})." in changed.prose


def test_heading_and_sentence_turn_around(changed: Release, built_almere: Release) -> None:
    assert "Ruim de helft van de klanten is vrouw" in built_almere.prose.splitlines()
    assert _heading(changed) == "Ruim de helft van de klanten is man"
    assert (
        "Van de experimentgroep is 56 procent man, van de controlegroep 52 procent."
        in changed.prose
    )
    assert "van de klanten is vrouw" not in changed.prose


def _heading(release: Release) -> str:
    """Give the heading above table 2.1."""
    (caption,) = release.page.xpath("//caption[contains(., 'Klanten naar geslacht')]")
    heading = caption.xpath("preceding::*[self::h2 or self::h3 or self::h4][1]")[0]
    return " ".join(heading.text_content().split())


def test_nothing_else_changes(changed: Release, built_almere: Release) -> None:
    about_sex = ("kenmerken.geslacht.", "verantwoording.balans.", "verantwoording.controle.")
    assert changed.facts.keys() - built_almere.facts.keys() == set()
    different = {
        path
        for path, fact in changed.facts.items()
        if fact != built_almere.facts[path] and not path.startswith(about_sex)
    }
    assert different == set()
