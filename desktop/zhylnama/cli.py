"""The same work, from a shell: results on standard output, messages on standard error.

Exit status: 0 done, 1 nothing found or more than one candidate, 2 the command is wrong, 3 the input
is bad or damaged, 4 the system refused.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from zhylnama import __version__
from zhylnama.failure import BadInput, Failure, NotOne, SystemRefused, WrongCommand

if TYPE_CHECKING:
    from zhylnama.archive.archive import Archive
    from zhylnama.archive.build import Progress
    from zhylnama.archive.model import Candidate
    from zhylnama.reading.identities import Lookup
    from zhylnama.record.file import Record

FORMS = ("jsonl", "csv", "toml")
LANGUAGES = ("en", "ru", "kk")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; without a command, open the window."""
    _speak_utf8()
    try:
        options = _parser().parse_args(
            _with_command(sys.argv[1:] if arguments is None else arguments)
        )
        command: Callable[[argparse.Namespace], int] = options.command
        status = command(options)
        if sys.stdout is not None:  # a window on Windows has none
            sys.stdout.flush()
        return status
    except Failure as failure:
        _say(str(failure))
        return failure.status
    except BrokenPipeError:
        # The reader of our output (`head`) has seen enough; that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say("stopped; nothing was changed.")
        return 130
    except OSError as refused:
        if refused.filename is None and refused.errno is None:
            raise
        why = (refused.strerror or str(refused)).lower()
        about = f"{refused.filename}: " if refused.filename else ""
        _say(f"{about}the system refused: {why}.")
        return SystemRefused.status


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `open` before an archive that is given alone.

    That is how a desktop starts a program on a file that somebody double-clicked.
    """
    given = list(arguments)
    return ["open", *given] if given and given[0].lower().endswith(".zhylnama") else given


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page is; what a console cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(message: str) -> None:
    """Write a message to standard error: what it cites of a file cannot steer the terminal."""
    from zhylnama.shell import plain

    if sys.stderr is not None:
        lines = (plain(line) for line in message.split("\n"))
        print("zhylnama:", "\n".join(lines), file=sys.stderr)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        raise WrongCommand(f"{message}. See “{self.prog} --help”.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="zhylnama",
        description="A human-rights archive on a laptop, without internet. "
        "Without a command, opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Zhylnama {__version__}")
    _add_archive(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the window")
    parser.set_defaults(command=open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def add(name: str, run: Callable[[argparse.Namespace], int], text: str) -> _Parser:
        made: _Parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        made.set_defaults(command=run)
        return made

    window = add("open", open_window, "open the window on an archive file")
    window.add_argument("file", metavar="FILE", nargs="?", type=Path)
    window.add_argument("--lang", choices=LANGUAGES, help="the language of the window")

    build = add("build", run_build, "make an archive file from records")
    build.add_argument(
        "seeds",
        metavar="SEEDS",
        nargs="*",
        type=Path,
        help="record files (.toml, .jsonl) or folders of them; default: the bundled ones",
    )
    build.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    build.add_argument(
        "--accept-uncertain",
        action="store_true",
        help="take records with something uncertain in them as they are",
    )

    import_ = add("import", run_import, "read a published report into a draft of records")
    _add_archive(import_)
    import_.add_argument(
        "reports",
        metavar="REPORT",
        nargs="+",
        type=Path,
        help="plain text, a saved web page, .docx or PDF",
    )
    import_.add_argument(
        "-o",
        "--output",
        metavar="DRAFT",
        required=True,
        help=".toml to review, .jsonl for bulk, “-”: JSON Lines on standard output",
    )

    export = add("export", run_export, "write the records of an archive")
    _add_archive(export)
    export.add_argument(
        "--format", choices=FORMS, help="default: by the file's ending, JSON Lines for “-”"
    )
    export.add_argument(
        "--people", action="store_true", help="write the people instead of the events (not CSV)"
    )
    export.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="“-”: standard output"
    )

    search = add("search", run_search, "find events")
    _add_archive(search)
    search.add_argument("--json", action="store_true", help="a record a line, with “why”")
    search.add_argument("--limit", metavar="N", type=_count, default=50)
    search.add_argument("--sort", choices=("date", "best"), default="date")
    search.add_argument("query", metavar="QUERY", nargs="+")

    person = add("person", run_person, "print the profile of a person")
    _add_archive(person)
    person.add_argument("--json", action="store_true", help="one object, its events by id")
    person.add_argument("name", metavar="NAME", nargs="+")

    dossier = add("dossier", run_dossier, "print a person's dossier as PDF")
    _add_archive(dossier)
    dossier.description = (
        "Print the dossier of a person as PDF, or as a .docx to edit. Words without quotation "
        "marks are one name: “dossier Mamay Zhanbolat”. As soon as one argument has a space in it, "
        "or all are ids, each is a person of its own, and several make one book with a common "
        "index: “dossier 'Mamay Zhanbolat' 'Test Aisha'”."
    )
    dossier.add_argument("name", metavar="NAME", nargs="+", help="a name or an id; see above")
    dossier.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help="ends in .pdf or .docx"
    )
    dossier.add_argument("--lang", choices=LANGUAGES, default="en")
    dossier.add_argument(
        "--form",
        choices=("wgad", "special-procedures"),
        help="a draft for the UN Working Group on Arbitrary Detention, or the Special Procedures",
    )
    dossier.add_argument(
        "--preset",
        choices=("everything", "court", "press", "public"),
        default="everything",
        help="what is taken out to protect others; docs/dossier.md says what",
    )
    dossier.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    dossier.add_argument("--black-and-white", action="store_true", help="for such a printer")
    dossier.add_argument(
        "--classification", metavar="TEXT", default="", help="a line such as “Confidential”"
    )
    dossier.add_argument("--photo", metavar="FILE", type=Path, help="a picture for the first page")
    locked = dossier.add_mutually_exclusive_group()
    locked.add_argument("--encrypt", action="store_true", help="ask for a passphrase")
    locked.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="its first line is the passphrase"
    )

    verify = add(
        "verify",
        run_verify,
        "say whether an archive file is whole, changed or damaged, or a dossier matches an archive",
    )
    _add_archive(verify)
    verify.add_argument("file", metavar="FILE", type=Path)
    verify.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="for a dossier that is locked"
    )
    return parser


def _add_archive(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS: a default of the command would overwrite what was given before its name.
    parser.add_argument(
        "--archive",
        metavar="FILE",
        type=Path,
        default=argparse.SUPPRESS,
        help="the archive to read; default: the bundled one",
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


# -- Commands ----------------------------------------------------------------------------------


def open_window(options: argparse.Namespace) -> int:
    """Open the window on an archive."""
    from zhylnama.window.application import run

    file = getattr(options, "file", None) or getattr(options, "archive", None)
    return run(file if file is not None else _bundled(), options.lang)


def run_build(options: argparse.Namespace) -> int:
    """Make an archive file from records; nothing is left of a build that fails."""
    from zhylnama.files import seeds_folder
    from zhylnama.installed import build_from, record_files

    given: list[Path] = options.seeds
    if not given:
        folder = seeds_folder()
        if folder is None:
            raise WrongCommand("this installation carries no records; name the files to build from")
        given = [folder]
    _keep_apart(options.output, record_files(given))
    with _progress() as progress:
        edition = build_from(
            given, options.output, progress, accept_uncertain=options.accept_uncertain
        )
    print(
        f"{options.output}: {edition.events} events, {edition.people} people, "
        f"edition {edition.label}, digest {edition.short_digest}",
        file=sys.stderr,
    )
    return 0


@contextlib.contextmanager
def _progress() -> Iterator[Progress]:
    """Give a progress bar on a terminal, and silence elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda stage, done, all_: None
        return
    from tqdm import tqdm

    bars: dict[str, tqdm[NoReturn]] = {}
    labels = {"read": "Reading records", "write": "Writing events", "index": "Folding words"}

    def show(stage: str, done: int, all_: int | None) -> None:
        if stage not in bars:
            for bar in bars.values():
                bar.close()
            bars[stage] = tqdm(desc=labels[stage], total=all_, unit="", leave=False, delay=0.5)
        bars[stage].update(done - bars[stage].n)

    try:
        yield show
    finally:
        for bar in bars.values():
            bar.close()


