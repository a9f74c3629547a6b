"""Files as municipalities deliver them, and files as they go wrong."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.disk import UnreadableError
from report45.study.files import read_sheet
from report45.study.people import Table

from .small import edit, message, messages, small

SOUND = "klant;groep;bedrag\n0001;EXP;12,5\n0002;CON;\n"
WANTED = ("klant", "groep", "bedrag")


def read(path: Path, content: str | bytes, **how: Any) -> pd.DataFrame:
    path = path / "klanten.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_sheet(path, Table(file=path.name, **how), WANTED).frame


def refused(path: Path, content: str | bytes, **how: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(path, content, **how)
    error = caught.value
    return f"{error.place}: {error.problem} {error.remedy}".removeprefix(": ")


@pytest.mark.parametrize(
    ("content", "how"),
    [
        pytest.param(SOUND, {}, id="as our own"),
        pytest.param(b"\xef\xbb\xbf" + SOUND.encode(), {}, id="byte order mark"),
        pytest.param(b"\xef\xbb\xbf" + SOUND.encode(), {"encoding": "utf-8"}, id="mark, utf-8"),
        pytest.param(SOUND.replace("\n", "\r\n"), {}, id="CRLF"),
        pytest.param(SOUND.replace("\n", "\r"), {}, id="old Mac"),
        pytest.param(SOUND.rstrip(), {}, id="no last line end"),
        pytest.param(SOUND.replace("\n", ";\n"), {}, id="trailing separators"),
        pytest.param(SOUND.replace("2;CON;\n", "2;CON;;;\n"), {}, id="some trailing separators"),
        pytest.param(SOUND.replace(";bedrag", ";bedrag;"), {}, id="header alone trailing"),
        pytest.param(
            'klant,groep,bedrag\n0001,EXP,"12,5"\n0002,CON,\n', {"separator": ","}, id="commas"
        ),
        pytest.param(SOUND.replace(";", "\t"), {"separator": "\t"}, id="tabs"),
        pytest.param(SOUND.replace("klant;", " klant ;"), {}, id="space round a name"),
        pytest.param(SOUND.replace(";EXP;", "; EXP\u00a0;"), {}, id="space round a value"),
        pytest.param(SOUND.replace("EXP", '"EXP"'), {}, id="quoted"),
        pytest.param(SOUND + "\n;;\n  ;\t;\n\n", {}, id="empty rows at the end"),
        pytest.param("Uitdraai\n\n" + SOUND, {"skip_rows": 2}, id="title above"),
        pytest.param('"Uit\ndraai";;\n' + SOUND, {"skip_rows": 1}, id="title on two lines"),
        pytest.param(SOUND.encode("utf-16"), {"encoding": "utf-16"}, id="utf-16"),
    ],
)
def test_the_same_table_in_many_dresses(
    tmp_path: Path, content: str | bytes, how: dict[str, Any]
) -> None:
    frame = read(tmp_path, content, **how)
    assert frame.to_dict("list") == {
        "klant": ["0001", "0002"],
        "groep": ["EXP", "CON"],
        "bedrag": ["12,5", ""],
    }
    first = how.get("skip_rows", 0) + 2
    assert list(frame.index) == [first, first + 1]


def test_rows_are_those_of_a_spreadsheet(tmp_path: Path) -> None:
    content = 'klant;groep;bedrag\n1;"a\nb;""c""";3\n\n;;\n4;d;5\n'
    frame = read(tmp_path, content)
    assert frame.loc[2, "groep"] == 'a\nb;"c"'
    assert list(frame.index) == [2, 5]


def test_cp1252_keeps_its_letters(tmp_path: Path) -> None:
    content = SOUND.replace("EXP", "Zoë – €").encode("cp1252")
    assert read(tmp_path, content, encoding="cp1252").loc[2, "groep"] == "Zoë – €"
    told = refused(tmp_path, content)
    assert told.startswith("line 2: cannot be read as utf-8-sig.")
    assert "cp1252" in told


