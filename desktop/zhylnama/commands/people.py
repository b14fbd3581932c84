"""Which people of the archive a name on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhylnama.failure import NotOne

if TYPE_CHECKING:
    from zhylnama.archive.archive import Archive
    from zhylnama.archive.model import Candidate


def one_person(archive: Archive, name: str) -> str:
    """Return the id of the one person a name means; raises NotOne with the candidates."""
    candidates = archive.candidates(name)
    sure = [candidate for candidate in candidates if candidate.sure]
    if len(sure) == 1:
        return sure[0].person.id
    # One word that only one person in the archive has names that person. (A full name of which
    # only one word fits does not: a Murat Beketayev is no Marat Beketayev.)
    # Whose name is only a letter away from that word is not meant by it.
    from zhylnama.names.identity import A_SLIP, name_words

    named = [candidate for candidate in candidates if candidate.why != A_SLIP]
    alone = not sure and len(named) == 1 and named[0].why == "one name only"
    if alone and len(name_words(name)) == 1:
        return named[0].person.id
    if not candidates:
        page = archive.search(name, limit=0)
        hint = f" Did you mean: {', '.join(page.suggestions)}?" if page.suggestions else ""
        raise NotOne(f"nobody in this archive is called {name}.{hint}")
    shown = sure or candidates
    if len(shown) > 1:
        head = f"{name} may mean more than one person; give the full name, or the id, of one"
    else:
        head = f"nobody is written exactly so, but {name} may mean this person; give the name or id"
    raise NotOne("\n".join([f"{head}:", *(_line(one) for one in shown)]))


def names_meant(archive: Archive, given: list[str]) -> list[str]:
    """Return the names meant: each argument one, if any has a space in it or all are ids."""
    several = any(" " in name.strip() for name in given)
    if several or all(_is_id(archive, name) for name in given):
        return given
    return [" ".join(given)]


def _is_id(archive: Archive, name: str) -> bool:
    found = archive.candidates(name, limit=1)
    return bool(found) and found[0].person.id == name.strip()


def _line(candidate: Candidate) -> str:
    from zhylnama.commands.printing import counted

    detail = ", ".join(
        part
        for office in candidate.person.offices[:1]
        for part in (office.title, office.organisation)
        if part
    )
    about = "; ".join(part for part in (counted(candidate.events), detail, candidate.why) if part)
    return f"  {candidate.name}  ({candidate.person.id}: {about})"
