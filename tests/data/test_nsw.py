"""The NSW study is the sample of Dehejia and Wahba (1999), counted straight from its files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from statistics import mean

import pytest

from report45.study.config import StudyConfig
from report45.study.load import load
from tests.data.tables import DATA, regenerate, rows

CLIENTS = rows("nsw", "clients.csv", ",", "cp1252")
OUTCOMES = rows("nsw", "outcomes.csv", ",", "cp1252")

# Dehejia and Wahba (1999), table 1, rows "NSW: treated" and "control" of their subset: treated,
# control, and the unit of the last printed digit. The table truncates some means.
TABLE_1 = [
    ("age", 25.81, 25.05, 0.01),
    ("educ", 10.35, 10.09, 0.01),
    ("black", 0.84, 0.83, 0.01),
    ("hisp", 0.06, 0.11, 0.01),
    ("nodegree", 0.71, 0.83, 0.01),
    ("marr", 0.19, 0.15, 0.01),
    ("re74", 2096, 2107, 1),
    ("re75", 1532, 1267, 1),
]


def average(table: list[dict[str, str]], column: str, treated: str) -> float:
    arm = {row["id"] for row in CLIENTS if row["treat"] == treated}
    return mean(float(row[column]) for row in table if row["id"] in arm)


def test_the_sample_has_185_treated_and_260_controls() -> None:
    assert [row["treat"] for row in CLIENTS].count("1") == 185
    assert [row["treat"] for row in CLIENTS].count("0") == 260
    assert [row["id"] for row in CLIENTS] == [row["id"] for row in OUTCOMES]


@pytest.mark.parametrize(("column", "treated", "control", "unit"), TABLE_1)
def test_the_published_means(column: str, treated: float, control: float, unit: float) -> None:
    assert average(CLIENTS, column, "1") == pytest.approx(treated, abs=unit)
    assert average(CLIENTS, column, "0") == pytest.approx(control, abs=unit)


def test_the_outcome_is_earnings_above_zero() -> None:
    assert all((float(row["re78"]) > 0) == (row["werk_1978"] == "1") for row in OUTCOMES)
    # Experimental estimate on this subset: 1,794 dollars (Dehejia and Wahba 1999, table 3).
    effect = average(OUTCOMES, "re78", "1") - average(OUTCOMES, "re78", "0")
    assert effect == pytest.approx(1794, abs=1)


def test_the_generator_gives_the_committed_bytes(tmp_path: Path) -> None:
    written = regenerate("nsw", ("generate.py",), tmp_path / "once")
    assert written == {
        name: (DATA / "nsw" / name).read_bytes() for name in ("clients.csv", "outcomes.csv")
    }


def test_the_configuration_is_valid_and_knows_no_more_than_the_sample() -> None:
    written = tomllib.loads((DATA / "nsw" / "study.toml").read_text(encoding="utf-8"))
    config = StudyConfig.model_validate(written)
    assert config.design is None
    assert not config.routes
    assert config.cases is None
    study = load(DATA / "nsw")
    assert set(study.tables) == {"clients", "outcomes"}
    assert study.clients["group"].value_counts().to_dict() == {"experiment": 185, "control": 260}
