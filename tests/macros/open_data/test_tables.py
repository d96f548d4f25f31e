"""Tables: what stands in them, that no cell acts, and that they are described as they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from editions.datasets import Dataset, files_of
from editions.kinds import PUBLIC_KINDS
from macros.open_data.data_packages import DESCRIPTOR, descriptor, table_files, tables
from macros.open_data.site_files import DATA, site_files
from macros.open_data.tables import MARK, Column, Table, to_csv
from tests.macros.open_data.small import ADDRESS, HOSTILE, small, source, titled
from tests.macros.samples import POLICY, entry, sample

ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that a spreadsheet takes for a formula, or that hides one."""

Rows = list[dict[str, str]]


def rows(raw: bytes) -> Rows:
    """Return the rows of a CSV file as a program reads them."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def table(name: str, dataset: Dataset | None = None) -> Rows:
    """Return the rows of a table."""
    return rows(table_files(source(dataset))[f"{name}.csv"])


def written(dataset: Dataset, folder: Path) -> Package:
    """Write the data files of a site and return them as the package of Frictionless sees them."""
    made = {
        name.removeprefix(DATA): raw
        for name, raw in site_files(dataset, ADDRESS).items()
        if name.startswith(DATA)
    }
    for name, raw in {**files_of(dataset), **made}.items():
        (folder / name).write_bytes(raw)
    return Package(str(folder / DESCRIPTOR))


@pytest.mark.parametrize("name", ["meetings", "attendance", "actions", "memberships", "withholdings"])
def test_tables_are_as_they_were(name: str, golden: Callable[[Path | str, str], str]) -> None:
    """Whatever changes in a table is seen in the difference of these files."""
    actual = table_files(source(sample()))[f"{name}.csv"].decode("utf-8-sig").replace("\r\n", "\n")
    assert actual == golden(f"{name}.csv", actual)


@pytest.mark.parametrize(
    "dataset",
    [
        pytest.param(small(), id="small", marks=pytest.mark.long),  # The sample has all that this has.
        pytest.param(sample(), id="sample"),
        pytest.param(Dataset(), id="empty", marks=pytest.mark.long),
        pytest.param(titled(HOSTILE[1]), id="hostile"),
    ],
)
def test_the_data_package_validates(dataset: Dataset, tmp_path: Path) -> None:
    """Every resource is what it is said to be: columns, types, keys, references, size and digest."""
    report = written(dataset, tmp_path).validate()
    assert report.flatten(["title", "message"]) == []
    assert report.valid
    assert len(report.tasks) == len(tables()) + len(PUBLIC_KINDS) + 3


def test_a_wrong_cell_or_reference_would_be_found(tmp_path: Path) -> None:
    """The judge of the test above does judge."""
    package = written(sample(), tmp_path)
    actions = tmp_path / "actions.csv"
    actions.write_bytes(actions.read_bytes().replace(b"2026-03-12-executive,", b"nowhere,"))
    found = {error[0] for error in package.validate().flatten(["type"])}
    assert {"foreign-key", "hash-count"} <= found


def test_every_file_of_the_data_is_described(tmp_path: Path) -> None:
    """A file without a description would not be found by a program; the description itself needs none."""
    described = {resource.path for resource in written(small(), tmp_path).resources}
    assert described == {path.name for path in tmp_path.iterdir()} - {DESCRIPTOR}


def test_every_column_says_what_stands_in_it() -> None:
    """Each has a type and a sentence, which names no private file and no key of the office."""
    wrong = [
        (each.name, column.name)
        for each in tables()
        for column in each.columns
        if not column.meaning.strip().endswith((".", "…"))
        or "data/" in column.meaning
        or "`" in column.meaning
    ]
    assert wrong == []
    assert [each.name for each in tables() if "data/" in each.meaning or not each.meaning.endswith(".")] == []


def test_every_kind_has_a_table_and_the_licence_stands_beside_it(tmp_path: Path) -> None:
    """What the office says of the licence is what programs read."""
    package = json.loads(descriptor(source(), {}))
    assert package["licenses"] == [
        {"title": "Open Government Licence v3.0", "path": "https://licence.example/"}
    ]
    assert {each.name for each in tables()} >= set(PUBLIC_KINDS)
    assert written(small(), tmp_path).title == "Records of Larkmere Safeguarding Children Partnership"


def test_a_withheld_passage_is_a_notice() -> None:
    """Tables say it in words; the mark is for the JSON files."""
    (march,) = [row for row in table("meetings") if row["id"] == "2026-03-12-executive"]
    assert march["summary"].endswith("One matter was [Withheld: information about a person].")


def test_a_withdrawn_record_is_no_row() -> None:
    """Its editions stand in the table of changes, without its title."""
    assert "2025-11-06-executive" not in {row["id"] for row in table("meetings")}
    told = [row for row in table("changes") if row["record"] == "2025-11-06-executive"]
    assert [(row["edition"], row["state"]) for row in told] == [("2", "withdrawn"), ("1", "removed")]


def test_somebody_who_is_not_named_has_no_id() -> None:
    """With an id, all that somebody did could be put together again."""
    raw = b"".join(table_files(source()).values())
    assert b"p-aaaaaaaa" in raw
    assert b"p-bbbbbbbb" not in raw
    assert [row["name"] for row in table("people")] == ["Ada Rook"]
    (head,) = [row for row in table("memberships") if row["post"] == "Head of Safeguarding"]
    assert (head["name"], head["person_id"]) == ("", "")


def test_the_register_of_withholdings_is_the_same_as_json() -> None:
    """Both forms have the same entries."""
    listed = json.loads(table_files(source(sample()))["withholdings.json"])["withheld"]
    assert [{key: str(value) for key, value in each.items()} for each in listed] == [
        {key: value for key, value in row.items() if value} for row in table("withholdings", sample())
    ]
    assert listed


def test_the_register_is_as_exact_as_the_policy_says() -> None:
    """Where the policy tells of a reason by year only, no row names a record."""
    exact, by_year = (
        table("withholdings", Dataset({**small().kinds, "policy": (entry("policy", POLICY | said),)}))
        for said in (
            {"in_register": [], "concealed": []},
            {"in_register": [{"show": "year"}], "concealed": []},
        )
    )
    assert {row["places"] for row in exact} == {"1"}
    assert f"{ADDRESS}meetings/2026-03-12-executive/" in {row["address"] for row in exact}
    (told,) = by_year
    assert (told["record"], told["address"], told["year"], told["places"]) == ("", "", "2026", "1 to 7")


@pytest.mark.parametrize("title", HOSTILE)
def test_no_cell_acts(title: str) -> None:
    """A title that begins like a formula has an apostrophe before it; no other is changed."""
    line = " ".join(title.split())
    (meeting,) = table("meetings", titled(title))
    guarded = f"'{line}" if line.startswith(ACTING) else line
    assert (meeting["title"], meeting["place"]) == (guarded, guarded)
    for name, raw in table_files(source(titled(title))).items():
        if name.endswith(".csv"):
            cells = [
                cell for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")) for cell in row
            ]
            assert [cell for cell in cells if cell.startswith(ACTING)] == []


@given(st.text(max_size=20), st.decimals(-9999, 9999, places=2))
def test_whatever_is_written_can_be_read_again(text: str, number: object) -> None:
    """Any text comes back, but for the apostrophe and the ends of lines; a number is left alone."""
    columns = (Column("text", "string", "A."), Column("number", "number", "B."))
    made = Table("t", "T", "One.", columns, ("text",), lambda _: iter(()))
    raw = to_csv(made, [(text, str(number))])
    assert raw.startswith(MARK)
    ((read, counted),) = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))[1:]
    assert not read.startswith(ACTING)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert read in {plain, f"'{plain}"}
    assert counted == str(number)


def test_a_number_that_is_none_does_not_act_either() -> None:
    """A cell of a column of numbers is let through only if it is one."""
    columns = (Column("number", "number", "B."),)
    raw = to_csv(Table("t", "T", "One.", columns, (), lambda _: iter(())), [("-12.50",), ("-1+cmd|x",)])
    assert raw.decode("utf-8-sig").split("\r\n")[1:3] == ["-12.50", "'-1+cmd|x"]
