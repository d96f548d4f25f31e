"""What can be wrong with a record as a file and as YAML; `yaml_messages` has the slips of prose."""

from __future__ import annotations

from problems import Severity, Wording

# --- Files: what is wrong before a line of YAML is read --------------------------------------------

FILE_NAME = Wording(
    "file-name",
    "The file's name, or its folder's, has something other than a to z, 0 to 9 and hyphens before `.yml`.",
    "Rename it, for example to `2026-03-12-executive.yml`.",
)
FILE_ENDING = Wording(
    "file-ending",
    "The file's name does not end in `.yml`.",
    "Rename a record to end in `.yml`, in small letters; keep any other file outside data/.",
)
FILE_IS_PAPER = Wording(
    "file-is-paper",
    "This folder is for records, whose names end in `.yml`, and this file looks like a paper.",
    "Move it to data/files/, and write its path under `file:` of a paper in the record. What can be "
    "published is PDF, JPEG, PNG, WebP and CSV; save another kind as one of these.",
)
FILE_OUTSIDE = Wording(
    "file-outside",
    "This is a link to a place outside the data folder, or its path leads there.",
    "Put the file itself into the data folder.",
)
FOLDER_OUTSIDE = Wording(
    "folder-outside",
    "This folder is a link to a place outside the data folder, so nothing in it was read.",
    "Put the folder itself, with its files, into the data folder.",
)
FILE_MISSING = Wording("file-missing", "There is no file here.", "Write it, or remove the link to it.")
FILE_IRREGULAR = Wording(
    "file-irregular", "This is not an ordinary file.", "Put an ordinary text file in its place."
)
FILE_UNREADABLE = Wording(
    "file-unreadable",
    "The computer does not allow this file to be read.",
    "Give yourself permission to read it, and close other programs that hold it open.",
)
FILE_TOO_LARGE = Wording(
    "file-too-large",
    "The file is larger than {limit:,} bytes, so it was not read.",
    "A record holds text only: take out what was pasted by mistake, or split the record.",
)
FILE_EMPTY = Wording(
    "file-empty",
    "The file holds no keys: it is empty, or all of it is comments.",
    "Write what belongs into it, or delete the file; `pages new` makes a record to start from.",
)
FILE_BINARY = Wording(
    "file-binary",
    "This is not a text file.",
    "Records are plain text. Save a document of another program as text, then paste what belongs here.",
)
FILE_IN_CONFLICT = Wording(
    "file-in-conflict",
    "Here git put two versions of the file one below the other, and nobody has chosen between them.",
    "Keep the lines that are right, and remove the rest, also `<<<<<<<`, `=======` and `>>>>>>>`.",
)
FILE_UTF16 = Wording(
    "file-utf-16",
    "The file is saved in an encoding (UTF-16 or UTF-32) that is not read here.",
    "In your editor choose “Save as”, and the encoding UTF-8.",
)
FILE_NOT_UTF8 = Wording(
    "file-not-utf-8",
    "A letter on this line is not saved in UTF-8; often an accent, a pound sign or a curly quotation mark.",
    "In your editor choose “Save as”, and the encoding UTF-8; then look at this line again.",
)
FILE_BYTE_ORDER_MARK = Wording(
    "file-byte-order-mark",
    "The file starts with an invisible byte order mark.",
    "In your editor choose “Save as”, and the encoding UTF-8 without “BOM” or “signature”.",
)
NO_FAST_PARSER = Wording(
    "no-fast-parser",
    "The YAML library on this computer was installed without its C parser, which records are read with.",
    "Install PyYAML again from a ready-made wheel, as `make site` does; this file was not read.",
)
MORE_PROBLEMS = Wording(
    "more-problems",
    "This file has {more} more problems than are listed.",
    "Mend those above and run the check again.",
)

# --- Characters: what nobody sees or nobody can print -----------------------------------------------

TAB_IN_INDENTATION = Wording(
    "tab-in-indentation",
    "A line starts with a tab ({lines}).",
    "Use spaces, two for each step; most editors do it when told to “convert indentation to spaces”.",
)
TAB_IN_TEXT = Wording(
    "tab-in-text",
    "There are tabs within a line ({lines}); each is read as one space.",
    "Replace them with spaces; write a table as a Markdown table.",
    Severity.WARNING,
)
SPECIAL_SPACE = Wording(
    "special-space",
    "There are no-break or other special spaces ({characters}; {lines}), each read as an ordinary space.",
    "Nothing needs to be done; to be rid of the warning, type ordinary spaces.",
    Severity.WARNING,
)
SOFT_HYPHEN = Wording(
    "soft-hyphen",
    "There are invisible soft hyphens ({lines}); they are left out.",
    "Nothing needs to be done; to be rid of the warning, delete and retype the words.",
    Severity.WARNING,
)
DIRECTION_CONTROL = Wording(
    "direction-control",
    "There are invisible characters that change the direction of writing ({characters}; {lines}).",
    "Delete and retype the words around them; right-to-left letters need no such help.",
)
CONTROL_CHARACTER = Wording(
    "control-character",
    "There are control characters ({characters}; {lines}).",
    "They come with text copied from a PDF or a word processor: delete and retype the words around them.",
)
INVISIBLE_CHARACTER = Wording(
    "invisible-character",
    "There are invisible characters ({characters}; {lines}), which can hide a word from every check.",
    "Delete and retype the words around them.",
)
PRIVATE_CHARACTER = Wording(
    "private-character",
    "There are characters that only one font knows ({characters}; {lines}), such as a bullet out of Word.",
    "Replace them with ordinary characters; a list is written with `- `.",
)
UNKNOWN_CHARACTER = Wording(
    "unknown-character",
    "There are characters that do not exist in Unicode, or are too new ({characters}; {lines}).",
    "Replace them.",
)
LOST_CHARACTER = Wording(
    "lost-character",
    "Letters were lost when this text was copied or converted ({lines}): “\ufffd” stands in their place.",
    "Look the words up in the original and type them again.",
)

