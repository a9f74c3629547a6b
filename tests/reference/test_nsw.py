"""The National Supported Work study gives the means its authors published.

Dehejia, R. H., & Wahba, S. (1999). Causal effects in nonexperimental studies: reevaluating the
evaluation of training programs. Journal of the American Statistical Association, 94(448),
1053–1062, table 1, rows "NSW" (RE74 subset), treated 185 and control 260.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction

import pytest

from tests.conftest import Release

GROUPS = ("experiment", "control")

# By our characteristic, and where it is a share by the category the table gives the mean of.
TABLE_1: Mapping[str, tuple[str, str]] = {
    "leeftijd.gemiddelde": ("25.81", "25.05"),
    "opleiding.gemiddelde": ("10.35", "10.09"),
    "zwart.ja": ("0.84", "0.83"),
    "hispanic.ja": ("0.06", "0.11"),
    "geen_diploma.ja": ("0.71", "0.83"),
    "getrouwd.ja": ("0.19", "0.15"),
    "inkomen_1974.gemiddelde": ("2096", "2107"),
    "inkomen_1975.gemiddelde": ("1532", "1267"),
}

LEFT_OUT = "Voor deze onderdelen zijn geen gegevens aangeleverd"

SENTENCES = [
    "Bijna tachtig procent van de deelnemers heeft geen diploma van de middelbare school",
    "Van de experimentgroep heeft 71 procent geen diploma van de middelbare school, van de "
    "controlegroep 83 procent. De verdeling verschilt meer dan de grens die wij voor een klein "
    "verschil aanhouden. Tabel 2.6 geeft de hele verdeling.",
    "Van de experimentgroep is 84 procent zwart, van de controlegroep 83 procent. Tabel 2.3",
    "Verschil tussen de groepen: significant (p = 0,001).",
    "In de experimentgroep is het gemiddelde inkomen uit werk in 1974 2.096 dollar, in de "
    "controlegroep 2.107 dollar",
    "De gemiddelde duur van het onderwijs is ruim tien jaar",
    "Van de getoetste kenmerken verschilt er één significant tussen de groepen",
    "Van de experimentgroep had 76 procent in 1978 inkomen uit werk. Van de controlegroep is dat "
    "65 procent.",
]


@pytest.mark.parametrize("name", TABLE_1)
def test_a_published_mean(name: str, built_nsw: Release) -> None:
    for group, published in zip(GROUPS, TABLE_1[name], strict=True):
        found = built_nsw.facts[f"kenmerken.{name}.{group}"]["value"]
        assert published in _printed_with(found, published), group


def _printed_with(value: float, like: str) -> set[str]:
    """Round and truncate: the table truncates a few (25.816 is printed as 25.81)."""
    digits = len(like.partition(".")[2])
    scaled = Fraction(value) * 10**digits
    ways = {math.floor(scaled), math.floor(scaled + Fraction(1, 2))}
    return {f"{whole / 10**digits:.{digits}f}" for whole in ways}


def test_the_sizes_of_the_sample(built_nsw: Release) -> None:
    n = [built_nsw.facts[f"opzet.toewijzing.n.{group}"]["value"] for group in GROUPS]
    assert n == [185, 260]


def test_the_lack_of_a_degree_is_flagged(built_nsw: Release) -> None:
    import numpy as np
    from scipy.stats import chi2_contingency

    facts = built_nsw.facts
    counts = [facts[f"kenmerken.geen_diploma.ja.{group}"] for group in GROUPS]
    cross = np.array([[one["count"], one["base"] - one["count"]] for one in counts])
    tested = chi2_contingency(cross, correction=False)
    assert facts["kenmerken.geen_diploma.onevenwichtig"]["value"] is True
    assert facts["kenmerken.geen_diploma.toets"]["significant"] is True
    assert facts["kenmerken.geen_diploma.toets"]["value"] == pytest.approx(tested.pvalue)
    significant = [
        path
        for path, fact in facts.items()
        if path.startswith("verantwoording.balans.") and fact.get("significant")
    ]
    # The sample of Dehejia & Wahba is part of the one that was drawn by lot.
    assert set(significant) == {
        "verantwoording.balans.geen_diploma.toets",
        "verantwoording.balans.geheel",
    }


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_about_it(sentence: str, built_nsw: Release) -> None:
    assert sentence in " ".join(built_nsw.prose.split())


def test_no_word_of_the_other_study(built_nsw: Release) -> None:
    # The titles of chapters left out are those of the notebooks, which speak of case management.
    lines = [line for line in built_nsw.prose.splitlines() if not line.startswith(LEFT_OUT)]
    told = "\n".join(lines).lower()
    for word in ("almere", "45+", "klant", "uitkering", "gemeente", "euro"):
        assert word not in told, word


def test_chapters_without_tables_are_left_out_and_named(built_nsw: Release) -> None:
    for name in ("verloop", "casussen", "instrumenten"):
        assert f"chapter {name} left out" in built_nsw.said
        assert not any(path.startswith(f"{name}.") for path in built_nsw.facts)
    (told,) = [line for line in built_nsw.prose.splitlines() if line.startswith(LEFT_OUT)]
    missing = told.partition(":")[2]
    assert "Casussen" in missing
    assert "Verloop van het experiment" in missing
    assert "Kenmerken" not in missing
    assert not [caption for caption in built_nsw.tables if "chema" in caption]


def test_a_table_of_means_on_the_page(built_nsw: Release) -> None:
    shown = built_nsw.tables["Tabel 2.1 Gemiddelde leeftijd"]
    assert shown.columns == (
        "Leeftijd (jaar)",
        "Experimentgroep (n = 185)",
        "Controlegroep (n = 260)",
        "Totaal (n = 445)",
    )
    assert shown.rows["Gemiddelde (standaardafwijking)"][:2] == ("25,8 (7,2)", "25,1 (7,1)")
    shares = built_nsw.tables["Tabel 2.6 Deelnemers zonder diploma van de middelbare school"]
    assert shares.rows["Geen diploma"] == ("71%", "83%", "78%")
