-- Imports bring the size of markets as well, and keep what stood before.
ALTER TABLE import_change DROP CONSTRAINT import_change_subject_check;

ALTER TABLE import_change ADD CONSTRAINT import_change_subject_check
  CHECK (subject IN ('market', 'market_size', 'account', 'sku', 'sku_period', 'supply_link', 'price', 'account_fact', 'person'));
