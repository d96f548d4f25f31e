"""The wordings of redaction, for a business manager who has to mend what they name."""

from __future__ import annotations

from problems import Wording

MARK_UNKNOWN_REASON = Wording(
    code="mark-unknown-reason",
    message="A mark gives a reason that the policy does not have.",
    remedy="{advice}",
)
MARK_UNKNOWN = Wording(
    code="mark-unknown",
    message="Two square brackets open something that is not a mark.",
    remedy=(
        "{advice}The marks are [[redact REASON|text]], [[withheld REASON]], [[action ID]], [[decision ID]]. "
        "For anything else use single brackets."
    ),
)
MARK_UNCLOSED = Wording(
    code="mark-unclosed",
    message="A mark is opened with [[ and not closed with ]].",
    remedy="Close it with ]] in the same paragraph.",
)
MARK_STRAY_CLOSE = Wording(
    code="mark-stray-close",
    message="Two closing brackets stand where no mark was opened.",
    remedy="Open the mark with [[ and its keyword, or use single brackets.",
)
MARK_NESTED = Wording(
    code="mark-nested",
    message="A mark begins before the one in front of it is closed.",
    remedy="Close the first mark with ]] before the second begins. A mark cannot stand inside another.",
)
MARK_EMPTY = Wording(
    code="mark-empty",
    message="A redact mark holds no text.",
    remedy="Write the text after the bar. If the words are kept elsewhere, write [[withheld REASON]].",
)
MARK_NO_BAR = Wording(
    code="mark-no-bar",
    message="A redact mark has no bar between its reason and its text.",
    remedy=(
        "Write [[redact REASON|text]], with the bar. For words kept elsewhere write [[withheld REASON]]."
    ),
)
MARK_BAR_INSIDE = Wording(
    code="mark-bar-inside",
    message="The text in a redact mark holds a second bar.",
    remedy="Take the second bar out. In a table, mark each cell by itself.",
)
MARK_BRACKET_INSIDE = Wording(
    code="mark-bracket-inside",
    message="The text in a redact mark holds a bracket.",
    remedy="Take the brackets [ and ] out of the text, or close the mark with ]] before them.",
)
MARK_TEXT_NOT_ALLOWED = Wording(
    code="mark-text-not-allowed",
    message="A mark with the keyword {keyword} holds a bar.",
    remedy=(
        "This mark ends after its reason or id: [[{keyword} …]]. To hide text that stands in the record, "
        "write [[redact REASON|text]]."
    ),
)
MARK_BLANK_LINE = Wording(
    code="mark-blank-line",
    message="The text in a redact mark goes over a blank line.",
    remedy="Give each paragraph a mark of its own.",
)
MARK_EDGE_SPACE = Wording(
    code="mark-edge-space",
    message="The text in a redact mark begins or ends with a space or a new line.",
    remedy="Put the space outside the mark: [[redact REASON|text]].",
)
MARK_SPACING = Wording(
    code="mark-spacing",
    message="A mark has a space where none belongs, or more than one.",
    remedy="One space stands after the keyword, and no other up to the bar or the closing brackets.",
)
MARK_WRONG_CASE = Wording(
    code="mark-wrong-case",
    message="A mark is written with a capital letter.",
    remedy="Write the keyword and the reason or id in lower case: {keyword}.",
)
MARK_NO_ID = Wording(
    code="mark-no-id",
    message="A mark with the keyword {keyword} has no reason or id.",
    remedy="Write one space and the reason or id after the keyword.",
)
MARK_BAD_ID = Wording(
    code="mark-bad-id",
    message="The reason or id of a mark with the keyword {keyword} is not written as an id.",
    remedy="After the keyword write one space and the id: lower-case letters, digits and single hyphens.",
)
MARK_TOUCHES_WORD = Wording(
    code="mark-touches-word",
    message="A letter or digit touches a mark, so that part of a word would be left to read.",
    remedy="Take the whole word into the mark, with any 's or hyphenated part, or put a space between.",
)
MARK_TOUCHES_BRACKET = Wording(
    code="mark-touches-bracket",
    message="A bracket touches a mark.",
    remedy="Take the bracket away, or put a space between. A mark cannot be a link.",
)
MARK_BACKSLASH = Wording(
    code="mark-backslash",
    message="A backslash touches a mark.",
    remedy="Take the backslash away.",
)
MARK_INVISIBLE = Wording(
    code="mark-invisible",
    message="An invisible character stands in a mark or touches it.",
    remedy="Delete the mark and a character on each side of it, and type them again.",
)
MARK_LOOK_ALIKE = Wording(
    code="mark-look-alike",
    message="A letter, space, bracket or bar in a mark only looks like the right one.",
    remedy="Type the mark again by hand, with the brackets [ ] and the bar | of the keyboard.",
)
MARK_SINGLE_BRACKET = Wording(
    code="mark-single-bracket",
    message="The keyword {keyword} stands in a single bracket.",
    remedy="Write two brackets on each side: [[{keyword} …]]. If it is no mark, word it differently.",
)
MARK_OTHER_BRACKETS = Wording(
    code="mark-other-brackets",
    message="The keyword {keyword} stands in brackets of another kind.",
    remedy="Write two square brackets on each side: [[{keyword} …]]. If it is no mark, word it differently.",
)
MARK_NO_BRACKETS = Wording(
    code="mark-no-brackets",
    message="The keyword {keyword} stands before a bar without brackets.",
    remedy="Write [[redact REASON|text]]. If it is no mark, put a space before the bar.",
)
MARK_ENCODED = Wording(
    code="mark-encoded",
    message="The brackets of a mark are written as a code, such as &#91; or %5B.",
    remedy="Type the brackets [[ and ]] themselves.",
)
MARK_UNCLEAR = Wording(
    code="mark-unclear",
    message="Something in this text reads like a damaged mark.",
    remedy="Type the mark again by hand. If it is no mark, word it differently.",
)
