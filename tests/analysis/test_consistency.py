# ruff: noqa: PD011  the values of a finding are no pandas values
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report45.analysis.checks_statements import as_fine, numbers_of, numbers_stated
from report45.analysis.findings import Discrepancy
from report45.facts import Count, Flag, Number, Share, Text
from report45.rounding import whole_percent
from report45.study.load import CaseStory, Study
from report45.wording.numbers import say
from tests.analysis.studies import (
    AGE,
    SEX,
    WORK,
    clients,
    coded,
    consistency_of,
    dates,
    flowing,
    study,
)
from tests.analysis.test_characteristics import NUMBER
from tests.analysis.test_instruments import DECLARED, USED
from tests.analysis.test_sample_size import DESIGN
from tests.wording.house import told


def found(one: Study, code: str) -> tuple[Discrepancy, ...]:
    """Give the findings with one code; of every one there must be words."""
    checked = consistency_of(one)
    for each in checked.findings:
        assert told(f"bevinding-{each.code}", each.values)
    return checked.coded(code)


def sexes(first: str, other: str, stories: tuple[CaseStory, ...] = (), **changes: Any) -> Study:
    sex = coded([None if one == "-" else one for one in first + other])
    return study({"clients": clients(len(first), len(other), sex=sex)}, stories, **changes)


def test_a_sound_study_raises_nothing() -> None:
    assert consistency_of(sexes("mv" * 10, "mv" * 10)).findings == ()
    assert consistency_of(sexes("mv", "mv")).facts()["aantal"] == Count(0)


@pytest.mark.parametrize(
    ("count", "base", "printed"),
    [(1, 200, 1), (1, 201, 0), (9, 200, 5), (0, 0, 0), (201, 201, 100)],
)
def test_percentages_round_half_up(count: int, base: int, printed: int) -> None:
    assert whole_percent(Share(count, base)) == printed


def test_percentages_that_do_not_add_up() -> None:
    # 3 of 8 and 5 of 8: 37.5 and 62.5 both print one up.
    (one,) = found(sexes("mmmvvvvv", "mmvv"), "afronding")
    assert one.kind == "note"
    assert one.values["som.experiment"] == Number(101, "procent")
    assert one.values["som.control"] == Number(100, "procent")
    assert one.values["label"] == Text("Geslacht")


def test_the_n_of_a_table_with_missing_values() -> None:
    (one,) = found(sexes("mv-v", "mvvv"), "noemer")
    assert one.values["alle.experiment"] == Count(4)
    assert one.values["geregistreerd.experiment"] == Count(3)
    assert one.values["op_alle"] == Share(5, 8)
    assert one.values["op_geregistreerd"] == Share(5, 7)


def test_two_tables_that_print_the_same() -> None:
    twin = SEX | {"name": "tweeling", "column": "twin"}
    frame = clients(2, 2, sex=coded(list("mvmv")), twin=coded(list("vmvm")))
    (one,) = found(study({"clients": frame}, characteristics=[SEX, twin]), "gelijke_percentages")
    assert one.subject == "geslacht_tweeling"
    assert one.values["zelfde_aantallen"] == Flag(value=True)


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        (("tot en met 50 jaar", "51 jaar en ouder"), []),
        (("50 jaar en jonger", "50 jaar en ouder"), ["oud"]),
        (("51 jaar en jonger", "51 jaar en ouder"), ["jong"]),
        (("jonger dan 51 jaar", "ouder dan 50 jaar"), []),
        (("onder de 51", "51+"), []),
        (("tot 51 jaar", "boven de 50"), []),
        (("< 51", "> 50"), []),
        (("niet ouder dan 50", "vanaf 51 jaar"), []),
        (("jonger dan 50 jaar", "ouder dan 51 jaar"), ["jong", "oud"]),
        (("tot 50 jaar", "> 51"), ["jong", "oud"]),
    ],
)
def test_classes_whose_labels_overlap(labels: tuple[str, str], wrong: list[str]) -> None:
    parts = [part | {"label": label} for part, label in zip(AGE["categories"], labels, strict=True)]
    frame = clients(1, 1, born=dates(["1960-01-01", "1970-01-01"]))
    one = study({"clients": frame}, characteristics=[AGE | {"categories": parts}])
    errors = found(one, "klasse_label")
    assert [error.subject for error in errors] == [f"leeftijd_{name}" for name in wrong]
    assert all(error.kind == "error" for error in errors)


