"""What ``study.toml`` declares of a study's programme: its course, outcomes and design."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from report45.study.people import Declared, Name, TableName


class Route(Declared):
    """What happened to a client of the experiment group, as figure and flow diagram show it.

    ``stage``: ``out`` never took part, ``ended`` took part and left early, ``done`` took part.
    ``says`` is the predicate prose uses; ``explanation`` stands below the figure.
    """

    name: Name
    label: str
    code: str
    stage: Literal["out", "ended", "done"]
    says: str
    explanation: str = ""


class Source(Declared):
    """Which rows of a table count for an outcome, and how sure that is.

    ``certain`` and ``possible`` are codes of ``column``. ``missing = "possible"`` makes a row
    without a code possible too; in the table ``outcomes``, where a client may lack the row as
    well, the outcome itself says what that means.
    """

    table: Literal["work_income", "benefit_endings", "outcomes"]
    column: str
    certain: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    missing: Literal["no", "possible"] = "no"

    @model_validator(mode="after")
    def _counts(self) -> Self:
        if both := sorted(set(self.certain) & set(self.possible)):
            raise ValueError(f"both certain and possible: {', '.join(both)}")
        if self.table == "outcomes" and "missing" in self.model_fields_set:
            raise ValueError("give `missing` to the outcome itself, not to its source in outcomes")
        if not self.certain and not self.possible and self.missing == "no":
            raise ValueError("counts nothing: give `certain` or `possible` codes")
        return self


class Outcome(Declared):
    """Something the programme should bring about.

    A share when ``experiment`` and ``control`` list sources; a mean when ``column`` names a
    number in the table ``outcomes``. ``says`` is the predicate prose uses. ``better`` says which
    direction is to be hoped for; without it no difference is called good or bad. ``primary`` makes
    it the outcome that headlines are about. ``missing`` says what is done with clients of whom a
    share is not known in the table ``outcomes``: left out, counted as not having it, or as who may
    have it. A mean is always over those whose number is known. ``digits`` are the decimals of a
    mean; without it they follow from its spread.
    """

    name: Name
    label: str
    says: str = ""
    experiment: tuple[Source, ...] = ()
    control: tuple[Source, ...] = ()
    column: str | None = None
    unit: str = ""
    note: str = ""
    better: Literal["higher", "lower"] | None = None
    primary: bool = False
    digits: int | None = Field(None, ge=0, le=6)
    missing: Literal["exclude", "no", "possible"] | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.column is None) == (not (self.experiment and self.control)):
            raise ValueError(
                "give either `column` (a number in outcomes) or sources for both "
                "`experiment` and `control`"
            )
        if self.column is None and self.digits is not None:
            raise ValueError("`digits` is for a mean; shares are printed in whole percentages")
        if self.column is not None and self.missing not in {None, "exclude"}:
            raise ValueError(
                "a number that is not known can only be left out of a mean: "
                '`missing = "exclude"`, or leave `missing` out'
            )
        sources = (*self.experiment, *self.control)
        if sources and self.missing and all(one.table != "outcomes" for one in sources):
            raise ValueError(
                "`missing` is about clients without a code in the table outcomes, "
                "and nothing is counted there"
            )
        if self.column is None and not self.says:
            raise ValueError("a share needs `says`, the predicate prose uses")
        return self


class Stratum(Declared):
    """Part of the experiment group with its own expected rate.

    It is who went the way of ``route``, or who took part (``took_part``: the stages ``ended`` and
    ``done``); without either, everyone who is in no other part.
    """

    name: Name
    label: str
    share: float = Field(gt=0, le=1)
    rate: float = Field(ge=0, le=1)
    route: Name | None = None
    took_part: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.route is not None and self.took_part:
            raise ValueError("give `route` or `took_part`, not both")
        return self


class Design(Declared):
    """What was assumed before the start; rates are shares (0.1167), not percentages.

    ``target_rate`` is what the programme's people were asked to reach, among the part that
    ``target_of`` names; without it, among the whole experiment group.
    """

    population: int = Field(gt=0)
    control_rate: float = Field(gt=0, lt=1)
    strata: tuple[Stratum, ...]
    alpha: float = Field(0.05, gt=0, lt=1)
    sides: Literal[1, 2] = 1
    power: float = Field(0.8, gt=0, lt=1)
    planned: int = Field(gt=1)
    target_rate: float | None = Field(None, gt=0, lt=1)
    target_of: Name | None = None
    outcome: Name

    @property
    def target_stratum(self) -> Stratum | None:
        """The part of the experiment group that the target is about; None for all of it."""
        return next((one for one in self.strata if one.name == self.target_of), None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        total = sum(stratum.share for stratum in self.strata)
        if abs(total - 1) > 1e-9:
            raise ValueError(f"the shares of the strata add up to {total:g}, not to 1")
        if self.target_of is not None and self.target_rate is None:
            raise ValueError("`target_of` says whom `target_rate` is about, and there is none")
        return self


class Instrument(Declared):
    """Something case managers can deploy."""

    name: Name
    label: str
    code: str
    maximum: float | None = None


class DeclaredCases(Declared):
    """The stories of individual clients: how many were promised."""

    promised: int = Field(gt=0)


class ContactPlan(Declared):
    """How often case managers planned to speak with a client.

    ``kinds`` are the codes of contacts that count; without them every contact does.
    """

    per_week: float = Field(gt=0)
    kinds: tuple[str, ...] = ()


class Particular(Declared):
    """A number that describes the programme and is in no table, for prose to quote.

    ``high`` makes it a range. ``unit`` is what is counted, in the plural, or a currency.
    """

    name: Name
    value: float
    high: float | None = None
    unit: str = ""


class AcceptedRemark(Declared):
    """A remark on the data that someone has looked at, and why it may stay.

    ``code``, ``table`` and ``column`` are what the remark ends in; without a column every remark of
    that code on the table is meant. The report's annex prints the reason.
    """

    code: str
    table: TableName | Literal["cases"]
    column: str = ""
    reason: str = Field(min_length=1)


class Statement(Declared):
    """A number stated in an earlier publication, to be checked against the facts.

    ``says`` is what it said; ``fact`` the path it should agree with; ``printed`` the printed
    number.
    """

    name: Name
    where: str
    says: str
    fact: str
    printed: str
