"""Whole small sites: what MkDocs writes, refuses and says."""

from __future__ import annotations

import gzip
import json
import logging
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cli.verbs.build import manifest_of
from editions.datasets import Dataset, files_of
from editions.parts.actions import PublicAction
from macros import SITE, define_env
from macros.making import building
from macros.making.complaints import Failure
from macros.making.writing_out import write_plain
from macros.pages import pages
from macros.settings import BASE, Settings
from problems import Problem
from redaction.verifying.manifests import differing, origin_of, pages_in
from tests.macros.sites import EVIL, Reading, composed, dataset, meeting, project, read_page

ENGINE = BASE.parent.parent
PROSE = f"# A heading {{{{ 7*7 }}}}\n\n{EVIL}\n\n- a list [[withheld personal]]"


@dataclass(frozen=True)
class Built:
    settings: Settings
    dataset: Dataset
    site: Path
    problems: tuple[Problem, ...]
    log: str


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with an ordinary and a hostile meeting, and a page that calls a macro and links to records."""
    folder = tmp_path_factory.mktemp("building")
    pages = {
        "about": "# About\n\n{{ meetings(last=2) }}\n\n[Item](meetings/2026-03-12-plain.md#first)\n",
        "meetings__2026-03-12-plain": '# Our meeting\n\n{{ meeting("2026-03-12-plain") }}\n',
    }
    settings = composed(project(folder / "project", **pages))
    evil = meeting("2026-03-13-evil", title=EVIL, text=PROSE)
    second = evil.items[0].model_copy(update={"id": "second"})
    public = dataset(meeting("2026-03-12-plain"), evil.model_copy(update={"items": (*evil.items, second)}))
    records: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: records.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    try:
        problems = building.render(settings, public, folder / "site")
    finally:
        logging.getLogger().removeHandler(handler)
    return Built(settings, public, folder / "site", problems, "\n".join(records))


def render(folder: Path, public: Dataset | None = None, **pages: str) -> list[tuple[str, str, int]]:
    """Return code, file and line of what goes wrong with a site that has these pages."""
    settings = composed(project(folder / "project", **pages))
    found = building.render(settings, public or dataset(meeting("2026-03-12-plain")), folder / "site")
    return [(problem.code, problem.place.file, problem.place.line) for problem in found]


def test_a_site_is_built_without_a_problem_or_a_word(built: Built) -> None:
    """Nothing is wrong with an ordinary site, and nothing is logged."""
    assert built.problems == ()
    assert built.log == ""


def test_the_site_is_what_its_manifest_names(built: Built) -> None:
    """What is written is exactly what may be published: nothing that is not accounted for, and all of it."""
    manifest = manifest_of(built.settings, built.dataset)
    pages = pages_in(manifest)
    written = {
        path.relative_to(built.site).as_posix(): path.read_bytes()
        for path in built.site.rglob("*")
        if path.is_file()
    }

    assert [name for name, raw in written.items() if origin_of(name, raw, manifest, pages) is None] == []
    assert differing(written, manifest) == ()
    assert sum(name.startswith("pagefind/") for name in written) > 5


def test_the_dataset_can_be_downloaded_byte_for_byte(built: Built) -> None:
    """What the macros could read is what the public gets."""
    for name, content in files_of(built.dataset).items():
        assert (built.site / "data" / name).read_bytes() == content


def test_record_text_never_acts_on_its_page(built: Built) -> None:
    """A title and prose of HTML, attributes and templates are words in title, heading and text."""
    html = (built.site / "meetings/2026-03-13-evil/index.html").read_text("utf-8")
    page = Reading(re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html))
    name = " ".join(EVIL.split())

    assert name in page.texts["title"]
    assert name in page.texts["h1"]
    assert name in page.texts["nav"]
    assert "{{ 7*7 }}" in page.texts["h3"]
    assert "alert(1)" not in page.texts.get("script", "")
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
    assert not [value for value in page.with_attribute("src") if "//h/" in value]


def test_record_text_never_acts_in_the_search_index(built: Built) -> None:
    """The search holds the words of the prose as text, and nothing was worked out."""
    packed = (built.site / "pagefind" / "fragment").iterdir()
    pages = [json.loads(gzip.decompress(path.read_bytes())[len(b"pagefind_dcd") :]) for path in packed]
    (evil,) = [page for page in pages if page["url"] == "/meetings/2026-03-13-evil/"]

    assert "{{ 7*7 }}" in evil["content"]
    assert "</title><script>alert(1)</script>" in evil["content"]
    assert "a list" in evil["content"]
    assert "49" not in evil["content"]


def test_a_list_is_found_by_its_title_alone(built: Built) -> None:
    """What a list says stands on the pages of its records too, and would be found there and here."""
    packed = (built.site / "pagefind" / "fragment").iterdir()
    pages = [json.loads(gzip.decompress(path.read_bytes())[len(b"pagefind_dcd") :]) for path in packed]

    assert {page["content"] for page in pages if page["url"] in {"/meetings/", "/decisions/"}} == {
        "Meetings.",
        "Decisions.",
    }


def test_a_search_that_cannot_be_made_stops_the_build(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site without its search would be a worse one than the last, which stays."""
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: Path("/nowhere/pagefind"))
    found = building.render(built.settings, built.dataset, tmp_path / "site")

    assert [problem.code for problem in found] == ["search-failed"]


