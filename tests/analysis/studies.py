"""Small studies, built in memory and countable by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from report45.analysis.consistency import consistency
from report45.analysis.findings import Consistency
from report45.chapters.outline import catalogue
from report45.study.config import StudyConfig
from report45.study.load import CaseStory, Study

SEX = {
    "name": "geslacht",
    "label": "Geslacht",
    "title": "Klanten naar geslacht",
    "column": "sex",
    "heading": "vrouw",
    "categories": [
        {"name": "man", "label": "Man", "says": "is man", "code": "m"},
        {"name": "vrouw", "label": "Vrouw", "says": "is vrouw", "code": "v"},
    ],
}

AGE = {
    "name": "leeftijd",
    "label": "Leeftijd",
    "title": "Klanten naar leeftijd",
    "column": "born",
    "kind": "age",
    "unit": "jaar",
    "mean_says": "de gemiddelde leeftijd",
    "heading": "mean",
    "categories": [
        {"name": "jong", "label": "tot en met 50 jaar", "says": "is hoogstens 50", "below": 51},
        {"name": "oud", "label": "51 jaar en ouder", "says": "is ouder dan 50"},
    ],
}

ROUTES = [
    {"name": "nooit", "label": "Nooit", "code": "n", "stage": "out", "says": "deed niet mee"},
    {"name": "gestopt", "label": "Gestopt", "code": "g", "stage": "ended", "says": "is gestopt"},
    {"name": "werk", "label": "Werk", "code": "w", "stage": "done", "says": "werkt"},
    {"name": "actief", "label": "Actief", "code": "a", "stage": "done", "says": "is actief"},
]

WORK = {
    "name": "werk",
    "label": "Werk",
    "says": "heeft werk",
    "experiment": [
        {"table": "work_income", "column": "kind", "certain": ["vol"], "possible": ["los"]}
    ],
    "control": [
        {
            "table": "benefit_endings",
            "column": "reason",
            "certain": ["baan"],
            "possible": ["ander_inkomen"],
            "missing": "possible",
        }
    ],
}


def config(**changes: Any) -> StudyConfig:
    """Give a whole configuration with some keys changed."""
    declared: dict[str, Any] = {
        "title": "Proef",
        "author": "Onderzoek",
        "commissioner": "Gemeente",
        "date": "2019-05-01",
        "dates": {"selection": "2017-09-01", "start": "2017-10-01", "end": "2019-04-01"},
        "tables": {},
        "characteristics": [SEX],
    }
    return StudyConfig.model_validate(declared | changes)


def study(
    tables: dict[str, pd.DataFrame], stories: tuple[CaseStory, ...] = (), /, **changes: Any
) -> Study:
    """Give a study of these tables."""
    declared = {name: {"file": f"{name}.csv"} for name in tables}
    return Study("proef", Path(), config(tables=declared, **changes), tables, stories)


def clients(experiment: int, control: int, **columns: list[Any]) -> pd.DataFrame:
    """Give clients ``e0 … c0 …`` of both groups, with further columns in that order."""
    ids = [f"e{n}" for n in range(experiment)] + [f"c{n}" for n in range(control)]
    groups = ["experiment"] * experiment + ["control"] * control
    frame = pd.DataFrame({"client": ids, "group": groups, **columns})
    return frame.astype({"client": "str", "group": "str"})


def coded(values: list[str | None]) -> pd.Series:
    """Give a column of codes with missing values."""
    return pd.Series(values, dtype="str")


def dates(values: list[str | None]) -> pd.Series:
    """Give a column of days with missing values."""
    return pd.Series(pd.to_datetime(pd.Series(values), format="%Y-%m-%d"))


def flowing(**changes: Any) -> Study:
    """Give a study of six against five clients in which everything happens once or twice.

    Experiment: e0 never took part (benefit ended through work before), e1 stopped, e2 and e3
    work (e3 only by the hour), e4 and e5 active. Control: c0 ended for work, c1 for other
    income, c2 without a reason, c3 moved house, c4 crossed over.
    """
    tables = {
        "clients": clients(6, 5, sex=coded(list("mvmvmvmvmvm"))),
        "trajectories": pd.DataFrame(
            {
                "client": coded(["e0", "e1", "e2", "e3", "e4", "e5", "c4"]),
                "route": coded(["n", "g", "w", "w", "a", "a", None]),
                "intake": dates(
                    [
                        None,
                        "2017-09-15",
                        "2017-10-01",
                        "2017-11-01",
                        "2018-01-01",
                        "2018-02-01",
                        "2018-03-01",
                    ]
                ),
                "end": dates([None, "2018-01-15", None, None, None, None, None]),
                "capacity_assessment": pd.Series(
                    [True, True, False, None, True, False, True], dtype="boolean"
                ),
            }
        ),
        "benefit_endings": pd.DataFrame(
            {
                "client": coded(["e0", "e1", "e2", "c0", "c1", "c2", "c3"]),
                "end": dates(["2017-09-10", "2018-01-15", "2018-06-01", *["2018-05-01"] * 4]),
                "reason": coded(
                    ["baan", "verhuizing", "baan", "baan", "ander_inkomen", None, "verhuizing"]
                ),
            }
        ),
        "work_income": pd.DataFrame(
            {
                "client": coded(["e2", "e3", "e3", "e4"]),
                "kind": coded(["vol", "los", "vol", "los"]),
                "start": dates(["2018-06-01", "2018-03-01", "2018-09-01", "2018-04-01"]),
            }
        ),
    }
    return study(tables, **({"routes": ROUTES, "outcomes": [WORK]} | changes))


def consistency_of(study: Study) -> Consistency:
    """Run every check, as the chapter that publishes them does."""
    return consistency(study, lambda: catalogue(study))
