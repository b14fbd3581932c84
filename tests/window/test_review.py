"""The review in a real window, with real keys: decided, taken back, killed, resumed, added."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.reading.small_report import LINE, REPORT, REPORT_WITH_MORE, small_basis
from tests.window.conftest import colours_in, seen, settle, shown

from zhylnama.archive.archive import Archive
from zhylnama.files import resources_folder
from zhylnama.reading.reviewing import journal
from zhylnama.window import importing
from zhylnama.window.application import make_application
from zhylnama.window.importing import Importing, ReadingDialog, WaitingDialog
from zhylnama.window.look import Look, Theme, load_look, wear
from zhylnama.window.main import MainWindow
from zhylnama.window.review import ReviewDialog
from zhylnama.window.review_finish import FinishDialog
from zhylnama.window.review_spare import SpareDialog
from zhylnama.wording import LANGUAGES, Wording
from zhylnama.wording.doubts import doubt_in_words

PICKET, NOWHERE, FIRST, FINE = "2022-03-03.1", "2022-03-05.1", "2022-03-02.1", "2022-03-07.1"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

Begin = Callable[..., ReviewDialog]


def worn(theme: Theme = "light") -> Look:
    """Return a look, and give it to the application."""
    look = load_look(resources_folder(), theme, 1.0)
    wear(look, resources_folder())
    return look


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path, archive_file: Path) -> Iterator[Begin]:
    """Return a way to begin a review of the small report, or to go on with it."""
    make_application()
    made: list[ReviewDialog] = []

    def show(
        lang: str = "en", theme: Theme = "light", resume: Path | None = None, text: str = REPORT
    ) -> ReviewDialog:
        if resume is None:
            review, kept = journal.begin(small_basis(tmp_path, text), tmp_path / "reviews")
        else:
            review, kept = journal.resume(resume)
        wording = Wording(lang, resources_folder())
        dialog = ReviewDialog(review, kept, archive_file, wording, worn(theme), None)
        made.append(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)  # keys go to the window that is active
        return dialog

    yield show
    for dialog in made:
        dialog.reject()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(dialog: QWidget, *keys: Qt.Key, by: Qt.KeyboardModifier | None = None) -> None:
    """Press keys where the focus is."""
    for key in keys:
        focused = cast("QWidget | None", dialog.focusWidget())
        QTest.keyClick(focused or dialog, key, by or Qt.KeyboardModifier.NoModifier)


def asks(dialog: ReviewDialog) -> bool:
    """Return whether the review asks who somebody is."""
    return dialog.pane.question is not None


def types(dialog: ReviewDialog) -> bool:
    """Return whether keys belong to an editor."""
    return dialog.pane.typing


def write(dialog: QWidget, text: str) -> None:
    """Type a text where the focus is."""
    widget = dialog.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def test_uncertain_entries_come_first_with_their_reason(begin: Begin) -> None:
    dialog = begin()
    assert dialog.key == PICKET
    assert dialog.where == "Entry 1 of 4 · 0 decided · 2 uncertain"
    assert "Is “A. Serikova” the same person as Serikova Aigul in the archive?" in seen(dialog)
    press(dialog, Key.Key_PageDown)
    assert "Place: “Nowheretown” is not in the gazetteer" in seen(dialog)
    press(dialog, Key.Key_PageUp)
    assert dialog.key == PICKET


def test_pieces_are_coloured_by_what_they_are(begin: Begin) -> None:
    for theme in ("light", "dark"):
        dialog = begin(theme=theme)
        text = dialog.pane.text
        assert text is not None
        assert {piece.what for piece in text.pieces} == {"date", "place", "person", "source"}
        with_pieces = colours_in(text)
        dialog.pane.show_entry(dialog.review.entry(FIRST), [], 0)
        assert dialog.pane.text is not None
        assert len(with_pieces) > 3
        legend = seen(dialog)
        assert "Law" in legend
        assert "Sanction" in legend


def test_enter_accepts_and_goes_on(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_Return)
    assert dialog.review.entry(PICKET).state == "accepted"
    assert dialog.key == NOWHERE
    press(dialog, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    assert dialog.review.decided() == 4
    assert "Every entry is decided" in dialog.notice.said


def test_a_field_is_edited_with_keys(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_PageDown, Key.Key_F2)
    write(dialog, "Kulsary")
    assert dialog.review.entry(NOWHERE).event.place == "Nowheretown"
    press(dialog, Key.Key_Return)
    assert dialog.review.entry(NOWHERE).event.place == "Kulsary"
    assert not dialog.review.entry(NOWHERE).doubtful
    assert dialog.review.entry(NOWHERE).state == "open"


def test_esc_leaves_a_field_as_it_was_and_the_review_open(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_PageDown, Key.Key_F2)
    write(dialog, "Kulsary")
    press(dialog, Key.Key_Escape)
    assert dialog.review.entry(NOWHERE).event.place == "Nowheretown"
    press(dialog, Key.Key_Escape)
    assert dialog.isVisible()


def test_what_is_not_understood_can_be_mended(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_Return, Key.Key_Return)
    assert dialog.key == FIRST
    press(dialog, *[Key.Key_Down] * 6, Key.Key_F2)
    write(dialog, "arrest; Nobody")
    press(dialog, Key.Key_Return, by=CONTROL)
    (row,) = [row for row in dialog.pane.rows if row.editor]
    assert row.field == "sanctions"
    assert row.told == "“Nobody” is nobody in this event."
    press(dialog, Key.Key_A, by=CONTROL)
    write(dialog, "administrative arrest; 10 days; Aigul")
    press(dialog, Key.Key_Return, by=CONTROL)
    (sanction,) = dialog.review.entry(FIRST).event.sanctions
    assert (sanction.days, sanction.person) == (10, "serikova-aigul")


def test_a_contradiction_is_told_and_not_accepted(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_Return, Key.Key_Return)
    press(dialog, *[Key.Key_Down] * 4, Key.Key_F2)
    press(dialog, Key.Key_Delete)
    press(dialog, Key.Key_Return, by=CONTROL)
    assert "names somebody who is not among the people" in seen(dialog)
    press(dialog, Key.Key_Return)
    assert dialog.review.entry(FIRST).state == "open"
    assert "not among the people" in dialog.notice.said


def test_left_out_asks_why(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_Delete, Key.Key_Return)
    assert dialog.review.entry(PICKET).state == "open"
    write(dialog, "told twice")
    press(dialog, Key.Key_Return)
    assert dialog.review.entry(PICKET).why == "told twice"
    assert dialog.key == NOWHERE
    press(dialog, Key.Key_PageUp)
    assert "Left out: told twice" in seen(dialog)
    press(dialog, Key.Key_Delete)
    assert dialog.review.entry(PICKET).state == "open"


def test_what_the_reading_left_out_is_taken_in_with_keys(begin: Begin) -> None:
    dialog = begin(text=REPORT_WITH_MORE)
    assert dialog.buttons["spare"].text() == "Left out (4)…  F8"
    press(dialog, Key.Key_F8)
    (spare,) = shown(dialog, SpareDialog)
    said = [spare.list.item(row).text() for row in range(spare.list.count())]
    assert said[1] == f"{LINE}\n— is a heading or a line of the page, without a date"
    # A note that nothing refers to is listed last, and is no event.
    assert said[3].startswith("[9] https://example.org/nine")
    press(spare, Key.Key_End)
    assert not spare.take_button.isEnabled()
    press(spare, Key.Key_Return)
    assert spare.isVisible()
    press(spare, Key.Key_Home, Key.Key_Down, Key.Key_Return)
    entry = dialog.review.entry(dialog.key)
    assert entry.event.text == LINE
    assert "Date: the paragraph names no date" in seen(dialog)
    assert "Taken into the review" in dialog.notice.said
    assert dialog.buttons["spare"].text() == "Left out (3)…  F8"
    press(dialog, Key.Key_F2)
    write(dialog, "2022-03-06")
    press(dialog, Key.Key_Return, Key.Key_Return)
    assert dialog.review.entry(entry.key).state == "accepted"
    assert str(dialog.review.entry(entry.key).event.date) == "2022-03-06"
    for _ in range(3):
        press(dialog, Key.Key_Z, by=CONTROL)
    assert len(dialog.review.entries) == 4


def test_a_report_without_events_can_be_reviewed(begin: Begin) -> None:
    line = "A line of words that tells of nobody"
    dialog = begin(text=f"Monitoring of rights, March 2022\n\n{line}\n")
    assert "nothing in this report to review" in dialog.where
    for key in (Key.Key_Return, Key.Key_F2, Key.Key_F3, Key.Key_Down, Key.Key_PageDown, Key.Key_F5):
        press(dialog, key)
    press(dialog, Key.Key_Z, by=CONTROL)
    press(dialog, Key.Key_F8)
    (spare,) = shown(dialog, SpareDialog)
    press(spare, Key.Key_Return)
    assert dialog.review.entry(dialog.key).event.text == line
    press(dialog, Key.Key_Z, by=CONTROL)
    assert dialog.review.entries == []
    assert dialog.pane.text is None


def test_marks_of_notes_are_shown_where_they_stand(begin: Begin) -> None:
    dialog = begin(text=REPORT.replace("20 MCI under", "20 MCI[2] under"))
    press(dialog, *[Key.Key_PageDown] * 3)
    text = dialog.pane.text
    assert text is not None
    assert "was fined 20 MCI[2] under Article 488" in text.toPlainText()
    assert text.toPlainText().endswith("to support her.[4]")
    places = text._grounds["source"]
    assert [text.toPlainText()[a:b] for a, b in places] == ["[2]", "[4]"]
    fined = [text.toPlainText()[a:b] for a, b in text._grounds["sanction"]]
    assert fined == ["fined 20 MCI"]
    press(dialog, Key.Key_F3, Key.Key_Return)
    first, second = dialog.review.entries[-2:]
    assert second.event.text.startswith("Later a group")
    assert [s.number for s in first.event.sources] == [2]
    assert [s.number for s in second.event.sources] == [4]


def test_same_person_or_not(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_F5)
    assert dialog.review.entry(PICKET).event.people[0].person == "serikova-aigul"
    assert not asks(dialog)
    press(dialog, Key.Key_Z, by=CONTROL)
    assert asks(dialog)
    press(dialog, Key.Key_F6)
    assert dialog.review.entry(PICKET).event.people[0].person == "serikova-a"
    assert dialog.review.entry(PICKET).event.uncertain == []
    press(dialog, Key.Key_Z, by=CONTROL)
    press(dialog, Key.Key_F7)
    assert dialog.review.entry(PICKET).event.uncertain == []


def test_an_initial_is_no_place_to_split_at(begin: Begin) -> None:
    dialog = begin(text=REPORT.replace("peaceful meeting.", "meeting. Then T. Kasymov left."))
    press(dialog, Key.Key_PageDown)
    assert dialog.key == NOWHERE
    press(dialog, Key.Key_F3)
    text = dialog.pane.text
    assert text is not None
    assert text.cutting is not None
    there = dialog.review.entry(NOWHERE).event.text
    assert there[text.cutting :].startswith("Then T. Kasymov")
    press(dialog, Key.Key_Right)
    assert there[text.cutting :].startswith("Then T. Kasymov")
    press(dialog, Key.Key_Escape)


def test_a_name_taken_for_somebody_is_asked_about(begin: Begin) -> None:
    dialog = begin(text=REPORT.replace("Aigul Serikova", "N. Bekova"))
    assert dialog.key == FIRST
    assert "Is “N. Bekova” the same person as Bekova Nurgul in the archive?" in seen(dialog)
    press(dialog, Key.Key_F6)
    event = dialog.review.entry(FIRST).event
    assert [one.person for one in event.people] == ["n-bekova"]
    assert [one.person for one in event.sanctions] == ["n-bekova"]
    assert not asks(dialog)
    press(dialog, Key.Key_Z, by=CONTROL)
    press(dialog, Key.Key_F5)
    assert not asks(dialog)
    assert dialog.review.entry(FIRST).event.people[0].person == "bekova-nurgul"
    assert not dialog.review.entry(FIRST).doubtful


def test_an_event_is_split_with_keys(begin: Begin) -> None:
    dialog = begin()
    press(dialog, *[Key.Key_PageDown] * 3)
    assert dialog.key == FINE
    press(dialog, Key.Key_F3)
    assert types(dialog)
    press(dialog, Key.Key_Escape)
    assert not types(dialog)
    press(dialog, Key.Key_F3, Key.Key_Return)
    texts = [entry.event.text for entry in dialog.review.entries[-2:]]
    assert texts[1].startswith("Later a group")
    assert "this was one event" in seen(dialog)
    press(dialog, Key.Key_Z, by=CONTROL)
    assert len(dialog.review.entries) == 4


def test_two_events_are_joined_with_a_key(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_F4)
    texts = [entry.event.text for entry in dialog.review.entries]
    assert len(texts) == 3
    assert texts[1].startswith("On March 3")
    assert "On March 5, in Nowheretown" in texts[1]
    assert "two events were joined; check every field" in seen(dialog)
    press(dialog, *[Key.Key_PageDown] * 3)
    assert dialog.key == FINE
    press(dialog, Key.Key_F4)
    assert "No event follows" in dialog.notice.said
    press(dialog, Key.Key_Z, by=CONTROL)
    assert len(dialog.review.entries) == 4


def test_closed_in_the_middle_it_goes_on_where_it_was(begin: Begin, tmp_path: Path) -> None:
    dialog = begin()
    press(dialog, Key.Key_F5, Key.Key_Return)
    press(dialog, Key.Key_W, by=CONTROL)
    assert not dialog.isVisible()
    (waiting,) = journal.unfinished(tmp_path / "reviews")
    again = begin(resume=waiting.path)
    assert again.key == NOWHERE
    assert again.review.entry(PICKET).state == "accepted"
    assert again.review.entry(PICKET).event.people[0].person == "serikova-aigul"


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from zhylnama.files import resources_folder
from zhylnama.reading.reviewing import journal
from zhylnama.window.application import make_application
from zhylnama.window.look import load_look, wear
from zhylnama.window.main import MainWindow
from zhylnama.window.review import ReviewDialog
from zhylnama.wording import Wording
application = make_application()
look = load_look(resources_folder(), "light", 1.0)
review, kept = journal.resume(Path(sys.argv[1]))
words = Wording("en", resources_folder())
dialog = ReviewDialog(review, kept, Path(sys.argv[2]), words, look, None)
dialog.show()
dialog.activateWindow()
QTest.qWaitForWindowActive(dialog)
press = lambda key: QTest.keyClick(dialog.focusWidget() or dialog, key)
press(Qt.Key.Key_Return)
press(Qt.Key.Key_F2)
QTest.keyClicks(dialog.focusWidget(), "Kulsary")
press(Qt.Key.Key_Return)
press(Qt.Key.Key_F2)
QTest.keyClicks(dialog.focusWidget(), "Never ke")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_while_typing_nothing_decided_is_lost(
    begin: Begin, tmp_path: Path, archive_file: Path
) -> None:
    _, kept = journal.begin(small_basis(tmp_path), tmp_path / "reviews")
    kept.close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(kept.path), str(archive_file)],
        capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    dialog = begin(resume=kept.path)
    assert dialog.review.entry(PICKET).state == "accepted"
    assert dialog.review.entry(NOWHERE).event.place == "Kulsary"
    assert dialog.review.decided() == 1


def test_a_draft_is_saved(begin: Begin, tmp_path: Path) -> None:
    dialog = begin()
    press(dialog, Key.Key_Return)
    dialog.save_draft(tmp_path / "march.toml")
    tables = tomllib.loads((tmp_path / "march.toml").read_text("utf-8"))
    assert len(tables["event"]) == 4
    assert "4 events saved" in dialog.notice.said
    dialog.save_draft(tmp_path / "no folder" / "march.toml")
    assert "cannot be written" in dialog.notice.said


def test_nothing_uncertain_gets_into_an_archive(begin: Begin) -> None:
    dialog = begin()
    press(dialog, Key.Key_Return, Key.Key_PageDown)
    press(dialog, Key.Key_Return, by=CONTROL)
    assert dialog.key == NOWHERE
    assert "1 entry is still uncertain" in dialog.notice.said
    assert dialog.findChildren(FinishDialog) == []


def test_the_program_s_own_archive_is_not_written_to(
    begin: Begin, archive_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("review", "review_finish"):
        monkeypatch.setattr(f"zhylnama.window.{module}.bundled_archive", lambda: archive_file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(archive_file), ""))
    before = archive_file.read_bytes()
    dialog = begin()
    press(dialog, *[Key.Key_Return] * 4)
    press(dialog, Key.Key_Return, by=CONTROL)
    assert "belongs to the program" in dialog.notice.said
    assert dialog.findChildren(FinishDialog) == []
    assert archive_file.read_bytes() == before


def finished(qtbot: QtBot, dialog: ReviewDialog, target: Path) -> FinishDialog:
    """Return the end of a review, compared with its archive."""
    end = dialog.finish(target)
    qtbot.waitUntil(lambda: end.difference is not None, timeout=20_000)
    return end


def test_reviewed_records_join_an_archive(
    qtbot: QtBot, begin: Begin, archive_file: Path, tmp_path: Path
) -> None:
    dialog = begin()
    press(dialog, Key.Key_F7, *[Key.Key_Return] * 4)
    assert dialog.review.decided() == 4
    target = tmp_path / "mine.zhylnama"
    end = finished(qtbot, dialog, target)
    assert "4 new events" in end.said
    before = archive_file.read_bytes()
    with qtbot.waitSignal(dialog.added, timeout=20_000) as told:
        press(end, Key.Key_Space)
    assert told.args == [target]
    assert archive_file.read_bytes() == before
    with Archive.open(target) as archive:
        added = [event for event in archive.events() if event.report == "2022-03"]
        assert [event.uncertain for event in added] == [[], [], [], []]
        assert "serikova-a" in {person.id for person in archive.identities()}
    assert not dialog.isVisible()
    assert journal.unfinished(tmp_path / "reviews") == []


def test_a_report_that_is_there_already_is_not_added_twice(
    qtbot: QtBot, begin: Begin, tmp_path: Path
) -> None:
    target = tmp_path / "mine.zhylnama"
    for time in (1, 2):
        dialog = begin()
        press(dialog, *[Key.Key_Return] * 3)
        if time == 2:
            press(dialog, Key.Key_F2)
            write(dialog, "2022-03-08")
            press(dialog, Key.Key_Return)
        end = finished(qtbot, dialog, target)
        if time == 2:
            assert "4 events of this report are in the archive already" in end.said
            top = end.tree.topLevelItem(0)
            assert top is not None
            assert top.text(0) == "Changed: take the new version (1)"
            top.setCheckState(0, Qt.CheckState.Checked)
        with qtbot.waitSignal(dialog.added, timeout=20_000):
            end.add_button.click()
    with Archive.open(target) as archive:
        events = [event for event in archive.events() if event.report == "2022-03"]
        assert len(events) == 4
        (fine,) = [event for event in events if "Botagoz" in event.text]
        assert fine.id == FINE
        assert str(fine.date) == "2022-03-08"


def test_given_up_at_the_end_nothing_is_written(qtbot: QtBot, begin: Begin, tmp_path: Path) -> None:
    dialog = begin()
    press(dialog, *[Key.Key_Return] * 4)
    end = finished(qtbot, dialog, tmp_path / "mine.zhylnama")
    press(end, Key.Key_Escape)
    assert not (tmp_path / "mine.zhylnama").exists()
    assert len(journal.unfinished(tmp_path / "reviews")) == 1


# -- From the report's file ------------------------------------------------------------------------


@pytest.fixture
def desk(
    qtbot: QtBot, begin: Begin, tmp_path: Path, archive_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[QWidget, Importing]]:
    """Return a window, and what imports reports over it."""
    monkeypatch.setattr(importing, "reviews_folder", lambda: tmp_path / "reviews")
    window = QWidget()
    window.show()
    yield window, Importing(archive_file, Wording("en", resources_folder()), worn(), window)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(qtbot: QtBot, window: QWidget) -> ReviewDialog:
    """Return the review that opens over a window."""
    qtbot.waitUntil(lambda: bool(shown(window, ReviewDialog)), timeout=20_000)
    (dialog,) = shown(window, ReviewDialog)
    return dialog


def test_a_report_is_read_and_reviewed(
    qtbot: QtBot, desk: tuple[QWidget, Importing], tmp_path: Path
) -> None:
    window, imports = desk
    report = tmp_path / "march.txt"
    report.write_text(REPORT, "utf-8")
    imports.read(report)
    dialog = opened(qtbot, window)
    assert dialog.windowTitle() == "Review: March 2022"
    press(dialog, Key.Key_Return)
    dialog.reject()
    # The same file again: the review goes on, nothing is read twice.
    imports.read(report)
    assert opened(qtbot, window).review.decided() == 1


def test_a_review_that_waits_is_offered_and_can_be_discarded(
    qtbot: QtBot, desk: tuple[QWidget, Importing], tmp_path: Path
) -> None:
    window, imports = desk
    _, kept = journal.begin(small_basis(tmp_path), tmp_path / "reviews")
    kept.close()
    imports.begin()
    (waiting,) = shown(window, WaitingDialog)
    assert "0 of 4 decided" in seen(waiting)
    waiting.resume_button.click()
    opened(qtbot, window).reject()
    imports.begin()
    (again,) = shown(window, WaitingDialog)
    again.discard_links[0].click()
    assert kept.path.exists()
    again.sure_links[0].click()
    assert not kept.path.exists()
    again.reject()


def test_what_is_no_report_is_told(
    qtbot: QtBot, desk: tuple[QWidget, Importing], tmp_path: Path
) -> None:
    window, imports = desk
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    imports.read(path)
    (dialog,) = shown(window, ReadingDialog)
    qtbot.waitUntil(lambda: "photo.png" in dialog.said and "Reading" not in dialog.said)
    dialog.reject()
    with qtbot.waitSignal(imports.failed):
        imports.read(tmp_path / "nothing.txt")


def test_a_pipe_and_a_folder_are_told_at_once(
    qtbot: QtBot, desk: tuple[QWidget, Importing], tmp_path: Path
) -> None:
    _window, imports = desk
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, sentence in ((pipe, "a pipe or a device"), (tmp_path, "is a folder")):
        with qtbot.waitSignal(imports.failed) as told:
            imports.read(path)
        assert sentence in str(told.args)


def test_reading_can_be_cancelled(
    qtbot: QtBot, desk: tuple[QWidget, Importing], tmp_path: Path
) -> None:
    window, imports = desk
    path = tmp_path / "long.txt"
    head, _, rest = REPORT.partition("\n\n")
    paragraph = rest.split("\n\n")[0]
    copies = (paragraph.replace("Aigul", f"Aigul{number}") for number in range(20_000))
    path.write_text(head + "\n\n" + "\n\n".join(copies), "utf-8")
    imports.read(path)
    (dialog,) = shown(window, ReadingDialog)
    qtbot.wait(100)
    dialog.close_button.click()
    assert shown(window, ReviewDialog) == []
    assert not (tmp_path / "reviews").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_every_language(begin: Begin, lang: str) -> None:
    dialog = begin(lang=lang, theme="dark")
    press(dialog, Key.Key_PageDown)
    said = seen(dialog)
    if lang != "en":
        assert "gazetteer" not in said
        assert doubt_in_words(Wording(lang, resources_folder()), "place: new words") == (
            "place: new words"
        )
    for key in (Key.Key_F2, Key.Key_Escape, Key.Key_Delete, Key.Key_Escape, Key.Key_F3):
        press(dialog, key)
    press(dialog, Key.Key_Escape)


def test_the_menu_leads_to_it(
    qtbot: QtBot,
    window: MainWindow,
    begin: Begin,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "reviews_folder", lambda: tmp_path / "reviews")
    report = tmp_path / "march.txt"
    report.write_text(REPORT, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(report), ""))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Key.Key_I, by=CONTROL)
    dialog = opened(qtbot, window)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, *[Key.Key_Return] * 4)
    end = finished(qtbot, dialog, tmp_path / "mine.zhylnama")
    end.add_button.click()
    qtbot.waitUntil(lambda: "mine.zhylnama" in window.windowTitle(), timeout=20_000)
    settle(qtbot, window)
    assert window.session is not None
    assert window.session.edition.reports == ("2021-11", "2021-12", "2022-03")


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files onto a window and let them go; return whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = QPointF(window.rect().center())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(where.toPoint(), action, data, button, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(where, action, data, button, none))
    return enter.isAccepted()


def test_a_report_is_dropped_on_the_window(
    qtbot: QtBot,
    window: MainWindow,
    begin: Begin,
    archive_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "reviews_folder", lambda: tmp_path / "reviews")
    report = tmp_path / "march.txt"
    report.write_text(REPORT, "utf-8")
    assert not drop(window, report, archive_file)
    assert shown(window, QDialog) == []
    assert drop(window, report)
    opened(qtbot, window).reject()
    # An archive is opened as before, whatever it is called.
    other = tmp_path / "an archive.db"
    other.write_bytes(archive_file.read_bytes())
    assert drop(window, other)
    qtbot.waitUntil(lambda: "an archive.db" in window.windowTitle(), timeout=20_000)
    settle(qtbot, window)
    assert drop(window, tmp_path)
    assert "is a folder" in window.notice.said
