"""Taking down works at once, from public values only, and nothing of it comes back unasked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editions.datasets import assemble
from editions.published import read
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.returning import under_other_ids
from redaction.signing_off.signing import Request, prepare, write_edition
from redaction.takedown import withdrawing
from tests.partnerships import DAY, sign_off, signed_copy_to

KEY = ("meetings", "2026-03-12-executive")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_copy_to(tmp_path)


def asked_for(part: str | None = None, **more: str) -> withdrawing.Request:
    return withdrawing.Request(*KEY, DAY, part, **more)


def take_down(project: Path, part: str | None = None, **more: str) -> withdrawing.Takedown:
    takedown = withdrawing.prepare(read(project), asked_for(part, **more))
    if not takedown.problems:
        withdrawing.carry_out(project, takedown)
    return takedown


def record_file(project: Path, number: int) -> Path:
    return project / "published" / "/".join(KEY) / str(number) / "record.json"


def everything_in(folder: Path) -> str:
    return "".join(path.read_text() for path in sorted(folder.rglob("*.json")))


def test_a_withdrawn_record_leaves_number_date_and_note_only(project: Path) -> None:
    take_down(project)

    history = read(project).histories[KEY]
    assert [(each.number, each.state, each.record) for each in history.editions] == [
        (1, "removed", None),
        (2, "withdrawn", None),
    ]
    assert read(project).problems == ()
    assert "The toolkit was approved" not in everything_in(project / "published")


def test_a_record_is_taken_down_although_every_private_record_is_broken(project: Path) -> None:
    for path in (project / "data").rglob("*.yml"):
        path.write_text("{{{{")

    take_down(project)

    assert read(project).histories[KEY].newest.state == "withdrawn"


def test_a_part_is_taken_out_of_every_edition(project: Path) -> None:
    take_down(project, "neglect")

    history = read(project).histories[KEY]
    assert [each.state for each in history.editions] == ["removed", "published"]
    assert history.newest.taken_down == ("neglect",)
    assert "The toolkit was approved" not in everything_in(project / "published" / "meetings" / KEY[1])


def test_an_action_is_taken_out_with_the_mark_that_placed_it(project: Path) -> None:
    take_down(project, "toolkit")

    assert "toolkit]]" not in everything_in(project / "published" / "meetings" / KEY[1])


def test_records_that_mention_the_target_are_listed_with_their_editions(project: Path) -> None:
    mentioned = [str(each) for each in take_down(project).mentioned_in]

    assert "meetings/2026-01-15-executive, edition 1" in mentioned
    assert not any("groups/learning" in each for each in mentioned)


def test_a_priority_of_the_same_name_stays_linked(project: Path) -> None:
    """A part and a record may have one id: only what names the part goes with it."""
    path = project / "data/meetings/2026-03-12-executive.yml"
    path.write_text(path.read_text().replace("  - id: last\n", "  - id: last\n    priorities: [neglect]\n"))
    sign_off(project, KEY)

    take_down(project, "neglect")

    plain = read(project).histories[KEY].newest.record or {}
    assert plain["items"][0]["priorities"] == ["neglect"]
    assert not any("neglect" in row.get("items", ()) for row in plain["attendance"])


@pytest.mark.parametrize(("part", "code"), [("nonsense", "no-such-part"), ("council", "no-such-part")])
def test_an_unknown_part_is_said_with_the_known_ones(project: Path, part: str, code: str) -> None:
    takedown = take_down(project, part)

    assert [problem.code for problem in takedown.problems] == [code]
    assert "neglect" in str(takedown.problems[0])


def test_what_is_not_published_cannot_be_taken_down(project: Path) -> None:
    request = withdrawing.Request("meetings", "2020-01-01-nobody", DAY)
    takedown = withdrawing.prepare(read(project), request)

    assert [problem.code for problem in takedown.problems] == ["not-published"]


@pytest.mark.parametrize(
    ("part", "code", "restore"),
    [(None, "record-taken-down", "*"), ("neglect", "part-taken-down", "neglect")],
)
def test_a_takedown_is_not_undone_by_the_next_sign_off(
    project: Path, part: str | None, code: str, restore: str
) -> None:
    take_down(project, part)
    records = load(project)
    scanner = scanner_for(harvest(records))
    request = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Again.")

    refused = prepare(records, read(project), scanner, request)
    restored = prepare(
        records, read(project), scanner, replace(request, restore=frozenset({restore, "toolkit"}))
    )

    assert (refused.edition, [problem.code for problem in refused.problems]) == (None, [code])
    assert restored.edition is not None


def test_a_part_that_is_withheld_now_needs_no_word(project: Path) -> None:
    take_down(project, "neglect")
    path = project / "data/meetings" / f"{KEY[1]}.yml"
    text = path.read_text().replace("Neglect and the [[redact personal|Secretfamily]] audit", "Neglect")
    withhold = "    withhold:\n      reason: personal\n"
    path.write_text(text.replace("  - id: neglect\n", f"  - id: neglect\n{withhold}"))
    records = load(project)
    request = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Withheld.")

    prepared = prepare(records, read(project), scanner_for(harvest(records)), request)

    assert prepared.edition is not None
    assert "The toolkit was approved" not in json.dumps(prepared.edition.record)


def test_what_was_taken_down_does_not_come_back_under_another_id(project: Path) -> None:
    """The id is all by which a takedown knows its part, so somebody is asked."""
    take_down(project, "neglect")
    path = project / "data/meetings" / f"{KEY[1]}.yml"
    text = path.read_text().replace("- id: neglect\n", "- id: all-neglect\n")
    path.write_text(text.replace("[neglect, ", "[all-neglect, "))
    records = load(project)
    scanner = scanner_for(harvest(records))
    request = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Again.")
    settled = replace(request, restore=frozenset({"neglect"}))

    refused = prepare(records, read(project), scanner, request)

    assert (refused.edition, [each.code for each in refused.problems]) == (None, ["part-under-another-id"])
    assert prepare(records, read(project), scanner, settled).edition is not None


def test_what_is_withheld_now_is_not_asked_about_beside_something_new(project: Path) -> None:
    """Its id is still in the private record, so it is under no other."""
    take_down(project, "neglect")
    history = read(project).histories[KEY]
    record, loaded = history.record, load(project).loaded[KEY]
    assert record is not None
    older = replace(history, record=record.model_copy(update={"items": ()}))

    assert under_other_ids(record, older, loaded, ("neglect",), frozenset()) == ()
    assert under_other_ids(record, older, replace(loaded, plain={}), ("neglect",), frozenset()) != ()


def test_what_is_gone_and_nothing_new_is_not_asked_about(project: Path) -> None:
    """Whoever takes the part out of the record as well has done what is to be done."""
    take_down(project, "neglect")
    published = read(project)
    history = published.histories[KEY]
    loaded = load(project).loaded[KEY]
    assert history.record is not None

    found = under_other_ids(history.record, history, replace(loaded, plain={}), ("neglect",), frozenset())

    assert found == ()


def test_taking_down_twice_changes_nothing_and_says_so(project: Path) -> None:
    take_down(project)

    again = take_down(project)

    assert [problem.code for problem in again.problems] == ["down-already"]
    assert read(project).histories[KEY].newest.number == 2


def test_a_reason_can_be_given_later(project: Path) -> None:
    take_down(project)

    take_down(project, note="It named a school by mistake.", replaced_by="meetings/2026-01-15-executive")

    newest = read(project).histories[KEY].newest
    entry = next(each for each in assemble(read(project)).kinds["meetings"] if each.id == KEY[1])
    assert (newest.number, newest.note) == (3, "It named a school by mistake.")
    assert entry.issues[-1].replaced_by == "meetings/2026-01-15-executive"


def test_a_replacement_that_is_withdrawn_later_is_not_named(project: Path) -> None:
    take_down(project, replaced_by="meetings/2026-01-15-executive")
    other = withdrawing.Request("meetings", "2026-01-15-executive", DAY)
    withdrawing.carry_out(project, withdrawing.prepare(read(project), other))

    entry = next(each for each in assemble(read(project)).kinds["meetings"] if each.id == KEY[1])
    assert entry.issues[-1].replaced_by is None


@pytest.mark.parametrize("name", ["meetings/1999-01-01-nothing", "/".join(KEY), "nonsense"])
def test_what_replaces_it_must_be_another_public_record(project: Path, name: str) -> None:
    assert [each.code for each in take_down(project, replaced_by=name).problems] == ["replacement-not-public"]


@pytest.mark.parametrize("damage", ["{{{{", "{}", ""])
def test_a_record_with_a_broken_edition_is_taken_down_with_it(project: Path, damage: str) -> None:
    record_file(project, 1).write_text(damage)

    take_down(project)

    published = read(project)
    assert published.problems == ()
    assert [(each.number, each.state) for each in published.histories[KEY].editions] == [
        (1, "removed"),
        (2, "withdrawn"),
    ]


def test_a_broken_newest_edition_keeps_its_number_and_loses_its_words(project: Path) -> None:
    path = project / "data/meetings/2026-03-12-executive.yml"
    path.write_text(path.read_text().replace("Room 2", "Room 3"))
    sign_off(project, KEY)
    record_file(project, 2).write_text(record_file(project, 2).read_text().replace("Room 3", "Room 4"))

    take_down(project)

    assert read(project).problems == ()
    assert read(project).histories[KEY].newest.number == 3
    assert "Room" not in everything_in(project / "published/meetings" / KEY[1])


def test_a_part_of_a_record_with_a_broken_edition_is_refused_with_the_way_out(project: Path) -> None:
    """An older edition may say what a newer one withholds, so none is brought back in its place."""
    record_file(project, 1).write_text("{{{{")

    takedown = take_down(project, "neglect")

    assert [each.code for each in takedown.problems] == ["part-of-broken"]
    assert "pages withdraw meetings/2026-03-12-executive --now" in str(takedown.problems[0])


@pytest.mark.parametrize("part", [None, "neglect"])
def test_a_takedown_that_was_killed_is_finished_by_the_same_command(
    project: Path, monkeypatch: pytest.MonkeyPatch, part: str | None
) -> None:
    """After the first file the public sees nothing of it any more; the second try empties the rest."""

    def killed(*_: object, replacing: bool = False, **__: object) -> Path:
        if replacing:
            raise KeyboardInterrupt
        return write_edition(*_, replacing=replacing)  # type: ignore[arg-type]  # as it was called

    with monkeypatch.context() as patch:
        patch.setattr(withdrawing, "write_edition", killed)
        with pytest.raises(KeyboardInterrupt):
            take_down(project, part)
    seen = assemble(read(project)).files["meetings.json"].decode()
    take_down(project, part)

    assert "The toolkit was approved" not in seen
    assert "The toolkit was approved" not in everything_in(project / "published/meetings" / KEY[1])
    assert read(project).problems == ()
    assert read(project).histories[KEY].newest.number == 2


def test_a_takedown_that_cannot_be_as_asked_is_refused_with_every_reason(project: Path) -> None:
    """A part is replaced by nothing, and a note is public: it can hold no mark."""
    takedown = take_down(
        project, "neglect", note="Of [[redact personal|them]]", replaced_by="meetings/2026-01-15-executive"
    )

    assert [problem.code for problem in takedown.problems] == ["part-not-replaced", "takedown-note-with-mark"]
    assert read(project).histories[KEY].newest.number == 1


def test_of_a_withdrawn_record_no_part_and_no_earlier_edition_can_be_taken_down(project: Path) -> None:
    take_down(project)

    of_part = take_down(project, "neglect")
    earlier = withdrawing.prepare_earlier(read(project), asked_for())

    assert [problem.code for problem in of_part.problems] == ["not-published"]
    assert [problem.code for problem in earlier.problems] == ["not-published"]
