"""What a publication is: a folder in ``report_templates`` with a ``publication.toml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from report45.chapters.executed import Cell, Chapter
from report45.checkout import templates_folder
from report45.disk import MissingError, UnreadableError, read_text
from report45.errors import Fault, InputError, Place
from report45.study.toml import read_toml

Format = Literal["html", "pdf", "docx", "txt"]
FORMATS: tuple[Format, ...] = get_args(Format)
BASE = "basis"
"""The folder that gives a publication the templates and styles it has not of its own."""

_TextFile = Annotated[str, StringConstraints(pattern=r"^[\w-]+\.md$")]


class PlannedChapter(BaseModel):
    """One chapter of a publication: executed chapters by name, or prose of its own.

    Parameters
    ----------
    title : str
        Heading of a chapter with sections.
    sections : tuple of str
        Names of executed chapters.
    text : str
        File in the publication's folder: Markdown with Jinja over the facts of all chapters.
    appendix : bool
        Whether its sections are an appendix.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: str = ""
    sections: tuple[str, ...] = ()
    text: _TextFile | None = None
    appendix: bool = False

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.sections) == bool(self.text):
            raise ValueError("a chapter has either sections or a text")
        if self.text and (self.title or self.appendix):
            raise ValueError("a text has its own headings, and is no appendix")
        if len(self.sections) > 1 and not self.title:
            raise ValueError("a chapter with several sections needs a title")
        return self


class Elsewhere(BaseModel):
    """The publication that prose means when it refers to what this one does not hold.

    Parameters
    ----------
    publication : str
        Its name.
    words : str
        What the reader sees behind the number: ``van het deelrapport``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    publication: str
    words: str


class Publication(BaseModel):
    """What ``publication.toml`` declares.

    Parameters
    ----------
    title : str
        Jinja over ``studie``; that of a chapter knows ``ref`` too. Without one, the first ``#``
        heading of its own prose is the title, and where there is none, the title of the study.
    label : str
        What kind of publication the reader has before him; stands above the title.
    formats : tuple of str
        ``html``, ``pdf``, ``docx``, ``txt``.
    chapters : tuple of PlannedChapter
        What it holds, in order.
    elsewhere : Elsewhere, optional
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: str = ""
    label: str = ""
    formats: tuple[Format, ...]
    chapters: tuple[PlannedChapter, ...]
    elsewhere: Elsewhere | None = None


def load_publication(name: str) -> Publication:
    """Read a publication's declaration.

    Parameters
    ----------
    name : str
        Name of its folder in ``report_templates``.

    Raises
    ------
    InputError
        If there is no such publication, or its declaration is not as it should be.
    """
    path = templates_folder() / name / "publication.toml"
    place = Place(f"{name}/publication.toml")
    # Templates are code: a study may name a publication, never point at a folder of its own.
    if not re.fullmatch("[a-z0-9_-]+", name) or not path.is_file():
        known = sorted(one.parent.name for one in templates_folder().glob("*/publication.toml"))
        remedy = f"Known: {', '.join(known)}."
        raise InputError([Fault(place, "no-publication", "no such publication.", remedy)])
    return read_toml(path, Publication, place.file)


def own_text(name: str, file: str, chapters: Sequence[Chapter]) -> Chapter:
    """Read a publication's own prose as a chapter that states and shows nothing itself.

    Parameters
    ----------
    name : str
        Name of the publication.
    file : str
        Name of the text in its folder.
    chapters : sequence of Chapter
        The executed chapters of the study, at least one.

    Returns
    -------
    Chapter
        Its name holds a hyphen, which no executed chapter's name can.

    Raises
    ------
    InputError
        If the text cannot be read.
    """
    path, where = templates_folder() / name / file, f"{name}/{file}"
    try:
        prose = read_text(path)
    except MissingError:
        problem = f"{name}/publication.toml names it; it is missing."
        raise InputError([Fault(Place(where), "missing-file", problem)]) from None
    except UnreadableError as error:
        raise InputError([error.fault(where)]) from None
    own = f"{name}-{Path(file).stem}"
    cells = (Cell(1, prose),)
    return replace(chapters[0], name=own, title="", file=where, cells=cells, facts={})
