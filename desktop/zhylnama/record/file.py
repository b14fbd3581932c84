"""Records in files: TOML that a person edits, JSON Lines for bulk, CSV for a spreadsheet.

TOML holds `[[event]]` and `[[person]]` tables. JSON Lines holds one event a line; a line
`{"identity": {...}}` holds a person. Reading streams: what is yielded may only be used once the
iterator has ended without raising, because every bad record is named in one go at its end.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from zhylnama.failure import BadInput, cannot_read
from zhylnama.record.event import Event, Person, contradictions, person_contradictions
from zhylnama.record.lines import TomlLines
from zhylnama.record.quick import decode_event

Record = Event | Person

# A line longer than this is not a record; reading it whole would only exhaust the memory.
LONGEST_LINE = 16 * 1024 * 1024
# So many bytes are read at once: with Python's 8 KB a line took eight times as long to read.
_BUFFER = 1 << 18


class _IdentityLine(msgspec.Struct, forbid_unknown_fields=True):
    identity: Person


_IDENTITY = re.compile(rb'\{\s*"identity"\s*:')
_SUSPECT = bytes(range(32)) + b"\x7f\\"
_identity_line = msgspec.json.Decoder(_IdentityLine)


class BadRecords(BadInput):
    """One or more records of a file are bad; `sentences` has one for each."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a `.toml` or `.jsonl` file in its order.

    Raises SystemRefused where the file cannot be read, and BadRecords after the last record
    where any of them is bad: nothing that was yielded may be used then.
    """
    suffix = path.suffix.lower()
    if suffix not in (".toml", ".jsonl"):
        raise BadInput(
            "{path}: records are read from .toml and .jsonl files, not from this one.", path=path
        )
    try:
        with path.open("rb", buffering=_BUFFER) as stream:
            yield from (_read_toml if suffix == ".toml" else _read_lines)(path, stream)
    except OSError as refused:
        raise cannot_read(path, refused) from refused


def _read_lines(path: Path, stream: BinaryIO) -> Iterator[Record]:
    bad: list[str] = []
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            bad.append(f"{path}: line {number} is too long to be a record.")
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        line = line.strip()
        if not line:
            continue
        try:
            record: Record
            if _IDENTITY.match(line):
                record = _identity_line.decode(line).identity
            else:
                record = decode_event(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            bad.append(f"{path}: {_name_of_line(line, number)}: {_plain(error)}.")
            continue
        # One look at the line, for control characters and escapes, spares one at every text in it.
        wrong = _wrong(record, printable=len(line.translate(None, _SUSPECT)) == len(line))
        if wrong:
            bad += [f"{path}: {record.id} (line {number}): {what}." for what in wrong]
        else:
            yield record
    if bad:
        raise BadRecords(bad)


def _name_of_line(line: bytes, number: int) -> str:
    try:
        found = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return f"line {number}"
    if isinstance(found, dict) and isinstance(found.get("identity"), dict):
        found = found["identity"]
    named = found.get("id") if isinstance(found, dict) else None
    return f"{named} (line {number})" if isinstance(named, str) else f"line {number}"


def _read_toml(path: Path, stream: BinaryIO) -> Iterator[Record]:
    try:
        source = stream.read().decode("utf-8-sig")
        document = tomllib.loads(source)
    except UnicodeDecodeError as error:
        raise BadRecords([f"{path}: the text is not UTF-8 (byte {error.start})."]) from error
    except ValueError as error:
        # TOMLDecodeError, and what Python says of a number of thousands of digits.
        raise BadRecords([f"{path}: not readable as TOML: {error}."]) from error
    except RecursionError as error:
        raise BadRecords([f"{path}: not readable as TOML: nested too deeply."]) from error
    bad = [
        f"{path}: unknown table “{key}”; expected [[event]] and [[person]]."
        for key in document
        if key not in ("event", "person")
    ]
    counts = {table: len(found) for table, found in document.items() if isinstance(found, list)}
    lines: TomlLines | None = None
    for table, kind in (("person", Person), ("event", Event)):
        entries = document.get(table, [])
        if not isinstance(entries, list):
            bad.append(f"{path}: “{table}” must be written as [[{table}]].")
            continue
        for position, entry in enumerate(entries, start=1):
            named = entry.get("id") if isinstance(entry, dict) else None
            where = named if isinstance(named, str) else f"{table} {position}"
            try:
                record: Record = msgspec.convert(_with_text_dates(entry), kind)  # type: ignore[assignment]
            except (msgspec.MsgspecError, RecursionError) as error:
                wrong = [_plain(error)]
            else:
                wrong = _wrong(record)
                if not wrong:
                    yield record
            if wrong:
                lines = lines or TomlLines(source, counts)
                bad += [f"{path}: {where}{lines.of(table, position, w)}: {w}." for w in wrong]
    if bad:
        raise BadRecords(bad)


def _with_text_dates(entry: Any) -> Any:
    """Return a TOML table with its dates as ISO text: people write them quoted or not."""
    if not isinstance(entry, dict):
        return entry
    return {
        key: value.isoformat() if isinstance(value, dt.date | dt.time) else value
        for key, value in entry.items()
    }


def _wrong(record: Record, *, printable: bool = False) -> list[str]:
    found = (
        contradictions(record, printable=printable)
        if isinstance(record, Event)
        else person_contradictions(record)
    )
    return [f"{field}: {sentence}" for field, sentence in found] if found else []


_EXPECTED = re.compile(r"Expected `(?P<want>[^`]*)`(?:, got `(?P<got>[^`]*)`)?")
_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "int | float": "a number",
    "array": "a list",
    "object": "a table",
    "bool": "true or false",
    "null": "nothing",
    "date": "a date (2021-12-05)",
}


def _plain(error: Exception) -> str:
    """Return a decoder's message as field and sentence, in words a person editing would use."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return "the text is not UTF-8"
    message = str(error)
    at = _AT.search(message)
    path = at["path"] if at else ""
    message = _AT.sub("", message)

    def said(match: re.Match[str]) -> str:
        wanted = [_TYPES.get(part, part) for part in match["want"].split(" | ") if part != "null"]
        text = f"expected {' or '.join(wanted)}"
        return text + (f", found {_TYPES.get(match['got'], match['got'])}" if match["got"] else "")

    message = _EXPECTED.sub(said, message, count=1)
    message = re.sub(
        r"expected text matching regex .*", "not in the form this field takes", message
    )
    message = message.replace("Input data was truncated", "ends in the middle of a record")
    message = message.replace("Object missing required field", "missing field")
    message = message.replace("Object contains unknown field", "unknown field")
    message = message.replace("Invalid RFC3339 encoded date", "not a date of the form 2021-12-05")
    message = message.replace("Invalid enum value", "not one of the allowed values:")
    message = message.replace("JSON is malformed", "not readable as JSON")
    message = message.replace("`", "“", 1).replace("`", "”", 1)
    return f"{path}: {message}" if path else message


