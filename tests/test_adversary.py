"""What somebody tried in order to get a word out, to publish what nobody signed off, or to lose something.

Each case was a fault once, or a trick that must go on failing.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from editions.canonical import to_bytes
from editions.datasets import assemble, files_of
from editions.published import read
from macros.all_macros import macros_for
from macros.making import documents
from macros.pages import pages
from tests.cli.commands import ROLES, SIGN_OFF, copy_after, run
from tests.macros.sites import EVIL, read_page
from tests.partnerships import copy_to

MEETING = "data/meetings/2026-03-12-executive.yml"
EARLIER = "data/meetings/2026-01-15-executive.yml"
EARLIER_NAME = "meetings/2026-01-15-executive"
WORD = "quibble"
"""A word that stands nowhere else."""

EMBARGO = ("--date", "2026-06-01", "--embargo", "2026-07-01")
DUE = ("sign-off", "--due", "--date", "2026-08-01")


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Change the first place of a file that holds these words."""
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), "utf-8")


def published_words(project: Path) -> str:
    """Return everything in `published/`, and the dataset made of it."""
    editions = [path.read_text("utf-8") for path in sorted((project / "published").rglob("*.json"))]
    dataset = files_of(assemble(read(project))).values()
    return "\n".join([*editions, *(content.decode() for content in dataset)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give the partnership with nothing signed off."""
    return copy_to(tmp_path)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """Give the partnership with everything signed off."""
    return copy_after(tmp_path, SIGN_OFF)


CONCEALED = f"      - id: {WORD}\n        withhold: {{reason: personal, what: concealed}}\n"

PLANTED: dict[str, tuple[tuple[tuple[str, str, str], ...], str]] = {
    "news of a concealed action of another meeting": (
        (
            (EARLIER, "      - id: form\n", CONCEALED),
            (MEETING, "2026-01-15-executive/form", f"2026-01-15-executive/{WORD}"),
        ),
        "names-hidden-part",
    ),
    "the initials of somebody who is shown by role": (
        ((MEETING, "  - person: quietly\n", f"  - person: quietly\n    initials: {WORD}\n"),),
        "initials-left-out",
    ),
}
"""What is left out with a warning: edits (file, words, words instead), and the warning's code."""


@pytest.mark.parametrize("place", PLANTED)
def test_what_would_give_something_away_is_left_out_with_a_warning(project: Path, place: str) -> None:
    """Not even `published/` holds it, where a curious reader may look."""
    edits, code = PLANTED[place]
    for file, old, new in edits:
        edit(project, file, old, new)

    result = run(project, "sign-off", "--changed", *ROLES)

    assert (result.exit_code, code in result.stderr) == (0, True)
    assert WORD not in published_words(project)


REFUSED: dict[str, tuple[tuple[str, str, str], str, str]] = {
    "a meeting that names a person whose file has a mistake": (
        ("data/people/abara.yml", "name: Ife Abara", "nane: Ife Abara"),
        EARLIER_NAME,
        "named-record-not-valid",
    ),
    "a policy that is withheld": (
        ("data/policy.yml", "names_from: manager", "withhold:\n  reason: personal\nnames_from: manager"),
        EARLIER_NAME,
        "no-policy",
    ),
    "a partnership that is withheld": (
        ("data/partnership.yml", "fictional: yes", "withhold:\n  reason: personal\nfictional: yes"),
        "partnership",
        "record-not-valid",
    ),
}
"""What cannot be signed off: the edit (file, words, words instead), the record, the code of the problem."""


@pytest.mark.parametrize("what", REFUSED)
def test_a_record_that_would_lose_something_cannot_be_signed_off(project: Path, what: str) -> None:
    """Silently leaving out a chair, or blaming the software, would help nobody."""
    change, record, code = REFUSED[what]
    edit(project, *change)

    result = run(project, "sign-off", record, *ROLES)

    assert (result.exit_code, code in result.stderr, "fault of the software" in result.stderr) == (
        1,
        True,
        False,
    )
    assert not (project / "published").exists()


def test_signing_off_all_that_changed_says_what_it_leaves_out(project: Path) -> None:
    """It left out records with mistakes without a word, and ended with 0."""
    edit(project, EARLIER, "at length", "[[redact personal|at length]")
    (project / "data/groups/learning.yml").write_text("[")

    result = run(project, "sign-off", "--changed", *ROLES)

    assert result.exit_code == 1
    assert {line.split(": ")[1] for line in result.stderr.splitlines()} == {
        EARLIER,
        "data/groups/learning.yml",
    }
    assert (project / "published/meetings/2026-03-12-executive/1/record.json").exists()


def test_a_post_in_words_names_its_holder_as_the_policy_says(project: Path) -> None:
    """The projection and the search for secrets must agree on who is named."""
    edit(
        project,
        "data/people/abara.yml",
        "- post: council/director",
        "- title: Director of Matters\n    organization: council\n    level: lead",
    )

    result = run(project, "sign-off", "--changed", *ROLES)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Ife Abara" in published_words(project)


@pytest.mark.parametrize("part", ["", "/form"])
def test_a_mark_in_the_note_of_a_takedown_is_refused_without_quoting_it(signed: Path, part: str) -> None:
    """It ended in a traceback that held the note."""
    note = f"[[redact personal|{WORD}]]"

    result = run(signed, "withdraw", f"{EARLIER_NAME}{part}", "--now", "--note", note)

    assert (result.exit_code, "note-with-mark" in result.stderr, WORD in result.output) == (1, True, False)
    assert len(read(signed).histories["meetings", "2026-01-15-executive"].editions) == 1


def test_an_edition_that_waits_is_not_published_after_a_takedown_without_trace(signed: Path) -> None:
    edit(signed, EARLIER, "at length", f"at length, {WORD}")
    assert run(signed, "sign-off", EARLIER_NAME, *ROLES, *EMBARGO).exit_code == 0
    assert run(signed, "withdraw", EARLIER_NAME, "--now", "--no-trace").exit_code == 0

    result = run(signed, *DUE)

    assert (result.exit_code, "waiting-taken-down" in result.stderr) == (1, True)
    assert WORD not in published_words(signed)


def test_an_edition_that_waits_is_not_published_after_its_words_were_withheld(signed: Path) -> None:
    """What was signed off in June may have become confidential by July."""
    edit(signed, EARLIER, "at length", f"by the {WORD} family of a street by the mill")
    assert run(signed, "sign-off", EARLIER_NAME, *ROLES, *EMBARGO).exit_code == 0
    edit(
        signed,
        EARLIER,
        f"the {WORD} family of a street by the mill",
        f"[[redact personal|the {WORD} family of a street by the mill]]",
    )

    result = run(signed, *DUE)

    assert (result.exit_code, "waiting-withheld" in result.stderr, WORD in result.output) == (1, True, False)
    assert WORD not in published_words(signed)


def test_an_edition_that_waits_is_published_on_its_day_if_nothing_is_against_it(signed: Path) -> None:
    edit(signed, EARLIER, "at length", f"at length, {WORD}")
    assert run(signed, "sign-off", EARLIER_NAME, *ROLES, *EMBARGO).exit_code == 0

    result = run(signed, *DUE)

    assert (result.exit_code, WORD in published_words(signed)) == (0, True)


def test_records_with_a_suppressed_person_can_be_signed_off_and_hold_neither_name_nor_id(
    signed: Path,
) -> None:
    """The name was refused as a secret, so that no such record could ever be signed off again."""
    (signed / "published/suppressed.txt").write_text("p-aaaaaaa1\n")
    edit(signed, EARLIER, "at length", "at great length")

    result = run(signed, "sign-off", EARLIER_NAME, *ROLES)

    [edition, dataset] = [
        (signed / f"published/{EARLIER_NAME}/2/record.json").read_text(),
        files_of(assemble(read(signed)))["meetings.json"].decode(),
    ]
    assert (result.exit_code, result.stderr) == (0, "")
    assert [text for text in (edition, dataset) if "Abara" in text or "p-aaaaaaa1" in text] == []


def test_an_edition_of_an_impossible_day_is_not_an_edition(signed: Path) -> None:
    """It ended in a traceback when the site was built."""
    path = signed / f"published/{EARLIER_NAME}/1/record.json"
    path.write_bytes(to_bytes(json.loads(path.read_bytes()) | {"date": "2026-02-30"}))

    result = run(signed, "build")

    assert (result.exit_code, "edition-unreadable" in result.stderr) == (1, True)


DOCUMENTS: dict[str, tuple[str, str, str]] = {
    "a page in the place of a list": ("partners.md", "# Partners\n\nMine.\n", "page-reserved"),
    "a page in the place of the error page": ("404.md", "# Gone\n\nMine.\n", "page-reserved"),
    "a page of a draft": ("meetings/2026-09-01-draft.md", "# Draft\n\nMine.\n", "page-reserved"),
}
"""What no hand-written page may be: its name, its text, and the code. The cases have what none may hold."""


@pytest.mark.parametrize("trick", DOCUMENTS)
def test_a_trick_in_a_hand_written_page_is_refused(project: Path, trick: str) -> None:
    name, text, code = DOCUMENTS[trick]
    path = project / "docs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    dataset = assemble(read(project))

    found = [
        *documents.check(project / "docs", macros_for(dataset)),
        *documents.clashes(project / "docs", pages(dataset)),
    ]

    assert code in {problem.code for problem in found}


@pytest.mark.parametrize(
    "text", ["<office@example.org>", "[a](https://example.org/)", "[a][b]\n\n[b]: https://example.org/"]
)
def test_ordinary_links_of_a_hand_written_page_are_fine(project: Path, text: str) -> None:
    (project / "docs/a.md").write_text(f"# A\n\n{text}\n")

    assert documents.check(project / "docs", macros_for(assemble(read(project)))) == ()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a partnership with a hostile title and text in a record, signed off and built."""
    project = copy_to(tmp_path_factory.mktemp("built"))
    edit(project, EARLIER, "title: The referral form", f"title: '{EVIL}'")
    edit(
        project,
        EARLIER,
        "text: The form was discussed at length.",
        "text: |\n      --8<-- {{ 7*7 }} {% raw %} {: onclick=x }",
    )
    assert run(project, "sign-off", "--changed", *ROLES).exit_code == 0
    result = run(project, "build")
    assert result.exit_code == 0, result.stderr
    return project


def test_hostile_words_in_a_record_are_shown_and_do_nothing(built: Path) -> None:
    page = read_page(built / f"site/{EARLIER_NAME}/index.html")

    assert page.with_attribute("onclick") == []
    assert [source for source in page.with_attribute("src") if "//" in source] == []
    assert "49" not in re.sub(r"\d+ kB", "", page.texts["main"])
    assert "alert(1)" not in page.texts["script"]
    assert "--8<-- {{ 7*7 }} {% raw %} {: onclick=x }" in page.texts["main"]


@pytest.mark.parametrize("mode", ["full", "public-only"])
def test_a_site_with_a_file_more_or_less_is_not_accepted(built: Path, tmp_path: Path, mode: str) -> None:
    """The public-only mode has no words to search for, so it must know what belongs in a site."""
    project = tmp_path / "project"
    shutil.copytree(built, project)
    if mode == "public-only":
        shutil.rmtree(project / "data")
    for name in ("extra/index.html", "feed.xml"):
        (project / "site" / name).parent.mkdir(exist_ok=True)
        (project / "site" / name).write_text("<!doctype html><title>x</title>")
    (project / f"site/{EARLIER_NAME}/index.html").unlink()

    result = run(project, "verify", str(project / "site"))

    found = {
        line.split(": ")[1]: line.rpartition(" ")[2]
        for line in result.stderr.splitlines()
        if "[site-" in line
    }
    assert result.exit_code == 1
    assert found == {
        "extra/index.html": "[site-unaccounted]",
        "feed.xml": "[site-data-differs]",
        f"{EARLIER_NAME}/index.html": "[site-page-missing]",
    }


def test_an_edition_that_was_deleted_stops_the_build(built: Path, tmp_path: Path) -> None:
    """The list of what was published knows of it, and the last good site stays."""
    project = tmp_path / "project"
    shutil.copytree(built, project)
    shutil.rmtree(project / "published" / EARLIER_NAME)

    result = run(project, "build")

    assert (result.exit_code, "[edition-gone]" in result.stderr) == (1, True)
    assert (project / "site" / EARLIER_NAME / "index.html").exists()


def test_a_published_record_without_a_file_is_told(built: Path, tmp_path: Path) -> None:
    """A file that was renamed or deleted leaves its record on the site."""
    project = tmp_path / "project"
    shutil.copytree(built, project)
    (project / "data/groups/learning.yml").unlink()

    result = run(project, "check")

    assert "published, but not in data/ any more: groups/learning\n" in result.stdout
    assert "take it down with `pages withdraw`" in result.stdout
    assert "published, but not in data/ any more: groups/learning\n" in run(project, *SIGN_OFF).stderr