def test_criterion_and_table_measured_at_other_days() -> None:
    criterion = {
        "name": "leeftijd",
        "label": "45+",
        "column": "born",
        "kind": "age",
        "at_least": 45,
    }
    frame = clients(1, 1, born=dates(["1960-01-01", "1970-01-01"]))
    one = study({"clients": frame}, characteristics=[AGE], criteria=[criterion])
    (note,) = found(one, "meetdata")
    assert note.values["laagste"] == Number(47, "jaar")
    same_day = study(
        {"clients": frame}, characteristics=[AGE | {"at": "selection"}], criteria=[criterion]
    )
    assert not found(same_day, "meetdata")


def test_reasons_that_do_not_make_the_total() -> None:
    (one,) = found(flowing(), "redenen")
    assert one.subject == "control"
    # Four ended: one for other reasons, one for work, one that may be work, one without a reason.
    assert [one.values[key].value for key in ("beeindigd", "met_reden", "zonder_reden")] == [
        4,
        3,
        1,
    ]
    whole = flowing()
    whole.tables["benefit_endings"].loc[5, "reason"] = "baan"
    assert not found(whole, "redenen")


def test_reasons_that_share_a_word() -> None:
    one = flowing()
    one.tables["benefit_endings"].loc[6, "reason"] = "inkomen_partner"
    (note,) = found(one, "verwante_redenen")
    assert note.subject == "ander_inkomen_inkomen_partner"
    assert note.values["eerste.control"] == Count(1)


def test_crossovers_stay_in_the_denominator() -> None:
    (one,) = found(flowing(), "overstappers")
    assert (one.values["met"], one.values["zonder"]) == (Count(5), Count(4))


def test_clients_whose_benefit_ended_before_they_could_take_part() -> None:
    (one,) = found(flowing(), "beeindigd_voor_deelname")
    assert (one.values["aantal"], one.values["werk"]) == (Count(1), Count(1))


def test_a_client_without_a_route() -> None:
    one = flowing()
    one.tables["trajectories"].loc[5, "route"] = None
    (error,) = found(one, "route_ontbreekt")
    assert (error.kind, error.values["aantal"]) == ("error", Count(1))


def test_a_route_that_its_outcome_does_not_bear_out() -> None:
    assert not found(flowing(), "route_tegen_uitkomst")
    one = flowing()
    one.tables["work_income"].loc[0, "client"] = "e5"
    (error,) = found(one, "route_tegen_uitkomst")
    assert error.values["alleen_route"] == Count(1)
    assert error.values["alleen_uitkomst"] == Count(1)
    assert error.values["label"] == Text(one.config.outcomes[0].label)


def test_a_percentage_that_is_also_a_count() -> None:
    size = 203
    counts = {"n": 106, "g": 24, "w": 49, "a": 24}
    routes = [code for code, count in counts.items() for _ in range(count)]
    frame = pd.DataFrame(
        {"client": coded([f"e{n}" for n in range(size)]), "route": coded(list(routes))}
    )
    one = flowing(outcomes=[])
    whole = study(
        {"clients": clients(size, 1, sex=coded(["m"] * (size + 1))), "trajectories": frame},
        routes=[route.model_dump() for route in one.config.routes],
    )
    (note,) = found(whole, "zelfde_getal")
    assert note.values["aandeel"] == Share(49, 203)
    assert note.values["aantal"] == Count(24)


def test_outcomes_with_and_without_the_possible() -> None:
    notes = {one.subject: one for one in found(flowing(), "mogelijk")}
    assert notes["werk_experiment"].values["hoog"] == Share(3, 6)
    assert notes["werk_control"].values["laag"] == Share(1, 5)


def test_groups_counted_in_different_tables() -> None:
    (one,) = found(flowing(), "ongelijke_bron")
    assert one.values["control_tabel"] == Text("benefit_endings")
    assert one.values["eigen"] == Share(2, 6)
    # By ended benefits, as in the control group: e0 and e2.
    assert one.values["als_control_laag"] == Share(2, 6)


def test_work_is_not_the_end_of_a_benefit() -> None:
    (one,) = found(flowing(), "zonder_beeindiging")
    assert one.values["uitkomst"] == Share(2, 6)
    assert one.values["beeindigd"] == Share(1, 6)
    assert one.values["loopt_door"] == Count(1)


