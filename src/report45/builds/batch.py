"""Builds many studies at once; one that fails stops no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from report45.builds.build import Report, Tell, build
from report45.builds.build_record import Built
from report45.errors import InputError
from report45.execution.pool import Pool


@dataclass(frozen=True)
class BuildOutcome:
    """How the build of one study ended.

    Parameters
    ----------
    study : str
        Its name.
    built : Built, optional
        What was made; also where a file of it could not be.
    error : Exception, optional
        What went wrong.
    """

    study: str
    built: Built | None = None
    error: Exception | None = None


def build_all(
    folders: Sequence[Path],
    out: Path,
    formats: Sequence[str] | None = None,
    notebooks: Path = Path("notebooks"),
    *,
    pool: Pool,
    show: Callable[[str], Report] = lambda _: lambda *_: None,
    tell: Tell = lambda *_: None,
    force: bool = False,
) -> list[BuildOutcome]:
    """Build studies, their chapters in one pool.

    One study more is under way than chapters can be executed at a time: while one is published,
    kernels go on with the next, and memory does not grow with the number of studies.

    Parameters
    ----------
    folders : sequence of Path
        The studies' folders.
    out, formats, notebooks, force
        As :func:`report45.builds.build.build` takes them.
    pool : Pool
        What executes the chapters.
    show : callable
        Gives, by name of a study, what to tell about its progress.
    tell : callable
        Told what was seen in a study's data, in every language.

    Returns
    -------
    list of BuildOutcome
        One for each study, in the order given.
    """
    exports = ThreadPoolExecutor(pool.jobs + 1, "export") if len(folders) > 1 else None

    def one(folder: Path) -> BuildOutcome:
        name = folder.resolve().name
        report = show(name)
        try:
            made = build(
                folder,
                out,
                formats,
                notebooks,
                report=report,
                tell=tell,
                force=force,
                pool=pool,
                exports=exports,
            )
        except Exception as error:  # whatever it is, it is this study's alone
            if not pool.stopped:
                report("failed", 1, 1)
            return BuildOutcome(name, error=error)
        return BuildOutcome(name, made, InputError(made.failed) if made.failed else None)

    if len(folders) == 1:
        return [one(folders[0])]
    with ThreadPoolExecutor(pool.jobs + 1, "study") as studies:
        waiting = [studies.submit(one, folder) for folder in folders]
        try:
            return [future.result() for future in waiting]
        except BaseException:
            studies.shutdown(wait=False, cancel_futures=True)
            pool.stop()
            raise
