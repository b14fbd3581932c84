"""Paragraphs, links and rows: what every section of the page is set from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from zhylnama.dossier import fonts, styles
from zhylnama.dossier.letters import Letters
from zhylnama.dossier.model import Dossier, Mention
from zhylnama.dossier.rows import Cell, Mark, Row, Rows, cut_tall
from zhylnama.dossier.styles import Sheet
from zhylnama.dossier.watching import GoOn, to_the_end


class Setting:
    """Sets the texts of one dossier for one sheet; all of them go through `letters`."""

    def __init__(
        self,
        dossier: Dossier,
        letters: Letters,
        sheet: Sheet,
        *,
        accent: str = styles.ACCENT,
        prefix: str = "",
        go_on: GoOn = to_the_end,
    ) -> None:
        self.letters = letters
        self.sheet = sheet
        self.accent = accent
        self.level = 1 if prefix else 0
        self.prefix = prefix  # tells the people of one book apart
        entries = dossier.chronology.entries if dossier.chronology is not None else ()
        self.places = {entry.event: f"{prefix}event-{n}" for n, entry in enumerate(entries, 1)}
        self._go_on = go_on
        self._has_sources = dossier.sources is not None

    # Paragraphs

    def text(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Return archive text or a sentence of ours as a paragraph: text only, no markup."""
        return Paragraph(self.letters.markup(text), style)

    def linked(self, markup: str, style: ParagraphStyle = styles.TABLE) -> Paragraph:
        """Return markup of our own, with links in it, as a paragraph."""
        return Paragraph(markup, style)

    def with_sources(self, text: str, numbers: Sequence[int], style: ParagraphStyle) -> Paragraph:
        """Return an account with its source numbers raised behind it."""
        said = self.letters.markup(text)
        if numbers:
            raised = ", ".join(self.source_link(number) for number in numbers)
            said += (
                f'<super rise="3.8" size="{styles.SUPERSCRIPT}">'
                f'<font name="{fonts.SANS}" color="{self.accent}">{raised}</font></super>'
            )
        return Paragraph(said, style)

    def source_link(self, number: int) -> str:
        """Return a source's number as markup, leading to the list of sources if there is one."""
        if not self._has_sources:
            return str(number)
        return f'<a href="#{self.prefix}source-{number}" color="{self.accent}">{number}</a>'

    def mention(self, mention: Mention) -> str:
        """Return a date as markup that does not break, leading to its entry if there is one."""
        label = self.letters.markup(mention.label).replace(" ", "\u00a0")
        key = self.places.get(mention.event)
        if key is None:
            return label
        return f'<a href="#{key}" color="{self.accent}">{label}</a>'

    # Rows

    def row(self, *cells: tuple[float, float, Sequence[Flowable]], **more: Any) -> Row:
        """Return a row of cells, each given as left edge, width and paragraphs or drawings."""
        self._go_on()
        made = [
            Cell(left, width, tuple(piece for part in inside for piece in _pieces(part, width)))
            for left, width, inside in cells
        ]
        return Row(tuple(made), **more)

    def full(self, paragraph: Flowable, **more: Any) -> Row:
        """Return a row of one paragraph over the whole measure."""
        return self.row((0, self.sheet.measure, [paragraph]), **more)

    def narrow(self, paragraph: Paragraph, **more: Any) -> Row:
        """Set small type to a measure that the eye can follow back."""
        return self.row((0, self.sheet.measure * 0.84, [paragraph]), **more)

    def heading(self, text: str, key: str, intro: Sequence[str]) -> list[Row]:
        """Return a section's heading and introduction, which stay with what follows."""
        mark = Mark(self.prefix + key, self.letters.plain(text), self.level)
        rows = [
            self.full(self.text(text, styles.HEADING), below=6, keep=True, marks=(mark,)),
        ]
        rows += [self.narrow(self.text(said, styles.SMALL), below=5, keep=True) for said in intro]
        return rows

    def section(self, rows: Sequence[Row], *, head: Row | None = None, head_at: int = 0) -> Rows:
        """Return the rows of a section, with the space that sections have above them."""
        return Rows(rows, self.sheet.depth, head=head, head_at=head_at, space_before=24)


def _pieces(part: Flowable, width: float) -> Sequence[Flowable]:
    return cut_tall(part, width) if isinstance(part, Paragraph) else [part]
