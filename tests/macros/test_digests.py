"""The digest of a meeting: what stands in it, in three forms, and that no word of a record acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from editions.datasets import Dataset
from macros.digests.making import Digest, digest_of
from macros.digests.writing import FORMS, WIDE
from macros.open_data.sources import source_of
from tests.macros.samples import EXECUTIVE, MEETING, PLANNED, entry, sample
from tests.macros.sites import EVIL, Reading

Golden = Callable[[Path | str, str], str]
ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}
FETCHING = frozenset({"img", "link", "script", "iframe", "style", "source", "video", "object", "form"})


def digest(dataset: Dataset, meeting: str = str(MEETING["id"])) -> Digest:
    source = source_of(dataset, "https://larkmere.example")
    return digest_of(source, source.lookups.meetings[meeting])


def of(**changed: Any) -> Digest:
    """Return the digest of the sample's meeting with some fields changed."""
    return digest(Dataset({"meetings": (entry("meetings", MEETING | changed),)}))


@pytest.mark.parametrize("form", FORMS)
def test_a_digest_is_the_golden_one(form: str, golden: Golden) -> None:
    """Decisions, actions, coming meetings, what is withheld and whom to ask."""
    text = FORMS[form](digest(sample()))
    assert golden(f"digest.{ENDINGS[form]}", text) == text


def test_each_thing_leads_to_its_place_on_the_site() -> None:
    """By the permanent address of the decision, the action, the meeting to come, and the whole page."""
    made = digest(sample())
    page = "https://larkmere.example/meetings/2026-03-12-executive/"
    decided, asked, ahead = (each.points for each in made.parts)
    assert [each.address for each in (*decided, *asked)] == [f"{page}#decision-d1", f"{page}#action-toolkit"]
    assert [each.address for each in ahead] == ["https://larkmere.example/meetings/2026-07-09-executive/"]
    assert made.link.address == page


def test_how_an_action_stands_by_now_is_told() -> None:
    """What a later meeting reported stands beside it; an open one needs no word."""
    (point,) = digest(sample(), "2026-01-15-executive").parts[1].points
    assert point.beside.endswith("closed")


def test_when_in_words_stands_as_it_was_written() -> None:
    """A word of ours before it made "by straight away" of it; a day has one, beside such words too."""
    for given, told in (
        ({"due_words": "straight away"}, "straight away"),
        ({"due": "2026-05-31", "due_words": "at the latest"}, "by 31 May 2026, at the latest"),
    ):
        action = {"id": "a", "text": "Merge the forms."} | given
        (point,) = of(items=[{"id": "i", "title": "Item", "actions": [action]}]).parts[1].points
        assert point.beside == told


def test_what_is_withheld_is_a_notice_and_nothing_else() -> None:
    """The words of a notice, and at the end that there is one."""
    items = [
        {
            "id": "one",
            "title": "One",
            "decisions": [{"id": "d", "text": "", "withheld": {"reason": "personal", "what": "whole"}}],
            "actions": [{"id": "a", "text": "Tell [[withheld personal]] of it."}],
        }
    ]
    made = of(items=items)
    assert [each.points[0].words for each in made.parts[:2]] == ["[Withheld]", "Tell [Withheld] of it."]
    assert "Something of this meeting is withheld" in made.ending[0]
    assert "Something" not in " ".join(of(items=[], attendance=[]).ending)


def test_who_is_to_do_it_and_when_is_a_notice_where_it_is_withheld() -> None:
    """A point without them would read as if nobody was named; a field of text holds its notice itself."""
    fields = [{"field": each, "reason": "personal"} for each in ("owners", "due", "due_words", "priorities")]
    action = {
        "id": "a",
        "text": "Merge them.",
        "due_words": "[[withheld personal]]",
        "withheld_fields": fields,
    }
    decision = {"id": "d", "text": "Yes.", "withheld_fields": [{"field": "kind", "reason": "personal"}]}
    items = [{"id": "i", "title": "Item", "actions": [action], "decisions": [decision]}]
    decided, asked = (each.points[0].beside for each in of(items=items).parts[:2])
    assert asked == "[Withheld], Owners: [Withheld], Due: [Withheld]"
    assert decided == "Kind: [Withheld]"