@pytest.mark.parametrize(
    ("content", "how", "told"),
    [
        pytest.param("", {}, "the file is empty.", id="nothing"),
        pytest.param(" \r\n\t\n", {}, "the file is empty.", id="white space"),
        pytest.param(b"\xef\xbb\xbf", {}, "the file is empty.", id="a mark alone"),
        pytest.param(SOUND, {"skip_rows": 9}, "the file is empty.", id="all skipped"),
        pytest.param(
            "sep=;\n" + SOUND, {}, "this row only says what separates cells", id="a row for Excel"
        ),
        pytest.param(";;\n" + SOUND, {}, "row 1: no header here.", id="empty header"),
        pytest.param(SOUND, {"separator": ","}, 'Its header holds ";"', id="wrong separator"),
        pytest.param("klant\tgroep\n1\t2", {}, "Its header holds a tab", id="tabs undeclared"),
        pytest.param(SOUND.replace("1;EXP", "1;x;EXP"), {}, "row 2: not as many", id="long first"),
        pytest.param(SOUND + "3;EXP;1;x\n4;EXP\n", {}, "rows 4 and 5: not as", id="long, short"),
        pytest.param(SOUND.replace("0001;EXP;", ""), {}, "row 2: not as many", id="short first"),
        pytest.param(SOUND.replace("EXP", "E\nXP"), {}, "rows 2 and 3: not as", id="line break"),
        pytest.param(SOUND.replace("EXP", '"EXP'), {}, "row 2: a quote is left", id="open quote"),
        pytest.param(SOUND.replace("CON", '"C"N'), {}, "row 3: a quote is left", id="stray quote"),
        pytest.param(SOUND + "x" * 200_000, {}, "row 4: a quote is left", id="one huge cell"),
        pytest.param(SOUND.replace("C", "\0"), {}, "line 3: holds a NUL", id="NUL"),
        pytest.param(SOUND.encode("utf-16"), {}, "is UTF-16, not utf-8-sig.", id="utf-16"),
        pytest.param("Zoë;", {"encoding": "cp1252"}, "is UTF-8, not cp1252.", id="utf-8"),
        pytest.param(b"\x81;", {"encoding": "cp1252"}, "line 1: cannot be read", id="no cp1252"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, content: str | bytes, how: dict[str, Any], told: str
) -> None:
    assert told in refused(tmp_path, content, **how)


# a cell of separators and line breaks is taken for rows that a quote swallowed
CELL = st.text(st.characters(exclude_characters="\0;", exclude_categories=["Cs"]), max_size=8)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=5))
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]
) -> None:
    def written(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = [";".join(map(written, row)) for row in [WANTED, *rows]]
    frame = read(tmp_path_factory.mktemp("csv"), "\r\n".join(lines))
    expected = [tuple(cell.strip() for cell in row) for row in rows]
    assert list(frame.itertuples(index=False, name=None)) == [row for row in expected if any(row)]


@given(st.binary(max_size=60))
def test_no_bytes_end_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    for how in ({}, {"encoding": "cp1252"}, {"encoding": "utf-16"}):
        try:
            read(folder, content, **how)
        except UnreadableError:
            continue


# --- Excel -----------------------------------------------------------------------------------


def excel(path: Path, rows: list[list[object]], title: str = "Blad1") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_excel_reads_as_the_same_csv(tmp_path: Path) -> None:
    day = dt.datetime(1960, 12, 31)
    rows: list[list[object]] = [
        ["Uitdraai", None, None, None, None],
        ["klant", " groep ", "bedrag", "dag", "ja"],
        [12.0, "EXP", 1430.5, day, True],
        [13, "CON", 0.1 + 0.2, day.date(), False],
        [None, None, None, None, None],
        ["0014", "CON", None, "31-12-1960", None],
        [15, "CON", 1e-7, dt.datetime(1960, 12, 31, 9, 30), "nee"],
    ]
    table = Table(file="x.xlsx", skip_rows=1)
    frame = read_sheet(excel(tmp_path / "x.xlsx", rows), table, (*WANTED, "dag", "ja")).frame
    assert list(frame["klant"]) == ["12", "13", "0014", "15"]
    assert list(frame["bedrag"]) == ["1430,5", "0,3", "", "0,0000001"]
    assert set(frame["dag"]) == {"31-12-1960"}
    assert list(frame["ja"]) == ["ja", "nee", "", "nee"]
    assert list(frame.index) == [3, 4, 6, 7]


def test_an_excel_study_is_the_csv_study(tmp_path: Path) -> None:
    from report45.study.load import load

    small(tmp_path)
    plain = load(tmp_path).tables["clients"]
    rows: list[list[object]] = [
        ["klantnummer", "groep", "geslacht", "geboren"],
        ["0007", "EXP", "V", dt.datetime(1960, 12, 31)],
        ["0008", "EXP", "M", dt.datetime(1962, 2, 1)],
        ["0009", "CON", "V", dt.datetime(1958, 6, 5)],
        ["0010", "CON", None, dt.datetime(1965, 8, 17)],
    ]
    excel(tmp_path / "klanten.xlsx", rows)
    edit(tmp_path, "study.toml", "klanten.csv", "klanten.xlsx")
    pd.testing.assert_frame_equal(load(tmp_path).tables["clients"], plain)


@pytest.mark.parametrize(
    ("write", "told"),
    [
        (lambda path: path.write_bytes(b"not excel"), "is text, whatever its name says."),
        (lambda path: path.write_bytes(b""), "is empty, or of no kind that is known, whatever"),
        (lambda path: excel(path, []), "the file is empty."),
        (lambda path: excel(path, [["a"]], "Ander"), "has no sheet Blad1."),
    ],
)
def test_excel_that_cannot_be_read(
    tmp_path: Path, write: Callable[[Path], object], told: str
) -> None:
    write(tmp_path / "x.xlsx")
    with pytest.raises(UnreadableError, match=told):
        read_sheet(tmp_path / "x.xlsx", Table(file="x.xlsx", sheet="Blad1"), WANTED)


# --- Where the file is -----------------------------------------------------------------------


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (small(tmp_path) / "werk.csv").rename(tmp_path / "Werk.csv")
    assert message(tmp_path) == "werk.csv: the file is missing. Did you mean Werk.csv?"


@pytest.mark.parametrize("file", ["../../etc/passwd", "/etc/passwd", "cases/../../x.csv"])
def test_no_path_leaves_the_folder(tmp_path: Path, file: str) -> None:
    edit(small(tmp_path / "proef"), "study.toml", "werk.csv", file)
    (tmp_path / "x.csv").write_text("klantnummer;soort\n")
    assert message(tmp_path / "proef").startswith(f"{file}: lies outside the study's folder.")


def test_no_link_leaves_the_folder(tmp_path: Path) -> None:
    small(tmp_path / "proef")
    (tmp_path / "proef" / "werk.csv").rename(tmp_path / "elders.csv")
    (tmp_path / "proef" / "werk.csv").symlink_to(tmp_path / "elders.csv")
    assert "lies outside" in message(tmp_path / "proef")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (small(tmp_path) / "werk.csv").unlink()
    (tmp_path / "werk.csv").mkdir()
    assert message(tmp_path) == "werk.csv: is a folder, not a file. Name the file in it."


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(tmp_path)
    whole = os.open

    def guarded(path: Path, flags: int) -> int:
        if Path(path).name == "werk.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path, flags)

    monkeypatch.setattr(os, "open", guarded)
    assert messages(tmp_path) == ["werk.csv: cannot be opened (Permission denied). Check the file."]
