"""How prose is laid out: where a line is found wanting, and where it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report45.chapters.executed import Chapter
from report45.lint.rules.form import LONGEST, if_in_sentence, judgements, laid_out, sentences_of
from report45.prose.narrative import Narrator
from tests.book.fixtures import META


@pytest.mark.parametrize(
    ("line", "inside"),
    [
        ("{% if a %}Een zin.{% else %}Een andere.{% endif %} En een derde.", False),
        ("## {% if a %}Een kop{% endif %}", True),
        ("Een zin. {% if a %}Nog een.{% endif %}", False),
        ("- {% if a %}Een punt.{% endif %}", False),
        ("{% if a %}", False),
        ("Van {{ a }}{% if b %} en {{ c }}{% endif %}.", True),
        ("{% if a %}Een{% else %}Twee{% endif %} zin.", True),
        ('Zij {{ "deed" if a else "deden" }} mee.', True),
        ('{{ zin("x", a) }}', False),
        ("Twee punten: {% if a %}Zin.{% endif %}", False),
        ("{% for a in b %}{{ a }}, {% endfor %}", False),
    ],
)
def test_an_if_stands_inside_a_sentence(line: str, inside: bool) -> None:
    assert if_in_sentence(line) == inside


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Een zin.", 1),
        ("Een zin. Nog een zin.", 2),
        ("Volgens dr. Jansen is het zo.", 1),
        ("Een zin. {{ a }} ook.", 2),
        ("1. Een punt.", 1),
        ("Van {{ a }} tot {{ b }} is het zo!", 1),
        ("“Een zin.” Nog een.", 2),
        ("| Een. | Twee. Drie |", 1),
        ("", 0),
    ],
)
def test_sentences_on_a_line_are_counted(line: str, count: int) -> None:
    assert len(sentences_of(line)) == count


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("x" * LONGEST, []),
        ("a\n" + "x" * (LONGEST + 1), [(2, "long-line")]),
        ("a {% if b %}c{% endif %}", [(1, "if-in-sentence")]),
        ("{% if a %}\nA.\n{% endif %}\n{% if b %}\nB.\n{% endif %}", [(1, "many-ifs")]),
        ("{% if a %}\nA.\n{% endif %}\n\n{% if b %}\nB.\n{% endif %}", []),
        ("Een.\n\nTwee. Drie.", [(3, "many-sentences")]),
        ("<!-- A. B. -->\n{# Een.\nTwee. #}Drie. Vier.", [(3, "many-sentences")]),
    ],
)
def test_what_is_not_laid_out_well_is_named_with_its_line(
    prose: str, found: list[tuple[int, str]]
) -> None:
    assert [(one.place.line, one.code) for one in laid_out(prose)] == found


@pytest.mark.parametrize(
    ("prose", "problems"),
    [
        ("{% if a.b is defined %}x{% endif %}", []),
        ("{% if a is defined and b is defined and c %}x{% endif %}", []),
        ('{% if a.oordeel == "keert" %}x{% elif a.oordeel in ["hoger"] %}y{% endif %}', []),
        ("{% if not a %}x{% endif %}", []),
        ("{% if a.count > 0 %}x{% endif %}", ["a condition compares numbers."]),
        ("{% if a == b %}x{% endif %}", ["a condition compares numbers."]),
        ("\n{{ 'x' if a < 1 else 'y' }}", ["a condition compares numbers."]),
        ("{% if a and b %}x{% endif %}", ["a condition joins facts."]),
        ("{% if a and not (b or c) %}x{% endif %}", ["a condition joins facts."]),
        ("{% for x in a if x.y > 1 %}x{% endfor %}", ["a condition compares numbers."]),
        (
            '{% if a | vergelijk(b, "x", "y", "z") == "z" %}q{% endif %}',
            ["a condition compares sh"],
        ),
        ("{% if %}", []),
    ],
)
def test_prose_weighs_nothing(prose: str, problems: list[str]) -> None:
    bare = Chapter("", "", "", "", META, {}, (), {})
    environment, _ = Narrator(bare, (), ()).language
    found = list(judgements(prose, environment))
    assert {one.code for one in found} <= {"judgement-in-prose"}
    told = list(dict.fromkeys(one.problem for one in found))
    assert len(told) == len(problems)
    assert all(one.startswith(begin) for one, begin in zip(told, problems, strict=True))


HELD = {"long-line", "if-in-sentence"}
ROOT = Path(__file__).parents[2]


def test_the_prose_of_the_house_is_readable() -> None:
    prose = {
        f"{path.name}, cell {number}": "".join(cell["source"])
        for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
        for number, cell in enumerate(json.loads(path.read_text("utf-8"))["cells"], 1)
        if cell["cell_type"] == "markdown"
    }
    texts = [*ROOT.glob("report_templates/*/tekst.md"), *ROOT.glob("data/*/texts/*.md")]
    prose |= {str(path): path.read_text("utf-8") for path in texts}
    assert len(prose) > 60
    found = {
        f"{where}, line {blame.line}: {blame.code}"
        for where, text in prose.items()
        for blame in laid_out(text)
        if blame.code in HELD
    }
    assert found == set()
