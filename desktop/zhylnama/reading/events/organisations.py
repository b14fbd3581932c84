"""The organisations that a paragraph names, as it names them: `“Demeu” trade union`, `Medeu District Court`.

Set names and the words that make a name one of an organisation are in
`resources/reading/organisations.toml`. Of two names in one place the longer is taken. A Russian
name is given in the nominative, an akimat with its town.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from zhylnama.names.places import Gazetteer
from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.declension import genitive_of_place, nominative_adjective
from zhylnama.reading.patterns import holds
from zhylnama.reading.sieve import Sieve

_AKIMAT = compile_sought(
    r"\b(?P<district>[A-Z][\w-]+\s+district)\s+(?:akimat|maslikhat)\b"
    r"|\b(?P<region>[A-Z][\w-]+)\s+regional\s+(?P<of_region>akimat|maslikhat)\b"
    r"|\b(?:the\s+)?(?P<city>[A-Z][\w-]+)\s+(?:city\s+)?(?P<what>akimat|maslikhat)\b"
    r"|\b(?P<part>[Aa]kimat\s+of\s+(?:the\s+)?[A-Z][\w-]+\s+(?:district|region))\b"
    r"|\b(?P<what2>[Aa]kimat|[Mm]aslikhat)\s+of\s+(?:the\s+city\s+of\s+)?(?P<city2>[A-Z][\w-]+)"
)
# A fence of it, its door, the square before it are places.
_BARE_AKIMAT = compile_sought(
    r"(?<!fence of )(?<!door of )(?<!doors of )(?<!gate of )(?<!gates of )(?<!steps of )(?<!wall of )(?<!porch of )\b(?:the\s+)?(?:city\s+)?(?<!fence of the )(?<!door of the )(?<!doors of the )(?<!gate of the )(?<!gates of the )(?<!steps of the )(?<!wall of the )(?<!porch of the )(?P<what>[Aa]kimat)\b|(?:\bcity\s+|(?<=the )|(?<=a ))(?P<council>[Mm]aslikhat)\b"
)
_RU_AKIMAT = compile_sought(
    r"\b(?:(?P<rank>(?:[Оо]бластн|[Рр]айонн|[Сс]ельск)[а-яё]{2,3})\s+|(?P<in_city>[Гг]ородск[а-яё]{2,3}\s+(?=[Мм])))?(?P<what>[Аа]кимат|[Мм]аслихат)(?:а|у|ом|е|ы|ов)?\b(?P<of>\s+(?:области|района)\b(?!\s+[А-ЯЁ]))?(?:\s+(?:г(?:орода|\.)\s*)?(?P<city>(?:области\s+)?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+(?:района|области))?))?"
)


_VILLAGE: Final = re.compile(
    r"^(?:село|аул|пос[её]лок|станция|город|(?:village|settlement|town)(?:\s+of)?)\s+|\s+(?:village|settlement|town)$"
)
_CYRILLIC: Final = re.compile("[а-яё]", re.I)


# `European Parliament’s delegation on …`: a body of a larger one.
_BODY_OF: Final = compile_sought(
    r"\b(?P<owner>European Parliament|Council of Europe|OSCE|PACE|UN|EU|Majilis|Senate|Bundestag)[’']s (?P<body>(?:[Ss]ub-?[Cc]ommittee|[Cc]ommittee|[Dd]elegation|[Cc]ommission|[Mm]ission) (?:on|for|to) (?:the )?[A-Z]\w+(?:(?: and| of)? [A-Z]\w+){0,4})"
)
# `the project “On peaceful assemblies”` is one of a law.
_LAW: Final = re.compile(r"On\s|О(?:б|бо)?\s")
_SURNAME_BEHIND: Final = re.compile(r"\s+[А-ЯЁӘҒҚҢӨҰҮҺІ]")
# `company X JSC`: the kind of company behind a name is its type.
_COMPANY: Final = re.compile(r"^(?:[a-z]+\s+)?company\s+(?=.*\b(?:JSC|LLP|LLC)$)")


_BARE_OFFICES: Final = frozenset(("prosecutor’s office", "прокуратура"))
_PROSECUTOR: Final = re.compile("rosecutor|прокуратур")


class _Found(msgspec.Struct, frozen=True):
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to name an organisation: `pieces` of which the text must hold one, and a name."""

    pieces: tuple[str, ...]
    pattern: re.Pattern[str]
    name: Callable[[re.Match[str]], str]
    printed: bool = True


