"""Whether a penalty is new with an event, or one that the event only looks back on.

A penalty that is looked back on is counted nowhere twice: `who was arrested for 15 days …`, `had been
fined`, `in 2020`, `upheld the sentence of …`, a day of its own, a prison term that is replaced.
"""

from __future__ import annotations

import re
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.asides import MAIN_VERB, is_aside
from zhylnama.reading.penalties.changes import of_a_change
from zhylnama.reading.penalties.earlier import is_known
from zhylnama.reading.penalties.other_days import has_earlier_day, is_of_another_day, is_of_past_day
from zhylnama.reading.penalties.sanctions import Penalty

_RECALLING: Final = compile_sought(
    r"\b(?:had\s+been|had\s+served|(?:which|who)\s+had\s+$|upon\s+completi\w+|expir\w+|unpaid\s+$|неуплаченн\w+\s+$|отказ\w*\s+\w*(?:плат|плач)\w+\s|неуплат\w+\s|non-?payment\s|refusal\s+to\s+pay|fail\w*\s+to\s+pay|refus\w+\s+to\s+pay|paid\s+(?:the|a|his|her|off\s+the)\s+(?:\w+\s+)?$|(?:ended|finished|completed)\s+(?:serving\s+)?(?:his|her|the|a|an)\s+$|previously|earlier|recall(?:s|ed)?|recently|last\s+(?:year|month|week)|in\s+(?:19|20)\d\d|since\s+(?:19|20)\d\d|(?<!should\s)(?<!must\s)(?<!will\s)serv(?:es|ed|ing)|completing|completi\w+\s+of|appeal(?:s|ed)?\s+(?!(?:court|board|panel|instance|judge)\b)(?:against\s+)?(?:the\s+)?|upheld|upholding|upholds|outstanding\s+$|\binto\s+(?:an?|the|his|her)\s+$|\bto\s+go\s+(?:of|on)\s+(?:an?|the|his|her)\s+$|did\s+not\s+(?:change|alter|mitigate|soften)\s+(?:the\s+|his\s+|her\s+|their\s+)?(?:sentence|verdict|term|punishment|ruling)|не\s+(?:изменил|смягчил)\w*\s+(?:\w+\s+)?(?:приговор|срок|наказани|решени)|left\s+unchanged|remain\w*\s+in\s+force|cancel\w*|overturn\w*|quash\w*|annul\w*|revoke\w*|(?:because\s+of|due\s+to|(?<!hand\s)over|из-за)\s+(?:(?:an?|the|his|her|their|unpaid|outstanding|неуплаченн\w+)\s+)*$|(?:not|refus\w+\s+to|never)\s+(?:\w+\s+){0,2}pay\s+(?:(?:the|a|his|her|this)\s+)?$|(?:закончил|истёк|истек)\w*\s+$|(?<!\w)из\s+(?:назначенн\w+\s+(?:ему|ей|им)\s+)?$|(?:осужд[её]нн|приговор[её]нн)\w+\s+(?:к|на)\s+$|половин\w+\s+(?:из\s+)?$|\bparole\s+from\s+(?:his|her|the|an?)\s+$|(?<!\w)не\s+(?:сумевш|смог)\w*\s+(?:собрать|внести|выплатить)\s+$|(?<!\w)не\s+(?:\w+\s+)?(?:за|вы|у|о)?плат\w+\s+$|according\s+to\s+(?:a|the)\s+(?:\w+\s+)?(?:19|20)\d\d\s+\w+|spent(?!\s+the\s+night)|after\s+serving|after\s+(?:he|she|they)\s+(?:was\s+|were\s+)?$|after\s+(?:\w+\s+of\s+)?(?:the\s+|his\s+|her\s+|their\s+)?$|end\s+of|"
    r"against\s+(?:the|a|his|her)\s+(?:\w+\s+)?(?:sentence|verdict|fine|arrest|decision|ruling)|against\s+(?:the|a|his|her|their)\s+(?:[\w-]+\s+){0,3}$|whose\b[^,]*$|\bof\s+(?:his|her|their)\s+$|(?:has|have)\s+(?:already\s+)?been\s+(?:held\s+|kept\s+)?in\s+$|(?:находится|находятся|содержится|содержатся|сидит)\s+(?:уже\s+)?$|\bleft\s+(?:the|his|her)\s+$|\w*плат\w+\s+(?:его|её|ее|их|свой)\s+$|получивш\w+\s+$|"
    r"ранее|напомним|напоминаем|до\s+этого|в\s+(?:19|20)\d\d\s+год\w*|отбыв\w*|отбыл\w*|отказал\w*\s+(?:\w*плат\w+|\w*плач\w+)|(?:оплатил|выплатил|уплатил|заплатил)\w*\s+$|после\s+(?:[\w-]+\s+)?$|по\s+(?:окончании|истечении)\s|отсиде\w+|проведя|пров[её]л[аи]?\s+(?:уже\s+)?(?:там\s+|под\s+|в\s+|за\s+)$|(?:находил|содержал|был)\w*\s+под\s+$|оставил\w*\s+прежн\w+\s+$|пров[её]л[аи]?\s+(?:уже\s+)?(?:под\s+арестом|за\s+решёткой|за\s+решеткой|в\s+(?:изоляторе|спецпри[её]мнике|колонии|тюрьме|СИЗО))\s|досид\w+\s|оста[её]тся|обжалова\w+|оспор\w+|опротестова\w+|оставил\w*\s+в\s+силе|отменил\w*|прошл\w+\s+год\w*|по\s+приговору\s+(?:19|20)\d\d)",
    re.I,
)
_AFTER_RECALLS: Final = re.compile(
    r"^\s*,\s*(?:наложенн|назначенн|вынесенн)\w+\s+(?:на\s+)?(?:него|неё|нее|ему|ей|них|им)\s+(?:летом|весной|осенью|зимой|ранее|накануне|раньше|(?:в\s+)?прошл\w+|в\s+[а-яё]+е)(?!\w)|^\W{0,5}(?:unchanged|upheld|(?:left\s+)?in\s+force|without\s+(?:any\s+)?changes?|в\s+силе|без\s+изменени\w+)|^\s*(?:to|for)\s+which\s+(?:he|she|they)\s+(?:had|has|have)\b|^\s*,?\s*(?:(?:that|which)\s+(?:was|had\s+been)\s+)?(?:imposed|issued|given|handed)\s+(?:(?:on|to)\s+(?:him|her|them)\s+)?(?:earlier|last|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))\b|^\s*(?:(?:that|which)\s+)?(?:he|she|they)\s+(?:had|has|have)\s+(?:already\s+)?(?:served|spent|received|got|paid)\b|^\s*,?\s*(?:which|котор\w+)\s[^.;]{0,40}\b(?:paid|served|appealed|оплатил|заплатил|отбыл|обжаловал)\w*|^\s*,?\s*к\s+котор\w+\s[^.;,]{0,70}(?:приговор|осу)\w*[^.;,]{0,40},|^\s*,\s+against\s+which\s|^(?:(?!\s(?:and|but|while|и|а|но)\s+(?:the\s+)?(?:fine|arrest|sentence|term|штраф|арест|приговор|срок))(?:[^.;]|(?<=\b[A-ZА-ЯЁ])\.)){0,180}?\b(?:was\s+upheld|were\s+upheld|was\s+left\s+(?:unchanged|in\s+force|as\s+it\s+(?:was|is))|(?:remain(?:s|ed)?|stays?|stayed)\s+(?:in\s+force|unchanged|as\s+it\s+(?:was|is))|(?:was|were|has\s+been|have\s+been)\s+(?:kept|retained|preserved|left\s+standing)|(?:still\s+)?stands(?=\s*[.,;]|$)|(?:entered|came)\s+into\s+(?:legal\s+)?force|(?:was|is)\s+(?:(?:found|recogni[sz]ed|ruled|declared)\s+(?:as\s+)?)?(?:(?:un)?lawful|illegal|invalid|unjustified|unfounded)|признан\w*\s+(?:не)?законн|вступил\w*\s+в\s+(?:законную\s+)?силу|,\s+(?:[а-яё]+\s+){0,2}суд\s+(?:отменил|оставил|снял|признал)|(?:was|were|has\s+been|have\s+been)\s+(?:cancel\w*|overturned|quashed|appealed|paid|(?:collected|withheld|recovered)(?!\s+from\s+(?!(?:the|his|her|an?)\b))|deducted|debited)|(?:оплачен|уплачен|погашен)\w*|(?:остал|оста[её]т|остаю|остан)\w*\s+(?:в\s+силе|без\s+изменени\w+|прежн\w+)|оставлен\w*\s+(?:в\s+силе|без\s+изменени\w+)|отменен\w*|отменён\w*|сохран[её]н\w*)",
    re.I,
)
# `did not change the sentence of A: three years of …`
_STANDING: Final = compile_sought(
    r"(?:\bdid\s+not\s+(?:change|alter)|\bupheld|\bconfirmed|\bleft\s+(?:unchanged|without\s+changes?|in\s+force)|(?<!\w)не\s+изменил\w*|(?<!\w)оставил\w*\s+(?:в\s+силе|без\s+изменени\w+))\s[^.;:]{0,100}:\s[^.;:]{0,80}$"
)
_STANDING_REACH: Final = 200
# In a list, behind the year in which it was: `(2022: 15 days; May 2023: a fine of …)`.
_LISTED_YEAR: Final = compile_sought(
    r"(?:[(;,]\s*(?:[A-ZА-ЯЁ]?[a-zа-яё]+\s+)?(?:19|20)\d\d\s*:|(?<!\w)в\s+(?:19|20)\d\d\s*г\.\s*[:–—-])(?:(?![.;)](?!\w))[^;)]){0,40}$"
)
# `sentenced to 3 years in 2018`; but `10 days for a rally in 2018`.
_YEAR_AFTER: Final = re.compile(
    r"^(?:(?!\b(?:for|because|за|из-за)\b)[^.;,]){0,50}\b(?:in|back\s+in|в)\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\s+)?(?:19|20)\d\d\b|^(?:\s+(?!for\b|за\b)[a-zа-яё]+){0,3}?\s+(?:last\s+(?:year|month|week|summer|autumn|winter|spring)|earlier\s+this\s+(?:year|month|week)|(?:\w+\s+)?(?:days?|weeks?|months?|years?)\s+ago|в\s+прошлом\s+(?:году|месяце)|(?:\w+\s+)?(?:дн(?:я|ей)|недел[юи]|месяц(?:а|ев)?|год(?:а)?|лет)\s+назад)\b|^\s*(?:under|по)\s(?:(?!\b(?:for|because|за)\b)[^.;]){0,160}\b(?:in|в)\s+(?:19|20)\d\d\b",
    re.I,
)
# `in February, arrest for 10 days`, `the verdict of May 2023 (3 years of …)`
_THEN: Final = compile_sought(
    r"\b(?:in|back\s+in)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b[^.;]{0,30}$"
    r"|\bв\s+(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\s[^.;]{0,30}$"
    r"|(?:verdict|sentence|приговор\w*|решени\w+)\s+(?:(?:of|от)\s+[^.;,]{0,20})?(?:19|20)\d\d[^.;]{0,30}$|\b(?:19|20)\d\d\s+(?:verdict|sentence)\b[^.;]{0,30}$",
    re.I,
)
# The words of a penalty that only describe somebody: `serving 7 years`, `осуждённого на 7 лет`.
_DESCRIBES: Final = re.compile(
    r"[^.;]*\b(?:had|has)\s+(?:already\s+)?(?:been|spent)\s|[^.;]*,\s+where\s+(?:\w+\s+){0,2}(?:spent|served)\s|[^.;]*провед[её]нн|serv(?!e\b)|отбы(?!ть)|отсид|срок\s+(?:его|её|ее|их)\s|\w*плат\w+\s+(?:его|её|ее|их|свой)\b|pay(?:ing)?\s+(?:his|her|their)\b|(?:forbids|prohibits|запрещает)\b|(?:осужд[её]нн|приговор[её]нн|арестованн|оштрафованн)(?:ого|ому|ую|ой|ым|ых|ыми|ый|ая|ые)\b"
)
_PAYING: Final = compile_sought(r"(?:pay|плат|плач)", re.I)
_TO_BE_PAID: Final = compile_sought(
    r"\b(?:order|oblig|must|have\s+to|has\s+to|обяза|должн)\w*\s*(?:[\w-]+\s+){0,2}$", re.I
)
_STILL_IN_FORCE: Final = compile_sought(
    r"\b(?:upheld|(?:refus|declin)\w+\s+to\s+(?:review|reconsider|revise|change|cancel|overturn|quash|annul|reduce|mitigate)|отказал\w*\s+(?:[\w.]+\s+){0,3}?(?:пересм|отмен|смягч|сни[зж]|изменить|изменени)\w+|left\s+(?:[\w.’]+\s+){0,7}(?:unchanged|in\s+force)|overturned|cancell?ed|annulled|quashed|оставил\w*\s+(?:[\w.]+\s+){0,6}?(?:в\s+силе|без\s+изменени\w*)|отменил\w*|(?:оставлен\w*\s+(?:в\s+силе|без\s+изменени\w)|отмен[её]н\w*|подтвержд[её]н\w*|подтвердил\w*|устоял\w*|признал\w*\s+(?:не)?законн\w+)(?:\s+(?:[а-яё]+\s+)?(?:решени|приговор|постановлени|наказани|срок|арест|штраф)\w*|(?=\s*$))|(?:апелляци|коллеги)\w+\s+(?:[\w-]+\s+){0,3}?оставил\w*\s+(?:[\w.]+\s+){1,4}?под)\b",
    re.I,
)
# `in October A was fined, now he was arrested`
_NOW_AFTER: Final = re.compile(
    r"[^.;]{0,60}?[,;]\s*(?:and\s+|but\s+|а\s+|но\s+)?(?:теперь|now|на\s+этот\s+раз|this\s+time)(?!\w)",
    re.I,
)
_AND_GAVE: Final = compile_sought(
    r"(?:,|\s)\s*(?:and|but|и|а|но)\s+(?:(?:he|she|they|instead|он|она|вместо\s+\w+)\s+)?(?:will|must|sentenced|imposed|gave|fined|приговорил|назначил|получил|осудил|дал)",
    re.I,
)
_STRIKES: Final = re.compile(
    r"^[^.]{0,300}?(?:,|\band|\bи)\s+(?:where\s+(?:he|she|they)\s+|где\s+)?(?:has\s+)?(?:went|gone|declared|announced|began|started|continues?|объявил[аи]?|начал[аи]?|держит|продолжа\w+)\s+(?:on\s+)?(?:an?\s+)?(?:\w+\s+)?(?:hunger|голод)",
    re.I,
)
_WHO_WAS: Final = compile_sought(
    r"(?:who|котор\w+)\s+(?:(?:was|were|is|had|has)\b|был[аи]?)?[^,;]{0,70}$", re.I
)
# `11 residents who had blocked the road were fined`
_OWN_VERB: Final = compile_sought(
    r"\bwho\s+(?:had\s+)?[a-z]+(?:ed|ken|wn|ne)\b[^,;]{0,70}\s(?:was|were)\s+$"
)
# `brought before a judge, who imposed 20 days`
_JUDGE_WHO: Final = compile_sought(
    r"(?:\b(?:judge|court|panel|board)|(?<!\w)(?:судь[яеюи]|судьёй|судьей|суд[уаеом]?|судом|коллеги[яию])),?\s+(?:who|which|that|котор\w+)\s+[^,;]{0,60}$",
    re.I,
)
_IN_THE_END: Final = compile_sought(
    r"\b(?:nevertheless|nonetheless|eventually|finally|subsequently|then|now|immediately|at\s+once|(?:that|the)\s+same\s+(?:day|night|evening|morning)|that\s+(?:night|evening|morning)|in\s+the\s+evening|on\s+the\s+spot)\b"
    r"|(?<!\w)(?:в\s+итоге|всё\s+же|все\s+же|затем|потом|тут\s+же|сразу|в\s+тот\s+же\s+(?:день|вечер)|той\s+же\s+ночью|тем\s+же\s+(?:днём|вечером)|вечером)(?!\w)",
    re.I,
)
_IT_WAS: Final = compile_sought(r"\bit\s+(?:was|is)\s+(?:[A-Z][\w.’-]*\s+){1,3}who\s[^,;]{0,60}$")
# `it became known that A had been arrested`
_REPORTED: Final = compile_sought(
    r"\b(?:announced|confirmed|learn(?:ed|t)|became\s+known)\s+that\s+[^,;]{0,80}$", re.I
)
# `by evening four of them, A among them, had been sentenced`
_BY_EVENING: Final = compile_sought(
    r"\bby\s+(?:(?:the|that)\s+)?(?:evening|night|nightfall|morning|noon|midday|midnight|end\s+of\s+the\s+day)\b",
    re.I,
)
# `A paid the fine of B`, `A paid B’s fine`
_PAID_FOR: Final = compile_sought(r"\b(?:paid|pays|pay)\s+[A-Z][\w .-]{2,60}[’']s?\s+$")
# `A, whose husband B was sentenced to 8 years, …`
_WHOSE: Final = compile_sought(
    r",\s+(?:whose|чь(?:я|й|и|его|ему|ю)|чей)\s[^,;]{0,100}$|\b(?:who|котор\w+)\s+(?:in|в)\s+(?:19|20)\d\d\b[^;]{0,140}$",
    re.I,
)
_PARTICIPLE: Final = re.compile(
    r"(?:\s*(?:\([^()\d]{1,60}\)\s*)?,\s*(?:\d{1,2}\s*,\s*)?(?:(?:and|who)\s+)?|\s+(?:who\s+)?(?!(?:fined|sentenced|convicted|arrested|jailed)\s+(?!to\b|for\b|in\b|on\b|under\b|by\b|\d)))(?:sentenced|fined|оштрафованн\w+|convicted|condemned|arrested|jailed|imprisoned|осужд[её]нн\w+|приговор[её]нн\w+|арестованн\w+)\b",
    re.I,
)
# `A, fined 20 MCI instead of 10 days of arrest`: that is the news.
_IN_PLACE_OF: Final = re.compile(r"\s+(?:instead|вместо)\b")
# `за пикет в поддержку А получила 15 суток Б`
_GETS: Final = re.compile(
    r"(?:получил|отделал|got|received)|[^.;]*?(?:арестова|оштрафова|приговори|осуди|наказа)л[аи]?(?!\w)",
    re.I,
)
# `B, Article 256, Part 2 of the Criminal Code of the RK, sentenced to 7 years, was moved`.
_AFTER_AN_ARTICLE: Final = re.compile(
    r"\s*,\s*(?:articles?|art\.|стать[яи]|ст\.)\s[^.;()]{0,140}?,\s*(?:sentenced|convicted|осужд[её]нн\w+|приговор[её]нн\w+)\b",
    re.I,
)
_ITS_VERB: Final = re.compile(
    r"[^.;,]{0,60},\s*(?:was|were|is|has|had|said|stated|told|went|declared|announced|reported|filed|wrote|complain\w+|переведен\w?|переведён\w?|этапирован\w?|заявил\w?|сообщил\w?|объявил\w?|пожаловал\w+|подал\w?|освобожд[её]н\w?)\b",
    re.I,
)
# `In March, the court sentenced him …`: a later sentence that begins with another time.
_AT_THAT_TIME: Final = re.compile(
    r"\W*(?:Back\s+)?In\s+(?:(?:early|late|mid-?)\s*)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:19|20)\d\d\b)"
    r"|\W*(?:A\s+(?:year|month|week)|(?:Two|Three|Several|Six)\s+(?:years|months|weeks))\s+(?:ago|earlier|before)\b|\W*Last\s+(?:year|month|summer|autumn|winter|spring)\b"
    r"|\W*(?:(?:Два|Три|Пару|Несколько|Полтора)\s+)?(?:[Гг]од[а]?|[Мм]есяц[а]?|[Мм]есяцев|[Нн]едел[юи]|лет)\s+(?:тому\s+)?назад(?!\w)|\W*В\s+прошлом\s+(?:году|месяце)(?!\w)|\W*Прошл(?:ым|ой)\s+(?:летом|осенью|зимой|весной)(?!\w)"
    r"|\W*В\s+(?:(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\b|(?:19|20)\d\d\b)"
)
# `В 2019 году А была осуждена на три года`: nothing but the year, a name and a verb.
_HEAD_YEAR: Final = re.compile(
    r"\W*(?:[Вв]|[Ii]n)\s+(?:[a-zа-яё]+\s+)?(?:19|20)\d\d(?:\s+году)?,?\s+(?:(?!за\s|for\s)[^\s,;:.]+\.?\s+){1,7}(?:на|к|to|for)?\s*"
)
# `for the release of A (4 years in prison)`: who is told of in passing.
_IN_SUPPORT: Final = compile_sought(
    r"(?:\b(?:release\s+of|support\s+(?:of|for)|supporting|solidarity\s+with|defen[cs]e\s+of|freedom\s+(?:of|for)|to\s+(?:free|release)|visit\w*)|(?<!\w)(?:освобо\w+|в\s+поддержку|в\s+защиту|поддержать|навестить|свободы\s+для))\s(?:(?!\b(?:was|were|has|had)\b)[^;]){0,120}$",
    re.I,
)
# `B, Article 256 …, 7 years’ imprisonment, was moved`; but `15 days of arrest for a rally`.
_BESIDE_ARTICLE: Final = re.compile(
    r"\s*(?:\([^()]*\))?\s*,?\s*(?:[^.;:()]{0,60},\s*)?(?:articles?|art\.|стать[яи]|ст\.)\s?(?:[^;()]|\([^()]*\)){0,200}?[,–—-]\s*(?:an?\s+|срок\s+|term\s+)?$",
    re.I,
)
_GOES_ON: Final = re.compile(
    r"(?:\s+(?:of|in|under|by)\s+[^,;:.]{0,60})?\s*(?:,\s*(?:(?:and|who|again|once\s+more|still)\s+)*(?:"
    r"(?:was|were|is|are|has|had|will)\b(?!\s+(?:sentenced|fined|arrested\s+for|found\s+guilty|convicted|given|upheld|imposed|announced))"
    r"|(?:said|stated|told|met|went|wrote|filed|held|declared|announced|began|started|complain\w*|appeal\w*|reported|brought|demand\w*|continues?|refused|swallowed|left|remains?|calls?|asked|asks|addressed|published|recorded|claims?|suffers?|needs?|came|got\s+(?!an?\s+(?:fine|ban|arrest|warning)|\d)|received\s+(?!an?\s+(?:fine|ban|arrest|warning)|\d)|lost|took|became|fell|gave|spoke|stood|sent|saw|heard|found|paid|spent|won|cannot|could\s+not|did\s+not|does\s+not|lives|returned|attended|visited|underwent|fears?|lies|stays)(?<!\s)\b"
    r"|(?:[а-яё-]+о\s+)?[а-яё]*(?:начал|находится|держат|содержится|вышел|вышла|освобожд|переведен|переведён|этапирован|заявил|сообщил|объявил|пожаловал|подал|встретил|голод|жалу|просит|болеет|отказ|доставлен|помещ|написал|обратил))"
    r"|[:;]\s*(?:the\s+)?(?:[\w.-]+\s+){0,3}(?:court|colony|administration|prison)\s(?:[^.;]|(?<=No)\.){0,40}(?:refus|reject|deni)"
    r"|[:;]\s*(?:[а-яё-]+\s+){0,3}(?:суд|колония|администрация)\s[^.;]{0,40}(?:отказ|отклон)"
    # `…, 7 years of imprisonment. His mother reports that he was beaten`
    r"|\.\s+(?:(?:His|Her)\s+(?:mother|wife|father|sister|brother|husband|son|daughter|relatives|family|parents)|(?:Его|Её|Ее)\s+(?:мать|жена|отец|сестра|брат|муж|сын|дочь|родственники|родные))\s(?![^.]{0,120}(?:verdict|sentence|court|appeal|приговор|суд(?:а|ом|у)?(?!\w)|апелляц)))",
    re.I,
)
# `A, who had served 15 days earlier, has been arrested anew`: the clause that is closed is past.
_CLOSED: Final = re.compile(
    r".*,\s+(?=(?:has|have|was|were|is|got|received|the\s+court|суд)\b(?!\s+previously)|(?:вновь|снова|опять)\s)|.*(?<!\w)(?:отбывш|отсидевш)[^,]*,\s+$"
    # `А, ранее дважды арестованного, оштрафовали`
    r"|\s*,\s+(?:которо\w+\s+)?(?:уже\s+)?ранее\s[^,;.]*,\s+",
    re.S,
)
_BEFORE_THAT: Final = re.compile(
    r"\W*(?:до\s+(?:этого|того)|before\s+that|prior\s+to\s+(?:that|this)|ранее|напомним|earlier|previously|recall)\b",
    re.I,
)
# `It should be reminded that on 4 February …`, also right behind the day and the place of an event.
_REMINDS: Final = re.compile(
    r"\W*(?:it\s+(?:should|must|is\s+to|may|can)\s+(?:also\s+)?be\s+(?:recall|remind|remember)|(?:we|let\s+us|as\s+a)\s+(?:would\s+like\s+to\s+)?remind|as\s+(?:was\s+|we\s+)?(?:previously\s+|earlier\s+)?(?:previously\s+|earlier\s+)reported|(?:как\s+)?(?:ранее|уже)\s+сообща|как\s+сообщалось|напомн?им|напомина)\w*",
    re.I,
)
# `to remind him of the restrictions that a court had imposed on him, in particular …`
_REMINDED_OF: Final = compile_sought(r"\b(?:to\s+remind|reminded)\s+(?:him|her|them)\s+of\b", re.I)
# `was moved to the colony; sentenced to 5 years`
_MOVED: Final = compile_sought(
    r"(?:\b(?:transferred|moved|convoyed)\b|(?<!\w)(?:перевед[её]н|этапирован)\w*)[^.]{0,160};\s*(?:he\s+was\s+|she\s+was\s+|был[аи]?\s+)?(?:sentenced|convicted|осужд|приговор)[^.;]{0,120}$",
    re.I,
)
# `because in 2022 A was sentenced`
_YEAR_BEFORE: Final = compile_sought(
    r"(?:\bthat|\bbecause|\bas|(?<!\w)что|(?<!\w)как|(?<!\w)так\s+как|(?<!\w)поскольку),?\s+(?:in|в)\s+(?:19|20)\d\d(?:\s+год\w*)?,?\s+(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’.-]*\s*){1,4}$"
)
_VERB_LENGTH: Final = 12
# `Вместе с ним на 7 суток был арестован …` is told with the penalty before.
TOGETHER: Final = re.compile(
    r"\W*(?:together|along)\s+with\s+(?:him|her|them)\b|\W*вместе\s+с\s+н(?:им|ей|ими)\b", re.I
)
_APPEALED: Final = compile_sought(
    r"(?:\bappeal\w*|\bcomplain\w*)\s+(?:\w+\s+){0,2}against\s[^;,]{0,120}$|\b(?:complaint|communication|petition)s?\s+(?:to\s+)?[^;,]{0,60}\s(?:about|over|concerning|regarding)\s+(?:his|her|their|the)\s[^;,]{0,60}$|\bappeal\w*\s[^.;]{0,80}\b(?:rejected|dismissed|denied)\b[^.;]{0,40}$|\bcontest\w*\s[^;]{0,140}$|(?:обжалова\w+|опротестова\w+|жалоб\w+\s+(?:[^;,]{2,60}\s)?на)\s[^;,]{0,120}$",
    re.I,
)