def test_a_link_of_a_macro_works_under_any_path(built: Built) -> None:
    """A macro's link is relative to the page that it is shown on."""
    about = read_page(built.site / "about/index.html")

    assert "../meetings/2026-03-13-evil/" in about.with_attribute("href")
    assert not [value for value in about.with_attribute("href") if value.startswith("/")]


def test_a_hand_written_page_takes_the_place_of_a_generated_one(built: Built) -> None:
    """It keeps its own heading and shows the record."""
    page = read_page(built.site / "meetings/2026-03-12-plain/index.html")

    assert "Our meeting" in page.texts["h1"]
    assert "All agreed." in page.texts["article"]


def test_no_slot_is_left(built: Built) -> None:
    """Every slot was filled."""
    for path in built.site.rglob("*.html"):
        assert "data-slot" not in path.read_text("utf-8")


def test_the_site_is_dated_by_its_newest_edition(built: Built) -> None:
    """The day in the map of the site is that of the newest edition, not that of the build."""
    dates = set(re.findall(r"<lastmod>(.*?)</lastmod>", (built.site / "sitemap.xml").read_text("utf-8")))

    assert dates == {"2026-03-20"}


def test_two_builds_give_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """The same dataset and pages give the same files."""
    assert building.render(built.settings, built.dataset, tmp_path / "again") == ()
    for path in built.site.rglob("*"):
        if path.is_file():
            assert (tmp_path / "again" / path.relative_to(built.site)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ('{{ meeting("2026-01-01-unheard-of") }}', "macro-refused"),
        ("{{ meeting() }}", "macro-failed"),
        ("[gone](gone.md)", "link-without-page"),
        ("[gone](meetings/2026-01-01-gone.md)", "link-without-page"),
        ("[gone](meetings/2026-03-12-plain.md#gone)", "link-without-anchor"),
        ("{{ unheard_of() }}", "document-macro"),
        ("<!-- note -->", "document-comment"),
    ],
)
def test_what_is_wrong_with_a_page_is_named(tmp_path: Path, page: str, code: str) -> None:
    """A page that cannot be built right is one problem with its file, and no traceback becomes a page."""
    found = render(tmp_path, about=f"# About\n\n{page}\n")

    assert found == [(code, "docs/about.md", 3)]


def test_a_block_that_got_lost_is_named(built: Built) -> None:
    """A macro whose block is not on the finished page is a problem, not a gap."""
    site = building.Site(built.dataset, built.settings)
    page: Any = SimpleNamespace(
        url="about/", file=SimpleNamespace(src_uri="about.md"), present_anchor_ids=set(), meta={}
    )
    config: Any = SimpleNamespace(plugins={})
    site.on_pre_page(page)
    site.placed("meetings", lambda: "<p>A block.</p>")
    site.on_page_content("<p>The slot is not here.</p>", page=page, config=config)

    assert [problem.code for problem in site.problems(built.settings.docs)] == ["macro-misplaced"]


