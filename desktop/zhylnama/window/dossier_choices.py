"""Every choice about a dossier, in a column at the left of its pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zhylnama.dossier.compose import section_in_words
from zhylnama.dossier.model import SECTIONS
from zhylnama.dossier.options import FORMS, DossierOptions
from zhylnama.window.dossier_disclosure import DisclosureGroup
from zhylnama.window.dossier_lock import LockGroup
from zhylnama.window.dossier_pages import PAPERS
from zhylnama.window.dossier_parts import Group, sentence_case
from zhylnama.window.look import Look
from zhylnama.window.parts import button, quiet
from zhylnama.wording import LANGUAGES, Wording

_TYPING = 400  # milliseconds without a key before the pages are made anew


class DossierChoices(QWidget):
    """`changed` tells that the pages are to be made anew; `options` are what is chosen.

    `outdated` tells, while somebody still types, that the pages are not those of the choices.
    """

    changed = Signal()
    outdated = Signal()

    def __init__(self, options: DossierOptions, wording: Wording, look: Look) -> None:
        super().__init__()
        self._options = options
        self._wording = wording
        self._look = look
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING)
        self._pause.timeout.connect(self.changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 16, 16)
        self._column.setSpacing(0)
        self._add_paper()
        self.disclosure = DisclosureGroup(options, wording, look)
        self.disclosure.chosen.connect(self.changed)
        self._column.addWidget(self.disclosure)
        self._add_sections()
        self._add_cover()
        self._add_inside()
        self.lock = LockGroup(wording, look)
        self._column.addWidget(self.lock)
        self._column.addStretch(1)
        self._show_form()

    @property
    def options(self) -> DossierOptions:
        """Return what is chosen."""
        kept = frozenset(key for key, box in self.sections.items() if box.isChecked())
        chosen: dict[str, Any] = {
            "lang": self.language.current,
            "paper": self.paper.current,
            "form": self.form.current or None,
            "sections": kept,
            "classification": self.classification.text().strip(),
            "timeline": self.timeline.isChecked(),
            "map": self.map.isChecked(),
            "attach": self.attach.isChecked(),
            "colour": self.print.current == "colour",
        }
        return self.disclosure.put_into(replace(self._options, **chosen))

    def choose_photo(self, path: Path | None) -> None:
        """Put a picture on the cover, or none."""
        self._options = replace(self._options, photo=None if path is None else str(path))
        self._photo_name.setText(self._wording.tr("no photo") if path is None else path.name)
        self.photo_away.setVisible(path is not None)
        self.changed.emit()

    def _add_paper(self) -> None:
        tr, options = self._wording.tr, self._options
        group = Group("", self._look)
        self.form = group.add_choice(
            tr("Form"),
            {
                "": tr("Dossier"),
                FORMS[0]: tr("UN Working Group"),
                FORMS[1]: tr("UN Special Procedures"),
            },
            options.form or "",
        )
        name = tr("Language of the dossier")
        self.language = group.add_choice(tr("Language"), LANGUAGES, options.lang)
        self.language.setToolTip(name)
        self.paper = group.add_choice(tr("Paper"), {key: key for key in PAPERS}, options.paper)
        self.print = group.add_choice(
            tr("Printer"),
            {"colour": tr("colour"), "grey": tr("black and white")},
            "colour" if options.colour else "grey",
        )
        for choice in (self.form, self.language, self.paper, self.print):
            choice.picked.connect(self._on_picked)
        self._column.addWidget(group)

    def _add_sections(self) -> None:
        tr, options = self._wording.tr, self._options
        group = Group(tr("Sections"), self._look)
        self.sections = {
            key: group.add_box(
                sentence_case(section_in_words(self._wording, key)), on=key in options.sections
            )
            for key in SECTIONS
        }
        self.timeline = group.add_box(tr("Figure: timeline"), on=options.timeline)
        self.map = group.add_box(tr("Figure: map"), on=options.map)
        self._of_form = group.add_quiet(tr("The form has its own sections."))
        for box in (*self.sections.values(), self.timeline, self.map):
            box.toggled.connect(self.changed)
        self._column.addWidget(group)

    def _add_cover(self) -> None:
        tr = self._wording.tr
        group = Group(tr("Cover"), self._look)
        self.classification = QLineEdit(self._options.classification)
        self.classification.setPlaceholderText(tr("Classification, such as “Confidential”"))
        self.classification.setAccessibleName(tr("Classification"))
        self.classification.setMaxLength(200)
        self.classification.setMinimumHeight(self._look.px(28))
        self.classification.textEdited.connect(self._on_typed)
        group.column.addWidget(self.classification)
        self.photo_group = QWidget()
        row = QHBoxLayout(self.photo_group)
        row.setContentsMargins(0, self._look.px(4), 0, 0)
        self._photo_name = quiet(tr("no photo"), self._look)
        self.photo_away = button(tr("Remove"))
        self.photo_away.setAccessibleName(tr("Remove the photo"))
        self.photo_away.hide()
        self.photo_away.clicked.connect(lambda: self.choose_photo(None))
        self.photo = button(tr("Photo…"))
        self.photo.clicked.connect(self._on_photo)
        row.addWidget(self._photo_name, 1)
        row.addWidget(self.photo_away)
        row.addWidget(self.photo)
        group.column.addWidget(self.photo_group)
        self._column.addWidget(group)

    def _add_inside(self) -> None:
        tr = self._wording.tr
        group = Group(tr("Inside the PDF"), self._look)
        self.attach = group.add_box(tr("Attach the records"), on=self._options.attach)
        self.attach.toggled.connect(self.changed)
        group.add_quiet(tr("With them anybody can check the paper against an archive."))
        self._column.addWidget(group)

    def _on_picked(self, _key: str) -> None:
        self._show_form()
        self.changed.emit()

    def _on_typed(self, _text: str) -> None:
        self.outdated.emit()
        self._pause.start()

    def _show_form(self) -> None:
        dossier = not self.form.current
        for box in (*self.sections.values(), self.timeline, self.map):
            box.setEnabled(dossier)
        self._of_form.setVisible(not dossier)

    def _on_photo(self) -> None:
        tr = self._wording.tr
        kinds = tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif)"
        path, _kind = QFileDialog.getOpenFileName(self, tr("A photo for the cover"), "", kinds)
        if path:
            self.choose_photo(Path(path))


def remembered(options: DossierOptions, lang: str) -> dict[str, Any]:
    """Return the choices that are kept for next time: nothing that may name a person.

    The language is kept where it is not the window's, so that it follows the window otherwise.
    """
    plain = options.as_plain()
    del plain["photo"], plain["classification"]
    if options.lang == lang:
        del plain["lang"]
    return plain


def recalled(plain: dict[str, Any], lang: str) -> DossierOptions:
    """Return the choices of last time, or those to begin with."""
    safe = {key: value for key, value in plain.items() if key not in ("photo", "classification")}
    return DossierOptions.from_plain({"lang": lang} | safe)
