"""What the projection makes of each sort of value, and where it says what is wrong, on one small meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import redaction.projecting.projection
from editions.canonical import to_plain
from problems import Place, Severity
from records.kinds.meetings import Meeting
from records.loading import load
from redaction.projecting.projection import Projection, project, project_all
from tests.redaction.in_memory import records_of

KEY = ("meetings", "2026-03-12-executive")
FILE = "data/meetings/2026-03-12-executive.yml"
MEETING = "title: Executive meeting\ngroup: executive\ndate: 2026-03-12\nstatus: draft\n"
BASE = {
    "policy.yml": "reasons:\n  - {id: personal, words: about a person}\nnames_from: manager\n",
    "organizations/council.yml": (
        "name: Testwick Council\nkind: local-authority\nposts:\n"
        "  - {id: director, title: Director, level: lead}\n  - {id: clerk, title: Clerk, level: support}\n"
    ),
    "people/abara.yml": "public_id: p-aaaaaaa1\nname: Ife Abara\nposts:\n  - {post: council/director}\n",
    "people/quietly.yml": "public_id: p-aaaaaaa2\nname: Tom Quietly\nposts:\n  - {post: council/clerk}\n",
    "people/later.yml": (
        "public_id: p-aaaaaaa3\nname: Una Later\nposts:\n  - {post: council/director, since: 2026-04-01}\n"
    ),
    "groups/executive.yml": "name: Executive\nkind: executive\n",
}


def written(folder: Path, meeting: str, **more: str) -> Path:
    """Write a project with one meeting that begins as `MEETING`; its own lines begin on the fifth."""
    files = {**BASE, "meetings/2026-03-12-executive.yml": MEETING + meeting, **more}
    for name, text in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def projected(folder: Path, meeting: str, **more: str) -> Projection:
    return project(load(written(folder, meeting, **more)), *KEY)


def public(folder: Path, meeting: str, **more: str) -> dict[str, Any]:
    projection = projected(folder, meeting, **more)
    assert projection.record is not None, [str(problem) for problem in projection.problems]
    return to_plain(projection.record)


def told(projection: Projection) -> list[tuple[str, int, tuple[str, ...]]]:
    """Return the code, the line and the field of each problem."""
    return [(each.code, each.place.line, each.place.field) for each in projection.problems]


def test_a_record_that_is_missing_or_not_valid_is_named_by_its_file(tmp_path: Path) -> None:
    records = load(written(tmp_path, "nothing: like it\n"))
    for record_id in (KEY[1], "2026-05-14-missing"):
        projection = project(records, "meetings", record_id)
        assert (projection.kind, projection.id, projection.record) == ("meetings", record_id, None)
        assert [(each.code, each.place) for each in projection.problems] == [
            ("record-not-valid", Place(f"data/meetings/{record_id}.yml"))
        ]


def test_nothing_is_projected_without_a_policy(tmp_path: Path) -> None:
    projection = projected(tmp_path, "", **{"policy.yml": "reasons: none of them\n"})
    assert projection.record is None
    assert [(each.code, each.place) for each in projection.problems] == [
        ("no-policy", Place("data/policy.yml"))
    ]


def test_values_that_the_public_model_refuses_are_named_and_not_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours; the message has the fields, in order, and no value."""
    group = {"kind": "group", "name": "Executive", "apple": "secretvalue"}
    more = {"zeal": "secretvalue", "group": group}
    monkeypatch.setattr(
        redaction.projecting.projection,
        "derived",
        lambda model, _: more if isinstance(model, Meeting) else {},
    )
    projection = projected(tmp_path, "")
    assert projection.record is None
    assert [(each.code, each.place) for each in projection.problems] == [
        ("not-public-form", Place(FILE, field=("group.apple", "zeal")))
    ]
    assert "secret" not in "".join(str(each) for each in projection.problems)


