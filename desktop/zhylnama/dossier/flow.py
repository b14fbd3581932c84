"""From what the dossier says to rows on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Paragraph

from zhylnama.dossier import fonts, styles
from zhylnama.dossier.fonts import width_of
from zhylnama.dossier.letters import break_link, link_target
from zhylnama.dossier.model import (
    Chronology,
    Cover,
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
from zhylnama.dossier.rows import Mark, Row, Rows
from zhylnama.dossier.setting import Setting
from zhylnama.dossier.styles import HAIRLINE, STRONG

_GAP = 12.0
_DATE_COLUMN = 90.0
_LABEL_COLUMN = 118.0
_NAME_COLUMN = 196.0
_OF_NAMES = frozenset({"officials", "organisations", "companions", "may-be"})
_FIGURE_WIDTH = 96.0


class Flow(Setting):
    """Turns the sections of one dossier into rows for one sheet."""

    def cover(self, cover: Cover) -> Rows:
        """Return name, spellings, offices and the small print of the first page."""
        mark = Mark("top", self.letters.plain(cover.name))
        rows = [self.full(self.text(cover.name, styles.NAME), below=1, marks=(mark,))]
        spellings = " · ".join(
            f"{spelling} ({number})" if number else spelling for spelling, number in cover.spellings
        )
        rows += [
            self.full(self.text(line, styles.SUBTITLE))
            for line in (spellings, " · ".join(cover.offices))
            if line
        ]
        labels = [self.letters.plain(particular.label) for particular in cover.particulars]
        left = max(width_of(label, fonts.SANS, styles.SMALL.fontSize) for label in labels) + 14
        rows += [
            self.row(
                (0, left, [self.text(particular.label, styles.SMALL)]),
                (left, self.sheet.measure - left, [self.text(particular.value, styles.SMALL)]),
                above=10 if number == 0 else 0,
            )
            for number, particular in enumerate(cover.particulars)
        ]
        rows.append(self.full(self.text(cover.notice, styles.SMALL), above=3, below=2))
        return Rows(rows, self.sheet.depth)

    def summary(self, summary: Summary) -> Rows:
        """Return the lead, and the figures between two lines."""
        mark = Mark("summary", self.letters.plain(summary.heading))
        lead = " ".join(summary.sentences)
        status = " ".join(summary.status)
        rows = [
            self.full(self.text(lead, styles.LEAD), below=6, marks=(mark,)),
            self.full(self.text(status, styles.LEAD), below=13),
        ]
        lines = self._figure_lines(summary.figures)
        for number, line in enumerate(lines):
            cells = []
            for left, width, figure in line:
                value = self.text(figure.value, styles.FIGURE)
                cells.append((left, width, [value, self.text(figure.label, styles.FIGURE_LABEL)]))
            last = number == len(lines) - 1
            rows.append(
                self.row(
                    *cells,
                    above=9,
                    below=9 if last else 2,
                    rule_above=STRONG if number == 0 else None,
                    rule_below=HAIRLINE if last else None,
                    keep=not last,
                )
            )
        return Rows(rows, self.sheet.depth, space_before=14)

    def _figure_lines(self, figures: Sequence[Figure]) -> list[list[tuple[float, float, Figure]]]:
        """Set figures side by side at their own widths, in as many lines as they need."""
        measure = self.sheet.measure
        lines: list[list[tuple[float, float, Figure]]] = [[]]
        left = 0.0
        for figure in figures:
            value = width_of(self.letters.plain(figure.value), styles.FIGURE.fontName, 14)
            label = width_of(self.letters.plain(figure.label), fonts.SANS, 7.8)
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
        rows = self.heading(ledger.heading, "ledger", ledger.intro)
        if not ledger.rows:
            rows[-1] = self.full(self.text(ledger.intro[-1], styles.TEXT))
            return self.section(rows)
        columns = self._columns((0.125, 0.27, 0.235, 0.22, 0.15))
        head = self.row(
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
        return self.section(rows, head=head, head_at=heading)

    def _columns(self, shares: Sequence[float]) -> list[tuple[float, float]]:
        room = self.sheet.measure - _GAP * (len(shares) - 1)
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
        if row.no_reason is not None:
            reason.append(self.text(row.no_reason, quiet))
        measure: list[Paragraph] = []
        for line in row.measures:
            measure.append(self.text(line.said, styles.MEASURE))
            if line.remark is not None:
                measure.append(self.text(line.remark, quiet))
        source = []
        if row.sources:
            links = ", ".join(self.source_link(number) for number in row.sources)
            source.append(Paragraph(links, table))
        if row.report is not None:
            source.append(self.text(row.report, quiet))
        date = [Paragraph(self.mention(Mention(row.event, row.date)), styles.TABLE)]
        inside = (date, laws, reason, measure, source)
        cells = [(*column, cell) for column, cell in zip(columns, inside, strict=True)]
        return self.row(*cells, above=5, below=5, rule_below=HAIRLINE)

    def chronology(self, chronology: Chronology) -> Rows:
        """Return every event: the date at the left, the account with its sources at the right."""
        rows = self.heading(chronology.heading, "chronology", chronology.intro)
        rows += [self._entry(entry) for entry in chronology.entries]
        return self.section(rows)

    def _entry(self, entry: Entry) -> Row:
        left = _DATE_COLUMN + _GAP
        about = (entry.place, entry.report, entry.role, entry.language)
        account = [
            self.with_sources(entry.account, entry.sources, styles.TEXT),
            self.text(" · ".join(part for part in about if part), styles.ABOUT),
        ]
        account += [self.text(remark, styles.ABOUT) for remark in entry.remarks]
        outline = self.letters.plain(f"{entry.date}: {entry.title}").replace("\n", " ")
        date = self.text(entry.date, styles.DATE)
        beside = self.row(
            (0, _DATE_COLUMN, [date]),
            (left, self.sheet.measure - left, account),
            above=5,
            below=7,
            rule_below=HAIRLINE,
            marks=(Mark(self.places[entry.event], outline, 1),),
        )
        dated, told = beside.cells
        return replace(beside, cells=(replace(dated, drop=styles.DATE_DROP), told))

    def listing(self, listing: Listing) -> Rows:
        """Return a section of labelled lines, with links to the events they rest on."""
        rows = self.heading(listing.heading, listing.key, listing.intro)
        names = listing.key in _OF_NAMES
        column = _NAME_COLUMN if names else _LABEL_COLUMN
        left = column + _GAP
        width = self.sheet.measure - left
        for item in listing.items:
            label_style = styles.TABLE if names else styles.TABLE_QUIET
            label = [self.text(item.label, label_style)] if item.label else []
            cells = [(0.0, column, label), (left, width, self._said(item, names))]
            rows.append(self.row(*cells, above=4, below=4, rule_below=HAIRLINE))
        if listing.closing is not None:
            rows.append(self.full(self.text(listing.closing, styles.SMALL), above=5))
        return self.section(rows)

    def _said(self, item: Item, names: bool) -> list[Paragraph]:
        """Return what a line says, and its links: behind a short text, or under a long one."""
        links = ", ".join(self.mention(mention) for mention in item.mentions)
        if names and item.text and links:
            said = f"{self.letters.markup(item.text)} · {links}"
            return [Paragraph(said, styles.TABLE_QUIET)]
        inside = []
        if item.text:
            inside.append(self.text(item.text, styles.TABLE_QUIET if names else styles.TABLE))
        if links:
            inside.append(Paragraph(links, styles.TABLE_QUIET))
        return inside

    def sources(self, sources: Sources) -> Rows:
        """Return the numbered sources with whole links."""
        rows = self.heading(sources.heading, "sources", sources.intro)
        rows += [self._source(line) for line in sources.lines]
        return self.section(rows)

    def _source(self, line: SourceLine) -> Row:
        left = 28.0
        width = self.sheet.measure - left
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
        return self.row(
            (0, 22, [number]),
            (left, width, inside),
            above=4,
            below=4,
            rule_below=HAIRLINE,
            marks=(Mark(f"source-{line.number}"),),
        )

    def _link(self, url: str, width: float) -> Paragraph:
        """Return a link in lines broken by us: no letter is added or lost at a line's end."""
        said = self.letters.plain(url)
        style = styles.LINK
        widths = {letter: width_of(letter, style.fontName, style.fontSize) for letter in set(said)}
        lines = [self.letters.markup(line) for line in break_link(said, widths, width - 1)]
        target = link_target(url)
        linked = (f'<a href="{target}" color="{styles.ACCENT}">{line}</a>' for line in lines)
        return Paragraph("<br/>".join(linked), style)

    def method(self, method: Method) -> Rows:
        """Return method and limits; a sentence on replaced characters joins where one was."""
        rows = self.heading(method.heading, "method", ())
        rows += [self.narrow(self.text(said, styles.NOTE), below=5) for said in method.paragraphs]
        return self.section(rows)
