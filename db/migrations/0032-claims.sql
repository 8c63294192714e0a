-- A claim asks for what was posted for a unit. Sent, it holds its amount of the policy's budget; refused or withdrawn it lets go.
CREATE TABLE claim (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  policy_id uuid NOT NULL REFERENCES trade_policy (id),
  period date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
  asked_minor bigint NOT NULL CHECK (asked_minor > 0),
  approved_minor bigint NOT NULL DEFAULT 0 CHECK (approved_minor BETWEEN 0 AND asked_minor),
  settled_minor bigint NOT NULL DEFAULT 0 CHECK (settled_minor BETWEEN 0 AND approved_minor),
  words text NOT NULL CHECK (length(words) <= 1000),
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  sent_on date NOT NULL,
  sent_by text NOT NULL,
  decided_on date,
  decided_by text,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id),
  CHECK ((state IN ('approved', 'refused')) = (decided_on IS NOT NULL)),
  CHECK ((state = 'approved') = (approved_minor > 0))
);

-- One claim of a unit waits at a time: two who send one at once meet here.
CREATE UNIQUE INDEX claim_open ON claim (market_id, account_id, policy_id, period) WHERE state = 'open';

CREATE INDEX claim_by_account ON claim (market_id, account_id, policy_id, period);

-- Files of the account that show it. The same bytes show one claim alone, as long as that one is not refused or withdrawn.
CREATE TABLE claim_evidence (
  market_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  record_id uuid NOT NULL,
  digest bytea NOT NULL,
  counts boolean NOT NULL,
  PRIMARY KEY (market_id, claim_id, record_id),
  FOREIGN KEY (market_id, claim_id) REFERENCES claim (market_id, id)
);

CREATE UNIQUE INDEX claim_evidence_once ON claim_evidence (market_id, digest) WHERE counts;

-- What was paid on a claim: as a credit note, in cash, in goods. Appended.
CREATE TABLE settlement (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  how text NOT NULL CHECK (how IN ('credit', 'cash', 'goods')),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  sku_id uuid REFERENCES sku (id),
  cases integer CHECK (cases > 0),
  settled_on date NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, claim_id) REFERENCES claim (market_id, id),
  CHECK ((how = 'goods') = (sku_id IS NOT NULL AND cases IS NOT NULL))
);

CREATE INDEX settlement_of ON settlement (market_id, claim_id);
