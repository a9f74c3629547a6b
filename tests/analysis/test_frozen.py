"""Results, declarations and sentences are frozen, all of them."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import pydantic
import pytest

import report45

PACKAGES = ("report45.analysis.", "report45.study.", "report45.wording.")


def classes() -> Iterator[type]:
    for module in pkgutil.walk_packages(report45.__path__, "report45."):
        if module.name.startswith(PACKAGES):
            for one in vars(importlib.import_module(module.name)).values():
                if isinstance(one, type) and one.__module__ == module.name:
                    yield one


def frozen(one: type) -> bool:
    """Say whether an instance refuses another value; what is of neither kind is let be."""
    if dataclasses.is_dataclass(one):
        return "__setattr__" in vars(one)
    return not issubclass(one, pydantic.BaseModel) or bool(one.model_config.get("frozen"))


MUTABLE = [f"{one.__module__}.{one.__name__}" for one in classes() if not frozen(one)]


def test_there_are_many() -> None:
    assert len([*classes()]) > 60


def test_none_can_be_changed() -> None:
    assert MUTABLE == ["report45.study.tables.TableReading"], "what a table is read into"


DECLARED = [one for one in classes() if issubclass(one, pydantic.BaseModel)]


@pytest.mark.parametrize("one", DECLARED, ids=lambda one: one.__name__)
def test_no_declaration_passes_over_what_it_does_not_know(one: type[pydantic.BaseModel]) -> None:
    assert one.model_config.get("extra") == "forbid"
