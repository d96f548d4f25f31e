"""What stands in something withheld asks before a sign-off; ordinary meetings ask little."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.published import read
from problems import Problem, errors
from records.loading import load
from redaction.projecting.projection import project_all
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.signing import Request, prepare, store
from tests.partnerships import DAY, copy_to, sign_off

KEY = ("meetings", "2026-03-12-executive")
CODES = {
    "known-words",
    "withheld-name",
    "withheld-number",
    "withheld-run",
    "name-of-colleague",
    "detected",
    "secret-in-record",
}
OPEN = "Partners asked for a briefing."
HIDDEN = "All the secretstaffing words."
MOST = 3
"""Questions of an ordinary meeting at most."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def edit(project: Path, old: str, new: str, name: str = f"meetings/{KEY[1]}.yml") -> None:
    """Change a record."""
    path = project / "data" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def asked(project: Path, key: tuple[str, str] = KEY) -> list[Problem]:
    """Return what is asked before a record is signed off."""
    records = load(project)
    assert errors(records.problems) == ()
    request = Request(*key, redacted_by="Business manager", day=DAY, checked_by="Chair", note="A note.")
    prepared = prepare(records, read(project), scanner_for(harvest(records, today=DAY)), request)
    return [problem for problem in prepared.problems if problem.code in CODES]


def test_no_meeting_of_the_partnership_asks_more_than_three_questions(project: Path) -> None:
    """As if nothing had ever been signed off; the partnership is clean, so that it asks nothing at all."""
    keys = [key for key, each in project_all(load(project)).items() if each.record is not None]
    counts = {key: len(asked(project, key)) for key in keys}
    assert {key: count for key, count in counts.items() if count > MOST} == {}
    assert sum(counts.values()) == 0


@pytest.mark.parametrize(
    ("hidden", "public", "code"),
    [
        ("The house in Zorblatt Row was empty.", "A visit to Zorblatt Row was made.", "withheld-name"),
        ("The house in Zorblatt Row was empty.", "Somebody from ZORBLATT came.", "withheld-name"),
        (
            "The house in Z\u00f6rblatt Row was empty.",
            "A visit to Z\u00f6rblatt Row was made.",
            "withheld-name",
        ),
        ("They wrote to Kezia Umbrel again.", "Then Umbrel's school wrote.", "withheld-name"),
        ("It will cost \u00a312,340 this spring.", "A sum of 12340 was named.", "withheld-number"),
        ("The gate number is 48213.", "See 48213 in the list.", "withheld-number"),
        (
            "They quietly slipped through broken fences after dusk.",
            "Children slipped through broken fences.",
            "withheld-run",
        ),
    ],
)
def test_a_rare_part_of_something_withheld_asks(project: Path, hidden: str, public: str, code: str) -> None:
    """A name, a part of one, a number, or a run of words, with its place and none of its words."""
    edit(project, HIDDEN, hidden)
    edit(project, OPEN, f"Partners asked for a briefing. {public}")
    (problem,) = asked(project)
    assert (problem.code, problem.place.file) == (code, f"data/meetings/{KEY[1]}.yml")
    words = problem.private_text.split()
    assert words
    assert [word for word in words if word in str(problem)] == []


@pytest.mark.parametrize(
    "public",
    [
        "Ms Secretname will write.",
        "Nobody but SECRETNAME came.",
        "The note of Z. Secretname was read.",
        "Secretname's report was late.",
        "Zephyrine will write.",
        "Write to zsecretname, please.",
        "Secretname, Zoe, wrote.",
    ],
)
def test_part_of_the_name_of_somebody_shown_by_role_asks(project: Path, public: str) -> None:
    """The whole name is refused; a family name, a given name and what is made of them may mean another."""
    edit(project, OPEN, f"{OPEN} {public}")
    (problem,) = asked(project)
    assert (problem.code, problem.place.file) == ("name-of-colleague", f"data/meetings/{KEY[1]}.yml")
    assert "secretname" not in str(problem).casefold()


def test_the_whole_name_of_somebody_shown_by_role_is_refused(project: Path) -> None:
    """What helps is the role, not another id."""
    edit(project, OPEN, f"{OPEN} Zephyrine Secretname spoke.")
    (problem,) = asked(project)
    assert (problem.code, problem.remedy.partition(",")[0]) == ("secret-in-record", "Write the role")


@pytest.mark.parametrize(
    ("name", "public", "codes"),
    [
        ("Zephyrine Brice", "Mr Brice spoke, as did T. Brice.", []),
        ("Zephyrine Brice", "Zephyrine spoke.", ["name-of-colleague"]),
        ("Rose Young", "Young people rose. Roses grew where a rose was.", []),
        ("Rose Young", "Ms Young spoke.", ["name-of-colleague"]),
        ("Una Briefing", "Briefing notes went out.", []),
    ],
)
def test_a_name_that_means_somebody_or_something_else_asks_nothing(
    project: Path, name: str, public: str, codes: list[str]
) -> None:
    """Somebody public bears the family name; a word is an ordinary one, or is written small somewhere."""
    edit(project, "Zephyrine Secretname", name, "people/quietly.yml")
    edit(project, OPEN, f"{OPEN} {public}")
    assert [problem.code for problem in asked(project)] == codes


