"""How clients came into their group: an audit of the allocation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import numpy as np

from report45.analysis.association import Tested, binomial, mann_whitney
from report45.analysis.characteristics import together
from report45.analysis.groups import PerGroup, counted, in_group, sizes, tally
from report45.facts import Count, Fact, Flag, Mean, Share, Test, Verdict
from report45.specs import Specs, specs
from report45.study.load import Study

_KINDS = {
    "random": "geloot",
    "last_digit": "cijfer",
    "stratified": "gestratificeerd",
    "blocks": "blokken",
    "waiting_list": "wachtlijst",
    "none": "niet_geloot",
}
_BY_CHANCE = {"geloot", "cijfer", "gestratificeerd", "blokken"}

DOUBT = 0.001
"""Below this probability chance is no explanation any more; of a thousand allocations that were
fair, one is doubted."""

_MISPLACED = 0.01


def added_to(added: PerGroup[int]) -> Verdict:
    """Name the groups that clients were added to, on the scale ``toegevoegd``."""
    if added.experiment and added.control:
        return Verdict("beide", "toegevoegd")
    value = "experiment" if added.experiment else "control" if added.control else "geen"
    return Verdict(value, "toegevoegd")


def allocation_kind(method: str | None) -> Verdict:
    """Name how clients were divided.

    Parameters
    ----------
    method : str or None
        As the study declares; None when it declares nothing.

    Returns
    -------
    Verdict
        On the scale ``toewijzing``: ``geloot``, everyone by lot · ``cijfer``, by the last digit of
        the identity number · ``gestratificeerd``, ``blokken``, by lot within strata or blocks ·
        ``wachtlijst``, ``niet_geloot``, not by chance · ``onbekend``, nothing is declared.
    """
    return Verdict(_KINDS.get(method or "", "onbekend"), "toewijzing")


def allocation_holds(
    kind: Verdict, probabilities: Iterable[float], misplaced: Share | None
) -> Verdict:
    """Judge whether an allocation by chance can be what it is declared to be.

    Parameters
    ----------
    kind : Verdict
        As :func:`allocation_kind` gives it.
    probabilities : iterable of float
        How likely chance alone makes groups as different as these, each tested in another way;
        NaN for what could not be tested.
    misplaced : Share or None
        Of all clients, those whose digit belongs in the other group; None where none decided.

    Returns
    -------
    Verdict
        On the scale ``houdbaar``: ``nvt``, the groups were not made by chance, or nobody says so ·
        ``nee``, a probability lies below ``DOUBT``, or the digit of more than one client in a
        hundred belongs in the other group · ``ja``, nothing in the data is against it.
    """
    if kind.value not in _BY_CHANCE:
        return Verdict("nvt", "houdbaar")
    wrong = misplaced is not None and misplaced.exact > Fraction(_MISPLACED)
    doubted = any(p < DOUBT for p in probabilities)
    return Verdict("nee" if wrong or doubted else "ja", "houdbaar")


def allocation_causal(holds: Verdict) -> Verdict:
    """Judge whether a difference in outcome may be called an effect of the programme.

    Parameters
    ----------
    holds : Verdict
        As :func:`allocation_holds` gives it.

    Returns
    -------
    Verdict
        On the scale ``causaal``: ``ja`` when chance divided the clients and that holds, else
        ``nee``.
    """
    return Verdict("ja" if holds.value == "ja" else "nee", "causaal")


@dataclass(frozen=True)
class Parity:
    """The last digit of the identity number against the group.

    Parameters
    ----------
    even, odd : PerGroup of int
        Clients by parity. Even belongs in the experiment group, odd in the control group.
    mismatched : PerGroup of int
        Clients whose digit belongs in the other group, by the group they are in.
    mismatched_added : int
        The same among the clients added during the study.
    """

    even: PerGroup[int]
    odd: PerGroup[int]
    mismatched: PerGroup[int]
    mismatched_added: int


@dataclass(frozen=True)
class CallOrder:
    """The order in which clients were called, which should not differ between the groups.

    Parameters
    ----------
    n : PerGroup of int
        Clients with a place in the order.
    mean : PerGroup of float
        Mean place; NaN for an empty group.
    test : Tested
        Mann and Whitney's test.
    """

    n: PerGroup[int]
    mean: PerGroup[float]
    test: Tested


@dataclass(frozen=True)
class Allocation:
    """The audit.

    Parameters
    ----------
    kind : Verdict
        How clients were divided, on the scale ``toewijzing``.
    n : PerGroup of int
        Clients assigned.
    added : PerGroup of int
        Clients added during the study, left out of every analysis.
    test : Tested or None
        Exact binomial test of the size of the experiment group against a half, where digits
        decided; a random allocation may have aimed at other sizes.
    parity : Parity or None
        Where digits decided.
    order : CallOrder or None
        Where clients were called in an order.
    balance : Tested
        All characteristics at once: whether chance alone makes groups as different as these.
    """

    kind: Verdict
    n: PerGroup[int]
    added: PerGroup[int]
    test: Tested | None
    parity: Parity | None
    order: CallOrder | None
    balance: Tested

    @property
    def holds(self) -> Verdict:
        """Whether an allocation by chance can be what it is declared to be."""
        misplaced = None if self.parity is None else self.parity.mismatched.total
        return allocation_holds(
            self.kind,
            [self.balance.p] + ([] if self.test is None else [self.test.p]),
            None if misplaced is None else Share(misplaced, self.n.total),
        )

    states: ClassVar[Specs] = specs(
        "toewijzing",
        (Verdict, "soort", "toewijzing"),
        (Verdict, "houdbaar", "houdbaar"),
        (Verdict, "causaal", "causaal"),
        (Verdict, "toegevoegd_aan", "toegevoegd"),
        (Flag, "laatste_cijfer"),
        (Count, "n.<groep> toegevoegd.<groep> even.<groep> oneven.<groep>"),
        (Count, "afwijkend.<groep> afwijkend_toegevoegd"),
        (Share, "omvang"),
        (Test, "omvang.toets volgorde.toets"),
        (Mean, "volgorde.<groep>"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts, as far as digits or an order decided."""
        written: dict[str, Fact] = {
            "soort": self.kind,
            "houdbaar": self.holds,
            "causaal": allocation_causal(self.holds),
            "toegevoegd_aan": added_to(self.added),
            "laatste_cijfer": Flag(self.parity is not None),
            "omvang": Share(self.n.experiment, self.n.total),
        }
        if self.test is not None:
            written["omvang.toets"] = self.test.fact()
        written |= {f"n.{group}": Count(n) for group, n in self.n.items()}
        written |= {f"toegevoegd.{group}": Count(n) for group, n in self.added.items()}
        if self.parity is not None:
            for name, counts in (
                ("even", self.parity.even),
                ("oneven", self.parity.odd),
                ("afwijkend", self.parity.mismatched),
            ):
                written |= {f"{name}.{group}": Count(n) for group, n in counts.items()}
            written["afwijkend_toegevoegd"] = Count(self.parity.mismatched_added)
        if self.order is not None:
            for group, mean in self.order.mean.items():
                if n := self.order.n.of(group):
                    written[f"volgorde.{group}"] = Mean(mean, n, digits=1)
            written["volgorde.toets"] = self.order.test.fact()
        return written


