"""The four engines that are compared: each is filled from the same events and gives first pages.

Every engine has the events numbered in order of date, and gives the newest fifty hits as rows
with id, date, place, title, text and people.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

import apsw
import msgspec

from benchmarks.queries import Query
from zhylnama.archive.archive import Archive
from zhylnama.record.event import Event

PAGE = 50


class Engine(Protocol):
    """What is measured: `page` answers a query and returns how many rows it got."""

    name: str

    def page(self, query: Query) -> int:
        """Return how many rows the first page has, after reading all of them."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


class Zhylnama:
    """The archive as the window opens it."""

    name = "Zhylnama"

    def __init__(self, path: Path) -> None:
        self.archive = Archive.open(path)

    def page(self, query: Query) -> int:
        """Return the size of the first page: events as records, hits marked, reasons given."""
        return len(self.archive.search(query.typed, limit=PAGE).hits)

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()


class PlainFts5:
    """SQLite's full-text search as its manual shows it: external content, Porter's stems."""

    name = "plain FTS5"

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)

    @staticmethod
    def build(events: Iterable[Event], path: Path) -> None:
        """Write the table of events and its index."""
        with contextlib.closing(apsw.Connection(str(path))) as connection:
            connection.execute(
                "CREATE TABLE event (number INTEGER PRIMARY KEY, id, date, title, text, people,"
                " place, kinds, law, sources, record); "
                "CREATE INDEX by_date ON event (date); "
                "CREATE VIRTUAL TABLE word USING fts5(title, text, people, place, kinds, law,"
                " date, sources, content='event', content_rowid='number',"
                " tokenize='porter unicode61')"
            )
            with connection:
                connection.executemany(
                    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        (n, *plain.values(), msgspec.json.encode(event))
                        for n, event in enumerate(events, 1)
                        for plain in (_plain(event),)
                    ),
                )
                connection.execute("INSERT INTO word(word) VALUES ('rebuild')")
                connection.execute("INSERT INTO word(word) VALUES ('optimize')")

    def page(self, query: Query) -> int:
        """Return the size of the first page: rows as they lie in the table."""
        return len(self._rows("e.number, e.id, e.date, e.place, e.title, e.text, e.people", query))

    def marked_page(self, query: Query) -> int:
        """Return the size of the same page as Zhylnama's: records decoded, hits marked."""
        rows = self._rows(
            "highlight(word, 0, '[', ']'), highlight(word, 1, '[', ']'), e.record", query
        )
        return len([msgspec.json.decode(record) for _, _, record in rows])

    def _rows(self, columns: str, query: Query) -> list[Any]:
        within, bindings = "", [query.fts5]
        if query.dates is not None:
            within = " AND word.rowid BETWEEN ? AND ?"
            bindings += [
                self._connection.execute(
                    "SELECT number FROM event WHERE date >= ? ORDER BY date, number LIMIT 1",
                    query.dates[:1],
                ).get,
                self._connection.execute(
                    "SELECT number FROM event WHERE date <= ?"
                    " ORDER BY date DESC, number DESC LIMIT 1",
                    query.dates[1:],
                ).get,
            ]
        sql = (
            f"SELECT {columns} FROM word JOIN event e ON e.number = word.rowid"
            f" WHERE word MATCH ?{within} ORDER BY word.rowid DESC LIMIT {PAGE}"
        )
        return self._connection.execute(sql, bindings).fetchall()

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


