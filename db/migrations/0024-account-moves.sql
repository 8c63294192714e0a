-- An account that moved keeps its id: a row in each market where it was, the last one standing. It may come back, and move again.
ALTER TABLE account_move DROP CONSTRAINT account_move_pkey, DROP COLUMN other_account, ADD PRIMARY KEY (market_id, account_id, side, day);
