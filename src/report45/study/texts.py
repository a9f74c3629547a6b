"""A study's own prose, which chapters include by file name."""

from __future__ import annotations

from pathlib import Path

from report45.disk import UnreadableError, listed, read_text
from report45.errors import Fault, InputError, Place
from report45.study import pseudonyms

SENTENCES = "sentences.ftl"
"""What a study, and a publication, calls its own sentences."""
ACCEPTED = "accepted.toml"
"""Where a study says which complaints on its prose may stand."""


def prose_files(folder: Path, part: str) -> list[Path]:
    """Name every file of prose in one part of a study, read or not.

    Parameters
    ----------
    folder : Path
        The study's folder.
    part : str
        ``texts`` or ``cases``; the study need not have it.

    Returns
    -------
    list of Path
        By name.

    Raises
    ------
    InputError
        If the part is there and cannot be listed.
    """
    try:
        return listed(folder / part, ".md")
    except UnreadableError as error:
        raise InputError([error.fault(part)]) from None


def read_texts(folder: Path) -> dict[str, str]:
    """Read every ``texts/*.md`` of a study.

    Parameters
    ----------
    folder : Path
        The study's folder; it need not have texts.

    Returns
    -------
    dict of str to str
        File name to Markdown with Jinja, by name.

    Raises
    ------
    InputError
        If a text cannot be read, or holds what looks like a BSN.
    """
    faults: list[Fault] = []
    found = {}
    for path in prose_files(folder, "texts"):
        text = read_prose(folder, path, faults)
        if text is not None:
            found[path.name] = text
    if faults:
        raise InputError(faults)
    return found


def read_sentences(folder: Path) -> str:
    """Read the sentences a study has of its own, or has other words for: ``sentences.ftl``.

    Parameters
    ----------
    folder : Path
        The study's folder.

    Returns
    -------
    str
        Empty when there are none.

    Raises
    ------
    InputError
        If the file cannot be read, or holds what looks like a BSN.
    """
    faults: list[Fault] = []
    path = folder / SENTENCES
    text = read_prose(folder, path, faults) if path.exists() or path.is_symlink() else ""
    if faults:
        raise InputError(faults)
    return text or ""


def read_prose(folder: Path, path: Path, faults: list[Fault]) -> str | None:
    """Read a file of prose.

    Parameters
    ----------
    folder : Path
        The study's folder, which the file must stand in.
    path : Path
        The file.
    faults : list of Fault
        Added to when it cannot be read or holds what looks like a BSN.

    Returns
    -------
    str or None
        Its text, lines ended in the usual way; None when it could not be read.
    """
    where = path.relative_to(folder).as_posix()
    try:
        text = read_text(path, folder)
    except UnreadableError as error:
        faults.append(error.fault(where))
        return None
    faults += [
        Fault(
            Place(where, line=number),
            "citizen-number",
            "holds what looks like a citizen service number.",
            "Take it out.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if pseudonyms.in_text(line)
    ]
    return text
