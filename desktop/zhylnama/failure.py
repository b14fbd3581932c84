"""Failures that a person can meet and do something about.

Everything else that is raised is a defect of the program and keeps its traceback. The exit
statuses are those of the command line: 1 nothing or not one, 2 the command is wrong, 3 the input
is bad, 4 the system refused.

A failure is raised where no language is known. So it carries its English sentence with `{fields}`
still open, and the window says it in the reader's own (`Wording.failure`); a shell is English.
"""

from __future__ import annotations

import errno
from pathlib import Path


class Phrase:
    """Words for people that are not yet in anybody's language: English, with `{fields}`.

    A field may be a phrase or a failure too. `str(phrase)` is the English.
    """

    def __init__(self, text: str, **fields: object) -> None:
        self.text = text
        self.fields = fields

    def __str__(self) -> str:
        return self.text.format(**self.fields) if self.fields else self.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and (self.text, str(self)) == (other.text, str(other))

    def __hash__(self) -> int:
        return hash((self.text, str(self)))


class Failure(Exception):
    """Something went wrong that the reader can understand: one sentence, and what to do next.

    `Failure("{path} is damaged.", path=path)`: the sentence is a literal, for the translations.
    `str(failure)` is the English. `status` is the exit status of the command line.
    """

    status = 3

    def __init__(self, sentence: str, **fields: object) -> None:
        self.phrase = Phrase(sentence, **fields)
        super().__init__(str(self.phrase))


class NotOne(Failure):
    """Nothing was found, or more than one candidate; nothing is damaged."""

    status = 1


class WrongCommand(Failure):
    """The command line asks for something that does not exist or contradicts itself."""

    status = 2


class BadInput(Failure):
    """A file that was given is not what it should be; the sentence says where."""

    status = 3


class SystemRefused(Failure):
    """The disk, the rights or another program stood in the way."""

    status = 4


# -- What the system says ----------------------------------------------------------------------


def cannot_read(path: Path, refused: OSError) -> SystemRefused:
    """Return the failure to raise where the system does not let a file be read."""
    return SystemRefused("{path} cannot be read: {why}.", path=path, why=reason(refused))


def cannot_write(path: Path, refused: OSError) -> SystemRefused:
    """Return the failure to raise where the system does not let a file be written."""
    return SystemRefused("{path} cannot be written: {why}.", path=path, why=reason(refused))


def cannot_make(folder: Path, refused: OSError) -> SystemRefused:
    """Return the failure to raise where the system does not let a folder be made."""
    return SystemRefused("{path} cannot be made: {why}.", path=folder, why=reason(refused))


def reason(refused: OSError) -> Phrase:
    """Return why the system refused; a rare reason stays in the system's own words."""
    known = _REASONS.get(refused.errno or 0)
    return known if known is not None else Phrase((refused.strerror or str(refused)).lower())


# The words are those of POSIX (strerror), so that a shell says what every other program says.
_REASONS = {
    errno.ENOENT: Phrase("no such file or directory"),
    errno.EACCES: Phrase("permission denied"),
    errno.EPERM: Phrase("operation not permitted"),
    errno.ENOSPC: Phrase("no space left on device"),
    errno.EDQUOT: Phrase("disk quota exceeded"),
    errno.EROFS: Phrase("read-only file system"),
    errno.EISDIR: Phrase("is a directory"),
    errno.ENOTDIR: Phrase("not a directory"),
    errno.EEXIST: Phrase("file exists"),
    errno.EIO: Phrase("input/output error"),
    errno.EBUSY: Phrase("device or resource busy"),
    errno.ENAMETOOLONG: Phrase("file name too long"),
    errno.EFBIG: Phrase("file too large"),
}
