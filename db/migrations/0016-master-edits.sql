-- Edits of masters on screen: what each did, so that it can be undone as a whole and read later.

CREATE TABLE master_edit (
  id uuid PRIMARY KEY,
  action text NOT NULL,
  actor text NOT NULL,
  made_at timestamptz NOT NULL,
  markets uuid[] NOT NULL,
  undone_at timestamptz
);

-- market_id is the HQ node for what belongs to no market. before null: nothing stood there; after null: nothing does now.
CREATE TABLE master_change (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  edit_id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('account', 'account_key', 'account_move', 'supply_link', 'territory_node', 'territory_stay',
                                           'sku', 'sku_period', 'price')),
  subject_id text NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (market_id, id)
);

CREATE INDEX master_change_by_edit ON master_change (market_id, edit_id);

CREATE INDEX master_change_by_subject ON master_change (market_id, subject_id);

-- An account that moved to another market is a new row there; old movements stay. Each market keeps its side of the move.
CREATE TABLE account_move (
  market_id uuid NOT NULL,
  account_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('to', 'from')),
  other_market uuid NOT NULL REFERENCES territory_node (id),
  other_account uuid NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (market_id, account_id, side),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

-- Under which node one of the tree stood, from when to when; no rows: always where territory_node says. A market whose last stay has
-- ended is closed.
CREATE TABLE territory_stay (
  id uuid PRIMARY KEY,
  node_id uuid NOT NULL REFERENCES territory_node (id),
  parent_id uuid NOT NULL REFERENCES territory_node (id),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from),
  UNIQUE (node_id, valid_from)
);
