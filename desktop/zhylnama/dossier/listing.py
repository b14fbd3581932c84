"""A list of events on paper and in Markdown: what was found, each event with its sources.

Events come as an iterable and are not kept: the Markdown of a million of them is written one by
one. A PDF keeps its rows until the last page is laid out, and so takes memory by its length.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab.platypus import Paragraph

from zhylnama.archive.edition import Edition
from zhylnama.dossier import styles
from zhylnama.dossier.citation import edition_of, facts_of, head_of, report_of, source_line
from zhylnama.dossier.fonts import one_at_a_time, register_fonts, width_of
from zhylnama.dossier.frame import Document, Page
from zhylnama.dossier.letters import Letters, break_link, link_target
from zhylnama.dossier.rows import Cell, Mark, Row, Rows, cut_tall
from zhylnama.dossier.styles import HAIRLINE, SHEETS, Paper, Sheet
from zhylnama.dossier.watching import GoOn, to_the_end
from zhylnama.files import resources_folder
from zhylnama.record.event import Event
from zhylnama.wording import Wording

_DATE_COLUMN = 90.0
_LEFT = _DATE_COLUMN + 12.0


@dataclass(frozen=True, slots=True)
class Title:
    """What the list is of: `asked` in words what was searched for, `narrowed` what narrowed it."""

    asked: str
    edition: Edition
    today: dt.date
    narrowed: str = ""


# -- Markdown ----------------------------------------------------------------------------------


def write_markdown(
    events: Iterable[Event], title: Title, wording: Wording, stream: BinaryIO
) -> int:
    """Write a list of events as Markdown (CommonMark); return how many."""
    tr = wording.tr
    head = [
        f"# {_plain(title.asked)}",
        "",
        *([_plain(title.narrowed), ""] if title.narrowed else []),
        _plain(edition_of(title.edition, wording)),
        "",
        _plain(tr("Made offline on {date} with Zhylnama", date=wording.day(title.today))),
    ]
    stream.write(("\n".join(head) + "\n").encode())
    number = 0
    for event in events:
        stream.write(_entry(event, wording).encode("utf-8", "replace"))
        number += 1
    return number


def _entry(event: Event, wording: Wording) -> str:
    name = head_of(event, wording) + (f". {event.title}" if event.title else "")
    lines = ["", f"## {_plain(name)}", ""]
    for paragraph in event.text.split("\n"):
        lines += [_plain(paragraph), ""] if paragraph.strip() else []
    lines += [f"- {_plain(fact)}" for fact in facts_of(event, wording)]
    for source in event.sources:
        said = _plain(source_line(source, wording))
        if source.url is not None:
            said = said.replace(_plain(source.url), f"<{_address(source.url)}>")
        lines.append(f"- {said}")
    if not event.sources:
        lines.append(f"- {_plain(wording.tr('The report names no source for this event.'))}")
    lines.append(f"- {_plain(report_of(event, wording))}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return text of an archive as Markdown that shows it letter for letter, on one line."""
    text = " ".join(text.split())
    text = re.sub(r"([\\`*_{}\[\]<>()#+!|~&$])", r"\\\1", text)
    return re.sub(r"^([-=]|\d+(?=[.)]))", r"\\\1" if text[:1] in "-=" else r"\1", text)


