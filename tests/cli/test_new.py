"""`pages new` writes valid starting files, and never touches a file that exists."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from cli.guide import message_modules, wordings
from cli.main import pages
from cli.verbs import new as verb
from editions.datasets import assemble
from editions.published import read as read_published
from macros.all_macros import macros_for
from macros.making import documents
from macros.pages import pages as generated_pages
from macros.settings import Settings, compose
from records.kinds import KINDS
from records.loading import load
from records.starting import id_from, quoted, with_optional_lines
from records.yaml_files.reading import read
from tests.partnerships import copy_to, secrets_in

GIT = str(shutil.which("git"))
EMPTY_TO_LOADED = [
    ["policy"],
    ["organizations", "council", "--title", "Tarrowmere Council", "--sort", "local-authority"],
    ["partnership", "--title", "Tarrowmere Partnership", "--partner", "council"],
    ["people", "calloway", "--title", "Ines Calloway"],
    ["groups", "executive"],
    ["groups", "learning", "--title", "Learning: “what next?”"],
    ["meetings", "--date", "2026-03-12"],
]


def run(project: Path, *arguments: str, answers: str = "") -> Result:
    typed = ["new", "--project", str(project), *arguments]
    return CliRunner().invoke(pages, typed, input=answers, catch_exceptions=False)


def test_from_an_empty_folder_to_a_loaded_project(tmp_path: Path) -> None:
    """With `pages new` alone, every kind has a record and nothing is wrong."""
    written = [line for each in EMPTY_TO_LOADED for line in run(tmp_path, *each).output.splitlines()]
    records = load(tmp_path)
    assert [str(problem) for problem in records.problems] == []
    assert {f"{kind}/{record_id}" for kind, record_id in records.loaded} == {
        "policy/policy",
        "organizations/council",
        "partnership/partnership",
        "people/calloway",
        "groups/executive",
        "groups/learning",
        "meetings/2026-03-12-executive",
    }
    assert sorted(written) == sorted(
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    )


def test_without_any_answer_there_are_proposals(tmp_path: Path) -> None:
    """No option is needed: each kind alone gives a valid project."""
    for kind in KINDS:
        assert run(tmp_path, kind).exit_code == 0
    assert [str(problem) for problem in load(tmp_path).problems] == []


def test_the_site_of_a_new_partnership_is_complete(tmp_path: Path) -> None:
    """The settings and the first page are accepted, and the navigation leads to every list that there is.

    The list of everything is what the search in the header leads to.
    """
    run(tmp_path, "partnership", "--title", "Tarrowmere: “Partnership”")
    assert isinstance(compose(tmp_path), Settings)
    dataset = assemble(read_published(tmp_path))
    assert documents.check(tmp_path / "docs", tuple(macros_for(dataset))) == ()
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    entries = [target for entry in settings["nav"] for target in entry.values()]
    within = [entry for target in entries if isinstance(target, list) for entry in target]
    targets = {target for target in entries if isinstance(target, str)}
    targets |= {target for entry in within for target in entry.values()}
    listed = {page.path for page in generated_pages(dataset) if not page.by} - {"search/index.md"}
    assert targets - {"index.md"} == listed


def test_git_keeps_what_is_private_out_and_what_was_signed_off_as_it_is(tmp_path: Path) -> None:
    """Copies of whole minutes stand in build/; and what git is told of editions is what it is told here."""
    run(tmp_path, "partnership", "--title", "Tarrowmere")
    subprocess.run([GIT, "init", "--quiet", str(tmp_path)], check=True)
    copy = tmp_path / "build/circulated/2026-03-12-executive.docx"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"Everything that was said")

    listed = [GIT, "-C", str(tmp_path), "status", "--porcelain", "--untracked-files=all"]
    seen = subprocess.run(listed, check=True, capture_output=True, text=True).stdout

    assert "data/partnership.yml" in seen
    assert "build/" not in seen
    assert (tmp_path / ".gitattributes").read_bytes() == Path(".gitattributes").read_bytes()


def test_settings_and_first_page_of_others_stay(tmp_path: Path) -> None:
    """A site that has settings and a home page keeps them, and what git is told."""
    (tmp_path / "docs").mkdir()
    files = ("mkdocs.yml", "docs/index.md", ".gitignore", ".gitattributes")
    for name in files:
        (tmp_path / name).write_text("theirs", "utf-8")
    assert run(tmp_path, "partnership").output == "data/partnership.yml\n"
    assert [(tmp_path / name).read_text("utf-8") for name in files] == ["theirs"] * len(files)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_exists_is_never_touched(kind: str, tmp_path: Path) -> None:
    """The second time, the file is left as it is, with a message and exit code 1."""
    run(tmp_path, "groups", "first")
    arguments = [kind] if KINDS[kind].single else [kind, "same"]
    run(tmp_path, *arguments)
    path = tmp_path / "data" / KINDS[kind].path_of("same")
    path.write_bytes(b"theirs")
    result = run(tmp_path, *arguments)
    assert (result.exit_code, "[file-exists]" in result.output, path.read_bytes()) == (1, True, b"theirs")


@pytest.mark.parametrize("record_id", ["Upper", "../up", "a--b", "-a", "a b", "é", "x" * 81, "a/b", "a.yml"])
def test_an_id_of_the_wrong_form_is_refused(record_id: str, tmp_path: Path) -> None:
    """Nothing is written, inside the folder or out of it."""
    project = tmp_path / "project"
    project.mkdir()
    result = run(project, "groups", "--", record_id)
    assert (result.exit_code, "[new-id-wrong]" in result.output) == (1, True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_title_without_letters_gives_no_id(tmp_path: Path) -> None:
    """Where no id can be made of the title, the message asks for one."""
    result = run(tmp_path, "groups", "--title", "\N{HORIZONTAL ELLIPSIS}")
    assert (result.exit_code, "[new-id-wrong]" in result.output) == (1, True)


WRONG = {
    "id of another owner": (["people", "executive"], "new-id-taken"),
    "id that means everybody": (["organizations", "all"], "new-id-taken"),
    "id of a single record": (["policy", "ours"], "new-id-not-wanted"),
    "unknown group": (["meetings", "--group", "exectuive"], "new-no-such-record"),
    "unknown partner": (["partnership", "--partner", "nobody"], "new-no-such-record"),
    "option of another kind": (["people", "--date", "2026-03-12"], "new-option-unused"),
    "unknown sort": (["groups", "other", "--sort", "club"], "new-sort-unknown"),
    "title with a control character": (["groups", "other", "--title", "a\x07b"], "new-answers-wrong"),
    "title that is too long": (["groups", "other", "--title", "x" * 1001], "new-answers-wrong"),
    "title of two lines": (["groups", "other", "--title", "a\nb"], "new-answers-wrong"),
}


@pytest.mark.parametrize("name", WRONG)
def test_answers_that_cannot_be_used_are_refused(name: str, tmp_path: Path) -> None:
    """Each ends in one message, and writes nothing."""
    arguments, code = WRONG[name]
    run(tmp_path, "groups", "executive")
    before = sorted(tmp_path.rglob("*"))
    result = run(tmp_path, *arguments)
    assert (result.exit_code, re.findall(r"\[([a-z-]+)\]$", result.output, re.MULTILINE)) == (1, [code])
    assert sorted(tmp_path.rglob("*")) == before
    assert code in wordings(message_modules())


def test_a_meeting_needs_a_group(tmp_path: Path) -> None:
    """Where there is no group yet, the message says how to make one."""
    result = run(tmp_path, "meetings")
    assert (result.exit_code, "pages new groups" in result.output) == (1, True)


def test_a_folder_that_cannot_be_written_is_no_traceback(tmp_path: Path) -> None:
    """A file where a folder is needed ends in a message."""
    (tmp_path / "data").write_text("not a folder", "utf-8")
    result = run(tmp_path, "groups")
    assert (result.exit_code, "[new-cannot-write]" in result.output) == (1, True)


def test_a_meeting_belongs_to_the_executive_unless_said(tmp_path: Path) -> None:
    """The proposal is the group that is an executive, whatever its id, and its name is the title."""
    for arguments in (["zeal", "--sort", "executive", "--title", "Our Executive"], ["aims"]):
        run(tmp_path, "groups", *arguments)
    assert run(tmp_path, "meetings", "--date", "2026-03-12").output == "data/meetings/2026-03-12-zeal.yml\n"
    record = load(tmp_path).get("meetings", "2026-03-12-zeal")
    assert getattr(record, "title", None) == "Our Executive"


@pytest.mark.parametrize(("days", "expected"), [(-1, ("held", "draft")), (1, ("planned", "planned"))])
def test_a_coming_meeting_is_planned(days: int, expected: tuple[str, str], tmp_path: Path) -> None:
    """What has not happened yet is not said to have been held."""
    run(tmp_path, "groups", "executive")
    day = (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011  # the office's own day
    run(tmp_path, "meetings", "one", "--date", day)
    record = load(tmp_path).get("meetings", "one")
    assert (getattr(record, "happened", None), getattr(record, "status", None)) == expected


def test_public_ids_are_random(tmp_path: Path) -> None:
    """Two people of one name have different public ids, which tell nothing of the name."""
    for record_id in ("one", "two"):
        run(tmp_path, "people", record_id, "--title", "Ines Calloway")
    records = load(tmp_path)
    ids = {getattr(records.get("people", record_id), "public_id", "") for record_id in ("one", "two")}
    assert len(ids) == len({each for each in ids if re.fullmatch(r"p-[a-z0-9]{8}", each)}) == 2


def test_on_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is asked for, and an empty answer takes the proposal."""
    monkeypatch.setattr(verb, "is_terminal", lambda: True)
    run(tmp_path, "people", answers="Ines Calloway\n\n")
    assert getattr(load(tmp_path).get("people", "calloway"), "name", None) == "Ines Calloway"


