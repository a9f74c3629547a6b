"""Chapters in real kernels: what they leave behind, and how they fail."""

from __future__ import annotations

import getpass
import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from report45.errors import ChapterError, ChaptersError
from report45.execution.pool import Pool
from report45.execution.run import Limits, execute

from ..study.small import small
from .notebooks import OPEN, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return small(tmp_path / "proef")


def failure(folder: Path, *cells: str) -> ChapterError:
    with pytest.raises(ChapterError) as caught:
        execute(write(folder, "opzet", *cells), folder)
    return caught.value


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param(
            ["a = 1", "# eerst\nb = 2\nc = a / 0\nd = 3\n"],
            "cell 4\n    c = a / 0\n  ZeroDivisionError: division by zero",
            id="in the cell",
        ),
        pytest.param(
            ["if True\n    print(1)"],
            "cell 3\n    if True\n  SyntaxError: expected ':' (line 1)",
            id="does not parse",
        ),
        pytest.param(
            ["def f(x):\n    return int(x)", "import json\njson.loads('{') if f(1) else f(2)"],
            "cell 4\n    json.loads('{') if f(1) else f(2)\n  JSONDecodeError: Expecting property",
            id="in a library",
        ),
        pytest.param(
            [
                "def f():\n    try:\n        int('q')\n    except ValueError as e:\n"
                "        raise OSError('x') from e",
                "y = 1\n\nf()",
            ],
            "cell 4\n    f()\n  OSError: x",
            id="raised from another",
        ),
        pytest.param(
            [OPEN.format("opzet")],
            "cell 3\n    chapter = open_chapter('opzet', study)\n  InputError: klanten.csv: ",
            id="bad input",
        ),
        pytest.param(
            ["import os; os._exit(1)"],
            "cell 3\n    import os; os._exit(1)\n  the kernel ended: Kernel died",
            id="kernel dies",
        ),
        pytest.param(
            ["import sys; sys.exit()", "print('never')"],
            "cell 3\n    import sys; sys.exit()\n  SystemExit: ",
            id="leaves early",
        ),
    ],
)
def test_a_failing_cell_in_one_block(study: Path, cells: list[str], told: str) -> None:
    (study / "klanten.csv").unlink()
    error = failure(study, *cells)
    assert str(error).startswith(f"study proef, chapter opzet, {told}")
    assert error.exit_code == 1
    assert "\x1b" not in str(error) + error.detail


def test_what_an_executed_chapter_holds(
    study: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outputs, but no path, time, version or user name of the machine it was executed on."""
    folder = study.parent / "notebooks"
    folder.mkdir()
    monkeypatch.chdir(folder)  # the study lies elsewhere, so that its whole path is passed
    chapter = write(
        folder,
        "opzet",
        OPEN.format("opzet"),
        "print('gedrukt')\nimport warnings\nwarnings.warn('let op')",
        "1 + 1",
    )
    before = chapter.path.read_bytes()
    with caplog.at_level(logging.WARNING):
        executed, read = execute(chapter, study)
    assert chapter.path.read_bytes() == before
    assert read == ()
    assert set(executed["metadata"]) == {"kernelspec", "report45"}
    outputs = [output for cell in executed["cells"] for output in cell.get("outputs", [])]
    kinds = [output["output_type"] for output in outputs]
    assert kinds == ["display_data", "stream", "execute_result"]
    assert "".join(outputs[1]["text"]) == "gedrukt\n"
    whole = json.dumps(executed)
    for trace in (str(study.parent), str(ROOT), sys.prefix, str(Path.home()), "/tmp/"):  # noqa: S108
        assert f'"{trace}' not in whole
        assert trace == "/" or trace not in whole
    assert getpass.getuser() not in whole
    assert not re.search(r"\d\d:\d\d:\d\d|papermill|duration", whole)
    (warning,) = caplog.messages
    assert warning.startswith("study proef, chapter opzet, cell 4: ")
    assert "UserWarning: let op" in warning


def test_order_and_company_do_not_matter(study: Path) -> None:
    chapters = [
        write(study / "n", "a", "x = 1", "print(sorted(globals().keys() & {'x', 'y'}))"),
        write(study / "n", "b", "y = 2", "print(sorted(globals().keys() & {'x', 'y'}))"),
    ]

    def run(order: list[int], jobs: int) -> dict[str, dict[str, Any]]:
        done: dict[str, dict[str, Any]] = {}
        with Pool(jobs) as pool, pool.holding(study):
            given = [chapters[place] for place in order]
            pool.execute(given, study, lambda c, executed: done.update({c.name: executed[0]}))
        return done

    together = run([0, 1], 2)
    assert together == run([1, 0], 1)
    assert "['x']" in str(together["a"])
    assert "['y']" in str(together["b"])


READS = [
    pytest.param("chapter.study.clients", ("clients",), id="a table"),
    pytest.param("'clients' in chapter.study.tables", (), id="whether it is there"),
    pytest.param("list(chapter.study.tables)", (), id="what they are called"),
    pytest.param("len(chapter.study.cases)", ("cases",), id="stories"),
    pytest.param(
        "chapter.study.tables['trajectories'], chapter.study.clients",
        ("clients", "trajectories"),
        id="two",
    ),
]


@pytest.mark.parametrize(("code", "expected"), READS)
def test_the_tables_a_chapter_reads_are_told(
    study: Path, code: str, expected: tuple[str, ...]
) -> None:
    executed = execute(write(study / "n", "opzet", OPEN.format("opzet"), f"{code};"), study)
    assert executed.read == expected
    assert "reads+json" not in json.dumps(executed.notebook)


SLOW = "import time\nprint('begonnen')\ntime.sleep(60)"
GREEDY = "import numpy as np\nheld = np.ones(400_000_000)"


def test_what_goes_past_a_limit_fails_its_own_chapter_only(study: Path) -> None:
    chapters = [
        write(study / "n", name, *cells)
        for name, *cells in [("a", "1", SLOW), ("b", GREEDY), ("c", "import os\nos._exit(7)"), "d1"]
    ]
    done: list[str] = []
    with pytest.raises(ChaptersError) as caught, Pool(2, Limits(timeout=2, memory=1)) as pool:
        pool.execute(chapters, study, lambda chapter, _: done.append(chapter.name))
    assert done == ["d"]
    slow, greedy, gone = caught.value.errors
    assert (slow.chapter, slow.cell) == ("a", 4)
    assert slow.error == "the cell took more than 2 seconds (--timeout)"
    assert (greedy.chapter, greedy.cell) == ("b", 3)
    assert greedy.error.startswith(("MemoryError", "_ArrayMemoryError"))
    assert (gone.chapter, gone.cell) == ("c", 3)
    assert gone.error.startswith("the kernel ended")


def test_plain_papermill_works_too(study: Path) -> None:
    chapter = write(
        study.parent, "opzet", OPEN.format("opzet"), "print(len(chapter.study.clients))"
    )
    out = study.parent / "uit.ipynb"
    arguments = [str(chapter.path), str(out), "-p", "study", "proef", "--log-level", "ERROR"]
    done = subprocess.run(  # noqa: S603 - our own arguments
        [
            sys.executable,
            "-m",
            "papermill",
            *arguments,
            "--no-progress-bar",
            "-k",
            "python3",
            "-l",
            "python",
        ],
        cwd=study.parent,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    cells = json.loads(out.read_text())["cells"]
    assert cells[-1]["outputs"][0]["text"] == ["4\n"]
