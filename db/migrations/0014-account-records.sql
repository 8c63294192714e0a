-- What people write down about an account: notes, contacts, sites, files. Never changed in place: a change withdraws the old row
-- and names it in `replaces`, so that it can be undone, and a name or a phone can be erased without touching the audit.
CREATE TABLE account_record (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('note', 'contact', 'site', 'file')),
  day date NOT NULL,
  name text NOT NULL CHECK (length(name) <= 200),
  role text NOT NULL CHECK (length(role) <= 100),
  phone text CHECK (length(phone) <= 40),
  words text NOT NULL CHECK (length(words) <= 2000),
  media text,
  bytes bigint CHECK (bytes > 0),
  digest bytea,
  replaces uuid,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id),
  CHECK ((kind = 'file') = (bytes IS NOT NULL AND digest IS NOT NULL AND media IS NOT NULL)),
  CHECK (phone IS NULL OR kind = 'contact')
);

CREATE INDEX account_record_by_account ON account_record (market_id, account_id);

-- The timeline of an account reads what was done to it.
CREATE INDEX audit_entry_by_subject ON audit_entry (market_id, subject);