def _address(url: str) -> str:
    """Return a link for angle brackets: what would end it is coded, everything else is kept."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


# -- PDF ---------------------------------------------------------------------------------------


def write_listing(
    events: Iterable[Event],
    title: Title,
    wording: Wording,
    stream: BinaryIO,
    *,
    paper: Paper = "A4",
    go_on: GoOn = to_the_end,
) -> int:
    """Write a list of events as a PDF with sources; return how many. Same input, same bytes.

    `go_on` is called for each page. What it or `events` raises ends the work and goes to the
    caller.
    """
    with one_at_a_time:
        letters = Letters(register_fonts(resources_folder() / "fonts"))
        sheet = SHEETS[paper]
        tr = wording.tr
        page = Page(
            sheet,
            left="",
            name=letters.plain(title.asked).replace("\n", " "),
            right=letters.plain(
                tr(
                    "Working copy of edition {edition} · {digest}",
                    edition=title.edition.label,
                    digest=title.edition.short_digest,
                )
            ),
            foot=tr("Made offline on {date} with Zhylnama", date=wording.day(title.today)),
            number=lambda number, pages: tr("{page} of {pages}", page=number, pages=pages),
            go_on=go_on,
        )
        name = letters.plain(title.asked).replace("\n", " ")
        document = Document(stream, page, title=name, lang=wording.lang, day=title.today)
        setting = _Setting(letters, sheet, wording)
        rows = [setting.entry(event) for event in events]
        head = setting.head(title, len(rows))
        document.write([Rows([*head, *rows], sheet.depth)])
        return len(rows)


class _Setting:
    """Sets the events of one list for one sheet."""

    def __init__(self, letters: Letters, sheet: Sheet, wording: Wording) -> None:
        self._letters = letters
        self._sheet = sheet
        self._wording = wording

    def head(self, title: Title, number: int) -> list[Row]:
        """Return the name of the list, how much it holds, and which archive it was made from."""
        wording = self._wording
        mark = Mark("top", self._letters.plain(title.asked).replace("\n", " "))
        said = wording.count("{n} event", "{n} events", number)
        edition = edition_of(title.edition, wording)
        told = wording.tr(
            "The records retell published monitoring reports; neither these nor their sources were"
            " verified to make this list."
        )
        narrowed = [self._full(self._text(title.narrowed, styles.SUBTITLE), keep=True)]
        return [
            self._full(self._text(title.asked, styles.NAME), keep=True, marks=(mark,)),
            *(narrowed if title.narrowed else ()),
            self._full(self._text(said, styles.SUBTITLE), keep=True),
            self._full(self._text(edition, styles.SMALL), above=6, keep=True),
            self._full(self._text(told, styles.SMALL), below=12, keep=True, rule_below=HAIRLINE),
        ]

    def entry(self, event: Event) -> Row:
        """Return one event: its date at the left, the account and its sources at the right."""
        wording = self._wording
        when = wording.when(event.date, event.until, event.precision)
        width = self._sheet.measure - _LEFT
        inside = [self._text(event.text, styles.TEXT)]
        place = ", ".join(part for part in (event.place, event.region) if part)
        about = [place or wording.tr("place not stated"), report_of(event, wording)]
        inside.append(self._text(" · ".join(about), styles.ABOUT))
        inside += [self._text(fact, styles.ABOUT) for fact in facts_of(event, wording)]
        inside += [self._source(source_line(s, wording), s.url, width) for s in event.sources]
        if not event.sources:
            said = wording.tr("The report names no source for this event.")
            inside.append(self._text(said, styles.ABOUT))
        date = Cell(
            0,
            _DATE_COLUMN,
            (self._text(when, styles.DATE),),
            drop=styles.DATE_DROP,
        )
        pieces = tuple(piece for one in inside for piece in cut_tall(one, width))
        return Row((date, Cell(_LEFT, width, pieces)), above=6, below=7, rule_below=HAIRLINE)

    def _source(self, said: str, url: str | None, width: float) -> Paragraph:
        """Return a source in lines broken by us, linked where it has a link."""
        if url is None:
            return self._text(said, styles.ABOUT)
        style = styles.ABOUT
        plain = self._letters.plain(said).replace("\n", " ")
        widths = {letter: width_of(letter, style.fontName, style.fontSize) for letter in set(plain)}
        lines = [self._letters.markup(line) for line in break_link(plain, widths, width - 1)]
        target = link_target(url)
        linked = (f'<a href="{target}" color="{styles.ACCENT}">{line}</a>' for line in lines)
        return Paragraph("<br/>".join(linked), style)

    def _text(self, text: str, style: Any) -> Paragraph:
        return Paragraph(self._letters.markup(text), style)

    def _full(self, paragraph: Paragraph, **more: Any) -> Row:
        return Row((Cell(0, self._sheet.measure, (paragraph,)),), **more)
