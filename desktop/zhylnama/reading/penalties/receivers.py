"""To whom a penalty is given by a noun without a name: `дал сторожу мечети 10 суток`, `gave a watchman 10 days`."""

from __future__ import annotations

from typing import Final

from zhylnama.reading.first_letters import compile_sought
from zhylnama.reading.penalties.cues import DEFINITE

_GIVES: Final = r"(?:назначи|дал|дали|вын[ео]с|присуди|выпис|объяви)[а-яё]*"
# Words in `-у` or `-е` that are nobody: pronouns, adverbs, and whoever is the one named.
_NOBODY: Final = (
    r"(?!(?:ему|ей|ею|им|всем|каждому|каждой|обоим|обеим|обоих|поэтому|потому|почему|этому|тому|самому|самой|суду|позже|ранее|раньше|уже|ещё|еще|также|тоже|затем|даже|более|менее|вообще|вместе|первому|первой|второму|второй|третьему|третьей|последнему|последней|остальным|"
    r"подсудим\w+|обвиняем\w+|осужд[её]нн\w+|задержанн\w+|активист\w*|журналист\w*|блогер\w*|правозащитни\w*|мужчине|женщине|политику|подзащитн\w+|доверител\w+)(?!\w))"
)
_NOUN: Final = rf"{_NOBODY}[а-яё-]{{3,}}(?:у|ю|е|и|ам|ям|ой|ей|ому|ему)(?<!ие)"
# `, а директору школы суд назначил`, `: брату – `; between a verb and its measure `дал сторожу мечети`
_RECEIVER: Final = compile_sought(
    rf"(?:[.;:]\s+|,\s+(?:а\s+|и\s+|но\s+))(?:[а-яё-]+(?:ому|ему|ой|ей)\s+)?{_NOUN}(?:\s+[а-яё]+){{0,2}}?(?:,[^,]{{3,60}},)?\s+(?:(?:суд|судья)\s+{_GIVES}|{_GIVES}|[–—-])\s+(?:(?:по|лишь|только|всего)\s+)?$"
    rf"|(?<!\w)(?:дал|назначил|вынес|присудил|выписал)[аи]?\s+{_NOUN}(?:\s+[а-яё]+){{0,2}}\s+$"
    r"|\b(?:gave|handed)\s+(?:an?|another|his|her|their)\s+(?!(?:total|further|suspended|maximum|minimum|fine|warning|short|long|prison|jail|one|two|client|son|daughter|husband|wife)\b)(?:[a-z-]+\s+){1,3}$"
)
_REACH: Final = 130


def receiver_without_name(text: str, penalty: int) -> bool:
    """Return whether a penalty, from `penalty` on, is given to a noun that is nobody's name."""
    found = _RECEIVER.search(text, max(0, penalty - _REACH), penalty)
    return found is not None and not DEFINITE.search(found[0])
