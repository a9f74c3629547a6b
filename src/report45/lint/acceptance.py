"""Which findings an editor has accepted, and which acceptances find nothing any more."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from report45.checkout import templates_folder
from report45.errors import Place
from report45.lint.rules.rule import Rule
from report45.study.accepted import AcceptedFinding, read_accepted
from report45.study.texts import ACCEPTED
from report45.wording.notices import Finding, notice
from report45.wording.telling import LANGUAGES, telling

UNUSED_ACCEPTANCE = Rule("unused-acceptance", fixable=True)


def weighed(findings: Iterable[Finding], folder: Path, notebooks: Path) -> Iterator[Finding]:
    """Mark what a study has accepted.

    Parameters
    ----------
    findings : iterable of Finding
        All that a check found.
    folder : Path
        The study's, with its ``accepted.toml``.
    notebooks : Path
        The folder of chapter notebooks.

    Yields
    ------
    Finding
        Those accepted with that severity; last, an ``unused-acceptance`` for each entry that
        accepts nothing.

    Raises
    ------
    InputError
        If ``accepted.toml`` is not as it should be.
    """
    accepted = read_accepted(folder)
    used: set[AcceptedFinding] = set()
    every = list(findings)
    for one in every:
        keys = _keys(one, folder, notebooks)
        fits = [each for each in accepted if _key_of(each) in keys]
        used.update(fits)
        yield replace(one, severity="accepted") if fits else one
    for number, each in enumerate(accepted, start=1):
        if each not in used:
            keys = [key for one in every for key in _keys(one, folder, notebooks)]
            yield _unused(number, each, keys, folder / ACCEPTED)


def _keys(one: Finding, folder: Path, notebooks: Path) -> list[tuple[str, str, str]]:
    """What tells a complaint from others, whatever its line: words, or what is said of it.

    The latter in any language, for an acceptance is no less true in another.
    """
    file = Path(one.place.file).as_posix()
    said = [one.about] if one.about else [telling(each).say(one.notice)[0] for each in LANGUAGES]
    templates = templates_folder()
    places = ((folder, ""), (notebooks, "notebooks/"), (templates, f"{templates.name}/"))
    for above, name in places:
        if Path(one.place.file).is_relative_to(above):
            file = name + Path(one.place.file).relative_to(above).as_posix()
    return [(one.code, file, about) for about in said]


def _key_of(one: AcceptedFinding) -> tuple[str, str, str]:
    return one.code, one.file, one.text


def _unused(
    number: int, one: AcceptedFinding, keys: list[tuple[str, str, str]], file: Path
) -> Finding:
    said = {", ".join(key): key for key in keys}
    near = difflib.get_close_matches(", ".join(_key_of(one)), said, n=1)
    told = notice(
        "aanvaarding-ongebruikt", nummer=number, wat=", ".join(_key_of(one)), bedoeld=near
    )
    return UNUSED_ACCEPTANCE.at(Place(str(file), line=_line(file, number)), told)


def _line(file: Path, number: int) -> int:
    """The line that an entry begins on."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    heads = [place for place, line in enumerate(lines, 1) if line.strip() == "[[accepted]]"]
    return heads[number - 1] if number <= len(heads) else 1
