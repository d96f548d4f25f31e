"""Signing off freezes exactly what was seen, and only when nothing stands against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editions.published import Published, read
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.embargoes import due_now, hold, read_pending, release, reminders
from redaction.signing_off.second_people import second_looks_due
from redaction.signing_off.signing import Prepared, Request, prepare, store
from tests.partnerships import DAY, RECORDS, copy_to, sign_off

KEY = ("meetings", "2026-03-12-executive")
REQUEST = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair", note="Minutes approved.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def prepared(project: Path, request: Request = REQUEST) -> Prepared:
    records = load(project)
    return prepare(records, read(project), scanner_for(harvest(records)), request)


def codes(result: Prepared) -> set[str]:
    return {problem.code for problem in result.problems}


def edit(project: Path, old: str, new: str, file: str = f"meetings/{KEY[1]}.yml") -> None:
    path = project / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def editions_of(project: Path) -> list[tuple[int, str, bool]]:
    history = read(project).histories[KEY]
    return [(each.number, each.state, each.record is not None) for each in history.editions]


def test_an_edition_holds_what_was_seen_and_who_did_it(project: Path) -> None:
    result = prepared(project)

    store(project, result)

    edition = read(project).histories[KEY].newest
    assert edition == result.edition
    assert (edition.number, edition.date, edition.note) == (1, "2026-06-01", "Minutes approved.")
    assert (edition.redacted_by, edition.checked_by) == ("Business manager", "Chair")
    assert edition.code == result.code


def test_an_edition_is_never_overwritten(project: Path) -> None:
    result = prepared(project)
    store(project, result)

    with pytest.raises(FileExistsError):
        store(project, result)


def test_an_unchanged_record_is_not_signed_off_again(project: Path) -> None:
    store(project, prepared(project))

    result = prepared(project, replace(REQUEST, note="Again."))

    assert (result.edition, codes(result)) == (None, {"nothing-changed"})


def test_a_change_of_something_withheld_is_no_change(project: Path) -> None:
    store(project, prepared(project))
    edit(project, "The rate was set at secretrate pounds", "The rate was set at secretother pounds, later,")

    assert codes(prepared(project)) == {"nothing-changed"}


def test_a_second_person_must_look_where_the_policy_says_so(project: Path) -> None:
    assert codes(prepared(project, replace(REQUEST, checked_by=None))) == {"second-person-needed"}


def test_the_second_person_has_another_role(project: Path) -> None:
    assert codes(prepared(project, replace(REQUEST, checked_by="business  Manager"))) == {"same-role-twice"}


def test_the_code_must_be_that_of_what_is_signed_off(project: Path) -> None:
    code = prepared(project).code
    edit(project, "The form was merged", "The form was joined")

    assert codes(prepared(project, replace(REQUEST, code=code))) == {"code-differs"}
    assert prepared(project, replace(REQUEST, code=prepared(project).code)).edition is not None


def test_a_later_edition_needs_a_note(project: Path) -> None:
    store(project, prepared(project))
    edit(project, "The form was merged", "The form was joined")

    assert codes(prepared(project, replace(REQUEST, note=None))) == {"note-missing"}


def test_a_correction_is_an_edition_with_a_note(project: Path) -> None:
    """Minutes that were approved and corrected say so, and the edition says what the correction was."""
    store(project, prepared(project))
    edit(project, "status: approved", "status: corrected")
    assert codes(prepared(project, replace(REQUEST, note=None))) == {"note-missing"}

    store(project, prepared(project, replace(REQUEST, note="A name was spelt wrong.")))

    newest = read(project).histories["meetings", REQUEST.id].newest
    assert (newest.number, newest.note) == (2, "A name was spelt wrong.")
    assert (newest.record or {})["status"] == "corrected"


def test_a_note_with_a_mark_is_refused(project: Path) -> None:
    result = prepared(project, replace(REQUEST, note="Removed [[redact personal|the name]]."))

    assert (result.edition, codes(result)) == (None, {"note-with-mark"})


def test_a_correction_leaves_the_earlier_edition_as_it_was(project: Path) -> None:
    store(project, prepared(project))
    edit(project, "The form was merged", "The form was joined")

    store(project, prepared(project))

    assert editions_of(project) == [(1, "published", True), (2, "published", True)]


def test_an_edition_that_withholds_more_empties_the_earlier_ones(project: Path) -> None:
    store(project, prepared(project))
    edit(project, "Partners asked for a briefing.", "Partners asked for [[redact personal|a briefing]].")

    store(project, prepared(project))

    history = read(project).histories[KEY]
    assert editions_of(project) == [(1, "removed", False), (2, "published", True)]
    assert (history.editions[0].note, history.editions[0].code) == ("Minutes approved.", None)
    assert read(project).problems == ()


def test_an_edition_without_a_part_empties_the_earlier_ones(project: Path) -> None:
    store(project, prepared(project))
    withhold = "        withhold:\n          reason: personal\n          what: concealed\n"
    edit(project, "      - id: schools\n", f"      - id: schools\n{withhold}")

    store(project, prepared(project))

    assert editions_of(project) == [(1, "removed", False), (2, "published", True)]


def test_a_withheld_text_that_stands_elsewhere_stops_the_sign_off(project: Path) -> None:
    edit(project, "summary: The partners", "summary: The secretchildren of Wharf Lane and the partners")

    result = prepared(project)

    assert result.edition is None
    assert codes(result) == {"secret-in-record"}
    assert "Wharf" not in "".join(map(str, result.problems)) + repr(result.problems)


def test_the_policy_can_allow_words_that_are_also_withheld(project: Path) -> None:
    edit(project, "summary: The partners", "summary: The secretchildren of Wharf Lane and the partners")
    edit(
        project, "names_from: manager",
        "names_from: manager\nallow:\n  - words: the secretchildren of Wharf Lane\n    reason: A play.\n"
        "    role: Business manager\n    until: 2099-01-01", "policy.yml",
    )  # fmt: skip

    assert codes(prepared(project)) == set()


def test_a_name_shown_only_by_role_stops_the_sign_off(project: Path) -> None:
    edit(project, "Partners asked for a briefing.", "Zephyrine Secretname asked for a briefing.")

    assert codes(prepared(project)) == {"secret-in-record"}


def test_a_late_second_look_is_a_new_edition_of_the_same_text(project: Path) -> None:
    edit(project, "    change: minor\n", "", "policy.yml")
    store(project, prepared(project, replace(REQUEST, checked_by=None)))
    published = read(project)

    assert [
        problem.code for problem in second_looks_due(load(project).policy, published, date(2026, 6, 7))
    ] == []
    assert [
        problem.code for problem in second_looks_due(load(project).policy, published, date(2026, 6, 8))
    ] == ["second-look-due"]

    store(project, prepared(project, replace(REQUEST, minor=True, note="Checked by a second person.")))

    assert second_looks_due(load(project).policy, read(project), date(2026, 6, 8)) == ()


def test_a_broken_history_gets_no_new_edition(project: Path) -> None:
    store(project, prepared(project))
    path = project / "published/meetings" / KEY[1] / "1/record.json"
    path.write_bytes(path.read_bytes().replace(b"Minutes approved.", b"Minutes improved."))

    assert "editions-broken" in codes(prepared(project))


def test_an_embargoed_edition_waits_for_its_day(project: Path) -> None:
    hold(project, prepared(project), date(2026, 7, 1))
    pending = read_pending(project)

    assert KEY not in read(project).histories
    assert list(due_now(pending, date(2026, 6, 30))) == []
    assert [each.code for each in reminders(project, pending, date(2026, 7, 1))] == ["edition-due"]

    for waiting in due_now(pending, date(2026, 7, 1)):
        release(project, waiting)

    assert read(project).histories[KEY].newest.note == "Minutes approved."
    assert read_pending(project).waiting == ()


def test_an_edition_that_withholds_more_takes_the_words_out_of_earlier_ones_on_its_day(project: Path) -> None:
    """Until then they stay as they are; what is signed off without an edition cannot wait at all."""
    store(project, prepared(project))
    edit(project, "Partners asked for a briefing.", "Partners asked for [[redact personal|a briefing]].")
    result = prepared(project, replace(REQUEST, note="Withheld."))
    hold(project, result, date(2026, 7, 1))
    before = [each.record is None for each in read(project).histories[KEY].editions]

    for waiting in due_now(read_pending(project), date(2026, 7, 1)):
        release(project, waiting)

    after = [each.record is None for each in read(project).histories[KEY].editions]
    assert (before, after) == ([False], [True, False])
    with pytest.raises(ValueError, match="no edition"):
        hold(project, replace(result, edition=None), date(2026, 7, 1))


def test_a_damaged_waiting_edition_is_a_problem(project: Path) -> None:
    path = hold(project, prepared(project), date(2026, 7, 1))
    path.write_bytes(path.read_bytes().replace(b"Minutes approved.", b"Minutes improved."))

    assert [each.code for each in read_pending(project).problems] == ["pending-unreadable"]


def test_the_whole_partnership_can_be_signed_off(project: Path) -> None:
    sign_off(project)

    published: Published = read(project)
    assert published.problems == ()
    assert len(published.histories) == RECORDS
