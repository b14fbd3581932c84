"""Failures that a person can meet and do something about.

Everything else that is raised is a defect of the program and keeps its traceback. The exit
statuses are those of the command line: 1 nothing or not one, 2 the command is wrong, 3 the input
is bad, 4 the system refused.
"""

from __future__ import annotations


class Failure(Exception):
    """Something went wrong that the reader can understand: one sentence, and what to do next.

    `str(failure)` is the sentence. `status` is the exit status of the command line.
    """

    status = 3


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
