-- Appended facts. A correction appends the negation of the old entry and the new one; nothing is edited.
-- sign: 1 where the entry adds a line, -1 where it takes one away. line_key: the first 16 bytes of SHA-256.

CREATE TABLE movement (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  line_key bytea NOT NULL,
  reverses uuid,
  kind text NOT NULL CHECK (kind IN ('sell_in', 'sell_through', 'sell_out', 'return', 'adjustment')),
  day date NOT NULL,
  seller_id uuid,
  account_id uuid NOT NULL,
  sku_id uuid NOT NULL REFERENCES sku (id),
  millilitres bigint NOT NULL,
  milli_cases bigint,
  amount_minor bigint,
  cost_minor bigint,
  doc text,
  line text,
  fingerprint bytea NOT NULL,
  sign smallint NOT NULL CHECK (sign IN (-1, 1)),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

CREATE INDEX movement_by_account ON movement (market_id, account_id, day);

CREATE INDEX movement_by_batch ON movement (market_id, batch_id);

-- The current state of each source line. Key table: distributed by the key itself.
CREATE TABLE line_key (
  key bytea PRIMARY KEY,
  market_id uuid NOT NULL,
  movement_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  fingerprint bytea NOT NULL
);

-- Rollups: kept in the transaction that appends, proved by replaying the ledger.
-- costed_*: the part of volume and revenue whose cost is known.
CREATE TABLE rollup_month (
  market_id uuid NOT NULL,
  account_id uuid NOT NULL,
  sku_id uuid NOT NULL,
  kind text NOT NULL,
  month date NOT NULL,
  millilitres bigint NOT NULL,
  milli_cases bigint NOT NULL,
  amount_minor bigint NOT NULL,
  cost_minor bigint NOT NULL,
  costed_ml bigint NOT NULL,
  costed_amount_minor bigint NOT NULL,
  lines bigint NOT NULL,
  costed_lines bigint NOT NULL,
  PRIMARY KEY (market_id, account_id, sku_id, kind, month)
);

-- The same by day, without SKU: exact windows that begin in the middle of a month, and order days.
CREATE TABLE rollup_day (
  market_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  millilitres bigint NOT NULL,
  milli_cases bigint NOT NULL,
  amount_minor bigint NOT NULL,
  cost_minor bigint NOT NULL,
  costed_ml bigint NOT NULL,
  costed_amount_minor bigint NOT NULL,
  lines bigint NOT NULL,
  costed_lines bigint NOT NULL,
  PRIMARY KEY (market_id, account_id, kind, day)
);

-- What is paid or spent for an account beside the goods: appended, a correction is a negative entry.
CREATE TABLE trade_spend (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  day date NOT NULL,
  component text NOT NULL CHECK (component IN ('on_invoice', 'rebate', 'free_goods', 'display', 'cap_prize', 'empty_exchange',
                                               'freight', 'credit', 'visits', 'orders', 'drops', 'promoter')),
  amount_minor bigint NOT NULL,
  source text NOT NULL,
  batch_id uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

CREATE INDEX trade_spend_by_account ON trade_spend (market_id, account_id, day);

-- What an import did to accounts, products and the rest: what stood there before (null: nothing did), so that undo can bring it back.
-- market_id is the HQ node for what belongs to no market.
CREATE TABLE import_change (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('market', 'account', 'sku', 'sku_period', 'supply_link', 'price', 'account_fact', 'person')),
  subject_id uuid NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  PRIMARY KEY (market_id, id)
);

CREATE INDEX import_change_by_batch ON import_change (market_id, batch_id);
