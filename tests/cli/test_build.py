"""`pages build` and `pages verify`: what is published still builds, and a leak never does."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.frozen import freeze
from editions.published import read
from redaction.signing_off.signing import write_edition
from tests.cli.commands import BUILD, ROLES, SIGN_OFF, copy_after, run

MEETING = "meetings/2026-03-12-executive"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the partnership, signed off and built once; tests work on copies."""
    return copy_after(tmp_path_factory.mktemp("published") / "project", SIGN_OFF, BUILD)


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    shutil.copytree(published, tmp_path / "project")
    return tmp_path / "project"


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def edit(project: Path, old: str, new: str, file: str = f"data/{MEETING}.yml") -> None:
    path = project / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_the_same_editions_give_the_same_bytes_with_and_without_data(project: Path) -> None:
    before = digests(project / "site")
    full = run(project, "build")
    shutil.rmtree(project / "data")

    public = run(project, "build")

    assert (full.exit_code, public.exit_code) == (0, 0)
    assert "full verification (structure, manifest, detectors, scan, twin, canary)" in full.stdout
    assert "public-only verification (structure, manifest, detectors)" in public.stdout
    assert digests(project / "site") == before


def test_edited_and_broken_records_do_not_stop_what_is_published(project: Path) -> None:
    before = digests(project / "site")
    edit(project, "The form was merged", "The form was joined")
    (project / "data/people/brice.yml").write_text("{{{")
    (project / "data/meetings/2026-09-01-new.yml").write_text("title: Draft\n")

    result = run(project, "build")

    assert result.exit_code == 0
    assert "`pages check` lists them" in result.stderr
    assert digests(project / "site") == before


def test_words_that_a_record_withholds_now_are_a_reminder_until_it_is_signed_off(project: Path) -> None:
    edit(project, "Partners asked for a briefing.", "Partners asked [[redact personal|for a briefing]].")

    reminded = run(project, "build")
    run(project, "sign-off", MEETING, *ROLES)
    done = run(project, "build")

    assert (reminded.exit_code, done.exit_code) == (0, 0)
    assert "still-published" in reminded.stderr
    assert "still-published" not in done.stderr
    assert b"for a briefing" not in b"".join(path.read_bytes() for path in (project / "site").rglob("*.html"))


def test_a_broken_policy_tells_nobody_to_take_names_down(project: Path) -> None:
    """Without it nobody knows who is named, so names in editions are no reminder; other words are one."""
    edit(project, "names_from: ", "names_form: ", "data/policy.yml")

    names = run(project, "build")
    edit(project, "Partners asked for a briefing.", "Partners asked [[redact personal|for a briefing]].")
    words = run(project, "build")

    assert (names.exit_code, words.exit_code) == (0, 0)
    assert "still-published" not in names.stderr
    assert words.stderr.count("[still-published]") == 1


def leak_into_another_edition(project: Path) -> None:
    """Forge an edition, with digest and code, that holds words withheld in another record."""
    history = read(project).histories["meetings", "2026-01-15-executive"]
    assert history.record is not None
    forged = history.record.model_copy(update={"title": "The secretchildren of Wharf Lane"})
    edition = freeze("meetings", forged, number=2, date="2026-06-02", note="Forged.")
    write_edition(project, edition)


def tamper(project: Path) -> None:
    edit(project, "Neglect and the", "Neglect, and the", f"published/{MEETING}/1/record.json")


LEAKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a withheld word in the edition of another record": (leak_into_another_edition, "secret-in-site"),
    "a tampered edition": (tamper, "edition-changed"),
    "a missing edition": (
        lambda project: (project / f"published/{MEETING}/1").rename(project / f"published/{MEETING}/2"),
        "edition-wrong-place",
    ),
    "a stray file among the editions": (
        lambda project: (project / "published/notes.txt").write_text("x"),
        "published-unknown-file",
    ),
    "withheld words in a hand-written page": (
        lambda project: edit(project, "made-up town", "secretchildren of Wharf Lane town", "docs/index.md"),
        "secret-in-site",
    ),
    "an unknown macro": (
        lambda project: edit(project, "meetings(last=3)", "meatings(last=3)", "docs/index.md"),
        "document-macro",
    ),
    "weakened settings": (
        lambda project: (project / "mkdocs.yml").write_text(
            (project / "mkdocs.yml").read_text() + "plugins: [search]\n"
        ),
        "setting-engine",
    ),
    "no settings": (lambda project: (project / "mkdocs.yml").unlink(), "settings-missing"),
    "a site that is not ours": (
        lambda project: (project / "site/CNAME").write_text("x"),
        "site-has-other-files",
    ),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_stops_the_build_and_the_last_good_site_stays(project: Path, leak: str) -> None:
    plant, code = LEAKS[leak]
    plant(project)
    before = digests(project / "site")

    result = run(project, "build")

    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr
    assert result.stdout == "The site was not built; site/ is as it was before.\n"
    assert "Traceback" not in result.output
    assert digests(project / "site") == before


def test_a_finished_site_can_be_verified_again(project: Path) -> None:
    result = run(project, "verify", str(project / "site"))

    assert result.exit_code == 0
    assert "full verification, no problems." in result.stdout


def test_a_site_changed_by_hand_fails_the_verification(project: Path) -> None:
    page = project / "site" / MEETING / "index.html"
    page.write_text(page.read_text().replace("Partners asked", "Zephyrine Secretname asked"))
    (project / "site/notes.txt").write_text("x")

    result = run(project, "verify", str(project / "site"))

    assert result.exit_code == 1
    assert "[secret-in-site]" in result.stderr
    assert "[site-unaccounted]" in result.stderr
    assert "Secretname" not in result.output


def test_a_withdrawn_record_has_a_page_that_says_so(project: Path) -> None:
    run(project, "withdraw", MEETING, "--now", "--note", "A mistake in the figures.")

    result = run(project, "build")

    page = (project / "site" / MEETING / "index.html").read_text()
    assert result.exit_code == 0, result.stderr
    assert "A mistake in the figures." in page
    assert "toolkit" not in page


def test_no_trace_leaves_no_page_and_no_word(project: Path) -> None:
    run(project, "withdraw", MEETING, "--now", "--no-trace")

    result = run(project, "build")

    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert result.exit_code == 0, result.stderr
    assert [path for path in files if b"2026-03-12-executive" in path.read_bytes()] == []
    assert not (project / "site" / MEETING).exists()


def test_the_data_files_of_the_site_are_the_dataset(project: Path) -> None:
    meetings = json.loads((project / "site/data/meetings.json").read_bytes())

    assert [entry["id"] for entry in meetings["records"]] == [
        "2026-01-15-executive",
        "2026-03-12-executive",
    ]
