"""Columns and cells: what each may hold, and what is said of each that does not."""

from __future__ import annotations

import datetime as dt
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.study.load import load
from report45.study.people import Table
from report45.study.rows import places
from report45.study.schema import ColumnRule
from report45.study.tables import TableReading, by_value, read_table

from .small import edit, message, messages, small


def column(
    folder: Path,
    cells: list[str],
    column: ColumnRule,
    codes: dict[str, str] | None = None,
    **how: str,
) -> TableReading:
    """Read one column of a file with ``x`` beside every cell, so that no row is empty."""
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    lines = ["beside;cell", *(f"x;{cell}" for cell in quoted)]
    (folder / "t.csv").write_text("\n".join(lines), encoding="utf-8")
    table = Table.model_validate({"file": "t.csv", "codes": {"cell": codes or {}}, **how})
    return read_table(folder, table, {"beside": ColumnRule("text"), "cell": column})


def typed(reading: TableReading) -> pd.Series:
    assert reading.faults == []
    assert reading.frame is not None
    return reading.frame["cell"]


NUMBER = ColumnRule("number", empty=True)
WHOLE = ColumnRule("integer", empty=True)
DATE = ColumnRule("date", empty=True)


@pytest.mark.parametrize(
    ("decimal", "written", "value"),
    [
        (",", "1.430,50", 1430.5),
        (",", "1430,50", 1430.5),
        (",", "1.430", 1430),
        (",", "1.234.567", 1234567),
        (",", "-12,5", -12.5),
        (",", "0", 0),
        (".", "1,430.50", 1430.5),
        (".", "1.430", 1.43),
        (".", "1,430", 1430),
    ],
)
def test_numbers(tmp_path: Path, decimal: str, written: str, value: float) -> None:
    read = typed(column(tmp_path, [written, ""], NUMBER, decimal=decimal))
    assert read.dtype == "float64"
    assert read.iloc[0] == value
    assert pd.isna(read.iloc[1])


@pytest.mark.parametrize(
    "written",
    [
        *("12.5", "1.43,50", "1,430.50", "1.430.50", "1 430", ",5", "5,", "--1", "+1"),
        *("€ 5", "5 euro", "nan", "inf", "1e3", "1_000", "١٢", "n.v.t."),
    ],
)
def test_what_is_no_number_under_a_decimal_comma(tmp_path: Path, written: str) -> None:
    (fault,) = column(tmp_path, ["1", written], NUMBER).faults
    assert str(fault.place) == "t.csv, row 3, column cell"
    assert 'not a number. Expected a number with "," as decimal sign.' in str(fault)


@pytest.mark.parametrize("written", ["12,0", "1.430", "12.0", "-", "²", "9" * 19, "twaalf"])
def test_what_is_no_whole_number(tmp_path: Path, written: str) -> None:
    (fault,) = column(tmp_path, [written], WHOLE).faults
    assert "Expected a whole number." in str(fault)


@given(st.integers(-(10**17), 10**17))
def test_every_whole_number(tmp_path_factory: pytest.TempPathFactory, value: int) -> None:
    read = typed(column(tmp_path_factory.mktemp("whole"), [str(value)], WHOLE))
    assert read.dtype == "Int64"
    assert read.iloc[0] == value


