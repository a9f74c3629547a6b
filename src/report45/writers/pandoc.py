"""One run of pandoc for a whole document, cut back into the pieces it was joined from."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape

from report45.errors import Fault, NarrativeError
from report45.execution import children
from report45.prose.compiled import CONVERTED, Piece
from report45.prose.markup import fenced
from report45.wording.notices import Notice, fault, notice
from report45.writers import docx

Target = Literal["html5", "typst", "plain", "docx"]
TARGETS: dict[str, Target] = {"html": "html5", "pdf": "typst", "txt": "plain", "docx": "docx"}
"""What prose is converted to, by the format of the publication."""

# Raw markup, attributes, mathematics and whatever else could carry code, or turn a stray sign in
# a sentence into something it was not meant to be.
_OFF = [
    "raw_html",
    "raw_attribute",
    "raw_tex",
    "latex_macros",
    "native_divs",
    "native_spans",
    "fenced_divs",
    "bracketed_spans",
    "markdown_in_html_blocks",
    "header_attributes",
    "auto_identifiers",
    "implicit_header_references",
    "link_attributes",
    "fenced_code_attributes",
    "inline_code_attributes",
    "tex_math_dollars",
    "yaml_metadata_block",
    "pandoc_title_block",
    "citations",
    "example_lists",
    "fancy_lists",
    "definition_lists",
    "line_blocks",
    "table_attributes",
    "simple_tables",
    "multiline_tables",
    "grid_tables",
    "implicit_figures",
    "inline_notes",
    "task_lists",
]
READER = "markdown" + "".join(f"-{one}" for one in _OFF) + "+pipe_tables+footnotes+smart"
# Typst would choose the shape of quotation marks itself; this way all formats have the same.
WRITERS = {"html5": "html5", "typst": "typst-smart", "plain": "plain", "docx": "docx"}
PATIENCE = 40
"""Seconds for a whole document, which takes about one."""
_PATIENCE_FOR_ONE = 10
_SUSPECTS = 8
COLUMNS = 72
"""Characters on a line of plain text."""
FILTER = Path(__file__).with_name("prose.lua")


_MARK = "\ue010([0-9]+)\ue012([^\ue010\ue011]*+)\ue011"
_MARKS = {
    "html5": re.compile(f"<p>{_MARK}</p>\n?", re.DOTALL),
    "typst": re.compile(f"{_MARK}\n?", re.DOTALL),
    "plain": re.compile(f"{_MARK}\n?", re.DOTALL),
    "docx": re.compile(
        f'<w:p><w:pPr><w:pStyle w:val="BodyText" /></w:pPr><w:r><w:t[^<>]*>{_MARK}'
        "</w:t></w:r></w:p>",
        re.DOTALL,
    ),
}
_NOTES = '<section id="footnotes"'
_TABLE = re.compile(r"<table>[^<]*+(?:<(?!/?table>)[^<]*+)*+</table>")
_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s<>\"]+$")


@dataclass(frozen=True)
class Joined:
    """A piece of a document on its way to pandoc.

    Parameters
    ----------
    where : str
        File and cell, for messages.
    inline : str
        Markdown of one line: the text of a heading or the title of a box.
    markdown : str
        Markdown that follows it.
    """

    where: str
    inline: str = ""
    markdown: str = ""


@dataclass(frozen=True)
class Converted:
    """The same piece after pandoc: both texts in the target's language."""

    inline: str
    body: str


