"""Work in a second process: its result arrives, its faults show here, and nothing of it stays behind."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from redaction import alongside as room
from redaction.alongside import alongside


def test_the_result_arrives() -> None:
    """What the work returns is what a call would have returned, large results too."""
    with alongside(lambda: ["word"] * 200_000) as result:
        assert result() == ["word"] * 200_000


def test_the_work_is_done_here_where_no_process_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A single processor, or another system than Linux, gives the same result."""
    monkeypatch.setattr(room, "_can_copy", lambda: False)

    with alongside(os.getpid) as result:
        assert result() == os.getpid()


def test_an_error_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    """An error in the second process prints nothing there, and is raised where the result is asked for."""
    with alongside(lambda: {}["nothing"]) as result, pytest.raises(KeyError):
        result()

    assert capfd.readouterr() == ("", "")


def test_a_second_process_that_dies_is_made_up_for() -> None:
    """When the system kills the second process, the work is done here."""
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(9)
        return "done here"

    with alongside(work) as result:
        assert result() == "done here"


def test_nothing_goes_on_when_nobody_waits() -> None:
    """Work whose result is not wanted any more is ended."""
    with alongside(lambda: list(iter(int, 1))):
        pass

    assert multiprocessing.active_children() == []
