"""`pages withdraw` as it is used in haste: one command, one person, whatever else is broken."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from editions.published import read
from tests.cli.commands import run
from tests.partnerships import files_of, signed_copy_to

RECORD = "meetings/2026-03-12-executive"
KEY = ("meetings", "2026-03-12-executive")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A partnership that is signed off, to be copied."""
    return signed_copy_to(tmp_path_factory.mktemp("signed"))


@pytest.fixture
def project(signed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(signed, tmp_path / "project"))


def break_all_but(project: Path, *kept: str) -> None:
    """Break every record, the policy, the settings, the hand-written pages, and every other edition."""
    for path in (
        *(project / "data").rglob("*.yml"),
        *(project / "docs").rglob("*.md"),
        project / "mkdocs.yml",
    ):
        path.write_text("{{{{ [[redact", "utf-8")
    for path in (project / "published").rglob("record.json"):
        if not path.relative_to(project / "published").as_posix().startswith(kept):
            path.write_text("{{{{", "utf-8")


@pytest.mark.parametrize("options", [(), ("--no-trace",)])
@pytest.mark.parametrize("part", ["", "/neglect"])
def test_everything_else_may_be_broken(project: Path, part: str, options: tuple[str, ...]) -> None:
    """One command without a question and without a reason."""
    break_all_but(project, RECORD)

    result = run(project, "withdraw", RECORD + part, "--now", *options)

    assert (result.exit_code, "is taken down" in result.output) == (0, True)
    left = read(project).histories.get(KEY)
    shown = left.record.model_dump_json() if left and left.record else ""
    assert "toolkit was approved" not in shown
    assert bool(shown) == bool(part)


def test_without_data_and_docs_it_works_too(project: Path) -> None:
    """The place that builds and hosts has none."""
    for folder in ("data", "docs"):
        shutil.rmtree(project / folder)

    result = run(project, "withdraw", RECORD, "--no-trace", "--now")

    assert result.exit_code == 0
    assert "nothing reminds of it" in result.output


def test_the_page_says_when_why_and_what_replaces_it(project: Path) -> None:
    """A considered withdrawal; it stands at the old address."""
    run(
        project,
        *("withdraw", RECORD, "--now", "--date", "2026-07-01"),
        *("--note", "It was merged.", "--replaced-by", "meetings/2026-01-15-executive"),
    )
    assert run(project, "build").exit_code == 0

    page = (project / "site" / RECORD / "index.html").read_text()
    assert "What stood here was withdrawn on 1 July 2026." in page
    assert "It was merged." in page
    assert 'In its place: <a href="../../meetings/2026-01-15-executive/">' in page


def test_without_trace_the_built_site_holds_no_byte_of_it(project: Path) -> None:
    assert run(project, "withdraw", RECORD, "--no-trace", "--now").exit_code == 0
    assert run(project, "build").exit_code == 0

    for root in (project / "site", project / "published", project / "build"):
        for path in root.rglob("*"):
            assert KEY[1] not in path.as_posix()
            assert not path.is_file() or KEY[1].encode() not in path.read_bytes(), path


@pytest.mark.parametrize("target", [RECORD, f"{RECORD}/schools"])
def test_without_trace_twice_is_no_fault(project: Path, target: str) -> None:
    """In an emergency people give a command again; the private list knows that it was done."""
    first = run(project, "withdraw", target, "--no-trace", "--now")
    again = run(project, "withdraw", target, "--no-trace", "--now")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "[down-already]" in again.stderr


