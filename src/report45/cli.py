"""Arguments become function calls, nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from report45.errors import Fault, InputError, Place
from report45.terminal import message, open_streams, progress, told, trace

if TYPE_CHECKING:
    from report45.execution.pool import Pool
    from report45.execution.run import Limits

app = typer.Typer(
    help="Build interim reports on programme evaluations from a study folder.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

StudyName = Annotated[str, typer.Argument(help="A study: a name under data/, or a folder.")]
Out = Annotated[Path, typer.Option(help="Where builds are written.")]
Language = Annotated[
    str, typer.Option("--lang", metavar="nl|en", help="What is found is told in nl or en.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


@app.command()
def build(
    studies: Annotated[list[str], typer.Argument(help="Studies: names under data/, or folders.")],
    to: Annotated[
        str | None, typer.Option(help="Formats, separated by commas; all by default.")
    ] = None,
    out: Out = Path("build"),
    jobs: Annotated[
        int, typer.Option(min=0, help="Chapters executed at a time; 0 for one per core.")
    ] = 0,
    timeout: Annotated[
        int, typer.Option(min=0, help="Seconds a cell may take; 0: no limit.")
    ] = 600,
    memory: Annotated[
        float, typer.Option(min=0, help="Gigabytes a chapter may take; 0: no limit.")
    ] = 4,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="tcp://HOST:PORT",
            help="Execute chapters on this Dask cluster, as many at a time as its workers have "
            "threads; --jobs is then how many studies are read and published here.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Execute every chapter anew.")] = False,
    language: Language = "nl",
    debug: Debug = False,
) -> None:
    """Execute the chapters and write the publications."""
    with told(debug, language):
        from report45.builds.batch import build_all
        from report45.builds.summary import failures, lines, write_summary
        from report45.execution.pool import Limits
        from report45.study.find import find

        _known(language)
        formats = None if to is None else _formats(to)
        folders = _distinct(_each(find, studies))
        with (
            _pool(scheduler, jobs or _jobs(), Limits(timeout, memory)) as pool,
            progress(len(folders)) as show,
        ):
            outcomes = build_all(
                folders,
                out,
                formats,
                pool=pool,
                show=show,
                tell=lambda remarks: _print_lines(remarks[language]),
                force=force,
            )
        write_summary(outcomes, out)
        if told_of := lines(outcomes, language):
            print("\n".join(told_of), flush=True)
        if len(outcomes) == 1 and (error := outcomes[0].error):
            raise error
        if failed := failures(outcomes, language):
            traces = [trace(one.error) for one in outcomes if one.error] if debug else []
            print(*traces, failed, sep="\n", file=sys.stderr)
            raise typer.Exit(1)


@app.command()
def why(
    study: StudyName,
    chapter: Annotated[str, typer.Argument(help="One chapter; all by default.")] = "",
    out: Out = Path("build"),
    debug: Debug = False,
) -> None:
    """Say what a build would execute and render again, and why."""
    with told(debug):
        from report45.builds.why import why as reasons
        from report45.study.find import find

        for line in reasons(find(study), out, Path("notebooks"), chapter):
            print(line)


@app.command()
def facts(
    study: StudyName,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    grep: Annotated[str, typer.Option(help="Only facts whose path or text holds this.")] = "",
    out: Out = Path("build"),
    debug: Debug = False,
) -> None:
    """List every fact prose may quote: path, kind, value, base and printed text."""
    with told(debug):
        from report45.builds.build import current_facts
        from report45.builds.facts_file import print_facts
        from report45.study.find import find

        folder = find(study)
        with progress() as show:
            found = current_facts(folder, out, show(folder.resolve().name))
        print_facts(found, grep, as_json=json)


@app.command()
def check(
    study: StudyName,
    form: Annotated[
        str, typer.Option("--format", help="text, json, github, gitlab or junit.")
    ] = "text",
    language: Language = "nl",
    debug: Debug = False,
) -> None:
    """Check a study's data, configuration and prose; execute nothing."""
    with told(debug, language):
        from report45.chapters.outline import outline
        from report45.inspection.accepted import looked
        from report45.lint.check import check_prose
        from report45.lint.data import data_findings
        from report45.lint.formats import WRITERS, located
        from report45.study.find import find
        from report45.study.load import load
        from report45.wording.notices import notice
        from report45.wording.telling import telling

        if form not in WRITERS:
            problem, remedy = f"{form} is no format.", f"Known: {', '.join(WRITERS)}."
            raise InputError([Fault(Place("--format"), "unknown-format", problem, remedy)])
        _known(language)
        folder, notebooks, words = find(study), Path("notebooks"), telling(language)
        try:
            loaded = load(folder)
            found = [*data_findings(loaded, looked(loaded), language)]
            found += check_prose(loaded, outline(loaded), notebooks)
        except InputError as error:
            if form == "text":
                raise
            print(WRITERS[form](located(error.faults, folder, notebooks), words, study, ""))
            raise typer.Exit(error.exit_code) from None
        rows = ", ".join(f"{name} {len(frame)}" for name, frame in loaded.tables.items())
        sound, _ = words.say(notice("gegevens-in-orde", rijen=rows))
        if written := WRITERS[form](found, words, loaded.name, sound):
            print(written)
        if any(one.severity == "error" for one in found):
            raise typer.Exit(1)


