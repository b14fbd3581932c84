"""What a dossier tells of others: a preset, and each single choice that is put over it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Signal

from zhylnama.dossier.options import (
    PRESETS,
    TREATMENTS,
    DossierOptions,
    Preset,
    Treatment,
    preset_in_words,
)
from zhylnama.window.choice import Choice
from zhylnama.window.dossier_parts import Group
from zhylnama.window.look import Look
from zhylnama.wording import Wording

_STAYS, _GOES = "keep", "leave-out"
_OF_PEOPLE = ("relatives", "minors", "third_persons")


class DisclosureGroup(Group):
    """`chosen` tells that a choice was made; `put_into` puts all of them into options."""

    chosen = Signal()

    def __init__(self, options: DossierOptions, wording: Wording, look: Look) -> None:
        super().__init__(wording.tr("Protecting others"), look)
        self._wording = wording
        self._options = options
        tr = wording.tr
        presets: dict[str, str] = {key: preset_in_words(wording, key)[0] for key in PRESETS}
        self.preset = self.add_choice(tr("Version"), presets, options.preset)
        self._says = self.add_quiet("")
        self.singles: dict[str, Choice] = {}
        for field, name in (
            ("relatives", tr("Relatives")),
            ("minors", tr("Minors")),
            ("third_persons", tr("Third persons")),
            ("addresses", tr("Addresses")),
            ("sources", tr("Sources")),
        ):
            self.singles[field] = self.add_choice(name, self._ways(field), _STAYS)
            self.singles[field].picked.connect(
                lambda value, field=field: self._on_single(field, value)
            )
        self.add_quiet(tr("Read the copy before you give it away."))
        self.preset.picked.connect(self._on_preset)
        self._show()

    def put_into(self, options: DossierOptions) -> DossierOptions:
        """Return options with these choices."""
        mine = self._options
        single: dict[str, Any] = {field: getattr(mine, field) for field in self.singles}
        return replace(options, preset=mine.preset, **single)

    def _ways(self, field: str) -> dict[str, str]:
        tr = self._wording.tr
        said: dict[Treatment, str] = {
            "keep": tr("stay"),
            "replace": tr("become [person 2]"),
            "leave-out": tr("left out"),
        }
        ways = TREATMENTS if field in _OF_PEOPLE else (_STAYS, _GOES)
        return {way: said[cast(Treatment, way)] for way in ways}

    def _on_preset(self, preset: str) -> None:
        none: dict[str, Any] = dict.fromkeys(self.singles)
        self._options = replace(self._options, preset=cast(Preset, preset), **none)
        self._show()
        self.chosen.emit()

    def _on_single(self, field: str, value: str) -> None:
        wanted: Any = value if field in _OF_PEOPLE else value == _STAYS
        none: dict[str, Any] = {field: None}
        as_preset = replace(self._options, **none)
        if getattr(as_preset.disclosure, field) == wanted:
            wanted = None
        self._options = replace(self._options, **{field: wanted})
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        told = self._options.disclosure
        changed = False
        for field, choice in self.singles.items():
            value = getattr(told, field)
            stays = value if field in _OF_PEOPLE else _STAYS if value else _GOES
            choice.show_choice(stays)
            changed = changed or getattr(self._options, field) is not None
        said = preset_in_words(self._wording, self._options.preset)[1]
        tr = self._wording.tr
        self._says.setText(tr("Changed by the choices below.") if changed else said)