@pytest.mark.parametrize(
    ("hidden", "public"),
    [
        ("Members met on Tuesday in March.", "They meet again on Tuesday in March."),
        ("Families were asked by Ife Abara.", "Families thanked Ife Abara."),
        ("Council officers wrote before Christmas.", "A party at Christmas was planned."),
        ("It began in 2024.", "In 2024 it began to rain."),
        ("The NHS asked.", "The NHS wrote a letter."),
        ("Later somebody spoke.", "Later was better."),
    ],
)
def test_what_everybody_says_asks_nothing(project: Path, hidden: str, public: str) -> None:
    """Weekdays, months, public people, years, abbreviations, beginnings of sentences."""
    edit(project, HIDDEN, hidden)
    edit(project, OPEN, f"Partners asked for a briefing. {public}")
    assert asked(project) == []


def test_a_name_that_many_records_say_in_public_asks_nothing(project: Path) -> None:
    """Only what is rare in public can give something away."""
    edit(project, HIDDEN, "The house in Zorblatt Row was empty.")
    edit(project, OPEN, f"{OPEN} A visit to Zorblatt Row.")
    assert [problem.code for problem in asked(project)] == ["withheld-name"]
    edit(project, "at length.", "at length in Zorblatt Row.", "meetings/2026-01-15-executive.yml")
    assert [problem.code for problem in asked(project)] == ["withheld-name"]
    edit(project, "counted it before", "counted it before in Zorblatt Row", "priorities/neglect.yml")
    assert asked(project) == []


def test_one_name_in_many_places_is_one_question(project: Path) -> None:
    """It is asked once, with all its lines."""
    edit(project, HIDDEN, "The house in Zorblatt Row was empty.")
    edit(project, OPEN, f"|\n          {OPEN}\n\n          At Zorblatt Row. In Zorblatt Row.")
    edit(project, "The audit looked at cases.", "The audit looked at Zorblatt Row.")
    (problem,) = asked(project)
    lines = (project / problem.place.file).read_text("utf-8").splitlines()
    here = [number for number, line in enumerate(lines, 1) if "Zorblatt Row." in line]
    assert problem.place.line == here[0]
    assert f"They also stand on line {here[1]}." in problem.message


def test_what_an_edition_says_is_not_asked_about_again(project: Path) -> None:
    """Somebody signed it off before; another name beside it asks."""
    edit(project, OPEN, f"{OPEN} A visit to Zorblatt Row was made.")
    sign_off(project, KEY)
    edit(project, HIDDEN, "The houses in Zorblatt Row and Quern Alley were empty.")
    assert asked(project) == []
    edit(project, "A visit to Zorblatt Row", "A visit to Quern Alley and Zorblatt Row")
    assert [problem.private_text for problem in asked(project)] == ["Quern Alley"]


def test_a_known_term_stops_a_sign_off_in_any_form(project: Path) -> None:
    """Sure forms are refused; ambiguous ones ask."""
    (project / "data" / "terms.yml").write_text("terms:\n  - name: Rose Tamblyn\n    sort: person\n", "utf-8")
    edit(project, OPEN, f"{OPEN} The Tamblyns came.")
    assert [problem.code for problem in asked(project)] == ["secret-in-record"]
    edit(project, "The Tamblyns came.", "Then Rose came.")
    assert [problem.code for problem in asked(project)] == ["known-words"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("terms.yml", "terms:\n  - name: Rose Tamblyn\n", "missing-key"),
        ("terms.yml", "terms: [", "square-bracket"),
        ("decisions.yml", "decisions:\n  - words: Rose\n    decision: maybe\n", "missing-key"),
    ],
)
def test_nothing_is_signed_off_while_terms_or_decisions_are_damaged(
    project: Path, name: str, text: str, code: str
) -> None:
    """What must not be published is not known then."""
    (project / "data" / name).write_text(text, "utf-8")
    records = load(project)
    request = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair")
    prepared = prepare(records, read(project), scanner_for(harvest(records)), request)
    assert prepared.edition is None
    assert code in {problem.code for problem in prepared.problems}
    assert "Tamblyn" not in str(prepared.problems)


def test_the_policy_may_name_another_place(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It may lie outside the project; a place where there is none is one problem, at its line."""
    outside = tmp_path_factory.mktemp("private") / "words.yml"
    outside.write_text("terms:\n  - name: Rose Tamblyn\n    sort: person\n", "utf-8")
    policy = project / "data" / "policy.yml"
    text = policy.read_text("utf-8")
    policy.write_text(f"{text}terms: {outside}\n", "utf-8")
    edit(project, OPEN, f"{OPEN} The Tamblyns came.")
    (problem,) = asked(project)
    assert (problem.code, str(outside) in str(problem), "words" in str(problem.place)) == (
        "secret-in-record",
        False,
        False,
    )
    outside.unlink()
    records = load(project)
    line = text.count("\n") + 1
    assert [f"{each.place.line} {each.code}" for each in records.problems] == [f"{line} terms-unreadable"]
    request = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair")
    assert prepare(records, read(project), scanner_for(harvest(records)), request).edition is None


def test_a_passing_sign_off_is_stored(project: Path) -> None:
    """The questions of these tests are what stops it, and nothing else."""
    records = load(project)
    request = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair")
    assert store(project, prepare(records, read(project), scanner_for(harvest(records)), request))
