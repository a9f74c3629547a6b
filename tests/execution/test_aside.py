"""Work beside other work gives what it would give here, and leaves no process."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

import pytest

from report45.execution import aside as module
from report45.execution import children
from report45.execution.aside import aside


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that this process, which pytest may have given threads, has one."""
    monkeypatch.setattr(module, "_alone", lambda: True)


def test_work_is_done_by_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch)
    with aside(os.getpid) as outcome:
        copy = outcome()
    assert copy != os.getpid()
    assert copy not in children.of(os.getpid())


@pytest.mark.parametrize(
    "fails", [lambda: os._exit(1), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 // 0]
)
def test_what_fails_there_is_done_here(
    fails: Callable[[], object], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    alone(monkeypatch)
    here = os.getpid()
    with aside(lambda: fails() if os.getpid() != here else "here") as outcome:
        assert outcome() == "here"
    assert capfd.readouterr() == ("", "")


def test_what_nobody_asks_for_ends_with_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch)
    before = children.of(os.getpid())
    with aside(threading.Event().wait):
        assert len(children.of(os.getpid())) == len(before) + 1
    assert children.of(os.getpid()) == before


def test_a_process_of_several_threads_does_it_when_asked() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with aside(os.getpid) as outcome:
            assert outcome() == os.getpid()
    finally:
        done.set()
        other.join(timeout=60)
