"""What keeps a review from being written or shown, in words for a business manager."""

from problems import Wording

FILE_IN_PUBLIC = Wording(
    "review-file-in-public",
    "What you ask for is confidential, and {folder}/ is no place for it.",
    "Name a file outside docs/, site/, published/, data/ and build/.",
)
FILE_EXISTS = Wording(
    "review-file-exists",
    "There is a file of this name already, and it is not overwritten.",
    "Name another file, or remove this one first.",
)
NO_FOLDER = Wording(
    "review-file-no-folder",
    "The folder in which this file is to stand does not exist.",
    "Make the folder, or name a file in another one.",
)
FILE_NOT_WRITTEN = Wording(
    "review-file-not-written",
    "This file could not be written.",
    "Look whether you may write there and whether there is room, or name a file in another folder.",
)
PORT_TAKEN = Wording(
    "review-port-taken",
    "The review cannot be shown at port {port}: another program uses it, or it may not be used.",
    "Name another port, or leave out `--port`.",
)
