"""The marks that a merge leaves in a file when two people changed the same lines."""

from __future__ import annotations

import re

_MARK = re.compile(r"<{7}(?!<)|>{7}(?!>)|^\|{7}(?!\|)|^={7}[ \t]*$", re.MULTILINE)


def conflict(text: str) -> int:
    """Give the first line that holds a mark of a merge conflict, of git or of nbdime.

    Parameters
    ----------
    text : str
        Any text that people write.

    Returns
    -------
    int
        Counted from 1; 0 without a mark.
    """
    found = _MARK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
