"""Penalties that their sentence takes as known: of a convict, of whom a court had punished, upheld on appeal."""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import holds
from zhylnama.reading.penalties.cues import WITHIN
from zhylnama.reading.penalties.sanctions import Penalty

# `A, to whom the court had given 15 days`, `A, whom a court had arrested for 15 days`
_TO_WHOM: Final = compile_sought(
    r"\b(?:(?:to|on|upon|for|against)\s+)?whom\s[^,;]{2,60}?\bhad\b[^,;]{0,60}$", re.I
)
# `осуждённого по ст. 272 к 8 годам лишения свободы А перевели`
_WHO_IS_CONVICTED: Final = compile_sought(
    r"(?:[Оо]сужд[её]нн|[Пп]риговор[её]нн)(?:ого|ому|ую|ой|ым|ых|ыми)\s(?:[^А-ЯЁӘҒҚҢӨҰҮҺІ.;]|УК|РК|(?<=\bст)\.|(?<=\bч)\.){0,120}$"
)
# `convict A, Article 188 …, 6 years’ imprisonment, …`: nobody is a convict before the verdict.
_CONVICT: Final = compile_sought(
    r"(?:\b(?:[Cc]onvict|[Pp]risoner|[Ii]nmate)s?|(?<!\w)(?:[Зз]аключ[её]нн|[Оо]сужд[её]нн)(?:ый|ая|ого|ому|ую|ой))\s+"
    r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.’-]*,?\s+){1,4}(?:\(\d[^()]{0,20}\)\s*)?,?\s*\(?(?:[Aa]rticles?|[Aa]rt\.|[Сс]тать[яи]|[Сс]т\.)\s"
)
# `rejected the appeal of A; the fine of …`, `отклонил апелляцию А, штраф …`
_REJECTED: Final = compile_sought(
    rf"(?:\b(?:rejected|dismissed|denied)\s+(?:the|an?|his|her|their)\s+(?:\w+\s+)?(?:appeal|complaint)|\b(?:appeal|complaint)s?\s(?:{WITHIN}){{0,80}}?\b(?:was|were|been)\s+(?:rejected|dismissed|denied)|"
    r"(?<!\w)(?:отклонил\w*|не\s+удовлетворил\w*|оставил\w*\s+без\s+удовлетворения)\s+(?:\w+\s+)?(?:апелляц|жалоб)\w*|(?:апелляци|жалоб)\w+\s[^.;]{0,60}?(?:отклонен|отклонён|без\s+удовлетворения)\w*)"
    r"[^.]{0,60}$",
    re.I,
)
# `the prosecutor protested the fine that A was given`
_PROTESTED: Final = compile_sought(
    r"\b(?:protest|contest|challeng|disput)\w*\s+(?:against\s+)?the\s+(?:[\w-]+\s+)?$"
)
# Behind its articles: `the fine of 50 MCI under Article 488 stands`, `… has thus been lifted`.
_STANDS: Final = re.compile(
    r"(?:\s*,?\s*(?:under|imposed|handed|given|issued|по|за|назначенн\w+|наложенн\w+)\s(?:(?!\s(?:and|but|while|и|а|но)\s)(?:[^.,;]|,(?=\s*(?:part|ч|п))|(?<=\bст)\.|(?<=\bart)\.|(?<=\bч)\.)){1,140}?|(?:(?!\s(?:and|but|while|и|а|но)\s)\s[^\s.;,]+){0,6}?)\s+"
    r"(?:(?:has|have|was|were|is)\s+(?:(?:\w+ly|thus|thereby|also|now|been)\s+){0,3}(?:cancel\w*|lifted|overturned|quashed|annulled|upheld|confirmed|revoked)\b|(?:still\s+)?stands\b|stays\s+in\s+force|(?:оставлен|остал|оста[её]т)\w*\s+(?:в\s+силе|без\s+изменени\w+))",
    re.I,
)
_STANDING: Final = (
    "cancel", "lifted", "overturned", "quashed", "annulled", "upheld", "confirmed", "revoked", "stands", "stays",
    "оста",
)  # fmt: skip
# `…, 6 years’ imprisonment, cut his veins`: behind the term a verb of its own with an object.
_DOES: Final = re.compile(
    r"\s*,\s*(?:cut|swallowed|sewed|stabbed|[a-z]+ed)\s+(?:up\s+)?(?:himself|herself|his|her|nails|that)\b"
    r"|\s*,\s*(?:transferred|moved|convoyed|relocated|tried\s+to|attempted|denied|refused|not\s+(?:allowed|given|admitted|receiving)|deprived\s+of\s+(?!the\s+right)|beaten|tortured|hospitali[sz]ed|placed\s+in|put\s+in|held\s+in|kept\s+in|serving|released(?!\s+(?:in|at|from)\s+(?:the\s+)?court)|on\s+hunger|in\s+(?:the\s+)?colony|asks|died)\b"
    r"|\s*,\s*(?:этапирован|перевед[её]н|освобожд[её]н|помещ[её]н|водвор[её]н|доставлен|госпитализирован|избит|находится|содержится|отбывает|объявил|начал|пожаловал|жалуется|заявил|сообщил|вскрыл|зашил|проглотил|порезал|просит|подал|умер|скончал|не\s+получает|не\s+может|лиш[её]н\w?\s+(?:свидан|звонк|посылок|передач))\w*"
    r"|\s*:\s*(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:court|colony|administration|prison)\s[^.;]{0,40}(?:refus|reject|deni)",
    re.I,
)
# `…, 8 years’ imprisonment. The city court refused to release him on parole`
_NOT_LET_GO: Final = re.compile(
    r"\s*\.\s+(?:The\s+)?(?:[\w-]+\s+){0,5}?(?:court|colony|administration|commission|суд|колони\w+|комисси\w+|администраци\w+)\s[^.;]{0,60}?\b"
    r"(?:refus\w+|reject\w+|dismiss\w+|den(?:y|ied)|grant\w+|satisf\w+|отказ\w+|отклонил\w*|удовлетворил\w*|не\s+отпустил\w*)\b[^.;]{0,80}"
    r"(?:\bparole|\bearly\s+release|\brelease\s+(?:him|her)|\bmilder|\breplac\w+|УДО|условно-досрочн|\bзамен|\bсмягч)",
    re.I,
)
_BEHIND_ARTICLE: Final = compile_sought(
    r"(?:\b(?:articles?|art\.)|(?<!\w)(?:стать[яи]|ст\.))\s[^;]{0,200},\s*(?:(?:срок|term)\s+)?$",
    re.I,
)
_GIVEN: Final = compile_sought(
    r"\b(?:was|were|sentenced|given|got|received|convicted)\b|(?<!\w)(?:приговор|осужд|осудил|получил|назначил|дали)",
    re.I,
)
_TERMS: Final = ("imprisonment", "restriction-of-liberty")


def is_known(text: str, penalty: Penalty, begin: int, after: str) -> bool:
    """Return whether a penalty is told as one that was given before.

    `begin`: where its sentence begins; `after`: the text behind it, to the end of its sentence.
    """
    first = max(begin, penalty.start - 300)
    if any(one.search(text, first, penalty.start) for one in (_TO_WHOM, _REJECTED, _PROTESTED)):
        return True
    if holds(after, _STANDING) and _STANDS.match(after):
        return True
    if penalty.kind not in _TERMS:
        return False
    if _WHO_IS_CONVICTED.search(text, first, penalty.start):
        return True
    behind = _BEHIND_ARTICLE.search(text, first, penalty.start)
    if behind is None or _GIVEN.search(behind[0]):
        return False
    convict = _CONVICT.search(text, first, penalty.start)
    if convict is not None or _DOES.match(after) is not None:
        return True
    return _NOT_LET_GO.match(text, penalty.end) is not None
