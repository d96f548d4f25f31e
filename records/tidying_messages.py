"""What `pages tidy` did to a record, or would do."""

from problems import Severity, Wording

LAID_OUT = Wording(
    "tidy-layout",
    "Lines are laid out anew: {lines} of {of}. Every value stays as it is.",
    "Nothing is to be done. `--show-text` shows the lines on a terminal.",
    Severity.WARNING,
)
SIGNS_FOLDED = Wording(
    "tidy-signs",
    "Special spaces become spaces, and soft hyphens go, as whenever the file is read: first in {lines}.",
    "Nothing is to be done.",
    Severity.WARNING,
)
MARKS_OFF = Wording(
    "tidy-quotation-marks",
    "Printed quotation marks stand around a key, an id, a day or another value that is no text; they go.",
    "Nothing is to be done.",
    Severity.WARNING,
)
ID_ADDED = Wording(
    "tidy-id",
    "There is no id here; one is added. `--show-text` tells it on a terminal.",
    "Look at it before you sign off: an id is public, becomes an address and never changes.",
    Severity.WARNING,
)
NOT_READ = Wording(
    "tidy-not-read",
    "The file has errors that keep it from being read for certain, so it is left as it is.",
    "Mend the errors named here, then tidy again.",
)
NOT_SAFE = Wording(
    "tidy-not-safe",
    "The file cannot be laid out anew without a risk for its values, so it is left as it is.",
    "Nothing is wrong with the record. Report this as a fault of the software.",
    Severity.WARNING,
)
CHANGED_MEANWHILE = Wording(
    "tidy-changed-meanwhile",
    "Somebody changed this file while it was being tidied, so it is left as it is now.",
    "Tidy again once the other has finished.",
)
CANNOT_WRITE = Wording(
    "tidy-cannot-write",
    "The file cannot be written, and is as it was.",
    "Check whose it is, and whether the disk is full.",
)
