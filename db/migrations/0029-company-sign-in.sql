-- Sign-in with the company's account (OpenID Connect): whose it is, by what the provider calls them. One person has one account
-- of each provider: an address that the provider gave to somebody else does not give this person away with it.
CREATE TABLE company_identity (
  issuer text NOT NULL CHECK (issuer <> ''),
  subject text NOT NULL CHECK (subject <> ''),
  person_id uuid NOT NULL REFERENCES person (id),
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject),
  UNIQUE (issuer, person_id)
);

-- Ways to the provider that came back: each is good once. A row is of no use after its way would have ended anyway.
CREATE TABLE company_sign_in_use (
  state_hash bytea PRIMARY KEY CHECK (octet_length(state_hash) = 32),
  expires_at timestamptz NOT NULL
);

CREATE INDEX company_sign_in_use_by_end ON company_sign_in_use (expires_at);
