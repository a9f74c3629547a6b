"""Typst in a process of its own, which can be limited and whose end is nobody else's.

Run by path, without report45: source comes in on standard input; the length of each page or file
and then all of them go out on standard output. What Typst refuses is told on standard error.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

import typst

REFUSED = 3
"""Exit code for a source that Typst refuses, or takes with a warning."""


def main() -> None:
    """Typeset what is asked: the only argument is JSON."""
    asked = json.loads(sys.argv[1])
    source = sys.stdin.buffer.read()
    try:
        made = _drawn(source, asked) if "per_inch" in asked else [_typeset(source, asked)]
    except (typst.TypstError, ValueError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(REFUSED) from None
    sys.stdout.buffer.write(json.dumps([len(one) for one in made]).encode() + b"\n")
    sys.stdout.buffer.write(b"".join(made))


def _typeset(source: bytes, asked: dict[str, Any]) -> bytes:
    pdf, warnings = typst.compile_with_warnings(
        source,
        format="pdf",
        font_paths=typst.Fonts(font_paths=[asked["fonts"]], include_system_fonts=False),
        pdf_standards=asked["standards"],
        timestamp=datetime.fromisoformat(asked["day"]).replace(tzinfo=UTC),
    )
    if warnings:
        raise ValueError("; ".join(str(warning.message) for warning in warnings))
    made: bytes = pdf
    return made


def _drawn(source: bytes, asked: dict[str, Any]) -> list[bytes]:
    fonts = typst.Fonts(include_system_fonts=False)
    drawn = typst.compile(source, format="png", ppi=asked["per_inch"], font_paths=fonts)
    return drawn if isinstance(drawn, list) else [drawn]


if __name__ == "__main__":
    main()
