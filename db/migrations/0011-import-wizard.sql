-- shape: digest of the file's headers · child_of: whose refused rows came back corrected in it · trial: what the last trial was of and found.
ALTER TABLE import_batch ADD COLUMN shape bytea;

ALTER TABLE import_batch ADD COLUMN child_of uuid REFERENCES import_batch (id);

ALTER TABLE import_batch ADD COLUMN trial jsonb;

-- What stood before a batch that was undone meanwhile is looked for by its subject.
CREATE INDEX import_change_by_subject ON import_change (market_id, subject_id);
