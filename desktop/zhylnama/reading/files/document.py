"""Text out of a file: plain text, a saved web page, a Word document or a PDF.

The form is told by the first bytes, not by the file's name. What comes out is lines: a block of
the document each, an empty one where blocks are set apart. Whatever the bytes are, the end is
lines or one BadInput with a sentence; a file that lies about its size is refused before it is
unpacked.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from unicodedata import is_normalized, normalize

from zhylnama.failure import BadInput, cannot_read
from zhylnama.reading.files.markdown import is_markdown, plain_lines

Form = Literal["text", "html", "mhtml", "docx", "pdf"]

# A month's report is 60 KB of text. Text is streamed, whatever its length; the other forms must be
# held in memory whole, and so must everything that is reviewed in a window.
MOST_BYTES: Final = 64 * 1024 * 1024
MOST_TEXT: Final = 64 * 1024 * 1024
LONGEST_LINE: Final = 1_000_000
_SAMPLE: Final = 1024 * 1024
_CHUNK: Final = 64 * 1024
_ALONG: Final = 16 * 1024

_PICTURE: Final = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP", re.S
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|table|meta)\b", re.I)
# Programs begin a web archive with one or the other.
_MESSAGE: Final = re.compile(
    rb"(?:From|MIME-Version|Snapshot-Content-Location|Content-(?:Type|Location)|Subject|Date|X-[\w-]+):",
    re.I,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_BEYOND = re.compile(rb"[\x80-\xff]")
_PLAIN = re.compile("[\x00-\x7f]+")
# A class of letters first: so the engine looks for these only.
# A new page is no empty line between the lines before and after it, nor is the one that `pdftotext`
# puts before a page.
_BREAKS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?(?:\r?\n\x0c|\x0c)?")
_OTHER_BREAKS: Final = "\r\x0b\x0c\x85\u2028\u2029"
_LONGEST_BREAK: Final = 4
# Codecs of Python that are no character sets of pages; nor can a page be in UTF-16 or UTF-32 whose
# declaration was read as single bytes.
_NO_CHARSETS: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "raw_unicode_escape", "undefined", "unicode-escape", "unicode_escape", "utf-7"}
)  # fmt: skip
_WIDE: Final = ("utf-16", "utf-32")
_NEARLY_ALL: Final = 0.9
# What no record may hold, and blanks of other kinds: words are told by plain ones. Tabs stay.
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xa0\u2000-\u200a\u202f\u205f\u3000\ud800-\udfff\ufffe\uffff]"
)
# What nobody sees. A soft hyphen at the end of a line is seen there: the word goes on below.
_UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff]|\xad(?!$)")


Watch = Callable[[], None]


def idle() -> None:
    """Watch over nothing."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file whose text can be read, more than once; `path` is only for messages and reading.

    `titles`: what the file calls itself outside its text, as a web page does in its head.
    `watch` is called again and again while it is read, and may raise what ends that. `repeated`:
    the heads and feet of its pages, which are no part of the text. `is_markdown`: a text has signs
    that are no part of it. `around`: the menus of a web page, and comments beside the text.
    """

    path: Path
    form: Form
    encoding: str
    blocks: tuple[str, ...] | None = None
    titles: tuple[str, ...] = ()
    watch: Watch = field(default=idle, compare=False)
    repeated: tuple[str, ...] = ()
    is_markdown: bool = False
    around: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the document in order; those of a text file straight from the disk."""
        if self.blocks is not None:
            for line in self.blocks:
                self.watch()
                yield line
            return
        try:
            with self.path.open("rb") as stream:
                lines = _decoded_lines(stream, self.encoding)
                for line in plain_lines(lines) if self.is_markdown else lines:
                    self.watch()
                    yield line
        except OSError as refused:
            raise cannot_read(self.path, refused) from refused