def test_an_outcome_of_its_own_table_says_nothing_of_a_benefit() -> None:
    source = {"table": "outcomes", "column": "schuld", "certain": ["ja"]}
    debts = WORK | {"experiment": [source], "control": [source]}
    one = flowing(outcomes=[debts])
    everyone = one.tables["clients"]["client"]
    one.tables["outcomes"] = pd.DataFrame({"client": everyone, "schuld": coded(["ja"] * 11)})
    assert not found(one, "zonder_beeindiging")


def test_one_outcome_inside_another() -> None:
    experiment, control = WORK["experiment"][0], WORK["control"][0]
    wide = WORK | {
        "name": "ruim",
        "experiment": [experiment | {"certain": ["vol", "los"], "possible": []}],
    }
    error = found(flowing(outcomes=[WORK, wide]), "ruimere_uitkomst")
    assert [one.subject for one in error] == ["ruim_werk"]
    narrow_control = wide | {"control": [control | {"certain": ["ander_inkomen"], "possible": []}]}
    (unlike,) = found(flowing(outcomes=[WORK, narrow_control]), "ongelijke_maat")
    assert unlike.kind == "error"
    assert unlike.values["ruim.experiment"] == Share(3, 6)


def test_a_conclusion_that_turns() -> None:
    (one,) = found(flowing(), "conclusie_keert")
    assert one.values["laag"].value < 0 < one.values["hoog"].value


def test_the_design() -> None:
    codes = {one.code: one for one in consistency_of(flowing(design=DESIGN)).findings}
    assert codes["te_klein_gepland"].values["gepland"] == Count(180)
    assert codes["eenzijdig"].values["alfa"] == Number(5.0, "procent")
    assert codes["taakstelling"].values["gerekend"] == Number(21.25, "procent", 2)
    assert codes["aanname"].subject == "aandeel_zorg"
    assert codes["aanname"].values["gerealiseerd"] == Share(1, 6)
    of_part = DESIGN | {"target_of": "begeleid"}
    (target,) = found(flowing(design=of_part), "taakstelling")
    assert target.values["gerekend"] == Number(25.0, "procent")
    two_sided = DESIGN | {"sides": 2, "planned": 500, "target_rate": None}
    codes = {one.code: one for one in consistency_of(flowing(design=two_sided)).findings}
    assert not {"te_klein_gepland", "eenzijdig", "taakstelling"} & set(codes)


def test_intakes_before_the_start_and_unequal_follow_up() -> None:
    (early,) = found(flowing(), "oproep_te_vroeg")
    assert (early.subject, early.values["aantal"]) == ("start", Count(1))
    (spread,) = found(flowing(), "looptijd")
    # 15 September 2017 and 1 February 2018 to 1 April 2019.
    assert spread.values["langste"] == Number(18, "maanden")
    assert spread.values["kortste"] == Number(14, "maanden")


def test_digit_and_group_disagree() -> None:
    frame = clients(
        2, 2, sex=coded(list("mvmv")), last_digit=pd.Series([2, 3, 1, 5], dtype="Int64")
    )
    (error,) = found(study({"clients": frame}, allocation={"method": "last_digit"}), "toewijzing")
    assert error.values["afwijkend.experiment"] == Count(1)


def test_more_than_the_maximum_was_paid() -> None:
    one = study({"clients": clients(6, 5), "instruments": USED}, instruments=DECLARED)
    one.tables["clients"]["sex"] = coded(["m"] * 11)
    (error,) = found(one, "boven_maximum")
    assert error.values["aantal"] == Count(1)


def test_promised_stories_that_are_not_told() -> None:
    stories = tuple(
        CaseStory(n, "vrouw", "61", "", "werk", None, None, full=False, sections={})
        for n in (1, 2, 4)
    )
    one = sexes("mv", "mv", stories=stories, cases={"promised": 4})
    (error,) = found(one, "casussen")
    assert error.values["verteld"] == Count(3)
    assert error.values["ontbreekt"] == Text("3")
    assert not found(sexes("mv", "mv", stories=stories, cases={"promised": 2}), "casussen")
    (last,) = found(sexes("mv", "mv", stories=stories[:2], cases={"promised": 3}), "casussen")
    assert last.values["ontbreekt"] == Text("3")


