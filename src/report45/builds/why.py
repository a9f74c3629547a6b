"""Why a build would execute a chapter again, or render a publication again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from report45.builds import build_record
from report45.builds.build import chapters_of
from report45.chapters.find import ChapterNotebook
from report45.errors import Fault, InputError, Place
from report45.store.cache import Cache
from report45.store.inputs import inputs
from report45.store.staleness import Origin, origins, reasons
from report45.study.texts import ACCEPTED, SENTENCES


def why(folder: Path, out: Path, notebooks: Path, only: str = "") -> Iterator[str]:
    """Compare a study with what was built from it before, executing nothing.

    Parameters
    ----------
    folder : Path
        The study's folder.
    out : Path
        Where builds go.
    notebooks : Path
        The folder of chapter notebooks.
    only : str
        Name of one chapter; all by default.

    Yields
    ------
    str
        A line for each chapter, and for what changed in prose and templates.

    Raises
    ------
    InputError
        If the study's configuration is not sound, or it has no such chapter.
    """
    chapters, *_ = chapters_of(folder, notebooks)
    known = [chapter.name for chapter in chapters]
    if only and only not in known:
        remedy = f"Known: {', '.join(known)}."
        raise InputError([Fault(Place(only), "unknown-chapter", "no such chapter.", remedy)])
    given, cache = inputs(folder, notebooks), Cache(out / ".cache")
    now = origins(chapters, folder, given)
    for chapter in chapters:
        if only in ("", chapter.name):
            told = _chapter(cache, chapter, now[chapter.name])
            yield f"{chapter.name}: {'; '.join(told) or 'unchanged'}"
    if not only:
        yield from _publications(cache, folder, notebooks, given)


def _chapter(cache: Cache, chapter: ChapterNotebook, now: Origin) -> list[str]:
    if not chapter.has_code:
        return ["is prose alone; there is nothing to execute"]
    noted = cache.note(f"chapter-{now.study}-{chapter.name}")
    if noted is None:
        return ["was never executed here"]
    read = cache.note(f"{now.key(())}-read")
    if read is not None and cache.note(now.key(read)) is not None:
        return []
    told = reasons(Origin.from_json(noted["origin"]), now, noted["read"])
    return told or ["its outputs are no longer kept"]


def _publications(
    cache: Cache, folder: Path, notebooks: Path, given: Mapping[str, str]
) -> Iterator[str]:
    """Tell what changed since the last whole build, apart from what chapters execute."""
    noted = cache.note(build_record.name_of(folder, None, notebooks))
    if noted is None:
        yield "publications: were never built here as a whole"
        return
    before: Mapping[str, str] = noted["given"]
    names = sorted({*before, *given} - {"python"})
    prose = ("notebooks/", "texts/", "templates/", SENTENCES, ACCEPTED)
    changed = [one for one in names if one.startswith(prose) and before.get(one) != given.get(one)]
    yield f"publications: {'; '.join(f'{one} changed' for one in changed) or 'unchanged'}"
