"""`zhylnama person`: the profile of one person."""

from __future__ import annotations

import argparse

from zhylnama.commands.given import open_archive, typed, with_archive
from zhylnama.commands.people import one_person

HELP = "print the profile of a person"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    with_archive(parser)
    parser.add_argument("--json", action="store_true", help="one object, its events by id")
    parser.add_argument("name", metavar="NAME", nargs="+")


def run(options: argparse.Namespace) -> int:
    """Print the profile of the one person that a name means."""
    from zhylnama.commands.printing import print_profile, profile_object

    with open_archive(options) as archive:
        profile = archive.profile(one_person(archive, typed(options.name)))
        assert profile is not None
        if options.json:
            import msgspec

            print(msgspec.json.encode(profile_object(profile)).decode())
        else:
            print_profile(profile)
    return 0
