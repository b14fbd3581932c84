"""What in a text tells where somebody lives or how they are reached, and who is a minor.

Recognised are, in English, Russian and Kazakh: a street, avenue, microdistrict, house or flat with
its number; what follows “at the address”; postal codes named as such; telephone numbers; e-mail
addresses; geographical coordinates; identification numbers (IIN), numbers of passports, identity
cards and bank accounts. A village, a district, a court's name, an account in a social network and
an address told in other words are not recognised.
"""

from __future__ import annotations

import re

_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_NAME = rf"[{_CAPITAL}][\w’'-]{{0,40}}"  # a bound: no text makes this slow
# What goes with a street's name in small letters: Төле би, Карасай батыра, Бухар жырау.
_TITLE = r"(?:би|батыр\w*|хан\w*|ата|ана|жырау|ақын\w*|bi|batyr\w*|ata|khan\w*|zhyrau)"
_CALLED = (
    rf"(?:имени\s+|им\.\s*)?(?:[{_CAPITAL}]\.\s?){{0,2}}"
    rf"(?:{_NAME}|\d{{1,3}}(?:-?[йяе]{{1,2}})?(?=\s+{_NAME}))(?:\s+(?:{_NAME}|{_TITLE}(?!\w))){{0,2}}"
)
_SIGN = r"(?:(?:№|No\.?|N)\s*)?"
# A number of a house: 12, 12/4, 12-4, 12A. What counts people after a street's name is none.
_COUNTED = (
    r"(?:people|persons?|protest\w+|activists?|participants?|citizens|women|men|residents|officers|"
    r"человек\w*|людей|активист\w*|участни\w+|граждан\w*|женщин\w*|мужчин\w*|полицейск\w*|"
    r"адам\w*|белсенді\w*|азамат\w*|әйел\w*)"
)
_NUMBER = (
    rf"{_SIGN}\d{{1,4}}(?:\s?[/-]\s?\d{{1,4}}){{0,2}}(?:-?[A-Za-zА-Яа-яЁёӘәҒғҚқІі](?!\w))?"
    rf"(?![\w:])(?!\s+{_COUNTED})"
)
_PART = (
    r"(?:house|building|bldg|apartment|apt|flat|room|office|unit|дом\w{0,2}|д|корпус\w{0,2}|корп|"
    r"строение|стр|квартир\w{1,2}|кв|офис\w{0,2}|оф|подъезд|үй|пәтер|ғимарат)"
)
_INSIDE = (
    rf"(?:\s*,?\s*(?:{_PART}\.?\s*{_SIGN}\d{{1,4}}(?:[/-]\d{{1,4}})?(?:[A-Za-zА-Яа-я](?!\w))?"
    rf"|\d{{1,4}}\s?-?\s?(?:үй|пәтер|дом|кв|корпус)\w*\.?)(?!\w))"
)
_STREET_EN = (
    r"(?i:street|str\.?|st\.?|avenue|ave\.?|lane|boulevard|blvd\.?|highway|"
    r"micro-?district)(?!\w)"
)
_STREET_RU = (
    r"(?i:улиц[аеуы]|ул\.|проспект[аеу]?|пр-т[аеу]?\.?|пр\.|переул\w+|пер\.|бульвар\w*|б-р\w?|"
    r"микрорайон\w*|мкр-?н?\.?|шоссе|тракт\w?)"
)
_STREET_KK = (
    r"(?:көшесі\w*|көш\.|к-сі\w*|даңғылы\w*|даңғ\.|бульвары\w*|тұйығы\w*|шағын ?ауданы?\w*|"
    r"ықшам ?ауданы?\w*)"
)
_WHERE = rf"(?:{_INSIDE}|\s*,?\s*{_NUMBER}){_INSIDE}*"
_FLAT = rf"\s*,?\s*(?i:apartment|apt|flat|квартир\w{{1,2}}|кв)\.?\s*{_SIGN}\d{{1,4}}(?!\w)"
_AT = r"(?i:(?:по|об?)\s+адрес[уе]|адрес:|at the address(?: of)?|address:|мекенжай\w*)(?:\s*:)?\s+"