def test_a_list_that_cannot_be_written_is_told_by_its_folder(project: Path) -> None:
    """Whoever looks into published/ for it would look in vain."""
    (project / "data/taken-down.txt").mkdir()

    result = run(project, "withdraw", RECORD, "--no-trace", "--now")

    assert (result.exit_code, "error: data: This could not be written" in result.stderr) == (1, True)
    assert (project / "published" / RECORD).exists()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"https://example.org/aldermere/{RECORD}/", RECORD),
        (f"https://example.org/{RECORD}/index.html#neglect", f"{RECORD}/neglect"),
        (f"https://example.org/{RECORD}/#action-toolkit", f"{RECORD}/toolkit"),
        (f"http://example.org/{RECORD}/files/audit.pdf", f"{RECORD}/audit"),
    ],
)
def test_what_stands_in_the_bar_of_a_browser_is_a_name(project: Path, address: str, name: str) -> None:
    """Whoever is rung up about a leak has the address at hand, and its anchor."""
    result = run(project, "withdraw", address, "--now")

    assert (result.exit_code, result.output.partition(" is taken down")[0]) == (0, name)


@pytest.mark.parametrize("options", [(), ("--no-trace",)])
def test_the_address_of_what_was_taken_down_is_a_name_too(project: Path, options: tuple[str, ...]) -> None:
    """The second person confirms with the address that they were told; given again, it is no unknown part."""
    address = f"https://example.org/{RECORD}/#action-toolkit"
    run(project, "withdraw", address, "--now", *options)

    again = run(project, "withdraw", address, "--now", *options)
    confirmed = run(project, "withdraw", address, "--confirm", "--role", "Chair")

    assert (again.exit_code, "[down-already]" in again.stderr) == (0, True), again.stderr
    assert (confirmed.exit_code, confirmed.output) == (
        0,
        f"The takedown of {RECORD}/toolkit is confirmed by a second person.\n",
    )


@pytest.mark.parametrize("anchor", ["part-neglect", "action-neglect", "x-toolkit"])
def test_an_anchor_that_only_ends_like_a_part_takes_nothing_down(project: Path, anchor: str) -> None:
    before = read(project).histories[KEY]

    result = run(project, "withdraw", f"https://example.org/{RECORD}/#{anchor}", "--now")

    assert (result.exit_code, read(project).histories[KEY]) == (1, before)


def test_an_address_of_no_record_is_wrong_usage(project: Path) -> None:
    assert run(project, "withdraw", "https://example.org/about/", "--now").exit_code == 2


@pytest.mark.parametrize("target", [RECORD, pytest.param(f"{RECORD}/neglect", marks=pytest.mark.long)])
@pytest.mark.parametrize("options", [(), pytest.param(("--no-trace",), marks=pytest.mark.long)])
def test_a_takedown_that_was_stopped_before_its_end_stops_no_build(
    project: Path, target: str, options: tuple[str, ...]
) -> None:
    """The list of addresses is renewed last; the same command again does what was left."""
    lock = project / "published.lock"
    before = lock.read_text()
    run(project, "withdraw", target, *options, "--now")
    after = lock.read_text()
    lock.write_text(before)

    built = run(project, "build") if not options else None
    again = run(project, "withdraw", target, *options, "--now")

    assert built is None or built.exit_code == 0, built.stderr
    assert again.exit_code == 0
    assert lock.read_text() == after
    assert run(project, "build").exit_code == 0


REDIRECTS = f"""\
# Where the pages of the former site stand now.
/former/schools/: /{RECORD}/
/former/partners/: /groups/executive/
/{RECORD}/#action-former: /meetings/2026-01-15-executive/
"""


def test_without_trace_its_redirects_go_too(project: Path) -> None:
    """They would stop each build, and the old address may tell what stood there. The others stay."""
    (project / "redirects.yml").write_text(REDIRECTS)
    lock = project / "published.lock"
    lock.write_text(lock.read_text() + "/former/schools/\n/former/schools/#action-a1\n")

    result = run(project, "withdraw", RECORD, "--no-trace", "--now")
    built = run(project, "build")

    assert (result.exit_code, built.exit_code) == (0, 0), built.stderr
    assert (project / "redirects.yml").read_text().splitlines() == [
        REDIRECTS.splitlines()[0],
        REDIRECTS.splitlines()[2],
    ]
    assert "former/schools" not in lock.read_text()
    assert not (project / "site/former/schools").exists()