def looks_back(
    text: str,
    penalty: Penalty,
    begin: int,
    end: int,
    name_end: int | None,
    opening_end: int,
    *,
    with_last: bool = False,
) -> bool:
    """Return whether a penalty is only looked back on.

    `begin` and `end`: its sentence, or what of it comes after the penalty before. `name_end`: where
    the last name before it ends there. `opening_end`: where the date and place of the event end.
    `with_last`: it is of one verdict with a penalty that is looked back on.
    """
    # Further away nothing tells of this penalty; a hostile sentence is as long as it likes.
    begin, end = max(begin, penalty.start - 1_500), min(end, penalty.end + 1_500)
    after = text[penalty.end : end]
    near = text[max(name_end or begin, penalty.start - 120) : penalty.start]
    if closed := _CLOSED.match(near):
        near = near[closed.end() :]
    if name_end and (
        _REPORTED.search(text, begin, name_end) or _BY_EVENING.search(text, begin, name_end)
    ):
        near = near.replace("had been", "was")  # what was reported is the news
    words = text[penalty.start : penalty.end].casefold()
    changed = of_a_change(text, penalty, begin, near, after)
    if changed is not None:
        return changed
    if penalty.kind == "imprisonment" and ("unserved" in words or "неотбыт" in words):
        return True
    if penalty.kind == "fine" and penalty.amount is None and _PAYING.search(words):
        return _TO_BE_PAID.search(near) is None
    earlier = (
        _AT_THAT_TIME.match(text, begin)
        if begin > opening_end
        else _HEAD_YEAR.fullmatch(text, opening_end, penalty.start)
    ) is not None
    lead = text[max(begin, penalty.start - _STANDING_REACH) : penalty.start]
    standing = _STANDING.search(lead) is not None
    standing = standing or _YEAR_BEFORE.search(text, begin, name_end or begin) is not None
    if standing or with_last or earlier or _DESCRIBES.match(words) or _is_of_the_past(near, after):
        return True
    if _is_reminded_of(text, penalty, begin, opening_end) or _APPEALED.search(
        text, begin, penalty.start
    ):
        return True
    if _STRIKES.match(after) or is_of_another_day(text, begin, end, opening_end, after):
        return True
    if (
        _is_still_in_force(text, begin, penalty)
        or (
            _WHO_WAS.search(near)
            and not _is_of_now(text, begin, penalty, near)
            and not _OWN_VERB.search(near)
            and not _JUDGE_WHO.search(near)
        )
        or _PAID_FOR.search(text, begin, penalty.start)
        or _WHOSE.search(text, max(begin, penalty.start - 200), penalty.start)
        or (name_end is not None and has_earlier_day(text[:opening_end], near))
    ):
        return True
    if is_known(text, penalty, begin, after):
        return True
    of_name = _of_a_name(text, penalty, begin, name_end, after)
    if of_name is not None:
        return of_name
    before = text[begin : name_end or begin]
    return is_aside(text, penalty, before, near, after)


