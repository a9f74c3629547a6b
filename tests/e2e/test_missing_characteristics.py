"""Whatever is missing in a characteristic of whatever kind is told, and nothing is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report45.lint.check import findings_in
from report45.lint.sources import draft_study
from report45.study.load import load
from tests.conftest import ROOT
from tests.e2e.prose import NOTEBOOKS, render

HEAD = """\
title = "Proef"
author = "Onderzoek"
commissioner = "Gemeente"
date = 2019-05-01
base = "{base}"
publications = ["deelrapport", "samenvatting"]

[dates]
start = 2017-10-01
end = 2019-04-01

[tables.clients]
file = "klanten.csv"
columns = {{ client = "klant", group = "groep", birth = "geboren", since = "sinds" }}
codes.group = {{ E = "experiment", C = "control" }}
codes.sex = {{ m = "man", v = "vrouw" }}

[[characteristics]]
name = "geslacht"
label = "Geslacht"
title = "Naar geslacht"
column = "sex"
heading = "man"
categories = [
    {{ name = "man", label = "Man", says = "is man", code = "man" }},
    {{ name = "vrouw", label = "Vrouw", says = "is vrouw", code = "vrouw" }},
]
combinations = [
    {{ name = "allen", label = "Man of vrouw", says = "is man of vrouw", of = ["man", "vrouw"] }},
]
"""

NUMBER = """
[[characteristics]]
name = "{name}"
label = "{label}"
title = "Naar {name}"
column = "{column}"
kind = "{kind}"
unit = "jaar"
mean_says = "de gemiddelde {name}"
{classes}
"""

CLASSES = """categories = [
    { name = "laag", label = "Laag", says = "is laag", below = 5 },
    { name = "hoog", label = "Hoog", says = "is hoog" },
]"""

KINDS = {
    "ervaring": ("number", "experience", "", "3"),
    "opleiding": ("number", "study", CLASSES, "8"),
    "leeftijd": ("age", "birth", "", "01-02-1960"),
    "duur": ("duration", "since", 'heading = "mean"\n' + CLASSES, "01-02-2010"),
}

Missing = Callable[[int, str], bool]
"""Whether the value of the n-th client, of a group, is missing."""

WHO: dict[str, tuple[Missing, int]] = {
    "one": (lambda n, _: n == 0, 1),
    "one group": (lambda _, group: group == "C", 8),
    "all but one": (lambda n, _: n > 0, 15),
    "some of both": (lambda n, _: n % 3 == 0, 6),
    "everyone": (lambda _n, _group: True, 16),
}


def write(folder: Path, missing: Missing, base: str) -> Path:
    toml = HEAD.format(base=base)
    for name, (kind, column, classes, _) in KINDS.items():
        toml += NUMBER.format(
            name=name, label=name.capitalize(), column=column, kind=kind, classes=classes
        )
    rows = ["klant;groep;sex;experience;study;geboren;sinds"]
    for n in range(16):
        group = "E" if n < 8 else "C"
        known = ["v", *(f"{one[3]}" for one in KINDS.values())]
        known[1] = str(3 + n % 4)
        cells = [""] * len(known) if missing(n, group) else known
        rows.append(";".join([f"k{n}", group, *cells]))
    (folder / "klanten.csv").write_text("\n".join([*rows, ""]))
    (folder / "study.toml").write_text(toml)
    return folder


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("base", ["all", "registered"])
def test_what_is_missing_is_told_and_nothing_is_made_of_it(
    who: str, base: str, tmp_path: Path
) -> None:
    missing, number = WHO[who]
    made = render(write(tmp_path, missing, base))
    told, annex = made.chapter("kenmerken"), made.chapter("verantwoording")
    summary = made.prose["samenvatting"]
    for text in (told, annex, summary):
        for wrong in ("nan", "None", "onbekend procent", "geen klanten", "\N{EN DASH} procent"):
            assert wrong not in text, (wrong, text)
    for name in ("geslacht", *KINDS):
        assert made.facts[f"kenmerken.{name}.niet_geregistreerd.totaal"].startswith(
            f"{100 * number / 16:.0f}"
        )
    tables = {one for one in made.shown if one.startswith("kenmerken.")}
    assert told.count("geeft de hele verdeling") == len(tables)
    assert len(tables) == (0 if who == "everyone" else 5)
    if who == "everyone":
        assert told.count("niet geregistreerd") >= 5
        assert "## Geslacht: niet geregistreerd" in told
        assert "Geen van de klanten" not in told
        assert "Geen van de klanten" not in summary
        assert "Geen van de kenmerken kon worden getoetst." in annex
        assert "significant" not in annex
    else:
        assert "## Geen van de klanten is man, voor zover geregistreerd" in told
        in_words = {1: "één klant", 8: "acht klanten", 15: "vijftien klanten", 6: "zes klanten"}
        assert told.count(f"Van {in_words[number]} is dit niet geregistreerd") == 5
    if who == "one group":
        assert "controlegroep 0 procent" not in told
        assert made.facts["kenmerken.geslacht.man.control"] == "een onbekend deel"


def test_check_and_build_alike_accept_it(tmp_path: Path) -> None:
    study = load(write(tmp_path, WHO["one"][0], "all"))
    from report45.chapters.outline import outline

    drafted = draft_study(study, outline(study), NOTEBOOKS)
    assert [one for one in findings_in(drafted) if one.severity == "error"] == []
    assert NOTEBOOKS.parent == ROOT
