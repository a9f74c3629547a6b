"""Almere turned in seeded ways: signs, directions, doubt, unequal groups, no lot, rare outcomes."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

from tests.e2e.delivered import (
    ALMERE,
    Files,
    end_benefits,
    numbers,
    original,
    read,
    remove,
    works,
    write,
)

SURE = ["werk, uitkering beëindigd", "parttimewerk, uitkering loopt"]
UNSURE = ["marginaal zelfstandig", "werk gestopt wegens gezondheid"]
ENDED = ["aan het werk/Baangericht", "zelfstandig beroep of bedrijf"]
DOUBTED = ["ander inkomen", "arbeidsdienstbetrekking/uitkering ziekte", ""]
METHODS = ["last_digit", "random", "waiting_list", "none", ""]


def turn(seed: int, folder: Path) -> Path:
    """Make one turned study, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  made data
    study = folder / "almere"
    shutil.copytree(ALMERE, study)
    files = read(study)
    if seed % 3 == 0:  # unequal groups
        group = chance.choice(["EXP", "CON"])
        gone = chance.sample(numbers(original(files, group)), chance.choice([60, 120, 170]))
        remove(files, set(gone))
    for group in ("EXP", "CON"):
        size = len(original(files, group))
        rate = chance.choice([0.01, 0.03, 0.1, 0.3, 0.6, 0.95])
        unsure = chance.choice([0, 0, 0.02, 0.15])
        _course(files, group, chance, round(rate * size), round(unsure * size))
    if seed % 4 == 1:  # characteristics turned
        for row in original(files, chance.choice(["EXP", "CON"])):
            row["geslacht"] = chance.choice(["M", "V", "V", "V"])
            row["leefvorm"] = chance.choice(["alleenstaand", "samenwonend", "alleenstaande ouder"])
    write(study, files)
    _declare(study / "study.toml", chance)
    return study


def _course(files: Files, group: str, chance: random.Random, sure: int, unsure: int) -> None:
    if group == "EXP":
        works(files, group, chance.choices(SURE, k=sure) + chance.choices(UNSURE, k=unsure))
    else:
        works(files, group, ["inkomsten naast uitkering"] * (sure - sure // 2))
        reasons = chance.choices(ENDED, k=sure // 2) + chance.choices(DOUBTED, k=unsure)
        end_benefits(files, group, reasons)


def _declare(path: Path, chance: random.Random) -> None:
    text = path.read_text(encoding="utf-8")
    method = chance.choice(METHODS)
    block = f'[allocation]\nmethod = "{method}"\n' if method else ""
    text = re.sub(r"\[allocation\]\nmethod = .*\n", block, text)
    direction = chance.choice(['better = "higher"\n', 'better = "lower"\n', ""])
    text = re.sub(r"better = .*\n", direction, text)
    path.write_text(text, encoding="utf-8")