STATEMENTS = [
    ("vrouw", "kenmerken.geslacht.vrouw.totaal", "63", None),
    ("tientallen", "kenmerken.geslacht.vrouw.totaal", "60", "bewering"),
    ("precies", "kenmerken.geslacht.vrouw.totaal", "62,5 procent", None),
    ("n", "kenmerken.geslacht.n.control", "4", None),
    ("n_fout", "kenmerken.geslacht.n.control", "5", "bewering"),
    ("weg", "kenmerken.geslacht.onzijdig.totaal", "5", "bewering_onbekend"),
    ("toets", "kenmerken.geslacht.toets", "5", "bewering_onbekend"),
    ("woord", "kenmerken.geslacht.n.control", "vier", "bewering_onbekend"),
    ("minder", "kenmerken.geslacht.vrouw.totaal", "minder dan 63 procent", None),
    ("meer", "kenmerken.geslacht.vrouw.totaal", "meer dan 63%", "bewering"),
    ("twee", "kenmerken.geslacht.vrouw.totaal", "60 tot 65", "bewering_onbekend"),
]

EFFECT = "resultaten.effect.werk"


@pytest.mark.parametrize(
    ("path", "printed", "code"),
    [
        # 2 to 3 of 6 against 1 to 3 of 5: −26.7 to 30.0 points.
        ("laag", "\N{MINUS SIGN}26,7", None),
        ("laag", "-26,7 procentpunt", None),
        ("laag", "26,7", "bewering"),
        ("bereik", "\N{MINUS SIGN}26,7 tot 30,0", None),
        ("bereik", "\N{EN DASH}27\N{EN DASH}30", None),
        ("bereik", "\N{MINUS SIGN}26,7 tot 13,3 procentpunt", "bewering"),
        ("bereik", "30,0", "bewering"),
    ],
)
def test_a_statement_may_be_a_range_and_below_zero(
    path: str, printed: str, code: str | None
) -> None:
    said = {"name": "eerder", "where": "nieuws", "says": "Zoveel.", "printed": printed}
    one = flowing(statements=[said | {"fact": f"{EFFECT}.{path}"}])
    assert [one.code for one in consistency_of(one).of("error")] == ([code] if code else [])


@given(st.integers(-4000, 4000), st.integers(0, 3), st.integers(0, 3))
def test_no_statement_is_refuted_by_its_own_number(units: int, told: int, stated: int) -> None:
    fact = Number(units / 1000, "procentpunt", told)
    printed = say(replace(fact, digits=stated))
    (number,) = numbers_stated(printed)
    assert all(map(number.agrees, numbers_of(fact)))
    other = say(replace(fact, value=fact.value + 1, digits=stated))
    (wrong,) = numbers_stated(other)
    assert not any(map(wrong.agrees, numbers_of(fact)))
    assert say(as_fine(fact, (wrong,))) != other


@pytest.mark.parametrize(("name", "fact", "printed", "code"), STATEMENTS)
def test_statements_against_facts(name: str, fact: str, printed: str, code: str | None) -> None:
    said = {"name": name, "where": "nieuws", "says": "Zoveel.", "fact": fact, "printed": printed}
    checked = consistency_of(sexes("mvvv", "mmvv", statements=[said])).of("error")
    assert [one.code for one in checked] == ([code] if code else [])


@pytest.mark.parametrize(
    ("printed", "agrees"), [("1.430", True), ("1,43", False), ("1430,0", True)]
)
def test_statements_are_read_as_dutch_prints_numbers(printed: str, agrees: bool) -> None:
    fact = "kenmerken.inkomen.gemiddelde.totaal"
    said = {"name": "geld", "where": "nieuws", "says": "Zoveel.", "fact": fact, "printed": printed}
    frame = clients(1, 1, income=[1400.0, 1460.0])
    one = study({"clients": frame}, characteristics=[NUMBER], statements=[said])
    assert (not found(one, "bewering")) == agrees


def test_facts_of_the_findings() -> None:
    facts = consistency_of(flowing()).facts()
    assert facts["redenen.control.zonder_reden"] == Count(1)
    assert facts["redenen.control.soort"] == Text("opmerking")
    assert facts["mogelijk.aantal"] == Count(2)
    assert facts["fouten"] == Count(0)
    assert facts["aantal"] == facts["opmerkingen"]


def test_every_finding_has_its_own_path() -> None:
    paths = [one.path for one in consistency_of(flowing(design=DESIGN)).findings]
    assert len(set(paths)) == len(paths)


def test_an_empty_study_breaks_no_check() -> None:
    one = flowing(design=DESIGN)
    empty = study(
        {name: frame.iloc[:0] for name, frame in one.tables.items()},
        routes=[route.model_dump() for route in one.config.routes],
        outcomes=[WORK],
    )
    assert consistency_of(empty).of("error") == ()