def _is_of_now(text: str, begin: int, penalty: Penalty, near: str) -> bool:
    """Whether `who got 10 days` is the news: `it was A who …`, `who was nevertheless …`."""
    cleft = _IT_WAS.search(text, begin, penalty.start)
    return cleft is not None or _IN_THE_END.search(near) is not None


def _is_still_in_force(text: str, begin: int, penalty: Penalty) -> bool:
    """Whether a court looked at a penalty: `cancelled the fine`; not `cancelled it, and he will serve …`."""
    looked = _STILL_IN_FORCE.search(text, begin, penalty.start)
    return looked is not None and _AND_GAVE.search(text, looked.end(), penalty.start + 8) is None


def _is_reminded_of(text: str, penalty: Penalty, begin: int, opening_end: int) -> bool:
    """Whether a sentence begins by recalling: `Earlier …`, `It should be reminded that …`."""
    if _MOVED.search(text, begin, min(penalty.start + _VERB_LENGTH, penalty.end)):
        return True
    if text[:begin].strip() and text[:begin].rstrip()[-1] not in ".!?;»”":
        return False
    return bool(
        _BEFORE_THAT.match(text, begin)
        or _REMINDS.match(text, max(begin, min(opening_end, penalty.start)))
        or _REMINDED_OF.search(text, begin, penalty.start)
    )