def test_a_place_inside_a_block_can_be_linked_to(tmp_path: Path) -> None:
    """A link to an action, whose id stands in HTML that MkDocs never reads, is not taken for broken."""
    plain = meeting("2026-03-12-plain")
    action = PublicAction(id="toolkit", text="Publish the toolkit.", status="open")
    item = plain.items[0].model_copy(update={"actions": (action,)})
    public = dataset(plain.model_copy(update={"items": (item,)}))
    page = "# About\n\n[Toolkit](meetings/2026-03-12-plain.md#action-toolkit)\n"

    assert render(tmp_path, public, about=page) == []


def test_a_page_can_ask_for_nothing_but_our_macros(built: Built) -> None:
    """What mkdocs-macros offers of its own (the last commit, paths, all variables) is taken away."""
    site = building.Site(built.dataset, built.settings)
    env = SimpleNamespace(
        variables={"git": {"author_email": "secret@larkmere.example"}, "environment": {}, "config": {}},
        macros={"macros_info": print, "context": print},
        filters={"pretty": print},
        conf={"plugins": {SITE: site}},
    )
    env.macro = lambda macro, name: env.macros.__setitem__(name, macro)
    define_env(env)

    assert (env.variables, env.filters) == ({}, {})
    assert set(env.macros) == set(site.macros)


def test_a_broken_link_is_named_with_its_line(tmp_path: Path) -> None:
    """MkDocs says only the file; the problem says the line, and quotes no address."""
    found = render(tmp_path, about="# About\n\n[here](index.md)\n\n[gone](secretword.md)\n")

    assert found == [("link-without-page", "docs/about.md", 5)]


def test_a_navigation_without_its_page_is_named(tmp_path: Path) -> None:
    """A page of the navigation that is not there stops the build."""
    folder = project(
        tmp_path / "project", settings="site_name: A\nsite_url: https://a.example/\nnav: [gone.md]\n"
    )
    found = building.render(composed(folder), dataset(), tmp_path / "site")

    assert [(problem.code, problem.place.line) for problem in found] == [("navigation-without-page", 3)]


def test_a_macro_that_breaks_prints_no_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An error of the software names page and macro; its message, which may quote a record, goes nowhere."""

    def broken(_: Dataset) -> dict[str, object]:
        def meeting(_id: str) -> str:
            raise RuntimeError("secretword")

        return {"meeting": meeting, **{name: (lambda **_: "") for name in _lists()}}

    monkeypatch.setattr(building, "macros_for", broken)
    settings = composed(project(tmp_path / "project"))
    found = building.render(settings, dataset(meeting("2026-03-12-plain")), tmp_path / "site")

    assert [(problem.code, problem.place.file) for problem in found] == [
        ("page-failed", "meetings/2026-03-12-plain.md")
    ]
    assert "secretword" not in "".join((*map(str, found), *capfd.readouterr()))


def test_advice_that_is_a_sentence_ends_once(tmp_path: Path) -> None:
    """What a macro advises may end with a full stop or not."""
    told = [
        Failure("index.md", "meeting", "ValueError", each).problem(tmp_path) for each in ("Do it.", "Do it")
    ]

    assert [each.remedy.endswith("Do it.") and ".." not in each.remedy for each in told] == [True, True]


def test_what_an_editor_leaves_is_neither_written_out_nor_accounted_for(tmp_path: Path) -> None:
    """Also where another program builds the site, and where it got into the site by another way."""
    settings = composed(project(tmp_path / "project"))
    for name in ("Thumbs.db", "~$index.md"):
        (settings.docs / name).write_bytes(b"left")
    manifest = manifest_of(settings, dataset())
    plain = tmp_path / "plain"
    plain.mkdir()

    assert write_plain(settings, dataset(), plain) == ()
    assert {path.name for path in plain.rglob("*")} & {"Thumbs.db", "~$index.md"} == set()
    assert origin_of("Thumbs.db", b"left", manifest, pages_in(manifest)) is None


def _lists() -> list[str]:
    return [page.macro for page in pages(dataset())]


def test_written_out_pages_build_the_same_site_without_us(built: Built, tmp_path: Path) -> None:
    """Stock MkDocs, without our hook, makes every page of the written-out folder, and no word acts in it."""
    plain = tmp_path / "plain"
    plain.mkdir()
    assert write_plain(built.settings, built.dataset, plain) == ()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=plain,
        env={"PYTHONPATH": str(ENGINE), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )
    ours = {path.relative_to(built.site).as_posix() for path in built.site.rglob("*.html")}

    assert {path.relative_to(plain / "site").as_posix() for path in (plain / "site").rglob("*.html")} == ours
    page = read_page(plain / "site/meetings/2026-03-13-evil/index.html")
    assert "{{ 7*7 }}" in page.texts["h3"]
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]


def bare(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call MkDocs itself in a copy of a project with the engine beside it."""
    if not (folder / "macros").exists():
        (folder / "macros").symlink_to(ENGINE / "macros")
    settings = folder / "mkdocs.yml"
    if "INHERIT" not in settings.read_text():
        settings.write_text(f"INHERIT: macros/mkdocs.base.yml\n{settings.read_text()}")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ENGINE), "PATH": "/usr/bin:/bin"},
        check=False,
        capture_output=True,
        text=True,
    )


