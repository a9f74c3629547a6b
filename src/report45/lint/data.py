"""What was seen in a study's data, as findings beside those in its prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report45.inspection.remarks import Looked, Remark
from report45.lint.findings import Finding, Severity
from report45.study.load import Study
from report45.wording.notices import AS_IT_IS, notice
from report45.wording.remarks import Remarked


@dataclass(frozen=True)
class DataFinding(Finding):
    """Something in the data that a person should look at.

    Its line is that of the first row.

    Parameters
    ----------
    table, column : str
        Where, under our names: what ``[[accepted]]`` in ``study.toml`` names it by.
    rows : tuple of int
        The first rows, as a spreadsheet shows them.
    count : int
        How many rows.
    place : str
        All of that in words.
    """

    table: str = ""
    column: str = ""
    rows: tuple[int, ...] = ()
    count: int = 0
    place: str = ""

    @property
    def tag(self) -> str:
        """What ``[[accepted]]`` in ``study.toml`` names it by."""
        return " ".join([self.code, ".".join(part for part in (self.table, self.column) if part)])

    @property
    def within(self) -> str:
        """Rows and column: a line of a file of rows says less."""
        return f", {self.place}"

    @property
    def where(self) -> str:
        """Its place."""
        return self.place


def data_findings(study: Study, seen: Looked, lang: str = "nl") -> Iterator[Finding]:
    """Put what was seen in words.

    Parameters
    ----------
    study : Study
    seen : Looked
        What was seen in its data.
    lang : str
        ``nl`` or ``en``.

    Yields
    ------
    Finding
        Warnings, table by table; what is accepted comes last, as such.
    """
    said = Remarked(study.config.terms, lang)
    every: list[tuple[Remark, Severity]] = [(one, "warning") for one in seen.open]
    every += [(one, "accepted") for one, _ in seen.accepted]
    for one, severity in every:
        yield DataFinding(
            file=study.folder / one.file,
            cell=None,
            line=one.rows[0] if one.rows else 1,
            severity=severity,
            code=one.code,
            said=notice(AS_IT_IS, tekst=said.words(one)),
            table=one.table,
            column=one.column,
            rows=one.rows,
            count=one.count,
            place=said.place(one),
        )
