"""Text out of a PDF: its lines in reading order, without the page numbers."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from zhylnama.failure import BadInput

MOST_PAGES = 2_000
# The words of a page, unpacked: pdfium holds fifty times as much of them in memory.
MOST_UNPACKED = 32 * 1024 * 1024
_PIECE = 64 * 1024
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:page|стр\.?|страница)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?\W*$", re.I
)


def pdf_lines(path: Path, content: bytes, watch: Callable[[], None]) -> Iterator[str]:
    """Yield the lines of a PDF; raises BadInput where it is encrypted, damaged or has no text.

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
        pages: list[list[str]] = []
        for number in range(len(document)):
            watch()
            pages.append(_page_lines(document, number))
    except pypdfium2.PdfiumError as error:
        raise BadInput(
            "{path} is a damaged PDF: a page of it cannot be read.", path=path
        ) from error
    finally:
        document.close()
    if not any(line.strip() for page in pages for line in page):
        raise BadInput(
            "{path} holds pictures of pages and no text; have the text recognised (OCR) first.",
            path=path,
        )
    yield from _without_furniture(pages)


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


def _page_lines(document: object, number: int) -> list[str]:
    page = document[number]  # type: ignore[index]
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()
    # U+FFFE is pdfium's hyphen at the end of a line that goes on.
    lines = re.sub("[\ufffe\u0002]\\s*", "", text).split("\n")
    return [line.strip() for line in lines]


def _without_furniture(pages: list[list[str]]) -> Iterator[str]:
    """Yield the lines without page numbers and the heads and feet that every page repeats."""
    edges = Counter(
        line for page in pages for line in {*_filled(page)[:1], *_filled(page)[-1:]} if line
    )
    repeated = {line for line, count in edges.items() if count > 2 and count > len(pages) // 2}
    for page in pages:
        filled = [i for i, line in enumerate(page) if line]
        outer = {*filled[:1], *filled[-1:]}
        for i, line in enumerate(page):
            if i in outer and (_PAGE_NUMBER.match(line) or line in repeated):
                continue
            yield line


def _filled(page: list[str]) -> list[str]:
    return [line for line in page if line]