# --- Structure: YAML that can be read, and would lose words or mean something else -----------------

NOT_A_MAPPING = Wording(
    "not-a-mapping",
    "The file does not consist of keys with values.",
    "Start each line at the margin with a key, a colon and a space, as in `title: Executive meeting`.",
)
TOO_DEEP = Wording(
    "too-deep",
    "Lists and keys stand more than {limit} deep inside each other, so reading stopped here.",
    "Look for brackets or hyphens that belong to text, and put that text in quotes or in a block `|`.",
)
DUPLICATE_KEY = Wording(
    "duplicate-key",
    "The same key stands on line {first} and again on line {second}; only one of them could count.",
    "Keep one of them; for a list write the key once and an item with `- ` for each value.",
)
EMPTY_VALUE = Wording(
    "empty-value",
    "There is no value here.",
    "Write the value after the colon or hyphen and a space, or delete this line; indent a text below it.",
)
EMPTY_IN_BRACES = Wording(
    "empty-in-braces",
    "Within braces there is a key without a value; a comma in a text makes one.",
    "Put the text in double quotes, or write one key per line without braces.",
)
EMPTY_KEY = Wording(
    "empty-key",
    "A colon stands here without a key before it.",
    "Write the key before the colon; put text that starts with a colon in double quotes.",
)
VALUE_IS_COMMENT = Wording(
    "value-is-comment",
    "The value starts with `#`, so YAML takes it for a comment and the key has no value.",
    "Put the value in double quotes, or leave the `#` out; a comment stands on a line of its own.",
)
COMMENT_AFTER_VALUE = Wording(
    "comment-after-value",
    "Words after ` #` at the end of a line are a comment in YAML and would be lost.",
    "If they are text, put the value in double quotes or in a block `|`; "
    "if they are a comment, give it a line of its own.",
)
COMMENT_IN_TEXT = Wording(
    "comment-in-text",
    "A line that starts with `#` stands where a text goes on, and would be lost as a comment.",
    "If it is text, write `|` after the key and the text below, indented; "
    "if it is a comment, start it in the same column as the key.",
)
TEXT_FOLDED = Wording(
    "text-folded",
    "This text has several lines without `|`, so YAML joins them: its lists and paragraphs would be lost.",
    "Write `|` after the key and the text below, indented; a list has a space after each hyphen.",
)
BACKSLASH = Wording(
    "backslash",
    "A backslash in double quotes turns the next letter into something else.",
    "Write the text in a block `|` or in single quotes, where a backslash is a backslash.",
)
ALIAS = Wording(
    "star-at-start",
    "A value starts with `*`, which in YAML repeats another value.",
    "Put text that starts with a star in double quotes or in a block `|`; write a repeated value out.",
)
ANCHOR = Wording(
    "ampersand-at-start",
    "A value starts with `&`, which in YAML names a value, so its first word would be lost.",
    "Put text that starts with `&` in double quotes or in a block `|`.",
)
TAG = Wording(
    "exclamation-at-start",
    "A value starts with `!`, which in YAML names a type, so its first word would be lost.",
    "Put text that starts with an exclamation mark in double quotes or in a block `|`.",
)
MERGE_KEY = Wording(
    "merge-key",
    "`<<` copies keys from another place in YAML; records do not.",
    "Write the keys out.",
)
COMPLEX_KEY = Wording(
    "complex-key",
    "A question mark, a list or braces stand where a key belongs.",
    "A key is one word and a colon. Put text that starts with a question mark in double quotes.",
)
SECOND_DOCUMENT = Wording(
    "second-document",
    "A line of three hyphens starts a second document, and a file holds one record.",
    "If it is a line across the page, indent it with its text; otherwise delete it, or make two files.",
)
DOCUMENT_END = Wording(
    "document-end",
    "A line starts with three dots, which in YAML ends the record.",
    "Indent the line with its text, or delete it.",
)
DIRECTIVE = Wording(
    "directive",
    "A line at the margin starts with `%`, which in YAML is an instruction to the reader.",
    "Indent the line with its text, or delete it.",
)
TEXT_IS_MAPPING = Wording(
    "text-is-mapping",
    "Keys and values stand where a text is expected; a colon followed by a space made a key of some words.",
    "Put the text in double quotes, or write `|` and the text below it, indented.",
)
TEXT_IS_BRACES = Wording(
    "text-is-braces",
    "Braces stand at the start where a text is expected, so YAML reads keys and values.",
    "Put the text in double quotes, or write `|` and the text below it, indented.",
)
TEXT_IS_LIST = Wording(
    "text-is-list",
    "A list stands where a text is expected; hyphens or brackets at the start of a text make one.",
    "Put the text in double quotes, or write `|` and the text below it, indented.",
)
TEXT_IS_MARK = Wording(
    "text-is-mark",
    "A text starts with `[[`, which YAML reads as a list in a list.",
    "Put the text in double quotes, or write `|` and the text below it, indented.",
)
