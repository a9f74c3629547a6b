"""Change one thing at a time in a copy of the source, and see whether the tests near it notice.

`make mutants` runs a sample: ``python -m tests.mutants --seed 45 --sample 100``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.equivalent import equivalents
from tests.mutants.mutants import Mutant, all_mutants, sampled

ROOT = Path(__file__).parents[2]
FOLDERS = ("analysis", "wording", "study")
PACKAGE = Path("src") / "report45"
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "node_modules", "releases")
AT_A_TIME = 2
PATIENCE = 240
"""Seconds of the processor that a mutant may take, before it hangs: several times all tests."""
OPTIONS = ("-x", "-n0", "-q", "-pno:cacheprovider", "--hypothesis-seed=0", "--no-summary")
ENOUGH = 0.95


def nearest_first(tests: Path, path: str) -> list[Path]:
    """Give the test files near a module: those named after it first, then those that name it."""
    folder, stem = Path(path).parts[0], Path(path).stem

    def far(one: Path) -> tuple[bool, bool, str]:
        named = one.stem.removeprefix("test_").startswith(stem)
        return (not named, stem not in one.read_text(encoding="utf-8"), one.name)

    files = (one for name in FOLDERS for one in (tests / name).glob("test_*.py"))
    uses = f"report45.{folder}"
    near = (one for one in files if one.parent.name == folder or uses in one.read_text("utf-8"))
    return sorted(near, key=far)


class Copy:
    """A copy of the project, and the process that runs its tests."""

    def __init__(self, place: Path) -> None:
        self.place = Path(shutil.copytree(ROOT, place, ignore=LEFT_OUT))
        self.process = subprocess.Popen(  # noqa: S603  our own arguments
            [sys.executable, Path(__file__).with_name("forked.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def green(self, path: str, seconds: int) -> bool:
        """Say whether all tests near a module pass, within some seconds of the processor."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        files = [one.relative_to(self.place) for one in nearest_first(self.place / "tests", path)]
        asked = [str(self.place), seconds, [*OPTIONS, *map(str, files)]]
        self.process.stdin.write(f"{json.dumps(asked)}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline()) == 0

    def survives(self, mutant: Mutant, seconds: int) -> bool:
        """Say whether no test notices a mutant, in the place of its module for so long."""
        module = self.place / PACKAGE / mutant.path
        source = module.read_text(encoding="utf-8")
        for compiled in (module.parent / "__pycache__").glob(f"{module.stem}.*"):
            compiled.unlink()  # it is known by its second and its size, which may be the same
        try:
            module.write_text(mutant.source, encoding="utf-8")
            return self.green(mutant.path, seconds)
        finally:
            module.write_text(source, encoding="utf-8")


def told(mutant: Mutant) -> str:
    """Tell a mutant as a person would look it up."""
    place = f"{PACKAGE / mutant.path}:{mutant.line}:{mutant.column + 1}"
    return f"{place}: {mutant.old.strip()} became {mutant.new or 'nothing'}: {mutant.text}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sample of mutants, tell which survive, and say whether too many did."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=45)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--only", default="", help="modules whose path starts so")
    chosen = parser.parse_args(arguments)
    os.nice(10)
    known = equivalents()
    found = [
        one for one in all_mutants(ROOT / PACKAGE, FOLDERS) if one.path.startswith(chosen.only)
    ]
    sample = sampled(found, chosen.seed, chosen.sample)
    changing = [one for one in sample if (one.path, one.text) not in known]
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.Queue[Copy] = queue.Queue()
        for name in range(AT_A_TIME):
            copies.put(Copy(Path(folder) / str(name)))

        number = itertools.count(1)

        def one(mutant: Mutant) -> bool:
            copy = copies.get()
            try:
                alive = copy.survives(mutant, PATIENCE)
            finally:
                copies.put(copy)
            if alive:
                print(told(mutant), flush=True)
            print(f"{next(number)} of {len(changing)}", file=sys.stderr, flush=True)
            return alive

        copy = copies.get()
        if not all(copy.green(f"{name}/x.py", PATIENCE) for name in FOLDERS):
            print("the tests fail without any mutant")
            return 2
        copies.put(copy)
        with ThreadPoolExecutor(AT_A_TIME) as several:
            survived = sum(several.map(one, changing))
    killed = len(changing) - survived
    print(
        f"{len(sample)} mutants of {len(found)} (seed {chosen.seed}): {killed} killed, "
        f"{survived} survived, {len(sample) - len(changing)} equivalent"
    )
    return int(killed < ENOUGH * len(changing))


if __name__ == "__main__":
    sys.exit(main())
