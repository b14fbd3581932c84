"""Every key of the window is described, in the program and in docs/shortcuts.md."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QKeySequence

from zhylnama.window.main import MainWindow

TABLE = Path(__file__).resolve().parents[2] / "docs" / "shortcuts.md"


def test_every_shortcut_is_in_the_table_and_none_else(window: MainWindow) -> None:
    assert window.menu is not None
    form = QKeySequence.SequenceFormat.PortableText
    keys = {action.shortcut().toString(form) for action in window.menu._made} - {""}
    first = TABLE.read_text("utf-8").split("In the search field")[0]
    described = set(re.findall(r"^\| `([^`]+)` \|", first, re.MULTILINE))
    assert described == keys


def test_no_key_is_given_twice(window: MainWindow) -> None:
    given = [keys.toString() for action in window.actions() for keys in action.shortcuts()]
    assert len(given) == len(set(given))
