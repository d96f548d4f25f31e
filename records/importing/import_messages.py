"""What an import can refuse, and the kinds of questions that it leaves."""

from __future__ import annotations

from problems import Severity, Wording

# --- Refused: nothing is written --------------------------------------------------------------------

NOT_A_FILE = Wording(
    "import-not-a-file",
    "This is no file that can be read: it is missing, a folder, or the computer does not allow it.",
    "Name one file that ends in .docx, .pdf, .md, .html or .txt.",
)
EMPTY_FILE = Wording(
    "import-empty",
    "The file is empty, or there are no words in it.",
    "Open it in the program that made it, and look whether it is the right one.",
)
UNKNOWN_FORMAT = Wording(
    "import-unknown-format",
    "The file is of no format that can be imported.",
    "Save it as .docx, .pdf with text, .md, .html or .txt.",
)
OLD_WORD = Wording(
    "import-old-word",
    "The file is in the format of old versions of Word (.doc), or is protected by a password.",
    "Open it in Word or LibreOffice, take the password away if there is one, and save it as .docx.",
)
RICH_TEXT = Wording(
    "import-rich-text",
    "The file is in the format RTF, whatever its name says.",
    "Open it in Word or LibreOffice and save it as .docx.",
)
ENCRYPTED = Wording(
    "import-encrypted",
    "The file is protected by a password.",
    "Open it with the password, save it without one, and import that.",
)
DAMAGED = Wording(
    "import-damaged",
    "The file is damaged, or is not of the format that its name says.",
    "Open it in the program that made it, save it again, and import that.",
)
TOO_LARGE = Wording(
    "import-too-large",
    "The file is larger than {limit} megabytes, or holds more than that when unpacked.",
    "Take large pictures out of it, or split it; minutes are seldom larger than one megabyte.",
)
TOO_MANY_PAGES = Wording(
    "import-too-many-pages",
    "The file has {pages} pages, and at most {limit} are read.",
    "Minutes are shorter: save only the pages of the minutes, or list the file as a document.",
)
NO_TEXT = Wording(
    "import-scanned",
    "The pages hold no text, or hardly any: they are pictures, as from a scanner.",
    "Have the file read by a program for text recognition (OCR) and saved with its text, then import that.",
)
TOO_LONG = Wording(
    "import-too-long",
    "The file holds too much text for one record: {words} words.",
    "Split it into the minutes of single meetings.",
)
NO_GROUP = Wording(
    "import-no-group",
    "The records know no group, and a meeting needs one.",
    "Make one first: `pages new groups executive`.",
)
NO_DATE = Wording(
    "import-no-date",
    "The file names no day of the meeting.",
    "Give it: `--date 2026-03-12`.",
)

NOT_WRITABLE = Wording(
    "import-not-writable",
    "What was read cannot be written as a record; this is a fault of the software, and nothing was written.",
    "Report it with the lines below; save the file as plain text (.txt) and import that meanwhile.",
)

QUESTIONS_OPEN = Wording(
    "import-questions-open",
    "Questions of the import stand in this record that nobody has settled: {number}. This is the first.",
    "Settle each, and remove its comment lines, which begin with `# QUESTION`.",
)
QUESTIONS_LEFT = Wording(
    "import-questions-left",
    "Questions of the import stand in this record that nobody has settled: {number}. This is the first.",
    "Settle each, and remove its comment lines; until then the record cannot be signed off.",
    Severity.WARNING,
)

# --- Questions: the draft is written, and somebody must look ----------------------------------------


def _asked(code: str, message: str, remedy: str) -> Wording:
    return Wording(f"import-{code}", message, remedy, Severity.WARNING)


