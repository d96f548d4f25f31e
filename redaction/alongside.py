"""Work done in a second process while this one does something else, where the system can do that safely."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
_FIRST_OWN = 3
"""The first open file that is not standard input, output or error."""


@contextmanager
def alongside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Start work in a second process, and give the function that waits for what the work returns.

    The work must change nothing but what it returns, which must be possible to pickle. With a single
    processor, or where a process cannot be copied safely, or if the second process ends early, the same
    work is done here when its result is asked for; so an error in it is raised here in any case.
    """
    if not _can_copy():
        yield work
        return
    copying = get_context("fork")
    receiving, sending = copying.Pipe(duplex=False)
    process = copying.Process(target=_tell, args=(work, receiving, sending), daemon=True)
    process.start()
    sending.close()

    def result() -> T:
        try:
            told: T = receiving.recv()
        except EOFError:
            return work()
        return told

    try:
        yield result
    finally:
        process.kill()
        process.join()
        receiving.close()


def _tell(work: Callable[[], T], receiving: Connection, sending: Connection) -> None:
    """Do the work and send its result; end without a word when it fails or nobody waits for it any more."""
    receiving.close()
    # A copy that outlives the first process for a moment must not hold its locks and pipes open.
    os.closerange(_FIRST_OWN, sending.fileno())
    os.closerange(sending.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
    with suppress(BaseException):
        sending.send(work())


def _can_copy() -> bool:
    """Return whether a copy of this process can work beside it: other systems than Linux have no safe one."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1
