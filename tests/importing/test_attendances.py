"""Who was at the meeting, as tables, lists and sentences print it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.documents import HEAD, asked, draft, draft_of_bytes, items, paragraph, table, word

ITEMS = "\n1. Budget\n\nThe budget was seen.\n\n2. Plan\n\nThe plan was seen.\n"
START = "Executive meeting, 12 March 2026\n"


def rows(made: Any) -> list[tuple[str, str]]:
    """Return each row of an attendance: who, and with which status."""
    return [
        (row.get("person") or row.get("organization") or row["name"], row.get("status", "present"))
        for row in made.values.get("attendance", [])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Present: Dov Ashby, Esme Loft and Finn Gale", ["Dov Ashby", "Esme Loft", "Finn Gale"]),
        ("Present: Dov Ashby, Esme, Finn and Gwen", ["Dov Ashby", "Esme", "Finn", "Gwen"]),
        ("Present: Dov Ashby, Atlas, Esme Loft, NHS", ["Dov Ashby", "Esme Loft"]),
        ("Regrets: none\nPresent: Dov", ["Dov"]),
        (
            "Present: Dov Ashby, Chair (DA) Esme Loft (EL) Finn Gale (FG)",
            ["Dov Ashby", "Esme Loft", "Finn Gale"],
        ),
        ("Present; Dov Ashby, Esme Loft and Finn Gale", ["Dov Ashby", "Esme Loft", "Finn Gale"]),
        ("Present: Dov Ashby \u2013 Atlas, Esme Loft \u2013 NHS", ["Dov Ashby", "Esme Loft"]),
        ("Present: Dov Ashby; Esme Loft; Finn Gale.", ["Dov Ashby", "Esme Loft", "Finn Gale"]),
        ("Members present: Dov Ashby (Atlas), Esme Loft (Chair)", ["Dov Ashby", "Esme Loft"]),
        ("In attendance \u2013 Dov Ashby", ["Dov Ashby"]),
        ("Attendees\n\n- Dov Ashby, Head of Care, Atlas\n- Esme Loft", ["Dov Ashby", "Esme Loft"]),
        ("Attendees:\nDov Ashby\tAtlas\nEsme Loft\tKestrel Police", ["Dov Ashby", "Esme Loft"]),
        ("Present\nDov Ashby (DA)\nEsme Loft (EL)", ["Dov Ashby", "Esme Loft"]),
    ],
)
def test_a_list_of_those_present_is_read_in_every_form(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert rows(draft(START + text + ITEMS, tmp_path)) == [(name, "present") for name in expected]


@pytest.mark.parametrize(
    ("label", "status", "category"),
    [
        ("Apologies", "apologies", None),
        ("Apologies for absence", "apologies", None),
        ("Absent", "absent", None),
        ("In attendance", "present", "attendee"),
        ("Invited", "present", "invited"),
        ("Observers", "observer", None),
        ("Guests", "present", "guest"),
    ],
)
def test_each_label_has_its_status_and_category(
    label: str, status: str, category: str | None, tmp_path: Path
) -> None:
    made = draft(f"{START}Present: Esme Loft\n{label}: Dov Ashby{ITEMS}", tmp_path)
    row = made.values["attendance"][1]
    assert (row["name"], row.get("status", "present"), row.get("category")) == ("Dov Ashby", status, category)


HEADED = "Name\tInitials\tTitle\tAgency\tPresent\tApologies"


@pytest.mark.parametrize(
    ("table_text", "expected"),
    [
        (
            f"{HEADED}\nDov Ashby\tDA\tHead\tAtlas\t\u2713\t\nEsme Loft\tEL\tNurse\tNHS\t\t\u2713",
            ["present", "apologies"],
        ),
        (
            f"{HEADED}\nDov Ashby\tDA\tHead\tAtlas\tX\t\nEsme Loft\tEL\tNurse\tNHS\t\tX",
            ["present", "apologies"],
        ),
        (
            "Name\tRole\tAttendance\nDov Ashby\tHead\tPresent\nEsme Loft\tNurse\tApologies",
            ["present", "apologies"],
        ),
        ("Name\tRole\tAttended\nDov Ashby\tHead\t\u2713\nEsme Loft\tNurse\tx", ["present", "absent"]),
        ("Name\tRole\tAttended\nDov Ashby\tHead\tY\nEsme Loft\tNurse\tN", ["present", "absent"]),
        ("Name\tAgency\nPresent\t\nDov Ashby\tAtlas\nApologies\t\nEsme Loft\tNHS", ["present", "apologies"]),
        (
            "Name\tAgency\tPresent\tDeputy\nDov Ashby\tAtlas\t\u2713\t\nEsme Loft\tNHS\t\tFinn Gale",
            ["present", "deputy-sent"],
        ),
        ("Present\tApologies\nDov Ashby\tEsme Loft", ["present", "apologies"]),
    ],
)
def test_a_table_of_people_is_read_with_its_marks(
    table_text: str, expected: list[str], tmp_path: Path
) -> None:
    made = draft(f"{START}\nMembers attendance\n{table_text}\n{ITEMS}", tmp_path)
    assert rows(made) == list(zip(["Dov Ashby", "Esme Loft"], expected, strict=True))


def test_the_cells_of_a_table_stand_in_their_fields(tmp_path: Path) -> None:
    made = draft(
        f"{START}{HEADED}\nDov Ashby\tDA\tHead of Care\tAtlas\t\u2713\t\nEsme "
        f"Loft\tEL\tNurse\tNHS\t\u2713\t\n{ITEMS}",
        tmp_path,
    )
    assert made.values["attendance"][0] == {
        "name": "Dov Ashby",
        "post": "Head of Care",
        "representing": "Atlas",
        "initials": "DA",
    }


def test_a_row_without_a_person_is_a_vacant_seat_of_its_body(tmp_path: Path) -> None:
    text = f"{START}Name\tAgency\nDov Ashby\tAtlas\n\tHarbour Council\n{ITEMS}"
    assert rows(draft(text, tmp_path)) == [("Dov Ashby", "present"), ("council", "vacant")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Apologies were received from Dov Ashby and Esme Loft.", "apologies"),
        ("Apologies: Dov Ashby, Esme Loft", "apologies"),
        ("Dov Ashby and Esme Loft sent their apologies.", "apologies"),
        ("The following were present: Dov Ashby, Esme Loft", "present"),
    ],
)
def test_sentences_of_the_first_item_say_who_came(sentence: str, expected: str, tmp_path: Path) -> None:
    made = draft(f"{START}\n1. Welcome and apologies\n\n{sentence}\n\n2. Plan\n\nIt was seen.\n", tmp_path)
    assert rows(made) == [("Dov Ashby", expected), ("Esme Loft", expected)]


def test_those_who_joined_from_afar_have_their_mode(tmp_path: Path) -> None:
    text = (
        f"{START}\n1. Welcome\n\nDov Ashby (DA) and Esme Loft (EL) joined the meeting remotely.\n\n2. "
        f"Plan\n\nSeen.\n"
    )
    made = draft(text, tmp_path)
    assert [row.get("mode") for row in made.values["attendance"]] == ["video", "video"]


def test_present_and_apologies_at_once_is_kept_and_asked(tmp_path: Path) -> None:
    text = (
        f"{START}Present: Dov Ashby, Esme Loft\n\n1. Apologies\n\nApologies were received from Dov "
        f"Ashby.\n\n2. Plan\n\nSeen.\n"
    )
    made = draft(text, tmp_path)
    assert made.values["attendance"][0] == {"name": "Dov Ashby", "status": "apologies", "also": ["present"]}
    assert "present-and-apologies" in asked(made)


def test_those_listed_as_on_the_phone_have_their_mode(tmp_path: Path) -> None:
    made = draft(f"{START}Present: Dov Ashby\nOn the phone: Esme Loft (EL){ITEMS}", tmp_path)
    assert made.values["attendance"][1] == {"name": "Esme Loft", "initials": "EL", "mode": "phone"}


def test_an_item_that_is_a_list_of_people_says_who_they_are(tmp_path: Path) -> None:
    text = f"{START}\n1. Apologies for absence\n\nDov Ashby, Esme Loft\n\n2. Plan\n\nIt was seen.\n"
    assert rows(draft(text, tmp_path)) == [("Dov Ashby", "apologies"), ("Esme Loft", "apologies")]


def test_a_deputy_names_whom_they_stood_in_for(tmp_path: Path) -> None:
    made = draft(f"{START}Present: Dov Ashby (deputising for Ada Marlowe), Esme Loft{ITEMS}", tmp_path)
    assert made.values["attendance"][0]["deputy_for"] == ["marlowe"]


def test_known_people_stand_by_their_ids_and_others_by_name(tmp_path: Path) -> None:
    """Nobody is known by likeness, and two people of one name are nobody in particular."""
    made = draft(f"{START}Present: Ada Marlowe, Adah Marlowe, Cleo Tarn{ITEMS}", tmp_path)
    assert rows(made) == [("marlowe", "present"), ("Adah Marlowe", "present"), ("Cleo Tarn", "present")]
    assert {"unknown-people", "several-people"} <= asked(made)


def test_two_with_the_same_initials_are_asked_about(tmp_path: Path) -> None:
    assert "several-people" in asked(
        draft(f"{START}Present: Dov Ashby (DA), Dora Allen (DA){ITEMS}", tmp_path)
    )


def test_no_apologies_differs_from_none_recorded(tmp_path: Path) -> None:
    said = draft(f"{START}Present: Dov Ashby\nApologies: None{ITEMS}", tmp_path)
    silent = draft(f"{START}Present: Dov Ashby{ITEMS}", tmp_path)
    assert (said.values.get("apologies"), silent.values.get("apologies")) == ("none", None)


def test_chair_and_minute_taker_are_read_from_keys_roles_and_sentences(tmp_path: Path) -> None:
    keyed = draft(
        f"{START}Chair: Ada Marlowe\nMinutes: Bram Quist\nPresent: Esme Loft{ITEMS}", tmp_path
    ).values
    role = draft(f"{START}Present: Esme Loft (Chair), Dov Ashby (Minutes){ITEMS}", tmp_path).values
    told = draft(
        f"{START}Present: Esme Loft\n\n1. Welcome\n\nEsme Loft, standing in as chair, spoke.\n\n2. "
        f"Plan\n\nSeen.",
        tmp_path,
    ).values
    assert (keyed["chair"], keyed["minute_taker"]) == ([{"person": "marlowe"}], "quist")
    assert role["chair"] == [{"name": "Esme Loft"}]
    assert role["officers"] == [{"name": "Dov Ashby", "role": "minute-taker"}]
    assert told["chair"] == [{"name": "Esme Loft", "role": "stand-in"}]


def test_a_clerk_is_an_officer(tmp_path: Path) -> None:
    made = draft(f"{START}Present: Dov Ashby\nIn attendance: Esme Loft (Clerk to the Board){ITEMS}", tmp_path)
    assert made.values["officers"] == [{"name": "Esme Loft", "role": "clerk"}]


def test_words_in_a_list_of_people_that_name_nobody_are_asked_about(tmp_path: Path) -> None:
    made = draft(f"{START}Present: Dov Ashby, Esme Loft and the whole class of year six{ITEMS}", tmp_path)
    assert "attendance" in asked(made) or "Esme Loft" in str(made.values["attendance"])
    assert made.lost == ()


def test_two_lists_beside_each_other_in_a_word_table_are_two_groups(tmp_path: Path) -> None:
    cell = paragraph("Dov Ashby") + paragraph("Finn Gale")
    raw = word(
        paragraph("Executive, 12 March 2026"),
        table(["Present", "Apologies"], [cell, "Esme Loft"]),
        paragraph("1. Budget"),
        paragraph("Seen."),
        paragraph("2. Plan"),
    )
    assert rows(draft_of_bytes(raw, tmp_path, "x.docx")) == [
        ("Dov Ashby", "present"),
        ("Finn Gale", "present"),
        ("Esme Loft", "apologies"),
    ]


def test_somebody_who_speaks_and_is_not_listed_is_asked_about(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Members\n\nThe members are Gwen Hale (GH) and others.\n\n2. Plan\n\nGH said that it "
        f"was late. ZZ asked why.\n"
    )
    made = draft(text, tmp_path)
    assert {"not-listed", "initials"} <= asked(made)
    assert items(made)[1]["label"] == "2"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [["", "Attended?"], ["Dov Ashby", "Yes"], ["Esme Loft", "No"]],
            [{"name": "Dov Ashby"}, {"name": "Esme Loft", "status": "absent"}],
        ),
        (
            [
                ["Name", "Agency", "Notes"],
                ["Present", "", ""],
                ["Dov Ashby", "Atlas", ""],
                ["Apologies", "", ""],
                ["Gwen Hale", "Wharf", "item 3 only"],
            ],
            [
                {"name": "Dov Ashby", "representing": "Atlas"},
                {"name": "Gwen Hale", "representing": "Wharf", "status": "apologies", "part": "item 3 only"},
            ],
        ),
        (
            [["Name", "Agency", "Attended"], ["Dov Ashby", "Atlas", "Yes"], ["", "", "Yes"]],
            [{"name": "Dov Ashby", "representing": "Atlas"}],
        ),
        (
            [["Name", "Agency", "Attended"], ["Gwen Hale", "Wharf", "Deputy sent"]],
            [
                {
                    "name": "Gwen Hale",
                    "representing": "Wharf",
                    "status": "deputy-sent",
                    "note": "Deputy sent",
                }
            ],
        ),
    ],
    ids=["no header over the names", "groups between the rows", "a tick for nobody", "a deputy sent"],
)
def test_a_table_of_people_in_word_is_read_in_rarer_forms(
    lines: list[list[str]], expected: list[dict[str, str]], tmp_path: Path
) -> None:
    body = [paragraph(START.strip()), paragraph("Present"), table(*lines)]
    raw = word(*body, *(paragraph(line) for line in ITEMS.split("\n") if line))
    assert draft_of_bytes(raw, tmp_path, "x.docx").values["attendance"] == expected


def test_a_deputy_told_in_a_list_of_apologies_was_there(tmp_path: Path) -> None:
    text = "1. Apologies\n- Gwen Hale deputising for Bram Quist\n- Seen.\n2. Plan\nSeen.\n"
    assert draft(HEAD + text, tmp_path).values["attendance"][-2:] == [
        {"person": "quist", "status": "apologies", "note": "Deputy: Gwen Hale"},
        {"name": "Gwen Hale", "deputy_for": ["quist"], "note": "deputising for Bram Quist"},
    ]


def test_a_body_that_chaired_is_no_chair(tmp_path: Path) -> None:
    text = "1. Budget\nThe Finance working group chaired the meeting.\n2. Plan\nSeen.\n"
    assert draft(HEAD + text, tmp_path).values["chair"] == [{"person": "marlowe"}]


def test_letters_that_fit_no_name_are_its_body(tmp_path: Path) -> None:
    text = "Present: Dov Ashby (DAX), Esme Loft (EL)\n"
    assert draft(START + text + ITEMS, tmp_path).values["attendance"] == [
        {"name": "Dov Ashby", "representing": "DAX"},
        {"name": "Esme Loft", "initials": "EL"},
    ]


def test_a_deputy_without_a_name_is_asked_about(tmp_path: Path) -> None:
    made = draft(f"{START}Present: Finn Gale; a nurse deputising for Bram Quist{ITEMS}", tmp_path)
    assert rows(made) == [("Finn Gale", "present")]
    assert "attendance" in asked(made)
