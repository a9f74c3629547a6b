from __future__ import annotations

import csv
from typing import Any

import pytest

from report45.writers.spreadsheet import csv_text


def table(*cells: str) -> dict[str, Any]:
    columns = [{"label": "Groep", "n": None}, *({"label": "A", "n": None} for _ in cells)]
    return {"columns": columns, "rows": [{"header": "Kop", "cells": list(cells)}]}


def read_back(*cells: str) -> list[str]:
    return list(csv.reader(csv_text(table(*cells)).splitlines(), delimiter=";"))[1][1:]


@pytest.mark.parametrize(
    ("printed", "saved"),
    [
        ("54%", "54%"),
        ("1,5", "1,5"),
        ("−4,1 tot 11,2", "−4,1 tot 11,2"),
        ("−3,6", "-3,6"),
        ("€\N{NO-BREAK SPACE}1.234", "€ 1.234"),
        ('twee; "drie"', 'twee; "drie"'),
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("@som(A1)", "'@som(A1)"),
        ("-2+3", "'-2+3"),
        ("", ""),
    ],
)
def test_cell_is_a_number_or_text_and_never_a_formula(printed: str, saved: str) -> None:
    """What starts a formula: OWASP, CSV Injection."""
    assert read_back(printed) == [saved]


def test_row_of_a_group_has_as_many_cells_as_the_others() -> None:
    data = table("1", "2")
    data["rows"].append({"header": "Kopje", "cells": []})
    assert csv_text(data).splitlines()[2] == "Kopje;;"
