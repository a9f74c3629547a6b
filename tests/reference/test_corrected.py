"""Figures that earlier versions of the report printed otherwise, each with the reason."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Release

with Path(__file__).with_name("corrected.csv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Mapping[str, str]] = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_corrected_figure_is_printed_as_corrected(
    row: Mapping[str, str], built_almere: Release
) -> None:
    assert row["was"] != row["now"]
    assert row["reason"]
    assert built_almere.facts[row["fact"]]["text"] == row["now"]


def test_the_annex_tells_what_was_printed_before(built_almere: Release) -> None:
    assert "Gedrukt staat 2,7 tot 7,7; uit de gegevens volgt 2,7 tot 9,7" in built_almere.prose
    assert built_almere.prose.count("2,7 tot 7,7") == 2