def test_a_redirect_that_cannot_be_taken_out_for_certain_is_told(project: Path) -> None:
    """The takedown goes through all the same, and the file stays as it is."""
    written = f"{{/former/schools/: /{RECORD}/, /former/partners/: /groups/executive/}}\n"
    (project / "redirects.yml").write_text(written)

    result = run(project, "withdraw", RECORD, "--no-trace", "--now")

    assert (result.exit_code, "[redirect-to-taken-down]" in result.stderr) == (0, True)
    assert (project / "redirects.yml").read_text() == written
    assert not (project / "published" / RECORD).exists()


def test_hand_written_pages_that_name_it_are_listed(project: Path) -> None:
    (project / "docs/old.md").write_text(f"# Old\n\nSee /{RECORD}/.\n")

    result = run(project, "withdraw", RECORD, "--no-trace", "--now")

    assert "docs/old.md" in result.output
    assert "named-by-hand" in result.output


def test_a_duty_to_publish_warns_and_never_stops(project: Path) -> None:
    """Reports of reviews are public for a year, and arrangements always."""
    review = run(project, "withdraw", "reviews/review-a", "--now", "--date", "2026-07-01")
    arrangements = run(project, "withdraw", "arrangements/2026", "--now")

    assert (review.exit_code, "review-public-a-year" in review.output) == (0, True)
    assert (arrangements.exit_code, "arrangements-public" in arrangements.output) == (0, True)


@pytest.mark.parametrize("named", [RECORD, "--everything"])
def test_a_note_with_a_name_that_was_taken_off_the_site_is_refused(project: Path, named: str) -> None:
    """Whoever may no longer be named is named in no note either."""
    note = ("withdraw", named, "--now", "--note", "Ife Abara asked for it.")
    (project / "published/suppressed.txt").write_text("p-aaaaaaa1\n")
    refused = run(project, *note)
    (project / "published/suppressed.txt").unlink()

    assert ("note-with-secret" in refused.output, refused.exit_code) == (True, 1)
    assert run(project, *note).exit_code == 0


