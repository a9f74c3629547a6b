from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.analysis.characteristics import balance, compare
from report45.errors import InputError
from report45.facts import Count, Flag, Mean, Number, Share, Text
from tests.analysis.studies import AGE, SEX, clients, coded, dates, study

NUMBER = {
    "name": "inkomen",
    "label": "Inkomen",
    "title": "Inkomen",
    "column": "income",
    "kind": "number",
    "unit": "dollar",
    "mean_says": "het gemiddelde inkomen",
}

MIXED = coded(["m", "v", "v", None, "m", "m", "v", "v", "v", "v"])


def test_counts_shares_and_missing_on_all() -> None:
    found = compare(study({"clients": clients(4, 6, sex=MIXED)}), "geslacht").facts()
    assert found["vrouw.experiment"] == Share(2, 4)
    assert found["vrouw.control"] == Share(4, 6)
    assert found["vrouw.totaal"] == Share(6, 10)
    assert found["niet_geregistreerd.experiment"] == Share(1, 4)
    assert found["niet_geregistreerd.control"] == Share(0, 6)
    assert found["n.experiment"] == Count(4)
    assert found["geregistreerd.totaal"] == Count(9)
    assert found["kop.totaal"] == found["vrouw.totaal"]
    assert found["kop.zin"] == Text("is vrouw")
    assert found["kop.is_gemiddelde"] == Flag(value=False)


def test_the_base_may_be_those_registered() -> None:
    one = study({"clients": clients(4, 6, sex=MIXED)}, base="registered")
    found = compare(one, "geslacht").facts()
    assert found["vrouw.experiment"] == Share(2, 3)
    assert found["n.experiment"] == Count(3)
    assert found["alle.experiment"] == Count(4)
    assert found["niet_geregistreerd.experiment"] == Share(1, 4)


def test_missing_is_left_out_of_test_and_smd() -> None:
    with_gap = compare(study({"clients": clients(4, 6, sex=MIXED)}), "geslacht")
    known = MIXED.dropna().reset_index(drop=True)
    without = compare(study({"clients": clients(3, 6, sex=known)}), "geslacht")
    assert (with_gap.test, with_gap.smd) == (without.test, without.smd)


def test_classes_are_half_open_and_ages_whole_years() -> None:
    born = dates(["1966-10-02", "1966-10-01", "1960-01-01", None])
    found = compare(study({"clients": clients(2, 2, born=born)}, characteristics=[AGE]), "leeftijd")
    facts = found.facts()
    # Fifty until the day before the fifty-first birthday; on it, in the next class.
    assert facts["jong.experiment"] == Share(1, 2)
    assert facts["oud.experiment"] == Share(1, 2)
    assert facts["gemiddelde.experiment"] == Mean(50.5, 2, pytest.approx(math.sqrt(0.5)), "jaar")
    assert facts["gemiddelde.control"] == Mean(57.0, 1, None, "jaar")
    assert facts["laagste.totaal"] == Number(50, "jaar")
    assert facts["hoogste.totaal"] == Number(57, "jaar")
    assert facts["mediaan.totaal"] == Number(51, "jaar")
    assert facts["niet_geregistreerd.control"] == Share(1, 2)
    assert facts["kop.totaal"] == facts["gemiddelde.totaal"]
    assert facts["kop.zin"] == Text("de gemiddelde leeftijd")
    assert facts["toets"] == found.test.fact()


def test_a_number_without_classes_is_tested_by_its_mean() -> None:
    income = [1.0, 2.0, 4.0, 8.0, np.nan]
    found = compare(
        study({"clients": clients(2, 3, income=income)}, characteristics=[NUMBER]), "inkomen"
    )
    facts = found.facts()
    assert found.test.method == "welch"
    assert facts["klassen"] == Flag(value=False)
    assert facts["kop.experiment"] == Mean(1.5, 2, pytest.approx(math.sqrt(0.5)), "dollar")
    assert facts["kop.is_gemiddelde"] == Flag(value=True)
    assert facts["geregistreerd.control"] == Count(2)


