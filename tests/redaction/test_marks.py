"""The lexer of marks: what it takes, what it refuses and in which words, and what it never lets out."""

from __future__ import annotations

import pytest

from editions.marks import Placement, Words
from problems import Place, catalogue
from redaction.marking import messages
from redaction.marking.marks import Hidden, Lexed, hidden_texts, lex, public_text

PLACE = Place("data/meetings/example.yml", 7, 9, ("items", "neglect", "text"))
REASONS = ("personal", "personal-data", "commercial")

GOOD = {
    "": "",
    "We will redact the report, and two names are withheld.": None,
    "A [link](https://example.org/a), a note [1], [^2], [ ] a task, [x] done, a[0], [a][b].": None,
    "[Withheld papers](/withheld/) and [Redact with care](/guide/) are links.": None,
    "(withheld personal details) |Withheld| [action plan](/plans/) [decision log][log]": None,
    "[Action: JB] (action closed) [Decision 4] (decision deferred) {a} <b>": None,
    "(redact names before publishing) and (withheld for now), 'redact', **redact** and *withheld*": None,
    "| To redact | Withheld | Redacted |\n|---|---|---|\n| redact | withheld | names |": None,
    "https://example.org/?a%5B%5D=1&b%5Baction%5D=2 &amp; &#163;": None,
    "Full-width （2026）, a range 【1】, ‹quoted›, a | b ¦ c": None,
    "The [[redact personal|Hexworthy children]] moved.": "The [[withheld personal]] moved.",
    "The [[withheld personal]] moved.": None,
    "[[action toolkit]]": None,
    "Agreed. [[decision d-1]]": None,
    "*[[redact personal|A]]*, **[[redact personal|B]]** “[[redact personal|C]]” ([[redact personal|D]]).": (
        "*[[withheld personal]]*, **[[withheld personal]]** “[[withheld personal]]” ([[withheld personal]])."
    ),
    "£[[redact commercial|640]] a day—[[redact commercial|or so]]": (
        "£[[withheld commercial]] a day—[[withheld commercial]]"
    ),
    "| [[redact personal|a]] | [[redact personal|b]] |": "| [[withheld personal]] | [[withheld personal]] |",
    "a\n[[redact personal|b\nc\r\nd]]\ne": "a\n[[withheld personal]]\ne",
    "[[redact personal|naïve e\u0301 👩\u200d🚒]]": "[[withheld personal]]",
    "[[redact personal|a (b) {c} 'd' re-e]]": "[[withheld personal]]",
    "[[redact personal-data|a]]": "[[withheld personal-data]]",
    "[[redact personal|a\u20dd, route #91, verbar and lsqb, 5b]]": "[[withheld personal]]",
    "[1] [[redact personal|a]] [2] \\ [[redact personal|b]] (c)": (
        "[1] [[withheld personal]] [2] \\ [[withheld personal]] (c)"
    ),
    "\u02bc[[redact personal|a]]\u02bc": "\u02bc[[withheld personal]]\u02bc",
    "[[redact personal|a]] b-": "[[withheld personal]] b-",
    "a(decision d1) and (action closed)": None,
    "| redact names | a |": None,
    # Neighbours become one.
    "[[redact personal|a]] \n [[withheld personal]][[redact personal|c]] d": "[[withheld personal]] d",
    "[[redact personal|a]]\r\n[[redact personal|c]] d": "[[withheld personal]] d",
    "[[redact personal|a]]\n \n[[redact personal|b]]": "[[withheld personal]]\n \n[[withheld personal]]",
    "[[redact personal|a]]\r\n\r\n[[withheld personal]]": (
        "[[withheld personal]]\r\n\r\n[[withheld personal]]"
    ),
    "[[redact personal|a]] [[redact commercial|b]]": "[[withheld personal]] [[withheld commercial]]",
    "[[redact personal|a]], [[redact personal|b]]": "[[withheld personal]], [[withheld personal]]",
    "[[redact personal|a]] [[action x]] [[redact personal|b]]": (
        "[[withheld personal]] [[action x]] [[withheld personal]]"
    ),
}
"""Texts that are taken, with their public form; None where that is the text itself."""

