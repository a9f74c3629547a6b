"""Make the tables of this study: fictional clients that add up to the published figures.

``python data/almere/generate.py`` rewrites the CSV files next to it, byte for byte the same
on every run. README.md says what is published and what is invented.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.clients import population
from generator.course import draw
from generator.records import client_rows, tables

HERE = Path(__file__).parent
SEED = 45


def text(value: object) -> str:
    """Write a cell the Dutch way: dd-mm-jjjj and a decimal comma."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return f"{value:.2f}".replace(".", ",") if isinstance(value, float) else str(value)


def write(name: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Write one table next to this file."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";", lineterminator="\n")
        table.writerow(rows[0])
        table.writerows([text(value) for value in row.values()] for row in rows)


def main() -> None:
    """Write all tables."""
    clients = population(random.Random(SEED))
    rng = random.Random(SEED + 1)
    files = {"klanten.csv": client_rows(clients), **tables(rng, draw(rng, clients))}
    for name, rows in files.items():
        write(name, rows)


if __name__ == "__main__":
    main()