def test_a_withheld_meeting_has_neither_decisions_nor_actions() -> None:
    """Only that it took place, that it is withheld, and when the next ones are."""
    made = of(withheld={"reason": "personal", "what": "whole"}, items=[], attendance=[])
    assert [each.heading for each in made.parts] == ["Next meetings"]
    assert "is withheld" in made.ending[0]


def test_a_meeting_to_come_has_its_agenda() -> None:
    """Nothing was decided yet, and the digest does not say that nothing was."""
    planned = PLANNED | {"status": "agenda", "items": [{"id": "one", "label": "1", "title": "Neglect"}]}
    made = digest(Dataset({"meetings": (entry("meetings", planned),)}), str(PLANNED["id"]))
    assert [(part.heading, [each.words for each in part.points]) for part in made.parts] == [
        ("On the agenda", ["1 Neglect"]),
        ("Next meetings", []),
    ]


def test_drafts_say_that_they_may_change() -> None:
    """Whoever reads a newsletter should know."""
    assert "They may change before they are approved." in of(status="draft").about
    assert "may change" not in of(status="approved").about
    assert of(happened="cancelled").about.endswith("Cancelled.")


def test_a_meeting_that_decided_nothing_says_so() -> None:
    """An empty heading would look like a fault."""
    made = of(items=[])
    assert [each.without for each in made.parts[:2]] == ["No decision is recorded.", "No action is recorded."]


def hostile() -> Digest:
    item = {
        "id": "one",
        "title": EVIL,
        "decisions": [{"id": "d", "text": EVIL, "kind": "agreed"}],
        "actions": [{"id": "a", "text": EVIL, "label": "- 1. +", "owners": [{"name": EVIL}]}],
    }
    return of(title=EVIL, summary=EVIL, place=EVIL, items=[item], group=EXECUTIVE | {"name": EVIL})


def test_no_word_acts_in_an_e_mail() -> None:
    """No element of a record, nothing fetched from anywhere, no style but in the elements."""
    page = Reading(FORMS["html"](hostile()))
    names = {tag for tag, _ in page.tags}
    assert names & FETCHING == set()
    page_has = {"html", "head", "meta", "title", "body", "div"}
    assert names == page_has | {"h1", "h2", "p", "ul", "li", "a", "span", "br"}
    assert {name for _, attributes in page.tags for name in attributes} == {
        "lang",
        "charset",
        "style",
        "href",
    }
    assert all(address.startswith("https://larkmere.example/") for address in page.with_attribute("href"))
    assert not re.search(r"url\(|expression|@import", " ".join(page.with_attribute("style")))


def test_no_word_acts_in_markdown() -> None:
    """Read as CommonMark it has our headings, lists and links, and the words as they are."""
    html = MarkdownIt("commonmark").render(FORMS["markdown"](hostile()))
    page = Reading(html)
    assert {tag for tag, _ in page.tags} <= {"h1", "h2", "p", "ul", "li", "a"}
    assert all(address.startswith("https://larkmere.example/") for address in page.with_attribute("href"))
    assert "{{ 7*7 }}" in page.texts["li"]


def test_lines_of_plain_text_fit() -> None:
    """No line but an address is longer than an e-mail has room for."""
    lines = FORMS["text"](digest(sample())).splitlines()
    assert [each for each in lines if len(each) > WIDE and "https://" not in each] == []


def test_an_entry_without_a_record_has_no_digest() -> None:
    """Nothing of a meeting that was taken down is sent round."""
    with pytest.raises(ValueError, match="no record"):
        digest(sample(), "2025-11-06-executive")
