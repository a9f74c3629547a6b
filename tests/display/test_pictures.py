"""In no figure does a word or a number overlap another, cross a line or leave the picture."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report45.analysis import characteristics
from report45.analysis.contacts import Contacts, Month
from report45.analysis.flow import Flow, RouteCount, flow
from report45.analysis.groups import counted
from report45.analysis.instruments import instruments
from report45.analysis.outcomes import Routes
from report45.display import figures, practice, schemes
from report45.display.bundle import Display
from report45.display.style import house_style
from report45.display.words import Words
from report45.study.load import Study, load
from report45.study.programme import Route
from tests.analysis.studies import SEX, clients, coded, flowing, study
from tests.conftest import ROOT
from tests.display.pictures import drawn, faults

LONG = "Leeftijd bij de aanvang van het werkervaringsprogramma in hele jaren"
WORD = "Werkgelegenheidsbevorderingsprogrammadeelnemersregistratie"
TERMS = {
    "experiment": "groep die de werkervaringsplaats met intensieve begeleiding kreeg aangeboden",
    "control": WORD.lower() * 2,
    "persons": "deelnemers aan het werkervaringsprogramma",
}
NUMBER = {"name": "n", "label": LONG, "title": "N", "column": "n", "kind": "number", "unit": "jaar"}


def balanced(sizes: list[float], terms: dict[str, str], label: str = "Inkomen") -> Study:
    """A study in which the groups differ by about these standardised differences."""
    base = np.linspace(-1, 1, 50)
    declared = [
        NUMBER | {"name": f"n{place}", "label": f"{label} {place}", "column": f"n{place}"}
        for place in range(len(sizes))
    ]
    columns = {
        f"n{place}": np.concatenate([base + size * base.std(ddof=1), base]).tolist()
        for place, size in enumerate(sizes)
    }
    return study({"clients": clients(50, 50, **columns)}, characteristics=declared, terms=terms)


def of_balance(one: Study) -> dict[str, Callable[[], Display]]:
    found = characteristics.balance(one)
    return {
        "balance": lambda: figures.balance(found, one),
        "distributions": lambda: figures.distributions(found, one),
    }


def hold(draw: Callable[[], Display]) -> None:
    assert faults(drawn(draw)) == []


@pytest.mark.parametrize("name", ["balance", "distributions"])
def test_the_study_as_delivered_and_with_long_names(name: str) -> None:
    nsw = load(ROOT / "data" / "nsw")
    hold(of_balance(nsw)[name])
    terms = nsw.config.terms.model_copy(update=TERMS)
    first, *rest = nsw.config.characteristics
    long = nsw.config.model_copy(
        update={
            "terms": terms,
            "characteristics": (
                first.model_copy(update={"label": LONG}),
                rest[0].model_copy(update={"label": WORD}),
                *rest[1:],
            ),
        }
    )
    hold(of_balance(Study(nsw.name, nsw.folder, long, nsw.tables, nsw.cases))[name])


@given(st.lists(st.floats(0, 3) | st.sampled_from([0.0, 0.09, 0.1, 0.11]), min_size=1, max_size=4))
@settings(max_examples=12, deadline=None)
def test_numbers_keep_clear_of_the_limit_wherever_the_points_are(sizes: list[float]) -> None:
    hold(of_balance(balanced(sizes, {}))["balance"])


def test_histograms_begin_and_end_at_zero() -> None:
    figure = drawn(of_balance(balanced([0.0, 0.5], {}))["distributions"])
    for axes in figure.axes:
        assert axes.get_ylim()[0] == 0
        for line in axes.lines:
            heights = line.get_ydata()
            assert heights[0] == heights[-1] == 0


@given(st.lists(st.integers(-5, 300), min_size=2, max_size=60))
def test_classes_of_whole_numbers_hold_equally_many_of_them(numbers: list[int]) -> None:
    edges = figures._edges(np.array(numbers, dtype="float64"))
    widths = np.diff(edges)
    assert np.allclose(widths, widths[0])
    assert widths[0] >= 1
    assert widths[0] == round(widths[0])
    assert len(widths) <= figures.CLASSES + 4
    counts, _ = np.histogram(numbers, edges)
    assert counts.sum() == len(numbers)
    assert counts[0] == counts[-1] == 0


label = st.sampled_from(["Werk", "Uitkering beëindigd, geen werk", LONG, WORD, "A" * 80])


def routed(parts: list[tuple[str, str, int]]) -> tuple[RouteCount, ...]:
    return tuple(
        RouteCount(
            Route(name=f"r{place}", label=name, code=f"{place}", stage=stage, says="is"), count
        )
        for place, (name, stage, count) in enumerate(parts)
    )


parts = st.lists(
    st.tuples(label, st.sampled_from(["out", "ended", "done"]), st.integers(0, 100_000)), max_size=6
)


@given(parts, st.integers(0, 99), st.booleans())
@settings(max_examples=20, deadline=None)
def test_the_scheme_adds_up_and_stays_in_its_boxes(
    chosen: list[tuple[str, str, int]], unknown: int, long: bool
) -> None:
    one = flowing(terms=TERMS if long else {})
    found = flow(one)
    routes = routed(chosen)
    total = sum(route.count for route in routes) + unknown
    made = Flow(counted(total, 5), routes, unknown, found.crossovers, None, found.endings)
    hold(lambda: schemes.flow(made, one))
    for steps in (
        schemes.experiment(made, Words(one)),
        schemes.control(made, Words(one)),
    ):
        remaining = steps[0].count
        for step in steps[1:]:
            if step.leaves:
                remaining -= step.count
            else:
                assert step.count == remaining, step
            assert not step.parts or sum(count for _, count in step.parts) == step.count
        labels = [name for step in steps for name in (step.label, *(p[0] for p in step.parts))]
        assert len(labels) == len(set(labels)) or len({r.declared.label for r in routes}) < len(
            routes
        )


def test_the_scheme_follows_the_trunk() -> None:
    one = flowing()
    shown = schemes.flow(flow(one), one)
    assert [(row.header, row.cells[0]) for row in shown.rows] == [
        ("Klanten toegewezen", "11"),
        ("Experimentgroep", "6"),
        ("Niet (verder) deelgenomen (nooit)", "1"),
        ("Deelgenomen", "5"),
        ("Voortijdig beëindigd (gestopt)", "1"),
        ("Verder in het traject", "4"),
        ("Werk", "2"),
        ("Actief", "2"),
        ("Controlegroep", "5"),
        ("Onder wie toch deelgenomen", "1"),
        ("Ondersteuning beëindigd", "4"),
        ("Resultaat", "1"),
        ("Mogelijk resultaat", "1"),
        ("Geen resultaat", "1"),
        ("Geen reden vermeld", "1"),
        ("Ondersteuning niet beëindigd", "1"),
    ]


@given(st.lists(st.tuples(label, st.integers(0, 50_000)), min_size=1, max_size=7))
@settings(max_examples=12, deadline=None)
def test_bars_with_any_labels(chosen: list[tuple[str, int]]) -> None:
    routes = routed([(name, "done", count) for name, count in chosen])
    made = Routes(sum(route.count for route in routes), routes, ())
    hold(lambda: figures.routes(made, flowing()))


def test_instruments_with_long_names() -> None:
    declared = [
        {"name": "a", "label": LONG, "code": "a"},
        {"name": "b", "label": WORD, "code": "b"},
    ]
    used = pd.DataFrame({"client": coded(["e1", "e2"]), "kind": coded(["a", "a"])})
    base = flowing()
    one = study({**base.tables, "instruments": used}, instruments=declared)
    hold(lambda: practice.instruments(instruments(one), one))


@given(
    st.lists(st.integers(0, 900), min_size=1, max_size=40),
    st.none() | st.floats(0.1, 20, allow_nan=False),
)
@settings(max_examples=20, deadline=None)
def test_talks_with_any_course_and_plan(course: list[int], planned: float | None) -> None:
    months = tuple(Month(number, 100, talks) for number, talks in enumerate(course, start=1))
    found = Contacts(100, sum(course), 100.0, planned, 0, months)
    one = study({"clients": clients(1, 1, sex=coded(["m", "v"]))}, characteristics=[SEX])
    hold(lambda: practice.contacts(found, one))


def test_a_figure_with_faults_is_seen() -> None:
    def draw() -> Display:
        with house_style():
            figure, axes = plt.subplots(figsize=(6.3, 2))
            axes.plot([0, 1], [0.5, 0.5])
            axes.text(0.5, 0.5, "over de lijn", va="center")
            axes.text(0.5, 0.501, "over elkaar", va="center")
            figure.text(0.99, 0.5, "eruit")
            plt.close(figure)
        return Display("figure", "")

    told = " ".join(faults(drawn(draw)))
    for part in ("'over de lijn' lies across a line", "overlaps", "'eruit' leaves the figure"):
        assert part in told