def test_bare_mkdocs_writes_a_preview_of_what_is_published(tmp_path: Path) -> None:
    """Without `pages`, MkDocs builds into build/preview and leaves site/ alone."""
    folder = project(tmp_path / "project")
    done = bare(folder, "build", "-q")

    assert done.returncode == 0, done.stderr
    assert (folder / "build/preview/meetings/index.html").is_file()
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["gh-deploy"], "deploy-refused"),
        (["build", "--dirty"], "dirty-refused"),
        (["build", "-d", "site"], "bare-site"),
        (["build", "--no-strict"], "bare-weakened"),
    ],
)
def test_bare_mkdocs_refuses_what_would_publish(tmp_path: Path, arguments: list[str], code: str) -> None:
    """Commands and options that publish, keep old pages or weaken the build are refused."""
    folder = project(tmp_path / "project")
    done = bare(folder, *arguments)

    assert done.returncode != 0
    assert code in done.stdout + done.stderr
    assert not (folder / "site").exists()


def test_bare_mkdocs_refuses_a_list_in_place_of_ours(tmp_path: Path) -> None:
    """Plugins of their own drop mkdocs-macros, and raw braces would be published: the build fails."""
    folder = project(
        tmp_path / "project",
        settings="site_name: A\nsite_url: https://a.example/\nplugins: [search]\n",
        about="# About\n\n{{ meetings() }}\n",
    )
    done = bare(folder, "build")

    assert done.returncode != 0
    assert "setting-engine" in done.stdout + done.stderr


def test_nothing_is_shown_to_another_computer(built: Built) -> None:
    """A preview on another address than the loopback is refused."""
    found = building.serve(built.settings, built.site, lambda: None, host="0.0.0.0")  # noqa: S104  # refused

    assert [problem.code for problem in found] == ["not-loopback"]


def test_a_preview_is_served_and_a_taken_port_is_named(built: Built) -> None:
    """The site is there at its address until it is stopped; a second server on its port says so.

    A page of another site, whose name has come to point at this computer, is shown nothing.
    """
    stops: list[object] = []
    ready = threading.Event()
    port = _free_port()

    def started(address: str, stop: object) -> None:
        stops.extend((address, stop))
        ready.set()

    thread = threading.Thread(
        target=building.serve,
        args=(built.settings, built.site, lambda: None),
        kwargs={"port": port, "started": started},
        daemon=True,
    )
    thread.start()
    assert ready.wait(10)
    address, stop = stops
    try:
        page = _fetched(f"{address}about/")
        taken = building.serve(built.settings, built.site, lambda: None, port=port)
        by_host = {
            host: _status_for(f"{address}about/", host)
            for host in ("localhost:9000", f"evil.example:{port}", "[")
        }
    finally:
        stop()  # type: ignore[operator]
    thread.join(10)

    assert "About" in page
    assert by_host == {"localhost:9000": 200, f"evil.example:{port}": 421, "[": 421}
    assert [problem.code for problem in taken] == ["port-taken"]
    assert not thread.is_alive()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _status_for(address: str, host: str) -> int:
    """Return how the server answers somebody who calls it by another name."""
    try:
        asked = urllib.request.Request(address, headers={"Host": host})  # noqa: S310  # our own server
        with urllib.request.urlopen(asked) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def _fetched(address: str) -> str:
    """Return a page as soon as the server answers."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310  # our own server
                return str(answer.read().decode())
        except OSError:
            threading.Event().wait(0.05)
    raise AssertionError("The server did not answer.")
