"""Queries of plain words as they may be meant where nothing has what was typed.

A site beside other words is a source, a small or joins, and a date beside “what happened” asks for
what happened then.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from zhylnama.archive.asked import leaving_out, read_as
from zhylnama.archive.dates import LONGEST, date_in
from zhylnama.archive.function_words import OR_IN_SMALL, is_little
from zhylnama.archive.pointed_at import site_in
from zhylnama.archive.tree import All, Field, Node, Not, OneOf, Query, Words, as_typed, is_plain
from zhylnama.failure import Phrase

_USUAL_ENDINGS = (".com", ".org", ".net", ".info", ".kz", ".ru", ".media", ".news", ".asia")
# What somebody asks about a day, and no account is about.
_EVERYDAY = re.compile(
    r"happen(?:s|ed|ing)?|occurred|news|events?|новост(?:и|ей|ях)|событи(?:е|я|й|ях)"
    r"|случилось|произошло|происходило|болды|болған|жаңалық(?:тар)?|оқиға(?:лар)?",
    re.IGNORECASE,
)


def with_sites(query: Query, is_site: Callable[[str], bool]) -> Query | None:
    """Return a query with each site among its words as a source; None where it has none."""
    if not isinstance(query.root, All):
        return None
    said: list[Phrase] = []
    parts = tuple(_site(part, is_site, said) for part in query.root.parts)
    return query.read(*said, root=All(parts)) if said else None


def _site(part: Node, is_site: Callable[[str], bool], said: list[Phrase]) -> Node:
    if isinstance(part, Not):
        return Not(_site(part.part, is_site, said))
    if not isinstance(part, Words) or not (is_plain(part) or "//" in part.text):
        return part
    site = site_in(part.text.rstrip(",;/"))
    if site is None or "/" in part.text.partition("//")[2].rstrip("/"):
        return part
    host, read = site
    if not (host.endswith(_USUAL_ENDINGS) or is_site(host)):
        return part
    said.append(read)
    return Field("source", Words(host.removeprefix("www.")))


def without_excluded_sites(query: Query, is_site: Callable[[str], bool]) -> Query:
    """Return a query with each site that it excludes as a source, and the same query without one.

    To exclude the words of an address alone would leave what is from the site.
    """
    parts = query.root.parts if isinstance(query.root, All) else (query.root,)
    if not any(isinstance(part, Not) and isinstance(part.part, Words) for part in parts):
        return query
    said: list[Phrase] = []
    read: list[Node] = []
    for part in parts:
        if isinstance(part, Not) and (site := _site(part.part, is_site, said)) is not part.part:
            read.append(Not(OneOf((part.part, site))))
        elif part is not None:
            read.append(part)
    return (
        query.read(*said, root=read[0] if len(read) == 1 else All(tuple(read))) if said else query
    )


def either_of(query: Query) -> Query | None:
    """Return a query with each or between its words joining them; None where it has none."""
    if query.root is None or (root := _either(query.root)) == query.root:
        return None
    return query.read(read_as(_bare(query.root), _bare(root)), root=root)


def _bare(node: Node) -> str:
    """Return a whole query as it would be typed, without brackets around it."""
    if isinstance(node, OneOf):
        return " OR ".join(map(_bare, node.parts))
    return " ".join(map(as_typed, node.parts)) if isinstance(node, All) else as_typed(node)


def _either(node: Node) -> Node:
    if isinstance(node, OneOf):
        return OneOf(tuple(map(_either, node.parts)))
    if not isinstance(node, All):
        return node
    groups: list[list[Node]] = [[]]
    for part in node.parts:
        word = part.text.lower() if isinstance(part, Words) and is_plain(part) else ""
        if word in OR_IN_SMALL:
            groups.append([])
        elif not is_little(word):
            groups[-1].append(_either(part))
    if not all(groups) or (len(groups) == 1 and len(groups[0]) < len(node.parts)):
        return node
    some = tuple(group[0] if len(group) == 1 else All(tuple(group)) for group in groups)
    return some[0] if len(some) == 1 else OneOf(some)


def only_the_date(query: Query, is_unknown: Callable[[str], bool]) -> Query | None:
    """Return a query without what it asks of its date; None where there is no date or more else.

    `is_unknown` says that no account has a word, nor anything like it.
    """
    if not isinstance(query.root, All):
        return None
    parts = query.root.parts
    length, start = _date(parts)
    if not length and not any(isinstance(part, Field) and part.name == "date" for part in parts):
        return None
    kept: list[Node] = []
    left_out: list[str] = []
    for at, part in enumerate(parts):
        word = ""
        if isinstance(part, Words) and (is_plain(part) or part.text.endswith(":")):
            word = part.text.rstrip(",;:?!")
        if length and start <= at < start + length:
            kept.append(part)
        elif word and (is_little(word) or _EVERYDAY.fullmatch(word) or is_unknown(word)):
            left_out.append(word)
        else:
            kept.append(part)
    if not left_out or not kept:
        return None
    return query.read(leaving_out(left_out), root=kept[0] if len(kept) == 1 else All(tuple(kept)))


def ends_in_a_date(root: Node | None) -> bool:
    """Tell whether the last words are a whole date with its year, of which nothing goes on."""
    parts = root.parts if isinstance(root, All) else ()
    length, start = _date(parts)
    if not length or start + length < len(parts):
        return False
    last = parts[-1]
    return isinstance(last, Words) and re.fullmatch(r"(?:19|20)\d\d\W*", last.text) is not None


def _date(parts: tuple[Node, ...]) -> tuple[int, int]:
    """Return of how many parts the longest date is, and where it begins; none is of no part."""
    words = [part.text if isinstance(part, Words) and is_plain(part) else "" for part in parts]
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            if all(run) and any(word[:1].isdigit() for word in run) and date_in(" ".join(run)):
                return length, start
    return 0, 0
