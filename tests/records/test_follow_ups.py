"""News of actions, and decisions that replace others, must fit together; a fault is told with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from records.loading import load
from tests.partnerships import SOURCE
from tests.records.telling import codes
from tests.records.telling import told as told_of_all

HEAD = (
    "title: Meeting\ngroup: executive\ndate: {day}\nstatus: {status}\nitems:\n  - id: one\n    title: One\n"
)
JANUARY, MARCH, MAY = "2026-01-15-executive", "2026-03-12-executive", "2026-05-14-executive"
FORM = "    actions:\n      - id: form\n        text: Merge the forms.\n"


def told(project: Path) -> list[str]:
    """Return what is told of the meetings of a project that has little else."""
    return told_of_all(project, "meetings/")


def only_meetings(project: Path, **meetings: str) -> Path:
    """Return a project with these meetings, two groups and a policy: a whole one takes long to read."""
    files = {f"meetings/{name}.yml": text for name, text in meetings.items()}
    for group in ("executive", "quality"):
        files[f"groups/{group}.yml"] = f"name: Group {group}\nkind: sub-group\n"
    files["policy.yml"] = (SOURCE / "data/policy.yml").read_text("utf-8")
    for name, text in files.items():
        path = project / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project


def meeting(day: str, text: str = "", status: str = "approved") -> str:
    """Return the file of a meeting; its first action or update stands on line 9."""
    return HEAD.format(day=day, status=status) + text


def update(status: str, *more: str, action: str = f"{JANUARY}/form") -> str:
    """Return the update of an action, whose status stands on the second line."""
    return "\n".join(
        [f"      - action: {action}", *(f"        {line}" for line in (f"status: {status}", *more)), ""]
    )


def followed(tmp_path: Path, *updates: str, action: str = FORM) -> list[str]:
    """Return what is told of an action of January on which the meetings of March and May reported."""
    days = zip((MARCH, MAY), updates, strict=False)
    files = {name: meeting(name[:10], f"    updates:\n{each}") for name, each in days if each}
    return told(only_meetings(tmp_path, **{JANUARY: meeting("2026-01-15", action)}, **files))


@pytest.mark.parametrize(
    "statuses",
    [
        ("carried-over", "done"),
        ("done", "closed"),
        ("closed", "reopened"),
        ("done", "no-update"),
        ("no-longer-needed",),
        ("superseded", "no-update"),
    ],
)
def test_an_ordinary_course_has_no_problem(statuses: tuple[str, ...], tmp_path: Path) -> None:
    """What is done is closed later, what is closed is opened again, and some meetings have no news."""
    assert followed(tmp_path, *map(update, statuses)) == []


@pytest.mark.parametrize("closing", ["done", "closed", "superseded", "dropped", "no-longer-needed"])
@pytest.mark.parametrize("later", ["open", "in-progress", "overdue", "carried-over"])
def test_news_of_a_closed_action_is_told_with_both_places(closing: str, later: str, tmp_path: Path) -> None:
    """Only `reopened` opens it again; the message says where it was closed."""
    (problem,) = followed(tmp_path, update(closing), update(later))
    assert problem.startswith(f"data/meetings/{MAY}.yml:10:17: ")
    assert f"closed already, at data/meetings/{MARCH}.yml:10." in problem
    assert "Write `status: reopened`" in problem


def test_an_action_that_was_closed_where_it_was_agreed_is_closed(tmp_path: Path) -> None:
    """Its own minutes say so; they are the other place."""
    (problem,) = followed(tmp_path, update("in-progress"), action=FORM + "        status: done\n")
    assert f"closed already, at data/meetings/{JANUARY}.yml:9." in problem


def test_closing_twice_is_a_warning(tmp_path: Path) -> None:
    """Minutes do it, so it can be published."""
    found = followed(tmp_path, update("closed"), update("closed"))
    assert codes(found) == ["[action-closed-twice]"]
    assert load(tmp_path).get("meetings", MAY) is not None


def test_opening_again_what_was_open_is_a_warning(tmp_path: Path) -> None:
    """Some minutes before may be lost."""
    (problem,) = followed(tmp_path, update("reopened"))
    assert "[action-not-closed-before]" in problem
    assert f"agreed at data/meetings/{JANUARY}.yml:9." in problem


@pytest.mark.parametrize(
    ("more", "line"), [(("on: 2026-01-14",), 11), (("on: 2025-12-31", "note: Early."), 11)]
)
def test_an_action_cannot_be_closed_before_it_was_born(
    more: tuple[str, ...], line: int, tmp_path: Path
) -> None:
    """The day of the news is compared with that of the meeting that agreed on it."""
    (problem,) = followed(tmp_path, update("done", *more))
    assert problem.startswith(f"data/meetings/{MARCH}.yml:{line}:")
    assert f"which is at data/meetings/{JANUARY}.yml:9. Correct the id" in problem


def test_a_meeting_cannot_report_on_an_action_of_a_later_one(tmp_path: Path) -> None:
    """The id is wrong, or a date."""
    files = {
        JANUARY: meeting("2026-01-15", "    updates:\n" + update("done", action=f"{MARCH}/form")),
        MARCH: meeting("2026-03-12", FORM),
    }
    (problem,) = told(only_meetings(tmp_path, **files))
    assert problem.startswith(f"data/meetings/{JANUARY}.yml:9:17: ")
    assert "[news-before-action]" in problem


def test_an_older_action_may_be_done_before_the_meeting_that_wrote_it_down(tmp_path: Path) -> None:
    """`since` says from when it is; months and years are compared as far as they are known."""
    since = FORM + "        since: 2025-11\n        origin: Page 5 of the previous minutes\n"
    assert followed(tmp_path, update("done", "on: 2025-11-20"), action=since) == []
    later = since.replace("2025-11", "2025-12")
    assert codes(followed(tmp_path, update("done", "on: 2025-11-20"), action=later)) == [
        "[news-before-action]"
    ]


def test_news_of_an_unknown_action_is_told(tmp_path: Path) -> None:
    """The nearest known one is proposed."""
    (problem,) = followed(tmp_path, update("done", action=f"{JANUARY}/from"))
    assert f"did you mean `{JANUARY}/form`?" in problem


def test_news_of_an_action_older_than_the_records_needs_no_record(tmp_path: Path) -> None:
    """It says in words what it is about."""
    older = "      - about: Page 5 of the previous minutes\n        status: closed\n"
    assert followed(tmp_path, older) == []


def test_what_took_its_place_goes_with_superseded(tmp_path: Path) -> None:
    """An action that is done has nothing in its place."""
    (problem,) = followed(tmp_path, update("done", f"superseded_by: {JANUARY}/form"))
    assert "`superseded_by` and `status: superseded` belong together" in problem


def test_an_action_that_takes_its_own_place_is_told(tmp_path: Path) -> None:
    """A circle of one."""
    (problem,) = followed(tmp_path, update("superseded", f"superseded_by: {JANUARY}/form"))
    place = f"{JANUARY}/form (data/meetings/{MARCH}.yml:11)"
    assert f"`superseded_by` leads round in a circle: {place} → {place}." in problem


def test_a_circle_of_actions_is_told_with_every_place(tmp_path: Path) -> None:
    """Two actions that took each other's place: one said so when it was agreed, one later."""
    other = "      - id: other\n        text: Ask.\n        status: superseded\n"
    other += f"        superseded_by: {JANUARY}/form\n"
    by = update("superseded", f"superseded_by: {JANUARY}/other")
    (problem,) = followed(tmp_path, by, action=FORM + other)
    assert f"{JANUARY}/form (data/meetings/{MARCH}.yml:11) → {JANUARY}/other" in problem
    assert f"(data/meetings/{JANUARY}.yml:14)" in problem