def convert(
    pieces: Sequence[Joined], to: Target, anchors: Iterable[str]
) -> tuple[list[Converted], str]:
    """Convert all pieces of a document at once.

    Parameters
    ----------
    pieces : sequence of Joined
        The document in order.
    to : str
        ``html5``, ``typst`` or ``plain``.
    anchors : iterable of str
        What links within the document may point at.

    Returns
    -------
    list of Converted
        One for each piece.
    str
        The footnotes as an HTML list; empty without any, and for the other languages.

    Raises
    ------
    NarrativeError
        If prose holds an image, a link that is not allowed, or markup that runs into what
        follows it, or if pandoc does not get through it.
    KilledError
        If someone else ends pandoc.
    """
    keys = [f"{to}\0{one.inline}\0{one.markdown}" for one in pieces]
    new = [place for place, key in enumerate(keys) if key not in CONVERTED]
    told, notes = _convert([pieces[place] for place in new], to)
    found = dict(zip(new, told, strict=True))
    every = [found[place] if place in found else CONVERTED[key] for place, key in enumerate(keys)]
    faults = [
        fault(one.where, problem)
        for one, (_, _, reported) in zip(pieces, every, strict=True)
        for kind, text in reported
        if (problem := _problem(kind, text, set(anchors)))
    ]
    if faults:
        raise NarrativeError(dict.fromkeys(faults))
    CONVERTED.update({keys[place]: found[place] for place in new if _alone(pieces[place])})
    converted = [Converted(inline, body) for inline, body, _ in every]
    if to == "plain" and notes:  # they stand at the end of the text
        last = converted[-1]
        converted[-1] = Converted(last.inline, f"{last.body}\n\n{notes}".strip("\n"))
        notes = ""
    return converted, notes


def _alone(one: Joined) -> bool:
    """Whether a piece means the same in any company: no note, no link defined elsewhere."""
    text = _LINK.sub("", f"{one.inline}\n{one.markdown}")
    return "[" not in text and "(@" not in text


def _convert(pieces: Sequence[Joined], to: Target) -> tuple[list[Piece], str]:
    """Give for each piece its inline text, its body and what the filter reports of it."""
    if not pieces:
        return [], ""
    made, reported = _pandoc(pieces, to)
    _check_ends(pieces, reported)
    written = made.decode()
    notes = ""
    if to == "html5" and _NOTES in written:
        written, _, section = written.partition(_NOTES)
        notes = f"<ol>{section.partition('<ol>')[2].rpartition('</ol>')[0]}</ol>"
    if to == "typst":  # what an editor writes cannot hold this: its # would have a backslash
        written = written.replace("align(center)[#table(", "align(left)[#table(")
    if to == "html5":
        written = _TABLE.sub(_accessible, written)
    *cut, (_, rest) = _cut(written, to, len(pieces) + 1)
    notes = rest if to == "plain" else notes
    of: dict[int, list[tuple[str, str]]] = {}
    for kind, mark, text in reported:
        if kind != "mark":
            of.setdefault(int(mark), []).append((kind, text))
    problems = [_problem(kind, text, set()) for kind, text in of.get(-1, [])]
    if problems and not any(kind == "indented" for told in of.values() for kind, _ in told):
        raise NarrativeError([fault("prose", problem) for problem in problems if problem])
    return [
        (" ".join(inline.split("\n")), body, of.get(place, []))
        for place, (inline, body) in enumerate(cut)
    ], notes


def convert_for_word(
    pieces: Sequence[Joined], anchors: Iterable[str]
) -> tuple[list[Converted], Mapping[str, str]]:
    """Convert all pieces of a document to WordprocessingML.

    Parameters
    ----------
    pieces, anchors
        As :func:`convert` takes them.

    Returns
    -------
    list of Converted
        For each piece the runs of its inline text and the blocks of the rest.
    mapping of str to str
        The parts of the package that those refer to; see :func:`report45.writers.docx.unpack`.

    Raises
    ------
    NarrativeError
        As :func:`convert`.
    """
    made, reported = _pandoc(pieces, "docx")
    _check_ends(pieces, reported)
    _check(pieces, reported, set(anchors))
    written, parts = docx.unpack(made)
    cut = _cut(written, "docx", len(pieces) + 1)[:-1]
    return [Converted(docx.inline(inline), body) for inline, body in cut], parts


def _joined(pieces: Sequence[Joined]) -> str:
    return "".join(
        f"\ue010{place}\ue012{one.inline}\ue011\n\n{fenced(one.markdown)}\n\n"
        for place, one in enumerate(pieces)
    )


def _cut(written: str, to: Target, count: int) -> list[tuple[str, str]]:
    cut = _MARKS[to].split(written)
    if cut[0].strip() or cut[1::3] != [str(place) for place in range(count)]:
        raise NarrativeError([fault("prose", notice("cel-loopt-door"))])
    return [(inline, body.strip("\n")) for inline, body in zip(cut[2::3], cut[3::3], strict=True)]


