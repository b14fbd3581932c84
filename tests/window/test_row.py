"""What a row shows of an account: some lines around its first hit, marked where it hit."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from zhylnama.archive.model import Hit
from zhylnama.record.event import Event
from zhylnama.window.row import snippet
from zhylnama.window.text import lay_out, to_utf16


def cut(text: str, *marks: tuple[int, int], title: str | None = None) -> tuple[str, list[str]]:
    event = Event(id="x", text=text, title=title)
    title_marks = marks if title else ()
    hit = Hit(1, event, marks=() if title else marks, title_marks=title_marks)
    shown, left = snippet(hit, QFont("Noto Serif", 10), 400)
    assert lay_out(shown, QFont("Noto Serif", 10), 400).lineCount() <= 4
    return shown, [shown[a:b] for a, b in left]


def test_a_short_account_is_whole(qtbot: QtBot) -> None:
    assert cut("Aidar was held.", (0, 5)) == ("Aidar was held.", ["Aidar"])


def test_a_long_account_begins_near_its_hit(qtbot: QtBot) -> None:
    text = "before " * 500 + "NEEDLE " + "after " * 500
    at = text.index("NEEDLE")
    shown, marked = cut(text, (at, at + 6), (at + 100, at + 105))
    assert marked[0] == "NEEDLE"
    assert shown.startswith("… before")
    assert shown.endswith(" …")


def test_a_hit_that_gives_way_to_the_ellipsis_leaves_no_mark(qtbot: QtBot) -> None:
    text = "word " * 300
    shown, marked = cut(text, *((at, at + 4) for at in range(0, len(text), 5)))
    assert shown.endswith("word …")
    assert set(marked) == {"word"}


def test_the_lines_with_most_different_words_are_shown(qtbot: QtBot) -> None:
    text = "Almaty again. " + "before " * 60 + "in Almaty an arrest " + "after " * 300 + "Almaty"
    words = ("Almaty", "arrest")
    marks = sorted(m.span() for word in words for m in re.finditer(word, text))
    assert len(marks) == 4
    shown, marked = cut(text, *marks)
    assert marked == ["Almaty", "arrest"]
    at = shown.index("in Almaty")
    assert 0 < at < len(shown) - 40, "centred"


def test_the_beginning_is_shown_where_it_has_the_hits(qtbot: QtBot) -> None:
    text = "On that day Aidar was held. " + "after " * 300
    shown, marked = cut(text, (12, 17))
    assert shown.startswith("On that day Aidar")
    assert marked == ["Aidar"]


def test_a_hit_at_the_end_is_shown(qtbot: QtBot) -> None:
    text = "before " * 500 + "NEEDLE"
    shown, marked = cut(text, (len(text) - 6, len(text)))
    assert marked == ["NEEDLE"]
    assert shown.endswith("NEEDLE")


def test_a_hit_in_the_title_alone_shows_the_title(qtbot: QtBot) -> None:
    shown, marked = cut("He was held.", (0, 5), title="Aidar held")
    assert shown == "Aidar held. He was held."
    assert marked == ["Aidar"]


def test_rare_letters_do_not_shift_the_marks(qtbot: QtBot) -> None:
    text = "🙂🙂 " * 3 + "NEEDLE"
    at = text.index("NEEDLE")
    assert cut(text, (at, at + 6))[1] == ["NEEDLE"]
    assert to_utf16("🙂a", [(1, 2)]) == [(2, 3)]


def test_one_word_without_end(qtbot: QtBot) -> None:
    shown, marked = cut("x" * 5000, (0, 5000))
    assert marked
    assert len(shown) < 1000