def run_import(options: argparse.Namespace) -> int:
    """Read published reports into a draft; nothing is left of a draft that fails."""
    from zhylnama.files import resources_folder
    from zhylnama.reading.draft import write_draft
    from zhylnama.shell import print_imported
    from zhylnama.writing import replacing

    reports: list[Path] = options.reports
    to_stdout = options.output == "-"
    target = Path(options.output)
    if not to_stdout and target.suffix.lower() not in (".toml", ".jsonl"):
        raise WrongCommand("a draft is a .toml or a .jsonl file, or “-” for JSON Lines")
    as_toml = not to_stdout and target.suffix.lower() == ".toml"
    if not to_stdout:
        _keep_apart(target, reports)
    with contextlib.ExitStack() as stack:
        archive = stack.enter_context(_open_archive(options))
        progress = stack.enter_context(_progress())
        stream = _standard_output() if to_stdout else stack.enter_context(replacing(target))
        imported = write_draft(
            reports,
            stream,
            "toml" if as_toml else "jsonl",
            resources=resources_folder(),
            lookup=known_people(archive),
            progress=lambda events: progress("read", events, None),
        )
        stream.flush()
    print_imported(imported)
    return 0


def known_people(archive: Archive) -> Lookup:
    """Return the people of an archive as a reading asks for them."""
    from zhylnama.reading.identities import Known

    def look_up(name: str) -> list[Known]:
        return [
            Known(
                one.person.id,
                one.name,
                one.sure,
                one.why,
                tuple(one.person.spellings),
                tuple(office.title for office in one.person.offices if office.title),
            )
            for one in archive.candidates(name)
        ]

    return look_up