@app.command()
def release(
    study: StudyName,
    to: Annotated[
        Path | None, typer.Option(help="The release; releases/STUDY-VERSION by default.")
    ] = None,
    out: Out = Path("build"),
    force: Annotated[bool, typer.Option("--force", help="Replace another release.")] = False,
    language: Language = "nl",
    debug: Debug = False,
) -> None:
    """Write the publications with all they rest on, and a manifest that says so."""
    with told(debug, language):
        from report45.releases.release import release as write_release
        from report45.study.find import find

        _known(language)
        folder = find(study)
        with progress() as show:
            report = show(folder.resolve().name)
            made = write_release(folder, to, out, jobs=_jobs(), report=report, force=force)
        said = {"equal": "the same release stands there already"}.get(made.state, made.state)
        print(f"{made.folder}: {said}\ndigest {made.digest}")


@app.command()
def verify(
    folder: Annotated[Path, typer.Argument(help="A release.")],
    study: Annotated[
        str | None, typer.Argument(help="Its study, to build it again and compare.")
    ] = None,
    debug: Debug = False,
) -> None:
    """Say whether a release was changed, and whether its inputs give the same bytes again."""
    with told(debug):
        from report45.releases import verify as verifying
        from report45.study.find import find

        if study is None:
            verdict = verifying.verify(folder)
        else:
            with progress() as show:
                report = show(study)
                verdict = verifying.rebuild(folder, find(study), jobs=_jobs(), report=report)
        for line in verdict.lines():
            print(line)
        if verdict.problems:
            raise typer.Exit(1)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="A release.")],
    new: Annotated[Path, typer.Argument(help="The release to compare it with.")],
    html: Annotated[Path | None, typer.Option(help="Write a page for editors too.")] = None,
    debug: Debug = False,
) -> None:
    """Compare two releases: facts, and the sentences, tables and figures they touch."""
    with told(debug):
        from report45.releases.diff.changes import diff as compare
        from report45.releases.diff.tell import as_text

        found = compare(old, new)
        if html is not None:
            from report45.builds.workspace import write_whole
            from report45.releases.diff.page import as_page

            write_whole(html, as_page(found).encode())
        print(as_text(found))


def main() -> None:
    """Run the command that was given."""
    from report45.execution.children import no_core
    from report45.execution.open_files import allow

    open_streams()
    no_core()
    try:
        allow()
    except InputError as error:
        print(message(error), file=sys.stderr)
        sys.exit(error.exit_code)
    app()


def _known(language: str) -> None:
    """Refuse a language that nothing is told in."""
    from report45.wording.telling import LANGUAGES

    if language not in LANGUAGES:
        remedy = f"Known: {', '.join(LANGUAGES)}."
        problem = f"there are no messages in {language}."
        raise InputError([Fault(Place("--lang"), "unknown-language", problem, remedy)])


def _print_lines(lines: Sequence[str]) -> None:
    if lines:
        print("\n".join(lines), file=sys.stderr, flush=True)


def _pool(scheduler: str | None, jobs: int, limits: Limits) -> Pool:
    """Give what executes chapters: this machine, or a cluster."""
    from report45.execution.pool import Pool

    if scheduler is None:
        return Pool(jobs, limits)
    from report45.execution.cluster import ClusterPool

    return ClusterPool(scheduler, jobs, limits)


def _distinct(folders: list[Path]) -> list[Path]:
    """Refuse two folders of one name: their builds would overwrite each other."""
    names = [folder.resolve().name for folder in folders]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        problem, remedy = "two studies have this name.", "Build one at a time, with another --out."
        raise InputError(Fault(Place(name), "double-name", problem, remedy) for name in doubles)
    return folders


def _formats(to: str) -> list[str]:
    from report45.book.publication import FORMATS

    formats = list(dict.fromkeys(one.strip() for one in to.split(",") if one.strip()))
    unknown = [one for one in formats if one not in FORMATS]
    if unknown or not formats:
        problem = f"{', '.join(unknown) or 'nothing'} is no format."
        remedy = f"Known: {', '.join(FORMATS)}."
        raise InputError([Fault(Place("--to"), "unknown-format", problem, remedy)])
    return formats


def _each(find: Callable[[str], Path], studies: list[str]) -> list[Path]:
    """Find every study, or name all that are not there."""
    folders: list[Path] = []
    faults: list[Fault] = []
    for study in studies:
        try:
            folders.append(find(study))
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults)
    return folders


def _jobs() -> int:
    """Give as many chapters at a time as there are cores, and fewer where few files may be open."""
    from report45.execution.open_files import affordable

    return max(1, affordable(_cores()))


def _cores() -> int:
    """How many cores this process may use, which in a container are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
