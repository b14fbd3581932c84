"""Whatever the reading may say, the window and the dossier say it in the reader's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zhylnama.files import resources_folder
from zhylnama.record.event import Event, Sanction, contradictions
from zhylnama.window.review_words import fault_in_words
from zhylnama.wording import Wording
from zhylnama.wording.doubts import doubt_in_words, left_out_in_words

READING = Path(__file__).resolve().parents[2] / "desktop" / "zhylnama" / "reading"
DOUBT = re.compile(r"(?:date|until|place|region|people|kinds|law|sanctions|sources|split|text): .")


def said_by(node: ast.expr) -> str | None:
    """Return the sentence of a literal, a 7 in each of its gaps; None where it is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return f"{said_by(node.left) or '7'}{said_by(node.right) or '7'}"
    return None


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(READING.rglob("*.py")):
        yield path.name, ast.parse(path.read_text("utf-8"))


def doubts() -> Iterator[str]:
    """Yield every doubt that the sources of the reading spell out."""
    for _, tree in sources():
        inner: set[ast.AST] = set()
        for node in ast.walk(tree):
            if node in inner:
                continue
            if isinstance(node, ast.JoinedStr | ast.BinOp):
                inner |= set(ast.walk(node)) - {node}
            said = said_by(node) if isinstance(node, ast.expr) else None
            if said is not None and DOUBT.match(said):
                yield said


def reasons() -> Iterator[str]:
    """Yield every reason for which the reading leaves something out."""
    for _, tree in sources():
        named: dict[str, list[str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                said = said_by(node.value)
                if said is not None:
                    named.setdefault(node.targets[0].id, []).append(said)
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "LeftOut"):
                continue
            given = node.args[1]
            said = said_by(given)
            yield from [said] if said is not None else named.get(getattr(given, "id", ""), [])


# Spelled out in pieces: the sources alone do not tell them.
PIECED = (
    "date: the year is not known", "date: the day does not exist",
    "law: the code of Article 488 is not named; taken as AOC",
    "sanctions: one person and 2 penalties", "sanctions: 2 people and 3 penalties",
)  # fmt: skip
# Only a frame for what others spell out.
FRAMES = {"date: 7", "sanctions: 7 and 7 penalties", "people: 7"}


def test_the_sources_are_searched() -> None:
    assert len(set(doubts())) > 30
    assert len(set(reasons())) >= 9


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_doubt_has_a_translation(lang: str) -> None:
    wording = Wording(lang, resources_folder())
    all_of_them = {*doubts(), *PIECED} - FRAMES
    missing = {doubt for doubt in all_of_them if _is_english(doubt, doubt_in_words, wording)}
    assert missing == set()


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_reason_for_leaving_out_has_a_translation(lang: str) -> None:
    wording = Wording(lang, resources_folder())
    missing = {why for why in reasons() if _is_english(why, left_out_in_words, wording)}
    assert missing == set()


def _is_english(said: str, say: Callable[[Wording, str], str], wording: Wording) -> bool:
    words = re.sub(r"AOC", "", say(wording, said))
    return re.search("[A-Za-z]{3}", words) is not None


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_contradiction_has_a_translation(lang: str) -> None:
    wording = Wording(lang, resources_folder())
    wrong = Event(
        id="x", text="\x00", until=None, sanctions=[
            Sanction(person="nobody", kind="fine", amount=5, days=3),
            Sanction(kind="warning", amount=5, months=2, hours=1),
        ],
    )  # fmt: skip
    found = contradictions(wrong)
    assert len(found) == 8
    for _, sentence in found:
        said = fault_in_words(wording, sentence)
        assert re.search("[A-Za-z]{3}", said) is None, said


def test_what_is_not_known_stays_as_it_stands() -> None:
    wording = Wording("ru", resources_folder())
    assert doubt_in_words(wording, "place: somebody's own words") == "place: somebody's own words"
    assert doubt_in_words(wording, "the court is not named") == "the court is not named"
    assert left_out_in_words(wording, "told twice") == "told twice"


def test_names_stay_and_ids_go() -> None:
    doubt = "people: “A. Serikova” may be serikova-aigul, Serikova Aigul (an initial stands)"
    said = doubt_in_words(Wording("en", resources_folder()), doubt)
    assert said == "People: “A. Serikova” may be Serikova Aigul"
