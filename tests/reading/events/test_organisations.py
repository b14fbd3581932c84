"""Organisations by their type, rank and town, as printed and in the nominative."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        # Courts with their town, number or kind.
        ("The Esil District Court of Astana fined him.", ["Esil District Court of Astana"]),
        ("The City Court left it unchanged.", ["City Court"]),
        ("Court No. 2 of Aktau city fined him.", ["Court No. 2 of Aktau city"]),
        (
            "The specialized court for administrative offences fined him.",
            ["specialized court for administrative offences"],
        ),
        ("Суд области Абай отказал ему.", ["Суд области Абай"]),
        (
            "В специализированном суде № 3 по административным правонарушениям его оштрафовали.",
            ["специализированный суд № 3 по административным правонарушениям"],
        ),
        (
            "The Regional Office of the UN High Commissioner for Human Rights is concerned.",
            ["Regional Office of the UN High Commissioner for Human Rights"],
        ),
        ("Дело рассмотрел суд Абайского района.", ["суд Абайского района"]),
        ("Его отпустил Медеуский районный суд Алматы.", ["Медеуский районный суд Алматы"]),
        ("Она обратилась в горсуд.", ["горсуд"]),
        ("Городской суд Кокшетау признал его виновным.", ["Городской суд Кокшетау"]),
        (
            "Специализированный межрайонный суд по уголовным делам Алматы осудил его.",
            ["Специализированный межрайонный суд по уголовным делам Алматы"],
        ),
        (
            "Районный суд №2 района Сарыарка Астаны осудил его.",
            ["Районный суд №2 района Сарыарка Астаны"],
        ),
        ("Их арестовал специализированный суд.", ["специализированный суд"]),
        ("The garrison military court tried four men.", ["garrison military court"]),
        ("The military court of the garrison tried them.", ["military court of the garrison"]),
        ("The district court allowed the claim.", ["district court"]),
        (
            "The specialized inter-district investigative court remanded him.",
            ["specialized inter-district investigative court"],
        ),
        ("The Court of Astana reduced the term.", ["Court of Astana"]),
        # An officer of a department and a place to come to name none.
        ("The head of the city education department sued him.", []),
        ("He waited near the police department.", []),
        ("Friends met her at the gates of the special detention center.", []),
        ("The city education department sued him.", ["city education department"]),
        ("Journalists call them the “Facebook sisters”.", []),
        ("The post was removed by Telegram.", ["Telegram"]),
        (
            "The Kazakhstan Union of Free Editors gave a prize.",
            ["Kazakhstan Union of Free Editors"],
        ),
        (
            "The Alliance of Independent Lawyers “Jol” wrote.",
            ["Alliance of Independent Lawyers “Jol”"],
        ),
        (
            "A letter was sent to the Majilis of the Parliament of Kazakhstan.",
            ["Majilis of the Parliament of Kazakhstan"],
        ),
        ("Прокуратура просила пять лет.", ["прокуратура"]),
        (
            "Ответ пришёл из Комитета по делам религий.",
            ["Комитет по делам религий"],
        ),
        (
            "Отчёт Национального превентивного механизма вышел в мае.",
            ["Национальный превентивный механизм"],
        ),
        ("На ютуб-канале «Дала» вышло видео.", ["ютуб-канал «Дала»"]),
        (
            "На Совете сотрудничества «Восток — Запад» говорили о воде.",
            ["Совет сотрудничества «Восток — Запад»"],
        ),
        # Names without their type behind several, and types that stand beside one.
        ("Nine groups, among them “Arqa” and “Tirek”, wrote to him.", ["Arqa", "Tirek"]),
        ("It was made by the initiatives “Zhol” and “Belgi”.", ["Zhol", "Belgi"]),
        (
            "Обращение подписали пять организаций, в том числе «Арқа» и «Тірек».",
            ["Арқа", "Тірек"],
        ),
        ("Пастора церкви «Заря» оштрафовали.", ["церковь «Заря»"]),
        ("Он работает в кризисном центре «Ая».", ["кризисный центр «Ая»"]),
        ("The owner of the gallery “Sana” was questioned.", ["gallery “Sana”"]),
        ("Workers of the company Qara Altyn LLP stood there.", ["Qara Altyn LLP"]),
        ("The website Dala Uni was blocked.", ["Dala Uni"]),
        ("The website of the fund was blocked.", []),
        ("They discussed the project “On public assemblies”.", []),
        ("The Norwegian foundation gave a prize.", []),
        ("Followers of the Salafi movement were tried.", []),
        # What they are for or where, and the type in the nominative.
        ("Горняки шахты «Южная» не вышли на смену.", ["шахта «Южная»"]),
        ("Объединение матерей «Ақ тілек» собрало подписи.", ["Объединение матерей «Ақ тілек»"]),
        ("Она работает в фонде помощи инвалидам «Қол».", ["фонд помощи инвалидам «Қол»"]),
        ("Студенческое движение «Жас» собралось.", ["Студенческое движение «Жас»"]),
        ("Театр-студия «Шатыр» закрыта.", ["Театр-студия «Шатыр»"]),
        ("Members of the anti-war group “Tynysh” came.", ["anti-war group “Tynysh”"]),
        ("Coalition “Jol” made a list.", ["Coalition “Jol”"]),
        ("«Гражданский комитет 16 декабря» выпустил сводку.", ["Гражданский комитет 16 декабря"]),
        ("“Committee of Mothers” sent a letter.", ["Committee of Mothers"]),
        ("Она вышла с плакатом «Свободу матерям».", []),
        ("Они подали иск к Министерству труда.", ["Министерство труда"]),
        ("Суд по делам несовершеннолетних оштрафовал его.", ["Суд по делам несовершеннолетних"]),
        ("Его судит военный суд Семейского гарнизона.", ["военный суд Семейского гарнизона"]),
        ("The inter-district court sent him there.", ["inter-district court"]),
        ("Миссия наблюдателей ОБСЕ опубликовала доклад.", ["Миссия наблюдателей ОБСЕ"]),
        ("Комитет ООН против пыток позвал его.", ["Комитет ООН против пыток"]),
        ("Его вызвали в прокуратуру Сарыаркинского района.", ["прокуратура Сарыаркинского района"]),
        ("Их увезли в управление полиции района Алматы.", ["управление полиции района Алматы"]),
        (
            "He works at the police department of East Kazakhstan region.",
            ["police department of East Kazakhstan region"],
        ),
        ("The police department of the city denies it.", ["police department of the city"]),
        ("Она депутат городского маслихата Тараза.", ["маслихат Тараза"]),
        ("Он был депутатом маслихата.", []),
        ("Сайт steppe.example заблокирован.", ["steppe.example"]),
        # The same office, named a second time in fewer words.
        (
            "They stood at the General Prosecutor’s Office. The prosecutor’s office took it.",
            ["General Prosecutor’s Office"],
        ),
        # A body of a larger one; a place is none.
        ("She was kept in the special detention center.", []),
        ("У входа в районный суд её задержали.", []),
        ("They adopted a law on the Constitutional Court.", []),
        (
            "The European Parliament’s delegation on Central Asia met them.",
            ["delegation on Central Asia of the European Parliament"],
        ),
        (
            "They met the Committee on Legal Affairs of the PACE.",
            ["Committee on Legal Affairs of the PACE"],
        ),
        ("A ribbon hung on the fence of the akimat.", []),
        ("He was beaten in the yard of the police department.", []),
        ("Её вызвали в управление по делам религий.", ["управление по делам религий"]),
        ("Сотрудник акимата Тараза Жомарт Алиев снимал.", ["акимат Тараза"]),
        # Bodies of the state and of the United Nations.
        ("The Justice Ministry refused them.", ["Justice Ministry"]),
        ("She was turned back by the migration service.", ["migration service"]),
        ("She waited in a queue at the migration service.", []),
        ("He wrote to the National Preventive Mechanism.", ["National Preventive Mechanism"]),
        (
            "The UN Committee on the Elimination of Racial Discrimination spoke.",
            ["UN Committee on the Elimination of Racial Discrimination"],
        ),
        (
            "The UN Special Rapporteur on the independence of judges and lawyers spoke.",
            ["UN Special Rapporteur on the independence of judges and lawyers"],
        ),
        ("The Foreign Ministry was silent.", ["Ministry of Foreign Affairs"]),
        ("Об этом сообщило Министерство внутренних дел.", ["Министерство внутренних дел"]),
        ("Партию проверила налоговая инспекция.", ["налоговая инспекция"]),
        ("Звонили из управления культуры.", ["управление культуры"]),
        ("Об этом сказали в минюсте.", ["минюст"]),
        ("Европарламент принял резолюцию.", ["Европарламент"]),
        ("Она пришла к генеральному консульству Китая.", ["генеральное консульство Китая"]),
        # Groups, funds, media and prisons.
        ("The coalition of NGOs “Zher” spoke.", ["coalition of NGOs “Zher”"]),
        ("The unregistered party “Zher” spoke.", ["party “Zher”"]),
        ("An overview by the forum “Zher” came out.", ["forum “Zher”"]),
        ("They held the forum “A right to protest”.", []),
        ("Members of the initiative group “raise doubts” again.", []),
        ("The Norwegian Institute for the Press spoke.", ["Norwegian Institute for the Press"]),
        ("The Coalition for a New Approach spoke.", ["Coalition for a New Approach"]),
        ("The newspaper Dala Tribune wrote of it.", ["Dala Tribune"]),
        ("Workers of the company Munai Servis left.", ["company Munai Servis"]),
        ("He was beaten in the facility EC-164/1.", ["facility EC-164/1"]),
        ("Она судится с банком «Есиль».", ["банк «Есиль»"]),
        ("Норвежский Хельсинкский комитет осудил это.", ["Норвежский Хельсинкский комитет"]),
        # A type keeps the adjectives and the people before it.
        (
            "The movement of independent observers “Zher” spoke.",
            ["movement of independent observers “Zher”"],
        ),
        (
            "He heads the independent miners’ union “Zher”.",
            ["independent miners’ union “Zher”"],
        ),
        ("The digital laboratory “Zher” spoke.", ["digital laboratory “Zher”"]),
        ("The correspondent of Zher-Press was hit.", ["Zher-Press"]),
        ("Правозащитный центр «Жер» провёл встречу.", ["Правозащитный центр «Жер»"]),
        ("О решении сообщил международный фонд «Жер».", ["международный фонд «Жер»"]),
        ("Его увезли в Медеуское управление полиции.", ["Медеуское управление полиции"]),
        ("Его отпустил суд № 2 города Павлодара.", ["суд № 2 города Павлодара"]),
        ("Дело слушал суд района имени Казыбек би.", ["суд района имени Казыбек би"]),
        ("Она выступила в Совете ООН по правам человека.", ["Совет ООН по правам человека"]),
        ("The Central Election Commission refused him.", ["Central Election Commission"]),
        ("The Alash–Europe Civil Forum spoke.", ["Alash–Europe Civil Forum"]),
        ("Parliament passed the amendments.", ["Parliament"]),
        ("He came to the session of the city maslikhat.", ["maslikhat of Oral"]),
    ],
)
def test_organisations_of_many_types(
    read_text: ReadText, text: str, organisations: list[str]
) -> None:
    (event,) = read_text(
        f"April 3, Oral. {text}", title="MONITORING FROM APRIL 1 TO APRIL 30, 2022"
    )
    assert event.organisations == organisations
