"""Contradictions planted in Almere's tables: each is remarked on, with table, column and row."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.inspection.almere import TABLES, Tables, judge, spoiled

Planted = tuple[str, str, int]
"""Table and column, under our names, and the row a spreadsheet shows."""


def day(written: str) -> date:
    return date(*map(int, reversed(written.split("-"))))


def written(one: date, days: int = 0) -> str:
    return f"{one + timedelta(days=days):%d-%m-%Y}"


def client_of(rng: random.Random, table: str, **cells: str) -> tuple[str, int]:
    """A client with these cells in a table, and its row."""
    row = rng.choice(TABLES[table].numbers(**cells))
    return TABLES[table].get(row, "client"), row


def never(table: str) -> set[str]:
    """Clients without a row in a table."""
    everyone = {row[TABLES["clients"].at("client")] for row in TABLES["clients"].rows[1:]}
    return everyone - {row[TABLES[table].at("client")] for row in TABLES[table].rows[1:]}


def of_group(rng: random.Random, group: str, without: str) -> str:
    rows = TABLES["clients"].numbers(group=group, cohort="eerste selectie")
    found = {TABLES["clients"].get(row, "client") for row in rows}
    return rng.choice(sorted(found & never(without)))


def add_contact(tables: Tables, client: str, when: str) -> int:
    return tables["contacts"].append(client=client, date=when, kind="gesprek")


def contact_after_referral(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "trajectories", route="Team Zorg")
    left = day(TABLES["trajectories"].get(row, "end"))
    return "contacts", "date", add_contact(tables, client, written(left, 30))


def contact_before_intake(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "trajectories", route="activering")
    came = day(TABLES["trajectories"].get(row, "intake"))
    return "contacts", "date", add_contact(tables, client, written(came, -14))


def contact_without_intake(rng: random.Random, tables: Tables) -> Planted:
    client, _ = client_of(rng, "trajectories", route="geen deelname")
    return "contacts", "client", add_contact(tables, client, "05-03-2018")


def contact_of_control_client(rng: random.Random, tables: Tables) -> Planted:
    client = of_group(rng, "CON", "trajectories")
    return "contacts", "client", add_contact(tables, client, "05-03-2018")


def contact_after_death(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "benefit_endings", reason="overlijden")
    died = day(TABLES["benefit_endings"].get(row, "end"))
    return "contacts", "date", add_contact(tables, client, written(died, 20))


def work_after_death(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "benefit_endings", reason="overlijden")
    died = day(TABLES["benefit_endings"].get(row, "end"))
    kind = "marginaal zelfstandig"
    when = written(died, 7)
    return (
        "work_income",
        "start",
        tables["work_income"].append(client=client, kind=kind, start=when),
    )


def work_long_before(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["work_income"].numbers())
    tables["work_income"].set(row, "start", "04-05-1971")
    return "work_income", "start", row


def work_after_the_study(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["work_income"].numbers(end=""))
    tables["work_income"].set(row, "start", "04-05-2021")
    return "work_income", "start", row


def ending_before_the_study(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["benefit_endings"].numbers(reason="verhuizing"))
    tables["benefit_endings"].set(row, "end", "12-03-2015")
    return "benefit_endings", "end", row


def ending_after_the_study(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["benefit_endings"].numbers(reason="verhuizing"))
    tables["benefit_endings"].set(row, "end", "14-03-2022")
    return "benefit_endings", "end", row


def _routed(rng: random.Random, tables: Tables, route: str) -> Planted:
    row = rng.choice(TABLES["trajectories"].numbers(route="(nog) geen activering", end=""))
    tables["trajectories"].set(row, "route", route)
    return "trajectories", "route", row


def route_to_work_without_work(rng: random.Random, tables: Tables) -> Planted:
    return _routed(rng, tables, "(parttime)werk")


def route_ended_without_ending(rng: random.Random, tables: Tables) -> Planted:
    return _routed(rng, tables, "uitkering beëindigd, geen werk")


def route_active_without_activity(rng: random.Random, tables: Tables) -> Planted:
    return _routed(rng, tables, "activering")


def work_against_the_route(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "trajectories", route="activering", end="")
    work = tables["work_income"]
    if client not in never("work_income"):
        return work_against_the_route(rng, tables)
    work.append(client=client, kind="parttimewerk, uitkering loopt", start="14-02-2019")
    return "trajectories", "route", row


def activity_against_the_route(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "trajectories", route="(nog) geen activering", end="")
    tables["activities"].append(
        client=client, kind="opleiding", start="14-02-2019", by_programme="ja"
    )
    return "trajectories", "route", row


def instrument_before_intake(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["instruments"].numbers(kind="Focus op werk"))
    client = TABLES["instruments"].get(row, "client")
    came = TABLES["trajectories"].numbers(client=client)[0]
    start = day(TABLES["trajectories"].get(came, "intake"))
    tables["instruments"].set(row, "start", written(start, -10))
    return "instruments", "start", row


def _instrument(tables: Tables, client: str) -> Planted:
    row = tables["instruments"].append(client=client, kind="Focus op werk", start="05-03-2018")
    return "instruments", "client", row


def instrument_of_control_client(rng: random.Random, tables: Tables) -> Planted:
    return _instrument(tables, of_group(rng, "CON", "trajectories"))


def instrument_of_non_participant(rng: random.Random, tables: Tables) -> Planted:
    return _instrument(tables, client_of(rng, "trajectories", route="Team Zorg")[0])


def income_beside_ended_benefit(rng: random.Random, tables: Tables) -> Planted:
    client, row = client_of(rng, "benefit_endings", reason="verhuizing")
    ended = day(TABLES["benefit_endings"].get(row, "end"))
    kind, when = "parttimewerk, uitkering loopt", written(ended, 9)
    return "work_income", "kind", tables["work_income"].append(client=client, kind=kind, start=when)


def work_instead_of_running_benefit(rng: random.Random, tables: Tables) -> Planted:
    client = of_group(rng, "CON", "benefit_endings")
    kind, when = "werk, uitkering beëindigd", "07-05-2018"
    return "work_income", "kind", tables["work_income"].append(client=client, kind=kind, start=when)


def work_before_intake(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["work_income"].numbers(kind="parttimewerk, uitkering loopt"))
    client = TABLES["work_income"].get(row, "client")
    came = TABLES["trajectories"].numbers(client=client)[0]
    start = day(TABLES["trajectories"].get(came, "intake"))
    tables["work_income"].set(row, "start", written(start, -3))
    return "work_income", "start", row


def overlapping_work(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["work_income"].numbers(kind="inkomsten naast uitkering"))
    client, start = (TABLES["work_income"].get(row, name) for name in ("client", "start"))
    kind, when = "marginaal zelfstandig", written(day(start), 20)
    added = tables["work_income"].append(client=client, kind=kind, start=when)
    return "work_income", "start", added


def benefit_before_birth(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["clients"].numbers(cohort="eerste selectie"))
    tables["clients"].set(row, "benefit_start", "08-07-1949")
    return "clients", "benefit_start", row


def benefit_of_a_child(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["clients"].numbers(cohort="eerste selectie"))
    born = day(TABLES["clients"].get(row, "birth_date"))
    tables["clients"].set(row, "benefit_start", written(born, 17 * 365))
    return "clients", "benefit_start", row


def _selected(rng: random.Random, tables: Tables, column: str, value: str) -> Planted:
    row = rng.choice(TABLES["clients"].numbers(cohort="eerste selectie"))
    tables["clients"].set(row, column, value)
    return "clients", column, row


def selected_too_young(rng: random.Random, tables: Tables) -> Planted:
    return _selected(rng, tables, "birth_date", "05-03-1974")


def selected_on_another_step(rng: random.Random, tables: Tables) -> Planted:
    return _selected(rng, tables, "ladder_step", "5")


def selected_with_part_time_work(rng: random.Random, tables: Tables) -> Planted:
    return _selected(rng, tables, "parttime_work", "ja")


def group_against_the_digit(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["clients"].numbers(cohort="eerste selectie"))
    digit = int(TABLES["clients"].get(row, "last_digit"))
    tables["clients"].set(row, "last_digit", str((digit + 1) % 10))
    return "clients", "last_digit", row


def assessed_without_intake(rng: random.Random, tables: Tables) -> Planted:
    _, row = client_of(rng, "trajectories", route="geen deelname")
    tables["trajectories"].set(row, "capacity_assessment", "ja")
    return "trajectories", "capacity_assessment", row


def route_of_control_client(rng: random.Random, tables: Tables) -> Planted:
    client = of_group(rng, "CON", "trajectories")
    row = tables["trajectories"].append(client=client, route="geen deelname")
    return "trajectories", "route", row


def trajectory_of_one_not_selected(rng: random.Random, tables: Tables) -> Planted:
    client, _ = client_of(rng, "clients", cohort="niet geselecteerd")
    row = tables["trajectories"].append(
        client=client, intake="05-03-2018", capacity_assessment="nee", manager="B"
    )
    return "trajectories", "client", row


def activity_of_control_client(rng: random.Random, tables: Tables) -> Planted:
    client = of_group(rng, "CON", "trajectories")
    row = tables["activities"].append(
        client=client, kind="opleiding", start="05-03-2018", by_programme="ja"
    )
    return "activities", "client", row


def activity_after_departure(rng: random.Random, tables: Tables) -> Planted:
    client, _ = client_of(rng, "trajectories", route="Team Zorg")
    row = tables["activities"].append(
        client=client, kind="opleiding", start="29-03-2019", by_programme="ja"
    )
    return "activities", "start", row


def same_event_twice(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["instruments"].numbers(kind="maatwerkbudget"))
    client, start = (TABLES["instruments"].get(row, name) for name in ("client", "start"))
    again = tables["instruments"].append(
        client=client, kind="maatwerkbudget", start=start, amount="61,00"
    )
    return "instruments", "start", again


def same_row_twice(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["contacts"].numbers())
    tables["contacts"].rows.append(list(TABLES["contacts"].rows[row - 1]))
    return "contacts", "", len(tables["contacts"].rows)


def same_person_twice(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["clients"].numbers(cohort="uitbreiding 2019"))
    again = list(TABLES["clients"].rows[row - 1])
    again[TABLES["clients"].at("client")] = "K9999"
    tables["clients"].rows.append(again)
    return "clients", "client", len(tables["clients"].rows)


def amount_above_the_maximum(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["instruments"].numbers(kind="maatwerkbudget"))
    tables["instruments"].set(row, "amount", "2612,00")
    return "instruments", "amount", row


def called_out_of_turn(rng: random.Random, tables: Tables) -> Planted:
    _, row = client_of(rng, "trajectories", route="(nog) geen activering", end="")
    came = day(TABLES["trajectories"].get(row, "intake"))
    tables["trajectories"].set(row, "intake", written(came, -84))
    return "trajectories", "intake", row


def quotation_of_no_story(rng: random.Random, tables: Tables) -> Planted:
    row = rng.choice(TABLES["quotes"].numbers(theme="casus_2"))
    tables["quotes"].set(row, "theme", "casus_12")
    return "quotes", "theme", row


KINDS: tuple[Callable[[random.Random, Tables], Planted], ...] = (
    contact_after_referral,
    contact_before_intake,
    contact_without_intake,
    contact_of_control_client,
    contact_after_death,
    work_after_death,
    work_long_before,
    work_after_the_study,
    ending_before_the_study,
    ending_after_the_study,
    route_to_work_without_work,
    route_ended_without_ending,
    route_active_without_activity,
    work_against_the_route,
    activity_against_the_route,
    instrument_before_intake,
    instrument_of_control_client,
    instrument_of_non_participant,
    income_beside_ended_benefit,
    work_instead_of_running_benefit,
    work_before_intake,
    overlapping_work,
    benefit_before_birth,
    benefit_of_a_child,
    selected_too_young,
    selected_on_another_step,
    selected_with_part_time_work,
    group_against_the_digit,
    assessed_without_intake,
    route_of_control_client,
    trajectory_of_one_not_selected,
    activity_of_control_client,
    activity_after_departure,
    same_event_twice,
    same_row_twice,
    same_person_twice,
    amount_above_the_maximum,
    called_out_of_turn,
    quotation_of_no_story,
)


@pytest.mark.parametrize("plant", KINDS, ids=lambda plant: plant.__name__)
def test_a_contradiction_is_remarked_on_with_table_column_and_row(
    plant: Callable[[random.Random, Tables], Planted],
) -> None:
    tables = spoiled()
    table, column, row = plant(random.Random(plant.__name__), tables)  # noqa: S311
    judged = judge({name: one for name, one in tables.items() if one.rows != TABLES[name].rows})
    assert not judged.faults, judged.faults
    where = [(one.table, one.column) for one in judged.remarks if row in one.rows]
    assert (table, column) in where, judged.remarks
