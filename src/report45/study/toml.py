"""Read ``study.toml``: every fault in it at once, in words."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from report45.conflict import conflict
from report45.disk import MissingError, UnreadableError, read_text
from report45.errors import Fault, InputError
from report45.study.config import StudyConfig
from report45.study.find import FILE

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def read_config(folder: Path) -> StudyConfig:
    """Read a study's configuration.

    Parameters
    ----------
    folder : Path
        The study's folder.

    Returns
    -------
    StudyConfig

    Raises
    ------
    InputError
        If the folder or file is missing, is not TOML, or does not declare a study; all faults
        at once, unknown keys with the nearest known one.
    """
    path = folder / FILE
    try:
        text = read_text(path, folder)
        if line := conflict(text):
            remedy = "Choose a version and take the marks out."
            place = f"{FILE}, line {line}"
            raise InputError([Fault(place, "holds the marks of a merge conflict.", remedy)])
        written = tomllib.loads(text)
    except MissingError as error:
        raise InputError([Fault(str(path), error.problem, _missing_remedy(folder))]) from None
    except UnreadableError as error:
        where = f"{FILE}, {error.place}" if error.place else FILE
        raise InputError([Fault(where, error.problem, error.remedy)]) from None
    except (ValueError, RecursionError) as error:  # ValueError: a number of 5,000 digits too
        said = f": {error}" if isinstance(error, tomllib.TOMLDecodeError) else ""
        raise InputError([Fault(FILE, f"is not TOML{said}.")]) from None
    try:
        return StudyConfig.model_validate(written)
    except ValidationError as error:
        raise InputError(
            _fault(detail, written)
            for detail in error.errors(include_url=False, include_context=False)
        ) from None


def _missing_remedy(folder: Path) -> str:
    if folder.is_dir():
        return f"Every study folder needs a {FILE}; copy one from another study."
    return "There is no such folder."


def _fault(detail: ErrorDetails, written: dict[str, Any]) -> Fault:
    place = [str(part) for part in detail["loc"]]
    where = f"{FILE}, {_readable(detail['loc'], written)}" if place else FILE
    kind, message = detail["type"], detail["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(place[-1], _known_keys(detail["loc"]), n=1)
        remedy = f"Did you mean `{near[0]}`?" if near else "Remove it."
        return Fault(where, "unknown key.", remedy)
    if kind == "missing":
        return Fault(where, "this key is required.", "Add it.")
    if kind == "string_pattern_mismatch":
        return Fault(where, "not a name.", "Use lower case letters, digits and underscores.")
    return Fault(where, message[:1].lower() + message[1:] + ".")


def _readable(place: tuple[int | str, ...], written: Any) -> str:
    """``characteristics[2].label`` becomes ``characteristics.leeftijd.label`` where it is named."""
    parts: list[str] = []
    for step in place:
        try:
            written = written[step]
        except (KeyError, IndexError, TypeError):
            written = None
        if isinstance(step, int):
            name = written.get("name") if isinstance(written, dict) else None
            parts[-1] += f"[{name if isinstance(name, str) else step + 1}]"
        else:
            parts.append(step)
    return ".".join(parts)


def _known_keys(place: tuple[int | str, ...]) -> list[str]:
    """Keys allowed beside the unknown one, found by walking the declarations along its place."""
    kind: Any = StudyConfig
    for step in place[:-1]:
        kind = _inside(kind, step)
    return list(kind.model_fields) if _is_model(kind) else []


def _inside(kind: Any, step: int | str) -> Any:
    """What a declaration holds at one step: a field, a value of a mapping, a part of a list."""
    if _is_model(kind):
        field = kind.model_fields.get(step)
        kind = field.annotation if field else None
        optional = get_origin(kind) in {Union, UnionType}
        return get_args(kind)[0] if optional else kind
    inner = get_args(kind)
    return inner[get_origin(kind) is dict] if inner else None


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
