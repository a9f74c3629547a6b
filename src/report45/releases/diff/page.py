"""What differs between two releases, as a page for editors."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from report45.releases.diff.changes import Change, ReleaseDifference
from report45.releases.diff.tell import exact
from report45.writers.rendering import html_environment

FOLDER = "vergelijking"

_KINDS = {
    "heading": ("kop", "koppen"),
    "sentence": ("zin", "zinnen"),
    "table": ("tabel", "tabellen"),
    "figure": ("figuur", "figuren"),
    "schema": ("schema", "schema’s"),
    "quote": ("citaat", "citaten"),
}
_AROUND = {
    "label": "Nummer",
    "caption": "Titel",
    "note": "Toelichting",
    "source": "Bron",
    "alt": "Beschrijving",
    "text": "Tekst",
    "role": "Wie het zei",
}


def as_page(difference: ReleaseDifference) -> str:
    """Write a difference as one self-contained page, in Dutch.

    Parameters
    ----------
    difference : ReleaseDifference

    Returns
    -------
    str
        HTML.
    """
    environment = html_environment(FOLDER)
    ours = {"exact": exact, "was": _was, "now_of": _now, "counted": _counted}
    environment.filters.update(ours, by_section=_by_section)
    template = environment.get_template(f"{FOLDER}/index.html.j2")
    kinds = {name: one.capitalize() for name, (one, _) in _KINDS.items()}
    page: str = template.render(it=difference, kinds=kinds, around=_AROUND)
    return page + "\n"


def _by_section(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    grouped = itertools.groupby(changes, key=lambda one: one.section)
    return [(section, list(found)) for section, found in grouped]


def _counted(kinds: Iterable[str]) -> str:
    found = list(kinds)
    said = ((found.count(kind), _KINDS[kind]) for kind in dict.fromkeys(found))
    return ", ".join(f"{number} {words[number != 1]}" for number, words in said)


def _was(old: str, new: str) -> Markup:
    return _marked(old, new, "del")


def _now(old: str, new: str) -> Markup:
    return _marked(new, old, "ins")


def _marked(text: str, other: str, tag: str) -> Markup:
    """Mark the words of a text that the other has not."""
    words = text.split()
    match = SequenceMatcher(None, words, other.split(), autojunk=False)
    parts = []
    for kind, i1, i2, _, _ in match.get_opcodes():
        said = escape(" ".join(words[i1:i2]))
        if said:
            parts.append(said if kind == "equal" else Markup("<{0}>{1}</{0}>").format(tag, said))
    return Markup(" ").join(parts)
