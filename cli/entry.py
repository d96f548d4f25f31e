"""Where the command begins, before its modules are read: that takes most of a second."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command. Whoever stops it, however early, reads one word."""
    try:
        from cli.main import main as run  # noqa: PLC0415  # somebody may press Ctrl-C while it is read

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\nAborted!\n")
        sys.exit(1)
