"""What is said of taking something down, in words for a business manager in a hurry."""

from problems import Severity, Wording

NOT_PUBLISHED = Wording(
    "not-published",
    "Nothing of this name is published, so nothing was taken down.",
    "Look for its folder in published/: the name is KIND/ID, or KIND/ID/ITEM for a part of a meeting. "
    "A person goes by the public id, which begins with `p-`.",
)
NO_SUCH_PART = Wording(
    "no-such-part",
    "The published record has no part with this id.",
    "Its parts are: {parts}.",
)
TAKEDOWNS_UNREADABLE = Wording(
    "takedowns-unreadable",
    "The list of what was taken down without trace cannot be read, so nothing can be signed off.",
    "Take it back from version control; it holds one KIND/ID on each line.",
)
PART_OF_BROKEN = Wording(
    "part-of-broken",
    "An edition of this record was changed or cannot be read, so a part cannot be taken out of it.",
    "Take the whole record down: `pages withdraw {name} --now`.",
)
PART_NEEDED = Wording(
    "part-needed",
    "An edition of this record cannot do without this part.",
    "Take the whole record down: `pages withdraw {name} --no-trace --now`.",
)
PART_NOT_REPLACED = Wording(
    "part-not-replaced",
    "Only the page of a whole record can lead to what replaces it.",
    "Leave out `--replaced-by`, and say it in the `--note`.",
)
REPLACEMENT_NOT_PUBLIC = Wording(
    "replacement-not-public",
    "What is to replace it is not a published record.",
    "Name a record that is published, as KIND/ID, or leave out `--replaced-by`.",
)
TAKEDOWN_NOTE_WITH_MARK = Wording(
    "takedown-note-with-mark",
    "The note or the role holds a mark for withholding.",
    "Write it in words that may be public, or leave it out.",
)
NOT_SEARCHED = Wording(
    "note-not-searched",
    "data/ cannot be read, so nobody can say whether these words hold something that is withheld.",
    "Nothing was changed. Leave out --note and --role, or see that data/ can be read.",
)
DOWN_ALREADY = Wording(
    "down-already",
    "This was taken down before, and nothing of it is left in published/.",
    "Run `pages build` and deploy the site, if that is not done yet.",
    Severity.WARNING,
)
NOTHING_EARLIER = Wording(
    "nothing-earlier",
    "No earlier edition of this record has any content.",
    "There is nothing left to do.",
    Severity.WARNING,
)
NOT_TAKEN_DOWN = Wording(
    "not-taken-down",
    "Nothing of this name is down without a second person having looked, so there is nothing to confirm.",
    "`pages check` lists what waits to be confirmed.",
)
CONFIRMED_ALREADY = Wording(
    "confirmed-already",
    "A second person confirmed this takedown already.",
    "There is nothing left to do.",
    Severity.WARNING,
)
SAME_ROLE_CONFIRMS = Wording(
    "same-role-confirms",
    "The same role took this down and would confirm it.",
    "Let somebody else look, and give their role with `--role`.",
)
CONFIRM_DUE = Wording(
    "takedown-to-confirm",
    "Something was taken down here on {taken}. A second person is to confirm that by {day}.",
    "Let them look, then: `pages withdraw {record} --confirm --role ROLE`.",
    Severity.WARNING,
)
CONFIRM_LATE = Wording(
    "takedown-to-confirm",
    "Something was taken down here on {taken}. A second person was to confirm that by {day}.",
    "Let them look, then: `pages withdraw {record} --confirm --role ROLE`.",
    Severity.WARNING,
)
REVIEW_PUBLIC_A_YEAR = Wording(
    "review-public-a-year",
    "The report of a practice review is to be publicly available for at least one year (regulation 17 of "
    "SI 2018/789), and its first edition here is of {day}.",
    "It is taken down all the same. Look whether an improved version must take its place.",
    Severity.WARNING,
)
ARRANGEMENTS_PUBLIC = Wording(
    "arrangements-public",
    "Published arrangements are required (Children Act 2004, section 16G), and no other version of them is "
    "public here.",
    "They are taken down all the same. Publish another version soon.",
    Severity.WARNING,
)
NAMED_BY_HAND = Wording(
    "named-by-hand",
    "This file names what is taken down without trace.",
    "Take it out of the file, or the build may stop and the name stays public.",
    Severity.WARNING,
)
WORDS_ABOUT_GONE = Wording(
    "words-about-taken-down",
    "The words here name `{name}`, which was taken down without trace.",
    "Take it out of the text. If it may be public again, sign it off first, with `--restore`.",
)
HELD = Wording(
    "site-held",
    "The whole site is taken down since {day}: `pages build` puts the holding page in its place.",
    "When it may be public again: `pages withdraw --everything --end`, then `pages build`.",
    Severity.WARNING,
)
TAKEN_DOWN_MEANWHILE = Wording(
    "taken-down-meanwhile",
    "The whole site was taken down while this build ran, so what it made is not put in place.",
    "Deploy the holding page: run `pages build` once more, which puts it there.",
)
NOT_HELD = Wording(
    "site-not-held",
    "The whole site is not taken down, so there is nothing to end.",
    "Run `pages build` to make the site.",
)
CANNOT_WRITE = Wording(
    "takedown-not-written",
    "This could not be written ({error}), so the takedown is not complete.",
    "Look whether you may write there and whether the disk is full, then give the same command again.",
)
