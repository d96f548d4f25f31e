"""The page that says how rules are kept, and the meetings that neighbours publish."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from editions.datasets import Dataset
from editions.neighbours import Shared, SharedMeeting
from editions.published import Published
from macros.addresses import addresses
from macros.all_macros import macros_for
from macros.making.building import render
from macros.pages import kept_among, pages
from macros.project_files.permanence import Lock, missing, write_lock
from tests.macros.samples import PARTNERSHIP, POLICY, entry, sample
from tests.macros.sites import EVIL, composed, project

Golden = Callable[[str, str], str]
ADDRESS = "/how-we-comply/"
NEIGHBOUR = {
    "id": "hollowdale",
    "name": "Hollowdale Partnership",
    "address": "https://hollowdale.example/",
    "file": "neighbours/meetings.json",
    "groups": [{"group": {"kind": "group", "id": "audit", "name": "Audit group"}, "theirs": "audits"}],
}
OWN = {
    "id": "soon",
    "words": "In four weeks *all*.",
    "source": "Own paper",
    "paragraph": "7",
    "test": "minutes-in-time",
}
OFF = {"rule": "yearly-report", "on": False, "reason": "The county does it."}
ON = {"rule": "working-together-2026", "on": True, "reason": "Read in May."}


def dataset(*, policy: dict[str, Any] | None = None, **partnership: Any) -> Dataset:
    """Return the sample with more in its partnership and its policy."""
    known = sample()
    kinds = known.kinds | {
        "partnership": (entry("partnership", PARTNERSHIP | partnership),),
        "policy": (entry("policy", POLICY | (policy or {})),),
    }
    return replace(known, kinds=kinds)


def sharing(*titles: str, absent: bool = False) -> Dataset:
    """Return the sample with meetings of these titles published by a neighbour."""
    meetings = tuple(
        SharedMeeting(
            id=f"2026-0{number}-01-audits",
            neighbour="hollowdale",
            group="audit",
            title=title,
            date=f"2026-0{number}-01",
            status="approved",
            address=f"https://hollowdale.example/meetings/2026-0{number}-01-audits/",
        )
        for number, title in enumerate(titles, 1)
    )
    shared = Shared(meetings, frozenset({"hollowdale"} if absent else ()))
    return replace(dataset(neighbours=[NEIGHBOUR]), shared=shared)


def paths(found: Dataset, *kept: str) -> list[str]:
    return [page.path for page in pages(found, kept=kept)]


def test_the_page_is_off_unless_switched_on() -> None:
    """A partnership that says nothing has no such page, and no rule stands on any page."""
    assert "how-we-comply/index.md" not in paths(dataset())
    assert "how-we-comply/index.md" in paths(dataset(how_we_comply=True))
    assert "Children Act" not in macros_for(dataset())["how_we_comply"]()


def test_the_page_is_the_golden_one(golden: Golden) -> None:
    """Each duty has its paragraph, how it stands, and the way to the record that shows it."""
    found = dataset(how_we_comply=True, policy={"rules": [OWN], "rule_switches": [OFF, ON]})
    actual = macros_for(found)["how_we_comply"]()
    assert actual == golden("how-we-comply__index.md", actual)


def test_every_field_of_own_rules_and_switches_is_on_the_page() -> None:
    """What the policy says of a rule is public, and so it is shown."""
    own = OWN | {"level": "must", "since": "2026-01-15", "until": "2027-02-17"}
    page = macros_for(dataset(how_we_comply=True, policy={"rules": [own], "rule_switches": [OFF]}))[
        "how_we_comply"
    ]()
    plain = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), page)
    for words in (
        "In four weeks *all*.",
        "Own paper, 7",
        "15 January 2026",
        "17 February 2027",
        'id="rule-soon"',
        '<span class="tag">must</span>',
        "Looked for: minutes of each meeting",
        "The county does it.",
    ):
        assert words in plain, words


def test_links_lead_to_what_is_there() -> None:
    """Every address on the page is one of the site."""
    found = dataset(how_we_comply=True)
    page = macros_for(found)["how_we_comply"]()
    known = addresses(found, Path("nowhere"))
    assert [each for each in re.findall(r'href="(/[^"]*)"', page) if each not in known] == []
    assert len(re.findall(r'href="/', page)) > 5


def test_a_page_that_was_published_stays(tmp_path: Path) -> None:
    """Switched off, it says that nothing is shown; its address is not lost."""
    folder = project(tmp_path / "site")
    write_lock(folder, Lock(addresses=frozenset({ADDRESS, "/"})))
    settings = composed(folder)
    assert kept_among({ADDRESS, "/groups/", "/actions/2025/"}) == {ADDRESS, "/actions/2025/"}
    assert settings.kept == {ADDRESS}
    assert "how-we-comply/index.md" in paths(dataset(), *settings.kept)
    assert "does not show here how it keeps" in macros_for(dataset())["how_we_comply"]()


def test_meetings_of_a_neighbour_stand_on_the_group_and_in_the_list(golden: Golden) -> None:
    """Title, day and state, and the way there; said to be published elsewhere."""
    macros = macros_for(sharing("First", "Second"))
    for page in (macros["group"]("audit"), macros["meetings"]()):
        assert page.index(">Second</a>") < page.index(">First</a>")
        assert 'href="https://hollowdale.example/meetings/2026-02-01-audits/"' in page
    assert "Hollowdale" not in macros["group"]("executive").replace("Shared with", "")
    actual = macros["group"]("audit")
    assert actual == golden("groups__audit-shared.md", actual)


def test_what_the_neighbour_no_longer_lists_is_on_no_page_and_in_no_file() -> None:
    """A withdrawal there removes it here, and no address of ours is lost by it."""
    before, after = sharing("First", "Quimble"), sharing("First")
    assert b"Quimble" in b"".join(before.files.values())
    assert b"Quimble" not in b"".join(after.files.values())
    macros = macros_for(after)
    assert "Quimble" not in macros["group"]("audit") + macros["meetings"]()
    lock = Lock(addresses=addresses(before, Path("nowhere")))
    assert missing(lock, Published({}, frozenset(), ()), addresses(after, Path("nowhere")), ()) == ()


def test_a_missing_list_is_told() -> None:
    """A reader sees that something is not there, and where it is."""
    page = macros_for(sharing(absent=True))["group"]("audit")
    assert "Its list was not at hand" in page
    assert 'href="https://hollowdale.example/"' in page
    assert "It publishes none at present." in macros_for(sharing())["group"]("audit")


def test_the_file_is_offered_where_there_is_one() -> None:
    assert "shared-meetings.json" in macros_for(sharing("First"))["data_files"]()
    assert "shared-meetings.json" not in macros_for(dataset())["data_files"]()


def test_a_hostile_title_does_nothing(tmp_path: Path) -> None:
    """Markdown, HTML and templates in a neighbour's title are words in the finished page."""
    target = tmp_path / "out"
    assert render(composed(project(tmp_path / "site")), sharing(EVIL[:300]), target) == ()
    page = (target / "groups/audit/index.html").read_text("utf-8")
    assert (
        "<script>alert" in page,
        'onclick="x"' in page,
        "49" in re.sub(r"\d{3,}", "", page.split("part-shared")[1][:900]),
    ) == (False, False, False)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page or "&#60;script&#62;" in page


@pytest.mark.parametrize("name", ["how_we_comply"])
def test_the_macro_is_explained(name: str) -> None:
    assert "paragraph" in str(macros_for(sample())[name].__doc__)
