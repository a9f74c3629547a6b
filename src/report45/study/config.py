"""What a study is, as ``study.toml`` declares it. Every default lives here."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
"""A part of a fact path: lower case letters, digits and underscores."""

Group = Literal["experiment", "control"]
GROUPS: tuple[Group, ...] = ("experiment", "control")


TableName = Literal[
    "clients",
    "trajectories",
    "benefit_endings",
    "activities",
    "work_income",
    "instruments",
    "contacts",
    "outcomes",
    "quotes",
    "pillars",
]


class Declared(BaseModel):
    """Base of all declarations: frozen, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Terms(Declared):
    """How this study names its people and groups, in Dutch."""

    person: str = "klant"
    persons: str = "klanten"
    programme: str = "de aanpak"
    experiment: str = "experimentgroep"
    control: str = "controlegroep"


class Dates(Declared):
    """Days the study turns on. Ages and durations are measured at one of them by name."""

    selection: dt.date | None = None
    start: dt.date
    extension: dt.date | None = None
    end: dt.date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        known = [
            (name, day)
            for name in ("selection", "start", "extension", "end")
            if (day := getattr(self, name)) is not None
        ]
        for (early, first), (late, second) in itertools.pairwise(known):
            if first > second:
                raise ValueError(f"{early} ({first}) lies after {late} ({second})")
        return self


class Table(Declared):
    """One delivered file: where it is and how it is written.

    ``columns`` maps our column names to theirs; a column not listed has the same name in both.
    ``codes`` maps, per column of ours, their codes to ours.
    """

    file: str
    separator: str = ";"
    decimal: Literal[",", "."] = ","
    encoding: str = "utf-8-sig"
    date_format: str = "%d-%m-%Y"
    skip_rows: int = Field(0, ge=0)
    sheet: str | None = None
    columns: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}


class Category(Declared):
    """One value a characteristic may have.

    ``code`` is the value in the (renamed) data; numeric characteristics use ``below`` instead:
    a class holds every value from the previous class's bound up to, not including, ``below``.
    ``says`` is the predicate prose uses: "is vrouw", "is 50 jaar of jonger".
    """

    name: Name
    label: str
    says: str
    code: str | None = None
    below: float | None = None


class Combination(Declared):
    """Categories that prose takes together: single people with and without children."""

    name: Name
    label: str
    says: str
    of: tuple[Name, ...]


