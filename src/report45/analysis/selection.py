"""Who could be selected: every criterion applied to the whole population."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from report45.facts import Count, Fact, Flag, Share, Text
from report45.inspection.criteria import met, told
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.people import Criterion


@dataclass(frozen=True)
class Applied:
    """One criterion applied to the population.

    Parameters
    ----------
    declared : Criterion
        What the configuration says of it.
    failed : int
        People who do not meet it; people of whom nothing is known cannot meet it.
    only : int
        People for whom it is the only criterion they do not meet.
    unknown : int
        People of whom it is not known, except where the criterion demands that nothing is there.
    """

    declared: Criterion
    failed: int
    only: int
    unknown: int


@dataclass(frozen=True)
class Selection:
    """The criteria, and how many people met them.

    Parameters
    ----------
    population : int
        Everyone who was looked at, without those added later.
    criteria : tuple of Applied
        In the configured order.
    fit : int
        People who meet all criteria.
    included : int
        People who were assigned to a group.
    included_failing : int
        People assigned although they do not meet every criterion.
    included_unknown : int
        People assigned who fail no criterion, and of whom one is not known.
    excluded_fitting : int
        People not assigned although they meet every criterion.
    """

    population: int
    criteria: tuple[Applied, ...]
    fit: int
    included: int
    included_failing: int
    included_unknown: int
    excluded_fitting: int

    states: ClassVar[Specs] = specs(
        "selectie",
        (Count, "populatie meegenomen"),
        (Count, "meegenomen_onterecht meegenomen_onbekend afgevallen_onterecht"),
        (Share, "voldoet afgevallen reden.<criterium>"),
        (Text, "reden.<criterium>.label"),
        (Count, "reden.<criterium>.alleen reden.<criterium>.onbekend"),
        (Flag, "volledig"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts."""
        written: dict[str, Fact] = {
            "populatie": Count(self.population),
            "voldoet": Share(self.fit, self.population),
            "afgevallen": Share(self.population - self.fit, self.population),
            "meegenomen": Count(self.included),
            "meegenomen_onterecht": Count(self.included_failing),
            "meegenomen_onbekend": Count(self.included_unknown),
            "afgevallen_onterecht": Count(self.excluded_fitting),
            "volledig": Flag(self.population > self.included),
        }
        for one in self.criteria:
            path = f"reden.{one.declared.name}"
            written[path] = Share(one.failed, self.population)
            written[f"{path}.label"] = Text(one.declared.label)
            written[f"{path}.alleen"] = Count(one.only)
            written[f"{path}.onbekend"] = Count(one.unknown)
        return written


def selection(study: Study) -> Selection:
    """Apply every criterion to the population.

    The population is everyone in the clients table but those added during the study.

    Raises
    ------
    InputError
        If a criterion is measured at a day the study does not declare.
    """
    people = study.tables["clients"]
    if "cohort" in people:
        people = people[people["cohort"] != "extension"]
        included = np.asarray(people["cohort"] == "original", dtype=bool)
    else:
        included = np.ones(len(people), dtype=bool)
    criteria = study.config.criteria
    fits = np.ones((len(criteria), len(people)), dtype=bool)
    known = np.ones((len(criteria), len(people)), dtype=bool)
    for place, criterion in enumerate(criteria):
        fits[place] = met(criterion, people[criterion.column], study)
        known[place] = told(criterion, people[criterion.column])
    refused = (~fits & known).any(axis=0)
    failures = (~fits).sum(axis=0)
    applied = tuple(
        Applied(
            criterion,
            failed=int((~fits[place]).sum()),
            only=int((~fits[place] & (failures == 1)).sum()),
            unknown=int((~known[place]).sum()),
        )
        for place, criterion in enumerate(criteria)
    )
    return Selection(
        population=len(people),
        criteria=applied,
        fit=int((failures == 0).sum()),
        included=int(included.sum()),
        included_failing=int((included & refused).sum()),
        included_unknown=int((included & ~refused & (failures > 0)).sum()),
        excluded_fitting=int((~included & (failures == 0)).sum()),
    )
