"""What a build has to say of the prose it publishes, from what it has already.

Nothing is analysed again: the facts and displays are those of the executed chapters. What reading
a piece of prose gave is kept, so that an edit costs the reading of what was edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from report45.errors import NarrativeError
from report45.lint.check import findings_in
from report45.lint.readings import Readings, digest_of
from report45.lint.sources import StudyProse
from report45.study.texts import ACCEPTED
from report45.wording.notices import Finding

if TYPE_CHECKING:
    from report45.store.cache import Cache

_APART = ("notebooks/", "data/", "cases/", ACCEPTED)
"""What is in the key of each piece, in the facts, or weighed afterwards."""


class Complaints:
    """Reads the prose of one build.

    Parameters
    ----------
    prose : StudyProse
        With the chapters as they were executed.
    given : mapping of str to str
        Digests of all the build follows from.
    facts : str
        Digest of all facts.
    cache : Cache
        Where what was read before is kept.
    """

    def __init__(
        self, prose: StudyProse, given: Mapping[str, str], facts: str, cache: Cache
    ) -> None:
        self._prose, self._cache = prose, cache
        self._name = f"prose-{prose.folder.resolve().name}"
        rest = {
            name: digest
            for name, digest in given.items()
            if not name.startswith(_APART) and not name.endswith(".md")
        }
        shown = [
            (shown.path, shown.kind)
            for draft in prose.drafts
            for cell in draft.chapter.cells
            for shown in cell.displays
        ]
        left_out = [one.name for one in prose.left_out]
        self._base = digest_of(rest, facts, shown, left_out, sorted(prose.texts))

    def found(self, *, render: bool = False) -> tuple[Finding, ...]:
        """Give what is to be said.

        Parameters
        ----------
        render : bool
            Whether to find also what rendering refuses.
        """
        noted = self._cache.note(self._name) or {}
        kept = noted.get("readings") if noted.get("base") == self._base else None
        readings = Readings(self._prose.texts, kept)
        found = findings_in(self._prose, readings, render=render)
        if readings.now != kept:
            self._cache.keep_note(self._name, {"base": self._base, "readings": readings.now})
        return found

    def refused(self, error: NarrativeError) -> NarrativeError:
        """Say why prose cannot be published in the words of a check, all at once.

        Parameters
        ----------
        error : NarrativeError
            Raised when it was rendered or converted.
        """
        errors = [one for one in self.found(render=True) if one.severity == "error"]
        return NarrativeError(errors) if errors else error
