"""The browser of the tests: a Chromium of this machine, or one that `python -m tests.browser` installs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Browsers that will do, best first: one without windows takes a third of the time of one that hides them."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""The browser opens our own pages only, and must ask nothing of anybody else."""

ADVICE = """\
The tests need a Chromium, and none could be found or installed. One of these gives you one:
  Debian:               apt install chromium-headless-shell
  any other system:     .venv/bin/playwright install chromium
or install Google Chrome; then run the tests again."""


def find() -> Path | None:
    """Return the Chromium to use: one on the path, else Playwright's own, else None."""
    for command in COMMANDS:
        found = shutil.which(command)
        if found:
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Open the browser, without a window, and close it afterwards. Raises FileNotFoundError without one."""
    path = find()
    if path is None:
        raise FileNotFoundError(ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        yield browser
        browser.close()


def installers(*, root: bool, apt: bool) -> list[list[list[str]]]:
    """Return the ways to install a Chromium, best first; each is a list of commands."""
    ways = []
    if root and apt:
        packages = ("chromium-headless-shell", "chromium")
        update = ["apt-get", "update", "-qq"]
        ways += [[update, ["apt-get", "install", "-y", "-qq", package]] for package in packages]
    ways.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    return ways


def install() -> Path | None:
    """Install a Chromium in the first way that works, and return it."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    for commands in installers(root=root, apt=shutil.which("apt-get") is not None):
        if all(_runs(command) for command in commands):
            found = find()
            if found is not None:
                return found
    return None


def _runs(command: list[str]) -> bool:
    """Run a command quietly and return whether it succeeded; its last words are shown if it did not."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.stderr.write(f"`{' '.join(command[:3])}` did not work:\n{done.stderr[-600:]}\n")
    return done.returncode == 0


def main() -> int:
    """Make sure that there is a browser, and return the exit code."""
    if find() is not None:
        return 0
    sys.stdout.write("Installing Chromium for the tests (some minutes)\n")
    sys.stdout.flush()
    if install() is not None:
        return 0
    sys.stderr.write(ADVICE + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
