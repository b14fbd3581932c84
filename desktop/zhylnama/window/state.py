"""What the window remembers: its size, language and look, recent archives, how a dossier is made.

Whom a dossier was about, what was opened or read is never written, and what was searched only where
the reader turned that on: a laptop may be searched.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from zhylnama.window.look import SCALES, Theme
from zhylnama.wording import LANGUAGES

_RECENT = 8


class State:
    """Remembered in one readable file, `window.ini`, in the reader's own folder."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def lang(self) -> str | None:
        """The language chosen, None where none was."""
        value = self._text("language")
        return value if value in LANGUAGES else None

    @lang.setter
    def lang(self, lang: str) -> None:
        self._settings.setValue("language", lang)

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the system has it."""
        value = self._text("theme")
        return "light" if value == "light" else "dark" if value == "dark" else "system"

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._settings.setValue("theme", theme)

    @property
    def scale(self) -> float:
        """The size of text, 1.0 for the usual one."""
        try:
            wanted = float(self._text("text-size") or 1.0)
        except ValueError:
            wanted = 1.0
        return min(SCALES, key=lambda scale: abs(scale - wanted))

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("text-size", str(scale))

    @property
    def recent(self) -> list[Path]:
        """Archives opened lately, the last one first; those that are gone are left out."""
        value = self._settings.value("recent-archives") or []
        paths = [value] if isinstance(value, str) else list(value)
        return [Path(path) for path in paths if Path(path).is_file()][:_RECENT]

    def add_recent(self, path: Path) -> None:
        """Remember an archive that was opened."""
        paths = [path, *(known for known in self.recent if known != path)]
        self._settings.setValue("recent-archives", [str(each) for each in paths[:_RECENT]])

    def forget_recent(self) -> None:
        """Forget which archives were opened."""
        self._settings.remove("recent-archives")

    @property
    def keeps_searches(self) -> bool:
        """Whether searches are kept on the disk; not unless the reader wants it."""
        return self._text("keep-searches") == "yes"

    @keeps_searches.setter
    def keeps_searches(self, on: bool) -> None:
        if on:
            self._settings.setValue("keep-searches", "yes")
        else:
            self._settings.remove("keep-searches")
            self._settings.remove("searches")
        self.write()

    @property
    def offers_searches(self) -> bool:
        """Whether earlier searches are offered again; they are unless the reader turns it off."""
        return self._text("offer-searches") != "no"

    @offers_searches.setter
    def offers_searches(self, on: bool) -> None:
        if on:
            self._settings.remove("offer-searches")
        else:
            self._settings.setValue("offer-searches", "no")
        self.write()

    @property
    def searches(self) -> list[str]:
        """The searches that are kept, the last one first."""
        if not self.keeps_searches:
            return []
        value = self._settings.value("searches") or []
        return [value] if isinstance(value, str) else [str(each) for each in value]

    @searches.setter
    def searches(self, queries: list[str]) -> None:
        if self.keeps_searches and queries:
            self._settings.setValue("searches", queries)
        else:
            self._settings.remove("searches")
        self.write()

    @property
    def geometry(self) -> QByteArray:
        """The size and place of the window; empty where it was never closed."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def panes(self) -> list[int]:
        """The widths of the three panes; empty where they were never moved."""
        value = self._settings.value("panes") or []
        try:
            return [int(each) for each in value]
        except (TypeError, ValueError):
            return []

    @panes.setter
    def panes(self, sizes: list[int]) -> None:
        self._settings.setValue("panes", [str(size) for size in sizes])

    @property
    def dossier(self) -> dict[str, Any]:
        """The choices of the last dossier, as plain data; never whom it was about."""
        try:
            plain = json.loads(self._text("dossier") or "{}")
        except ValueError:
            plain = {}
        return plain if isinstance(plain, dict) else {}

    @dossier.setter
    def dossier(self, plain: dict[str, Any]) -> None:
        self._settings.setValue("dossier", json.dumps(plain))
        self.write()

    def write(self) -> None:
        """Write what changed. A folder that cannot be written to is no reason to stop."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""
