"""What does not fit together in the events, and the errors of the reports.

Only what the records show for certain is stated; that two sanctions may be one is put as a
condition, because no record says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from zhylnama.dossier.material import Material, begin
from zhylnama.dossier.measures import sanction_in_words
from zhylnama.dossier.model import Item, Listing
from zhylnama.record.event import Event, Sanction
from zhylnama.wording.doubts import doubt_in_words

_NEAR_DAYS = 14
_MOST_PAIRS = 20


def compose_contradictions(material: Material) -> Listing | None:
    """Return spellings that differ, and sanctions that may be one or do not agree, if any."""
    tr = material.wording.tr
    items = (*_spellings(material), *_pairs(material))
    if not items:
        return None
    return Listing(
        key="contradictions",
        heading=tr("Points to check"),
        intro=(tr("Found by comparing the records with one another, not by asking anybody."),),
        items=items,
    )


def _spellings(material: Material) -> Iterator[Item]:
    forms: dict[frozenset[str], str] = {}
    for spelling, _ in material.profile.spellings:
        words = frozenset(spelling.casefold().replace(".", " ").split())
        forms.setdefault(words, spelling)  # the order of the words makes no other form
    used = {
        words: spelling
        for words, spelling in forms.items()
        if not any(_shortens(words, other) for other in forms if other != words)
    }
    if len(used) < 2:
        return
    wording = material.wording
    yield Item(
        wording.tr("Spelling"),
        wording.count(
            "The reports print the name in {n} form: {spellings}.",
            "The reports print the name in {n} forms: {spellings}.",
            len(used),
            spellings="; ".join(used.values()),
        ),
    )


def _shortens(form: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether a form only leaves out words of another, or has their initials."""
    return all(
        word in other or (len(word) == 1 and any(name.startswith(word) for name in other))
        for word in form
    )


def _pairs(material: Material) -> list[Item]:
    """Return a line for each two sanctions that a reader should compare, at most twenty."""
    sanctions = [
        (event, sanction)
        for event in material.events
        for sanction in event.sanctions
        if sanction.person == material.person
    ]
    found: list[Item] = []
    by_kind: dict[str, list[tuple[Event, Sanction]]] = {}
    for event, sanction in sanctions:
        by_kind.setdefault(sanction.kind, []).append((event, sanction))
    for same_kind in by_kind.values():
        for first, second in combinations(same_kind[:100], 2):
            item = _compare(material, first, second)
            if item is not None:
                found.append(item)
            if len(found) == _MOST_PAIRS:
                return found
    return found


def _compare(
    material: Material, first: tuple[Event, Sanction], second: tuple[Event, Sanction]
) -> Item | None:
    tr = material.wording.tr
    (event, sanction), (other, later) = first, second
    if event.id == other.id:
        return None
    mentions = (material.mention(event), material.mention(other))
    told = {
        "first": sanction_in_words(material.wording, sanction),
        "second": sanction_in_words(material.wording, later),
    }
    differ = _size(sanction) != _size(later) and None not in (_size(sanction), _size(later))
    if sanction.recalled != later.recalled:
        if not differ and _size(sanction) == _size(later):
            return _compare_articles(material, event, other, told["first"])
        if not differ or not _same_law(material, event, other):
            return None
        text = tr(
            "One event records it as imposed ({first}), another looks back on it ({second}) "
            "under the same article. If both mean one sanction, they disagree.",
            **(told if later.recalled else {"first": told["second"], "second": told["first"]}),
        )
        return Item(tr("Length or amount"), begin(text), mentions)
    if sanction.recalled or not _near(event, other) or differ:
        return None
    if not _same_law(material, event, other):
        return None
    text = tr(
        "Two events close in time record the same: {first}. "
        "If both mean one sanction, the totals count it twice.",
        first=told["first"],
    )
    return Item(tr("Counted twice?"), text, mentions)


def _compare_articles(material: Material, event: Event, other: Event, said: str) -> Item | None:
    """Return a line where a sanction is told again under another article."""
    laws, others = material.laws(event), material.laws(other)
    if not laws or not others or set(laws) == set(others):
        return None
    tr = material.wording.tr
    text = tr(
        "Two events tell of {sanction}, one of them looking back: one under {first}, the other "
        "under {second}. If both mean one sanction, they disagree on the article.",
        sanction=said,
        first=_cited(material, laws),
        second=_cited(material, others),
    )
    return Item(tr("Article of law"), text, (material.mention(event), material.mention(other)))


def _cited(material: Material, laws: Iterable[tuple[str, str, str | None]]) -> str:
    return "; ".join(material.wording.article(*law) for law in laws)


def _size(sanction: Sanction) -> tuple[object, ...] | None:
    """Return what makes a sanction large or small; None where nothing is stated."""
    size = (sanction.months, sanction.days, sanction.hours, sanction.amount, sanction.currency)
    return None if all(part is None for part in size) else size


def _same_law(material: Material, event: Event, other: Event) -> bool:
    laws = set(material.laws(event))
    return bool(laws) and laws == set(material.laws(other))


def _near(event: Event, other: Event) -> bool:
    if event.date is None or other.date is None:
        return False
    return abs((event.date - other.date).days) <= _NEAR_DAYS


def compose_errors(material: Material) -> Listing | None:
    """Return the reports' errors and doubts that the records keep, if any."""
    tr = material.wording.tr
    items = [
        Item(
            begin(material.report_of(event) or material.when(event)),
            remark,
            (material.mention(event),),
        )
        for event in material.events
        for remark in _remarks(material, event)
    ]
    items += [
        Item(tr("Source {number}", number=cited.number), remark)
        for cited in material.cited
        if cited.source.url is not None  # the list of sources says which have no link
        for remark in cited.remarks
    ]
    if not items:
        return None
    return Listing(
        key="errors",
        heading=tr("Errors and doubts noted"),
        intro=(tr("The reports are kept as they were published; their errors are not mended."),),
        items=tuple(items),
    )


def _remarks(material: Material, event: Event) -> list[str]:
    wording = material.wording
    doubts = [
        wording.tr("Uncertain: {reason}", reason=doubt_in_words(wording, why))
        for why in event.uncertain
    ]
    return [event.note, *doubts] if event.note is not None else doubts
