"""Every remark has words in Dutch and in English, and none holds more than its facts."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from report45.facts import Count, Day, Share, Text
from report45.inspection.remarks import Looked, Remark
from report45.study.people import Terms
from report45.wording.remarks import LANGUAGES, Remarked, lines
from report45.wording.sentences import expressions, read_sentences

ROOT = Path(__file__).parents[2]
TERMS = Terms(person="deelnemer", persons="deelnemers")


def codes() -> set[str]:
    """Every code a rule gives: hyphenated words in the rules that are no declaration."""
    found: set[str] = set()
    for path in (ROOT / "src/report45/inspection").glob("*.py"):
        found |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text(encoding="utf-8")))
    return found


def alternatives(lang: str) -> set[str]:
    text = (ROOT / f"report_templates/sentences/{lang}/waarschuwingen.ftl").read_text("utf-8")
    (message,) = (one for one in read_sentences([("w", text)]) if one.name == "waarschuwing")
    choice = next(one for one in expressions(message.pattern) if one[0] == "choice")
    return {key for key, _, default in choice[3] if not default}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_words(lang: str) -> None:
    assert len(codes()) > 60
    assert codes() <= alternatives(lang)


def remark(code: str, rows: tuple[int, ...], count: int, **values: object) -> Remark:
    return Remark(code, "contacts", "date", "contacten.csv", "datum", rows, count, values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "one", "line"),
    [
        (
            "nl",
            remark("after-death", (7,), 1),
            "contacten.csv, rij 7, kolom datum: in één rij gebeurt iets na iemands "
            "overlijden. [after-death contacts.date]",
        ),
        (
            "en",
            remark("after-death", (7, 9), 2),
            "contacten.csv, rows 7, 9, column datum: after the client's death. "
            "[after-death contacts.date]",
        ),
        (
            "nl",
            remark("empty-cells", (2, 3, 4, 5, 6), 1205, deel=Share(8795, 10000)),
            "contacten.csv, rijen 2, 3, 4, 5, 6 en nog 1.200, kolom datum: in 1.205 rijen staat "
            "niets; gevuld is 88 procent. [empty-cells contacts.date]",
        ),
        (
            "en",
            remark("empty-cells", (2,), 1, deel=Share(444, 445)),
            "contacten.csv, row 2, column datum: empty cells; more than 99 percent is filled in. "
            "[empty-cells contacts.date]",
        ),
        (
            "en",
            remark("stops-early", (), 0, dag=Day(dt.date(2018, 3, 1))),
            "contacten.csv, column datum: no row after 2018-03-01, long before the study ends. "
            "[stops-early contacts.date]",
        ),
    ],
)
def test_a_line_says_where_what_and_what_to_accept_it_by(lang: str, one: Remark, line: str) -> None:
    assert Remarked(TERMS, lang).line(one) == line


def test_a_whole_table_has_no_column() -> None:
    one = Remark("duplicate-rows", "contacts", "", "c.csv", "", (3,), 1, {"aantal": Count(9)})
    assert Remarked(TERMS).place(one) == "c.csv, rij 3"


def test_what_is_accepted_is_counted_and_not_told() -> None:
    open_ = remark("weekend", (7,), 1)
    seen = Looked((open_,), ((remark("after-death", (7,), 1), "Nagegaan."),))
    assert lines(seen, "proef", TERMS) == (
        "proef: waarschuwing: contacten.csv, rij 7, kolom datum: in één rij valt de datum in een "
        "weekend, bijna alle andere op een werkdag. [weekend contacts.date]",
        "proef: 1 opmerking over de gegevens is nagegaan; de bijlage vertelt haar",
    )
    assert lines(Looked((), ()), "proef", TERMS) == ()


def test_a_note_of_reading_brings_its_own_words_in_english() -> None:
    said = {"plaats": Text("sheet 1"), "probleem": Text("is odd."), "raad": Text("Look.")}
    one = Remark("some-note", "contacts", "", "c.xlsx", "", (), 0, said)
    assert Remarked(TERMS, "en").words(one) == "is odd. Look."
