"""Read ``study.toml``: every fault in it at once, in words."""

from __future__ import annotations

import difflib
import tomllib
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError

from report45.conflict import conflict
from report45.disk import MissingError, UnreadableError, read_text
from report45.errors import Fault, InputError, Place
from report45.study.config import StudyConfig
from report45.study.find import FILE

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


Declaration = TypeVar("Declaration", bound=BaseModel)


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
    try:
        return read_toml(folder / FILE, StudyConfig, FILE, folder)
    except MissingError as error:
        remedy = _missing_remedy(folder)
        raise InputError([error.fault(str(folder / FILE), remedy)]) from None


def read_toml(
    path: Path, model: type[Declaration], file: str, inside: Path | None = None
) -> Declaration:
    """Read what a file of TOML declares.

    Parameters
    ----------
    path : Path
        The file.
    model : type
        What it must declare.
    file : str
        Its name, for messages.
    inside : Path, optional
        The folder it must stand in.

    Raises
    ------
    MissingError
        If there is no such file.
    InputError
        If it cannot be read, or does not declare that; all faults at once.
    """
    try:
        text = read_text(path, inside)
    except MissingError:
        raise
    except UnreadableError as error:
        raise InputError([error.fault(file)]) from None
    return cast("Declaration", _declared(text, model, file))


@lru_cache(maxsize=16)  # some declarations are asked for time and again
def _declared(text: str, model: type[BaseModel], file: str) -> BaseModel:
    if line := conflict(text):
        place, problem = Place(file, line=line), "holds the marks of a merge conflict."
        remedy = "Choose a version and take the marks out."
        raise InputError([Fault(place, "conflict", problem, remedy)])
    try:
        written = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: a number of 5,000 digits too
        said = f": {error}" if isinstance(error, tomllib.TOMLDecodeError) else ""
        raise InputError([Fault(Place(file), "not-toml", f"is not TOML{said}.")]) from None
    try:
        return model.model_validate(written)
    except ValidationError as error:
        raise InputError(
            _fault(detail, written, model, file)
            for detail in error.errors(include_url=False, include_context=False)
        ) from None


def _missing_remedy(folder: Path) -> str:
    if folder.is_dir():
        return f"Every study folder needs a {FILE}; copy one from another study."
    return "There is no such folder."


def _fault(
    detail: ErrorDetails, written: dict[str, Any], model: type[BaseModel], file: str
) -> Fault:
    where = Place(file, part=_readable(detail["loc"], written))
    kind, message = detail["type"], detail["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(
            str(detail["loc"][-1]), _known_keys(detail["loc"], model), n=1
        )
        remedy = f"Did you mean `{near[0]}`?" if near else "Remove it."
        return Fault(where, "unknown-key", "unknown key.", remedy)
    if kind == "missing":
        return Fault(where, "missing-key", "this key is required.", "Add it.")
    if kind == "string_pattern_mismatch" and detail["loc"][-1] != "text":  # a file of prose
        remedy = "Use lower case letters, digits and underscores."
        return Fault(where, "not-a-name", "not a name.", remedy)
    return Fault(where, "invalid-value", message[:1].lower() + message[1:] + ".")


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


def _known_keys(place: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    """Keys allowed beside the unknown one, found by walking the declarations along its place."""
    kind: Any = model
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
