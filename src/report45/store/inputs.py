"""Everything a study's publications follow from, file by file, as digests under portable names."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from report45 import checkout
from report45.chapters.find import notebook_files
from report45.disk import TABLE_LIMIT, UnreadableError, open_regular, read_text
from report45.study.find import FILE
from report45.study.texts import ACCEPTED, SENTENCES, prose_files
from report45.wording.sentences import SHOWN

_PROGRAM = ("templates/", "source/", "requirements.lock")
_PROSE = (".md", ".ftl")
_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*)[ \t]*=", re.MULTILINE)
_DATA = (FILE, "data/", "cases/")


def inputs(folder: Path, notebooks: Path) -> dict[str, str]:
    """Digest all files a build of a study reads.

    Parameters
    ----------
    folder : Path
        The study's folder.
    notebooks : Path
        The folder of chapter notebooks.

    Returns
    -------
    dict of str to str
        Portable name to SHA-256 in hexadecimal, sorted by name: ``study.toml``,
        ``data/klanten.csv`` (a declared table), ``cases/klant-1.md``, ``texts/opzet.md``,
        ``sentences.ftl``,
        ``notebooks/kenmerken.ipynb``, ``templates/basis/style.css``,
        ``source/report45/facts.py`` and ``requirements.lock``. A declared file that is not there
        has an empty digest.
    """
    return {name: digest_of(path) for name, path in sorted(_files(folder, notebooks))}


def of_study(folder: Path) -> dict[str, str]:
    """Digest what a study itself is read from, apart from its prose: see :func:`inputs`."""
    return {name: digest_of(path) for name, path in _study_files(folder)}


def digest_of_data(given: Mapping[str, str]) -> str:
    """Digest a study's configuration, tables and stories at once.

    Parameters
    ----------
    given : mapping of str to str
        As :func:`inputs` gives them.
    """
    read = {name: digest for name, digest in given.items() if name.startswith(_DATA)}
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def of_program() -> dict[str, str]:
    """Digest report45 itself, its templates and fonts, and the lock file: see :func:`inputs`."""
    return {name: digest_of(path) for name, path in sorted(_program_files())}


def digest_of_program(given: Mapping[str, str] | None = None) -> str:
    """Digest report45, its templates and fonts, and the lock file, at once.

    Prose and sentences among the templates are left out: what is made of them is known by what
    they say.

    Parameters
    ----------
    given : mapping of str to str, optional
        As :func:`inputs` gives them, where they are known already.
    """
    found = of_program() if given is None else given
    ours = {
        name: digest
        for name, digest in found.items()
        if name.startswith(_PROGRAM) and not name.endswith(_PROSE)
    }
    return hashlib.sha256(json.dumps(ours, sort_keys=True).encode()).hexdigest()


def digest_of_words(folder: Path) -> str:
    """Digest the messages that displays say; a study's own count when they replace one of those.

    Parameters
    ----------
    folder : Path
        The study's.
    """
    house, own = _text(checkout.TEMPLATES / SHOWN), _text(folder / SENTENCES)
    replaced = set(_MESSAGE.findall(house)) & set(_MESSAGE.findall(own))
    return hashlib.sha256((house + own if replaced else house).encode()).hexdigest()


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except UnreadableError:
        return ""


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes; an empty text when it cannot be read."""
    try:
        with open_regular(path, limit=TABLE_LIMIT) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except UnreadableError:
        return ""


def _study_files(folder: Path) -> Iterator[tuple[str, Path]]:
    yield FILE, folder / FILE
    for name in _tables(folder / FILE):
        yield f"data/{name}", folder / name
    yield from _under(folder / "cases", "cases", prose_files(folder, "cases"))


def _files(folder: Path, notebooks: Path) -> Iterator[tuple[str, Path]]:
    yield from _study_files(folder)
    yield from _under(folder / "texts", "texts", prose_files(folder, "texts"))
    for name in (SENTENCES, ACCEPTED):
        if (folder / name).is_file():
            yield name, folder / name
    yield from _under(notebooks, "notebooks", notebook_files(notebooks))
    yield from _program_files()


def _program_files() -> Iterator[tuple[str, Path]]:
    every = (path for path in checkout.TEMPLATES.rglob("*") if path.is_file())
    yield from _under(checkout.TEMPLATES, "templates", every)
    code = (one for one in checkout.PACKAGE.rglob("*") if one.suffix in (".py", ".lua", ".json"))
    yield from _under(checkout.PACKAGE, "source/report45", code)
    yield "requirements.lock", checkout.LOCK


def _under(folder: Path, name: str, paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for path in paths:
        yield f"{name}/{path.relative_to(folder).as_posix()}", path


def _tables(path: Path) -> list[str]:
    """Names of the tables' files; none when the configuration cannot be read, as it will say."""
    try:
        declared = tomllib.loads(read_text(path)).get("tables", {})
        return sorted({str(table["file"]) for table in declared.values()})
    except (UnreadableError, RecursionError, ValueError, KeyError, TypeError, AttributeError):
        return []
