"""What a release follows from and what it holds, in one file beside the publications."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from report45.checkout import LOCK, ROOT, TEMPLATES
from report45.errors import Fault, InputError, Place
from report45.execution import children

FILE = "manifest.json"

_PATIENCE = 60
_DISTRIBUTION = re.compile(r"[\w.-]+")


class _FilePart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Parameters(_FilePart):
    """What was asked for.

    Parameters
    ----------
    study : str
        The one parameter of every chapter: the study's name.
    publications : dict of str to tuple of str
        Names of the publications, each with its formats.
    """

    study: str
    publications: dict[str, tuple[str, ...]]


class Commit(_FilePart):
    """Where the inputs stand in version control.

    Parameters
    ----------
    id : str
        The commit that was checked out.
    clean : bool
        Whether every input is as that commit has it.
    """

    id: str
    clean: bool


class Manifest(_FilePart):
    """What a release follows from and what it holds.

    Parameters
    ----------
    format : str
        Of the manifest itself.
    title, version, date : str
        As the study declares them; the date as ``2019-05-01``.
    parameters : Parameters
    disclosure : str
        The profile by which small numbers were suppressed; ``none`` when nothing was.
    accepted : tuple of dict
        The complaints on its prose that were accepted: code, file, text and reason.
    commit : Commit, optional
        Absent outside version control.
    versions : dict of str to str
        Of Python, report45 and the packages it uses itself; the lock file, an input, holds the
        rest.
    inputs : dict of str to str
        SHA-256 of every input by its portable name.
    files : dict of str to str
        SHA-256 of every file of the release but the manifest.
    facts : tuple of dict
        Every fact, as ``facts.json`` holds them.
    digest : str
        SHA-256 over all of the above: one number to note down for a whole release.
    """

    format: Literal["report45 release 1"] = "report45 release 1"
    title: str
    version: str
    date: str
    parameters: Parameters
    disclosure: str
    accepted: tuple[dict[str, str], ...] = ()
    commit: Commit | None = None
    versions: dict[str, str]
    inputs: dict[str, str]
    files: dict[str, str]
    facts: tuple[dict[str, Any], ...]
    digest: str = ""

    @property
    def computed(self) -> str:
        """The digest as it should be."""
        rest = self.model_dump(mode="json", exclude={"digest"})
        return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write a manifest into the folder of its release."""
    whole = manifest.model_dump(
        mode="json", exclude={"commit"} if manifest.commit is None else None
    )
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a release.

    Parameters
    ----------
    folder : Path
        The release.

    Raises
    ------
    InputError
        If the folder has no manifest, or one that is not as it should be.
    """
    path = folder / FILE
    place = Place(str(path))
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        return Manifest.model_validate_json(json.dumps(written), strict=True)
    except (FileNotFoundError, NotADirectoryError):
        remedy = "Name a folder that `report45 release` wrote."
        raise InputError([Fault(place, "missing-file", "the file is missing.", remedy)]) from None
    except ValidationError as error:
        raise InputError(
            Fault(
                replace(place, part=".".join(map(str, one["loc"])) or "whole"),
                "invalid-value",
                f"{one['msg']}.",
            )
            for one in error.errors(include_input=False)
        ) from None
    except ValueError as error:
        raise InputError([Fault(place, "unreadable-file", f"cannot be read: {error}.")]) from None


def versions() -> dict[str, str]:
    """Give the versions of Python, report45 and the packages it depends on directly."""
    needed = (one for one in metadata.requires("report45") or () if "extra ==" not in one)
    names = sorted(found[0] for one in needed if (found := _DISTRIBUTION.match(one)))
    own = {"python": platform.python_version(), "report45": metadata.version("report45")}
    return own | {name: metadata.version(name) for name in names}


def commit(inputs: Iterable[Path]) -> Commit | None:
    """Say which commit is checked out, and whether these files and folders are as it has them.

    Parameters
    ----------
    inputs : iterable of Path
        Besides report45's own source, templates and lock file.

    Returns
    -------
    Commit or None
        None outside version control.
    """
    own = [ROOT / "src", TEMPLATES, LOCK]
    head = _git("rev-parse", "HEAD")
    paths = [str(one.resolve()) for one in [*own, *inputs]]
    changed = _git("status", "--porcelain", "--untracked-files=all", "--", *paths)
    if head is None:
        return None
    return Commit(id=head.strip(), clean=changed is not None and not changed.strip())


def _git(*arguments: str) -> str | None:
    try:
        said, _, code = children.run("git", ["git", "-C", str(ROOT), *arguments], b"", _PATIENCE)
    except OSError:  # there is none
        return None
    return said.decode("utf-8", "replace") if code == 0 else None
