"""Rules are dated data, and small functions of public values decide whether they are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from editions.rules.days import days_after, has_come, is_over, months_after
from editions.rules.judging import TESTS, Judgement, judge, switches
from editions.rules.packs import FOLDER, packs, read_pack
from editions.rules.rule import Finding, Rule
from macros.language.rule_words import RULE_KINDS, RULE_LEVELS, RULE_STATES, RULE_TESTS
from records.parts.rules import RuleTest
from records.yaml_files.files import read_file
from redaction.complying import NEEDS

TODAY = "2026-11-23"
Plain = dict[str, Any]


def dataset(*records: tuple[str, Plain], issued: str = "2026-10-01") -> Dataset:
    """Return a dataset of records, each with one edition of this day."""
    kinds: dict[str, tuple[Entry[PublicRecord], ...]] = {}
    for kind, plain in records:
        issue = Issue(number=1, date=issued, note="First.", checked_by="Chair")
        record = PUBLIC_KINDS[kind].model_validate(plain)
        kinds[kind] = (*kinds.get(kind, ()), Entry(record.id, record, (issue,)))
    return Dataset(kinds)


def rule(test: str, **more: Any) -> Rule:
    return Rule("r", "Words.", "Source", "1", "must", test, **more)


def states(test: str, *records: tuple[str, Plain], **more: Any) -> list[str]:
    """Return what a test finds, as words."""
    return [each.state for each in found(test, *records, **more)]


def found(test: str, *records: tuple[str, Plain], **more: Any) -> list[Finding]:
    return list(TESTS[test](dataset(*records), rule(test, **more), TODAY))


def version(**more: Any) -> tuple[str, Plain]:
    plain = {"id": "2025", "title": "Arrangements", "status": "in-force", "in_force_from": "2025-01-01"}
    return "arrangements", plain | more


def report(name: str, published: str, **more: Any) -> tuple[str, Plain]:
    plain = {"id": name, "title": "Report", "kind": "yearly", "first_published": published}
    return "reports", plain | more


def review(**more: Any) -> tuple[str, Plain]:
    return "reviews", {"id": "a", "title": "Review A", "kind": "lcspr"} | more


def partnership(**more: Any) -> tuple[str, Plain]:
    plain = {
        "id": "partnership",
        "name": "Larkmere",
        "areas": ["Larkmere"],
        "partners": [],
        "worried": {"text": "Ring.", "lines": []},
        "office": {"name": "Office"},
        "licence": {"name": "OGL"},
    }
    return "partnership", plain | more


def policy(**more: Any) -> tuple[str, Plain]:
    return "policy", {"id": "policy", "reasons": [{"id": "personal", "words": "a person"}]} | more


def body(name: str, kind: str) -> tuple[str, Plain]:
    return "organizations", {"id": name, "name": name, "kind": kind}


CLAUSE = {"id": "c", "topic": "training", "text": "All are trained."}
HIDDEN = {"reason": "personal", "what": "text"}
BODY = {"kind": "organization", "id": "council", "name": "Council"}
LED = {
    "organization": BODY,
    "leads": [{"title": "Chief", "since": "2025"}],
    "delegates": [{"title": "Director"}],
}
SIGNED = [{"name": name, "on": "2025-01-02"} for name in ("one", "two", "three")]
SECTION = {"id": "s", "title": "What we did", "text": "Much."}
TELLS = {"requirement": "impact", "section": "s"}
THRESHOLD = {"id": "t", "title": "Thresholds", "kind": "threshold", "effective_from": "2024"}
PLAN = {"id": "p", "title": "Plan", "kind": "strategic", "period_from": "2026-04", "period_until": "2027-03"}
ACCESS = {"status": "full", "prepared": "2026-01"}
OUT = {"stage": "published", "published": "2026-11-09"}
MET = ("meetings", {"id": "m", "title": "M", "group": {"kind": "group", "id": "g"}, "date": "2026-09-01"})

CASES: tuple[tuple[str, tuple[tuple[str, Plain], ...], dict[str, Any], list[str]], ...] = (
    ("arrangements-in-force", (version(),), {}, ["met"]),
    ("arrangements-in-force", (version(in_force_until="2026-11-22"),), {}, ["missing"]),
    ("arrangements-in-force", (version(in_force_from="2026-11-24"),), {}, ["missing"]),
    ("arrangements-in-force", (version(status="draft"),), {}, ["missing"]),
    ("arrangements-in-force", (version(in_force_from=None),), {}, ["cannot-tell"]),
    ("arrangements-say", (version(clauses=[CLAUSE]),), {"about": ("training",)}, ["met"]),
    (
        "arrangements-say",
        (version(clauses=[{"id": "x", "clauses": [CLAUSE]}]),),
        {"about": ("training",)},
        ["met"],
    ),
    ("arrangements-say", (version(clauses=[CLAUSE]),), {"about": ("training", "voice")}, ["missing"]),
    (
        "arrangements-say",
        (version(clauses=[CLAUSE | {"withheld": HIDDEN}]),),
        {"about": ("training",)},
        ["cannot-tell"],
    ),
    ("arrangements-say", (version(areas=["Larkmere"]),), {"about": ("area",)}, ["met"]),
    ("arrangements-say", (), {"about": ("area",)}, []),
    ("arrangements-of-several-areas", (version(areas=["A"]),), {}, []),
    ("arrangements-of-several-areas", (version(areas=["A", "B"]),), {}, ["missing"]),
    ("arrangements-of-several-areas", (version(areas=["A", "B"], joint_work=[{"area": "B"}]),), {}, ["met"]),
    ("arrangements-signed", (version(signed=SIGNED),), {}, ["met"]),
    ("arrangements-signed", (version(signed=SIGNED[:2]),), {}, ["missing"]),
    ("arrangements-signed", (version(signed=[{"name": "one"}] * 3),), {}, ["missing"]),
    ("relevant-agencies", (version(),), {}, ["missing"]),
    ("relevant-agencies", (version(agencies=[{"name": "School", "reason": "It sees them."}]),), {}, ["met"]),
    ("relevant-agencies", (version(agencies=[{"name": "School"}]),), {}, ["missing"]),
    (
        "partners",
        (version(partners=[LED]), body("council", "local-authority")),
        {"about": ("local-authority",)},
        ["met"],
    ),
    (
        "partners",
        (version(partners=[LED]), body("council", "local-authority")),
        {"about": ("local-authority", "police")},
        ["missing"],
    ),
    ("partners", (partnership(partners=[BODY]), body("council", "police")), {"about": ("police",)}, ["met"]),
    ("partners", (version(partners=[LED]),), {"about": ("police",)}, ["cannot-tell"]),
    ("partners-led", (version(partners=[LED]),), {"about": ("leads",)}, ["met"]),
    ("partners-led", (version(partners=[LED]),), {"about": ("leads", "delegates")}, ["missing"]),
    ("document-in-force", (("documents", THRESHOLD),), {"kinds": ("threshold",)}, ["met"]),
    ("document-in-force", (("documents", THRESHOLD),), {"kinds": ("protocol",)}, ["missing"]),
    (
        "document-in-force",
        (("documents", THRESHOLD | {"effective_until": "2025"}),),
        {"kinds": ("threshold",)},
        ["missing"],
    ),
    ("document-signed", (("documents", THRESHOLD | {"signed": SIGNED}),), {"kinds": ("threshold",)}, ["met"]),
    ("document-signed", (("documents", THRESHOLD),), {"kinds": ("threshold",)}, ["missing"]),
    ("plan-in-force", (("plans", PLAN),), {"kinds": ("strategic",)}, ["met"]),
    (
        "plan-in-force",
        (("plans", PLAN | {"period_until": "2026-10"}),),
        {"kinds": ("strategic",)},
        ["missing"],
    ),
    ("yearly-report-in-time", (), {}, ["missing"]),
    ("yearly-report-in-time", (report("a", "2026-09-28"),), {"limit": 12}, ["met"]),
    ("yearly-report-in-time", (report("a", "2026-01-23"),), {"limit": 12}, ["due"]),
    ("yearly-report-in-time", (report("a", "2026-01-24"),), {"limit": 12}, ["met"]),
    ("yearly-report-in-time", (report("a", "2025-11-23"),), {"limit": 12}, ["due"]),
    ("yearly-report-in-time", (report("a", "2025-11-22"),), {"limit": 12}, ["missing"]),
    ("yearly-report-in-time", (report("a", "2024-09-28"), report("b", "2026-09-28")), {}, ["missing", "met"]),
    (
        "yearly-report-by-day",
        (report("a", "2026-09-28", period_until="2026-03-31"),),
        {"about": ("09-30",)},
        ["met"],
    ),
    (
        "yearly-report-by-day",
        (report("a", "2026-10-01", period_until="2026-03-31"),),
        {"about": ("09-30",)},
        ["missing"],
    ),
    (
        "yearly-report-by-day",
        (report("a", "2026-09-28", period_until="2025-12-31"),),
        {"about": ("09-30",)},
        ["met"],
    ),
    (
        "yearly-report-says",
        (report("a", "2026", sections=[SECTION], statutory=[TELLS]),),
        {"about": ("impact",)},
        ["met"],
    ),
    ("yearly-report-says", (report("a", "2026", sections=[SECTION]),), {"about": ("impact",)}, ["missing"]),
    (
        "yearly-report-says",
        (report("a", "2026", sections=[SECTION | {"text": None}], statutory=[TELLS]),),
        {"about": ("impact",)},
        ["cannot-tell"],
    ),
    ("review-published", (review(stage="under-way"),), {"kinds": ("lcspr",)}, []),
    ("review-published", (review(completed="2026-08"),), {"kinds": ("lcspr",)}, ["due"]),
    ("review-published", (review(**OUT),), {"kinds": ("lcspr",)}, ["met"]),
    ("review-published", (review(**OUT),), {"kinds": ("sar",)}, []),
    ("review-published", (review(not_published="A trial."),), {"kinds": ("lcspr",)}, ["missing"]),
    (
        "review-published",
        (review(not_published="A trial.", improvements="Rules."),),
        {"kinds": ("lcspr",)},
        ["met"],
    ),
    ("review-says", (review(**OUT),), {"about": ("analysis",), "kinds": ("lcspr",)}, ["missing"]),
    (
        "review-says",
        (review(**OUT, analysis="Why."),),
        {"about": ("analysis",), "kinds": ("lcspr",)},
        ["met"],
    ),
    ("review-notice", (review(**OUT, notice_given="2026-11-02"),), {"kinds": ("lcspr",)}, ["met"]),
    ("review-notice", (review(**OUT, notice_given="2026-11-03"),), {"kinds": ("lcspr",)}, ["missing"]),
    ("review-notice", (review(**OUT),), {"kinds": ("lcspr",)}, ["missing"]),
    ("review-notice", (review(completed="2026-11"),), {"kinds": ("lcspr",)}, ["due"]),
    ("review-kept", (review(**OUT),), {"kinds": ("lcspr",)}, ["met"]),
    ("accessible", (partnership(),), {}, ["cannot-tell"]),
    ("accessible", (partnership(accessibility=ACCESS),), {}, ["met"]),
    ("accessible", (partnership(accessibility=ACCESS | {"status": "partial"}),), {}, ["due"]),
    ("accessible", (partnership(accessibility=ACCESS | {"status": "none"}),), {}, ["missing"]),
    ("accessibility-statement", (partnership(),), {}, ["missing"]),
    ("accessibility-statement", (partnership(accessibility=ACCESS),), {}, ["met"]),
    ("accessibility-statement", (partnership(accessibility=ACCESS | {"prepared": "2025-01"}),), {}, ["due"]),
    ("reasons-explained", (policy(),), {}, ["missing"]),
    ("second-person", (MET,), {}, ["met"]),
    ("second-person", (), {}, []),
    ("minutes-in-time", ((MET[0], MET[1] | {"status": "final"}),), {"limit": 28}, ["met"]),
    ("minutes-in-time", ((MET[0], MET[1] | {"status": "agenda"}),), {"limit": 28}, ["missing"]),
    ("minutes-in-time", ((MET[0], MET[1] | {"status": "agenda"}),), {"limit": 83}, ["due"]),
    ("minutes-in-time", ((MET[0], MET[1] | {"status": "planned", "date": "2026-12-01"}),), {}, []),
    ("minutes-in-time", ((MET[0], MET[1] | {"status": "planned", "happened": "cancelled"}),), {}, []),
    ("by-the-software", (), {}, ["met"]),
    ("by-hand", (), {}, ["cannot-tell"]),
)


@pytest.mark.parametrize(
    ("test", "records", "more", "expected"), CASES, ids=[f"{each[0]}-{n}" for n, each in enumerate(CASES)]
)
def test_what_decides_a_rule(
    test: str, records: tuple[tuple[str, Plain], ...], more: dict[str, Any], expected: list[str]
) -> None:
    """Each test tells what is there from what is due, what is missing, and what it cannot know."""
    given = [
        (kind, plain | ({"stage": "completed"} | plain if kind == "reviews" else {"status": "final"} | plain))
        if kind in {"reviews", "meetings"}
        else (kind, plain)
        for kind, plain in records
    ]
    assert states(test, *given, **more) == expected


def test_every_test_is_tried() -> None:
    """The table above leaves none out."""
    assert {each[0] for each in CASES} == set(TESTS)


def test_a_review_taken_down_early_is_told() -> None:
    """What was withdrawn within a year of its first edition breaks the rule; later it does not."""
    for withdrawn, expected in (("2026-03-01", ["missing"]), ("2026-10-01", ["met"])):
        issues = (
            Issue(number=1, date="2025-10-01", note="First."),
            Issue(number=2, date=withdrawn, note="Gone.", state="withdrawn"),
        )
        gone = Dataset({"reviews": (Entry("a", None, issues),)})
        told = TESTS["review-kept"](gone, rule("review-kept", kinds=("lcspr",)), TODAY)
        assert [each.state for each in told] == expected


def test_a_finding_names_the_place_that_shows_it() -> None:
    """The page can link to the very clause and section."""
    (one,) = found("arrangements-say", version(clauses=[CLAUSE]), about=("training",))
    assert [(each.kind, each.id, each.anchor) for each in one.shown_by] == [
        ("arrangements", "2025", "clause-c")
    ]
    (two,) = found(
        "yearly-report-says", report("a", "2026", sections=[SECTION], statutory=[TELLS]), about=("impact",)
    )
    assert [each.anchor for each in two.shown_by] == ["section-s"]


def test_the_packs_agree_with_the_tests() -> None:
    """Every rule names a test that exists, tells it what it needs, and has an id of its own."""
    rules = [each for pack in packs() for each in pack.rules]
    assert [each.id for each in rules if each.test not in TESTS] == []
    assert [each.id for each in rules if each.test in NEEDS and not getattr(each, NEEDS[each.test])] == []
    names = [*(each.id for each in rules), *(pack.id for pack in packs()), "local"]
    assert sorted(set(names)) == sorted(names)
    assert [each.id for each in rules if each.since and each.until and each.since > each.until] == []


def test_the_lists_of_words_agree() -> None:
    """A local rule can name every test, and every word that a page shows has a label."""
    assert set(get_args(RuleTest)) == set(TESTS) == set(RULE_TESTS)
    assert set(RULE_STATES) == {"met", "due", "missing", "cannot-tell"}
    assert {each.level for pack in packs() for each in pack.rules} <= set(RULE_LEVELS)
    assert {each.kind for pack in packs() for each in pack.rules} <= set(RULE_KINDS)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_a_pack_is_strict_yaml(path: Path) -> None:
    """The reader of records finds nothing odd in a pack: no key twice, no tag, no anchor."""
    assert read_file(path, FOLDER).problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("level: must", "level: shall"),
        ("level: must", "levle: must"),
        ('since: "2018-06-29"', "since: June"),
        ("confidence: verified", "confidence: likely"),
        ("title:", "name:"),
    ],
)
def test_a_pack_with_a_mistake_is_refused(old: str, new: str) -> None:
    """An unknown key, word or form of a day is an error."""
    text = (FOLDER / "children-act-2004.yml").read_text("utf-8")
    assert old in text
    with pytest.raises(ValueError, match="validation error"):
        read_pack("x", text.replace(old, new, 1))


def on(*names: str, off: tuple[str, ...] = ()) -> tuple[str, Plain]:
    said = [(name, True) for name in names] + [(name, False) for name in off]
    return policy(rule_switches=[{"rule": name, "on": is_on, "reason": "Read."} for name, is_on in said])


def judged(*records: tuple[str, Plain], today: str = TODAY) -> dict[str, Judgement]:
    return {each.rule.id: each for each in judge(dataset(*records), today)}


YEARS = ("working-together-2018", "working-together-2023", "working-together-2026")


@pytest.mark.parametrize(
    ("published", "year"),
    [
        ("2022-09-20", 2018),
        ("2023-12-14", 2018),
        ("2023-12-15", 2023),
        ("2026-03-17", 2023),
        ("2026-03-18", 2026),
    ],
)
def test_a_report_is_judged_by_the_guidance_of_its_day(published: str, year: int) -> None:
    """A report of 2022 is held against the guidance of 2018, whatever was issued since."""
    found = judged(report("a", published), on(*YEARS))
    told = {name: [each.state for each in judgement.findings] for name, judgement in found.items()}
    assert {name: states for name, states in told.items() if name.endswith("-impact") and states} == {
        f"wt{year}-impact": ["missing"]
    }


def test_a_version_in_force_is_judged_by_the_law_of_today_and_an_old_one_by_that_of_its_first_day() -> None:
    old = version(id="2021", in_force_from="2021-01-01", in_force_until="2024-12-31")
    told = judged(old, version(), on(*YEARS))
    assert [(each.about and each.about.id) for each in told["wt2018-voice"].findings] == ["2021"]
    assert [(each.about and each.about.id) for each in told["wt2026-voice"].findings] == ["2025"]
    assert "wt2023-voice" not in told


def test_what_nobody_has_verified_is_off() -> None:
    """Without a word of the policy only rules count that were read in their source."""
    counted = {each.rule.id: each.is_on for each in switches(dataset())}
    verified = {
        each.id: each.confidence == "verified"
        for pack in packs()
        for each in pack.rules
        if "children" in pack.partnerships
    }
    assert counted == verified
    assert (counted["yearly-report"], counted["wt2026-leads"], counted["protection-teams"]) == (
        True,
        False,
        False,
    )


def test_the_policy_switches_packs_and_rules() -> None:
    """What it says of a rule counts before what it says of the pack."""
    counted = {
        each.rule.id: each.is_on
        for each in switches(dataset(on(*YEARS, off=("wt2026-leads", "yearly-report"))))
    }
    assert (counted["wt2026-chair"], counted["wt2026-leads"], counted["yearly-report"]) == (
        True,
        False,
        False,
    )


def test_another_kind_of_partnership_has_other_law() -> None:
    """An adults board is held against the Care Act, and not against the law about children."""
    sources = {each.rule.source for each in switches(dataset(partnership(kind="adults")))}
    assert "Care Act 2014" in sources
    assert "Children Act 2004" not in sources
    told = judged(
        partnership(kind="adults", partners=[BODY]), body("council", "local-authority"), on("care-act-2014")
    )
    assert [each.state for each in told["adults-members"].findings] == ["missing"]
    assert [each.state for each in told["adults-plan"].findings] == ["missing"]
    assert {each.rule.source for each in switches(dataset(partnership(kind="other")))} == set()


def test_own_rules_count_while_they_are_in_force() -> None:
    """A rule out of the policy is judged like the others, on the days that it names."""
    own = {
        "id": "soon",
        "words": "In four weeks.",
        "source": "Policy",
        "test": "minutes-in-time",
        "limit": 28,
    }
    late = (MET[0], MET[1] | {"status": "agenda"})
    assert [each.state for each in judged(late, policy(rules=[own]))["soon"].findings] == ["missing"]
    over = own | {"until": "2026-08-31"}
    assert "soon" not in judged(late, policy(rules=[over]))


def test_a_rule_with_nothing_to_judge_is_told_as_such() -> None:
    assert judged()["review-notice"].findings == ()


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-09-29", 12, "2026-09-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026", 10, "2026-11-01"),
    ],
)
def test_months_are_added_as_people_do(day: str, months: int, expected: str) -> None:
    assert months_after(day, months) == expected


def test_days_months_and_years_begin_and_end() -> None:
    """A month has come on its first day, and is over on the first of the next."""
    assert days_after("2026-10-26", 7) == "2026-11-02"
    assert [has_come(each, TODAY) for each in ("2026-11", "2026-12", "2026-11-24", None)] == [
        True,
        False,
        False,
        False,
    ]
    assert [is_over(each, TODAY) for each in ("2026-11", "2026-10", "2026-11-22", "2026", None)] == [
        False,
        True,
        True,
        False,
        False,
    ]
