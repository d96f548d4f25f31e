"""A leaked term is found wherever it stands or stood, and never told."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from editions.published import read
from records.side_files.known_terms import read_terms
from redaction.takedown import withdrawing
from redaction.takedown.incident_steps import steps
from redaction.takedown.incidents import HIDDEN, Incident, Standing, leaked, look, shown
from redaction.takedown.withdrawing import Request
from tests.cli.commands import run
from tests.partnerships import DAY, copy_to, sign_off
from tests.redaction.files import search_file, zipped

TERM = "Marbleford Quillan"
RECORD = "meetings/2026-03-12-executive"
FURTHER = "It was done in a week by people of each of the partners."
"""What lies between the term and the next notice. Words gone from beside one are taken for withheld."""


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A partnership with a term that stands in the text of one item, signed off and built."""
    folder = copy_to(tmp_path_factory.mktemp("signed"))
    path = folder / f"data/{RECORD}.yml"
    path.write_text(
        path.read_text().replace("The audit looked at cases.", f"{TERM} looked at cases. {FURTHER}")
    )
    sign_off(folder)
    assert run(folder, "build").exit_code == 0
    return folder


@pytest.fixture
def project(signed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(signed, tmp_path / "project"))


def found(project: Path, *terms: str) -> Incident:
    return look(project, leaked(enumerate(terms or (TERM,), 1)))


def commands(incident: Incident) -> list[str]:
    return [command for step in steps(incident) for command in step.commands]


def git(project: Path, *arguments: str) -> None:
    names = {
        f"GIT_{who}_{what}": "a@b.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(
        ["git", "-C", str(project), *arguments],  # noqa: S607  # whichever git the tests' machine has
        check=True,
        capture_output=True,
        env={**os.environ, **names},
    )


def committed(project: Path) -> None:
    if not (project / ".git").exists():
        git(project, "init", "-q")
    git(project, "add", "published", "mkdocs.yml", "docs")
    git(project, "commit", "-q", "-m", "State")


