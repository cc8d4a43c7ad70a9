-- Migration 2: blind mode. Codes instead of names, who was revealed when and why, and texts without what tells who somebody is.
ALTER TABLE candidate ADD COLUMN code TEXT;
ALTER TABLE candidate ADD COLUMN revealed_at INTEGER;
ALTER TABLE candidate ADD COLUMN masked_label TEXT;
ALTER TABLE application ADD COLUMN code TEXT;
ALTER TABLE fit ADD COLUMN masked_evidence TEXT;

-- How many codes an opening has given; 0: everybody.
CREATE TABLE code_series (
  opening_id INTEGER PRIMARY KEY,
  n_given    INTEGER NOT NULL CHECK (n_given >= 0)
) STRICT;

-- Those who are here already get theirs in an order that is nobody's.
CREATE TEMP TABLE shuffled AS
  SELECT id, 0 AS opening_id, row_number () OVER (ORDER BY random ()) - 1 AS place FROM candidate
  UNION ALL
  SELECT id, opening_id, row_number () OVER (PARTITION BY opening_id ORDER BY random ()) - 1 FROM application;
CREATE TEMP TABLE coded AS
  SELECT id, opening_id,
         substr ('23456789', k % 8 + 1, 1) || substr ('ABCDEFGHJKLMNPQRSTUVWXYZ', k / 8 % 24 + 1, 1)
         || CASE WHEN place >= 149 THEN substr ('ABCDEFGHJKLMNPQRSTUVWXYZ', k / 192 % 24 + 1, 1) ELSE '' END
         || CASE WHEN place >= 3149 THEN substr ('ABCDEFGHJKLMNPQRSTUVWXYZ', k / 4608 % 24 + 1, 1) ELSE '' END
         || CASE WHEN place >= 83149 THEN substr ('ABCDEFGHJKLMNPQRSTUVWXYZ', k / 110592 % 24 + 1, 1) ELSE '' END
         AS code
  FROM (SELECT id, opening_id, place,
               CASE WHEN place < 149 THEN place WHEN place < 3149 THEN place - 149 WHEN place < 83149 THEN place - 3149
                    ELSE place - 83149 END AS k FROM temp.shuffled);
CREATE INDEX temp.coded_by_id ON coded (opening_id, id);
UPDATE candidate SET code = (SELECT code FROM temp.coded AS c WHERE c.opening_id = 0 AND c.id = candidate.id);
UPDATE application SET code
  = (SELECT code FROM temp.coded AS c WHERE c.opening_id = application.opening_id AND c.id = application.id);
INSERT INTO code_series SELECT opening_id, count (*) FROM temp.coded GROUP BY opening_id;
DROP TABLE temp.coded;
DROP TABLE temp.shuffled;

CREATE UNIQUE INDEX candidate_code ON candidate (code);
CREATE INDEX candidate_by_code ON candidate (code, id, stage) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE UNIQUE INDEX application_by_code ON application (opening_id, code);

-- Who was shown, where and why. A person is shown everywhere from then on.
CREATE TABLE reveal (
  id           INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidate (id),
  opening_id   INTEGER REFERENCES opening (id),
  reason       TEXT    NOT NULL CHECK (reason <> ''),
  revealed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX reveal_of_candidate ON reveal (candidate_id);
CREATE INDEX reveal_of_opening ON reveal (opening_id) WHERE opening_id IS NOT NULL;

CREATE TABLE blind_change (
  id         INTEGER PRIMARY KEY,
  is_blind   INTEGER NOT NULL CHECK (is_blind IN (0, 1)),
  reason     TEXT    NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- The text of a document with blocks, what is searched while blind; pages: "number start" of each in it, in code points.
CREATE TABLE masked_text (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  name        TEXT    NOT NULL,
  label       TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  pages       TEXT    NOT NULL
) STRICT;
CREATE VIRTUAL TABLE masked_index USING fts5 (
  name, label, text,
  content = 'masked_text', content_rowid = 'document_id', tokenize = 'muster', prefix = '1 2 3'
);

-- A title that was changed has no masked form until somebody makes it.
CREATE TRIGGER candidate_is_retitled AFTER UPDATE OF label ON candidate
  WHEN new.label IS NOT old.label AND new.masked_label IS old.masked_label
BEGIN
  UPDATE candidate SET masked_label = NULL WHERE id = new.id;
END;
CREATE TRIGGER fit_is_changed AFTER UPDATE OF top_evidence ON fit
  WHEN new.top_evidence IS NOT old.top_evidence AND new.masked_evidence IS old.masked_evidence
BEGIN
  UPDATE fit SET masked_evidence = NULL WHERE id = new.id;
END;
