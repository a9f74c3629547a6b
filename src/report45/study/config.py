"""What a study is, as ``study.toml`` declares it. Every default lives with its declaration."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from report45.study.people import (
    Characteristic,
    Criterion,
    Dates,
    Declared,
    DeclaredAllocation,
    Name,
    Table,
    TableName,
    Terms,
)
from report45.study.programme import (
    AcceptedRemark,
    ContactPlan,
    DeclaredCases,
    Design,
    Instrument,
    Outcome,
    Particular,
    Route,
    Statement,
)

PublicationName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$")]
"""The name of a folder in ``report_templates``, and never a path: templates are code."""


Sign = Annotated[str, StringConstraints(min_length=1, max_length=1)]
Words = Annotated[str, StringConstraints(pattern=r"^[\p{L}\p{N}(][\p{L}\p{N} (),.-]*$")]
"""Nothing that means something else in the source of a PDF."""


class StudyConfig(Declared):
    """A whole study. The folder's name is the study's name.

    ``benefit_start`` names the column of clients with the day on which what ends
    (``terms.benefit``) began. A duration may be of anything, so none is taken for it unasked.
    """

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
    publications: tuple[PublicationName, ...] = ("deelrapport",)
    terms: Terms = Terms()
    stand_ins: dict[Sign, Words] = Field({})
    dates: Dates
    allocation: DeclaredAllocation | None = None
    tables: dict[TableName, Table]
    design: Design | None = None
    criteria: tuple[Criterion, ...] = ()
    characteristics: tuple[Characteristic, ...]
    benefit_start: str = ""
    routes: tuple[Route, ...] = ()
    steps: tuple[Name, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    contact_plan: ContactPlan | None = None
    cases: DeclaredCases | None = None
    particulars: tuple[Particular, ...] = ()
    statements: tuple[Statement, ...] = ()
    accepted: tuple[AcceptedRemark, ...] = ()

    def provides(self, *, cases: bool) -> frozenset[str]:
        """Give what a chapter may require of a study.

        Parameters
        ----------
        cases : bool
            Whether there are stories.

        Returns
        -------
        frozenset of str
            The names of its tables; ``cases``; ``results``, when outcomes or routes are declared.
        """
        found = {*map(str, self.tables)}
        if cases:
            found.add("cases")
        if self.outcomes or self.routes:
            found.add("results")
        return frozenset(found)

    @property
    def by_digit(self) -> bool:
        """Whether the last digit of the identity number decides the group."""
        return self.allocation is not None and self.allocation.method == "last_digit"
