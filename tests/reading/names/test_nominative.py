"""Russian and Kazakh names in another case."""

from __future__ import annotations

import pytest
from tests.reading.conftest import ReadText

from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    ("text", "nominative"),
    [
        ("суд оштрафовал Серика Айдарбекова", "Серик Айдарбеков"),
        ("для Жанары Балгабаевой", "Жанара Балгабаева"),
        ("суд над Шаймерденовой Л.", "Шаймерденова Л."),
        ("акимат отказал Е. Винокурову в пикете", "Е. Винокуров"),
        ("полиция задержала А. Мусину", "А. Мусина"),
        ("суд заменил Рихтеру Андрею срок", "Рихтер Андрей"),
        ("правозащитница Бахыт Торгаева заявила", "Бахыт Торгаева"),
        ("Асель Мусабаева вышла на пикет", "Асель Мусабаева"),
        # An object before its verb is no subject.
        ("Марину Ли оштрафовал суд", "Марина Ли"),
        # What nobody's name ends in is another case, whatever stands before it.
        ("продлён арест Досмагамбету К., обвиняемому по статье 174", "Досмагамбет К."),
        ("срок сокращён Шынтаю Р.", "Шынтай Р."),
        # The verb tells a man in the accusative from a woman in the nominative.
        ("вечером оштрафовали Гурьева Н.", "Гурьев Н."),
        ("вечером оштрафована Гурьева Н.", "Гурьева Н."),
        ("Гурьева Н. вышла на пикет", "Гурьева Н."),
        # So does one behind the name.
        ("Гурьева Н. оштрафовали на 20 МРП", "Гурьев Н."),
        ("Гурьеву Н. вновь арестовали", "Гурьева Н."),
        ("Гурьеву Н. продлили арест", "Гурьев Н."),
        ("Гурьева Рахима суд арестовал", "Гурьев Рахим"),
        ("Гурьеву Н. суд назначил штраф", "Гурьев Н."),
        ("Гурьева Рахима полицейские задержали", "Гурьев Рахим"),
        ("суд арестовал С. Жумабая", "С. Жумабай"),
        ("суд оштрафовал Нурсеитову Айсулу", "Нурсеитова Айсулу"),
        ("судья санкционировал содержание под стражей Шокая Данияра", "Шокай Данияр"),
        ("у корреспондентки Токтар Жансаи отобрали микрофон", "Токтар Жансая"),
        # What somebody is stands in the same case.
        ("в адрес следователя Т. Абишева", "Т. Абишев"),
        ("иск к журналистке Нагорной В.", "Нагорная В."),
        ("отказали активистке Сәуле Нұрғали", "Сәуле Нұрғали"),
        ("экстрадиция Кусаинова О., обвиняемого по статье 262", "Кусаинов О."),
        ("сестра погибшего в январе Кусаинова Д.", "Кусаинов Д."),
        # Who does it is another, and has a name of their own.
        ("судья Гульсара Ыбраева прекратила дело Виталия Гурьева", "Виталий Гурьев"),
        ("дом бывшего кандидата в депутаты Жаслана Гурьева", "Жаслан Гурьев"),
        ("автомобиль активистки Шаризы Копбай", "Шариза Копбай"),
        # Whose lawyer or wife it is who speaks.
        ("адвокат Гурьева Азамата сообщил о давлении", "Гурьев Азамат"),
        ("адвокат Сауле Мусиной заявил о пытках", "Сауле Мусина"),
        ("адвокат Бахыт Гурьева сообщила о давлении", "Бахыт Гурьева"),
        # A man's name is declined with his surname, a woman's surname may stand as it is.
        ("в защиту Руслана Толегена", "Руслан Толеген"),
        ("задержали эколога Ербола Тасбулата", "Ербол Тасбулат"),
        ("жалоба Лауры Кенес отклонена", "Лаура Кенес"),
        ("приговор Азамату Жумагазы", "Азамат Жумагазы"),
        # The vowel that Лев and Павел lose.
        ("обыск у Льва Куприна", "Лев Куприн"),
        ("обыск у Глеба Запорожца", "Глеб Запорожец"),
        ("повестку вручили Павлу Ниязову", "Павел Ниязов"),
        # Names that no list has.
        ("отказали активистке Шамире Копбаевой", "Шамира Копбаева"),
        ("встреча с Вальдией Копбаевой", "Вальдия Копбаева"),
        ("обыск у Нургайши Копбай", "Нургайша Копбай"),
        ("суд над Есмурзой Н.", "Есмурза Н."),
        ("в отношении Копбаева Тасмолы", "Копбаев Тасмола"),
        ("суд над Ингрид Дубровной", "Ингрид Дубровная"),
        # Surnames that are adjectives, with the stress on the ending or not.
        ("задержали водителя Ивана Чалого", "Иван Чалый"),
        ("суд назначил Глебу Рудому штраф", "Глеб Рудой"),
        ("активистку Белую М. вызвали на допрос", "Белая М."),
        ("жалобу Зои Вольной отклонили", "Зоя Вольная"),
        ("с Айдосом Тонким провели беседу", "Айдос Тонкий"),
        ("суд над Сухой Ниной отложен", "Сухая Нина"),
        ("встреча с Белой А. не состоялась", "Белая А."),
        ("полицейские вручили Полевому Рустему предписание", "Полевой Рустем"),
        ("жалобу Гулевич Зухры отклонили", "Гулевич Зухра"),
        # Surnames in -а, which no ending tells; of two letters.
        ("для Данияра Сороки прокурор запросил пять лет", "Данияр Сорока"),
        ("допросили Талгата Ана", "Талгат Ан"),
        # Of two names that look the same in a case the one that people bear.
        ("отказано активистке Диле Гурьевой", "Диля Гурьева"),
        ("вместе с Айшей Гурьевой", "Айша Гурьева"),
        ("процесс над Раей Гурьевой", "Рая Гурьева"),
        ("перед Львом Гурьевым извинились", "Лев Гурьев"),
        ("у Нуржан Жанны прошёл обыск", "Нуржан Жанна"),
        # What was given, refused or threatened to somebody; who did it.
        ("Левиной Д. вынесено предупреждение", "Левина Д."),
        ("Мурзе А. грозит до семи лет", "Мурза А."),
        ("Гурьеву Н. продлён срок", "Гурьев Н."),
        ("Левиной Д. вызвали скорую", "Левина Д."),
        ("прокурор запросил Гурьеву Н. три года", "Гурьев Н."),
        ("жалоба, поданная Гурьевой Н., отклонена", "Гурьева Н."),
        ("иск, предъявленный Цоем Павлом, отклонён", "Цой Павел"),
        # Whose arrest or lawyer it is, whatever the verb behind says.
        ("арест Белоуса М. продлён", "Белоус М."),
        ("по жалобе адвоката Гурьева Н. областной суд сократил арест", "Гурьев Н."),
        ("адвокаты Гурьева Н. подали жалобу", "Гурьев Н."),
        ("о задержании Гурьева Рахима сообщил адвокат", "Гурьев Рахим"),
        # Kazakh endings stand at the last word.
        ("полиция Нұрлан Әміровтің үйін тінтті", "Нұрлан Әміров"),
        ("сот Қайрат Серікбайға айыппұл салды", "Қайрат Серікбай"),
    ],
)
def test_cases(reader: ReportReader, text: str, nominative: str) -> None:
    *_, last = reader.people.read(text).people
    assert last.nominative == nominative


