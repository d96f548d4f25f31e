"""What tests of accessibility share: pages in a browser, light and narrow, and what axe-core says."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

OPTIONS = {"resultTypes": ["violations"], "preload": False}
"""Every rule of axe-core, of each level, best practices included; only what fails is told."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader looks at a page."""

    width: int
    scheme: Literal["light", "dark"]
    text: int = 100
    """The size of text in per cent."""

    @property
    def name(self) -> str:
        """The look in a few words, for the name of a test."""
        return f"{self.width}-{self.scheme}" + ("" if self.text == 100 else f"-{self.text}")


WIDE = Look(1280, "light")
DARK = Look(1280, "dark")
NARROW = Look(320, "light")
LOOKS = (WIDE, DARK, NARROW, Look(320, "dark"), Look(1280, "light", text=200))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on the loopback address and give that address."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def opened(browser: Browser, look: Look) -> Iterator[Page]:
    """Open a page of a browser that looks in this way."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 900}, color_scheme=look.scheme, reduced_motion="reduce"
    )
    context.add_init_script(
        f"document.addEventListener('DOMContentLoaded', () => {{"
        f" document.documentElement.style.fontSize = '{1.25 * look.text}%' }})"
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with a page: the rule, the place, and why."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:160]})"
        for rule in found
        for node in rule["nodes"]
    ]


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
