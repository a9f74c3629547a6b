"""What is wrong in messages is found without saying them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from report45.chapters.outline import outline
from report45.lint import check
from report45.lint.check import check_prose
from report45.lint.editions import editions
from report45.lint.readings import Readings
from report45.lint.rules.messages import (
    Called,
    incomplete,
    message_findings,
    unknown_to_prose,
    used_by,
    words_of,
)
from report45.lint.sources import draft_study
from report45.prose.sentences import sentences_of
from report45.study.load import load
from report45.verdicts import SCALES
from report45.wording.sentences import Sentences, read_sentences
from tests.study.small import small

ROOT = Path(__file__).parents[2]
TERMS = {"persoon": "klant"}
EFFECT = SCALES["effect"]


def said(text: str, own: str = "") -> Sentences:
    return Sentences(read_sentences([("nl/a.ftl", text), ("sentences.ftl", own)]), TERMS)


def call(name: str, *, whole: bool = True, given: str = "", **lacks: bool) -> Called:
    return Called(name, whole, frozenset(given.split()), lacks)


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ([*EFFECT], None),
        (["ja", "nee"], None),
        (["ja", "nee", "nvt"], None),
        ([0, "one", "other"], None),
        (["one", "other"], None),
        (["klant", "inwoner"], None),
        (["experiment", "control"], None),
        (["klant", "inwoner", "meer"], None),
        ([*EFFECT[1:]], "has no words for hoger of the scale effect."),
        ([*EFFECT[2:], "hooger"], "[hooger] is no value of the scale effect."),
        (["ja", "other"], "has no words for nee of the scale ja of nee."),
        ([*EFFECT, "hoger"], "has [hoger] twice."),
    ],
)
def test_a_choice_by_a_judgement_has_words_for_every_value(
    keys: list[str | int], problem: str | None
) -> None:
    told = incomplete(keys, "x")
    assert (told and told.problem) == (problem and f"x: {problem}")


@pytest.mark.parametrize("scale", SCALES)
def test_no_scale_can_lose_a_value(scale: str) -> None:
    values = SCALES[scale]
    assert incomplete(values) is None
    for left_out in values:
        kept = tuple(one for one in values if one != left_out)
        smaller = [set(kept) == set(other) for other in (*SCALES.values(), ("ja", "nee"))]
        assert any(smaller) or incomplete(kept) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Wat het is.\nx = { BREUK($a) } { -persoon }", []),
        ("x = a", [(1, "no-comment", "x does not say what it is.")]),
        (
            "# A\n\n# B\nx = { BREUKEN($a) }",
            [(4, "template-syntax", "there is no function BREUKEN.")],
        ),
        ("# A\nx = a\n    { yy }", [(3, "unknown-sentence", "there is no sentence yy.")]),
        ("# A\nx = { -persoom }", [(2, "unknown-sentence", "there is no term -persoom.")]),
        (
            "# A\nx = a { $b ->\n [c] d\n*[e] { $f ->\n [ja] g\n*[other] h\n }\n }",
            [(4, "alternatives", "x: has no words for nee of the scale ja of nee.")],
        ),
    ],
)
def test_a_message_is_read_in_all_its_alternatives(
    text: str, found: list[tuple[int, str, str]]
) -> None:
    told = message_findings(said(text), Path("map"))
    assert [(one.place.line, one.code, one.problem) for one in told] == found


def test_a_finding_names_the_file_among_the_templates_or_in_the_study() -> None:
    house, own = message_findings(said("x = a", "y = b"), Path("map"))
    assert house.place.shown_file.endswith("report_templates/nl/a.ftl")
    assert own.place.shown_file == "map/sentences.ftl"


HOUSE = "kop = { $label }\nvoet = { kop } { $n }\nlos = x"


@pytest.mark.parametrize(
    ("own", "called", "problem"),
    [
        ("kop = { $label }", [call("kop", label=False)], ""),
        ("kop = { $titel }", [call("kop", label=False, titel=False)], ""),
        ("kop = { $titel }", [call("kop", label=False, titel=True)], "kop has no $titel."),
        ("kop = { $titel }", [call("kop"), call("kop", titel=True)], ""),
        ("kop = { $label } { $n }", [call("kop", given="n")], ""),
        ("koop = { $label }", [call("kop")], "nothing says koop."),
        ("koop = { $label }", [call("ko", whole=False)], ""),
        ("kop = { eigen }\neigen = x", [call("kop")], ""),
        ("eigen = x", [call("eigen")], ""),
    ],
)
def test_what_a_study_says_itself_is_said_somewhere(
    own: str, called: list[Called], problem: str
) -> None:
    every = said(HOUSE, own)
    found = unknown_to_prose(every, "sentences.ftl", called, said(HOUSE), Path())
    assert "".join(one.problem for one in found) == problem


def test_a_message_is_used_that_another_refers_to() -> None:
    assert used_by(said(HOUSE), [call("voet")]) == {"kop", "voet"}


def test_only_what_is_printed_is_left_to_read() -> None:
    text = "# Twaalf\nkop = { $n ->\n    [0] niemand van 12\n   *[other] { $n } van { -x }\n}\n"
    left = words_of(text).split("\n")
    assert [line.strip() for line in left] == ["", "", "niemand van 12", "▮ van ▮", "", ""]


TOML: Mapping[str, tuple[str, str]] = {
    "unknown": ("koop = a", r"sentences\.ftl, line 2: nothing says koop\."),
    "variable": ("uitkomst-kop = { $labl }", r"line 2: uitkomst-kop has no \$labl\. Did you mean"),
    "displayed": ("tabel-uitkomsten = { $n }", r"line 2: tabel-uitkomsten has no \$n\."),
    "treated": (
        'tabel-uitkomsten = Wat { PROCENT("x") }',
        r"line 2: tabel-uitkomsten: PROCENT\(x\) cannot stand here",
    ),
    "chosen": (
        "bron = { $bron ->\n [een] a\n*[twee] { $auteur }\n}",
        r"line 2: bron: \$bron -> cannot stand here",
    ),
    "choice": (
        "uitkomst-kop = { $oordeel ->\n [hoger] a\n*[lager] b\n}",
        r"line 2: uitkomst-kop: has no words for geen_verschil, keert",
    ),
}


@pytest.mark.parametrize("kind", TOML)
def test_a_study_is_told_what_is_wrong_in_its_own_sentences(kind: str, tmp_path: Path) -> None:
    import re

    own, wrong = TOML[kind]
    small(tmp_path / "proef")
    (tmp_path / "proef" / "sentences.ftl").write_text(f"# Wat het is\n{own}\n", encoding="utf-8")
    study = load(tmp_path / "proef")
    found = check_prose(study, outline(study), ROOT / "notebooks")
    told = [str(one) for one in found if Path(one.place.file).name == "sentences.ftl"]
    assert len(told) == 1
    assert re.search(wrong, told[0])


def calls(name: str) -> tuple[list[Called], Sentences]:
    """What all prose of a delivered study calls, in branches that it takes and others."""
    study = load(ROOT / "data" / name)
    prose = draft_study(study, outline(study), ROOT / "notebooks")
    reader = check._Check(prose, Readings(prose.texts))
    for edition in editions(prose):
        reader._of_edition(edition)
    return reader._called, sentences_of(prose.drafts[0].chapter)


def test_every_message_of_the_house_is_said_and_given_all_it_names() -> None:
    called, house = calls("almere")
    called += calls("nsw")[0]
    code = "".join(one.read_text("utf-8") for one in (ROOT / "src").rglob("*.py"))
    shown = {name for name in house.messages if f'"{name}"' in code}
    used = used_by(house, [*called, *(call(name) for name in shown)])
    assert sorted(house.messages.keys() - used) == []
    lacking = {
        f"{name} ${variable}"
        for name in house.messages
        if name != "waarschuwing"  # what it names depends on the kind; all are said elsewhere
        if (mine := [one for one in called if one.whole and one.name == name])
        for variable in house.variables(name)
        if all(one.lacks.get(variable, False) for one in mine)
    }
    # The findings are known once the annex is executed; no delivered study is about a mean.
    elsewhere = {"controle-kort $aantal", "nieuws-kop-gemiddelde $oordeel"}
    assert sorted(lacking - elsewhere) == []
