"""What is made once for a whole run of tests, however many processes it takes."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")


def folder(tmp: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Give a folder that the first process to ask for it fills, while others wait.

    Parameters
    ----------
    tmp : TempPathFactory
        Of this process; those of one run have a folder in common.
    name : str
        What it is called: the same name, the same contents.
    make : callable
        Fills the folder, which is there and empty.
    """
    base = tmp.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    done = place.with_name(f"{place.name}.done")
    with place.with_name(f"{place.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            make(place)
            done.touch()
    return place


def value(tmp: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """Give what the first process to ask for it made, in a folder that is there and empty."""
    kept = "value.pickle"

    def keep(place: Path) -> None:
        (place / kept).write_bytes(pickle.dumps(make(place)))

    made: Made = pickle.loads((folder(tmp, name, keep) / kept).read_bytes())  # noqa: S301  ours
    return made
