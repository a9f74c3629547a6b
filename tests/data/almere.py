"""The delivered files of the Almere study, as the tests count them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.data.tables import Row, day, rows, whole_years

SELECTION, START, END = date(2017, 9, 1), date(2017, 10, 1), date(2019, 4, 1)

EVERYONE = rows("almere", "klanten.csv")
CLIENTS = {row["klantnummer"]: row for row in EVERYONE if row["instroom"] == "eerste selectie"}
TRAJECTORIES = rows("almere", "trajecten.csv")
ENDINGS = rows("almere", "uitkeringen_beeindigd.csv")
WORK = rows("almere", "werk_en_inkomsten.csv")
ROUTE = {row["klantnummer"]: row["uitkomst"] for row in TRAJECTORIES if row["uitkomst"]}
INTAKE = {row["klantnummer"]: day(row["intakedatum"]) for row in TRAJECTORIES if row["intakedatum"]}
OUT = {"geen deelname", "Team Zorg", "lopende ontheffing"}
PARTICIPANTS = {client for client, route in ROUTE.items() if route not in OUT}


def of(group: str) -> list[Row]:
    return [row for row in CLIENTS.values() if group in (row["groep"], "all")]


def group_of(row: Row) -> str:
    return CLIENTS[row["klantnummer"]]["groep"]


def age(row: Row) -> int:
    return whole_years(day(row["geboortedatum"]), START)


def years(row: Row, at: date = START) -> float:
    begun = day(row["ingangsdatum_uitkering"])
    months = (at.year - begun.year) * 12 + at.month - begun.month
    return (months + (at.day - begun.day) / 30.4) / 12


def age_class(row: Row) -> str:
    return "tm50" if age(row) <= 50 else "51-60" if age(row) <= 60 else "61+"


def duration_class(row: Row) -> str:
    bounds = {1: "0.5-1", 3: "1-3", 5: "3-5", 10: "5-10"}
    return next((name for bound, name in bounds.items() if years(row) < bound), "10+")


FIELDS: dict[str, Callable[[Row], str]] = {
    "age": age_class,
    "duration": duration_class,
    "sex": lambda row: row["geslacht"],
    "country": lambda row: row["geboorteland"],
    "household": lambda row: row["leefvorm"],
}
