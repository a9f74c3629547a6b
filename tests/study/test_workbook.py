"""Excel as it is sent: what it shows is read, or refused with the sheet, rows and column."""

from __future__ import annotations

import datetime as dt
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from report45.disk import UnreadableError
from report45.study.files import Sheet, read_sheet
from report45.study.people import Table

from .books import SHEET, book, change, rewrite
from .small import edit, message, messages, small

ROWS = [["klant", "groep", "bedrag"], *([f"K{n}", "EXP", n * 10] for n in range(1, 6))]
WANTED = ("klant", "groep", "bedrag")
Prepare = Callable[[Worksheet], object]


def read(path: Path, **how: Any) -> Sheet:
    return read_sheet(path, Table(file=path.name, **how), WANTED)


def cells(path: Path, **how: Any) -> list[tuple[str, ...]]:
    return [tuple(row) for row in read(path, **how).frame.itertuples(index=False, name=None)]


def refused(path: Path, **how: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(path, **how)
    return f"{caught.value.problem} {caught.value.remedy}"


def faults(path: Path, **how: Any) -> list[str]:
    return [f"{one.place}: {one.problem}" for one in read(path, **how).faults]


def notes(path: Path, **how: Any) -> list[str]:
    return [f"{one.code}: {one.place}: {dict(one.says)}" for one in read(path, **how).notes]


SOUND = [(f"K{n}", "EXP", str(n * 10)) for n in range(1, 6)]


# --- Its size --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size",
    ['<dimension ref="A1"/>', '<dimension ref="A1:C3"/>', '<dimension ref="A1:XFD1048576"/>', ""],
)
def test_what_a_sheet_says_of_its_size_is_not_believed(tmp_path: Path, size: str) -> None:
    path = change(book(tmp_path / "x.xlsx", ROWS), SHEET, "<dimension[^>]*>", size)
    assert cells(path) == SOUND
    assert list(read(path).frame.index) == [2, 3, 4, 5, 6]


def test_cells_need_not_say_where_they_are(tmp_path: Path) -> None:
    path = change(book(tmp_path / "x.xlsx", ROWS), SHEET, '<(row|c) r="[A-Z0-9]+"', r"<\1")
    assert cells(path) == SOUND


def test_a_stray_last_cell_costs_nothing(tmp_path: Path) -> None:
    def stray(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "x"
        sheet["AAA9"] = " "

    path = book(tmp_path / "x.xlsx", ROWS, stray)
    began = time.process_time()
    assert cells(path) == SOUND
    assert time.process_time() - began < 1


@given(
    st.dictionaries(
        st.tuples(st.integers(2, 60), st.integers(1, 3)), st.text("abç ", min_size=1), max_size=12
    )
)
@settings(max_examples=25, deadline=None)
def test_every_cell_stands_where_excel_shows_it(
    tmp_path_factory: pytest.TempPathFactory, given_: dict[tuple[int, int], str]
) -> None:
    def fill(sheet: Worksheet) -> None:
        for (row, column), text in given_.items():
            sheet.cell(row, column).value = text

    path = book(tmp_path_factory.mktemp("cells") / "x.xlsx", [list(WANTED)], fill)
    frame = read(path).frame
    stripped = {place: text.strip() for place, text in given_.items() if text.strip()}
    assert set(frame.index) == {row for row, _ in stripped}
    for row in frame.index:
        for column, name in enumerate(WANTED, 1):
            assert frame.loc[row, name] == stripped.get((row, column), "")


# --- Merged cells ----------------------------------------------------------------------------


def test_a_merged_cell_gives_its_value_to_all_its_rows(tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet["B2"], sheet["B5"] = "CON", None
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("B5:B6")

    path = book(tmp_path / "x.xlsx", ROWS, merge)
    assert [row[1] for row in cells(path)] == ["CON", "CON", "CON", "", ""]


def test_a_row_two_rows_high_is_one_row(tmp_path: Path) -> None:
    def merge(sheet: Worksheet) -> None:
        for column in "ABC":
            sheet.merge_cells(f"{column}2:{column}3")

    path = book(tmp_path / "x.xlsx", [ROWS[0], ["K1", "EXP", 10], [], ["K2", "EXP", 20]], merge)
    assert cells(path) == SOUND[:2]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    rows = [["klant", "wat", None], [None, "groep", "bedrag"], *ROWS[1:]]

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    path = book(tmp_path / "x.xlsx", rows, merge)
    assert cells(path, skip_rows=1) == SOUND
    assert faults(path, skip_rows=1) == []


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("B3:C3", ["row 3, column groep", "row 3, column bedrag"]),
        ("A2:B4", ["row 2, column groep", "row 2, column klant"]),
        ("B1:C1", ["row 1, column groep"]),
        ("C5:D5", ["row 5, column bedrag"]),
    ],
)
def test_cells_merged_beside_each_other_are_refused(
    tmp_path: Path, block: str, told: list[str]
) -> None:
    path = book(tmp_path / "x.xlsx", ROWS, lambda sheet: sheet.merge_cells(block))
    problem = "the cell is merged with one beside it."
    assert sorted(faults(path)) == sorted(f"sheet Blad1, {one}: {problem}" for one in told)


