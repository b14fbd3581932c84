"""Who an event is about where no verb beside a name says so: told by the kinds of the event.

`May 8, Kyzylorda, colony ZK-169/5, X, hunger strike` has no verb at all. Where something was done
to somebody and nobody is known to whom, it was done to the one who heads the paragraph; where
somebody acted, that one did. Whoever an office, a trade of defence or kinship sets apart is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from zhylnama.reading.events.word_order import is_oblique
from zhylnama.reading.names.named import Group, Named
from zhylnama.reading.patterns import compile_lowered, lowered
from zhylnama.record.event import Role

# Kinds that are done to somebody, and kinds that somebody does.
_SUFFERED: Final = frozenset(
    (
        "detention", "administrative-arrest", "custody", "imprisonment", "release", "transfer", "prison-conditions", "death-in-custody",
        "fine", "warning", "criminal-case", "charge", "conviction", "restriction-of-liberty", "questioning", "search", "civil-case",
        "threat", "violence", "torture", "pressure", "surveillance", "self-harm", "censorship", "assembly-refused", "assembly-blocked",
        "hunger-strike", "appeal", "ruling", "hearing",
    )
)  # fmt: skip
_DONE: Final = frozenset(
    (
        "picket", "rally", "strike", "performance", "statement", "press-conference", "demand", "publication",
        "commemoration", "social-protest", "award",
    )
)  # fmt: skip
# What is done by strangers, whom an article named beside it concerns, not their victim.
_BY_STRANGERS: Final = frozenset(("violence", "threat", "torture", "criminal-case", "self-harm"))
_TELLING: Final = frozenset(("statement", "press-conference"))
# Of oneself: `X reported that his windows had been broken`.
_OF_ONESELF: Final = compile_lowered(
    r"\b(?:him|her|his|me|my|(?:he|she|they|i)\s+(?:was|were|is|are|am|has|have|had)(?:\s+been)?)\b"
    r"|(?<!\w)(?:его|её|ее|ему|ей|их|им|него|неё|нее|ним|ней|них|мне|меня|мной|мой|мою|моя|моего|моей|моему|нас|нам|своей|своего|своему|свой)(?!\w)"
)
# Of what was done to the one who complains: `a claim over the harm done to him`.
_OWN_HARM: Final = compile_lowered(
    r"\bin\s+relation\s+to\s+(?:him|her|them)\b|\b(?:done|caused)\s+to\s+(?:him|her|them)\b|\b(?:of|about|over|against)\s+(?:his|her|their)\s+(?:own\s+)?(?:\w+\s+)?(?:arrest|detention|beating|fine|conviction|dismissal|sentence)\b"
    r"|\b(?:which|who|that)\s+(?:had\s+|has\s+)?[^.;,]{0,60}?\b(?:him|her|them)\b(?!\s+[a-z]+(?:er|son|and|ent|ild|fe|ister|lient)\b)"
    r"|(?<!\w)(?:котор\w+|что)\s[^.;,]{0,60}?(?<!\w)(?:его|ее|её|их|ему|ей|им|него|неё|нее|них)(?!\w)(?!\s+(?:сын|доч|муж|жен|брат|сест|отц|мат|подзащ|клиент|родств))"
    r"|причин\w+\s+(?:ему|ей|им)(?!\w)|в\s+(?:его|ее|её|их)\s+отношении|в\s+отношении\s+(?:него|неё|нее|них|себя)|(?<!\w)сво(?:его|й|и|ё|е|ему)\s+(?:\w+\s+)?(?:задержани|арест|увольнени|штраф|избиени)|(?<!\w)за\s+незаконн\w+\s+(?:задержани|арест|осуждени|увольнени|обыск|содержани|преследовани)"
)
# `Сайт заблокировали. Его редактор А связывает это с …`
_OPINION: Final = compile_lowered(
    r"\s+(?:связыва|счита|называ|полага|объясня)(?:ет|ют)(?!\w)|\s+(?:links?|connects?|considers?|calls?|believes?|explains?|attributes?)\s"
)
# `The website was blocked. Its editor X said …`: the website suffers it.
_SAYS: Final = compile_lowered(
    r"\s+(?:said|says|stated|states|told|reported|noted|explained|complained|learned)\b|\s+(?:сказал|заявил|сообщил|рассказал|отметил|пояснил|объяснил|говорит|узнал)а?(?!\w)"
)
_OUTLET: Final = compile_lowered(
    r"\b(?:website|web-site|site|portal|newspaper|magazine|channel|outlet|radio|page)\b(?:[^.;]|\.(?=\w)){0,120}\b(?:was|were|is|has\s+been|became)\s+(?:again\s+|also\s+)?(?:blocked|fined|closed|suspended|inaccessible|unavailable|hacked|attacked|restricted|disabled)"
    r"|\b(?:blocked|fined|closed|suspended|hacked|attacked)\s+(?:the\s+)?(?:website|site|portal|newspaper|magazine|channel|outlet|radio)\b"
    r"|(?<!\w)(?:сайт|портал|газет|журнал|канал|издани|радио)[а-яё]{0,3}\s[^;]{0,120}?(?<!\w)(?:заблокирован|оштрафован|закрыт|приостановлен|взломан|недоступ|ограничен)[а-яё]*"
    r"|(?<!\w)(?:заблокирова|оштрафова|закры|приостанови|взлома|ограничи)[а-яё]*\s+(?:доступ\s+к\s+)?(?:сайт|портал|газет|журнал|канал|издани|радио)[а-яё]{0,3}(?!\w)"
)
# What may be done to an outlet, and to nobody in it.
_TO_OUTLETS: Final = frozenset(("censorship", "fine", "ruling", "appeal", "hearing"))
# Somebody who is spoken of, or after whom something is named, does nothing.
_MENTIONED: Final = compile_lowered(
    r"\b(?:of|about|for|against|near|to|after|behind)\s+(?:the\s+)?(?:[\w’-]+\s+){0,2}$"
)
_NOT_ACCUSED: Final = compile_lowered(
    r"(?:\bvictims?,?|потерпевш\w+|пострадавш\w+|\bmonument\s+to|\bstreet|\bnamed\s+after|памятник\w*|улиц\w+|имени)\s+(?:[\w’-]+\s+)?$"
)
_APART: Final = frozenset(("lawyer", "relative", "foreign", "official", "defender", "victim"))
_GOVERNED: Final = frozenset(("with", "с", "со", "about", "о", "об", "like", "и"))


def settle_roles(
    text: str,
    named: Named,
    roles: list[Role],
    targeted: Iterable[int],
    kinds: Iterable[str],
    *,
    cited: bool,
) -> set[int]:
    """Change the roles of those whom the event must be about; return who is targeted by that.

    `targeted`: who is known to be targeted already; `cited`: whether an article is named.
    """
    found = _settle(text, named, roles, targeted, frozenset(kinds), cited=cited)
    first = named.groups[0] if named.groups else None
    if (
        not found
        and first is not None
        and first.mentions[0].governed is None
        and not is_oblique(first, named)
    ):
        # An activist who heads the paragraph, and to whom nothing is done, speaks.
        for i in first.people:
            if "victim" in named.people[i].roles:
                continue
            if roles[i] == "other" and named.people[i].roles:
                roles[i] = "speaker"
    return found


def _settle(
    text: str,
    named: Named,
    roles: list[Role],
    targeted: Iterable[int],
    kinds: frozenset[str],
    *,
    cited: bool,
) -> set[int]:
    """Change the roles of those whom the kinds of the event must concern; return who is targeted."""
    suffered = kinds & _SUFFERED
    found: set[int] = set()
    if set(targeted):
        return found
    head = _head(text, named, roles)
    if head is None:
        return found
    acted = kinds & _DONE
    if "hunger-strike" in kinds:
        # Whoever goes hungry in prison and demands something is the one it is done to.
        acted -= {"demand"}
    if "complaint" in kinds and acted <= _TELLING:
        found.update(_complaining(text, head, roles))
    if not found and suffered and not (cited and suffered <= _BY_STRANGERS):
        told = {roles[i] for i in head.people}
        comments = told <= {"other", "journalist"} and (
            _comments(text, head) or (suffered <= _TO_OUTLETS and _is_of_outlet(text, head))
        )
        if comments:
            _let_speak(head, roles)
        if (told <= {"other", "journalist"} and not acted and not comments) or (
            "speaker" in told and acted <= _TELLING and _of_oneself(text, head)
        ):
            found.update(head.people)
    if found:
        for i in found:
            roles[i] = "targeted"
        return found
    if is_oblique(head, named):
        return found
    if acted and "speaker" not in roles and not _MENTIONED.search(lowered(text[: head.start])):
        _let_speak(head, roles)
    return found


def _let_speak(head: Group, roles: list[Role]) -> None:
    """Make speakers of those of a list of whom nothing else is known."""
    for i in head.people:
        if roles[i] == "other":
            roles[i] = "speaker"


def _head(text: str, named: Named, roles: list[Role]) -> Group | None:
    """Return the first list of names of those whom nothing sets apart."""
    for group in named.groups:
        if group.mentions[0].governed in _GOVERNED:
            continue
        if _NOT_ACCUSED.search(lowered(text[max(0, group.start - 40) : group.start])):
            continue
        if any(
            named.people[i].roles & _APART or roles[i] in ("official", "relative", "defender")
            for i in group.people
        ):
            continue
        return group
    return None


def _of_oneself(text: str, head: Group) -> bool:
    """Whether one who speaks tells what was done to themselves."""
    return _OF_ONESELF.search(lowered(text), head.end) is not None


def _comments(text: str, head: Group) -> bool:
    """Whether those of a list only say in a later sentence what they think of what was done."""
    later = ". " in text[: head.start]
    return later and _OPINION.match(lowered(text), head.end) is not None


def _is_of_outlet(text: str, head: Group) -> bool:
    """Whether an outlet was blocked or fined, and those of a list say something in a later sentence."""
    small = lowered(text)
    end = small.rfind(". ", 0, head.start)
    return (
        end > 0
        and _SAYS.match(small, head.end) is not None
        and _OUTLET.search(small, 0, end) is not None
    )


def _complaining(text: str, head: Group, roles: list[Role]) -> list[int]:
    """Return who complains of what was done to themselves."""
    if not _OWN_HARM.search(lowered(text), head.end):
        return []
    return [i for i in head.people if roles[i] in ("speaker", "other")]
