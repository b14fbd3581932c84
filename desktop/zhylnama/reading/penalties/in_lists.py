"""The verdict on a penalty that a noun in a list is given: `were fined: the husband 60 MCI, the wife 30 MCI`."""

from __future__ import annotations

import re

from zhylnama.reading.names.named import Named
from zhylnama.reading.penalties.apportioned import head_of, item_of, meant_by, opens_list
from zhylnama.reading.penalties.kin import Kin
from zhylnama.reading.penalties.referents import NOT_CLEAR, Sentence
from zhylnama.reading.penalties.sanctions import Penalty
from zhylnama.reading.penalties.turns import Verdict


def told_in_list(
    text: str, named: Named, kin: Kin, last: Verdict | None, penalty: Penalty, here: Sentence
) -> Verdict | None:
    """Return the verdict on a penalty of a noun in a list; None where none stands beside it.

    `last`: the verdict on the penalty before.
    """
    item = item_of(text, penalty.end, here.start)
    if item is None:
        return None
    if opens_list(text, item):
        if not any(len(g.people) > 1 for g in here.groups if g.end <= item.start()):
            return None
    elif (
        penalty.start < head_of(item)[1] or item["pronoun"] or not _goes_on(text, item, here, last)
    ):
        return None
    who = meant_by(item, named.groups, named)
    who = kin.meant(head_of(item)[1]) if who is None else who
    if who is None and item["place"] and not opens_list(text, item):
        return None
    return Verdict(penalty, [who]) if who is not None else Verdict(penalty, doubt=NOT_CLEAR)


def _goes_on(text: str, item: re.Match[str], here: Sentence, last: Verdict | None) -> bool:
    """Whether an item of a list stands right behind the penalty before."""
    end = last.penalty.end if last is not None else 0
    return here.start < end <= item.start() and not text[end : item.start()].strip(" )")
