"""The facets at the left: what was found, counted field by field, each to be folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhylnama.archive.model import Facet, FacetField, FacetValue, Filters
from zhylnama.window.facet_group import FacetGroup, FacetTitle
from zhylnama.window.facet_row import FacetRow
from zhylnama.window.look import Look
from zhylnama.window.parts import scrolled
from zhylnama.wording import Wording


class Facets(QWidget):
    """The panel. `toggled` tells a field and a key that were chosen or let go.

    `joined` tells a field of which any chosen value will do from now on, or (False) all must hold.
    `dossiers_wanted` asks for the dossiers of everyone who was found.
    """

    toggled = Signal(str, str)
    joined = Signal(str, bool)
    dossiers_wanted = Signal()

    def __init__(self, wording: Wording, look: Look) -> None:
        super().__init__()
        self._wording = wording
        self._look = look
        self._groups: dict[FacetField, FacetGroup] = {}
        self.labels: dict[tuple[str, str], str] = {}
        area, self._column = scrolled("side", (0, 12, 0, 16))
        self._column.addStretch(1)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setAccessibleName(wording.tr("Narrow what was found"))

    def show_facets(self, facets: tuple[Facet, ...], filters: Filters) -> None:
        """Show counts; the chosen values come first and stay even where nothing is left."""
        for facet in facets:
            group = self._groups.get(facet.field) or self._add(facet.field)
            keys = [key for field, key in filters.chosen if field == facet.field]
            known = {value.key: value for value in facet.values}
            picked = [
                known.get(key) or FacetValue(key, self._label(facet.field, key), 0) for key in keys
            ]
            rest = [value for value in facet.values if value.key not in keys]
            group.show_values(picked, rest, either=facet.field in filters.either)
            for value in picked:
                self.labels[facet.field, value.key] = group.words(value)

    def row(self, field: FacetField, key: str) -> FacetRow | None:
        """Return the row of a value, None where it is not shown."""
        group = self._groups.get(field)
        return None if group is None else group.row(key)

    def title(self, field: FacetField) -> FacetTitle | None:
        """Return the title of a facet, None where it has nothing to show."""
        group = self._groups.get(field)
        return None if group is None or group.isHidden() else group.title

    def _add(self, field: FacetField) -> FacetGroup:
        group = self._groups[field] = FacetGroup(field, self._wording, self._look)
        group.toggled.connect(self._on_toggled)
        group.joined.connect(self.joined)
        group.dossiers_wanted.connect(self.dossiers_wanted)
        self._column.insertWidget(self._column.count() - 1, group)  # before what stretches
        return group

    def _on_toggled(self, field: FacetField, key: str) -> None:
        row = self.row(field, key)
        if row is not None:
            self.labels[field, key] = row.words
        self.toggled.emit(field, key)

    def _label(self, field: FacetField, key: str) -> str:
        return self.labels.get((field, key), key)
