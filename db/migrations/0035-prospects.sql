-- Wholesalers that were found and are not yet won. The card is what stands now; what happened is appended to prospect_event, one row
-- a step, in order. Words and names can be erased: the audit holds none of them.
CREATE TABLE prospect (
  market_id uuid NOT NULL REFERENCES territory_node (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) <= 200),
  sound text NOT NULL,
  initials text NOT NULL,
  core_sound text NOT NULL,
  phone text CHECK (length(phone) <= 40),
  address text CHECK (length(address) <= 200),
  city text CHECK (length(city) <= 100),
  source text NOT NULL CHECK (source IN ('peer', 'rival', 'outlet', 'advertising', 'media')),
  referrer_kind text CHECK (referrer_kind IN ('account', 'prospect', 'trader', 'campaign')),
  referrer_id uuid,
  referrer_name text NOT NULL DEFAULT '',
  found_on date NOT NULL,
  outlets integer CHECK (outlets >= 0),
  sub_distributors integer CHECK (sub_distributors >= 0),
  words text NOT NULL DEFAULT '',
  owner_id uuid REFERENCES person (id),
  stage text NOT NULL CHECK (stage IN ('found', 'contacted', 'talking', 'offered', 'signed', 'lost')),
  lost_from text CHECK (lost_from IN ('found', 'contacted', 'talking', 'offered')),
  lost_reason text,
  lost_to text,
  next_step text,
  next_on date,
  account_id uuid,
  signed_on date,
  version integer NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id),
  CHECK ((stage = 'lost') = (lost_reason IS NOT NULL AND lost_from IS NOT NULL)),
  CHECK ((stage = 'signed') = (signed_on IS NOT NULL)),
  CHECK (stage <> 'signed' OR account_id IS NOT NULL),
  CHECK (stage IN ('signed', 'lost') OR (next_step IS NOT NULL AND next_on IS NOT NULL))
);

-- One wholesaler is one prospect at a time: two who sign it at once meet here.
CREATE UNIQUE INDEX prospect_account ON prospect (market_id, account_id) WHERE account_id IS NOT NULL AND stage <> 'lost';

-- `kind` is the step that was taken, or what else happened to the card; `stage` where it led.
CREATE TABLE prospect_event (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  prospect_id uuid NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('found', 'contact', 'talk', 'offer', 'sign', 'lose', 'revive', 'plan', 'hand-over', 'change')),
  stage text NOT NULL,
  day date NOT NULL,
  words text NOT NULL,
  next_on date,
  reason text,
  owner_id uuid REFERENCES person (id),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  UNIQUE (market_id, prospect_id, seq),
  FOREIGN KEY (market_id, prospect_id) REFERENCES prospect (market_id, id)
);

-- Whom one talks with: owner, spouse, buyer.
CREATE TABLE prospect_person (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  prospect_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) <= 100),
  role text NOT NULL CHECK (role IN ('owner', 'spouse', 'buyer', 'other')),
  phone text CHECK (length(phone) <= 40),
  words text NOT NULL CHECK (length(words) <= 1000),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, prospect_id) REFERENCES prospect (market_id, id)
);

CREATE INDEX prospect_person_of ON prospect_person (market_id, prospect_id);

-- The talk guide as somebody answered it: appended, the last one counts. The ranking is a rule, and is not stored.
CREATE TABLE prospect_talk (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  day date NOT NULL,
  answers jsonb NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, person_id) REFERENCES prospect_person (market_id, id)
);

CREATE INDEX prospect_talk_of ON prospect_talk (market_id, person_id);

-- What it sells now, as far as somebody heard, saw or has it on paper.
CREATE TABLE prospect_brand (
  market_id uuid NOT NULL,
  id uuid NOT NULL,
  prospect_id uuid NOT NULL,
  brand text NOT NULL CHECK (length(brand) <= 100),
  cases integer CHECK (cases >= 0),
  certainty text NOT NULL CHECK (certainty IN ('heard', 'seen', 'documented')),
  source text NOT NULL CHECK (length(source) <= 100),
  day date NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (market_id, id),
  FOREIGN KEY (market_id, prospect_id) REFERENCES prospect (market_id, id)
);

CREATE INDEX prospect_brand_of ON prospect_brand (market_id, prospect_id);

-- Outlets and sub-distributors of ours that it serves as well.
CREATE TABLE prospect_serves (
  market_id uuid NOT NULL,
  prospect_id uuid NOT NULL,
  account_id uuid NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, prospect_id, account_id),
  FOREIGN KEY (market_id, prospect_id) REFERENCES prospect (market_id, id),
  FOREIGN KEY (market_id, account_id) REFERENCES account (market_id, id)
);

-- Recruitment advertising, a fair, a round of the outlets: what was done to find somebody, and what it cost. Null: nobody has said.
CREATE TABLE campaign (
  market_id uuid NOT NULL REFERENCES territory_node (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) <= 100),
  source text NOT NULL CHECK (source IN ('peer', 'rival', 'outlet', 'advertising', 'media')),
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  spend_minor bigint CHECK (spend_minor >= 0),
  version integer NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (market_id, id)
);
