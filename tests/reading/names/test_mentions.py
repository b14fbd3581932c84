"""Names in any order, and what is no name."""

from __future__ import annotations

import pytest

from zhylnama.reading.report import ReportReader


@pytest.mark.parametrize(
    "word",
    ["Activist", "Earlier", "Widow", "Imam", "Активист", "Ранее", "Брат", "Арестован", "Судья"],
)
def test_a_word_that_begins_a_sentence_is_no_part_of_the_name(
    reader: ReportReader, word: str
) -> None:
    name = "Marat Isabekov" if word.isascii() else "Марат Исабеков"
    found = reader.people.read(f"A rally was held. {word} {name} was there.", 0)
    assert [one.name for one in found.people] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mamay Zhanbolat was fined.", ["Mamay Zhanbolat"]),
        ("activists Kendzhibekov Aset and Matai Almaz", ["Kendzhibekov Aset", "Matai Almaz"]),
        (
            "A. Mubarakov, A. Akisheva, M. Zhylanbaev",
            ["A. Mubarakov", "A. Akisheva", "M. Zhylanbaev"],
        ),
        ("Utebaev B. and Eskendirova M. to hold", ["Utebaev B.", "Eskendirova M."]),
        ("Dzhumabekov Nurlan Serikovich, Article 272", ["Dzhumabekov Nurlan Serikovich"]),
        ("SADYKOV Marat was detained", ["SADYKOV Marat"]),
        ("President K. Tokayev signed the law", ["K. Tokayev"]),
        ("Majilis Speaker Nigmatullin’s visit", ["Nigmatullin"]),
        ("MEP Róża Thun and Canadian MP Tom Kmiec", ["Róża Thun", "Tom Kmiec"]),
        ("a rally on Valikhanov Square and Nazarbayev Street", []),
        ("the Medeu District Court and the Astana Inter Hotel", []),
        ("свидетеля Иеговы Павла Нагорного оштрафовали", ["Павла Нагорного"]),
        ("Jehovah’s Witness Pavel Nagorny was fined", ["Pavel Nagorny"]),
        ("Jehovah’s Witnesses Nagorny Pavel and Nagorny Vera", ["Nagorny Pavel", "Nagorny Vera"]),
        ("Baptists Pavel Nagorny and Vera Lem were fined", ["Pavel Nagorny", "Vera Lem"]),
        ("members of the National Preventive Mechanism visited the colony", []),
        ("участники Национального превентивного механизма посетили колонию", []),
        ("the US Congressman Mark Tolbert sent a letter", ["Mark Tolbert"]),
        ("UN Special Rapporteur Clara Vogel made a statement", ["Clara Vogel"]),
        ("took Vera Lem to the Kuznetsovsky police department", ["Vera Lem"]),
        ("доставили Веру Лем в Кузнецовский отдел полиции", ["Веру Лем"]),
        ("Deputy akim of the district Ospanov A. called the police", ["Ospanov A."]),
        ("the reporter of Tau-Press Kim O. was hit", ["Kim O."]),
        ("Almaty, Faber Irma, a Jehovah’s Witness, Article 490", ["Faber Irma"]),
        ("у консульства Китая Нурдаулет Багдат провела пикет", ["Нурдаулет Багдат"]),
        ("гражданин Узбекистана Фарход Юлдашев оштрафован", ["Фарход Юлдашев"]),
        ("руководителя общины Адвентистов Павла Зубенко", ["Павла Зубенко"]),
        ("суд города Нур-Султана отклонил жалобу", []),
        ("Норвежский Хельсинкский комитет призвал", []),
        ("заявление Норвежского Хельсинкского комитета", []),
        ("the Ministry of Information and Public Development", []),
        ("in Nur-Sultan, Almaty Region and East Kazakhstan", []),
        ("активиста Марата Мусабаева вызвали", ["Марата Мусабаева"]),
        # Unknown words are a name after what only people are, and where only people are punished.
        ("задержала скульптора и художницу Дану Шамұқ", ["Дану Шамұқ"]),
        ("умер Шерболды Нартасын, отбывавший наказание", ["Шерболды Нартасын"]),
        ("задержали Шерболды Нартасына", ["Шерболды Нартасына"]),
        ("баптисту Отто Дирку отказали", ["Отто Дирку"]),
        ("пенсионерку Алтын Гурьеву вызвали", ["Алтын Гурьеву"]),
        ("обыск у Толана Шмида", ["Толана Шмида"]),
        ("Шерболды Нартасын, ст. 488 ч. 6 КоАП РК", ["Шерболды Нартасын"]),
        ("Ulbosh Nartasin, Article 488, Part 6", ["Ulbosh Nartasin"]),
        # An initial that lacks its full stop.
        ("police detained Omarov A., Urazali N when they", ["Omarov A.", "Urazali N"]),
        ("Иманали И, ст.489 ч.10 КоАП РК", ["Иманали И"]),
        ("statement on Omarov M: “The sentence", ["Omarov M"]),
        ("Hepatitis B was found, vitamin C was not", []),
        # A place or somebody else's name right before the name.
        ("жителю Экибастуза Павлу Гурьеву вынесли", ["Павлу Гурьеву"]),
        ("мать Гурьева Сауле Омарова пришла", ["Гурьева", "Сауле Омарова"]),
        ("director of the fund; директору фонда Ольге Зибель", ["Ольге Зибель"]),
        ("отель фонда Ольги Зибель", []),
        (
            "journalists and spouses Nargiz and Vladimir Severny",
            ["Nargiz Severny", "Vladimir Severny"],
        ),
        # Courts, companies, families and buildings.
        ("Жамбылский областной суд рассмотрел жалобу", []),
        ("Политически мотивированный отказ", []),
        ("workers of the Temir Joldas railway company", []),
        ("the safety at the mine of Altyn Temir LLP is poor", []),
        ("activist Yuliana Park found a note", ["Yuliana Park"]),
        ("на улицу Кунаева не пустили", []),
        ("the members of the Karabalin family", []),
        ("a rally near the Abai Opera House", []),
    ],
)
def test_names(reader: ReportReader, text: str, names: list[str]) -> None:
    found = reader.people.read(f"On December 5, {text}", 14)
    assert [one.name for one in found.people] == names
