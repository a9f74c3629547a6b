"""What can go wrong, said so that a reader knows where to look and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

_HOME = Path(__file__).parent

_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"
    r"|\x1b[ -/]*[0-~]?"
)
"""Sequences that colour a terminal, move its cursor, name its window (ECMA-48)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Give text without what a terminal would obey instead of show.

    Parameters
    ----------
    text : str
        Whatever someone wrote; lines and tabs stay.
    """
    return _CONTROL.sub("", _ESCAPE.sub("", text))


def short(text: str, most: int = 1000) -> str:
    """Give text as a message may hold it: without control signs, and not for pages.

    Parameters
    ----------
    text : str
    most : int
        Characters that are kept; how many there were is told instead of the rest.
    """
    rest = len(text) - most
    return printable(text[:most]) + (f" ... ({rest} more characters)" if rest > 0 else "")


class Report45Error(Exception):
    """Base of every error meant for the user.

    Attributes
    ----------
    exit_code : int
        What the command line ends with: 2 for bad input, 1 for work that failed.
    """

    exit_code = 2

    def __reduce__(self) -> tuple[Any, ...]:
        """Come whole out of another process; an exception's own way calls it with its message."""
        return _again, (type(self), self.args, vars(self))


def _again(kind: type[Report45Error], args: tuple[Any, ...], state: dict[str, Any]) -> Any:
    error = kind.__new__(kind, *args)
    vars(error).update(state)
    return error


@dataclass(frozen=True)
class Place:
    """Where something is, as far as that is known.

    Parameters
    ----------
    file : str
        The file; or what is no file, as an option or a worker.
    cell : int or None
        Number of the cell as an editor sees the notebook: all are counted, from 1.
    text : str
        The study's text that is included there.
    sheet : str
        Of a workbook.
    rows : tuple of int
        As a spreadsheet shows them: the header is row 1.
    column : str
        As the file calls it.
    line : int or None
        In the text, cell or file, counted from 1.
    part : str
        What stands there by a name: a key, a display.
    count : int
        How many rows there are, where that is more than are named.
    """

    file: str = ""
    cell: int | None = None
    text: str = ""
    sheet: str = ""
    rows: tuple[int, ...] = ()
    column: str = ""
    line: int | None = None
    part: str = ""
    count: int = 0

    def __str__(self) -> str:
        return self.said()

    def written(self) -> dict[str, Any]:
        """Write what is known as JSON can hold it."""
        return {name: one for name, one in vars(self).items() if one}

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> Self:
        """Read back what :meth:`written` wrote."""
        return cls(**{**written, "rows": tuple(written.get("rows", ()))})

    def said(self, word: Callable[[str], str] = str) -> str:
        """Say where it is: ``clients.csv, row 12, column geslacht``.

        Parameters
        ----------
        word : callable
            Gives the word of another language for an English one.
        """
        within = (
            f"{word('sheet')} {self.sheet}" if self.sheet else "",
            f"{word('cell')} {self.cell}" if self.cell else "",
            self.text,
            self._rows(word),
            f"{word('column')} {self.column}" if self.column else "",
            f"{word('line')} {self.line}" if self.line else "",
            self.part,
        )
        return ", ".join(one for one in (self.shown_file, *within) if one)

    @property
    def shown_file(self) -> str:
        """The file as seen from the folder one works in, if it lies in it."""
        path = Path(self.file)
        inside = path.is_absolute() and path.is_relative_to(here := Path.cwd())
        return str(path.relative_to(here)) if inside else self.file

    def _rows(self, word: Callable[[str], str]) -> str:
        shown = [str(row) for row in self.rows[:_ROWS_SHOWN]]
        rest = max(self.count, len(self.rows)) - len(shown)
        if not rest and len(shown) < 2:
            return f"{word('row')} {shown[0]}" if shown else ""
        more = f"{rest:,}".replace(",", word(","))
        last = word("and # more").replace("#", more) if rest else f"{word('and')} {shown.pop()}"
        return f"{word('rows')} {', '.join(shown)} {last}"


_ROWS_SHOWN = 5


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in the input.

    Parameters
    ----------
    place : Place
        Where.
    code : str
        What kind of fault it is; never changed, for tools and people count and accept by it.
    problem : str
        What is wrong, without any value that could identify a person.
    remedy : str
        What was expected, or what to do.
    """

    place: Place
    code: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        return self.worded(str(self.place), self.problem, self.remedy)

    def worded(self, place: str, problem: str, remedy: str) -> str:
        """Put it in a line, in whatever language the words are."""
        return f"{place}: {problem} {remedy}".rstrip()


class UnexpectedError(Report45Error):
    """Another error than ours, told without its words: these may hold a value of a person.

    Parameters
    ----------
    told : str
        Kind and place of the error.
    detail : str
        The traceback, for ``--debug`` only.
    """

    exit_code = 1

    def __init__(self, told: str, detail: str) -> None:
        self.told, self.detail = told, detail
        super().__init__(f"report45 failed: {told}; run with --debug for the traceback")

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """Tell of an error that nobody foresaw."""
        import traceback  # seldom needed, and slow to import

        frames = traceback.extract_tb(error.__traceback__)
        ours = [one for one in frames if Path(one.filename).is_relative_to(_HOME)]
        told = type(error).__name__
        if isinstance(error, ImportError) and error.name:
            told += f" of {error.name}"
        if ours:
            path = Path(ours[-1].filename).relative_to(_HOME.parent)
            told += f" at {path.as_posix()}, line {ours[-1].lineno}"
        return cls(told, "".join(traceback.format_exception(error)))


def own_words(error: Exception) -> str:
    """Say what went wrong, in no words but ours and the system's."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'file system'}: {error.strerror}"
    return str(error if isinstance(error, Report45Error) else UnexpectedError.of(error))


class InputError(Report45Error):
    """The study folder, its configuration or its tables are not as declared.

    Parameters
    ----------
    faults : iterable of Fault
        All faults found, never only the first.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NarrativeError(InputError):
    """Prose quotes something that does not exist, or cannot be read as a template."""


class ChapterError(Report45Error):
    """A chapter failed while it was executed.

    Parameters
    ----------
    study, chapter : str
        Names of the study and of the chapter.
    cell : int
        Number of the cell in the notebook, counted from 1, prose included.
    source : str
        The cell's line that failed.
    error : str
        Kind and message of the error.
    detail : str
        The traceback, for ``--debug`` only.
    """

    exit_code = 1

    def __init__(
        self, study: str, chapter: str, cell: int, source: str, error: str, detail: str = ""
    ) -> None:
        self.study, self.chapter, self.cell = study, chapter, cell
        self.source, self.error, self.detail = short(source, 200), short(error), printable(detail)
        told = f"study {study}, chapter {chapter}, cell {cell}\n    {self.source}\n  {self.error}"
        super().__init__(told)


class ChaptersError(Report45Error):
    """Chapters of one study failed.

    Parameters
    ----------
    errors : iterable of ChapterError
        One for each chapter.
    """

    exit_code = 1

    def __init__(self, errors: Iterable[ChapterError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n\n".join(str(error) for error in self.errors))