@given(st.decimals(-(10**9), 10**9, places=2))
def test_every_amount_as_dutch_programs_write_it(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    written = f"{value:,}".translate(str.maketrans(",.", ".,"))
    read = typed(column(tmp_path_factory.mktemp("amount"), [written], NUMBER))
    assert read.iloc[0] == float(str(value))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day(tmp_path_factory: pytest.TempPathFactory, day: dt.date) -> None:
    read = typed(column(tmp_path_factory.mktemp("day"), [f"{day:%d-%m-%Y}"], DATE))
    assert read.iloc[0].date() == day


@pytest.mark.parametrize(
    "written",
    [
        *("31-02-2018", "29-02-2019", "2018-02-01", "01-02-18", "01/02/2018", "43132"),
        *("1 februari 2018", "01-02-2018 10:00", "onbekend"),
    ],
)
def test_what_is_no_date(tmp_path: Path, written: str) -> None:
    (fault,) = column(tmp_path, ["01-02-2018", written], DATE).faults
    assert str(fault) == ("t.csv, row 3, column cell: not a date. Expected the form %d-%m-%Y.")


@pytest.mark.parametrize("written", ["31-12-9999", "01-01-0001", "31-12-1899", "01-01-2101"])
def test_dates_that_stand_for_something_else(tmp_path: Path, written: str) -> None:
    (fault,) = column(tmp_path, [written], DATE).faults
    assert fault.problem == "a date before 1900 or after 2100."


def test_months_before_days_are_seen(tmp_path: Path) -> None:
    (fault,) = column(tmp_path, ["01-02-2018", "12-31-2018", "02-28-2018"], DATE).faults
    assert str(fault.place) == "t.csv, rows 3 and 4, column cell"
    assert "are day and month the other way round?" in fault.remedy


def test_day_comes_before_month(tmp_path: Path) -> None:
    assert typed(column(tmp_path, ["01-02-2018"], DATE)).iloc[0] == pd.Timestamp(2018, 2, 1)


def test_flags(tmp_path: Path) -> None:
    flag = ColumnRule("flag", empty=True)
    read = typed(column(tmp_path, ["ja", "Nee", "", "J"], flag, codes={"J": "ja"}))
    assert read.to_list() == [True, False, pd.NA, True]
    (fault,) = column(tmp_path, ["ja", "waar"], flag).faults
    assert str(fault).endswith("row 3, column cell: neither ja nor nee. Write ja or nee.")


def test_codes_are_told_as_the_file_writes_them(tmp_path: Path) -> None:
    asked = ColumnRule("code", empty=True, allowed=frozenset({"man", "vrouw"}))
    codes = {"M": "man", "V": "vrouw", "O": ""}
    read = typed(column(tmp_path, ["M", " V ", "", "O"], asked, codes))
    assert read.isna().to_list() == [False, False, True, True]
    assert read.to_list()[:2] == ["man", "vrouw"]
    (fault,) = column(tmp_path, ["M", "v", "X"], asked, codes).faults
    assert str(fault) == ("t.csv, rows 3 and 4, column cell: unknown code. Expected one of: M, V.")


def test_a_required_cell(tmp_path: Path) -> None:
    (fault,) = column(tmp_path, ["a", " ", "b"], ColumnRule("text")).faults
    assert str(fault) == (
        "t.csv, row 3, column cell: the cell is empty. Every row needs a value here."
    )


# --- In a study ------------------------------------------------------------------------------


def test_the_small_study_is_sound(tmp_path: Path) -> None:
    study = load(small(tmp_path))
    assert study.clients["client"].to_list() == ["0007", "0008", "0009", "0010"]
    assert study.tables["instruments"]["amount"].to_list() == [1430.5]


def test_a_missing_column_hides_no_other_fault(tmp_path: Path) -> None:
    edit(small(tmp_path), "klanten.csv", "geslacht;", "Geslacht;")
    edit(tmp_path, "klanten.csv", "31-12-1960", "31-02-1960")
    assert messages(tmp_path) == [
        "klanten.csv, row 1, column geslacht: the column is missing. "
        "Did you mean Geslacht? Say so under `columns` in study.toml.",
        "klanten.csv, row 2, column geboren: not a date. Expected the form %d-%m-%Y.",
    ]


def test_a_file_without_header_shows_none_of_its_values(tmp_path: Path) -> None:
    text = (small(tmp_path) / "klanten.csv").read_text()
    (tmp_path / "klanten.csv").write_text(text.split("\n", 1)[1])
    assert messages(tmp_path)[0] == (
        "klanten.csv, row 1: none of the declared columns is here. "
        "Is this row the header? Set `skip_rows`, or `columns`, in study.toml."
    )


def test_a_header_alone(tmp_path: Path) -> None:
    (small(tmp_path) / "werk.csv").write_text("klantnummer;soort;van;tot\n;;;\n")
    assert message(tmp_path).startswith("werk.csv: the file has no rows below its header.")


def test_a_declared_name_twice(tmp_path: Path) -> None:
    edit(small(tmp_path), "werk.csv", "van;tot\n", "van; van\n")
    assert messages(tmp_path) == [
        "werk.csv, row 1, column van: occurs more than once. Rename one of them.",
        "werk.csv, row 1, column tot: the column is missing. "
        "Add it, or say under `columns` in study.toml what it is called.",
    ]


def test_another_name_twice_is_no_concern(tmp_path: Path) -> None:
    (small(tmp_path) / "werk.csv").write_text(
        "datum;klantnummer;soort;van;tot;datum\n;0007;vol;01-03-2018;;x\n"
    )
    assert len(load(tmp_path).tables["work_income"]) == 1


def test_one_of_their_columns_may_fill_two_of_ours(tmp_path: Path) -> None:
    edit(small(tmp_path), "study.toml", 'start = "van", end = "tot"', 'start = "van", end = "van"')
    frame = load(tmp_path).tables["work_income"]
    assert frame["start"].equals(frame["end"])


def test_columns_that_nothing_declares_are_not_kept(tmp_path: Path) -> None:
    (small(tmp_path) / "werk.csv").write_text(
        "klantnummer;naam;soort;van;tot\n0007;Geheim;vol;01-03-2018;\n"
    )
    assert list(load(tmp_path).tables["work_income"]) == ["client", "kind", "start", "end"]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("klanten.csv", "0010", "0009", "rows 4 and 5, column klantnummer: the same value occurs"),
        ("klanten.csv", "V;31-12", "X;31-12", "row 2, column geslacht: unknown code. Expected"),
        ("klanten.csv", "0007;EXP", "0007;exp", "row 2, column groep: unknown code. Expected one"),
        ("klanten.csv", "0007;EXP", "0007;", "row 2, column groep: the cell is empty. Only"),
        ("klanten.csv", "31-12-1960", "31-12-2017", "column geboren: lies after the day it is me"),
        ("trajecten.csv", "01-03-2019", "01-03-2017", "row 2, column tot: lies before van. Mend"),
        ("trajecten.csv", "0008", "0088", "row 3, column klantnummer: not in the table of clients"),
        ("trajecten.csv", "0008", "8", "They differ in leading zeros only: one of the two files"),
        ("einde.csv", "baan", "Baan", "row 2, column reden: unknown code. Expected one of: baan,"),
        ("instrumenten.csv", "1.430,50", "-5", "row 2, column bedrag: an amount below zero."),
        ("citaten.csv", "klant;", ";", "row 2, column rol: the cell is empty."),
    ],
)
def test_faults_name_file_row_and_column(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    only = message(edit(small(tmp_path), file, old, new))
    assert only.startswith(f"{file}, ")
    assert told in only


def test_a_group_without_clients(tmp_path: Path) -> None:
    path = small(tmp_path) / "klanten.csv"
    path.write_text(path.read_text().replace("CON", "EXP"))
    assert message(tmp_path) == (
        "klanten.csv, column groep: no client is in the control group. "
        "Check the codes of this column in study.toml."
    )


def test_reading_is_quick(tmp_path: Path) -> None:
    """A hundred thousand rows in seconds: no step takes the rows one by one in pandas."""
    from time import process_time

    rows = "".join(f"{n:06};1.430,5{n % 10};0{n % 9 + 1}-02-1960\n" for n in range(100_000))
    (tmp_path / "t.csv").write_text("client;amount;born\n" + rows)
    schema = {"client": ColumnRule("text", unique=True), "amount": NUMBER, "born": DATE}
    began = process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reading = read_table(tmp_path, Table(file="t.csv"), schema)
    assert reading.frame is not None
    assert len(reading.frame) == 100_000
    assert process_time() - began < 10


@given(st.lists(st.sampled_from(["a", "b", "A", ""])))
def test_by_value_is_the_change_itself(cells: list[str]) -> None:
    values = pd.Series(cells, range(2, len(cells) + 2), dtype="str").mask(lambda one: one == "A")
    found = by_value(values, lambda one: one.str.upper())
    pd.testing.assert_series_equal(found, values.str.upper())


@given(st.lists(st.sampled_from("abcd")), st.sets(st.sampled_from("abce")))
def test_places(given_: list[str], known: set[str]) -> None:
    column, where = pd.Series(given_, dtype="str"), pd.Series(sorted(known), dtype="str")
    found = places(column, where)
    assert list(found) == [sorted(known).index(one) if one in known else -1 for one in given_]


def test_the_text_that_was_read_is_kept_beside_what_it_became(tmp_path: Path) -> None:
    reading = column(tmp_path, ["M", "", "v "], ColumnRule("code", empty=True), {"M": "man"})
    assert reading.frame is not None
    assert reading.cells is not None
    assert reading.frame["cell"].iloc[0] == "man"
    assert reading.cells["cell"].to_dict() == {2: "M", 3: "", 4: "v"}