def test_combinations_add_their_categories() -> None:
    both = SEX | {
        "combinations": [
            {"name": "ieder", "label": "Ieder", "says": "is iemand", "of": ["man", "vrouw"]}
        ],
        "heading": "ieder",
    }
    facts = compare(
        study({"clients": clients(4, 6, sex=MIXED)}, characteristics=[both]), "geslacht"
    ).facts()
    assert facts["ieder.experiment"] == Share(3, 4)
    assert facts["kop.totaal"] == Share(9, 10)


def test_without_a_heading_the_largest_category_makes_it() -> None:
    plain = {key: value for key, value in SEX.items() if key != "heading"}
    one = study({"clients": clients(4, 6, sex=MIXED)}, characteristics=[plain])
    assert compare(one, "geslacht").facts()["kop.label"] == Text("Vrouw")
    turned = study(
        {"clients": clients(4, 6, sex=MIXED.map({"m": "v", "v": "m"}))}, characteristics=[plain]
    )
    assert compare(turned, "geslacht").facts()["kop.label"] == Text("Man")


def test_imbalance_is_flagged_above_a_tenth() -> None:
    # Twice the same shares, then a gap of one deviation.
    level = coded(list("mv" * 10))
    flat = compare(study({"clients": clients(10, 10, sex=level)}), "geslacht")
    assert (flat.smd, flat.imbalanced) == (0, False)
    steep = coded(list("m" * 8 + "v" * 2 + "m" * 3 + "v" * 7))
    found = compare(study({"clients": clients(10, 10, sex=steep)}), "geslacht")
    assert found.imbalanced
    assert found.facts()["onevenwichtig"] == Flag(value=True)


@pytest.mark.parametrize(("experiment", "control"), [(0, 3), (3, 0), (0, 0), (1, 1)])
def test_tiny_and_empty_groups_do_not_break(experiment: int, control: int) -> None:
    size = experiment + control
    frame = clients(
        experiment,
        control,
        sex=coded(["v"] * size),
        born=dates(["1960-01-01"] * size),
        income=[1.0] * size,
    )
    one = study({"clients": frame}, characteristics=[SEX, AGE, NUMBER])
    found = balance(one)
    assert math.isnan(found.comparisons[0].test.p)
    assert found.facts()["aantal_significant"] == Count(0)
    assert not found.imbalanced


def test_additions_and_people_screened_out_do_not_count() -> None:
    frame = clients(2, 2, sex=coded(list("vvvv")), cohort=["original"] * 4)
    frame.loc[4] = ["x1", "experiment", "m", "extension"]
    frame.loc[5] = ["x2", None, "m", "not_selected"]
    facts = compare(study({"clients": frame}), "geslacht").facts()
    assert facts["vrouw.totaal"] == Share(4, 4)


def test_an_unknown_characteristic_names_the_known() -> None:
    with pytest.raises(InputError, match="Known: geslacht"):
        compare(study({"clients": clients(1, 1, sex=coded(["m", "v"]))}), "haarkleur")


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["m", "v", None]), min_size=2, max_size=40), st.data())
def test_shares_sum_to_one_with_the_missing(codes: list[str | None], data: st.DataObject) -> None:
    experiment = data.draw(st.integers(1, len(codes) - 1))
    frame = clients(experiment, len(codes) - experiment, sex=coded(codes))
    found = compare(study({"clients": frame}), "geslacht")
    for group, n in found.n.items():
        parts = [one.count.of(group) for one in found.categories]
        assert sum(parts) + found.missing.of(group) == n
    facts = found.facts()
    assert {path.rsplit(".", 1)[0] for path, fact in facts.items() if isinstance(fact, Share)} >= {
        "man",
        "vrouw",
        "niet_geregistreerd",
        "kop",
        "grootste",
    }


def test_a_million_clients_take_little_time() -> None:
    import time

    size = 500_000
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "client": np.arange(2 * size).astype(str),
            "group": ["experiment"] * size + ["control"] * size,
            "sex": rng.choice(["m", "v"], 2 * size),
            "born": np.datetime64("1955-01-01") + rng.integers(0, 6000, 2 * size).astype("m8[D]"),
        }
    )
    one = study({"clients": frame}, characteristics=[SEX, AGE])
    begin = time.perf_counter()
    balance(one)
    assert time.perf_counter() - begin < 10
