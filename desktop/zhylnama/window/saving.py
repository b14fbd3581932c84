"""Where a file is to be written: asked of the reader, with the ending that belongs to its form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_file(parent: QWidget, title: str, proposed: str, kinds: dict[str, str]) -> Path | None:
    """Let the reader choose a file and its form; None where they chose none.

    `kinds` maps what a form is called to its ending (`.csv`). A name without one of these endings
    is given that of the form. Where there is a file of that name the reader is asked again: they
    saw the system's question for another name, or none, and an older file would be lost.
    """
    while True:
        path, kind = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(kinds))
        if not path:
            return None
        target = Path(path)
        if target.suffix.lower() in kinds.values():
            return target
        target = target.with_name(target.name + kinds.get(kind, next(iter(kinds.values()))))
        if not target.exists():
            return target
        proposed = str(target)