def run_export(options: argparse.Namespace) -> int:
    """Write the records of an archive, exactly as they went in."""
    from zhylnama.record.file import write_records
    from zhylnama.writing import replacing

    form = options.format or {".csv": "csv", ".toml": "toml"}.get(
        Path(options.output).suffix.lower(), "jsonl"
    )
    if options.people and form == "csv":
        raise WrongCommand("people are written as jsonl or toml, not as csv")
    with _open_archive(options) as archive:
        _keep_apart(Path(options.output), [archive.path])
        records: Iterator[Record] = archive.identities() if options.people else archive.events()
        if options.output == "-":
            write_records(records, form, _standard_output())
        else:
            with replacing(Path(options.output)) as stream:
                write_records(records, form, stream)
    return 0


def run_search(options: argparse.Namespace) -> int:
    """Print the events that a query finds."""
    from zhylnama.shell import print_hits

    query = _typed(options.query)
    with _open_archive(options) as archive:
        page = archive.search(
            query, sort="best" if options.sort == "best" else "newest", limit=options.limit
        )
        if page.reading:
            _say(f"{page.reading}.")
        if not page.hits:
            if page.more:  # --limit 0: only whether something is found
                return 0
            hint = f" Did you mean: {', '.join(page.suggestions)}?" if page.suggestions else ""
            raise NotOne(f"nothing found for {query}.{hint}")
        print_hits(archive, page.hits, as_json=options.json)
        if page.more and not options.json:
            _say(f"the first {len(page.hits)} are shown; --limit shows more.")
    return 0


def run_person(options: argparse.Namespace) -> int:
    """Print the profile of the one person that a name means."""
    from zhylnama.shell import print_profile, profile_object

    with _open_archive(options) as archive:
        profile = archive.profile(_one_person(archive, _typed(options.name)))
        assert profile is not None
        if options.json:
            import msgspec

            print(msgspec.json.encode(profile_object(profile)).decode())
        else:
            print_profile(profile)
    return 0


def run_dossier(options: argparse.Namespace) -> int:
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
    with _open_archive(options) as archive:
        people = [_one_person(archive, name) for name in _names(archive, options.name)]
        read = [path for path in (options.photo, options.passphrase_file) if path is not None]
        _keep_apart(options.output, [archive.path, *read])
        if len(set(people)) > 1 and options.photo is not None:
            raise WrongCommand("a photo is for the dossier of one person")
        passphrase = _passphrase(options, ask=options.encrypt, twice=True)
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


def _names(archive: Archive, given: list[str]) -> list[str]:
    """Return the names meant: each argument one, if any has a space in it or all are ids."""
    several = any(" " in name.strip() for name in given)
    if several or all(_is_id(archive, name) for name in given):
        return given
    return [" ".join(given)]


def _is_id(archive: Archive, name: str) -> bool:
    found = archive.candidates(name, limit=1)
    return bool(found) and found[0].person.id == name.strip()


