-- A version of the policy may wait for its day; none: it holds from its making on.
ALTER TABLE assess_policy ADD COLUMN valid_from date;

-- A person acts for another from day to day, with that person's roles.
CREATE TABLE stand_in (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  for_person_id uuid NOT NULL REFERENCES person (id),
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to > valid_from),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  CHECK (person_id <> for_person_id)
);

CREATE INDEX stand_in_by_person ON stand_in (person_id);

CREATE INDEX stand_in_by_absent ON stand_in (for_person_id);

-- Sessions end and are deleted; when somebody was last here outlives them.
ALTER TABLE person ADD COLUMN last_sign_in_at timestamptz;