BAD = [
    # The reason or id.
    ("mark-unknown-reason", "[[redact persnal|a]]"),
    ("mark-unknown-reason", "[[withheld persnal]]"),
    ("mark-no-id", "[[withheld]]"),
    ("mark-no-id", "[[action ]]"),
    ("mark-no-id", "[[redact |a]]"),
    ("mark-no-id", "[[redact|a]]"),
    ("mark-bad-id", "[[redact per_sonal|a]]"),
    ("mark-bad-id", "[[redact personal data|a]]"),
    ("mark-bad-id", "[[redact: personal|a]]"),
    ("mark-bad-id", "[[action a--b]]"),
    ("mark-bad-id", "[[decision -a]]"),
    ("mark-bad-id", "[[action 2026-01-15-executive/form]]"),
    # The shape.
    ("mark-unknown", "[[x]]"),
    ("mark-unknown", "[[]]"),
    ("mark-unknown", "[[1]](https://example.org)"),
    ("mark-unknown", "[[redct personal|a]]"),
    ("mark-unknown", "[[redactpersonal|a]]"),
    ("mark-unknown", "[[re dact personal|a]]"),
    ("mark-unknown", "[[|a]]"),
    ("mark-unknown", "a [[ b"),
    ("mark-unclosed", "[[redact personal|a"),
    ("mark-unclosed", "[[redact personal|a] b"),
    ("mark-unclosed", "[[redact personal|a] ] b"),
    ("mark-unclosed", "[[action a\n\nb"),
    ("mark-unclosed", "[[redact  personal|a\n\nb"),
    ("mark-stray-close", "a ]] b"),
    ("mark-stray-close", "redact personal a]]"),
    ("mark-stray-close", "[a [b]]"),
    ("mark-nested", "[[redact personal|a [[withheld personal]] b]]"),
    ("mark-nested", "[[redact personal|a [[redact personal|b]] c"),
    ("mark-nested", "[[redact [[withheld personal]]"),
    ("mark-empty", "[[redact personal|]]"),
    ("mark-empty", "[[redact personal| \n ]]"),
    ("mark-no-bar", "[[redact personal]]"),
    ("mark-no-bar", "[[redact]]"),
    ("mark-no-bar", "[[redact personal Hexworthy]]"),
    ("mark-bar-inside", "[[redact personal|a|b]]"),
    ("mark-bar-inside", "[[redact personal||a]]"),
    ("mark-bracket-inside", "[[redact personal|see [1] there]]"),
    ("mark-text-not-allowed", "[[withheld personal|a]]"),
    ("mark-text-not-allowed", "[[action a|b]]"),
    ("mark-blank-line", "[[redact personal|a\n\nb]]"),
    ("mark-blank-line", "[[redact personal|a\r\n \r\nb]]"),
    ("mark-edge-space", "[[redact personal| a]]"),
    ("mark-edge-space", "[[redact personal|a\n]]"),
    ("mark-edge-space", "[[redact personal|a\u00a0]]"),
    ("mark-spacing", "[[redact  personal|a]]"),
    ("mark-spacing", "[[ redact personal|a]]"),
    ("mark-spacing", "[[redact personal |a]]"),
    ("mark-spacing", "[[redact\npersonal|a]]"),
    ("mark-spacing", "[[redact\tpersonal|a]]"),
    ("mark-spacing", "[[withheld personal ]]"),
    ("mark-wrong-case", "[[Redact personal|a]]"),
    ("mark-wrong-case", "[[redact Personal|a]]"),
    ("mark-wrong-case", "[[ACTION a]]"),
    # What touches it.
    ("mark-touches-word", "x[[redact personal|a]]"),
    ("mark-touches-word", "[[redact personal|a]]9"),
    ("mark-touches-word", "[[redact personal|a]]'s"),
    ("mark-touches-word", "[[redact personal|a]]’s"),
    ("mark-touches-word", "half-[[withheld personal]]"),
    ("mark-touches-word", "Hex*[[redact personal|worthy]]*"),
    ("mark-touches-word", "**Hex**[[redact personal|worthy]]"),
    ("mark-touches-word", "[[redact personal|a]]@example.org"),
    ("mark-touches-word", "[[redact personal|a]]ा"),
    ("mark-touches-bracket", "[[[redact personal|a]] b]"),
    ("mark-touches-bracket", "[b [[redact personal|a]]]"),
    ("mark-touches-bracket", "[[redact personal|a]](b)"),
    ("mark-touches-bracket", "【[[redact personal|a]]"),
    ("mark-backslash", "\\[[redact personal|a]]"),
    ("mark-backslash", "[[redact personal|a]]\\"),
    ("mark-backslash", "[[redact personal|\\a]]"),
    ("mark-backslash", "[[redact personal|a\\]]"),
    ("mark-invisible", "\u200b[[redact personal|a]]"),
    ("mark-invisible", "[[redact personal|a]]\u0301"),
    ("mark-invisible", "[[redact personal|a\u00adb]]"),
    ("mark-invisible", "[[re\u200bdact personal|a]]"),
    ("mark-invisible", "[\u200b[redact personal|a]]"),
    ("mark-invisible", "[[redact personal|a]\u2060]"),
    ("mark-invisible", "[[r\u0301edact personal|a]]"),
    # What looks like it.
    ("mark-look-alike", "［［redact personal|a］］"),
    ("mark-look-alike", "[［redact personal|a]]"),
    ("mark-look-alike", "[[redact personal|a］]"),
    ("mark-look-alike", "[[redact personal|a］b]]"),
    ("mark-look-alike", "[[redact personal|a¦b]]"),
    ("mark-look-alike", "⟦redact personal|a⟧"),
    ("mark-look-alike", "〚withheld personal〛"),
    ("mark-look-alike", "⟦redact personal|a]]"),
    ("mark-look-alike", "[[redact personal|a⟧"),
    ("mark-look-alike", "【redact personal|a】"),
    ("mark-look-alike", "〔withheld personal〕"),
    ("mark-look-alike", "⦗redact personal|a⦘"),
    ("mark-look-alike", "[[redact personal｜a]]"),
    ("mark-look-alike", "[[redact personal‖a]]"),
    ("mark-look-alike", "[[redact personal│a]]"),
    ("mark-look-alike", "[[rеdact personal|a]]"),
    ("mark-look-alike", "[[redαct personal|a]]"),
    ("mark-look-alike", "[[ｒedact personal|a]]"),
    ("mark-look-alike", "[[redact реrsonal|a]]"),
    ("mark-look-alike", "[[redact\u00a0personal|a]]"),
    ("mark-look-alike", "[rеdact personal: a]"),
    ("mark-look-alike", "[\u1680redact personal: a]"),
    ("mark-look-alike", "[[асtion a]]"),
    ("mark-single-bracket", "[redact personal|a]"),
    ("mark-single-bracket", "[redact personal|a]]"),
    ("mark-single-bracket", "[ [redact personal|a] ]"),
    ("mark-single-bracket", "[redact personal](a)"),
    ("mark-single-bracket", "[Redact this]"),
    ("mark-single-bracket", "[withheld]"),
    ("mark-single-bracket", "[withheld personal][a]"),
    ("mark-single-bracket", "[action toolkit]"),
    ("mark-single-bracket", "[decision d1]"),
    ("mark-other-brackets", "{redact personal|a}"),
    ("mark-other-brackets", "{{ withheld personal }}"),
    ("mark-other-brackets", "<redact>a</redact>"),
    ("mark-other-brackets", "(redact personal|a)"),
    ("mark-other-brackets", "(redact personal: a)"),
    ("mark-other-brackets", "((redact names|a))"),
    ("mark-other-brackets", "(withheld personal)"),
    ("mark-other-brackets", "(withheld for now) {redact personal|a}"),
    ("mark-other-brackets", "(action closed) {action toolkit}"),
    ("mark-other-brackets", "{action toolkit}"),
    ("mark-other-brackets", "((decision d1))"),
    ("mark-no-brackets", "redact personal|a"),
    ("mark-no-brackets", "redact names|a"),
    ("mark-no-brackets", "redact|a"),
    ("mark-no-brackets", "Redact: personal |a"),
    ("mark-no-brackets", "redactpersonal|a"),
    ("mark-no-brackets", "withheld personal|a"),
    ("mark-no-brackets", "redact personal&#124;a"),
    ("mark-no-brackets", "re\u200bdact personal¦a"),
    ("mark-encoded", "&#91;&#91;redact personal|a&#93;&#93;"),
    ("mark-encoded", "&lbrack;redact personal: a&rbrack;"),
    ("mark-encoded", "&#x5B; &#x5b;action a"),
    ("mark-encoded", "a&rsqb;&rsqb;"),
    ("mark-encoded", "%5B%5Bredact%20personal%7Ca%5D%5D"),
    ("mark-encoded", "[[redact personal|a&#93;&#93; b]]"),
    ("mark-encoded", "[[redact personal|a%7Cb]]"),
    ("mark-unclear", "re㍲ct personal|a"),
]
"""Texts that are refused, each with the one code of its problem."""


