"""Studies that lack most of what a study may have: sound, built, and told as they are.

Every study here has clients with one characteristic and a table of outcomes, written by hand so
that each number can be counted in the parameters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from report45.book.blocks import Block, Shown
from report45.book.plan import make_book
from report45.chapters.outline import outline
from report45.chapters.planned import Outline
from report45.lint.check import findings_in
from report45.lint.sources import cells_of, draft_study
from report45.study.load import load
from tests.e2e.prose import NOTEBOOKS, PUBLICATIONS

HEAD = """\
title = "Proef"
author = "Onderzoek"
commissioner = "Gemeente"
date = 2019-05-01
publications = ["deelrapport", "nieuwsbericht", "factsheet", "samenvatting"]

[terms]
programme = "het programma"

[dates]
start = 2017-10-01
end = 2019-04-01

[allocation]
method = "random"

[tables.clients]
file = "klanten.csv"
columns = { client = "klant", group = "groep", sex = "geslacht" }
codes.group = { E = "experiment", C = "control" }
codes.sex = { m = "man", v = "vrouw" }

[[characteristics]]
name = "geslacht"
label = "Geslacht"
title = "Naar geslacht"
column = "sex"
heading = "vrouw"
categories = [
    { name = "man", label = "Man", says = "is man", code = "man" },
    { name = "vrouw", label = "Vrouw", says = "is vrouw", code = "vrouw" },
]
"""

TABLE = """
[tables.outcomes]
file = "uitkomsten.csv"
columns = { client = "klant" }
"""

WORKS = """
[[outcomes]]
name = "werk"
label = "Werk"
says = "heeft werk"
experiment = [{ table = "outcomes", column = "werk", certain = ["ja"], possible = ["soms"] }]
control = [{ table = "outcomes", column = "werk", certain = ["ja"], possible = ["soms"] }]
"""

CODES = 'codes.werk = { ja = "ja", nee = "nee", soms = "soms" }\n'

PAY = """
[[outcomes]]
name = "loon"
label = "Loon"
column = "loon"
unit = "euro"
"""


COURSE = """
[tables.trajectories]
file = "verloop.csv"
columns = { client = "klant", route = "hoe" }

[[routes]]
name = "niet"
label = "Niet begonnen"
code = "niet"
stage = "out"
says = "is niet begonnen"

