-- What an audit entry says of a person (the address they came from; names) stands beside the chain, and the entry holds a seal of it:
-- SHA-256 of a random salt and the words as canonical JSON. While the words are there the seal proves them; when they are erased the chain stays whole.
ALTER TABLE audit_entry ADD COLUMN seals jsonb;

CREATE TABLE audit_sealed (
  market_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('from', 'said')),
  person_id uuid,
  at timestamptz NOT NULL,
  salt bytea NOT NULL CHECK (octet_length(salt) = 16),
  body text NOT NULL,
  PRIMARY KEY (market_id, entry_id, part)
);

CREATE INDEX audit_sealed_by_person ON audit_sealed (market_id, person_id);
CREATE INDEX audit_sealed_by_time ON audit_sealed (market_id, at);
