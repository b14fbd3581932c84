"""Text out of a Word document: its paragraphs, links and footnotes."""

from __future__ import annotations

import contextlib
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from zhylnama.failure import BadInput
from zhylnama.reading.files.links import LinkedMarks, unwrapped
from zhylnama.reading.files.rows import row_line

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
_LINKED_MARK: Final = re.compile("\x00([^\x00]*)\x00(\\[\\d{1,4}\\])")
_NOTES: Final = {"footnotes": f"{_W}footnote", "endnotes": f"{_W}endnote"}


@dataclass(slots=True)
class WordText:
    """The lines of a document; the heads and feet of its pages; the comments beside its text."""

    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def word_text(path: Path, content: bytes) -> WordText:
    """Return the paragraphs of a document, then its notes as `[n] text address`.

    Raises BadInput where the file is no Word document, is damaged, or unpacks to more than any
    report does.
    """
    _refuse_bombs(path, content)
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    # What a package promises and does not hold comes out while it is read, as whatever it may be.
    try:
        return _read(content)
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


def _read(content: bytes) -> WordText:
    from docx import Document

    document = Document(BytesIO(content))
    reader = _Reader(document.part)
    found = WordText([*reader.lines(document.element.body)])
    for kind, blob in _parts(document.part, ("header", "footer", "comments")):
        edge = kind != "comments"
        texts = (_plain_text(p) for p in _said(blob) if p.tag == f"{_W}p")
        (found.heads if edge else found.comments).extend(
            text for text in texts if any(map(str.isalpha if edge else str.isalnum, text))
        )
    found.heads = list(dict.fromkeys(found.heads))
    return found


def _plain_text(paragraph: Any) -> str:
    return "".join(
        node.text or "" for node in _said(paragraph, inner=False) if node.tag == f"{_W}t"
    )


class _Reader:
    """A document while its paragraphs are read: its notes, marks and lists are counted."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._numbers: dict[tuple[str, str], int] = {}
        self._listed: Counter[str] = Counter()
        self._marks = LinkedMarks()
        self._raising = _raising_styles(part)
        self._date = ""

    def lines(self, body: Any) -> Iterator[str]:
        """Yield the lines of the text, a row of a table of events as one, then its notes."""
        taken: list[Any] = []
        for node in _said(body, whole=taken):
            line = None
            if node.tag == f"{_W}tr":
                line = self._row(node)
                taken[:] = [node] if line is not None else []
            elif node.tag == f"{_W}p":
                line = self._numbered(node)
            if line is not None:
                yield from line.split("\n")
                yield ""
        yield from self._marks.lines()
        if self._numbers:
            yield ""
        yield from self._notes()

    def _numbered(self, paragraph: Any) -> str:
        """Return a paragraph; where a list of links counts it, as a note with its number."""
        text = self._text(paragraph)
        counted = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if counted is None:
            return text
        key = counted.get(f"{_W}val") or ""
        self._listed[key] += 1
        return f"[{self._listed[key]}] {text}" if _is_link(text) else text

    def _row(self, row: Any) -> str | None:
        if next(row.iter(f"{_W}tbl"), None) is not None:
            return None
        cells: list[str] = []
        for cell in row.iter(f"{_W}tc"):
            said = [self._text(p) for p in _said(cell) if p.tag == f"{_W}p"]
            cells.append(" ".join(filter(None, said)))
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            # The date of the row above holds for this one too.
            if merged is not None and merged.get(f"{_W}val") != "restart" and len(cells) == 1:
                cells[0] = self._date
        line = row_line(cells)
        if line is not None:
            self._date = cells[0]
        return line

    def _text(self, paragraph: Any, part: Part | None = None) -> str:
        return _paragraph_text(
            paragraph, part or self._part, self._numbers, self._marks, self._raising
        )

    def _notes(self) -> Iterator[str]:
        unasked: list[str] = []
        asked = dict(self._numbers)
        for kind, root in _parts(self._part, tuple(_NOTES)):
            part = _part_of(self._part, kind)
            for note in root.iter(_NOTES[kind]):
                number = asked.get((kind, note.get(f"{_W}id") or ""))
                inside = [p for p in _said(note) if p.tag == f"{_W}p"]
                text = " ".join(self._text(p, part) for p in inside).strip()
                if number is None:
                    unasked.append(text)  # the lines between notes and text are such, and empty
                    continue
                yield f"[{number}] {text}".replace("\n", " ")
                yield ""
        for text in filter(None, unasked):
            yield from (*text.split("\n"), "")


def _parts(document: Part, kinds: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a document of some kinds, as what is in them."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    for relation in document.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in kinds or relation.is_external:
            continue
        parser = XMLParser(resolve_entities=False, no_network=True)
        with contextlib.suppress(XMLSyntaxError):
            # A damaged part: each mark that has no note then says so in its record.
            yield kind, fromstring(relation.target_part.blob, parser)


def _part_of(document: Part, kind: str) -> Part:
    rels = document.rels.values()
    found: Part = next(one for one in rels if one.reltype.rpartition("/")[2] == kind).target_part
    return found


def _raising_styles(document: Part) -> frozenset[str]:
    """Return the styles of letters that are set small and raised."""
    return frozenset(
        style.get(f"{_W}styleId") or ""
        for _, root in _parts(document, ("styles",))
        for style in root.iter(f"{_W}style")
        if _raises(style)
    )


def _raises(element: Any) -> bool:
    raised = element.find(f"{_W}rPr/{_W}vertAlign")
    return raised is not None and raised.get(f"{_W}val") == "superscript"


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


def _said(root: Any, *, inner: bool = True, whole: Sequence[Any] = ()) -> Iterator[Any]:
    """Yield what is in an element, as the document says it; `inner`: paragraphs in it too.

    A text box is a paragraph's, and has paragraphs of its own. What is in `whole` when it was
    yielded is not gone into.
    """
    stack = [*reversed(root)]
    while stack:
        node = stack.pop()
        if node.tag in _UNSAID or (not inner and node.tag == f"{_W}p"):
            continue
        yield node
        if not any(node is one for one in whole):
            stack += reversed(node)


def _paragraph_text(
    paragraph: Any,
    part: Part,
    numbers: dict[tuple[str, str], int],
    marks: LinkedMarks,
    raising: frozenset[str],
) -> str:
    pieces: list[str] = []
    links = _Links(part)
    for node in _said(paragraph, inner=False):
        tag = node.tag
        if tag == f"{_W}t":
            text = node.text or ""
            if text.strip().isdigit() and _is_raised(node.getparent(), raising):
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
    text = _LINKED_MARK.sub(lambda link: marks.take(link[2], link[1]) or link[0], "".join(pieces))
    # An address is kept only where the text does not show one itself.
    shown = re.sub("\x00[^\x00]*\x00", "", text)
    if "://" in shown:
        return shown
    return re.sub("\x00([^\x00]*)\x00", lambda link: f"{unwrapped(link[1])} ", text)


def _is_raised(run: Any, raising: frozenset[str]) -> bool:
    if run is None:
        return False
    style = run.find(f"{_W}rPr/{_W}rStyle")
    return _raises(run) or (style is not None and style.get(f"{_W}val") in raising)


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
