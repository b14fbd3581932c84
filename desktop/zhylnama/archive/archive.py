"""The one door for readers of an archive: window, dossier and shell come in here.

An `Archive` is read-only and belongs to one thread; a worker opens its own. `interrupt` alone may
be called from any thread: the query that runs then raises `Interrupted`.
"""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from zhylnama.archive import database
from zhylnama.archive.build import read_edition
from zhylnama.archive.database import Interrupted
from zhylnama.archive.edition import Edition
from zhylnama.archive.expression import Expression, Expressions
from zhylnama.archive.hits import Hits
from zhylnama.archive.languages import language_of, other_language
from zhylnama.archive.model import (
    Candidate,
    Completion,
    Filters,
    Found,
    FoundPerson,
    NameRow,
    Page,
    Profile,
    SimilarPerson,
    Sort,
)
from zhylnama.archive.namesakes import find_candidates, known_in_short, people_named
from zhylnama.archive.profile import make_profile
from zhylnama.archive.search import hit_numbers, is_bounded, number_range
from zhylnama.archive.spellings import Spellings
from zhylnama.archive.stored import person_name, read_events, read_person, stream_events
from zhylnama.archive.tree import Query
from zhylnama.archive.understanding import MOST_MEANT, Understanding
from zhylnama.failure import Phrase
from zhylnama.names.places import Gazetteer
from zhylnama.record.event import Event, Person

if TYPE_CHECKING:
    from zhylnama.archive.facets import Facets

__all__ = ["Archive", "Interrupted"]


