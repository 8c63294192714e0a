-- Distributed tables: market_id NOT NULL, immutable, first in every key and index. Foreign keys pair market_id.

-- A GIN index that begins with a uuid needs its operator class (a trusted extension: no superuser).
CREATE EXTENSION IF NOT EXISTS btree_gin;

CREATE TABLE account (
  market_id uuid NOT NULL REFERENCES territory_node (id),
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  name_as_of date,
  tier text NOT NULL CHECK (tier IN ('wholesaler', 'sub_distributor', 'outlet')),
  parent_id uuid,
  merged_into uuid,
  address text,
  city text,
  latitude double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  phone text,
  contact text,
  channel text,
  owner_id uuid REFERENCES person (id),
  grams text[] NOT NULL,
  opened_on date,
  closed_on date,
  moved_to_market uuid REFERENCES territory_node (id),
  batch_id uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (market_id, id),
  CHECK (parent_id IS DISTINCT FROM id),
  CHECK (merged_into IS DISTINCT FROM id)
);

CREATE INDEX account_grams ON account USING gin (market_id, grams);

-- Where a code belongs, decided when it is written. Key table: globally unique, distributed by the code itself.
CREATE TABLE account_key (
  code_key text PRIMARY KEY,
  market_id uuid NOT NULL,
  account_id uuid NOT NULL
);

CREATE TABLE supply_link (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  seller_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  batch_id uuid,
  PRIMARY KEY (market_id, id),
  UNIQUE (market_id, seller_id, buyer_id, valid_from),
  FOREIGN KEY (market_id, buyer_id) REFERENCES account (market_id, id)
);

-- Facts about an account's strength and loyalty that no order tells: each with its day and its source.
CREATE TABLE account_fact (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  fact text NOT NULL CHECK (fact IN ('working_capital', 'credit_limit', 'sales_people', 'vehicles', 'warehouse_m2',
                                     'share_of_wallet', 'overdue_minor')),
  value numeric NOT NULL,
  day date NOT NULL,
  expires_on date CHECK (expires_on > day),
  source text NOT NULL,
  batch_id uuid,
  PRIMARY KEY (market_id, id),
  UNIQUE (market_id, account_id, fact, day),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

-- How much of the whole category a market drinks in a year, with source: share of category is unknown without it.
CREATE TABLE market_size (
  market_id uuid NOT NULL REFERENCES territory_node (id),
  valid_from date NOT NULL,
  litres_a_year numeric NOT NULL CHECK (litres_a_year > 0),
  low numeric,
  high numeric,
  source text NOT NULL,
  PRIMARY KEY (market_id, valid_from)
);
