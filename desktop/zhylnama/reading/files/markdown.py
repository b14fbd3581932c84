"""Text written in Markdown: its signs taken away, its links and notes as other files print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_HEADING: Final = re.compile(r"(?m)^#{1,6}\s+\S")
_NOTE: Final = re.compile(r"(?m)^\[\^\d{1,4}\]:")
_LINK: Final = re.compile(
    r"!?\[((?:[^\[\]\n\\]|\[[^\[\]\n]{0,40}\]|\\.){0,400})\]"
    r"\(<?(https?://[^\s()<>]{1,4000})>?[^()\n]{0,200}\)"
)
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_SLANTED: Final = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])")
_BARE_LINK: Final = re.compile(r"<(https?://[^\s<>]+)>|https?://[^\s<>]+")
_HELD: Final = re.compile("\x00(\\d+)\x00")
_NOTE_MARK: Final = re.compile(r"\[\^(\d{1,4})\]")
_NUMBER: Final = re.compile(r"\\?\[?\^?(\d{1,4})\\?\]?")
_RULE: Final = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_FRONT: Final = re.compile(r"^\s{0,3}(?:>\s?)*(?:#{1,6}\s+)?")
_BACK: Final = re.compile(r"(?<=\S)\s+#{1,6}\s*$|\s{2,}$|\\$")
_SIGNS: Final = re.compile(r"[*_#\[\\<>]|---|___")
_MOST_SIGNS: Final = 400
_LONGEST_LINE: Final = 20_000
_LEAST: Final = 2


def is_markdown(path: Path, sample: str) -> bool:
    """Whether a text is written in Markdown: it is called so, or has two kinds of its signs."""
    if path.suffix.lower() in (".md", ".markdown"):
        return True
    signs = ((_HEADING, "#"), (_NOTE, "[^"), (_LINK, "]("), (_STRONG, "**"), (_STRONG, "__"))
    found = {sign for sign, held in signs if held in sample and sign.search(sample)}
    return len(found) >= _LEAST


def plain_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines without the signs of Markdown.

    A number that is a link, `[[1]](https://…)`, is the mark of a note; such notes come at the end.
    """
    notes: dict[int, str] = {}
    for line in lines:
        yield _plain(line, notes)
    for number, link in notes.items():
        yield ""
        yield f"[{number}] {link}"


def _plain(line: str, notes: dict[int, str]) -> str:
    if _SIGNS.search(line) is None or len(line) > _LONGEST_LINE:
        return _BACK.sub("", line)
    if _RULE.match(line):
        return ""
    line = _BACK.sub("", _FRONT.sub("", line.replace("\x00", " ")))
    if _NOTE.match(line):
        line = line.replace("]:", "] ", 1)
    line = _NOTE_MARK.sub(r"[\1]", line)
    held: list[str] = []

    def hold(link: str) -> str:
        """Keep a link out of what is done to the words around it."""
        held.append(link)
        return f"\x00{len(held) - 1}\x00"

    def linked(match: re.Match[str]) -> str:
        text, link = match[1], match[2]
        number = _NUMBER.fullmatch(text)
        if number and notes.setdefault(int(number[1]), link) == link:
            return f"[{number[1]}]"
        return hold(link) if text.startswith(("http", "www.")) else f"{text} {hold(link)} "

    line = _LINK.sub(linked, line)
    line = _BARE_LINK.sub(lambda bare: hold(bare[1] or bare[0]), line)
    # Slanted words stand within strong ones, or around them.
    if line.count("*") + line.count("_") < _MOST_SIGNS:
        for sign in (_STRONG, _SLANTED, _STRONG):
            line = sign.sub(r"\2", line)
    line = _ESCAPED.sub(r"\1", line)
    return _HELD.sub(lambda at: held[int(at[1])], line)
