"""Every choice that a person has about a dossier, as plain data that can be remembered.

The passphrase is none of them: it is asked for each time and is never kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from zhylnama.dossier.model import ALL_SECTIONS, SECTIONS, Section
from zhylnama.wording import Wording

Preset = Literal["everything", "court", "press", "public"]
Treatment = Literal["keep", "replace", "leave-out"]
Form = Literal["wgad", "special-procedures"]
Language = Literal["en", "ru", "kk"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
TREATMENTS: tuple[Treatment, ...] = get_args(Treatment)
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What is told of others. `replace` puts `[person 2]`; addresses and sources only go or stay.

    Third persons are all who are neither the subject, nor relatives, nor officials: an official is
    named for what they did in office.
    """

    relatives: Treatment = "keep"
    minors: Treatment = "keep"
    third_persons: Treatment = "keep"
    addresses: bool = True
    sources: bool = True

    @property
    def whole(self) -> bool:
        """Return whether nothing is taken out."""
        return self == Disclosure()


_PRESETS: dict[Preset, Disclosure] = {
    "everything": Disclosure(),
    "court": Disclosure(minors="replace", addresses=False),
    "press": Disclosure(relatives="replace", minors="replace", addresses=False),
    "public": Disclosure(
        relatives="replace",
        minors="replace",
        third_persons="replace",
        addresses=False,
        sources=False,
    ),
}


@dataclass(frozen=True, slots=True)
class DossierOptions:
    """All choices for one dossier or a batch. A single choice of None means: as the preset has it.

    `photo` is the path of a picture for the cover. `timeline` and `map` are the two figures.
    """

    lang: Language = "en"
    paper: Literal["A4", "Letter"] = "A4"
    form: Form | None = None
    sections: frozenset[Section] = ALL_SECTIONS
    preset: Preset = "everything"
    relatives: Treatment | None = None
    minors: Treatment | None = None
    third_persons: Treatment | None = None
    addresses: bool | None = None
    sources: bool | None = None
    classification: str = ""
    photo: str | None = None
    timeline: bool = True
    map: bool = True
    attach: bool = True
    colour: bool = True

    @property
    def disclosure(self) -> Disclosure:
        """Return the preset with the single choices put over it."""
        chosen = {field: getattr(self, field) for field in Disclosure.__dataclass_fields__}
        single = {field: value for field, value in chosen.items() if value is not None}
        return Disclosure(**(asdict(_PRESETS[self.preset]) | single))

    def as_plain(self) -> dict[str, Any]:
        """Return the choices as a dict of text, numbers and lists, to be remembered."""
        return {**asdict(self), "sections": [key for key in SECTIONS if key in self.sections]}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> DossierOptions:
        """Return remembered choices; what is unknown or no longer possible is as by default."""
        default = cls()
        known = {f.name: plain[f.name] for f in fields(cls) if f.name in plain}
        sections = known.pop("sections", None)
        kept = {key: value for key, value in known.items() if _possible(key, value)}
        if isinstance(sections, list):
            kept["sections"] = frozenset(key for key in SECTIONS if key in sections)
        return cls(**{"sections": default.sections, **kept})


def _possible(field: str, value: object) -> bool:
    """Return whether a remembered value is one that the field can take."""
    single = field in ("relatives", "minors", "third_persons")
    choices: dict[str, tuple[object, ...]] = {
        "lang": get_args(Language),
        "paper": ("A4", "Letter"),
        "form": (*FORMS, None),
        "preset": PRESETS,
    }
    if single:
        return value is None or value in TREATMENTS
    if field in choices:
        return value in choices[field]
    if field in ("addresses", "sources"):
        return value is None or isinstance(value, bool)
    if field == "photo":
        return value is None or isinstance(value, str)
    return isinstance(value, str if field == "classification" else bool)


def preset_in_words(wording: Wording, preset: Preset) -> tuple[str, str]:
    """Return a preset's name, and what it takes out, for a list of choices."""
    tr = wording.tr
    said: dict[Preset, tuple[str, str]] = {
        "everything": (tr("Everything"), tr("Nothing is taken out.")),
        "court": (tr("Court"), tr("Minors become [person 2]; addresses are left out.")),
        "press": (
            tr("Press"),
            tr("Relatives and minors become [person 2]; addresses are left out."),
        ),
        "public": (
            tr("Public"),
            tr(
                "Everybody but the person and officials becomes [person 2]; addresses and sources "
                "are left out."
            ),
        ),
    }
    return said[preset]
