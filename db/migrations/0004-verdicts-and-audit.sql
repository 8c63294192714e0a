-- What was decided, when, by which policy: stored, never recomputed.
CREATE TABLE verdict (
  market_id uuid NOT NULL,
  account_id uuid NOT NULL,
  as_of date NOT NULL,
  policy_version integer NOT NULL REFERENCES assess_policy (version),
  standing text NOT NULL,
  rank integer,
  score numeric(6, 3),
  is_member boolean NOT NULL,
  months_below smallint NOT NULL,
  body jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, account_id, as_of)
);

CREATE TABLE standing_override (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  standing text NOT NULL,
  reason text NOT NULL,
  valid_from date NOT NULL,
  expires_on date NOT NULL CHECK (expires_on > valid_from),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

-- One hash chain a market and one for the company (market_id = the HQ node). The application role may only append.
CREATE TABLE audit_entry (
  market_id uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text,
  detail jsonb NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (market_id, seq)
);

CREATE TABLE audit_head (
  market_id uuid NOT NULL PRIMARY KEY,
  seq bigint NOT NULL,
  hash bytea NOT NULL
);
