-- Agreements with wholesalers. The row says whose it is: a prospect's until it is activated, an account's from then on.
ALTER TABLE company ADD COLUMN agreements integer NOT NULL DEFAULT 0;

-- The most that a role gives by itself, minor units: a case, and in total. A role without a row gives nothing by itself.
CREATE TABLE deal_limit (
  role text PRIMARY KEY,
  per_case_minor bigint NOT NULL CHECK (per_case_minor >= 0),
  total_minor bigint NOT NULL CHECK (total_minor >= 0),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL
);

CREATE TABLE agreement (
  market_id uuid NOT NULL REFERENCES territory_node (id),
  id uuid NOT NULL,
  code text NOT NULL,
  prospect_id uuid,
  account_id uuid,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, prospect_id) REFERENCES prospect (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id),
  CHECK (prospect_id IS NOT NULL OR account_id IS NOT NULL)
);

CREATE INDEX agreement_of_account ON agreement (market_id, account_id);

-- What an agreement says. A draft may be written anew until it is sent or signed. ended_on: the last day that counts, where that is before
-- the agreed one: a later version took its place, or it was terminated.
CREATE TABLE agreement_version (
  market_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  kind text NOT NULL CHECK (kind IN ('first', 'amendment', 'renewal')),
  party text NOT NULL CHECK (length(party) <= 200),
  draft jsonb NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  per_case_minor bigint NOT NULL,
  total_minor bigint NOT NULL,
  ended_on date CHECK (ended_on <= to_on),
  author text NOT NULL,
  PRIMARY KEY (market_id, agreement_id, version),
  FOREIGN KEY (market_id, agreement_id) REFERENCES agreement (market_id, id)
);

-- What happened to a version, in order: appended. Two who act at once meet at the number.
CREATE TABLE agreement_event (
  market_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  seq integer NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('drafted', 'sent', 'approved', 'returned', 'signed', 'activated', 'terminated')),
  day date NOT NULL,
  words text NOT NULL CHECK (length(words) <= 1000),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, agreement_id, seq),
  FOREIGN KEY (market_id, agreement_id, version) REFERENCES agreement_version (market_id, agreement_id, version)
);

-- text_digest: SHA-256 of what was signed, parties and terms as canonical JSON; digest: of the bytes of the signature or the scan.
CREATE TABLE agreement_signature (
  market_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('drawn', 'scan')),
  signer text NOT NULL CHECK (length(signer) BETWEEN 1 AND 100),
  signed_on date NOT NULL,
  media text NOT NULL,
  content bytea NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  text_digest bytea NOT NULL CHECK (octet_length(text_digest) = 32),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, agreement_id, version),
  FOREIGN KEY (market_id, agreement_id, version) REFERENCES agreement_version (market_id, agreement_id, version)
);

-- Somebody who may approve has let two agreements stand on the same ground.
CREATE TABLE agreement_waiver (
  market_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  other_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) <= 1000),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, agreement_id, version, other_id),
  FOREIGN KEY (market_id, agreement_id, version) REFERENCES agreement_version (market_id, agreement_id, version)
);

-- Where an activated version holds: a row a market, so that whoever reaches the market sees that it is given, and to which agreement, also
-- where the agreement itself belongs to a market out of reach.
CREATE TABLE agreement_ground (
  market_id uuid NOT NULL REFERENCES territory_node (id),
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  code text NOT NULL,
  products uuid[],
  from_on date NOT NULL,
  to_on date NOT NULL,
  exclusive boolean NOT NULL,
  PRIMARY KEY (market_id, agreement_id, version)
);
