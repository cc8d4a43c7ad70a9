-- Migration 3: what can be taken back (imports, corrections), openings that are closed, people who are told apart.

CREATE TABLE import_batch (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  opening_id INTEGER REFERENCES opening (id),
  begun_at   INTEGER NOT NULL,
  undone_at  INTEGER
) STRICT;
CREATE INDEX import_batch_of_opening ON import_batch (opening_id) WHERE opening_id IS NOT NULL;

ALTER TABLE document ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
ALTER TABLE application ADD COLUMN batch_id INTEGER REFERENCES import_batch (id);
CREATE INDEX document_of_batch ON document (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX application_of_batch ON application (batch_id) WHERE batch_id IS NOT NULL;

ALTER TABLE opening ADD COLUMN closed_at INTEGER;
ALTER TABLE opening ADD COLUMN closed_reason TEXT NOT NULL DEFAULT '';

-- old_value: what stood there, with its evidence, as JSON; NULL: nothing. new_text NULL: it was taken out.
CREATE TABLE correction (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate_id  INTEGER NOT NULL REFERENCES candidate (id),
  pointer       TEXT    NOT NULL,
  old_text      TEXT,
  old_value     TEXT,
  new_text      TEXT,
  is_applied    INTEGER NOT NULL DEFAULT 1 CHECK (is_applied IN (0, 1)),
  corrected_at  INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;
CREATE INDEX correction_of_candidate ON correction (candidate_id, id);

-- Two who look alike and are not one person; first_id < second_id.
CREATE TABLE told_apart (
  first_id  INTEGER NOT NULL REFERENCES candidate (id),
  second_id INTEGER NOT NULL REFERENCES candidate (id),
  told_at   INTEGER NOT NULL,
  PRIMARY KEY (first_id, second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_apart_by_second ON told_apart (second_id);