def open_document(path: Path, watch: Watch = idle) -> Document:
    """Find out what a file is, and make its text readable; `watch` is called on the way.

    Raises BadInput with one sentence where it is none of the forms, is damaged, encrypted, too
    large or without text, and SystemRefused where the system does not let it be read.
    """
    check_file(path, streamed=True)
    try:
        with path.open("rb") as stream:
            head = stream.read(_SAMPLE)
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    form = _form_of(path, head)
    if form == "text":
        encoding = find_encoding(path, head)
        marked_up = is_markdown(path, head.decode(encoding, "ignore"))
        return Document(path, form, encoding, watch=watch, is_markdown=marked_up)
    check_file(path)
    try:
        content = path.read_bytes()
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    if form in ("html", "mhtml"):
        from zhylnama.reading.files.webpage import page_text, page_titles

        markup = _markup(path, form, content)
        page = page_text(path, markup)
        around = tuple(filter(None, _held(path, page.around, watch)))
        held = _held(path, page.lines, watch)
        return Document(path, form, "", held, page_titles(markup), watch, around=around)
    if form == "pdf":
        from zhylnama.reading.files.portable import pdf_flow

        found = pdf_flow(path, content, watch)
        heads = _held(path, found.heads, watch)
        return Document(path, form, "", _held(path, found.lines, watch), heads, watch, heads)
    from zhylnama.reading.files.word import word_text

    word = word_text(path, content)
    heads, comments = (_held(path, lines, watch) for lines in (word.heads, word.comments))
    lines = _held(path, word.lines, watch)
    return Document(path, form, "", lines, (), watch, heads, around=comments)


def check_file(path: Path, *, streamed: bool = False) -> None:
    """Look at what a path is before anything of it is read.

    Raises BadInput where it is no file or, unless it is `streamed`, larger than any report;
    SystemRefused where the system does not tell.
    """
    try:
        told = path.stat()
    except OSError as refused:
        raise cannot_read(path, refused) from refused
    if stat.S_ISDIR(told.st_mode):
        raise BadInput("{path} is a folder; name the report files in it.", path=path)
    if not stat.S_ISREG(told.st_mode):
        # A pipe would be waited for without end, and no report is read in one pass.
        raise BadInput(
            "{path} is a pipe or a device and no file; save the report as a file.", path=path
        )
    if told.st_size > MOST_BYTES and not streamed:
        raise BadInput(
            "{path} is too large: {megabytes} MB, and a report of this form may have "
            "{most} MB. Save the part that is needed as a file of its own.",
            path=path,
            megabytes=told.st_size // 1_000_000,
            most=MOST_BYTES // (1024 * 1024),
        )


def _held(path: Path, lines: Iterable[str], watch: Watch) -> tuple[str, ...]:
    held: list[str] = []
    size = 0
    for line in lines:
        watch()
        for part in _parted(line):
            text = _plain(part)
            size += len(text)
            if size > MOST_TEXT:
                raise BadInput("{path} holds more text than any report does.", path=path)
            held.append(text)
    return tuple(held)


def _markup(path: Path, form: Form, content: bytes) -> str:
    """Return the text of a web page, in the encoding that it declares or that is found out."""
    if form == "mhtml":
        from zhylnama.reading.files.webpage import archived_page

        content = archived_page(path, content)
    declared = _CHARSET.search(content[:4096])
    encoding = _usable(declared[1].decode()) if declared else None
    if encoding is None or _begins_with_mark(content) or not _decodes(content, encoding):
        encoding = find_encoding(path, content[:_SAMPLE])
    return content.decode(encoding, "replace")


def _form_of(path: Path, head: bytes) -> Form:
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadInput(
            "{path} is an old Word document or one with a password; open it in a word "
            "processor and save it as .docx without a password.",
            path=path,
        )
    if bare.startswith(b"{\\rtf"):
        raise BadInput("{path} is rich text (.rtf); save it as .docx or as plain text.", path=path)
    if _PICTURE.match(head):
        raise BadInput(
            "{path} is a picture; its text cannot be read. Use a file with text.", path=path
        )
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadInput("{path} holds no text.", path=path)
    if _MESSAGE.match(bare) and b"multipart/related" in head[:4096]:
        return "mhtml"
    # In UTF-16 and UTF-32 each plain letter has a zero beside it.
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head[:64]
    sample = head.decode(find_encoding(path, head), "ignore").encode() if wide else head
    if _HTML.search(sample[:8192]) or (
        path.suffix.lower() in (".html", ".htm", ".xhtml") and b"<" in sample
    ):
        return "html"
    return "text"


