"""Practice reviews: their dates keep the law's order, and nothing names anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Severity
from records.loading import load
from tests.records.telling import codes, told_of

START = "title: {title}\nkind: lcspr\nstage: published\nstatus: final\n"
ENOUGH = "analysis: Nobody had the task.\nrecommendations:\n  - id: r1\n    text: Read them together.\n"
NOTICE = "notice_given: 2026-10-26\n"


def told(project: Path, text: str, title: str = "Review A", name: str = "review") -> list[str]:
    """Return the problems of a review whose first lines are its title, kind, stage and status."""
    return told_of(project, f"data/reviews/{name}.yml", START.format(title=title) + text)


def test_published_before_its_notice_period(project: Path) -> None:
    """Six days after the notice is too early, seven are enough; both lines are named."""
    assert told(project, f"{NOTICE}published: 2026-11-01\n{ENOUGH}") == [
        (
            "data/reviews/review.yml:6:12: published: `published` is fewer than 7 days after "
            "`notice_given`, in "
            "data/reviews/review.yml:5. Publish later, or correct whichever day is wrong: the Secretary of "
            "State and "
            "the Panel have the report at least 7 days before everybody else (SI 2018/789, regulation 16). "
            "[review-notice-too-short]"
        )
    ]
    assert told(project, f"{NOTICE}published: 2026-11-02\n{ENOUGH}") == []


def test_published_before_the_notice(project: Path) -> None:
    """A publication on an earlier day than the notice is too early as well."""
    assert codes(told(project, f"{NOTICE}published: 2026-10-25\n{ENOUGH}")) == ["[review-notice-too-short]"]


def test_published_without_notice(project: Path) -> None:
    """A local review without a notice is doubted; an older sort of review had none."""
    assert codes(told(project, f"published: 2026-11-02\n{ENOUGH}")) == ["[review-without-notice]"]
    path = project / "data/reviews/review.yml"
    path.write_text(path.read_text().replace("kind: lcspr", "kind: scr"))
    assert [str(each) for each in load(project).problems] == []


def test_published_before_it_was_finished(project: Path) -> None:
    """A month in which it was finished is not later than a day of that month."""
    text = f"{NOTICE}published: 2026-11-09\ncompleted: {{}}\n{ENOUGH}"
    assert told(project, text.format("2026-11")) == []
    assert told(project, text.format("2026-11-10")) == [
        (
            "data/reviews/review.yml:6:12: published: `published` is earlier than `completed`, in "
            "data/reviews/review.yml:7. Correct whichever of the two is wrong. [review-published-unfinished]"
        )
    ]


@pytest.mark.parametrize(
    ("published", "until", "expected"),
    [
        ("2026-11-09", "2027-11-08", ["[review-removed-early]"]),
        ("2026-11-09", "2027-11-09", []),
        ("2028-02-29", "2029-02-28", ["[review-removed-early]"]),
        ("2028-02-29", "2029-03-01", []),
    ],
)
def test_a_review_is_public_for_a_year(
    project: Path, published: str, until: str, expected: list[str]
) -> None:
    """A day of removal before the year is over is an error, also after a leap day."""
    text = f"{NOTICE}published: {published}\nremove_after: {until}\n{ENOUGH}"
    assert codes(told(project, text)) == expected


def test_a_recommendation_due_before_publication(project: Path) -> None:
    """It is doubted, unless it is done."""
    text = f"{NOTICE}published: 2026-11-09\n{ENOUGH}    due: 2026-10\n"
    assert told(project, text) == [
        (
            "data/reviews/review.yml:11:10: recommendations › r1 › due: This recommendation is due before "
            "the "
            "review is published, in data/reviews/review.yml:6. Correct whichever date is wrong; if it was "
            "carried "
            "out before, write `status: done` and keep the date. [recommendation-due-before-review]"
        )
    ]
    assert told(project, f"{text}    status: done\n") == []


def test_what_a_published_review_must_say(project: Path) -> None:
    """Recommendations and an analysis must be there once it is published."""
    found = told(project, f"{NOTICE}published: 2026-11-09\n")
    assert [("`recommendations`" in each, "`analysis`" in each) for each in found] == [
        (False, True),
        (True, False),
    ]
    assert set(codes(found)) == {"[review-content-missing]"}
    assert told(project, NOTICE) == []


@pytest.mark.parametrize("title", ["Review of Ife Abara", "Review Abara, Ife", "What IFE ABARA saw", "Ifé’s"])
def test_a_title_names_nobody(project: Path, title: str) -> None:
    """A known person's name, in any order, case or spelling on record, is refused and not quoted."""
    path = project / "data/people/abara.yml"
    path.write_text(path.read_text() + "sort_name: Abara, Ife\nspellings: [Ifé]\n")
    found = told(project, "", title=title)
    assert codes(found) == ["[review-names-a-person]"]
    assert [each for each in found if "abara" in each.lower() or "ife" in each.lower()] == []


def test_an_id_and_a_pseudonym_name_nobody(project: Path) -> None:
    """The address and the name that the child has in the review are looked at as well."""
    found = told(project, "known_as: Tom Brice\n", name="review-ife-abara")
    assert codes(found) == ["[review-names-a-person]"] * 2
    assert [each.split(": ")[0] for each in found] == [
        "data/reviews/review-ife-abara.yml:1:1",
        "data/reviews/review-ife-abara.yml:5:11",
    ]


def test_a_single_name_is_only_doubted(project: Path) -> None:
    """A word that is also a first name or surname may be meant otherwise."""
    told(project, "", title="Brice and others")
    found = [each for each in load(project).problems if each.code == "review-may-name-a-person"]
    assert [(each.severity, "brice" in str(each).lower()) for each in found] == [(Severity.WARNING, False)]


def test_an_ordinary_title_is_not_doubted(project: Path) -> None:
    """A letter and ordinary words are nobody's name; a part of a word is no name."""
    assert told(project, "known_as: A.\n", title="The life of A. and the tomato") == []
