"""A review shows both sides of every value: the private one whole, the public one as projected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from editions.canonical import to_plain
from editions.frozen import code_of
from editions.published import Published, read
from records.kind import Key
from records.loading import load
from redaction.projecting.projection import project
from redaction.review.deciding import open_questions, withholding
from redaction.review.pairs import Line, Row, Standing, Unit, lines_of, rows_in, units_in
from redaction.review.reviewing import Review, State, glance, review
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.signing import Request, prepare
from redaction.takedown.withdrawing import Request as Takedown
from redaction.takedown.withdrawing import carry_out
from redaction.takedown.withdrawing import prepare as prepare_takedown
from tests.partnerships import DAY, copy_to, secrets_in, sign_off
from tests.redaction.mending import loaded
from tests.redaction.strategies import Made, fullest, partnerships
from tests.redaction.test_properties import CANARY

MEETING = ("meetings", "2026-03-12-executive")
FILE = "data/meetings/2026-03-12-executive.yml"


@dataclass(frozen=True)
class Office:
    """A copy of the partnership of the tests, and a way to review it."""

    project: Path

    def edit(self, old: str, new: str, file: str = FILE) -> None:
        path = self.project / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    def review(self, key: Key = MEETING, day: date = DAY) -> Review:
        records, published = load(self.project), read(self.project)
        return review(records, published, scanner_for(harvest(records)), key, day)

    def rows(self, key: Key = MEETING) -> dict[str, Row]:
        """Return the rows by what stands behind `place-` in their anchors."""
        unit = self.review(key).unit
        assert unit is not None
        return {row.anchor.removeprefix("place-"): row for row in rows_in(unit)}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(copy_to(tmp_path / "project"))


def struck(row: Row) -> list[str]:
    return [bit.text for bit in row.private if bit.why is not None]


def open_text(row: Row) -> str:
    return "".join(bit.text for bit in row.private if bit.why is None)


def public(row: Row) -> list[str]:
    return [line.text for line in row.public]


def unit_at(found: Review, anchor: str) -> Unit:
    assert found.unit is not None
    return next(each for each in units_in(found.unit) if each.anchor == f"place-{anchor}")


def test_a_passage_is_struck_on_the_left_and_a_notice_on_the_right(office: Office) -> None:
    row = office.rows()["items-2-text"]

    assert row.standing is Standing.PASSAGES
    assert struck(row) == ["the secretchildren of Wharf Lane", "", "a secretcell here"]
    assert [bit.why.words for bit in row.private if bit.why] == [
        "information about a person",
        "information given in confidence",
        "information given in confidence",
    ]
    assert public(row)[0].startswith(
        "The audit looked at cases. The family known as [[withheld personal]] was"
    )


def test_the_text_of_an_item_is_withheld_with_reason_review_and_note(office: Office) -> None:
    unit = unit_at(office.review(), "items-1")
    row = office.rows()["items-1-text"]

    assert unit.why is not None
    assert (unit.why.what, unit.why.words) == ("text", "information about money or a contract")
    assert (unit.why.review, unit.why.note) == ("2027-03-31", "The secretreviewnote is for the office.")
    assert (struck(row), public(row)) == (
        ["The rate was set at secretrate pounds a day after two applicants had asked."],
        [],
    )


def test_what_stays_of_a_withheld_item_is_shown_as_it_is(office: Office) -> None:
    rows = office.rows()

    assert public(rows["items-1-title"]) == ["Independent scrutineer"]
    assert rows["items-1-outcome"].standing is Standing.SHOWN
    assert sorted(public(rows["items-1-withheld-public"])) == ["2027-03-31", "commercial", "text"]


def test_a_whole_item_shows_its_neutral_title(office: Office) -> None:
    row = office.rows()["items-3-title"]

    assert (struck(row), public(row)) == (["Secretstaff matters"], ["A staffing matter"])


def test_a_concealed_item_is_shown_and_said_to_be_concealed(office: Office) -> None:
    unit = unit_at(office.review(), "items-4")
    inner = unit_at(office.review(), "items-4-actions-0")

    assert unit.why is not None
    assert (unit.why.what, unit.is_public, inner.is_public) == ("concealed", False, False)
    assert [text for row in rows_in(unit) for text in public(row)] == []
    assert struck(office.rows()["items-4-actions-0-text"]) == ["Do the secretghost thing."]


def test_a_single_field_is_withheld_alone(office: Office) -> None:
    row = office.rows()["items-2-items-0-clock"]

    assert (struck(row), public(row)) == (["secretclock o'clock"], ["[[withheld confidence]]"])


def test_words_in_place_of_a_field_stand_on_the_right(office: Office) -> None:
    office.edit(
        "            reason: confidence\n",
        "            reason: confidence\n            instead: In the morning\n",
    )

    assert public(office.rows()["items-2-items-0-clock"]) == ["In the morning"]


def test_a_person_shown_by_role_has_the_name_on_the_left_only(office: Office) -> None:
    row = office.rows()["attendance-2-person"]

    assert struck(row) == ["quietly (Zephyrine Secretname)"]
    assert (row.standing, [(line.name, line.text) for line in row.public]) == (
        Standing.WORKED_OUT,
        [
            ("kind", "person"),
            ("role", "Minutes Clerk"),
            ("organization", "Testwick Council"),
            ("organization id", "council"),
        ],
    )


def test_a_post_and_all_partners_are_worked_out_and_nothing_is_struck(office: Office) -> None:
    office.edit("owners: [brice, police, all]", "owners: [police/superintendent, police, all]")
    rows = [row for anchor, row in office.rows().items() if anchor.startswith("items-2-actions-0-owners")]

    assert [(row.standing, struck(row)) for row in rows] == [(Standing.WORKED_OUT, [])] * 3


def test_the_record_of_a_person_shown_by_role_strikes_the_name(office: Office) -> None:
    rows = office.rows(("people", "quietly"))

    assert (struck(rows["name-public"]), public(rows["name-public"])) == (["Zephyrine Secretname"], [])
    assert public(rows["role-public"]) == ["Minutes Clerk"]


def test_a_reference_to_something_concealed_is_left_out(office: Office) -> None:
    rows = office.rows()

    assert public(rows["attendance-0-items-0"]) == ["neglect"]
    assert (rows["attendance-0-items-1"].standing, public(rows["attendance-0-items-1"])) == (
        Standing.LEFT_OUT,
        [],
    )


def test_what_is_only_about_something_concealed_is_struck(office: Office) -> None:
    rows = office.rows()

    assert struck(rows["attendance-0-items-1"]) == ["hidden"]
    assert struck(rows["attendance-4-name"]) == ["Only Secretguest"]


def test_what_follows_something_concealed_stands_beside_its_own_public_value(office: Office) -> None:
    office.edit(
        "    title: Minutes of the last",
        "    withhold: {reason: personal, what: concealed}\n    title: Minutes of the last",
    )
    rows = office.rows()

    assert (public(rows["items-0-title"]), struck(rows["items-0-title"])) == (
        [],
        ["Minutes of the last meeting"],
    )
    assert (rows["items-1-title"].way, public(rows["items-1-title"])) == (
        ("items", "1", "title"),
        ["Independent scrutineer"],
    )


def test_private_fields_stay_in_the_office(office: Office) -> None:
    kept = {each.place.field: each.text for each in office.review().office}

    assert kept["office_note",] == "The secretofficenote."
    assert kept["attendance", "2", "reason"] == "A secretillness in the family."
    assert kept["items", "neglect", "papers", "audit", "file"] == "papers/secretfile.pdf"


def test_a_count_of_nothing_is_shown(office: Office) -> None:
    office.edit("        kind: approved\n", "        kind: approved\n        vote:\n          against: 0\n")

    assert public(office.rows()["items-2-decisions-0-vote-against"]) == ["0"]


def test_the_rows_follow_the_file_and_not_the_model(office: Office) -> None:
    names = [anchor for anchor in office.rows() if anchor.startswith("items-1-") and "actions" not in anchor]

    assert names == [
        "items-1-withheld-public",
        "items-1-id",
        "items-1-label",
        "items-1-title",
        "items-1-outcome",
        "items-1-presented_by-0-who",
        "items-1-text",
    ]


def test_each_secret_stands_on_the_private_side_and_none_on_the_public_one(office: Office) -> None:
    found = office.review()
    assert found.unit is not None
    units = list(units_in(found.unit))
    private = " ".join(bit.text for row in rows_in(found.unit) for bit in row.private)
    private += " ".join(each.text for each in found.office)
    private += " ".join(unit.why.note for unit in units if unit.why)
    written = (office.project / FILE).read_text()

    shown = " ".join(text for row in rows_in(found.unit) for text in public(row))
    assert sorted({each.lower() for each in secrets_in(written)}) == ["secret"]
    assert private.lower().count("secret") >= written.lower().count("secret")
    assert secrets_in(shown) == []


def public_lines(plain: Any) -> Counter[str]:
    return Counter(line.text for line in lines_of(plain) if line.text != "no")


NOTHING = Published({}, frozenset(), ())


def every_value_is_shown_as_it_is(made: Made) -> None:
    records = loaded(made.records)
    scanner = scanner_for(harvest(records))
    for key in records.loaded:
        found = review(records, NOTHING, scanner, key, DAY)
        projected = project(records, *key).record
        plain = to_plain(projected) if projected is not None else {}
        rows = list(rows_in(found.unit)) if found.unit is not None else []

        shown = Counter(line.text for row in rows for line in row.public if line.text != "no")
        assert shown == public_lines(plain), key
        assert len({row.anchor for row in rows}) == len(rows), key
        same = [row for row in rows if row.standing is Standing.SHOWN and projected is not None]
        assert [row.anchor for row in same if [open_text(row)] != public(row)] == [], key
        copied = [row for row in rows if row.standing not in {Standing.WORKED_OUT, Standing.USED}]
        unstruck = " ".join(open_text(row) for row in copied) if projected is not None else ""
        assert [word for word in CANARY.findall(unstruck) if word in made.harvested] == [], key


@pytest.mark.long
def test_in_the_fullest_partnership_every_public_value_stands_in_one_row() -> None:
    every_value_is_shown_as_it_is(fullest())


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(partnerships())
def test_in_any_partnership_every_public_value_stands_in_one_row(made: Made) -> None:
    """The public side holds what the projection says, each text once, and nothing else."""
    every_value_is_shown_as_it_is(made)


def signing(project_folder: Path, code: str | None) -> Iterator[str]:
    records = load(project_folder)
    request = Request(*MEETING, "Business manager", DAY, checked_by="Chair", note="Changed.", code=code)
    prepared = prepare(records, read(project_folder), scanner_for(harvest(records)), request)
    return (problem.code for problem in prepared.problems)


def test_the_code_is_that_which_a_sign_off_asks_back(office: Office) -> None:
    record = project(load(office.project), *MEETING).record
    assert record is not None
    code = office.review().code

    assert code == code_of("meetings", record)
    assert list(signing(office.project, code)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The audit looked at cases.", "The audit looked at all cases."),
        ("status: apologies", "status: absent"),
        ("      reason: personal\n      what: whole", "      reason: confidence\n      what: whole"),
        ("review: 2027-03-31", "review: 2027-04-30"),
    ],
)
def test_after_an_edit_that_the_public_would_see_the_code_is_refused(
    office: Office, old: str, new: str
) -> None:
    code = office.review().code
    office.edit(old, new)

    assert list(signing(office.project, code)) == ["code-differs"]


def test_an_edit_of_what_is_withheld_leaves_the_code(office: Office) -> None:
    code = office.review().code
    office.edit("secretrate pounds", "secretsum pounds")

    assert office.review().code == code


def test_a_state_is_said(office: Office) -> None:
    states = [office.review().state]
    sign_off(office.project)
    states.append(office.review().state)
    office.edit("The audit looked at cases.", "The audit looked at files.")
    states.append(office.review().state)
    published = read(office.project)
    carry_out(office.project, prepare_takedown(published, Takedown(*MEETING, DAY)))
    states.append(office.review().state)

    assert states == [State.NEVER, State.UNCHANGED, State.CHANGED, State.WITHDRAWN]


def test_what_changed_is_told_with_what_stood_there(office: Office) -> None:
    sign_off(office.project)
    office.edit("The toolkit was approved.", "The toolkit was refused.")
    found = office.review()

    change = found.differences.at(("items", "3", "decisions", "1", "text"))
    assert change is not None
    assert (change.sort, change.before) == ("changed", (Line("", "The toolkit was approved."),))
    assert found.differences.at(("items", "1")) is None
    assert found.differences.at(("items", "3")) is not None


def test_a_value_that_is_new_or_gone_is_told(office: Office) -> None:
    sign_off(office.project)
    office.edit("place: Room 2, Civic Centre\n", "status_words: Final\n")
    found = office.review().differences

    assert [(each.sort, each.way) for each in found.found] == [
        ("new", ("status_words",)),
        ("gone", ("place",)),
    ]
    assert [line.text for each in found.gone for line in each.before] == ["Room 2, Civic Centre"]


def test_a_value_worked_out_from_another_record_is_told_when_it_changed(office: Office) -> None:
    sign_off(office.project)
    office.edit(
        "title: Superintendent, Protecting Vulnerable People",
        "title: Head of Safety",
        "data/organizations/police.yml",
    )

    change = office.review().differences.at(office.rows()["attendance-1-person"].way)
    assert change is not None
    assert change.before == (Line("", "Superintendent, Protecting Vulnerable People"),)


def test_added_and_removed_units_are_told(office: Office) -> None:
    sign_off(office.project)
    text = (office.project / FILE).read_text()
    start, end = text.index("    papers:\n      - id: audit"), text.index("      - id: annex")
    (office.project / FILE).write_text(
        text[:start] + "    papers:\n      - id: letter\n        title: A letter\n" + text[end:]
    )
    found = office.review().differences

    assert [(each.way, each.sort) for each in found.found] == [
        (("items", "3", "papers", "1"), "new"),
        (("items", "3", "papers", "audit"), "gone"),
    ]


def test_words_withheld_elsewhere_are_a_finding_with_its_place(office: Office) -> None:
    office.edit("The form was merged in February.", "The secretchildren of Wharf Lane were seen.")
    (finding,) = office.review().findings

    assert (finding.problem.code, finding.is_error) == ("secret-in-record", True)
    assert finding.row is not None
    assert (finding.row.anchor, str(finding.place).split(": ")[0]) == (
        "place-items-0-updates-0-note",
        f"{FILE}:34:15",
    )
    assert finding.words == "the secretchildren of Wharf Lane"
    assert finding.decision.startswith("pages decide 'the secretchildren of Wharf Lane' --allow --reason ")


def test_words_withheld_elsewhere_are_a_question_with_both_answers(office: Office) -> None:
    """A record that has no public values asks nothing."""
    office.edit("The form was merged in February.", "The secretchildren of Wharf Lane were seen.")
    office.edit("discussed at length.", "discussed ]] at length.", "data/meetings/2026-01-15-executive.yml")
    records = load(office.project)

    (question,) = open_questions(records, read(office.project), scanner_for(harvest(records)), DAY)

    assert [str(each).split(": ")[0] for each in question.places] == [f"{FILE}:34:15"]
    assert withholding(question.words) == (
        "pages decide 'the secretchildren of Wharf Lane' --withhold --role 'YOUR ROLE'"
    )


def test_a_detected_number_is_a_finding_with_its_place(office: Office) -> None:
    office.edit("The form was merged in February.", "Ring 07700 900123.")
    (finding,) = office.review().findings

    assert finding.row is not None
    assert (finding.row.anchor, finding.words) == ("place-items-0-updates-0-note", "07700 900123")


def test_a_damaged_mark_is_a_finding_and_nothing_is_public(office: Office) -> None:
    office.edit("[[redact personal|the secretchildren", "[[redact persnal|the secretchildren")
    found = office.review()

    assert [each.problem.code for each in found.findings] == ["mark-unknown-reason"]
    assert found.findings[0].row is not None
    assert found.findings[0].row.anchor == "place-items-2-text"
    assert (found.is_projected, found.command, found.state) == (False, None, State.NOTHING)


@pytest.mark.parametrize("text", ["title: [", "chiar: abara\n"])
def test_a_broken_record_has_a_review_that_says_so(office: Office, text: str) -> None:
    (office.project / FILE).write_text(text)
    found = office.review()

    assert (found.unit, found.code, found.file) == (None, None, FILE)
    assert found.errors


def test_a_concealed_record_is_shown_to_the_office(office: Office) -> None:
    office.edit(
        "title: Executive meeting\n",
        "title: Executive meeting\nwithhold:\n  reason: personal\n  what: concealed\n",
    )
    found = office.review()

    assert [each.problem.code for each in found.findings] == ["record-concealed"]
    assert found.unit is not None
    assert struck(next(row for row in rows_in(found.unit) if row.name == "title")) == ["Executive meeting"]


def test_the_command_is_ready_and_takes_the_roles_of_the_last_edition(office: Office) -> None:
    first = office.review()
    sign_off(office.project)
    office.edit("The audit looked at cases.", "The audit looked at files.")
    later = office.review()

    assert first.command == (
        "pages sign-off meetings/2026-03-12-executive --redacted-by 'ROLE OF WHO PREPARED IT' "
        f"--checked-by 'ROLE OF THE SECOND PERSON' --code {first.code}"
    )
    assert later.command == (
        "pages sign-off meetings/2026-03-12-executive --redacted-by 'Business manager' --checked-by Chair "
        f"--note 'WHAT CHANGED, FOR THE PUBLIC' --code {later.code}"
    )


def test_the_glance_agrees_with_the_review(office: Office) -> None:
    office.edit("The form was merged in February.", "Ring 07700 900123.")
    records, published = load(office.project), read(office.project)
    scanner = scanner_for(harvest(records))
    seen = [glance(records, published, scanner, key, DAY) for key in records.loaded]
    whole = [review(records, published, scanner, key, DAY) for key in records.loaded]

    assert [(each.state, each.code, each.errors) for each in seen] == [
        (each.state, each.code, len(each.errors)) for each in whole
    ]
