from __future__ import annotations

import pandas as pd
import pytest

from report45.analysis.effects import per_protocol
from report45.analysis.endings import endings
from report45.analysis.flow import client_routes, crossovers, flow, participants, participation
from report45.analysis.groups import in_group
from report45.chapters.outline import catalogue
from report45.errors import InputError
from report45.facts import Count, Flag, Share
from tests.analysis.studies import clients, coded, dates, flowing, study


def test_the_flow_of_both_groups() -> None:
    facts = flow(flowing()).facts()
    assert facts["toegewezen.experiment"] == Count(6)
    assert facts["route.nooit"] == Share(1, 6)
    assert facts["route.werk"] == Share(2, 6)
    assert facts["deelgenomen"] == Share(5, 6)
    assert facts["niet_deelgenomen"] == Share(1, 6)
    assert facts["voortijdig_beeindigd"] == Share(1, 5)
    assert facts["resterend"] == Share(4, 5)
    assert facts["overstappers"] == Share(1, 5)
    assert facts["overgebleven_control"] == Share(4, 5)
    assert facts["heeft_overstappers"] == Flag(value=True)
    assert facts["zonder_route"] == Count(0)
    # Of e1 and e4 (yes), e2 and e5 (no), e3 (unknown); e0 had one but never took part.
    assert facts["belastbaarheidsonderzoek"] == Share(2, 5)


def test_benefits_that_ended_by_what_the_reason_means() -> None:
    facts = endings(flowing()).facts()
    assert facts["control"] == Count(4)
    assert facts["aandeel.control"] == Share(4, 5)
    assert facts["werk.control"] == Count(1)
    assert facts["mogelijk_werk.control"] == Count(1)
    assert facts["geen_werk.control"] == Count(1)
    assert facts["zonder_reden.control"] == Count(1)
    assert facts["met_reden.control"] == Count(3)
    assert facts["reden.verhuizing.totaal"] == Count(2)
    assert facts["heeft_zonder_reden"] == Flag(value=True)
    assert flow(flowing()).facts()["beeindigd.geen_werk.control"] == Count(1)


def test_the_reasons_make_the_total() -> None:
    found = endings(flowing())
    for group, ended in found.ended.items():
        assert sum(reason.count.of(group) for reason in found.reasons) == ended


def test_without_outcomes_nothing_is_said_about_work() -> None:
    facts = endings(flowing(outcomes=[])).facts()
    assert facts["control"] == Count(4)
    assert "geen_werk.control" not in facts


def test_a_client_without_a_route_is_missed() -> None:
    one = flowing()
    one.tables["trajectories"].loc[2, "route"] = None
    facts = flow(one).facts()
    assert facts["zonder_route"] == Count(1)
    assert facts["route.werk"] == Share(1, 6)


def test_a_control_client_without_intake_is_no_crossover() -> None:
    one = flowing()
    one.tables["trajectories"].loc[6, "intake"] = None
    assert not crossovers(one).any()


def test_a_study_without_trajectories_took_part_whole() -> None:
    one = study({"clients": clients(2, 2)})
    assert participants(one).tolist() == [True, True, False, False]
    with pytest.raises(InputError, match="trajectories"):
        flow(one)


@pytest.mark.parametrize(
    ("took_part", "unknown", "assigned", "value"),
    [
        (0, 0, 0, "onbekend"),
        (0, 0, 9, "niemand"),
        (0, 1, 9, "onbekend"),
        (9, 0, 9, "iedereen"),
        (8, 1, 9, "meerderheid"),
        (1, 0, 250, "minderheid"),
        (1, 124, 250, "onbekend"),  # 50 percent when all of them took part
        (1, 122, 250, "minderheid"),
        (124, 0, 250, "helft"),  # 49.6, printed as 50
        (123, 0, 250, "minderheid"),  # 49.2
        (126, 0, 250, "helft"),
        (127, 0, 250, "meerderheid"),  # 50.8, printed as 51
        (249, 0, 250, "meerderheid"),
    ],
)
def test_which_part_took_part(took_part: int, unknown: int, assigned: int, value: str) -> None:
    assert participation(took_part, unknown, assigned).value == value


@pytest.mark.parametrize(
    ("route", "intake", "crossed"),
    [
        ("n", "2018-03-01", False),
        ("n", None, False),
        ("g", None, True),
        ("w", "2018-03-01", True),
        (None, "2018-03-01", True),
        (None, None, False),
    ],
)
def test_a_crossover_took_part_by_the_stage_of_its_route(
    route: str | None, intake: str | None, crossed: bool
) -> None:
    one = flowing()
    rows = one.tables["trajectories"]
    one.tables["trajectories"] = rows.assign(
        route=coded([*rows["route"][:6], route]), intake=dates([*["2018-01-01"] * 6, intake])
    )
    assert crossovers(one).sum() == crossed
    without = rows.assign(route=coded([*rows["route"][:6], route])).drop(columns="intake")
    one.tables["trajectories"] = without
    assert crossovers(one).sum() == (route in {"g", "w"})


def test_a_trajectory_is_all_there_is_to_go_by() -> None:
    rows = pd.DataFrame({"client": coded(["e0", "c1"])})
    assert crossovers(study({"clients": clients(2, 2), "trajectories": rows})).sum() == 1


def test_nobody_to_compare_gives_no_result_per_protocol() -> None:
    one = flowing()
    one.tables["trajectories"]["route"] = coded(["n"] * 7)
    assert per_protocol(one, "werk") is None
    everyone = flowing()
    everyone.tables["trajectories"] = pd.DataFrame(
        {"client": coded(["e0", *[f"c{n}" for n in range(5)]]), "route": coded(["w"] * 6)}
    )
    assert per_protocol(everyone, "werk") is None
    assert not any("deelnemers" in path for path in catalogue(everyone))


def test_what_is_worked_out_once_follows_the_table_and_cannot_be_changed() -> None:
    one = flowing()
    assert client_routes(one)["werk"].sum() == 2
    assert client_routes(one)["werk"] is client_routes(one)["werk"]
    one.tables["trajectories"] = one.tables["trajectories"].iloc[:0]
    assert client_routes(one)["werk"].sum() == 0
    for mask in (in_group(one, "experiment"), client_routes(one)["werk"]):
        with pytest.raises(ValueError, match="read-only"):
            mask[0] = False