def codes(lexed: Lexed) -> list[str]:
    """Return the codes of the problems, in order."""
    return [problem.code for problem in lexed.problems]


@pytest.mark.parametrize("raw", GOOD)
def test_ordinary_prose_and_whole_marks_are_taken(raw: str) -> None:
    """Prose that only talks of redacting passes unchanged, and each mark becomes its notice."""
    lexed = lex(raw, PLACE, REASONS)
    assert codes(lexed) == []
    assert public_text(lexed) == (raw if GOOD[raw] is None else GOOD[raw])


@pytest.mark.parametrize(("code", "raw"), BAD)
def test_each_damage_is_one_problem_with_its_own_words(code: str, raw: str) -> None:
    """A damaged mark is reported once, by the code that says how to mend it, and cannot be published."""
    lexed = lex(f"Before\n{raw}\nafter", PLACE, REASONS)
    assert codes(lexed) == [code]
    with pytest.raises(ValueError, match=r"^A text with damaged marks cannot be made public\.$"):
        public_text(lexed)


def test_every_wording_of_marks_is_reached() -> None:
    """The table of bad texts leads to each wording of a mark."""
    assert {code for code, _ in BAD} == {code for code in catalogue(messages) if code.startswith("mark-")}


@pytest.mark.parametrize(
    ("code", "raw"),
    [
        ("mark-backslash", "\\[[redact personal|a]]"),
        ("mark-touches-bracket", "【[[redact personal|a]]"),
        ("mark-touches-word", "x[[redact personal|a]]"),
        ("mark-touches-word", "x-[[redact personal|a]]"),
        ("mark-touches-word", "[[redact personal|a]]-x"),
        ("mark-invisible", "\u200b[[redact personal|a]]"),
    ],
)
def test_what_touches_a_mark_is_seen_at_the_ends_of_the_text(code: str, raw: str) -> None:
    """The first and the last character count like every other."""
    assert codes(lex(raw, PLACE, REASONS)) == [code]


