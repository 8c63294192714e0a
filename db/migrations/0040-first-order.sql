-- Until when an account wanted to order first, and how much. Appended: the last one counts. Null cases: nobody said.
CREATE TABLE first_order_due (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  due_on date NOT NULL,
  cases integer CHECK (cases BETWEEN 1 AND 1000000),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

CREATE INDEX first_order_due_of ON first_order_due (market_id, account_id);
