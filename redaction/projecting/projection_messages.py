"""What keeps a record from having public values, in words for a business manager."""

from problems import Severity, Wording

NOT_VALID = Wording(
    "record-not-valid",
    "This record has problems, so it cannot be published.",
    "Run `pages check` and mend them first.",
)
NEIGHBOUR_NOT_VALID = Wording(
    "named-record-not-valid",
    "This record names `{name}`, which has mistakes of its own, so it cannot be said how that is printed.",
    "Mend `{name}` first; `pages check` says what is wrong with it.",
)
NO_POLICY = Wording(
    "no-policy",
    "Without a valid policy nothing can be published.",
    "Mend data/policy.yml first; `pages check` says what is wrong with it.",
)
NOT_PUBLIC = Wording(
    "not-public-form",
    "The public values of this record do not have the form of an edition.",
    "This is a fault of the software, and nothing was published. Report it with this line.",
)
UNKNOWN_REASON = Wording(
    "unknown-reason",
    "The policy has no reason with this id.",
    "Use one of its reasons, or add the reason to data/policy.yml.",
)
PLACED_NOTHING = Wording(
    "placed-nothing",
    "This mark names no {kind} of this record, or stands where none can be shown.",
    "Give the id of the {kind}, in a field of prose such as `text`. Only the {kind}s of a record that has "
    "some, such as a meeting, can be placed in its own text; name those of others in a field.",
)
NO_POST_THAT_DAY = Wording(
    "no-post-that-day",
    "This person held no post on the day of the record, and is shown without name and post.",
    "Add the post with its dates to the person's record, or say there `show: name`.",
    Severity.WARNING,
)
NAMES_HIDDEN_PART = Wording(
    "names-hidden-part",
    "What is named here is withheld in its own record, so it is not named to the public.",
    "Look whether the words around it give it away. If so, withhold this too.",
    Severity.WARNING,
)
NAMES_CONCEALED = Wording(
    "names-concealed",
    "What is named here, or the organization of who is, is concealed in its own record. The public sees a "
    "notice in its place, so anybody can tell that there is something.",
    "If nobody may know, conceal this part too. If a notice is right, say `what: whole` in that record.",
    Severity.WARNING,
)
NUMBER_MISSING = Wording(
    "number-missing",
    "This part is concealed, and the number in its `{key}` is missing between those that the public sees, so "
    "anybody can tell that there is something.",
    "Put the part at the end of its list, or number what the public sees without it; what is published keeps "
    "its id. If the public may know that there is something, say `what: whole`.",
    Severity.WARNING,
)
INITIALS_LEFT_OUT = Wording(
    "initials-left-out",
    "The public sees this person by role only, so the initials are left out.",
    "Write the role where the text uses the initials, and take them out here.",
    Severity.WARNING,
)
CONCEALED_RECORD = Wording(
    "record-concealed",
    "This record is concealed, so there is nothing to publish.",
    "Take out `withhold:` with `what: concealed` if the public may know of it.",
)
NO_TITLE = Wording(
    "withhold-title-unused",
    "What is withheld here has no title, so it cannot have a neutral one.",
    "Remove the `title` under `withhold`.",
)
INSTEAD_UNUSED = Wording(
    "instead-unused",
    "This field is no text, so no words can stand in its place.",
    "Remove `instead`; the public is told that the field was withheld, and why.",
)
NEEDS_GONE = Wording(
    "needs-taken-down",
    "This record is about something that was taken down without trace, and cannot do without it.",
    "Take out what names it, or leave the record as it is: what is published of it stays.",
)