def test_names_of_a_list_stand_in_one_case(reader: ReportReader) -> None:
    found = reader.people.read("Акимат отказал Гурьеву Н. и Мусиной Т. в пикете.").people
    assert [one.nominative for one in found] == ["Гурьев Н.", "Мусина Т."]
    found = reader.people.read("После митинга Айдос Калиев и Зухра Маратова были задержаны.").people
    assert [one.nominative for one in found] == ["Айдос Калиев", "Зухра Маратова"]
    found = reader.people.read("Гурьев Е. и его супруга Гурьева А. оштрафованы.").people
    assert [one.nominative for one in found] == ["Гурьев Е.", "Гурьева А."]
    found = reader.people.read("Задержаны участники: Гурьева Ж., Мусину Д., Пака Е.").people
    assert [one.nominative for one in found] == ["Гурьев Ж.", "Мусина Д.", "Пак Е."]
    found = reader.people.read("Оставлен без изменения арест Н. Гурьевой и К. Мусина.").people
    assert [one.nominative for one in found] == ["Н. Гурьева", "К. Мусин"]


def test_the_verb_behind_a_list_is_said_of_all(reader: ReportReader) -> None:
    found = reader.people.read("Гурьеву Рахиму, Айнур Мусину и Зою Ким отпустили.").people
    assert [one.nominative for one in found] == ["Гурьева Рахима", "Айнур Мусина", "Зоя Ким"]
    found = reader.people.read("Гурьеву Р. и Мусиной А. вынесено предупреждение.").people
    assert [one.nominative for one in found] == ["Гурьев Р.", "Мусина А."]
    found = reader.people.read("Е. Фогеля и Р. Мусина отпустили под вечер.").people
    assert [one.nominative for one in found] == ["Е. Фогель", "Р. Мусин"]
    found = reader.people.read("Полиция увезла троих: Д. Гурьева и Левину С. с площади.").people
    assert [one.nominative for one in found] == ["Д. Гурьев", "Левина С."]


def test_two_names_of_one_form_are_a_doubt(reader: ReportReader) -> None:
    (one,) = reader.people.read("у дома Зои Полевой дежурила полиция").people
    assert one.doubts == ["people: “Зои Полевой” is read as a form of “Зоя Полева”"]
    assert one.others == ("Зоя Полевая",)


def test_the_clause_that_tells_most_counts(reader: ReportReader) -> None:
    found = reader.people.read("Среди них Гурьева Н.; Гурьева Н. оштрафована.").people
    assert [one.nominative for one in found] == ["Гурьева Н."]


def test_what_is_as_likely_is_said(reader: ReportReader) -> None:
    (one,) = reader.people.read("при участии коллектива Гурьева Н.").people
    assert one.doubts == ["people: “Гурьева Н.” is read as a form of “Гурьев Н.”"]


def test_a_declined_name_that_is_sure_is_no_doubt(read_text: ReadText) -> None:
    (event,) = read_text("14 декабря в Алматы суд арестовал Марата Шынтая на 5 суток за пикет.")
    assert [one.person for one in event.people] == ["shyntay-marat"]
    assert not event.uncertain


@pytest.mark.parametrize("text", ["жена Жумагулова Т. сообщила", "адвокат Омарова А. заявила"])
def test_whose_wife_or_lawyer_it_is_stays_a_doubt(reader: ReportReader, text: str) -> None:
    (one,) = reader.people.read(text).people
    assert "may be a form of" in one.doubts[0]


def test_a_whole_name_tells_that_it_is_the_lawyer(reader: ReportReader) -> None:
    (one,) = reader.people.read("адвокат Бахыт Гурьева сообщила о давлении").people
    assert one.doubts == []
