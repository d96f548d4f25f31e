"""Showing a preview to this computer only, and to no page of another site that is open on it."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

LOOPBACK = "127.0.0.1"
LOCAL_HOSTS = frozenset({LOOPBACK, "localhost"})


def asked_by_this_computer(shown: WSGIApplication) -> WSGIApplication:
    """Return the same pages, for requests that name this computer; any other is refused.

    A page of another site whose name has come to point here (DNS rebinding) still says its own name. Any
    port will do, because the preview may be forwarded to another.
    """

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if _host(environ.get("HTTP_HOST", "")) in LOCAL_HOSTS:
            return shown(environ, start)
        status = HTTPStatus.MISDIRECTED_REQUEST
        start(f"{status} {status.phrase}", [("Content-Type", "text/plain")])
        return [b"This is not the address of the preview."]

    return answer


def _host(name: str) -> str | None:
    try:
        return urlsplit(f"//{name}").hostname
    except ValueError:
        return None
