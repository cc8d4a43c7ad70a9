-- Migration 1: the library. Every table is explained in SCHEMA.md; a table that was released is changed by a further migration only.

CREATE TABLE library (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  identity   TEXT    NOT NULL,
  generation INTEGER NOT NULL,
  salt       BLOB    NOT NULL CHECK (length (salt) = 32),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- People

CREATE TABLE candidate (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  name            TEXT    NOT NULL,
  name_key        BLOB    NOT NULL,
  label           TEXT    NOT NULL,
  city            TEXT    NOT NULL,
  work_months     INTEGER NOT NULL CHECK (work_months >= 0),
  stage           INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 5),
  added_at        INTEGER NOT NULL,
  retain_until    INTEGER,
  retention_basis TEXT    NOT NULL DEFAULT '',
  merged_into     INTEGER REFERENCES candidate (id),
  erased_at       INTEGER
) STRICT;

CREATE INDEX candidate_by_name ON candidate (name_key, id, stage) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX candidate_by_added ON candidate (added_at, id, stage) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX candidate_by_experience ON candidate (work_months, id, stage) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX candidate_by_stage ON candidate (stage, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX candidate_merged_into ON candidate (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX candidate_by_retention ON candidate (retain_until) WHERE retain_until IS NOT NULL;

-- Destroyed when the person is erased: then nothing leads from an audit entry back to the person.
CREATE TABLE salt (
  candidate_id INTEGER PRIMARY KEY REFERENCES candidate (id),
  bytes        BLOB    NOT NULL CHECK (length (bytes) = 32)
) STRICT;

-- Survives erasure (candidate_id becomes NULL): somebody who was erased is recognised when imported again.
CREATE TABLE person_reference (
  id           INTEGER PRIMARY KEY,
  candidate_id INTEGER REFERENCES candidate (id),
  kind         TEXT    NOT NULL CHECK (kind IN ('name', 'mail', 'phone')),
  hash         BLOB    NOT NULL CHECK (length (hash) = 32),
  made_at      INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX person_reference_by_hash ON person_reference (kind, hash, candidate_id);
CREATE INDEX person_reference_of_candidate ON person_reference (candidate_id);

-- Documents

CREATE TABLE document (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate_id      INTEGER NOT NULL REFERENCES candidate (id),
  file_name         TEXT    NOT NULL,
  sha256            TEXT    NOT NULL UNIQUE CHECK (length (sha256) = 64),
  size_bytes        INTEGER NOT NULL,
  media_type        TEXT    NOT NULL,
  language          TEXT    NOT NULL,
  status            TEXT    NOT NULL CHECK (status IN ('text', 'ocr', 'mixed', 'empty')),
  n_pages           INTEGER NOT NULL,
  hidden_characters INTEGER NOT NULL,
  marked_hidden     INTEGER NOT NULL,
  notes             TEXT    NOT NULL,
  extractor_version TEXT    NOT NULL,
  added_at          INTEGER NOT NULL
) STRICT;

CREATE INDEX document_of_candidate ON document (candidate_id);

CREATE TABLE original (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  bytes       BLOB    NOT NULL
) STRICT;

CREATE TABLE page (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  number      INTEGER NOT NULL CHECK (number > 0),
  text_start  INTEGER NOT NULL,
  text_length INTEGER NOT NULL,
  layout      BLOB    NOT NULL,
  sha256      BLOB    NOT NULL CHECK (length (sha256) = 32),
  UNIQUE (document_id, number)
) STRICT;

CREATE TABLE document_text (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  name        TEXT    NOT NULL,
  label       TEXT    NOT NULL,
  text        TEXT    NOT NULL
) STRICT;

CREATE VIRTUAL TABLE text_index USING fts5 (
  name, label, text,
  content = 'document_text', content_rowid = 'document_id', tokenize = 'muster', prefix = '1 2 3'
);

-- What the documents say

CREATE TABLE value (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  pointer     TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  page        INTEGER NOT NULL,
  x           REAL    NOT NULL,
  y           REAL    NOT NULL,
  width       REAL    NOT NULL,
  height      REAL    NOT NULL,
  text_start  INTEGER NOT NULL,
  text_length INTEGER NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('text', 'link', 'form')),
  confidence  REAL    NOT NULL CHECK (confidence BETWEEN 0 AND 1)
) STRICT;

CREATE INDEX value_of_document ON value (document_id, pointer);

CREATE TABLE profile (
  candidate_id      INTEGER PRIMARY KEY REFERENCES candidate (id),
  document_id       INTEGER NOT NULL REFERENCES document (id),
  json              TEXT    NOT NULL,
  extractor_version TEXT    NOT NULL,
  made_at           INTEGER NOT NULL
) STRICT;

CREATE INDEX profile_of_document ON profile (document_id);

CREATE TABLE value_history (
  id           INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id),
  pointer      TEXT    NOT NULL,
  old_text     TEXT,
  new_text     TEXT,
  changed_by   TEXT    NOT NULL,
  changed_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX value_history_of_candidate ON value_history (candidate_id, pointer);

-- Openings, and people held against them

CREATE TABLE opening (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at    INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE opening_version (
  id             INTEGER PRIMARY KEY,
  opening_id     INTEGER NOT NULL REFERENCES opening (id),
  version        INTEGER NOT NULL CHECK (version > 0),
  title          TEXT    NOT NULL,
  json           TEXT    NOT NULL,
  rules_weight   REAL    NOT NULL CHECK (rules_weight BETWEEN 0 AND 100),
  band_strong    REAL    NOT NULL,
  band_good      REAL    NOT NULL,
  band_possible  REAL    NOT NULL,
  model_version  TEXT    NOT NULL,
  fixed_at       INTEGER NOT NULL,
  UNIQUE (opening_id, version)
) STRICT;

CREATE TRIGGER opening_version_is_fixed BEFORE UPDATE ON opening_version
BEGIN
  SELECT RAISE (ABORT, 'the criteria of a version never change');
END;

CREATE TABLE fit (
  id                 INTEGER PRIMARY KEY,
  opening_version_id INTEGER NOT NULL REFERENCES opening_version (id),
  candidate_id       INTEGER NOT NULL REFERENCES candidate (id),
  total              REAL    NOT NULL CHECK (total BETWEEN 0 AND 100),
  n_musts            INTEGER NOT NULL,
  n_musts_met        INTEGER NOT NULL,
  relevant_months    INTEGER NOT NULL,
  top_evidence       TEXT    NOT NULL,
  json               TEXT    NOT NULL,
  model_version      TEXT    NOT NULL,
  made_at            INTEGER NOT NULL,
  UNIQUE (opening_version_id, candidate_id)
) STRICT;

CREATE INDEX fit_of_candidate ON fit (candidate_id);

-- name_key, added_at and the three columns of the fit are copies, so that each order of a pool is the order of an index.
CREATE TABLE application (
  id              INTEGER PRIMARY KEY,
  opening_id      INTEGER NOT NULL REFERENCES opening (id),
  candidate_id    INTEGER NOT NULL REFERENCES candidate (id),
  stage           INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 5),
  applied_at      INTEGER NOT NULL,
  name_key        BLOB    NOT NULL,
  added_at        INTEGER NOT NULL,
  fit_id          INTEGER REFERENCES fit (id),
  fit_total       REAL,
  fit_musts_met   INTEGER,
  fit_months      INTEGER,
  UNIQUE (opening_id, candidate_id)
) STRICT;

CREATE INDEX application_of_candidate ON application (candidate_id);
CREATE INDEX application_of_fit ON application (fit_id) WHERE fit_id IS NOT NULL;
CREATE INDEX application_by_fit
  ON application (opening_id, fit_total DESC, fit_musts_met DESC, fit_months DESC, candidate_id, stage);
CREATE INDEX application_by_name ON application (opening_id, name_key, candidate_id, stage);
CREATE INDEX application_by_added ON application (opening_id, added_at, candidate_id, stage);
CREATE INDEX application_by_experience ON application (opening_id, fit_months, candidate_id, stage);
CREATE INDEX application_by_stage ON application (opening_id, stage, candidate_id);

CREATE TRIGGER candidate_is_renamed AFTER UPDATE OF name_key ON candidate WHEN new.name_key IS NOT old.name_key
BEGIN
  UPDATE application SET name_key = new.name_key WHERE candidate_id = new.id;
END;

CREATE TABLE decision (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate_id       INTEGER NOT NULL REFERENCES candidate (id),
  opening_id         INTEGER NOT NULL REFERENCES opening (id),
  opening_version_id INTEGER NOT NULL REFERENCES opening_version (id),
  stage_before       INTEGER NOT NULL,
  stage              INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 5),
  reason             TEXT    NOT NULL,
  saw_score          INTEGER CHECK (saw_score IN (0, 1)),
  fit_total          REAL,
  decided_at         INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_of_candidate ON decision (candidate_id, opening_id);
CREATE INDEX decision_of_opening ON decision (opening_id);
CREATE INDEX decision_of_version ON decision (opening_version_id);

-- Upkeep

CREATE TABLE file_in_work (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  path     BLOB    NOT NULL,
  begun_at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
  id       INTEGER PRIMARY KEY,
  entry    TEXT    NOT NULL,
  previous BLOB    NOT NULL CHECK (length (previous) = 32),
  hash     BLOB    NOT NULL CHECK (length (hash) = 32)
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'audit entries never change');
END;

CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'audit entries never go');
END;