[[routes]]
name = "klaar"
label = "Klaar"
code = "klaar"
stage = "done"
says = "is klaar"
"""


def written(
    folder: Path,
    experiment: list[str],
    control: list[str],
    column: str,
    declared: str,
    course: Sequence[str] = (),
    steps: str = "",
) -> Mapping[str, str]:
    """Write a study of these cells of one column, hold it to be sound, and give its prose.

    The prose is by publication, of the interim report also by chapter; its facts are those of the
    analysis, so that no figure need be drawn.
    """
    cells = [*experiment, *control]
    groups = "E" * len(experiment) + "C" * len(control)
    people = [f"k{n};{group};{'mv'[n % 2]}" for n, group in enumerate(groups)]
    (folder / "klanten.csv").write_text("\n".join(["klant;groep;geslacht", *people, ""]))
    toml = steps + HEAD
    if column:
        rows = [f"k{n};{cell}" for n, cell in enumerate(cells) if cell != "."]
        (folder / "uitkomsten.csv").write_text("\n".join([f"klant;{column}", *rows, ""]))
        toml += TABLE + (CODES if column == "werk" else "") + declared
    if course:
        ways = [f"k{n};{way}" for n, way in enumerate(course) if way]
        (folder / "verloop.csv").write_text("\n".join(["klant;hoe", *ways, ""]))
        toml += COURSE
    (folder / "study.toml").write_text(toml)
    study = load(folder)
    drafted = draft_study(study, outline(study), NOTEBOOKS)
    assert [one for one in findings_in(drafted) if one.severity == "error"] == []
    told = {}
    for publication in PUBLICATIONS:
        book = make_book([one.chapter for one in drafted.drafts], publication)
        sections = [section for part in book.chapters for section in part]
        each = {f"{publication}.{one.name}": _text(one.blocks) for one in sections}
        told |= each | {publication: " ".join([f"# {book.title}", *each.values()])}
    return told


def _text(blocks: Sequence[Block]) -> str:
    written = " ".join(one.markdown for one in blocks if not isinstance(one, Shown))
    return " ".join(written.replace("\\", "").split())


def missing(treatment: str) -> str:
    return WORKS.replace('name = "werk"', f'name = "werk"\nmissing = "{treatment}"')


YES, NO = ["ja"], ["nee"]

STUDIES = {
    "only a mean": (
        (["10", "12", "14"] * 5, ["1", "2", "3"] * 5, "loon", PAY),
        "## Loon: hoger in de experimentgroep",
        "12,0 euro en in de controlegroep 2,0 euro. Het verschil is 10,0 euro",
    ),
    "no outcomes": ((["."] * 9, ["."] * 9, "", ""), "", ""),
    "a mean without spread": (
        (["2000"] * 9, ["0"] * 9, "loon", PAY),
        "## Loon: het verschil is niet te bepalen",
        "Voor iedereen in de experimentgroep is dit 2.000 euro, voor iedereen in de controlegroep "
        "0 euro. Het verschil is 2.000 euro. Een toets is dan niet mogelijk.",
    ),
    "everyone alike": (
        (["5"] * 9, ["5"] * 9, "loon", PAY),
        "## Loon: het verschil is niet te bepalen",
        "Dit is voor iedereen in beide groepen 5 euro.",
    ),
    "a mean of a group of one": (
        (["10", "12", "14"], ["4"], "loon", PAY),
        "## Loon: het verschil is niet te bepalen",
        "Voor een toets is dit van te weinig klanten bekend.",
    ),
    "a mean of nobody": (
        (["10", "12", "14"], ["", ".", ""], "loon", PAY),
        "## Loon: het verschil is niet te bepalen",
        "Van ten minste één groep is dit van niemand bekend.",
    ),
    "a mean of some": (
        (["10", "12", "14"], ["1", "2", ""], "loon", PAY),
        "## Loon: hoger in de experimentgroep",
        "Van 1 van de 3 klanten in de controlegroep is dit niet bekend. Die telt niet mee.",
    ),
    "a group of one": (
        (YES * 34 + NO * 6, NO, "werk", WORKS),
        "## Werk: het verschil is niet te bepalen",
        "Het verschil is 85,0 procentpunt. Voor een betrouwbaarheidsinterval is de uitkomst "
        "van te weinig klanten bekend.",
    ),
    "nothing registered": (
        ([""] * 9, ["."] * 9, "werk", missing("exclude")),
        "## Werk: het verschil is niet te bepalen",
        "Van niemand uit de experimentgroep is deze uitkomst bekend.",
    ),
    "nothing registered, all possible": (
        ([""] * 9, ["."] * 9, "werk", missing("possible")),
        "## Werk: het verschil is onzeker",
        "Het verschil is daarmee \N{MINUS SIGN}100,0 tot 100,0 procentpunt.",
    ),
    "half registered": (
        (YES * 20 + NO * 20, YES * 10 + NO * 10 + [""] * 20, "werk", missing("exclude")),
        "## Werk: geen aantoonbaar verschil",
        "Van 20 van de 40 klanten in de controlegroep is dit niet bekend. Zij tellen niet mee.",
    ),
    "half registered, the rest no": (
        (YES * 20 + NO * 20, YES * 10 + NO * 10 + [""] * 20, "werk", missing("no")),
        "## Werk: vaker in de experimentgroep",
        "Zij tellen mee als klanten voor wie het niet geldt.",
    ),
    "one not registered, and that a no": (
        (YES * 20 + NO * 20, YES * 10 + NO * 29 + [""], "werk", missing("no")),
        "## Werk: vaker in de experimentgroep",
        "Van 1 van de 40 klanten in de controlegroep is dit niet bekend. Die telt mee als iemand "
        "voor wie het niet geldt.",
    ),
    "exactly as many": (
        (YES * 5 + NO * 10, YES * 10 + NO * 20, "werk", WORKS),
        "## Werk: geen aantoonbaar verschil",
        "In deze groepen is er dus geen verschil; daarbuiten kan dat er toch zijn.",
    ),
    "hardly anybody": (
        (YES + NO * 249, NO * 250, "werk", WORKS),
        "## Werk: geen aantoonbaar verschil",
        "Van de experimentgroep heeft minder dan 1 procent werk. Van de controlegroep is dat "
        "0 procent.",
    ),
}


@pytest.mark.parametrize("name", STUDIES)
def test_a_small_study_is_told_as_it_is(name: str, tmp_path: Path) -> None:
    given, heading, sentence = STUDIES[name]
    made = written(tmp_path, *given)
    if name == "no outcomes":
        assert "deelrapport.resultaten" not in made
        assert "# Het programma: nog geen uitkomsten" in made["nieuwsbericht"]
        assert "Over de uitkomsten zijn nog geen gegevens." in made["samenvatting"]
        assert "Over de uitkomsten zijn nog geen gegevens." in made["factsheet"]
        left_out = draft_study(load(tmp_path), Outline((), ()), NOTEBOOKS).left_out
        assert "resultaten" in {one.name for one in left_out}
        for publication in PUBLICATIONS:
            assert "voorlopig" not in made[publication].casefold(), publication
        annex = made["deelrapport.verantwoording"]
        assert "dezelfde maat" not in annex
        assert "uitspra" not in annex
        return
    annex = made["deelrapport.verantwoording"]
    assert "of de uitkomst in beide groepen met dezelfde maat is gemeten." in annex
    assert "uitspra" not in annex
    told = made["deelrapport.resultaten"]
    assert heading in told
    assert sentence in told
    unsure = "niet te bepalen" in heading
    of_whom = re.findall(r"Van \d+ van de \d+ klanten in de [\w\d ]+ is dit niet bekend\.", told)
    for publication in PUBLICATIONS:
        assert all(one in made[publication] for one in of_whom), publication
        assert not (unsure and "aantoonbaar" in made[publication]), publication
        assert not (unsure and "geen verschil" in made[publication]), publication


def test_a_headline_counts_nobody_only_where_nobody_has_it(tmp_path: Path) -> None:
    for at, (cells, head) in enumerate(
        (
            (NO * 9, "niemand uit de experimentgroep heeft werk"),
            (YES * 9, "iedereen uit de experimentgroep heeft werk"),
            (NO * 8 + ["soms"], "0 tot 11 procent van de experimentgroep heeft werk"),
            ([""] * 9, "een onbekend deel van de experimentgroep heeft werk"),
        )
    ):
        folder = tmp_path / str(at)
        folder.mkdir()
        declared = missing("exclude") if "" in cells else WORKS
        made = written(folder, cells, YES * 4 + NO * 5, "werk", declared)
        assert f"# Het programma: {head}" in made["nieuwsbericht"]


STEPS = 'steps = ["klaar"]\n'


@pytest.mark.parametrize(
    ("course", "steps", "told", "never"),
    [
        # Which routes are steps need not be said.
        (["klaar"] * 6 + ["niet"] * 4, "", "# Wat er met de experimentgroep gebeurde", "een stap"),
        (["klaar"] * 6 + ["niet"] * 4, STEPS, "Zestig procent van de", "en minste"),
        # Whose course is not known may have done it too.
        (["klaar"] * 6 + [""] * 4, STEPS, "Ten minste 60 procent van de", "Zestig procent"),
        (["klaar"] * 3 + [""] * 7, STEPS, "# Wat er met de experimentgroep gebeurde", "een stap"),
        (["niet"] * 3 + [""] * 7, STEPS, "# Wie uit de experimentgroep deelnam", "nam deel"),
    ],
)
def test_a_course_is_told_as_far_as_it_is_known(
    course: list[str], steps: str, told: str, never: str, tmp_path: Path
) -> None:
    made = written(tmp_path, YES * 5 + NO * 5, YES * 5 + NO * 5, "werk", WORKS, course, steps)
    every = " ".join(made.values())
    assert told in every
    assert never not in every
    for publication in ("nieuwsbericht", "samenvatting"):
        assert "experimentgroep gebeurde." not in made[publication]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (0, ""),
        (1, "De andere uitkomst leidt tot hetzelfde oordeel."),
        (2, "De andere uitkomsten leiden tot hetzelfde oordeel."),
    ],
)
def test_other_outcomes_are_as_many_as_there_are(more: int, told: str, tmp_path: Path) -> None:
    others = "".join(WORKS.replace('name = "werk"', f'name = "w{n}"') for n in range(more))
    made = written(tmp_path, YES * 9 + NO * 9, YES * 8 + NO * 9, "werk", WORKS + others)
    assert told in made["nieuwsbericht"]
    assert ("andere uitkomst" in made["nieuwsbericht"]) == bool(told)


@pytest.mark.parametrize("name", ["klantmanagement", "accountmanagement"])
def test_what_a_programme_does_is_said_by_its_own_texts(name: str) -> None:
    prose = [text for kind, text in cells_of(NOTEBOOKS / f"{name}.ipynb") if kind == "markdown"]
    said = [line for line in prose[0].splitlines() if line and not line.startswith("{%")]
    assert len(said) == 1
    assert "hoofdstuk" in said[0]
