"""A passphrase for a PDF, typed twice. It lives in two fields only and is never remembered."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from zhylnama.window.dossier_parts import Group
from zhylnama.window.look import Look
from zhylnama.wording import Wording


class LockGroup(Group):
    """Two fields that must agree.

    They stay filled in while the dialog is open: a second copy, saved without the lock of the
    first, would be a leak that nobody sees.
    """

    def __init__(self, wording: Wording, look: Look) -> None:
        tr = wording.tr
        super().__init__(tr("Passphrase"), look)
        self._wording = wording
        self.add_quiet(
            tr("Locks the PDF. Without it nobody opens the file again, and it is kept nowhere.")
        )
        self.first = self._field(tr("Passphrase, or nothing"))
        self.second = self._field(tr("The same once more"))
        self.second.setEnabled(False)
        self.first.textChanged.connect(lambda text: self.second.setEnabled(bool(text)))

    @property
    def passphrase(self) -> str | None:
        """Return what was typed, None where no lock is wanted."""
        return self.first.text() or None

    def problem(self, *, word: bool) -> str:
        """Return why this cannot lock a file, as a sentence; empty where nothing is wrong."""
        tr = self._wording.tr
        if self.passphrase is None:
            return ""
        if self.second.text() != self.first.text():
            return tr("The two passphrases differ. Type the same one twice; nothing was saved.")
        if word:
            return tr("Only a PDF can be locked. Save a PDF, or empty the passphrase.")
        return ""

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setMinimumHeight(self.look.px(28))
        self.column.addWidget(field)
        return field