class Characteristic(Declared):
    """One property by which the groups are compared.

    ``kind``: ``categories`` (codes), ``number`` (as it stands in the column), ``age`` (whole
    years from a birth date) or ``duration`` (years from a start date), the last two measured
    at the day of ``dates`` named by ``at``. Numeric kinds with categories are shown in classes,
    without them as a mean. ``heading`` names the category or combination whose share makes the
    heading; ``mean`` stands for the mean. ``mean_says`` is the noun phrase for the mean: "de
    gemiddelde leeftijd". ``table = false`` states the facts without a table of their own.
    """

    name: Name
    label: str
    title: str
    column: str
    kind: Literal["categories", "number", "age", "duration"] = "categories"
    at: Literal["selection", "start", "extension", "end"] = "start"
    unit: str = ""
    digits: int = Field(0, ge=0, le=6)
    mean_says: str = ""
    table: bool = True
    categories: tuple[Category, ...] = ()
    combinations: tuple[Combination, ...] = ()
    heading: Name | None = None
    note: str = ""

    @property
    def numeric(self) -> bool:
        """True when the characteristic has a mean."""
        return self.kind != "categories"

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        names = [part.name for part in self.categories]
        names += [part.name for part in self.combinations]
        if doubles := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"names used twice: {', '.join(sorted(doubles))}")
        if reserved := {"toets", "gemiddelde", "kop", "grootste"} & set(names):
            raise ValueError(f"reserved names used for a category: {', '.join(sorted(reserved))}")
        if self.kind == "categories":
            if len(self.categories) < 2:
                raise ValueError('kind = "categories" needs at least two categories')
            if any(category.code is None for category in self.categories):
                raise ValueError("every category needs a code")
        elif self.categories:
            bounds = [category.below for category in self.categories]
            inner = [bound for bound in bounds[:-1] if bound is not None]
            if len(inner) != len(bounds) - 1 or bounds[-1] is not None:
                raise ValueError("every class but the last needs `below`")
            if inner != sorted(set(inner)):
                raise ValueError("the bounds `below` must rise")
        for combination in self.combinations:
            if missing := set(combination.of) - {category.name for category in self.categories}:
                raise ValueError(
                    f"{combination.name} combines unknown {', '.join(sorted(missing))}"
                )
        if self.heading is not None and self.heading not in {*names, "mean"}:
            raise ValueError(f"heading names {self.heading}, which is neither a category nor mean")
        return self


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
    without a code possible too.
    """

    table: Literal["work_income", "benefit_endings", "outcomes"]
    column: str
    certain: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    missing: Literal["no", "possible"] = "no"


class Outcome(Declared):
    """Something the programme should bring about.

    A share when ``experiment`` and ``control`` list sources; a mean when ``column`` names a
    number in the table ``outcomes``. ``says`` is the predicate prose uses.
    """

    name: Name
    label: str
    says: str = ""
    experiment: tuple[Source, ...] = ()
    control: tuple[Source, ...] = ()
    column: str | None = None
    unit: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.column is None) == (not (self.experiment and self.control)):
            raise ValueError(
                "give either `column` (a number in outcomes) or sources for both "
                "`experiment` and `control`"
            )
        if self.column is None and not self.says:
            raise ValueError("a share needs `says`, the predicate prose uses")
        return self


class Stratum(Declared):
    """Part of the experiment group with its own expected rate."""

    name: Name
    label: str
    share: float = Field(gt=0, le=1)
    rate: float = Field(ge=0, le=1)
    route: Name | None = None


class Design(Declared):
    """What was assumed before the start; rates are shares (0.1167), not percentages."""

    population: int = Field(gt=0)
    control_rate: float = Field(gt=0, lt=1)
    strata: tuple[Stratum, ...]
    alpha: float = Field(0.05, gt=0, lt=1)
    sides: Literal[1, 2] = 1
    power: float = Field(0.8, gt=0, lt=1)
    planned: int = Field(gt=1)
    target_rate: float | None = Field(None, gt=0, lt=1)
    outcome: Name

    @model_validator(mode="after")
    def _whole(self) -> Self:
        total = sum(stratum.share for stratum in self.strata)
        if abs(total - 1) > 1e-9:
            raise ValueError(f"the shares of the strata add up to {total:g}, not to 1")
        return self


class Criterion(Declared):
    """One condition for being selected, as a bound on a column of the clients table.

    ``kind = "age"`` and ``"duration"`` measure years at ``at``; ``codes`` lists what is allowed;
    ``empty`` demands that the column holds nothing.
    """

    name: Name
    label: str
    column: str
    kind: Literal["age", "duration", "codes", "empty"]
    at: Literal["selection", "start", "extension", "end"] = "selection"
    at_least: float | None = None
    above: float | None = None
    below: float | None = None
    codes: tuple[str, ...] = ()


class Allocation(Declared):
    """How clients were divided: ``random`` or by the parity of the BSN's last digit."""

    method: Literal["random", "last_digit"] = "random"


class Instrument(Declared):
    """Something case managers can deploy."""

    name: Name
    label: str
    code: str
    maximum: float | None = None


class Cases(Declared):
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


class StudyConfig(Declared):
    """A whole study. The folder's name is the study's name."""

    title: str
    subtitle: str = ""
    author: str
    commissioner: str
    source: str = ""
    date: dt.date
    version: str = "1.0"
    base: Literal["all", "registered"] = "all"
    identifier: Literal["pseudonym", "bsn"] = "pseudonym"
    currency: str = "euro"
    publications: tuple[str, ...] = ("deelrapport",)
    terms: Terms = Terms()
    dates: Dates
    allocation: Allocation = Allocation()
    tables: dict[TableName, Table]
    design: Design | None = None
    criteria: tuple[Criterion, ...] = ()
    characteristics: tuple[Characteristic, ...]
    unregistered: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    steps: tuple[Name, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    contact_plan: ContactPlan | None = None
    cases: Cases | None = None
    particulars: tuple[Particular, ...] = ()
    statements: tuple[Statement, ...] = ()
