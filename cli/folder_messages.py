"""What can be wrong with the folders of a partnership, in words for a business manager."""

from problems import Wording

NOT_A_FOLDER = Wording(
    "not-a-folder",
    "Here stands a file, or a link that leads nowhere, and a folder of this name is needed.",
    "Give the file another name, or connect the drive that the link leads to. Take the folder of the "
    "partnership back from version control or a backup, if it had one.",
)
NOT_ALLOWED = Wording(
    "not-allowed",
    "The computer does not allow something in this folder to be read or changed. Nothing was published.",
    "Close other programs that use it, and ask whoever looks after the computer to give you permission.",
)
NO_ROOM = Wording(
    "no-room",
    "The disk is full, so not everything could be written.",
    "Make room, run `pages check`, and give the command again.",
)