# -- Writing -----------------------------------------------------------------------------------


def to_json(record: Record) -> bytes:
    """Return a record as its one line of JSON Lines, without the line end."""
    if isinstance(record, Person):
        return b'{"identity":' + msgspec.json.encode(record) + b"}"
    return msgspec.json.encode(record)


def to_toml(record: Record) -> str:
    """Return a record as one TOML table; a file is such tables one after the other."""
    import tomli_w

    table = "person" if isinstance(record, Person) else "event"
    plain = _without_empty(msgspec.to_builtins(record, builtin_types=(dt.date,)))
    if plain.get("kinds") == []:
        del plain["kinds"]
    written = tomli_w.dumps({table: [plain]}, multiline_strings=False)
    if written.startswith("["):
        return written
    # A very short record would come out as an inline array, which cannot be repeated in a file.
    return f"[[{table}]]\n{tomli_w.dumps(plain)}"


def _without_empty(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the table without what says nothing: TOML has no null, and absent means the same."""
    kept: dict[str, Any] = {}
    for key, value in plain.items():
        if value is None or (value == [] and key != "kinds"):
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict):
            # `kinds = []` of one person says that nothing new was done to them: it is kept.
            kept[key] = [_without_empty(part) for part in value]
        else:
            kept[key] = value
    return kept


CSV_FIELDS = Event.__struct_fields__


def to_csv_row(event: Event | None) -> str:
    """Return one line of CSV (RFC 4180); None gives the head with the field names.

    Lists are JSON inside their cell. A cell that a spreadsheet would run as a formula, or that
    begins with an apostrophe, gets an apostrophe in front: remove one to have the value back.
    """
    cells: list[str] = []
    if event is None:
        cells = list(CSV_FIELDS)
    else:
        for field in CSV_FIELDS:
            value = getattr(event, field)
            if isinstance(value, list):
                cells.append(msgspec.json.encode(value).decode() if value else "")
            else:
                cells.append("" if value is None else str(value))
    return to_csv_line(cells)


def to_csv_line(cells: Iterable[str], separator: str = ",") -> str:
    """Return cells as one line of CSV that no spreadsheet runs as a formula; see `to_csv_row`."""
    line = io.StringIO()
    safe = [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]
    csv.writer(line, delimiter=separator, lineterminator="\r\n").writerow(safe)
    return line.getvalue()


# Spreadsheets read the full-width signs of East Asian keyboards as the plain ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "\r", "'", "＝", "＋", "－", "＠")


def write_records(records: Iterable[Record], form: str, stream: BinaryIO) -> int:
    """Write records to a binary stream as `jsonl`, `csv` or `toml`; return how many.

    A CSV begins with a byte order mark, without which Excel takes UTF-8 for a legacy encoding;
    people do not go into it.
    """
    written = 0
    if form == "csv":
        stream.write(b"\xef\xbb\xbf" + to_csv_row(None).encode())
    for record in records:
        if form == "jsonl":
            stream.write(to_json(record) + b"\n")
        elif form == "toml":
            stream.write((("\n" if written else "") + to_toml(record)).encode())
        elif isinstance(record, Event):
            stream.write(to_csv_row(record).encode())
        written += 1
    return written
