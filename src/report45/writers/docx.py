"""WordprocessingML: taking apart what pandoc wrote, and packing a document for Word."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence

_RUN = '<w:r><w:t xml:space="preserve">'
_END = "</w:t></w:r>"
_RUNS = re.compile(f"(?:{_RUN}[^<]*{_END})+")
_LINK = re.compile(r'<Relationship [^<>]*TargetMode="External" ?/>')
_LISTED = re.compile(
    r'<w:pStyle w:val="ListParagraph" />'
    r'(<w:numPr><w:ilvl w:val="(\d)" /><w:numId w:val="\d+" /></w:numPr>)'
)
_BULLET = re.compile(
    r'(w:val="bullet" /><w:lvlText w:val=")[^" ]"'
    r"( /><w:lvlJc[^<>]*>(?:(?!<w:lvlText|</w:lvl>).)*+</w:lvl>)"
)
_SIGNS = re.compile("<w:rPr>(?:(?!</?w:rPr>).)*+</w:rPr>")
_KEPT = ("word/footnotes.xml", "word/_rels/footnotes.xml.rels")


def unpack(parts: Mapping[str, str]) -> tuple[list[tuple[str, str]], Mapping[str, str]]:
    """Take what pandoc wrote apart.

    Parameters
    ----------
    parts : mapping of str to str
        The parts of a document of pandoc's, with ``<piece/>`` around each piece and ``<inline/>``
        around its inline text.

    Returns
    -------
    list of (str, str)
        The runs of each piece's inline text, and the blocks that follow it, in one style where
        pandoc has several for the same.
    mapping of str to str
        The parts of the package that the pieces refer to, by name, and ``links``: the
        relationships with addresses outside.
    """
    body = re.sub(r">\s*\n\s*<", "><", parts["word/document.xml"])
    body = body.replace('"FirstParagraph"', '"BodyText"')
    body = re.sub(
        r'<w:pPr>(?:<w:pStyle w:val="Compact" />)?<w:numPr>',
        '<w:pPr><w:pStyle w:val="ListParagraph" /><w:numPr>',
        body,
    )
    body = body.replace('"Compact"', '"TableText"')  # what is left of it stands in tables
    body = body.replace('<w:tblW w:type="auto" w:w="0" />', '<w:tblW w:type="pct" w:w="5000" />')
    body = body.replace('w:firstColumn="0"', 'w:firstColumn="1"')
    kept = {name: parts[name] for name in _KEPT}
    kept["word/numbering.xml"] = _numbering(parts["word/numbering.xml"])
    kept["links"] = "".join(_LINK.findall(parts["word/_rels/document.xml.rels"]))
    pieces = [one.split("<inline/>") for one in _RUNS.sub(_joined, body).split("<piece/>")[1:-1]]
    return [(inline, rest.removeprefix("</w:p>")) for _, inline, rest in pieces], kept


def _joined(runs: re.Match[str]) -> str:
    """Make one run of several, so that a reader who selects or searches meets whole sentences."""
    text = runs[0].replace(f"{_END}{_RUN}", "")
    return "" if text == f"{_RUN}{_END}" else text


def _numbering(part: str) -> str:
    """Give lists the indents of the house, and bullets that need no font of signs."""
    part = re.sub(
        r'w:left="(\d+)" w:hanging="360"',
        lambda found: f'w:left="{int(found[1]) * 357 // 720}" w:hanging="357"',
        part,
    )
    return _BULLET.sub(lambda found: f'{found[1]}•"{_SIGNS.sub("", found[2])}', part)


def restyle(blocks: str, box: str) -> str:
    """Give paragraphs and lists the styles of a box, whose edge lists must keep to.

    Parameters
    ----------
    blocks : str
        WordprocessingML.
    box : str
        Style of its paragraphs; that of its lists ends in ``List``.
    """

    def listed(found: re.Match[str]) -> str:
        indent = 260 + 357 * (int(found[2]) + 1)
        return (
            f'<w:pStyle w:val="{box}List" />{found[1]}<w:ind w:left="{indent}" w:hanging="357" />'
        )

    blocks = _LISTED.sub(listed, blocks)
    return blocks.replace('<w:pStyle w:val="BodyText" />', f'<w:pStyle w:val="{box}" />')


def bookmark(anchor: str) -> str:
    """Name a bookmark as pandoc's links do: Word allows 40 characters."""
    if len(anchor) <= 40 and anchor[:1].isalpha():
        return anchor
    return f"X{hashlib.sha1(anchor.encode(), usedforsecurity=False).hexdigest()[1:]}"


def pack(parts: Sequence[tuple[str, str | bytes]]) -> bytes:
    """Pack the parts of a document; same parts, same bytes.

    Parameters
    ----------
    parts : sequence of (str, str or bytes)
        Names and contents, in the order in which they stand in the file.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts:
            about = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 0  # the same on every system
            package.writestr(about, content)
    return out.getvalue()
