-- How often an account is visited, from a day on. Appended: the newest counts from its day, what held before it stays what it was.
-- Null days: no more visits are planned. Weekdays from 1 (Monday) to 7 (Sunday).
CREATE TABLE visit_cadence (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  from_day date NOT NULL,
  every_days integer CHECK (every_days BETWEEN 1 AND 180),
  weekdays integer[] NOT NULL CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(weekdays) BETWEEN 1 AND 7),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

CREATE INDEX visit_cadence_of ON visit_cadence (market_id, account_id);

-- What somebody said of a visit: that it is planned for a day, was made, or will not be. Dates that follow from a cadence have no row until
-- then; `stands_for` is the one whose place the row takes. Seen: what stood there, from a list. The words can be erased.
CREATE TABLE visit (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  stands_for date,
  day date NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'done', 'missed')),
  visitor_id uuid REFERENCES person (id),
  aim text NOT NULL CHECK (aim IN ('order', 'placement', 'problem', 'payment', 'care')),
  met boolean,
  seen text[] NOT NULL CHECK (seen <@ ARRAY['on_shelf', 'sold_out', 'display', 'old_stock', 'price_off', 'rival_offer']),
  cases integer CHECK (cases >= 0),
  words text NOT NULL CHECK (length(words) <= 500),
  version integer NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id),
  CHECK ((state = 'done') = (met IS NOT NULL)),
  CHECK (state = 'done' OR (cardinality(seen) = 0 AND cases IS NULL))
);

CREATE INDEX visit_of ON visit (market_id, account_id, day);

-- A fixed date is answered once: two who answer it at once meet here.
CREATE UNIQUE INDEX visit_once ON visit (market_id, account_id, stands_for) WHERE stands_for IS NOT NULL AND withdrawn_at IS NULL;
