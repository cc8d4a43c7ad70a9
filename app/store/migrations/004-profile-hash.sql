-- Migration 4: a hash of every profile, so that a byte that flips in one is found. Made anew, for a column that must
-- not be missing cannot be added.
CREATE TABLE profile_with_hash (
  candidate_id      INTEGER PRIMARY KEY REFERENCES candidate (id),
  document_id       INTEGER NOT NULL REFERENCES document (id),
  json              TEXT    NOT NULL,
  extractor_version TEXT    NOT NULL,
  made_at           INTEGER NOT NULL,
  sha256            BLOB    NOT NULL CHECK (length (sha256) = 32)
) STRICT;
INSERT INTO profile_with_hash
  SELECT candidate_id, document_id, json, extractor_version, made_at, muster_sha256 (json) FROM profile;
DROP TABLE profile;
ALTER TABLE profile_with_hash RENAME TO profile;
CREATE INDEX profile_of_document ON profile (document_id);
