"""A study's own prose, which chapters include by file name."""

from __future__ import annotations

from pathlib import Path

from report45.errors import Fault, InputError
from report45.study import pseudonyms

SENTENCES = "sentences.ftl"
"""What a study, and a publication, calls its own sentences."""


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
    for path in sorted((folder / "texts").glob("*.md")):
        text = read_prose(path, f"texts/{path.name}", faults)
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
    text = read_prose(path, SENTENCES, faults) if path.exists() else ""
    if faults:
        raise InputError(faults)
    return text or ""


def read_prose(path: Path, where: str, faults: list[Fault]) -> str | None:
    """Read a file of prose.

    Parameters
    ----------
    path : Path
        The file.
    where : str
        How a fault names it.
    faults : list of Fault
        Added to when it cannot be read or holds what looks like a BSN.

    Returns
    -------
    str or None
        Its text, lines ended in the usual way; None when it could not be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        faults.append(Fault(where, "is not UTF-8.", "Save it as UTF-8."))
        return None
    except OSError as error:
        faults.append(Fault(where, f"cannot be opened ({error.strerror}).", "Check the file."))
        return None
    faults += [
        Fault(
            f"{where}, line {number}",
            "holds what looks like a citizen service number.",
            "Take it out.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if pseudonyms.in_text(line)
    ]
    return text
