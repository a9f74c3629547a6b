"""The characters of a PDF: where each stands, and to which piece of the structure it belongs."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import apply_matrix_pt

Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Char:
    """A character on a page, in points from the lower left corner.

    Parameters
    ----------
    text : str
    box : tuple of float
        Left, bottom, right, top.
    run : int
        The text-showing operation it comes from.
    piece : int or None
        Its marked content; none for what belongs to the page and not to the text.
    clip : tuple of float
        What of the page may be seen where it stands.
    """

    text: str
    box: Rect
    run: int
    piece: int | None
    clip: Rect


@dataclass(frozen=True)
class Sheet:
    """One page: its box and its characters, in the order in which they were written."""

    box: Rect
    chars: tuple[Char, ...]


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """Read every page of a PDF."""
    manager = PDFResourceManager()
    sheets = []
    for page in PDFPage.get_pages(io.BytesIO(content)):
        device = _Device(manager)
        interpreter = _Interpreter(manager, device)
        x0, y0, x1, y1 = page.mediabox
        device.clip = (0.0, 0.0, x1 - x0, y1 - y0)
        interpreter.process_page(page)
        sheets.append(Sheet((0.0, 0.0, x1 - x0, y1 - y0), tuple(device.chars)))
    return tuple(sheets)


def texts(sheets: tuple[Sheet, ...]) -> Mapping[tuple[int, int], list[Char]]:
    """Give the characters of every piece of marked content, by page and number."""
    found: dict[tuple[int, int], list[Char]] = defaultdict(list)
    for place, sheet in enumerate(sheets):
        for char in sheet.chars:
            if char.piece is not None:
                found[place, char.piece].append(char)
    return found


class _Device(PDFPageAggregator):
    """Keeps characters with their marks, and leaves lines and pictures alone."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.chars: list[Char] = []
        self.clip: Rect = (0, 0, 0, 0)
        self._run = 0
        self._marks: list[int | None] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        number = props.get("MCID") if isinstance(props, Mapping) else None
        outer = self._marks[-1] if self._marks else None
        artifact = getattr(tag, "name", "") == "Artifact"
        self._marks.append(None if artifact else number if number is not None else outer)

    def end_tag(self) -> None:
        self._marks.pop()

    def render_string(self, *arguments: Any, **named: Any) -> None:
        self._run += 1
        super().render_string(*arguments, **named)

    def render_char(self, *arguments: Any, **named: Any) -> float:
        width: float = super().render_char(*arguments, **named)
        char = next(reversed(self.cur_item._objs))
        if isinstance(char, LTChar):
            mark = self._marks[-1] if self._marks else None
            self.chars.append(Char(char.get_text(), char.bbox, self._run, mark, self.clip))
        return width

    def paint_path(self, *_: Any) -> None: ...

    def receive_layout(self, ltpage: LTPage) -> None: ...


class _Interpreter(PDFPageInterpreter):
    """Follows clipping, which pdfminer passes over."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._clips: list[Rect] = []
        self._clipping = False

    def do_q(self) -> None:
        self._clips.append(self.device.clip)
        super().do_q()

    def do_Q(self) -> None:  # noqa: N802  named after the operator
        if self._clips:
            self.device.clip = self._clips.pop()
        super().do_Q()

    def do_W(self) -> None:  # noqa: N802
        self._clipping = True

    def do_W_a(self) -> None:  # noqa: N802
        self._clipping = True

    def do_n(self) -> None:
        if self._clipping:
            self._clipping = False
            points = [
                apply_matrix_pt(self.ctm, (step[place], step[place + 1]))
                for step in self.curpath
                for place in range(1, len(step) - 1, 2)
            ]
            self.device.clip = _meet(self.device.clip, points)
        super().do_n()


def _meet(clip: Rect, points: list[tuple[float, float]]) -> Rect:
    if not points:
        return clip
    across, along = [one[0] for one in points], [one[1] for one in points]
    return (
        max(clip[0], min(across)),
        max(clip[1], min(along)),
        min(clip[2], max(across)),
        min(clip[3], max(along)),
    )
