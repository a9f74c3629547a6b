"""The sentences a publication can say: those of all, its own, and the study's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from report45.chapters.executed import Chapter
from report45.checkout import templates_folder
from report45.study.texts import SENTENCES
from report45.wording.sentences import TERMS, Message, Sentences, read_sentences

FOLDER = "sentences/nl"
"""Where in ``report_templates`` the sentences of all publications are, one file a subject."""
Source = tuple[str, str]
"""Name for messages, and text."""


def sources(publication: str = "") -> list[Source]:
    """Read the files of sentences that stand in ``report_templates``.

    Parameters
    ----------
    publication : str
        Name of the publication, whose own come last; by default there are none.
    """
    folder = templates_folder()
    files = sorted((folder / FOLDER).glob("*.ftl"))
    own = folder / publication / SENTENCES
    files += [own] if publication and own.is_file() else []
    return [(one.relative_to(folder).as_posix(), one.read_text(encoding="utf-8")) for one in files]


def sentences_of(
    chapter: Chapter, publication: str = "", written: Iterable[Source] | None = None
) -> Sentences:
    """Give what the prose of a publication can say.

    Parameters
    ----------
    chapter : Chapter
        Any of the study's: it carries the study's own sentences and terms.
    publication : str
        Name of the publication.
    written : iterable of (str, str), optional
        The files that are not the study's, where they are known already.

    Raises
    ------
    InputError
        If a file cannot be read as messages.
    """
    given = sources(publication) if written is None else list(written)
    if chapter.sentences:
        given.append((SENTENCES, chapter.sentences))
    messages = _messages(tuple((file, text) for file, text in given))
    terms = chapter.meta.get("terms", {})
    return Sentences(messages, {TERMS.get(name, name): term for name, term in terms.items()})


@lru_cache(maxsize=8)  # every publication, and the check of it, says what is in the same files
def _messages(given: tuple[Source, ...]) -> tuple[Message, ...]:
    return read_sentences(given)
