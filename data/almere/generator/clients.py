"""The fictional clients, drawn so that they add up to the published figures.

The counts are published or follow from published percentages; all else is drawn at random.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SELECTION, START, END = date(2017, 9, 1), date(2017, 10, 1), date(2019, 4, 1)
FIRST_CALL, LAST_CALL = date(2017, 8, 28), date(2018, 9, 28)
YEAR = 365.25

SIZES = {"EXP": 203, "CON": 199}
ADDED = {"EXP": 30, "CON": 29}
SCREENED_OUT = 38

COUNTS: Mapping[str, Mapping[str, Mapping[str, int]]] = {
    "EXP": {
        "geslacht": {"M": 94, "V": 109},
        "leeftijd": {"tm50": 39, "51_60": 109, "60plus": 55},
        "geboorteland": {"Nederland": 93, "buiten Nederland": 110},
        "leefvorm": {"alleenstaand": 118, "alleenstaande ouder": 17, "samenwonend": 62, "": 6},
        "duur": {"6m_1j": 10, "1_3j": 52, "3_5j": 48, "5_10j": 67, "10j_plus": 26},
        "nationaliteit": {"andere": 15},
    },
    "CON": {
        "geslacht": {"M": 84, "V": 115},
        "leeftijd": {"tm50": 48, "51_60": 102, "60plus": 49},
        "geboorteland": {"Nederland": 84, "buiten Nederland": 115},
        "leefvorm": {"alleenstaand": 116, "alleenstaande ouder": 24, "samenwonend": 55, "": 4},
        "duur": {"6m_1j": 6, "1_3j": 54, "3_5j": 52, "5_10j": 59, "10j_plus": 28},
        "nationaliteit": {"andere": 16},
    },
}

# First and last birth date of each age class at the start; the selection bounds the outer two.
BORN = {
    "tm50": (date(1966, 10, 4), date(1972, 8, 28)),
    "51_60": (date(1956, 10, 4), date(1966, 9, 28)),
    "60plus": (date(1954, 9, 4), date(1956, 9, 28)),
}
# Years on benefit at the start; at the selection, a month earlier, half a year is the least.
YEARS = {
    "6m_1j": (0.61, 0.98),
    "1_3j": (1.02, 2.98),
    "3_5j": (3.02, 4.98),
    "5_10j": (5.02, 9.98),
    "10j_plus": (10.05, 22.0),
}
# Above five years, short durations are commoner than long ones.
EARLY = {"5_10j": 1.4, "10j_plus": 3.2}
# Both groups have a mean age of 55, which their age classes allow only with unlike spreads.
YOUTH = {"EXP": 1.64, "CON": 1.2}
MEAN_AGE, MEAN_YEARS = (55.1, 55.4), (5.46, 5.54)


@dataclass
class Client:
    """One fictional client, in the words of the delivered file."""

    group: str
    cohort: str = "eerste selectie"
    digit: int = 0
    order: int | None = None
    number: str = ""
    sex: str = ""
    born: date = START
    country: str = ""
    nationality: str = "Nederlandse"
    household: str = ""
    benefit_start: date = START
    ladder: int = 3
    trajectory: str = ""
    parttime: str = ""

    @property
    def slot(self) -> date:
        """Day of this client's turn: the turns rise with the call order."""
        days = weekdays(FIRST_CALL, LAST_CALL)
        return days[((self.order or 1) - 1) * len(days) // sum(SIZES.values())]


def weekdays(first: date, last: date) -> list[date]:
    """Give the days the office is open, both ends included."""
    closed = {(12, 25), (12, 26), (1, 1), (4, 27)}
    days = (first + timedelta(days=one) for one in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and (day.month, day.day) not in closed]


def workday(rng: random.Random, first: date, last: date) -> date:
    """Draw an open day between two days."""
    return rng.choice(weekdays(first, max(first, last)) or weekdays(first, last + timedelta(7)))


def spread(rng: random.Random, counts: Mapping[str, int]) -> list[str]:
    """Give every value as often as counted, in random order."""
    values = [value for value, count in counts.items() for _ in range(count)]
    rng.shuffle(values)
    return values


def mean(values: Iterable[float]) -> float:
    """Give the arithmetic mean."""
    numbers = list(values)
    return sum(numbers) / len(numbers)


def birth_dates(rng: random.Random, group: str, classes: Sequence[str]) -> list[date]:
    """Draw birth dates until the mean age at the start is as published."""
    while True:
        drawn = []
        for one in classes:
            first, last = BORN[one]
            share = 1 - rng.random() ** YOUTH[group]
            drawn.append(first + timedelta(days=round(share * (last - first).days)))
        if MEAN_AGE[0] < mean((START - day).days / YEAR for day in drawn) < MEAN_AGE[1]:
            return drawn


def benefit_starts(rng: random.Random, classes: Sequence[str]) -> list[date]:
    """Draw first days on benefit until mean and longest duration are as published."""
    while True:
        years = []
        for one in classes:
            low, high = YEARS[one]
            years.append(low + (high - low) * rng.random() ** EARLY.get(one, 1.0))
        if MEAN_YEARS[0] < mean(years) < MEAN_YEARS[1] and max(years) > 20.5:
            return [START - timedelta(days=round(one * YEAR)) for one in years]


def selected(rng: random.Random, group: str) -> list[Client]:
    """Make the clients of one group."""
    counts = COUNTS[group]
    clients = [Client(group) for _ in range(SIZES[group])]
    born = birth_dates(rng, group, spread(rng, counts["leeftijd"]))
    starts = benefit_starts(rng, spread(rng, counts["duur"]))
    drawn = zip(
        clients,
        spread(rng, counts["geslacht"]),
        spread(rng, counts["geboorteland"]),
        spread(rng, counts["leefvorm"]),
        born,
        starts,
        strict=True,
    )
    for client, sex, country, household, birth, start in drawn:
        client.sex, client.country, client.household = sex, country, household
        client.born, client.benefit_start = birth, start
        client.ladder = rng.choice((3, 3, 4))
    abroad = [client for client in clients if client.country != "Nederland"]
    for client in rng.sample(abroad, counts["nationaliteit"]["andere"]):
        client.nationality = "andere"
    return clients


def ordinary(rng: random.Random, client: Client) -> Client:
    """Fill a client who is in no published figure, as the selected clients are on average."""
    client.sex, client.country = rng.choice("MVV"), rng.choice(["Nederland", "buiten Nederland"])
    client.household = rng.choice(["alleenstaand", "alleenstaand", "samenwonend"])
    client.born = workday(rng, date(1955, 1, 1), date(1972, 8, 1))
    client.benefit_start = START - timedelta(days=round(YEAR * rng.triangular(0.8, 15, 2.5)))
    client.ladder = rng.choice((3, 3, 4))
    return client


def added(rng: random.Random) -> list[Client]:
    """Make the clients of 2019; all had a manager, and some a trajectory that had begun."""
    clients = []
    for group, count in ADDED.items():
        for _ in range(count):
            client = ordinary(rng, Client(group, cohort="uitbreiding 2019"))
            client.trajectory = rng.choice(["", "", "werkervaringsplaats", "taalcursus", "zorg"])
            clients.append(client)
    return clients


def screened_out(rng: random.Random) -> list[Client]:
    """Make those of the first 440 who failed a criterion; one in six fails a second one."""
    reasons = spread(rng, {"oud": 10, "jong": 2, "trede": 9, "duur": 3, "traject": 8, "werk": 6})
    clients = []
    for index, reason in enumerate(reasons):
        client = ordinary(rng, Client("", cohort="niet geselecteerd"))
        for one in {reason: 1, **({"trede": 1} if index % 6 == 0 else {})}:
            if one == "oud":
                client.born = workday(rng, date(1952, 1, 1), date(1954, 8, 25))
            elif one == "jong":
                client.born = workday(rng, date(1972, 9, 8), date(1973, 6, 1))
            elif one == "trede":
                client.ladder = rng.choice((1, 2, 2, 5))
            elif one == "duur":
                client.benefit_start = workday(rng, date(2017, 3, 8), date(2017, 6, 30))
            elif one == "traject":
                client.trajectory = rng.choice(["werkervaringsplaats", "taalcursus", "zorg"])
            else:
                client.parttime = "ja"
        clients.append(client)
    return clients


def population(rng: random.Random) -> list[Client]:
    """Make everyone, with numbers that tell nothing about cohort or group."""
    first = selected(rng, "EXP") + selected(rng, "CON")
    turns = list(range(1, len(first) + 1))
    rng.shuffle(turns)
    for client, turn in zip(first, turns, strict=True):
        client.order = turn
    clients = first + added(rng) + screened_out(rng)
    numbers = rng.sample(range(1, 1000), len(clients))
    for client, number in zip(clients, numbers, strict=True):
        client.number = f"K{number:04d}"
        odd = {"EXP": 0, "CON": 1}.get(client.group, rng.randrange(2))
        client.digit = 2 * rng.randrange(5) + odd
    return sorted(clients, key=lambda client: client.number)