UNREAD = _asked(
    "unread",
    "Nobody has compared this draft with its source yet.",
    "Read it through beside the source.",
)
AGAIN = _asked(
    "again",
    "The meeting has a record already; this is a second draft of it, and the record was left as it is.",
    "Take over what is better here, and delete this file.",
)
GROUP = _asked(
    "group", "The body that met is not certain.", "Look at `group`, and correct it or give `--group`."
)
DATE = _asked(
    "date",
    "The day of the meeting is not certain.",
    "Look at `date`. If the draft has `date_words`, take that line out once `date` is right.",
)
STATUS = _asked(
    "status",
    "The document says of itself that it is more than a draft.",
    "Set `status` to `approved` or `final` once you know that this is the text that was approved.",
)
TITLE = _asked("title", "The title is not certain.", "Write the title as it should be printed.")
NOT_MINUTES = _asked(
    "not-minutes",
    "This does not look like minutes: nobody is listed as present, and no apologies are.",
    "If it is a report or an agenda, write it as a record of that kind instead.",
)
OUTLINE = _asked(
    "outline",
    "No items could be told apart, so that all of the text stands in one.",
    "Divide the text into items, each with an id and a title.",
)
NUMBERS = _asked(
    "numbers",
    "Numbers of items repeat or jump.",
    "Compare with the source; labels stay as printed, and the ids under them are unique.",
)
PEOPLE = _asked(
    "unknown-people",
    "People are named of whom there is no record; they stand by the names as printed.",
    "Make a record of each whom you will need again with `pages new people`, and write its id as `person`.",
)
SEVERAL_PEOPLE = _asked(
    "several-people",
    "A name or initials could mean more than one person.",
    "Write the id or the full name of the one who is meant.",
)
INITIALS = _asked(
    "initials",
    "Initials are used that nobody at the meeting has.",
    "Find out who is meant, and write the name or the id.",
)
CONTRADICTION = _asked(
    "present-and-apologies",
    "Somebody is listed as present and as having sent apologies.",
    "Correct `status`, and take `also` out.",
)
ATTENDANCE = _asked(
    "attendance",
    "It is not certain from the list who was there, or what some words in it mean.",
    "Compare the attendance with the source.",
)
UNLISTED = _asked(
    "not-listed",
    "Somebody speaks or acts in the minutes and is not listed as present.",
    "Add them to the attendance if they were there.",
)
OWNER = _asked(
    "owner",
    "An action has no owner, or one that is nobody on record or at the meeting.",
    "Write the owners: ids, or `name` for others.",
)
ACTION_NUMBERS = _asked(
    "action-numbers",
    "Actions of different words have the same number.",
    "Compare with the source; the ids under the numbers are unique.",
)
TWO_WORDINGS = _asked(
    "two-wordings",
    "An action is printed twice in different words; both are kept in one action.",
    "Look whether they are the same, and which wording should stand first.",
)
IMPLIED = _asked(
    "implied-actions",
    "Sentences say that somebody will do something, and are not listed as actions.",
    "Take out those that are none; the sentences stay in the text.",
)
DECISIONS = _asked(
    "told-decisions",
    "Decisions were read out of sentences.",
    "Take out those that are none; the sentences stay in the text.",
)
WITHHELD = _asked(
    "likely-redaction",
    "Something was taken out of the source already, or is marked as confidential.",
    "Write `[[withheld REASON]]` at the place, or `withhold` for the whole item.",
)
CONFIDENTIAL = _asked(
    "likely-confidential",
    "A passage may be confidential.",
    "Read it before you sign anything off, and mark what must not be published.",
)
TRACKED = _asked(
    "tracked-changes",
    "The file has changes that nobody accepted or refused.",
    "The draft has the text with the changes; what was struck out stands in `office_note`.",
)
COMMENTS = _asked(
    "comments",
    "There are comments beside the text.",
    "They stand in `office_note`, which is never published.",
)
HIDDEN = _asked(
    "hidden-text",
    "There is text that nobody sees in the document.",
    "It stands in `office_note`; move it into the text only if it belongs there.",
)
RUNNING = _asked(
    "headers-and-footers",
    "There are headers or footers, which may belong to another document.",
    "They stand in `office_note`.",
)
EMBEDDED = _asked(
    "embedded-files",
    "There are files or pictures within the document, which are not imported.",
    "Save what is needed as a file of its own, and list it under `papers`.",
)
MACROS = _asked(
    "macros",
    "The file holds programs (macros). They were not run.",
    "Ask whoever sent it why they are there.",
)
LOST = _asked(
    "lost-letters",
    "Letters were lost when the file was made; a question mark stands for each.",
    "Look the words up in the original.",
)
UNPLACED = _asked(
    "unplaced",
    "Some words have no place of their own in the record; they stand in `source`, under `printed`.",
    "Look through them, and move into the text what belongs there.",
)
