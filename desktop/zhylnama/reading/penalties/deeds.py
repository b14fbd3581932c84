"""Words for what is done to somebody, and for kin: what the patterns of `roles.py` are made of.

English has participles (`was detained`) and the same forms in the active voice; of a Russian verb the
beginning is given, its ending tells the voice.
"""

from __future__ import annotations

from typing import Final

# Something is done to whoever stands before `was` and one of these.
DONE: Final = (
    r"detained|arrested|re-?arrested|punished|penali[sz]ed|fined|sentenced|convicted|charged|indicted|accused|placed|taken|led\s+away|brought|driven|dragged|picked\s+up|summoned|questioned|interrogated|asked\s+to\s+(?:sign|come)|beaten|punched|kicked|hit|struck|slapped|pushed|knocked|strangled|stabbed|shot|wounded|raped|robbed|"
    r"attacked|assaulted|threatened|intimidated|insulted|humiliated|pressured|pressed|coerced|blackmailed|bullied|refused|denied|prosecuted|persecuted|pursued|released|freed|pardoned|amnestied|paroled|transferred|convoyed|relocated|returned\s+to|searched|inspected|raided|warned|kidnapped|abducted|dismissed\s+from|dismissed|fired|sacked|laid\s+off|suspended|demoted|evicted|stripped|informed|given|handed|handed\s+over|"
    r"tortured|mistreated|ill-?treated|hospitali[sz]ed|imprisoned|jailed|locked|remanded|kept|held\s+in|held\s+for|held\s+at|confined|isolated|handcuffed|blocked|prevented|forced|compelled|followed|watched|tailed|wiretapped|hacked|infected|deported|extradited|exiled|found\s+guilty|put|stopped|tried|re-?tried|acquitted|apprehended|seized|captured|killed|murdered|injured|hurt|subjected|exposed\s+to|ordered|obliged|banned|barred|forbidden|prohibited|"
    r"deprived|stripped\s+of|not\s+(?:allowed|admitted|let|released|permitted|given)|escorted|discharged|issued|suspected|named\s+(?:a\s+)?suspect|declared\s+(?:wanted|a\s+suspect|guilty)|put\s+on|removed|approached|surrounded|photographed|fingerprinted|persecuted|harassed|expelled|excluded|disbarred|visited\s+by|called\s+(?:in\b|to\s+the)|invited\s+to\s+the\s+police|left\s+in\s+custody|set\s+on\s+fire|moved|sent\s+(?:to|back)|sued|doused|splashed|defamed|slandered|bundled|loaded|thrown|served\s+with"
)
# The same in the active voice, before whom it is done to.
DOES: Final = (
    r"detained|apprehended|arrested|fined|sentenced|summoned|questioned|interrogated|beat|punched|kicked|hit|attacked|assaulted|refused|denied|turned\s+down|rejected|released|freed|threatened|promised|intimidated|warned|charged|indicted|accused|against|deported|extradited|searched|placed|put|sent|took|drove|brought|dragged|hauled|escorted|bundled|pushed|led\s+away|picked\s+up|moved|transferred|convoyed|jailed|imprisoned|convicted|found|persecut(?:ed|ing|ion\s+of)|prosecut(?:ed|ing|ion\s+of)|allowed|admitted|let|acquitted|pardoned|informed|prevented|stopped|forced(?!\s+lab)|ordered|obliged|banned|barred|forbade|"
    r"visited|notified|refusals?\s+to|fired|sacked|expelled|evicted|suspended|dismissed|harassed|tortured|kidnapped|abducted|shot|stabbed|killed|wounded|insulted|sued|wanted\s+list|recover\w*\s[^.;]{0,60}\sfrom|to\s+sentence|upheld\s+the\s+(?:sentence|verdict|conviction|arrest|fine)\s+(?:of|against)|extended\s+the\s+(?:arrest|detention|custody)\s+of|civil\s+claims?[^.;]{0,80}against|claims?\s+against|suit\s+[^.;]{0,40}against"
)
# How a Russian verb begins that does something to somebody, in any form.
DEED: Final = (
    r"задерж|арест|оштраф|осуд|осужд|приговор|вызва|вызыва|допр[ао]|достав|изби|избь|отпу[сщ]|освобо|перев[её][лдз]|этапир|помест|помещ|водвор|увол[иеь]|обвин|предупре|привл[её]к|назнач|продл|предъяв|вынес|взыск|обыск|отказ|угрож|угроз|пыта[лт]|отправ|присуд|налож|заключ|лиш[аеиё]|запроси|санкцион|подозрев|призна[лнв]|увез|увёз|увел|забра[лн]|отв[её][зл]|удерж|содерж|"
    r"похи[тщ]|избива|рани[лт]|ранен|убит|уби[лв]|застрел|души|ударил|напа[лд]|выдвор|депорт|экстрад|отчисл|высел|выпу[сщ]|опро[сш]|досмотр|вруч|обяза[лн]|разби[лт]|выби[лт]|вырва[лн]|отобра[лн]|отня[лт]|слома[лн]|запуг|давлен|преслед|отстран|оправда|помилов|амнист|госпитал|скрут|затолка|препровод|избра[лн]|дали\b|дала?\b|следили|сняли|возбуд|возбужд|составил|бесед|подписк|смягч|сократил|замен[ие]|снизил|плесн|облил|вытолк|наказ[ая]|вывел|удал[её]н|толкну|не\s+пусти|не\s+выпус|удалили"
)
# How a word begins for what somebody did to a victim: `за пытки А`, `for torturing A`.
HARM: Final = r"(?:tortur|beat|kill|murder|insult|assault|rap|slander|libel|kidnap|abduct|abus)(?:ing|e|er|ation|ment|ur)?"
HARM_RU: Final = r"(?:избиени|пытк|убийств|оскорблени|изнасиловани|похищени|истязани|клевет)[а-яё]*"
# English and Russian words for kin; Russian in every case.
KIN: Final = r"wife|husband|spouse|mother|father|son|daughter|brother|sister|widow|widower|parents|relatives?|nephew|niece|grandmother|grandfather|uncle|aunt|cousin|fianc[eé]e?"
KIN_RU: Final = r"жен[аыуе]|женой|мужа?|мужу|мужем|супруг\w*|мать|матер\w+|мам[аыуе]|от(?:ец|ц\w+)|сын\w*|доч\w+|брат\w*|сестр\w*|с[её]стр\w*|вдов\w*|родител\w*|родственни\w+|бабушк\w+|дедушк\w+|племянни\w+"
