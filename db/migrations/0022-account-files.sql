-- The bytes of accounts' files, once in a market however often they are brought: their address is what they are (SHA-256), and the
-- database checks it. What a file is called, and whose it is, stands in account_record.
CREATE TABLE account_file (
  market_id uuid NOT NULL,
  digest bytea NOT NULL,
  content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 10485760),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, digest),
  CHECK (digest = sha256(content))
);

-- Photos, PDFs and workbooks are packed already.
ALTER TABLE account_file ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE account_record ADD FOREIGN KEY (market_id, digest) REFERENCES account_file (market_id, digest);