# --- What Excel hides ------------------------------------------------------------------------


def hide_rows(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:C6"
    for row in (3, 5, 9):
        sheet.row_dimensions[row].hidden = True


def test_hidden_rows_are_read_or_left_out_and_told(tmp_path: Path) -> None:
    path = book(tmp_path / "x.xlsx", ROWS, hide_rows)
    assert cells(path) == SOUND
    assert notes(path) == ["hidden-rows: sheet Blad1, rows 3 and 5: {'gedaan': 'read'}"]
    assert cells(path, hidden="skip") == [SOUND[0], SOUND[2], SOUND[4]]
    assert list(read(path, hidden="skip").frame.index) == [2, 4, 6]
    assert notes(path, hidden="skip")[0].endswith("{'gedaan': 'skip'}")


def test_a_hidden_column_is_read_and_told(tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions["C"].hidden = True
        sheet.column_dimensions["H"].hidden = True

    path = book(tmp_path / "x.xlsx", ROWS, hide)
    assert cells(path) == SOUND
    assert notes(path) == ["hidden-column: sheet Blad1, column bedrag: {}"]


def sheets(path: Path, *given_: tuple[str, str, bool]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, state, filled in given_:
        sheet = made.create_sheet(name)
        sheet.sheet_state = state
        for row in ROWS if filled else ():
            sheet.append(row)
    made.save(path)
    return path


def test_the_only_sheet_with_anything_in_it_is_read(tmp_path: Path) -> None:
    path = sheets(
        tmp_path / "x.xlsx",
        ("Leeg", "visible", False),
        ("Data", "visible", True),
        ("Lijst", "hidden", True),
    )
    assert cells(path) == SOUND
    assert notes(path) == []


def test_which_sheet_is_asked_by_name(tmp_path: Path) -> None:
    path = sheets(
        tmp_path / "x.xlsx",
        ("Januari", "visible", True),
        ("Februari", "visible", True),
        ("Lijst", "hidden", True),
    )
    assert refused(path) == (
        "has several sheets with something in them: Januari, Februari. "
        "Set `sheet` in study.toml to the one that is meant."
    )
    assert cells(path, sheet=" Februari") == SOUND
    assert notes(path, sheet="Lijst") == ["hidden-sheet: sheet Lijst: {'blad': 'Lijst'}"]
    assert refused(path, sheet="Maart") == (
        "has no sheet Maart. Set `sheet` in study.toml to one of: Januari, Februari, Lijst."
    )


# --- What is in a cell -----------------------------------------------------------------------


def test_a_formula_without_its_result_is_refused_with_its_cells(tmp_path: Path) -> None:
    rows = [*ROWS, ["K6", "=B2", "=SUM(C2:C6)"]]
    path = book(tmp_path / "x.xlsx", [[*row, "=1+1"] for row in rows])
    assert sorted(faults(path)) == [
        "sheet Blad1, row 7, column bedrag: a formula whose result is not in the file.",
        "sheet Blad1, row 7, column groep: a formula whose result is not in the file.",
    ]
    known = change(path, SHEET, "<f>SUM[^<]*</f><v></v>", "<f>SUM(C2:C6)</f><v>150</v>")
    known = change(known, SHEET, "(<c[^>]*)><f>B2</f><v></v>", r'\1 t="str"><f>B2</f><v></v>')
    assert cells(known)[-1] == ("K6", "", "150")
    assert faults(known) == []


def test_faults_of_a_sheet_name_the_file(tmp_path: Path) -> None:
    small(tmp_path)
    rows = [["klantnummer", "soort", "van", "tot"], ["0007", "=A1", dt.date(2018, 3, 1), "#N/A"]]
    book(tmp_path / "werk.xlsx", rows)
    edit(tmp_path, "study.toml", "werk.csv", "werk.xlsx")
    assert messages(tmp_path) == [
        "werk.xlsx, sheet Blad1, row 2, column soort: a formula whose result is not in the file. "
        "Open the file in Excel and save it, or paste values over the formulas.",
        "werk.xlsx, row 2, column tot: an error of Excel instead of a value. "
        'Mend it, or list it under `unknown`, as in unknown.end = ["#N/A"].',
    ]


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (7, "0000", "0007"),
        (12345, "0000", "12345"),
        (7, "0", "7"),
        (43101, "d-m-yyyy", "01-01-2018"),
        (43101, "[$-413]d mmmm yyyy;@", "01-01-2018"),
        (43101.75, "dd/mm/yy hh:mm", "01-01-2018"),
        (0.5, "h:mm", "0,5"),
        (59, "d-m-yyyy", "28-02-1900"),
        (61, "d-m-yyyy", "01-03-1900"),
        (-1, "d-m-yyyy", "-1"),
        (12, '0 "dagen"', "12"),
        (1e21, "General", "1000000000000000000000"),
        (True, "General", "ja"),
        ("_x000D_a_x0009_b_xD800_", "General", "a\tb_xD800_"),
    ],
)
def test_a_cell_as_it_is_shown(tmp_path: Path, value: object, shown: str, text: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A2"] = "x"
        sheet["C2"].value = value  # type: ignore[assignment]
        sheet["C2"].number_format = shown

    path = book(tmp_path / "x.xlsx", [list(WANTED)], fill)
    assert cells(path) == [("x", "", text)]


def test_texts_kept_apart_from_the_sheet(tmp_path: Path) -> None:
    """As Excel itself writes them: by number, in pieces of one style, with how they are spoken."""
    texts = (
        "<sst><si><t>klant</t></si><si><r><t xml:space='preserve'>gro</t></r><r><rPr><b/></rPr>"
        "<t>ep</t></r></si><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si></sst>"
    )
    path = rewrite(
        book(tmp_path / "x.xlsx", [[0, 1], [2, 2]]),
        {
            SHEET: lambda text: text.replace('t="n"', 't="s"'),
            "xl/sharedStrings.xml": lambda _: texts,
        },
    )
    assert read(path).header == ("klant", "groep")
    assert cells(path) == [("東京", "東京")]


def test_days_counted_since_1904(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = made.worksheets[0]
    sheet.append(list(WANTED))
    sheet.append(["K1", "", dt.date(2018, 1, 31)])
    made.save(tmp_path / "x.xlsx")
    assert cells(tmp_path / "x.xlsx") == [("K1", "", "31-01-2018")]


def test_strict_open_xml_is_read_too(tmp_path: Path) -> None:
    """Excel's second kind of .xlsx: other namespaces, and days in full."""
    path = book(tmp_path / "x.xlsx", [*ROWS[:1], ["K1", "EXP", 1]])
    ours = "http://purl.oclc.org/ooxml/"

    def strict(text: str) -> str:
        text = text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/", ours)
        text = text.replace("http://schemas.openxmlformats.org/officeDocument/2006/", ours)
        text = re.sub("<(/?)(row|c|v|sheetData)(?=[ />])", r"<\1x:\2", text)
        text = text.replace("<x:sheetData", '<x:sheetData xmlns:x="a"')
        return re.sub(
            '<x:c r="C2"[^>]*><x:v>1<', '<x:c r="C2" t="d"><x:v>2018-01-31T00:00:00<', text
        )

    parts = [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]
    assert cells(rewrite(path, dict.fromkeys(parts, strict))) == [("K1", "EXP", "31-01-2018")]


# --- Files that are not what they seem -------------------------------------------------------


def zipped(*names: str) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "x")

    return write


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")


@pytest.mark.parametrize("name", ["x.csv", "x.xls", "x.xlsx", "x.parquet"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (ole("EncryptedPackage"), "a workbook with a password or a sensitivity label. Open it in"),
        (ole("Workbook"), "an old Excel workbook (.xls). Open it in Excel and save it as .xlsx."),
        (ole("WordDocument"), "an old Word document. Export"),
        (b"\x09\x08\x10\0\0\6\5\0", "an old Excel workbook (.xls)."),
        (b"<html><table><tr><td>klant</td></tr></table></html>", "a web page (HTML). Open it in"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE html>", "a web page (HTML)."),
        ("<table>".encode("utf-16"), "a web page (HTML)."),
        (b"MIME-Version: 1.0\r\n", "a web archive."),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"',
            "an XML spreadsheet of Excel 2003. Open it in Excel and save it as .xlsx.",
        ),
        (b"<?xml version='1.0'?><klanten/>", "XML."),
        (b"%PDF-1.7", "a PDF. Export the table as .xlsx or CSV."),
        (b"\x1f\x8b\x08", "compressed (gzip). Unpack it"),
        (b"$FL2@(#) SPSS", "a data file of SPSS. Export the table"),
        (b'[{"klant": 1}]', "JSON."),
        (b"PK\x03\x04 no more", "a damaged archive or workbook. Export it again."),
        (zipped("klanten.csv"), "an archive (zip). Unpack it"),
        (zipped("mimetype", "content.xml"), "an OpenDocument file (.ods). Save it as .xlsx."),
        (zipped("xl/workbook.bin"), "a binary Excel workbook (.xlsb). Open it in Excel"),
        (zipped("word/document.xml"), "a Word document."),
    ],
)
def test_a_file_is_known_by_its_content(
    tmp_path: Path, name: str, content: bytes | Callable[[Path], object], told: str
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)
    assert refused(path).startswith(f"is {told}")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x.csv", "is an Excel workbook, whatever its name says. Let its name end in .xlsx"),
        ("x.xls", "is an Excel workbook, whatever its name says. Let its name end in .xlsx"),
        ("x.parquet", "is an Excel workbook, whatever its name says. Let its name end in .xlsx"),
    ],
)
def test_a_workbook_by_another_name(tmp_path: Path, name: str, told: str) -> None:
    assert refused(book(tmp_path / "b.xlsx", ROWS).rename(tmp_path / name)).startswith(told)


