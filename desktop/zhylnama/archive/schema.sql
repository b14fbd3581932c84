-- A Zhylnama archive: one SQLite file, read-only once built. docs/archive-format.md explains it.
-- application_id 0x5A48594C ("ZHYL"); user_version is the number of this schema.

-- What the archive is: edition, digest, counts, program.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The events, numbered from 1 in order of date (undated ones first). Dates are ISO 8601 text.
CREATE TABLE event (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  date      TEXT,
  until     TEXT,
  precision TEXT NOT NULL,
  place     TEXT,
  region    TEXT,
  title     TEXT,
  text      TEXT NOT NULL,
  lang      TEXT NOT NULL,
  reason    TEXT,
  report    TEXT,
  paragraph INTEGER,
  note      TEXT,
  place_id  TEXT,               -- derived: the place in the gazetteer, or NULL
  kind_group TEXT               -- derived: the group of the first kind
) STRICT;
CREATE INDEX event_by_date ON event (date);

-- The lists of an event; position is the place in the list, from 0.
CREATE TABLE event_kind (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_person (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  person   TEXT NOT NULL REFERENCES person,
  name     TEXT NOT NULL,
  role     TEXT NOT NULL,
  kinds    TEXT,                -- space-separated; NULL: those of the event; empty: none
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_person ON event_person (person, event);

CREATE TABLE event_organisation (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_law (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  code     TEXT NOT NULL,
  article  TEXT NOT NULL,
  part     TEXT,
  person   TEXT,                -- NULL: everybody targeted in the event
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_sanction (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  person   TEXT,
  kind     TEXT NOT NULL,
  days     INTEGER,
  months   INTEGER,
  hours    INTEGER,
  amount   ANY,                 -- as the record has it: a whole or a broken number
  currency TEXT,
  detail   TEXT,
  recalled INTEGER NOT NULL,    -- 1: only looked back on; no total counts it
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_source (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  number   INTEGER,
  url      TEXT,
  note     TEXT,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_uncertain (
  event    INTEGER NOT NULL REFERENCES event,
  position INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- Identities. recorded = 0: no record of this person was given; only events name them.
CREATE TABLE person (
  id         TEXT PRIMARY KEY,
  surname    TEXT,
  given      TEXT,
  patronymic TEXT,
  note       TEXT,
  recorded   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_spelling (
  person   TEXT NOT NULL REFERENCES person,
  position INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_office (
  person       TEXT NOT NULL REFERENCES person,
  position     INTEGER NOT NULL,
  title        TEXT,
  organisation TEXT,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_may_be (
  person   TEXT NOT NULL REFERENCES person,
  position INTEGER NOT NULL,
  other    TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

-- Derived tables, for finding. They can be made again from the tables above.

-- One key of a word of a name, and whose name it is.
CREATE TABLE name_key (
  key    TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person,
  PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;

-- The spellings of the index: under each folded key the words that have it.
-- grade: 1 the same name romanised, 2 a form of the same word, 3 a looser likeness.
CREATE TABLE spelling (
  key   TEXT NOT NULL,
  grade INTEGER NOT NULL,
  word  TEXT NOT NULL,
  uses  INTEGER NOT NULL,
  PRIMARY KEY (key, grade, word)
) STRICT, WITHOUT ROWID;

-- The events of one day are consecutive numbers.
CREATE TABLE day (
  date  TEXT PRIMARY KEY,
  first INTEGER NOT NULL,
  last  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- For counting: the numbers of all events with one kind, group of kinds, place, article or person,
-- as a Roaring bitmap in its portable format. A place outside the gazetteer has "?" before its
-- name. Of people only those with 64 events or more.
CREATE TABLE facet (
  field  TEXT NOT NULL,
  key    TEXT NOT NULL,
  count  INTEGER NOT NULL,
  events BLOB NOT NULL,
  PRIMARY KEY (field, key)
) STRICT, WITHOUT ROWID;

-- The full-text index: words as they are written (lower case), and in `marks` one token for each
-- kind, place, article, person, day and source of the event, beginning with a private-use letter.
CREATE VIRTUAL TABLE word USING fts5 (
  title, text, people, organisations, marks,
  content = '', tokenize = 'unicode61 remove_diacritics 0'
);
