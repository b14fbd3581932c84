"""The choices of the dossier's dialog: each is seen in the file that is saved, or in none."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot
from tests.window.conftest import Opener, settle
from tests.window.test_dossier import open_dossier, pick, text_of

from zhylnama.window.choice import Choice
from zhylnama.window.dossier import DossierDialog
from zhylnama.window.main import MainWindow
from zhylnama.window.state import State

OTHER = ("Imanbai", "imanbai")


def tick(box: QAbstractButton) -> None:
    """Click a box where it is drawn, as a reader does."""
    option = QStyleOptionButton()
    option.initFrom(box)
    square = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    QTest.mouseClick(
        box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, square.center()
    )


def made(qtbot: QtBot, dialog: DossierDialog) -> bytes:
    """Wait until the pages are those of the choices, and return them."""
    qtbot.waitUntil(lambda: dialog.pdf is not None and not dialog.busy, timeout=20_000)
    assert dialog.pdf is not None
    return dialog.pdf


def save(
    qtbot: QtBot, dialog: DossierDialog, path: Path, monkeypatch: pytest.MonkeyPatch, kind: str = ""
) -> None:
    """Click Save… and choose a file."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), kind))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)


def everything_in(path: Path, password: str = "") -> bytes:
    """Return every byte of a PDF, raw and unpacked, with what is attached to it."""
    with pikepdf.open(path, password=password) as pdf:
        whole = io.BytesIO()
        pdf.save(whole, stream_decode_level=pikepdf.StreamDecodeLevel.all, encryption=False)
        attached = b"".join(one.get_file().read_bytes() for one in pdf.attachments.values())
    return path.read_bytes() + whole.getvalue() + attached


def test_what_is_left_out_is_nowhere_in_the_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dossier(qtbot, window)
    save(qtbot, dialog, tmp_path / "all.pdf", monkeypatch)
    assert "Imanbai" in text_of((tmp_path / "all.pdf").read_bytes())
    pick(dialog.choices.disclosure.preset, "public")
    made(qtbot, dialog)
    assert dialog.choices.disclosure.singles["third_persons"].current == "replace"
    save(qtbot, dialog, tmp_path / "public.pdf", monkeypatch)
    raw = everything_in(tmp_path / "public.pdf")
    assert [name for name in (*OTHER, "example.org") if name.encode() in raw] == []
    said = text_of((tmp_path / "public.pdf").read_bytes())
    assert "[person 1]" in said or "[person 2]" in said
    assert not any(name in said for name in OTHER)
    dialog.reject()


