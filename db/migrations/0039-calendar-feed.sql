-- The secret address under which a person's calendar reads their visits: one each, as a hash; a new one takes the place of the old.
CREATE TABLE calendar_feed (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  token_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL
);
