-- Assessments read the last days of a market, its tier-1 accounts, and what one day decided.
CREATE INDEX rollup_day_by_day ON rollup_day (market_id, day);

CREATE INDEX account_by_tier ON account (market_id, tier);

CREATE INDEX verdict_by_day ON verdict (market_id, as_of);
