"""What a chapter says comes through whole, or its kernel ends and the chapter fails.

Part of a kernel. ipykernel takes down what is written and sends it from a thread of its own, in
which an error, such as that there is no memory for it, is logged and forgotten.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from report45.execution import children

Function = Callable[..., Any]


def bound(application: Any) -> None:
    """End this kernel when it has said more than a report can hold, or when any of it gets lost.

    Parameters
    ----------
    application : ipykernel.kernelapp.IPKernelApp
        Initialized, and not yet started.
    """
    import zmq

    session, thread = application.session, application.iopub_thread
    # else it throws messages away when they come faster than they are read
    thread.schedule(lambda: thread.socket.setsockopt(zmq.SNDHWM, 0))
    schedule = thread.schedule
    thread.schedule = lambda work: schedule(_or_end(work))
    session.serialize = _made(session.serialize)
    _replace(thread, "_really_send", _sent)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    streams: list[Any] = [sys.stdout, sys.stderr]
    for stream in streams:
        stream.write = _written(stream, stream.write)
        _replace(stream, "_flush", partial(_flushed, stream))
        # what is said stands in the chapter, and in no log besides
        if (echo := getattr(stream, "_original_stdstream_copy", None)) is not None:
            os.dup2(nowhere, echo)
    os.close(nowhere)


def _replace(it: Any, name: str, by: Callable[[Function], Function]) -> None:
    """Replace a method that ipykernel keeps to itself."""
    setattr(it, name, by(getattr(it, name)))


def _made(serialize: Function) -> Function:
    """Count messages, which are made in the midst of a cell."""
    said = 0

    def counted(*given: Any, **named: Any) -> Any:
        nonlocal said
        message = serialize(*given, **named)
        said = _count(said, sum(map(len, message)))
        return message

    return counted


def _sent(send: Function) -> Function:
    """Count what is sent: also what processes that a cell started have to say."""
    said = 0

    def counted(message: Any, *given: Any, **named: Any) -> Any:
        nonlocal said
        said = _count(said, sum(map(len, message)))
        return send(message, *given, **named)

    return counted


def _written(stream: Any, write: Function) -> Function:
    """Count what is written before it is taken down, which takes memory."""
    said = 0

    def counted(text: Any) -> Any:
        nonlocal said
        if isinstance(text, str):
            said = _count(said, len(text))
            text.encode()  # what is no text is refused here, as any file does
        by_a_program = threading.current_thread() is getattr(stream, "watch_fd_thread", None)
        return (_or_end(write) if by_a_program else write)(text)

    return counted


def _flushed(stream: Any, flush: Function) -> Function:
    def whole() -> None:
        if failed := getattr(
            stream, "_exc", None
        ):  # nobody listens any more to what programs write
            raise failed[1]
        flush()

    return _or_end(whole)


def _count(said: int, more: int) -> int:
    if said + more > children.MOST_OUTPUT:
        os._exit(children.TOO_MUCH_OUTPUT)
    return said + more


def _or_end(work: Function) -> Function:
    kernel = os.getpid()

    def whole(*given: Any) -> Any:
        try:
            return work(*given)
        except Exception:
            if os.getpid() == kernel:
                os._exit(children.LOST_OUTPUT)
            raise  # in a process that a cell started, which has to answer for itself

    return whole
