"""Work in a second process: its result arrives, its faults show here, and nothing of it stays behind."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from redaction import alongside as room
from redaction.alongside import Hear, alongside


def test_the_result_arrives() -> None:
    """What the work returns is what a call would have returned, large results too."""
    with alongside(lambda _: ["word"] * 200_000) as beside:
        assert beside.result() == ["word"] * 200_000


def test_the_work_is_done_here_where_no_process_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A single processor, or another system than Linux, gives the same result."""
    monkeypatch.setattr(room, "_can_copy", lambda: False)

    with alongside(lambda hear: (hear(), os.getpid())) as beside:
        beside.tell("word")

        assert beside.result() == ("word", os.getpid())


def test_an_error_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    """An error in the second process prints nothing there, and is raised where the result is asked for."""
    with alongside(lambda _: {}["nothing"]) as beside, pytest.raises(KeyError):
        beside.result()

    assert capfd.readouterr() == ("", "")


def test_a_second_process_that_dies_is_made_up_for() -> None:
    """When the system kills the second process, the work is done here."""
    here = os.getpid()

    def work(hear: Hear) -> str:
        if os.getpid() != here:
            os._exit(9)
        return f"{hear()} and {hear()} here"

    with alongside(work) as beside:
        beside.tell("heard")
        beside.tell("done")

        assert beside.result() == "heard and done here"


def test_the_work_hears_what_it_is_told() -> None:
    """Values arrive in their order while the work goes on, large ones too."""
    with alongside(lambda hear: (hear(), hear())) as beside:
        beside.tell(["word"] * 200_000)
        beside.tell("end")

        assert beside.result() == (["word"] * 200_000, "end")


def test_a_second_process_can_have_a_second_one() -> None:
    """Work that goes on beside other work can share its own out again."""

    def work(_: Hear) -> list[str]:
        with alongside(lambda hear: f"{hear()} within") as inner:
            inner.tell("work")
            return [inner.result()]

    with alongside(work) as beside:
        assert beside.result() == ["work within"]


def test_nothing_goes_on_when_nobody_waits() -> None:
    """Work whose result is not wanted any more is ended."""
    with alongside(lambda _: list(iter(int, 1))):
        pass

    assert multiprocessing.active_children() == []
