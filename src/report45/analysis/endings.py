"""Benefits that ended, and whether work was the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from report45.analysis.groups import PerGroup, code_path, occurs, sizes, tally
from report45.analysis.windows import during
from report45.facts import Count, Fact, Flag, Share
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.people import GROUPS


@dataclass(frozen=True)
class Reason:
    """How many benefits ended for one reason.

    Parameters
    ----------
    code : str
        The reason; empty when none is given.
    meaning : str
        ``work``, ``possible`` work, ``other`` or ``none`` given.
    count : PerGroup of int
        Clients per group.
    """

    code: str
    meaning: str
    count: PerGroup[int]

    @property
    def path(self) -> str:
        """The code as part of a fact path."""
        return code_path(self.code) or "zonder_reden"


@dataclass(frozen=True)
class Endings:
    """Benefits that ended during the study.

    Parameters
    ----------
    n : PerGroup of int
        Clients assigned.
    ended : PerGroup of int
        Clients whose benefit ended.
    reasons : tuple of Reason
        Most frequent first; together they make ``ended``.
    classified : bool
        Whether an outcome of the study says which reasons mean work.
    """

    n: PerGroup[int]
    ended: PerGroup[int]
    reasons: tuple[Reason, ...]
    classified: bool

    def meaning(self, *meanings: str) -> PerGroup[int]:
        """Count, per group, the endings whose reason has one of these meanings."""
        chosen = [one.count for one in self.reasons if one.meaning in meanings]
        return PerGroup(
            sum(one.experiment for one in chosen),
            sum(one.control for one in chosen),
            sum(one.total for one in chosen),
        )

    states: ClassVar[Specs] = specs(
        "beeindigd",
        (Count, "<groep> reden.<reden>.<groep> soort.<soort>.control"),
        (Count, "werk.<groep> mogelijk_werk.<groep> geen_werk.<groep>"),
        (Count, "met_reden.<groep> zonder_reden.<groep>"),
        (Share, "aandeel.<groep>"),
        (Flag, "heeft_zonder_reden"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; ``soort`` are the same as those before it, where they are not 0."""
        written: dict[str, Fact] = {}
        for group, ended in self.ended.items():
            written[group] = Count(ended)
            written[f"aandeel.{group}"] = Share(ended, self.n.of(group))
        for reason in self.reasons:
            for group, count in reason.count.items():
                written[f"reden.{reason.path}.{group}"] = Count(count)
        if self.classified:
            for path, meanings in (
                ("werk", ["work"]),
                ("mogelijk_werk", ["possible"]),
                ("geen_werk", ["other"]),
                ("zonder_reden", ["none"]),
                ("met_reden", ["work", "possible", "other"]),
            ):
                for group, count in self.meaning(*meanings).items():
                    written[f"{path}.{group}"] = Count(count)
                if path != "met_reden" and (count := self.meaning(*meanings).control):
                    written[f"soort.{path}.control"] = Count(count)
            written["heeft_zonder_reden"] = Flag(self.meaning("none").control > 0)
        return written


def endings(study: Study) -> Endings:
    """Count the benefits that ended, by group and reason.

    What a reason means follows from the outcomes: a code certain for any of them means work,
    one that is only possible may mean work, every other code means something else.
    """
    rows = during(study, "benefit_endings")
    certain, possible, classified = _work_codes(study)
    reasons = []
    codes = sorted(rows["reason"].dropna().unique()) if "reason" in rows else []
    for code in codes:
        meaning = "work" if code in certain else "possible" if code in possible else "other"
        count = tally(study, occurs(study, rows.loc[rows["reason"] == code, "place"]))
        reasons.append(Reason(code, meaning, count))
    reasons.sort(key=lambda one: -one.count.total)
    if "reason" in rows and rows["reason"].isna().any():
        unknown = occurs(study, rows.loc[rows["reason"].isna(), "place"])
        reasons.append(Reason("", "none", tally(study, unknown)))
    ended = tally(study, occurs(study, rows["place"]))
    return Endings(sizes(study), ended, tuple(reasons), classified)


def _work_codes(study: Study) -> tuple[set[str], set[str], bool]:
    certain: set[str] = set()
    possible: set[str] = set()
    sources = [
        source
        for outcome in study.config.outcomes
        for group in GROUPS
        for source in getattr(outcome, group)
        if source.table == "benefit_endings" and source.column == "reason"
    ]
    for source in sources:
        certain |= set(source.certain)
        possible |= set(source.possible)
    return certain, possible, bool(sources)
