-- What was decided on lines that were undone since stays as a record; the same day may then be decided again.
ALTER TABLE verdict DROP CONSTRAINT verdict_pkey, ADD PRIMARY KEY (market_id, account_id, as_of, made_at);
