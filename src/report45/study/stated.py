"""What every chapter says of the study it is about: title data, and the study's own prose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from report45.study.config import StudyConfig
from report45.study.texts import read_sentences, read_texts


def title_data(config: StudyConfig) -> dict[str, Any]:
    """Give a study's title data as chapters carry it."""
    names = ("title", "subtitle", "author", "commissioner", "version")
    meta: dict[str, Any] = {name: getattr(config, name) for name in names}
    return meta | {
        "date": config.date.isoformat(),
        "terms": config.terms.model_dump(),
        "stand_ins": config.stand_ins,
    }


def stated(chapter: str, folder: Path, config: StudyConfig) -> dict[str, Any]:
    """Give what one chapter says of its study.

    Parameters
    ----------
    chapter : str
        Name of the chapter.
    folder : Path
        The study's.
    config : StudyConfig

    Returns
    -------
    dict
        What JSON can hold.

    Raises
    ------
    InputError
        If the study's own prose cannot be read.
    """
    return {
        "chapter": chapter,
        "study": folder.resolve().name,
        "meta": title_data(config),
        "texts": read_texts(folder),
        "sentences": read_sentences(folder),
    }