def _accessible(table: re.Match[str]) -> str:
    """Say of a table in prose which cells are headers, and let it scroll on a narrow screen."""
    html = re.sub(r"<th\b", '<th scope="col"', table[0])
    html = re.sub(r"(<tr>\s*)<td(.*?)</td>", r'\1<th scope="row"\2</th>', html, flags=re.DOTALL)
    heads = re.findall(r'<th scope="col".*?</th>', html, re.DOTALL)
    texts = [Markup(head).striptags() for head in heads]  # noqa: S704  to take tags out
    named = ", ".join(filter(None, texts))
    label = f"Tabel: {named}" if named else "Tabel"
    return (
        f'<div class="schuif" role="region" tabindex="0" aria-label="{escape(label)}">{html}</div>'
    )


def _pandoc(pieces: Sequence[Joined], to: Target) -> tuple[bytes, list[list[str]]]:
    try:
        made, said, code = _run(pieces, to, PATIENCE)
    except children.LimitError as error:
        raise NarrativeError(_too_much(pieces, to, error)) from None
    lines = said.splitlines()
    if code:
        raise NarrativeError([fault("prose", notice("pandoc-weigert", reden=" ".join(lines)))])
    told = [line.split("\t", 3)[1:] for line in lines if line.startswith("report45\t")]
    warned = [["warning", "-1", line] for line in lines if line.startswith("[WARNING]")]
    return made, told + warned


def _run(pieces: Sequence[Joined], to: Target, seconds: int) -> tuple[bytes, str, int]:
    command = [_program(), "-f", READER, "-t", WRITERS[to], "-o", "-"]
    command += ["--wrap=auto", f"--columns={COLUMNS}"] if to == "plain" else ["--wrap=none"]
    command += [f"--lua-filter={FILTER}"]
    joined = _joined([*pieces, Joined("")])
    return children.run("pandoc", command, joined.encode(), seconds)


@cache
def _program() -> str:
    """Give the pandoc that came with pypandoc, without the import and the trial that takes."""
    found = find_spec("pypandoc")
    folder = Path(found.origin).parent if found and found.origin else Path()
    own = folder / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
    if own.is_file():
        return str(own)
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def _too_much(pieces: Sequence[Joined], to: Target, error: children.LimitError) -> list[Fault]:
    """Find the piece that pandoc does not get through: it is one of the longest."""
    size = {one: len(one.inline) + len(one.markdown) for one in pieces}
    for one in sorted(size, key=size.__getitem__, reverse=True)[:_SUSPECTS]:
        try:
            _run([one], to, _PATIENCE_FOR_ONE)
        except children.LimitError as alone:
            return [fault(one.where, notice("pandoc-te-zwaar", reden=str(alone)))]
    return [fault("prose", notice("pandoc-te-zwaar", reden=str(error)))]


def _check_ends(pieces: Sequence[Joined], reported: list[list[str]]) -> None:
    marks = {int(mark) for kind, mark, _ in reported if kind == "mark"}
    faults = [
        fault(one.where, notice("loopt-door"))
        for place, one in enumerate(pieces, start=1)
        if place not in marks
    ]
    if faults:
        raise NarrativeError(dict.fromkeys(faults))


def _check(pieces: Sequence[Joined], reported: list[list[str]], anchors: set[str]) -> None:
    faults = []
    for kind, mark, text in reported:
        if problem := _problem(kind, text, anchors):
            faults.append(fault(pieces[int(mark)].where if int(mark) >= 0 else "prose", problem))
    if faults:
        raise NarrativeError(dict.fromkeys(faults))


def _problem(kind: str, text: str, anchors: set[str]) -> Notice | None:
    if kind == "link" and not (text[:1] == "#" and text[1:] in anchors):
        return None if _ADDRESS.match(text) else notice("link-niet-toegestaan", adres=text)
    return {
        "image": notice("afbeelding-in-proza", adres=text),
        "header": notice("kop-zonder-hekje", kop=text),
        "indented": notice("noot-ingesprongen"),
        "raw": notice("andere-taal"),
        "warning": notice("pandoc-zegt", reden=text),
    }.get(kind)
