"""Work done in a second process while this one does something else, where the system can do that safely."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Hear = Callable[[], Any]
"""Waits for the next value that the first process tells, and returns it."""

_OWN = 3
"""The number of open files every process has: standard input, output and error."""


@dataclass(frozen=True, slots=True)
class Beside(Generic[T]):
    """Work that goes on in a second process."""

    tell: Callable[[Any], None]
    """Hands a value over to the work, which asks for it with `hear`. It must be possible to pickle."""
    result: Callable[[], T]
    """Waits for what the work returns."""


@contextmanager
def alongside(work: Callable[[Hear], T]) -> Iterator[Beside[T]]:
    """Start work in a second process, and give what talks to it.

    The work must change nothing but what it returns, which must be possible to pickle. With a single
    processor, or where a process cannot be copied safely, or if the second process ends early, the same
    work is done here when its result is asked for; so an error in it is raised here in any case.
    """
    told: list[Any] = []

    def here() -> T:
        return work(iter(told).__next__)

    if not _can_copy():
        yield Beside(told.append, here)
        return
    copying = get_context("fork")
    near, far = copying.Pipe()
    process = copying.Process(target=_work, args=(work, near, far))
    process.start()
    far.close()

    def tell(value: Any) -> None:
        told.append(value)
        with suppress(OSError):
            near.send(value)

    def result() -> T:
        try:
            returned: T = near.recv()
        except (EOFError, OSError):
            return here()
        return returned

    try:
        yield Beside(tell, result)
    finally:
        process.kill()
        process.join()
        near.close()


def _work(work: Callable[[Hear], T], near: Connection, far: Connection) -> None:
    """Do the work and send its result; end without a word when it fails or nobody waits for it any more."""
    near.close()
    # A copy that outlives the first process for a moment must not hold its locks and pipes open.
    os.closerange(_OWN, far.fileno())
    os.closerange(far.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
    nothing = os.open(os.devnull, os.O_RDWR)
    for own in range(_OWN):
        os.dup2(nothing, own)
    with suppress(BaseException):
        far.send(work(far.recv))


def _can_copy() -> bool:
    """Return whether a copy of this process can work beside it: other systems than Linux have no safe one."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1
