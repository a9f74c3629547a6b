"""By what the two groups are compared: counts, shares, means, tests and imbalance."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from report45.analysis.association import Tested, association, smd_categories, smd_means, welch
from report45.analysis.chance import expected_above, omnibus
from report45.analysis.comparison import (
    ABOVE,
    Balance,
    CategoryCount,
    Comparison,
    Numeric,
    Summary,
)
from report45.analysis.groups import PerGroup, counted, in_group
from report45.errors import Fault, InputError, Place
from report45.study.config import StudyConfig
from report45.study.durations import age, day, years
from report45.study.load import Study
from report45.study.people import Characteristic


def compare(study: Study, name: str) -> Comparison:
    """Compare the groups by one characteristic.

    Parameters
    ----------
    study : Study
        The study.
    name : str
        Name of a configured characteristic.

    Raises
    ------
    InputError
        If there is no characteristic of that name, or the day it is measured at is not given.
    """
    declared = declared_characteristic(study.config, name)
    first = in_group(study, "experiment")
    codes, numbers = _measure(study, declared)
    known = codes >= 0 if numbers is None else ~np.isnan(numbers)
    table = np.array(
        [
            np.bincount(codes[group & (codes >= 0)], minlength=len(declared.categories))
            for group in (first, ~first)
        ]
    )
    n = counted(int(first.sum()), int((~first).sum()))
    missing = counted(int((first & ~known).sum()), int((~first & ~known).sum()))
    registered = counted(n.experiment - missing.experiment, n.control - missing.control)
    numeric = None if numbers is None else _numeric(numbers, first)
    shown = bool(declared.categories)
    return Comparison(
        declared=declared,
        n=n,
        missing=missing,
        base=n if study.config.base == "all" else registered,
        categories=_categories(declared, table),
        combinations=_combinations(declared, table),
        numeric=numeric,
        test=association(table) if shown or numeric is None else numeric.test,
        smd=smd_categories(table) if shown or numeric is None else numeric.smd,
    )


def balance(study: Study) -> Balance:
    """Compare the groups by every configured characteristic."""
    found = tuple(compare(study, one.name) for one in study.config.characteristics)
    expected = expected_above(
        float(ABOVE), ((one.occurring, one.known) for one in found if not math.isnan(one.smd))
    )
    return Balance(found, together(study), expected)


def together(study: Study) -> Tested:
    """Test, by all characteristics at once, whether chance alone makes groups so different."""
    first = in_group(study, "experiment")
    columns: list[npt.NDArray[Any]] = []
    for declared in study.config.characteristics:
        codes, numbers = _measure(study, declared)
        if numbers is None:
            columns += [codes == place for place in range(len(declared.categories))]
            continue
        known = ~np.isnan(numbers)
        mean = numbers[known].mean() if known.any() else 0.0
        columns += [np.where(known, numbers, mean), known]
    measured = np.array(columns, dtype="float64").reshape(len(columns), len(first)).T
    return omnibus(measured, first)


def declared_characteristic(config: StudyConfig, name: str) -> Characteristic:
    """Find a characteristic by name.

    Raises
    ------
    InputError
        If the study does not declare it.
    """
    for one in config.characteristics:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in config.characteristics)
    place, problem = Place("study.toml"), f"there is no characteristic {name}."
    raise InputError([Fault(place, "unknown-reference", problem, f"Known: {known}")])


def values(study: Study, declared: Characteristic) -> npt.NDArray[np.float64]:
    """Give the numbers of a numeric characteristic; shape (clients,), NaN where missing.

    Ages are whole years, durations years with their fraction, both at the day named by ``at``.
    """
    column = study.clients[declared.column]
    if declared.kind == "age":
        return age(column, day(study, declared.at))
    if declared.kind == "duration":
        return years(column, day(study, declared.at))
    return column.to_numpy(dtype="float64", na_value=np.nan)


def _measure(
    study: Study, declared: Characteristic
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64] | None]:
    """Give every client's category (-1: none) and, for numeric kinds, number."""
    if not declared.numeric:
        import pandas as pd

        codes = pd.Index([category.code for category in declared.categories])
        return np.asarray(
            codes.get_indexer(pd.Index(study.clients[declared.column])), dtype=np.int64
        ), None
    numbers = values(study, declared)
    if not declared.categories:
        return np.full(numbers.shape, -1, dtype=np.int64), numbers
    bounds = [one.below for one in declared.categories if one.below is not None]
    classes = np.searchsorted(np.array(bounds), numbers, side="right")
    return np.where(np.isnan(numbers), -1, classes), numbers


def _numeric(numbers: npt.NDArray[np.float64], first: npt.NDArray[np.bool_]) -> Numeric:
    known = ~np.isnan(numbers)
    experiment, control = numbers[known & first], numbers[known & ~first]
    return Numeric(
        PerGroup(_summary(experiment), _summary(control), _summary(numbers[known])),
        welch(experiment, control),
        smd_means(experiment, control),
    )


def _summary(known: npt.NDArray[np.float64]) -> Summary:
    if not known.size:
        return Summary(0, math.nan, math.nan, math.nan, math.nan, math.nan)
    sd = float(known.std(ddof=1)) if known.size > 1 else math.nan
    return Summary(
        int(known.size),
        float(known.mean()),
        sd,
        float(np.median(known)),
        float(known.min()),
        float(known.max()),
    )


def _categories(declared: Characteristic, table: npt.NDArray[Any]) -> tuple[CategoryCount, ...]:
    return tuple(
        CategoryCount(one.name, one.label, one.says, counted(*map(int, table[:, place])))
        for place, one in enumerate(declared.categories)
    )


def _combinations(declared: Characteristic, table: npt.NDArray[Any]) -> tuple[CategoryCount, ...]:
    places = {one.name: place for place, one in enumerate(declared.categories)}
    return tuple(
        CategoryCount(
            one.name,
            one.label,
            one.says,
            counted(*map(int, table[:, [places[name] for name in one.of]].sum(axis=1))),
        )
        for one in declared.combinations
    )
