"""A Parquet delivery is the same study as the CSV delivery of the same data."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from benchmarks.studies import TYPES

from report45.chapters.outline import catalogue
from report45.checkout import installing
from report45.disk import UnreadableError
from report45.facts import Fact, Facts
from report45.study.files import read_sheet
from report45.study.load import Study, load
from report45.study.people import Table

from .small import message, messages, small
from .test_pseudonyms import TEST

ALMERE = Path(__file__).parents[2] / "data" / "almere"
TABLE = Table(file="t.parquet")


def parquet(folder: Path, name: str, table: pa.Table) -> Path:
    """Put a Parquet file in the place of a CSV file that a study declares."""
    (folder / f"{name}.csv").unlink(missing_ok=True)
    config = folder / "study.toml"
    if config.exists():
        config.write_text(config.read_text().replace(f'"{name}.csv"', f'"{name}.parquet"'))
    path = folder / f"{name}.parquet"
    pq.write_table(table, path)
    return path


def typed(path: Path) -> pa.Table:
    """Read one of Almere's files with the types a register would give its columns."""
    frame = pd.read_csv(path, sep=";", dtype="str", keep_default_na=False)
    columns = {}
    for name, column in frame.items():
        kind = TYPES.get(str(name), pa.string())
        columns[name] = pa.array([value_of(cell, kind) for cell in column], kind)
    return pa.table(columns)


def value_of(cell: str, kind: pa.DataType) -> object:
    if not cell:
        return None
    if pa.types.is_date(kind):
        return dt.datetime.strptime(cell, "%d-%m-%Y").date()
    if pa.types.is_boolean(kind):
        return cell == "ja"
    if pa.types.is_string(kind):
        return cell
    return float(cell.replace(",", ".")) if pa.types.is_floating(kind) else int(cell)


@pytest.fixture(scope="module")
def delivered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, Study]:
    """Almere in CSV and in Parquet."""
    folder = tmp_path_factory.mktemp("parquet") / "almere"
    shutil.copytree(ALMERE, folder, ignore=shutil.ignore_patterns("generator"))
    for path in sorted(folder.glob("*.csv")):
        parquet(folder, path.stem, typed(path))
    assert not list(folder.glob("*.csv"))
    return load(ALMERE), load(folder)


def test_the_same_frames(delivered: tuple[Study, Study]) -> None:
    plain, columnar = delivered
    assert set(columnar.tables) == set(plain.tables)
    for name, frame in plain.tables.items():
        pd.testing.assert_frame_equal(columnar.tables[name], frame)


def test_the_same_facts(delivered: tuple[Study, Study]) -> None:
    plain, columnar = delivered
    first, other = (_without_files(catalogue(one)) for one in (columnar, plain))
    assert first == other


def _without_files(facts: Facts) -> dict[str, Fact]:
    """Leave out the names of the files, which do differ."""
    return {path: fact for path, fact in facts.items() if not path.endswith(".bestand")}


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        pytest.param(pa.array([" a ", None, ""]), ["a"], id="text"),
        pytest.param(pa.array(["b", None, "b"]).dictionary_encode(), ["b", "b"], id="dictionary"),
        pytest.param(pa.array([12, None], pa.uint8()), ["12"], id="integer"),
        pytest.param(pa.array([12.0, float("nan")]), ["12"], id="whole floats, NaN"),
        pytest.param(pa.array([1430.5, 1e-7]), ["1430,5", "0,0000001"], id="floats"),
        pytest.param(pa.array([Decimal("12.50")]), ["12,50"], id="decimal"),
        pytest.param(pa.array([True, False, None]), ["ja", "nee"], id="boolean"),
        pytest.param(pa.array([dt.date(1960, 12, 31)]), ["31-12-1960"], id="date"),
        pytest.param(
            pa.array([dt.datetime(2018, 2, 1, 9, 30)], pa.timestamp("ns")), ["01-02-2018"], id="ns"
        ),
        pytest.param(pa.array([None, None], pa.null()), [], id="nothing"),
    ],
)
def test_cells_are_those_of_csv(tmp_path: Path, values: pa.Array, texts: list[str]) -> None:
    path = parquet(tmp_path, "t", pa.table({" kolom\n1": values, "geheim": values}))
    sheet = read_sheet(path, TABLE, {"kolom 1", "is er niet"})
    assert sheet.header == ("kolom 1", "geheim")
    assert list(sheet.frame["kolom 1"]) == texts
    assert set(sheet.frame.index) <= set(range(2, len(values) + 2))


def test_faults_name_the_rows_csv_would(tmp_path: Path) -> None:
    folder = small(tmp_path)
    frame = pd.read_csv(folder / "klanten.csv", sep=";", dtype="str")
    frame.loc[1, "groep"] = "IETS"
    frame.loc[3, "geboren"] = "1965"
    frame.to_csv(folder / "klanten.csv", sep=";", index=False)
    told = messages(folder)
    assert len(told) == 2
    parquet(folder, "klanten", pa.Table.from_pandas(frame))
    assert messages(folder) == [one.replace(".csv", ".parquet") for one in told]


def test_numbers_of_citizens_are_refused_as_in_csv(tmp_path: Path) -> None:
    folder = small(tmp_path)
    frame = pd.read_csv(folder / "klanten.csv", sep=";", dtype="str")
    frame["klantnummer"] = [int(number) for number in TEST]
    parquet(folder, "klanten", pa.Table.from_pandas(frame))
    told = messages(folder)
    assert any("these are citizen service numbers" in one for one in told)
    assert not any(number in one for one in told for number in TEST)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "is empty"), (b"PAR1 no more", "cannot be read as"), (b"a;b\n", "is text, whatever")],
)
def test_what_is_no_parquet(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=told):
        read_sheet(path, TABLE, {"a"})


def test_parquet_by_another_name(tmp_path: Path) -> None:
    path = parquet(tmp_path, "t", pa.table({"a": [1]})).rename(tmp_path / "t.csv")
    with pytest.raises(UnreadableError, match="is Parquet, whatever its name says"):
        read_sheet(path, TABLE, {"a"})


def test_lists_are_no_cells(tmp_path: Path) -> None:
    path = parquet(tmp_path, "t", pa.table({"a": [["geheim"]]}))
    with pytest.raises(UnreadableError) as caught:
        read_sheet(path, TABLE, {"a"})
    assert (caught.value.place.column, "list" in caught.value.problem) == ("a", True)
    assert "geheim" not in str(caught.value)


def test_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small(tmp_path)
    frame = pd.read_csv(folder / "klanten.csv", sep=";", dtype="str")
    parquet(folder, "klanten", pa.Table.from_pandas(frame))
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert message(folder) == (
        "klanten.parquet: is a Parquet file, and pyarrow is missing. "
        f"Run {installing('pyarrow')}, or save it as CSV."
    )
