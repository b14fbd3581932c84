"""The words and the order of words by which a sentence says whose a penalty is.

English and Russian. Each pattern names one way of saying it; `blame.py` decides which one holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.patterns import compile_lowered

# What stands between two words of one sentence: the full stop of an initial or of `ст.` ends none.
WITHIN: Final = r"(?:[^.;]|(?<=\b[^\W\d_])\.|(?<=\bст)\.|(?<=\bart)\.)"
# The end of a sentence; not after an initial, `Art.`, `ст.` or a figure.
SENTENCE: Final = compile_sought(
    r"[.!?](?<![A-ZА-ЯЁӘҒҚҢӨҰҮҺІ].)(?<!\b(?:Zh|Sh|Ch|Kh|Ye|Yu|Ya|Ts|Yo|Mr|Ms|Dr|St|Дж|No|ст).)(?<!\bMrs.)(?<!\bArt.)(?<!\b[чгp].)[”»\")]*\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ“«\"„])"
    r"|[.](?<=[a-zа-яё]\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ].)\s+(?=(?:The|He|She|They|It|On|In|At|After|According|Judge|Police|Суд|Он|Она|Они|По|В|На|Его|Её|Ее|После|Судья|Полиция)\s)"
    r"|[.](?<=\b(?:RK|РК|УК).)[”»\")]*\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ“«])"
    r"|[.](?<=\b(?:MCI|MFI|KZT|МРП|АЕК|CAO|LLP|JSC).)[”»\")]*\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ“«])"
    r"|[.](?<=[a-zа-я\d].)(?=[A-ZА-Я][a-zа-я])|\n"
)
PASSIVE: Final = compile_sought(
    r"\b(?:was|were|has\s+been|have\s+been|had\s+been|been|is|are|being)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+|each\s+|both\s+|all\s+|later\s+)*$|"
    r"(?<!\w)(?:был[аи]?|будет|будут)\s+(?:[а-я]+о\s+)*$",
    re.I,
)
# The verb of a penalty with its auxiliary, up to the end; for small letters.
VERB: Final = compile_lowered(
    r"(?:\b(?:was|were|has\s+been|have\s+been|had\s+been|is|are|been))?\s*(?:\b\w+ly\s+|also\s+|again\s+|each\s+|both\s+)*"
    r"(?:sentenced|convicted|condemned|given|placed|fined|issued|made\s+to|obliged\s+to|found\s+guilty(?:\s+and\s+sentenced)?|handed|put|ordered|told(?=\s+by\s+(?:the|a)\s+(?:court|judge)|\s+to\s)|punished|received|got|sent|imprisoned|jailed|taken|subjected)\b"
    r"(?:\s+(?!and\b|who\b)[^.;]{0,160})?$|"
    r"(?:был[аи]?\s+)?(?:приговор[её]н\w*|приговорил\w*|осужд[её]н\w*|получил\w*|оштрафован\w*|наказан\w*|арестован\w*|подвергнут\w*|признан\w*\s+виновн\w+|назначил\w*|назначен\w*|помещ[её]н\w*|водвор[её]н\w*|провед(?:[её]т|ут))\b(?:\s+[^.;]{0,160})?$"
)
# A text without one of these holds no such verb.
VERBS: Final = (
    "sent", "convicted", "condemned", "made to", "obliged", "given", "placed", "fined", "issued", "guilty", "handed", "put", "ordered", "told", "punished",
    "received", "got", "imprisoned", "jailed", "taken", "subjected",
    "приговор", "осужд", "получил", "оштрафован", "наказан", "арестован", "подвергнут", "виновн", "назнач", "помещ", "водвор", "провед",
)  # fmt: skip
WHO: Final = compile_sought(
    r"(?:^|[\s,(])(?:who|whom|котор(?:ый|ая|ые|ого|ую|ому|ой|ых))[\s,]+[^.;]{0,90}$", re.I
)
PRONOUN: Final = compile_sought(
    r"(?:^|[\s,;(“«])(?P<p>he|she|him|her|they|them|both|супруг(?:и|ов|ам)|couple|spouses|each|all(?:\s+(?:three|four|five|six|seven|eight|nine|ten|of\s+them))?|"
    r"он|она|его|её|ее|ему|ей|они|их|им|оба|обоих|обеих|каждый|каждому|каждого|каждую|каждой|(?:все|всем|всех)(?:\s+(?:трое|троим|троих|четверо|четверым|четверых|пятеро|пятерым|пятерых|шестеро|шестерым|шестерых|семеро|семерым|семерых))?)(?![^\W\d_])",
    re.I,
)
DEFINITE: Final = compile_sought(
    r"(?:^|[\s,;(])(?:the\s+(?:said\s+)?(?:civil\s+|human\s+rights\s+|rights\s+)?(?:activist|journalist|blogger|woman|man|detainee|convict|defendant|picketer|defender|politician|poet|prisoner|accused|protester|officer|policeman|policewoman|police\s+officer|captain|teacher|doctor|nurse|student|pastor|imam|worker|driver|editor|reporter|artist|singer|farmer|miner|businessman|businesswoman|entrepreneur|pensioner|comedian|satirist|historian|writer|musician|photographer|cameraman|rapper|youtuber|tiktoker)|"
    r"активист(?:ка|а|ку|у|ке)?|журналист(?:ка|а|ку|у|ке)?|блогер(?:а|у)?|женщин[ауые]|мужчин[ауе]|правозащитни(?:к|ка|ца|цу|ку)|политик[ау]?|задержанн(?:ый|ого|ую|ая|ой)|учител(?:ь|я|ю|ьниц[ауе])|врач[ау]?|студент(?:ка|ку|ке|а|у)?|пенсионер(?:ка|ку|ке|а|у)?|пастор[ау]?|имам[ау]?|полицейск(?:ий|ого|ому)|водител[ьяю]|редактор[ау]?|художни(?:к|ка|ку|ца|цу|це)|пев(?:ец|ца|цу|ица|ицу|ице)|предпринимател(?:ь|я|ю|ьница|ьницу)|нефтяник[ау]?|ш[ао]хт[её]р[ау]?)(?!\s+[A-ZА-Я])(?![^\W\d_])",
    re.I,
)
# A subject that is nobody's name: somebody unnamed is meant.
OTHER_SUBJECT: Final = compile_sought(
    r"(?:(?<!\ball\s)(?<!(?<!\w)все\s)(?<!(?<!\w)всех\s)(?<!(?<!\w)всем\s)(?:one|two|three|four|five|six|seven|eight|ten|dozens|several|many|some|other|others|the\s+rest|another|more|few|most|двое|трое|четверо|пятеро|двоих|троих|четверых|пятерых|двоим|троим|несколько|нескольких|другие|остальные|остальных|многие|один|одна)\s+(?!(?:years?|months?|weeks?|days?|hours?|год\w*|лет|месяц\w*|дн[ея]\w?|сут\w+)\b)"
    r"(?:of\s+|из\s+)?(?:[a-zа-яё’'-]+\s+){0,9}|(?<!\w)(?:his|her|their|its|whose|чей|чья|чьи|его|её|ее|их)\s+(?!(?:приговор|срок|наказание|sentence|term|punishment|guilty|innocent|an?|виновн\w+|невиновн\w+|заплатить|выплатить|уплатить|внести|отработать)\b)(?:(?!(?:after|on|in|at|for|with|from|to|of|by|after|before|до|после|в|на|с|за|по|от|уже|тогда|снова|вновь|опять|дважды|трижды|также|тоже|ранее|впервые|сразу|потом|там|здесь)\s)[a-zа-яё’'-]+\s+){1,5})(?=(?:was|were|has|have|had|been|received|got|оштраф|аресто|приговор|получ|осуж)\b|$)",
    re.I,
)
# `the court dismissed his appeal and left …`: whose penalty that is, is told by the appeal.
HIS_APPEAL: Final = compile_sought(
    r"(?:\b(?:his|her|their)\s+(?:cassation\s+|own\s+)?(?:appeal|complaint|petition|request|motion|application)s?"
    r"|(?<!\w)(?:его|её|ее|их)\s+(?:апелляционную\s+|кассационную\s+)?(?:жалоб\w+|ходатайств\w+|обращени\w+))\s+(?:and|и)\s"
)
NOUN_SUBJECT: Final = compile_sought(
    r"(?:people|persons?|activists|participants|protesters|demonstrators|residents|citizens|men|women|organizers|organisers|members|supporters|relatives|workers|journalists|bloggers|husband|wife|son|daughter|brother|sister|mother|father|spouse|colleague|friend|website|newspaper|party|(?<!\bof\s)(?<!\bof\sthe\s)(?<!\bfrom\sthe\s)(?:site|magazine|channel|portal|publication|outlet|agency|editorial\s+(?:office|board)|association|organi[sz]ation|foundation|fund|union|church|community|congregation|movement|publisher)|company|media|editor|"
    r"люди|людей|человек|активисты|активистов|участники|участников|жители|жителей|граждане|сторонники|муж|мужа|жена|жену|сын|сына|дочь|брат|брата|сестра|мать|отец|отца|коллега|сайт|портал|канал|журнал|издание|агентство|фонд|профсоюз|объединение|организация|община|церковь|партия|редакция|газета|компания)"
    r"(?:\s+(?:itself|themselves))?\s*(?:[,(][^,)]{0,60}[,)])?\s*(?:(?:also|again|тоже|также)\s+)?(?:was|were|has|have|had|been|received|got|were\s+\w+ly|был[аи]?|получил\w*|оштраф\w*|аресто\w*|приговор\w*|осужд\w*)?\s*(?:\w+ly\s+)?$",
    re.I,
)
# `the man with whom he had shared a cell was fined`
WITH_WHOM: Final = compile_sought(
    r"\b(?:with|to|from|by|of|for|about)\s+whom\s+$|(?<!\w)(?:с|у|от|о|к|за|про)\s+котор[а-яё]+\s+$"
)
# `brought her before a judge, who imposed 20 days`
JUDGE_WHO: Final = compile_sought(
    r"(?:\b(?:judge|court)|(?<!\w)(?:судь[яеюи]|судьёй|судьей|суд[уаеом]?|судом)),?\s+(?:who|which|котор\w+)(?!\w)",
    re.I,
)
# `the website Alga.kz was fined`: its name stands where a person's would.
OUTLET: Final = compile_sought(
    r"(?:\b(?:website|site|newspaper|magazine|portal|channel|agency|company|firm|foundation|fund|organi[sz]ation|party|union|community|church|studio|station|outlet|LLP)"
    r"|(?<!\w)(?:сайт|газет[ау]|журнал|портал|телеканал|канал|агентство|компани[яю]|ТОО|фонд|организаци[яю]|парти[яю]|общин[ау]|церковь|редакци[яю]))\s+"
    r"(?:[“«\"][^”»\"]{1,60}[”»\"]|[\w.-]+)\s+(?:(?:was|were|has\s+been|had\s+been|is)\s+(?:\w+ly\s+)?)?$"
)
RELATED: Final = compile_sought(
    r"(?<!\w)(?:(?:husband|wife|spouse|son|daughter|brother|sister|mother|father|widow|colleague|lawyer|attorney|friend|relative|supporter|client|assistant|driver|parent|companion|neighbou?r|cellmate|classmate|lodger|tenant|roommate|godson|godfather|stepson|stepfather|grandson|grandmother|grandfather|nephew|niece|cousin|uncle|aunt|patient|pupil|student|partner)s?\s+of|"
    r"компанию|фирму|газету|партию|организацию|общину|церковь|редакцию|муж\w{0,2}|жен[аыуео]\w?|супруг\w{0,3}|сын\w{0,3}|доч\w{1,4}|брат\w{0,3}|сестр\w{1,2}|матер\w|мать|отец|отц\w{1,2}|коллег(?:[аиеу]|ой|ам|ами)|адвокат\w{0,2}|родственник\w{0,2}|друг\w{0,2}|друз(?:ьям|ей|ьями)|подруг\w|сторонник\w{0,2}|бабушк\w{1,2}|дедушк\w{1,2}|внук\w{0,2}|внучк\w{1,2}|кум\w{0,2}|тест[ьяюе]|зят[ьяюе]м?|квартирант\w{0,2}|напарни\w{1,3}|соратни\w{1,4}|единомышленни\w{1,4}|последовател\w{1,3}|сокамерни\w{1,4}|подельни\w{1,4})"
    r"\s+(?:(?!дет(?:ей|ям)\b|children\b)[\w-]+\s+){0,4}$",
    re.I,
)
# `the guards of A`; but `охранник Иван Сухов` is a title and his own name.
ATTENDED: Final = compile_sought(
    r"(?<!\w)(?:сосед|охранник|конвоир|водител|помощник|надзирател|следовател|обидчик|работодател|начальник|хозя|арендодател|секретар|партн[её]р|знаком|шурин|зят|тест|свекр|т[её]щ|дяд|т[её]т|племянник|внук|опекун|клиент|подчин[её]нн|телохранител|мучител|преследовател|похитител|убийц|насильник|однокурсник|одноклассник|земляк)(?!к|ниц)[а-яё]{0,3}\s+$",
    re.I,
)
FINITE: Final = compile_sought(
    r"(?<![\w’-])(?:said|told|met|held|went|came|saw|knew|spoke|wrote|filed|sent|gave|asked|called|demanded|reported|stated|picketed|visited|appealed|supported|accused|noted|recalled|published|announced|refused|rejected|heard|considered|thinks|believes|says|hopes|expects|led\s+to|resulted\s+in|began|took|made|became|won|left|"
    r"сказал\w*|заяви\w+|сообщи\w+|провел\w*|провёл|вышл\w*|вышел|потребова\w+|написа\w+|обрати\w+|пришл\w*|пришёл|пришел|рассказа\w+|поддержа\w+|подал\w*)(?![\w’-])",
    re.I,
)
# `… and five more participants were …`: others, of whom no name is told.
CROWD: Final = compile_sought(
    r"(?<!\w)(?:and|but|while|и|а|но|также)\s+(?:about\s+|around\s+|at\s+least\s+|ещё\s+|еще\s+|около\s+|более\s+)?"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|many|dozens\s+of|some|others?|another|двое|трое|четверо|пятеро|два|две|три|четыре|пять|несколько|десятки|другие|остальные)\s+"
    r"(?!(?:days?|months?|years?|hours?|mci|tenge|thousand|million|сут|дн|ден|мес|год|лет|час|мрп|тенге|тыс|of\s|ук\s|коап|част|стат))[a-zа-яё-]+\s",
    re.I,
)
# `A came to support B and was fined`: B is no subject.
COORDINATED: Final = re.compile(
    r"\s*,?\s*(?:and|but|и|но|а)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+|затем\s+|потом\s+|тоже\s+|также\s+|за\s+это\s+)?",
    re.I,
)
PARTICIPLE: Final = re.compile(
    r"(?:был[аи]?\s+)?(?:оштрафован|арестован|осужд[её]н|приговор[её]н|наказан|помещ[её]н|взят|признан)[аы]?(?![^\W\d_])|получил[аи]?(?![^\W\d_])",
    re.I,
)
DECLINED_PARTICIPLE: Final = re.compile(
    r"\s*,?\s*(?:ранее\s+)?(?:оштрафованн|арестованн|осужд[её]нн|приговор[её]нн|отбывающ|получивш)(?:ого|его|ому|ему|ую|ой|ей|ым|им)(?![^\W\d_])",
    re.I,
)
IS_DONE: Final = re.compile(r"(?:was|were|has|have|had|is|are|received|got)\b", re.I)
# Words on which a name hangs that is told in passing: `according to A`, `вместе с А`.
HINTING: Final = frozenset(
    (
        "with",
        "by",
        "near",
        "about",
        "unlike",
        "except",
        "besides",
        "without",
        "despite",
        "than",
        "after",
        "alongside",
        "с",
        "о",
        "об",
        "от",
        "из",
        "над",
        "суду над",
        "судом над",
        "вместо",
        "кроме",
        "по",
    )
)
BELONGING: Final = frozenset(("of", "with", "by", "from", "to", "for", "in", "at", "on", "under"))
# `fined the activists A`: no preposition between the verb and its object.
OBJECT_GAP: Final = re.compile(
    r"(?:\w+ed|gave|дал[аи]?|[а-яё]+(?:ил|ал)[аи]?)\s+(?:(?!(?:for|by|after|with|under|over|at|in|of|to|from|on|against|who|and|за|из|по|после|от|у|о|об|с|над|против|кто|и)\s)[\w-]+\s+){0,5}",
    re.I,
)
# What may follow a name after a comma and belong to it.
AFTER_A_NAME: Final = re.compile(
    r"\s*,\s*(?:who|whom|which|(?:and\s+)?(?:sentenced|convicted|condemned|arrested|fined|serving)|art|part\s\d|under|\d|котор|осужд|приговор|арестов|оштраф|отбыва|ст\.|стат|ч\.|част|по\s(?:ст|ч))",
    re.I,
)
ITS_OWNER: Final = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?!(?:wife|husband|son|daughter|mother|father|brother|sister|lawyer)\b)[\w-]+\s+){0,3}",
    re.I,
)
# Between a Russian penalty and the name it is laid on stand adjectives and nouns, no preposition.
WHOM: Final = re.compile(
    r"\s+(?:(?!(?:за|из|по|в|на|у|с|от|о|об|к|после|перед|против|и|а|его|её|ее|их)\s|муж|жен|сын|доч|брат|с[её]ст|мат|отц|адвокат)[а-яё-]+\s+){0,2}",
    re.I,
)
SERVED: Final = compile_sought(
    r"(?:having\s+(?:served|spent)|after\s+(?:serving|spending)|отбыв|отсидев|после)\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
# `A, дочь, статья 488`: the noun between the commas is said of the name.
APPOSED: Final = compile_sought(
    r"^\s*,\s*(?!(?:his|her|their|whose|его|её|ее|их|чей|чья)\b)[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s*,"
)
# `For A, the court chose a fine.`
FOR_WHOM: Final = re.compile(
    r"\s*,?\s*(?:the\s+(?:court|judge)|(?:[а-яё]+\s+)?(?:суд|судья)|\d)\b", re.I
)
# A relative clause that no comma has closed yet: `, who …`, `, на которого …`, `the man who …`.
RELATIVE: Final = compile_sought(
    r"(?:\b(?:who|whom|whose|which|where|котор[а-яё]+|где)|,\s*[а-яё]{2,}(?:[вдрктсглб]ш|ющ|ащ|ящ|енн|анн|ённ)(?:ий|ая|ую|его|ему|ей|им|ие|их|ый|ого|ому|ой|ым|ые|ых))"
    r"\s(?P<inside>(?:[^,;.]|(?<=\b[^\W\d_])\.)*)$",
    re.I,
)
BESIDE: Final = re.compile(
    r"\s*(?:\([^()]*\))?\s*,?\s*(?:(?:in|at|to|by|on|of|for|with|from|against|на|в|во|о|об|с|к|у|за|из|от|для|против|про)\s)?"
)
CLAUSE_VERB: Final = compile_sought(
    r"\b(?:[a-z]+ed|beat|hit|is|was|are|were|had|has|led|shot|sued|knew|met)\b|[а-яё]+(?:[аяеиоуы]л|[её]т|[аяиу]т|ся)[аио]?\b",
    re.I,
)
PARTICIPLE_AFTER: Final = re.compile(
    r"\s*,\s*(?:who|whom)\b|\s*,\s*(?:sentenced|convicted|condemned|arrested|fined|serving)\b|\s*,?\s*(?:ранее\s+)?(?:оштрафованн|арестованн|осужд[её]нн|приговор[её]нн|отбывающ|получивш)[а-яё]+",
    re.I,
)
# `A’s channel was fined`
THING_OF: Final = re.compile(
    r"[’']s?\s+(?!(?:remaining|unserved|outstanding)\s+(?:\d|\w+\s+(?:days|months|years))|(?:\w+\s+)?(?:arrest|fine|sentence|term|detention|appeal|imprisonment|custody|punishment|restriction|verdict|penalty|complaint|case|conviction)\b)[a-z]",
    re.I,
)
# `…, a spectator was fined`; not `A, the wife of B, was fined`, which has a second comma.
LATTER: Final = compile_sought(
    r"(?:,|\b(?:and|while)|(?<!\w)[иа])\s*(?:the\s+(?:latter|former|first|second)|последн[а-яё]+|перв(?:ого|ый|ую|ая)|втор(?:ого|ой|ую|ая))\s*$",
    re.I,
)
ANOTHER_SUBJECT: Final = compile_sought(
    r",\s*(?:an?|the|all|everyone|everybody|others|some|two|three|four|several|his|her|their|its)\s*(?:(?!court\b|judge\b)[\w-]++\s*){0,4}$|,\s*(?:all|everyone|everybody|others)\s*$",
    re.I,
)
MAIN_AGAIN: Final = re.compile(
    r"[^;]*,\s*(?:[а-яё]+(?:л|ла|ли|лся|лась|лись)\s[^;,]{0,120}?\sи\s+(?:был[аи]?\s*)?$|(?:[a-z]+ed|went|came|held|took|stood|met)\s[^;,]{0,120}?\sand\s+(?:was|were|got|received)?\s*$)|[^;]*,\s*(?:\w+ly\s+|also\s+|тоже\s+|также\s+)?(?:was|were|has|had|received|got|оштрафова\w+|арестова\w+|получил\w*|приговор\w+|был[аи]?)(?!\w)",
    re.I,
)
POSSESSIVE: Final = compile_sought(
    r"(?<!\w)(?:his|her|their|whose|его|её|ее|их|ей|ему|чей|чья|чьи|чьего|чьему|чью|чьей)\s+$", re.I
)
# `её брат вышел`: the pronoun only says whose brother.
OF_HIS_OWN: Final = re.compile(
    r"(?:его|её|ее|их|her)\s+(?:[\w-]+\s+)?(?:брат|сестр|с[её]стр|сын|доч|муж|жен|отец|отц|мат[ье]|супруг|родствен|коллег|друг|подруг|адвокат|подзащит|доверител|сосед|сторонни|соратни|brother|sister|son|daughter|husband|wife|father|mother|client|lawyer|colleague|friend|neighbou?r|relative)",
    re.I,
)
# `ordered her to perform 100 hours of labour`: whom the verb takes.
OBJECT: Final = compile_sought(
    r"(?<!\w)(?P<p>him|her|them|ему|ей|им)\s+(?:(?:to|for|к|на)\s+(?:an?\s+)?|to\s+(?:perform|serve|pay|do|carry\s+out)\s+|also\s+|an?\s+|наказание\s+(?:в\s+виде\s+)?|from\s+[^.;]{0,80})?$",
    re.I,
)
AGAINST: Final = compile_sought(
    r"(?:appeal|complain|objection|contest|challeng|жалоб|обжалова|оспор)[^.;]{0,90}$|\b(?:refus\w+|fail\w*|declin\w+)\s+to\s+pay\s+(?:(?:the|his|her|an?)\s+)?$|(?<!\w)отказал\w*\s+(?:за|вы)?плат\w+\s+$",
    re.I,
)
# `imposed on the activist A`; not `on the complaint of B`.
AGENT: Final = compile_sought(
    r"(?:\b(?:on|to|against|upon|in\s+respect\s+of|in\s+relation\s+to|with\s+regard\s+to|на|в\s+отношении|в\s+адрес|для)|(?:назначенн|наложенн|вынесенн)\w+)\s+(?:the\s+)?"
    r"(?:(?!(?:complaint|request|lawsuit|suit|claim|report|demand|initiative|application|charges?|basis|grounds?|case|statement|eve|day|behalf|trial|suspicion|оснований?|основании|заявлени\w|жалоб\w|иск\w?|дел\w|суд\w?|ходатайств\w|просьб\w|wife|husband|son|daughter|mother|father|brother|sister|lawyer)\b)(?:[“«][^”»]{1,40}[”»]|[\w-]+)\s+){0,8}#?$",
    re.I,
)
GIVES: Final = compile_sought(
    r"impos|levied|issu|hand|slap|meted|огранич|given|gave|put|cancel|overturn|quash|upheld|налож|назнач|вынес|выписа|объяв|вмен|отмен|оставил|дал[аи]?\s|дано|decision|санкционир|избра[лн]|продл[ие]|продлён|утверд|authori[sz]|sanctioned|extended|chose",
    re.I,
)


@lru_cache(maxsize=4)  # a paragraph is asked several times in a row
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of a text begin and end."""
    bounds: list[tuple[int, int]] = []
    begin = 0
    for match in SENTENCE.finditer(text):
        bounds.append((begin, match.end()))
        begin = match.end()
    bounds.append((begin, len(text)))
    return tuple(bounds)


