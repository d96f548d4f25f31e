"""Actions and decisions, in the forms in which minutes print them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.documents import HEAD, asked, draft, draft_of_bytes, items, paragraph, table, word

END = "\n2. Plan\n\nThe plan was seen.\n"
DOV = {"name": "Dov Ashby"}


def actions(text: str, tmp_path: Path, name: str = "minutes.txt") -> list[dict[str, Any]]:
    """Return the actions of the first item, which holds a text."""
    head = HEAD if name.endswith("txt") else HEAD.replace("\n", "\n\n")
    start = "1. Budget\n\n" if name.endswith("txt") else "# 1. Budget\n\n"
    end = END if name.endswith("txt") else END.replace("2. ", "# 2. ")
    found: list[dict[str, Any]] = items(draft(f"{head}{start}{text}\n{end}", tmp_path, name))[0].get(
        "actions", []
    )
    return found


@pytest.mark.parametrize(
    ("text", "label", "words", "owners"),
    [
        ("Action: Dov Ashby to send the list.", None, "Dov Ashby to send the list.", [DOV]),
        ("ACTION 3: DA to send the list.", "3", "DA to send the list.", [DOV]),
        ("ACTION 3 DA to send the list.", "3", "DA to send the list.", [DOV]),
        ("Action Point 1.2 - DA to send the list.", "1.2", "DA to send the list.", [DOV]),
        ("Action DA: send the list.", None, "send the list.", [DOV]),
        ("Action (DA): send the list.", None, "send the list.", [DOV]),
        ("Action for DA: send the list.", None, "send the list.", [DOV]),
        ("Action \u2013 send the list (DA)", None, "send the list (DA)", [DOV]),
        ("(Action: Dov to send the list.)", None, "Dov to send the list.", [DOV]),
        ("Action-EX-2026-4 send the list", "EX-2026-4", "send the list", None),
        (
            "Action: DA and EL to send the list.",
            None,
            "DA and EL to send the list.",
            [DOV, {"name": "Esme Loft"}],
        ),
        ("Action: DA/EL to send the list.", None, "DA/EL to send the list.", [DOV, {"name": "Esme Loft"}]),
        ("Action: All to send the list.", None, "All to send the list.", ["all"]),
        ("Action: Harbour Council to send the list.", None, "Harbour Council to send the list.", ["council"]),
        ("Action: Head of Early Help to send it.", None, "Head of Early Help to send it.", ["council/head"]),
        ("Action: Learning Group to send the list.", None, "Learning Group to send the list.", ["learning"]),
        (
            "Action: The data team to send the list.",
            None,
            "The data team to send the list.",
            [{"name": "The data team"}],
        ),
    ],
)
def test_an_action_that_begins_with_the_word(
    text: str, label: str | None, words: str, owners: list[Any] | None, tmp_path: Path
) -> None:
    (action,) = actions(text, tmp_path)
    assert (action.get("label"), action["text"], action.get("owners")) == (label, words, owners)


def test_a_bold_word_for_an_action_counts_too(tmp_path: Path) -> None:
    (action,) = actions("**Action** - DA to send the list.", tmp_path, "x.md")
    assert (action["text"], action["owners"]) == ("DA to send the list.", [DOV])


@pytest.mark.parametrize(
    "text", ["Action: none.", "Actions: None", "ACTION: N/A", "The action was late: nobody came."]
)
def test_no_action_is_none(text: str, tmp_path: Path) -> None:
    assert actions(text, tmp_path) == []


def test_a_heading_of_actions_makes_actions_of_what_is_numbered_below_it(tmp_path: Path) -> None:
    found = actions(
        "It was seen.\n\nActions:\n\n1.1 \u2013 DA to send it.\n\n1.2 \u2013 EL to read it.\n\nThen "
        "they went.",
        tmp_path,
    )
    assert [(action["label"], action["text"]) for action in found] == [
        ("1.1", "DA to send it."),
        ("1.2", "EL to read it."),
    ]


def test_an_owner_alone_makes_an_action_of_the_paragraph_before(tmp_path: Path) -> None:
    (action,) = actions("The list should be sent.\n\nAction: DA", tmp_path)
    assert (action["text"], action["owners"]) == ("The list should be sent.", [DOV])


def test_an_owner_at_the_end_of_a_paragraph_makes_it_an_action(tmp_path: Path) -> None:
    (action,) = actions("The list should be sent to all. ACTION: DA", tmp_path)
    assert (action["text"], action["owners"]) == ("The list should be sent to all.", [DOV])


def test_an_action_that_begins_within_a_paragraph_is_one(tmp_path: Path) -> None:
    made = draft(
        f"{HEAD}1. Budget\n\nIt was seen. Action: DA to send it. Action: EL to read it.\n{END}", tmp_path
    )
    assert items(made)[0]["text"] == "It was seen.\n\n[[action a1]]\n\n[[action a2]]"
    assert [action["text"] for action in items(made)[0]["actions"]] == ["DA to send it.", "EL to read it."]


def test_an_entry_that_says_who_is_to_do_what_is_an_action(tmp_path: Path) -> None:
    (action,) = actions("- Dov Ashby to send the list.\n- The list is long.", tmp_path)
    assert action["text"] == "Dov Ashby to send the list."


def test_an_action_stands_at_its_place_in_the_text(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\n\nBefore.\n\nAction: DA to go.\n\nAfter.\n{END}", tmp_path)
    assert items(made)[0]["text"] == "Before.\n\n[[action a1]]\n\nAfter."


@pytest.mark.parametrize(
    ("text", "due", "words"),
    [
        ("Action: DA to go by 31 May 2026.", "2026-05-31", None),
        ("Action: DA to go before the next meeting.", None, "next meeting"),
        ("Action: DA to go asap", None, "asap"),
        ("Action: DA to go on with the work of 31 May 2026.", None, None),
    ],
)
def test_by_when_it_is_due(text: str, due: str | None, words: str | None, tmp_path: Path) -> None:
    (action,) = actions(text, tmp_path)
    assert (action.get("due"), action.get("due_words")) == (due, words)


def test_a_sentence_in_which_somebody_agrees_to_act_is_implied_and_asked_about(tmp_path: Path) -> None:
    made = draft(
        f"{HEAD}1. Budget\n\nIt was late. Dov Ashby agreed to send the list. All went.\n{END}", tmp_path
    )
    (action,) = items(made)[0]["actions"]
    assert (action["text"], action["implied"]) == ("Dov Ashby agreed to send the list.", "yes")
    assert items(made)[0]["text"] == "It was late. Dov Ashby agreed to send the list. All went."
    assert "implied-actions" in asked(made)


def test_agreement_with_a_view_is_no_action(tmp_path: Path) -> None:
    assert actions("Dov Ashby agreed with this view. Dov Ashby agreed to the plan.", tmp_path) == []


def with_table(rows: list[list[str]], before: str, tmp_path: Path, heading: str = "Actions") -> Any:
    body = [*HEAD.split("\n"), *before.split("\n"), "2. Plan", "Seen.", heading]
    raw = word(*(paragraph(line) for line in body if line), table(*rows))
    return draft_of_bytes(raw, tmp_path, "x.docx")


HEADER = ["No", "Action", "Owner", "Due", "Status"]


def test_a_table_of_actions_at_the_end_is_matched_and_both_wordings_are_kept(tmp_path: Path) -> None:
    rows = [HEADER, ["1.1", "Dov to circulate the long list to members", "DA", "31 May 2026", ""]]
    made = with_table(rows, "1. Budget\nAction: 1.1 DA to send the long list to members.", tmp_path)
    (action,) = items(made)[0]["actions"]
    assert action["also_printed"] == ["Dov to circulate the long list to members"]
    assert action["due"] == "2026-05-31"
    assert "two-wordings" in asked(made)
    assert sum(len(item.get("actions", [])) for item in items(made)) == 1


def test_an_action_that_stands_in_the_table_only_stays_there(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ["9", "Write to the minister", "EL", "soon", ""],
        ["10", "Buy chairs", "DA and EL", "", ""],
    ]
    made = with_table(rows, "1. Budget\nAction: DA to send the long list.", tmp_path)
    found = items(made)[-1]["actions"]
    assert [(each["label"], each.get("due_words"), len(each["owners"])) for each in found] == [
        ("9", "soon", 1),
        ("10", None, 2),
    ]


def test_a_log_of_earlier_actions_is_news_of_them(tmp_path: Path) -> None:
    """A number that one meeting on record has given names its action."""
    rows = [
        HEADER,
        ["7.2", "Merge the form", "DA", "", "Complete"],
        ["7.3", "Ask the board", "EL", "", "Carried forward"],
    ]
    made = with_table(rows, "1. Budget\nSeen.", tmp_path, "Action log")
    assert [(each.get("action"), each["label"], each["status"]) for each in items(made)[-1]["updates"]] == [
        ("2026-01-15-executive/form", "7.2", "done"),
        (None, "7.3", "carried-over"),
    ]


def test_matters_arising_are_news_of_earlier_actions(tmp_path: Path) -> None:
    text = (
        "1. Matters arising\n2.1 - Dov Ashby to merge the form. He has. Action closed.\n2.2 - EL to "
        "ask. In progress.\n"
        "2.3 - EL to write.\n2. Plan\nSeen.\n"
    )
    found = items(draft(HEAD + text, tmp_path))[0]["updates"]
    assert [(each["label"], each["status"]) for each in found] == [
        ("2.1", "closed"),
        ("2.2", "in-progress"),
        ("2.3", "open"),
    ]
    assert found[0]["owners"] == [DOV]


def test_an_owner_that_is_nobody_is_asked_about(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\nAction: ZZ to send it.\nAction: The lamps to be lit.\n{END}", tmp_path)
    assert {"initials", "owner"} <= asked(made)


def test_one_number_for_two_actions_is_kept_and_asked_about(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\nAction 1.1: DA to send it.\nAction 1.1: EL to read it.\n{END}", tmp_path)
    assert [action["id"] for action in items(made)[0]["actions"]] == ["a1-1", "a1-1-2"]
    assert "action-numbers" in asked(made)


@pytest.mark.parametrize(
    ("text", "kind", "words", "implied"),
    [
        ("RESOLVED: to buy chairs.", "resolved", "to buy chairs.", None),
        ("Decision 4: chairs are to be bought.", "decided", "chairs are to be bought.", None),
        ("Agreed: to buy chairs.", "agreed", "to buy chairs.", None),
        (
            "It was agreed that chairs are to be bought.",
            "agreed",
            "It was agreed that chairs are to be bought.",
            "yes",
        ),
        ("The Board approved the plan.", "approved", "The Board approved the plan.", "yes"),
        (
            "The report was noted and adopted by all.",
            "adopted",
            "The report was noted and adopted by all.",
            "yes",
        ),
        ("RES-EX The Board approved the plan.", "approved", "RES-EX The Board approved the plan.", None),
    ],
)
def test_a_decision_is_read_in_every_form(
    text: str, kind: str, words: str, implied: str | None, tmp_path: Path
) -> None:
    made = draft(f"{HEAD}1. Budget\n\n{text}\n{END}", tmp_path)
    (found,) = items(made)[0]["decisions"]
    assert (found["kind"], found["text"], found.get("implied")) == (kind, words, implied)
    assert items(made)[0]["text"] == f"[[decision {found['id']}]]"
    assert ("told-decisions" in asked(made)) is (implied == "yes")


@pytest.mark.parametrize(
    "text", ["Dov asked if it was agreed.", "It had been agreed before.", "Once agreed, it will be sent."]
)
def test_what_only_speaks_of_agreeing_is_no_decision(text: str, tmp_path: Path) -> None:
    assert "decisions" not in items(draft(f"{HEAD}1. Budget\n\n{text}\n{END}", tmp_path))[0]


def test_a_vote_is_counted(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\n\nVotes: 6 for, no against, 2 abstained, motion carried\n{END}", tmp_path)
    assert items(made)[0]["decisions"][0]["vote"] == {"in_favour": "6", "against": "0", "abstained": "2"}
    unanimous = draft(f"{HEAD}1. Budget\n\nDecision: unanimously approved, the plan.\n{END}", tmp_path)
    assert items(unanimous)[0]["decisions"][0]["vote"] == {"unanimous": "yes"}


def test_a_heading_of_decisions_makes_decisions_of_what_is_listed_below_it(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\n\nResolved:\n\n- to buy chairs\n\n- to sell lamps\n{END}", tmp_path)
    assert [found["text"] for found in items(made)[0]["decisions"]] == ["to buy chairs", "to sell lamps"]


@pytest.mark.parametrize("end", ["on Action: DA", "on (action for DA)."])
def test_a_paragraph_that_ends_in_the_word_and_an_owner_is_an_action(end: str, tmp_path: Path) -> None:
    (action,) = actions(f"Everybody wanted the list to be sent {end}", tmp_path)
    assert (action["text"], action["owners"]) == ("Everybody wanted the list to be sent on.", [DOV])


def test_an_owner_alone_with_nothing_before_it_is_kept_as_an_action_to_be_mended(tmp_path: Path) -> None:
    (action,) = actions("Action: DA", tmp_path)
    assert (action["text"], action["owners"]) == ("DA", [DOV])


def test_initials_of_nobody_are_words_of_the_action_and_asked_about(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\nAction: DXA to send it.\nAction: Lists will be sent.{END}", tmp_path)
    assert [(each["text"], each.get("owners")) for each in items(made)[0]["actions"]] == [
        ("DXA to send it.", [{"name": "DXA"}]),
        ("Lists will be sent.", None),
    ]
    assert {"initials", "owner"} <= asked(made)


def test_an_owner_named_twice_is_one(tmp_path: Path) -> None:
    (action,) = actions("Action: DA and Dov Ashby to send the list.", tmp_path)
    assert action["owners"] == [DOV]


def test_a_name_that_two_people_have_stays_as_printed_and_is_asked_about(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\nAction: Cleo Tarn and EL to send it.{END}", tmp_path)
    assert items(made)[0]["actions"][0]["owners"] == [{"name": "Cleo Tarn"}, {"name": "Esme Loft"}]
    assert "several-people" in asked(made)


def test_what_all_or_a_stranger_agreed_to_do_stays_text(tmp_path: Path) -> None:
    assert actions("All agreed to send lists on. Nobody Else agreed to write.", tmp_path) == []


def test_a_line_that_opens_a_list_in_a_log_is_no_news(tmp_path: Path) -> None:
    text = "1. Action log\n- 7.2 These remain:\n- 7.3 DA to send the form. Done.\n2. Plan\nSeen.\n"
    (item, _) = items(draft(HEAD + text, tmp_path))
    assert (item["text"], [(each["label"], each["status"]) for each in item["updates"]]) == (
        "7.2 These remain:",
        [("7.3", "done")],
    )


def test_an_owner_beside_a_decision_makes_an_action_of_it_and_the_bare_word_does_not(tmp_path: Path) -> None:
    agreed, seen = "Agreed: the budget stands as it is.", "The plan was seen by all of them."
    rows = [
        ["1.", paragraph("Budget") + paragraph(agreed), "DA"],
        ["2.", paragraph("Plan") + paragraph(seen), "Action:"],
    ]
    raw = word(*(paragraph(line) for line in HEAD.split("\n") if line), table(*rows))
    first, second = items(draft_of_bytes(raw, tmp_path, "x.docx"))
    assert [(each["text"], each["owners"]) for each in first["actions"]] == [(agreed, [DOV])]
    assert [each["text"] for each in first["decisions"]] == ["the budget stands as it is."]
    assert ("actions" in second, second["text"]) == (False, f"{seen}\n\nAction:")


def test_a_long_remark_in_the_column_of_the_status_is_kept_with_the_action(tmp_path: Path) -> None:
    remark = "we wrote to them twice and have had no answer of any sort until today"
    head = "Ref\tAction\tLead\tStatus\n"
    rows = f"4\tSend the list\tDA\t{remark}\n5\tBuy chairs\tEL\topen\n6\tSell lamps\tDA\tin hand\n"
    (first, *others) = items(draft(f"{HEAD}1. Budget\n{head}{rows}2. Plan\nSeen.\n", tmp_path))[0]["actions"]
    assert first["text"] == f"Send the list\n\n{remark}"
    assert [(each.get("status", "open"), each["status_words"]) for each in others] == [
        ("open", "open"),
        ("in-progress", "in hand"),
    ]
    log = items(draft(f"{HEAD}1. Action log\n{head}{rows}2. Plan\nSeen.\n", tmp_path))[0]["updates"]
    assert log[0]["note"] == remark


def test_a_row_without_an_action_makes_none(tmp_path: Path) -> None:
    raw = word(
        *(paragraph(line) for line in f"{HEAD}1. Budget\nSeen.".split("\n") if line),
        table(["Action", "Lead"], ["Send the list", "DA"], ["", "Esme Loft"]),
        paragraph("2. Plan"),
    )
    assert [each["text"] for each in items(draft_of_bytes(raw, tmp_path, "x.docx"))[0]["actions"]] == [
        "Send the list"
    ]


def test_an_action_of_a_table_is_no_second_wording_of_another_table(tmp_path: Path) -> None:
    row = "Ref\tAction\tLead\n4\tSend the whole list\tDA\n"
    text = f"{HEAD}1. Budget\n{row}2. Plan\nAction: EL to buy chairs.\n3. Summary of actions\n{row}"
    made = draft(text, tmp_path)
    assert [[each["text"] for each in item.get("actions", [])] for item in items(made)] == [
        ["Send the whole list"],
        ["EL to buy chairs."],
        ["Send the whole list"],
    ]


def test_the_same_wording_in_the_list_of_all_actions_is_one_action(tmp_path: Path) -> None:
    text = (
        f"{HEAD}1. Budget\nAction: DA to send the whole list.\nAction: EL to buy six chairs.\n"
        "2. Plan\nSeen.\n3. Actions\n- DA to send the whole list\n- EL to buy six new chairs soon\n"
    )
    made = draft(text, tmp_path)
    assert [(each["text"], each.get("also_printed")) for each in items(made)[0]["actions"]] == [
        ("DA to send the whole list.", None),
        ("EL to buy six chairs.", ["EL to buy six new chairs soon"]),
    ]
    assert "actions" not in items(made)[2]
    assert "two-wordings" in asked(made)


def test_a_first_name_that_two_of_the_meeting_have_is_asked_about(tmp_path: Path) -> None:
    head = "Executive meeting, 12 March 2026\nPresent: Dov Ashby, Dov Arden\n"
    made = draft(f"{head}1. Budget\nAction: Dov to send it.{END}", tmp_path)
    assert items(made)[0]["actions"][0]["owners"] == [{"name": "Dov"}]
    assert "several-people" in asked(made)
