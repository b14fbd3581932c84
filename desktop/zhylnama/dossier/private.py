"""What in a text tells where somebody lives or how they are reached, and who is a minor.

Recognised are: a street, avenue, microdistrict, house or flat with its number, in English, Russian
and Kazakh; postal codes named as such; telephone numbers; e-mail addresses; geographical
coordinates; the twelve digits of an identification number (IIN). A village, a district, a court's
name and an address told in other words are not recognised.
"""

from __future__ import annotations

import re

_NAME = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]*"
_NUMBER = r"(?:№\s*)?\d{1,4}(?:\s?/\s?\d{1,4})?(?:-?[A-Za-zА-Яа-яЁёӘәҒғҚқІі](?!\w))?"
_INSIDE = (
    r"(?:\s*,?\s*(?:house|building|bldg\.?|apartment|apt\.?|flat|room|office|дом|д\.|корпус|корп\.|"
    r"строение|квартира|кв\.|офис|үй|пәтер|ғимарат)\s*(?:№\s*)?\d{1,4}(?:[A-Za-zА-Яа-я](?!\w))?)"
)
_STREET_EN = r"(?:[Ss]treet|[Ss]tr\.|[Ss]t\.|[Aa]venue|[Aa]ve\.?|[Ll]ane|[Bb]oulevard|[Hh]ighway)"
_STREET_RU = (
    r"(?:[Уу]лиц[аеуы]|[Уу]л\.|[Пп]роспект[аеу]?|[Пп]р-т\.?|[Пп]р\.|[Пп]ереул\w+|[Пп]ер\.|[Бб]ульвар\w*|"
    r"[Мм]икрорайон\w*|[Мм]кр-?н?\.?|[Шш]оссе)"
)
_STREET_KK = r"(?:көшесі\w*|даңғылы\w*|бульвары\w*|тұйығы\w*|шағын ?ауданы\w*|ықшам ?ауданы\w*)"
_OF_STREET = rf"(?:{_NAME}|\d{{1,3}}(?:-\w{{1,2}})?)(?:\s+{_NAME}){{0,2}}"
_INSIDE_KK = r"(?:-?\s?(?:үй|пәтер)\w*)?(?:\s*,?\s*\d{1,4}-?\s?(?:үй|пәтер)\w*)*"

_ADDRESS = re.compile(
    "|".join(
        (
            # 12 Abay Street, apt. 4 · Abay Street 12 · Abay avenue, house 5
            rf"\d{{1,4}}[A-Za-z]?,?\s+(?:{_NAME}\s+){{1,3}}{_STREET_EN}(?!\w){_INSIDE}*",
            rf"(?:{_NAME}\s+){{1,3}}{_STREET_EN}(?!\w)\s*,?\s*{_NUMBER}(?!\w){_INSIDE}*",
            rf"(?:{_NAME}\s+){{1,3}}{_STREET_EN}(?!\w){_INSIDE}+",
            rf"(?:[Mm]icrodistrict|[Mm]icro-district)\s+{_NUMBER}(?!\w)(?:{_INSIDE})+",
            # ул. Абая, 12, кв. 4 · мкр. 5, дом 3
            rf"{_STREET_RU}\s*[«“\"]?{_OF_STREET}[»”\"]?(?:\s*,?\s*{_NUMBER}(?!\w)|{_INSIDE}){_INSIDE}*",
            # Абай көшесі, 12-үй
            rf"(?:{_NAME}\s+){{1,3}}{_STREET_KK}\s*,?\s*{_NUMBER}(?!\w){_INSIDE_KK}{_INSIDE}*",
            # a flat alone tells where somebody lives
            r"(?<!\w)(?:apartment|apt\.|flat|квартира|кв\.)\s*(?:№\s*)?\d{1,4}(?!\w)",
            r"(?<!\w)(?:postal code|postcode|индекс)\s*:?\s*\d{6}(?!\d)",
            r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
            r"(?<![\w/=+-])(?:\+7|8)[ (-]{0,2}7\d\d[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)",
            r"(?<![\w/=.-])\d{12}(?![\w/])",
            r"(?<![\d.])[45]\d\.\d{3,8}\s*°?\s*N?,\s*[4-8]\d\.\d{3,8}(?:\s*°?\s*E)?(?![\d.])",
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