def test_a_single_choice_is_put_over_the_preset(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dossier(qtbot, window)
    singles = dialog.choices.disclosure.singles
    pick(singles["third_persons"], "leave-out")
    text = text_of(made(qtbot, dialog))
    assert "Imanbai" not in text
    assert "[person" not in text
    chosen = dialog.choices.options
    assert chosen.third_persons == "leave-out"
    pick(singles["third_persons"], "keep")
    assert "Imanbai" in text_of(made(qtbot, dialog))
    again = dialog.choices.options
    assert again.third_persons is None  # as the preset has it
    dialog.reject()


def test_a_section_that_is_not_ticked_is_not_printed(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dossier(qtbot, window)
    assert "Charges and measures" in text_of(made(qtbot, dialog))
    tick(dialog.choices.sections["ledger"])
    assert not dialog.save_button.isEnabled()
    assert "Charges and measures" not in text_of(made(qtbot, dialog))
    dialog.reject()


def test_the_newest_choice_wins(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dossier(qtbot, window)
    for lang in ("ru", "kk", "en", "kk"):
        pick(dialog.language, lang)
    assert "Дереккөздер" in text_of(made(qtbot, dialog))
    dialog.reject()


def test_paper_classification_and_no_attachment(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dossier(qtbot, window)
    pick(dialog.choices.paper, "Letter")
    tick(dialog.choices.attach)
    made(qtbot, dialog)
    QTest.keyClicks(dialog.choices.classification, "For counsel only")
    assert not dialog.print_button.isEnabled()
    made(qtbot, dialog)
    save(qtbot, dialog, tmp_path / "letter.pdf", monkeypatch)
    assert "For counsel only" in text_of((tmp_path / "letter.pdf").read_bytes())
    with pikepdf.open(tmp_path / "letter.pdf") as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 612, 792]
        assert "records.jsonl" not in pdf.attachments
    dialog.reject()


def test_the_form_has_its_own_sections(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_dossier(qtbot, window)
    pick(dialog.choices.form, "wgad")
    assert "Draft for the UN Working Group" in text_of(made(qtbot, dialog))
    assert not any(box.isEnabled() for box in dialog.choices.sections.values())
    pick(dialog.choices.form, "")
    assert all(box.isEnabled() for box in dialog.choices.sections.values())
    dialog.reject()


def test_a_document_to_edit(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dossier(qtbot, window)
    save(qtbot, dialog, tmp_path / "mamay", monkeypatch, "Document to edit (*.docx)")
    assert (tmp_path / "mamay.docx").read_bytes().startswith(b"PK")
    assert list(tmp_path.glob("mamay*")) == [tmp_path / "mamay.docx"]
    dialog.reject()


def test_a_locked_file_opens_with_its_passphrase_only(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dossier(qtbot, window)
    lock, path = dialog.choices.lock, tmp_path / "locked.pdf"
    QTest.keyClicks(lock.first, "quiet river stone")
    QTest.keyClicks(lock.second, "quiet river")
    save(qtbot, dialog, path, monkeypatch)
    assert not path.exists()
    assert "differ" in dialog.said
    QTest.keyClicks(lock.second, " stone")
    dialog.save_to(tmp_path / "locked.docx")
    assert not (tmp_path / "locked.docx").exists()
    assert "Only a PDF" in dialog.said
    save(qtbot, dialog, path, monkeypatch)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="quiet river stone") as pdf:
        assert len(pdf.pages) > 0
    assert lock.first.echoMode() == QLineEdit.EchoMode.Password
    dialog.reject()
    written = b"".join(f.read_bytes() for f in (tmp_path / "state").rglob("*") if f.is_file())
    assert b"river" not in written


def test_a_file_dialog_that_is_cancelled_leaves_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dossier(qtbot, window)
    before = sorted(tmp_path.rglob("*"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert sorted(tmp_path.rglob("*")) == before
    dialog.reject()


def test_choices_are_remembered_but_nobody_is_named(
    qtbot: QtBot, window: MainWindow, state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = tmp_path / "face of Mamay.png"
    dialog = open_dossier(qtbot, window)
    pixmap = dialog.page_pictures()[0].pixmap().scaledToWidth(80)
    assert pixmap.save(str(photo))
    plain = made(qtbot, dialog)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(photo), ""))
    QTest.mouseClick(dialog.choices.photo, Qt.MouseButton.LeftButton)
    assert made(qtbot, dialog) != plain
    assert dialog.choices.photo_away.isVisible()
    pick(dialog.choices.disclosure.preset, "press")
    pick(dialog.choices.paper, "Letter")
    tick(dialog.choices.map)
    QTest.keyClicks(dialog.choices.classification, "Case of Zhanbolat")
    made(qtbot, dialog)
    dialog.reject()
    settle(qtbot, window)
    window.desk.open_dossier()
    (dialog,) = window.findChildren(DossierDialog)
    again = dialog.choices.options
    assert (again.preset, again.paper, again.map, again.timeline) == (
        "press",
        "Letter",
        False,
        True,
    )
    assert (again.photo, again.classification) == (None, "")
    state.write()
    kept = str(state.dossier)
    assert not any(word in kept for word in ("face", "Zhanbolat", "mamay"))


def test_a_photo_that_is_none_gives_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "not.png").write_text("no picture")
    dialog = open_dossier(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(tmp_path / "not.png"), ""))
    QTest.mouseClick(dialog.choices.photo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be read as a picture" in dialog.said)
    assert not dialog.save_button.isEnabled()
    QTest.mouseClick(dialog.choices.photo_away, Qt.MouseButton.LeftButton)
    made(qtbot, dialog)
    assert dialog.save_button.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_choice_is_reached_by_tab_and_has_a_name(
    qtbot: QtBot, open_window: Opener, archive_file: Path, lang: str
) -> None:
    dialog = open_dossier(qtbot, open_window(archive_file, lang))
    choices = dialog.choices
    wanted = {*choices.findChildren(Choice), *choices.findChildren(QLineEdit)}
    wanted |= {box for box in choices.findChildren(QAbstractButton) if box.isVisible()}
    QTest.keyClicks(choices.lock.first, "x")
    choices.form.setFocus()
    reached = set()
    for _ in range(60):
        reached.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert [one.accessibleName() for one in wanted - reached] == []
    assert [one for one in wanted if not one.accessibleName()] == []
    # nothing is cut off at the side
    assert choices.visibleRegion().boundingRect().width() == choices.width()
    choices.sections["summary"].setFocus()
    QTest.keyClick(choices.sections["summary"], Qt.Key.Key_Space)
    assert not choices.sections["summary"].isChecked()
    made(qtbot, dialog)
    dialog.reject()
