"""The only place that ever sees a BSN (Dutch citizen service number).

A keyed hash is needed: there are so few BSNs that an unkeyed hash is undone in a minute.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from typing import TYPE_CHECKING

from report45.errors import Fault, InputError, Place

if TYPE_CHECKING:
    import pandas as pd

KEY = "REPORT45_KEY"
# together, or grouped as forms and passports do: 1234.56.782, 123 456 782
_NINE = re.compile(
    r"(?<![0-9])(?<![0-9][.,])"
    r"(?:[0-9]{4}[ .-]?[0-9]{2}[ .-]?|[0-9]{3}[ .-][0-9]{3}[ .-])[0-9]{3}(?![0-9])"
)
_LENGTH = 16  # base32 characters: 80 bits, no collision to be expected below a billion clients
_SHARE = 0.9  # random nine-digit numbers pass the check digit one time in eleven


def are_bsns(values: pd.Series) -> bool:
    """Whether a column holds BSNs: nearly all its values pass the check digit.

    Parameters
    ----------
    values : Series of str
        The column; empty cells are left out.

    Returns
    -------
    bool
    """
    from stdnum.nl import bsn

    digits = values[values.str.fullmatch("[0-9]{8,9}").fillna(value=False).astype(bool)]
    filled = int((values != "").sum())
    if filled == 0 or len(digits) < _SHARE * filled:
        return False
    sample = digits.head(500)
    return sum(bsn.is_valid(value.zfill(9)) for value in sample) >= _SHARE * len(sample)


def key_from_environment() -> bytes:
    """The secret the pseudonyms are made with.

    Raises
    ------
    InputError
        If the environment holds none, or one shorter than 16 characters.
    """
    key = os.environ.get(KEY, "")
    if len(key) < 16:
        raise InputError(
            [
                Fault(
                    Place(f"environment variable {KEY}"),
                    "no-key",
                    "is needed to replace citizen service numbers, and is missing or too short.",
                    "Set it to a secret of at least 16 characters; keep it out of the study.",
                )
            ]
        )
    return key.encode()


def pseudonym(number: str, key: bytes) -> str:
    """Replace one BSN by a keyed hash (HMAC-SHA-256).

    Parameters
    ----------
    number : str
        Eight or nine digits.
    key : bytes
        The secret.

    Returns
    -------
    str
        Sixteen base32 characters, the same for the same number and key.
    """
    digest = hmac.new(key, number.zfill(9).encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode()[:_LENGTH]


def full(numbers: pd.Series) -> pd.Series:
    """Give BSNs of eight digits the leading zero that they lost; leave all else as it is."""
    short = numbers.str.fullmatch("[0-9]{8}").fillna(value=False).astype(bool)
    return numbers.mask(short, "0" + numbers)


def valid(number: str) -> bool:
    """Whether a text is a BSN: eight or nine digits that pass the check digit."""
    from stdnum.nl import bsn

    # stdnum fills up short numbers itself, so that "12" would become a BSN
    return re.fullmatch("[0-9]{8,9}", number) is not None and bool(bsn.is_valid(number.zfill(9)))


def in_text(text: str) -> bool:
    """Whether prose holds what looks like a BSN: nine digits that pass the check digit.

    Eight digits are let be: they are dates far more often than BSNs without leading zero.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    bool
    """
    return any(valid(re.sub("[ .-]", "", found[0])) for found in _NINE.finditer(text))


def holds(values: pd.Series) -> pd.Series:
    """Which cells of free text hold what looks like a BSN.

    Parameters
    ----------
    values : Series of str
        The column.

    Returns
    -------
    Series of bool
    """
    suspect = values.str.contains(_NINE).fillna(value=False).astype(bool)
    return suspect & values.where(suspect, "").map(in_text).astype(bool)