_ADDRESS = re.compile(
    "|".join(
        (
            # 12 Abay Street, apt. 4 · house No. 5 on Tole bi Street
            rf"(?<!\d)(?!20\d\d\s)\d{{1,4}}[A-Za-z]?,?\s+(?:{_NAME}\s+|{_TITLE}\s+){{1,3}}{_STREET_EN}{_INSIDE}*",
            (
                rf"(?i:house|building|flat|apartment)\s+{_SIGN}\d{{1,4}}[a-z]?,?\s+(?:on|in|at)\s+"
                rf"(?:{_NAME}\s+|{_TITLE}\s+){{1,3}}{_STREET_EN}"
            ),
            # Abay Street 12 · Abay avenue, house 5 · microdistrict Samal-2, 33
            rf"(?:{_NAME}\s+)(?:{_NAME}\s+|{_TITLE}\s+){{0,2}}{_STREET_EN}{_WHERE}",
            rf"(?i:micro-?district|mkr\.?)\s+(?:{_CALLED}|{_NUMBER}){_WHERE}",
            # ул. Абая, 12, кв. 4 · мкр. 5, дом 3 · 5 мкр., 12 дом
            rf"{_STREET_RU}\s*[«“\"]?(?:{_CALLED}|\d{{1,3}})[»”\"]?{_WHERE}",
            (
                rf"(?<!\w)\d{{1,2}}\s?-?(?:й|ый)?\s?(?:мкр\.?|микрорайон\w*|"
                rf"(?:шағын|ықшам) ?аудан\w*){_INSIDE}+"
            ),
            # Абай көшесі, 12-үй · Төле би к-сі, 5 үй
            rf"{_CALLED}\s+{_STREET_KK}{_WHERE}",
            # Абая 12, кв. 4 · г. Алматы, Абая 12
            rf"{_CALLED}\s*,?\s*{_NUMBER}{_FLAT}",
            rf"(?<!\w)(?:г\.|город\w?)\s*{_NAME}\s*,\s*{_CALLED}\s*,?\s*{_NUMBER}",
            rf"{_AT}[^.;()\n]{{0,60}}?\d{{1,4}}(?:[/-]\d{{1,4}})?(?!\d){_INSIDE}*",
            # a flat alone tells where somebody lives
            rf"(?<!\w)(?i:дом|house),?\s*{_SIGN}\d{{1,4}}{_INSIDE}+",
            rf"(?<!\w)(?i:apartment|apt\.?|flat|квартир\w{{1,2}}|кв\.?|пәтер)\s*{_SIGN}\d{{1,4}}(?!\w)",
            r"(?<!\w)\d{1,4}\s?-?\s?пәтер\w*",
            r"(?<!\w)(?i:(?:почтовый |пошта )?индекс\w*|postal code|postcode)\s*:?\s*\d{6}(?!\d)",
            r"(?<!\d)0\d{5},?\s+(?=(?:г\.|город|Алматы|Almaty|Астана|Astana|Казахстан|Kazakhstan|РК))",
            r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[(\[](?:at|собака)[)\]]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
            r"(?<![\w/=+-])(?:\+7|8)[ (-]{0,2}7\d\d[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)",
            r"(?<![\w/=+.,-])\(?7\d\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}(?!\d)",
            (
                r"(?<!\w)(?i:whatsapp|telegram|tel|phone|mobile|тел|телефон\w*|моб\w*|ұялы)\.?:?\s*"
                r"\+?\d[\d ()-]{5,16}\d(?!\d)"
            ),
            # numbers of documents and accounts
            r"(?<!\w)(?i:ИИН|ЖСН|IIN)\s*:?\s*(?:№\s*)?\d{6}\s?\d{6}(?!\d)",
            r"(?<![\w/=.-])\d{12}(?![\w/])(?!\s*(?:tenge|тенге|теңге|₸|KZT))",
            (
                r"(?<!\w)(?i:passport|паспорт\w*|удостоверени\w+(?: личности)?|identity card|"
                r"ID card|жеке куәлі\w+)\s*(?:No\.?|№|N)?\s*:?\s*[A-ZА-Я]{0,2}\s?\d{6,9}(?!\d)"
            ),
            r"(?<!\w)KZ\d{2}[A-Z0-9]{13,16}(?!\w)",
            r"(?<![\d-])\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\d)",
            r"(?<![\d.])[45]\d\.\d{3,8}\s*°?\s*N?,\s*[4-8]\d\.\d{3,8}(?:\s*°?\s*E)?(?![\d.])",
            r"(?<!\d)[45]\d°\s?\d{1,2}[′'’][^,;]{0,12}?[NСс]\w*,?\s+[4-8]\d°\s?\d{1,2}[′'’][^,;]{0,12}?[EВв]",
        )
    )
)

_AGE = r"(?:1[0-7]|[1-9])"
_MINOR = re.compile(
    rf"\b(?:minors?|under-?age|juveniles?|schoolboys?|schoolgirls?|schoolchild\w*|infant|toddler|"
    rf"aged?(?: of)? {_AGE}(?!\d|[- ]?(?:days?|months?))|{_AGE}[- ]years?[- ]old)\b"
    rf"|несовершеннолет|малолетн|школьник|школьниц|(?<!\d){_AGE}[- ]?летн(?!\w* (?:срок|лишен))"
    rf"|(?:возраст\w*|ему|ей) {_AGE} (?:лет|года?)(?!\w)"
    rf"|подрост|кәмелетке толмаған|жасөспірім|оқушы|(?<!\d){_AGE} ?жас(?:тағы|ар)",
    re.IGNORECASE,
)
_NEAR = 60


def leave_out_addresses(text: str, mark: str) -> tuple[str, int]:
    """Return a text with every recognised address replaced by `mark`, and how many there were."""
    return _ADDRESS.subn(lambda _: mark, text)


def tells_minor(text: str) -> bool:
    """Return whether a note or an office says that somebody is not of age."""
    return _MINOR.search(text) is not None


def is_minor_at(text: str, start: int, end: int) -> bool:
    """Return whether the sentence says so close to a name that stands from `start` to `end`."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    # Before a name an age stands close to it; what ends with a comma belongs to somebody else.
    near = re.split(r"(?<!\b\w)[.!?](?=\s)|[,;]| and | и | және ", before)[-1] + " · "
    near += re.split(r"[.!?;](?=\s|$)", after)[0]
    return tells_minor(near)
