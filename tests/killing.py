"""Kill a process on purpose, and look at what it leaves behind.

Used by scripts that run in a process of their own, because a process with threads should not fork.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count

KILLED_BEFORE = ("open", "os.", "shutil.", "ctypes.")
"""The beginnings of the names of Python's audit events, which come before a call to the file system."""


def killed_before_each_call(prepare: Callable[[], None], work: Callable[[], None]) -> Iterator[int]:
    """Yield after work was killed before its first call to the file system, its second, and so on.

    Every time all is prepared again. Ends when the work is done before its turn to be killed comes.
    """
    for number in count(1):
        prepare()
        child = os.fork()
        if child == 0:
            _kill_before(number)
            work()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) == 0:
            return
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            raise RuntimeError("The work failed by itself")
        yield number


def killed_at_random(times: int, work: Callable[[], None], watch: Callable[[], None]) -> Iterator[int]:
    """Yield after work that is done again and again was killed, at least one full turn later.

    Until the kill, `watch` is called over and over beside it.
    """
    draw = random.Random(times)  # noqa: S311 - moments, not secrets
    for number in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            while True:
                work()
                os.write(writing, b".")
        os.close(writing)
        if select.select([reading], [], [], 10)[0] == [] or os.read(reading, 1) == b"":
            raise RuntimeError("The work failed by itself")
        end = time.monotonic() + draw.uniform(0, 0.02)
        while time.monotonic() < end:
            watch()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        yield number


def _kill_before(number: int) -> None:
    calls = count(1)

    def hook(event: str, _: object) -> None:
        if event.startswith(KILLED_BEFORE) and next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