def find_encoding(path: Path, head: bytes) -> str:
    """Return the encoding of a text by its first bytes; raises BadInput where it is no text."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    zeros = head.count(0)
    if zeros > len(head) // 50 and (wide := _wide_encoding(head)) is not None:
        return wide
    # The sample may end in the middle of a letter.
    for cut in range(min(4, len(head))):
        if _decodes(head[: len(head) - cut], "utf-8") and zeros <= len(head) // 4:
            return "utf-8"
    if _is_mostly_utf_8(head):
        return "utf-8"
    strange = sum(head.count(byte) for byte in (*range(1, 9), *range(14, 27)))
    if zeros + strange > len(head) // 50:
        raise BadInput("{path} is not a text, a web page, a Word document or a PDF.", path=path)
    from charset_normalizer import from_bytes

    # Legacy reports of the region; the order settles what is readable in several. Plain letters,
    # however many stand in front, are the same in all of them.
    beyond = _BEYOND.search(head)
    begin = max(0, beyond.start() - _ALONG // 4) if beyond else 0
    found = from_bytes(
        head[begin : begin + _ALONG],
        cp_isolation=["cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5", "utf_8"],
    ).best()
    return found.encoding if found is not None and found.encoding != "utf_8" else "cp1251"


def _wide_encoding(head: bytes) -> str | None:
    """Return which of the wide encodings a text is in, by the bytes that are the same everywhere.

    The upper byte of a letter is 0 (Latin), 4 (Cyrillic) or 32 (quotes and dashes); in UTF-32 two
    more in front of it are 0.
    """
    for encoding, uppermost in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
        if all(_share(head[at::4], (0,)) > _NEARLY_ALL for at in uppermost):
            return encoding
    for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        if _share(head[at::2], (0, 4, 32)) > _NEARLY_ALL:
            return encoding
    return None


def _share(some: bytes, these: tuple[int, ...]) -> float:
    return sum(map(some.count, these)) / max(1, len(some))


def _is_mostly_utf_8(head: bytes) -> bool:
    """Whether a text is UTF-8 with a few bytes damaged: those are shown as �, the rest is right."""
    text = head.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    beyond = len(_PLAIN.sub("", text)) - damaged
    return beyond > 20 * damaged and text.count("\x00") < 1 + len(text) // 50


def _begins_with_mark(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))


def _usable(name: str) -> str | None:
    """Return the codec of a character set that a page declares, None where no page is in it."""
    import codecs

    try:
        found = codecs.lookup(name)
        b"a".decode(found.name, "replace")
    except (LookupError, ValueError):
        return None
    return None if found.name in _NO_CHARSETS or found.name.startswith(_WIDE) else found.name


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _parted(text: str) -> list[str]:
    """Return the lines of a text, whatever parts them."""
    if any(sign in text for sign in _OTHER_BREAKS):
        return _BREAKS.split(text)
    return text.split("\n")


def _plain(line: str) -> str:
    """Return a line of which each letter is seen, and is one sign where it may be."""
    if not line.isprintable():  # quicker than the patterns, and true of nearly every line
        line = _CONTROLS.sub(" ", _UNSEEN.sub("", line))
    return line if is_normalized("NFC", line) else normalize("NFC", line)


def _decoded_lines(stream: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Yield the lines of a text file, a chunk of the file in memory at a time."""
    import codecs

    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    rest = ""
    read = getattr(stream, "read")  # noqa: B009 (an open file)
    while True:
        chunk = read(_CHUNK)
        rest += decoder.decode(chunk, final=not chunk)
        # A break at the end of a chunk may be half of one.
        tail = rest[-_LONGEST_BREAK:]
        half = tail[len(tail.rstrip("\r\n")) :] if chunk else ""
        lines = _parted(rest[: len(rest) - len(half)])
        keep = lines.pop() + half if chunk else ""
        for line in lines:
            yield _plain(line)
        if not chunk:
            return
        rest = keep
        if len(rest) > LONGEST_LINE:
            end = rest.rfind(" ") + 1 or len(rest)
            yield _plain(rest[:end])
            rest = rest[end:]
