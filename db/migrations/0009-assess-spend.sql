-- Which components of spend a company knows at all is asked of each market.
CREATE INDEX trade_spend_by_component ON trade_spend (market_id, component);