SAID = [
    pytest.param(("--now", "--note", "Ring 07700 900123 about it."), id="the note"),
    pytest.param(("--now", "--role", "Chair, 07700 900123"), id="the role"),
    pytest.param(("--confirm", "--role", "Chair, 07700 900123"), id="the role of the second person"),
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("gone", [(), ("data",)], ids=["with data", "without data"])
def test_what_looks_private_is_refused_in_all_that_becomes_public(
    project: Path, said: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    """What a number looks like is seen without the private records too."""
    if "--confirm" in said:
        run(project, "withdraw", RECORD, "--now")
    for folder in gone:
        shutil.rmtree(project / folder)
    before = files_of(project / "published")

    result = run(project, "withdraw", RECORD, *said)

    assert (result.exit_code, "[detected-in-note]" in result.output) == (1, True)
    assert "07700" not in result.output
    assert files_of(project / "published") == before


def test_the_second_person_is_not_named_by_withheld_words(project: Path) -> None:
    """Their role becomes public as well."""
    run(project, "withdraw", RECORD, "--now")

    result = run(project, "withdraw", RECORD, "--confirm", "--role", "The secretchildren of Wharf Lane")

    assert (result.exit_code, "[note-with-secret]" in result.output) == (1, True)


def test_a_note_may_give_the_address_of_a_role(project: Path) -> None:
    """The policy lists it as one that may be published, in a note as in minutes."""
    note = "Write to office@board.example about it."
    asked = run(project, "withdraw", RECORD, "--now", "--note", note)
    with (project / "data/policy.yml").open("a") as policy:
        policy.write("role_addresses: [office@board.example]\n")

    listed = run(project, "withdraw", RECORD, "--now", "--note", note)

    assert ("[detected-in-note]" in asked.output, asked.exit_code, listed.exit_code) == (True, 1, 0)


@pytest.mark.parametrize(("said", "code"), [(("--note", "It was merged."), 1), ((), 0)])
def test_a_takedown_never_waits_for_records_that_cannot_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, said: tuple[str, ...], code: int
) -> None:
    """Words that nobody could search are not published; without words the takedown goes on."""

    def unreadable(folder: Path) -> None:  # A drive that was pulled out; the tests may run as root.
        raise OSError(errno.EIO, "Input/output error", str(folder / "data"))

    monkeypatch.setattr("cli.said_beside.load", unreadable)

    result = run(project, "withdraw", RECORD, "--now", *said)

    assert (result.exit_code, "[note-not-searched]" in result.output) == (code, code == 1)
    assert (read(project).histories[KEY].newest.state == "withdrawn") == (code == 0)


def test_words_that_became_a_key_are_not_named(project: Path) -> None:
    """A line of a text that is indented too little makes a key of what stands before its colon."""
    path = project / f"data/{RECORD}.yml"
    said = "the partners were told about the long road to the harbour"
    text = path.read_text("utf-8").replace(
        "    decisions:\n", f"    Una Quibblemarsh: {said}\n    decisions:\n", 1
    )
    path.write_text(text, "utf-8")
    result = run(project, "withdraw", RECORD, "--now", "--note", f"Because {said}.")

    assert (result.exit_code, "note-with-secret" in result.output) == (1, True)
    assert "items › neglect" in result.output
    assert "Quibblemarsh" not in result.output


@pytest.mark.parametrize(
    "note",
    [
        "About the secretchildren of Wharf Lane.",
        "About the **secret**children of Wharf Lane.",
        "See https://board.example/the%20secretchildren%20of%20Wharf%20Lane.pdf",
    ],
)
def test_a_note_with_withheld_words_is_refused(project: Path, note: str) -> None:
    """Also where bold parts a word, and where an address hides the spaces."""
    result = run(project, "withdraw", RECORD, "--now", "--note", note)

    assert (result.exit_code, "note-with-secret" in result.output) == (1, True)
    assert "Wharf" not in result.output


def test_a_second_person_confirms(project: Path) -> None:
    run(project, "withdraw", RECORD, "--now", "--role", "Business manager")
    before = run(project, "check").output

    same = run(project, "withdraw", RECORD, "--confirm", "--role", "Business manager")
    other = run(project, "withdraw", RECORD, "--confirm", "--role", "Chair")

    assert f"`pages withdraw {RECORD} --confirm --role ROLE`. [takedown-to-confirm]" in before
    assert (same.exit_code, other.exit_code) == (1, 0)
    assert "takedown-to-confirm" not in run(project, "check").output


def test_a_part_is_confirmed_by_the_command_that_the_reminder_gives(project: Path) -> None:
    """The reminder names the part: the record alone was not taken down, and cannot be confirmed."""
    run(project, "withdraw", f"{RECORD}/neglect", "--now")
    command = run(project, "check").output.split("then: `pages ")[1].split("`")[0]
    assert command == f"withdraw {RECORD}/neglect --confirm --role ROLE"

    assert run(project, *command.replace("ROLE", "Chair").split()).exit_code == 0
    assert "takedown-to-confirm" not in run(project, "check").output


def test_a_disk_that_refuses_is_said_without_a_traceback(project: Path) -> None:
    (project / "published" / RECORD / "2").write_text("in the way")

    result = run(project, "withdraw", RECORD, "--now")

    assert (result.exit_code, "takedown-not-written" in result.output) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (RECORD, "--everything"),
        (RECORD, "--end"),
        (RECORD, "--confirm"),
        (RECORD, "--no-trace", "--note", "Why"),
        ("--everything", "--no-trace"),
    ],
)
def test_wrong_usage_exits_with_2(project: Path, arguments: tuple[str, ...]) -> None:
    before = sorted((project / "published").rglob("*"))

    assert run(project, "withdraw", *arguments, "--now").exit_code == 2
    assert sorted((project / "published").rglob("*")) == before