class OrganisationReader:
    """Finds organisations by the words in `resources/reading/organisations.toml`."""

    def __init__(self, path: Path, gazetteer: Gazetteer) -> None:
        read = tomllib.loads(path.read_text("utf-8"))
        self._gazetteer = gazetteer
        self._leading = frozenset(read["leading"].split())
        self._forms = [
            _Form(
                tuple(pieces.split("|")),
                compile_sought(pattern),
                _named_as(name, *in_russian),
                name == "=",
            )
            for name, pattern, pieces, *in_russian in read["known"]
        ]
        self._forms += _forms(read)
        self._sieve: Sieve[_Form] = Sieve()
        for form in self._forms:
            self._sieve.add(form, form.pieces)
        self._set_names = {name for name, *_ in read["known"]}
        known = [form.pattern for form in self._forms if not form.printed]
        self._quotations = _Quotations(read, known)

    def read(self, text: str, place: str | None) -> list[str]:
        """Return the organisations named in a text, each once, in order."""
        found = list(self._quotations.read(text))
        for form in self._sieve.possible(text):
            if holds(text, form.pieces):
                found += self._of_form(text, form)
        if "kimat" in text or "aslikhat" in text:
            found += self._akimats(text, place)
        if "кимат" in text or "аслихат" in text:
            found += self._russian_akimats(text, place)
        found.sort(key=lambda one: (one.start, -one.end))
        names: dict[str, None] = {}
        end = 0
        for one in found:
            if one.start >= end:
                # `the General Prosecutor’s Office … the prosecutor’s office`: named once, it is the same.
                if not (one.name in _BARE_OFFICES and any(map(_PROSECUTOR.search, names))):
                    names[one.name] = None
                end = one.end
        return list(names)

    def _of_form(self, text: str, form: _Form) -> Iterator[_Found]:
        for match in form.pattern.finditer(text):
            words = _COMPANY.sub("", form.name(match)).split()
            while words and words[0] in self._leading:
                words.pop(0)
            # `In Astana the Committee …`: what is left must still be a name.
            if words and (len(words) > 1 or "name" not in match.groupdict()):
                name = " ".join(words)
                more = _BRACKETED.match(text, match.end()) if form.printed else None
                if name in self._set_names:
                    more = None
                if more is not None:
                    yield _Found(match.start(), more.end(), f"{name} {more['more']}")
                else:
                    yield _Found(match.start(), match.end(), name)

    def _akimats(self, text: str, place: str | None) -> Iterator[_Found]:
        """Yield the akimats and maslikhats named, each with its town."""
        cities = 0
        for match in _AKIMAT.finditer(text):
            city = match["city"] or match["city2"]
            what = (match["what"] or match["what2"] or match["of_region"] or "").casefold()
            if match["part"] or match["district"]:
                yield _Found(match.start(), match.end(), match[0])
            elif match["region"]:
                name = f"{what} of {match['region']} region"
                yield _Found(match.start(), match.end(), name)
            elif self._gazetteer.find(city) is not None:
                cities += 1
                yield _Found(match.start(), match.end(), f"{what} of {city}")
            else:
                continue
            cities += 1
        bare = _BARE_AKIMAT.search(text) if place and not cities else None
        if bare and place:
            what = (bare["what"] or bare["council"]).casefold()
            yield _Found(bare.start(), bare.end(), f"{what} of {_VILLAGE.sub('', place)}")

    def _is_city(self, text: str, match: re.Match[str]) -> bool:
        """Return whether a town stands behind `акимат`, and not one of its officials."""
        city = match["city"]
        if city is None or not _SURNAME_BEHIND.match(text, match.end()):
            return city is not None
        return any(self._gazetteer.find(form) for form in (city, city.removesuffix("а")))

    def _russian_akimats(self, text: str, place: str | None) -> Iterator[_Found]:
        for match in _RU_AKIMAT.finditer(text):
            what = match["what"].lower()
            if match["rank"]:
                rank = nominative_adjective(match["rank"].lower(), "m")
                yield _Found(match.start(), match.end(), f"{rank} {what}")
                continue
            if match["of"]:
                yield _Found(match.start(), match.end(), f"{what}{match['of']}")
                continue
            # Of `село Жетыбай` the name alone.
            named = _VILLAGE.sub("", place) if place else None
            printed = match["city"] if self._is_city(text, match) else None
            if what == "маслихат" and printed is None and match["in_city"] is None:
                continue  # `депутат маслихата` says not of which
            city = printed or (genitive_of_place(named) if named else None)
            if city:
                yield _Found(match.start(), match.end(), f"{what} {city}")


