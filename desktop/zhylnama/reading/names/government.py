"""What the words around a Russian name ask of it: a case, a man or a woman.

`оштрафовали Федотова Н.` has a man in the accusative, `оштрафована Федотова Н.` a woman in the
nominative: the name alone does not tell.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.names.declension import forms_of_noun
from zhylnama.reading.patterns import lowered

Gender = Literal["m", "f"]
Cases = frozenset[str]

_FURTHEST: Final = 120
_MOST_WORDS: Final = 9


@dataclass(frozen=True, slots=True)
class Demand:
    """The cases a name may stand in (none: any), and whose it is.

    What is not `firm` is likely only: a noun before a name mostly has it in the genitive.
    `subject` is who the verb behind a name is said of, if of the name: in `о задержании Омарова
    сообщил` it is not Omarova.
    """

    cases: Cases = frozenset()
    sex: Gender | None = None
    firm: bool = False
    sex_firm: bool = False
    subject: Gender | None = None

    @property
    def weight(self) -> int:
        """How much is known: two demands on one name differ, and the surer one counts."""
        return 2 * (self.firm and bool(self.cases)) + self.sex_firm + bool(self.cases)

    @property
    def may_be_anothers(self) -> bool:
        """Whether the name may be that of somebody else: `жена Омарова`."""
        return self.cases >= _OF_KIN and not self.firm

    def in_one_of(self, cases: Cases) -> Demand:
        """Return the demand on a name in a list that can stand in these cases only."""
        common = self.cases & cases or cases
        return replace(self, cases=common, firm=self.firm or "nom" not in cases or len(cases) == 1)


ANY: Final = Demand()
_DATIVE: Final = frozenset(("dat",))
_OF_KIN: Final = frozenset(("nom", "gen"))

_CLAUSE = compile_sought(
    r"[,;:()]\s|[.!?…]\s+(?=[«A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|\s[–—-]\s|[,;:(]$|[.!?…]\]?$|\s[–—-]$"
)
_QUOTED = re.compile('«[^«»]*»|“[^“”]*”|"[^"]*"')
# `на 5 суток ареста Омарову`: the penalty asks nothing of the name.
_NUMBERED = re.compile(
    r"(?:\b(?:на|к|за|до|от|в)\s+)?\d[\d\s.,]*[а-яё]+(?:\s+(?:ареста|(?:лишения|ограничения)\s+свободы|общественных\s+работ))?",
    re.I,
)
# `кандидата в депутаты Омарова`: one candidate.
_OFFICE_SOUGHT = re.compile(r"\bв\s+(?:депутаты|президенты|акимы|сенаторы|адвокаты)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AGREE: Final[tuple[tuple[tuple[str, ...], Demand], ...]] = tuple(
    (endings, Demand(frozenset(cases.split()), sex, firm=True, sex_firm=sex is not None))  # type: ignore[arg-type]
    for endings, cases, sex in (
        (("ого", "его"), "gen acc", "m"), (("ому", "ему"), "dat", "m"), (("ую", "юю"), "acc", "f"),
        (("ая", "яя"), "nom", "f"), (("ый", "ий"), "nom", "m"), (("ым", "им"), "ins dat", None),
        (("ой", "ей"), "gen dat ins pre", "f"),
    )
)  # fmt: skip
_ENDS_AS_ADJECTIVE = compile_sought(
    r"(?:[нвкщшг]|[аеия]м|т|ск|цк|овск)(?:ого|его|ому|ему|ую|юю|ая|яя|ый|ий|ым|им|ой|ей)$"
)
_ADJECTIVE_END = re.compile("(?:ый|ая|ое|ые|ого|ой|ую|ому|ым|ом|ых|ыми)$")
_PARTICIPLE: Final = (
    r"(?:[а-яё]+[аеиоуя]вш|[а-яё]+[аяую]щ|погибш|умерш|обвиняем|подозреваем|потерпевш|осужд[её]нн|"
    r"арестованн|задержанн|приговор[её]нн|привлеч[её]нн|оштрафованн|освобожд[её]нн|заключ[её]нн|убит|избит)"
)
_IS_PARTICIPLE = re.compile(_PARTICIPLE)
_PARTICIPLE_AFTER = re.compile(
    rf"\s*(?:\([^()]{{0,60}}\))?\s*,\s+(?:(?:не|ранее|уже|ныне)\s+)?(?P<word>{_PARTICIPLE}"
    r"(?P<ending>ого|его|ому|ему|ую|юю|ая|яя|ый|ий|ым|им|ой|ей)(?:ся)?)\b"
)
_PERSON_AFTER = re.compile(
    r",\s+(?:обвиня|подозрева|осужд|отбыва|арестован|задержан|приговор)[а-яё]*(?:ый|ий|ая|его|ого|ему|ому|ую|ой|ей|ся)\b"
)
_PERSON_BEFORE = re.compile(
    r"(?:обыск[а-яё]*\s+у|суд[а-яё]*\s+над|в отношении|в поддержку|в защиту|жалоб[а-яё]+|арест[а-яё]*|приговор[а-яё]*|"
    r"экстрадици[а-яё]+|голодовк[а-яё]+)\s$"
)
_DIED = re.compile("умер|сконча|поги")
_WHICH_AFTER = re.compile(
    r"\s*,\s+(?:(?:в|у|о|с|на|к|за)\s+)?котор(?P<ending>ый|ая|ого|ому|ую|ой)\b"
)
_VERB_AFTER = re.compile(
    r"\s+(?:(?:не|также|тоже|вновь|снова|повторно|был|была|были|уже|сама?|вчера|сегодня)\s+){0,3}"
    r"(?P<verb>[а-яё]{2,}(?:л(?P<fem>а)?(?:с[яь])?|(?:[аеё]н|ят|ит)(?P<short>а)?))(?![а-яё])"
)
# `Омаровой вынесено предупреждение`, `Омарову грозит арест`, `Омаровой вызвали скорую`.
_TO_WHOM_AFTER = re.compile(
    r"\s+(?:(?:не|также|тоже|вновь|снова|повторно|уже|вчера|сегодня|тогда|затем|позже)\s+){0,3}"
    r"(?:(?P<passive>[а-яё]{3,}(?:[аеё]н|[яи]т)[ыао]?)|(?:гроз[ия]т|угрожа[ею]т)|вызвали\s+(?:скорую|врач|медик|адвокат))(?![а-яё]{2})"
)
_OF_WHOM: Final = ("назнач", "направ", "предостав", "предлож")
_SOMETIMES = (
    r"(?:(?:не|также|тоже|вновь|снова|повторно|были|уже|вчера|сегодня|ранее|оба|обе)\s+){0,3}"
)
_MANY_AFTER = re.compile(
    rf"\s+{_SOMETIMES}(?:"
    r"(?:(?:[а-яё]+(?:[ыио]й|ая)\s+){0,3}?(?:суд|судья|полиция|прокурор|следователь|акимат|полицейские|следователи|силовики)\s+)"
    rf"{_SOMETIMES}(?P<done>[а-яё]{{3,}}л[аио]?)|(?P<verb>[а-яё]{{2,}}(?:ли|(?:[аеё]н|[яи]т)ы)))(?![а-яё])"
)
_KIN = re.compile(
    "муж|жен|супруг|мат|отец|отц|сын|доч|брат|сестр|вдов|племянни|родственни|дяд|тёт|тет|бабушк|дед|"
    "адвокат|защитник|помощни|друг|подруг|коллег|сосед|заместител|представител|сторонни|соратни|отчим|зят"
)
_PASSIVE = compile_sought("(?:[аеё]н|[яи]т)(?P<end>[аыо]?)$")
_PAST = compile_sought("(?<=[аеёиоуыяюбгкхстзш])л(?P<end>[аио]?)(?P<self>с[яь])?$")
_PRESENT = compile_sought("(?:[еёиую]т|[ая]т)(?:ся)?$|(?:ть|ти|чь)(?:ся)?$")
# A verb whose complement is not known: `судья санкционировал арест Омарова`.
_UNKNOWN_VERB = re.compile("(?:[оеё]ва|[иы]ва|ну)л[аио]?(?:с[яь])?$")


class Government:
    """Knows the verbs, prepositions and nouns of `government.toml`."""

    def __init__(self, folder: Path) -> None:
        data = tomllib.loads((folder / "government.toml").read_text("utf-8"))
        self._prepositions = {
            word: frozenset(cases.replace("-", " ").split())
            for cases, words in data["prepositions"].items()
            for word in words.split()
        }
        self._nouns = {
            word: frozenset(cases.split())
            for cases, words in data["nouns"].items()
            for word in words.split()
        }
        self._several = {
            word: frozenset(cases.split())
            for cases, words in data["several"].items()
            for word in words.split()
        }
        self._verbs = {
            stem: case for case, stems in data["verbs"].items() for stem in stems.split()
        }
        self._longest = max(map(len, self._verbs))
        self._between, self._own, self._pronouns = (
            frozenset(data["words"][kind].split()) for kind in ("between", "own", "pronouns")
        )
        self._done_by = tuple(data["words"]["done_by"].split())
        self._people: dict[str, Demand] = {}
        # What the same word asks of one name alone: `активистки Фаризы` is about one.
        self._alone: dict[str, Demand] = {}
        for sex, nouns in (("m", data["people"]["men"]), ("f", data["people"]["women"])):
            for noun in nouns.split():
                for form, cases in forms_of_noun(noun, sex):
                    self._add(self._people, form, frozenset(cases.split()), sex)
                    if "pl" not in cases:
                        self._add(self._alone, form, frozenset(cases.split()), sex)
        for form in self._people.keys() - self._alone.keys():
            # `адвокаты Омарова`: several, and one name.
            self._alone[form] = Demand(frozenset(("gen",)), firm=_KIN.match(form) is not None)
        self._of_word = lru_cache(maxsize=20_000)(self._look_up)

    @staticmethod
    def _add(people: dict[str, Demand], form: str, cases: Cases, sex: str) -> None:
        known = people.get(form)
        if "pl" in cases:
            cases, sex = cases - {"pl"}, ""
        # A man's noun may be said of a woman: `адвокат Бахыт Есенова`.
        one: Gender | None = "f" if sex == "f" else "m" if sex == "m" else None
        if known is not None:
            one = one if known.sex == one else None
            cases |= known.cases
        people[form] = Demand(cases, one, firm=True, sex_firm=one == "f")

    def demand(
        self, text: str, start: int, end: int, *, alone: bool = False, last: int = 0
    ) -> Demand:
        """Return what the words before and after a name ask of it.

        `alone` says that it stands in no list, `last` is where the list that it stands in ends.
        """
        after = self._after(text, end)
        if after is ANY and last > end:
            of_all = self._after(text, last)
            after = ANY if of_all.subject or of_all.sex else of_all
        before = self._before(text, start, alone=alone)
        if before is None:
            return after
        if before.may_be_anothers and not after.firm:
            # `адвокат Омарова сообщил`: the verb is the lawyer's, whoever the name is.
            return replace(before, sex=after.sex)
        of_noun = before.firm and "gen" in before.cases and after.cases == _DATIVE
        if of_noun and len(before.cases) > 1:
            after = ANY  # `арест Омарова продлён`: so was the arrest
        if before.cases and after.cases and before.firm <= after.firm:
            # `приговор Мырзабеку С. оставлен`: the verb is that of another word.
            common = before.cases & after.cases
            cases = common or (after.cases if not before.firm and after.firm else before.cases)
            before = replace(before, cases=cases, firm=before.firm or bool(common))
        cases = before.cases or after.cases
        sexed = after if after.sex_firm and not before.sex_firm else before
        return replace(
            before, cases=cases, sex=sexed.sex, sex_firm=sexed.sex_firm, subject=after.subject
        )

    def tells_of_somebody(self, text: str, start: int, end: int) -> bool:
        """Whether the words around two words in capitals are said of people only."""
        if _PERSON_AFTER.match(text, end) is not None:
            return True
        near = lowered(text[max(0, start - 40) : start])
        if _PERSON_BEFORE.search(near) is not None:
            return True
        before = _WORD.findall(near)
        if not before or near[-1:] != " " or near[-2:-1] in ",;:.":
            return False
        if len(before) > 1 and text[:start].rsplit(maxsplit=1)[-1].isupper():
            before.pop()  # `докладчик ООН`
        kind, demand = self._of_word(before[-1], False)
        if kind != "verb" or not demand.firm:
            return kind == "person"
        only_people = demand.cases <= {"acc", "dat"} or _PASSIVE.search(before[-1]) is not None
        return only_people or _DIED.match(before[-1]) is not None

    def _after(self, text: str, end: int) -> Demand:
        if (found := _PARTICIPLE_AFTER.match(text, end)) is not None:
            return _agreement(found["ending"]) or ANY
        if (found := _WHICH_AFTER.match(text, end)) is not None:
            agreed = _agreement(found["ending"])
            return Demand(sex=agreed.sex, sex_firm=True) if agreed else ANY
        if self._is_to_whom(text, end):
            return Demand(frozenset(("dat",)), firm=True)
        if (found := _VERB_AFTER.match(text, end)) is not None:
            sex: Gender = "f" if found["fem"] or found["short"] else "m"
            return Demand(frozenset(("nom",)), sex, subject=sex)
        if (found := _MANY_AFTER.match(text, end)) is not None:
            # `Утешева Рахима (суд) арестовал(и)`, `Омаров Б. и Омарова К. оштрафованы`.
            said = found["done"] or found["verb"]
            verb = self._verb(said)
            if verb is not None and (said[-1] == "ы" or verb.cases <= {"acc", "dat"}):
                return verb
        return ANY

    def _is_to_whom(self, text: str, end: int) -> bool:
        """Whether the verb behind a name says what was given, refused or threatened to it."""
        found = _TO_WHOM_AFTER.match(text, end)
        if found is None or (word := found["passive"]) is None:
            return found is not None
        # `Омаров назначен акимом`, but `Омарову назначено наказание`
        return self._case_of(word) == "dat" and (word[-1] == "о" or not word.startswith(_OF_WHOM))

    def _before(self, text: str, start: int, *, alone: bool) -> Demand | None:
        begin = max(0, start - _FURTHEST)
        before = _QUOTED.sub(" ", text[begin:start]).rstrip(' «“"#')
        if before.endswith((",", ":")) and (last := _WORD.findall(before[-30:])):
            # `по словам брата, Омара Хасанова, …`, `увезли троих: Омара Хасанова и …`
            kind, demand = self._of_word(lowered(last[-1]), alone)
            if kind in ("person", "several") and "nom" not in demand.cases:
                return Demand(demand.cases, demand.sex)
        clause = _OFFICE_SOUGHT.sub(" ", _NUMBERED.sub(" ", _CLAUSE.split(before)[-1]))
        words = [match[0] for match in _WORD.finditer(clause)][-_MOST_WORDS:]
        likely: Demand | None = None
        for at in range(len(words) - 1, -1, -1):
            word = lowered(words[at])
            if (words[at][0].isupper() and at) or word in self._between:
                continue
            kind, demand = self._of_word(word, alone)
            direct = at == len(words) - 1
            if kind == "noun":
                likely = demand if direct else likely
            elif kind in ("pronoun", "deed"):
                return likely
            elif kind == "verb":
                return self._of_verb(demand, likely, words[at + 1 :])
            elif kind == "person" and _is_anothers(words[at + 1 :]):
                return likely
            elif kind == "person":
                own = at > 0 and words[at - 1].lower() in self._own
                if likely is not None and likely.firm:
                    return likely
                return _of_kin(demand) if _KIN.match(word) and direct and not own else demand
            elif direct or (kind == "agrees" and _IS_PARTICIPLE.match(word)):
                return demand
        return likely

    def _of_verb(self, demand: Demand, likely: Demand | None, between: list[str]) -> Demand:
        """Return what a verb asks of a name, where a noun stands between that asks something, too."""
        if likely is None:
            return demand
        if demand.cases <= {"acc", "dat"} and any(w.lower() in self._prepositions for w in between):
            # `отказали в пикете Омаровой`, `провели обыск в доме Омаровой`.
            return Demand(demand.cases | likely.cases)
        return likely

    def _look_up(self, word: str, alone: bool) -> tuple[str, Demand]:
        """Return what kind of word stands before a name (or a list of them), and what it asks."""
        if word in self._prepositions:
            return "preposition", Demand(self._prepositions[word], firm=True)
        bare = word
        for prefix in ("эко", "экс-", "со", "фото", "видео", "гос", "евро"):
            if word not in self._people and word.removeprefix(prefix) in self._people:
                bare = word.removeprefix(prefix)
        if bare in self._people:
            return "person", (alone and self._alone.get(bare)) or self._people[bare]
        if word in self._several:
            return "several", Demand(self._several[word])
        if word in self._nouns:
            return "noun", Demand(self._nouns[word], firm=True)
        if (verb := self._verb(word)) is not None:
            return "verb", verb
        if _UNKNOWN_VERB.search(word):
            return "deed", ANY
        if word.startswith(self._done_by) and _ADJECTIVE_END.search(word):
            return "noun", Demand(frozenset(("ins",)), firm=True)
        if _ENDS_AS_ADJECTIVE.search(word) and (agreed := _agreement(word)) is not None:
            return "agrees", agreed
        if word in self._pronouns:
            return "pronoun", ANY
        return "noun", Demand(frozenset(("gen",)))

    def _case_of(self, verb: str) -> str | None:
        """Return the case that a verb asks, by the longest beginning that is known."""
        longest = min(self._longest, len(verb))
        stems = (verb[:n] for n in range(longest, 1, -1))
        return next((self._verbs[stem] for stem in stems if stem in self._verbs), None)

    def _verb(self, word: str) -> Demand | None:
        case = self._case_of(word)
        if (past := _PAST.search(word)) is not None:
            sex: Gender | None = {"": "m", "а": "f"}.get(past["end"])  # type: ignore[assignment]
            if past["self"] or case == "nom":
                return Demand(
                    frozenset(("nom",)), sex, firm=case == "nom", sex_firm=sex is not None
                )
            return None if case is None else Demand(frozenset((case,)), firm=True)
        if case is None:
            return None
        if (passive := _PASSIVE.search(word)) is not None:
            if case == "dat" or passive["end"] == "о":
                return Demand(frozenset(("dat",)), firm=True)
            sex = {"": "m", "а": "f"}.get(passive["end"])  # type: ignore[assignment]
            return Demand(frozenset(("nom",)), sex, firm=True, sex_firm=sex is not None)
        return Demand(frozenset((case,)), firm=True) if _PRESENT.search(word) else None


def _of_kin(demand: Demand) -> Demand:
    """Return what `жена` asks: `жена Омарова` is she, or the wife of Omarov; `жене Омарова` is his."""
    return Demand(demand.cases | {"gen"}, firm="nom" not in demand.cases)


def _is_anothers(words: list[str]) -> bool:
    """Whether a name and a verb stand between: `судья Омаров прекратил дело …`."""
    names = [at for at, word in enumerate(words) if word[0].isupper()]
    own = [at for at in names if not _ENDS_AS_ADJECTIVE.search(words[at].lower())]
    return bool(own) and any(_LIKE_PAST.search(word) for word in words[own[0] + 1 :])


_LIKE_PAST = re.compile(r"[а-яё]{3}[аеиоуыя]л[аио]?$")


def _agreement(word: str) -> Demand | None:
    return next((demand for endings, demand in _AGREE if word.endswith(endings)), None)
