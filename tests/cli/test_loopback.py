"""Private pages are shown to this computer only, and nothing but GET is answered."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from cli.loopback import Server


def page(path: str) -> str | None:
    if path == "fault":
        raise ValueError("the secretword")
    return "<p>A page</p>" if path == "meetings/one" else None


@pytest.fixture
def server() -> Iterator[Server]:
    opened = Server(page, 0)
    threading.Thread(target=opened.serve_forever, args=(0.01,), daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


def ask(server: Server, path: str, method: str = "GET", host: str | None = None) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request(method, path, headers={"Host": host if host is not None else server.host})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_it_listens_on_the_loopback_address_only(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address("x") == f"http://127.0.0.1:{server.server_address[1]}/{server.secret}/x"


def test_a_page_is_shown_below_the_secret_path_only(server: Server) -> None:
    assert ask(server, f"/{server.secret}/meetings/one") == (200, "<p>A page</p>")
    for path in ("/", "/meetings/one", f"/{server.secret}", f"/{server.secret}x/meetings/one", "//", "x"):
        assert ask(server, path)[0] == 404, path


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
def test_another_host_is_refused(server: Server, host: str) -> None:
    assert ask(server, f"/{server.secret}/meetings/one", host=host)[0] == 421


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_every_other_method_is_refused(server: Server, method: str) -> None:
    assert ask(server, f"/{server.secret}/meetings/one", method)[0] == 405


@pytest.mark.parametrize("path", ["..", "meetings/", "../../etc/passwd", "%2e%2e/", "meetings/one?x=1", ""])
def test_there_are_no_folders_and_no_other_files(server: Server, path: str) -> None:
    assert ask(server, f"/{server.secret}/{path}")[0] == 404


def test_a_fault_is_answered_without_its_words(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    status, body = ask(server, f"/{server.secret}/fault")
    printed = capsys.readouterr()

    assert (status, body) == (500, "A fault of the software: ValueError.")
    assert (printed.out, printed.err) == ("", "")


@pytest.mark.parametrize("raw", [b"\x00\xff\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"])
def test_what_is_no_request_is_refused_in_silence(
    server: Server, raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(server.server_address[:2], timeout=10) as connection:  # type: ignore[arg-type]  # a host and a port
        connection.sendall(raw)
        answer = connection.makefile("rb").read()
    printed = capsys.readouterr()

    assert b"A page" not in answer
    assert (printed.out, printed.err) == ("", "")


def test_no_answer_is_kept_or_framed(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request("GET", f"/{server.secret}/meetings/one", headers={"Host": server.host})
    headers = connection.getresponse().headers
    connection.close()

    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Server"].strip() == "pages"