class Tantivy:
    """Tantivy, English stems, the hits ordered by a fast field in order of date."""

    name = "tantivy"

    def __init__(self, path: Path) -> None:
        import tantivy

        self._index = tantivy.Index(self._schema(), path=str(path))
        self._searcher = self._index.searcher()
        self._newest = tantivy.Order.Desc

    @staticmethod
    def _schema() -> Any:
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("number", stored=True, fast=True)
        schema.add_integer_field("date", stored=True, indexed=True, fast=True)
        schema.add_text_field("words", tokenizer_name="en_stem")
        for field in ("id", "title", "text"):
            schema.add_text_field(field, stored=True, tokenizer_name="raw", index_option="basic")
        for field in ("people", "place", "kinds", "law", "sources"):
            schema.add_text_field(field, stored=True, tokenizer_name="default")
        return schema.build()

    @classmethod
    def build(cls, events: Iterable[Event], path: Path) -> None:
        """Write the index in one segment."""
        import tantivy

        path.mkdir()
        index = tantivy.Index(cls._schema(), path=str(path))
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for number, event in enumerate(events, 1):
            plain = {key: value for key, value in _plain(event).items() if value}
            words = " ".join(plain.get(key, "") for key in ("title", "text", "people", "place"))
            plain["date"] = int(event.date.strftime("%Y%m%d")) if event.date else 0
            writer.add_document(tantivy.Document(number=number, words=words, **plain))
        writer.commit()
        writer.wait_merging_threads()

    def page(self, query: Query) -> int:
        """Return the size of the first page, its stored fields read."""
        parsed = self._index.parse_query(query.tantivy, ["words"], allow_regexes=True)
        found = self._searcher.search(
            parsed, PAGE, count=False, order_by_field="number", order=self._newest
        )
        return len([self._searcher.doc(address).to_dict() for _, address in found.hits])

    def close(self) -> None:
        """Let go of the index."""
        del self._searcher, self._index


class Whoosh:
    """Whoosh, pure Python, English stems, sorted by a column in order of date."""

    name = "whoosh"

    def __init__(self, path: Path) -> None:
        from whoosh import index
        from whoosh.qparser import QueryParser

        self._searcher = index.open_dir(path).searcher()
        self._parser = QueryParser("words", self._searcher.schema)

    @staticmethod
    def build(events: Iterable[Event], path: Path) -> None:
        """Write the index."""
        from whoosh import fields, index
        from whoosh.analysis import StandardAnalyzer, StemmingAnalyzer

        path.mkdir()
        plain_words = StandardAnalyzer(stoplist=None, minsize=1)
        schema = fields.Schema(
            number=fields.NUMERIC(stored=True, sortable=True, bits=64),
            date=fields.NUMERIC(stored=True, sortable=True),
            words=fields.TEXT(analyzer=StemmingAnalyzer(stoplist=None, minsize=1)),
            id=fields.STORED,
            title=fields.STORED,
            text=fields.STORED,
            **{
                field: fields.TEXT(stored=True, analyzer=plain_words)
                for field in ("people", "place", "kinds", "law", "sources")
            },
        )
        writer = index.create_in(path, schema).writer(limitmb=256)
        for number, event in enumerate(events, 1):
            plain = {key: value for key, value in _plain(event).items() if value}
            words = " ".join(plain.get(key, "") for key in ("title", "text", "people", "place"))
            plain["date"] = int(event.date.strftime("%Y%m%d")) if event.date else 0
            writer.add_document(number=number, words=words, **plain)
        writer.commit()

    def page(self, query: Query) -> int:
        """Return the size of the first page, its stored fields read."""
        found = self._searcher.search(
            self._parser.parse(query.whoosh), limit=PAGE, sortedby="number", reverse=True
        )
        return len([hit.fields() for hit in found])

    def close(self) -> None:
        """Close the index."""
        self._searcher.close()


def _plain(event: Event) -> dict[str, Any]:
    """Return what a plain index would hold of an event: one text a field."""
    return {
        "id": event.id,
        "date": str(event.date or ""),
        "title": event.title,
        "text": event.text,
        "people": " ".join(appearance.name for appearance in event.people),
        "place": event.place,
        "kinds": " ".join(event.kinds),
        "law": "; ".join(f"{law.code} {law.article} {law.part or ''}" for law in event.law),
        "sources": " ".join(source.url for source in event.sources if source.url),
    }
