"""What each verb does, prints and exits with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.keeping import standing
from cli.main import pages
from editions.published import read
from tests.cli.commands import ROLES, SIGN_OFF, copy_after, run
from tests.partnerships import RECORDS, copy_to, secrets_in, signed_copy_to

MEETING = "meetings/2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def edit(project: Path, old: str, new: str, file: str = f"{MEETING}.yml") -> None:
    path = project / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_check_lists_what_is_not_published_and_exits_with_0(project: Path) -> None:
    result = run(project, "check", "--date", "2026-11-24")

    assert result.exit_code == 0
    assert f"not published: {MEETING}" in result.stdout
    assert f"{RECORDS} records read, no problems." in result.stdout


def test_check_exits_with_1_and_names_file_line_and_remedy(project: Path) -> None:
    edit(project, "chair: abara\n", "chiar: abara\n")

    result = run(project, "check")

    assert result.exit_code == 1
    assert "error: data/meetings/2026-03-12-executive.yml:7:1:" in result.stderr
    assert "did you mean `chair`?" in result.stderr


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (Path.unlink, "single-record-missing"),
        (lambda file: file.write_text("names_from: manager\n"), "missing-key"),
    ],
)
def test_what_is_wrong_with_the_policy_is_told_once(
    project: Path, damage: Callable[[Path], object], code: str
) -> None:
    """Nothing can be published without it, which every other record would say again."""
    damage(project / "data" / "policy.yml")

    result = run(project, "check")

    told = [line for line in result.stderr.splitlines() if line.startswith("error: data/policy.yml")]
    assert [line.rpartition(" ")[2] for line in told] == [f"[{code}]"]
    assert "more cannot be signed off until" in result.stdout


def test_check_says_what_changed_since_its_edition(project: Path) -> None:
    copy_after(project, SIGN_OFF)
    edit(project, "The form was merged", "The form was joined")

    assert f"changed since edition 1: {MEETING}" in run(project, "check").stdout


def test_check_reminds_of_what_was_to_be_looked_at_again(project: Path) -> None:
    early, due = (run(project, "check", "--date", day) for day in ("2027-03-30", "2027-03-31"))

    assert "review-due" not in early.stderr
    assert "warning: data/meetings/2026-03-12-executive.yml:41:" in due.stderr
    assert due.exit_code == 0


def test_check_names_open_actions_of_which_the_newest_meeting_says_nothing(project: Path) -> None:
    """As a warning at that meeting, with their ids alone."""
    later = project / "data/meetings/2026-05-14-executive.yml"
    later.write_text("title: Executive\ngroup: executive\ndate: 2026-05-14\nstatus: draft\n", "utf-8")
    result = run(project, "check")
    (said,) = [line for line in result.output.splitlines() if "[matters-arising]" in line]
    assert result.exit_code == 0
    assert said.startswith("warning: data/meetings/2026-05-14-executive.yml:1:1: ")
    assert "carries over: 2026-03-12-executive/advert, 2026-03-12-executive/ghost, " in said


def test_check_names_a_logo_that_is_not_there(project: Path) -> None:
    """Else the build is the first to say so, after the partnership was signed off."""
    with (project / "data/partnership.yml").open("a") as file:
        file.write("\nlogo: crest.png\n")

    result = run(project, "check")

    assert result.exit_code == 1
    assert "[logo-missing]" in result.stderr


def test_redact_writes_public_values_only(project: Path) -> None:
    result = run(project, "redact")

    files = sorted((project / "build/redacted").rglob("*.json"))
    assert result.exit_code == 0
    assert len(files) == RECORDS
    assert [path for path in files if secrets_in(path.read_bytes().decode("latin-1"))] == []


def test_sign_off_shows_the_public_values_and_asks(project: Path) -> None:
    result = run(project, "sign-off", MEETING, *ROLES[:-1], typed="n\n")

    assert result.exit_code == 0
    assert "title: Executive meeting" in result.output
    assert "Publish exactly this? [y/N]: n" in result.stderr
    assert not (project / "published").exists()


def test_sign_off_writes_an_edition_and_prints_its_code(project: Path) -> None:
    result = run(project, "sign-off", MEETING, *ROLES)

    edition = json.loads((project / "published" / MEETING / "1/record.json").read_text())
    assert result.exit_code == 0
    file = f"published/{MEETING}/1/record.json"
    assert result.stdout == f"{MEETING} signed off, code {edition['code']}: {file}\n"


@pytest.mark.parametrize("name", [MEETING, f"data/{MEETING}.yml", f"./data/{MEETING}.yml"])
def test_a_record_can_be_named_by_its_file(project: Path, name: str) -> None:
    assert run(project, "sign-off", name, *ROLES).exit_code == 0


def test_sign_off_of_many_goes_on_after_one_that_fails(project: Path) -> None:
    edit(project, "chair: abara\n", "chiar: abara\n")

    result = run(project, "sign-off", MEETING, "meetings/2026-01-15-executive", *ROLES)

    assert result.exit_code == 1
    assert "record-not-valid" in result.stderr
    assert (project / "published/meetings/2026-01-15-executive/1/record.json").exists()


def test_sign_off_of_many_ends_with_how_many_were_and_were_not(project: Path) -> None:
    """Whoever signs off thirty records does not read back for the two that were refused, or left."""
    edit(project, "chair: abara\n", "chiar: abara\n")
    other = "meetings/2026-01-15-executive"

    left = run(project, "sign-off", other, "policy", *ROLES[:-1], typed="y\nn\n")
    mixed = run(project, "sign-off", MEETING, other, *ROLES)
    refused = run(project, "sign-off", "--changed", "--kind", "meetings", *ROLES)

    assert left.stdout.endswith("1 record signed off; 1 left as you said.\n")
    assert mixed.stdout.endswith("1 record signed off; 1 could not be, for the reasons above.\n")
    assert refused.stdout == "0 records signed off; 1 could not be, for the reasons above.\n"


def test_an_unknown_record_is_told_with_a_near_one(project: Path) -> None:
    result = run(project, "sign-off", "meetings/2026-03-12-execctive", *ROLES)

    assert result.exit_code == 1
    assert f"did you mean `{MEETING}`?" in result.stderr


def test_a_record_that_cannot_be_read_is_not_said_to_be_missing(project: Path) -> None:
    """Its own file is named, not another record that somebody might have meant."""
    edit(project, "chair: abara\n", "chair: [abara\n")

    result = run(project, "sign-off", MEETING, *ROLES)

    assert result.exit_code == 1
    assert f"error: data/{MEETING}.yml: This record has problems" in result.stderr
    assert "no-such-record" not in result.stderr


def test_sign_off_without_a_record_is_wrong_usage(project: Path) -> None:
    assert run(project, "sign-off", *ROLES).exit_code == 2


def test_an_embargoed_edition_is_published_on_its_day(project: Path) -> None:
    held = run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-01", "--embargo", "2026-07-01")
    again = run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-02", "--embargo", "2026-07-01")
    early = run(project, "sign-off", "--due", "--date", "2026-06-30")
    due = run(project, "sign-off", "--due", "--date", "2026-07-01")

    assert (held.exit_code, again.exit_code) == (0, 1)
    assert "edition-waiting" in again.stderr
    assert (early.exit_code, early.stdout) == (0, "No waiting edition is due.\n")
    assert (due.exit_code, due.stdout) == (0, f"Published published/{MEETING}/1/record.json.\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: 2026-05-31\n", "due: 2026-05-31\n        withhold_fields: {due: {reason: personal}}\n"),
        (
            "    status: apologies\n",
            "    status: apologies\n    withhold: {reason: personal, what: concealed}\n",
        ),
        (
            "title: Executive meeting\n",
            "title: Executive meeting\nwithhold: {reason: personal, what: concealed}\n",
        ),
    ],
)
def test_what_was_withheld_while_an_edition_waited_is_not_published(
    project: Path, old: str, new: str
) -> None:
    """A day, somebody who came, the whole record: these are no words that the scan would find."""
    run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-01", "--embargo", "2026-07-01")
    edit(project, old, new)

    due = run(project, "sign-off", "--due", "--date", "2026-07-01")

    assert due.exit_code == 1
    assert "waiting-" in due.stderr
    assert not (project / "published" / MEETING).exists()


def test_what_waits_is_not_published_when_its_record_is_gone(project: Path) -> None:
    """Nobody can tell any more what the record would withhold by now."""
    run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-01", "--embargo", "2026-07-01")
    (project / f"data/{MEETING}.yml").unlink()

    due = run(project, "sign-off", "--due", "--date", "2026-07-01")

    assert (due.exit_code, "[waiting-not-compared]" in due.stderr) == (1, True)
    assert not (project / "published" / MEETING).exists()


def test_what_waits_is_not_published_when_its_record_has_mistakes(project: Path) -> None:
    """A damaged mark withholds nothing that could be compared."""
    run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-01", "--embargo", "2026-07-01")
    edit(project, "[[withheld confidence]]", "[[withheld confidence]")

    due = run(project, "sign-off", "--due", "--date", "2026-07-01")

    assert (due.exit_code, "[waiting-not-compared]" in due.stderr) == (1, True)
    assert not (project / "published" / MEETING).exists()


@pytest.mark.parametrize("damage", [False, True])
def test_what_waits_for_its_day_is_not_published_with_all_that_changed(
    project: Path, *, damage: bool
) -> None:
    """Whoever publishes the rest must not publish it too; also while the waiting file cannot be read."""
    run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-01", "--embargo", "2026-07-01")
    if damage:
        (project / "data/pending" / f"{MEETING}.json").write_bytes(b"{")

    rest = run(project, "sign-off", "--changed", "--kind", "meeting", *ROLES, "--date", "2026-06-02")
    named = run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-02")

    assert "edition-left-waiting" in rest.stderr
    assert MEETING not in rest.stdout
    assert (rest.exit_code, named.exit_code) == (0, 0)
    assert named.stdout.startswith(f"{MEETING} signed off")


def test_withdraw_asks_and_then_takes_down(project: Path) -> None:
    copy_after(project, SIGN_OFF)

    refused = run(project, "withdraw", MEETING, typed="n\n")
    done = run(project, "withdraw", MEETING, "--now")

    assert refused.exit_code == 1
    assert done.exit_code == 0
    assert "It is mentioned in meetings/2026-01-15-executive" in done.stdout
    assert json.loads((project / "published" / MEETING / "2/record.json").read_text())["state"] == "withdrawn"


def test_withdrawn_without_trace_is_not_signed_off_again_by_mistake(project: Path) -> None:
    copy_after(project, SIGN_OFF)
    run(project, "withdraw", MEETING, "--now", "--no-trace")

    refused = run(project, "sign-off", "--changed", *ROLES)
    restored = run(project, "sign-off", MEETING, *ROLES, "--restore", "*")

    assert (refused.exit_code, restored.exit_code) == (1, 0)
    assert "record-taken-down" in refused.stderr


def test_withdrawn_without_trace_is_not_signed_off_again_under_another_id(project: Path) -> None:
    """Somebody is asked until the first edition after it; then what is there was seen, and nobody is."""
    run(project, *SIGN_OFF)
    run(project, "withdraw", f"{MEETING}/neglect", "--no-trace", "--now")
    again = ("sign-off", MEETING, "--note", "Edits.", *ROLES)
    edit(project, "- id: neglect\n", "- id: all-neglect\n")
    edit(project, "[neglect, ", "[all-neglect, ")

    refused = run(project, *again)
    restored = run(project, *again, "--restore", "neglect", "--date", "2099-01-01")
    edit(project, "items:\n  - id: last\n", "items:\n  - id: fresh\n    title: Something new\n  - id: last\n")
    later = run(project, *again, "--date", "2099-01-02")

    assert (refused.exit_code, "[part-under-another-id]" in refused.stderr) == (1, True)
    assert (restored.exit_code, later.exit_code) == (0, 0), restored.stderr + later.stderr


def test_what_may_be_public_again_is_asked_about_once(project: Path) -> None:
    """After it was taken down a second time, it is asked again."""
    run(project, *SIGN_OFF)
    down = ("withdraw", f"{MEETING}/neglect", "--no-trace", "--now")
    again = ("sign-off", MEETING, "--note", "Edits.", *ROLES)
    run(project, *down)

    refused = run(project, *again)
    restored = run(project, *again, "--restore", "neglect")
    edit(project, "items:\n  - id: last\n", "items:\n  - id: fresh\n    title: Something new\n  - id: last\n")
    later = run(project, *again)
    run(project, *down)
    refused_again = run(project, *again)

    codes = [each.exit_code for each in (refused, restored, later, refused_again)]
    assert codes == [1, 0, 0, 1], restored.stderr + later.stderr
    assert "[part-taken-down]" in refused_again.stderr


def test_a_record_that_may_be_public_again_leaves_the_list(project: Path) -> None:
    copy_after(project, SIGN_OFF)
    run(project, "withdraw", MEETING, "--now", "--no-trace")
    listed = (project / "data/taken-down.txt").read_text("utf-8")

    run(project, "sign-off", MEETING, *ROLES, "--restore", "*")

    assert listed.startswith(MEETING)
    assert (project / "data/taken-down.txt").read_text("utf-8") == ""


@pytest.mark.parametrize(("signed", "code"), [("2099-02-01", 0), ("2099-01-01", 1)])
def test_what_was_restored_under_an_embargo_is_published_on_its_day(
    project: Path, signed: str, code: int
) -> None:
    """Signed off on the very day of the takedown, nobody can tell which came first, so it waits on."""
    run(project, *SIGN_OFF)
    run(project, "withdraw", f"{MEETING}/neglect", "--no-trace", "--now", "--date", "2099-01-01")
    held = run(
        project,
        *("sign-off", MEETING, "--note", "Edits.", *ROLES, "--restore", "neglect"),
        *("--embargo", "2099-03-01", "--date", signed),
    )

    due = run(project, "sign-off", "--due", "--date", "2099-03-01")

    assert (held.exit_code, due.exit_code) == (0, code), held.stderr + due.stderr
    assert (project / "data/taken-down.txt").read_text("utf-8").startswith(MEETING) == bool(code)


def test_a_damaged_list_of_takedowns_publishes_nothing_that_it_may_name(project: Path) -> None:
    (project / "data/taken-down.txt").write_bytes(b"\xff\xfe")

    assert run(project, "sign-off", MEETING, *ROLES).exit_code == 1


def test_the_words_concerned_are_shown_on_a_terminal_only(project: Path) -> None:
    edit(project, "chair: abara\n", "secretkey: abara\n")

    assert "secretkey" not in run(project, "check", "--show-text").output


def test_a_project_without_data_can_be_checked(project: Path) -> None:
    """The place that hosts has published/ and no data/."""
    copy_after(project, SIGN_OFF)
    shutil.rmtree(project / "data")
    result = run(project, "check")

    assert (result.exit_code, result.stdout) == (0, "0 records read, no problems.\n")


@pytest.mark.parametrize("verb", [verb for verb in pages.commands if verb != "new"])
def test_in_the_wrong_folder_each_verb_says_so(tmp_path: Path, verb: str) -> None:
    """Where nothing of a partnership stands, the command says what is missing, and writes nothing."""
    needed = {"sign-off": ["--changed"], "verify": [str(tmp_path)], "withdraw": [MEETING, "--now"]}
    result = run(tmp_path, verb, *needed.get(verb, []))

    assert result.exit_code == 2
    assert "There is no data/" in result.stderr
    assert "--project" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["sign-off", MEETING, "--checked-by", "Chair"], "--redacted-by"),
        (["sign-off", MEETING, "--redacted-by", "Business manager", "--checked-by", "Chair"], "--yes"),
    ],
)
def test_a_question_that_nobody_can_answer_names_its_option(
    project: Path, arguments: list[str], option: str
) -> None:
    """In a script, the command says which option holds the answer, and nothing is published."""
    result = run(project, *arguments, typed="")

    assert result.exit_code == 2
    assert f"Give the answer with {option}" in result.stderr
    assert not (project / "published").exists()


@pytest.mark.parametrize("option", ["--note", "--redacted-by", "--checked-by"])
def test_what_stands_beside_an_edition_holds_no_withheld_words(project: Path, option: str) -> None:
    """The note and the roles are published for ever, so they are searched before anything is written."""
    said = dict(zip(ROLES[:-1:2], ROLES[1:-1:2], strict=True)) | {option: "Without Zephyrine Secretname"}
    result = run(project, "sign-off", MEETING, *(word for each in said.items() for word in each), "--yes")

    assert result.exit_code == 1
    assert "note-with-secret" in result.stderr
    assert "Secretname" not in result.output
    assert not (project / "published").exists()


def test_the_note_of_a_takedown_holds_no_withheld_words(project: Path) -> None:
    """Such a note would stop the build, and what is to be taken down would stay."""
    copy_after(project, SIGN_OFF)
    result = run(project, "withdraw", MEETING, "--now", "--note", "Without Zephyrine Secretname")

    assert result.exit_code == 1
    assert "note-with-secret" in result.stderr
    assert not (project / "published" / MEETING / "2").exists()


def test_the_note_of_a_takedown_names_nobody_who_was_taken_off_the_site(project: Path) -> None:
    """Their record may still say that they are named; the build would stop at the name all the same."""
    copy_after(project, SIGN_OFF)
    run(project, "withdraw", "people/p-aaaaaaa1", "--no-trace", "--now")
    result = run(project, "withdraw", MEETING, "--now", "--note", "Asked for by Ife Abara")

    assert result.exit_code == 1
    assert "note-with-secret" in result.stderr
    assert not (project / "published" / MEETING / "2").exists()


def test_a_kind_that_does_not_exist_is_wrong_usage(project: Path) -> None:
    """A slip in `--kind` must not look as if nothing were left to sign off."""
    assert run(project, "sign-off", "--changed", "--kind", "peple", *ROLES).exit_code == 2


def test_a_broken_record_holds_up_those_that_name_it(project: Path) -> None:
    """`check` names the mistake once, and says how many records wait for it to be mended."""
    path = project / "data/people/abara.yml"
    path.write_text(path.read_text("utf-8").replace("name:", "nme:", 1), "utf-8")
    result = run(project, "check")

    assert result.exit_code == 1
    assert "cannot be signed off until" in result.stdout
    assert "named-record-not-valid" not in result.stderr
    assert f"not published: {MEETING}," not in result.stdout


@pytest.mark.parametrize("verb", sorted(pages.commands))
def test_each_verb_has_help_with_an_example(tmp_path: Path, verb: str) -> None:
    result = run(tmp_path, verb, "--help")

    assert result.exit_code == 0
    assert f"pages {verb}" in result.stdout.split("Example")[1]


@pytest.mark.parametrize("folder", ["data", "docs", "published", "build", "site"])
@pytest.mark.parametrize(
    "verb", [("check",), ("build",), ("sign-off", "policy", *ROLES), ("verify", "docs"), ("summary", "x")]
)
def test_a_file_in_the_place_of_a_folder_is_told(folder: str, verb: tuple[str, ...], tmp_path: Path) -> None:
    """In one line with what to do, and before anything is written: a build would pass over data/ unread."""
    project = copy_to(tmp_path / "project")
    shutil.rmtree(project / folder, ignore_errors=True)
    (project / folder).write_text("Not a folder.")
    name, *rest = verb
    result = run(project, name, *(str(tmp_path) if each == "docs" else each for each in rest))

    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if "error" in line] == [
        line for line in result.stderr.splitlines() if line.startswith(f"error: {folder}: Here stands a file")
    ]
    assert result.stderr.count("[not-a-folder]") == 1


def test_a_link_that_leads_nowhere_is_no_folder(tmp_path: Path) -> None:
    """A drive that is not connected must not make a build skip the search for what is private."""
    project = copy_to(tmp_path / "project")
    shutil.rmtree(project / "data")
    (project / "data").symlink_to(tmp_path / "drive")

    assert "[not-a-folder]" in run(project, "build").stderr
    (tmp_path / "drive").mkdir()
    assert "[not-a-folder]" not in run(project, "check").stderr


@pytest.mark.parametrize("folder", ["data", "docs", "site"])
def test_a_file_in_the_place_of_a_folder_stops_no_takedown(folder: str, tmp_path: Path) -> None:
    project = copy_to(tmp_path / "project")
    shutil.rmtree(project / folder, ignore_errors=True)
    (project / folder).write_text("Not a folder.")

    assert run(project, "withdraw", "--everything", "--now").exit_code == 0


LEAVINGS = (
    *(".DS_Store", "Thumbs.db", "desktop.ini"),
    *(".~lock.x.odt#", "~$x.md", ".x.md.swp", "x.md~", "#x.md#", "._x.json", "~$x.yml"),
)


def test_what_computers_and_editors_leave_stops_nothing_and_is_never_published(tmp_path: Path) -> None:
    """In every folder: nobody wrote it, it comes back by itself, and it may hold what nobody meant to say."""
    project = signed_copy_to(tmp_path / "project")
    tidy = (run(project, "tidy"), run(project, "tidy"))[1]
    before = run(project, "check")
    listed = standing(project, read(project))
    folders = [path for name in ("data", "docs", "published") for path in (project / name).rglob("*")]
    (project / "data/pending/meetings").mkdir(parents=True)
    kept = (project / "data", project / "docs", project / "published", project / "data/pending/meetings")
    for folder in (*kept, *(path for path in folders if path.is_dir())):
        for name in LEAVINGS:
            (folder / name).write_text("left behind")
    checked, built, tidied = run(project, "check"), run(project, "build"), run(project, "tidy")
    due = run(project, "sign-off", "--due")
    site = [path for path in (project / "site").rglob("*") if path.is_file()]

    assert (checked.exit_code, checked.output) == (before.exit_code, before.output)
    assert (tidied.output, standing(project, read(project))) == (tidy.output, listed)
    assert (built.exit_code, due.exit_code, tidied.exit_code) == (0, 0, 0), built.output
    assert [path.name for path in site if path.name in LEAVINGS or b"left behind" in path.read_bytes()] == []


def test_a_link_or_anything_else_in_published_stays_an_error(tmp_path: Path) -> None:
    """What no computer leaves by itself was put there by somebody."""
    project = signed_copy_to(tmp_path / "project")
    (project / "published/.DS_Store").symlink_to("/etc/hostname")
    (project / "published/notes.txt").write_text("Mine.")

    assert run(project, "build").stderr.count("[published-unknown-file]") == 2


def test_a_folder_in_the_place_of_the_list_of_unnamed_people_is_told(tmp_path: Path) -> None:
    """Passed over, everybody who asked to be unnamed would be named again."""
    project = copy_to(tmp_path / "project")
    (project / "published/suppressed.txt").mkdir(parents=True)

    assert "published/suppressed.txt" in run(project, "build").stderr


def test_what_has_a_file_is_not_said_to_have_none(tmp_path: Path) -> None:
    """People are published under another id than that of their file, and a file that is damaged is there."""
    project = signed_copy_to(tmp_path / "project")
    (project / "data/groups/executive.yml").write_bytes(b"\x00\xff")

    assert "not in data/ any more" not in run(project, "check").stdout
    (project / "data/groups/executive.yml").unlink()
    assert run(project, "check").stdout.count("not in data/ any more: groups/executive") == 1
