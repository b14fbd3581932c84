"""The look that tables of people share."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zhylnama.window.look import Look


def dress_table(table: QTableView, look: Look) -> None:
    """Give a table whole lines and no grid; its columns share the width. It must have its model."""
    table.setObjectName("names")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look.px(28))
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setStretchLastSection(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
