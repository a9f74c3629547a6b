"""What a person at a terminal, or the log of a CI job, gets to see of work and of errors."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

import typer

from report45.errors import ChaptersError, Fault, InputError, own_words

Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


class _Outlet(io.FileIO):
    """A standard stream that takes no offence when its reader goes: the work goes on."""

    _gone = False

    def write(self, data: Any) -> int:
        """Write, or pass over what nobody can read any more."""
        size = memoryview(data).nbytes
        if self._gone:
            return size
        try:
            return super().write(data)
        except OSError as error:
            self._gone = True  # what is still buffered would fail once more when Python ends
            if isinstance(error, BrokenPipeError) or self.fileno() == _STDERR:
                return size
            error.filename = "standard output"
            raise


_STDERR = 2


def open_streams() -> None:
    """Let every command print to any stream, in any encoding, also a closed one."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # closed: what is opened next would get its number
            os.open(os.devnull, os.O_RDWR)
    sys.stdout, sys.stderr = _stream(1, sys.stdout), _stream(_STDERR, sys.stderr)


def _stream(number: int, old: TextIO | None) -> TextIO:
    return io.TextIOWrapper(
        io.BufferedWriter(_Outlet(number, "wb", closefd=False)),
        encoding=old.encoding if old else "utf-8",
        errors="replace",
        line_buffering=number == _STDERR or os.isatty(number),
    )


@contextmanager
def told(debug: bool, language: str = "") -> Iterator[None]:
    """Turn what goes wrong into a message and an exit code.

    Parameters
    ----------
    debug : bool
        Show the traceback too.
    language : str
        In which an editor is told what is wrong with prose; the first of them by default.
    """
    try:
        yield
        sys.stdout.flush()  # a full disk shows here, not when Python ends
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if debug:
            print(trace(error), file=sys.stderr)
        print(message(error, language), file=sys.stderr)
        raise typer.Exit(getattr(error, "exit_code", 1)) from None


def trace(error: Exception) -> str:
    """Where it went wrong: in the chapter when a chapter failed, else in report45."""
    import traceback

    errors = error.errors if isinstance(error, ChaptersError) else [error]
    detail = "\n".join(getattr(one, "detail", "") for one in errors)
    return detail.strip() or "".join(traceback.format_exception(error))


def message(error: Exception, language: str = "") -> str:
    """Say what went wrong, all faults at once; what is wrong with prose in an editor's language."""
    if isinstance(error, InputError):
        said = [_said(one, language) for one in error.faults]
        if len(said) == 1:
            return said[0]
        return "\n".join([f"{len(said)} faults:", *(f"  {one}" for one in said)])
    return own_words(error)


def _said(one: Fault, language: str) -> str:
    from report45.wording.telling import LANGUAGES, telling

    return telling(language if language in LANGUAGES else LANGUAGES[0]).fault(one)


@contextmanager
def progress(total: int = 1) -> Iterator[Callable[[str], Report]]:
    """Show a table of what is under way on a terminal, and plain lines anywhere else.

    Parameters
    ----------
    total : int
        How many studies there are.

    Yields
    ------
    callable
        Gives, by name of a study, what to tell about its progress.
    """
    if not sys.stderr.isatty():
        yield (
            lambda study: (
                lambda what, done, steps: print(
                    f"{study}: {what} ({done}/{steps})", file=sys.stderr, flush=True
                )
            )
        )
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.fields[study]}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        whole = bar.add_task("", study="studies", total=total, visible=total > 1)

        def of(study: str) -> Report:
            task = bar.add_task("starting", study=study, total=None, start=False, visible=False)

            def tell(what: str, done: int, steps: int) -> None:
                bar.start_task(task)
                ended = done == steps
                shown = not (ended and total > 1)
                bar.update(task, description=what, completed=done, total=steps, visible=shown)
                bar.advance(whole, ended)

            return tell

        yield of
