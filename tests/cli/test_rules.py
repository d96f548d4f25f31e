"""`pages check` says what the rules of law, guidance and the partnership itself leave to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.rules import rule_lines
from editions.datasets import assemble
from editions.published import read
from records.loading import load
from redaction.projecting.projection import project_all, public_records
from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to

OWN = """
rules:
  - id: soon
    words: Minutes are published after Quimbleday.
    source: The Quimble paper
    test: minutes-in-time
    limit: "5"
"""
SWITCHES = """
rule_switches:
  - rule: working-together-2026
    on: yes
    reason: Read in May.
  - rule: yearly-report
    on: no
    reason: Another board publishes it.
"""
ARRANGEMENTS = "in_force_from: 2026-01-01\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def policy(project: Path, text: str) -> None:
    with (project / "data/policy.yml").open("a") as file:
        file.write(text)


def lines(project: Path, *, whole: bool = False, today: str = "2026-11-23") -> list[str]:
    records = load(project)
    published = read(project)
    prepared = assemble(published, public_records(project_all(records)))
    return list(rule_lines(assemble(published), prepared, today, whole=whole))


def test_what_is_due_or_missing_is_told_with_its_paragraph(project: Path) -> None:
    """Each line has the state, the duty, the id, and the source; it is no failure."""
    result = run(project, "check", "--date", "2026-11-23")
    assert result.exit_code == 0
    assert "rules of children-act-2004 (Children Act 2004):\n" in result.stdout
    assert (
        "  missing: A report is published at least once in every twelve months. [yearly-report] "
        "(Children Act 2004, section 16G(7))\n"
    ) in result.stdout
    assert "\n  met: " not in result.stdout
    assert "[protection-teams]" not in result.stdout


def test_the_whole_list_has_every_rule(project: Path) -> None:
    """What is met, what cannot be told, and what does not count stand in it too."""
    said = run(project, "check", "--rules", "--date", "2026-11-23").stdout
    assert "  met: Readers are told that something was removed, and where" in said
    assert "not counted, of schools-act-2026: education-agencies, protection-teams." in said
    assert "not counted, of working-together-2018: wt2018-boundaries," in said


def test_a_switch_turns_packs_and_rules_on_and_off(project: Path) -> None:
    policy(project, SWITCHES)
    said = run(project, "check", "--rules").stdout
    assert "rules of working-together-2026" in said
    assert "not counted, of children-act-2004: yearly-report." in said
    assert "not counted, of working-together-2026" not in said


def test_own_rules_are_named_by_id_alone(project: Path) -> None:
    """Their words are words of a record, which no line quotes, since logs are kept."""
    policy(project, OWN)
    result = run(project, "check", "--rules", "--date", "2026-03-19")
    said = result.stdout + result.stderr
    assert "rules of local:\n" in said
    assert "  met: [soon] meetings/2026-01-15-executive\n" in said
    assert "Quimble" not in said


def test_what_is_written_and_not_signed_off_is_told_so(project: Path) -> None:
    """A duty that data/ fulfils waits for its sign-off only."""
    path = project / "data/partnership.yml"
    run(project, "sign-off", "--changed", *ROLES)
    with path.open("a") as file:
        file.write("accessibility:\n  status: full\n  prepared: 2026-05\n")
    before = [each for each in lines(project) if "[accessibility-statement]" in each]
    assert len(before) == 1
    assert ", done in data/ and not signed off yet (" in before[0]
    run(project, "sign-off", "--changed", *ROLES)
    assert [each for each in lines(project) if "[accessibility-statement]" in each] == []


def test_a_draft_is_judged_before_it_is_signed_off(project: Path) -> None:
    """A new record that lacks something is told while there is time."""
    run(project, "sign-off", "--changed", *ROLES)
    (project / "data/reviews/review-x.yml").write_text(
        "title: Review X\nkind: lcspr\nstage: published\npublished: 2026-11-30\nnotice_given: 2026-11-20\n"
    )
    told = [each for each in lines(project) if "reviews/review-x" in each]
    assert [each.split("[")[1].split("]")[0] for each in told] == ["review-content"]
    assert "not there: recommendations, analysis" in told[0]


def test_without_records_nothing_is_told(project: Path) -> None:
    """The place that hosts the site is not reminded."""
    run(project, "sign-off", "--changed", *ROLES)
    shutil.rmtree(project / "data")
    assert run(project, "check").stdout == "0 records read, no problems.\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("rule_switches: [{rule: no-such-rule, on: yes, reason: Why.}]\n", "rule-unknown", 19),
        (f"{SWITCHES}  - rule: yearly-report\n    on: yes\n    reason: No.\n", "rule-switched-twice", 27),
        (OWN.replace("id: soon", "id: yearly-report"), "rule-twice", 21),
        (OWN.replace("id: soon", "id: local"), "rule-twice", 21),
        (OWN.replace("test: minutes-in-time", "test: arrangements-say"), "rule-needs-key", 21),
        (OWN.replace("test: minutes-in-time", "test: be-good"), "not-one-of", 24),
    ],
)
def test_a_mistake_in_the_policy_is_told_with_its_line(
    text: str, code: str, line: int, project: Path
) -> None:
    """Unknown rules, rules twice, and tests that were not told enough."""
    policy(project, text)
    said = run(project, "check").stderr
    assert f"[{code}]" in said
    told = next(each for each in said.splitlines() if f"[{code}]" in each)
    assert told.split(":")[2] == str(line), told
