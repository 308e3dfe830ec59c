"""Why the system could not do what it was asked, in our words: its own are in English, or in another language than ours."""

from __future__ import annotations

import errno

from drafter.catalogue import N_

WHY = {
    "EACCES": N_("permission denied"),
    "EPERM": N_("permission denied"),
    "ENOENT": N_("there is no such file or folder"),
    "EEXIST": N_("it is there already"),
    "ENOTDIR": N_("a part of its path is no folder"),
    "EISDIR": N_("it is a folder"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("the disk quota is used up"),
    "EFBIG": N_("the file would be too large"),
    "EROFS": N_("the disk can only be read"),
    "ENAMETOOLONG": N_("its name is too long"),
    "ELOOP": N_("its links lead round in a ring"),
    "EIO": N_("the disk or the network failed"),
    "ENXIO": N_("there is no such device"),
    "ENODEV": N_("there is no such device"),
    "EBUSY": N_("another program is using it"),
    "ETXTBSY": N_("another program is using it"),
    "EMFILE": N_("too many files are open"),
    "ENFILE": N_("too many files are open"),
    "ENOMEM": N_("there is not enough memory"),
    "ESTALE": N_("the network folder has changed"),
    "ETIMEDOUT": N_("the network does not answer"),
    "EBADF": N_("it is closed"),
    "EPIPE": N_("nobody reads it any more"),
    "EINVAL": N_("the system cannot do that with it"),
}
"""By the name of the error."""
OTHER = (N_("{name} is there already and holds something else"), N_("name another file with -o, or add --force"))
"""What is said of a file that no record tells to be a draft of ours."""
NO_FILE = N_("it is no ordinary file")
NOT_READ, NOT_WRITTEN = N_("cannot read {name}: {reason}"), N_("cannot write {name}: {reason}")
FOLDER_NOT_READ = (NOT_READ, N_("check the folder's permissions"))
"""What is said of a folder that cannot be looked into."""
NO_BRIEF_BELOW = (N_("there is no brief below the folder {name}"), N_("name the folder in which they lie"))
"""What is said of a folder in which briefs are sought, and there are none."""
OPEN = N_(
    "it is open elsewhere, as {lock} beside it says: close it there, in Word, WPS or LibreOffice, and run the command again"
)
MAY_BE_OPEN = N_("it may be open in Word or WPS: close it there; else check its permissions and those of its folder")
KEPT_FROM = {
    "cannot-read": {"open": (NOT_READ, OPEN), "perhaps": (NOT_READ, MAY_BE_OPEN)},
    "cannot-write": {"open": (NOT_WRITTEN, OPEN), "perhaps": (NOT_WRITTEN, MAY_BE_OPEN)},
}
"""What is said where the system keeps a document from us that another program has open, or may have."""


def why(error: OSError) -> str:
    """The reason in our words; that of the system where it is a rare one."""
    return WHY.get(errno.errorcode.get(error.errno or 0, "")) or error.strerror or str(error)