def _named_as(name: str, in_russian: str | None = None) -> Callable[[re.Match[str]], str]:
    """Return how a set name is given: as it stands in the list, or as printed where that says `=`.

    A Russian abbreviation stands as printed, too: it has no cases.
    """

    def named(match: re.Match[str]) -> str:
        if in_russian is None or not _CYRILLIC.search(match[0]):
            return name
        return match[0] if match[0].isupper() else in_russian

    if name == "=":
        return lambda match: match[0].strip('“”«»"')
    return named


def _forms(read: dict[str, Any]) -> list[_Form]:
    """Return the forms that the lists of words make."""
    heads = "|".join(read["heads"].split())
    return [
        _Form(
            tuple(read["heads"].split()),
            compile_sought(
                rf"\b(?P<name>(?:(?!The\s)(?:[A-Z][\w’&.-]*[\w’&-]|U\.S\.)\s+){{1,5}}(?<!Russian )(?:{heads})(?:\s+(?:for|[Aa]gainst|on)\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:and\s+)?[A-Z][\w-]+){{0,3}})?)\b(?!\s*[“«\"])(?:\s+of\s+[A-Z][\w-]+)?"
            ),
            lambda match: match["name"],
        ),
        _Form(
            ("’s ", "'s "),
            _BODY_OF,
            lambda match: f"{match['body']} of the {match['owner']}",
        ),
        *(
            _Form(tuple(pieces.split("|")), compile_sought(pattern), lambda match: match[0])
            for pattern, pieces in read["printed"]
        ),
        *(
            _Form(tuple(pieces.split("|")), compile_sought(pattern), _russian_nominative)
            for pattern, pieces in read["russian"]
        ),
    ]


_TYPE_WITHIN: Final = compile_sought(
    r"(?:(?:Public|Civic|Civil|National|Independent) )?(?:Committee|Union|Coalition|Council|Alliance|Foundation) (?:of|for|on|against)\s+\w|(?:(?:Общественн|Гражданск|Народн|Независим|Национальн)[а-яё]+ )?(?:[Кк]омитет|[Сс]оюз|[Кк]оалиция|[Аа]льянс|[Сс]овет|[Фф]онд|[Дд]вижение) [\w-]+"
)
_QUOTED: Final = re.compile(r"[“«\"](?P<name>[^”»\"“«]{2,70})[”»\"]")


