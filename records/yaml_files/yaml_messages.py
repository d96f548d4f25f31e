"""How ordinary prose breaks YAML, each way with what to write instead."""

from __future__ import annotations

from problems import Wording

BLOCK = "Put the text in double quotes, or write `|` after the key and the text below it, indented."

COLON = Wording(
    "colon-in-text",
    "A colon followed by a space, or at the end of the line, stands in a text, and YAML takes it for a key.",
    BLOCK,
)
COLON_ON_NEXT_LINE = Wording(
    "colon-on-next-line",
    "This line goes on with the text above it, and its colon makes YAML look for a key.",
    "If it is text, write `|` after the key above and put the whole text below, indented; "
    "if it is a key, start it in the same column as its neighbours.",
)
NO_SPACE_AFTER_COLON = Wording(
    "no-space-after-colon",
    "There is no space after the colon of this key.",
    "Write a space after the colon.",
)
WORDS_AFTER_QUOTES = Wording(
    "words-after-quotes",
    "The value starts with a quotation mark, and words follow where the quotation ends.",
    "Write `|` after the key and the text below it, indented; there quotation marks are only text.",
)
QUOTES_OPEN = Wording(
    "quotes-open",
    "The value starts with a quotation mark that is not closed where it should be.",
    "Close it at the end of the text, or write `|` after the key and the text below it, indented.",
)
APOSTROPHE = Wording(
    "apostrophe",
    "The value starts with an apostrophe, which YAML takes for a quotation mark.",
    "Write `|` after the key and the text below it, indented; there an apostrophe is only text.",
)
SQUARE_BRACKET = Wording(
    "square-bracket",
    "The value starts with `[`, so YAML reads a list, and it is not one.",
    f"{BLOCK} In a list, close the bracket and write nothing after it.",
)
MARK_AT_START = Wording(
    "mark-at-start",
    "The value starts with `[[`, which YAML reads as a list in a list.",
    BLOCK,
)
BRACE = Wording(
    "brace",
    "The value starts with `{{`, and a comma, a colon or a quotation mark in it confuses YAML, "
    "or words follow the closing brace.",
    "Write one key per line without braces; a text of its own goes in double quotes or in a block `|`.",
)
HYPHEN = Wording(
    "hyphen-at-start",
    "The value after the key starts with a hyphen and a space, which YAML takes for a list.",
    f"{BLOCK} The items of a list each stand on a line of their own.",
)
PERCENT = Wording("percent-at-start", "The value starts with `%`, which YAML does not read as text.", BLOCK)
AT_SIGN = Wording("at-sign-at-start", "The value starts with `@`, which YAML does not read as text.", BLOCK)
BACKTICK = Wording("backtick-at-start", "The value starts with a backtick, which YAML does not read.", BLOCK)
COMMA = Wording("comma-at-start", "The value starts with a comma, which YAML does not read as text.", BLOCK)
CLOSING_BRACKET = Wording(
    "closing-bracket", "The value starts with a closing bracket that nothing opened.", BLOCK
)
QUESTION = Wording(
    "question-at-start", "The value starts with a question mark and a space, which YAML does not read.", BLOCK
)
COLON_AT_START = Wording("colon-at-start", "The value starts with a colon.", BLOCK)
WORDS_AFTER_BAR = Wording(
    "words-after-bar",
    "Words follow `|` on the same line.",
    "Start the text on the next line, indented further than its key.",
)
GREATER_THAN = Wording(
    "greater-than-at-start",
    "The value starts with `>`, which YAML takes for the start of a block.",
    "Write `more than`, or put the text in double quotes.",
)
LOOSE_LINE = Wording(
    "loose-line",
    "This line is no key with a value, no item of a list and no comment.",
    "If it goes on with the text above, indent it like that text, below a key that ends in `|`; "
    "if it is a key, write a colon and a space after it.",
)
TEXT_LEFT_BLOCK = Wording(
    "text-left-block",
    "This line starts further left than the block of text above it, so it no longer belongs to that text.",
    "Indent every line of the text as far as its first line.",
)
INDENTATION = Wording(
    "indentation",
    "This line does not start in the same column as the keys or list items that it belongs with.",
    "Move it left or right until it stands exactly below them; text belongs in a block `|`, indented.",
)
NOT_YAML = Wording(
    "not-yaml",
    "YAML cannot read on from here.",
    "Look at this line and the one above: text with signs such as : # [ {{ \" ' belongs in a block `|`.",
)
