"""A study of eleven clients that has some of everything, and every fact its chapters state.

``python -m tests.analysis.eleven`` writes them to ``eleven.txt``. Look at what that changes before
you keep it: each line is something a reader may be told, and can be counted in the tables below and
in ``studies.flowing``.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd

from report45.chapters.outline import catalogue
from report45.facts import Fact
from report45.study.load import Study
from tests.analysis.studies import AGE, ROUTES, SEX, WORK, coded, dates, flowing, study
from tests.analysis.test_instruments import DECLARED
from tests.analysis.test_sample_size import DESIGN

FILE = Path(__file__).with_name("eleven.txt")
PAY = {"name": "loon", "label": "Loon", "column": "pay", "unit": "euro", "better": "higher"}


def eleven() -> Study:
    """Give the study: six against five clients, each table at least once odd."""
    tables = dict(flowing().tables)
    clients = tables["clients"].assign(
        born=dates(
            [
                *["1960-01-01", "1967-10-01", "1967-10-02", "1980-06-15", "1990-02-28", None],
                *["1950-12-31", "1966-10-01", "1985-05-05", "1999-09-09", "1967-01-01"],
            ]
        )
    )
    tables["clients"] = clients
    tables["instruments"] = pd.DataFrame(
        {
            "client": coded(["e1", "e1", "e2", "e0", "e1", "c4"]),
            "kind": coded(["b", "b", "b", "b", "t", "t"]),
            "amount": [60.0, 50.0, 20.5, None, None, None],
            "start": dates(["2017-11-01", "2017-12-01", "2018-02-01", None, "2017-12-15", None]),
        }
    )
    tables["contacts"] = pd.DataFrame(
        {
            "client": coded(["e1"] * 6 + ["e2"] * 4 + ["e4", "e5", "c0"]),
            "date": dates(
                [
                    *["2017-09-15", "2017-09-29", "2017-10-13", "2017-10-27", "2017-11-24"],
                    *["2018-02-01", "2017-10-01", "2017-12-01", "2018-02-10", "2018-05-05"],
                    *["2018-01-08", "2018-02-03", "2018-01-01"],
                ]
            ),
            "kind": coded(["g", "g", "m", "g", "g", "g", "g", "m", "g", "g", "g", "g", "g"]),
        }
    )
    tables["outcomes"] = pd.DataFrame(
        {
            "client": coded(["e0", "e1", "e2", "e3", "e4", "c0", "c1", "c2", "c3"]),
            "pay": [0.0, 1200.5, 1800.0, 950.0, None, 800.0, 0.0, 1500.0, 1100.25],
        }
    )
    return study(
        tables,
        routes=ROUTES,
        steps=["werk", "actief"],
        characteristics=[SEX, AGE],
        outcomes=[WORK | {"better": "higher", "primary": True}, PAY],
        instruments=DECLARED,
        contact_plan={"per_week": 0.5, "kinds": ["g"]},
        design=DESIGN,
        allocation={"method": "random"},
    )


def lines() -> list[str]:
    """Give a line for every fact: its path, its kind and what it holds."""
    return [f"{path}: {_shown(fact)}" for path, fact in catalogue(eleven()).items()]


def _shown(fact: Fact) -> str:
    """Give what a fact holds; of numbers nine digits, which no other machine computes otherwise."""
    held = [getattr(fact, one.name) for one in dataclasses.fields(fact)]
    return " ".join([type(fact).__name__, *map(_written, held)])


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, value))})"
    return f"{value:.9g}" if isinstance(value, float) else repr(value)


if __name__ == "__main__":
    FILE.write_text("\n".join(lines()) + "\n", encoding="utf-8")
