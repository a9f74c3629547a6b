"""What is said in English below, where no message is known, found among the messages by its words.

Reading a file knows nothing of languages. Of a file that an editor writes, what is wrong with it is
told in the editor's language all the same: ``bestanden.ftl`` holds, in English, what is said there,
with variables for what differs, and beside it the same in Dutch.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from report45.errors import Fault
from report45.wording.notices import Notice, notice
from report45.wording.telling import MESSAGES, REMEDY, apart

FILE = "bestanden.ftl"
_WRITTEN = frozenset({".ftl", ".ipynb", ".md"})
_DECLARED = frozenset({"accepted.toml", "publication.toml"})
_OF_FOLDERS = frozenset({"unreadable-file", "no-chapters"})
_WHATEVER = "…"
_VARIABLE = re.compile(r"\{ \$(\w+) \}")


def known(one: Fault) -> Notice | None:
    """Give what tells a fault of an editor's file in any language.

    Parameters
    ----------
    one : Fault
        In English.

    Returns
    -------
    Notice or None
        None where the file is no editor's, or its words are in no message.
    """
    path = Path(one.place.file)
    folder = not path.suffix and one.code in _OF_FOLDERS
    if not (path.suffix in _WRITTEN or path.name in _DECLARED or folder):
        return None
    for name, problem, remedy in _patterns():
        found, done = problem.fullmatch(one.problem), remedy.fullmatch(one.remedy)
        if found and done:
            return notice(name, **found.groupdict(), **done.groupdict())
    return None


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Every message as it reads in English, those that say most in words of their own first."""
    written = apart((MESSAGES / "en" / FILE).read_text(encoding="utf-8"))
    texts = {name: text.partition(" = ")[2].strip() for name, text in written.items()}
    named = [name for name in texts if not name.endswith(REMEDY.format(""))]
    named.sort(key=lambda name: -len(_VARIABLE.sub("", texts[name])))
    return [(one, _read(texts[one]), _read(texts.get(REMEDY.format(one), ""))) for one in named]


def _read(text: str) -> re.Pattern[str]:
    pieces = [re.escape(one).replace(_WHATEVER, ".+") for one in _VARIABLE.split(text)]
    shown = [f"(?P<{one}>.+)" if place % 2 else one for place, one in enumerate(pieces)]
    return re.compile("".join(shown), re.DOTALL)