class TestEverything:
    """The whole site is taken down, whatever else is broken, until somebody ends it."""

    def test_a_holding_page_takes_the_place_of_the_site(self, project: Path) -> None:
        assert run(project, "build").exit_code == 0

        result = run(project, "withdraw", "--everything", "--now", "--note", "We are checking our pages.")

        site = {path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*")}
        page = (project / "site/index.html").read_text()
        assert result.exit_code == 0
        assert site == {"index.html", "404.html"}
        assert "We are checking our pages." in page
        assert "Worried about a child?" in page

    def test_it_needs_nothing_but_itself(self, project: Path) -> None:
        """Without any record of the partnership the page has words of its own."""
        break_all_but(project, "nothing")
        (project / "site").mkdir()
        (project / "site/index.html").write_text("whoever put this here")

        result = run(project, "withdraw", "--everything", "--now")

        page = (project / "site/index.html").read_text()
        assert result.exit_code == 0
        assert "call 101" in page
        assert [path.read_text() for path in (project / "build").glob("site.aside-*/index.html")] == [
            "whoever put this here"
        ]

    def test_the_words_of_the_partnership_stand_while_all_else_is_broken(self, project: Path) -> None:
        words = read(project).histories["partnership", "partnership"].record
        break_all_but(project, "partnership")

        assert run(project, "withdraw", "--everything", "--now").exit_code == 0

        page = (project / "site/index.html").read_text()
        assert words is not None
        assert str(words.name) in page  # type: ignore[attr-defined]  # the partnership has a name
        assert "call 101" not in page

    @pytest.mark.parametrize(
        ("note", "code"),
        [
            ("About the secretchildren of Wharf Lane.", "note-with-secret"),
            ("Ring 07700 900123 about it.", "detected-in-note"),
        ],
    )
    def test_a_note_with_private_words_is_refused(self, project: Path, note: str, code: str) -> None:
        """It is searched as the note of an edition is: it stands on the page that everybody sees then."""
        result = run(project, "withdraw", "--everything", "--now", "--note", note)

        assert (result.exit_code, f"[{code}]" in result.output) == (1, True)
        assert not (project / "published/holding.json").exists()
        assert "Wharf" not in result.output
        assert "07700" not in result.output

    def test_a_note_without_data_is_looked_at_too(self, project: Path) -> None:
        """Where the private records are not, what a number or an address looks like is still seen."""
        shutil.rmtree(project / "data")

        refused = run(project, "withdraw", "--everything", "--now", "--note", "Ring 07700 900123 about it.")
        done = run(project, "withdraw", "--everything", "--now", "--note", "We are checking our pages.")

        assert ("[detected-in-note]" in refused.output, refused.exit_code, done.exit_code) == (True, 1, 0)

    def test_broken_records_do_not_stop_a_note(self, project: Path) -> None:
        break_all_but(project, "partnership")

        assert run(project, "withdraw", "--everything", "--now", "--note", "We look into it.").exit_code == 0

    def test_builds_keep_it_until_it_is_ended(self, project: Path) -> None:
        run(project, "withdraw", "--everything", "--now")

        held = run(project, "build")
        verified = run(project, "verify", str(project / "site"))
        reminded = run(project, "check").output
        ended = run(project, "withdraw", "--everything", "--end")
        before = (project / "site/meetings").exists()
        built = run(project, "build")

        assert (held.exit_code, verified.exit_code, ended.exit_code, built.exit_code) == (0, 0, 0, 0)
        assert "site-held" in held.output
        assert "site-held" in reminded
        assert not before
        assert (project / "site/meetings").exists()
        assert run(project, "withdraw", "--everything", "--end").exit_code == 1

    def test_a_holding_page_with_anything_else_is_not_verified(self, project: Path) -> None:
        run(project, "withdraw", "--everything", "--now")
        (project / "site/old.html").write_text("left over")

        assert run(project, "verify", str(project / "site")).exit_code == 1

    def test_a_damaged_mark_still_holds(self, project: Path) -> None:
        (project / "published/holding.json").write_text("{{{{")

        assert run(project, "build").exit_code == 0

        assert not (project / "site/meetings").exists()
