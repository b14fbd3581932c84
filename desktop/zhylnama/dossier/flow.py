"""From what the dossier says to rows on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable, Paragraph, Spacer

from zhylnama.dossier import fonts, styles
from zhylnama.dossier.drawings import CODE_SIZE, Code, Outline, Photo, Timeline
from zhylnama.dossier.fonts import width_of
from zhylnama.dossier.letters import break_link, link_target
from zhylnama.dossier.model import (
    Chronology,
    Cover,
    Entry,
    Figure,
    Figures,
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
        """Return name, spellings, offices and the small print, with photo and code at the right."""
        mark = Mark(f"{self.prefix}top", self.letters.plain(cover.name))
        spellings = " · ".join(
            f"{spelling} ({number})" if number else spelling for spelling, number in cover.spellings
        )
        inside: list[Flowable] = []
        if cover.classification:
            marking = self.text(cover.classification, styles.CLASSIFICATION)
            inside += [marking, Spacer(0, 6)]
        inside.append(self.text(cover.name, styles.NAME))
        inside += [
            self.text(line, styles.SUBTITLE)
            for line in (spellings, " · ".join(cover.offices))
            if line
        ]
        beside: list[Flowable] = []
        if cover.photo is not None:
            beside.append(Photo(cover.photo))
        if cover.seal:
            beside.append(Code(cover.seal))
        if cover.photo is None:  # the code stands beside the small print, not beside the name
            rows = [self.full(part) for part in inside]
            rows[0] = replace(rows[0], marks=(mark,))
            rows.append(self.small_print(cover, beside))
        else:
            row = self.small_print(cover, beside, under=inside)
            rows = [replace(row, marks=(mark,), above=0)]
        return Rows(rows, self.sheet.depth)

    def small_print(
        self, cover: Cover, beside: Sequence[Flowable], *, under: Sequence[Flowable] = ()
    ) -> Row:
        """Return the particulars and the notice, with what stands at their right."""
        plain = self.letters.plain
        size = styles.SMALL.fontSize
        labels = [plain(particular.label) for particular in cover.particulars]
        left = max(width_of(label, fonts.SANS, size) for label in labels) + 14
        room = self.sheet.measure - (CODE_SIZE + 22 if beside else 0)
        lines: list[Flowable] = []
        for particular, label in zip(cover.particulars, labels, strict=True):
            value = plain(particular.value)
            if " " not in value and width_of(value, fonts.SANS, size) > room - left:
                # A digest: two even lines rather than a long one and a lost sign.
                value = f"{value[: len(value) // 2]}\n{value[len(value) // 2 :]}"
            style = styles.particular(left, 11 if under and not lines else 0)
            lines.append(Paragraph(self.letters.markup(value), style, bulletText=label))
        lines.append(self.text(cover.notice, styles.NOTICE))
        return self.row((0, room, [*under, *lines]), (room + 22, CODE_SIZE, beside), above=11)

    def figures(self, figures: Figures) -> Rows:
        """Return the map and the timeline side by side, each over its caption."""
        rows = self.heading(figures.heading, "figures", ())
        measure = self.sheet.measure
        cells: list[tuple[float, float, list[Flowable]]] = []
        left = 0.0
        if figures.map is not None:
            width = measure * 0.56
            drawn = Outline(figures.map, width, self.letters, self.accent)
            cells.append((left, width, [drawn, self.text(figures.map.caption, styles.CAPTION)]))
            left = width + 24
        if figures.timeline is not None:
            width = measure - left
            tall = cells[0][2][0].wrap(0, 0)[1] if cells else 70.0
            bars = Timeline(figures.timeline, width, tall, self.letters, self.accent)
            caption = self.text(figures.timeline.caption, styles.CAPTION)
            cells.append((left, width, [bars, caption]))
        rows.append(self.row(*cells))
        return self.section(rows)

    def summary(self, summary: Summary) -> Rows:
        """Return the lead, and the figures between two lines."""
        mark = Mark(f"{self.prefix}summary", self.letters.plain(summary.heading), self.level)
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
        # Even lines: three and two rather than four and one.
        most = -(-len(figures) // len(lines))
        return lines if len(lines) < 2 else self._evened(lines, most)

    @staticmethod
    def _evened(
        lines: list[list[tuple[float, float, Figure]]], most: int
    ) -> list[list[tuple[float, float, Figure]]]:
        every = [(width, figure) for line in lines for _left, width, figure in line]
        evened = []
        for start in range(0, len(every), most):
            line, left = [], 0.0
            for width, figure in every[start : start + most]:
                line.append((left, width, figure))
                left += width + 24
            evened.append(line)
        return evened

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
            marks=(Mark(self.places[entry.event], outline, self.level + 1),),
        )
        dated, told = beside.cells
        return replace(beside, cells=(replace(dated, drop=styles.DATE_DROP), told))

    def listing(self, listing: Listing) -> Rows:
        """Return a section of labelled lines, with links to the events they rest on."""
        rows = self.heading(listing.heading, listing.key, listing.intro)
        names = listing.key in _OF_NAMES
        column = _NAME_COLUMN if names or listing.wide else _LABEL_COLUMN
        left = column + _GAP
        width = self.sheet.measure - left
        for item in listing.items:
            label_style = styles.TABLE if names or listing.wide else styles.TABLE_QUIET
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
            style = styles.TABLE_QUIET if names or item.empty else styles.TABLE
            inside.append(self.with_sources(item.text, item.sources, style))
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
            marks=(Mark(f"{self.prefix}source-{line.number}"),),
        )

    def _link(self, url: str, width: float) -> Paragraph:
        """Return a link in lines broken by us: no letter is added or lost at a line's end."""
        said = self.letters.plain(url)
        style = styles.LINK
        widths = {letter: width_of(letter, style.fontName, style.fontSize) for letter in set(said)}
        lines = [self.letters.markup(line) for line in break_link(said, widths, width - 1)]
        target = link_target(url)
        linked = (f'<a href="{target}" color="{self.accent}">{line}</a>' for line in lines)
        return Paragraph("<br/>".join(linked), style)

    def method(self, method: Method) -> Rows:
        """Return method and limits; a sentence on replaced characters joins where one was."""
        rows = self.heading(method.heading, "method", ())
        rows += [self.narrow(self.text(said, styles.NOTE), below=5) for said in method.paragraphs]
        return self.section(rows)
