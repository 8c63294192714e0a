-- How a person likes to see the ranking: filter, order, columns, place. Shared ones are for the whole company.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  shared boolean NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  body jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);

CREATE UNIQUE INDEX saved_view_own_name ON saved_view (person_id, name_key) WHERE NOT shared AND withdrawn_at IS NULL;

CREATE UNIQUE INDEX saved_view_shared_name ON saved_view (name_key) WHERE shared AND withdrawn_at IS NULL;

-- The view that a person's ranking opens with.
CREATE TABLE default_view (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  view_id uuid NOT NULL REFERENCES saved_view (id)
);

CREATE INDEX default_view_by_view ON default_view (view_id);