# `, called the ringleader by the prosecution,`
_DESCRIBED: Final = compile_sought(r"^\s*,\s*(?:\w+ly\s+)?[a-z]+(?:ed|known)\s[^,;]{0,100},\s*")


# `А отпустили, Скрипника суд арестовал`: another name, whether it was read or not.
_COURT_TAKES: Final = re.compile(
    r",\s+(?:а\s+|и\s+|но\s+)?[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яё-]+\s+(?:суд|судья)\b"
)


def is_short(gap: str) -> bool:
    """Return whether nothing but appositions, brackets, articles and adverbs stands in a gap."""
    bare = re.sub(r"\([^()]*\)", "", gap)
    bare = _DESCRIBED.sub(", ", bare)
    if len(bare) > 420:
        return False
    if not bare.strip(" ,–—-:"):
        return True
    if FINITE.search(bare) or re.search(
        r"[;]|\bwhile\b|\bwhen\b|\bthat\b|\bчто\b|\bпока\b|\bкогда\b", bare
    ):
        # In a list `A, Article 405 …; B, Article …` the article of A itself may hold a semicolon.
        return bool(re.fullmatch(r"[^A-Za-zА-Яа-я]*(?:Art|ст)[^;]*", bare)) and not FINITE.search(
            bare
        )
    if _COURT_TAKES.search(bare):
        return False
    return not re.search(
        r"\b(?:and|и)\s+(?:the\s+|his\s+|her\s+|his\s+|another\s+|other\s+|\d+\s+)[a-zа-я]+", bare
    )


def speaks(gap: str) -> bool:
    """Return whether somebody says or does something else in a gap."""
    return bool(FINITE.search(gap) or re.search(r"\bthat\b|\bчто\b|[“«]", gap))
