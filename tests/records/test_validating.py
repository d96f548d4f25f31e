"""Values that contradict each other are told at their place, in every kind of record."""

from __future__ import annotations

import pytest

from problems import Problem
from records.kinds import KINDS
from records.validating import validate
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read

MEETING = "title: Meeting\ngroup: executive\ndate: 2026-03-12\nstatus: draft\n"
ITEM = f"{MEETING}items:\n  - id: log\n    title: Log\n"
GROUP = "name: Executive\nkind: board\n"
BODY = "name: Testwick Council\nkind: local-authority\n"
PERSON = "public_id: p-aaaaaaaa\nname: Ada Marlowe\n"
POLICY = "reasons:\n  - id: personal\n    words: about a person\nnames_from: manager\n"


def told(kind: str, text: str) -> list[tuple[str, int]]:
    """Return the code and the line of each problem in a record."""
    return [(each.code, each.place.line) for each in problems_in(kind, text)]


def problems_in(kind: str, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a record."""
    reading = read(text.encode(), "data/x.yml")
    assert reading.node is not None, reading.problems
    written = plain(reading.node)
    assert isinstance(written, dict)
    _, problems = validate(KINDS[kind], {**written, "id": "x"}, reading.node, "data/x.yml")
    return (*reading.problems, *problems)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("meetings", MEETING, []),
        ("meetings", f"{MEETING}until: 2026-03-11\n", [("ends-before-start", 1)]),
        ("meetings", f"{MEETING}attendance:\n  - status: apologies\n", [("one-of-two", 6)]),
        (
            "meetings",
            f"{ITEM}    updates:\n      - status: done\n",
            [("one-of-two", 9)],
        ),
        (
            "meetings",
            f"{ITEM}    actions:\n      - id: a1\n        text: Go.\n        owners:\n          - note: a\n",
            [("one-of-two", 12)],
        ),
        ("groups", f"{GROUP}members:\n  - note: a seat\n", [("one-of-two", 4)]),
        (
            "groups",
            f"{GROUP}members:\n  - name: Ada\n    since: 2026-03\n    until: 2026-02\n",
            [("ends-before-start", 4)],
        ),
        ("organizations", BODY, []),
        ("organizations", f"{BODY}founded: 2020-04\ndissolved: '2019'\n", [("ends-before-start", 1)]),
        ("people", PERSON, []),
        ("people", "name: Ada Marlowe\n", [("missing-key", 1)]),
        ("people", f"{PERSON}posts:\n  - since: 2026-03-01\n", [("one-of-two", 4)]),
        (
            "people",
            f"{PERSON}posts:\n  - title: Head\n    since: 2026-03-01\n    until: 2026-02-01\n",
            [("ends-before-start", 4)],
        ),
        ("policy", POLICY, []),
        ("policy", f"{POLICY}checks:\n  - kinds: [all]\n    second_person: within\n", [("goes-with", 6)]),
        (
            "policy",
            f"{POLICY.replace('names', '  - {id: personal, words: again}' + chr(10) + 'names')}",
            [("reasons-twice", 1)],
        ),
        ("policy", f"{POLICY}withhold:\n  reason: personal\n", [("never-withheld", 5)]),
        ("meetings", f"{MEETING}withhold_fields: title\n", [("mapping-expected", 5)]),
        ("meetings", f"{MEETING}place: |\n  a room\n  and another\n", [("one-line", 5)]),
    ],
)
def test_what_contradicts_itself_is_told_at_its_place(
    kind: str, text: str, expected: list[tuple[str, int]]
) -> None:
    assert told(kind, text) == expected


def test_a_remedy_names_no_field_where_none_can_be_withheld_alone() -> None:
    """Of a person nothing can; a list of nothing would leave the reader with a bare colon."""
    (problem,) = problems_in("people", f"{PERSON}withhold_fields:\n  name: {{reason: personal}}\n")
    assert (problem.code, problem.remedy) == (
        "cannot-withhold-field",
        "No field can be here. Withhold the whole unit with `withhold:`.",
    )


def test_a_missing_key_of_a_closed_list_is_told_with_its_words() -> None:
    """Whoever reads the line need not look the words up."""
    node = read(b"name: Executive\n", "x.yml").node
    assert node is not None
    _, problems = validate(KINDS["groups"], {"name": "Executive", "id": "x"}, node, "x.yml")

    [line] = map(str, problems)
    assert "Add a line `kind:` with one of these words: executive, board, sub-group," in line
