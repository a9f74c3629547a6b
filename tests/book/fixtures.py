"""Executed chapters made by hand, with everything in them that could go wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from report45.chapters.executed import CHAPTER_MIME, DISPLAY_MIME, FACTS_MIME
from report45.facts import Count, Fact, Share, Test, Text, to_json
from report45.wording.numbers import say

NASTY = '<script>alert(1)</script> & "x" *y* _z_ #let a = 1 $m$ \\n `c` ’ é € χ² ≥ − [a](b) @q'
META = {
    "title": "Effect van een aanpak",
    "subtitle": "Tussentijds rapport",
    "author": "Bureau Proef",
    "commissioner": "Gemeente Voorbeeld",
    "date": "2019-05-01",
    "version": "1.0",
    "terms": {
        "person": "klant",
        "persons": "klanten",
        "programme": "de aanpak",
        "experiment": "experimentgroep",
        "control": "controlegroep",
    },
}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="360pt" height="120pt" viewBox="0 0 360 120"><defs><style>*{fill:red}</style>'
    '<clipPath id="p1"><rect width="360" height="120"/></clipPath>'
    '<rect id="m1" width="40" height="60" fill="#1f5a8c"/></defs>'
    '<g clip-path="url(#p1)"><use xlink:href="#m1" x="30" y="40"/>'
    '<use xlink:href="#m1" x="120" y="20"/></g></svg>'
)


def facts(chapter: str, **stated: Fact) -> dict[str, Any]:
    """Facts as a code cell states them; ``__`` in a name stands for a dot."""
    written = []
    for name, fact in stated.items():
        suppressed = getattr(fact, "suppressed", False)
        path = f"{chapter}.{name.replace('__', '.')}"
        written.append(to_json(path, fact) | {"text": "" if suppressed else say(fact)})
    return {FACTS_MIME: {"chapter": chapter, "facts": written}}


def table(chapter: str, name: str, rows: int = 2, caption: str = "", **more: Any) -> dict[str, Any]:
    """A table with two groups and a total."""
    return {
        DISPLAY_MIME: {
            "kind": "table",
            "name": name,
            "chapter": chapter,
            "caption": caption or f"Klanten naar {name}",
            "table": {
                "columns": [
                    {"label": name.capitalize(), "n": None, "align": "left"},
                    {"label": "Experimentgroep", "n": 203, "align": "right"},
                    {"label": "Controlegroep", "n": 199, "align": "right"},
                    {"label": "Totaal", "n": 402, "align": "right"},
                ],
                "rows": [
                    {
                        "header": f"Rij {place}",
                        "cells": [f"{place % 97}%", f"{place % 89}%", f"{place % 83}%"],
                        "role": "body",
                    }
                    for place in range(1, rows + 1)
                ],
            },
            "notes": ["Door afronding tellen de percentages niet op."],
            "source": "Bron: gemeente, bewerking bureau",
        }
        | more
    }


def figure(chapter: str, name: str, **more: Any) -> dict[str, Any]:
    """A figure with the data it draws."""
    data = table(chapter, name)[DISPLAY_MIME]
    alt = "Twee staven: de eerste is lager dan de tweede."
    return {DISPLAY_MIME: data | {"kind": "figure", "svg": SVG, "alt": alt} | more}


def chapter(name: str, *cells: str | dict[str, Any], **about: Any) -> nbformat.NotebookNode:
    """An executed chapter: texts become prose, mime bundles the output of a code cell."""
    texts = about.pop("texts", {})
    stated = {"chapter": name, "study": "proef", "meta": META, "texts": texts, "tables": []}
    made = [_code({CHAPTER_MIME: stated | about})]
    made += [v4.new_markdown_cell(one) if isinstance(one, str) else _code(one) for one in cells]
    own = {"chapter": name, "title": f"Over {name}", "requires": []}
    return v4.new_notebook(cells=made, metadata={"report45": own})


def _code(data: dict[str, Any]) -> nbformat.NotebookNode:
    output = v4.new_output("display_data", data=data | {"text/plain": "…"})
    return v4.new_code_cell("chapter.publish()", outputs=[output], execution_count=1)


def inleiding() -> nbformat.NotebookNode:
    """A chapter that is a chapter of the book by itself."""
    return chapter(
        "inleiding",
        "# Waar dit over gaat\n\nZie {{ ref.hoofdstuk.kenmerken }} en {{ ref.kenmerken.geslacht }}."
        "[^1]\n\n[^1]: Een noot met *nadruk*.\n\n## Aanleiding\n\nTekst met “aanhaling” en 'enkel'."
        "\n\n### Dieper\n\n- een\n- twee",
        "::: kader Hoe groot is *groot*?\nVan de klanten is {{ kenmerken.geslacht.vrouw.totaal }} "
        "vrouw.\n\n1. een\n2. twee\n:::\n\n## Leeswijzer\n\n"
        "{{ ref.kenmerken.lengte | hoofdletter }} is lang. {{ kenmerken.eng }}",
    )


def kenmerken() -> nbformat.NotebookNode:
    """A section of chapter 2, with tables, a figure, facts and a long table."""
    name = "kenmerken"
    return chapter(
        name,
        facts(
            name,
            geslacht__vrouw__experiment=Share(109, 203),
            geslacht__vrouw__totaal=Share(224, 402),
            geslacht__toets=Test("chi2", 0.682779, 1, 0.408632),
            klein=Count(2, suppressed=True),
            eng=Text(NASTY),
        ),
        facts(name, duur__6m_1j__experiment=Share(6, 203)) | table(name, "geslacht"),
        table(name, "lengte", rows=70, caption=f"Lang: {NASTY}"),
        "## {{ kenmerken.geslacht.vrouw.totaal | breuk | hoofdletter }} is vrouw\n\n"
        "{{ ref.geslacht | hoofdletter }} laat zien dat {{ kenmerken.geslacht.vrouw.experiment }} "
        "vrouw is.[^1] {% if kenmerken.geslacht.toets.significant %}Wel{% else %}Geen{% endif %} "
        "verschil; {{ kenmerken.duur.6m_1j.experiment }} kort.\n\n{{ toon('geslacht') }}\n\n"
        "[^1]: Een andere noot.",
        figure(name, "verdeling"),
    )


def resultaten() -> nbformat.NotebookNode:
    """Another section of chapter 2, with a quotation and Markdown that is data."""
    name = "resultaten"
    quote = {"kind": "quote", "name": "q", "chapter": name, "text": f"Ik zei: {NASTY}", "role": "K"}
    story = {
        "kind": "markdown",
        "name": "verhaal",
        "chapter": name,
        "markdown": "## Klant 1\n\nEen {{ verhaal }} met <b>niets</b>.\n\n### Traject\n\nGoed.",
    }
    return chapter(
        name,
        "Eerst iets over uitkomsten.",
        table(name, "uitkomst"),
        {DISPLAY_MIME: quote},
        {DISPLAY_MIME: story},
    )


def verantwoording() -> nbformat.NotebookNode:
    """The appendix."""
    return chapter("verantwoording", "## Toetsen\n\nTekst.", table("verantwoording", "toets"))


def write(folder: Path, *notebooks: nbformat.NotebookNode) -> list[Path]:
    """Save executed chapters under their own names."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for notebook in notebooks:
        path = folder / f"{notebook.metadata.report45.chapter}.ipynb"
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
        paths.append(path)
    return paths


def whole(folder: Path) -> list[Path]:
    """Save the whole book."""
    return write(folder, kenmerken(), inleiding(), resultaten(), verantwoording())
