"""The small language of phrases: what each piece stands for, and what is refused."""

from __future__ import annotations

import tomllib

import pytest

from zhylnama.files import resources_folder
from zhylnama.reading.events.phrases import Vocabulary

LISTS = {"police": "police policemen полици*", "all": "{police} officer*"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("detained", "two were detained, one left", "detained"),
        ("detained", "the undetained", None),
        ("detain*", "they were detaining all", "detaining"),
        ("fined|arrested", "he was arrested", "arrested"),
        ("taken to (the) {police}", "taken to the police", "taken to the police"),
        ("taken to (the) {police}", "taken to police", "taken to police"),
        ("taken to (the) {police}", "taken to all police", None),
        ("{all} took", "officers took him", "officers took"),
        ("took .. {police}", "took her in a car to the police", "took her in a car to the police"),
        # An optional word behind a gap is optional there too, as is a gap behind an optional word.
        ("took .. (the) {police}", "took her to police", "took her to police"),
        ("took .. (the) {police}", "took her to the police", "took her to the police"),
        ("took .. (the) {police}", "took the police", "took the police"),
        ("took (her) .. {police}", "took 1 2 police", "took 1 2 police"),
        ("took (her) .. {police}", "took her 2 police", "took her 2 police"),
        ("took (her) .. (the) {police}", "took police", "took police"),
        ("took .. {police}", "took 1 2 3 4 5 6 7 police", None),
        ("took ... {police}", "took 1 2 3 4 5 6 7 police", "took 1 2 3 4 5 6 7 police"),
        ("took .. {police}", "took it. the police", None),
        ("took .. {police}", "took it; the police", None),
        ("refused .. picket", "refused b. and e. a picket", "refused b. and e. a picket"),
        ("сайт* .. закрыт", "сайт dala.kz закрыт", "сайт dala.kz закрыт"),
        ("провёл пикет", "провел пикет", "провел пикет"),
        ("доставили в {police}", "его доставили в полицию", "доставили в полицию"),
    ],
)
def test_phrases(phrase: str, text: str, found: str | None) -> None:
    vocabulary = Vocabulary(LISTS)
    ready = vocabulary.phrase(phrase)
    held = vocabulary.held(text)
    match = held.find(ready, text)
    assert (match and match[0]) == found


def test_the_first_place_between_two_is_found() -> None:
    vocabulary = Vocabulary({})
    ready = vocabulary.phrase("was|were held")
    text = "they were held, she was held"
    held = vocabulary.held(text)
    places = [held.find(ready, text), held.find(ready, text, 10), held.find(ready, text, 0, 10)]
    assert [place and place.start() for place in places] == [5, 20, None]


@pytest.mark.parametrize("phrase", ["", "(the) police", "to .. (the)", ".. police", "de*", "a .."])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"a phrase begins|too short"):
        Vocabulary(LISTS).phrase(phrase)


def test_every_list_of_words_is_used() -> None:
    folder = resources_folder() / "reading" / "kinds"
    written = "".join(path.read_text("utf-8") for path in folder.glob("*.toml"))
    scope = tomllib.loads((folder / "scope.toml").read_text("utf-8"))
    for name in scope["words"]:
        assert "{" + name + "}" in written, name
