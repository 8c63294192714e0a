-- Trade policies: dated, scoped, budgeted promises. A policy speaks to many markets, so it belongs to none; who may see it is asked in
-- each query by its markets (null: all, also those to come). What claims take of its budget is counted here, and stops at it.
CREATE TABLE trade_policy (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  version integer NOT NULL,
  draft jsonb NOT NULL,
  markets uuid[],
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  budget_minor bigint NOT NULL CHECK (budget_minor > 0),
  held_minor bigint NOT NULL DEFAULT 0 CHECK (held_minor >= 0),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT trade_policy_budget CHECK (held_minor <= budget_minor)
);

-- What a policy said at each time: appended. A change is the next version.
CREATE TABLE trade_policy_version (
  policy_id uuid NOT NULL REFERENCES trade_policy (id),
  version integer NOT NULL,
  draft jsonb NOT NULL,
  markets uuid[],
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (policy_id, version)
);

-- One row a unit: what it has counted, last year's for growth, whether it was confirmed, and what was posted for it in all.
-- run_id: the posting that looked at it last, so that a change finds the units that nothing speaks for any more.
CREATE TABLE policy_balance (
  market_id uuid NOT NULL,
  account_id uuid NOT NULL,
  policy_id uuid NOT NULL REFERENCES trade_policy (id),
  period date NOT NULL,
  quantity bigint NOT NULL,
  base bigint NOT NULL,
  confirmed boolean NOT NULL,
  accrued_minor bigint NOT NULL,
  run_id uuid,
  PRIMARY KEY (market_id, account_id, policy_id, period),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

CREATE INDEX policy_balance_by_policy ON policy_balance (market_id, policy_id);

-- What was posted for a unit, and why: appended. Its lines are rows of trade_spend. booked_on: the company's day of posting.
CREATE TABLE policy_posting (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  policy_id uuid NOT NULL REFERENCES trade_policy (id),
  period date NOT NULL,
  policy_version integer NOT NULL,
  cause text NOT NULL CHECK (cause IN ('movements', 'change', 'confirm', 'merge')),
  batch_id uuid,
  booked_on date NOT NULL,
  amount_minor bigint NOT NULL,
  trace jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

CREATE INDEX policy_posting_by_unit ON policy_posting (market_id, account_id, policy_id, period);

-- An accrual is spend like any other, so that contribution counts it once; these say whose posting it is and which line earned it.
ALTER TABLE trade_spend ADD COLUMN posting_id uuid;

ALTER TABLE trade_spend ADD COLUMN movement_id uuid;

CREATE INDEX trade_spend_by_posting ON trade_spend (market_id, posting_id) WHERE posting_id IS NOT NULL;
