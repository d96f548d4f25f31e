"""What keeps minutes from being circulated, and what came back with them."""

from problems import Severity, Wording

NOT_A_MEETING = Wording(
    "circulate-no-meeting",
    "Only the minutes of a meeting are circulated.",
    "Name a record of data/meetings/: meetings/2026-03-12-executive.",
)
NOT_VALID = Wording(
    "circulate-not-valid",
    "This record has mistakes, so its minutes would not be whole.",
    "Run `pages check`, mend what it names, and circulate again.",
)
NOT_APPROVED = Wording(
    "circulate-not-approved",
    "These minutes are not approved yet: their `status` is {status}.",
    "Leave out `--approved` to circulate the draft.",
)
APPROVED = Wording(
    "circulate-approved",
    "These minutes are no draft any more: their `status` is {status}.",
    "Say `--approved` to write the whole approved text, confidential words too.",
)
NO_SUCH_ITEM = Wording(
    "circulate-no-item",
    "There is no item with this id in the record; its items are: {items}.",
    "Correct the id behind `--without`.",
)
NOT_SET = Wording(
    "circulate-not-set",
    "The PDF could not be set, so nothing was written.",
    "Write the Word file alone with `--no-pdf`, and report this as a fault of the software.",
)
LEFT_THE_ROOM = Wording(
    "circulate-left-the-room",
    "Somebody left the room for this item, and will read it if they get this copy.",
    "Write another copy for them with `--without {item}`.",
    Severity.WARNING,
)
RETURNED_UNREADABLE = Wording(
    "returned-unreadable",
    "This file cannot be read as a Word file (.docx): it is damaged, locked with a password, or something "
    "else.",
    "Open it in Word, take the password off, and save it as .docx again.",
)
RETURNED_TOO_LARGE = Wording(
    "returned-too-large",
    "This file is too large, or unpacks to too much, to be one of ours.",
    "Open it in Word, remove pictures that were put in, and save it again.",
)
RETURNED_MACROS = Wording(
    "returned-macros",
    "This file holds macros, and was not opened further.",
    "Ask for it again as .docx without macros.",
)
RETURNED_EMPTY = Wording(
    "returned-no-comments",
    "This file holds no comment and no tracked change.",
    "Changes that Word did not track are not found: compare the file in Word with the one you sent.",
    Severity.WARNING,
)
QUESTION = Wording(
    "returned-comment",
    "Somebody commented on the minutes here. `--show-text` shows it on a terminal.",
    "Answer it in the record, and remove the comment.",
    Severity.WARNING,
)
CHANGED = Wording(
    "returned-change",
    "Somebody changed words here in Word. They were not taken over. `--show-text` shows them on a terminal.",
    "Take them over or not, and remove the comment.",
    Severity.WARNING,
)
NOT_PLACED = Wording(
    "returned-not-written",
    "The questions could not be written into the record without a risk for its values, so it is as it was.",
    "Read them with `--show-text`, and report this as a fault of the software.",
)
