"""Which instruments were used, for how many clients and at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from report45.analysis.flow import participants, participation
from report45.analysis.groups import Mask, in_group, occurs, rows_of_clients
from report45.analysis.verdicts import compared, completeness
from report45.analysis.windows import during
from report45.facts import Count, Fact, Flag, Money, Share, Text, Verdict
from report45.specs import Specs, specs
from report45.study.load import Study
from report45.study.programme import Instrument

if TYPE_CHECKING:
    import pandas as pd

ENOUGH = 10
"""Participants a case manager must have to be compared."""


@dataclass(frozen=True)
class Spent:
    """What one instrument meant for some of the clients.

    Parameters
    ----------
    times, clients : int
        How often it was used, and for how many of them.
    priced : int
        Those of them for whom an amount is recorded.
    total, largest : float
        Amounts together, and the most for one client; 0 where none is recorded.
    above_maximum : int
        Those of them who got more than the configured maximum.
    """

    times: int
    clients: int
    priced: int
    total: float
    largest: float
    above_maximum: int


@dataclass(frozen=True)
class Use:
    """The use of one instrument during the study.

    Parameters
    ----------
    declared : Instrument
        What the configuration says of it.
    participants : Spent
        By those of the experiment group who took part in the programme.
    others : Spent
        By those of the experiment group who did not.
    control : Spent
        By the control group.
    """

    declared: Instrument
    participants: Spent
    others: Spent
    control: Spent


@dataclass(frozen=True)
class Managers:
    """How far case managers differ in their use of instruments.

    Parameters
    ----------
    count : int
        Case managers with enough participants to compare.
    lowest, highest : Share
        Of one manager's participants, those with at least one instrument.
    """

    count: int
    lowest: Share
    highest: Share


@dataclass(frozen=True)
class Instruments:
    """The use of all configured instruments.

    Parameters
    ----------
    uses : tuple of Use
        In the configured order.
    assigned, participants : int
        Clients of the experiment group, and those who took part.
    with_any : int
        Participants for whom at least one instrument was used.
    several : int
        Participants for whom two or more different instruments were used.
    managers : Managers or None
        None where fewer than two managers have ``ENOUGH`` participants.
    currency : str
        The study's currency.
    """

    uses: tuple[Use, ...]
    assigned: int
    participants: int
    with_any: int
    several: int
    managers: Managers | None
    currency: str

    states: ClassVar[Specs] = specs(
        "instrumenten",
        (Verdict, "gebruik", "deelname"),
        (Verdict, "klantmanager.verschil", "vergelijking"),
        (Verdict, "<instrument>.bedrag_volledigheid", "volledigheid"),
        (Share, "een_of_meer geen meer_dan_een klantmanager.laagste klantmanager.hoogste"),
        (Count, "klantmanager.aantal"),
        (Text, "instrument.<instrument> <instrument>.label"),
        (Share, "<instrument>.van_deelnemers <instrument>.van_toegewezen"),
        (Count, "<instrument>.keer <instrument>.klanten <instrument>.niet_deelgenomen"),
        (Count, "<instrument>.control <instrument>.bedrag_klanten"),
        (Count, "<instrument>.boven_maximum"),
        (Flag, "<instrument>.gebruikt <instrument>.heeft_bedrag"),
        (Money, "<instrument>.bedrag <instrument>.bedrag_gemiddeld", "<eenheid>"),
        (Money, "<instrument>.bedrag_hoogste <instrument>.maximum", "<eenheid>"),
        (Money, "<instrument>.niet_deelgenomen_bedrag <instrument>.control_bedrag", "<eenheid>"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts; amounts and times are those of participants unless named otherwise."""
        written: dict[str, Fact] = {
            "gebruik": participation(self.with_any, 0, self.participants),
            "een_of_meer": Share(self.with_any, self.participants),
            "geen": Share(self.participants - self.with_any, self.participants),
            "meer_dan_een": Share(self.several, self.participants),
        }
        if self.managers is not None:
            written["klantmanager.aantal"] = Count(self.managers.count)
            written["klantmanager.laagste"] = self.managers.lowest
            written["klantmanager.hoogste"] = self.managers.highest
            low, high = (100 * one.value for one in (self.managers.lowest, self.managers.highest))
            written["klantmanager.verschil"] = compared(high, low, 0)
        for use in self.uses:
            written[f"instrument.{use.declared.name}"] = Text(use.declared.label)
            for path, fact in self._facts(use).items():
                written[f"{use.declared.name}.{path}"] = fact
        return written

    def _facts(self, use: Use) -> dict[str, Fact]:
        own, everyone = use.participants, use.participants.clients + use.others.clients
        written: dict[str, Fact] = {
            "label": Text(use.declared.label),
            "keer": Count(own.times),
            "klanten": Count(everyone),
            "van_deelnemers": Share(own.clients, self.participants),
            "van_toegewezen": Share(everyone, self.assigned),
            "heeft_bedrag": Flag(own.priced > 0),
            "gebruikt": Flag(own.clients > 0),
        }
        for path, other in (("niet_deelgenomen", use.others), ("control", use.control)):
            written[path] = Count(other.clients)
            if other.priced:
                written[f"{path}_bedrag"] = Money(other.total, self.currency)
        if own.priced:
            written["bedrag"] = Money(own.total, self.currency)
            written["bedrag_gemiddeld"] = Money(own.total / own.priced, self.currency)
            written["bedrag_hoogste"] = Money(own.largest, self.currency)
            written["bedrag_klanten"] = Count(own.priced)
            written["bedrag_volledigheid"] = completeness(own.clients - own.priced, own.clients)
        if use.declared.maximum is not None:
            written["maximum"] = Money(use.declared.maximum, self.currency)
            written["boven_maximum"] = Count(own.above_maximum)
        return written


