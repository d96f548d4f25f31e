"""Questions on a terminal. Where nobody can answer, the option is named that would have."""

from __future__ import annotations

import sys

import click


def asked(question: str, option: str) -> str:
    """Return the answer to a question."""
    try:
        return str(click.prompt(question, err=True))
    except click.Abort:
        raise _unanswered(option) from None


def confirmed(question: str, option: str) -> bool:
    """Return whether the answer is yes; no is proposed."""
    try:
        return click.confirm(question, default=False, err=True)
    except click.Abort:
        raise _unanswered(option) from None


def _unanswered(option: str) -> click.ClickException | click.Abort:
    """Return what to raise: Ctrl+C on a terminal only stops the command."""
    if sys.stdin.isatty():
        return click.Abort()
    return click.UsageError(f"Nobody is here to answer. Give the answer with {option}.")
