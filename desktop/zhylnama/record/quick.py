"""An event out of one line of JSON, in half the time that msgspec alone takes.

Two thirds of its time go into the patterns of `record.event`: an expression is run for each text,
though most of them (people, places, kinds, articles) repeat from line to line. Here a line is
decoded without the patterns, and each text is then held against its own; those that had the form
are remembered. Nothing gets in that `Event` would not let in: whatever is not seen to be right at
once is given to the strict decoder, which lets it in or says what is wrong.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from zhylnama.record.event import (
    Address,
    Appearance,
    Code,
    Currency,
    Event,
    EventId,
    Language,
    LawReference,
    Period,
    Sanction,
    Slug,
    Source,
)

MOST_REMEMBERED = 10_000
"""So many texts of one form are remembered; a bound keeps the memory flat at any size."""


def decode_event(line: bytes) -> Event:
    """Return the event that a line of JSON holds.

    Raises what msgspec raises for `Event`: MsgspecError, UnicodeDecodeError, RecursionError.
    """
    try:
        event = _decode_free(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _decode(line)
    return event if _becomes_event(event) else _decode(line)


_decode = msgspec.json.Decoder(Event).decode


def _search(annotated: Any) -> Callable[[str], object]:
    """Return what searches a text for the pattern of a type of `record.event`."""
    return re.compile(get_args(annotated)[1].pattern).search


class _Form:
    """The form that a text must have to be one of a field; `known` are texts that have it."""

    __slots__ = ("_search", "known")

    def __init__(self, annotated: Any) -> None:
        self._search = _search(annotated)
        self.known: set[str] = set()

    def fits(self, text: str | None) -> bool:
        """Tell whether a text has the form, and remember it where it has; None has any."""
        if text is None or text in self.known:
            return True
        if self._search(text) is None:
            return False
        if len(self.known) >= MOST_REMEMBERED:
            self.known.clear()
        self.known.add(text)
        return True


# Of ids each is new, and of addresses nearly each: those are not worth remembering.
_slug, _period, _language = _Form(Slug), _Form(Period), _Form(Language)
_code, _currency = _Form(Code), _Form(Currency)
_is_id, _is_address = _search(EventId), _search(Address)


def _becomes_event(event: Event) -> bool:
    """Hold every text of a freely decoded event against its form, and make it an `Event`.

    False where a text may not have its form; what was decoded is then no use. No text is empty;
    `isspace` asks what the pattern `\\S` does.
    """
    if _is_id(event.id) is None or event.text.isspace():
        return False
    if event.lang not in _language.known and not _language.fits(event.lang):
        return False
    if event.report not in _period.known and not _period.fits(event.report):
        return False
    slugs = _slug.known
    for kind in event.kinds:
        if kind not in slugs and not _slug.fits(kind):
            return False
    for text in (event.place, event.region, event.title, event.reason, event.note):
        if text is not None and text.isspace():
            return False
    for texts in (event.organisations, event.uncertain):
        if texts and any(map(str.isspace, texts)):
            return False
    if not (_people_fit(event) and _measures_fit(event) and _sources_fit(event)):
        return False
    # One type is laid out like the other: nothing of the object changes but what it is called.
    event.__class__ = Event
    return True


def _people_fit(event: Event) -> bool:
    slugs = _slug.known
    for one in event.people:
        if (one.person not in slugs and not _slug.fits(one.person)) or one.name.isspace():
            return False
        if one.kinds and not all(map(_slug.fits, one.kinds)):
            return False
        one.__class__ = Appearance
    return True


def _measures_fit(event: Event) -> bool:
    for law in event.law:
        if law.article.isspace() or not _code.fits(law.code) or not _slug.fits(law.person):
            return False
        if law.part is not None and law.part.isspace():
            return False
        law.__class__ = LawReference
    for sanction in event.sanctions:
        if not (_slug.fits(sanction.person) and _currency.fits(sanction.currency)):
            return False
        if sanction.detail is not None and sanction.detail.isspace():
            return False
        sanction.__class__ = Sanction
    return True


def _sources_fit(event: Event) -> bool:
    for source in event.sources:
        if source.url is not None and _is_address(source.url) is None:
            return False
        if source.note is not None and source.note.isspace():
            return False
        source.__class__ = Source
    return True


def _free(kind: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """Return a subtype of a record type with the same fields, whose texts have no pattern."""
    hints = get_type_hints(kind, include_extras=True)
    return msgspec.defstruct(
        kind.__name__,
        [(f.name, _free_hint(hints[f.name]), _default(f)) for f in msgspec.structs.fields(kind)],
        bases=(kind,),
        frozen=False,  # so that what passes can become what it is a subtype of
        kw_only=True,
        gc=False,
    )


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=cast("Callable[[], Any]", field.default_factory))
    return msgspec.field(default=field.default)


def _free_hint(hint: Any) -> Any:
    """Return a type without the patterns in it; lengths and bounds stay."""
    origin = get_origin(hint)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _free(hint)
    if origin is list:
        return list[_free_hint(get_args(hint)[0])]  # type: ignore[misc]
    if origin in (Union, types.UnionType):
        return Union[tuple(_free_hint(one) for one in get_args(hint))]  # noqa: UP007
    if origin is Annotated:
        base, meta = get_args(hint)
        if meta.pattern is not None:
            return Annotated[base, msgspec.Meta(min_length=1, max_length=meta.max_length)]
    return hint


_decode_free = cast("Callable[[bytes], Event]", msgspec.json.Decoder(_free(Event)).decode)
