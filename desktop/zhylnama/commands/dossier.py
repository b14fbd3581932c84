"""`zhylnama dossier`: one person, or several, on paper."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from zhylnama.commands.given import (
    keep_apart,
    open_archive,
    passphrase_given,
    with_archive,
    with_language,
)
from zhylnama.commands.people import names_meant, one_person
from zhylnama.failure import WrongCommand

HELP = "print a person's dossier as PDF"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    with_archive(parser)
    parser.description = (
        "Print the dossier of a person as PDF, or as a .docx to edit. Words without quotation "
        "marks are one name: “dossier Mamay Zhanbolat”. As soon as one argument has a space in it, "
        "or all are ids, each is a person of its own, and several make one book with a common "
        "index: “dossier 'Mamay Zhanbolat' 'Test Aisha'”."
    )
    parser.add_argument("name", metavar="NAME", nargs="+", help="a name or an id; see above")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help="ends in .pdf or .docx"
    )
    with_language(parser, default="en")
    parser.add_argument(
        "--form",
        choices=("wgad", "special-procedures"),
        help="a draft for the UN Working Group on Arbitrary Detention, or the Special Procedures",
    )
    parser.add_argument(
        "--preset",
        choices=("everything", "court", "press", "public"),
        default="everything",
        help="what is taken out to protect others; docs/dossier.md says what",
    )
    parser.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    parser.add_argument("--black-and-white", action="store_true", help="for such a printer")
    parser.add_argument(
        "--classification", metavar="TEXT", default="", help="a line such as “Confidential”"
    )
    parser.add_argument("--photo", metavar="FILE", type=Path, help="a picture for the first page")
    locked = parser.add_mutually_exclusive_group()
    locked.add_argument("--encrypt", action="store_true", help="ask for a passphrase")
    locked.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="its first line is the passphrase"
    )


def run(options: argparse.Namespace) -> int:
    """Write the dossier of one person, or a book of several, as PDF or as a document to edit."""
    from zhylnama.dossier.make import make_dossier
    from zhylnama.dossier.options import DossierOptions

    ending = options.output.suffix.lower()
    if ending not in (".pdf", ".docx"):
        raise WrongCommand(f"{options.output}: a dossier is written as .pdf or .docx")
    chosen = DossierOptions(
        lang=options.lang,
        paper=options.paper,
        form=options.form,
        preset=options.preset,
        classification=options.classification,
        photo=None if options.photo is None else str(options.photo),
        colour=not options.black_and_white,
    )
    with open_archive(options) as archive:
        people = [one_person(archive, name) for name in names_meant(archive, options.name)]
        read = [path for path in (options.photo, options.passphrase_file) if path is not None]
        keep_apart(options.output, [archive.path, *read])
        if len(set(people)) > 1 and options.photo is not None:
            raise WrongCommand("a photo is for the dossier of one person")
        passphrase = passphrase_given(options, ask=options.encrypt, twice=True)
        make_dossier(
            archive,
            people,
            chosen,
            options.output,
            today=dt.date.today(),
            passphrase=passphrase,
            word=ending == ".docx",
        )
    return 0
