"""The rows of the delivered files."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date

from generator.clients import END, Client, workday
from generator.course import Course, days

Row = dict[str, object]


def tables(rng: random.Random, courses: Sequence[Course]) -> dict[str, list[Row]]:
    """Give every table about what happened, as rows."""
    return {
        "trajecten.csv": trajectory_rows(courses),
        "uitkeringen_beeindigd.csv": ending_rows(courses),
        "werk_en_inkomsten.csv": work_rows(courses),
        "activiteiten.csv": activity_rows(courses),
        "instrumenten.csv": instrument_rows(courses),
        "contacten.csv": contact_rows(rng, courses),
    }


def client_rows(clients: Iterable[Client]) -> list[Row]:
    """Write the table of clients."""
    return [
        {
            "klantnummer": one.number,
            "groep": one.group,
            "instroom": one.cohort,
            "laatste_cijfer": one.digit,
            "volgnummer": one.order,
            "geslacht": one.sex,
            "geboortedatum": one.born,
            "geboorteland": one.country,
            "nationaliteit": one.nationality,
            "leefvorm": one.household,
            "ingangsdatum_uitkering": one.benefit_start,
            "trede": one.ladder,
            "lopend_traject": one.trajectory,
            "parttimewerk": one.parttime,
        }
        for one in clients
    ]


def trajectory_rows(courses: Iterable[Course]) -> list[Row]:
    """Write the experiment group and the crossovers."""
    return [
        {
            "klantnummer": one.client.number,
            "uitkomst": one.route,
            "intakedatum": one.intake,
            "einddatum": one.end,
            "belastbaarheidsonderzoek": ("ja" if one.assessed else "nee") if one.intake else "",
            "klantmanager": one.manager,
        }
        for one in courses
        if one.route or one.intake
    ]


def ending_rows(courses: Iterable[Course]) -> list[Row]:
    """Write whose benefit ended."""
    return [
        {"klantnummer": one.client.number, "einddatum": one.ending, "reden": one.reason}
        for one in courses
        if one.ending
    ]


def work_rows(courses: Iterable[Course]) -> list[Row]:
    """Write who worked."""
    return [
        {
            "klantnummer": one.client.number,
            "soort": one.work,
            "startdatum": one.work_start,
            "einddatum": one.work_end,
        }
        for one in courses
        if one.work
    ]


def activity_rows(courses: Iterable[Course]) -> list[Row]:
    """Write what clients did."""
    return [
        {
            "klantnummer": one.client.number,
            "soort": kind,
            "startdatum": start,
            "door_aanpak": "ja" if by_programme else "nee",
        }
        for one in courses
        for kind, start, by_programme in sorted(one.activities, key=lambda act: act[1])
    ]


def instrument_rows(courses: Iterable[Course]) -> list[Row]:
    """Write what was deployed."""
    return [
        {
            "klantnummer": one.client.number,
            "instrument": kind,
            "startdatum": start,
            "bedrag": amount,
        }
        for one in courses
        for kind, start, amount in sorted(one.instruments, key=lambda use: use[1])
    ]


def contact_rows(rng: random.Random, courses: Iterable[Course]) -> list[Row]:
    """Draw contacts: a talk every two or three weeks, fewer while an instrument runs."""
    rows: list[Row] = []
    for one in courses:
        if not one.took_part:
            continue
        day = one.began
        while day < (one.end or END):
            rows.append({"klantnummer": one.client.number, "datum": day, "soort": "gesprek"})
            pause = gap(rng, one, day)
            for kind, chance in (("e-mail", 0.45), ("telefoon", 0.15)):
                between = workday(rng, day + days(1), day + days(pause))
                if rng.random() < chance and between < (one.end or END):
                    rows.append({"klantnummer": one.client.number, "datum": between, "soort": kind})
            day = workday(rng, day + days(pause), day + days(pause + 3))
    return sorted(rows, key=lambda row: (str(row["datum"]), str(row["klantnummer"])))


def gap(rng: random.Random, one: Course, day: date) -> float:
    """Draw the days until the next talk."""
    busy = any(start <= day < start + days(90) for _, start, _ in one.instruments)
    if busy:
        return rng.uniform(26, 42)
    return rng.uniform(7, 19) if day < one.began + days(120) else rng.uniform(12, 24)