class _Quotations:
    """Names in quotation marks, with the word beside them that makes them an organisation's."""

    def __init__(self, read: dict[str, Any], known: list[re.Pattern[str]]) -> None:
        # Of what is known by its name alone the type is no part: `the “Oyan Kazakhstan” movement`.
        self._known = known
        kept, dropped, russian = (
            read[key] for key in ("kept_types", "dropped_types", "russian_types")
        )
        people, russians = read["people_before"], read["russian_people_before"]
        self._before = compile_sought(
            rf"(?<!\w)(?:(?P<kept>{kept})|(?P<dropped>{dropped})|(?P<people>(?i:{people})))\s+$"
        )
        self._russian = compile_sought(
            rf"(?<!\w)(?:(?P<kept>{russian})|(?P<dropped>{dropped})|(?P<people>(?i:{russians})))\s+$"
        )
        self._after = re.compile(rf"\s+(?:(?P<kept>{kept})|(?P<dropped>{dropped}))(?!\w)")

    def _is_known(self, name: str) -> bool:
        return any(pattern.fullmatch(name) for pattern in self._known)

    def read(self, text: str) -> Iterator[_Found]:
        """Yield the organisations in quotation marks."""
        if "“" not in text and "«" not in text and '"' not in text:
            return
        for quoted in _QUOTED.finditer(text):
            name, near = quoted["name"].strip(), text[max(0, quoted.start() - 70) : quoted.start()]
            in_russian = bool(near.strip()) and near.strip()[-1] > "\u0400"
            before = (self._russian if in_russian else self._before).search(near)
            after = self._after.match(text, quoted.end())
            if before is None and after is None and _TYPE_WITHIN.match(name):
                # `“Committee of Mothers” announced`: the type stands in the name.
                yield _Found(quoted.start(), quoted.end(), name)
                continue
            if (
                before is not None
                and before["kept"] in ("project", "проект", "проекта", "проекте")
                and _LAW.match(name)
            ):
                continue
            # `workers of “X” LLP`: the type outweighs the people before it.
            people = before is not None and before["people"] is not None
            kept = before is not None and before["kept"] is not None and in_russian is False
            if kept and name[0].islower() and after is None:
                continue
            if before is not None and not (people and (after is not None or name[0].islower())):
                start = quoted.start() - (0 if people else len(near) - before.start())
                if self._is_known(name):
                    pass
                elif before["kept"] and in_russian:
                    name = f"{_in_nominative(before['kept'])} «{name}»"
                elif before["kept"]:
                    name = f"{before['kept']} {_as_quoted(quoted, name)}"
                yield _Found(start, quoted.end(), name)
                continue
            if after is not None and (after["kept"] or name[0].isupper()):
                if after["kept"] and not self._is_known(name):
                    name = f"{_as_quoted(quoted, name)} {after['kept']}"
                yield _Found(quoted.start(), after.end(), name)


def _as_quoted(quoted: re.Match[str], name: str) -> str:
    """Return a name in the marks of the report; straight ones become English ones."""
    return f"«{name}»" if quoted[0].startswith("«") else f"“{name}”"