def decided(first: str, second: str) -> dict[str, str]:
    """Return the files of two meetings with a decision each, of which the id is on line 9."""
    text = "    decisions:\n      - id: d\n        text: Agreed.\n"
    days = {JANUARY: first, MARCH: second}
    return {name: meeting(name[:10], text + more) for name, more in days.items()}


@pytest.mark.parametrize("field", ["replaces", "reverses"])
def test_a_decision_replaces_an_earlier_one_only(field: str, tmp_path: Path) -> None:
    """The earlier one cannot know of the later; the message names both places."""
    fine = decided("", f"        {field}: {JANUARY}/d\n")
    assert told(only_meetings(tmp_path / "fine", **fine)) == []
    (problem,) = told(only_meetings(tmp_path / "wrong", **decided(f"        {field}: {MARCH}/d\n", "")))
    assert problem.startswith(f"data/meetings/{JANUARY}.yml:11:")
    assert f"named under `{field}` is later than this one: it is at data/meetings/{MARCH}.yml:9." in problem


def test_the_day_of_a_decision_by_email_counts(tmp_path: Path) -> None:
    """What is told in March may have been decided in January, before what it is said to replace."""
    files = decided("", f"        on: 2026-01-14\n        means: by-email\n        replaces: {JANUARY}/d\n")
    assert codes(told(only_meetings(tmp_path, **files))) == ["[decision-replaces-later]"]


def test_a_circle_of_decisions_of_one_day_is_told(tmp_path: Path) -> None:
    """Neither is later, so neither can replace the other."""
    text = (
        "    decisions:\n"
        f"      - id: a\n        text: A.\n        replaces: {JANUARY}/b\n"
        f"      - id: b\n        text: B.\n        replaces: {JANUARY}/a\n"
    )
    (problem,) = told(only_meetings(tmp_path, **{JANUARY: meeting("2026-01-15", text)}))
    assert f"circle: {JANUARY}/a (data/meetings/{JANUARY}.yml:9) → {JANUARY}/b" in problem


def test_an_unknown_decision_is_told(tmp_path: Path) -> None:
    """As every id that names nothing."""
    files = decided("", f"        reverses: {JANUARY}/c\n")
    assert codes(told(only_meetings(tmp_path, **files))) == ["[unknown-reference]"]


def test_an_action_is_followed_under_nested_items_and_between_groups(tmp_path: Path) -> None:
    """News may stand at any depth, and another group may bring it."""
    nested = f"    items:\n      - id: two\n        title: Two\n        updates:\n{update('done')}"
    nested = nested.replace("      - action", "          - action").replace(
        "        status: done", "            status: done"
    )
    again = meeting("2026-05-14", f"    updates:\n{update('open')}").replace("executive", "quality", 1)
    files = {JANUARY: meeting("2026-01-15", FORM), MARCH: meeting("2026-03-12", nested), MAY: again}
    (problem,) = told(only_meetings(tmp_path, **files))
    assert "[action-closed-before]" in problem
