"""What can be wrong with the values of a record, and between records, in words for a business manager."""

from problems import Severity, Wording

UNKNOWN_KEY = Wording(
    "unknown-key",
    "This key is not part of the data format here.",
    "Correct its spelling, or remove the line; the keys that may stand here are: {keys}.",
)
UNKNOWN_KEY_MEANT = Wording(
    "unknown-key",
    "This key is not part of the data format here; did you mean `{meant}`?",
    "Correct its spelling, or remove the line.",
)
MISSING_KEY = Wording("missing-key", "The key `{key}` is missing.", "Add a line `{key}:` with its value.")
NAMED_TWICE = Wording(
    "named-twice", "This is named already in the same list.", "Take one of the two out.", Severity.WARNING
)
MISSING_WORD = Wording(
    "missing-key", "The key `{key}` is missing.", "Add a line `{key}:` with one of these words: {words}."
)
NOT_MAPPING = Wording(
    "mapping-expected",
    "Keys with values are expected here.",
    "Write `key: value` lines, indented under this key.",
)
NOT_WITHHOLD = Wording(
    "mapping-expected",
    "To withhold something needs a reason, on a line of its own.",
    "Write nothing behind this key, and `reason:` with a reason of the policy below it, indented.",
)
NOT_WITHHELD_FIELDS = Wording(
    "mapping-expected",
    "Here stand the keys that are withheld, each with its reason.",
    "Write the key below, as in `text:`, and `reason:` with a reason of the policy below that, indented.",
)
NEVER_WITHHELD = Wording(
    "never-withheld",
    "This record cannot be withheld as a whole, because every page needs it.",
    "Take out `withhold:`. A passage or a field of it can be withheld.",
)
MISSING_PUBLIC_ID = Wording(
    "missing-key",
    "The key `public_id` is missing.",
    "Take the line back from an earlier state of the file. For a new person, let `pages new people` write "
    "the file: it draws the id at random.",
)
NOT_LIST = Wording(
    "list-expected",
    "A list is expected here.",
    "Write each entry on a line of its own that begins with `- `.",
)
NOT_ONE_OF = Wording(
    "not-one-of", "This is not one of the words that may stand here.", "Write one of: {words}."
)
NOT_ONE_OF_MEANT = Wording(
    "not-one-of",
    "This is not one of the words that may stand here; did you mean `{meant}`?",
    "Write one of: {words}.",
)
WRONG_FORM = Wording("wrong-form", "This is not written as it must be.", "{form}")
NO_SUCH_DAY = Wording(
    "no-such-day", "The calendar has no such day.", "Correct the date; it is year-month-day."
)
NO_SUCH_MONTH = Wording(
    "no-such-day", "The calendar has no such month.", "Write a day, a month or a year. {words}"
)
EMPTY = Wording("empty-text", "There are no words here.", "Write them, or remove the key.")
TOO_LONG = Wording(
    "too-long",
    "This text is longer than {longest} characters.",
    "Shorten it; long text belongs in a field of prose such as `text`.",
)
ONE_LINE = Wording(
    "one-line",
    "This must be a single line.",
    "Put it on one line; long text belongs in a field of prose such as `text`.",
)
ONE_OF_TWO = Wording(
    "one-of-two", "Either `{first}` or `{second}` is needed, and not both.", "Keep the one that is right."
)
SMALL_NUMBER = Wording(
    "small-numbers",
    "`{name}` does not protect anybody with this number, or hides everything.",
    "Write a number from {fewest} to {most}.",
)
SMALL_NUMBER_NARROW = Wording(
    "small-numbers",
    "More numbers are to stay possible, `narrowest`, than `largest` or `step` leaves.",
    "Write a smaller number under `narrowest`, or larger ones under the others.",
)
SMALL_NUMBER_STEP = Wording(
    "small-numbers",
    "With a `step` of {step}, the first number above `largest` would be rounded with small ones.",
    "For `largest`, write one of: {fits}.",
)
ENDS_BEFORE_START = Wording(
    "ends-before-start", "`{second}` is earlier than `{first}`.", "Correct whichever of the two is wrong."
)
PROMISE_EMPTY = Wording(
    "promise-empty",
    "Nothing is promised here.",
    "Write `draft_days`, `approved_days` or `agenda_days`, or remove `promptness`.",
)
PROMISE_DAYS = Wording(
    "promise-days",
    "`{name}` is no promise with this number.",
    "Write a number of days from 1 to {most}.",
)
GOES_WITH = Wording(
    "goes-with",
    "`{first}` and `{second}` belong together.",
    "Add the one that is missing, or remove the other.",
)
SAME_ID = Wording(
    "same-id",
    "The id `{id}` stands twice here, first on line {line}.",
    "Give one of the two another id; printed numbers may repeat, ids may not.",
)
CANNOT_WITHHOLD = Wording(
    "cannot-withhold-field",
    "The field `{field}` cannot be withheld alone.",
    "Withhold the whole unit with `withhold:`, or name one of: {fields}.",
)
CANNOT_WITHHOLD_ANY = Wording(
    "cannot-withhold-field",
    "The field `{field}` cannot be withheld alone.",
    "No field can be here. Withhold the whole unit with `withhold:`.",
)
OTHER = Wording(
    "wrong-value", "This value cannot be read.", "Compare it with the example of this kind in the guide."
)
UNKNOWN_REFERENCE = Wording(
    "unknown-reference",
    "No {kinds} with this id.",
    "Correct the id, or add what it should name first.",
)
UNKNOWN_REASON = Wording(
    "unknown-reference",
    "No reason of the policy with this id. The reasons are: {reasons}.",
    "Write one of them, or add yours to data/policy.yml first.",
)
UNKNOWN_REFERENCE_MEANT = Wording(
    "unknown-reference",
    "No {kinds} with this id; did you mean `{meant}`?",
    "Correct the id, or add what it should name first.",
)
AMBIGUOUS_ID = Wording(
    "ambiguous-id",
    "The id `{id}` belongs to a record of {first} and to one of {second}.",
    "Rename the newer file, so that an owner can be told from a body.",
)
SAME_PUBLIC_ID = Wording(
    "same-public-id",
    "The record `{other}` has the same public id.",
    "Give the newer of the two another one: `p-` and eight letters or digits.",
)
CYCLE = Wording(
    "cycle",
    "`{field}` leads round in a circle: {circle}.",
    "Take it out of one of these records.",
)
RESERVED_ID = Wording(
    "reserved-id",
    "An item's id may not begin with `{prefix}`, which begins other addresses on the page.",
    "Give the item another id.",
)
SINGLE_MISSING = Wording(
    "single-record-missing",
    "There is no such file, and every partnership needs it.",
    "Make one with `pages new {kind}`.",
)
UNKNOWN_FOLDER = Wording(
    "unknown-folder", "This folder is not one of the kinds of record.", "Its name must be one of: {kinds}."
)
UNKNOWN_DATA_FILE = Wording(
    "unknown-data-file",
    "This file is not a record.",
    "Move it out of data/; each record is one `.yml` file in the folder of its kind.",
)
ID_IN_FILE = Wording(
    "id-in-file",
    "A record's id is its file name, and is not written in the file.",
    "Remove this line; to change an id, rename the file.",
)
CHECKERS_OF_AREAS = Wording(
    "checkers-of-areas",
    "Each area of a joint group needs one checker, with a role of their own.",
    "List at least two under `checkers`, our own area among them, each with another `area` and `role`.",
)
REASONS_TWICE = Wording(
    "reasons-twice",
    "Two reasons have the same id.",
    "Give one of them another id, or remove one.",
)
