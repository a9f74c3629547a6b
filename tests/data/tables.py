"""Count straight from delivered files, without the package that is under test."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"

Row = dict[str, str]


def rows(study: str, name: str, delimiter: str = ";", encoding: str = "utf-8") -> list[Row]:
    with (DATA / study / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def day(written: str) -> date:
    dd, mm, yyyy = written.split("-")
    return date(int(yyyy), int(mm), int(dd))


def whole_years(born: date, at: date) -> int:
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def percent(count: int, base: int) -> int:
    """Whole percent, half-up, in integers."""
    return (200 * count + base) // (2 * base)


def regenerate(study: str, copied: tuple[str, ...], into: Path) -> dict[str, bytes]:
    """Run a study's generator on a copy of itself and give the tables it wrote."""
    into.mkdir()
    for name in copied:
        source = DATA / study / name
        if source.is_dir():
            shutil.copytree(source, into / name)
        else:
            shutil.copy(source, into / name)
    subprocess.run(  # noqa: S603  our own script
        [sys.executable, "-W", "error", str(into / "generate.py")],
        check=True,
        cwd=into.parent,
        timeout=300,
    )
    return {path.name: path.read_bytes() for path in sorted(into.glob("*.csv"))}
