"""What is asked, or refused, when a register is read from a spreadsheet."""

from problems import Severity, Wording

UNREADABLE = Wording(
    "register-unreadable",
    "This file cannot be read as a table: it is damaged, locked with a password, or of another kind.",
    "Open it in your spreadsheet program, take the password off, and save it as .xlsx or .csv.",
)
OLD_FORMAT = Wording(
    "register-old-format",
    "Files of this kind are not read. Nothing in it was executed.",
    "Save it as .xlsx (without macros) or .csv.",
)
TOO_LARGE = Wording(
    "register-too-large",
    "This file has more than {most}, or unpacks to too much.",
    "Save the part that you need as a file of its own.",
)
EMPTY = Wording("register-empty", "This file holds no words.", "Check that it is the right one.")
NO_HEADERS = Wording(
    "register-no-headers",
    "No row names the columns of such a register, so nothing was written.",
    "Put a row above the first entry with names such as: {names}.",
)
CANNOT_WRITE = Wording(
    "register-cannot-write",
    "The record cannot be written.",
    "Check whether you may write there and whether there is room.",
)
ENCODING = Wording(
    "register-encoding",
    "The file is not in UTF-8 and was read as Western European.",
    "Look at accents and signs of money in the record.",
    Severity.WARNING,
)
HIDDEN = Wording(
    "register-hidden",
    "This {what} is hidden in the spreadsheet. It was put into the office note only.",
    "Decide whether it belongs in the record, and take it out of the note.",
    Severity.WARNING,
)
COMMENT = Wording(
    "register-comment",
    "Somebody commented on this cell. The comment was put into the office note.",
    "Answer it, and take it out of the note.",
    Severity.WARNING,
)
FORMULA = Wording(
    "register-formula",
    "This cell holds a formula without a saved value. It was not worked out.",
    "Open the file in your spreadsheet program, save it, and read it again; or write the value yourself.",
    Severity.WARNING,
)
MERGED = Wording(
    "register-merged",
    "These cells are merged. The value counts for the first of them only.",
    "Look whether it holds for the other rows too.",
    Severity.WARNING,
)
COLUMN_UNKNOWN = Wording(
    "register-column-unknown",
    "No key of the record is known for this column. Its cells were put into the office note.",
    "Move what belongs in the record to its key, and take it out of the note.",
    Severity.WARNING,
)
COLUMN_UNSURE = Wording(
    "register-column-unsure",
    "This column was taken for `{key}`, because its name is like that.",
    "Check that it is so.",
    Severity.WARNING,
)
NOBODY = Wording(
    "register-nobody",
    "No record, or more than one, has this name or these initials; it stands as printed.",
    "Write the id of a person, post, group or organization, or leave it as it is.",
    Severity.WARNING,
)
VALUE_UNSURE = Wording(
    "register-value",
    "This is no value of `{key}`. It was kept as it is printed.",
    "Look at it, and write the right value.",
    Severity.WARNING,
)
MARK_UNSURE = Wording(
    "register-mark",
    "A mark like this means one thing in one list and another in the next. It was taken for `{key}`.",
    "Check that it is so, and correct the others of its kind too.",
    Severity.WARNING,
)
PLACE_UNSURE = Wording(
    "register-section",
    "It is not clear whether this line is income or spending. It was taken for {key}.",
    "Move it if that is wrong.",
    Severity.WARNING,
)
SEVERAL_DAYS = Wording(
    "register-several-days",
    "Several columns are days. The one of {day} was read; the others were put into the office note.",
    "Read the file again with `--date` for each of the other meetings.",
    Severity.WARNING,
)
NOT_KEPT = Wording(
    "register-not-valid",
    "The record could not be made valid, so nothing was written.",
    "Report this as a fault of the software, with this line.",
)
NO_GROUP = Wording(
    "register-no-group",
    "A meeting needs a group, and this one is not on record: {ids}.",
    "Say `--group` with the id of a record in data/groups/.",
)