def test_optional_lines_are_all_found(tmp_path: Path) -> None:
    """Each line of a starting file is used, explains, or is optional; in use, it is no comment any more."""
    for arguments in EMPTY_TO_LOADED:
        run(tmp_path, *arguments)
    for path in (tmp_path / "data").rglob("*.yml"):
        text = with_optional_lines(path.read_text("utf-8"))
        assert "#" not in text
        assert read(text.encode(), path.name).problems == ()


@given(
    st.text(
        st.characters(max_codepoint=0x24F, categories=["L", "N", "P", "S"]) | st.just(" "),
        min_size=1,
        max_size=60,
    )
)
def test_any_words_can_be_quoted(words: str) -> None:
    """Whatever letters and signs somebody types come out of the file as they typed them."""
    reading = read(f"name: {quoted(words)}\n".encode(), "data/groups/x.yml")
    node = reading.node
    entry = node.entry("name") if node is not None else None
    assert getattr(entry and entry.value, "value", None) == words


@given(st.text())
def test_ids_from_words_have_the_form_of_an_id(words: str) -> None:
    """Whatever the words are, the proposal is an id or nothing."""
    made = id_from(words)
    assert made == "" or (re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made) is not None and len(made) <= 80)


def test_a_new_meeting_lists_the_open_actions_of_its_group(tmp_path: Path) -> None:
    """They are optional lines, which make a valid record when they are used; closed ones are left out."""
    project = copy_to(tmp_path)
    done = run(project, "meetings", "--group", "executive", "--date", "2026-07-09")
    path = project / "data/meetings/2026-07-09-executive.yml"
    written = path.read_text("utf-8")
    assert (done.exit_code, "mistakes" in done.output) == (0, False)
    assert "#      - action: 2026-03-12-executive/toolkit\n#        status: in-progress\n" in written
    assert "action: 2026-01-15-executive/form" not in written
    assert secrets_in(written) == []

    start, end = written.index("#  - id: earlier-actions"), written.index("#  - id: neglect")
    used = re.sub(r"(?m)^#", "", written[start:end])
    path.write_text(written[:start] + used + written[end:], "utf-8")
    about = [each for each in load(project).problems if each.place.file.endswith("07-09-executive.yml")]
    assert [str(problem) for problem in about] == []


def test_a_new_meeting_says_when_it_could_not_list_everything(tmp_path: Path) -> None:
    """A record with a mistake is not read, and somebody must know that its actions are missing."""
    project = copy_to(tmp_path)
    broken = project / "data/meetings/2026-03-12-executive.yml"
    broken.write_text(broken.read_text("utf-8") + "unknown: key\n", "utf-8")
    done = run(project, "meetings", "--group", "executive", "--date", "2026-07-09")
    assert done.exit_code == 0
    assert "mistakes (1 in all)" in done.output


@pytest.mark.parametrize(("folder", "way"), [("data", ".."), ("data/people", "../.."), ("docs", "..")])
def test_no_second_partnership_begins_inside_another(tmp_path: Path, folder: str, way: str) -> None:
    """Whoever stands in data/ by mistake is told where to go, and nothing is written."""
    run(tmp_path, "people", "calloway", "--title", "Ines Calloway")
    run(tmp_path, "partnership", "--title", "Tarrowmere Partnership")
    before = sorted(tmp_path.rglob("*"))

    result = run(tmp_path / folder, "people", "quill", "--title", "Ada Quill")

    assert (result.exit_code, f"`cd {way}`" in result.output) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before
