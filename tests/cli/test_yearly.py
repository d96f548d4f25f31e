"""`pages new report --year`: written from public values, never twice, and finished by people."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cli.verbs import new as verb
from cli.yearly_text import yearly_text
from editions.datasets import assemble
from editions.published import read as read_published
from editions.walking import published_texts
from macros.yearly.assembling import assemble_report, year_of
from problems import errors
from records.kinds import KINDS
from records.loading import load
from records.validating import validate
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read
from redaction.searching.harvesting import Why, harvest
from tests.cli.commands import ROLES, run
from tests.macros.yearly.small import YEAR, two_years
from tests.partnerships import secrets_in, sign_off, signed_copy_to

FILE = "data/reports/yearly-2025-26.yml"
DAY = date(2026, 6, 2)
QUESTION = re.compile(r"^( *)to_write: yes\n *#text: \|\n *#  Write here\.$", re.MULTILINE)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the partnership of the tests, of which everything is signed off."""
    return signed_copy_to(tmp_path_factory.mktemp("signed"))


@pytest.fixture
def project(signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of it with the yearly report, as it was written on a day."""
    monkeypatch.setattr(verb, "today", lambda: DAY)
    folder = tmp_path / "project"
    shutil.copytree(signed, folder)
    assert run(folder, "new", "report", "--year", "2025-26").output == f"{FILE}\n"
    return folder


def written(project: Path, answer: str = "We did this together.") -> Path:
    """Write an answer to every question, and return the file."""
    path = project / FILE
    text = path.read_text("utf-8")
    path.write_text(QUESTION.sub(rf"\1text: |\n\1  {answer}", text), "utf-8")
    return path


def told(project: Path) -> list[str]:
    """Return what `pages check` says of the report."""
    lines = run(project, "check", "--date", "2026-06-02").output.splitlines()
    return [each for each in lines if FILE in each]


def test_the_report_is_the_golden_one(golden: Callable[[Path | str, str], str]) -> None:
    """The whole of it is what somebody has read: the order, the questions, the tables and their sources."""
    actual = yearly_text(assemble_report(two_years(), YEAR), DAY, lambda _sort, _name: True)
    assert actual == golden("yearly.yml", actual)


def test_a_report_names_only_what_data_has() -> None:
    """A record may name nothing that is not there; without a source the words and numbers stay."""
    report = assemble_report(two_years(), YEAR)
    text = yearly_text(report, DAY, lambda _sort, _name: False)
    node = read(text.encode(), FILE).node
    assert node is not None
    values = plain(node)
    assert isinstance(values, dict)
    assert validate(KINDS["reports"], {**values, "id": "a"}, node, FILE)[1] == []
    assert {"issued_by", "plans", "follows", "attendance"} & values.keys() == set()
    whole = yearly_text(report, DAY, lambda _sort, _name: True)
    rows, named = (
        re.compile(r"^ *- cells:$", re.MULTILINE),
        re.compile(r"^ *(meeting|action): ", re.MULTILINE),
    )
    assert len(rows.findall(text)) == len(rows.findall(whole))
    assert (named.findall(text) == [], named.findall(whole) == []) == (True, False)


def test_what_is_written_is_valid_at_once(project: Path) -> None:
    """Nothing is wrong with it but that it is still to be written."""
    found = {problem.code for problem in load(project).problems if problem.place.file == FILE}
    assert found == {"part-to-write"}


def test_nothing_confidential_stands_in_it(project: Path) -> None:
    """It is made of the newest editions: withheld words, titles and items are not in it."""
    text = (project / FILE).read_text("utf-8")
    assert secrets_in(text) == []
    assert "(Withheld: " in text


def test_the_numbers_of_the_record_are_those_of_the_editions(project: Path) -> None:
    """What stands in the file is what is counted from what is published."""
    dataset = assemble(read_published(project))
    year = year_of(dataset, "2025-26")
    assert year is not None
    record = load(project).loaded["reports", "yearly-2025-26"].record
    numbers = {each.name: each.now.number for each in record.figures}  # type: ignore[union-attr]  # It is a report.
    assert numbers == {each.name: each.now for each in assemble_report(dataset, year).counts}
    assert numbers["Meetings held"] == 2


def test_a_report_that_exists_is_left_as_it_is(project: Path) -> None:
    """The second time nothing is written anywhere, and the message says so."""
    path = project / FILE
    path.write_text(path.read_text("utf-8") + "office_note: Ours.\n", "utf-8")
    before = {each: each.read_bytes() for each in project.rglob("*") if each.is_file()}
    result = run(project, "new", "reports", "--year", "2025-26")
    after = {each: each.read_bytes() for each in project.rglob("*") if each.is_file()}
    assert (result.exit_code, "[report-exists]" in result.output, after == before) == (1, True, True)


def test_counted_again_it_is_written_beside(project: Path) -> None:
    """What people wrote stays; the tables that differ are named with their lines, and only those."""
    path = written(project)
    before = path.read_bytes()
    _decide_otherwise(project)
    result = run(project, "new", "report", "--year", "2025-26", "--refresh")
    beside = project / "build/reports/yearly-2025-26.yml"
    assert (result.exit_code, path.read_bytes() == before) == (0, True)
    assert "A toolkit for all was approved." in beside.read_text("utf-8")
    assert "A toolkit for all was approved." not in path.read_text("utf-8")
    named = re.findall(r"tables \u203a ([a-z-]+) \u203a counted: .*\[counted-otherwise\]", result.output)
    assert named == ["decisions-made"]


def test_counted_again_for_the_first_time_it_is_simply_written(project: Path) -> None:
    """Where there is no report yet, there is nothing to write beside."""
    (project / FILE).unlink()
    assert run(project, "new", "report", "--year", "2025-26", "--refresh").output == f"{FILE}\n"


def test_check_says_when_the_public_records_say_something_else(project: Path) -> None:
    """There is a warning at the table while the report is a draft, and none once it is final."""
    path = written(project)
    assert [each for each in told(project) if "[counted-otherwise]" in each] == []
    _decide_otherwise(project)
    (line,) = [each for each in told(project) if "[counted-otherwise]" in each]
    assert re.match(rf"warning: {FILE}:\d+:\d+: .* tables \u203a decisions-made \u203a counted: ", line)
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    assert [each for each in told(project) if "[counted-otherwise]" in each] == []


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        (
            "name: Meetings held\n    now:\n      number: 2",
            "name: Meetings held\n    now:\n      number: 3",
            "figures",
        ),
        ("        attended: 2\n", "        attended: 1\n", "attendance"),
    ],
)
def test_check_compares_figures_and_attendance_too(project: Path, old: str, new: str, field: str) -> None:
    """A number that somebody changed is told of, until its line `counted` is taken out."""
    path = written(project)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    found = [each for each in told(project) if "[counted-otherwise]" in each]
    assert [field in each for each in found] == [True]
    own = path.read_text("utf-8").replace("    counted: 2026-06-02\n", "")
    path.write_text(own, "utf-8")
    assert [each for each in told(project) if "[counted-otherwise]" in each and field in each] == []


def test_it_cannot_be_signed_off_while_a_part_is_to_be_written(project: Path) -> None:
    """Each such part is an error with its line, and nothing is published, draft or not."""
    lines = (project / FILE).read_text("utf-8").splitlines()
    expected = [number for number, line in enumerate(lines, 1) if line.strip() == "to_write: yes"]
    result = run(project, "sign-off", "reports/yearly-2025-26", *ROLES)
    found = [
        int(each) for each in re.findall(rf"error: {FILE}:(\d+):\d+: .*\[part-to-write\]", result.output)
    ]
    assert (result.exit_code, found) == (1, expected)
    assert not (project / "published/reports/yearly-2025-26").exists()


def test_it_cannot_be_signed_off_while_a_required_section_is_empty(project: Path) -> None:
    """Taking out the mark is not writing: where nothing stands, the requirement is named."""
    path = project / FILE
    path.write_text(re.sub(r" *to_write: yes\n", "", path.read_text("utf-8")), "utf-8")
    result = run(project, "sign-off", "reports/yearly-2025-26", *ROLES)
    named = re.findall(r"error: .*names as `([a-z-]+)`.*\[required-part-empty\]", result.output)
    assert (result.exit_code, "effectiveness" in named, "feedback" in named) == (1, True, True)


def test_once_written_it_is_signed_off_without_its_questions(project: Path) -> None:
    """The public values hold the answers, and neither the questions nor that anything was to be written."""
    questions = re.findall(r"^ *# (.{30,})$", (project / FILE).read_text("utf-8"), re.MULTILINE)
    written(project)
    result = run(project, "sign-off", "reports/yearly-2025-26", *ROLES)
    public = (project / "published/reports/yearly-2025-26/1/record.json").read_text("utf-8")
    assert (result.exit_code, "We did this together." in public, "to_write" in public) == (0, True, False)
    assert questions
    assert [each for each in questions if each in public] == []


def test_a_draft_report_does_not_hold_up_the_site(project: Path) -> None:
    """What was counted stands in public already, so it is not searched for on the site as unsigned."""
    texts = [
        text
        for history in read_published(project).histories.values()
        if history.record is not None
        for text in published_texts(history.record.model_dump(mode="json"))
    ]

    def unsigned() -> list[str]:
        found = harvest(load(project), published=texts).secrets
        return [
            str(each.where) for each in found if each.why is Why.UNSIGNED and "tables" in each.where.field
        ]

    assert unsigned() == []
    path = project / FILE
    path.write_text(path.read_text("utf-8").replace("counted: 2026-06-02", "note: By hand"), "utf-8")
    assert unsigned() != []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("report", "--year", "2025"), "report-year-wrong"),
        (("report", "--year", "last"), "report-year-wrong"),
        (("report", "--refresh"), "report-year-needed"),
        (("report", "--year", "2025-26", "--sort", "audit"), "new-option-unused"),
        (("report", "--year", "2025-26", "--group", "executive"), "new-option-unused"),
        (("meeting", "--year", "2025-26"), "new-option-unused"),
        (("report", "Not-An-Id", "--year", "2025-26"), "new-id-wrong"),
    ],
)
def test_a_year_that_has_no_meaning_is_refused(project: Path, arguments: tuple[str, ...], code: str) -> None:
    """Nothing is written for a year that is none, or for a record that has none."""
    (project / FILE).unlink()
    result = run(project, "new", *arguments)
    assert (result.exit_code, f"[{code}]" in result.output, (project / FILE).exists()) == (1, True, False)


def test_a_year_without_a_public_meeting_is_told_of(project: Path) -> None:
    """The report is written all the same, with its questions."""
    result = run(project, "new", "report", "--year", "2019-20")
    assert (result.exit_code, "[report-nothing-counted]" in result.output) == (0, True)
    assert errors(load(project).problems) == ()
    assert (project / "data/reports/yearly-2019-20.yml").exists()


def test_a_report_can_have_an_id_and_a_title_of_its_own(project: Path) -> None:
    """The id of the year is a proposal."""
    result = run(project, "new", "report", "how-we-did", "--year", "2025-26", "--title", "How we did")
    text = (project / "data/reports/how-we-did.yml").read_text("utf-8")
    assert (result.exit_code, "title: How we did\n" in text) == (0, True)


def _decide_otherwise(project: Path) -> None:
    """Publish other words of a decision of the year."""
    path = project / "data/meetings/2026-03-12-executive.yml"
    text = path.read_text("utf-8").replace("The toolkit was approved.", "A toolkit for all was approved.")
    path.write_text(text, "utf-8")
    sign_off(project, ("meetings", "2026-03-12-executive"))