# An abbreviation or the full name in brackets behind a name is a part of it.
_BRACKETED: Final = re.compile(
    r"\s*(?P<more>\([A-Z]{2,}[A-Za-z -]{0,40}\)|\([a-z]+(?: [a-z]+){2,6}\))"
)
# The noun of a Russian name as it may be inflected, in the nominative, and its gender.
_NOUNS: Final = {
    "механизм": ("механизм", "m"), "Прокуратур": ("прокуратура", "f"), "телеграм-канал": ("телеграм-канал", "m"), "ютуб-канал": ("ютуб-канал", "m"), "Telegram-канал": ("Telegram-канал", "m"), "YouTube-канал": ("YouTube-канал", "m"), "TikTok-канал": ("TikTok-канал", "m"),
    "фонд": ("фонд", "m"), "объединени": ("объединение", "n"), "организаци": ("организация", "f"),
    "инициатив": ("инициатива", "f"), "профсоюз": ("профсоюз", "m"), "издани": ("издание", "n"),
    "интернет-издани": ("интернет-издание", "n"), "компани": ("компания", "f"),
    "групп": ("группа", "f"), "клуб": ("клуб", "m"), "институт": ("институт", "m"), "коллеги": ("коллегия", "f"), "маслихат": ("маслихат", "m"),
    "комиссар": ("комиссар", "m"), "Дом": ("Дом", "m"), "коалици": ("коалиция", "f"), "Госдепартамент": ("Госдепартамент", "m"), "Комитет": ("Комитет", "m"), "Фонд": ("фонд", "m"),
    "суд": ("суд", "m"), "министерств": ("министерство", "n"), "учреждени": ("учреждение", "n"), "центр": ("центр", "m"), "ассоциаци": ("ассоциация", "f"), "лаборатори": ("лаборатория", "f"), "союз": ("союз", "m"),
    "Совет": ("Совет", "m"), "совет": ("совет", "m"), "подкомитет": ("подкомитет", "m"), "конфедераци": ("конфедерация", "f"), "радиостанци": ("радиостанция", "f"), "телеканал": ("телеканал", "m"),
    "колони": ("колония", "f"), "изолятор": ("изолятор", "m"), "департамент": ("департамент", "m"), "управлени": ("управление", "n"),
    "РУП": ("РУП", "n"), "РОВД": ("РОВД", "n"), "РУВД": ("РУВД", "n"), "ГОВД": ("ГОВД", "n"), "УП": ("УП", "n"), "ОП": ("ОП", "n"),
    "движени": ("движение", "n"), "парти": ("партия", "f"), "сет": ("сеть", "f"), "студи": ("студия", "f"), "бюро": ("бюро", "n"), "посольств": ("посольство", "n"), "консульств": ("консульство", "n"),
    "отел": ("отель", "m"), "банк": ("банк", "m"), "кинозал": ("кинозал", "m"), "ЛГБТ-инициатив": ("ЛГБТ-инициатива", "f"),
    "инспекци": ("инспекция", "f"), "служб": ("служба", "f"), "отдел": ("отдел", "m"), "горсуд": ("горсуд", "m"), "облсуд": ("облсуд", "m"), "райсуд": ("райсуд", "m"), "минюст": ("минюст", "m"), "Минюст": ("Минюст", "m"),
    "минздрав": ("минздрав", "m"), "минфин": ("минфин", "m"), "комитет": ("комитет", "m"), "федераци": ("федерация", "f"), "Суд": ("Суд", "m"), "ДП": ("ДП", "n"), "ДВД": ("ДВД", "n"), "УВД": ("УВД", "n"), "СИЗО": ("СИЗО", "n"), "обществ": ("общество", "n"), "комисси": ("комиссия", "f"),
    "сенат": ("сенат", "m"), "Сенат": ("Сенат", "m"), "мажилис": ("мажилис", "m"),
    "прокуратур": ("прокуратура", "f"), "полици": ("полиция", "f"),
    "церк": ("церковь", "f"), "общин": ("община", "f"), "галере": ("галерея", "f"), "агентств": ("агентство", "n"), "Агентств": ("Агентство", "n"),
    "проект": ("проект", "m"), "телекомпани": ("телекомпания", "f"), "арт-пространств": ("арт-пространство", "n"), "шахт": ("шахта", "f"), "рудник": ("рудник", "m"), "Комисси": ("Комиссия", "f"),
}  # fmt: skip
_NOUNS.update(
    {
        noun.capitalize(): (name.capitalize(), gender)
        for noun, (name, gender) in _NOUNS.items()
        if noun.islower() and noun.capitalize() not in _NOUNS
    }
)
_NOUN: Final = re.compile(
    r"(?P<before>(?:[\w-]+\s+)*?)(?P<stem>"
    + "|".join(sorted(_NOUNS, key=len, reverse=True))
    + r")(?P<ending>[а-яё]{0,3})\b(?P<rest>.*)",
    re.S,
)


def _russian_nominative(match: re.Match[str]) -> str:
    return _in_nominative(match[0])


def _in_nominative(name: str) -> str:
    """Return a Russian name with its first noun, and the adjectives before it, in the nominative."""
    found = _NOUN.fullmatch(" ".join(name.split()))
    if found is None:
        return name
    noun, gender = _NOUNS[found["stem"]]
    adjectives = [nominative_adjective(word, gender) for word in found["before"].split()]
    return " ".join([*adjectives, noun]) + found["rest"]
