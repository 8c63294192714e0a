-- The trade policy that a version's rebate became when it was activated.
ALTER TABLE agreement_version ADD COLUMN policy_id uuid REFERENCES trade_policy (id);
