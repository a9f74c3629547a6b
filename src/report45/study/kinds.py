"""What kind of file a delivery is: known by its content, whatever its name says."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import BinaryIO, Literal

Reader = Literal["csv", "xlsx", "parquet"]

_HEAD = 4096  # bytes that are looked at to know a text
_OLE_LIMIT = 64 << 20  # bytes of an old workbook that are searched for what it holds


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Parameters
    ----------
    what : str
        What it is, after "is".
    remedy : str
        What to do where it cannot be read.
    reader : str, optional
        What reads it; None when nothing does.
    """

    what: str
    remedy: str
    reader: Reader | None = None


_SAVE = "Open it in Excel and save it as .xlsx."
_EXPORT = "Export the table as .xlsx or CSV."
_UNPACK = "Unpack it, and name the file that was in it."

TEXT = Kind("text", "Let its name end in .csv, here and in study.toml.", "csv")
WORKBOOK = Kind("an Excel workbook", "Let its name end in .xlsx, here and in study.toml.", "xlsx")
_PARQUET = Kind("Parquet", "Let its name end in .parquet, here and in study.toml.", "parquet")
_PROTECTED = Kind(
    "a workbook with a password or a sensitivity label",
    "Open it in Excel, take the password (File, Info, Protect Workbook) or the label off, and save "
    "it as .xlsx.",
)
_OLD = Kind("an old Excel workbook (.xls)", _SAVE)
_UNKNOWN = Kind("empty, or of no kind that is known", "Export it again.", "csv")
_WEB_PAGE = Kind("a web page (HTML)", _SAVE)

# the first bytes, from the makers' own specifications
_FIRST: tuple[tuple[bytes, Kind], ...] = (
    (b"PAR1", _PARQUET),
    (b"%PDF", Kind("a PDF", _EXPORT)),
    (b"{\\rtf", Kind("a document (RTF)", _EXPORT)),
    (b"\x1f\x8b", Kind("compressed (gzip)", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("an archive (7z)", _UNPACK)),
    (b"Rar!", Kind("an archive (RAR)", _UNPACK)),
    (b"SQLite format 3", Kind("a database (SQLite)", _EXPORT)),
    (b"$FL2", Kind("a data file of SPSS", _EXPORT)),
    (b"$FL3", Kind("a data file of SPSS", _EXPORT)),
    (b"<stata_dta>", Kind("a data file of Stata", _EXPORT)),
    (bytes(12) + b"\xc2\xea\x81\x60", Kind("a data file of SAS", _EXPORT)),
    (b"ARROW1", Kind("an Arrow file (Feather)", "Export it as Parquet or CSV.")),
    (b"\0\x05\x16\x07", Kind("what macOS leaves beside a file", "Name the file itself.")),
    *((bytes((9, version)), _OLD) for version in (0, 2, 4)),  # Excel 2 to 4
    (b"\x09\x08\x08\0", _OLD),  # Excel 5 outside a container
    (b"\x09\x08\x10\0", _OLD),
)

# how the text begins, in lower case and without white space before it
_WRITTEN: tuple[tuple[str, Kind], ...] = (
    *((f"<{tag}", _WEB_PAGE) for tag in ("html", "!doctype html", "head", "meta", "table", "body")),
    ("mime-version:", Kind("a web archive", _SAVE)),
    ("id;p", Kind("a SYLK file", _SAVE)),
    ('{"', Kind("JSON", _EXPORT)),
    ("[{", Kind("JSON", _EXPORT)),
)

# by a part of the archive
_PARTS: tuple[tuple[str, Kind], ...] = (
    ("xl/workbook.xml", WORKBOOK),
    ("xl/workbook.bin", Kind("a binary Excel workbook (.xlsb)", _SAVE)),
    ("word/", Kind("a Word document", _EXPORT)),
    ("ppt/", Kind("a presentation", _EXPORT)),
    ("index/document.iwa", Kind("an Apple Numbers document", _EXPORT)),
    ("content.xml", Kind("an OpenDocument file (.ods)", "Save it as .xlsx.")),
)


def kind_of(file: BinaryIO) -> Kind:
    """Know a file by its content.

    Parameters
    ----------
    file : BinaryIO
        Open at its start, where it is left again.

    Returns
    -------
    Kind
        Text, where it is nothing else that is known.
    """
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(file)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _container(file)
    for first, kind in _FIRST:
        if head.startswith(first):
            return kind
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8-sig", "ignore").lstrip().lower()
    if text.startswith("<?xml"):
        office = "schemas-microsoft-com:office:spreadsheet" in text
        return Kind("an XML spreadsheet of Excel 2003" if office else "XML", _SAVE)
    for start, kind in _WRITTEN:
        if text.startswith(start):
            return kind
    return TEXT if head and (wide or b"\0" not in head) else _UNKNOWN


def _archive(file: BinaryIO) -> Kind:
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return Kind("a damaged archive or workbook", "Export it again.")
    finally:
        file.seek(0)
    for part, kind in _PARTS:
        if any(name.startswith(part) for name in names):
            return kind
    return Kind("an archive (zip)", _UNPACK)


def _container(file: BinaryIO) -> Kind:
    """What the container of Excel 97 and of protected files holds: its streams have names."""
    content = file.read(_OLE_LIMIT)
    file.seek(0)

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if has("EncryptedPackage") or has("DataSpaces"):
        return _PROTECTED
    if has("WordDocument"):
        return Kind("an old Word document", _EXPORT)
    return _OLD