def _passphrase(options: argparse.Namespace, *, ask: bool, twice: bool = False) -> str | None:
    """Return the passphrase from its file or from the keyboard; never from the command line."""
    file: Path | None = options.passphrase_file
    if file is not None:
        try:
            said = file.read_bytes()[:4096].decode("utf-8-sig").splitlines()
        except OSError as refused:
            why = (refused.strerror or str(refused)).lower()
            raise SystemRefused(f"{file} cannot be read: {why}.") from refused
        except UnicodeDecodeError as bad:
            raise BadInput(f"{file} is no text in UTF-8; it must hold the passphrase.") from bad
        if not said or not said[0]:
            raise BadInput(f"{file} is empty; its first line must be the passphrase.")
        return said[0]
    if not ask:
        return None
    import getpass

    try:
        first = getpass.getpass("Passphrase: ")
        if not first:
            raise WrongCommand("the passphrase is empty; give one of several words")
        if twice and getpass.getpass("The same once more: ") != first:
            raise WrongCommand("the two passphrases differ; nothing was written")
    except EOFError as ended:
        raise WrongCommand("there is nobody to ask; use --passphrase-file") from ended
    return first


def run_verify(options: argparse.Namespace) -> int:
    """Say whether an archive file is whole, or whether a dossier matches an archive."""
    from zhylnama.dossier.check import is_pdf

    if is_pdf(options.file):
        return _verify_dossier(options)
    from zhylnama.archive.verify import verify_archive

    edition = verify_archive(options.file)
    print(
        f"{options.file} is whole: edition {edition.label}, {edition.events} events, "
        f"digest {edition.digest}"
    )
    return 0


def _verify_dossier(options: argparse.Namespace) -> int:
    from zhylnama.dossier.check import check_dossier, verdict_in_lines
    from zhylnama.dossier.inside import Locked
    from zhylnama.shell import plain

    passphrase = _passphrase(options, ask=False)
    with _open_archive(options) as archive:
        try:
            verdict = check_dossier(options.file, archive, passphrase)
        except Locked:
            if passphrase is not None or sys.stdin is None or not sys.stdin.isatty():
                raise
            passphrase = _passphrase(options, ask=True)
            verdict = check_dossier(options.file, archive, passphrase)
    for line in verdict_in_lines(verdict, str(options.file)):
        print(plain(line))
    return 0 if verdict.matches else NotOne.status


# -- What commands share -----------------------------------------------------------------------


def _typed(words: Iterable[str]) -> str:
    """Return what was typed, also where the console's code page is none that Python knows."""
    typed = re.sub("[\ud800-\udc7f\udd00-\udfff]", "?", " ".join(words))
    return typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _standard_output() -> BinaryIO:
    if sys.stdout is None:
        raise SystemRefused("there is no standard output; name a file with -o.")
    return sys.stdout.buffer


def _keep_apart(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over what is being read: it would be a lost record."""
    for path in inputs:
        with contextlib.suppress(OSError):
            if output.samefile(path):
                raise WrongCommand(f"{output} is what is being read; give another name with -o")


def _bundled() -> Path:
    from zhylnama.installed import bundled_or_built

    return bundled_or_built()


def _open_archive(options: argparse.Namespace) -> Archive:
    from zhylnama.archive.archive import Archive

    given: Path | None = getattr(options, "archive", None)
    return Archive.open(given if given is not None else _bundled())


def _one_person(archive: Archive, name: str) -> str:
    """Return the id of the one person a name means; raises NotOne with the candidates."""
    candidates = archive.candidates(name)
    sure = [candidate for candidate in candidates if candidate.sure]
    if len(sure) == 1:
        return sure[0].person.id
    # One word that only one person in the archive has names that person. (A full name of which
    # only one word fits does not: a Murat Beketayev is no Marat Beketayev.)
    from zhylnama.names.identity import name_words

    alone = not sure and len(candidates) == 1 and candidates[0].why == "one name only"
    if alone and len(name_words(name)) == 1:
        return candidates[0].person.id
    if not candidates:
        page = archive.search(name, limit=0)
        hint = f" Did you mean: {', '.join(page.suggestions)}?" if page.suggestions else ""
        raise NotOne(f"nobody in this archive is called {name}.{hint}")
    shown = sure or candidates
    if len(shown) > 1:
        head = f"{name} may mean more than one person; give the full name, or the id, of one"
    else:
        head = f"nobody is written exactly so, but {name} may mean this person; give the name or id"
    raise NotOne("\n".join([f"{head}:", *(_line(one) for one in shown)]))


def _line(candidate: Candidate) -> str:
    from zhylnama.shell import counted

    detail = ", ".join(
        part
        for office in candidate.person.offices[:1]
        for part in (office.title, office.organisation)
        if part
    )
    about = "; ".join(part for part in (counted(candidate.events), detail, candidate.why) if part)
    return f"  {candidate.name}  ({candidate.person.id}: {about})"
