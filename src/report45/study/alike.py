"""Names and codes that look the same to a reader: taken for each other, or told apart in words."""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections.abc import Iterable

# letters that have the shape of a Latin one (Unicode's confusables.txt, Greek and Cyrillic)
_SHAPES = str.maketrans(
    # Cyrillic
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443\u0445\u0501\u051b\u051d\u04bb"
    # Greek
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03bf\u03b9\u03bd\u03c1\u03c5",
    "ABESIJKMHOPCTYXaesijopcyxdqwhABEZHIKMNOPTYXoivpu",
)
_HYPHENS = re.compile("[\u2010-\u2015\u2212\u00ad]")


def tidy(name: str) -> str:
    """Write a name or code one way, however it was typed.

    Letters and their accents become one sign (NFC), white space of any kind and width one space,
    and signs that nobody sees go: two texts that only differ so are the same.

    Parameters
    ----------
    name : str

    Returns
    -------
    str
    """
    if name.isascii():
        return " ".join(name.split())
    seen = (one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one) != "Cf")
    return " ".join("".join(seen).split())


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Suggest the known name that was meant.

    Parameters
    ----------
    wanted : str
        What was written, and is not known.
    known : iterable of str
        What is.

    Returns
    -------
    str
        ``Did you mean groep?``, with the sign that differs where both look the same; an empty
        text when nothing is near.
    """
    names = {folded(name): name for name in reversed([*known]) if folded(name)}
    near = difflib.get_close_matches(folded(wanted), list(names), n=1, cutoff=0.6)
    if not near:
        return ""
    found = names[near[0]]
    return f"Did you mean {found}? {difference(wanted, found)}".rstrip()


def folded(name: str) -> str:
    """Give what is left of a name when case, accents, shapes and marks do not count."""
    plain = unicodedata.normalize("NFKD", tidy(name).translate(_SHAPES))
    return re.sub(r"[\W_]+", "", plain).lower()


def difference(written: str, found: str) -> str:
    """Name the first sign in which two texts differ, when a reader cannot see it.

    Parameters
    ----------
    written, found : str

    Returns
    -------
    str
        A sentence; an empty text when they are equal, or differ for the eye too.
    """
    if written == found or _shape(written) != _shape(found):
        return ""
    pairs = enumerate(itertools.zip_longest(written, found, fillvalue=""), 1)
    at, ours, theirs = next((at, ours, theirs) for at, (ours, theirs) in pairs if ours != theirs)
    return (
        f"They look the same, but sign {at} is {_named(ours)} in one and {_named(theirs)} in the "
        "other."
    )


def _shape(name: str) -> str:
    plain = unicodedata.normalize("NFKC", tidy(name).translate(_SHAPES))
    return _HYPHENS.sub("-", plain)


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip() if sign else "not there"
