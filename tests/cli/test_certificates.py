"""The certificate of a build: true to the byte, silent about what is hidden, and able to prove a copy."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.main import pages
from records.loading import Records, load
from redaction.verifying.twins import SEEDS, canary_of, twin
from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to, secrets_in
from tests.redaction.mending import mended
from tests.redaction.writing import write

DAY = ("--date", "2026-06-02")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the partnership, signed off and built; tests do not change it."""
    return build(copy_to(tmp_path_factory.mktemp("built") / "project"))


def build(project: Path) -> Path:
    signed = run(project, "sign-off", "--changed", *ROLES, *DAY)
    assert signed.exit_code == 0, signed.output
    result = run(project, "build")
    assert result.exit_code == 0, result.output
    return project


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the site, as a host would have it, with no project around it."""
    shutil.copytree(built / "site", tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def few(built: Path, tmp_path: Path) -> Path:
    """Return a site of a few files of each sort, where these show as much as all of them would."""
    for name in ("index.html", "404.html", "withheld/index.html", "data/meetings.json", "feed.xml"):
        (tmp_path / "few" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built / "site" / name, tmp_path / "few" / name)
    return tmp_path / "few"


def verify(site: Path, *arguments: object, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    """Return exit code, result and messages of `pages verify` in a folder that is no partnership."""
    monkeypatch.chdir(site.parent)
    result = CliRunner().invoke(pages, ["verify", str(site), *map(str, arguments)], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def certificate(project: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((project / "build/certificate.json").read_bytes())
    return found


def test_a_build_certifies_each_file_of_its_site(built: Path) -> None:
    """The digests are those of the files that stand there, no more and no fewer."""
    files = {
        path.relative_to(built / "site").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (built / "site").rglob("*")
        if path.is_file()
    }
    said = certificate(built)

    assert said["files"] == files
    assert (said["count"], said["mode"], said["day"]) == (len(files), "full", "2026-06-02")
    assert sum(each["files"] for each in said["kinds"]) == len(files)  # type: ignore[attr-defined]  # plain JSON


def test_a_certificate_is_no_part_of_the_site_and_the_same_each_time(built: Path, tmp_path: Path) -> None:
    """A second build gives the same bytes, on whatever day."""
    project = tmp_path / "project"
    shutil.copytree(built, project)
    run(project, "build")

    for name in ("certificate.json", "certificate.html"):
        assert (project / "build" / name).read_bytes() == (built / "build" / name).read_bytes()
    assert list((project / "site").rglob("certificate*")) == []


def test_the_day_can_be_that_of_the_source(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    run(built, "verify", str(built / "site"), "--certificate", str(tmp_path))

    assert json.loads((tmp_path / "certificate.json").read_bytes())["day"] == "2023-11-14"


@pytest.mark.parametrize(
    "seed", [SEEDS[0], *(pytest.param(each, marks=pytest.mark.long) for each in SEEDS[1:])]
)
def test_other_private_values_give_the_same_site_and_certificate(
    built: Path, tmp_path: Path, seed: int
) -> None:
    """The twin of every record, written to files, signed off and built: nothing public tells it apart.

    With the first seed hidden things grow, with the second they shrink. The register of what is withheld,
    the list of changes and the state of the site are among the pages. The certificate would give away a
    number of secrets if it held anything that grows with them.
    """
    project = copy_to(tmp_path / "twin")
    records = load(project)
    other = {
        key: {n: v for n, v in each.plain.items() if n != "id"}
        for key, each in twin(records, seed).loaded.items()
    }
    # Each record alone is valid; what does not fit to another record is left out, and nothing that is public.
    other = mended(other)
    give_papers(records, other, project)
    write(other, project)
    build(project)

    differing = [
        path.relative_to(built).as_posix()
        for top in ("site", "published")
        for path in (built / top).rglob("*")
        if path.is_file() and (project / path.relative_to(built)).read_bytes() != path.read_bytes()
    ]
    same = [
        key
        for key, each in other.items()
        if each == {n: v for n, v in records.loaded[key].plain.items() if n != "id"}
    ]
    # Else the twin would prove less. One that shrinks has nothing to take from a record that hides nothing.
    hides_nothing = {("groups", "executive"), ("organizations", "council"), ("organizations", "police")}
    hides_nothing |= {("people", "brice"), ("policy", "policy")}
    assert (other.keys(), {*same}) == (records.loaded.keys(), hides_nothing if seed == SEEDS[1] else set())
    assert len(list((project / "site").rglob("*"))) == len(list((built / "site").rglob("*")))
    assert differing == []
    for register in ("withheld", "changes", "status"):
        assert (project / "site" / register / "index.html").is_file()
    for name in ("certificate.json", "certificate.html"):
        text = (project / "build" / name).read_text()
        assert text == (built / "build" / name).read_text()
        assert (secrets_in(text), canary_of(seed) in text) == ([], False)


def give_papers(records: Records, other: Mapping[tuple[str, str], dict[str, Any]], project: Path) -> None:
    """Put the files of published papers where the twin says that they are: the names of files are private."""
    papers = {
        (key, paper["id"]): paper["file"]
        for key, each in records.loaded.items()
        for paper in papers_in(each.plain)
        if paper.get("publish") == "yes"
    }
    assert papers
    for key, plain in other.items():
        for paper in papers_in(plain):
            if (key, paper["id"]) in papers:
                former = project / "data/files" / papers[key, paper["id"]]
                paper["file"] += former.suffix
                former.rename(former.parents[1] / paper["file"])


def papers_in(plain: Any) -> Iterator[dict[str, Any]]:
    """Yield the papers of a record, at every depth."""
    if isinstance(plain, dict):
        yield from plain.get("papers", ())
    for inner in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
        yield from papers_in(inner)


def test_a_failed_build_leaves_the_certificate_of_the_site_that_stands(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project)
    (project / "docs/notes.txt").write_text("the secretchildren of Wharf Lane")

    result = run(project, "build")

    assert result.exit_code == 1
    assert certificate(project) == certificate(built)


def test_a_record_that_cannot_be_read_makes_the_certificate_incomplete(built: Path, tmp_path: Path) -> None:
    """What it withholds was not searched for, and nobody may think that it was."""
    project = tmp_path / "project"
    shutil.copytree(built, project)
    (project / "data/people/brice.yml").write_text("{{{")
    run(project, "build")

    assert (certificate(built)["complete"], certificate(project)["complete"]) == (True, False)
    assert "could not be read" in (project / "build/certificate.html").read_text()


def test_the_holding_page_has_no_certificate_of_the_site_before(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project)
    held = run(project, "withdraw", "--everything", "--now")
    run(project, "build")

    assert held.exit_code == 0
    assert list((project / "build").glob("certificate*")) == []


def test_a_certificate_that_cannot_be_written_stops_nothing(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project)
    (project / "build/certificate.json").unlink()
    (project / "build/certificate.json").mkdir()

    result = run(project, "build")

    assert result.exit_code == 0
    assert "[certificate-unwritten]" in result.stderr


def test_a_copy_is_proved_by_the_certificate(
    built: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On any machine, without the project."""
    code, said, told = verify(copy, "--against", built / "build/certificate.json", monkeypatch=monkeypatch)

    assert (code, told.count("error:")) == (0, 0), told
    assert "public-only verification, no problems." in said
    assert "There is no partnership here" in told


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a changed byte": (lambda site: (site / "index.html").write_text("<p>Partners met.</p>"), "index.html: "),
    "a missing file": (lambda site: (site / "404.html").unlink(), "404.html: "),
    "a new file": (lambda site: (site / "extra.txt").write_text("More."), "extra.txt: "),
}
CODES = {
    "a changed byte": "certified-differs",
    "a missing file": "certified-missing",
    "a new file": "certified-new",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_that_differs_is_told(
    built: Path, copy: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file that differs, is missing or is new, by name."""
    make, name = CHANGES[change]
    make(copy)

    code, _, told = verify(copy, "--against", built / "build/certificate.json", monkeypatch=monkeypatch)

    found = [line for line in told.splitlines() if line.startswith("error:")]
    assert (code, len(found)) == (1, 1)
    assert found[0].startswith(f"error: {name}")
    assert found[0].endswith(f"[{CODES[change]}]")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[" * 100_000, '{"format":1,"files":{}}', '{"format":1,"files":{"a":"b"}}', "\0"]
)
def test_what_is_no_certificate_proves_nothing(
    few: Path, tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.json").write_text(text)

    code, _, told = verify(few, "--against", tmp_path / "x.json", monkeypatch=monkeypatch)

    assert code == 1
    assert "[certificate-unreadable]" in told


def test_any_site_can_be_verified_and_certified(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a project: traces are found, and a clean site gets a certificate that claims no more."""
    clean = verify(copy, "--certificate", tmp_path / "one", monkeypatch=monkeypatch)
    (copy / "index.html").write_text("<p>Traceback (most recent call last):</p>")
    bad = verify(copy, "--certificate", tmp_path / "two", monkeypatch=monkeypatch)

    said = json.loads((tmp_path / "one/certificate.json").read_bytes())
    assert (clean[0], bad[0]) == (0, 1)
    assert [each["check"] for each in said["checks"]] == ["structure", "detectors"]
    assert (said["mode"], said["day"]) == ("public-only", None)
    assert "[site-page-error]" in bad[2]
    assert not (tmp_path / "two").exists()


def test_a_certificate_is_not_written_into_the_site(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, told = verify(few, "--certificate", few / "proof", monkeypatch=monkeypatch)

    assert code == 2
    assert "Name a folder outside it" in told


def test_the_page_asks_nobody_for_anything(built: Path) -> None:
    """It is whole in itself: no script, no address, one heading above all, tables with captions."""
    text = (built / "build/certificate.html").read_text()
    tags: list[tuple[str, dict[str, str | None]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, dict(attrs)))  # type: ignore[method-assign]
    parser.feed(text)
    names = [tag for tag, _ in tags]

    assert {"script", "img", "link", "iframe"} & {*names} == set()
    assert [one for _, one in tags if {"src", "href", "onclick"} & {*one}] == []
    assert (names.count("h1"), names.count("table"), names.count("caption")) == (1, 3, 3)


TERMS = """\
terms:
  - name: Partners
    sort: project
  - name: Zephyrine Quibble
    sort: person
    aliases: Zeph Q
"""


def test_a_private_list_of_names_is_searched_for_in_any_site(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is told by its number in the list, never by its words, nor by the name of the file."""
    (tmp_path / "quibble.yml").write_text(TERMS.replace("Partners", "Orlanth Quennibel"))
    clean = verify(
        few, "--terms", tmp_path / "quibble.yml", "--certificate", tmp_path / "c", monkeypatch=monkeypatch
    )
    (few / "index.html").write_text("<p>Ask <b>Z&eacute;ph</b>-Q about it.</p>")
    leak = verify(few, "--terms", tmp_path / "quibble.yml", monkeypatch=monkeypatch)

    assert (clean[0], leak[0]) == (0, 1), clean
    assert "terms verification, no problems." in clean[1], clean[2]
    assert (
        "index.html: This file holds words that are withheld or private at the list of terms: terms › 2"
        in leak[2]
    )
    assert "quibble" not in (leak[1] + leak[2]).lower()
    said = json.loads((tmp_path / "c/certificate.json").read_bytes())
    assert [each["check"] for each in said["checks"]] == ["structure", "detectors", "terms"]
    assert said["mode"] == "terms"


@pytest.mark.parametrize(
    ("text", "code"),
    [("terms: []\n", "list-without-terms"), ("", "file-empty"), ("terms:\n  - nane: x\n", "unknown-key")],
)
def test_a_list_without_a_name_or_with_a_mistake_verifies_nothing(
    few: Path, tmp_path: Path, text: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.yml").write_text(text)

    result = verify(few, "--terms", tmp_path / "t.yml", monkeypatch=monkeypatch)

    assert (result[0], f"[{code}]" in result[2]) == (1, True), result


def test_every_form_of_a_name_is_searched_for_and_an_unsure_one_is_told(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A family name behind a salutation is the name; initials may be something else, and stop nothing."""
    (tmp_path / "t.yml").write_text("terms:\n  - name: Zephyrine Quibble\n    sort: person\n")
    (few / "index.html").write_text("<p>Mrs Quibble came.</p>")
    sure = verify(few, "--terms", tmp_path / "t.yml", monkeypatch=monkeypatch)
    (few / "index.html").write_text("<p>ZQ came.</p>")
    unsure = verify(few, "--terms", tmp_path / "t.yml", monkeypatch=monkeypatch)

    assert (sure[0], "index.html: This file holds words" in sure[2]) == (1, True)
    assert (unsure[0], "index.html: This file holds words that may mean" in unsure[2]) == (0, True)


def test_a_list_beside_the_records_is_wrong_usage(built: Path, tmp_path: Path) -> None:
    """There the names belong into data/, where a build searches for them too."""
    (tmp_path / "t.yml").write_text(TERMS)

    assert run(built, "verify", str(built / "site"), "--terms", str(tmp_path / "t.yml")).exit_code == 2
