"""What happened to the clients of the Almere study gives the published figures.

Source: Regioplan, third interim report on Aanpak 45+ (2019), with the section.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from statistics import mean

from tests.data.almere import (
    CLIENTS,
    END,
    ENDINGS,
    INTAKE,
    PARTICIPANTS,
    ROUTE,
    SELECTION,
    START,
    TRAJECTORIES,
    WORK,
    group_of,
)
from tests.data.tables import day, percent, rows


def test_intakes_follow_the_call_order_from_the_end_of_august() -> None:
    came = sorted(INTAKE, key=lambda client: int(CLIENTS[client]["volgnummer"]))
    dates = [INTAKE[client] for client in came]
    assert dates == sorted(dates)
    assert date(2017, 8, 28) <= dates[0] < SELECTION  # section 2.3: end of August 2017
    assert dates[-1] < END


def test_routes_of_figure_2_1_and_section_2_3() -> None:
    assert Counter(ROUTE.values()) == {
        "geen deelname": 13,
        "Team Zorg": 58,
        "uitkering beëindigd, geen werk": 24,
        "lopende ontheffing": 4,
        "(parttime)werk": 31,
        "activering": 49,
        "(nog) geen activering": 24,
    }
    assert {client for client, row in CLIENTS.items() if row["groep"] == "EXP"} == set(ROUTE)
    assert len(PARTICIPANTS) == 128
    assert [percent(n, 203) for n in (31, 49, 31 + 49)] == [15, 24, 39]
    crossovers = [row for row in TRAJECTORIES if not row["uitkomst"]]
    assert len(crossovers) == 8
    assert all(group_of(row) == "CON" and row["intakedatum"] for row in crossovers)
    absent = {client for client, route in ROUTE.items() if route == "geen deelname"}
    assert set(ROUTE) - set(INTAKE) == absent


def test_half_of_the_participants_had_a_capacity_assessment() -> None:
    yes = {row["klantnummer"] for row in TRAJECTORIES if row["belastbaarheidsonderzoek"] == "ja"}
    assert len(yes & PARTICIPANTS) == 64  # section 2.4, half
    assert {row["klantmanager"] for row in TRAJECTORIES} == {"A", "B", "C", "D", "E", ""}


def test_benefit_endings_of_both_groups() -> None:
    control = Counter(row["reden"] for row in ENDINGS if group_of(row) == "CON")
    assert sum(control.values()) == 23  # section 2.3
    named = {
        "zelfstandig beroep of bedrijf": 1,
        "aan het werk/Baangericht": 3,
        "arbeidsdienstbetrekking/uitkering ziekte": 7,
        "ander inkomen": 2,
    }
    assert {reason: control[reason] for reason in named} == named  # section 2.4
    without = ("detentie", "overlijden", "verhuizing", "inkomen partner")
    assert sum(control[reason] for reason in without) == 9
    assert control[""] == 1
    ended = Counter(ROUTE[row["klantnummer"]] for row in ENDINGS if group_of(row) == "EXP")
    assert ended["uitkering beëindigd, geen werk"] == 24
    assert ended["(parttime)werk"] == 17
    assert 0 < ended["geen deelname"] < 13
    assert all(day(row["einddatum"]) <= END for row in ENDINGS)


def test_those_who_left_before_the_call_left_before_their_turn() -> None:
    turn = {int(CLIENTS[client]["volgnummer"]): at for client, at in INTAKE.items()}
    for row in ENDINGS:
        if ROUTE.get(row["klantnummer"]) == "geen deelname":
            mine = int(CLIENTS[row["klantnummer"]]["volgnummer"])
            later = min(at for order, at in turn.items() if order > mine)
            assert START < day(row["einddatum"]) < later


def test_outcomes_of_section_2_4() -> None:
    assert Counter((group_of(row), row["soort"]) for row in WORK) == {
        ("EXP", "werk, uitkering beëindigd"): 17,
        ("EXP", "parttimewerk, uitkering loopt"): 14,
        ("EXP", "marginaal zelfstandig"): 2,
        ("EXP", "werk gestopt wegens gezondheid"): 2,
        ("CON", "inkomsten naast uitkering"): 11,
    }
    assert len({row["klantnummer"] for row in WORK}) == len(WORK)
    assert [percent(n, 203) for n in (17, 14)] == [8, 7]  # section 7.2
    assert [percent(n, 199) for n in (4, 13, 14, 11)] == [2, 7, 7, 6]  # section 7.2
    at_work = {row["klantnummer"] for row in WORK if "uitkering" in row["soort"]}
    assert {client for client in at_work if client in ROUTE} == {
        client for client, route in ROUTE.items() if route == "(parttime)werk"
    }
    control_ended = {row["klantnummer"] for row in ENDINGS if group_of(row) == "CON"}
    assert not control_ended & at_work


def test_activation_means_an_activity_through_the_programme() -> None:
    activities = rows("almere", "activiteiten.csv")
    through = {row["klantnummer"] for row in activities if row["door_aanpak"] == "ja"}
    activated = {client for client, route in ROUTE.items() if route == "activering"}
    assert activated <= through
    assert {ROUTE[client] for client in through} == {"activering", "(parttime)werk"}
    for row in activities:
        before = day(row["startdatum"]) < INTAKE[row["klantnummer"]]
        assert before == (row["door_aanpak"] == "nee")


def test_personal_budget() -> None:
    spent = {
        row["klantnummer"]: float(row["bedrag"].replace(",", "."))
        for row in rows("almere", "instrumenten.csv")
        if row["instrument"] == "maatwerkbudget"
    }
    assert len(spent) == 21  # section 4.2
    assert set(spent) <= PARTICIPANTS
    assert max(spent.values()) <= 2500
    assert round(sum(spent.values()), -3) == 30_000
    assert round(mean(spent.values()), -1) == 1430


def test_talks_are_well_below_one_a_week() -> None:
    contacts = rows("almere", "contacten.csv")
    talks = Counter(row["klantnummer"] for row in contacts if row["soort"] == "gesprek")
    end = {
        row["klantnummer"]: day(row["einddatum"]) if row["einddatum"] else END
        for row in TRAJECTORIES
    }
    weeks = sum((end[client] - INTAKE[client]).days / 7 for client in talks)
    assert set(talks) >= PARTICIPANTS
    assert 2 < weeks / sum(talks.values()) < 4
    for row in contacts:
        assert INTAKE[row["klantnummer"]] <= day(row["datum"]) < end[row["klantnummer"]]


def test_nothing_begins_after_the_end_and_nothing_ends_before_it_began() -> None:
    for row in (*TRAJECTORIES, *WORK):
        begun, ended = row.get("intakedatum") or row.get("startdatum"), row["einddatum"]
        assert not begun or day(begun) < END
        assert not (begun and ended) or day(begun) < day(ended) <= END
    for name in ("activiteiten.csv", "instrumenten.csv"):
        assert all(day(row["startdatum"]) < END for row in rows("almere", name))
