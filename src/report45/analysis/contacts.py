"""How often clients were spoken to, against the plan."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from report45.analysis.flow import participants
from report45.analysis.groups import Places, places_of_clients, rows_of_clients
from report45.analysis.verdicts import compared
from report45.analysis.windows import during
from report45.errors import Fault, InputError, Place
from report45.facts import Count, Fact, Flag, Number, Share, Verdict
from report45.specs import Specs, specs
from report45.study.durations import day, months
from report45.study.load import Study
from report45.study.windows import inside

DAYS_PER_MONTH = 365.25 / 12
BUSY_MONTHS = 3
"""Months an instrument is taken to last: its start is recorded, its end is not."""

_ROWS_AT_ONCE = 500_000


@dataclass(frozen=True)
class Month:
    """Contacts in one month of the programme, over all clients.

    Parameters
    ----------
    number : int
        1 for the month that starts with the intake.
    clients : int
        Clients who were in the programme for that whole month.
    contacts : int
        Their contacts in that month.
    """

    number: int
    clients: int
    contacts: int

    @property
    def per_client(self) -> float:
        """Contacts per client; 0 when nobody was left."""
        return self.contacts / self.clients if self.clients else 0.0


@dataclass(frozen=True)
class Pace:
    """Contacts in part of the clients' time.

    Parameters
    ----------
    days, contacts : int
        All clients together.
    """

    days: int
    contacts: int

    @property
    def per_month(self) -> float:
        """Contacts per client per month of average length; NaN when there were no days."""
        return self.contacts / self.days * DAYS_PER_MONTH if self.days else math.nan


@dataclass(frozen=True)
class Contacts:
    """Contacts between intake and the end of the trajectory or of the study.

    Parameters
    ----------
    clients : int
        Participants with an intake.
    contacts : int
        Contacts of the kinds that count.
    weeks : float
        Weeks in the programme, all clients together.
    planned : float or None
        Planned contacts per week.
    reached : int
        Clients who were spoken to as often as planned, on average; 0 without a plan.
    months : tuple of Month
        From the first month on, as long as there are clients.
    others : int
        Contacts of the kinds that do not count, in the same time.
    busy, free : Pace or None
        The first ``BUSY_MONTHS`` after an instrument began, and all other time; None where the
        study has no instruments with a start.
    """

    clients: int
    contacts: int
    weeks: float
    planned: float | None
    reached: int
    months: tuple[Month, ...]
    others: int = 0
    busy: Pace | None = None
    free: Pace | None = None

    @property
    def per_week(self) -> float:
        """Contacts per client per week; 0 when there were no weeks."""
        return self.contacts / self.weeks if self.weeks else 0.0

    @property
    def per_month(self) -> float:
        """Contacts per client per month of average length."""
        return self.per_week * DAYS_PER_MONTH / 7

    @property
    def against_plan(self) -> Verdict:
        """Contacts per month against the plan, as printed, on the scale ``vergelijking``."""
        planned = math.nan if self.planned is None else self.planned * DAYS_PER_MONTH / 7
        return compared(self.per_month if self.weeks else math.nan, planned, 1)

    states: ClassVar[Specs] = specs(
        "contacten",
        (Count, "klanten contacten andere maand.<maand>.klanten"),
        (Count, "instrument_maanden", "maanden"),
        (Number, "per_week per_maand gepland_per_week gepland_per_maand maand.<maand>"),
        (Number, "andere_per_maand met_instrument zonder_instrument"),
        (Number, "weken_tussen", "weken"),
        (Share, "gehaald"),
        (Flag, "heeft_andere"),
        (Verdict, "plan rond_instrument", "vergelijking"),
    )

    def facts(self) -> dict[str, Fact]:
        """Give the facts, as far as there was time to speak, a plan, and instruments that ran."""
        written: dict[str, Fact] = {
            "klanten": Count(self.clients),
            "contacten": Count(self.contacts),
            "plan": self.against_plan,
        }
        if self.weeks:
            written["per_week"] = Number(self.per_week, digits=2)
            written["per_maand"] = Number(self.per_month, digits=1)
        if self.per_week:
            written["weken_tussen"] = Number(1 / self.per_week, "weken", 1)
        if self.planned is not None:
            per_month = self.planned * DAYS_PER_MONTH / 7
            written["gepland_per_week"] = Number(
                self.planned, digits=0 if self.planned % 1 == 0 else 1
            )
            written["gepland_per_maand"] = Number(per_month, digits=1)
            written["gehaald"] = Share(self.reached, self.clients)
        for month in self.months:
            written[f"maand.{month.number}"] = Number(month.per_client, digits=1)
            written[f"maand.{month.number}.klanten"] = Count(month.clients)
        return written | self._beside()

    def _beside(self) -> dict[str, Fact]:
        """Give the facts about other contacts, and about the time an instrument ran."""
        monthly = self.others / self.weeks * DAYS_PER_MONTH / 7 if self.weeks else 0.0
        written: dict[str, Fact] = {
            "andere": Count(self.others),
            "heeft_andere": Flag(self.others > 0),
            "andere_per_maand": Number(monthly, digits=1),
        }
        if self.busy and self.free and self.busy.days and self.free.days:
            written["rond_instrument"] = compared(self.busy.per_month, self.free.per_month, 1)
            written["met_instrument"] = Number(self.busy.per_month, digits=1)
            written["zonder_instrument"] = Number(self.free.per_month, digits=1)
            written["instrument_maanden"] = Count(BUSY_MONTHS, "maanden")
        return written


def contacts(study: Study) -> Contacts:
    """Count the contacts of the experiment group's participants.

    Only contacts of the kinds the plan names count, and only from the intake up to the end of
    the trajectory, or of the study where no end is known. An intake outside the study
    (:func:`report45.study.windows.window`) counts as not known.

    Raises
    ------
    InputError
        If the study has no contacts, no trajectories with an intake, or no kinds to tell apart.
    """
    trajectories = rows_of_clients(study, "trajectories")
    if not study.has("contacts", "trajectories") or "intake" not in trajectories:
        place = Place("study.toml", part="[tables]")
        problem = "contacts need contacts and trajectories with an intake."
        raise InputError([Fault(place, "no-table", problem)])
    spans = _spans(study, trajectories)
    everything = _within(study, spans)
    rows = _counted(study, everything)
    days = (spans["end"] - spans["intake"]).dt.days.to_numpy(dtype="float64")
    per_client = np.bincount(rows["span"], minlength=len(spans))
    plan = study.config.contact_plan
    planned = None if plan is None else plan.per_week
    reached = 0 if planned is None else int((per_client >= planned * days / 7).sum())
    busy, free = _paces(study, spans, rows)
    return Contacts(
        clients=len(spans),
        contacts=len(rows),
        weeks=float(days.sum()) / 7,
        planned=planned,
        reached=reached,
        months=_by_month(rows, spans),
        others=len(everything) - len(rows),
        busy=busy,
        free=free,
    )


def _spans(study: Study, trajectories: pd.DataFrame) -> pd.DataFrame:
    """Give participants with their intake and end; ends after the study are cut off."""
    last = pd.Timestamp(day(study, "end"))
    took_part = participants(study)[trajectories["place"]]
    known = trajectories["intake"].notna() & inside(
        study.config.dates, "trajectories", "intake", trajectories["intake"]
    )
    spans = trajectories[took_part & known]
    end = spans["end"] if "end" in spans else pd.Series(last, index=spans.index)
    spans = spans[["place", "intake"]].assign(end=end.where(end <= last, last))
    return spans[spans["end"] > spans["intake"]].reset_index(drop=True)


def _span_of(study: Study, places: Places, spans: pd.DataFrame) -> Places:
    """Give, for places in ``study.clients``, the row of their span; -1 where there is none."""
    found = np.full(len(study.clients) + 1, -1)
    found[spans["place"]] = spans.index
    return found[places]  # the last one answers for -1: no client


def _within(study: Study, spans: pd.DataFrame) -> pd.DataFrame:
    """Keep the contacts between a client's intake and end, with the row of their span."""
    contacts = study.tables["contacts"]
    span = _span_of(study, places_of_clients(study, "contacts"), spans)
    kept = contacts.drop(columns="client")[span >= 0].assign(span=span[span >= 0])
    begin, end = (spans[one].to_numpy()[kept["span"]] for one in ("intake", "end"))
    return kept[(kept["date"] >= begin) & (kept["date"] <= end)]