def _of_a_name(
    text: str, penalty: Penalty, begin: int, name_end: int | None, after: str
) -> bool | None:
    """Return whether a penalty only describes the name before it; None where it stands with none."""
    if name_end is None:
        return None
    if _is_background(text, penalty, begin, name_end, after):
        return True
    if _PARTICIPLE.match(text, name_end, penalty.end) and not _IN_PLACE_OF.match(after):
        # `B, sentenced to 7 years, was moved`; but `A, sentenced to 7 years.` says that alone.
        return bool(MAIN_VERB.search(after) or MAIN_VERB.search(text, begin, name_end))
    if _AFTER_AN_ARTICLE.match(text, name_end, penalty.end):
        return _ITS_VERB.match(after) is not None
    return None


def _is_background(text: str, penalty: Penalty, begin: int, name_end: int, after: str) -> bool:
    """Whether a penalty only describes a name of which, or with which, something else is told."""
    before = text[name_end : penalty.start]
    if _BESIDE_ARTICLE.fullmatch(before) and _GOES_ON.match(after):
        return True
    if _GETS.match(text, penalty.start, penalty.end):
        return False
    return not MAIN_VERB.search(before) and _IN_SUPPORT.search(text, begin, name_end) is not None


def _is_of_the_past(near: str, after: str) -> bool:
    """Whether the words right before or after a penalty put it into the past."""
    return any(
        (
            _THEN.search(near),
            _RECALLING.search(near),
            _LISTED_YEAR.search(near),
            _YEAR_AFTER.match(after),
            _AFTER_RECALLS.match(after),
            _NOW_AFTER.match(after),
        )
    ) or is_of_past_day(near)


_ANOTHER: Final = compile_sought(
    r"(?<!\w)(?:now|this\s+time|теперь|сейчас)(?!\w)|[,;]?\s*(?:\band\s+|\bи\s+)?(?:\w+ly\s+)?(?:\bwas|\bwere|\bhas|\bhad|\breceived|\bgot|(?<!\w)получил|(?<!\w)был[аи]?\s|(?<!\w)(?:оштрафова|арестова)[нл]|(?<!\w)наказа[нл]|(?<!\w)приговор[её]н|(?<!\w)приговорил)|\b(?:article|art\.)\s|(?<!\w)ст(?:\.|атья)|(?:reduced|сни[зж]\w+|сокра[тщ]\w+)\s+(?:to|до)\s|[,:;]\s*(?:(?:and|but|и|а|но)\s+)?(?:суд|the\s+court)\b",
    re.I,
)


def is_another_verdict(between: str) -> bool:
    """Return whether a verb or an article parts two penalties: they are not of one verdict."""
    return _ANOTHER.search(between) is not None
