"""No test waits without end: not for a process, nor for a signal that is not heard."""

from __future__ import annotations

import ast
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, run

RUNS = {"subprocess.run", "subprocess.call", "subprocess.check_call", "subprocess.check_output"}
WAITS = {"wait", "communicate"}


def endless(source: str) -> Iterator[int]:
    """Give the lines that wait for a process, for as long as it takes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.With):
            held = [ast.unparse(item.context_expr) for item in node.items]
            if any(one.startswith("subprocess.Popen(") for one in held):
                yield node.lineno  # its end waits
        if not isinstance(node, ast.Call) or (node.args and _waits(node)):
            continue
        limited = any(one.arg == "timeout" for one in node.keywords)
        if not limited and (ast.unparse(node.func) in RUNS or _waits(node)):
            yield node.lineno


def _waits(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr in WAITS


def test_every_process_has_a_limit_of_time() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if (lines := list(endless(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("subprocess.run(['true'])", [1]),
        ("subprocess.run(['true'], timeout=1)", []),
        ("x = 1\nsubprocess.check_output(['true'])", [2]),
        ("process.wait()", [1]),
        ("process.wait(timeout=3)", []),
        ("process.wait(3)", []),
        ("process.communicate()", [1]),
        ("with subprocess.Popen(['true']) as one:\n    pass", [1]),
    ],
)
def test_what_has_no_limit_is_seen(source: str, lines: list[int]) -> None:
    assert list(endless(source)) == lines


SLOW = """
import threading
import pytest

@pytest.mark.limit(0.2)
def test_hangs():
    threading.Event().wait()

@pytest.fixture
def hangs():
    threading.Event().wait()

@pytest.mark.limit(0.2)
def test_waits_for_what_hangs(hangs):
    pass

def test_goes_on():
    pass
"""


def test_a_test_that_hangs_fails_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = limit\n", encoding="utf-8")
    (tmp_path / "test_slow.py").write_text(SLOW, encoding="utf-8")
    options = ("-p", "tests.limits", "-p", "no:cacheprovider", "--rootdir", tmp_path)
    done = run("-m", "pytest", *options, "-c", tmp_path / "pytest.ini", tmp_path)
    assert "1 failed, 1 passed, 1 error" in done.stdout
    assert "test_hangs takes more than 0.2 seconds" in done.stdout


CHILD = "import signal; print(signal.getsignal(signal.SIGINT) == signal.default_int_handler)"
STARTS = f"""
import signal, subprocess, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
from tests.limits import as_in_a_terminal
as_in_a_terminal()
subprocess.run([sys.executable, "-c", {CHILD!r}], check=True, timeout=60)
"""


@pytest.mark.parametrize("heard", [True, False])
def test_what_a_test_starts_hears_signals(*, heard: bool) -> None:
    done = run("-c", STARTS if heard else STARTS.replace("\nas_in_a_terminal()", ""))
    assert done.stdout == f"{heard}\n", done.stderr


def test_no_signal_is_ignored_here() -> None:
    assert signal.getsignal(signal.SIGINT) == signal.default_int_handler
    assert run("-c", CHILD).stdout == "True\n"
