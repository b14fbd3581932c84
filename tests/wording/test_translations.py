"""Every sentence of the program exists in Russian and Kazakh, with the same fields in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
# What is raised for people carries its sentence untranslated; the window translates it.
FAILURES = {"Failure", "NotOne", "WrongCommand", "BadInput", "SystemRefused", "Locked", "Phrase"}
TRANSLATED = ("ru", "kk")


def name_of(call: ast.Call) -> str:
    """Return the name of what is called: `tr` in `self.wording.tr(...)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def said_in_code() -> Iterator[tuple[str | tuple[str, str], str]]:
    """Yield the English sentences of `tr` and `count` with where they stand."""
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = name_of(node)
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            words = [text for text in texts if isinstance(text, str)]
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            if called in FAILURES and "commands" in path.parts:
                continue  # a shell is English
            if called in {"tr", *FAILURES} and len(words) == 1:
                yield words[0], where
            elif called == "count" and len(words) == 2:
                yield (words[0], words[1]), where


def without_literal() -> Iterator[str]:
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        if path.name in ("wording.py", "failure.py", "cli.py") or "commands" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or name_of(node) not in {"tr", *FAILURES}:
                continue
            if not isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(ROOT)}:{node.lineno}"


def catalogue(lang: str) -> Catalog:
    with (ROOT / "resources" / "translations" / f"{lang}.po").open("rb") as stream:
        return read_po(stream, locale=lang)


def forms(message: Message) -> tuple[str, ...]:
    """Return the one translation of a sentence, or its plural forms."""
    said = message.string
    return (said,) if isinstance(said, str) else tuple(said or ())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_sentence_is_a_literal() -> None:
    assert list(without_literal()) == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_sentence_is_translated(lang: str) -> None:
    known = catalogue(lang)
    missing = []
    for sentence, where in said_in_code():
        message = known.get(sentence if isinstance(sentence, str) else sentence[0])
        whole = message is not None and (
            all(message.string) if isinstance(message.string, tuple) else message.string
        )
        plural = isinstance(sentence, tuple)
        if not whole or message is None or isinstance(message.string, tuple) != plural:
            missing.append(f"{where}: {sentence}")
    assert missing == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_no_sentence_is_translated_that_nobody_says(lang: str) -> None:
    said = {s if isinstance(s, str) else s[0] for s, _ in said_in_code()}
    stale = [
        message.id
        for message in catalogue(lang)
        if message.id and (message.id if isinstance(message.id, str) else message.id[0]) not in said
    ]
    assert stale == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_fields_are_those_of_the_english_sentence(lang: str) -> None:
    for message in catalogue(lang):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = forms(message)
        wanted = fields(ids[-1])
        for string in strings:
            assert fields(string) == wanted, string


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_letters_are_of_the_language(lang: str) -> None:
    """A Latin letter inside a Cyrillic word looks right and is found by no search."""
    mixed = re.compile(r"[A-Za-z][А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]|[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі][A-Za-z]")
    for message in catalogue(lang):
        for string in forms(message):
            assert not mixed.search(re.sub(r"\{\w+\}", " ", string)), string


def test_plural_forms() -> None:
    russian = catalogue("ru")
    assert russian.num_plurals == 3
    assert catalogue("kk").num_plurals == 2