def test_it_is_found_on_pages_in_data_in_the_index_and_in_the_edition(project: Path) -> None:
    paths = {each.path for each in found(project).standing}

    assert f"published/{RECORD}/1/record.json" in paths
    assert f"site/{RECORD}/index.html" in paths
    assert "site/data/meetings.json" in paths
    assert "build/public/meetings.json" in paths


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("site/a.html", b"<p>marble<b>ford</b> &#81;uillan</p>"),
        ("site/a.css", b'x::after { content: "Marbleford Quillan" }'),
        ("site/a.xml.gz", gzip.compress(b"<loc>marbleford-quillan</loc>", mtime=0)),
        ("site/pagefind/a.pf_fragment", search_file(b'{"content": "Marbleford Quillan"}')),
        ("site/a.zip", zipped(("marbleford-quillan.txt", b"Nothing"))),
        ("site/marbleford-quillan/index.html", b"<p>Nothing</p>"),
        ("docs/plain.md", "Marbleford\u00a0Quillan\u2019s".encode()),
        ("data/pending/meetings/x.json", b'{"title": "MARBLEFORD QUILLAN"}'),
        ("published/stray.bin", b"\x00\x01 Marbleford Quillan \x02"),
    ],
)
def test_it_is_found_in_other_spellings_and_other_files(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    assert len(found(tmp_path).standing) == 1


@pytest.mark.parametrize(
    "term", ["Bo", "  ", "A rather long sentence of which only the middle part was leaked."]
)
def test_short_and_long_terms_are_found_too(tmp_path: Path, term: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("Bo said: long sentence of which only the middle part was. Boat.")

    assert len(found(tmp_path, term).standing) == (1 if term.strip() else 0)


def test_a_name_that_holds_the_term_is_not_told() -> None:
    leak = leaked([(1, "Quillan"), (2, "north field")])

    assert (
        shown("published/meetings/2026-quillan/1/record.json", leak) == "published/meetings/…/1/record.json"
    )
    assert shown("site/north/field/index.html", leak) == "…"


def test_the_smallest_part_is_taken_down(project: Path) -> None:
    typed = commands(found(project))

    assert f"pages withdraw {RECORD}/neglect --now" in typed
    assert f"pages withdraw {RECORD} --now" not in typed
    assert typed[0] == "pages withdraw --everything --now"
    assert typed.index(f"pages withdraw {RECORD}/neglect --now") < typed.index("pages build")


def test_a_file_goes_with_its_paper(tmp_path: Path) -> None:
    path = tmp_path / "published/meetings/m1/1/files/audit.csv"
    path.parent.mkdir(parents=True)
    path.write_text(f"name\n{TERM}\n")

    assert "pages withdraw meetings/m1/audit --now" in commands(found(tmp_path))


def test_after_these_commands_nothing_stands_any_more(project: Path) -> None:
    """The commands are tried, as they are printed."""
    for command in commands(found(project)):
        if command.startswith("pages withdraw meetings"):
            assert run(project, *command.split()[1:]).exit_code == 0
    assert run(project, "build").exit_code == 0

    assert found(project).standing == ()


def test_in_an_earlier_edition_only_that_loses_its_content(project: Path) -> None:
    path = project / f"data/{RECORD}.yml"
    path.write_text(path.read_text().replace(TERM, "The audit"))
    sign_off(project, ("meetings", "2026-03-12-executive"))
    typed = [each for each in commands(found(project)) if each.startswith("pages withdraw meetings")]

    assert typed == [f"pages withdraw {RECORD} --earlier --now"]
    assert run(project, *typed[0].split()[1:]).exit_code == 0

    history = read(project).histories["meetings", "2026-03-12-executive"]
    assert [each.state for each in history.editions] == ["removed", "published"]
    assert not any(each.path.startswith("published/") for each in found(project).standing)


def test_a_note_goes_without_trace(project: Path) -> None:
    """Emptying an edition keeps its note."""
    request = Request("meetings", "2026-03-12-executive", DAY, note=f"It named {TERM}.")
    withdrawing.carry_out(project, withdrawing.prepare(read(project), request))
    typed = [each for each in commands(found(project)) if each.startswith("pages withdraw meetings")]

    assert typed == [f"pages withdraw {RECORD} --no-trace --now"]
    assert run(project, *typed[0].split()[1:]).exit_code == 0
    assert not any(each.path.startswith("published/") for each in found(project).standing)


def test_the_lists_of_addresses_are_looked_through(project: Path) -> None:
    """A build needs both, and they are public: a name in an address stands there before there is a site."""
    shutil.rmtree(project / "site")
    redirects, lock = project / "redirects.yml", project / "published.lock"
    redirects.write_text("/minutes/zebrafish/: /meetings/\n", "utf-8")
    lock.write_text(f"{lock.read_text('utf-8')}/meetings/zebrafish/\n", "utf-8")
    seen = found(project, "zebrafish")

    assert [each.path for each in seen.standing] == ["published.lock", "redirects.yml"]
    assert [line.split(" goes ")[0] for line in steps(seen)[0].lines] == [
        "Take it out of redirects.yml by hand.",
        "A line of published.lock",
    ]


def test_the_history_of_every_path_is_looked_through(project: Path) -> None:
    """One content may have had several paths: each may tell the term, and each must go from the history."""
    (project / "docs/zebrafish.md").write_text("# One\n", "utf-8")
    for name in ("one", "other"):
        (project / f"docs/{name}.md").write_text("# Of the zebrafish\n", "utf-8")
    committed(project)
    (project / "docs/zebrafish.md").rename(project / "docs/plain.md")
    for name in ("one", "other"):
        (project / f"docs/{name}.md").unlink()
    committed(project)
    seen = found(project, "zebrafish")

    assert sorted(each.path for each in seen.stood) == ["docs/one.md", "docs/other.md", f"docs/{HIDDEN}"]
    assert "git filter-repo --invert-paths --path docs/one.md --path docs/other.md" in commands(seen)


def test_the_history_remembers(project: Path) -> None:
    """Every version that held it is named with its commit, on any branch, also of files that are gone."""
    committed(project)
    git(project, "checkout", "-q", "-b", "elsewhere")
    (project / "docs/other.md").write_text(f"# Other\n\n{TERM}\n")
    committed(project)
    git(project, "rm", "-q", "docs/other.md")
    git(project, "commit", "-q", "-m", "Gone")
    shutil.rmtree(project / "published")
    shutil.rmtree(project / "site")
    shutil.rmtree(project / "build")

    incident = found(project)

    assert incident.standing == ()
    assert {each.path for each in incident.stood} == {f"published/{RECORD}/1/record.json", "docs/other.md"}
    assert all(each.commit and each.day for each in incident.stood)
    assert any(command.startswith("git filter-repo") for command in commands(incident))


def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    assert not found(tmp_path).has_history


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not found(tmp_path).has_history


def test_a_name_that_holds_the_term_is_withdrawn_under_the_name_that_hides_it() -> None:
    """Nobody reads the term in the steps; and a history without it is said to be so."""
    place = Standing("published", f"published/reports/{HIDDEN}/1/record.json", (1,))
    incident = Incident((place,), (), searched=1, has_history=True, unread=())

    told = {step.title: " ".join(step.lines) for step in steps(incident)}

    assert commands(incident)[0] == f"pages withdraw reports/{HIDDEN} --no-trace --now"
    assert f"shown as {HIDDEN}: put the real one there" in told["Take it down"]
    assert told["History"] == "The history of what is public does not hold it."


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words that do not stand in it cannot be told from those that do."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/locked.md").write_text(TERM)
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "locked.md":
            raise PermissionError
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)

    assert found(tmp_path).unread == ("docs/locked.md",)


