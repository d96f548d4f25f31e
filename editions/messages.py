"""What can be wrong with published editions, in words for a business manager."""

from problems import Severity, Wording

TAMPERED = Wording(
    "edition-changed",
    "This edition is not what was signed off.",
    "Take the file back from version control or a backup. "
    "To change what is published, change the record and sign it off.",
)
NOT_AN_EDITION = Wording(
    "edition-unreadable",
    "This file is not an edition that can be read.",
    "Take it back from version control or a backup, or remove it if it was put here by hand.",
)
IN_CONFLICT = Wording(
    "edition-in-conflict",
    "Two people signed this record off at the same time, and git put both editions into one file.",
    "Take the whole folder of the edition from one of the two: `git checkout --ours {folder}`, or "
    "`--theirs`. Change nothing in it. Then sign the record off once more, as it is to be.",
)
OTHER_LINE_ENDS = Wording(
    "edition-line-ends",
    "Git wrote this file with other ends of lines than it was signed off with.",
    "Commit your work, and put the line `published/** -text` into `.gitattributes`. Then "
    "`git rm -r -q --cached published` and `git checkout HEAD -- published` write it as it was.",
)
NOT_OPENED = Wording(
    "edition-not-opened",
    "This file cannot be opened.",
    "Close other programs that use it, and ask whoever looks after the computer whether you may read it.",
)
NEWER_FORMAT = Wording(
    "edition-newer-format",
    "This edition has a format that this version does not know.",
    "Bring the software to the version that wrote it.",
)
WRONG_PLACE = Wording(
    "edition-wrong-place",
    "This edition does not belong in this folder.",
    "Its folder must be published/KIND/ID/NUMBER; take it back from version control.",
)
FILE_CHANGED = Wording(
    "edition-file-changed",
    "This file of an edition is not what was signed off.",
    "Take it back from version control or a backup. "
    "To change a paper, change its file in data/files/ and sign off.",
)
FILE_MISSING = Wording(
    "edition-file-missing",
    "This file of an edition is missing.",
    "Take it back from version control or a backup. "
    "To take a paper off the site use `pages withdraw RECORD/PAPER`.",
)
MISSING_EDITION = Wording(
    "edition-missing",
    "Edition {number} of this record is missing.",
    "Take it back from version control or a backup; editions are numbered without gaps.",
)
RECORD_MISSING = Wording(
    "edition-record-missing",
    "Files of an edition are here, and its `record.json` is not.",
    "Take it back from version control or a backup. If somebody put the files here by hand, remove them.",
)
UNKNOWN_FILE = Wording(
    "published-unknown-file",
    "This is not part of any edition.",
    "Remove it: only `pages sign-off` and `pages withdraw` write to published/.",
)
BAD_SUPPRESSION = Wording(
    "suppression-unreadable",
    "The list of people who are no longer named cannot be read.",
    "It must be a list of public ids, such as `p-3f9k2m1q`, one on each line.",
)

NEIGHBOUR_MISSING = Wording(
    "neighbour-file-missing",
    "The file of the neighbour `{neighbour}` is not here, so its meetings are not listed; the pages say so.",
    "Download `meetings.json` from the page of data of its site, and put it at this path.",
    Severity.WARNING,
)
NEIGHBOUR_REFUSED = Wording(
    "neighbour-file-refused",
    "The file of the neighbour `{neighbour}` is no list of meetings of a site like this one.",
    "Download `meetings.json` again from the page of data of its site. To publish without it, take it away.",
)
NEIGHBOUR_PLACE = Wording(
    "neighbour-file-place",
    "The file of the neighbour `{neighbour}` lies where no such file may lie, or is a link.",
    "Put it into a folder of its own, such as neighbours/, which is not private, and correct `file` under "
    "`neighbours` in data/partnership.yml.",
)
NEIGHBOUR_ENTRY = Wording(
    "neighbour-entry-odd",
    "Entry {number} in the file of the neighbour `{neighbour}` has no usable `{key}`.",
    "Download the file again. If it is the same, tell the neighbour. To publish without it, take it away.",
)

PROSE_HTML = Wording(
    "prose-html",
    "This text holds an HTML tag, which would be shown as it is typed.",
    "Write it without the tag. For bold write **word**, for a table use bars, for < write `less than`.",
)
PROSE_COMMENT = Wording(
    "prose-comment",
    "This text holds an HTML comment, which would be shown to the public.",
    "Take it out. A note for colleagues belongs in a private field, such as `note` beside `withhold`.",
)
PROSE_IMAGE = Wording(
    "prose-image",
    "This text holds an image.",
    "Say in words what it shows, and write a link to it instead if it is on a public page.",
)
PROSE_LINK = Wording(
    "prose-link",
    "This text holds a link whose address is not allowed.",
    "Write the whole address, beginning with https://, http:// or mailto:. "
    "A link within the same page begins with #.",
)
PROSE_MARK_HIDDEN = Wording(
    "prose-mark-hidden",
    "A mark stands in code or in the address of a link, where it cannot be shown.",
    "Move the mark out of the backticks, the indented lines or the round brackets.",
)
PROSE_PLACED_IN_WORDS = Wording(
    "prose-placed-in-words",
    "A mark that places a decision or an action stands among words.",
    "Put it into a paragraph of its own, with an empty line before and after it.",
)
