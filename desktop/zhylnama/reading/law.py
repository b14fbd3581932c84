"""Articles of law, as reports cite them.

`Article 174 part 1, Article 256, parts 1 and 2 … of the Criminal Code`, `Art. 174, 256 and 405`,
`ст. 488 ч. 6 КоАП РК`, `часть 2 статьи 405 УК`.

The code may follow a whole list of articles, and is then that of each. An article whose code is
not named takes one only where the law lists it in a single code of those people are punished or
sued under, and says so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from zhylnama.reading.patterns import compile_lowered, lowered

_NUMBER: Final = r"\d{1,4}(?:\s?[-–]\s?\d{1,2}(?!\d))?(?:\.\d{1,2})?(?![\d%])"
_PART_WORD: Final = r"(?:parts?|p\.|pt\.|част(?:ь|и|ью|ям|ями|ей)|ч\.?\s?ч\.?|ч\.?)"
_PART: Final = r"\d{1,2}(?:[-–]\d{1,2}(?!\d))?(?:\s?/\s?\d{1,2})?(?!\d)"
_ARTICLE_WORD: Final = r"(?<![^\W\d_])(?:articles?|arts?\.?|стат(?:ья|ьи|ье|ью|ьей|ьям|ьями|ьях|ей)|ст\.?\s?ст\.?|ст\.?)"
_AND: Final = r"(?:\s*,\s*(?:and\s+|и\s+)?|\s+(?:and|и|or|или)\s+)"
# `Part 1, 5 years`: that is a term.
_UNIT: Final = r"days?|years?|months?|hours?|people|activists|tenge|MCI|сут|лет|год|месяц|час|человек|тенге|МРП"
_LIST: Final = rf"{_PART}(?:{_AND}{_PART}(?!\s*(?:{_PART_WORD}|{_UNIT})))*"
_PARTS: Final = rf"\s*,?\s*\(?{_PART_WORD}\s*(?P<%s>{_LIST})\)?"
# One article with its parts in front (`часть 2 статьи 405`) or behind.
_HEAD = compile_lowered(
    rf"(?:(?P<front>{_LIST})(?=\s*(?:{_PART_WORD}))\s*)?(?:(?<![^\W\d_]){_PART_WORD}\s*(?P<before>{_LIST})\s*,?\s*(?:of\s+)?(?:the\s+)?)?"
    rf"{_ARTICLE_WORD}\s*(?P<first>{_NUMBER})"
)
# Where one may begin; the letter stands first, so that the engine looks for letters only.
_BEGINS = re.compile(r"[\dapсч](?:(?<=\d)|(?<![^\W\d_].)(?:(?<=a)rt|(?<=p)[at.]|(?<=с)т|(?<=ч)))")
# `Article 488(6)`: in brackets right behind the number.
_BEHIND = compile_lowered(
    rf"{_PARTS % 'parts'}|\s?\((?P<bare>\d{{1,2}}(?:{_AND}\d{{1,2}})*)\)(?:\([a-zа-я]\))?"
)
# `статья 451 КоАП, часть 1`: behind the code.
_BEHIND_CODE = compile_lowered(
    rf"(?:\s+(?:of\s+)?(?:the\s+)?(?:rk|рк|republic\s+of\s+kazakhstan|республики\s+казахстан))?{_PARTS % 'parts'}(?!\s*(?:of|стат))"
)
_NEXT = compile_lowered(
    rf"(?:{_AND}|\s*;\s*)(?:{_ARTICLE_WORD}\s*)?(?P<number>{_NUMBER})(?!\s*(?:{_UNIT}|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|January|February|March|April|May|June|July|August|September|October|November|December|{_PART_WORD}\s*\d+\s+(?:of|стат)))"
)
_QUICK = compile_lowered(r"\bart(?:icles?|s)?\b|\bст(?:\.|ать|ате)")
# What a bare `under Article 131` can mean: procedure is not what people are punished under.
_GUESSED: Final = frozenset({"AOC", "CC", "CIV"})
# `Part 11 of the same Article`, `часть 2 той же статьи`: the article that is named last before it.
_SAME_ARTICLE = compile_lowered(
    rf"(?<![^\W\d_]){_PART_WORD}\s*(?P<parts>{_LIST})\s*,?\s*(?:of\s+(?:the\s+same|this|that)\s+article|(?:той\s+же|этой(?:\s+же)?)\s+статьи)"
)
# `by the same article`, in a paragraph’s second event: what the first one cites last, or all of it.
_AGAIN = compile_lowered(
    rf"(?<!\w)(?:under|by|по|за|о\s+нарушении)\s+(?:{_PART_WORD}\s*(?P<parts>{_LIST})\s*,?\s*(?:of\s+)?|той\s+же\s+части\s+)?"
    r"(?:the\s+same\s+article(?P<all>s)?|(?:той|этой)\s+же\s+(?:самой\s+)?стать[еи]|(?P<every>тем|этим)\s+же\s+(?:самым\s+)?статьям)(?!\w)"
)
# `Article 434, Part 1 of the same Code`
_SAME_CODE = compile_lowered(r"\s*,?\s*(?:of\s+the\s+same\s+code|того\s+же\s+кодекса)")
# Within this distance after the articles the code must follow.
_REACH: Final = 40
_CODES_EN: Final = (
    ("AOC", r"administrative\s+(?:offen[cs]es?|violations?|delinquency)\s+code|code\s+(?:of|on)\s+(?:the\s+)?administrative\s+(?:offen[cs]es?|violations?|misconducts?)|administrative\s+code|CAO|CoAO|AOC|CoAV"),
    ("CPC", r"criminal\s+procedur(?:e|al)\s+code|code\s+of\s+criminal\s+procedure|CPC"),
    ("CIVPC", r"civil\s+procedur(?:e|al)\s+code|code\s+of\s+civil\s+procedure"),
    ("CEC", r"(?:penal|criminal)[\s-]+(?:executive|enforcement|correctional)\s+code"),
    ("CC", r"(?:criminal|penal)\s+code|CC"),
    ("CIV", r"civil\s+code"),
    ("LAB", r"labou?r\s+code"),
    ("CONST", r"constitution"),
    ("APPC", r"administrative\s+procedur\w+(?:\s+and\s+process-related)?\s+code"),
    ("AOC", r"коап|кодекс\w*\s+(?:республики\s+казахстан\s+|рк\s+)?об\s+административн\w+\s+правонарушени\w+|административн\w+\s+кодекс\w*"),
    ("CPC", r"упк|уголовно-процессуальн\w+\s+кодекс\w*"),
    ("CEC", r"уик|уголовно-исполнительн\w+\s+кодекс\w*"),
    ("CC", r"ук|уголовн\w+\s+кодекс\w*"),
    ("CIVPC", r"гпк|гражданск\w+\s+процессуальн\w+\s+кодекс\w*"),
    ("CIV", r"гк|гражданск\w+\s+кодекс\w*"),
    ("LAB", r"тк|трудов\w+\s+кодекс\w*"),
    ("CONST", r"конституци\w+"),
    ("APPC", r"аппк|административн\w+\s+процедурно-процессуальн\w+\s+кодекс\w*"),
)  # fmt: skip
_CODE = compile_lowered(
    r"(?<![^\W\d_])(?:"
    + "|".join(f"(?P<c{i}>{pattern})" for i, (_, pattern) in enumerate(_CODES_EN))
    + r")(?![^\W\d_])"
)
_BETWEEN = compile_lowered(
    r"^(?:\s*,?\s*(?:sub-?)?(?:paragraph|point|clause|пункт\w*|п\.)s?\s*\d+(?:\s*(?:,|and|и)\s*\d+)*)?[\s,(]*(?:of\s+)?(?:the\s+)?(?:same\s+)?(?:RK\s+|Kazakh(?:stani?)?\s+|Republic\s+of\s+Kazakhstan\s+|РК\s+)?(?:[«“\"(][^»”\")]{0,80}[»”\")]\s*,?\s*(?:of\s+)?(?:the\s+)?)?$"
)
_OTHER_LAW = compile_lowered(
    r"^\W*(?:of\s+)?(?:the\s+)?(?:(?:universal|international|european|UN|ICCPR|covenant|convention|declaration|law|act|vienna)\b|(?:международн|всеобщ|конвенц|пакт|МПГПП|декларац|закон))"
)


class Citation(msgspec.Struct, frozen=True):
    """One article cited at a place in the text; `code` None where it is not named."""

    code: str | None
    article: str
    part: str | None
    start: int
    end: int


def _next_head(text: str, at: int) -> re.Match[str] | None:
    for begin in _BEGINS.finditer(text, at):
        head = _HEAD.match(text, begin.start())
        if head is not None:
            return head
    return None


class LawReader:
    """Finds citations of law; knows which code an article number alone can mean."""

    def __init__(self, path: Path) -> None:
        read = tomllib.loads(path.read_text("utf-8"))
        codes: dict[str, set[str]] = {}
        for entry in read["article"]:
            if entry["code"] in _GUESSED:
                codes.setdefault(entry["article"], set()).add(entry["code"])
        self._only = {article: min(found) for article, found in codes.items() if len(found) == 1}

    def read(self, text: str, earlier: Sequence[Citation] = ()) -> tuple[list[Citation], list[str]]:
        """Return the citations of a text in order, and what is not sure about them.

        `earlier`: those of the event before in the same paragraph, for `under the same article`.
        """
        text = lowered(text)
        if ("art" not in text and "ст" not in text) or not _QUICK.search(text):
            return [], []
        found: list[Citation] = []
        group: list[Citation] = []
        at = 0
        while (head := _next_head(text, at)) is not None:
            cited, end = _one_list(text, head)
            between = text[group[-1].end : head.start()] if group else ""
            if group and not re.fullmatch(
                r"\s*(?:[,;]|and|и|,\s*and|,\s*и)?\s*(?:under\s+|по\s+)?", between
            ):
                found += _with_code(text, group)
                group = []
            group += cited
            at = end
        found += _with_code(text, group) if group else []
        found = _with_the_same(text, found)
        settled, doubts = self._settled(text, found)
        return settled or _cited_again(text, earlier), doubts

    def _settled(self, text: str, found: list[Citation]) -> tuple[list[Citation], list[str]]:
        doubts: list[str] = []
        settled: list[Citation] = []
        named = {citation.article: citation.code for citation in found if citation.code}
        for citation in found:
            code = citation.code or named.get(citation.article)
            if code is None and not _OTHER_LAW.match(text[citation.end : citation.end + 40]):
                code = self._only.get(citation.article)
                what = f"law: the code of Article {citation.article} is not named"
                doubts.append(f"{what}; taken as {code}" if code else what)
            if code is not None:
                settled.append(
                    Citation(code, citation.article, citation.part, citation.start, citation.end)
                )
            elif _OTHER_LAW.match(text[citation.end : citation.end + 40]):
                doubts.append(f"law: Article {citation.article} is of another law and is not taken")
        return settled, list(dict.fromkeys(doubts))


def _one_list(text: str, head: re.Match[str]) -> tuple[list[Citation], int]:
    """Return the articles of one `Articles 174, 256 part 1 and 405`, and where it ends."""
    cited: list[Citation] = []
    number, start, end = head["first"], head.start(), head.end()
    parts = head["before"] or head["front"]
    while True:
        behind = _BEHIND.match(text, end)
        if behind is not None:
            parts = behind["parts"] or behind["bare"]
            end = behind.end()
        article = re.sub(r"\s", "", number).replace("–", "-")
        for part in _split(parts) or [None]:
            cited.append(Citation(None, article, part, start, end))
        following = _NEXT.match(text, end)
        if following is None:
            return cited, end
        number, start, end, parts = (
            following["number"],
            following.start("number"),
            following.end(),
            None,
        )


def _split(parts: str | None) -> list[str | None]:
    if not parts:
        return []
    return [re.sub(r"\s", "", part).replace("–", "-") for part in re.findall(_PART, parts)]


def _with_code(text: str, group: list[Citation]) -> list[Citation]:
    """Return a list of articles with the code that follows it, or stands right before it."""
    end = group[-1].end
    code = part = None
    after = _CODE.search(text, end, end + 140)
    if after is not None and _leads_to(text[end : after.start()]):
        code = _which(after)
        told = _BEHIND_CODE.match(text, after.end()) if len(group) == 1 else None
        part = next(iter(_split(told["parts"])), None) if told else None
    else:
        for match in _CODE.finditer(text, max(0, group[0].start - 90), group[0].start):
            between = text[match.end() : group[0].start]
            if re.fullmatch(
                r"\s*(?:of\s+the\s+(?:RK|Republic\s+of\s+Kazakhstan)|РК|Республики\s+Казахстан)?\s*[,(:]?\s*(?:under\s+|по\s+)?",
                between,
                re.I,
            ):
                code = _which(match)
    return [Citation(code, c.article, c.part or part, c.start, c.end) for c in group]


def _with_the_same(text: str, found: list[Citation]) -> list[Citation]:
    """Return citations with those that name an article or a code again as `the same`."""
    named: list[Citation] = []
    for citation in found:
        code = citation.code
        if code is None and named and _SAME_CODE.match(text, citation.end):
            code = named[-1].code
        named.append(Citation(code, citation.article, citation.part, citation.start, citation.end))
    for match in _SAME_ARTICLE.finditer(text) if named else ():
        before = [one for one in named if one.end <= match.start()]
        named += [
            Citation(before[-1].code, before[-1].article, part, *match.span())
            for part in _split(match["parts"])
            if before
        ]
    return sorted(named, key=lambda one: one.start)


def _cited_again(text: str, earlier: Sequence[Citation]) -> list[Citation]:
    """Return what a text cites as `the same article` of the event before."""
    again = _AGAIN.search(text) if earlier else None
    if again is None:
        return []
    meant = earlier if again["all"] or again["every"] else earlier[-1:]
    return [
        Citation(one.code, one.article, part, *again.span())
        for one in meant
        for part in (_split(again["parts"]) or [one.part])
    ]


def _leads_to(between: str) -> bool:
    return len(between) <= _REACH + 80 and _BETWEEN.match(between) is not None


def _which(match: re.Match[str]) -> str:
    return _CODES_EN[int((match.lastgroup or "c0")[1:])][0]
