"""What can keep a starting file from being written, in words for a business manager."""

from problems import Severity, Wording

EXISTS = Wording(
    "file-exists",
    "There is such a file already, and it was left as it is.",
    "Open it in an editor, or choose another id.",
)
ID_WRONG = Wording(
    "new-id-wrong",
    "This cannot be an id.",
    "Use lower-case letters and digits, with single hyphens between and at most 80 in all: `young-carers`. "
    "Names with capitals and spaces go behind `--title`.",
)
ID_TAKEN = Wording(
    "new-id-taken",
    "The id `{id}` belongs to a record of {kind} already.",
    "Choose another; people, organizations and groups share one set of ids, and `all` means all partners.",
)
ID_NOT_WANTED = Wording(
    "new-id-not-wanted",
    "There is only one record of this kind, so it has no id of its own.",
    "Leave the id out: `pages new {kind}`.",
)
NO_GROUP = Wording(
    "new-no-group",
    "A meeting needs a group, and there is none yet.",
    "Make one first: `pages new groups executive`.",
)
NO_SUCH = Wording(
    "new-no-such-record",
    "There is no record in data/{kind}/ with the id given as `{option}`.",
    "Make it first with `pages new {kind}`, or use one of: {ids}.",
)
NOT_OF_THIS_KIND = Wording(
    "new-option-unused",
    "The option `{option}` means nothing for {kind}.",
    "Leave it out.",
)
NOT_ONE_OF = Wording(
    "new-sort-unknown",
    "This is not one of the sorts of {kind}.",
    "Use one of: {words}.",
)
UNWRITABLE = Wording(
    "new-answers-wrong",
    "A record cannot hold one of the answers as it was given.",
    "Use one line of ordinary letters and signs for each.",
)
CANNOT_WRITE = Wording(
    "new-cannot-write",
    "This file could not be written.",
    "Look whether you may write here, and whether a file stands where a folder is needed.",
)
MEETINGS_WITH_MISTAKES = Wording(
    "new-meetings-with-mistakes",
    "Records of meetings have mistakes ({count} in all), so their open actions are not in the new file.",
    "Run `pages check`, mend them, and make the file again if you need the list.",
    Severity.WARNING,
)
YEAR_WRONG = Wording(
    "report-year-wrong",
    "This is no reporting year of the partnership.",
    "Write `2025-26` for a year that runs into the next, or `2025` for one from January to December. It "
    "begins in April, or in the month under `year_begins` of the partnership, as it is signed off.",
)
YEAR_NEEDED = Wording(
    "report-year-needed",
    "`--refresh` counts a yearly report again, and needs its year.",
    "Add the year: `pages new report --year 2025-26 --refresh`.",
)
REPORT_EXISTS = Wording(
    "report-exists",
    "There is a report with this id already. It was left as it is, and nothing was written.",
    "To see what the public records say now, say `pages new report --year {year} --refresh`: the report is "
    "written beside, into build/reports/, and you are told which tables differ.",
)
NOTHING_COUNTED = Wording(
    "report-nothing-counted",
    "No meeting of {year} that was held is published, so there is little that could be counted.",
    "Sign off the minutes of the year first, and then count again with `--refresh`.",
    Severity.WARNING,
)
COUNTED_OTHERWISE = Wording(
    "counted-otherwise",
    "The public records say something else now than what was counted here.",
    "Count again: `pages new report --year {year} --refresh` writes the report beside, into build/reports/; "
    "take over what is right. If you changed this by hand, take out its line `counted`.",
    Severity.WARNING,
)
