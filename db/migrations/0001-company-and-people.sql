-- Reference tables: small, rarely written, copied to every node when the schema is distributed.

CREATE TABLE company (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  minor_digits smallint NOT NULL CHECK (minor_digits BETWEEN 0 AND 3),
  time_zone text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('zh', 'en')),
  vat_rate numeric(6, 5) CHECK (vat_rate >= 0 AND vat_rate < 1),
  kind text NOT NULL CHECK (kind IN ('own', 'demo')),
  created_at timestamptz NOT NULL
);

-- One row at most: two companies in one database would share a ledger.
CREATE UNIQUE INDEX company_only_one ON company ((true));

-- The sales-territory tree: HQ, region, office, market. A market is a leaf; its id is the market_id of everything below.
CREATE TABLE territory_node (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('hq', 'region', 'office', 'unassigned', 'market')),
  code text NOT NULL,
  code_key text NOT NULL UNIQUE,
  name text NOT NULL,
  parent_id uuid REFERENCES territory_node (id),
  batch_id uuid,
  withdrawn_at timestamptz,
  CHECK ((kind = 'hq') = (parent_id IS NULL))
);

CREATE TABLE sku (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  code_key text NOT NULL UNIQUE,
  name text NOT NULL,
  category text,
  brand text,
  name_as_of date,
  batch_id uuid,
  withdrawn_at timestamptz
);

-- What holds for a SKU from a day on: pack, content, cost and excise (minor units of money for one case, without VAT).
CREATE TABLE sku_period (
  id uuid PRIMARY KEY,
  sku_id uuid NOT NULL REFERENCES sku (id),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  pack_units integer CHECK (pack_units > 0),
  unit_ml numeric(12, 3) CHECK (unit_ml > 0),
  cost_minor bigint CHECK (cost_minor >= 0),
  excise_minor bigint CHECK (excise_minor >= 0),
  batch_id uuid,
  UNIQUE (sku_id, valid_from)
);

CREATE TABLE price (
  id uuid PRIMARY KEY,
  sku_id uuid NOT NULL REFERENCES sku (id),
  tier text NOT NULL CHECK (tier IN ('wholesaler', 'sub_distributor', 'outlet')),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  list_minor bigint NOT NULL CHECK (list_minor >= 0),
  batch_id uuid,
  UNIQUE (sku_id, tier, valid_from)
);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('zh', 'en')),
  active boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE person_role (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL CHECK (role IN ('admin', 'hq', 'finance', 'regional_manager', 'rep', 'read_only')),
  node_id uuid NOT NULL REFERENCES territory_node (id),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  UNIQUE (person_id, role, node_id, valid_from)
);

CREATE TABLE one_time_link (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE api_key (
  prefix text PRIMARY KEY,
  key_hash bytea NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE TABLE sign_in_attempt (
  account text PRIMARY KEY,
  failures integer NOT NULL,
  locked_until timestamptz
);

CREATE TABLE assess_policy (
  version integer PRIMARY KEY,
  body jsonb NOT NULL,
  note text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL
);

-- The frozen yardstick of a policy version: made at its first assessment, replaced only by a new version or after 12 months.
CREATE TABLE assess_reference (
  policy_version integer NOT NULL REFERENCES assess_policy (version),
  frozen_on date NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (policy_version, frozen_on)
);

CREATE TABLE import_batch (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'running', 'done', 'failed', 'interrupted', 'undone')),
  file_name text NOT NULL,
  file_digest bytea,
  undo_of uuid REFERENCES import_batch (id),
  markets uuid[] NOT NULL,
  mapping jsonb,
  result jsonb,
  progress jsonb,
  problem jsonb,
  actor text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);

CREATE TABLE import_mapping (
  kind text NOT NULL,
  shape bytea NOT NULL,
  mapping jsonb NOT NULL,
  batch_id uuid NOT NULL,
  PRIMARY KEY (kind, shape)
);