def _counted(study: Study, rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the contacts of the kinds the plan names."""
    plan = study.config.contact_plan
    if plan is None or not plan.kinds:
        return rows
    if "kind" not in rows:
        place = Place("study.toml", part="[contact_plan]")
        problem = "kinds are named, but contacts have no kind."
        raise InputError([Fault(place, "missing-column", problem)])
    return rows[rows["kind"].isin(plan.kinds)]


def _paces(
    study: Study, spans: pd.DataFrame, rows: pd.DataFrame
) -> tuple[Pace | None, Pace | None]:
    """Divide time and contacts over the months after an instrument began, and the rest."""
    uses = during(study, "instruments")
    if "start" not in uses:
        return None, None
    span = _span_of(study, uses["place"].to_numpy(), spans)
    known = uses[["start"]].assign(span=span)[uses["start"].notna() & (span >= 0)]
    intake, end = (spans[one].to_numpy()[known["span"]] for one in ("intake", "end"))
    known["end"] = (known["start"] + pd.DateOffset(months=BUSY_MONTHS)).clip(upper=end)
    known["start"] = known["start"].clip(lower=intake)
    known = known[known["end"] > known["start"]].sort_values(["span", "start"])
    # Instruments may overlap: time counts from where every earlier one of the client has ended.
    until = known.groupby("span")["end"].cummax()
    before = until.groupby(known["span"]).shift().fillna(known["start"])
    days = int((until - known["start"].clip(lower=before)).dt.days.clip(lower=0).sum())
    latest = np.searchsorted(
        _moment(known["span"], known["start"]), _moment(rows["span"], rows["date"]), side="right"
    )
    ends = np.append(until.to_numpy(), np.datetime64("NaT"))[latest - 1]
    same = np.append(known["span"], -1)[latest - 1] == rows["span"]
    inside = int((same & (rows["date"] < ends)).sum())
    total = int((spans["end"] - spans["intake"]).dt.days.sum())
    return Pace(days, inside), Pace(total - days, len(rows) - inside)


def _moment(span: pd.Series, dates: pd.Series) -> npt.NDArray[np.int64]:
    """Number days so that those of one span follow each other, and spans too."""
    return span.to_numpy() * 2**32 + dates.to_numpy(dtype="datetime64[D]").astype(np.int64)


def _by_month(rows: pd.DataFrame, spans: pd.DataFrame) -> tuple[Month, ...]:
    """Count contacts per month of the programme, of the clients who completed that month."""
    lengths = months(spans["intake"], spans["end"])
    inside = np.zeros(int(lengths.max(initial=0)) + 1, dtype=np.int64)
    # Calendar arithmetic takes ten times the memory of its days: some at a time.
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        part = rows.iloc[first : first + _ROWS_AT_ONCE]
        span = part["span"].to_numpy()
        month = np.floor(months(spans["intake"].take(span), part["date"])).astype(int)
        complete = np.floor(lengths[span]).astype(int)
        inside += np.bincount(month[month < complete], minlength=inside.size)
    found = []
    for place in range(int(lengths.max(initial=0))):
        found.append(Month(place + 1, int((lengths >= place + 1).sum()), int(inside[place])))
    return tuple(found)
