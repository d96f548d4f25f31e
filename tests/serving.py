"""A static host of the tests: files packed with gzip, kept by the browser, and read over the network once."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PACKED = frozenset({".css", ".html", ".js", ".json", ".svg", ".xml"})


@dataclass(frozen=True)
class Host:
    """A host that stands."""

    address: str
    """Without a `/` at the end."""

    sent: list[tuple[str, int]] = field(default_factory=list)
    """What it sent: the path, and the bytes without headers."""

    def weight(self) -> int:
        """Return the bytes that were sent since the last time."""
        total = sum(size for _, size in self.sent)
        self.sent.clear()
        return total


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, sent: list[tuple[str, int]], **named: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Answer with a file, the index of a folder, or the page for what is not there."""
        folder = Path(self.directory)
        path = folder / self.path.partition("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        path = path if path.is_file() else folder / "404.html"
        raw = path.read_bytes() if path.is_file() else b""
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Cache-Control", "max-age=3600")
        if path.suffix in PACKED:
            raw = gzip.compress(raw)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)
        self.sent.append((self.path, len(raw)))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[Host]:
    """Serve a folder on this machine."""
    sent: list[tuple[str, int]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), sent=sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_address[1]}", sent)
    finally:
        server.shutdown()
        server.server_close()
