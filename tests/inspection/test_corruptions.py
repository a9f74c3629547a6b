"""Two hundred seeded corruptions of Almere's tables: what shows in one delivery, is told.

What no single delivery shows, because what is written is as possible as what was: a code replaced
by another that fits, a date by another day that fits, two clients exchanged, nothing written where
nothing means "not". Each kind below says which of its corruptions are of that sort; ``python -m
tests.inspection.test_corruptions`` prints the counts.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pytest

from report45.facts import Facts
from report45.study.people import TableName
from tests.analysis.studies import consistency_of
from tests.inspection.almere import CONFIG, EXPECTED, TABLES, Judged, Table, Tables, judge, spoiled

EACH = 8
"""Corruptions of every kind."""

PEOPLE: tuple[TableName, ...] = (
    "clients",
    "trajectories",
    "benefit_endings",
    "activities",
    "work_income",
    "instruments",
    "contacts",
)
# Where an empty cell says something: no trajectory, no work, not ended, no budget.
MEANT = {
    ("clients", "running_trajectory"),
    ("clients", "parttime_work"),
    ("clients", "call_order"),
    ("trajectories", "end"),
    ("work_income", "end"),
}
Kind = Callable[[random.Random, Tables], bool]
"""Spoils tables; says whether a single delivery shows it."""


def some_cell(rng: random.Random, *kinds: str) -> tuple[TableName, str, int]:
    """A filled cell in a column of some kinds: table, our column, row."""
    places = [
        (name, column)
        for name in PEOPLE
        for column in CONFIG.tables[name].columns
        if EXPECTED[name][column].kind in kinds and column != "client"
    ]
    while True:
        name, column = rng.choice(places)
        row = rng.randrange(2, len(TABLES[name].rows) + 1)
        if TABLES[name].get(row, column):
            return name, column, row


def some_column(rng: random.Random, *kinds: str) -> tuple[TableName, str]:
    name, column, _ = some_cell(rng, *kinds)
    return name, column


def whole(table: Table, column: str, change: Callable[[int, str], str]) -> None:
    for row in range(2, len(table.rows) + 1):
        table.set(row, column, change(row, table.get(row, column)))


def day(written: str) -> date:
    return date(*map(int, reversed(written.split("-"))))


# --- Cells ------------------------------------------------------------------------------------


def blank_cell(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "code", "date", "number", "integer", "flag")
    tables[name].set(row, column, "")
    return (name, column) not in MEANT


def case_of_a_code(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "code")
    tables[name].set(row, column, tables[name].get(row, column).swapcase())
    return not tables[name].get(row, column).isdigit()


def misspelt_code(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "code")
    written = tables[name].get(row, column)
    at = rng.randrange(len(written) + 1)
    tables[name].set(row, column, written[:at] + rng.choice("xqz") + written[at:])
    return True


def null_word(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "code", "text")
    word = rng.choice(["NULL", "n.v.t.", "onbekend", "#N/B", "-", "?", "leeg"])
    tables[name].set(row, column, word)
    return True


def sentinel_number(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "number", "integer")
    tables[name].set(row, column, rng.choice(["9999", "-9", "99999", "-1"]))
    return True


def sentinel_date(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "date")
    found = ["01-01-1900", "31-12-9999", "11-11-1111", "01-01-1901", "31-12-2099"]
    tables[name].set(row, column, rng.choice(found))
    return True


def decimal_sign(rng: random.Random, tables: Tables) -> bool:
    row = rng.choice(TABLES["instruments"].numbers(kind="maatwerkbudget"))
    written = TABLES["instruments"].get(row, "amount")
    spoilt = rng.choice([written.replace(",", ""), written.replace(",", "."), written + "0"])
    tables["instruments"].set(row, "amount", spoilt)
    return True


def year_mistyped(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "date")
    written = tables[name].get(row, column)
    year = rng.choice(["0018", "2108", "20018", "218", "2091", "2810"])
    tables[name].set(row, column, written[:6] + year)
    return True


def wrong_letters(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(("quotes", "pillars"))
    column = "text" if name == "quotes" else "practice"
    row = rng.randrange(2, len(TABLES[name].rows) + 1)
    sign = rng.choice(["\u0093Zo\u0094 ", "Ã«", "\ufffd", "be?indigd ", "\u200b", "â€™", "\x07"])
    tables[name].set(row, column, f"{sign}{TABLES[name].get(row, column)}")
    return True


def date_moved(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "date")
    moved = day(TABLES[name].get(row, column)) + timedelta(days=rng.randrange(-60, 61) or 7)
    tables[name].set(row, column, f"{moved:%d-%m-%Y}")
    return False


def another_code(rng: random.Random, tables: Tables) -> bool:
    name, column, row = some_cell(rng, "code", "flag")
    at = tables[name].at(column)
    written = tables[name].get(row, column)
    others = sorted({one[at] for one in tables[name].rows[1:]} - {written, ""})
    tables[name].set(row, column, rng.choice(others or ["x"]))
    return not others


def group_flipped(rng: random.Random, tables: Tables) -> bool:
    row = rng.choice(TABLES["clients"].numbers(cohort="eerste selectie"))
    group = TABLES["clients"].get(row, "group")
    tables["clients"].set(row, "group", {"EXP": "CON", "CON": "EXP"}[group])
    return True


def client_damaged(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    row = rng.randrange(2, len(TABLES[name].rows) + 1)
    number = TABLES[name].get(row, "client")
    spoilt = [number.lower(), number.replace("0", "", 1), number + "x", number[0] + number]
    tables[name].set(row, "client", rng.choice(spoilt))
    return True


# --- Rows -------------------------------------------------------------------------------------


def row_doubled(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    at = rng.randrange(1, len(TABLES[name].rows))
    tables[name].rows.insert(rng.randrange(1, len(TABLES[name].rows)), list(TABLES[name].rows[at]))
    return True


def delivered_twice(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    tables[name].rows += TABLES[name].rows[1:]
    return True


def clients_exchanged(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE[1:])
    one, other = rng.sample(range(2, len(TABLES[name].rows) + 1), 2)
    first, second = (TABLES[name].get(row, "client") for row in (one, other))
    tables[name].set(one, "client", second)
    tables[name].set(other, "client", first)
    return False


def total_below(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    row = [""] * len(TABLES[name].rows[0])
    row[0], row[-1] = "Totaal", str(len(TABLES[name].rows) - 1)
    tables[name].rows.append(row)
    return True


def cell_too_many(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    tables[name].rows[rng.randrange(1, len(TABLES[name].rows))].insert(1, "x")
    return True


def cut_off(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    kept = rng.uniform(0.3, 0.8)
    del tables[name].rows[int(kept * len(TABLES[name].rows)) :]
    return True


def block_lost(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(("clients", "trajectories", "contacts"))
    n = len(TABLES[name].rows)
    start = rng.randrange(1, int(0.6 * n))
    del tables[name].rows[start : start + int(0.3 * n)]
    return True


# --- Columns ----------------------------------------------------------------------------------


def columns_swapped(rng: random.Random, tables: Tables) -> bool:
    name = rng.choice(PEOPLE)
    one, other = rng.sample(list(CONFIG.tables[name].columns), 2)
    for row in range(2, len(TABLES[name].rows) + 1):
        tables[name].set(row, one, TABLES[name].get(row, other))
        tables[name].set(row, other, TABLES[name].get(row, one))
    # a mark in either of two columns that are mostly empty shuts out the same people
    return {one, other} != {"running_trajectory", "parttime_work"}


def column_lost(rng: random.Random, tables: Tables) -> bool:
    name, column = some_column(rng, "code", "date", "flag", "integer")
    at = tables[name].at(column)
    tables[name].rows = [[*row[:at], *row[at + 1 :]] for row in tables[name].rows]
    return True


def column_ends(rng: random.Random, tables: Tables) -> bool:
    name, column = some_column(rng, "code", "date", "number", "flag")
    n = len(TABLES[name].rows)
    start = rng.randrange(int(0.4 * n), int(0.8 * n))
    whole(tables[name], column, lambda row, cell: cell if row < start else "")
    return (name, column) not in MEANT


def column_of_one_group(rng: random.Random, tables: Tables) -> bool:
    column = rng.choice(("household", "birth_date", "benefit_start", "sex", "nationality"))
    clients = TABLES["clients"]
    whole(
        tables["clients"],
        column,
        lambda row, cell: "" if clients.get(row, "group") == "CON" and rng.random() < 0.5 else cell,
    )
    return True


def column_moved(rng: random.Random, tables: Tables) -> bool:
    name, column = some_column(rng, "date")
    years = rng.choice((-30, -20, 20, 100))
    whole(
        tables[name],
        column,
        lambda _, cell: f"{cell[:6]}{int(cell[6:]) + years}" if cell else "",
    )
    return True


KINDS: tuple[Kind, ...] = (
    blank_cell,
    case_of_a_code,
    misspelt_code,
    null_word,
    sentinel_number,
    sentinel_date,
    decimal_sign,
    year_mistyped,
    wrong_letters,
    date_moved,
    another_code,
    group_flipped,
    client_damaged,
    row_doubled,
    delivered_twice,
    clients_exchanged,
    total_below,
    cell_too_many,
    cut_off,
    block_lost,
    columns_swapped,
    column_lost,
    column_ends,
    column_of_one_group,
    column_moved,
)


@dataclass(frozen=True)
class Tried:
    """One corruption: its seed, whether it shows, and how it was told."""

    seed: int
    shows: bool
    told: str


@cache
def sound() -> Judged:
    return judge({})


def findings(judged: Judged) -> Facts:
    assert judged.study is not None
    return consistency_of(judged.study).facts()


def told(judged: Judged) -> str:
    if judged.faults:
        return "fault"
    if judged.remarks != sound().remarks:
        return "remark"
    return "finding" if findings(judged) != findings(sound()) else "silent"


def tries(kind: Kind, *, all_: bool = False) -> Iterator[Tried]:
    """Corrupt the tables in one way; what need not show is tried only when all is."""
    for seed in range(EACH):
        tables = spoiled()
        shows = kind(random.Random(f"{kind.__name__}{seed}"), tables)  # noqa: S311
        changed = {name: one for name, one in tables.items() if one.rows != TABLES[name].rows}
        if not changed:  # a digit has no case
            continue
        yield Tried(seed, shows, told(judge(changed)) if shows or all_ else "not tried")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_shows_in_one_delivery_is_told(kind: Kind) -> None:
    assert [one for one in tries(kind) if one.told == "silent"] == []


def test_there_are_two_hundred() -> None:
    assert len(KINDS) * EACH == 200


def main() -> None:
    """Print how the corruptions of each kind were told."""
    total: Counter[str] = Counter()
    for kind in KINDS:
        found = list(tries(kind, all_=True))
        counts = Counter(one.told for one in found)
        silent = [(one.seed, one.shows) for one in found if one.told == "silent"]
        ways = (f"{way} {counts[way]}" for way in ("fault", "remark", "finding", "silent"))
        print(f"{kind.__name__:22}", *ways, silent or "")
        total += counts
    print(total)


if __name__ == "__main__":
    main()
