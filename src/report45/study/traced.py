"""Which tables of a study are read, so that a change in another one leaves what was made alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, overload

from report45.study.cases import CaseStory

if TYPE_CHECKING:
    import pandas as pd

    from report45.study.load import Study

CASES = "cases"


def trace(study: Study) -> tuple[Study, set[str]]:
    """Give the same study, watched.

    Parameters
    ----------
    study : Study

    Returns
    -------
    Study
        Its tables and stories are those of ``study``.
    set of str
        Names of the tables read so far, ``cases`` for the stories; it grows as they are read.
        Asking whether a table is there does not read it: the configuration says so.
    """
    read: set[str] = set()
    tables, cases = _Tables(study.tables, read), _Cases(study.cases, read)
    return replace(study, tables=tables, cases=cases), read


class _Tables(Mapping[str, "pd.DataFrame"]):
    def __init__(self, tables: Mapping[str, pd.DataFrame], read: set[str]) -> None:
        self._tables, self._read = tables, read

    def __getitem__(self, name: str) -> pd.DataFrame:
        found = self._tables[name]
        self._read.add(name)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


class _Cases(Sequence[CaseStory]):
    def __init__(self, cases: Sequence[CaseStory], read: set[str]) -> None:
        self._cases, self._read = cases, read

    @overload
    def __getitem__(self, place: int) -> CaseStory: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CaseStory]: ...
    def __getitem__(self, place: int | slice) -> CaseStory | Sequence[CaseStory]:
        self._read.add(CASES)
        return self._cases[place]

    def __len__(self) -> int:
        self._read.add(CASES)
        return len(self._cases)
