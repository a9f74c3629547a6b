"""What a delivery holds otherwise than it was declared is told, whichever table or column it is in.

Each delivery is one of the two studies with one thing done to its files; every one of them was sent
by somebody once, and read in silence by some tool.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from report45.errors import InputError
from report45.inspection.accepted import looked
from report45.lint.data import data_findings
from report45.study.load import load
from tests.conftest import ROOT

Rows = list[list[str]]
MARKS = {"nsw": ",", "almere": ";"}
DECLARED = '[tables.outcomes.codes]\nemployed = { 1 = "ja", 0 = "nee" }\n'


def column(head: str, change: Callable[[int, str], str]) -> Callable[[Rows], Rows]:
    """Change every cell of a column; rows count from 1."""

    def changed(rows: Rows) -> Rows:
        at = rows[0].index(head)
        body = [
            [change(number, cell) if place == at else cell for place, cell in enumerate(row)]
            for number, row in enumerate(rows[1:], 1)
        ]
        return [rows[0], *body]

    return changed


def twice(rows: Rows) -> Rows:
    return rows + rows[1:]


def spelt(*ways: str) -> Callable[[int, str], str]:
    return lambda number, cell: ways[number % len(ways)] if cell == "1" else "nee"


def every(nth: int, value: str) -> Callable[[int, str], str]:
    return lambda number, cell: value if number % nth == 0 else cell


def year(written: str) -> Callable[[int, str], str]:
    return lambda _, cell: cell and cell[:6] + written


DELIVERIES: dict[str, tuple[str, str, Callable[[Rows], Rows], str]] = {
    "an outcome without a row": (
        "nsw",
        "outcomes.csv",
        lambda rows: [row for number, row in enumerate(rows) if number % 3 or not number],
        "werk_1978: is not known of 61 of 185",
    ),
    "a word for unknown": (
        "nsw",
        "outcomes.csv",
        column("werk_1978", every(4, "onbekend")),
        "column werk_1978: unknown code",
    ),
    "reasons that are not given": (
        "almere",
        "uitkeringen_beeindigd.csv",
        column("reden", every(2, "")),
        "[empty-cells benefit_endings.reason]",
    ),
    "codes in capitals": (
        "nsw",
        "outcomes.csv",
        column("werk_1978", spelt("ja", "JA")),
        "[spelling outcomes.employed]",
    ),
    "codes with a dot": (
        "nsw",
        "outcomes.csv",
        column("werk_1978", spelt("ja", "ja.")),
        "[spelling outcomes.employed]",
    ),
    "codes with a space": (
        "nsw",
        "outcomes.csv",
        column("werk_1978", spelt("ja", "j a")),
        "[spelling outcomes.employed]",
    ),
    "clients twice": ("nsw", "clients.csv", twice, "occurs more than once"),
    "trajectories twice": ("almere", "trajecten.csv", twice, "occurs more than once"),
    "contacts twice": ("almere", "contacten.csv", twice, "[duplicate-rows contacts]"),
    "quotations twice": ("almere", "citaten.csv", twice, "[duplicate-rows quotes]"),
    "contacts of long ago": (
        "almere",
        "contacten.csv",
        column("datum", year("1999")),
        "[before-study contacts.date]",
    ),
    "endings to come": (
        "almere",
        "uitkeringen_beeindigd.csv",
        column("einddatum", year("2031")),
        "[after-study benefit_endings.end]",
    ),
    "work that ended before it began": (
        "almere",
        "werk_en_inkomsten.csv",
        column("einddatum", every(1, "01-01-2010")),
        "einddatum: lies before startdatum",
    ),
    "years below nothing": (
        "nsw",
        "clients.csv",
        column("educ", every(30, "-1")),
        "[impossible-number clients.education]",
    ),
    "an income of nines": (
        "nsw",
        "outcomes.csv",
        column("re78", every(30, "9999999")),
        "[sentinel-number outcomes.earnings_1978]",
    ),
    "births of 1900": (
        "almere",
        "klanten.csv",
        column("geboortedatum", every(20, "01-01-1900")),
        "[invented-date clients.birth_date]",
    ),
    "amounts with a point and three decimals": (
        "almere",
        "instrumenten.csv",
        column("bedrag", lambda _, cell: cell and cell.replace(",", ".") + "0"),
        'They would be numbers with ".": set `decimal`.',
    ),
    "debts of one below nothing": (
        "nsw",
        "outcomes.csv",
        column("re78", every(20, "-1")),
        "[sentinel-number outcomes.earnings_1978]",
    ),
    "years of school of 98 and 99": (
        "nsw",
        "clients.csv",
        column("educ", lambda number, cell: {0: "98", 1: "99"}.get(number % 30, cell)),
        "[sentinel-number clients.education]",
    ),
    "births that are not known": (
        "almere",
        "klanten.csv",
        column("geboortedatum", every(4, "")),
        "[criterion-unknown clients.birth_date]",
    ),
    "endings of one group": (
        "almere",
        "uitkeringen_beeindigd.csv",
        lambda rows: [rows[0], *(row for row in rows[1:] if row[0] == "K0012")],
        "no row is about the control group, whose outcomes are counted here.",
    ),
    "activities a century on": (
        "almere",
        "activiteiten.csv",
        column("startdatum", year("2065")),
        "[after-study activities.start]",
    ),
    "some activities twice": (
        "almere",
        "activiteiten.csv",
        lambda rows: rows + rows[5:25],
        "[duplicate-rows activities]",
    ),
    "a header in the middle": ("almere", "instrumenten.csv", lambda rows: rows + rows, "row 105"),
    "letters coded twice": (
        "almere",
        "citaten.csv",
        lambda rows: [[cell.encode().decode("latin-1") for cell in row] for row in rows],
        "column citaat: holds what no text does",
    ),
}


@pytest.mark.parametrize("name", DELIVERIES)
def test_a_delivery_that_is_otherwise_is_told(name: str, tmp_path: Path) -> None:
    study, file, change, told = DELIVERIES[name]
    folder = tmp_path / study
    shutil.copytree(ROOT / "data" / study, folder)
    with (folder / file).open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=MARKS[study]))
    with (folder / file).open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, delimiter=MARKS[study], lineterminator="\n").writerows(change(rows))
    if name.startswith("codes"):  # without a list of codes, any word may be one
        config = folder / "study.toml"
        config.write_text(config.read_text("utf-8").replace(DECLARED, ""), encoding="utf-8")
    try:
        loaded = load(folder)
    except InputError as error:
        said = [str(error)]
    else:
        said = [str(one) for one in data_findings(loaded, looked(loaded), "en")]
    assert any(told in one for one in said), said


@pytest.mark.parametrize(
    ("study", "file", "at", "where"),
    [("nsw", "clients.csv", 5, "row 6"), ("almere", "klanten.csv", 3, "row 4")],
)
@pytest.mark.parametrize("closes", [False, True])
def test_a_quote_that_is_left_open_is_told_where_it_opens(
    study: str, file: str, at: int, where: str, *, closes: bool, tmp_path: Path
) -> None:
    folder = tmp_path / study
    shutil.copytree(ROOT / "data" / study, folder)
    lines = (folder / file).read_text("utf-8").split("\n")
    head, mark, last = lines[at].rpartition(MARKS[study])
    lines[at] = f'{head}{mark}"{last}'
    lines[at + 40] += '"' if closes else ""
    (folder / file).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InputError, match=rf"{file}, {where}: a quote"):
        load(folder)
