"""Lists of names in and out of files. No Qt here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from zhylnama.archive.model import NameRow
from zhylnama.dossier.table import table_line
from zhylnama.failure import BadInput, cannot_read
from zhylnama.reading.files.document import find_encoding
from zhylnama.wording import Wording

_LONGEST = 20_000_000
_WHOLE_NAME = frozenset(
    (
        "full name", "фио", "ф.и.о.", "ф. и. о.", "имя и фамилия", "фамилия и имя",
        "фамилия, имя", "фамилия имя отчество", "аты-жөні", "аты жөні", "тегі, аты",
        "тегі, аты, әкесінің аты",
    )
)  # fmt: skip
_PARTS = (
    frozenset(("surname", "last name", "family name", "фамилия", "тегі")),
    frozenset(("name", "given name", "first name", "имя", "аты", "есімі")),
    frozenset(("patronymic", "middle name", "отчество", "әкесінің аты")),
)
_BAD = frozenset("\x00\ufffd")


def read_names(path: Path) -> list[str]:
    """Return the lines of a text file, or the names in a CSV or TSV file.

    These are in the first column, or where the head line has them: `Name`, `ФИО`, `Аты-жөні`, or
    surname, given name and father's name in columns of their own.
    UTF-8, UTF-16 with its mark, or an older encoding of the region: an Excel in Russian saves CSV
    in cp1251. Raises SystemRefused for a file that cannot be read, and BadInput for one that is no
    text or too long.
    """
    try:
        if path.stat().st_size > _LONGEST:
            raise BadInput("{path}: too long for a list of names.", path=path)
        content = path.read_bytes()
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    try:
        encoding = find_encoding(path, content)
    except BadInput as error:
        raise _no_text(path) from error
    text = content.decode(encoding, "replace").removeprefix("\ufeff")
    # Of a name that is half read nobody knows whose it is; and no list is UTF-16 without a mark.
    if encoding in ("utf-16-le", "utf-16-be") or not _BAD.isdisjoint(text):
        raise _no_text(path)
    if path.suffix.lower() not in (".csv", ".tsv"):
        return text.splitlines()
    head = text.split("\n", 1)[0]
    mark = max("\t;,", key=head.count)
    try:
        return _names_in(list(csv.reader(io.StringIO(text), delimiter=mark)))
    except csv.Error as error:
        raise BadInput(
            "{path}: not readable as a table: {error}.", path=path, error=error
        ) from error


def _no_text(path: Path) -> BadInput:
    return BadInput("{path}: not a text file. Save a table as CSV to open it here.", path=path)


def _names_in(rows: list[list[str]]) -> list[str]:
    """Return the names of a table's rows; a head line that says where they are is no name."""
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    whole = [at for at, cell in enumerate(head) if cell in _WHOLE_NAME]
    parts = [at for part in _PARTS for at, cell in enumerate(head) if cell in part]
    columns = whole[:1] or parts
    names = (
        " ".join(row[at].strip() for at in columns or [0] if row[at : at + 1] and row[at].strip())
        for row in (rows[1:] if columns else rows)
    )
    return [name for name in names if name.strip()]


def csv_of(rows: Iterable[NameRow], wording: Wording, separator: str) -> bytes:
    """Return a table of names as CSV. No cell is run as a formula by a spreadsheet."""
    tr = wording.tr
    head = (tr("Name"), tr("In the archive"), tr("How sure"), tr("Events"), tr("First"), tr("Last"))
    lines = [table_line(head, separator)]
    for row in rows:
        lines.append(
            table_line(
                (
                    row.name,
                    "; ".join(f"{one.name} ({one.person.id})" for one in row.matches),
                    sureness(row, wording),
                    # Whose events to count nobody knows where a name may be several people's.
                    str(row.events) if row.sure or not row.matches else "",
                    row.first.isoformat() if row.first else "",
                    row.last.isoformat() if row.last else "",
                ),
                separator,
            )
        )
    return b"\xef\xbb\xbf" + b"".join(lines)


def sureness(row: NameRow, wording: Wording) -> str:
    """Return how sure it is whom a name means."""
    tr = wording.tr
    if not row.matches:
        return tr("not found")
    if not row.sure:
        return tr("may be")
    return tr("sure") if len(row.matches) == 1 else tr("several people of this name")
