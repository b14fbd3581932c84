"""A failure is English where it is raised, and in the reader's language where it is read."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from zhylnama.failure import BadInput, Failure, Phrase, cannot_make, cannot_read, cannot_write
from zhylnama.files import resources_folder
from zhylnama.wording import Wording

PATH = Path("отчёт {1}.pdf")


def said(failure: Failure, lang: str) -> str:
    return Wording(lang, resources_folder()).failure(failure)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "отчёт {1}.pdf cannot be read: no such file or directory."),
        ("ru", "отчёт {1}.pdf: не удаётся прочитать: нет такого файла или папки."),
        ("kk", "отчёт {1}.pdf: оқу мүмкін емес: мұндай файл не қалта жоқ."),
    ],
)
def test_the_sentence_and_the_reason_in_it_are_translated(lang: str, sentence: str) -> None:
    failure = cannot_read(PATH, FileNotFoundError(errno.ENOENT, "No such file or directory"))
    assert said(failure, lang) == sentence
    assert failure.status == 4


def test_a_failure_inside_a_failure_is_translated_too() -> None:
    inner = BadInput("{path} holds no text.", path="x.txt")
    outer = BadInput("{path} was changed after it was made: {bad}", path="x.pdf", bad=inner)
    assert str(outer) == "x.pdf was changed after it was made: x.txt holds no text."
    assert said(outer, "ru") == "x.pdf: досье изменено после создания: x.txt: в файле нет текста."


@pytest.mark.parametrize("make", [cannot_read, cannot_write, cannot_make])
def test_a_rare_reason_stays_in_the_system_s_words(make: object) -> None:
    assert callable(make)
    refused = OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))
    assert said(make(PATH, refused), "kk").endswith(os.strerror(errno.ENOTCONN).lower() + ".")


@pytest.mark.parametrize("text", ["", "{no field", "nobody has translated {this}"])
def test_what_is_no_template_is_said_as_it_is(text: str) -> None:
    assert str(Phrase(text)) == text
    assert said(BadInput(text), "ru") == text