def test_progress_is_told_after_each_record(tmp_path: Path) -> None:
    records = load(written(tmp_path, ""))
    steps: list[tuple[int, int]] = []
    found = project_all(records, progress=lambda done, of: steps.append((done, of)))
    assert list(found) == list(records.loaded)
    assert found == project_all(records)
    assert steps == [(number, len(found)) for number in range(1, len(found) + 1)]


def test_initials_stay_only_beside_a_name(tmp_path: Path) -> None:
    """Those of somebody shown by role would name them; of a name as printed, or of a seat, they stay."""
    rows = (
        "attendance:\n  - {person: abara, initials: IA}\n  - {person: quietly, initials: TQ}\n"
        "  - {name: A visitor, initials: AV}\n"
    )
    projection = projected(tmp_path, rows)
    assert projection.record is not None
    assert [each.get("initials") for each in to_plain(projection.record)["attendance"]] == ["IA", None, "AV"]
    assert told(projection) == [("initials-left-out", 7, ("attendance", "2", "initials"))]


def test_fields_that_are_withheld_alone_are_listed_by_name(tmp_path: Path) -> None:
    fields = (
        "place: Room 2\nsummary: Words\nwithhold_fields:\n  summary: {reason: personal, review: 2027-03-31}\n"
        "  place: {reason: personal, instead: A room}\n"
    )
    record = public(tmp_path, fields)
    assert record["withheld_fields"] == [
        {"field": "place", "reason": "personal"},
        {"field": "summary", "reason": "personal", "review": "2027-03-31"},
    ]
    assert (record["place"], record["summary"]) == ("A room", "[[withheld personal]]")


