-- What the search reads of an account: how its name is said, its code, the last four digits of its telephone. Row policies keep the
-- search from indexes on parts of words, so it reads every row in reach, and the rows are small. Derived, written by the search alone.
CREATE TABLE account_said (
  market_id uuid NOT NULL,
  account_id uuid NOT NULL,
  tier smallint NOT NULL,
  name_key text NOT NULL,
  code_key text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  phone_end text,
  PRIMARY KEY (market_id, account_id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

-- Of what an account's row there was made: one that came or changed by whatever way is seen to be due.
ALTER TABLE account ADD COLUMN said_of text;

CREATE INDEX account_unsaid ON account (market_id, id)
  WHERE said_of IS DISTINCT FROM md5(name || chr(31) || code || chr(31) || tier || chr(31) || coalesce(phone, '') || chr(31) || (withdrawn_at IS NULL)::text);

-- The audit is read from the newest on, by place.
CREATE INDEX audit_entry_by_time ON audit_entry (market_id, at, seq);

-- In which unit the company talks about volume, until a person chooses another.
ALTER TABLE company ADD COLUMN unit text NOT NULL DEFAULT 'kl' CHECK (unit IN ('kl', 't', 'cases'));
