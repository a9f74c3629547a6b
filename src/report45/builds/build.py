"""From a study folder to its publications: load, execute, publish, put in place."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report45.builds import build_record
from report45.builds.build_record import Built
from report45.builds.workspace import put_in_place, workspace
from report45.chapters.find import ChapterNotebook, split_chapters, survey
from report45.errors import Fault, InputError, NarrativeError, Place
from report45.execution.aside import aside
from report45.execution.scratch import clear, clear_temporary
from report45.signals import whole
from report45.store.cache import Cache
from report45.store.inputs import digest_of, digest_of_data, digest_of_program, inputs, of_study

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from report45.builds.complaints import Complaints
    from report45.chapters.executed import Chapter as Executed_
    from report45.execution.pool import Pool
    from report45.execution.run import Executed
    from report45.store.staleness import Origin
    from report45.study.config import StudyConfig
    from report45.wording.notices import Finding

Tell = Callable[[Mapping[str, Sequence[str]]], None]
"""Told what was seen in the data, a line each by language, before anything is made of them."""
Report = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def build(
    folder: Path,
    out: Path,
    formats: Sequence[str] | None = None,
    notebooks: Path = Path("notebooks"),
    jobs: int = 2,
    report: Report = lambda *_: None,
    *,
    tell: Tell = lambda *_: None,
    force: bool = False,
    pool: Pool | None = None,
    exports: Executor | None = None,
) -> Built:
    """Build all publications of a study.

    Nothing that a reader sees in ``out`` is touched until everything has been made.

    Parameters
    ----------
    folder : Path
        The study's folder.
    out : Path
        Where builds go; the study gets a folder of its own in it.
    formats : sequence of str, optional
        ``html``, ``pdf``; empty for the facts alone. By default all a publication has.
    notebooks : Path
        The folder of chapter notebooks.
    jobs : int
        Chapters to execute at a time, without a pool.
    report : callable
        Told about progress.
    tell : callable
        Told what was seen in the data, in every language.
    force : bool
        Execute every chapter, also those whose outputs are still good.
    pool : Pool, optional
        What executes the chapters; one of its own by default.
    exports : Executor, optional
        What writes publications; one of its own by default.

    Returns
    -------
    Built

    Raises
    ------
    InputError
        If the study, a notebook or a publication is not sound, or changes meanwhile.
    ChaptersError
        If chapters fail.
    """
    if (out / folder.resolve().name).resolve() == folder.resolve():
        problem = "the build would be written into the study itself."
        raise InputError([Fault(Place("--out"), "out-in-study", problem, "Name another folder.")])
    if pool is not None and (force or not (out / ".cache").is_dir()):
        pool.prepare()  # chapters will be executed: what they need is imported meanwhile
    clear_temporary()
    clear(out, f".{folder.resolve().name}")
    given, cache = inputs(folder, notebooks), Cache(out / ".cache")
    asked = build_record.name_of(folder, formats, notebooks)
    if not force and (built := build_record.find(cache, asked, given, folder, out, notebooks)):
        tell(built.remarks)
        report("unchanged", 1, 1)
        return built
    _spare_grammars()
    from report45.builds.facts_file import FILE, write_facts
    from report45.builds.publish import publish_all
    from report45.chapters.executed import read_chapters
    from report45.prose.compiled import remembered

    plan = _plan(folder, notebooks, formats, given)
    progress = _Progress(report, plan.steps)
    with workspace(out, plan.name) as work:
        made = _chapters(plan, cache, work, progress, (pool, jobs), tell, force=force)
        chapters = read_chapters(plan.paths(work))
        write_facts(chapters, digest_of_data(given), work / FILE)
        said: list[Finding] = []
        failed: list[Fault] = []

        program, kept = digest_of_program(given), None if force else cache

        def complaints() -> tuple[Finding, ...]:
            if not any(plan.formats):
                return ()
            return _complaints(plan, chapters, notebooks, work, cache).found()

        try:
            with remembered(kept, program), aside(complaints) as found:
                publish_all(
                    chapters,
                    plan.publications,
                    work,
                    plan.left_out,
                    progress.done,
                    kept,
                    exports,
                    program,
                    lambda: said.extend(found()),
                    failed.append,
                )
        except NarrativeError as error:
            raise _complaints(plan, chapters, notebooks, work, cache).refused(error) from None
        with whole:
            files = put_in_place(work, out / plan.name)
            for fault in failed:  # of an earlier build
                (out / plan.name / fault.place.file).unlink(missing_ok=True)
    reused = tuple(one.name for one in plan.chapters if one.name not in made.executed)
    built = Built(
        plan.name,
        files,
        made.executed,
        reused,
        plan.left_out,
        tuple(said),
        tuple(failed),
        made.remarks,
    )
    if not failed:
        build_record.keep(cache, asked, given, built, out)
    cache.make_room()
    return built


def current_facts(folder: Path, out: Path, report: Report) -> list[dict[str, Any]]:
    """Give a study's facts, executing the chapters whose code or data changed.

    Parameters
    ----------
    folder : Path
        The study's folder.
    out : Path
        Where builds are written.
    report : callable
        Told about progress.

    Returns
    -------
    list of dict
        The facts as ``facts.json`` holds them.
    """
    from report45.builds.facts_file import FILE

    built = build(folder, out, formats=(), report=report)
    path = next(path for path in built.files if path.name == FILE)
    facts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["facts"]
    return facts


def _spare_grammars() -> None:
    """Keep jsonschema from compiling grammars for IRIs, which takes longer than a whole edit.

    It does so at import where JupyterLab brought the optional package along; no notebook's schema
    asks for such a format.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Plan:
    """What a build is going to make.

    Parameters
    ----------
    folder : Path
        The study's.
    config : StudyConfig
    given : dict of str to str
        Digests of all it follows from.
    chapters, left_out : tuple of ChapterNotebook
        Those the study has the tables for, and those it has not.
    strangers : tuple of Fault
        Notebooks that are no chapters.
    publications : tuple of (str, sequence of str)
        Names, each with its formats.
    """

    folder: Path
    config: StudyConfig
    given: dict[str, str]
    chapters: tuple[ChapterNotebook, ...]
    left_out: tuple[ChapterNotebook, ...]
    strangers: tuple[Fault, ...]
    publications: tuple[tuple[str, Sequence[str]], ...]

    @property
    def name(self) -> str:
        return self.folder.resolve().name

    @property
    def steps(self) -> int:
        return len(self.chapters) + sum(map(len, self.formats))

    @property
    def formats(self) -> list[Sequence[str]]:
        return [formats for _, formats in self.publications]

    def paths(self, work: Path) -> list[Path]:
        return [work / "chapters" / chapter.path.name for chapter in self.chapters]


