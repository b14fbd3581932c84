"""Names in lists, and what a name hangs on: `A, B and C`, `the wife of A`."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.named import Group, Mention, Somebody
from zhylnama.reading.names.titles import Titles

GROUP_GAP: Final = re.compile(
    r"\s*(?:\([^()]{0,80}\))?\s*(?:[,;]\s*(?:and|и|а также|as well as)?|and|и|&|as well as|а также)\s+",
    re.I,
)
_CYRILLIC = re.compile("[а-яё]")
_PREPOSITIONS: Final = frozenset((
    "unlike", "except", "besides", "without", "despite", "of", "for", "with", "by", "from", "against", "about", "after", "near", "to", "in", "on", "at", "under", "than", "alongside",
    "вместо", "кроме", "у", "от", "для", "с", "против", "о", "об", "к", "на", "за", "по", "из", "над",
))  # fmt: skip
_ARTICLES: Final = frozenset(("the", "a", "an", "his", "her", "their"))
_LAST_WORD: Final = compile_sought(r"[\w-]+$")
# So many letters at the end of a text hold two words of a court and an article.
_NEAR: Final = 40
# `A and his wife B`; `A, the wife of B` is no list.
_AND_OTHERS = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?,?\s*(?:and|и|as well as)\s+(?:(?:his|her|their|its|the|его|её|ее|их)\s+)?(?:(?!(?:[a-z]+ed|gave|put|sent|[а-яё]+[аеиоуыя]л[аи]?)\s)[a-zа-яё-]+\s+){0,3}",
    re.I,
)
# `A, the wife of B` is no list of two.
_APPOSITION = compile_sought(
    r"\bof\b|wife|husband|spouse|mother|father|son\b|daughter|brother|sister|widow|lawyer|attorney|"
    r"жен[ау]|муж|супруг|мать|отец|отц|сын|доч|брат|сестр|вдов|адвокат|защитник",
    re.I,
)
# `father of Serik Ivanov, Marat Ivanov, was fined`: the second name is the father's.
_KIN_OF = compile_sought(
    r"(?<!\w)(?:(?:wife|husband|spouse|mother|father|son|daughter|brother|sister|widow|lawyer|attorney|relative)\s+of|"
    r"жен[аыуе]|муж\w?|супруг\w?|мать|матери|отец|отца|отцу|сын\w?|доч\w+|брат\w?|сестр\w|вдов\w|адвокат\w?|защитник\w?)\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)
# Plural words of kin by which those of a list are each other’s.
OF_EACH_OTHER: Final = frozenset(
    (
        "супруги", "супругов", "супругам", "супругами", "братья", "братьев", "братьям", "сёстры", "сестры", "сестёр", "сестер", "сёстрам",
        "spouses", "the spouses", "couple", "the couple", "brothers", "the brothers", "sisters", "the sisters", "husband and wife",
    )
)  # fmt: skip


def governed_by(text: str, mention: Mention, titles: Titles) -> str | None:
    """Return the preposition that a name hangs on (`the wife of activist X`), or None."""
    before = text[max(0, mention.start - 100) : mention.start]
    direct = _preposition_at_end(before)
    if direct is not None:
        return direct
    bare = before
    if mention.role_words and mention.role_words in before:
        bare = before[: before.rindex(mention.role_words)]
    elif (role := titles.right_before(before)) is not None:
        bare = before[:role]
    return _preposition_at_end(bare)


def _preposition_at_end(text: str) -> str | None:
    """Return the preposition that a text ends with, with or without an article after it."""
    if not text[-1:].isspace():
        return None
    words = text[-_NEAR:].casefold().split()
    if words and words[-1] in _ARTICLES:
        words.pop()
    last = _LAST_WORD.search(words[-1]) if words else None
    if last is None or last[0] not in _PREPOSITIONS:
        return None
    if last[0] == "над" and len(words) > 1 and words[-1] == "над":
        before = _LAST_WORD.search(words[-2])
        if before is not None and before[0] in ("суду", "судом"):
            return f"{before[0]} над"
    return last[0]


def _names_kin(text: str, last: Mention, mention: Mention) -> bool:
    """Whether a name after a comma is no list's next but that of the relative before it."""
    gap = text[last.end : mention.start]
    return (
        gap.strip() == ","
        and text[mention.end : mention.end + 1] == ","
        and _KIN_OF.search(text, max(0, last.start - 80), last.start) is not None
    )


def _is_another_case(text: str, group: Group, mention: Mention, people: list[Somebody]) -> bool:
    """Whether only a comma parts a name that hangs on a word from the subject of the sentence.

    `At the request of prosecutor A, B was arrested`; `по просьбе прокурора Иванова, Омаров …`.
    """
    last = group.mentions[-1]
    if (
        text[last.end : mention.start].strip() != ","
        and mention.role_words not in (text[last.end : mention.start])
    ):
        return False
    if not text[last.end : mention.start].lstrip().startswith(",") or re.match(
        r"\s*(?:[,;.]|and\b|и\b|$)", text[mention.end :]
    ):
        return False
    if _CYRILLIC.search(mention.name):
        oblique = [one.name != people[one.who].nominative for one in (last, mention)]
        return oblique[0] and not oblique[1]
    return len(group.mentions) == 1 and last.governed is not None and mention.governed is None


def _begins_anew(text: str, gap: str, mention: Mention) -> bool:
    """Whether after a semicolon a clause begins: `A, B, C; C was arrested`."""
    return ";" in gap and re.match(r"\s*(?:[,;]|and\b|и\b)", text[mention.end :]) is None


_IS: Final = re.compile(r"\s+(?:was|has|is)\s")


def _is_alone(text: str, gap: str, mention: Mention) -> bool:
    """Whether a verb in the singular is said of the second name only: `A, and B was taken …`."""
    return " ".join(gap.split()) == ", and" and _IS.match(text, mention.end) is not None


def groups_of(text: str, mentions: list[Mention], people: list[Somebody]) -> list[Group]:
    """Return the names of a paragraph in their lists; a name alone is a list of one."""
    groups: list[Group] = []
    for mention in mentions:
        if groups and not _names_kin(text, groups[-1].mentions[-1], mention):
            last = groups[-1].mentions[-1]
            gap = text[last.end : mention.start]
            if (
                mention.who in groups[-1].people
                or _begins_anew(text, gap, mention)
                or (len(groups[-1].mentions) == 1 and _is_alone(text, gap, mention))
                or _is_another_case(text, groups[-1], mention, people)
            ):
                groups.append(Group([mention]))
                continue
            if GROUP_GAP.fullmatch(gap) or (
                _AND_OTHERS.fullmatch(gap)
                or (
                    len(gap) < 70
                    and not _APPOSITION.search(gap)
                    and mention.role_words
                    and GROUP_GAP.fullmatch(gap.replace(mention.role_words, "").rstrip() + " ")
                )
            ):
                groups[-1].mentions.append(mention)
                continue
        groups.append(Group([mention]))
    return groups
