"""The complaints on prose that an editor has accepted, each with its reason: ``accepted.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from report45.disk import MissingError
from report45.study.texts import ACCEPTED
from report45.study.toml import read_toml

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class AcceptedFinding(BaseModel):
    """One complaint that stands.

    Parameters
    ----------
    code : str
        Of the complaint: ``typed-number``.
    file : str
        ``notebooks/kenmerken.ipynb``, ``texts/aanpak.md``, ``report_templates/factsheet/tekst.md``.
    text : str
        What the complaint is about, as it stands in the prose or as the complaint says it; no
        line, for lines move.
    reason : str
        Why it may stand. It goes into the manifest of a release.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    code: _Said
    file: _Said
    text: _Said
    reason: _Said


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    accepted: tuple[AcceptedFinding, ...] = ()


def read_accepted(folder: Path) -> tuple[AcceptedFinding, ...]:
    """Read which complaints a study accepts.

    Parameters
    ----------
    folder : Path
        The study's folder; it need not accept any.

    Raises
    ------
    InputError
        If the file cannot be read, or does not say what is needed; all faults at once.
    """
    try:
        return read_toml(folder / ACCEPTED, _File, ACCEPTED, folder).accepted
    except MissingError:
        return ()
