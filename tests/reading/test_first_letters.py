"""Patterns searched by their first letters find what plain patterns find."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zhylnama.reading
from zhylnama.reading import first_letters
from zhylnama.reading.first_letters import compile_sought

PATTERNS = (
    r"\b(?:wife|husband)\s+of\b|(?<!\w)жен[аыуе]",
    r"(?:was\s+|were\s+)?fined|(?P<length>\d+)\s+days",
    r"(?<=\s)(?:a*b|(?:c|d)++e|(?>of)|[f-h\s-])",
    r"(?:of|)\b|\.$",
    r"[^\w\s]|\w{3}",
    r"(?:(?-i:Of)|(?i:wife)|[а-д])\b",
    r"^was|were$",
    "",
)
PIECES = st.sampled_from(
    ("wife", "Wife", "husband", " ", "of", "Of", "жена", "ЖЕНЕ", "was", "were", "fined", "15",
    "days", "a", "b", "cde", "f", ".", "\n", "K", "ſ", "İ", "ı")
)  # fmt: skip


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(text)]


@pytest.mark.parametrize("flags", [0, re.I, re.I | re.S, re.M])
@pytest.mark.parametrize("pattern", PATTERNS)
@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 9))
def test_what_a_pattern_finds_is_found(pattern: str, flags: int, text: str, start: int) -> None:
    plain, sought = re.compile(pattern, flags), compile_sought(pattern, flags)
    assert (sought.pattern, sought.flags) == (plain.pattern, plain.flags)
    assert sought.groupindex == plain.groupindex
    assert spans(sought, text) == spans(plain, text)
    end = len(text) - 1
    for one in ("search", "match", "fullmatch"):
        expected, found = (getattr(p, one)(text, start, end) for p in (plain, sought))
        assert (found and found.span()) == (expected and expected.span())
    assert sought.sub("-", text) == plain.sub("-", text)


def test_every_pattern_of_the_reading_finds_the_same(report_lines: list[str]) -> None:
    patterns = {
        (one.pattern, one.flags & ~re.UNICODE)
        for module in pkgutil.walk_packages(zhylnama.reading.__path__, "zhylnama.reading.")
        for one in vars(import_module(module.name)).values()
        if isinstance(one, re.Pattern) and isinstance(one.pattern, str)
    }
    assert len(patterns) > 300
    for written, flags in patterns:
        plain, sought = re.compile(written, flags), compile_sought(written, flags)
        for line in report_lines:
            assert spans(sought, line) == spans(plain, line), written


@pytest.fixture
def report_lines() -> list[str]:
    folder = Path(__file__).parent / "reports"
    texts = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line][::25]
    return [cased for line in lines for cased in (line, line.lower(), line.upper())]


@pytest.mark.parametrize("letter", "kKsSiIµвВåßıа")
def test_letters_that_are_the_same_whatever_their_case(letter: str) -> None:
    every = "".join(map(chr, range(0x110000)))
    same = {letter, *re.findall(letter, every, re.I)}
    assert {chr(code) for _, code in first_letters._alike(ord(letter))} == same


def test_under_another_python_a_pattern_is_compiled_as_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(first_letters, "_KNOWN_FORMS", frozenset())
    assert compile_sought(r"\b(?:a|b)", re.I) is re.compile(r"\b(?:a|b)", re.I)


def test_a_pattern_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(re.error):
        compile_sought("(")
