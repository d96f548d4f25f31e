"""The file of a neighbour is read as something that anybody may have written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editions.datasets import assemble, load, write
from editions.kinds.partnerships import PublicPartnership
from editions.neighbours import LARGEST, SHARED_FILE, Shared, SharedMeeting, read_shared
from editions.published import Published

PLACE = "neighbours/hollowdale/meetings.json"
GROUP = {"kind": "group", "id": "child-exploitation", "name": "Exploitation"}
MEETING = {
    "id": "2026-09-24-child-exploitation",
    "title": "Exploitation group",
    "group": GROUP,
    "date": "2026-09-24",
    "status": "approved",
    "summary": "What was said.",
}


def partnership(file: str = PLACE, address: str = "https://hollowdale.example/board") -> PublicPartnership:
    return PublicPartnership.model_validate(
        {
            "id": "partnership",
            "name": "Larkmere",
            "areas": ["Larkmere"],
            "partners": [],
            "worried": {"text": "Ring.", "lines": []},
            "office": {"name": "Office"},
            "licence": {"name": "OGL"},
            "neighbours": [
                {
                    "id": "hollowdale",
                    "name": "Hollowdale Partnership",
                    "address": address,
                    "file": file,
                    "groups": [
                        {"group": {"kind": "group", "id": "exploitation"}, "theirs": "child-exploitation"}
                    ],
                }
            ],
        }
    )


def entry(**more: Any) -> dict[str, Any]:
    record = {name: value for name, value in (MEETING | more).items() if value is not None}
    return {"id": record["id"], "record": record}


def listing(*entries: Any, **more: Any) -> dict[str, Any]:
    return {"format": 1, "kind": "meetings", "records": list(entries)} | more


def read_from(project: Path, plain: object, file: str = PLACE) -> tuple[Shared, list[str]]:
    """Return what is read of this file, and the codes of the problems."""
    path = project / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(plain if isinstance(plain, bytes) else json.dumps(plain).encode())
    shared, problems = read_shared(project, partnership(file))
    return shared, [each.code for each in problems]


def test_meetings_of_our_groups_are_taken(tmp_path: Path) -> None:
    """Of each there is the id, title, day, state and our link; what else the file says is left there."""
    shared, codes = read_from(tmp_path, listing(entry()))
    assert codes == []
    assert shared.meetings == (
        SharedMeeting(
            id="2026-09-24-child-exploitation",
            neighbour="hollowdale",
            group="exploitation",
            title="Exploitation group",
            date="2026-09-24",
            status="approved",
            address="https://hollowdale.example/board/meetings/2026-09-24-child-exploitation/",
        ),
    )


def test_the_folder_of_their_data_will_do(tmp_path: Path) -> None:
    """A whole data package is unpacked, and its folder named."""
    read_from(tmp_path, listing(entry()))
    shared, problems = read_shared(tmp_path, partnership("neighbours/hollowdale"))
    assert (len(shared.meetings), problems) == (1, ())


def test_a_joint_meeting_is_taken_once_and_those_of_other_groups_are_not(tmp_path: Path) -> None:
    other = {"kind": "group", "id": "executive", "name": "Executive"}
    joint = entry(group=other, with_groups=[GROUP, GROUP])
    alone = entry(id="2026-10-01-executive", group=other, title=None)
    shared, codes = read_from(tmp_path, listing(joint, alone))
    assert ([each.id for each in shared.meetings], codes) == ([MEETING["id"]], [])


def test_what_is_withdrawn_there_is_gone_here(tmp_path: Path) -> None:
    """An entry without its record, or none at all, leaves nothing."""
    withdrawn = {"id": MEETING["id"], "editions": [{"number": 2, "state": "withdrawn"}]}
    for entries in ([withdrawn], []):
        assert read_from(tmp_path, listing(*entries)) == (Shared(), [])
    assert read_from(tmp_path, listing(entry() | {"draft": True})) == (Shared(), [])


def test_withheld_words_of_a_title_are_an_ellipsis(tmp_path: Path) -> None:
    """Their reasons are not ours, so the notice cannot be shown."""
    shared, codes = read_from(tmp_path, listing(entry(title="Talk with [[withheld personal]] at noon")))
    assert ([each.title for each in shared.meetings], codes) == (["Talk with … at noon"], [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"<html>Not found</html>",
        b"[" * 100_000,
        json.dumps(listing(entry(), kind="people")).encode(),
        json.dumps(listing(entry(), format=2)).encode(),
        json.dumps(listing("meeting")).encode(),
        json.dumps(listing() | {"records": {}}).encode(),
        json.dumps(listing(*[{}] * 20_001)).encode(),
        b" " * (LARGEST + 1),
    ],
    ids=range(12),
)
def test_another_file_is_refused_whole(content: bytes, tmp_path: Path) -> None:
    """What is no list of meetings gives one message and no meeting, whatever it is."""
    assert read_from(tmp_path, content) == (Shared(), ["neighbour-file-refused"])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "../../data/x"),
        ("id", "a/b"),
        ("id", "https://elsewhere.example"),
        ("id", 7),
        ("title", ""),
        ("title", "   "),
        ("title", "x" * 301),
        ("title", ["Exploitation"]),
        ("title", None),
        ("title", "Two\nlines"),
        ("title", "Hidden \u202esign"),
        ("title", "Zero\u200bwidth"),
        ("title", "Said [[redact personal|somebody]]"),
        ("date", "soon"),
        ("date", "2026-13-01"),
        ("date", "2026-02-30"),
        ("date", None),
        ("until", "2026"),
        ("status", "leaked"),
    ],
)
def test_an_odd_entry_is_named_by_number_and_key(key: str, value: object, tmp_path: Path) -> None:
    """Nothing of it is shown, and no word of it is quoted."""
    record = {**MEETING, key: value}
    odd = {"id": record["id"], "record": {name: each for name, each in record.items() if each is not None}}
    path = tmp_path / PLACE
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(listing(entry(), odd)), "utf-8")
    shared, (problem,) = read_shared(tmp_path, partnership())
    assert [each.title for each in shared.meetings] == ["Exploitation group"]
    assert str(problem).startswith(
        f"{PLACE}: Entry 2 in the file of the neighbour `hollowdale` has no usable `{key}`."
    )


def test_a_missing_file_is_a_warning_and_stays_told(tmp_path: Path) -> None:
    """The rest can be built, and the page can say what is not at hand."""
    shared, problems = read_shared(tmp_path, partnership())
    assert (shared.meetings, shared.absent) == ((), {"hollowdale"})
    assert [(each.code, each.severity.value) for each in problems] == [("neighbour-file-missing", "warning")]


@pytest.mark.parametrize(
    "file", ["data/x.json", "published/x.json", "site/x.json", "build/x.json", "../x.json"]
)
def test_a_private_or_outside_place_is_refused(file: str, tmp_path: Path) -> None:
    """A setting cannot make the site read out of data/ or out of the project."""
    project = tmp_path / "project"
    path = project / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(listing(entry())), "utf-8")
    shared, problems = read_shared(project, partnership(file))
    assert (shared.meetings, [each.code for each in problems]) == ((), ["neighbour-file-place"])


def test_a_link_is_refused(tmp_path: Path) -> None:
    """Neither the file nor a folder on the way may lead elsewhere."""
    read_from(tmp_path, listing(entry()), "data/private.json")
    (tmp_path / "neighbours").mkdir()
    (tmp_path / "neighbours/list.json").symlink_to(tmp_path / "data/private.json")
    (tmp_path / "linked").symlink_to(tmp_path / "data")
    for file in ("neighbours/list.json", "linked/private.json"):
        shared, problems = read_shared(tmp_path, partnership(file))
        assert (shared.meetings, [each.code for each in problems]) == ((), ["neighbour-file-place"])


def test_without_neighbours_nothing_is_read(tmp_path: Path) -> None:
    assert read_shared(tmp_path, None) == (Shared(), ())
    assert SHARED_FILE not in assemble(Published({}, frozenset(), ())).files


def test_the_dataset_holds_what_the_pages_show(tmp_path: Path) -> None:
    """What neighbours publish can be downloaded with all else, and read again."""
    shared, _ = read_from(tmp_path, listing(entry()))
    dataset = assemble(Published({}, frozenset(), (), shared))
    write(dataset, tmp_path / "public")
    assert load(tmp_path / "public").shared == shared
    absent = Shared(absent=frozenset({"hollowdale"}))
    write(assemble(Published({}, frozenset(), (), absent)), tmp_path / "none")
    assert load(tmp_path / "none").shared == absent
