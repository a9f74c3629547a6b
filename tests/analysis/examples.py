"""Reads the published worked examples."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "reference" / "worked_examples.toml"
EXAMPLES: dict[str, list[dict[str, Any]]] = tomllib.loads(_FILE.read_text("utf-8"))
