"""What ``study.toml`` declares of a study's people: their files, groups and characteristics."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from report45.study.alike import tidy

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

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Terms(Declared):
    """How this study names its people, its groups and what it is about, in Dutch.

    ``professional`` guides a person, ``benefit`` is what may end (the table ``benefit_endings``),
    ``goal`` what should come in its place. Undeclared they claim nothing about the study.

    ``programme`` is written with its article. The names of the groups take "de", as every word in
    -groep does; ``benefit`` takes ``benefit_article``. No sentence puts an article that depends on
    the word before ``person``, ``professional`` or ``goal``.
    """

    person: str = "klant"
    persons: str = "klanten"
    programme: str = "de aanpak"
    experiment: str = "experimentgroep"
    control: str = "controlegroep"
    professional: str = "begeleider"
    professionals: str = "begeleiders"
    benefit: str = "ondersteuning"
    benefit_article: Literal["de", "het"] = "de"
    goal: str = "resultaat"

    @field_validator(
        "person",
        "persons",
        "experiment",
        "control",
        "professional",
        "professionals",
        "benefit",
        "goal",
    )
    @classmethod
    def _bare(cls, term: str) -> str:
        if term.partition(" ")[0].lower() in {"de", "het", "een"}:
            raise ValueError(
                "give this term without its article; only `programme` is written with one"
            )
        return term


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
    ``codes`` maps, per column of ours, their codes to ours; ``unknown`` lists, per column of ours,
    the numbers and texts that stand for unknown: 999, -9, "n.v.t.". ``hidden`` says whether rows
    that Excel hides are read.
    """

    file: str = Field(min_length=1)
    separator: str = Field(";", min_length=1, max_length=1)
    decimal: Literal[",", "."] = ","
    encoding: str = "utf-8-sig"
    date_format: str = "%d-%m-%Y"
    skip_rows: int = Field(0, ge=0)
    sheet: str | None = None
    columns: dict[str, str] = {}
    codes: dict[str, dict[str, str]] = {}
    unknown: dict[str, tuple[str | int | float, ...]] = {}
    hidden: Literal["read", "skip"] = "read"

    @field_validator("columns")
    @classmethod
    def _tidy_names(cls, columns: dict[str, str]) -> dict[str, str]:
        return {ours: tidy(theirs) for ours, theirs in columns.items()}

    @field_validator("codes")
    @classmethod
    def _tidy_codes(cls, codes: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        return {
            column: {tidy(theirs): tidy(ours) for theirs, ours in one.items()}
            for column, one in codes.items()
        }

    @field_validator("separator")
    @classmethod
    def _splits(cls, mark: str) -> str:
        if mark.isalnum() or mark in '" \r\n':
            raise ValueError("this cannot separate cells")
        return mark

    @field_validator("encoding")
    @classmethod
    def _text_encoding(cls, encoding: str) -> str:
        try:
            "".encode(encoding)
        except LookupError:
            raise ValueError('unknown encoding; use "utf-8", "cp1252" or "utf-16"') from None
        return encoding

    @field_validator("date_format")
    @classmethod
    def _whole_day(cls, form: str) -> str:
        if "%y" in form:
            raise ValueError(
                "two digits do not say which century a year is in: export years of four digits, "
                "and write %Y"
            )
        if not all(re.search(part, form) for part in ("%d", "%[mbB]", "%Y")):
            raise ValueError("a date needs a day, a month and a year, as in %d-%m-%Y")
        return form


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

    @model_validator(mode="after")
    def _has_bound(self) -> Self:
        bounds = (self.at_least, self.above, self.below)
        bounded = any(bound is not None for bound in bounds)
        if bounded != (self.kind in {"age", "duration"}):
            raise ValueError('"age" and "duration" need a bound, other kinds have none')
        if bool(self.codes) != (self.kind == "codes"):
            raise ValueError('`codes` goes with kind = "codes", and is needed there')
        return self


class DeclaredAllocation(Declared):
    """How clients were divided over the groups.

    ``random``: everyone by lot · ``last_digit``: by the parity of the BSN's last digit, even for
    the experiment group · ``stratified``: by lot within strata, ``blocks``: by lot in blocks of a
    fixed size, each with one ratio between the groups throughout, so that the groups may be
    compared as a whole; the intervals leave the strata out and are wide rather than narrow
    (Kahan & Morris 2012, Stat Med 31:328-340) · ``waiting_list``: whoever came too late is the
    control group · ``none``: not by chance · ``cluster``: whole teams, districts or periods by
    lot, which is refused. A ratio that differs between strata is ``none``.
    """

    method: Literal[
        "random", "last_digit", "stratified", "blocks", "cluster", "waiting_list", "none"
    ]


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
