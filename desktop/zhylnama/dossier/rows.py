"""A section of a page: rows of paragraphs in columns, which know how to break over pages.

reportlab's own table breaks only between rows and copies itself at every page; an account may be
longer than a page, and a dossier may have a thousand. Here a row that is taller than a quarter
of a page breaks inside, between lines; a heading never ends a page; a table's head is repeated.
Heights are measured once, so that a thousand rows cost a thousand measurements.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, cast

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph

# A row no taller than this part of a page is moved rather than broken.
_WHOLE_UP_TO = 0.25
_SHORT = 0.1


class Rule(NamedTuple):
    """A line over the whole width."""

    color: Color
    width: float


class Mark(NamedTuple):
    """A place that links and bookmarks point to; without `outline` it is no bookmark."""

    key: str
    outline: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs and drawings under one another, in a column that begins at `left`.

    `drop` lowers a smaller type to the baseline of the larger one beside it.
    """

    left: float
    width: float
    paragraphs: tuple[Flowable, ...]
    drop: float = 0.0
    _sizes: dict[int, float] = field(default_factory=dict, repr=False, compare=False)

    def height(self) -> float:
        """Measure the paragraphs at the width of the column."""
        sizes = sum(self._space(n) + self._size(p) for n, p in enumerate(self.paragraphs))
        return self.drop + sizes

    def _size(self, paragraph: Flowable) -> float:
        size = self._sizes.get(id(paragraph))
        if size is None:
            size = self._sizes[id(paragraph)] = float(paragraph.wrap(self.width, 1e9)[1])
        return size

    def _space(self, position: int) -> float:
        """Return the space above a paragraph: its style's, except at the top of the cell."""
        return float(self.paragraphs[position].getSpaceBefore()) if position else 0.0

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the paragraphs below `top`."""
        top -= self.drop
        for position, paragraph in enumerate(self.paragraphs):
            top -= self._space(position) + self._size(paragraph)
            paragraph.drawOn(canvas, self.left, top)

    def split(self, height: float) -> tuple[Cell, Cell]:
        """Return what fits into the height, and the rest; either may be without paragraphs."""
        fitting: list[Flowable] = []
        rest: list[Flowable] = list(self.paragraphs)
        height -= self.drop
        while rest:
            height -= self._space(len(fitting))
            size = self._size(rest[0])
            if size <= height:
                fitting.append(rest.pop(0))
                height -= size
                continue
            halves = rest[0].split(self.width, height)
            # A paragraph forgets its lines when it is asked to split, also where it refuses.
            self._sizes.pop(id(rest[0]), None)
            if len(halves) == 2:
                fitting.append(halves[0])
                rest[0] = halves[1]
            break
        return self._of(fitting), self._of(rest)

    def _of(self, paragraphs: list[Flowable]) -> Cell:
        """Return the column with other paragraphs; those measured already stay measured."""
        known = {id(p): self._sizes[id(p)] for p in paragraphs if id(p) in self._sizes}
        return Cell(self.left, self.width, tuple(paragraphs), self.drop, known)


# Beyond this many letters a paragraph is cut in advance.
_TALL = 6_000


def cut_tall(paragraph: Paragraph, width: float) -> list[Paragraph]:
    """Return a very long paragraph in pieces that end where its lines end.

    The page breaks would cut it too, but each of them measures all that is left: for a book in
    one paragraph that is hours. Halving first makes it seconds, and the lines are the same.
    """
    if sum(map(_letters_of, paragraph.frags)) <= _TALL:
        return [paragraph]
    height = float(paragraph.wrap(width, 1e9)[1])
    halves = cast(list[Paragraph], paragraph.split(width, height / 2))
    if len(halves) != 2:
        return [paragraph]
    return [piece for half in halves for piece in cut_tall(half, width)]


def _letters_of(fragment: object) -> int:
    """Count a fragment's letters: it has a text, or its words where it comes from a split."""
    words: list[str] = getattr(fragment, "words", [])
    return len(getattr(fragment, "text", "")) + sum(len(word) + 1 for word in words)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, with space above and below and lines there.

    `keep`: the next row must follow on the same page. `late` is drawn at the row's baseline once
    the row is placed (for what is known only when the last page is).
    """

    cells: tuple[Cell, ...]
    above: float = 0.0
    below: float = 0.0
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    keep: bool = False
    marks: tuple[Mark, ...] = ()
    late: Callable[[Canvas, float], None] | None = None
    _measured: list[float] = field(default_factory=list, repr=False, compare=False)

    def height(self) -> float:
        """Return the height with its space; measured once."""
        if not self._measured:
            inner = max((cell.height() for cell in self.cells), default=0.0)
            self._measured.append(self.above + inner + self.below)
        return self._measured[0]

    def split(self, height: float) -> tuple[Row, Row] | None:
        """Return the row in two parts, the first no taller than the height; None if it cannot.

        A column that would begin only on the next page is not torn from its neighbours.
        """
        inner = height - self.above - self.below
        halves = [cell.split(inner) for cell in self.cells]
        if any(cell.paragraphs and not first.paragraphs
               for cell, (first, _) in zip(self.cells, halves, strict=True)):  # fmt: skip
            return None
        if not any(rest.paragraphs for _, rest in halves):
            return None
        head = replace(
            self, cells=tuple(first for first, _ in halves), rule_below=None, _measured=[]
        )
        tail = replace(
            self,
            cells=tuple(rest for _, rest in halves),
            rule_above=None,
            marks=(),
            late=None,
            _measured=[],
        )
        return head, tail

    def draw(self, canvas: Canvas, top: float, width: float) -> None:
        """Draw the row below `top`, from the left edge."""
        for mark in self.marks:
            _placed(canvas, mark.key)
            canvas.bookmarkHorizontal(mark.key, 0, top - self.above + 14)
            if mark.outline is not None:
                canvas.addOutlineEntry(mark.outline, mark.key, mark.level, closed=mark.level > 0)
        if self.rule_above is not None:
            _draw_rule(canvas, self.rule_above, top, width)
        for cell in self.cells:
            cell.draw(canvas, top - self.above)
        bottom = top - self.height()
        if self.late is not None:
            self.late(canvas, bottom + self.below)
        if self.rule_below is not None:
            _draw_rule(canvas, self.rule_below, bottom, width)


def _placed(canvas: Canvas, key: str) -> None:
    """Remember the page of a mark, for whoever prints a table of contents."""
    pages: dict[str, int] | None = getattr(canvas, "pages_of_marks", None)
    if pages is not None:
        pages.setdefault(key, canvas.getPageNumber())


def _draw_rule(canvas: Canvas, rule: Rule, y: float, width: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(rule.color)
    canvas.setLineWidth(rule.width)
    canvas.line(0, y, width, y)
    canvas.restoreState()


class Rows(Flowable):
    """Rows under one another. `head` is repeated where the rows go over to a new page.

    The head stands before the row `head_at` (a section's heading and its introduction come first);
    `page` is the height of an empty page.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        page: float,
        *,
        head: Row | None = None,
        head_at: int = 0,
        space_before: float = 0.0,
    ) -> None:
        super().__init__()
        self._page = page
        self._head = head
        self._rows = list(rows)
        if head is not None:
            self._rows.insert(head_at, head)
        self.spaceBefore = space_before

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size; of rows that do not fit, measure no more than shows that."""
        self.width = aW
        self.height = 0.0
        for row in self._rows:
            self.height += row.height()
            if self.height > aH + 1:
                break
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Return the rows that fit and the rest; nothing where nothing should stay here."""
        used, count = 0.0, 0
        while count < len(self._rows) and used + self._rows[count].height() <= aH:
            used += self._rows[count].height()
            count += 1
        if count == len(self._rows):
            return [self]
        first, rest = self._rows[:count], self._rows[count:]
        halves = None
        fresh = aH > 0.98 * self._page
        if rest[0].height() > _WHOLE_UP_TO * self._page or (fresh and count == 0):
            halves = rest[0].split(aH - used)
        if halves is not None:
            first, rest = [*first, halves[0]], [halves[1], *rest[1:]]
        else:
            kept = count
            while kept and first[kept - 1].keep:
                kept -= 1
            short = rest[0].height() < _SHORT * self._page
            if len(rest) == 1 and short and kept > 3 and not first[kept - 2].keep:
                kept -= 1  # a short last row alone on its page looks lost
            if self._looks_lost(first[:kept]) and not fresh:
                kept = 0
            if kept or not fresh:  # an empty page has no better page after it
                first, rest = first[:kept], [*first[kept:], *rest]
        if not first:
            return []
        # What was held back would else be put into the room that it left.
        following = Rows(rest, self._page)
        following._head = self._head
        if any(row is self._head for row in first) and self._head is not None:
            following._rows.insert(0, self._head)
        return [Rows(first, self._page, space_before=self.spaceBefore), PageBreak(), following]

    def _looks_lost(self, first: Sequence[Row]) -> bool:
        """Return whether one short row is all that would stand under a heading at a page's end."""
        alone = [row for row in first if not row.keep and row is not self._head]
        return 1 == len(alone) < len(first) and alone[0].height() < _SHORT * self._page

    def marks(self) -> list[Mark]:
        """Return the places that links and bookmarks point to, in their order."""
        return [mark for row in self._rows for mark in row.marks]

    def draw(self) -> None:
        """Draw every row."""
        top = self.height
        for row in self._rows:
            row.draw(self.canv, top, self.width)
            top -= row.height()
