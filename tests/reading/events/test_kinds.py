"""What happened, who each person is and which organisations are named, in many words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Hashable
from pathlib import Path

import pytest
from tests.reading.conftest import ReadText

from zhylnama.files import resources_folder
from zhylnama.reading.events.kinds import Clues, KindReader, triggers

PARAGRAPHS = tomllib.loads((Path(__file__).parent.parent / "paragraphs.toml").read_text("utf-8"))[
    "paragraph"
]
TITLE = "MONITORING OF POLITICAL PERSECUTION FROM APRIL 1 TO APRIL 30, 2022"


@pytest.mark.parametrize("field", ["kinds", "people", "organisations"])
def test_paragraphs_in_many_words(read_text: ReadText, field: str) -> None:
    events = read_text(*(p["text"] for p in PARAGRAPHS), title=TITLE)
    assert len(events) == len(PARAGRAPHS)
    right = wanted = given = 0
    differing = []
    for by_hand, event in zip(PARAGRAPHS, events, strict=True):
        read: dict[str, Counter[Hashable]] = {
            "kinds": Counter(event.kinds),
            "people": Counter((one.name, one.role) for one in event.people),
            "organisations": Counter(event.organisations),
        }
        truth = by_hand[field]
        hand = Counter(truth.items() if isinstance(truth, dict) else truth)
        both = hand & read[field]
        if hand != read[field]:
            differing.append((by_hand["text"][:60], hand - both, read[field] - both))
        right += both.total()
        wanted += hand.total()
        given += read[field].total()
    assert right >= 0.93 * wanted, differing
    assert right >= 0.93 * given, differing


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What is denied, planned, past or only asked for did not happen.
        ("Nobody was detained at the picket that Serik Ivanov held at the akimat.", ["picket"]),
        ("Serik Ivanov plans to hold a rally on the square.", []),
        ("Serik Ivanov, who was sentenced in 2019, was questioned by the police.", ["questioning"]),
        ("Serik Ivanov demanded that those who were detained be released.", ["demand"]),
        ("Серик Иванов потребовал освободить задержанных.", ["demand"]),
        ("Полиция никого не задержала.", []),
        ("Серик Иванов собирается провести митинг.", []),
        # Whoever is punished for a march does not march now; who came for one, does.
        ("Serik Ivanov was fined 20 MCI for holding a march.", ["fine"]),
        ("About 200 people held a march in the park in silence.", ["rally"]),
        ("Serik Ivanov received a warning for a solitary picket near the court.", ["warning"]),
        ("Serik Ivanov was fined 20 MCI for standing in the square with a poster.", ["fine"]),
        # Who tells of themselves tells what happened; somebody else’s words are a statement.
        ("Activist Serik Ivanov: “On March 28 I was detained at my house.”", ["detention"]),
        ("Activist Serik Ivanov: “The people of our town are detained.”", ["statement"]),
        ("Активист Серик Иванов: «Полицейские дежурят у моего подъезда».", ["surveillance"]),
        # Custody that a court prolongs is a ruling too; a harsher punishment in its place as well.
        ("The court extended the arrest of Serik Ivanov by a month.", ["custody", "ruling"]),
        ("Nine people detained in connection with the protests were released.", ["release"]),
        # An answer given in office is that, whatever was asked.
        (
            "Minister Serik Ivanov, when asked about the blocking, said that there is none.",
            ["official-statement"],
        ),
        ("The police detained Serik Ivanov, when he was on the way to the press.", ["detention"]),
        ("The mothers asked the government to open the archives.", ["demand"]),
        ("За ним второй день ходят люди в штатском.", ["surveillance"]),
        # Why somebody is in prison is told beside what happens to them there.
        (
            "Serik Ivanov is on hunger strike in the colony. He is accused under Article 256.",
            ["hunger-strike"],
        ),
        ("Investigators formally charged Serik Ivanov under Article 174.", ["charge"]),
        ("Серика Иванова оштрафовали на 10 МРП. Ему вменили ст. 488.", ["fine"]),
        ("Суд заключил Серика Иванова под стражу. Его подозревают по ст. 405.", ["custody"]),
        # A smaller fine is no new one, nor is a fine that a court of appeal lets stand.
        ("The regional court reduced his fine from 50 MCI to 20 MCI.", ["ruling", "appeal"]),
        ("Облсуд отклонил апелляцию, штраф 50 МРП оставлен в силе.", ["ruling", "appeal"]),
        # What guards take away is a thing; where people sat may be closed without anybody.
        ("Guards took away his phone at the door of the court.", []),
        ("Serik Ivanov received the “Open Square” prize for films on closed trials.", ["award"]),
        # Whoever is detained at a picket holds it, though the penalty is for it.
        (
            "Serik Ivanov was detained during a solitary picket and fined 5 MCI.",
            ["detention", "fine", "picket"],
        ),
        (
            "Серик Иванов задержан при попытке провести одиночный пикет.",
            ["detention", "picket"],
        ),
        # A demand for a doctor or a visit in prison is a complaint of it.
        (
            "Серик Иванов в колонии объявил голодовку, требует показать его хирургу.",
            ["hunger-strike", "prison-conditions"],
        ),
        ("Women whose sons were killed in January rallied at the akimat.", ["rally"]),
        (
            "Residents came together for a rally at the gates of the plant.",
            ["rally"],
        ),
        (
            "Полиция не пустила людей, которые пришли помянуть погибших.",
            ["commemoration", "assembly-blocked"],
        ),
        # The same in other words, in other voices, in other cases.
        ("Officers bundled Serik Ivanov into a van and drove off.", ["detention"]),
        ("Серика Иванова принудительно доставили в РОВД.", ["detention"]),
        ("Серик Иванов подвергнут приводу.", ["detention"]),
        ("В доме Серика Иванова провели обыск.", ["search"]),
        ("Investigators raided the flat of Serik Ivanov and seized a laptop.", ["search"]),
        ("The sentence of Serik Ivanov was upheld by the regional court.", ["ruling", "appeal"]),
        ("Приговор Серику Иванову оставлен в силе областным судом.", ["ruling", "appeal"]),
        ("Serik Ivanov was let go after a conversation.", ["release"]),
        # Those of whom something is only said beside their names or deeds.
        ("A list of the detained was seized in a search of the flat of Serik Ivanov.", ["search"]),
        ("Serik Ivanov, who is charged with libel, was moved to another colony.", ["transfer"]),
        ("суд отпустил Серика Иванова, обвиняемого по статье 174.", ["release"]),
        ("Serik Ivanov was fined for damage done during a picket.", ["fine"]),
        # A journalist who is detained is kept from work; a broken window threatens.
        ("the journalist Serik Ivanov was detained.", ["detention", "censorship"]),
        ("strangers smashed the windows of Serik Ivanov.", ["threat"]),
        # Whoever is kept from a rally on the way to it, and what a later sentence looks back on.
        ("Police detained Serik Ivanov when he tried to hold a rally.", ["detention", "rally"]),
        ("Serik Ivanov was questioned. In March, his flat was searched.", ["questioning"]),
        # An arrest that a court of appeal upholds is no new one.
        (
            "the appeal of Serik Ivanov was rejected, his arrest for 10 days was upheld.",
            ["ruling", "appeal"],
        ),
        # Days behind bars under the code of administrative offences are an arrest.
        (
            "Serik Ivanov, Article 677 of the Administrative Offences Code, 15 days’ imprisonment.",
            ["administrative-arrest"],
        ),
        # A law on amnesty is an amnesty; a search under the Criminal Code means a criminal case.
        ("The president signed the law “On amnesty”.", ["legislation", "amnesty"]),
        (
            "Serik Ivanov, Article 274 of the Criminal Code of the RK, his house was searched.",
            ["criminal-case", "search"],
        ),
    ],
)  # fmt: skip
def test_what_happened(read_text: ReadText, text: str, kinds: list[str]) -> None:
    (event,) = read_text(f"On December 7, in Astana, {text}")
    assert event.kinds == kinds


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("the wife of Aset Kaliyev, Dina Kaliyeva, said so.", ["Dina Kaliyeva: relative"]),
        ("officers drove Dina Kaliyeva to the station.", ["Dina Kaliyeva: targeted"]),
        ("суд продлил арест Асету Калиеву.", ["Асету Калиеву: targeted"]),
        ("Асету Калиеву предъявили обвинение.", ["Асету Калиеву: targeted"]),
        (
            "a court fined the newspaper “Tan” and its editor Dina Kaliyeva.",
            ["Dina Kaliyeva: targeted"],
        ),
        ("unknown men smashed the car of Dina Kaliyeva.", ["Dina Kaliyeva: targeted"]),
        ("the court released Aset Kaliyev from liability.", ["Aset Kaliyev: other"]),
        ("Дина Калиева сообщила о давлении со стороны полиции.", ["Дина Калиева: targeted"]),
    ],
)  # fmt: skip
def test_who_is_what(read_text: ReadText, text: str, roles: list[str]) -> None:
    (event,) = read_text(f"On December 7, in Astana, {text}")
    assert set(roles) <= {f"{one.name}: {one.role}" for one in event.people}


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Adil Soz spoke.", ["Adil Soz"]),
        ("the Association of Independent Media spoke.", ["Association of Independent Media"]),
        ("the Police Department of Almaty region said so.", ["Police Department of Almaty region"]),
        ("его доставили в Алмалинское РУП.", ["Алмалинское РУП"]),
        ("он обратился в Генеральную прокуратуру и в МВД.", ["Генеральная прокуратура", "МВД"]),
        ("она вышла из движения «Атажұрт».", ["движение «Атажұрт»"]),
        ("Front Line Defenders wrote to the UN.", ["Front Line Defenders", "UN"]),
        # As printed: with the type before or behind the name, and what stands in brackets.
        ("the human rights group “Zher” wrote.", ["human rights group “Zher”"]),
        ("members of the “Zher” coalition wrote.", ["“Zher” coalition"]),
        ("the website “Zher” wrote.", ["Zher"]),
        ("the youth movement “Oyan Kazakhstan” wrote.", ["Oyan Kazakhstan"]),
        ("Human Rights Watch (HRW) wrote.", ["Human Rights Watch (HRW)"]),
        # Courts, prisons and embassies that have no name in quotation marks.
        ("he was taken to Institution No. 64.", ["Institution No. 64"]),
        ("the Almaty Criminal Court sat.", ["Almaty Criminal Court"]),
        ("women came to the French Embassy.", ["French Embassy"]),
        ("она вышла к посольству Польши.", ["посольство Польши"]),
        ("акимат Медеуского района промолчал.", ["акимат Медеуского района"]),
        ("суд № 2 района Алматы заседал.", ["суд № 2 района Алматы"]),
    ],
)
def test_organisations(read_text: ReadText, text: str, organisations: list[str]) -> None:
    (event,) = read_text(f"On December 7, in Astana, {text}")
    assert event.organisations == organisations


def test_every_kind_is_in_the_controlled_list() -> None:
    listed = tomllib.loads((resources_folder() / "kinds.toml").read_text("utf-8"))
    folder = resources_folder() / "reading" / "kinds"
    scope = tomllib.loads((folder / "scope.toml").read_text("utf-8"))
    known = {kind["id"] for kind in listed["kind"]}
    assert {trigger["kind"] for trigger in triggers(folder)} <= known
    for kind, outranking in scope["outranked"].items():
        assert {kind, *outranking.replace("+", " ").split()} <= known


WORDING = tomllib.loads((Path(__file__).parent.parent / "wording.toml").read_text("utf-8"))
NOTHING = WORDING.pop("nothing")


@pytest.fixture(scope="module")
def kind_reader() -> KindReader:
    listed = tomllib.loads((resources_folder() / "kinds.toml").read_text("utf-8"))["kind"]
    return KindReader(resources_folder() / "reading" / "kinds", [entry["id"] for entry in listed])


@pytest.mark.parametrize("kind", sorted(WORDING))
def test_each_family_of_wording_says_its_kind(kind_reader: KindReader, kind: str) -> None:
    other = [text for text in WORDING[kind] if kind not in kind_reader.read(text, Clues())]
    assert not other


@pytest.mark.parametrize("kind", sorted(NOTHING))
def test_what_is_only_named_is_no_event(kind_reader: KindReader, kind: str) -> None:
    clues = Clues(penalties=["fine"])
    said = [text for text in NOTHING[kind] if kind in kind_reader.read(text, clues)]
    assert not said


@pytest.mark.parametrize(
    ("text", "by_official"),
    [
        ("On April 3, in Oral, Minister Serik Ivanov said that there is no torture.", True),
        ("April 3, Oral, Minister of Justice Serik Ivanov: “There are no prisoners”.", True),
        ("On April 3, in Oral, activist Asel Omarova said that Minister Serik Ivanov lied.", False),
        ("3 апреля в Уральске аким Серик Иванов заявил, что воды хватит.", True),
        (
            "3 апреля в Уральске активистка Асель Омарова заявила о давлении акима Серика Иванова.",
            False,
        ),
    ],
)
def test_a_statement_is_official_when_an_official_speaks(
    read_text: ReadText, text: str, *, by_official: bool
) -> None:
    (event,) = read_text(text, title=TITLE)
    assert ("official-statement" in event.kinds) is by_official, event.kinds


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        # Whoever works for, writes for or belongs to a name in quotation marks tells what it is.
        ("Forty workers of “Kok Burgylau” gathered.", ["Kok Burgylau"]),
        ("Forty workers of the “Kok Burgylau” LLP gathered.", ["“Kok Burgylau” LLP"]),
        ("Журналистку «Наша степь» не пустили в зал.", ["Наша степь"]),
        ("Рабочие «Кок Строй» не вышли на смену.", ["Кок Строй"]),
        ("He was a victim of an “unlawful act”.", []),
        # Types before and after, courts with a number or a name, prisons, offices.
        ("The “Sana” youth club was searched.", ["“Sana” youth club"]),
        ("He is in colony UK-12/3.", ["colony UK-12/3"]),
        ("He is in pre-trial detention facility No. 7.", ["pre-trial detention facility No. 7"]),
        ("The Esil district court No. 2 fined him.", ["Esil district court No. 2"]),
        ("The court of appeal left it in force.", ["court of appeal"]),
        ("В районном суде «Есиль» прошёл процесс.", ["районный суд «Есиль»"]),
        ("Она написала в прокуратуру Абайской области.", ["прокуратура Абайской области"]),
        ("Его держат в СИЗО № 7.", ["СИЗО № 7"]),
        ("Её вызвали в департамент полиции.", ["департамент полиции"]),
        ("Миссия БДИПЧ ОБСЕ отметила нарушения.", ["БДИПЧ ОБСЕ"]),
        ("Workers of the Green Oil Drilling company came.", ["Green Oil Drilling"]),
        # As printed, in the nominative, with rank and town.
        ("Областной акимат запретил участие в пикете.", ["областной акимат"]),
        ("Жители вышли к акимату области.", ["акимат области"]),
        (
            "Он подал иск к Восточно-Казахстанскому областному суду.",
            ["Восточно-Казахстанский областной суд"],
        ),
        ("Жалобу отклонил Верховный суд РК.", ["Верховный суд РК"]),
        ("Она обратилась к областному департаменту полиции.", ["областной департамент полиции"]),
        ("Депутатам сената парламента ответили.", ["сенат парламента"]),
        ("Зал им дали в отеле «Алатау Плаза».", ["отель «Алатау Плаза»"]),
        ("The city court fined them.", ["city court"]),
        ("The building of the city court was closed.", []),
        ("They wrote to the city healthcare department.", ["city healthcare department"]),
        ("He told the head of the police department.", []),
        ("The Public Foundation “Tangdau” spoke.", ["Public Foundation “Tangdau”"]),
        ("The “Erkin Qalam” Foundation spoke.", ["“Erkin Qalam” Foundation"]),
        ("A meeting of the “People’s Parliament” was held.", ["People’s Parliament"]),
    ],
)
def test_organisations_by_what_stands_beside_them(
    read_text: ReadText, text: str, organisations: list[str]
) -> None:
    (event,) = read_text(f"April 3, Oral. {text}", title=TITLE)
    assert event.organisations == organisations


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # Whoever a list names in few words, beside an article, a refusal or a participle.
        ("April 3, Oral, A. Serikov, journalist, detained while filming a queue.", "targeted"),
        ("April 3, Oral, A. Serikov, lawyer, Article 488, Part 1 of the CAO, a fine.", "targeted"),
        ("April 3, Oral, A. Serikov, refusal of the akimat to allow a rally.", "targeted"),
        ("3 апреля, Уральск, А. Сериков, журналист, ст. 488 КоАП РК, штраф 20 МРП.", "targeted"),
        # What was done to many was done to those who are named among them.
        ("April 3, Oral, nine people were detained, among them Serikov Askar.", "targeted"),
        ("3 апреля в Уральске задержаны девять человек, среди них Сериков Аскар.", "targeted"),
        ("On April 3, in Oral, Askar Serikov and six more activists were detained.", "targeted"),
        # Words before the name tell it.
        ("On April 3, in Oral, the defendant Askar Serikov asked for a break.", "targeted"),
        ("3 апреля в Уральске у редактора Аскара Серикова изъяли компьютер.", "targeted"),
        # Whose application was refused, who is told of before a colon, who complains of harm.
        ("April 3, Oral, the akimat refused a notification submitted by A. Serikov.", "targeted"),
        ("April 3, Oral, A. Serikov: Police detained the activist near his house.", "targeted"),
        ("On April 3, in Oral, Askar Serikov informed that he was summoned.", "targeted"),
        ("3 апреля, Уральск, А. Сериков подал иск о вреде, причинённом ему полицией.", "targeted"),
        ("3 апреля, Уральск, А. Сериков подал иск о вреде, причинённом степи.", "speaker"),
        ("April 3, Oral, PF “Sana” statement on A. Serikov: “Let him go”.", "targeted"),
        # Whom others harmed, or kin mourn, no penalty concerns.
        ("April 3, Oral, three officers were sentenced for torturing Askar Serikov.", "other"),
        ("April 3, Oral, a woman asked about her brother Askar Serikov, shot in January.", "other"),
        (
            "April 3, Oral, Article 378 of the CC, for insulting precinct officer Serikov A.",
            "official",
        ),
        ("April 3, Oral, the court rejected the petition of lawyer A. Serikov.", "defender"),
        # An official who is only named suffers nothing.
        ("On April 3, in Oral, talks followed President Askar Serikov’s visit.", "official"),
    ],
)
def test_roles_in_lists_and_among_many(read_text: ReadText, text: str, role: str) -> None:
    (event,) = read_text(text, title=TITLE)
    assert [one.role for one in event.people] == [role], event.people
