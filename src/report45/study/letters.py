"""Letters that no text holds, and how they come into one."""

from __future__ import annotations

import re

# of UTF-8 read as cp1252, the second of two bytes
_SECOND = "".join(re.escape(bytes([one]).decode("cp1252", "ignore")) for one in range(0x80, 0xC0))
_DOUBLED = f"[\u00c3\u00c2][{_SECOND}\x80-\x9f]|\u00e2\u20ac|\u00e2\u201a\u00ac|\u00ef\u00bb\u00bf"
_WRONG = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff\ud800-\udfff]|{_DOUBLED}")

MISREAD = re.compile(f"\ufffd|{_DOUBLED}")
"""What becomes of letters that are read in the wrong encoding; UNFIT has what else they become."""

UNFIT = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U0010ffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
"""Characters no text may hold: private-use ones and others that show nothing."""


def unfit(text: str) -> tuple[int, str] | None:
    """Give the line and the sign of the first character that no text may hold, if there is one."""
    if (found := UNFIT.search(text)) is None:
        return None
    return text.count("\n", 0, found.start()) + 1, f"U+{ord(found[0]):04X}"


def wrong_letters(text: str) -> str:
    """Find the first sign of a text that was read in the wrong encoding, or is damaged.

    Control signs, most of all those that latin-1 has where cp1252 has quotation marks; the sign
    that stands for what could not be read; and what becomes of the letters of UTF-8 when they are
    read as cp1252.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Its signs by number, ``U+FFFD``; empty when there are none.
    """
    found = _WRONG.search(text)
    return " ".join(f"U+{ord(sign):04X}" for sign in found[0]) if found else ""
