"""Arguments become function calls, nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from report45.errors import ChapterError, Fault, InputError, Report45Error

if TYPE_CHECKING:
    from report45.publishing.build import Report

FORMATS = ("html", "pdf", "docx", "txt")

app = typer.Typer(
    help="Build interim reports on programme evaluations from a study folder.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StudyName = Annotated[str, typer.Argument(help="A study: a name under data/, or a folder.")]
Out = Annotated[Path, typer.Option(help="Where builds are written.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


@app.command()
def build(
    studies: Annotated[list[str], typer.Argument(help="Studies: names under data/, or folders.")],
    to: Annotated[
        str | None, typer.Option(help="Formats, separated by commas; all by default.")
    ] = None,
    out: Out = Path("build"),
    jobs: Annotated[int, typer.Option(min=1, help="Chapters executed at a time.")] = 2,
    force: Annotated[bool, typer.Option("--force", help="Execute every chapter anew.")] = False,
    debug: Debug = False,
) -> None:
    """Execute the chapters and write the publications."""
    with _told(debug):
        from report45.publishing.build import build as build_study
        from report45.study.load import find

        formats = None if to is None else _formats(to)
        for folder in _distinct([find(study) for study in studies]):
            with _progress(folder.resolve().name) as report:
                built = build_study(folder, out, formats, jobs=jobs, report=report, force=force)
            print(
                f"{built.study}: {len(built.executed)} chapters executed, "
                f"{len(built.reused)} unchanged"
            )
            for chapter in built.left_out:
                print(f"{built.study}: chapter {chapter.name} left out: no table for it")
            for path in built.files:
                if path.parent.name == built.study:
                    print(path)


@app.command()
def facts(
    study: StudyName,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    grep: Annotated[str, typer.Option(help="Only facts whose path or text holds this.")] = "",
    out: Out = Path("build"),
    debug: Debug = False,
) -> None:
    """List every fact prose may quote: path, kind, value, base and printed text."""
    with _told(debug):
        from report45.publishing.build import current_facts
        from report45.publishing.facts import print_facts
        from report45.study.load import find

        folder = find(study)
        with _progress(folder.resolve().name) as report:
            found = current_facts(folder, out, report)
        print_facts(found, grep, as_json=json)


@app.command()
def check(
    study: StudyName,
    form: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
    debug: Debug = False,
) -> None:
    """Check a study's data, configuration and prose; execute nothing."""
    with _told(debug):
        from report45.analysis.catalogue import catalogue
        from report45.checking.check import check_prose
        from report45.checking.findings import WRITERS
        from report45.study.load import find, load

        if form not in WRITERS:
            remedy = f"Known: {', '.join(WRITERS)}."
            raise InputError([Fault("--format", f"{form} is no format.", remedy)])
        loaded = load(find(study))
        found = check_prose(loaded, catalogue(loaded), Path("notebooks"))
        rows = ", ".join(f"{name} {len(frame)}" for name, frame in loaded.tables.items())
        sound = f"data and configuration are sound; rows: {rows}"
        if written := WRITERS[form](found, loaded.name, sound):
            print(written)
        if any(one.severity == "error" for one in found):
            raise typer.Exit(1)


def main() -> None:
    """Run the command line."""
    app()


def _distinct(folders: list[Path]) -> list[Path]:
    """Refuse two folders of one name: their builds would overwrite each other."""
    names = [folder.resolve().name for folder in folders]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        raise InputError(
            Fault(name, "two studies have this name.", "Build one at a time, with another --out.")
            for name in doubles
        )
    return folders


def _formats(to: str) -> list[str]:
    formats = list(dict.fromkeys(one.strip() for one in to.split(",") if one.strip()))
    unknown = [one for one in formats if one not in FORMATS]
    if unknown or not formats:
        problem = f"{', '.join(unknown) or 'nothing'} is no format."
        raise InputError([Fault("--to", problem, f"Known: {', '.join(FORMATS)}.")])
    return formats


@contextmanager
def _told(debug: bool) -> Iterator[None]:
    """Turn what goes wrong into a message and an exit code."""
    try:
        yield
        sys.stdout.flush()  # a closed pipe shows here, not when Python ends
    except KeyboardInterrupt:
        print("\nStopped; what was built before is untouched.", file=sys.stderr)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # what is still buffered has nowhere to go: Python would complain of it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except (Report45Error, OSError) as error:
        if debug:
            print(_trace(error), file=sys.stderr)
        print(_message(error), file=sys.stderr)
        raise typer.Exit(getattr(error, "exit_code", 1)) from None


def _trace(error: Exception) -> str:
    """Where it went wrong: in the chapter when a chapter failed, else in report45."""
    import traceback

    detail = error.detail if isinstance(error, ChapterError) else ""
    return detail or "".join(traceback.format_exception(error))


def _message(error: Exception) -> str:
    if isinstance(error, InputError) and len(error.faults) > 1:
        return "\n".join([f"{len(error.faults)} faults:", *(f"  {one}" for one in error.faults)])
    if isinstance(error, OSError):
        return f"{error.filename or 'file system'}: {error.strerror or error}"
    return str(error)


@contextmanager
def _progress(study: str) -> Iterator[Report]:
    """Show a bar on a terminal, and plain lines anywhere else."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: print(
            f"{study}: {what} ({done}/{total})", file=sys.stderr, flush=True
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
        task = bar.add_task("starting", study=study, total=None)
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total
        )
