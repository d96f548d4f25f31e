"""Showing private pages to this computer only: at 127.0.0.1, under an address that cannot be guessed."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Lock
from typing import Any

LOOPBACK = "127.0.0.1"
SECONDS = 10
"""How long a connection may stay silent."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Content-Type": "text/html; charset=utf-8",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""What every answer carries. A page narrows the styles further, to its own."""

Pages = Callable[[str], str | None]
"""Returns the page at a path below the secret one, or None where there is none."""


class Server(ThreadingHTTPServer):
    """Answers GET for pages below one secret path, and nothing else. It logs nothing."""

    daemon_threads = True

    def __init__(self, pages: Pages, port: int) -> None:
        """Take a port, 0 for any free one. Raises OSError for one that cannot be had."""
        self.pages = pages
        self.lock = Lock()
        self.secret = secrets.token_urlsafe(16)
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def host(self) -> str:
        """The one host that it answers to."""
        return f"{LOOPBACK}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind without asking any name server for the name of this computer."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, int(self.server_address[1])

    def address(self, path: str = "") -> str:
        """Return the address of a page."""
        return f"http://{self.host}/{self.secret}/{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a traceback may quote what is private."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "pages"
    sys_version = ""
    timeout = SECONDS

    def do_GET(self) -> None:
        """Answer with a page."""
        if not hmac.compare_digest(self.headers.get("Host", "").encode(), self.server.host.encode()):
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "This is not the address of the review.")
            return
        _, secret, *rest = [*self.path.split("/", 2), ""]
        if not hmac.compare_digest(secret.encode(), self.server.secret.encode()):
            self._answer(HTTPStatus.NOT_FOUND, "There is no such page.")
            return
        try:
            with self.server.lock:
                page = self.server.pages(rest[0])
        except Exception as fault:  # noqa: BLE001  # whatever it is, its words may be private
            self._answer(
                HTTPStatus.INTERNAL_SERVER_ERROR, f"A fault of the software: {type(fault).__name__}."
            )
            return
        if page is None:
            self._answer(HTTPStatus.NOT_FOUND, "There is no such page.")
        else:
            self._answer(HTTPStatus.OK, page)

    def parse_request(self) -> bool:
        """Refuse everything but GET before it is looked at."""
        if not super().parse_request():
            return False
        if self.command != "GET":
            self._answer(HTTPStatus.METHOD_NOT_ALLOWED, "Only GET is answered.")
            return False
        return True

    def send_error(self, code: int, *_: object, **__: object) -> None:
        """Answer what is no request at all, without quoting it."""
        self._answer(HTTPStatus(code), "This is no request that can be answered.")

    def log_message(self, *_: object) -> None:
        """Say nothing: addresses are private too."""

    def _answer(self, status: HTTPStatus, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
