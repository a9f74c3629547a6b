"""Almere's files as delivered: read, edited and written back with the csv module alone."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.conftest import ROOT

ALMERE = ROOT / "data" / "almere"
END = dt.date(2019, 4, 1)

Row = dict[str, str]
Files = dict[str, list[Row]]
"""Rows by file name without extension, as the municipality delivered them."""

COURSE = (
    "trajecten",
    "uitkeringen_beeindigd",
    "activiteiten",
    "werk_en_inkomsten",
    "instrumenten",
    "contacten",
)
OUT = {"geen deelname", "Team Zorg", "lopende ontheffing"}


def read(folder: Path) -> Files:
    """Read every table of a study folder with the csv module alone."""
    return {path.stem: _rows(path) for path in sorted(folder.glob("*.csv"))}


def write(folder: Path, files: Files) -> None:
    """Write the tables back over those in a folder."""
    for name, rows in files.items():
        path = folder / f"{name}.csv"
        header = path.read_text(encoding="utf-8").splitlines()[0].split(";")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, delimiter=";", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def original(files: Mapping[str, list[Row]], group: str = "") -> list[Row]:
    """Give the clients selected first, of one group or of both."""
    return [
        row
        for row in files["klanten"]
        if row["instroom"] == "eerste selectie" and group in ("", row["groep"])
    ]


def numbers(rows: Iterable[Row]) -> list[str]:
    """Give the client numbers in rows."""
    return [row["klantnummer"] for row in rows]


def participants(files: Files) -> list[str]:
    """Give the clients of the experiment group who took part."""
    group = set(numbers(original(files, "EXP")))
    return [
        row["klantnummer"]
        for row in files["trajecten"]
        if row["klantnummer"] in group and row["uitkomst"] not in OUT
    ]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def forget(files: Files, clients: set[str], *names: str) -> None:
    for name in names:
        files[name] = [row for row in files[name] if row["klantnummer"] not in clients]


def remove(files: Files, clients: set[str]) -> None:
    forget(files, clients, "klanten", *COURSE)


def works(files: Files, group: str, kinds: list[str]) -> None:
    """Let the first clients of a group have this work, and nobody else of it."""
    members = numbers(original(files, group))
    forget(files, set(members), "werk_en_inkomsten")
    files["werk_en_inkomsten"] += [
        {"klantnummer": one, "soort": kind, "startdatum": "01-11-2018", "einddatum": ""}
        for one, kind in zip(members, kinds, strict=False)
    ]


def end_benefits(files: Files, group: str, reasons: list[str]) -> None:
    """Let the benefit of the last clients of a group end, and of nobody else of it."""
    members = numbers(original(files, group))
    forget(files, set(members), "uitkeringen_beeindigd")
    files["uitkeringen_beeindigd"] += [
        {"klantnummer": one, "einddatum": "01-11-2018", "reden": reason}
        for one, reason in zip(reversed(members), reasons, strict=False)
    ]


def day_of(written: str) -> dt.date | None:
    return dt.datetime.strptime(written, "%d-%m-%Y").date() if written else None
