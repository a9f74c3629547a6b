"""The complaints on prose that an editor has accepted, each with its reason: ``accepted.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from report45.disk import MissingError, UnreadableError, read_text
from report45.errors import Fault, InputError
from report45.study.texts import ACCEPTED

_Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Accepted(BaseModel):
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

    accepted: tuple[Accepted, ...] = ()


def read_accepted(folder: Path) -> tuple[Accepted, ...]:
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
        written = tomllib.loads(read_text(folder / ACCEPTED, folder))
        return _File.model_validate(written).accepted
    except MissingError:
        return ()
    except UnreadableError as error:
        raise InputError([Fault(ACCEPTED, error.problem, error.remedy)]) from None
    except ValidationError as error:
        raise InputError(
            Fault(f"{ACCEPTED}, {_place(one['loc'])}", f"{one['msg'][:1].lower()}{one['msg'][1:]}.")
            for one in error.errors(include_url=False, include_context=False, include_input=False)
        ) from None
    except (ValueError, RecursionError) as error:
        said = f": {error}" if isinstance(error, tomllib.TOMLDecodeError) else ""
        raise InputError([Fault(ACCEPTED, f"is not TOML{said}.")]) from None


def _place(parts: tuple[int | str, ...]) -> str:
    return ".".join(str(one + 1) if isinstance(one, int) else one for one in parts)
