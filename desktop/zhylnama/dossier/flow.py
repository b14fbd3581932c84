"""From what the dossier says to rows on a page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from zhylnama.dossier import fonts, styles
from zhylnama.dossier.fonts import width_of
from zhylnama.dossier.letters import Letters, break_link, link_target
from zhylnama.dossier.model import (
    Chronology,
    Cover,
    Dossier,
    Entry,
    Figure,
    Item,
    Ledger,
    LedgerRow,
    Listing,
    Mention,
    Method,
    SourceLine,
    Sources,
    Summary,
)
from zhylnama.dossier.rows import Cell, Mark, Row, Rows
from zhylnama.dossier.styles import HAIRLINE, STRONG, Sheet

_GAP = 12.0
_DATE_COLUMN = 90.0
_LABEL_COLUMN = 118.0
_NAME_COLUMN = 196.0
_OF_NAMES = frozenset({"officials", "organisations", "companions", "may-be"})
_FIGURE_WIDTH = 96.0


class Flow:
    """Turns the sections of one dossier into rows for one sheet."""

    def __init__(self, dossier: Dossier, letters: Letters, sheet: Sheet) -> None:
        self._letters = letters
        self._sheet = sheet
        entries = dossier.chronology.entries if dossier.chronology is not None else ()
        self._places = {entry.event: f"event-{n}" for n, entry in enumerate(entries, 1)}
        self._has_sources = dossier.sources is not None

    # Paragraphs

    def text(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Return archive text or a sentence of ours as a paragraph: text only, no markup."""
        return Paragraph(self._letters.markup(text), style)

    def _with_sources(self, text: str, numbers: Sequence[int], style: ParagraphStyle) -> Paragraph:
        """Return an account with its source numbers raised behind it."""
        said = self._letters.markup(text)
        if numbers:
            raised = ", ".join(self._source_link(number) for number in numbers)
            said += (
                f'<super rise="3.8" size="{styles.SUPERSCRIPT}">'
                f'<font name="{fonts.SANS}" color="{styles.ACCENT}">{raised}</font></super>'
            )
        return Paragraph(said, style)

    def _source_link(self, number: int) -> str:
        if not self._has_sources:
            return str(number)
        return f'<a href="#source-{number}" color="{styles.ACCENT}">{number}</a>'

    def _mention(self, mention: Mention) -> str:
        label = self._letters.markup(mention.label).replace(" ", "\u00a0")
        key = self._places.get(mention.event)
        if key is None:
            return label
        return f'<a href="#{key}" color="{styles.ACCENT}">{label}</a>'

    # Rows

    def _row(self, *cells: tuple[float, float, Sequence[Paragraph]], **more: object) -> Row:
        made = tuple(Cell(left, width, tuple(inside)) for left, width, inside in cells)
        return Row(made, **more)  # type: ignore[arg-type]

    def _full(self, paragraph: Paragraph, **more: object) -> Row:
        return self._row((0, self._sheet.measure, [paragraph]), **more)

    def _narrow(self, paragraph: Paragraph, **more: object) -> Row:
        """Set small type to a measure that the eye can follow back."""
        return self._row((0, self._sheet.measure * 0.84, [paragraph]), **more)

    def _heading(self, text: str, key: str, intro: Sequence[str]) -> list[Row]:
        mark = Mark(key, self._letters.plain(text))
        rows = [
            self._full(self.text(text, styles.HEADING), below=6, keep=True, marks=(mark,)),
        ]
        rows += [self._narrow(self.text(said, styles.SMALL), below=5, keep=True) for said in intro]
        return rows

    def _section(self, rows: Sequence[Row], *, head: Row | None = None, head_at: int = 0) -> Rows:
        return Rows(rows, self._sheet.depth, head=head, head_at=head_at, space_before=24)

    # Sections

    def cover(self, cover: Cover) -> Rows:
        """Return name, spellings, offices and the small print of the first page."""
        mark = Mark("top", self._letters.plain(cover.name))
        rows = [self._full(self.text(cover.name, styles.NAME), below=1, marks=(mark,))]
        spellings = " · ".join(
            f"{spelling} ({number})" if number else spelling for spelling, number in cover.spellings
        )
        rows += [
            self._full(self.text(line, styles.SUBTITLE))
            for line in (spellings, " · ".join(cover.offices))
            if line
        ]
        lines = [
            self._row(
                (0, 58, [self.text(particular.label, styles.SMALL)]),
                (58, self._sheet.measure - 58, [self.text(particular.value, styles.SMALL)]),
                above=9 if number == 0 else 0,
            )
            for number, particular in enumerate(cover.particulars)
        ]
        rows += lines
        rows.append(self._full(self.text(cover.notice, styles.SMALL), below=2))
        return Rows(rows, self._sheet.depth)

    def summary(self, summary: Summary) -> Rows:
        """Return the lead, and the figures between two lines."""
        mark = Mark("summary", self._letters.plain(summary.heading))
        lead = " ".join(summary.sentences)
        status = " ".join(summary.status)
        rows = [
            self._full(self.text(lead, styles.LEAD), below=6, marks=(mark,)),
            self._full(self.text(status, styles.LEAD), below=13),
        ]
        lines = self._figure_lines(summary.figures)
        for number, line in enumerate(lines):
            cells = []
            for left, width, figure in line:
                value = self.text(figure.value, styles.FIGURE)
                cells.append((left, width, [value, self.text(figure.label, styles.FIGURE_LABEL)]))
            last = number == len(lines) - 1
            rows.append(
                self._row(
                    *cells,
                    above=9,
                    below=9 if last else 2,
                    rule_above=STRONG if number == 0 else None,
                    rule_below=HAIRLINE if last else None,
                    keep=not last,
                )
            )
        return Rows(rows, self._sheet.depth, space_before=14)

    def _figure_lines(self, figures: Sequence[Figure]) -> list[list[tuple[float, float, Figure]]]:
        """Set figures side by side at their own widths, in as many lines as they need."""
        measure = self._sheet.measure
        lines: list[list[tuple[float, float, Figure]]] = [[]]
        left = 0.0
        for figure in figures:
            value = width_of(self._letters.plain(figure.value), styles.FIGURE.fontName, 14)
            label = width_of(self._letters.plain(figure.label), fonts.SANS, 7.8)
            if label > _FIGURE_WIDTH:  # two even lines rather than a full and a short one
                label = min(_FIGURE_WIDTH, label / 2 + 22)
            width = min(max(value, label) + 2, measure)
            if left and left + width > measure:
                lines.append([])
                left = 0.0
            lines[-1].append((left, width, figure))
            left += width + 24
        return lines

    def ledger(self, ledger: Ledger) -> Rows:
        """Return the table of charges and measures, its head repeated on every page."""
        rows = self._heading(ledger.heading, "ledger", ledger.intro)
        if not ledger.rows:
            rows[-1] = self._full(self.text(ledger.intro[-1], styles.TEXT))
            return self._section(rows)
        columns = self._columns((0.125, 0.25, 0.24, 0.225, 0.16))
        head = self._row(
            *(
                (left, width, [self.text(label, styles.TABLE_HEAD)])
                for (left, width), label in zip(columns, ledger.head, strict=True)
            ),
            below=5,
            rule_below=STRONG,
            keep=True,
        )
        heading = len(rows)
        rows += [self._ledger_row(row, columns) for row in ledger.rows]
        return self._section(rows, head=head, head_at=heading)

    def _columns(self, shares: Sequence[float]) -> list[tuple[float, float]]:
        room = self._sheet.measure - _GAP * (len(shares) - 1)
        columns, left = [], 0.0
        for share in shares:
            columns.append((left, room * share))
            left += room * share + _GAP
        return columns

    def _ledger_row(self, row: LedgerRow, columns: Sequence[tuple[float, float]]) -> Row:
        table, quiet = styles.TABLE, styles.TABLE_QUIET
        laws: list[Paragraph] = []
        for number, law in enumerate(row.laws):
            laws.append(self.text(law.cited, table))
            # Several parts of one article have one title: said once, under the last of them.
            following = row.laws[number + 1] if number + 1 < len(row.laws) else None
            if law.title is not None and (following is None or following.title != law.title):
                laws.append(self.text(law.title, quiet))
        if row.no_law is not None:
            laws.append(self.text(row.no_law, quiet))
        reason = [self.text(row.reason, table)] if row.reason is not None else []
        if row.reason_remark is not None:
            reason.append(self.text(row.reason_remark, quiet))
        measure = [self.text(row.measure, table)]
        if row.remark is not None:
            measure.append(self.text(row.remark, quiet))
        source = []
        if row.sources:
            links = ", ".join(self._source_link(number) for number in row.sources)
            source.append(Paragraph(links, table))
        if row.report is not None:
            source.append(self.text(row.report, quiet))
        date = [Paragraph(self._mention(Mention(row.event, row.date)), styles.TABLE)]
        inside = (date, laws, reason, measure, source)
        cells = [(*column, cell) for column, cell in zip(columns, inside, strict=True)]
        return self._row(*cells, above=5, below=5, rule_below=HAIRLINE)

    def chronology(self, chronology: Chronology) -> Rows:
        """Return every event: the date at the left, the account with its sources at the right."""
        rows = self._heading(chronology.heading, "chronology", chronology.intro)
        rows += [self._entry(entry) for entry in chronology.entries]
        return self._section(rows)

    def _entry(self, entry: Entry) -> Row:
        left = _DATE_COLUMN + _GAP
        about = (entry.place, entry.report, entry.role, entry.language)
        account = [
            self._with_sources(entry.account, entry.sources, styles.TEXT),
            self.text(" · ".join(part for part in about if part), styles.ABOUT),
        ]
        account += [self.text(remark, styles.ABOUT) for remark in entry.remarks]
        outline = self._letters.plain(f"{entry.date}: {entry.title}").replace("\n", " ")
        return self._row(
            (0, _DATE_COLUMN, [self.text(entry.date, styles.DATE)]),
            (left, self._sheet.measure - left, account),
            above=5,
            below=7,
            rule_below=HAIRLINE,
            marks=(Mark(self._places[entry.event], outline, 1),),
        )

    def listing(self, listing: Listing) -> Rows:
        """Return a section of labelled lines, with links to the events they rest on."""
        rows = self._heading(listing.heading, listing.key, listing.intro)
        names = listing.key in _OF_NAMES
        column = _NAME_COLUMN if names else _LABEL_COLUMN
        left = column + _GAP
        width = self._sheet.measure - left
        for item in listing.items:
            label_style = styles.TABLE if names else styles.TABLE_QUIET
            label = [self.text(item.label, label_style)] if item.label else []
            cells = [(0.0, column, label), (left, width, self._said(item, names))]
            rows.append(self._row(*cells, above=4, below=4, rule_below=HAIRLINE))
        if listing.closing is not None:
            rows.append(self._full(self.text(listing.closing, styles.SMALL), above=5))
        return self._section(rows)

    def _said(self, item: Item, names: bool) -> list[Paragraph]:
        """Return what a line says, and its links: behind a short text, or under a long one."""
        links = ", ".join(self._mention(mention) for mention in item.mentions)
        if names and item.text and links:
            said = f"{self._letters.markup(item.text)} · {links}"
            return [Paragraph(said, styles.TABLE_QUIET)]
        inside = []
        if item.text:
            inside.append(self.text(item.text, styles.TABLE_QUIET if names else styles.TABLE))
        if links:
            inside.append(Paragraph(links, styles.TABLE_QUIET))
        return inside

    def sources(self, sources: Sources) -> Rows:
        """Return the numbered sources with whole links."""
        rows = self._heading(sources.heading, "sources", sources.intro)
        rows += [self._source(line) for line in sources.lines]
        return self._section(rows)

    def _source(self, line: SourceLine) -> Row:
        left = 28.0
        width = self._sheet.measure - left
        inside = []
        if line.url is not None:
            inside.append(self._link(line.url, width))
        if line.missing is not None:
            inside.append(self.text(line.missing, styles.TABLE))
        if line.places:
            inside.append(self.text(line.places, styles.SMALL))
        if line.remark is not None:
            inside.append(self.text(line.remark, styles.SMALL))
        number = Paragraph(str(line.number), styles.TABLE)
        return self._row(
            (0, 22, [number]),
            (left, width, inside),
            above=4,
            below=4,
            rule_below=HAIRLINE,
            marks=(Mark(f"source-{line.number}"),),
        )

    def _link(self, url: str, width: float) -> Paragraph:
        """Return a link in lines broken by us: no letter is added or lost at a line's end."""
        said = self._letters.plain(url)
        style = styles.LINK
        widths = {letter: width_of(letter, style.fontName, style.fontSize) for letter in set(said)}
        lines = [self._letters.markup(line) for line in break_link(said, widths, width - 1)]
        target = link_target(url)
        linked = (f'<a href="{target}" color="{styles.ACCENT}">{line}</a>' for line in lines)
        return Paragraph("<br/>".join(linked), style)

    def method(self, method: Method) -> Rows:
        """Return method and limits; a sentence on replaced characters joins where one was."""
        rows = self._heading(method.heading, "method", ())
        rows += [
            self._narrow(self.text(said, styles.NOTE), below=5) for said in method.paragraphs
        ]
        return self._section(rows)
