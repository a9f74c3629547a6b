"""Measure report45 beside what it is compared with, in one run, and write ``RESULTS.md``.

``make bench`` runs it. Every round measures each case once, so that a slow minute of the machine
is slow for all; the results are medians over the rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

import psutil
from beside import by_hand, jupyter_book
from results import write_results
from studies import make_study

ROOT = Path(__file__).parents[1]
REPORT45 = str(Path(sys.executable).with_name("report45"))
SIZES = (1_000, 100_000, 1_000_000)
STUDIES = 30


@dataclass
class Case:
    """What is measured, and what came out.

    Parameters
    ----------
    name : str
    command : sequence of str
        Run in the project's copy.
    before : callable
        Done before every run, outside the measured time.
    seconds, largest, together : list of float
        Per round: wall time; memory in MB of the largest process, and of all at once (without
        counting twice what they share).
    """

    name: str
    command: Sequence[str]
    before: Callable[[int], object] = lambda _: None
    seconds: list[float] = field(default_factory=list)
    largest: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)

    def run(self, here: Path, turn: int) -> None:
        """Measure once."""
        self.before(turn)
        ended = Event()
        begin = time.perf_counter()
        with subprocess.Popen(
            self.command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            watch = Thread(target=self._watch, args=(process.pid, ended))
            watch.start()
            _, wrong = process.communicate()
            self.seconds.append(time.perf_counter() - begin)
            ended.set()
            watch.join()
        if process.returncode:
            raise SystemExit(f"{self.name} failed:\n{wrong.decode()[-3000:]}")
        print(f"  {self.name}: {self.seconds[-1]:.2f} s", flush=True)

    def _watch(self, pid: int, ended: Event) -> None:
        largest = together = 0.0
        while not ended.wait(0.5):
            held = [_held(process) for process in _family(pid)]
            largest, together = max([largest, *held]), max(together, sum(held))
        self.largest.append(largest / 1e6)
        self.together.append(together / 1e6)


def _family(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _held(process: psutil.Process) -> float:
    try:
        held: float = process.memory_full_info().pss
    except (psutil.Error, AttributeError):
        return 0.0
    return held


def main() -> None:
    """Measure the cases asked for and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="letters of the cases, as in acf")
    parser.add_argument("--to", type=Path, default=Path(__file__).with_name("RESULTS.md"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="report45-bench-") as folder:
        here = Path(folder)
        for part in ("data", "notebooks"):
            shutil.copytree(ROOT / part, here / part)
        cases = [case for case in _cases(here) if not asked.only or case.name[1] in asked.only]
        for turn in range(asked.rounds):
            print(f"round {turn + 1} of {asked.rounds}", flush=True)
            for case in cases:
                case.run(here, turn)
        stages = _stages(here)
    write_results(asked.to, cases, stages, machine(), asked.rounds)


def _cases(here: Path) -> list[Case]:
    """Name all cases; the letter in front is that of the table in the results."""

    def fresh(_: int) -> None:
        shutil.rmtree(here / "build", ignore_errors=True)

    build = [REPORT45, "build", "almere", "--to", "html,pdf"]
    page = [REPORT45, "build", "almere", "--to", "html"]
    every = [Case("(-) python -c pass", [sys.executable, "-c", "pass"])]
    plain = [sys.executable, str(ROOT / "benchmarks" / "plain.py"), "data/almere", "plain"]
    every += [Case("(a) plain script", plain), Case("(a) plain script, no export", plain[:-1])]
    every += [
        Case("(b) cold", build, fresh),
        Case("(b) cold, all formats", build[:3], fresh),
        Case("(b) unchanged", build),
        Case("(b) prose edit", build, lambda turn: _edit_prose(here / "notebooks", turn)),
        Case("(b) prose edit, HTML", page, lambda turn: _edit_prose(here / "notebooks", -turn - 1)),
        Case("(b) one code cell edit", build, lambda turn: _edit_code(here / "notebooks", turn)),
        Case("(b) one data row edit", build, lambda turn: _edit_row(here / "data/almere", turn)),
    ]
    every += [
        Case("(c) papermill + nbconvert by hand, HTML", by_hand(here, at_once=False)),
        Case("(c) papermill by hand, nbconvert once, HTML", by_hand(here, at_once=True)),
    ]
    if book := jupyter_book(here):
        edit = here / "book"
        subprocess.run(book, cwd=here, check=True, capture_output=True)  # executes and keeps
        every += [Case("(d) Jupyter Book prose edit, HTML", book, lambda n: _edit_prose(edit, n))]
    many = here / "many"
    for number in range(STUDIES):
        make_study(many / f"study{number:02d}", 440, seed=number)
    names = [str(path) for path in sorted(many.iterdir())]
    every += [
        Case(f"(e) {STUDIES} studies", [REPORT45, "build", *names, "--to", "html,pdf"], fresh)
    ]
    for size in SIZES:
        study = here / "sizes" / f"clients{size}"
        make_study(study, size, form="parquet")
        command = [REPORT45, "build", str(study), "--to", "html,pdf", "--timeout", "0"]
        every += [Case(f"(f) {size} clients", command, fresh)]
    return every


def _edit_prose(folder: Path, turn: int) -> None:
    path = folder / "kenmerken.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(one for one in notebook["cells"] if one["cell_type"] == "markdown")
    said = "".join(cell["source"]).split("\n\nDit is versie")[0]
    cell["source"] = f"{said}\n\nDit is versie {'a' * (abs(turn) + 1)}{'b' * (turn < 0)}."
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def _edit_code(folder: Path, turn: int) -> None:
    path = folder / "kenmerken.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = [one for one in notebook["cells"] if one["cell_type"] == "code"][-1]
    cell["source"] = "".join(cell["source"]).split("\n# versie")[0] + f"\n# versie {turn}"
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def _edit_row(study: Path, turn: int) -> None:
    """Change one client's sex in the table that most chapters read."""
    path = study / "klanten.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    values = rows[turn].split(";")
    place = header.split(";").index("geslacht")
    values[place] = {"M": "V", "V": "M"}.get(values[place], values[place])
    rows[turn] = ";".join(values)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def _stages(here: Path) -> list[tuple[str, float]]:
    """Time the stages of one cold build: when each line of its progress was written."""
    shutil.rmtree(here / "build", ignore_errors=True)
    begin = time.perf_counter()
    found: list[tuple[str, float]] = []
    command = [REPORT45, "build", "almere", "--to", "html,pdf"]
    with subprocess.Popen(
        command, cwd=here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        for line in process.stderr or ():
            found.append((line.strip().removeprefix("almere: "), time.perf_counter() - begin))
    return [*found, ("end", time.perf_counter() - begin)]


def machine() -> str:
    """Say what was measured on."""
    memory = psutil.virtual_memory().total / 1e9
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, {python}"


if __name__ == "__main__":
    main()
