"""What a study calls things stands rightly in every sentence: "het loon", never "de loon"."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from report45.facts import Count, Facts, Text
from report45.inspection.remarks import Remark
from report45.study.people import Terms
from report45.wording.remarks import Remarked
from report45.wording.sentences import TERMS, Pattern, Sentences, read_sentences
from tests.wording.house import Under

ROOT = Path(__file__).parents[2]
SENTENCES = ROOT / "report_templates" / "sentences" / "nl"
DECIDES = re.compile(
    r"\b(de|het|deze|dit|dezelfde|hetzelfde|iedere?|elke?|welke?|onze?|zulke?)\s*$", re.I
)
"""What before a noun depends on its article; "die" and "dat" begin clauses as well."""
ANY_ARTICLE = re.compile(r"\b(de|het|een|deze|dit)\s*$", re.I)
EITHER = {"-persoon", "-uitkering", "-doel", "-begeleider"}
"""A study may call these by any noun."""
TEMPLATED = re.compile(r"(\S*)\s*\{\{ studie\.termen\.(\w+) \}\}")


def runs(pattern: Pattern) -> Iterator[Pattern]:
    """Every run of pieces, also within alternatives."""
    yield pattern
    for piece in pattern:
        if not isinstance(piece, str) and piece[0] == "choice":
            for _, within, _ in piece[3]:
                yield from runs(within)


def clashes(text: str) -> list[str]:
    """Where an article stands before a term that it may not fit."""
    found = []
    for message in read_sentences([("a.ftl", text)]):
        for run in runs(message.pattern):
            for place, piece in enumerate(run):
                before = run[place - 1] if place else ""
                if isinstance(piece, str) or piece[0] != "term" or not isinstance(before, str):
                    continue
                wrong = ANY_ARTICLE if piece[2] == "-programma" else DECIDES
                if piece[2] in EITHER | {"-programma"} and wrong.search(before):
                    found.append(f"{message.name}: …{before[-30:]}{piece[2]}")
    return found


@pytest.mark.parametrize("path", sorted(SENTENCES.glob("*.ftl")), ids=lambda one: one.stem)
def test_no_article_stands_before_a_term_it_may_not_fit(path: Path) -> None:
    assert clashes(path.read_text(encoding="utf-8")) == []


def test_an_article_before_a_term_is_seen() -> None:
    assert clashes("x = na de { -persoon }") == ["x: …na de -persoon"]
    assert clashes("x = { $a ->\n [b] c\n*[d] Iedere { -uitkering }\n }") == [
        "x: …Iedere -uitkering"
    ]
    assert clashes("x = door de { -programma }") == ["x: …door de -programma"]
    assert clashes("x = een { -persoon } van de { -personen } in de { -experiment }") == []


def test_no_article_stands_before_a_term_in_the_prose_of_the_house() -> None:
    notebooks = [json.loads(one.read_text("utf-8")) for one in (ROOT / "notebooks").glob("*.ipynb")]
    prose = ["".join(cell["source"]) for one in notebooks for cell in one["cells"]]
    prose += [one.read_text("utf-8") for one in ROOT.glob("report_templates/*/tekst.md")]
    found = [pair for text in prose for pair in TEMPLATED.findall(text)]
    assert len(found) > 5
    wrong = [
        f"{before} {term}"
        for before, term in found
        if f"-{term}" in EITHER | {"-programma"}
        and (ANY_ARTICLE if term == "programma" else DECIDES).search(before)
    ]
    assert wrong == []


HET = Terms(
    person="lid",
    persons="leden",
    programme="het traject",
    benefit="inkomen",
    benefit_article="het",
    goal="loon",
)
ENDED: Facts = {"beeindigd": Count(3), "met_reden": Count(0), "groep": Text("experiment")}


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        (
            "bevinding-redenen",
            ENDED,
            "Bij drie leden in de experimentgroep is het einde van het inkomen vastgelegd,",
        ),
        (
            "beeindigd",
            {"control": Count(0)},
            "Bij niemand uit de controlegroep is in deze periode het einde van het inkomen "
            "vastgelegd.",
        ),
    ],
)
def test_a_study_about_neuter_words_reads_well(name: str, values: Facts, said: str) -> None:
    files = [(one.name, one.read_text("utf-8")) for one in sorted(SENTENCES.glob("*.ftl"))]
    terms = {TERMS[key]: term for key, term in HET.model_dump().items()}
    assert str(Sentences(read_sentences(files), terms).say(name, Under(values))).startswith(said)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("benefit-before-birth", "in één rij ligt het begin van het inkomen vóór de geboorte."),
        (
            "work-without-ending",
            "in één rij staat werk in plaats van inkomen, maar geen einde van het inkomen.",
        ),
        ("work-before-intake", "in één rij begint het werk vóór de intake."),
        ("ending-before-benefit", "in één rij ligt het einde van het inkomen vóór het begin."),
    ],
)
def test_a_remark_names_what_the_study_is_about(code: str, said: str) -> None:
    remark = Remark(code, "clients", "", "klanten.csv", "", rows=(3,), count=1)
    assert Remarked(HET).words(remark) == said


NUMBERED = re.compile(r"(?:\))? \} (?:is|was|loopt|begint|eindigt|eindigde|wordt|had|heeft)\b")


def test_no_verb_says_whether_what_ends_is_one_thing_or_more() -> None:
    """It may be "de toeslagen", a subject that needs "zijn" where "de uitkering" needs "is"."""
    for file in sorted(SENTENCES.glob("*.ftl")):
        for line in file.read_text("utf-8").splitlines():
            told = "" if line.startswith("#") else line
            before = told.split("{ -lidwoord_uitkering }")[:-1]
            assert all(one.endswith(" van ") for one in before), line
            after = re.split(r"-uitkering(?= \}|\))", told)[1:]
            assert not any(NUMBERED.match(one) for one in after), line