@pytest.mark.parametrize(
    ("meeting", "code", "line", "field"),
    [
        (
            "withhold: {reason: personal, what: whole, title: 'A [[x]]'}\n",
            "mark-unknown",
            5,
            ("withhold", "title"),
        ),
        (
            "place: A\nwithhold_fields:\n  place: {reason: personal, instead: 'A [[x]]'}\n",
            "mark-unknown",
            7,
            ("withhold_fields", "place", "instead"),
        ),
        (
            "place: A\nuntil: 2026-03-13\nwithhold_fields:\n  until: {reason: personal, instead: A}\n",
            "instead-unused",
            8,
            ("withhold_fields", "until", "instead"),
        ),
        (
            "attendance:\n  - person: abara\n    withhold: {reason: personal, title: Somebody}\n",
            "withhold-title-unused",
            7,
            ("attendance", "1", "withhold", "title"),
        ),
        ("summary: A [[action nothing]]\n", "placed-nothing", 5, ("summary",)),
        ("place: A [[redact personal|x\n", "mark-unclosed", 5, ("place",)),
        ("summary: |\n  One.\n\n  Two <b>three</b>.\n", "prose-html", 8, ("summary",)),
        (
            "items:\n  - {id: a, title: A, text: 'A [[withheld personal]'}\n",
            "mark-unclosed",
            6,
            ("items", "a", "text"),
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_field(
    tmp_path: Path, meeting: str, code: str, line: int, field: tuple[str, ...]
) -> None:
    projection = projected(tmp_path, meeting)
    assert projection.record is None
    assert told(projection) == [(code, line, field)]


def test_a_reason_that_the_policy_does_not_have_is_named() -> None:
    """In a unit and in a field; loading says so too, and without it the projection still does."""
    withheld = {
        "withhold": {"reason": "other", "what": "whole"},
        "items": [
            {"id": "a", "title": "A", "clock": "10:00", "withhold_fields": {"clock": {"reason": "other"}}}
        ],
    }
    plain = {"title": "A", "group": "executive", "date": "2026-03-12", "status": "draft"}
    group = {("groups", "executive"): {"name": "Executive", "kind": "executive"}}
    for more in withheld.items():
        projection = project(records_of({KEY: plain | dict([more]), **group}), *KEY)
        assert (projection.record, [each.code for each in projection.problems]) == (None, ["unknown-reason"])
        assert projection.problems[0].place.file == FILE


ITEMS = (
    "items:\n  - {id: open, title: Open}\n"
    "  - {id: gone, title: Gone, withhold: {reason: personal, what: concealed}}\n"
    "  - {id: last, title: Last}\n"
)


def test_what_was_kept_of_each_list_is_told_by_its_place(tmp_path: Path) -> None:
    projection = projected(tmp_path, ITEMS)
    assert projection.kept[("items",)] == (0, 2)
    assert projection.record is not None
    assert [each["id"] for each in to_plain(projection.record)["items"]] == ["open", "last"]


def test_somebody_who_came_for_concealed_items_alone_was_not_there(tmp_path: Path) -> None:
    """Who left for them alone was there all the time, and nothing says that they left."""
    rows = (
        "attendance:\n  - {person: abara, items: [gone]}\n  - {person: quietly, left_for: [gone]}\n"
        "  - {name: A visitor, items: [gone, last]}\n"
    )
    projection = projected(tmp_path, ITEMS + rows)
    assert projection.record is not None
    attendance = to_plain(projection.record)["attendance"]
    assert [(each.get("items"), each.get("left_for")) for each in attendance] == [
        (None, None),
        (["last"], None),
    ]
    assert projection.kept[("attendance",)] == (1, 2)


def test_interests_in_concealed_items_alone_leave_no_heading(tmp_path: Path) -> None:
    """An empty list of interests would tell that there was one; that none was declared is said on."""
    hidden = "declarations:\n  - {who: abara, items: [gone], nature: An aunt.}\n"

    assert "declarations" not in public(tmp_path, ITEMS + hidden)
    told = public(tmp_path, f"{ITEMS}declarations:\n  - {{who: abara, nature: An aunt.}}\n")["declarations"]
    assert [each["nature"] for each in told["interests"]] == ["An aunt."]
    assert public(tmp_path, ITEMS + "declarations: none\n")["declarations"] == {"none_declared": True}


def test_a_list_that_is_all_concealed_is_not_there(tmp_path: Path) -> None:
    hidden = "items:\n  - {id: gone, title: Gone, withhold: {reason: personal, what: concealed}}\n"
    assert "items" not in public(tmp_path, hidden)


def test_numbers_and_days_are_written_in_one_way(tmp_path: Path) -> None:
    """Amounts without an exponent, days as in the record, counts and answers as they are."""
    folder = written(
        tmp_path,
        "",
        **{
            "budgets/2025-26.yml": (
                "title: Budget\nyear: 2025-26\nspending:\n  - {heading: Office, planned: '1,000,000'}\n"
                "  - {heading: Post, planned: 0.50}\n"
            )
        },
    )
    record = project(load(folder), "budgets", "2025-26").record
    assert record is not None
    assert [each["planned"] for each in to_plain(record)["spending"]] == ["1000000", "0.50"]


def test_times_of_day_have_two_digits_each(tmp_path: Path) -> None:
    rows = "attendance:\n  - {person: abara, arrived: '09:05', left: '14:30'}\n"
    (row,) = public(tmp_path, rows)["attendance"]
    assert (row["arrived"], row["left"]) == ("09:05", "14:30")


def test_a_text_of_one_line_places_nothing(tmp_path: Path) -> None:
    """A placement stands in a paragraph of its own; in a title it is a mistake."""
    item = "items:\n  - id: a\n    title: A [[action b]]\n    actions:\n      - {id: b, text: Do.}\n"
    assert [each[0] for each in told(projected(tmp_path, item))] == ["placed-nothing"]


def test_a_placement_of_a_hidden_action_goes_and_the_words_stay(tmp_path: Path) -> None:
    text = (
        "items:\n  - id: a\n    title: A\n    text: |\n"
        "      Before.\n\n      [[action b]]\n\n      [[action c]]\n"
        "    actions:\n      - {id: b, text: Do., withhold: {reason: personal, what: concealed}}\n"
        "      - {id: c, text: Do.}\n"
    )
    (item,) = public(tmp_path, text)["items"]
    assert item["text"].split() == ["Before.", "[[action", "c]]"]
    assert [each["id"] for each in item["actions"]] == ["c"]


def test_a_part_of_another_record_that_is_hidden_is_not_named(tmp_path: Path) -> None:
    """The public record is without it, and a warning says where."""
    earlier = MEETING.replace("03-12", "01-15") + (
        "items:\n  - id: a\n    title: A\n    actions:\n      - {id: open, text: Do.}\n"
        "      - {id: gone, text: Do., withhold: {reason: personal, what: concealed}}\n"
    )
    items = (
        "items:\n  - id: a\n    title: A\n    updates:\n"
        "      - {action: 2026-01-15-executive/open, status: closed}\n"
        "      - {action: 2026-01-15-executive/gone, status: closed, note: It ended.}\n"
    )
    projection = projected(tmp_path, items, **{"meetings/2026-01-15-executive.yml": earlier})
    assert [(each.code, each.severity, each.place.line) for each in projection.problems] == [
        ("names-hidden-part", Severity.WARNING, 10)
    ]
    assert projection.record is not None
    updates = to_plain(projection.record)["items"][0]["updates"]
    assert [each.get("action") for each in updates] == ["2026-01-15-executive/open", None]


def test_whoever_names_a_concealed_body_is_warned(tmp_path: Path) -> None:
    """A notice in place of it, or of the body of whoever is named, tells that there is something."""
    hush = "name: Hush\nkind: voluntary\nposts:\n  - {id: lead, title: Lead, level: lead}\n"
    more = {
        "organizations/hush.yml": hush + "withhold: {reason: personal, what: concealed}\n",
        "people/hushed.yml": "public_id: p-aaaaaaa4\nname: Al Hushed\nposts:\n  - {post: hush/lead}\n",
    }
    rows = "attendance:\n  - {organization: hush}\n  - {person: hushed}\n  - {person: abara}\n"
    projection = projected(tmp_path, rows + "minute_taker: hushed\n", **more)

    assert [each[:2] for each in told(projection)] == [("names-concealed", line) for line in (6, 7, 9)]
    assert {each.severity for each in projection.problems} == {Severity.WARNING}


def test_somebody_without_a_post_on_the_day_is_told_of_once(tmp_path: Path) -> None:
    projection = projected(tmp_path, "chair: later\n")
    assert projection.record is not None
    assert to_plain(projection.record)["chair"][0]["person"] == {
        "kind": "person",
        "role": "Name not published",
    }
    assert [each[:2] for each in told(projection)] == [("no-post-that-day", 5)]


def test_a_person_waits_for_the_body_of_each_post(tmp_path: Path) -> None:
    folder = written(tmp_path, "", **{"organizations/council.yml": "name: 1\nnothing: x\n"})
    projection = project(load(folder), "people", "abara")
    assert projection.record is None
    assert [(each.code, each.place) for each in projection.problems] == [
        ("named-record-not-valid", Place("data/people/abara.yml"))
    ]
    assert "organizations/council" in projection.problems[0].message


def test_news_of_a_hidden_action_without_words_of_its_own_goes(tmp_path: Path) -> None:
    """What would be left, that something is in progress, would only tell that there is a hidden action."""
    meeting = """\
items:
  - id: a
    title: Business
    actions: [{id: hush, text: Write., withhold: {reason: personal, what: concealed}}]
    updates:
      - {action: 2026-03-12-executive/hush, status: in-progress, on: 2026-03-12, due: 2026-05}
      - {action: 2026-03-12-executive/hush, status: in-progress, note: The date was moved.}
"""

    (found,) = public(tmp_path, meeting)["items"]

    assert [update["note"] for update in found["updates"]] == ["The date was moved."]
