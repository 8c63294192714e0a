-- What was understood of an uploaded file, kept until it is imported.
ALTER TABLE import_batch ADD COLUMN understood jsonb;
