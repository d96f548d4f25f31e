"""What keeps a record from being signed off or taken down, in words for a business manager."""

from problems import Severity, Wording

NOTHING_CHANGED = Wording(
    "nothing-changed",
    "Its public values are the same as in edition {number}, so there is nothing to sign off.",
    "If you expected a change, look whether the part that you changed is withheld. A document without a PDF "
    "gets one with `--add-pdf`.",
)
NO_PDF_ADDED = Wording(
    "no-pdf-added",
    "Its public values did not change, and no PDF could be made of it.",
    "Sign off the partnership and the policy first, and say `site_url` in mkdocs.yml, the site's address.",
)
NO_SUCH_RECORD = Wording(
    "no-such-record",
    "There is no such record.",
    "Name it as KIND/ID, for instance `meetings/2026-03-12-executive`; the kinds are: {kinds}.",
)
NO_SUCH_RECORD_MEANT = Wording(
    "no-such-record", "There is no such record; did you mean `{meant}`?", "Name it as KIND/ID."
)
SECRET_IN_PDF = Wording(
    code="secret-in-pdf",
    message="The PDF of this record would hold words that are withheld in {where}.",
    remedy="Look at what stands in it beside the record: the partnership, the reasons, the glossary. If the "
    "words give nothing away, allow them in data/policy.yml under allow, with reason and role; or let no PDF "
    "be made of this kind, with `without_pdf` there.",
)
PDF_NOT_MADE = Wording(
    code="pdf-not-made",
    message="No PDF could be made of this record, and so nothing was signed off.",
    remedy="Tell those who keep the software. To sign off without a PDF, name this kind in `without_pdf` in "
    "data/policy.yml.",
)
SECOND_PERSON = Wording(
    "second-person-needed",
    "The policy wants a second person to look before this is published.",
    "Let somebody else read it, in `pages review` or in the file it writes with `--file`; then give their "
    "role with `--checked-by`.",
)
CHECKER_OF_AREA = Wording(
    "checker-of-area",
    "The group is shared, and nobody has looked for the area `{area}`.",
    "Let the one whom the policy names for it under `joint` look. Then give their role as it stands there, "
    "with another `--checked-by`.",
)
NO_NOTICE_KNOWN = Wording(
    "review-no-notice-known",
    "The report of this review would be published, and has no `notice_given`.",
    "Write the day on which the Secretary of State and the Panel were sent it: they have it at least seven "
    "days before everybody else (SI 2018/789, regulation 16).",
    Severity.WARNING,
)
NOTICE_RUNS = Wording(
    "review-notice-runs",
    "The Secretary of State and the Panel have had this report for fewer than {days} days. It must not be "
    "published before {first}.",
    "Sign it off on that day, or now with `--embargo {first}` (SI 2018/789, regulation 16).",
)
MAY_BE_RECOGNISED = Wording(
    "review-may-be-recognised",
    "What looks like {what} stands in the `{key}` of a review, or of something in it.",
    "Choose a title, an id and names of files by which nobody can be found; an id is the address, and stays.",
    Severity.WARNING,
)
SAME_ROLE = Wording(
    "same-role-twice",
    "The same role prepared and checked it.",
    "Two people must look: give the role of the second with `--checked-by`.",
)
OTHER_CODE = Wording(
    "code-differs",
    "The code is not that of what would be published now.",
    "The record was changed after the check, or the code was mistyped. Let the second person look again.",
)
NO_NOTE = Wording(
    "note-missing",
    "A change note is needed from the second edition on.",
    "Say in a few words, for the public, what changed: `--note`.",
)
NOTE_WITH_MARK = Wording(
    "note-with-mark",
    "The note or a role holds a mark for withholding.",
    "Write it in words that may be public.",
)
NOTE_WITH_SECRET = Wording(
    "note-with-secret",
    "The note or a role holds words that are withheld or private at {where}.",
    "Say it in other words: everybody can read it, and it cannot be taken back.",
)
WAITING_TAKEN_DOWN = Wording(
    "waiting-taken-down",
    "The record was taken down after this edition was signed off, so it is not published.",
    'Remove this file. If the record may be public again, sign it off with `--restore "*"`.',
)
WAITING_NAMES_GONE = Wording(
    "waiting-names-taken-down",
    "This edition names something that was taken down without trace meanwhile, so it is not published.",
    "Remove this file and sign the record off again, with `--embargo` if it is still to wait.",
)
WAITING_WITHHELD = Wording(
    "waiting-withheld",
    "This edition holds words that are withheld or private at {where} by now, so it is not published.",
    "Remove this file and sign the record off again, with `--embargo` if it is still to wait.",
)
WAITING_TELLS_MORE = Wording(
    "waiting-tells-more",
    "This edition shows something that {where} withholds by now or no longer has, so it is not published.",
    "Remove this file and sign the record off again, with `--embargo` if it is still to wait.",
)
WAITING_NOT_COMPARED = Wording(
    "waiting-not-compared",
    "The record of this edition is not in data/ any more, or has mistakes. Nobody can tell whether it "
    "withholds more by now, so the edition is not published.",
    "Put the record back or mend it, and say `pages sign-off --due` again. If the edition is not to be "
    "published, remove this file.",
)
TAKEN_DOWN_PART = Wording(
    "part-taken-down",
    "`{part}` was taken down, and would be published again.",
    "Withhold it in the record, or say `--restore {part}` if it may be public again.",
)
PART_UNDER_ANOTHER_ID = Wording(
    "part-under-another-id",
    "`{part}` was taken down, and stands here no longer. New here: {others}. If that is the same under "
    "another id, it would be public again.",
    "Withhold it, or take it out. If it is something else, or may be public again, say `--restore {part}`.",
)
TAKEN_DOWN_RECORD = Wording(
    "record-taken-down",
    "This record was taken down, and would be published again.",
    'If it may be public again, say `--restore "*"`.',
)
EDITIONS_BROKEN = Wording(
    "editions-broken",
    "The editions of this record are not whole, so no new one can follow them.",
    "Mend what `pages check` says of them first.",
)
WAITING = Wording(
    "edition-waiting",
    "An edition of this record is waiting for its day already.",
    "Publish it with `pages sign-off --due` when the day has come, or remove its file in data/pending/.",
)
LEFT_WAITING = Wording(
    "edition-left-waiting",
    "An edition of this record waits for its day, so `--changed` leaves the record out.",
    "Publish it with `pages sign-off --due` when the day has come. To publish it now, name the record.",
    Severity.WARNING,
)
DUE = Wording(
    "edition-due",
    "The day of this edition, {day}, has come.",
    "Publish it with `pages sign-off --due`.",
    Severity.WARNING,
)
PENDING_UNREADABLE = Wording(
    "pending-unreadable",
    "This waiting edition cannot be read.",
    "Remove the file and sign the record off again.",
)
SECOND_LOOK_DUE = Wording(
    "second-look-due",
    "Edition {number} still waits for a second person, who was to look by {day}.",
    "Let them look, and sign it off again with `--checked-by`.",
    Severity.WARNING,
)
EMBARGO_PAST = Wording(
    "embargo-past",
    "The day until which this is to wait is not in the future.",
    "Give a later day, or leave out `--embargo`.",
)
EDITION_EXISTS = Wording(
    "edition-exists",
    "Another edition took this number meanwhile.",
    "Look at what is published now, and sign the record off again.",
)
DETECTED = Wording(
    code="detected",
    message="Here stands {words}.{more}",
    remedy=(
        "Withhold it, or write the sentence without it. If it may be public, say so: `pages decide` lists "
        "the words with the command."
    ),
)
PEOPLE_AS_NUMBER = Wording(
    code="people-as-number",
    message="This small number is published as it is. By its name, the figure counts people.{more}",
    remedy=(
        "If it does, write `people` in place of `number`, and the public sees it coarsely. If it counts "
        "something else or may be public, say so: `pages decide` lists it with the command."
    ),
)
SMALL_NUMBER_IN_TABLE = Wording(
    code="small-number-in-table",
    message=(
        "In this table a small number of people stands, or one that is kept back and can be reckoned from "
        "the total.{more}"
    ),
    remedy=(
        "Put rows or columns together, or keep back so many cells that none can be reckoned out of the "
        "others. If it counts something else or may be public, say so: `pages decide` lists the numbers of "
        "the table with one command."
    ),
)
DETECTED_BESIDE = Wording(
    code="detected-in-note",
    message="In the note or a role stands {words}.",
    remedy="Say it without that: the note is public.",
)
NOT_STORED = Wording(
    code="edition-not-stored",
    message="The edition could not be written, or not all of it.",
    remedy=(
        "Look whether the disk is full and whether you may write there, then sign off again. If there is "
        "nothing to sign off then, and it was to withhold more than before: "
        "`pages withdraw {record} --earlier --now`."
    ),
)