def test_pieces_are_the_words_and_marks_in_order() -> None:
    """Each mark is a piece with its reason or id, and the words between are kept to the character."""
    lexed = lex(
        "a [[redact personal|b c]]\n[[withheld commercial]][[action t-1]] [[decision d]]", PLACE, REASONS
    )
    assert lexed.pieces == (
        Words("a "),
        Hidden("personal", "b c"),
        Words("\n"),
        Hidden("commercial", ""),
        Placement("action", "t-1"),
        Words(" "),
        Placement("decision", "d"),
    )
    assert hidden_texts(lexed) == ("b c",)


def test_all_problems_are_reported_each_on_its_line() -> None:
    """Three damages give three problems, on the lines of their marks, with the field they stand in."""
    lexed = lex("[[redact nil|a]]\nb\n[[redact personal|]] c\n\n[[withheld]]", PLACE, REASONS)
    assert [(problem.place.line, problem.place.column, problem.code) for problem in lexed.problems] == [
        (7, 9, "mark-unknown-reason"),
        (9, 0, "mark-empty"),
        (11, 0, "mark-no-id"),
    ]
    assert {problem.place.field for problem in lexed.problems} == {("items", "neglect", "text")}


def test_a_line_that_is_not_known_stays_unknown() -> None:
    """Where the line of the text is unknown, no line is invented."""
    lexed = lex("a\n[[withheld]]", Place("data/a.yml"), REASONS)
    assert [problem.place for problem in lexed.problems] == [Place("data/a.yml")]