def allocation(study: Study) -> Allocation:
    """Audit how clients were divided over the groups."""
    n = sizes(study)
    declared = study.config.allocation
    method = None if declared is None else declared.method
    added = study.added["group"]
    return Allocation(
        kind=allocation_kind(method),
        n=n,
        added=counted(int((added == "experiment").sum()), int((added == "control").sum())),
        test=binomial(n.experiment, n.total) if study.config.by_digit else None,
        parity=_parity(study) if study.config.by_digit else None,
        order=_order(study) if "call_order" in study.clients else None,
        balance=together(study),
    )


def _parity(study: Study) -> Parity:
    even = np.asarray(study.clients["last_digit"] % 2 == 0, dtype=bool)
    first = in_group(study, "experiment")
    added_even = np.asarray(study.added["last_digit"] % 2 == 0, dtype=bool)
    added_first = np.asarray(study.added["group"] == "experiment", dtype=bool)
    return Parity(
        even=tally(study, even),
        odd=tally(study, ~even),
        mismatched=tally(study, even != first),
        mismatched_added=int((added_even != added_first).sum()),
    )


def _order(study: Study) -> CallOrder | None:
    order = study.clients["call_order"].to_numpy(dtype="float64", na_value=np.nan)
    known, first = ~np.isnan(order), in_group(study, "experiment")
    if not known.any():
        return None
    experiment, control = order[known & first], order[known & ~first]
    means = [
        float(group.mean()) if group.size else float("nan")
        for group in (experiment, control, order[known])
    ]
    return CallOrder(
        n=counted(int(experiment.size), int(control.size)),
        mean=PerGroup(*means),
        test=mann_whitney(experiment, control),
    )
