"""Every remark has words in Dutch and in English, and none holds more than its facts."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from report45.errors import Place
from report45.facts import Count, Day, Share
from report45.inspection.remarks import Looked, Remark
from report45.inspection.seen import Seen
from report45.study.files import Note
from report45.study.load import Delivered
from report45.study.people import Table, Terms
from report45.wording.remarks import LANGUAGES, Remarked, lines
from report45.wording.sentences import expressions, read_sentences

ROOT = Path(__file__).parents[2]
EMPTY, DELIVERED = pd.DataFrame(), Delivered(np.arange(0))
TERMS = Terms(person="deelnemer", persons="deelnemers")


def codes() -> set[str]:
    """Every code a rule gives, and every code of what reading a file notes."""
    found: set[str] = set()
    for path in (ROOT / "src/report45/inspection").glob("*.py"):
        found |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text(encoding="utf-8")))
    for path in (ROOT / "src/report45/study").glob("*.py"):
        found |= set(re.findall(r'Note\("([a-z-]+)"', path.read_text(encoding="utf-8")))
    return found - {"merged", "formula"}  # these refuse the file


def alternatives(lang: str) -> set[str]:
    text = (ROOT / f"report_templates/sentences/{lang}/waarschuwingen.ftl").read_text("utf-8")
    (message,) = (one for one in read_sentences([("w", text)]) if one.name == "waarschuwing")
    choice = next(one for one in expressions(message.pattern) if one[0] == "choice")
    return {key for key, _, _ in choice[3]}


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
            "contacten.csv, rows 7 and 9, column datum: after the client's death. "
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
    assert Remarked(TERMS).line(one).startswith("c.csv, rij 3: ")


def test_what_is_accepted_is_counted_and_not_told() -> None:
    open_ = remark("weekend", (7,), 1)
    seen = Looked((open_,), ((remark("after-death", (7,), 1), "Nagegaan."),))
    assert lines(seen, "proef", TERMS) == (
        "proef: waarschuwing: contacten.csv, rij 7, kolom datum: in één rij valt de datum in een "
        "weekend, bijna alle andere op een werkdag. [weekend contacts.date]",
        "proef: 1 opmerking over de gegevens is nagegaan; de bijlage vertelt haar",
    )
    assert lines(Looked((), ()), "proef", TERMS) == ()


@pytest.mark.parametrize(
    ("code", "rows", "column", "says", "dutch", "english"),
    [
        (
            "hidden-rows",
            (3, 9),
            "",
            {"gedaan": "read"},
            "c.xlsx, rijen 3 en 9: 2 rijen zijn in Excel verborgen, door een filter of met de "
            "hand; "
            "zij zijn wel gelezen.",
            "c.xlsx, rows 3 and 9: hidden in Excel, by a filter or by hand (2 in all); read all "
            "the "
            "same.",
        ),
        (
            "hidden-rows",
            (3,),
            "",
            {"gedaan": "skip"},
            "c.xlsx, rij 3: één rij is in Excel verborgen, door een filter of met de hand; zij is "
            "weggelaten.",
            "c.xlsx, row 3: hidden in Excel, by a filter or by hand (1 in all); left out.",
        ),
        (
            "hidden-column",
            (),
            "datum",
            {},
            "c.xlsx, kolom datum: deze kolom is in Excel verborgen; zij is wel gelezen.",
            "c.xlsx, column datum: the column is hidden in Excel; it is read all the same.",
        ),
        (
            "hidden-sheet",
            (),
            "",
            {"blad": "Lijst"},
            "c.xlsx: het blad ‘Lijst’ is in Excel verborgen; het is wel gelezen.",
            "c.xlsx: sheet Lijst is hidden in Excel; it is read all the same.",
        ),
        (
            "three-digits",
            (),
            "datum",
            {"gelezen": "duizendtal", "teken": ".", "ander": "."},
            "c.xlsx, kolom datum: achter iedere ‘.’ staan drie cijfers; dat teken is gelezen als "
            'scheiding van duizendtallen. Klopt dat niet, zet dan decimal = "." in study.toml.',
            'c.xlsx, column datum: every number has three digits behind ".", which is read as a '
            'sign between thousands. If it is not, set decimal = "." in study.toml.',
        ),
    ],
)
def test_a_note_of_reading_says_where_and_how_much(
    code: str, rows: tuple[int, ...], column: str, says: dict[str, str], dutch: str, english: str
) -> None:
    study = Seen("contacts", Table(file="c.xlsx", columns={"date": "datum"}), {}, EMPTY, DELIVERED)
    one = study.noted(Note(Place(rows=rows, column=column), code, says))
    assert one.column == ("date" if column else "")
    for lang, told in (("nl", dutch), ("en", english)):
        assert Remarked(TERMS, lang).line(one).rpartition(" [")[0] == told