def test_text_called_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("klant;groep\nK1;EXP\n")
    assert refused(tmp_path / "x.xlsx") == (
        "is text, whatever its name says. Let its name end in .csv, here and in study.toml."
    )
    assert "K1" not in refused(tmp_path / "x.xlsx")


# --- Hostile workbooks -----------------------------------------------------------------------

BOMB = "&a;" * 10


@pytest.mark.parametrize(
    ("part", "made", "told"),
    [
        (SHEET, lambda _: "<c/>" * 10_000_000, "unpacks to 38 MB. Copy the table"),
        (SHEET, lambda _: " " * 200_000_000, "unpacks to 190 MB."),
        ("xl/sharedStrings.xml", lambda _: "<si/>" * 9_000_000, "unpacks to 42 MB."),
        (SHEET, lambda text: f'<!DOCTYPE a [<!ENTITY a "{BOMB}">]>{text}', "is a damaged"),
        ("xl/workbook.xml", lambda text: f"<!DOCTYPE a []>{text}", "is a damaged workbook."),
        (SHEET, lambda text: text[:-40], "is a damaged workbook."),
        (SHEET, lambda text: text.replace('r="A2"', 'r="A0x"'), "is a damaged workbook."),
        (SHEET, lambda text: text.replace('r="A2"', 'r="ZZZ2"'), "is a damaged workbook."),
        (SHEET, lambda text: text.replace('row r="2"', 'row r="9999999"'), "is a damaged workboo"),
        (SHEET, lambda text: text.replace('row r="3"', 'row r="2"'), "is a damaged workbook."),
        (SHEET, lambda text: text.replace('t="n"', 't="s"'), "is a damaged workbook."),
        ("xl/workbook.xml", lambda text: text.replace("rId1", "rId99"), "the file is empty."),
    ],
)
def test_a_hostile_or_damaged_workbook_is_refused_soon(
    tmp_path: Path, part: str, made: Callable[[str], str], told: str
) -> None:
    path = rewrite(book(tmp_path / "x.xlsx", ROWS), {part: made})
    began = time.process_time()
    assert refused(path).startswith(told)
    assert time.process_time() - began < 1


def test_merges_over_everything_cost_nothing(tmp_path: Path) -> None:
    blocks = "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(8, 20_000))
    below = f"</sheetData><mergeCells>{blocks}</mergeCells>"
    path = change(book(tmp_path / "x.xlsx", ROWS), SHEET, "</sheetData>", below)
    began = time.process_time()
    assert len(faults(path)) == 3
    assert time.process_time() - began < 2


def test_a_message_about_a_workbook_shows_none_of_its_cells(tmp_path: Path) -> None:
    small(tmp_path)
    edit(tmp_path, "study.toml", "werk.csv", "werk.xlsx")
    book(tmp_path / "werk.xlsx", [["geheim1", "geheim2"], ["geheim3", "geheim4"]])
    assert "geheim" not in message(tmp_path)
