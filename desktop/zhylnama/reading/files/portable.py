"""Text out of a PDF: its lines in reading order, without heads, feet and numbers of pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zhylnama.failure import BadInput
from zhylnama.reading.files.flow import Flow, flow
from zhylnama.reading.files.placed import MOST_LETTERS, Line, placed_lines

MOST_PAGES = 2_000
# The words of a page, unpacked: pdfium holds fifty times as much of them in memory.
MOST_UNPACKED = 32 * 1024 * 1024
_PIECE = 64 * 1024
# In so many letters each one's place is asked; beyond them, lines are only lines.
_MOST_PLACED = 5_000_000
_HYPHENS = re.compile("[\ufffe\u0002]\\s*")


def pdf_flow(path: Path, content: bytes, watch: Callable[[], None]) -> Flow:
    """Return the text of a PDF; raises BadInput where it is encrypted, damaged or has no text.

    `watch` is called before each page, and may raise what ends the reading.
    """
    import pypdfium2

    _refuse_bombs(path, content)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise BadInput(
                "{path} is a PDF with a password; save a copy of it without one.", path=path
            ) from error
        raise BadInput("{path} is a damaged PDF: it cannot be opened.", path=path) from error
    try:
        if len(document) > MOST_PAGES:
            raise BadInput(
                "{path} has {pages} pages; a report may have {most_pages}.",
                path=path,
                pages=len(document),
                most_pages=MOST_PAGES,
            )
        pages: list[list[Line]] = []
        placed = 0
        for number in range(len(document)):
            watch()
            pages.append(_page_lines(document, number, _MOST_PLACED - placed))
            placed += sum(len(line.text) for line in pages[-1])
    except pypdfium2.PdfiumError as error:
        raise BadInput(
            "{path} is a damaged PDF: a page of it cannot be read.", path=path
        ) from error
    finally:
        document.close()
    if not any(pages):
        raise BadInput(
            "{path} holds pictures of pages and no text; have the text recognised (OCR) first.",
            path=path,
        )
    return flow(pages)


def _refuse_bombs(path: Path, content: bytes) -> None:
    """Raise BadInput where a part of the file unpacks to far more than a page has.

    Pictures and fonts are left alone: nothing unpacks them for their text.
    """
    at = whole = 0
    while (at := content.find(b"stream", at)) >= 0:
        told = content[max(0, at - 600) : at]
        at += len(b"stream")
        told = told[told.rfind(b"obj") :]
        if b"FlateDecode" not in told or b"/Image" in told or b"/Length1" in told:
            continue
        begin = at + (content[at : at + 2] == b"\r\n") + 1
        size = _unpacked_size(memoryview(content)[begin:])
        whole += size
        if size > MOST_UNPACKED or whole > 8 * MOST_UNPACKED:
            raise BadInput(
                "{path} would unpack to far more than a report has, and was not opened: "
                "it is damaged or made to do harm.",
                path=path,
            )


def _unpacked_size(packed: memoryview) -> int:
    """Return how much a part unpacks to, no more of it than tells that it is too much."""
    unpacking = zlib.decompressobj()
    size = at = 0
    rest: bytes | memoryview = b""
    try:
        while size <= MOST_UNPACKED and not unpacking.eof:
            if not rest:
                rest, at = packed[at : at + _PIECE], at + _PIECE
                if not rest:
                    break
            size += len(unpacking.decompress(rest, 16 * _PIECE))
            rest = unpacking.unconsumed_tail
    except zlib.error:
        return 0  # locked or damaged; whether it can be read, pdfium tells
    return size


def _page_lines(document: Any, number: int, most: int) -> list[Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() <= min(most, MOST_LETTERS):
            return placed_lines(text_page)
        text = _HYPHENS.sub("", str(text_page.get_text_range()))
    finally:
        text_page.close()
        page.close()
    return [Line(line.strip()) for line in text.split("\n") if line.strip()]
