"""Which instruments were used, for how many clients and at what cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report45.analysis.flow import participants, participation
from report45.analysis.groups import Mask, in_group, occurs, rows_of_clients
from report45.analysis.verdicts import compared
from report45.facts import Count, Fact, Flag, Money, Share, Text
from report45.study.config import Instrument
from report45.study.load import Study

if TYPE_CHECKING:
    import pandas as pd

ENOUGH = 10
"""Participants a case manager must have to be compared."""


@dataclass(frozen=True)
class Use:
    """The use of one instrument.

    Parameters
    ----------
    declared : Instrument
        What the configuration says of it.
    times : int
        How often it was used.
    clients : int
        Clients of the experiment group it was used for.
    participants : int
        Those of them who took part in the programme.
    control : int
        Clients of the control group it was used for.
    priced : int
        Clients, of either group, for whom an amount is recorded.
    total, largest : float
        Amounts together, and the most for one client; 0 where none is recorded.
    above_maximum : int
        Clients who got more than the configured maximum.
    """

    declared: Instrument
    times: int
    clients: int
    participants: int
    control: int
    priced: int
    total: float
    largest: float
    above_maximum: int

    @property
    def mean(self) -> float:
        """Mean amount per client with an amount; 0 where none is recorded."""
        return self.total / self.priced if self.priced else 0.0


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

    def facts(self) -> dict[str, Fact]:
        """Give the facts.

        ``gebruik`` Verdict: which part of those who took part had one, on the scale ``deelname`` ·
        ``instrument.<instrument>`` Text, the labels · ``een_of_meer``, ``geen``,
        ``meer_dan_een`` Share of those who took part · where managers
        can be compared ``klantmanager.aantal`` Count, ``.laagste``, ``.hoogste`` Share of one
        manager's participants with an instrument · per instrument
        ``<instrument>.label`` Text, ``.keer``, ``.klanten`` (of the experiment group),
        ``.control`` Count, ``.van_deelnemers`` Share of those who took part, ``.van_toegewezen``
        Share of the experiment group · where amounts are recorded ``.bedrag``,
        ``.bedrag_gemiddeld``, ``.bedrag_hoogste`` Money · where there is a maximum ``.maximum``
        Money, ``.boven_maximum`` Count · ``.heeft_bedrag`` Flag.
        """
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
            path = use.declared.name
            written[f"instrument.{path}"] = Text(use.declared.label)
            written[f"{path}.label"] = Text(use.declared.label)
            written[f"{path}.keer"] = Count(use.times)
            written[f"{path}.klanten"] = Count(use.clients)
            written[f"{path}.control"] = Count(use.control)
            written[f"{path}.van_deelnemers"] = Share(use.participants, self.participants)
            written[f"{path}.van_toegewezen"] = Share(use.clients, self.assigned)
            written[f"{path}.heeft_bedrag"] = Flag(use.priced > 0)
            if use.priced:
                written[f"{path}.bedrag"] = Money(use.total, self.currency)
                written[f"{path}.bedrag_gemiddeld"] = Money(use.mean, self.currency)
                written[f"{path}.bedrag_hoogste"] = Money(use.largest, self.currency)
            if use.declared.maximum is not None:
                written[f"{path}.maximum"] = Money(use.declared.maximum, self.currency)
                written[f"{path}.boven_maximum"] = Count(use.above_maximum)
        return written


def instruments(study: Study) -> Instruments:
    """Count the use of every configured instrument."""
    took_part, experiment = participants(study), in_group(study, "experiment")
    rows = rows_of_clients(study, "instruments")
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
    rows = rows_of_clients(study, "instruments")
    if "kind" in rows:
        rows = rows[rows["kind"] == declared.code]
    used, experiment = occurs(study, rows["place"]), in_group(study, "experiment")
    priced, total, largest, above = 0, 0.0, 0.0, 0
    if "amount" in rows and rows["amount"].notna().any():
        known = rows[rows["amount"].notna()]
        amounts = known.groupby("place")["amount"].sum()
        priced, total, largest = len(amounts), float(amounts.sum()), float(amounts.max())
        if declared.maximum is not None:
            above = int((amounts > declared.maximum).sum())
    return Use(
        declared,
        times=len(rows),
        clients=int((used & experiment).sum()),
        participants=int((used & participants(study)).sum()),
        control=int((used & ~experiment).sum()),
        priced=priced,
        total=total,
        largest=largest,
        above_maximum=above,
    )