def instruments(study: Study) -> Instruments:
    """Count the use of every configured instrument."""
    took_part, experiment = participants(study), in_group(study, "experiment")
    rows = during(study, "instruments")
    any_use = occurs(study, rows["place"])
    return Instruments(
        uses=tuple(_use(study, one) for one in study.config.instruments),
        assigned=int(experiment.sum()),
        participants=int(took_part.sum()),
        with_any=int((any_use & took_part).sum()),
        several=int((occurs(study, _with_several(rows)) & took_part).sum()),
        managers=_managers(study, any_use, took_part),
        currency=study.config.currency,
    )


def _with_several(rows: pd.DataFrame) -> pd.Series:
    kinds = rows[["place", *(["kind"] if "kind" in rows else [])]].drop_duplicates()
    return kinds.loc[kinds["place"].duplicated(), "place"]


def _managers(study: Study, any_use: Mask, took_part: Mask) -> Managers | None:
    """Compare the managers, unnamed: a share of a few participants says more of chance."""
    rows = rows_of_clients(study, "trajectories")
    if "manager" not in rows:
        return None
    own = rows.loc[took_part[rows["place"]], ["place", "manager"]].drop_duplicates()
    used = own.assign(used=any_use[own["place"]]).groupby("manager")["used"].agg(["sum", "size"])
    enough = used[used["size"] >= ENOUGH]
    shares = [Share(int(count), int(base)) for count, base in enough.to_numpy()]
    if len(shares) < 2:
        return None
    ordered = sorted(shares, key=lambda share: share.exact)
    return Managers(len(ordered), ordered[0], ordered[-1])


def _use(study: Study, declared: Instrument) -> Use:
    rows = during(study, "instruments")
    if "kind" in rows:
        rows = rows[rows["kind"] == declared.code]
    took_part, experiment = participants(study), in_group(study, "experiment")
    return Use(
        declared,
        participants=_spent(rows, took_part, declared.maximum),
        others=_spent(rows, experiment & ~took_part, declared.maximum),
        control=_spent(rows, ~experiment, declared.maximum),
    )


def _spent(rows: pd.DataFrame, who: Mask, maximum: float | None) -> Spent:
    own = rows[who[rows["place"]]]
    clients = int(own["place"].nunique())
    if "amount" not in own or not own["amount"].notna().any():
        return Spent(len(own), clients, 0, 0.0, 0.0, 0)
    amounts = own[own["amount"].notna()].groupby("place")["amount"].sum()
    above = 0 if maximum is None else int((amounts > maximum).sum())
    return Spent(len(own), clients, len(amounts), float(amounts.sum()), float(amounts.max()), above)
