"""How long a test may take, and signals that a test may count on."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest

LIMIT = 240
"""Seconds for each of what goes before a test, the test, and what comes after it."""


def as_in_a_terminal() -> None:
    """Stop ignoring signals, as processes do under nohup and in the background of a script.

    What a test starts inherits it, and would wait for a signal that never comes.
    """
    for name in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_IGN:
            usual = signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL
            signal.signal(number, usual)


@contextmanager
def limited(item: pytest.Item) -> Iterator[None]:
    """Raise in whatever a test is waiting for, once it has taken too long."""
    marker = item.get_closest_marker("limit")
    seconds: float = marker.args[0] if marker else LIMIT

    def late(*_: object) -> None:
        raise TimeoutError(f"{item.nodeid} takes more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    # Once more now and then: what catches everything goes on waiting.
    signal.setitimer(signal.ITIMER_REAL, seconds, 10)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    with limited(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    with limited(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    with limited(item):
        return (yield)
