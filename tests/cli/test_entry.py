"""Stopping the command before its modules are read."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from cli.entry import main


def test_whoever_stops_the_command_at_once_sees_one_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the lines of the program at which it happened to be."""
    whole = builtins.__import__

    def stopped(name: str, *more: Any, **named: Any) -> Any:
        if name == "cli.main":
            raise KeyboardInterrupt
        return whole(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", stopped)

    with pytest.raises(SystemExit) as ended:
        main()

    monkeypatch.undo()
    assert (ended.value.code, capsys.readouterr().err) == (1, "\nAborted!\n")