Chapters = tuple[ChapterNotebook, ...]


def chapters_of(folder: Path, notebooks: Path) -> tuple[Chapters, Chapters, tuple[Fault, ...]]:
    """Give the chapters a study can fill, those it cannot, and what is no chapter."""
    from report45.study.texts import prose_files
    from report45.study.toml import read_config

    has = read_config(folder).provides(cases=bool(prose_files(folder, "cases")))
    chapters, strangers = survey(notebooks)
    return *split_chapters(chapters, has), strangers


def _plan(
    folder: Path, notebooks: Path, formats: Sequence[str] | None, given: dict[str, str]
) -> _Plan:
    from report45.book.publication import load_publication
    from report45.study.toml import read_config

    config = read_config(folder)
    chapters, left_out, strangers = chapters_of(folder, notebooks)
    publications = tuple(
        (name, [one for one in load_publication(name).formats if formats is None or one in formats])
        for name in config.publications
    )
    return _Plan(folder, config, given, chapters, left_out, strangers, publications)


def _complaints(
    plan: _Plan, chapters: Sequence[Executed_], notebooks: Path, work: Path, cache: Cache
) -> Complaints:
    """Give what reads the prose that is published."""
    from report45.builds.complaints import Complaints
    from report45.builds.facts_file import FILE
    from report45.lint.sources import draft_built

    prose = draft_built(
        plan.folder, notebooks, plan.config, chapters, plan.left_out, plan.strangers
    )
    return Complaints(prose, plan.given, digest_of(work / FILE), cache)


@dataclass(frozen=True)
class _Made:
    """What came of the chapters.

    Parameters
    ----------
    executed : tuple of str
        Names of those that were executed.
    remarks : mapping of str to sequence of str
        What was seen in the data, a line each, in every language.
    """

    executed: tuple[str, ...]
    remarks: Mapping[str, Sequence[str]]


