-- A Zhylnama archive: one SQLite file, read-only once built. docs/archive-format.md explains it.
-- application_id 0x5A48594C ("ZHYL"); user_version is the number of this schema.

-- What the archive is: edition, digest, counts, program.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The events, numbered from 1 in order of date (undated ones first). `record` is the event as one
-- line of JSON, without the keys that are null or []. The other columns are read out of it.
CREATE TABLE event (
  number    INTEGER PRIMARY KEY,
  place_id  TEXT,               -- derived: the place in the gazetteer, or NULL
  record    TEXT NOT NULL CHECK (json_valid(record)),
  id        TEXT NOT NULL AS (record ->> 'id') UNIQUE,
  date      TEXT AS (record ->> 'date'),
  until     TEXT AS (record ->> 'until'),
  precision TEXT AS (record ->> 'precision'),
  place     TEXT AS (record ->> 'place'),
  region    TEXT AS (record ->> 'region'),
  title     TEXT AS (record ->> 'title'),
  text      TEXT AS (record ->> 'text'),
  lang      TEXT AS (record ->> 'lang'),
  reason    TEXT AS (record ->> 'reason'),
  report    TEXT AS (record ->> 'report'),
  paragraph INTEGER AS (record ->> 'paragraph'),
  note      TEXT AS (record ->> 'note')
) STRICT;

-- The lists of an event as rows, for other programs: this one reads the record. `event` is the
-- number of the event, `position` the place in the list, from 0.
CREATE VIEW event_kind AS
  SELECT e.number AS event, l.key AS position, l.value AS kind
    FROM event AS e, json_each(e.record, '$.kinds') AS l;

CREATE VIEW event_person AS
  SELECT e.number AS event, l.key AS position, l.value ->> 'person' AS person,
         l.value ->> 'name' AS name, l.value ->> 'role' AS role,
         l.value ->> 'kinds' AS kinds  -- a list; NULL: those of the event; []: none
    FROM event AS e, json_each(e.record, '$.people') AS l;

CREATE VIEW event_organisation AS
  SELECT e.number AS event, l.key AS position, l.value AS name
    FROM event AS e, json_each(e.record, '$.organisations') AS l;

CREATE VIEW event_law AS
  SELECT e.number AS event, l.key AS position, l.value ->> 'code' AS code,
         l.value ->> 'article' AS article, l.value ->> 'part' AS part,
         l.value ->> 'person' AS person  -- NULL: everybody targeted in the event
    FROM event AS e, json_each(e.record, '$.law') AS l;

CREATE VIEW event_sanction AS
  SELECT e.number AS event, l.key AS position, l.value ->> 'person' AS person,
         l.value ->> 'kind' AS kind, l.value ->> 'days' AS days, l.value ->> 'months' AS months,
         l.value ->> 'hours' AS hours, l.value ->> 'amount' AS amount,
         l.value ->> 'currency' AS currency, l.value ->> 'detail' AS detail,
         coalesce(l.value ->> 'recalled', 0) AS recalled  -- 1: only looked back on
    FROM event AS e, json_each(e.record, '$.sanctions') AS l;

CREATE VIEW event_source AS
  SELECT e.number AS event, l.key AS position, l.value ->> 'number' AS number,
         l.value ->> 'url' AS url, l.value ->> 'note' AS note
    FROM event AS e, json_each(e.record, '$.sources') AS l;

CREATE VIEW event_uncertain AS
  SELECT e.number AS event, l.key AS position, l.value AS reason
    FROM event AS e, json_each(e.record, '$.uncertain') AS l;

-- Identities. recorded = 0: no record of this person was given; only events name them.
CREATE TABLE person (
  id         TEXT PRIMARY KEY,
  surname    TEXT,
  given      TEXT,
  patronymic TEXT,
  note       TEXT,
  recorded   INTEGER NOT NULL,
  name       TEXT NOT NULL,     -- derived: the name to show
  events     INTEGER NOT NULL   -- derived: in how many events
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

-- Who appears in which event. targeted = 1: the event happens to them.
CREATE TABLE appearance (
  event    INTEGER NOT NULL REFERENCES event,
  person   TEXT NOT NULL REFERENCES person,
  targeted INTEGER NOT NULL,
  PRIMARY KEY (event, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_by_person ON appearance (person, event, targeted);

-- Every name by which events call somebody.
CREATE TABLE met_name (
  person TEXT NOT NULL REFERENCES person,
  name   TEXT NOT NULL,
  PRIMARY KEY (person, name)
) STRICT, WITHOUT ROWID;

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
