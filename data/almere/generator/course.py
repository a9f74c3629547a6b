"""What happened to the clients: routes, endings, work, activities, instruments.

How many clients took which route, how many benefits ended for which reason and how much of
the personal budget was spent is published; who, when and all other numbers are drawn.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.clients import END, START, Client, spread, workday

ENDED, NOT_YET = "uitkering beëindigd, geen werk", "(nog) geen activering"
ROUTES = {
    "geen deelname": 13,
    "Team Zorg": 58,
    ENDED: 24,
    "lopende ontheffing": 4,
    "(parttime)werk": 31,
    "activering": 49,
    NOT_YET: 24,
}
OUT = {"geen deelname", "Team Zorg", "lopende ontheffing"}
CROSSOVERS = 8
# Half of the 128 participants is published; how that half falls over the routes is not.
ASSESSED = {
    "Team Zorg": 43,
    "lopende ontheffing": 3,
    ENDED: 10,
    "(parttime)werk": 10,
    "activering": 26,
    NOT_YET: 18,
    "": 3,
}
WORK = {"werk, uitkering beëindigd": 17, "parttimewerk, uitkering loopt": 14}
EXPERIMENT_WORK_REASONS = {
    "aan het werk/Baangericht": 8,
    "arbeidsdienstbetrekking/uitkering ziekte": 8,
    "zelfstandig beroep of bedrijf": 1,
}
EXPERIMENT_OTHER_REASONS = {
    "verhuizing": 8,
    "inkomen partner": 8,
    "overlijden": 3,
    "fraude": 3,
    "detentie": 2,
}
BEFORE_CALL_REASONS = {"aan het werk/Baangericht": 5, "verhuizing": 2, "inkomen partner": 2}
CONTROL_REASONS = {
    "zelfstandig beroep of bedrijf": 1,
    "aan het werk/Baangericht": 3,
    "arbeidsdienstbetrekking/uitkering ziekte": 7,
    "ander inkomen": 2,
    "verhuizing": 4,
    "inkomen partner": 3,
    "overlijden": 1,
    "detentie": 1,
    "": 1,
}
CONTROL_PARTTIME = 11
ACTIVITIES = {
    "vrijwilligerswerk": 16,
    "werkervaringsplaats": 15,
    "Flextensie": 9,
    "opleiding": 8,
    "werkbemiddeling": 6,
    "revalidatietraject": 5,
    "Participatiefabriek": 4,
}
VIA_ACTIVITY = {"werkervaringsplaats": "Talent@Work", "Flextensie": "Flextensie"}
TRAINED = {"Focus op werk": 34, "Succesvol naar werk": 19}
BUDGETS, BUDGET_TOTAL, BUDGET_MAXIMUM = 21, (29_950, 30_050), 2500
NEW_MANAGER = date(2018, 7, 2)


@dataclass
class Course:
    """What happened to one client."""

    client: Client
    route: str = ""
    intake: date | None = None
    end: date | None = None
    assessed: bool = False
    manager: str = ""
    ending: date | None = None
    reason: str = ""
    work: str = ""
    work_start: date | None = None
    work_end: date | None = None
    activities: list[tuple[str, date, bool]] = field(default_factory=list)
    instruments: list[tuple[str, date, float | None]] = field(default_factory=list)

    @property
    def began(self) -> date:
        """Day of the intake, for those who came."""
        if self.intake is None:
            raise ValueError(f"client {self.client.number} never came")
        return self.intake

    @property
    def took_part(self) -> bool:
        """Whether the client was in the programme, crossovers included."""
        return self.intake is not None and self.route not in OUT


def days(count: float) -> timedelta:
    """Give a length of time."""
    return timedelta(days=round(count))


def draw(rng: random.Random, clients: Sequence[Client]) -> list[Course]:
    """Draw what happened to every selected client, in an order that tells nothing."""
    courses = [Course(client) for client in clients if client.order is not None]
    experiment = [one for one in courses if one.client.group == "EXP"]
    control = [one for one in courses if one.client.group == "CON"]
    draw_routes(rng, experiment)
    draw_control(rng, control)
    for one in courses:
        draw_trajectory(rng, one)
    draw_assessments(rng, courses)
    draw_work(rng, experiment)
    draw_activities(rng, experiment)
    draw_instruments(rng, experiment)
    return courses


def draw_routes(rng: random.Random, experiment: Sequence[Course]) -> None:
    """Give every client of the experiment group a route."""
    # Someone can only leave before the call when the call comes late enough.
    late = [one for one in experiment if one.client.slot > START + days(60)]
    gone = rng.sample(late, ROUTES["geen deelname"])
    reasons = spread(rng, {**BEFORE_CALL_REASONS, "": len(gone) - 9})
    for one, reason in zip(gone, reasons, strict=True):
        one.route = "geen deelname"
        if reason:
            one.reason = reason
            one.ending = workday(rng, START + days(7), one.client.slot - days(5))
    rest = [one for one in experiment if not one.route]
    others = {route: count for route, count in ROUTES.items() if route != "geen deelname"}
    for one, route in zip(rest, spread(rng, others), strict=True):
        one.route, one.intake = route, one.client.slot


def draw_control(rng: random.Random, control: Sequence[Course]) -> None:
    """Draw who of the control group crossed over, left benefit or has income beside it."""
    drawn = rng.sample(list(control), CROSSOVERS + sum(CONTROL_REASONS.values()) + CONTROL_PARTTIME)
    for one in drawn[:CROSSOVERS]:
        one.intake = one.client.slot
    for one, reason in zip(
        drawn[CROSSOVERS:-CONTROL_PARTTIME], spread(rng, CONTROL_REASONS), strict=True
    ):
        one.reason, one.ending = reason, workday(rng, START + days(14), END - days(4))
    for one in drawn[-CONTROL_PARTTIME:]:
        one.work = "inkomsten naast uitkering"
        one.work_start = workday(rng, START + days(14), END - days(30))


def draw_trajectory(rng: random.Random, one: Course) -> None:
    """Draw when a trajectory ended and who managed it last."""
    if one.intake is None:
        return
    last = END - days(7)
    if one.route == "Team Zorg":
        one.end = workday(rng, one.began + days(7), one.began + days(140))
    elif one.route == ENDED:
        one.end = workday(rng, one.began + days(21), last)
        one.ending = one.end
    elif one.route == "lopende ontheffing":
        one.end = None
    elif rng.random() < 0.55 and one.route != "(parttime)werk":
        one.end = workday(rng, min(one.began + days(150), last - days(20)), last)
    one.manager = rng.choice("ABCD")
    if one.manager == "D" and (one.end or END) > NEW_MANAGER:
        one.manager = "E"


def draw_assessments(rng: random.Random, courses: Sequence[Course]) -> None:
    """Draw whose capacity for work was assessed."""
    for route, count in ASSESSED.items():
        came = [one for one in courses if one.route == route and one.intake is not None]
        for one in rng.sample(came, count):
            one.assessed = True


def draw_work(rng: random.Random, experiment: Sequence[Course]) -> None:
    """Draw who found which work, and why benefits ended."""
    found = [one for one in experiment if one.route == "(parttime)werk"]
    for one, kind in zip(found, spread(rng, WORK), strict=True):
        one.work = kind
        one.work_start = workday(rng, one.began + days(60), END - days(14))
    left = [one for one in found if one.work == "werk, uitkering beëindigd"]
    for one, reason in zip(left, spread(rng, EXPERIMENT_WORK_REASONS), strict=True):
        one.reason, one.ending = reason, one.work_start
        one.end = one.work_start
    ended = [one for one in experiment if one.route == ENDED]
    for one, reason in zip(ended, spread(rng, EXPERIMENT_OTHER_REASONS), strict=True):
        one.reason = reason
    for route, kind in (
        ("activering", "marginaal zelfstandig"),
        (NOT_YET, "werk gestopt wegens gezondheid"),
    ):
        running = [one for one in experiment if one.route == route and one.end is None]
        for one in rng.sample(running, 2):
            one.work, one.work_start = kind, workday(rng, one.began + days(60), END - days(120))
            if route == NOT_YET:
                one.work_end = workday(rng, one.work_start + days(21), one.work_start + days(100))


def draw_activities(rng: random.Random, experiment: Sequence[Course]) -> None:
    """Draw what clients began through the programme, and what they did already."""
    kinds = list(ACTIVITIES)
    weights = list(ACTIVITIES.values())
    for one in experiment:
        if one.route == "activering":
            number = rng.choice((1, 1, 2))
        else:
            number = 1 if one.route == "(parttime)werk" and rng.random() < 0.6 else 0
        last = min(one.end or END, one.work_start or END) - days(20)
        for kind in dict.fromkeys(rng.choices(kinds, weights, k=number)):
            one.activities.append((kind, workday(rng, one.began + days(21), last), True))
        if one.intake is not None and rng.random() < 0.12:
            before = workday(rng, date(2014, 1, 6), one.began - days(14))
            one.activities.append(("vrijwilligerswerk", before, False))


def draw_instruments(rng: random.Random, experiment: Sequence[Course]) -> None:
    """Draw which instruments were deployed; two follow from the activities."""
    for one in experiment:
        for kind, start, by_programme in one.activities:
            if by_programme and kind in VIA_ACTIVITY:
                one.instruments.append((VIA_ACTIVITY[kind], start, None))
    there = [one for one in experiment if one.took_part and one.route != ENDED]
    for kind, count in TRAINED.items():
        for one in rng.sample(there, count):
            one.instruments.append((kind, early(rng, one), None))
    for one, amount in zip(rng.sample(there, BUDGETS), amounts(rng), strict=True):
        one.instruments.append(("maatwerkbudget", early(rng, one), amount))


def early(rng: random.Random, one: Course) -> date:
    """Draw a day in the first months of a trajectory."""
    last = min(one.end or END, one.work_start or END, one.began + days(200))
    return workday(rng, one.began + days(14), last - days(10))


def amounts(rng: random.Random) -> list[float]:
    """Draw amounts until their sum is the published one, about 30,000 euro."""
    while True:
        drawn = [
            min(round(rng.triangular(150, 2900, 1200) * 2, -1) / 2, BUDGET_MAXIMUM)
            for _ in range(BUDGETS)
        ]
        drawn = [float(amount) for amount in drawn]
        if BUDGET_TOTAL[0] <= sum(drawn) <= BUDGET_TOTAL[1] and drawn.count(BUDGET_MAXIMUM) < 3:
            return drawn
