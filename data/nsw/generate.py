"""Write this study's tables from the package ``causaldata``, which carries the sample.

``python data/nsw/generate.py`` rewrites the CSV files next to it; the development
dependencies must be installed. README.md says where the sample comes from.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
CODES = ("treat", "age", "educ", "black", "hisp", "marr", "nodegree")
DOLLARS = ("re74", "re75")


def write(name: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write one table next to this file."""
    with (HERE / name).open("w", encoding="cp1252", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def main() -> None:
    """Write both tables, in the order of the sample."""
    from causaldata import nsw_mixtape

    people = nsw_mixtape.load_pandas().data.to_dict("records")
    clients, outcomes = [], []
    for number, person in enumerate(people, start=1):
        name = f"NSW{number:03d}"
        codes = [int(person[column]) for column in CODES]
        clients.append([name, *codes, *(f"{person[column]:.2f}" for column in DOLLARS)])
        outcomes.append([name, int(person["re78"] > 0), f"{person['re78']:.2f}"])
    write("clients.csv", ("id", *CODES, *DOLLARS), clients)
    write("outcomes.csv", ("id", "werk_1978", "re78"), outcomes)


if __name__ == "__main__":
    main()
