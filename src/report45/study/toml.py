"""Read ``study.toml``: every fault in it at once, in words."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from report45.errors import Fault, InputError
from report45.study.config import StudyConfig

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE = "study.toml"


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
    if not path.is_file():
        raise InputError([Fault(str(path), "the file is missing.", _missing_remedy(folder))])
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            [Fault(FILE, "is not UTF-8.", f"Save it as UTF-8 (byte {error.start}).")]
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError([Fault(FILE, f"is not TOML: {error}.")]) from None
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
    """Keys allowed beside the unknown one, found by walking the models along its place."""
    model: Any = StudyConfig
    for step in place[:-1]:
        if isinstance(model, type) and issubclass(model, BaseModel) and isinstance(step, str):
            field = model.model_fields.get(step)
            model = None if field is None else _model_in(field.annotation)
    if isinstance(model, type) and issubclass(model, BaseModel):
        return list(model.model_fields)
    return []


def _model_in(annotation: Any) -> Any:
    """The model an annotation holds: itself, or inside an optional, a tuple or a dict."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in reversed(getattr(annotation, "__args__", ())):
        if (model := _model_in(inner)) is not None:
            return model
    return None
