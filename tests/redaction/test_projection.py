"""What a projection holds, and what it never holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editions.canonical import to_bytes, to_plain
from records.loading import load
from redaction.projecting.projection import Projection, project, project_all, public_records
from tests.partnerships import SOURCE, copy_to, secrets_in

MEETING = ("meetings", "2026-03-12-executive")


def plain(projection: Projection) -> dict[str, Any]:
    assert projection.record is not None, [str(problem) for problem in projection.problems]
    return to_plain(projection.record)


def item(record: dict[str, Any], item_id: str) -> dict[str, Any]:
    return next(each for each in record["items"] if each["id"] == item_id)


@pytest.fixture(scope="module")
def minutes() -> dict[str, Any]:
    return plain(project(load(SOURCE), *MEETING))


def changed(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """Return a copy of the partnership in which some words of a file are others."""
    folder = copy_to(tmp_path)
    path = folder / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return folder


def test_the_fixture_itself_is_without_problems() -> None:
    assert load(SOURCE).problems == ()


def test_no_withheld_word_is_in_any_projection() -> None:
    texts = [json.dumps(plain(each)) for each in project_all(load(SOURCE)).values()]

    assert [text for text in texts if secrets_in(text)] == []


def test_the_same_records_give_the_same_bytes() -> None:
    first, second = project_all(load(SOURCE)), project_all(load(SOURCE))

    assert [to_bytes(plain(each)) for each in first.values()] == [
        to_bytes(plain(each)) for each in second.values()
    ]


def test_both_marks_become_the_same_notice(minutes: dict[str, Any]) -> None:
    neglect = item(minutes, "neglect")

    assert neglect["title"] == "Neglect and the [[withheld personal]] audit"
    assert neglect["text"].split("\n\n")[0] == (
        "The audit looked at cases. The family known as [[withheld personal]] was one."
    )


def test_an_item_whose_text_is_withheld_keeps_label_title_and_outcome_only(minutes: dict[str, Any]) -> None:
    assert item(minutes, "scrutineer") == {
        "id": "scrutineer",
        "label": "2",
        "title": "Independent scrutineer",
        "outcome": "The partners agreed a day rate and the advertisement.",
        "withheld": {"reason": "commercial", "what": "text", "review": "2027-03-31"},
    }


def test_an_item_withheld_as_a_whole_shows_a_neutral_title(minutes: dict[str, Any]) -> None:
    assert item(minutes, "staff") == {
        "id": "staff",
        "label": "4",
        "title": "A staffing matter",
        "withheld": {"reason": "personal", "what": "whole"},
    }


def test_a_concealed_item_leaves_nothing_behind(minutes: dict[str, Any]) -> None:
    """Not even its id in the attendance, nor somebody who came for it alone."""
    assert [each["id"] for each in minutes["items"]] == ["last", "scrutineer", "neglect", "staff"]
    assert minutes["attendance"][0]["items"] == ["neglect"]
    assert [each.get("name") for each in minutes["attendance"]] == [None, None, None, None]


def test_a_paper_withheld_as_a_whole_shows_a_neutral_title(minutes: dict[str, Any]) -> None:
    assert item(minutes, "neglect")["papers"] == [
        {"id": "audit", "label": "A", "title": "The audit"},
        {"id": "annex", "title": "An annex", "withheld": {"reason": "personal", "what": "whole"}},
    ]


def test_a_withheld_field_shows_a_notice_in_its_place(minutes: dict[str, Any]) -> None:
    schools = item(minutes, "neglect")["items"][0]

    assert schools["clock"] == "[[withheld confidence]]"
    assert schools["withheld_fields"] == [{"field": "clock", "reason": "confidence"}]


def test_a_withheld_field_can_show_public_words_instead(tmp_path: Path) -> None:
    folder = changed(
        tmp_path, f"meetings/{MEETING[1]}.yml", "clock:\n            reason: confidence",
        "clock:\n            reason: confidence\n            instead: in the afternoon",
    )  # fmt: skip

    schools = item(plain(project(load(folder), *MEETING)), "neglect")["items"][0]

    assert schools["clock"] == "in the afternoon"


def test_words_instead_of_a_field_that_is_no_text_are_a_problem(tmp_path: Path) -> None:
    folder = changed(
        tmp_path, f"meetings/{MEETING[1]}.yml", "clock:\n            reason: confidence",
        "priorities:\n            reason: confidence\n            instead: several",
    )  # fmt: skip

    projection = project(load(folder), *MEETING)

    assert (projection.record, [each.code for each in projection.problems]) == (None, ["instead-unused"])


def test_a_record_withheld_as_a_whole_keeps_its_date_and_group(tmp_path: Path) -> None:
    folder = changed(
        tmp_path, "meetings/2026-01-15-executive.yml", "title: Executive meeting",
        "title: Secret meeting\nwithhold:\n  reason: confidence\n  what: whole\n  title: A meeting",
    )  # fmt: skip

    assert plain(project(load(folder), "meetings", "2026-01-15-executive")) == {
        "id": "2026-01-15-executive",
        "title": "A meeting",
        "group": {"kind": "group", "id": "executive", "name": "Executive"},
        "date": "2026-01-15",
        "happened": "held",
        "status": "approved",
        "withheld": {"reason": "confidence", "what": "whole"},
    }


def test_a_concealed_record_has_no_public_values(tmp_path: Path) -> None:
    folder = changed(
        tmp_path, "meetings/2026-01-15-executive.yml", "title: Executive meeting",
        "title: Secret meeting\nwithhold:\n  reason: confidence\n  what: concealed",
    )  # fmt: skip

    projection = project(load(folder), "meetings", "2026-01-15-executive")

    assert (projection.record, projection.problems) == (None, ())


def test_the_public_records_are_those_that_have_public_values(tmp_path: Path) -> None:
    """A concealed record is not among them."""
    concealed = ("meetings", "2026-01-15-executive")
    folder = changed(
        tmp_path, "meetings/2026-01-15-executive.yml", "title: Executive meeting",
        "title: Secret meeting\nwithhold:\n  reason: confidence\n  what: concealed",
    )  # fmt: skip
    projections = project_all(load(folder))

    assert concealed in projections
    assert [kind for kind, _ in public_records(projections)] == [
        kind for kind, name in projections if (kind, name) != concealed
    ]


def test_somebody_below_the_level_is_shown_by_role_and_without_an_id(minutes: dict[str, Any]) -> None:
    assert minutes["minute_taker"] == {
        "kind": "person",
        "role": "Minutes Clerk",
        "organization": "Testwick Council",
        "organization_id": "council",
    }


def test_a_post_is_printed_as_on_the_day(tmp_path: Path) -> None:
    """A post that ended before the meeting is not printed, and the name goes with it."""
    folder = changed(tmp_path, "people/brice.yml", "until: 2026-03-31", "until: 2026-02-28")

    projection = project(load(folder), *MEETING)

    assert plain(projection)["attendance"][1]["person"] == {"kind": "person", "role": "Name not published"}
    assert {problem.code for problem in projection.problems} == {"no-post-that-day"}


def test_a_group_is_printed_under_the_name_it_had(tmp_path: Path) -> None:
    folder = changed(tmp_path, "meetings/2026-01-15-executive.yml", "group: executive", "group: learning")
    path = folder / "data/meetings/2026-01-15-executive.yml"
    path.rename(path.with_name("2025-06-01-learning.yml"))
    moved = path.with_name("2025-06-01-learning.yml")
    moved.write_text(moved.read_text().replace("date: 2026-01-15", "date: 2025-06-01"))
    later = folder / f"data/meetings/{MEETING[1]}.yml"
    later.write_text(later.read_text().replace("2026-01-15-executive", "2025-06-01-learning"))

    group = plain(project(load(folder), "meetings", "2025-06-01-learning"))["group"]

    assert group == {"kind": "group", "id": "learning", "name": "Lessons Group"}


def test_a_person_is_published_under_the_random_id_only() -> None:
    records = load(SOURCE)

    assert plain(project(records, "people", "quietly")) == {"id": "p-aaaaaaa3", "role": "Minutes Clerk"}
    assert plain(project(records, "people", "abara"))["name"] == "Ife Abara"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[[redact personal|the secret", "[[redact person|the secret", "mark-unknown-reason"),
        ("[[withheld confidence]]\n", "[[withheld confidence]\n", "mark-unclosed"),
        ("[[action toolkit]]", "[[action toolbox]]", "placed-nothing"),
        ("reason: commercial", "reason: commerce", "unknown-reference"),
        ("text: The toolkit was approved.", "text: See ![](//host/x)", "prose-image"),
        ("text: The toolkit was approved.", "text: <b onclick=x>approved</b>", "prose-html"),
    ],
)
def test_whatever_is_wrong_leaves_no_record(tmp_path: Path, old: str, new: str, code: str) -> None:
    folder = changed(tmp_path, f"meetings/{MEETING[1]}.yml", old, new)
    records = load(folder)

    projection = project(records, *MEETING)

    assert projection.record is None
    assert code in {problem.code for problem in (*records.problems, *projection.problems)}


def test_a_placement_of_something_withheld_disappears(tmp_path: Path) -> None:
    folder = changed(
        tmp_path, f"meetings/{MEETING[1]}.yml", "      - id: toolkit\n",
        "      - id: toolkit\n        withhold:\n          reason: personal\n          what: concealed\n",
    )  # fmt: skip

    neglect = item(plain(project(load(folder), *MEETING)), "neglect")

    # A topic and an action of a plan have the same name, and what was decided says the word.
    others = {name: value for name, value in neglect.items() if name not in {"topics", "plan_actions"}}
    assert "toolkit" not in json.dumps(others).replace("The toolkit was approved.", "")
    assert "actions" not in neglect


def test_a_record_that_cannot_do_without_what_was_taken_down_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half is published of it. No kind of today has such a field; another may."""
    monkeypatch.setattr("redaction.projecting.projection.left_out", lambda *_: None)

    projection = project(load(SOURCE), *MEETING)

    assert projection.record is None
    assert "needs-taken-down" in {problem.code for problem in projection.problems}


def test_without_consent_nobody_is_named_in_a_risk(tmp_path: Path) -> None:
    """Whoever owns a risk is shown by post, unless the record says that they may be named."""
    file, owned = "risks/log.yml", "    owners: abara\n"
    folder = changed(tmp_path, file, owned, f"{owned}    owner_may_be_named: yes\n")

    first, second = (
        plain(project(records, "risks", "log"))["risks"][0]["owners"]
        for records in (load(SOURCE), load(folder))
    )

    assert [owner.get("name") for owner in first] == [None]
    assert [owner.get("name") for owner in second] == ["Ife Abara"]


def test_a_projection_does_not_print_which_members_were_kept() -> None:
    """How many there are is private, and whoever prints a projection prints it into a log."""
    projection = project(load(SOURCE), *MEETING)

    assert projection.kept
    assert "kept" not in repr(projection)
    assert replace(projection, kept={}) == projection