class _Progress:
    """Counts the steps of a build."""

    def __init__(self, report: Report, steps: int) -> None:
        self._report, self._steps, self._done = report, steps, 0
        report("starting", 0, steps)

    def done(self, what: str) -> None:
        self._done += 1
        self._report(what, self._done, self._steps)


def _chapters(
    plan: _Plan,
    cache: Cache,
    work: Path,
    progress: _Progress,
    kernels: tuple[Pool | None, int],
    tell: Tell,
    *,
    force: bool,
) -> _Made:
    """Write every chapter to the workspace, once it is told what was seen in the data."""
    from report45.chapters.rejoin import Notebook, alone, by_line, with_prose
    from report45.store.staleness import origins
    from report45.study.stated import stated
    from report45.wording.remarks import LANGUAGES, WORDS, in_every_language

    about = stated("", plan.folder, plan.config)
    own = about["texts"], about["sentences"]
    follows = origins(plan.chapters, plan.folder, plan.given)
    (work / "chapters").mkdir()

    def write(chapter: ChapterNotebook, notebook: Notebook, how: str) -> None:
        path = work / "chapters" / chapter.path.name
        path.write_text(by_line(notebook), encoding="utf-8")
        progress.done(f"chapter {chapter.name} {how}")

    def keep(chapter: ChapterNotebook, executed: Executed) -> None:
        now = origins([chapter], plan.folder, plan.given | of_study(plan.folder))
        if now[chapter.name] != follows[chapter.name]:
            problem = "its data, configuration or code changed while it was built."
            place = Place(plan.name, part=chapter.name)
            raise InputError([Fault(place, "changed-meanwhile", problem, "Build again.")])
        _keep(cache, chapter, follows[chapter.name], executed)
        write(chapter, with_prose(executed.notebook, chapter.path, *own), "executed")

    missing = []
    for chapter in plan.chapters:
        if not chapter.has_code:
            write(chapter, alone(chapter.path, {**about, "chapter": chapter.name}), "read")
            continue
        found = None if force else _found(cache, follows[chapter.name])
        if found is None:
            missing.append(chapter)
        else:
            write(chapter, with_prose(found, chapter.path, *own), "unchanged")
    files = [WORDS.replace("/nl/", f"/{one}/") for one in LANGUAGES]
    words = "-".join(plan.given[f"templates/{one}"][:16] for one in files)
    checked = f"checked-{digest_of_data(plan.given)}-{_program(follows)}-{words}"
    noted = cache.note(checked)
    if noted is not None and not missing:
        tell(noted)
        return _Made((), noted)
    with _pool(*kernels) as pool:
        pool.prepare()
        _import_ahead()
        with pool.holding(plan.folder) as seen:
            remarks = in_every_language(seen, plan.name, plan.config.terms)
            cache.keep_note(checked, remarks)
            tell(remarks)
            pool.execute(missing, plan.folder, keep)
    return _Made(tuple(chapter.name for chapter in missing), remarks)


def _import_ahead() -> None:
    """Import what comes after the chapters while the warm process imports what they need."""
    import papermill  # noqa: F401

    import report45.writers.rendering  # noqa: F401


def _found(cache: Cache, origin: Origin) -> dict[str, Any] | None:
    read = cache.note(f"{origin.key(())}-read")
    found: dict[str, Any] | None = None if read is None else cache.note(origin.key(read))
    return found


def _keep(cache: Cache, chapter: ChapterNotebook, origin: Origin, executed: Executed) -> None:
    cache.keep_note(origin.key(executed.read), executed.notebook)
    cache.keep_note(f"{origin.key(())}-read", executed.read)
    about = {"origin": asdict(origin), "read": executed.read}
    cache.keep_note(f"chapter-{origin.study}-{chapter.name}", about)


def _program(follows: dict[str, Origin]) -> str:
    return next(iter(follows.values())).program[:16] if follows else ""


@contextmanager
def _pool(given: Pool | None, jobs: int) -> Iterator[Pool]:
    if given is not None:
        yield given
        return
    from report45.execution.pool import Pool

    with Pool(jobs) as own:
        yield own