class Archive:
    """One open archive. Every method may raise Failure (a damaged file) and Interrupted."""

    def __init__(self, path: Path, resources: Path) -> None:
        """Open an archive; `resources` is the folder with the gazetteer and the kinds.

        Raises BadInput for a file that is no archive, is damaged or newer, and SystemRefused.
        """
        self.path = path
        self._resources = resources
        self._connection = database.open_read_only(path)
        self._stop = database.Stop(self._connection)
        self._spellings = Spellings(self._connection)
        # A page, its counts and the pages after it are asked for with one query.
        self._understood = lru_cache(maxsize=64)(self._understand)
        try:
            with database.met_by_people(path):
                self.edition: Edition = read_edition(self._connection)
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an archive with the resources that belong to this installation."""
        from zhylnama.files import resources_folder

        return cls(path, resources_folder())

    def close(self) -> None:
        """Close the file; the archive cannot be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def interrupt(self) -> None:
        """Stop what another thread asks of this archive, if it asks anything."""
        self._stop.wanted = True

    def _asked(self) -> contextlib.AbstractContextManager[None]:
        """Begin to answer: what was interrupted before is over."""
        self._stop.wanted = False
        return database.met_by_people(self.path)

    # -- Finding -------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        filters: Filters = Filters(),  # noqa: B008 (immutable)
        sort: Sort = "newest",
        limit: int = 50,
        offset: int = 0,
        exact_spelling: bool = False,
    ) -> Page:
        """Return some hits of a typed query, any text at all; an empty one finds every event.

        `offset` skips that many hits. `exact_spelling` turns every likeness off.
        """
        with self._asked():
            typed, expression = self._understood(query, filters, exact_spelling)
            numbers = number_range(self._connection, filters)
            found = (
                []
                if expression.finds_nothing
                else hit_numbers(self._connection, expression, numbers, sort, limit + 1, offset)
            )
            hits = self._hits.of(expression, found[:limit])
            readings = [*typed.readings, *expression.notes]
            if sort == "best" and is_bounded(self._connection, expression, numbers):
                readings.append(Phrase("ordered by relevance: the newest 20,000 hits"))
            suggestions = self._suggestions(typed) if not found and not offset else ()
            if expression.finds_nothing and not suggestions:
                said = other_language(
                    typed.root, self._language, self._understanding.means_something
                )
                readings += [] if said is None else [said]
            return Page(hits, len(found) > limit, tuple(dict.fromkeys(readings)), suggestions)

    def found(
        self,
        query: str,
        *,
        filters: Filters = Filters(),  # noqa: B008 (immutable)
        exact_spelling: bool = False,
        like: str | None = None,
    ) -> Found:
        """Return how much a query finds: total, facets and timeline.

        With `like`, the id of an event, that of the twenty events most like it.
        """
        with self._asked():
            from pyroaring import BitMap

            from zhylnama.archive.timeline import count_found

            found: Expression | BitMap
            if like is None:
                _, found = self._understood(query, filters, exact_spelling)
                if found.only is not None:
                    found = BitMap(found.only)
            else:
                found = BitMap(self._numbers_like(like))
            numbers = number_range(self._connection, filters)
            return count_found(self._connection, self._facets, self.edition, found, numbers)

    def _numbers_like(self, event_id: str) -> list[int]:
        """Return the numbers of the twenty events most like one; none for an unknown id."""
        from zhylnama.archive.similar import like_event

        event = self.event(event_id)
        return [] if event is None else like_event(self._connection, self._spellings, event, 20)

    def people_found(
        self,
        query: str,
        *,
        filters: Filters = Filters(),  # noqa: B008 (immutable)
        exact_spelling: bool = False,
        like: str | None = None,
        limit: int = 50,
    ) -> list[FoundPerson]:
        """Return who appears in what a query finds, those in most of its events first.

        With `like`, the id of an event, who appears in the twenty events most like it.
        """
        with self._asked():
            from zhylnama.archive.timeline import people_found, people_in

            if like is not None:
                return people_in(self._connection, self._numbers_like(like), limit)
            _, expression = self._understood(query, filters, exact_spelling)
            numbers = number_range(self._connection, filters)
            if expression.only is not None:
                most = len(expression.only)
                chosen = hit_numbers(self._connection, expression, numbers, "newest", most, 0)
                return people_in(self._connection, chosen, limit)
            return people_found(self._connection, expression, numbers, limit)

    def _understand(
        self, query: str, filters: Filters, exact_spelling: bool
    ) -> tuple[Query, Expression]:
        return self._understanding.of(query, filters, exact_spelling)

    def _suggestions(self, typed: Query) -> tuple[str, ...]:
        from zhylnama.archive.suggest import suggest

        labels = self._expressions.kind_labels
        return suggest(self._connection, self._gazetteer, labels, typed.root)

    def complete(self, typed: str) -> list[Completion]:
        """Return ways to go on from what was typed up to the cursor, the likeliest first."""
        from zhylnama.archive.complete import complete

        with self._asked():
            return complete(self._connection, self._gazetteer, self._expressions.kind_labels, typed)

    def more_like(self, event_id: str, *, limit: int = 20) -> list[Event]:
        """Return the events most like one, the likest first; none for an unknown id."""
        from zhylnama.archive.similar import like_event

        with self._asked():
            event = self.event(event_id)
            if event is None:
                return []
            numbers = like_event(self._connection, self._spellings, event, limit)
            found = read_events(self._connection, numbers)
            return [found[number] for number in numbers]

    def similar_people(self, person_id: str) -> list[SimilarPerson]:
        """Return people to whom the like was done (same article, day and place, organisation)."""
        from zhylnama.archive.similar import like_person

        with self._asked():
            return like_person(self._connection, person_id)

    def look_up_names(self, names: Iterable[str]) -> Iterator[NameRow]:
        """Yield for each name of a list whom it means and how many events they have."""
        from zhylnama.archive.similar import look_up_names

        with self._asked():
            yield from look_up_names(self._connection, names)

    # -- Records -------------------------------------------------------------------------------

    def event(self, event_id: str) -> Event | None:
        """Return one event by its id, or None."""
        with self._asked():
            number = self._connection.execute(
                "SELECT number FROM event WHERE id = ?", (event_id,)
            ).get
            return None if number is None else read_events(self._connection, [number])[number]

    def events(self) -> Iterator[Event]:
        """Yield every event in the order of the archive, exactly as its record was."""
        with self._asked():
            for _, _, event in stream_events(self._connection):
                yield event

    def identities(self) -> Iterator[Person]:
        """Yield every recorded identity in order of id, exactly as its record was."""
        with self._asked():
            for (person_id,) in self._connection.execute(
                "SELECT id FROM person WHERE recorded ORDER BY id"
            ):
                person = read_person(self._connection, person_id)
                assert person is not None
                yield person

    # -- People --------------------------------------------------------------------------------

    def person_name(self, person_id: str) -> str:
        """Return the name to show for a person: surname first where the record has both."""
        with self._asked():
            return person_name(self._connection, person_id)

    def names_person(self, person_id: str) -> bool:
        """Return whether an identity has this id."""
        with self._asked():
            row = self._connection.execute("SELECT 1 FROM person WHERE id = ?", (person_id,)).get
            return row is not None

    def candidates(self, name: str, *, limit: int = 20) -> list[Candidate]:
        """Return the people that a typed name may mean, the sure ones first."""
        name = name.encode("utf-8", "replace").decode()  # a shell may hand over anything
        with self._asked():
            return find_candidates(self._connection, name, limit)

    def profile(self, person_id: str) -> Profile | None:
        """Return everything on one person, or None where nobody has this id."""
        with self._asked():
            return make_profile(self._connection, person_id)

    # -- Data of the installation ------------------------------------------------------------

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer.load(self._resources / "places.toml")

    @cached_property
    def _language(self) -> str | None:
        return language_of(self._connection)

    @cached_property
    def _facets(self) -> Facets:
        # pyroaring is imported with it: 5 ms that a search in a shell need not pay.
        from zhylnama.archive.facets import Facets

        return Facets(self._connection)

    @cached_property
    def _hits(self) -> Hits:
        labels = {place.id: place.names["en"] for place in self._gazetteer}
        return Hits(self._connection, self._spellings, labels, self._around)

    def _around(self, event: Event) -> tuple[str, ...]:
        """Return the ids of an event's place and of all that lay around it on its day."""
        from zhylnama.archive.writer import locate

        return locate(self._gazetteer, event.place, event.region, event.date)[1]

    @cached_property
    def _expressions(self) -> Expressions:
        kinds = tomllib.loads((self._resources / "kinds.toml").read_text("utf-8"))["kind"]
        labels = {entry[lang]: entry["id"] for entry in kinds for lang in ("en", "ru", "kk")}
        return Expressions(
            self._spellings,
            self._gazetteer,
            labels,
            [(word, entry["id"]) for entry in kinds for word in entry.get("words", ())],
            lambda name: people_named(self._connection, name, MOST_MEANT, sure=False),
            lambda name: known_in_short(self._connection, name, MOST_MEANT),
            self._source_hosts,
        )

    def _source_hosts(self) -> list[str]:
        rows = self._connection.execute("SELECT key FROM facet WHERE field = 'source'")
        return [host for (host,) in rows]

    @cached_property
    def _understanding(self) -> Understanding:
        return Understanding(self._connection, self._expressions)
