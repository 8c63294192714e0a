-- Keys that people make for themselves have a name to know them by, and say when they were last used (to ten minutes).
ALTER TABLE api_key ADD COLUMN name text, ADD COLUMN last_used_at timestamptz;
