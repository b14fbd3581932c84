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
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What a document no longer says, and a second copy of a text box for older programs.
_UNSAID: Final = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback"})
_FIELD: Final = re.compile(r"\s*HYPERLINK\s+\"([^\"\s\x00]+)\"")
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
    for paragraph in _said(document.element.body):
        if paragraph.tag != f"{_W}p":
            continue
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
            "{path} is a packed file (zip, .odt, .epub) and not a Word document; save it as .docx,"
            " or unpack it first.",
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


def _said(root: Any, *, inner: bool = True) -> Iterator[Any]:
    """Yield what is in an element, as the document says it; `inner`: paragraphs in it too.

    A text box is a paragraph's, and has paragraphs of its own.
    """
    stack = [*reversed(root)]
    while stack:
        node = stack.pop()
        if node.tag in _UNSAID or (not inner and node.tag == f"{_W}p"):
            continue
        yield node
        stack += reversed(node)


def _paragraph_text(paragraph: Any, part: Part, numbers: dict[tuple[str, str], int]) -> str:
    pieces: list[str] = []
    links = _Links(part)
    for node in _said(paragraph, inner=False):
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
        else:
            pieces.append(links.read(node))
    # An address is kept only where the text does not show one itself.
    text = "".join(pieces)
    shown = re.sub("\x00[^\x00]*\x00", "", text)
    if "://" in shown:
        return shown
    return re.sub("\x00([^\x00]*)\x00", r"\1 ", text)


def _is_raised(run: Any) -> bool:
    raised = run.find(f"{_W}rPr/{_W}vertAlign") if run is not None else None
    return raised is not None and raised.get(f"{_W}val") == "superscript"


class _Links:
    """The addresses of a paragraph's links, in either way of writing them, for use beside its text."""

    def __init__(self, part: Part) -> None:
        self._relations = part.rels
        self._field = ""

    def read(self, node: Any) -> str:
        """Return the address that a node tells, between two marks; for most nodes nothing."""
        if node.tag == f"{_W}instrText":
            self._field += node.text or ""  # a field's code may come in several pieces
        elif node.tag == f"{_W}fldChar":
            code, self._field = self._field, ""
            return self._of_field(code)
        elif node.tag == f"{_W}fldSimple":
            return self._of_field(node.get(f"{_W}instr") or "")
        elif node.tag == f"{_W}hyperlink":
            relation = self._relations.get(node.get(f"{_R}id") or "")
            if relation is not None and relation.is_external:
                return self._marked(str(relation.target_ref))
        return ""

    def _of_field(self, code: str) -> str:
        found = _FIELD.match(code)
        return self._marked(found[1]) if found else ""

    def _marked(self, address: str) -> str:
        return f"\x00{address}\x00" if address.startswith(("http://", "https://")) else ""


def _is_link(text: str) -> bool:
    return re.match(r"\s*(?:h?ttps?://|www\.)", text) is not None


def _notes(document: Part, numbers: dict[tuple[str, str], int]) -> Iterator[str]:
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    unasked: list[str] = []
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
            inside = [p for p in _said(note) if p.tag == f"{_W}p"]
            text = " ".join(_paragraph_text(p, part, {}) for p in inside).strip()
            if number is None:
                unasked.append(text)  # the lines between notes and text are such, and empty
                continue
            yield f"[{number}] {text}".replace("\n", " ")
            yield ""
    for text in filter(None, unasked):
        yield from (*text.split("\n"), "")
