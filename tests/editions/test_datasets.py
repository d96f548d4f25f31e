"""The dataset holds the newest editions, and nothing that refers to what is not public."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.datasets import assemble, files_of, load, write
from editions.fields import PublicRecord
from editions.kinds.meetings import PublicMeeting
from editions.kinds.people import PublicPerson
from editions.published import read
from editions.walking import items_of
from tests.partnerships import copy_to, sign_off

EARLIER = ("meetings", "2026-01-15-executive")
LATER = ("meetings", "2026-03-12-executive")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def meetings(project: Path) -> dict[str, PublicMeeting]:
    return {each.id: each for each in assemble(read(project)).records(PublicMeeting)}


def test_a_dataset_survives_being_written_and_read(project: Path) -> None:
    sign_off(project)
    dataset = assemble(read(project))

    write(dataset, project / "build/public")

    assert load(project / "build/public").kinds == dataset.kinds


def test_what_was_not_signed_off_is_nowhere(project: Path) -> None:
    sign_off(project, LATER)

    files = files_of(assemble(read(project)))

    assert [name for name, content in files.items() if EARLIER[1] in content.decode()] == []
    update = next(iter(items_of(meetings(project)[LATER[1]].items))).updates[0]
    assert (update.action, update.note) == (None, "The form was merged in February.")


def test_a_reference_appears_when_its_target_is_public(project: Path) -> None:
    sign_off(project, LATER)
    sign_off(project, EARLIER)

    update = next(iter(items_of(meetings(project)[LATER[1]].items))).updates[0]

    assert update.action == "2026-01-15-executive/form"


def test_a_body_without_an_edition_is_printed_without_a_link(project: Path) -> None:
    sign_off(project, LATER)
    before = meetings(project)[LATER[1]].group
    sign_off(project, ("groups", "executive"))
    after = meetings(project)[LATER[1]].group

    assert (before.id, before.name) == (None, "Executive")
    assert (after.id, after.name) == ("executive", "Executive")


def test_a_suppressed_person_is_shown_by_role_everywhere(project: Path) -> None:
    sign_off(project)
    (project / "published/suppressed.txt").write_text("p-aaaaaaa2\n")

    dataset = assemble(read(project))

    person = meetings(project)[LATER[1]].attendance[1].person
    assert person is not None
    assert (person.name, person.role) == (None, "Superintendent, Protecting Vulnerable People")
    assert [each.name for each in dataset.records(PublicPerson)] == ["Ife Abara", None, None]
    assert b"Brice" not in b"".join(files_of(dataset).values())


def test_a_preview_shows_drafts_and_says_so(project: Path) -> None:
    sign_off(project, EARLIER)
    draft: PublicRecord = meetings(project)[EARLIER[1]].model_copy(update={"id": "2026-09-01-new"})

    dataset = assemble(read(project), [("meetings", draft)])

    assert [(each.id, each.draft) for each in dataset.of(PublicMeeting)] == [
        (EARLIER[1], False),
        ("2026-09-01-new", True),
    ]