@pytest.mark.parametrize(
    "values",
    [
        {"title": f"{TERM} meeting", "items": []},
        {"title": "Meeting", "items": [{"id": "quillan-marbleford", "text": TERM}]},
    ],
    ids=["beside all parts", "in the id of a part"],
)
def test_a_term_that_no_part_holds_whole_takes_the_record_down(
    tmp_path: Path, values: dict[str, object]
) -> None:
    """The command must be one that works: a record is no part of itself."""
    path = tmp_path / "published/meetings/m1/1/record.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"format": 1, "record": {"id": "m1", **values}}))

    incident = look(tmp_path, leaked([(1, TERM), (2, "quillan-marbleford")]))

    assert [each for each in commands(incident) if "meetings" in each] == ["pages withdraw meetings/m1 --now"]


@pytest.mark.parametrize("file", ["terms.txt", "terms.yml"])
def test_the_command_prints_the_steps_and_never_the_term(project: Path, tmp_path: Path, file: str) -> None:
    """Neither on the screen nor into any file."""
    committed(project)
    terms = tmp_path / file
    name = f"terms:\n  - name: {TERM}\n    sort: person\n    aliases: [Quill]\n"
    terms.write_text(name if file.endswith("yml") else f"\n{TERM}\n")
    (project / "docs/quillan.md").write_text("# Page\n\nMarbleford Quillan\n")
    before = {
        path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".git/" not in str(path)
    }

    result = run(project, "incident", str(terms))

    after = {
        path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".git/" not in str(path)
    }
    assert result.exit_code == 1
    assert "quillan" not in result.output.lower().replace("docs/quillan.md", "")
    assert "Article 33(1)" in result.output
    assert "72 hours" in result.output
    titles = ("1. Take it down", "2. Rebuild", "3. Purge", "4. History", "5. Notify", "6. Keep it")
    places = [result.output.index(title) for title in titles]
    assert places == sorted(places)
    assert before == after


def test_what_is_nowhere_is_said_with_exit_code_0(project: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text("Nobody Whatsoever\n")

    result = run(project, "incident", str(terms))

    assert (result.exit_code, "None of it was found" in result.output) == (0, True)


@pytest.mark.parametrize("content", [None, b"", b"\n \n", b"\xff\xfe\x00"])
def test_a_file_without_terms_is_said_to_be_one(project: Path, tmp_path: Path, content: bytes | None) -> None:
    terms = tmp_path / "terms.txt"
    if content is not None:
        terms.write_bytes(content)

    result = run(project, "incident", str(terms))

    assert (result.exit_code, "no-terms" in result.output) == (1, True)


def test_it_works_while_everything_is_broken(project: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text(f"{TERM}\n")
    for path in (*(project / "data").rglob("*.yml"), project / "mkdocs.yml"):
        path.write_text("{{{{")
    (project / "published" / RECORD / "1/record.json").write_text(f"{{{{ {TERM}")

    result = run(project, "incident", str(terms))

    assert result.exit_code == 1
    assert f"pages withdraw {RECORD} --now" in result.output


def test_known_terms_are_looked_for_in_all_their_forms(project: Path) -> None:
    """Surname first and possessive are sure; an ordinary word may mean something else."""
    (project / "docs/other.md").write_text("Quillan, Marbleford came.\n")
    (project / "docs/again.md").write_text("They met by the Brook.\n")
    terms = project.parent / "terms.yml"
    known = ("Brook, sort: place, ask: yes", f"{TERM}, sort: person")
    terms.write_text("terms:\n" + "".join(f"  - {{name: {each}}}\n" for each in known))
    leak = leaked((), enumerate(read_terms(terms)[0].terms, 1))

    seen = look(project, leak)

    assert ("docs/other.md", (2,)) in [(each.path, each.lines) for each in seen.standing]
    assert [(each.path, each.lines) for each in seen.may_be] == [("docs/again.md", (1,))]


def test_words_that_may_mean_a_term_are_told_and_never_shown(project: Path) -> None:
    (project / "docs/again.md").write_text("They met by the Brook.\n")
    terms = project.parent / "terms.yml"
    terms.write_text("terms:\n  - {name: Brook, sort: place, ask: yes}\n")

    result = run(project, "incident", str(terms))

    assert result.exit_code == 1
    assert "may mean a term" in result.stdout
    assert "docs/again.md (term 1)" in result.stdout
    assert "brook" not in (result.stdout + result.stderr).lower()
