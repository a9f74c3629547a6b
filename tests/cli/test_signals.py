"""A command can be stopped from its first moment on, whoever started it and however."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from report45.signals import STOPPED

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as Unix has them")

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
WHILE_IT_IMPORTS = """
import _thread, atexit, os, signal, sys  # which are part of Python itself
class Signal:
    def find_spec(self, name, *_):
        if name not in {{"report45", "report45.__main__", "report45.signals"}}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.{})
sys.meta_path.insert(0, Signal())
from report45.__main__ import main
main()
"""
STARTED_BY = """
import os, signal, sys
{}
os.execv(sys.executable, [sys.executable, "-c", {!r}])
"""
SENT = """
import os, signal
from report45.signals import listen
listen()
os.kill(os.getpid(), signal.{})
print("went on")
"""


def run(code: str) -> tuple[int, str, str]:
    done = subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_a_signal_in_the_midst_of_imports_is_one_line(name: str) -> None:
    code = 128 + getattr(signal, name)
    assert run(WHILE_IT_IMPORTS.format(name)) == (code, "", f"{STOPPED}\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "how",
    [
        "signal.signal(signal.{}, signal.SIG_IGN)",
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.{}])",
    ],
    ids=["ignored", "held back"],
)
def test_what_the_starter_did_with_signals_does_not_count(name: str, how: str) -> None:
    code, out, err = run(STARTED_BY.format(how.format(name), SENT.format(name)))
    if name == "SIGHUP" and "SIG_IGN" in how:  # nohup
        assert (code, out, err) == (0, "went on\n", "")
    else:
        assert (code, out, err) == (128 + getattr(signal, name), "", f"{STOPPED}\n")


def test_a_child_that_is_about_to_become_a_program_says_nothing() -> None:
    code = """
import os, signal
from report45.signals import listen
listen()
child = os.fork()
if child == 0:
    os.kill(os.getpid(), signal.SIGINT)
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    assert run(code) == (0, "130\n", "")


IN_THE_MIDST = """
import os, signal, threading, time
from report45.signals import listen, whole
listen()
def work():
    with whole:
        begun.set()
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.3)
        print("done", flush=True)
begun = threading.Event()
{}
print("went on")
"""


@pytest.mark.parametrize(
    "where",
    ["work()", "threading.Thread(target=work).start()\ntime.sleep(5)"],
    ids=["this", "other"],
)
def test_files_are_put_in_place_before_a_signal_stops_it(where: str) -> None:
    assert run(IN_THE_MIDST.format(where)) == (130, "done\n", f"{STOPPED}\n")


def test_a_module_that_is_half_imported_is_left_alone() -> None:
    half = "import sys, types\nsys.modules['report45.execution.kernels'] = types.ModuleType('half')"
    assert run(half + SENT.format("SIGINT")) == (130, "", f"{STOPPED}\n")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_done_is_done(name: str) -> None:
    """Python gives signals back their own ways when it ends, by which it would die."""
    code = f"""
import os, signal
from report45.signals import listen
class Late:
    def __del__(self, kill=os.kill, own=os.getpid(), number=signal.{name}):
        kill(own, number)
late = Late()
listen()
"""
    assert run(code) == (0, "", "")
