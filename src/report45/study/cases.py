"""Read the stories of individual clients: Markdown with front matter in ``cases/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from report45.errors import Fault, InputError, Place
from report45.study.people import Declared
from report45.study.texts import prose_files, read_prose

_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_HEADING = re.compile(r"^##[ \t]+(\S.*)$", re.MULTILINE)


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
    file : str
        Where it stands in the study's folder.
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
    file: str = "cases"


class _FrontMatter(Declared):
    number: int = Field(gt=0, strict=True)
    sex: str = ""
    age: int | str = ""
    background: str = ""
    status: str
    unemployed_months: int | None = Field(None, ge=0)
    programme_months: int | None = Field(None, ge=0)
    full: bool = False


def read_cases(folder: Path) -> tuple[tuple[CaseStory, ...], list[Fault]]:
    """Read every ``cases/*.md`` of a study.

    Parameters
    ----------
    folder : Path
        The study's folder; it need not have cases.

    Returns
    -------
    tuple of CaseStory
        By number.
    list of Fault
        What was wrong, over all files.
    """
    faults: list[Fault] = []
    stories: dict[int, CaseStory] = {}
    try:
        paths = prose_files(folder, "cases")
    except InputError as error:
        return (), [*error.faults]
    for path in paths:
        story = _read(folder, path, faults)
        if story is None:
            continue
        if story.number in stories:
            problem = f"number {story.number} is used twice."
            faults.append(Fault(Place(f"cases/{path.name}"), "double-name", problem))
        stories[story.number] = story
    return tuple(stories[number] for number in sorted(stories)), faults


def _read(folder: Path, path: Path, faults: list[Fault]) -> CaseStory | None:
    where = Place(f"cases/{path.name}")
    text = read_prose(folder, path, faults)
    if text is None:
        return None
    parts = _FRONT.match(text)
    if parts is None:
        remedy = "Start with --- … --- lines."
        faults.append(Fault(where, "no-front-matter", "has no front matter.", remedy))
        return None
    before = len(faults)
    front = _front(parts[1], where, faults)
    lines = text.count("\n", 0, parts.start(2))
    sections = _sections(parts[2], lines, where, faults)
    if front is None or len(faults) > before:
        return None
    given = front.model_dump() | {"age": str(front.age), "sections": sections}
    return CaseStory(**given, file=where.file)


def _front(written: str, where: Place, faults: list[Fault]) -> _FrontMatter | None:
    try:
        node = yaml.compose(written, Loader=yaml.SafeLoader)
        keys = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        return _FrontMatter.model_validate(yaml.safe_load(written) or {})
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: 2018-02-31 as a date
        problem = "the front matter is not YAML."
        faults.append(Fault(where, "not-yaml", problem, "Write `key: value` lines."))
        return None
    lines = {key.value: key.start_mark.line + 2 for key in keys}
    for one in found:
        kind, message = one["type"], one["msg"]
        key = str(one["loc"][0]) if one["loc"] else ""
        at = replace(where, line=lines.get(key))
        # a key that we do not know may hold anything, so it is named by its line alone
        if kind == "extra_forbidden":
            known = ", ".join(_FrontMatter.model_fields)
            problem = "unknown key in the front matter."
            faults.append(Fault(at, "unknown-key", problem, f"Known: {known}."))
        elif key in _FrontMatter.model_fields:
            problem = message[:1].lower() + message[1:] + "."
            faults.append(Fault(replace(at, part=key), "invalid-value", problem))
        else:
            problem = "the front matter has no keys."
            faults.append(Fault(at, "not-yaml", problem, "Write `key: value` lines."))
    return None


def _sections(body: str, above: int, where: Place, faults: list[Fault]) -> dict[str, str]:
    """The text under every heading; ``above`` counts the lines before the body."""
    lead, *parts = _HEADING.split(body)
    if not parts:
        remedy = "Write at least one `## Heading`."
        faults.append(Fault(where, "no-section", "has no section.", remedy))
    elif lead.strip():
        blank = len(lead) - len(lead.lstrip())
        place = replace(where, line=above + 1 + lead.count("\n", 0, blank))
        problem, remedy = "text before the first section.", "Put a `## Heading` above."
        faults.append(Fault(place, "text-before-section", problem, remedy))
    headings = [one.rstrip() for one in parts[::2]]
    if len(set(headings)) < len(headings):
        problem = "two sections have the same heading."
        faults.append(Fault(where, "double-name", problem, "Rename one of them."))
    return {heading: text.strip() for heading, text in zip(headings, parts[1::2], strict=True)}
