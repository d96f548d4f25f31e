"""The state of the site: how much is published, how it grew, what comes next."""

from __future__ import annotations

import re
from dataclasses import replace

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.views.lookups import look_up
from macros.views.state import OfKind, OfYear, state_of
from tests.macros.samples import POLICY, entry, sample
from tests.macros.samples_time import HOLDER, holding, meeting

HELD = meeting("2026-01-15", ("2026-01-08", "agenda"), ("2026-02-10", "draft"))
LATE = meeting("2026-03-12", ("2026-03-02", "agenda"))
AHEAD = meeting("2026-05-14", ("2026-04-20", "planned"))


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text))


def test_each_kind_has_its_number_and_its_newest_day() -> None:
    """Withdrawn records are counted apart, kinds without a record are left out, and so are persons."""
    dataset = sample()
    people = (entry("people", HOLDER),)
    found = state_of(look_up(replace(dataset, kinds={**dataset.kinds, "people": people}))).kinds

    assert [each.kind for each in found] == [kind for kind, entries in dataset.kinds.items() if entries]
    assert OfKind("meetings", 3, 1, "2026-05-20") in found
    assert OfKind("organizations", 2, 0, "2026-04-01") in found


def test_each_year_has_its_editions() -> None:
    """First ones, later ones and withdrawals; an edition that was taken out again counts as what it was."""
    assert state_of(look_up(Dataset({"meetings": sample().kinds["meetings"]}))).years == (
        OfYear("2026", 3, 1, 0),
        OfYear("2025", 1, 0, 1),
    )


def test_what_comes_next_is_said() -> None:
    """The next meeting, whether minutes are late, and the next look at what is withheld."""
    withheld = {"withheld": {"reason": "personal", "what": "text", "review": "2026-09-30"}}
    over = {"withheld": {"reason": "personal", "what": "text", "review": "2026-02-28"}}
    items = [{"id": "a", "title": "A", **withheld}, {"id": "b", "title": "B", **over}]
    hiding = meeting("2026-01-15", ("2026-02-10", "approved"), items=items)
    text = words(macros_for(holding(hiding, LATE, AHEAD, today="2026-05-01"))["site_state"]())

    assert "how things stood on 1 May 2026" in text
    assert "Next meeting: 14 May 2026, Executive meeting" in text
    assert "Some minutes or agendas are later than we promised: How soon" in text
    assert "The next look at whether something can be released: 30 September 2026:" in text


def test_nothing_is_claimed_that_nobody_promised() -> None:
    """Without a promise nothing is late or in time; without a day of review none is named."""
    without = words(macros_for(holding(HELD, today="2026-05-01", promise=None))["site_state"]())
    in_time = words(macros_for(holding(HELD, today="2026-02-11"))["site_state"]())

    assert ("promised" in without, "No coming meeting is published." in without) == (False, True)
    assert "No minutes or agendas that we promised are late:" in in_time
    assert "No day is set for the next look" in without


def test_a_reason_told_by_year_gives_no_day_away() -> None:
    """What the register tells coarsely is not told here by its day either."""
    withheld = {"withheld": {"reason": "personal", "what": "text", "review": "2026-09-30"}}
    hiding = meeting("2026-01-15", ("2026-02-10", "approved"), items=[{"id": "a", "title": "A", **withheld}])
    dataset = holding(hiding, today="2026-05-01")
    coarse = entry("policy", POLICY | {"in_register": [{"reasons": ["personal"], "show": "year"}]})

    assert state_of(look_up(dataset)).next_review == "2026-09-30"
    assert (
        state_of(look_up(replace(dataset, kinds={**dataset.kinds, "policy": (coarse,)}))).next_review is None
    )


def test_an_empty_site_says_so() -> None:
    """No table without a row."""
    text = macros_for(Dataset({}))["site_state"]()

    assert ("Nothing has been published yet." in text, "<table" in text) == (True, False)
