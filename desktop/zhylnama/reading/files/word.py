"""Text out of a Word document: its paragraphs, links and footnotes."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from zhylnama.failure import BadInput

if TYPE_CHECKING:
    from docx.opc.part import Part

# A report of a thousand pages unpacks to less; a zip bomb to much more.
MOST_UNPACKED: Final = 128 * 1024 * 1024
# Pictures are not looked at; markup takes a dozen times its size in memory.
MOST_MARKUP: Final = 32 * 1024 * 1024
MOST_PARTS: Final = 4_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOTES: Final = {"footnotes": f"{_W}footnote", "endnotes": f"{_W}endnote"}


def word_lines(path: Path, content: bytes) -> Iterator[str]:
    """Yield the paragraphs of a document, then its notes as `[n] text address`.

    Raises BadInput where the file is no Word document, is damaged, or unpacks to more than any
    report does.
    """
    _refuse_bombs(path, content)
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    # What a package promises and does not hold comes out while it is read, as whatever it may be.
    try:
        yield from _lines(content)
    except (
        PackageNotFoundError,
        XMLSyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        IndexError,
        AssertionError,
        zlib.error,
        struct.error,
    ) as error:
        raise BadInput(
            "{path} is a damaged Word document: it cannot be opened.", path=path
        ) from error


def _lines(content: bytes) -> Iterator[str]:
    from docx import Document

    document = Document(BytesIO(content))
    numbers: dict[tuple[str, str], int] = {}
    counter = 0
    for paragraph in document.element.body.iter(f"{_W}p"):
        text = _paragraph_text(paragraph, document.part, numbers)
        if paragraph.find(f"{_W}pPr/{_W}numPr") is not None and _is_link(text):
            counter += 1
            text = f"[{counter}] {text}"
        yield from text.split("\n")
        yield ""
    yield from _notes(document.part, numbers)


def _refuse_bombs(path: Path, content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BadInput(
            "{path} is a damaged Word document: it cannot be unpacked.", path=path
        ) from error
    if "word/document.xml" not in {part.filename for part in parts}:
        raise BadInput(
            "{path} is a packed file (zip) and not a Word document; unpack it first.", path=path
        )
    if any(part.flag_bits & 1 for part in parts):
        raise BadInput(
            "{path} is a Word document with a password; save a copy without one.", path=path
        )
    # Python's zip reader stops at the size that the directory states, so that size can be trusted.
    markup = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if (
        sum(part.file_size for part in parts) > MOST_UNPACKED
        or sum(markup) > MOST_MARKUP
        or len(parts) > MOST_PARTS
    ):
        raise BadInput(
            "{path} would unpack to far more than a report has, and was not opened: it is"
            " damaged or made to do harm.",
            path=path,
        )


def _paragraph_text(paragraph: Any, part: Part, numbers: dict[tuple[str, str], int]) -> str:
    pieces: list[str] = []
    for node in paragraph.iter():
        tag = node.tag
        if tag == f"{_W}t":
            text = node.text or ""
            if text.strip().isdigit() and _is_raised(node.getparent()):
                text = f"[{text.strip()}]"
            pieces.append(text)
        elif tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            if node.getparent().tag == f"{_W}r":
                pieces.append("\t" if tag.endswith("tab") else "-")
        elif tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            kind = "footnotes" if "footnote" in tag else "endnotes"
            key = (kind, node.get(f"{_W}id") or "")
            pieces.append(f"[{numbers.setdefault(key, len(numbers) + 1)}]")
        elif tag == f"{_W}hyperlink":
            pieces.append(_address(node, part))
    # An address is kept only where the text does not show one itself.
    text = "".join(pieces)
    shown = re.sub("\x00[^\x00]*\x00", "", text)
    if "://" in shown:
        return shown
    return re.sub("\x00([^\x00]*)\x00", r"\1 ", text)


def _is_raised(run: Any) -> bool:
    raised = run.find(f"{_W}rPr/{_W}vertAlign") if run is not None else None
    return raised is not None and raised.get(f"{_W}val") == "superscript"


def _address(node: Any, part: Part) -> str:
    relation = part.rels.get(node.get(f"{_R}id") or "")
    if relation is None or not relation.is_external:
        return ""
    address = str(relation.target_ref)
    return f"\x00{address}\x00" if address.startswith(("http://", "https://")) else ""


def _is_link(text: str) -> bool:
    return re.match(r"\s*(?:h?ttps?://|www\.)", text) is not None


def _notes(document: Part, numbers: dict[tuple[str, str], int]) -> Iterator[str]:
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    for relation in document.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in _NOTES or relation.is_external:
            continue
        part = relation.target_part
        parser = XMLParser(resolve_entities=False, no_network=True)
        try:
            root = fromstring(part.blob, parser)
        except XMLSyntaxError:
            continue  # each mark that has no note then says so in its record
        for note in root.iter(_NOTES[kind]):
            number = numbers.get((kind, note.get(f"{_W}id") or ""))
            if number is None:
                continue
            text = " ".join(_paragraph_text(p, part, {}) for p in note.iter(f"{_W}p"))
            yield f"[{number}] {text.strip()}".replace("\n", " ")
            yield ""
