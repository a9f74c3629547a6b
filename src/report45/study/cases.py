"""Read the stories of individual clients: Markdown with front matter in ``cases/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from report45.errors import Fault
from report45.study.config import Declared

_FRONT = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n(.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^##\s+(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class CaseStory:
    """One client's story, as a file in ``cases/`` tells it.

    Parameters
    ----------
    number : int
        The client's number in the report.
    sex, age, background, status : str
        As the report prints them; empty where unknown.
    unemployed_months, programme_months : int or None
        Months without work before the programme, and months in it.
    full : bool
        True for a full story, False for a short profile.
    sections : mapping of str to str
        Heading to Markdown text, in the order of the file.
    """

    number: int
    sex: str
    age: str
    background: str
    status: str
    unemployed_months: int | None
    programme_months: int | None
    full: bool
    sections: Mapping[str, str]


class _FrontMatter(Declared):
    number: int
    sex: str = ""
    age: int | str = ""
    background: str = ""
    status: str
    unemployed_months: int | None = None
    programme_months: int | None = None
    full: bool = False


def read_cases(folder: Path) -> tuple[tuple[CaseStory, ...], list[Fault]]:
    """Read every ``*.md`` in a folder.

    Parameters
    ----------
    folder : Path
        The study's ``cases`` folder; it need not exist.

    Returns
    -------
    tuple of CaseStory
        By number.
    list of Fault
        What was wrong, over all files.
    """
    faults: list[Fault] = []
    stories: dict[int, CaseStory] = {}
    for path in sorted(folder.glob("*.md")):
        where = f"cases/{path.name}"
        story = _read(path, where, faults)
        if story is None:
            continue
        if story.number in stories:
            faults.append(Fault(where, f"number {story.number} is used twice."))
        stories[story.number] = story
    return tuple(stories[number] for number in sorted(stories)), faults


def _read(path: Path, where: str, faults: list[Fault]) -> CaseStory | None:
    try:
        parts = _FRONT.match(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        faults.append(Fault(where, "is not UTF-8.", "Save it as UTF-8."))
        return None
    if parts is None:
        faults.append(Fault(where, "has no front matter.", "Start with --- … --- lines."))
        return None
    try:
        front = _FrontMatter.model_validate(_yaml(parts[1]))
    except yaml.YAMLError:
        faults.append(Fault(where, "the front matter is not YAML.", "Write `key: value` lines."))
        return None
    except ValidationError as error:
        for detail in error.errors():
            key = ".".join(str(part) for part in detail["loc"])
            faults.append(Fault(f"{where}, {key}", detail["msg"].lower() + "."))
        return None
    sections = _sections(parts[2])
    if not sections:
        faults.append(Fault(where, "has no section.", "Write at least one `## Heading`."))
        return None
    known = front.model_dump() | {"age": str(front.age), "sections": sections}
    return CaseStory(**known)


def _yaml(text: str) -> Any:
    return yaml.safe_load(text) or {}


def _sections(body: str) -> dict[str, str]:
    _, *parts = _HEADING.split(body)
    return {heading: text.strip() for heading, text in zip(parts[::2], parts[1::2], strict=True)}