def test_closing_brackets_of_a_damaged_mark_are_no_second_problem_but_others_are() -> None:
    """In one paragraph the brackets belong to the damage; in the next they are a damage themselves."""
    assert codes(lex("[redact personal|a]] b", PLACE, REASONS)) == ["mark-single-bracket"]
    assert codes(lex("[[action a [[action b", PLACE, REASONS)) == ["mark-nested", "mark-unclosed"]
    assert codes(lex("[redact personal|a]] ]]", PLACE, REASONS)) == [
        "mark-single-bracket",
        "mark-stray-close",
    ]
    assert codes(lex("redact personal|a]] b", PLACE, REASONS)) == ["mark-no-brackets"]
    assert codes(lex("a ]] b ]] c", PLACE, REASONS)) == ["mark-stray-close", "mark-stray-close"]
    assert codes(lex("a\n\nb ]] c", PLACE, REASONS)) == ["mark-stray-close"]
    assert codes(lex("[redact personal|a]]\n\nb ]] c", PLACE, REASONS)) == [
        "mark-single-bracket",
        "mark-stray-close",
    ]
    assert codes(lex("((decision d1))", PLACE, REASONS)) == ["mark-other-brackets"]
    assert codes(lex("[[redact personal|a\n\nb]]]", PLACE, REASONS)) == [
        "mark-blank-line",
        "mark-touches-bracket",
    ]
    assert codes(lex("[[redact  personal|a\n\nb]]", PLACE, REASONS)) == ["mark-unclosed", "mark-stray-close"]
    assert codes(lex("[redact personal|a\n\nb]]", PLACE, REASONS)) == [
        "mark-single-bracket",
        "mark-stray-close",
    ]


def test_an_unknown_reason_is_answered_with_known_ones() -> None:
    """The remedy names the nearest reason and all reasons, and says what to do when there is none."""
    [problem] = lex("[[redact persnal|a]]", PLACE, REASONS).problems
    assert problem.remedy == "Did you mean personal? The reasons are: commercial, personal, personal-data."
    [problem] = lex("[[redact zzz|a]]", PLACE, REASONS).problems
    assert problem.remedy == "The reasons are: commercial, personal, personal-data."
    [problem] = lex("[[redact zzz|a]]", PLACE, ()).problems
    assert problem.remedy == "Write reasons for withholding into the policy first."


def test_a_misspelt_keyword_is_answered_with_the_right_one() -> None:
    """The remedy names the keyword that was probably meant, without quoting what was typed."""
    [problem] = lex("[[witheld personal]]", PLACE, REASONS).problems
    assert problem.remedy.startswith("Did you mean the keyword withheld? The marks are ")
    [problem] = lex("[[Hexworthy]]", PLACE, REASONS).problems
    assert problem.remedy.startswith("The marks are ")


@pytest.mark.parametrize(("code", "raw"), BAD)
def test_no_message_and_no_repr_quotes_the_text(code: str, raw: str) -> None:
    """Whatever is wrong, a word beside and within the mark is in no message and in no `repr()`."""
    lexed = lex(f"Zyxwv {raw.replace('|a', '|Zyxwv')} Zyxwv", PLACE, REASONS)
    assert codes(lexed) == [code]
    assert "Zyxwv" not in repr(lexed) + "".join(str(problem) for problem in lexed.problems)


def test_the_words_concerned_are_kept_for_the_terminal() -> None:
    """`private_text` holds the damaged mark, for whoever asks to see it."""
    [problem] = lex("a [[redact personal|b|c]] d", PLACE, REASONS).problems
    assert problem.private_text == "[[redact personal|b|c]]"
    [problem] = lex("so re㍲ct personal|a b", PLACE, REASONS).problems
    assert problem.private_text == "so re㍲ct personal|a b"
