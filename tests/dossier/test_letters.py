from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhylnama.dossier.fonts import register_fonts
from zhylnama.dossier.letters import Letters, break_link, link_target
from zhylnama.files import resources_folder

HELD = register_fonts(resources_folder() / "fonts")
KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸ №"


def test_the_fonts_have_every_letter_of_the_archive() -> None:
    letters = Letters(HELD)
    assert letters.plain(KAZAKH) == KAZAKH
    assert not letters.replaced


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("bell \x07", "bell [U+0007]"),
        ("turned \u202etxet", "turned [U+202E]txet"),
        ("mark\u200f", "mark[U+200F]"),
        ("hidden\u200bspace", "hidden[U+200B]space"),
        ("smile \U0001f600\U0001f680!", "smile [U+1F600 U+1F680]!"),
        ("中文", "[U+4E2D U+6587]"),
        ("private \ue000 use \ue001", "private [U+E000] use [U+E001]"),
        ("lone \ud800", "lone [U+D800]"),
        ("tab\tand\r\nline", "tab and\nline"),
        ("decomposed и\u0306", "decomposed й"),
    ],
)
def test_what_cannot_be_printed_stands_as_its_code(text: str, printed: str) -> None:
    assert Letters(HELD).plain(text) == printed


def test_markup_is_text() -> None:
    said = Letters(HELD).markup("<b>bold</b> & <para> &amp;\nnext")
    assert said == "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;para&gt; &amp;amp;<br/>next"


@given(st.text())
def test_every_character_is_kept_or_said(text: str) -> None:
    printed = Letters(HELD).plain(text)
    for letter in printed:
        assert letter in " \n\u00a0" or ord(letter) in HELD
    for letter in set(unicodedata.normalize("NFC", text.replace("\r\n", "\n"))):
        if unicodedata.category(letter)[0] in "CL" and letter not in "\n\t":
            assert letter in printed or f"U+{ord(letter):04X}" in printed


@given(st.text(alphabet="abc/?&=.-%", min_size=1), st.floats(min_value=1, max_value=30))
def test_a_broken_link_joins_to_itself(url: str, width: float) -> None:
    lines = break_link(url, dict.fromkeys(url, 1.0), width)
    assert "".join(lines) == url
    assert all(lines)
    assert all(len(line) <= max(width, 1) for line in lines)


def test_a_link_breaks_after_a_separator_where_it_can() -> None:
    url = "https://example.org/first/second"
    assert break_link(url, dict.fromkeys(url, 1.0), 27)[0] == "https://example.org/first/"


def test_an_address_holds_no_quote_and_no_bracket() -> None:
    target = link_target('https://example.org/"><a href="x">/Ә')
    assert '"' not in target
    assert "<" not in target
    assert target.isascii()
