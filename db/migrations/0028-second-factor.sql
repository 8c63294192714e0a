-- Second factor: codes by time (RFC 6238). One row a person who has, or is setting up, one.
CREATE TABLE second_factor (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  -- AES-256-GCM under the server's own secret, bound to the person. Null: not on.
  secret bytea,
  since timestamptz,
  -- Step of thirty seconds of the last code that was used: it and all before are used up.
  last_step bigint,
  -- A secret that waits for its first code.
  wish bytea,
  wish_at timestamptz,
  CHECK ((secret IS NULL) = (since IS NULL)),
  CHECK ((wish IS NULL) = (wish_at IS NULL)),
  CHECK (secret IS NOT NULL OR wish IS NOT NULL)
);

-- 120 bits of chance each: a plain SHA-256 keeps them. A used one stays, marked, until the set is made anew.
CREATE TABLE recovery_code (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  person_id uuid NOT NULL REFERENCES person (id),
  used_at timestamptz
);

CREATE INDEX recovery_code_by_person ON recovery_code (person_id);

-- Somebody whose password (or company's account) was right and whose code is still asked: no session yet.
CREATE TABLE sign_in_pending (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  person_id uuid NOT NULL REFERENCES person (id),
  expires_at timestamptz NOT NULL
);

CREATE INDEX sign_in_pending_by_person ON sign_in_pending (person_id);

-- Roles, by code, whose holders must have a second factor.
ALTER TABLE company ADD COLUMN second_factor_roles text[] NOT NULL DEFAULT '{}';
