-- Somebody looks at the app as somebody else sees it: which session, as whom, until when. A row of a session that ended is of no use;
-- it goes when the person looks as somebody again.
CREATE TABLE preview (
  session_id text PRIMARY KEY CHECK (session_id <> ''),
  person_id uuid NOT NULL REFERENCES person (id),
  as_person_id uuid NOT NULL REFERENCES person (id) CHECK (as_person_id <> person_id),
  began_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > began_at)
);

CREATE INDEX preview_by_person ON preview (person_id);
