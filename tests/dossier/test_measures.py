from __future__ import annotations

import pytest

from zhylnama.dossier.measures import length_in_words, sanction_in_words
from zhylnama.files import resources_folder
from zhylnama.record.event import Sanction
from zhylnama.wording import Wording

ENGLISH = Wording("en", resources_folder())


@pytest.mark.parametrize(
    ("sanction", "said"),
    [
        (Sanction(kind="arrest", days=15), "15 days of administrative arrest"),
        (Sanction(kind="arrest", days=1), "1 day of administrative arrest"),
        (Sanction(kind="arrest"), "administrative arrest, length not stated"),
        (Sanction(kind="fine", amount=145850, currency="KZT"), "fine of 145,850 tenge"),
        (Sanction(kind="fine", amount=5, currency="MCI"), "fine of 5 MCI"),
        (Sanction(kind="fine", amount=100, currency="EUR"), "fine of 100 EUR"),
        (Sanction(kind="fine"), "fine, amount not stated"),
        (Sanction(kind="warning"), "official warning"),
        (Sanction(kind="restriction-of-liberty", months=12), "restriction of liberty for 1 year"),
        (Sanction(kind="imprisonment", months=234), "imprisonment for 19 years 6 months"),
        (Sanction(kind="custody", months=2), "pre-trial detention for 2 months"),
        (
            Sanction(kind="ban", months=30, detail="public activity"),
            "ban for 2 years 6 months: public activity",
        ),
        (Sanction(kind="ban", detail="public activity"), "ban, length not stated: public activity"),
        (
            Sanction(kind="imprisonment", months=36, detail="suspended"),
            "imprisonment for 3 years, suspended",
        ),
        (Sanction(kind="forced-labour", hours=100), "100 hours of forced labour"),
    ],
)
def test_sanction_in_words(sanction: Sanction, said: str) -> None:
    assert sanction_in_words(ENGLISH, sanction) == said


def test_a_stated_zero_is_not_unknown() -> None:
    assert length_in_words(ENGLISH, days=0) == "0 days"
    assert length_in_words(ENGLISH) is None


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_kind_has_words_in_the_other_languages(lang: str) -> None:
    """Figures survive translation, and no placeholder is left over."""
    wording = Wording(lang, resources_folder())
    for sanction, figure in (
        (Sanction(kind="arrest", days=15), "15"),
        (Sanction(kind="fine", amount=14585, currency="KZT"), wording.number(14585)),
        (Sanction(kind="ban", months=30, detail="x"), "2"),
    ):
        said = sanction_in_words(wording, sanction)
        assert figure in said
        assert "{" not in said
